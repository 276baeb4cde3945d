"""Who is lost: three states (wrong number, lost, reachable) learned from every call, not from a label.

A label "no contact in 14 days" is made by how often the recruiters rang; the states are not. Everybody is learned from,
those who answered too: fitting the silent ones only mistakes bad luck for loss.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from scipy.special import expit, logit

from ringback.analysis.behaviour import FEATURES, known_until, signs_among
from ringback.analysis.climb import Ready, fit, log_likelihood
from ringback.analysis.episodes import Setting, Told, first_episodes, present_episodes
from ringback.analysis.frames import CANDIDATES, CANDIDATES_OPTIONAL, SCORES, check_as_of, check_frame
from ringback.analysis.history import was_rung
from ringback.analysis.lapse import lapse_odds
from ringback.analysis.likelihood import (
    ANSWERED,
    SILENT,
    TINY,
    WRONG,
    CallChances,
    Episodes,
    Layout,
    behaviour_signs,
    call_chances,
    state_posterior,
    state_shares,
)
from ringback.analysis.lost_reasons import lost_reasons
from ringback.analysis.rates import COLD_DEAD_SHARE, role_codes
from ringback.analysis.series import series_missed

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.shrinkage import Floats
    from schemas.policy import LostPolicy, Policy

FIT_CANDIDATES: Final = 12_000
"""More people are thinned evenly: the standard errors are below a hundredth of the priors' by then."""
MIN_CONTACTS: Final = 50
HAZARD_SD: Final = 0.35
"""How far the log of the hazard may lie from the policy's: half or double are two standard deviations away."""
LATER: Final = (float(np.log(0.004)), -20.0)
"""What models hold that were registered before it was learned: the log hazard, and that none of the lost looks around still."""
ROUGH_STEP, ROUGH_FROM = 6, 6_000
"""A sixth of many candidates leads near the answer at a sixth of the cost."""
LIVE_ROUNDS: Final = 2
"""So often it is asked who is live, and what live people do. The first answer rests on what all do: what the lost leave undone
passes for fading, and too few are thought lost."""
NOT_LEARNED: Final = ("not learned yet", "尚未学习")


@dataclass(frozen=True, slots=True)
class LostModel:
    """The parameters of the three-state model; plain numbers, so it is stored as JSON (:meth:`as_json`).

    ``theta`` is laid out by :class:`Layout` over ``sources`` plus one place for sources not seen. ``badge`` is empty once
    the model is fitted to enough candidates; until then it holds the priors and the badge says so. ``metrics`` are counts
    and checks of the fit, each with its number of cases. ``activity`` is events by age in days (rows) and kind.
    """

    theta: tuple[float, ...]
    sources: tuple[str, ...]
    dead_share: float
    activity: tuple[tuple[float, ...], ...]
    as_of: str
    is_learned: bool
    badge: str
    badge_zh: str
    metrics: dict[str, Any] = field(default_factory=dict)

    @property
    def layout(self) -> Layout:
        """Where each parameter stands."""
        return Layout(n_features=len(FEATURES), n_sources=len(self.sources) + 1)

    def as_json(self) -> dict[str, Any]:
        """Return a dictionary of plain values."""
        return asdict(self)

    @property
    def daily_hazard(self) -> float:
        """The chance a day that a live person goes."""
        return float(np.exp(self.theta[self.layout.hazard]))

    @classmethod
    def from_json(cls, stored: dict[str, Any]) -> LostModel:
        """Return the model that :meth:`as_json` wrote."""
        tuples = {name: tuple(stored[name]) for name in ("theta", "sources")}
        tuples["activity"] = tuple(tuple(row) for row in stored["activity"])
        model = cls(**{**stored, **tuples})
        missing = model.layout.size - len(model.theta)
        return replace(model, theta=(*model.theta, *LATER[-missing:])) if missing else model


