"""Answer rates that borrow from each other: a smooth surface over hours and role families, on the logit scale.

A Gaussian process with binomial counts (Laplace approximation; Rasmussen & Williams 2006, sections 3.4 and 3.7.3): level, a curve
over the hours shared by all, and for each role family a level and a curve of its own. How much hours matter is not known
beforehand, so a grid of answers is weighed by how well each explains the counts, instead of trusting the best of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, logit, softmax
from scipy.stats import norm

from ringback.analysis.week import DAYTYPES, FIRST_WEEKEND_DAY, WEEKDAYS

Floats = NDArray[Any]
Ints = NDArray[Any]
"""Arrays of float64 and of int64. numpy's own stubs lose the item type in sums and products, so it is only named."""

RATE_BOUNDS: Final = (0.002, 0.98)

SHARED_SDS: Final = (0.06, 0.12, 0.25, 0.45, 0.75)
OWN_SDS: Final = (0.05, 0.09, 0.17, 0.32, 0.6)
"""How far hours may lie apart for all and for one role family beyond that, sd on the logit scale: from one point to a rate
of 20 % that becomes 33 %. Each is as likely beforehand: published effects of the hour range from next to none to double. None at
all is not among them: some thousand calls cannot tell it from a point, and it would draw a point to none."""
UNTRIED: Final = (0.6, 0.4)
"""The two sds that intervals rest on where nobody was rung: hours that were tried were picked for being alike, so they say
little of the others. Published best hours lie 0 to 1.3 logits above the worst."""
STEADY: Final = 0.1
QUICK, OWN_QUICK = 0.5, 0.8
"""Shares of a curve's variance: the same all day; from one hour to the next (breaks, the way home), more of it in what a family
has of its own. The rest goes over hours."""
SLOW_HOURS, QUICK_HOURS = 2.5, 0.9
OTHER_DAYTYPE: Final = 0.5
"""Correlation of the same hour on weekdays and at weekends."""
WEEKDAY_SDS: Final = (0.01, 0.03, 0.1, 0.3)
"""How far days of a kind may lie apart, as a share of the rate; each is as likely beforehand."""
ALSO_UNKNOWN: Final = {
    "role": (0.03, 0.08, 0.2, 0.45),
    "shared_weekend": (0.25, 0.5, 1.0),
    "own_weekend": (0.1, 0.25, 0.5, 1.0),
}
"""What else is not known of how rates lie apart, and what is tried; of each the mean by evidence is taken, on the log scale.

How far the levels of role families do, from half a point on; and how far hours do at weekends, against weekdays, for all and for
one family beyond that (most of what sets hours and families apart are hours of work)."""
NEWTON_STEPS: Final = 30
SETTLED: Final = 1e-4
JITTER: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Doubts:
    """How the doubts of a table hang together: the posterior correlation of role families' points, in its two parts.

    What ``common`` (points, points) leaves open of the shared curve reaches each role by ``lean`` (roles, points, points);
    ``own`` (roles, points, points) is each role's alone. Points are the hours of weekdays, then those of weekends.
    """

    lean: Floats
    common: Floats
    own: Floats

    def over_points(self, doubt: Floats) -> Floats:
        """Return the covariance (points, points) of the sums over roles of errors with the sds ``doubt`` (roles, points)."""
        together = np.einsum("rp,rpq->pq", doubt, self.lean)
        own = np.einsum("rp,rq,rpq->pq", doubt, doubt, self.own)
        return np.asarray(together @ self.common @ together.T + own)


@dataclass(frozen=True, slots=True)
class RateTable:
    """What is known of a first call in every cell (C,): ``rate``, and ``sd`` of its logit (honest where nobody was rung).

    ``doubts`` says how far its errors go together: that of an hour hardly ever rung is much the same for all role families.
    ``part_mean`` (roles, parts) and ``part_cov`` (roles, parts, parts) are the posterior of the parts of day, on the logit scale.
    """

    rate: Floats
    sd: Floats
    part_mean: Floats
    part_cov: Floats
    doubts: Doubts


