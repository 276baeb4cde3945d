"""What a clock that goes fast is allowed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.clocks import CLOCKS_DIFFER, coming_hour, is_certainly_after, is_over, is_yet_to_come

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "yet_to_come", "over"),
    [
        (NOW, False, False),
        (NOW + CLOCKS_DIFFER, False, False),
        (NOW + CLOCKS_DIFFER + SECOND, True, False),
        (NOW - CLOCKS_DIFFER, False, False),
        (NOW - CLOCKS_DIFFER - SECOND, False, True),
    ],
)
def test_clocks_may_differ_by_minutes_and_no_more(at: datetime, *, yet_to_come: bool, over: bool) -> None:
    assert (is_yet_to_come(at, now=NOW), is_over(at, now=NOW)) == (yet_to_come, over)


@pytest.mark.parametrize(
    ("later", "certain"), [(SECOND, False), (CLOCKS_DIFFER, False), (CLOCKS_DIFFER + SECOND, True)]
)
def test_of_two_clocks_only_a_gap_that_is_wider_than_they_differ_tells_an_order(
    later: timedelta, *, certain: bool
) -> None:
    assert is_certainly_after(NOW + later, NOW) is certain
    assert not is_certainly_after(NOW, NOW + later)


@pytest.mark.parametrize(
    ("text", "zone", "at"),
    [
        ("18:00", "Asia/Shanghai", datetime(2026, 11, 23, 10, tzinfo=UTC)),  # it is noon there
        ("9:05", "Asia/Shanghai", datetime(2026, 11, 24, 1, 5, tzinfo=UTC)),  # over: tomorrow
        ("12:00", "Asia/Shanghai", datetime(2026, 11, 24, 4, tzinfo=UTC)),  # this very minute is no time to come
        ("18：30", "Asia/Shanghai", datetime(2026, 11, 23, 10, 30, tzinfo=UTC)),
        ("23:30", "America/New_York", datetime(2026, 11, 23, 4, 30, tzinfo=UTC)),  # still the 22nd there
        ("24:00", "Asia/Shanghai", None),
        ("18", "Asia/Shanghai", None),
        ("2026-11-23T18:00", "Asia/Shanghai", None),
    ],
)
def test_a_bare_hour_is_the_next_one_of_that_clock(text: str, zone: str, at: datetime | None) -> None:
    assert coming_hour(text, timezone=zone, now=NOW) == at


def test_an_hour_that_the_clocks_leave_out_still_comes() -> None:
    night = datetime(2027, 3, 14, 5, 0, tzinfo=UTC)  # midnight in New York; two o'clock is three
    assert coming_hour("2:30", timezone="America/New_York", now=night) == datetime(2027, 3, 14, 7, 30, tzinfo=UTC)
