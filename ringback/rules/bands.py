"""Windows without any learning: one for each part of the day, with the same stated chance for all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from ringback.rules.quiet import is_open
from schemas.policy import Band, HoursPolicy
from schemas.records import Window


def flat_windows(
    *,
    now: datetime,
    timezone: str,
    bands: Sequence[Band],
    hours: HoursPolicy,
    is_holiday: Callable[[date], bool],
    days: int,
    rate: float,
) -> list[Window]:
    """Return one window a part of the day for the next ``days`` days, in UTC and in order of time, legal hours only.

    Used where no plan has been made yet for a candidate; ``rate`` is the stated prior, its interval the whole range.
    """
    zone = ZoneInfo(timezone)
    first = now.astimezone(zone).date()
    windows = []
    for day in (first + timedelta(days=n) for n in range(days + 1)):
        for band in bands:
            start = datetime(day.year, day.month, day.day, band.first_hour, tzinfo=zone).astimezone(now.tzinfo)
            end = start + timedelta(hours=band.last_hour - band.first_hour)
            if end > now and is_open(max(start, now), timezone=timezone, hours=hours, is_holiday=is_holiday):
                windows.append(
                    Window(
                        max(start, now),
                        end,
                        rate,
                        0.0,
                        1.0,
                        0,
                        "还没有足够的通话记录 / not enough calls yet to prefer an hour",
                    )
                )
    return windows
