"""What the candidate's own page offers: the choices, and the hours among which to choose."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time, timedelta

from ringback.rules.quiet import IsHoliday, is_quiet_day, zone_of
from schemas.policy import DoorPolicy, HoursPolicy
from schemas.words import Word


class Choice(Word):
    """What a candidate may ask for on their page."""

    RING = "ring", "请按这个时间给我打电话", "Ring me at this time"
    WRITE = "write", "请给我发信息，不要打电话", "Write to me instead of ringing"
    INTERVIEW = "interview", "预约面试", "Book this interview"
    NOT_NOW = "not_now", "暂时不考虑，以后再联系", "Not now, ask me again later"
    STOP = "stop", "以后都不要再联系我，并删除我的资料", "Never contact me again, and forget me"


AWAKE = range(7, 23)
"""Hours at which an interview with somebody far away is no imposition."""

MINUTES_AHEAD = 30
"""Nobody can be asked to ring or to meet sooner than this."""


def call_times(
    now: datetime, *, timezone: str, hours: HoursPolicy, door: DoorPolicy, is_holiday: IsHoliday
) -> Mapping[date, list[datetime]]:
    """Return full hours (UTC) at which a person may ask to be rung, by local date, the nearest days that have any."""
    return _times(now, timezone, range(hours.first_hour, hours.last_hour), door.offer_days, hours, is_holiday)


def interview_times(
    now: datetime,
    *,
    office: str,
    timezone: str,
    hours: HoursPolicy,
    door: DoorPolicy,
    is_holiday: IsHoliday,
    taken: Collection[datetime],
) -> Mapping[date, list[datetime]]:
    """Return starts of interviews (UTC) that are still free, on working days of the office from tomorrow on.

    They are those at which the office interviews, by date where the candidate is (``timezone``). Somebody far away is
    offered those that fall into their own calling hours; if none does, those at which they are awake; else all.
    """
    today = now.astimezone(zone_of(office)).date()
    offered = _times(now, office, door.interview_hours, door.offer_days + 1, hours, is_holiday)
    free = [
        at
        for day, times in offered.items()
        if day > today and day.weekday() not in door.interview_rest_days
        for at in times
        if at not in taken
    ]
    theirs = [at.astimezone(zone_of(timezone)) for at in sorted(free)]
    usual = [at for at in theirs if hours.first_hour <= at.hour < hours.last_hour]
    awake = [at for at in theirs if at.hour in AWAKE]
    by_day: dict[date, list[datetime]] = {}
    for at in usual or awake or theirs:
        by_day.setdefault(at.date(), []).append(at.astimezone(UTC))
    return by_day


def ask_again_at(now: datetime, *, timezone: str, door: DoorPolicy) -> datetime:
    """Return when to ring somebody who said "not now": so many days later, at ten in the morning where they are."""
    day = now.astimezone(zone_of(timezone)).date() + timedelta(days=door.not_now_days)
    return _at(day, 10, timezone)


def _times(
    now: datetime, timezone: str, hours_of_day: Collection[int], n_days: int, hours: HoursPolicy, is_holiday: IsHoliday
) -> dict[date, list[datetime]]:
    first = now.astimezone(zone_of(timezone)).date()
    soonest = now + timedelta(minutes=MINUTES_AHEAD)
    found: dict[date, list[datetime]] = {}
    for day in (first + timedelta(days=n) for n in range(3 * n_days)):
        if is_quiet_day(day, hours=hours, is_holiday=is_holiday):
            continue
        times = [at for hour in sorted(hours_of_day) if (at := _at(day, hour, timezone)) >= soonest]
        if times:
            found[day] = times
        if len(found) == n_days:
            break
    return found


def _at(day: date, hour: int, timezone: str) -> datetime:
    return datetime.combine(day, time(hour), zone_of(timezone)).astimezone(UTC)
