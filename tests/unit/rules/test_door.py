"""The hours that a candidate's page offers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from ringback.rules.calendars import holiday_calendar
from ringback.rules.door import interview_times
from ringback.settings import load_policy

OFFICE = "Asia/Shanghai"
TUESDAY = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
POLICY = load_policy(None)


def starts(timezone: str, taken: set[datetime] | None = None) -> dict[date, list[int]]:
    """Return the hours that are offered, by the day and in the zone of the candidate."""
    offered = interview_times(TUESDAY, office=OFFICE, timezone=timezone, hours=POLICY.call_hours, door=POLICY.door,
                              is_holiday=holiday_calendar(OFFICE), taken=taken or set())  # fmt: skip
    zone = ZoneInfo(timezone)
    assert all(at.astimezone(zone).date() == day for day, times in offered.items() for at in times)
    return {day: [at.astimezone(zone).hour for at in times] for day, times in offered.items()}


@pytest.mark.parametrize(
    ("timezone", "hours"),
    [
        (OFFICE, [10, 14, 16]),
        ("Asia/Kolkata", [11, 13]),  # 07:30 is too early for them, and the others suit
        ("Europe/Berlin", [9]),
        ("America/New_York", [21]),  # not an hour to ring, but they are awake
    ],
)
def test_interviews_are_offered_at_hours_of_the_candidates_day(timezone: str, hours: list[int]) -> None:
    assert list(starts(timezone).values())[1] == hours


def test_an_hour_that_is_taken_is_not_offered() -> None:
    ten = datetime(2026, 11, 25, 10, tzinfo=ZoneInfo(OFFICE)).astimezone(UTC)
    assert starts(OFFICE, {ten})[date(2026, 11, 25)] == [14, 16]
