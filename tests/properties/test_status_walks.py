"""Whatever happens to a candidate, they stand somewhere, and what ended stays ended until somebody opens it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ringback.actions.standing_history import _walk
from ringback.rules.status import MOVES, next_status, why_refused
from schemas.words import Disposition, Event, Status

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
events = st.lists(st.sampled_from(Event), max_size=40)


def walked(status: Status, happened: list[Event]) -> list[Status]:
    stood = [status]
    for event in happened:
        stood.append(next_status(stood[-1], event) or stood[-1])
    return stood


@given(st.sampled_from(Status), events)
def test_nobody_is_new_again(status: Status, happened: list[Event]) -> None:
    stood = walked(status, happened)
    left = [n for n, one in enumerate(stood) if one is not Status.NEW]
    assert all(one is not Status.NEW for one in stood[left[0] :] if left) if left else True


@given(st.sampled_from(Status), events)
def test_only_a_contact_or_an_interview_leads_to_a_hire(status: Status, happened: list[Event]) -> None:
    stood = walked(status, happened)
    for before, after in pairwise(stood):
        if after is Status.HIRED and before is not Status.HIRED:
            assert before in (Status.CONTACTED, Status.INTERVIEW_BOOKED)


@given(events)
def test_a_hire_is_only_left_by_opening_the_file_again(happened: list[Event]) -> None:
    stood = walked(Status.HIRED, happened)
    first = next((n for n, one in enumerate(stood) if one is not Status.HIRED), None)
    if first is not None:
        assert happened[first - 1] is Event.REOPENED


@given(st.sampled_from(Status), st.sampled_from(Event))
def test_the_same_event_twice_is_where_it_was_after_the_first_or_refused(status: Status, event: Event) -> None:
    once = next_status(status, event)
    if once is not None:
        assert next_status(once, event) in (once, None)


@given(st.sampled_from(Status), st.sampled_from(Event))
def test_every_pair_moves_stays_or_is_refused_in_words(status: Status, event: Event) -> None:
    if next_status(status, event) is None:
        assert (status, event) not in MOVES
        assert status.zh in why_refused(status, event)


@given(st.sampled_from(Status), st.lists(st.sampled_from(Disposition), max_size=30))
def test_a_history_of_calls_leaves_a_gapless_trail(first: Status, said: list[Disposition]) -> None:
    history = [(NOW + timedelta(hours=n), one) for n, one in enumerate(said)]
    status, changes = _walk("person-1", first, history)
    trail = [first, *(change["to_status"] for change in changes)]
    assert [change["from_status"] for change in changes] == trail[:-1]
    assert trail[-1] is status
    assert [change["at"] for change in changes] == sorted(change["at"] for change in changes)
