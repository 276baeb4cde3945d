"""When a person may be reached: open hours in their own zone, across clock changes, holidays and rest days.

Open hours are an interval of local clock time, end excluded. All results are UTC, so nothing after this module has to know
about daylight saving. ``is_holiday`` comes from :func:`ringback.rules.calendars.holiday_calendar`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from schemas.policy import HoursPolicy

IsHoliday = Callable[[date], bool]

HOURS_OF_DAY = 24
AN_HOUR, A_MINUTE = timedelta(hours=1), timedelta(minutes=1)
FURTHEST_DAYS = 60  # no calendar has two months of holidays in a row; beyond this the policy itself never opens


class NeverOpenError(ValueError):
    """The hours policy has no open day in the next two months: its quiet weekdays and holidays cover everything."""


@lru_cache(maxsize=512)
def zone_of(timezone: str) -> ZoneInfo:
    """Return the zone of an IANA name.

    Raises:
        ZoneInfoNotFoundError: there is no such zone.
    """
    return ZoneInfo(timezone)


def no_holidays(day: date) -> bool:
    """Say that no day is a holiday: for zones whose country is not known."""
    del day
    return False


def is_quiet_day(day: date, *, hours: HoursPolicy, is_holiday: IsHoliday) -> bool:
    """Tell whether nobody may be reached on this local date."""
    return day.weekday() in hours.quiet_weekdays or (hours.is_holiday_quiet and is_holiday(day))


def is_open(at: datetime, *, timezone: str, hours: HoursPolicy, is_holiday: IsHoliday) -> bool:
    """Tell whether ``at`` (aware) lies within the open hours where the person is."""
    local = at.astimezone(zone_of(timezone))
    if not hours.first_hour <= local.hour < hours.last_hour:
        return False
    return not is_quiet_day(local.date(), hours=hours, is_holiday=is_holiday)


def next_open_at(at: datetime, *, timezone: str, hours: HoursPolicy, is_holiday: IsHoliday) -> datetime:
    """Return the first instant from ``at`` on, in UTC, at which :func:`is_open` holds; ``at`` itself if it does.

    An opening hour that a clock change skips opens when the clock has jumped; one that comes twice opens the first time.

    Raises:
        NeverOpenError: no day of the next two months is open.
    """
    if is_open(at, timezone=timezone, hours=hours, is_holiday=is_holiday):
        return at.astimezone(UTC)
    first_day = at.astimezone(zone_of(timezone)).date()
    for n in range(FURTHEST_DAYS):
        day = first_day + timedelta(days=n)
        if is_quiet_day(day, hours=hours, is_holiday=is_holiday):
            continue
        opens_at = _at_hour(day, hours.first_hour, timezone)
        if at <= opens_at < _at_hour(day, hours.last_hour, timezone):
            return opens_at
    raise NeverOpenError(f"no open day within {FURTHEST_DAYS} days of {first_day} in {timezone}")


def due_in_hours(
    now: datetime, patience: timedelta, *, timezone: str, hours: HoursPolicy, is_holiday: IsHoliday
) -> datetime:
    """Return when something that may wait for ``patience`` is due, in UTC: within the open hours.

    Patience begins when somebody is there: at ``now`` or, if that is closed or closes within the hour, at the next opening.
    If it ends in a closed hour (night, rest day, holiday) the thing is due before, at the end of the last open hours that
    leave an hour for it: what waits over a holiday has waited too long.

    Raises:
        NeverOpenError: no day of the next two months is open.
    """
    begin = next_open_at(now, timezone=timezone, hours=hours, is_holiday=is_holiday)
    if not is_open(begin + AN_HOUR, timezone=timezone, hours=hours, is_holiday=is_holiday):
        begin = next_open_at(begin + AN_HOUR, timezone=timezone, hours=hours, is_holiday=is_holiday)
    due, soon = begin + patience, begin + AN_HOUR
    if is_open(due, timezone=timezone, hours=hours, is_holiday=is_holiday):
        return due.astimezone(UTC)
    day, first = due.astimezone(zone_of(timezone)).date(), begin.astimezone(zone_of(timezone)).date()
    while day >= first:
        last = _at_hour(day, hours.last_hour, timezone) - A_MINUTE
        if soon <= last < due and not is_quiet_day(day, hours=hours, is_holiday=is_holiday):
            return last
        day -= timedelta(days=1)
    return soon.astimezone(UTC)


def next_midnight(at: datetime, *, timezone: str) -> datetime:
    """Return the instant, in UTC, at which the next local day begins."""
    return _at_hour(at.astimezone(zone_of(timezone)).date(), HOURS_OF_DAY, timezone)


def _at_hour(day: date, hour: int, timezone: str) -> datetime:
    """Return ``hour`` o'clock of a local date in UTC; 24 is the midnight that ends the day."""
    if hour == HOURS_OF_DAY:
        day, hour = day + timedelta(days=1), 0
    return datetime.combine(day, time(hour), zone_of(timezone)).astimezone(UTC)
