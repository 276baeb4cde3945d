"""What a clock that goes fast is allowed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.clocks import CLOCKS_DIFFER, is_certainly_after, is_over, is_yet_to_come

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
