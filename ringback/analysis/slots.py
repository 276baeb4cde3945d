"""The hours that may be called: for each zone the open local hours from ``as_of`` on, as instants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.frames import IsQuiet
    from schemas.policy import HoursPolicy

MAX_DAYS_AHEAD: Final = 31
"""Holidays push the horizon out, but never further than this; the longest public holiday in use (China) has 8 days."""

HOUR_MICROSECONDS: Final = 3_600_000_000
FAR: Final = np.iinfo(np.int64).max // 4


@dataclass(frozen=True, slots=True)
class Slots:
    """Open hours by zone, all arrays (zones, slots) ordered by time; padded with ``is_open`` False and ``starts`` FAR.

    ``starts`` are microseconds since 1970 UTC, ``starts_local`` the same wall time in the zone, ``day`` the local date as an
    ordinal, ``days_ahead`` counted from the local date of ``as_of``.
    """

    zones: tuple[str, ...]
    starts: NDArray[np.int64]
    starts_local: NDArray[np.int64]
    day: NDArray[np.int64]
    days_ahead: NDArray[np.int64]
    weekday: NDArray[np.int64]
    hour: NDArray[np.int64]
    is_open: NDArray[np.bool_]


def open_slots(
    zones: tuple[str, ...], *, as_of: datetime, hours: HoursPolicy, horizon_days: int, is_quiet: IsQuiet
) -> Slots:
    """Return the call hours of the next ``horizon_days`` open days in every zone, from the first whole hour after ``as_of``.

    A day that has begun comes on top. Quiet days (``is_quiet``, ``hours.quiet_weekdays``) are stepped over, so that a long
    holiday gives later slots, not none.
    """
    rows = [_zone_slots(zone, as_of, hours, horizon_days, is_quiet) for zone in zones]
    width = max((len(row) for row in rows), default=0)
    table = np.zeros((6, len(zones), max(width, 1)), dtype=np.int64)
    table[0] = FAR
    is_open = np.zeros(table.shape[1:], dtype=bool)
    for place, row in enumerate(rows):
        if row:
            table[:, place, : len(row)] = np.array(row, dtype=np.int64).T
            is_open[place, : len(row)] = True
    starts, starts_local, day, days_ahead, weekday, hour = table
    return Slots(zones, starts, starts_local, day, days_ahead, weekday, hour, is_open)


def _zone_slots(
    zone: str, as_of: datetime, hours: HoursPolicy, horizon_days: int, is_quiet: IsQuiet
) -> list[tuple[int, ...]]:
    place = ZoneInfo(zone)
    today = as_of.astimezone(place).date()
    found: list[tuple[int, ...]] = []
    whole_days = 0
    for ahead in range(MAX_DAYS_AHEAD):
        day = today + timedelta(days=ahead)
        if day.weekday() in hours.quiet_weekdays or is_quiet(zone, day):
            continue
        starts = [_slot(day, hour, place, ahead) for hour in range(hours.first_hour, hours.last_hour)]
        left = [slot for slot in starts if slot[0] >= as_of.timestamp() * 1_000_000]
        found += left
        whole_days += len(left) == len(starts)
        if whole_days >= horizon_days:
            break
    return found


def _slot(day: date, hour: int, place: ZoneInfo, ahead: int) -> tuple[int, ...]:
    local = datetime.combine(day, time(hour))
    starts = int(local.replace(tzinfo=place).timestamp()) * 1_000_000
    wall = (local - datetime.combine(date(1970, 1, 1), time())) // timedelta(microseconds=1)
    return starts, wall, day.toordinal(), ahead, day.weekday(), hour


def first_allowed(
    slots: Slots, zone: NDArray[Any], *, min_day: NDArray[Any], not_before: NDArray[Any]
) -> NDArray[np.int64]:
    """Return for each row the index of the first slot of its ``zone`` on or after ``min_day`` (ordinal) and ``not_before``.

    ``not_before`` is in microseconds UTC. The index equals the number of slots when none is left.
    """
    first = np.zeros(len(zone), dtype=np.int64)
    width = slots.starts.shape[1]
    for place in range(len(slots.zones)):
        rows = zone == place
        n_open = int(slots.is_open[place].sum())
        by_day = np.searchsorted(slots.day[place, :n_open], min_day[rows], side="left")
        by_time = np.searchsorted(slots.starts[place, :n_open], not_before[rows], side="left")
        found = np.maximum(by_day, by_time)
        first[rows] = np.where(found >= n_open, width, found)
    return first
