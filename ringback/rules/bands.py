"""Windows without any learning: one for each part of the day, with the same stated chance for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ringback.rules.quiet import is_open
from schemas.policy import Band, HoursPolicy
from schemas.records import Window

NEVER_PLANNED = (
    "夜间计划还没有为其选过时段，先换着时段打"
    " / no night has chosen hours for them yet: one part of the day after the other"
)
NONE_LEFT = (
    "夜间选的时段已没有合适的，换一个时段 / none of the hours that the night chose is left: another part of the day"
)


def flat_windows(
    *,
    now: datetime,
    timezone: str,
    bands: Sequence[Band],
    hours: HoursPolicy,
    is_holiday: Callable[[date], bool],
    days: int,
    rate: float,
    reason: str,
) -> list[Window]:
    """Return one window a part of the day for the next ``days`` days, in UTC and in order of time, legal hours only.

    Used where no window of a plan is left for a candidate; ``rate`` is the stated prior, its interval the whole range, ``reason``
    says in words why no hour was chosen.
    """
    zone = ZoneInfo(timezone)
    first = now.astimezone(zone).date()
    windows = []
    for day in (first + timedelta(days=n) for n in range(days + 1)):
        for band in bands:
            start = datetime(day.year, day.month, day.day, band.first_hour, tzinfo=zone).astimezone(now.tzinfo)
            end = start + timedelta(hours=band.last_hour - band.first_hour)
            if end > now and is_open(max(start, now), timezone=timezone, hours=hours, is_holiday=is_holiday):
                windows.append(Window(max(start, now), end, rate, 0.0, 1.0, 0, reason))
    return windows


def why_no_hour(*, is_scored: bool) -> str:
    """Return in words why no hour is chosen for who has no window left: no night has seen them, or its windows are over."""
    return NONE_LEFT if is_scored else NEVER_PLANNED
