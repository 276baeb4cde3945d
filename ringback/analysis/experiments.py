"""Experiments whose verdicts can be trusted: sticky arms, planned looks, and "no difference found yet" as a normal end.

Looking every night and stopping at z > 1.96 promotes a loser in 28 % of A/A tests; five planned looks with O'Brien-Fleming
bounds keep it at 3.5 %. Between looks only harm stops an experiment (mixture SPRT, always valid). A unit is a candidate,
never an attempt, and its arm is a hash: the same person always gets the same arm, on every machine.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import betainc, betaincinv
from scipy.stats import chi2, norm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ringback.analysis.shrinkage import Floats

FALSE_WINNERS: Final = 0.035
"""How many of the experiments without any difference may end with a winner; only a challenger can win, so one side counts."""
OBRIEN_FLEMING: Final = (4.258, 3.011, 2.458, 2.129, 1.904)
"""Bounds on z at 20, 40, 60, 80 and 100 % of the information: c / sqrt(share), c such that a Brownian path without drift
passes one of them with chance FALSE_WINNERS (O'Brien & Fleming 1979)."""

MIN_PER_ARM: Final = 200
MIN_DAYS: Final = 14
MIN_LIFT: Final = 0.02
MIN_SRM_P: Final = 0.001
GUARDRAIL_SLACK: Final = 0.01
MIXTURE_SD: Final = 0.08
"""Effects that the harm stop expects, in rate units: half of one reply in six."""
HARM_ALPHA: Final = 0.05
LOOKS_COST: Final = 1.03
GRID: Final = 129

VERDICTS: Final[Mapping[str, str]] = {
    "running": "进行中，暂无结论",
    "no difference found yet": "暂未发现差异",
    "no winner, keep the first arm": "没有胜者，保留原方案",
    "winner": "有胜者，可推广",
    "difference found, but not enough for a change": "有差异，但不足以更换",
    "stopped: this arm does harm": "停止：该方案有害",
    "broken: arms are not split as planned": "失效：分组比例异常",
    "held: a guardrail got worse": "暂缓：护栏指标变差",
}
"""Every verdict and its Chinese label."""


@dataclass(frozen=True, slots=True)
class ArmCount:
    """What one arm has brought: candidates exposed, those with two-way contact in time, and guardrail counts by name."""

    arm: str
    n: int
    successes: int
    guardrails: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ArmResult:
    """One arm read out: rate with 90 % interval, chance to be the best, z against the first arm (0 for the first)."""

    arm: str
    n: int
    successes: int
    rate: float
    low: float
    high: float
    p_best: float
    z: float


@dataclass(frozen=True, slots=True)
class ReadOut:
    """The state of an experiment. ``winner`` is set only with the verdict ``winner``; ``look`` counts from 1, 0 between looks."""

    arms: tuple[ArmResult, ...]
    verdict: str
    verdict_zh: str
    winner: str | None
    look: int
    srm_p: float
    n_needed: int


def assign_arm(experiment: str, salt: str, candidate_id: str, shares: Mapping[str, float]) -> str:
    """Return the arm of this candidate: the same for the same experiment and salt, whenever and wherever it is asked.

    ``shares`` are the arms in order with their shares, adding up to 1.
    """
    digest = hashlib.sha256(f"{experiment}:{salt}:{candidate_id}".encode()).digest()
    place = int.from_bytes(digest[:8], "big") / 2**64
    for arm, edge in zip(shares, np.cumsum(list(shares.values())), strict=True):
        if place < edge:
            return arm
    return list(shares)[-1]


def sample_size(base_rate: float, lift: float, *, power: float = 0.8, alpha: float = 0.05) -> int:
    """Return how many candidates each of two arms needs to find ``lift`` (absolute) over ``base_rate``, two-sided."""
    other = base_rate + lift
    spread = base_rate * (1 - base_rate) + other * (1 - other)
    return int(np.ceil((norm.ppf(1 - alpha / 2) + norm.ppf(power)) ** 2 * spread / lift**2))


def planned_size(base_rate: float, lift: float, *, power: float, n_arms: int = 2) -> int:
    """Return the candidates an arm needs under five planned looks and comparisons of every other arm with the first.

    The looks cost about 3 % more than one fixed sample (Jennison & Turnbull 2000, table 2.4); most experiments end earlier.
    """
    return int(np.ceil(LOOKS_COST * sample_size(base_rate, lift, power=power, alpha=2 * FALSE_WINNERS / (n_arms - 1))))


def sample_ratio_p(counts: Sequence[int], shares: Sequence[float]) -> float:
    """Return the p-value of the split against the planned shares (chi-square); 1 while nobody is exposed."""
    seen, planned = np.array(counts, dtype=float), np.array(shares, dtype=float) * sum(counts)
    if not seen.sum():
        return 1.0
    return float(chi2.sf(((seen - planned) ** 2 / planned).sum(), len(seen) - 1))


def two_proportion_z(n_a: int, successes_a: int, n_b: int, successes_b: int) -> float:
    """Return the pooled z of b against a, positive where b is better; 0 while it cannot be known."""
    if min(n_a, n_b) == 0:
        return 0.0
    pooled = (successes_a + successes_b) / (n_a + n_b)
    spread = pooled * (1 - pooled) * (1 / n_a + 1 / n_b)
    return float((successes_b / n_b - successes_a / n_a) / np.sqrt(spread)) if spread > 0 else 0.0


def harm_p(n_a: int, successes_a: int, n_b: int, successes_b: int) -> float:
    """Return the always-valid p-value that b is worse than a (mixture SPRT, Johari et al. 2022); 1 where b is not below a.

    May be looked at every night.
    """
    if min(n_a, n_b) == 0 or successes_b * n_a >= successes_a * n_b:
        return 1.0
    pooled = (successes_a + successes_b + 1) / (n_a + n_b + 2)
    variance = pooled * (1 - pooled) * (1 / n_a + 1 / n_b)
    gap = successes_b / n_b - successes_a / n_a
    wider = variance + MIXTURE_SD**2
    ratio = np.sqrt(variance / wider) * np.exp(gap**2 * MIXTURE_SD**2 / (2 * variance * wider))
    return float(min(1.0, 1 / ratio))


def read_experiment(
    counts: Sequence[ArmCount],
    *,
    shares: Mapping[str, float],
    n_planned: int,
    days_run: int,
    is_over: bool = False,
    last_look: int = 0,
) -> ReadOut:
    """Judge an experiment as it stands; the first arm is the present practice.

    ``n_planned`` is the number of candidates an arm that was fixed at the start. A look is due when the smallest arm
    passes another fifth of it and the look was not taken before (``last_look``), but not before MIN_DAYS and MIN_PER_ARM: a
    look that is taken later than its fifth keeps its stricter bound. Between looks the verdict is "running" unless an arm
    does harm, so this may be asked every night. ``is_over`` takes the last look with whatever is there.
    """
    arms = _results(counts)
    srm = sample_ratio_p([count.n for count in counts], [shares[count.arm] for count in counts])
    smallest = min(count.n for count in counts)
    share = smallest / max(n_planned, 1)
    look = len(OBRIEN_FLEMING) if is_over else min(int(share * len(OBRIEN_FLEMING)), len(OBRIEN_FLEMING))
    may_look = is_over or (days_run >= MIN_DAYS and smallest >= min(MIN_PER_ARM, n_planned))
    is_look = may_look and look > last_look
    verdict, winner = _verdict(counts, arms, srm=srm, look=look if is_look else 0, days_run=days_run)
    return ReadOut(
        arms=arms,
        verdict=verdict,
        verdict_zh=VERDICTS[verdict],
        winner=winner,
        look=look if is_look else 0,
        srm_p=srm,
        n_needed=n_planned,
    )


def _verdict(
    counts: Sequence[ArmCount], arms: Sequence[ArmResult], *, srm: float, look: int, days_run: int
) -> tuple[str, str | None]:
    if srm < MIN_SRM_P:
        return "broken: arms are not split as planned", None
    first = counts[0]
    corrected = HARM_ALPHA / max(len(counts) - 1, 1)
    is_harm = any(harm_p(first.n, first.successes, arm.n, arm.successes) < corrected for arm in counts[1:])
    if is_harm or look == 0:
        return ("stopped: this arm does harm" if is_harm else "running"), None
    bound = OBRIEN_FLEMING[look - 1] * _many_arms_factor(len(counts) - 1)
    best = max(arms[1:], key=lambda arm: arm.z)
    if best.z <= bound:
        is_last = look == len(OBRIEN_FLEMING) or best.z < -bound
        return ("no winner, keep the first arm" if is_last else "no difference found yet"), None
    if min(count.n for count in counts) < MIN_PER_ARM or days_run < MIN_DAYS or best.rate - arms[0].rate < MIN_LIFT:
        return "difference found, but not enough for a change", None
    chosen = next(count for count in counts if count.arm == best.arm)
    if _is_guardrail_worse(first, chosen):
        return "held: a guardrail got worse", None
    return "winner", best.arm


def _many_arms_factor(n_comparisons: int) -> float:
    """Bounds grow with the number of arms compared with the first one (Bonferroni); 1 for two arms."""
    return float(norm.isf(FALSE_WINNERS / n_comparisons) / norm.isf(FALSE_WINNERS))


def _is_guardrail_worse(first: ArmCount, other: ArmCount) -> bool:
    """Guardrails count bad ends (opt-outs, complaints): more by over a point is worse."""
    return any(
        other.guardrails.get(name, 0) / max(other.n, 1) - number / max(first.n, 1) > GUARDRAIL_SLACK
        for name, number in first.guardrails.items()
    )


def _results(counts: Sequence[ArmCount]) -> tuple[ArmResult, ...]:
    alpha = np.array([count.successes + 0.5 for count in counts])
    beta = np.array([count.n - count.successes + 0.5 for count in counts])
    p_best = _chance_to_be_best(alpha, beta)
    low, high = betaincinv(alpha, beta, 0.05), betaincinv(alpha, beta, 0.95)
    first = counts[0]
    return tuple(
        ArmResult(
            arm=count.arm,
            n=count.n,
            successes=count.successes,
            rate=count.successes / count.n if count.n else 0.0,
            low=float(low[place]),
            high=float(high[place]),
            p_best=float(p_best[place]),
            z=two_proportion_z(first.n, first.successes, count.n, count.successes) if place else 0.0,
        )
        for place, count in enumerate(counts)
    )


def _chance_to_be_best(alpha: Floats, beta: Floats) -> Floats:
    """Return the chance of each arm to have the highest rate: its density times the others' chance to lie below."""
    edges = np.linspace(betaincinv(alpha, beta, 1e-7).min(), betaincinv(alpha, beta, 1 - 1e-7).max(), GRID)
    below = betainc(alpha[:, None], beta[:, None], edges[None, :])
    middle = (below[:, 1:] + below[:, :-1]) / 2
    density = np.diff(below, axis=1)
    others = np.array([np.delete(middle, place, axis=0).prod(axis=0) for place in range(len(alpha))])
    chance = (density * others).sum(axis=1)
    return np.asarray(chance / chance.sum())