@dataclass(frozen=True, slots=True)
class _Law:
    """How rates lie apart, sds on the logit scale: ``shared`` and ``own`` by the hour; the rest is in ALSO_UNKNOWN."""

    shared: float
    own: float
    role: float = 0.1
    shared_weekend: float = 1.0
    own_weekend: float = 0.5


@dataclass(frozen=True, slots=True)
class _Fit:
    """Mode (roles, points) and covariance (roles, points, points) of the surface, and the log evidence of its sds."""

    mean: Floats
    cov: Floats
    evidence: float
    doubts: Doubts


def fit_rate_table(
    exposure: Floats, answered: Floats, part: Ints, *, prior_rate: float, prior_calls: float, is_final: bool = True
) -> RateTable:
    """Return the answer rate of a first call in every cell (role x weekday x hour, flattened).

    ``exposure`` (C,) is calls in units of first calls, ``answered`` (C,) answers; both may be weighted. ``part`` (7, hours) is
    the part of day of each cell of a week. Without calls every cell has ``prior_rate``, which is worth ``prior_calls`` calls.
    ``is_final`` False is quicker: one answer to how much hours matter, for rounds that only prepare the last.
    """
    calls, answers = (side.reshape(-1, WEEKDAYS, part.shape[1]) for side in (exposure, answered))
    tried = calls.sum(axis=(1, 2)) > 0
    some = np.append(np.flatnonzero(tried), -1)  # one more role stands for all that were never rung
    n, y = (np.concatenate([side[tried], np.zeros((1, *part.shape))]) for side in (calls, answers))
    days = np.ones(WEEKDAYS)
    level = _level(n, y, prior_rate, prior_calls)
    for last in (False, True):  # the surface without the days, the days without the surface
        points = (_by_daytype(n * days[None, :, None]), _by_daytype(y))
        fit, doubt = _averaged(*points, part.shape[1], level, is_final=last and is_final)
        surface = _by_weekday(expit(fit.mean))
        days = _weekdays((n * surface).sum(axis=(0, 2)), y.sum(axis=(0, 2)))
    place = np.full(len(calls), len(some) - 1)
    place[some[:-1]] = np.arange(len(some) - 1)
    sd = np.sqrt(np.diagonal(fit.cov, axis1=1, axis2=2) + doubt)
    cells = np.clip(surface * days[None, :, None], *RATE_BOUNDS)
    mean, cov = _parts(fit, part)
    return RateTable(
        rate=cells[place].ravel(),
        sd=_by_weekday(sd)[place].ravel(),
        part_mean=mean[place],
        part_cov=cov[place],
        doubts=Doubts(fit.doubts.lean[place], fit.doubts.common, fit.doubts.own[place]),
    )


def _level(calls: Floats, answers: Floats, rate: float, worth: float) -> tuple[float, float]:
    """Return mean and variance of the level beforehand: ``worth`` calls with ``rate``, as far as the calls do not gainsay it.

    Held to it, a log of which nine calls in ten are answered would take what is missing out of the curves, and find hours that
    matter where none do.
    """
    found = (answers.sum() + worth * rate) / (calls.sum() + worth)
    return float(logit(np.clip(found, *RATE_BOUNDS))), 1 / (worth * rate * (1 - rate))


def _by_daytype(cells: Floats) -> Floats:
    """Add (roles, 7, hours) up to (roles, points): the hours of weekdays, then those of weekends."""
    return np.concatenate([cells[:, :FIRST_WEEKEND_DAY].sum(axis=1), cells[:, FIRST_WEEKEND_DAY:].sum(axis=1)], axis=1)


