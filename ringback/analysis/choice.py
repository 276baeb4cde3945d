"""Which slot for whom: every different situation is solved once, and a million candidates share the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ringback.analysis.capacity import Capacity, hour_prices, split
from ringback.analysis.frames import distinct
from ringback.analysis.personal import CHUNK, MAX_MISSES, RoleLogits, answer_chance, personal_shift
from ringback.analysis.slots import HOUR_MICROSECONDS, Slots
from ringback.analysis.week import FIRST_WEEKEND_DAY, band_index

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

WHOLE_DAY: Final = 24

PRICED_STATES: Final = 20_000
"""Prices are found on at most this many situations, weighted by their people; more no longer move them."""


@dataclass(frozen=True, slots=True)
class Situations:
    """What the choice depends on, one row a candidate.

    Role and zone codes, misses (N, MAX_MISSES), the first slot allowed, the band that just failed (-1: none), and the wished
    hours (first, last; 0 and 24 without a wish).
    """

    role: Ints
    zone: Ints
    misses: Ints
    first: Ints
    failed_band: Ints
    wish_first: Ints
    wish_last: Ints


@dataclass(frozen=True, slots=True)
class Chances:
    """The chance of an answer of a reachable person, by history: ``at(...)`` looks it up for any slot.

    ``state`` (N,) is the history of each candidate, ``role`` and ``misses`` are those of each history.
    """

    state: Ints
    role: Ints
    misses: Ints
    mean: Floats
    variance: Floats
    logits: RoleLogits

    def at(self, row: Ints, weekday: Ints, hour: Ints, *, end: str = "centre") -> Floats:
        """Return the chance for candidates ``row`` at (weekday, hour in the day); ``end`` may be centre, low or high."""
        state = self.state[row]
        n_hours = self.logits.centre.shape[2]
        point = (weekday >= FIRST_WEEKEND_DAY) * n_hours + hour
        eta = getattr(self.logits, end)[self.role[state], weekday, hour]
        return answer_chance(eta, self.mean[state, point], self.variance[state, point])


@dataclass(frozen=True, slots=True)
class Choice:
    """Per candidate: slots ranked best first (N, K), -1 where there is none; ``is_random`` and ``propensity`` of the first."""

    slot: Ints
    is_random: NDArray[np.bool_]
    propensity: Floats


def personal_chances(situations: Situations, logits: RoleLogits, policy: Policy) -> Chances:
    """Solve the person's hours once for each different (role, misses)."""
    base = 2 * logits.centre.shape[2] + 1
    key = situations.role.astype(np.int64)
    for place in range(MAX_MISSES):
        key = key * base + situations.misses[:, place] + 1
    first, state = distinct(key)
    role, misses = situations.role[first], situations.misses[first]
    return Chances(state, role, misses, *personal_shift(role, misses, logits, policy.personal), logits)


