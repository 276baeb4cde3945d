"""The best next windows for every candidate: role curve, own misses, own wishes, legal hours, shared capacity.

The order of authority: law and quiet days; the person's promise or wish; one call a day and the pause of their tier; never
the band that just failed; then the chance of an answer, prices of crowded hours, and one window in ten drawn at random so
that the table can be audited (the only data that its own advice did not choose).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ringback.analysis.cadence import tier_limits, tries_left
from ringback.analysis.choice import (
    Choice,
    Situations,
    choose_slots,
    personal_chances,
    uniform_dice,
)
from ringback.analysis.frames import (
    CANDIDATES,
    CANDIDATES_OPTIONAL,
    IsQuiet,
    check_as_of,
    check_frame,
    micros,
    only,
    places_of,
)
from ringback.analysis.history import NEVER, Histories, histories
from ringback.analysis.personal import RoleLogits, role_logits
from ringback.analysis.rates import COLD_DEAD_SHARE, role_codes
from ringback.analysis.slots import HOUR_MICROSECONDS, Slots, first_allowed, open_slots
from ringback.analysis.week import WEEKDAYS, band_index
from ringback.analysis.window_rows import Plan, windows_frame
from schemas.words import Status

if TYPE_CHECKING:
    from datetime import datetime

    from numpy.typing import NDArray

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.capacity import Capacity
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

OPEN_STATUSES: Final = (Status.NEW.value, Status.FOLLOW_UP.value)
"""Only these are rung by plan; anybody may be rung at a time they asked for."""

PLANNED_WITH: Final = (
    "candidate_id", "role_family", "timezone", "promised_at", "not_before_at",
    "wish_first_hour", "wish_last_hour", "call_first_hour", "call_last_hour",
)  # fmt: skip
"""What is looked at of people once it is clear whom to ring."""

HASHED_AT_ONCE: Final = 50_000


def best_windows(  # noqa: PLR0913 (people, calls, rates and chances are four frames, the rest is how to plan)
    candidates: pd.DataFrame,
    calls: CleanCalls,
    rates: pd.DataFrame,
    lost: pd.DataFrame | None,
    *,
    as_of: datetime,
    policy: Policy,
    is_quiet: IsQuiet,
    dead_share: float = COLD_DEAD_SHARE,
    capacity: Capacity | None = None,
    differences: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Return up to ``policy.cadence.windows_per_candidate`` windows a candidate, best first (columns WINDOWS).

    ``candidates`` has columns CANDIDATES, ``rates`` comes from :func:`answer_rates`, ``lost`` from :func:`score_lost` (None:
    everybody has the prior). ``dead_share`` is the model's share of fresh candidates who cannot be reached. Left out are
    people who are not in follow-up, whose number is confirmed wrong, or whose tries are used up, unless they promised a
    time. ``p_answer`` is for this person: P(reachable) x chance at this hour after their own misses; ``p_low`` and ``p_high``
    carry the uncertainty of the rate. ``reason`` tells a chance by the hour only where ``differences`` (columns DIFFERENCES;
    None: everywhere) know hours to differ. ``propensity`` is the probability with which this plan put this slot first, missing
    for later ranks. The same arguments give the same windows: dice are hashes of candidate and date of ``as_of``.
    """
    now = check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    people = only(people, (people["status"].isin(OPEN_STATUSES) | (people["promised_at"] >= now)).to_numpy())
    reopened_at = micros(people["reopened_at"], NEVER)
    past = histories(people["candidate_id"], calls, hours=policy.call_hours, reopened_at=reopened_at)
    p_lost, p_reachable = _lost_columns(people, lost, dead_share)
    kept = _may_be_rung(people, past, p_lost, now=now, policy=policy)
    people, past = only(people[list(PLANNED_WITH)], kept), past.take(kept)
    p_lost, p_reachable = p_lost[kept], p_reachable[kept]
    slots, situations = _situations(people, past, p_lost, rates, as_of=as_of, policy=policy, is_quiet=is_quiet)
    del past, p_lost, kept  # tens of megabytes each, in a pool of a million
    chances = personal_chances(situations, _logits(rates, policy, dead_share), policy)
    dice = uniform_dice(_hashes(people["candidate_id"], now), 3)
    choice = choose_slots(situations, chances, slots, policy=policy, dice=dice, capacity=capacity)
    promised = _promised_slots(people, situations.zone, slots, now=now)
    plan = Plan(people, situations, chances, slots, _with_promises(choice, promised), p_reachable, promised)
    return windows_frame(plan, rates, policy, differences)