def _by_weekday(points: Floats) -> Floats:
    """Return the value of its point for each (role, weekday, hour)."""
    table = points.reshape(len(points), DAYTYPES, -1)
    return np.asarray(table[:, (np.arange(WEEKDAYS) >= FIRST_WEEKEND_DAY).astype(np.int64)])


def _weekdays(expected: Floats, answers: Floats) -> Floats:
    """Return by what each day differs from its kind (weekdays, weekend), pulled to 1 by how much days differ at all.

    All seven tell that together: of two, one that was hardly rung and had bad luck would say that days lie far apart, look bad,
    and not be rung again.
    """
    apart = (answers + 1) / (expected + 1) - 1
    noise = 1 / (expected + 1)
    variance = np.square(WEEKDAY_SDS)[:, None]
    share = softmax(norm.logpdf(apart, scale=np.sqrt(variance + noise)).sum(axis=1))
    return np.asarray(1 + apart * (share @ (variance / (variance + noise))))


def _averaged(
    calls: Floats, answers: Floats, n_hours: int, level: tuple[float, float], *, is_final: bool
) -> tuple[_Fit, Floats]:
    """Return the surface averaged over how much hours may matter, and the variance to add where few were rung.

    That is what UNTRIED leaves beyond the average, in full where the calls took away less than half of it. Its doubts are those
    of UNTRIED too.
    """

    def fit(law: _Law) -> _Fit:
        return _laplace(calls, answers, _kernels(n_hours, law, level[1]), level[0])

    untold = _Law(*UNTRIED, role=ALSO_UNKNOWN["role"][-1], own_weekend=1.0)
    if not is_final:
        return fit(untold), np.zeros_like(calls)
    laws = [_Law(shared, own) for shared in SHARED_SDS for own in OWN_SDS]
    law = max(laws[::2], key=lambda law: fit(law).evidence)
    for name, values in ALSO_UNKNOWN.items():
        share = _by_evidence([fit(replace(law, **{name: value})) for value in values])
        law = replace(law, **{name: float(np.exp(share @ np.log(values)))})
    wide = fit(replace(untold, role=law.role))
    fits = [fit(replace(law, shared=each.shared, own=each.own)) for each in laws]
    weight = _by_evidence(fits)
    means = np.stack([fit.mean for fit in fits])
    mean = np.einsum("f,frp->rp", weight, means)
    apart = means - mean
    cov = np.einsum("f,frpq->rpq", weight, np.stack([fit.cov for fit in fits]))
    cov += np.einsum("f,frp,frq->rpq", weight, apart, apart)
    left, own = (np.diagonal(each, axis1=1, axis2=2) for each in (wide.cov, cov))
    untried = np.minimum(2 * left / (UNTRIED[0] ** 2 + UNTRIED[1] ** 2), 1.0)
    return _Fit(mean, cov, 0.0, wide.doubts), untried * np.maximum(left - own, 0.0)


def _by_evidence(fits: list[_Fit]) -> Floats:
    evidence = np.array([fit.evidence for fit in fits])
    weight = np.exp(evidence - evidence.max())
    return np.asarray(weight / weight.sum())


def _kernels(n_hours: int, law: _Law, level: float) -> tuple[Floats, Floats]:
    """Return two covariances of (daytype, hour) points: of level and shared curve, and of one role's own level and curve."""
    shared, own = (np.repeat([1.0, weekend], n_hours) for weekend in (law.shared_weekend, law.own_weekend))
    shared_cov = law.shared**2 * shared[:, None] * _curve(n_hours, QUICK) * shared
    own_cov = law.own**2 * own[:, None] * _curve(n_hours, OWN_QUICK) * own
    return level + shared_cov, law.role**2 + own_cov + JITTER * np.eye(len(own))


