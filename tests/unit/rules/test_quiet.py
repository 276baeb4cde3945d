from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.rules.calendars import country_of_zone, holiday_calendar
from ringback.rules.quiet import NeverOpenError, due_in_hours, is_open, next_midnight, next_open_at, no_holidays
from schemas.policy import HoursPolicy

HOURS = HoursPolicy(first_hour=9, last_hour=20, quiet_weekdays=(), is_holiday_quiet=True)
# zones that change their clocks in unusual ways, and by half an hour
ZONES = (
    "Asia/Shanghai",
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "America/Santiago",
    "Africa/Cairo",
    "Asia/Kathmandu",
)


def hours(first: int, last: int, *weekdays: int) -> HoursPolicy:
    return HoursPolicy(first_hour=first, last_hour=last, quiet_weekdays=weekdays, is_holiday_quiet=True)


@given(
    minutes=st.integers(0, 4 * 366 * 24 * 60),
    zone=st.sampled_from(ZONES),
    first=st.integers(0, 22),
    length=st.integers(1, 24),
)
def test_the_next_opening_is_open_and_nothing_between_is(minutes: int, zone: str, first: int, length: int) -> None:
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    policy = hours(first, min(24, first + length))
    opens_at = next_open_at(at, timezone=zone, hours=policy, is_holiday=no_holidays)
    assert opens_at >= at
    assert is_open(opens_at, timezone=zone, hours=policy, is_holiday=no_holidays)
    assert (opens_at == at) == is_open(at, timezone=zone, hours=policy, is_holiday=no_holidays)
    step = (opens_at - at) / 50
    for n in range(50):
        between = at + n * step
        assert between == opens_at or not is_open(between, timezone=zone, hours=policy, is_holiday=no_holidays)


def test_an_opening_hour_that_the_clock_skips_opens_when_it_has_jumped() -> None:
    # New York, 8 March 2026: 02:00 does not exist
    night = datetime(2026, 3, 8, 6, 30, tzinfo=UTC)
    opens_at = next_open_at(night, timezone="America/New_York", hours=hours(2, 5), is_holiday=no_holidays)
    assert opens_at.astimezone(ZoneInfo("America/New_York")).isoformat() == "2026-03-08T03:00:00-04:00"


def test_nine_o_clock_is_nine_o_clock_on_both_sides_of_a_change() -> None:
    for at in (
        datetime(2026, 3, 7, 3, tzinfo=UTC),
        datetime(2026, 3, 9, 3, tzinfo=UTC),
        datetime(2026, 11, 2, 3, tzinfo=UTC),
    ):
        opens_at = next_open_at(at, timezone="America/New_York", hours=HOURS, is_holiday=no_holidays)
        assert opens_at.astimezone(ZoneInfo("America/New_York")).hour == 9


def test_holidays_and_rest_days_are_skipped() -> None:
    is_holiday = holiday_calendar("Asia/Shanghai")
    before = datetime(2026, 9, 30, 13, tzinfo=UTC)  # 21:00 on the eve of the National Day week
    opens_at = next_open_at(before, timezone="Asia/Shanghai", hours=HOURS, is_holiday=is_holiday)
    assert opens_at.astimezone(ZoneInfo("Asia/Shanghai")).date() == date(2026, 10, 8)
    sunday = datetime(2026, 11, 22, 4, tzinfo=UTC)
    opens_at = next_open_at(sunday, timezone="Asia/Shanghai", hours=hours(9, 20, 5, 6), is_holiday=no_holidays)
    assert opens_at == datetime(2026, 11, 23, 1, tzinfo=UTC)


def test_a_policy_that_never_opens_says_so() -> None:
    with pytest.raises(NeverOpenError, match="no open day"):
        next_open_at(
            datetime(2026, 1, 1, tzinfo=UTC), timezone="UTC", hours=hours(9, 20, *range(7)), is_holiday=no_holidays
        )


def test_the_next_midnight_is_local() -> None:
    at = datetime(2026, 11, 18, 4, tzinfo=UTC)
    assert next_midnight(at, timezone="Asia/Shanghai") == datetime(2026, 11, 18, 16, tzinfo=UTC)
    change = datetime(2026, 11, 1, 4, 30, tzinfo=UTC)  # the night of the change in New York: a day of 25 hours
    assert next_midnight(change, timezone="America/New_York") - datetime(2026, 11, 1, 4, tzinfo=UTC) == timedelta(
        hours=25
    )


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Asia/Shanghai", "CN"),
        ("PRC", "CN"),
        ("US/Eastern", "US"),
        ("America/New_York", "US"),
        ("UTC", None),
        ("Etc/GMT+3", None),
    ],
)
def test_a_zone_lies_in_a_country(zone: str, country: str | None) -> None:
    assert country_of_zone(zone) == country


def test_calendars_know_moved_days_and_unknown_countries_have_none() -> None:
    assert holiday_calendar("PRC")(date(2026, 10, 1))
    assert holiday_calendar("America/New_York")(date(2026, 11, 26))
    assert not holiday_calendar("UTC")(date(2026, 1, 1))
    assert holiday_calendar("Asia/Shanghai") is holiday_calendar("Asia/Shanghai")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("10:00", "14:00"),
        ("15:59", "19:59"),
        ("16:30", "19:59"),
        ("18:59", "19:59"),
        ("19:20", "next 13:00"),
        ("20:00", "next 13:00"),
        ("22:40", "next 13:00"),
        ("03:00", "13:00"),
        ("08:30", "13:00"),
    ],
)
def test_what_may_wait_is_due_today_if_the_day_is_not_over(now: str, due: str) -> None:
    day = date(2026, 11, 24 + due.startswith("next"))
    found = due_in_hours(
        datetime.combine(date(2026, 11, 24), time.fromisoformat(now), ZoneInfo("Asia/Shanghai")),
        timedelta(hours=4),
        timezone="Asia/Shanghai",
        hours=HOURS,
        is_holiday=no_holidays,
    )
    assert found == datetime.combine(day, time.fromisoformat(due[-5:]), ZoneInfo("Asia/Shanghai"))


@pytest.mark.parametrize(
    ("now", "hours_of_patience", "due"),
    [
        ("2026-09-29 10:00", 48, "2026-09-30 19:59"),  # two days on is National Day: the last working day before it
        ("2026-09-29 22:00", 48, "2026-09-30 19:59"),
        ("2026-09-30 10:00", 24, "2026-09-30 19:59"),
        ("2026-09-30 17:30", 4, "2026-09-30 19:59"),
        ("2026-09-30 19:30", 4, "2026-10-08 13:00"),  # no working time is left before it
        ("2026-10-02 11:00", 4, "2026-10-08 13:00"),
    ],
)
def test_what_would_be_due_on_a_holiday_is_due_before_it_if_there_is_working_time(
    now: str, hours_of_patience: int, due: str
) -> None:
    zone = ZoneInfo("Asia/Shanghai")
    found = due_in_hours(
        datetime.fromisoformat(now).replace(tzinfo=zone),
        timedelta(hours=hours_of_patience),
        timezone="Asia/Shanghai",
        hours=HOURS,
        is_holiday=holiday_calendar("Asia/Shanghai"),
    )
    assert f"{found.astimezone(zone):%Y-%m-%d %H:%M}" == due