def _lost_columns(people: pd.DataFrame, lost: pd.DataFrame | None, dead_share: float) -> tuple[Floats, Floats]:
    if lost is None:
        return np.full(len(people), np.nan), np.full(len(people), 1 - dead_share)
    place = places_of(people["candidate_id"], lost["candidate_id"])
    p_lost = np.where(place >= 0, lost["p_lost"].to_numpy(dtype=float)[place], np.nan)
    p_reachable = np.where(place >= 0, lost["p_reachable"].to_numpy(dtype=float)[place], 1 - dead_share)
    return p_lost, p_reachable


def _may_be_rung(
    people: pd.DataFrame, past: Histories, p_lost: Floats, *, now: pd.Timestamp, policy: Policy
) -> NDArray[np.bool_]:
    is_wrong = (past.wrong_at > NEVER) & (past.wrong_at >= micros(people["phone_since"], NEVER))
    n_tries = np.where(micros(people["last_reply_at"], NEVER) > past.last_at, 0, past.n_tries)
    has_tries = tries_left(n_tries, p_lost, policy.cadence) > 0
    return np.asarray((has_tries & ~is_wrong) | (people["promised_at"] >= now).to_numpy())


def _situations(
    people: pd.DataFrame,
    past: Histories,
    p_lost: Floats,
    rates: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
    is_quiet: IsQuiet,
) -> tuple[Slots, Situations]:
    zone, zones = pd.factorize(people["timezone"].fillna("UTC"))
    hours = policy.call_hours
    slots = open_slots(
        tuple(zones), as_of=as_of, hours=hours, horizon_days=policy.cadence.horizon_days, is_quiet=is_quiet
    )
    days_between = np.maximum(tier_limits(p_lost, policy.cadence)[0], 1)
    first = first_allowed(
        slots, zone, min_day=past.last_day + days_between, not_before=micros(people["not_before_at"], NEVER)
    )
    bands = np.array([band_index(hour, policy.bands) for hour in range(24)])
    return slots, Situations(
        role=role_codes(people["role_family"], rates, policy).astype(np.int32),
        zone=np.asarray(zone, dtype=np.int16),
        misses=past.misses,
        first=first.astype(np.int16),
        failed_band=np.where(past.last_miss_hour >= 0, bands[past.last_miss_hour], -1).astype(np.int8),
        wish_first=_hours(people, "first", 0),
        wish_last=_hours(people, "last", 24),
    )


def _hours(people: pd.DataFrame, end: str, open_end: int) -> Ints:
    """Return one end of the hours to keep to: the person's wish, else those of their sequence, else all day."""
    planned = people[f"call_{end}_hour"].where(people["wish_first_hour"].isna())
    return people[f"wish_{end}_hour"].fillna(planned).fillna(open_end).clip(0, 24).to_numpy().astype(np.int8)


def _logits(rates: pd.DataFrame, policy: Policy, dead_share: float) -> RoleLogits:
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    rate, low, high = (
        rates[name].to_numpy(dtype=float).reshape(-1, WEEKDAYS, n_hours) for name in ("rate", "low", "high")
    )
    return role_logits(rate, low, high, dead_share=dead_share, policy=policy.personal)


def _promised_slots(people: pd.DataFrame, zone: Ints, slots: Slots, *, now: pd.Timestamp) -> Ints:
    """Return the first open slot that ends after the promised instant; -1 without a promise."""
    promised = micros(people["promised_at"].where(people["promised_at"] >= now), NEVER)
    before = np.where(promised > NEVER, promised - HOUR_MICROSECONDS + 1, NEVER)
    slot = first_allowed(slots, zone, min_day=np.zeros(len(people), dtype=np.int64), not_before=before)
    return np.where((promised > NEVER) & (slot < slots.starts.shape[1]), slot, -1)


def _with_promises(choice: Choice, promised: Ints) -> Choice:
    is_promised = promised >= 0
    slot = choice.slot.copy()
    slot[is_promised] = -1
    slot[is_promised, 0] = promised[is_promised]
    return Choice(slot, choice.is_random & ~is_promised, np.where(is_promised, 1.0, choice.propensity))


def _hashes(candidate_ids: pd.Series[str], now: pd.Timestamp) -> NDArray[np.uint64]:
    key = now.strftime("ringback%Y%m%d")  # pandas' hash takes a key of 16 bytes
    hashes = np.empty(len(candidate_ids), dtype=np.uint64)
    for start in range(0, len(hashes), HASHED_AT_ONCE):  # a Python object of every id at once takes a hundred megabytes
        some = candidate_ids.iloc[start : start + HASHED_AT_ONCE].to_numpy(dtype=object)
        hashes[start : start + len(some)] = pd.util.hash_array(some, hash_key=key, categorize=False)
    return hashes