def _curve(n_hours: int, quick: float) -> Floats:
    """Return how alike two (daytype, hour) points are; ``quick`` of it goes from one hour to the next."""
    hour = np.arange(n_hours)
    apart = (hour[:, None] - hour[None, :]) ** 2
    near = STEADY + quick * np.exp(-apart / (2 * QUICK_HOURS**2))
    near += (1 - STEADY - quick) * np.exp(-apart / (2 * SLOW_HOURS**2))
    return np.kron(np.where(np.eye(DAYTYPES) > 0, 1.0, OTHER_DAYTYPE), near)


def _laplace(calls: Floats, answers: Floats, kernels: tuple[Floats, Floats], level: float) -> _Fit:
    """Newton steps to the mode, with halving where one would overshoot (after algorithm 3.1 of the book).

    ``calls`` and ``answers`` (roles, points). Given the shared curve the roles are independent, so every matrix is as small as
    one role's points.
    """
    shared, own = kernels
    calls = np.maximum(calls, answers)

    def surface(dual: Floats) -> Floats:
        return np.asarray(level + dual.sum(axis=0) @ shared + dual @ own)

    def objective(dual: Floats, f: Floats) -> float:
        return float((answers * f - calls * np.logaddexp(0, f) - 0.5 * dual * (f - level)).sum())

    dual = np.zeros_like(calls)
    f = surface(dual)
    best = objective(dual, f)
    for _ in range(NEWTON_STEPS):
        step = _Step(f - level, answers - calls * expit(f), calls * expit(f) * expit(-f), shared, own)
        size, value = 1.0, -np.inf
        while size > SETTLED and not value > best:
            trial = dual + size * (step.dual - dual)
            value, size = objective(trial, surface(trial)), size / 2
        if not value > best + SETTLED:
            break
        best, dual, f = value, trial, surface(trial)
    cov, doubts = step.posterior()
    return _Fit(f, cov, best - 0.5 * step.log_determinant, doubts)


class _Step:
    """One weighted least-squares problem: each role by ``inner`` = (own + 1 / weight)^-1, then the curve that they share."""

    def __init__(self, away: Floats, slope: Floats, weight: Floats, shared: Floats, own: Floats) -> None:
        root = np.sqrt(weight)
        one = np.eye(len(own))
        scaled = one + root[:, :, None] * own * root[:, None, :]
        self.own = own
        self.inner = root[:, :, None] * np.linalg.solve(scaled, one * root[:, None, :])
        target = away + np.divide(slope, weight, out=np.zeros_like(slope), where=weight > 0)
        pull = np.einsum("rij,rj->ri", self.inner, target)
        outer = one + shared @ self.inner.sum(axis=0)
        self.shared_cov = np.linalg.solve(outer, shared)
        self.dual = pull - np.einsum("rij,j->ri", self.inner, self.shared_cov @ pull.sum(axis=0))
        self.log_determinant = float(np.linalg.slogdet(scaled)[1].sum() + np.linalg.slogdet(outer)[1])

    def posterior(self) -> tuple[Floats, Doubts]:
        """Return the posterior covariance of each role's points (roles, points, points), and how all roles' hang together."""
        rest = np.eye(len(self.own)) - self.own @ self.inner
        own = self.own - self.own @ self.inner @ self.own
        cov = np.asarray(rest @ self.shared_cov @ rest.transpose(0, 2, 1) + own)
        sd = np.sqrt(np.diagonal(cov, axis1=1, axis2=2))
        return cov, Doubts(rest / sd[:, :, None], self.shared_cov, own / (sd[:, :, None] * sd[:, None, :]))


def _parts(fit: _Fit, part: Ints) -> tuple[Floats, Floats]:
    """Return mean (roles, parts) and covariance (roles, parts, parts) of the mean logit over the hours of each part of day."""
    week = np.stack([part[0], part[FIRST_WEEKEND_DAY]]).ravel()
    pick = (week[None, :] == np.arange(int(part.max()) + 1)[:, None]).astype(float)
    pick /= np.maximum(pick.sum(axis=1, keepdims=True), 1)
    return fit.mean @ pick.T, pick @ fit.cov @ pick.T
