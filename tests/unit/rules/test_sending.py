from __future__ import annotations

from collections import deque
from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.sending import MOVES, OPEN, SPENT, SendEvent, backoff_seconds, next_look_at, states_before
from schemas.words import MessageState

S, E = MessageState, SendEvent
UNSENT = (S.PLANNED, S.DUE, S.HELD)
TABLE: dict[tuple[MessageState, SendEvent], MessageState] = {
    **{(state, E.CLAIM): S.CLAIMED for state in UNSENT},
    **{(state, E.CANCEL): S.CANCELLED for state in (*UNSENT, S.CLAIMED)},
    (S.CLAIMED, E.RELEASE): S.DUE,
    (S.CLAIMED, E.START): S.SENDING,
    (S.CLAIMED, E.HOLD): S.HELD,
    (S.CLAIMED, E.REJECT): S.DEAD,
    (S.SENDING, E.NOT_TAKEN): S.DUE,
    (S.SENDING, E.LOSE): S.IN_DOUBT,
    (S.SENDING, E.REJECT): S.DEAD,
    (S.IN_DOUBT, E.NOT_FOUND): S.DUE,
    (S.IN_DOUBT, E.GIVE_UP): S.DEAD,
    (S.DEAD, E.REOPEN): S.DUE,
    (S.CANCELLED, E.RESTORE): S.PLANNED,
    **{(state, E.ACCEPT): S.ACCEPTED for state in (*UNSENT, S.CLAIMED, S.SENDING, S.IN_DOUBT, S.DEAD, S.CANCELLED)},
    (S.ACCEPTED, E.DELIVER): S.DELIVERED,
    (S.ACCEPTED, E.FAIL_DELIVERY): S.UNDELIVERED,
    (S.UNDELIVERED, E.DELIVER): S.DELIVERED,
}


@pytest.mark.parametrize("state", list(MessageState))
@pytest.mark.parametrize("event", list(SendEvent))
def test_every_pair_moves_as_the_table_says(state: MessageState, event: SendEvent) -> None:
    assert MOVES.get((state, event)) == TABLE.get((state, event))
    assert (state in states_before(event)) == ((state, event) in MOVES)


def test_from_every_open_state_an_end_can_be_reached() -> None:
    for state in OPEN:
        seen, todo = {state}, deque([state])
        while todo:
            here = todo.popleft()
            fresh = {after for (before, _), after in MOVES.items() if before is here} - seen
            seen |= fresh
            todo.extend(fresh)
        assert {S.ACCEPTED, S.DEAD} <= seen, state


def test_nothing_is_sent_again_without_certainty() -> None:
    """Every path from sending back to sending passes NOT_TAKEN, NOT_FOUND or a person."""
    certain = {E.NOT_TAKEN, E.NOT_FOUND, E.REOPEN}
    seen, todo = {S.SENDING}, deque([S.SENDING])
    while todo:
        here = todo.popleft()
        for (before, event), after in MOVES.items():
            if before is here and event not in certain:
                assert after is not S.SENDING
                if after not in seen:
                    seen.add(after)
                    todo.append(after)
    assert S.DUE not in seen


def test_what_may_be_with_the_person_counts_for_caps() -> None:
    assert {S.SENDING, S.IN_DOUBT, S.ACCEPTED, S.DELIVERED, S.UNDELIVERED} == SPENT


def test_a_doubt_is_looked_into_three_times_over_the_settle_time() -> None:
    ended_at = datetime(2026, 11, 18, 4, tzinfo=UTC)
    looks = [next_look_at(n, ended_at=ended_at, settle=timedelta(minutes=15)) for n in range(4)]
    assert looks == [ended_at + timedelta(minutes=m) for m in (1, 5, 15)] + [None]
    immediate = [next_look_at(n, ended_at=ended_at, settle=timedelta(0)) for n in range(2)]
    assert immediate == [ended_at, None]


def test_waits_double_up_to_a_limit_and_differ() -> None:
    assert [backoff_seconds(n, dice=1.0) for n in (1, 2, 3, 20)] == [2.0, 4.0, 8.0, 300.0]
    assert backoff_seconds(3, dice=0.0) == 4.0