def fit_lost_model(
    candidates: pd.DataFrame,
    calls: CleanCalls,
    events: pd.DataFrame,
    rates: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
    dead_share: float = COLD_DEAD_SHARE,
) -> LostModel:
    """Fit the three-state model to all first episodes up to ``as_of``.

    Takes the frames of :func:`score_lost`; all candidates belong in, reached ones too. Below
    ``policy.lost.min_candidates`` rung candidates or 50 answered ones the priors stand, with the badge "not learned yet".
    """
    now = check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    rung = np.flatnonzero(was_rung(people["candidate_id"], calls))
    some = rung[:: max(1, -(-len(rung) // FIT_CANDIDATES))]
    thin = people.iloc[some].reset_index(drop=True)
    sources = tuple(sorted(str(name) for name in people["source"].dropna().unique()))
    known = signs_among(known_until(events, now), people["candidate_id"], some)
    calls = calls.among(people["candidate_id"], some)
    setting = Setting(rates, sources, dead_share, policy, now)
    told = first_episodes(thin, calls, known, setting)
    layout = Layout(n_features=len(FEATURES), n_sources=len(sources) + 1)
    theta = _priors(layout, policy.lost)[0]
    n_answered = int((told.episodes.end == ANSWERED).sum())
    is_learned = len(rung) >= policy.lost.min_candidates and n_answered >= MIN_CONTACTS
    if is_learned:
        rough = _rough(told, layout, policy.lost)
        for _ in range(LIVE_ROUNDS):
            told = first_episodes(thin, calls, known, setting, live=1 - _lost_at_first(rough, told, layout))
        mean, sd = _priors(layout, policy.lost)
        theta = fit(told.episodes, layout, prior_mean=mean, prior_sd=sd, start=rough)
    return LostModel(
        theta=tuple(float(value) for value in theta),
        sources=sources,
        dead_share=dead_share,
        activity=tuple(tuple(round(float(value), 6) for value in row) for row in told.activity),
        as_of=now.isoformat(),
        is_learned=is_learned,
        badge="" if is_learned else NOT_LEARNED[0],
        badge_zh="" if is_learned else NOT_LEARNED[1],
        metrics=_metrics(theta, told.episodes, layout) | {"n_candidates": len(rung), "n_answered": n_answered},
    )


def score_lost(
    model: LostModel,
    candidates: pd.DataFrame,
    calls: CleanCalls,
    events: pd.DataFrame,
    rates: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
) -> pd.DataFrame:
    """Return one row a candidate (columns SCORES): the chance that they are lost, the number wrong, or still reachable.

    The three add up to 1. ``p_miss`` is the chance that six calls are missed, one in each sixth of the call day.
    ``n_calls`` are the calls of the present episode, ``n_misses`` those that could have been answered. ``reasons`` and
    ``reasons_zh`` are lists of sentences, strongest first, each with what it adds on the logit scale.
    """
    now = check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    known = known_until(events, now)
    setting = Setting(rates, model.sources, model.dead_share, policy, now)
    told = present_episodes(people, calls, known, setting, activity=np.array(model.activity))
    theta = np.array(model.theta)
    wrong, lost, signs = _present_shares(theta, told, people, model)
    chances = call_chances(told.episodes, theta[model.layout.rest])
    went = _lapse(theta, told, model, chances)
    still, gone, _ = went
    detection, reach = float(expit(theta[model.layout.rest][0])), chances.reach
    states = state_posterior(wrong, lost, reach, went, told.episodes, detection=detection)
    n_misses = np.bincount(told.episodes.candidate, minlength=len(people))
    role = role_codes(people["role_family"], rates, policy)
    rest = theta[model.layout.rest]
    miss = series_missed(rest, chances, n_misses, role, rates, dead_share=model.dead_share, policy=policy)
    since_sign = np.log(np.maximum(lost + (1 - lost) * reach * gone, TINY) / np.maximum(lost * still, TINY))
    english, chinese = lost_reasons(model, told, signs, reach, states, policy.lost, since_sign=since_sign)
    return pd.DataFrame(
        {
            "candidate_id": people["candidate_id"],
            "p_lost": states[:, 1],
            "p_wrong": states[:, 0],
            "p_reachable": states[:, 2],
            "p_miss": states[:, 0] + states[:, 1] + states[:, 2] * miss,
            "n_calls": told.episodes.n_calls,
            "n_misses": n_misses,
            "reasons": english,
            "reasons_zh": chinese,
        }
    )[list(SCORES)]


def _rough(told: Told, layout: Layout, policy: LostPolicy) -> Floats:
    """Return parameters near the answer, from a sixth of many candidates: enough to tell whose behaviour is that of live ones."""
    mean, sd = _priors(layout, policy)
    some = told.episodes.every(ROUGH_STEP) if len(told.episodes.end) > ROUGH_FROM else told.episodes
    return fit(some, layout, prior_mean=mean, prior_sd=sd)


def _lost_at_first(theta: Floats, told: Told, layout: Layout) -> Floats:
    """Return (N,) the chance of being lost by the end of the first episode; 0 after an answer."""
    episodes = told.episodes
    wrong, lost = state_shares(theta, episodes, layout)
    lost = expit(logit(lost) + behaviour_signs(theta, episodes, layout).sum(axis=1))
    chances = call_chances(episodes, theta[layout.rest])
    detection = float(expit(theta[layout.rest][0]))
    went = lapse_odds(theta, told, layout, chances)
    states = state_posterior(wrong, lost, chances.reach, went, episodes, detection=detection)
    return np.where(
        episodes.end == ANSWERED, 0.0, np.where(episodes.end == WRONG, lost, states[:, 1] + states[:, 0] * lost)
    )


def source_wrong_shares(model: LostModel) -> pd.DataFrame:
    """Return ``source, p_wrong``: the share of wrong numbers by source that the calls point to.

    Larger than the share confirmed so far, because one call to a wrong number shows it only now and then.
    """
    return pd.DataFrame(
        {"source": model.sources, "p_wrong": expit(np.array(model.theta)[model.layout.wrong])[: len(model.sources)]}
    )


def _priors(layout: Layout, policy: LostPolicy) -> tuple[Floats, Floats]:
    pairs = [policy.prior_lost] + [policy.prior_activity] * layout.n_features
    pairs += [policy.prior_view, policy.prior_open, policy.prior_reply, policy.prior_login]
    pairs += [policy.prior_source] * layout.n_sources + [policy.prior_wrong] * layout.n_sources
    pairs += [policy.prior_evenness, policy.prior_detect, policy.prior_shift, policy.prior_fatigue, policy.prior_spread]
    pairs += [(float(np.log(policy.daily_hazard)), HAZARD_SD), policy.prior_looking]
    table = np.array(pairs, dtype=float)
    return table[:, 0], table[:, 1]


def _present_shares(theta: Floats, told: Told, people: pd.DataFrame, model: LostModel) -> tuple[Floats, Floats, Floats]:
    """Return w, l given the behaviour, and what each kind of behaviour added to the logit of l (N, F).

    After an answer the number is right, and being lost grows by the hazard a day.
    """
    wrong, lost = state_shares(theta, told.episodes, model.layout)
    signs = behaviour_signs(theta, told.episodes, model.layout)
    days = told.days_since_answer
    has_answered = ~np.isnan(days)
    since = -np.expm1(-np.exp(theta[model.layout.hazard]) * np.nan_to_num(np.maximum(days, 0.1)))
    lost = expit(logit(np.clip(np.where(has_answered, since, lost), 1e-6, 1 - 1e-6)) + signs.sum(axis=1))
    number_changed = (people["phone_since"].notna() & (told.episodes.end == WRONG)).to_numpy()
    return np.where(has_answered & ~number_changed, 1e-6, wrong), lost, signs


def _lapse(theta: Floats, told: Told, model: LostModel, chances: CallChances) -> tuple[Floats, Floats, Floats]:
    """Return :func:`lapse_odds`; after an answer the hazard since then is in the chance of being lost already."""
    still, gone, silent = lapse_odds(theta, told, model.layout, chances)
    has_answered = ~np.isnan(told.days_since_answer)
    return np.where(has_answered, 1.0, still), np.where(has_answered, 0.0, gone), np.where(has_answered, 0.0, silent)


def _metrics(theta: Floats, episodes: Episodes, layout: Layout) -> dict[str, Any]:
    """How the fit stands against its own cases: silent share seen and expected, mean log-likelihood."""
    if not len(episodes.end):
        return {}
    value, _ = log_likelihood(theta, Ready.of(episodes), layout)
    wrong, lost = state_shares(theta, episodes, layout)
    return {
        "n_fitted": len(episodes.end),
        "log_likelihood_per_candidate": value / len(episodes.end),
        "share_silent": float((episodes.end == SILENT).mean()),
        "mean_p_wrong_at_first": float(wrong.mean()),
        "mean_p_lost_at_first": float(((1 - wrong) * lost).mean()),
        "p_detect": float(expit(theta[layout.rest][0])),
        "spread": float(np.exp(theta[layout.rest][3])),
        "daily_hazard": float(np.exp(theta[layout.hazard])),
    }
