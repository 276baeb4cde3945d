"""Every (status, event) pair: moves, stays or is refused, exactly as the table below says."""

from itertools import product

import pytest

from ringback.rules.status import (
    DISPOSITION_OF_OUTCOME,
    EVENT_OF_INTERVIEW,
    EVENT_OF_OUTCOME,
    MOVES,
    STAYS,
    next_status,
    why_refused,
)
from schemas.words import CallOutcome, Event, InterviewStep, Status

# rows: status; columns: event; "." stays, "-" is refused, a letter is the status moved to
LETTERS = {
    "F": Status.FOLLOW_UP,
    "C": Status.CONTACTED,
    "B": Status.INTERVIEW_BOOKED,
    "H": Status.HIRED,
    "N": Status.NOT_HIRED,
    "L": Status.LOST,
}
EVENTS = [
    Event.NO_ANSWER,
    Event.WRONG_NUMBER,
    Event.ANSWERED,
    Event.CALL_LATER,
    Event.MESSAGE_SENT,
    Event.REPLIED,
    Event.BOOKED,
    Event.HELD,
    Event.NO_SHOW,
    Event.HIRED,
    Event.NOT_HIRED,
    Event.DECLINED,
    Event.OPTED_OUT,
    Event.GIVEN_UP,
    Event.REOPENED,
    Event.TAKEN_BACK,
]
TABLE = {
    #                         n w a l m r b h s H N d o g r t
    Status.NEW:              "F F C F F C B - - - - N N L - -",
    Status.FOLLOW_UP:        ". . C . . C B - - - - N N L . -",
    Status.CONTACTED:        ". . . . . . B - - H N N N - - -",
    Status.INTERVIEW_BOOKED: ". . . . . . . . F H N N N - - -",
    Status.HIRED:            ". . . . . . - . - . - - . - F -",
    Status.NOT_HIRED:        ". . C . . C B . - - . . . - F -",
    Status.LOST:             ". . C F . C B - - - - N N . F -",
}  # fmt: skip


@pytest.mark.parametrize(("status", "event"), list(product(Status, Event)), ids=lambda word: word.value)
def test_every_pair_does_what_the_table_says(status: Status, event: Event) -> None:
    cell = TABLE[status].split()[EVENTS.index(event)]
    expected = {"-": None, ".": status}.get(cell, LETTERS.get(cell))
    assert next_status(status, event) is expected


def test_the_table_has_every_event_once() -> None:
    assert sorted(EVENTS) == sorted(Event)
    assert all(len(row.split()) == len(EVENTS) for row in TABLE.values())


def test_no_pair_both_moves_and_stays() -> None:
    assert not set(MOVES) & STAYS


def test_a_move_changes_the_status() -> None:
    assert all(status is not moved for (status, _), moved in MOVES.items())


def test_every_outcome_and_step_has_an_event() -> None:
    assert set(EVENT_OF_OUTCOME) == set(DISPOSITION_OF_OUTCOME) == set(CallOutcome)
    assert set(EVENT_OF_INTERVIEW) == set(InterviewStep)


def test_every_status_can_be_left() -> None:
    assert {status for status, _ in MOVES} == set(Status)


def test_a_refusal_names_both_words_and_the_next_step() -> None:
    sentence = why_refused(Status.NEW, Event.HELD)
    assert "未联系" in sentence
    assert "已面试" in sentence
    assert "timeline" in sentence