def choose_slots(
    situations: Situations,
    chances: Chances,
    slots: Slots,
    *,
    policy: Policy,
    dice: Floats,
    capacity: Capacity | None,
) -> Choice:
    """Rank the slots of every candidate.

    ``dice`` (3, N) are the candidate's own uniform numbers for this plan: whether to draw at random, which hour, and which
    side of a shared hour. A random window stays on the local day of the best one, so that weekdays are not compared.
    """
    first, inverse = _distinct(situations, chances, slots)
    n_keep = policy.cadence.windows_per_candidate
    part = (inverse // CHUNK).astype(np.int16)  # which is sorted three times as quickly as the situations themselves
    order, edges = np.argsort(part, kind="stable"), np.concatenate([[0], np.cumsum(np.bincount(part))])
    slot = np.full((len(inverse), n_keep), -1, dtype=np.int16)
    is_random, propensity = np.zeros(len(inverse), dtype=bool), np.full(len(inverse), np.nan)
    price = _prices(first, inverse, situations, chances, slots, policy, capacity)
    for place, start in enumerate(range(0, len(first), CHUNK)):
        some = first[start : start + CHUNK]
        zone = situations.zone[some]
        value = _values(some, situations, chances, slots, policy)
        ranked = _ranked(value, zone, slots, policy, n_keep)
        who = order[edges[place] : edges[place + 1]]
        local = inverse[who] - start
        shares = _whole_shares(ranked, value) if price is None else split(value, price[_clock(zone, slots)])
        top = np.where(ranked[local, 0] >= 0, _drawn(shares, local, dice[2, who]), -1)
        is_open = np.isfinite(value)
        is_random[who] = (dice[0, who] < policy.learning.holdout_share) & (top >= 0)
        top = _with_random(top, is_random[who], is_open, slots.day[zone], local, dice[1, who])
        slot[who] = _lead_with(top, ranked[local])
        propensity[who] = _propensity(top, shares, is_open, slots.day[zone], local, policy.learning.holdout_share)
    return Choice(slot, is_random, propensity)


def _distinct(situations: Situations, chances: Chances, slots: Slots) -> tuple[Ints, Ints]:
    key = chances.state.astype(np.int64)
    for values, size in (
        (situations.zone, len(slots.zones)),
        (situations.first, slots.starts.shape[1] + 1),
        (situations.failed_band + 1, 26),
        (situations.wish_first, 25),
        (situations.wish_last, 25),
    ):
        key = key * size + values
    return distinct(key)


def _values(rows: Ints, situations: Situations, chances: Chances, slots: Slots, policy: Policy) -> Floats:
    zone = situations.zone[rows]
    hour, n_slots = slots.hour[zone], slots.starts.shape[1]
    wished = (hour >= situations.wish_first[rows][:, None]) & (hour < situations.wish_last[rows][:, None])
    has_wish = (situations.wish_last[rows] - situations.wish_first[rows]) < WHOLE_DAY
    allowed = slots.is_open[zone] & (np.arange(n_slots)[None, :] >= situations.first[rows][:, None])
    allowed = np.asarray(allowed & (wished | ~np.any(allowed & wished, axis=1, keepdims=True)))
    bands = np.array([band_index(clock, policy.bands) for clock in range(24)])
    fresh_band = allowed & ((bands[hour] != situations.failed_band[rows][:, None]) | has_wish[:, None])
    allowed = np.where(np.any(fresh_band, axis=1, keepdims=True), fresh_band, allowed)
    in_day = np.clip(hour - policy.call_hours.first_hour, 0, chances.logits.centre.shape[2] - 1)
    chance = chances.at(rows[:, None], slots.weekday[zone], in_day)
    later = (1 - policy.cadence.delay_cost) ** slots.days_ahead[zone]
    return np.where(allowed, chance * later, -np.inf)


def _ranked(value: Floats, zone: Ints, slots: Slots, policy: Policy, n_keep: int) -> Ints:
    bands = np.array([band_index(clock, policy.bands) for clock in range(24)])
    part = slots.day[zone] * 26 + bands[slots.hour[zone]]
    left, rows = value.copy(), np.arange(len(value))
    ranked = np.full((len(value), n_keep), -1)
    for place in range(n_keep):
        best = left.argmax(axis=1)
        is_any = np.isfinite(left[rows, best])
        ranked[:, place] = np.where(is_any, best, -1)
        left[part == part[rows, best][:, None]] = -np.inf
    return ranked


def _whole_shares(ranked: Ints, value: Floats) -> Floats:
    """Everybody goes to the best slot."""
    shares = np.zeros(value.shape)
    rows = np.flatnonzero(ranked[:, 0] >= 0)
    shares[rows, ranked[rows, 0]] = 1.0
    return shares


def _drawn(shares: Floats, local: Ints, dice: Floats) -> Ints:
    """Return the slot that each person's number falls into; one search over all rows laid end to end."""
    n_slots = shares.shape[1]
    edges = np.cumsum(shares, axis=1) + 2 * np.arange(len(shares))[:, None]
    found = np.searchsorted(edges.ravel(), 2 * local + dice, side="right") - local * n_slots
    return np.asarray(np.clip(found, 0, n_slots - 1))


def _with_random(
    top: Ints, is_random: NDArray[np.bool_], is_open: NDArray[np.bool_], day: Ints, local: Ints, dice: Floats
) -> Ints:
    """Return ``top`` with the random people moved to any open hour of the same day, each equally likely."""
    rows = np.flatnonzero(is_random)
    mine = local[rows]
    same_day = is_open[mine] & (day[mine] == day[mine, top[rows]][:, None])
    n_hours = same_day.sum(axis=1)
    nth = np.minimum((dice[rows] * n_hours).astype(np.int64), n_hours - 1)
    moved = top.copy()
    moved[rows] = (np.cumsum(same_day, axis=1) <= nth[:, None]).sum(axis=1)
    return moved


def _propensity(
    top: Ints, shares: Floats, is_open: NDArray[np.bool_], day: Ints, local: Ints, holdout: float
) -> Floats:
    """Return the chance that this plan puts this slot first for this person."""
    mine = np.maximum(top, 0)
    on = np.where(is_open, day - day[is_open].min(initial=np.iinfo(np.int64).max), 0)
    n_days = int(on.max(initial=0)) + 1
    place = np.arange(len(day))[:, None] * n_days + on
    n_hours = np.bincount(place.ravel(), is_open.ravel(), len(day) * n_days)
    on_day = np.bincount(place.ravel(), (shares * is_open).ravel(), len(day) * n_days)
    there = place[local, mine]
    spread = np.where(is_open[local, mine], on_day[there] / np.maximum(n_hours[there], 1), 0.0)
    return np.where(top >= 0, (1 - holdout) * shares[local, mine] + holdout * spread, np.nan)


def _lead_with(top: Ints, ranked: Ints) -> Ints:
    """Return the ranked slots with ``top`` before them, which is not named again."""
    led = np.empty_like(ranked)
    led[:, 0] = top
    is_past = np.zeros(len(top), dtype=bool)  # past the place where it stood
    for place in range(1, ranked.shape[1]):
        is_past |= ranked[:, place - 1] == top
        led[:, place] = np.where(is_past, ranked[:, place], ranked[:, place - 1])
    return led


def _clock(zone: Ints, slots: Slots) -> Ints:
    hours = np.where(
        slots.is_open,
        slots.starts // HOUR_MICROSECONDS,
        slots.starts[slots.is_open].min(initial=0) // HOUR_MICROSECONDS,
    )
    return np.asarray(np.unique(hours, return_inverse=True)[1].reshape(hours.shape)[zone])


def _prices(
    first: Ints,
    inverse: Ints,
    situations: Situations,
    chances: Chances,
    slots: Slots,
    policy: Policy,
    capacity: Capacity | None,
) -> Floats | None:
    if capacity is None or not slots.is_open.any():
        return None
    step = max(1, -(-len(first) // PRICED_STATES))
    people = np.bincount(inverse, minlength=len(first)).astype(float)
    some = first[::step]
    clock = _clock(situations.zone[some], slots)
    n_days = len(np.unique(slots.day[slots.is_open]))
    scale = capacity.rung_share(people.sum(), n_days) * people.sum() / people[::step].sum()
    n_hours = int(_clock(np.arange(len(slots.zones)), slots).max()) + 1
    value = _values(some, situations, chances, slots, policy)
    return hour_prices(value, people[::step] * scale, clock, n_hours=n_hours, calls_per_hour=capacity.calls_per_hour)


def uniform_dice(hashes: NDArray[np.uint64], n: int) -> Floats:
    """Return (n, N) numbers in [0, 1) from one 64-bit hash a candidate (SplitMix64 steps; Steele et al. 2014)."""
    rows: list[Any] = []
    with np.errstate(over="ignore"):
        for step in range(1, n + 1):
            mixed = hashes + np.uint64(step) * np.uint64(0x9E3779B97F4A7C15)
            mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
            mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
            rows.append((mixed ^ (mixed >> np.uint64(31))) / np.float64(2**64))
    return np.array(rows)
