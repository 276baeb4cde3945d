"""Signs of life as counts: what a person did of their own accord in the days before a given instant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from scipy.special import gammainc, gammaln

from ringback.analysis.frames import EVENTS, check_frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import LostPolicy

FEATURES: Final = ("view", "open", "reply", "login")

EVENT_FEATURES: Final[Mapping[str, str]] = {
    "jd_view": "view",
    "form_view": "view",
    "mail_open": "open",
    "mail_click": "open",
    "mail_reply": "reply",
    "sms_reply": "reply",
    "app_login": "login",
}
"""Other events are kept in the log but are no sign of life here."""

DAY_MICROSECONDS: Final = 86_400_000_000
MAX_AGE_DAYS: Final = 60
"""Older candidates share the activity of this age."""


@dataclass(frozen=True, slots=True)
class Watched:
    """Behaviour by candidate: ``counts`` (N, F) up to the cap, in a watch from ``first_age`` to ``last_age`` (days, (N,))."""

    counts: Ints
    first_age: Floats
    last_age: Floats


def watch(
    events: pd.DataFrame, candidate_ids: pd.Series[str], *, until: Ints, since: Ints, policy: LostPolicy
) -> Watched:
    """Count views, opens, replies and logins of each candidate in the last ``policy.behaviour_days`` before ``until``.

    ``until`` and ``since`` (when the candidate came in) are microseconds UTC by candidate. Events of machines (mail scanners
    open mails) never count; counts stop at ``policy.behaviour_cap``.
    """
    who, kind, at = _signs(events, candidate_ids)
    start = np.maximum(since, until - policy.behaviour_days * DAY_MICROSECONDS)
    used = (at <= until[who]) & (at >= start[who])
    counts = np.bincount(who[used] * len(FEATURES) + kind[used], minlength=len(candidate_ids) * len(FEATURES))
    return Watched(
        np.minimum(counts.reshape(-1, len(FEATURES)), policy.behaviour_cap),
        np.maximum(start - since, 0) / DAY_MICROSECONDS,
        np.maximum(until - since, 0) / DAY_MICROSECONDS,
    )


def activity_by_age(events: pd.DataFrame, candidate_ids: pd.Series[str], *, until: Ints, since: Ints) -> Floats:
    """Return (MAX_AGE_DAYS + 1, F) events a candidate has had by each age in days, on average, from those still watched.

    This is the clock on which behaviour runs: people look at a job when they apply, not evenly over weeks, so a silent
    first day says more than a silent fifth week. Ages that nobody has reached add nothing.
    """
    who, kind, at = _signs(events, candidate_ids)
    used = (at <= until[who]) & (at >= since[who])
    age = np.minimum((at[used] - since[who[used]]) // DAY_MICROSECONDS, MAX_AGE_DAYS - 1)
    happened = np.bincount(age * len(FEATURES) + kind[used], minlength=MAX_AGE_DAYS * len(FEATURES))
    stays = np.clip((until - since) / DAY_MICROSECONDS, 0, MAX_AGE_DAYS)
    at_risk = np.clip(stays[:, None] - np.arange(MAX_AGE_DAYS)[None, :], 0, 1).sum(axis=0)
    hazard = happened.reshape(MAX_AGE_DAYS, len(FEATURES)) / np.maximum(at_risk, 1.0)[:, None]
    return np.concatenate([np.zeros((1, len(FEATURES))), np.cumsum(hazard, axis=0)])


def expected_activity(watched: Watched, by_age: Floats) -> Floats:
    """Return (N, F) how many events an average candidate has in such a watch; never quite 0."""
    ages = np.arange(len(by_age))
    columns = [
        np.interp(watched.last_age, ages, curve) - np.interp(watched.first_age, ages, curve) for curve in by_age.T
    ]
    return np.asarray(np.maximum(np.column_stack(columns), 1e-6))


def log_chance(counts: Ints, mean: Floats, *, cap: int) -> tuple[Floats, Floats]:
    """Return the Poisson log-chance of ``counts`` (the cap means "so many or more") and its slope in log ``mean``."""
    chance = counts * np.log(mean) - mean - gammaln(counts + 1)
    slope = counts - mean
    is_top = counts >= cap
    high = mean[is_top]
    top = np.maximum(gammainc(cap, high), 1e-300)
    chance[is_top] = np.log(top)
    slope[is_top] = np.exp(cap * np.log(high) - high - gammaln(cap)) / top
    return chance, slope


def _signs(events: pd.DataFrame, candidate_ids: pd.Series[str]) -> tuple[Ints, Ints, Ints]:
    log = check_frame(events, EVENTS, {}, name="events")
    codes = {event: FEATURES.index(feature) for event, feature in EVENT_FEATURES.items()}
    kind = log["event"].map(codes).fillna(-1).to_numpy().astype(np.int64)
    who = np.asarray(pd.Index(candidate_ids).get_indexer(pd.Index(log["candidate_id"])))
    used = (kind >= 0) & ~log["machine"].to_numpy(dtype=bool) & (who >= 0)
    at = log["at"].astype("datetime64[us, UTC]").astype("int64").to_numpy()
    return who[used], kind[used], at[used]
