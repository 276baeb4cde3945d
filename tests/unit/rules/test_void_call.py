"""What may be taken back, and what stands without it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.void_call import number_as_found, refuse_voiding, standing_without
from schemas.words import Channel, ContactState, Direction, Event, Status

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
GOOD, WRONG = ContactState.GOOD, ContactState.WRONG_NUMBER


@pytest.mark.parametrize("channel", list(Channel))
@pytest.mark.parametrize("direction", list(Direction))
@pytest.mark.parametrize("is_only_reported", [False, True])
def test_only_a_call_that_we_made_and_somebody_logged_is_taken_back(
    channel: Channel, direction: Direction, *, is_only_reported: bool
) -> None:
    may = (channel, direction, is_only_reported) == (Channel.CALL, Direction.OUT, False)
    assert (refuse_voiding(channel, direction, is_only_reported=is_only_reported) is None) is may


@pytest.mark.parametrize(
    ("first", "later", "stands"),
    [
        (Status.NEW, [], Status.NEW),
        (Status.NEW, [Event.NO_ANSWER, Event.ANSWERED], Status.CONTACTED),
        (Status.NEW, [Event.CALL_LATER, Event.BOOKED, Event.HIRED], Status.HIRED),
        (Status.HIRED, [Event.DECLINED], Status.HIRED),  # said by an attempt that makes no sense there
        (Status.NEW, [Event.HIRED], None),  # said by a person: theirs stands
        (Status.FOLLOW_UP, [Event.GIVEN_UP, Event.REOPENED], Status.FOLLOW_UP),
    ],
)
def test_the_table_is_walked_over_what_stands(first: Status, later: list[Event], stands: Status | None) -> None:
    assert standing_without(first, later) is stands


def test_a_number_is_what_the_newest_call_found_and_an_unsure_one_does_not_mend_a_wrong_one() -> None:
    times = [NOW + timedelta(hours=n) for n in range(3)]
    assert number_as_found([]) == (ContactState.UNVERIFIED, None)
    assert number_as_found([(times[0], WRONG, True), (times[1], GOOD, True)]) == (GOOD, times[1])
    assert number_as_found([(times[0], WRONG, True), (times[1], GOOD, False)]) == (WRONG, times[0])
    assert number_as_found([(times[0], GOOD, False), (times[1], WRONG, False)]) == (WRONG, times[1])
