"""What a clock that goes fast is allowed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.clocks import FORESIGHT, is_over, is_yet_to_come

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "yet_to_come", "over"),
    [
        (NOW, False, False),
        (NOW + FORESIGHT, False, False),
        (NOW + FORESIGHT + SECOND, True, False),
        (NOW - FORESIGHT, False, False),
        (NOW - FORESIGHT - SECOND, False, True),
    ],
)
def test_clocks_may_differ_by_minutes_and_no_more(at: datetime, *, yet_to_come: bool, over: bool) -> None:
    assert (is_yet_to_come(at, now=NOW), is_over(at, now=NOW)) == (yet_to_come, over)
