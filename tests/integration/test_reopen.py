"""Back into the pool on a recruiter's word: who may come back, what follows, and that their tries begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ringback.actions.followup import log_call
from ringback.actions.learn import nightly
from ringback.actions.people import story_of
from ringback.actions.plan import plan_followup
from ringback.actions.reminders import fire_due
from ringback.actions.reopen import reopen
from ringback.errors import AmbiguousError, NotFoundError, UsageError
from ringback.workspace import Workspace
from schemas.tables import Consent, OutboxMessage, Reminder, StatusChange
from schemas.words import CallOutcome, Event, ReminderKind, ReminderState, Status
from tests.standins.homes import add_person, on_both, person, rows, workspaces

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def given_up(ws: Workspace, now: datetime) -> datetime:
    """Ring somebody in vain until the night gives them up; return when that is."""
    add_person(ws, at=now - 60 * DAY, role_family="finance")
    tries = ws.policy.cadence.tiers[0].max_tries
    for n in range(tries):
        log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now + n * 4 * DAY)
    end = now + tries * 4 * DAY
    assert nightly(ws, as_of=end).plan.n_given_up == 1
    return end


def live(ws: Workspace) -> list[Reminder]:
    return [r for r in rows(ws, Reminder, Reminder.id) if r.state in (ReminderState.OPEN, ReminderState.FIRED)]


@on_both
def test_who_was_given_up_comes_back_with_all_their_tries(ws: Workspace, now: datetime) -> None:
    end = given_up(ws, now)
    n_messages = len(rows(ws, OutboxMessage))
    done = reopen(ws, candidate="person-1", actor="may", now=end + HOUR)
    assert (done.status_before, done.status, done.is_repeat) == (Status.LOST, Status.FOLLOW_UP, False)
    assert done.next_call_at is not None
    assert [(r.kind, r.due_at) for r in live(ws)] == [(ReminderKind.CALL, done.next_call_at)]
    change = rows(ws, StatusChange, StatusChange.id)[-1]
    assert (change.event, change.actor, change.at) == (Event.REOPENED, "may", end + HOUR)
    assert any(entry.by == "may" and entry.note == Event.REOPENED.both for entry in story_of(ws, "person-1").entries)
    assert len(rows(ws, OutboxMessage)) == n_messages  # nothing is written to them because of it
    again = reopen(ws, candidate="person-1", actor="may", now=end + 2 * HOUR)
    assert (again.is_repeat, again.next_call_at) == (True, done.next_call_at)
    assert plan_followup(ws, as_of=end + 3 * HOUR).n_given_up == 0  # by the scores of the night before
    assert nightly(ws, as_of=end + DAY).plan.n_given_up == 0
    first = log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=end + 2 * DAY)
    assert first.next_call_at is not None
    assert first.message_channel is not None  # a new row of unanswered calls has its messages
    assert nightly(ws, as_of=end + 9 * DAY).plan.n_given_up == 0


def test_tries_after_coming_back_are_counted_to_their_end_as_before(ws: Workspace, now: datetime) -> None:
    end = given_up(ws, now)
    reopen(ws, candidate="person-1", now=end)
    tries = max(tier.max_tries for tier in ws.policy.cadence.tiers)
    for n in range(tries):
        log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=end + HOUR + n * 4 * DAY)
    assert nightly(ws, as_of=end + (tries + 2) * 4 * DAY).plan.n_given_up == 1


@pytest.mark.parametrize("status", [Status.HIRED, Status.NOT_HIRED, Status.LOST])
def test_every_end_can_be_begun_anew(ws: Workspace, now: datetime, status: Status) -> None:
    add_person(ws, at=now - DAY, status=status)
    assert reopen(ws, candidate="孟知夏", now=now).status is Status.FOLLOW_UP


def test_without_a_number_one_is_asked_for(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.LOST, phones=())
    assert reopen(ws, candidate="孟知夏", now=now).next_call_at is None
    assert [r.kind for r in live(ws)] == [ReminderKind.VERIFY_NUMBER]


def test_a_time_that_they_asked_for_stays(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.NOT_HIRED)
    due = now + 30 * DAY
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now, callback_at=due)
    assert reopen(ws, candidate="person-1", now=now + HOUR).next_call_at == due
    assert {(r.kind, r.due_at) for r in live(ws)} == {(ReminderKind.CALL_BACK, due)}


@pytest.mark.parametrize("status", [Status.NEW, Status.CONTACTED, Status.INTERVIEW_BOOKED])
def test_who_is_in_the_pool_is_not_taken_back_into_it(ws: Workspace, now: datetime, status: Status) -> None:
    add_person(ws, at=now - DAY, status=status)
    with pytest.raises(UsageError, match="is in the pool"):
        reopen(ws, candidate="person-1", now=now)
    assert person(ws).status is status


@on_both
def test_who_wants_to_be_left_alone_is_left_alone(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    log_call(ws, candidate="person-1", outcome=CallOutcome.OPTED_OUT, now=now)
    with pytest.raises(UsageError, match="asked to be left alone"):
        reopen(ws, candidate="person-1", now=now + HOUR)
    assert person(ws).status is Status.NOT_HIRED
    assert live(ws) == []


def test_who_refused_consent_is_left_alone(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.LOST)
    with ws.writing() as session:
        session.add(Consent(candidate_id="person-1", source_record_id=None, purpose="contact", is_given=False,
                            at=now - DAY, proof="form"))  # fmt: skip
    with pytest.raises(UsageError, match="refused consent"):
        reopen(ws, candidate="person-1", now=now)


def test_it_takes_the_whole_name_and_one_person(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.LOST)
    with pytest.raises(NotFoundError, match="孟知夏"):
        reopen(ws, candidate="知夏", now=now)
    add_person(ws, "person-2", at=now - DAY, status=Status.LOST, phones=("+8613900002222",), emails=())
    with pytest.raises(AmbiguousError):
        reopen(ws, candidate="孟知夏", now=now)
    assert {r.event for r in rows(ws, StatusChange)} == set()


@on_both
def test_a_promise_is_one_reminder_after_it(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.NOT_HIRED)
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now, callback_at=now + DAY)
    reopen(ws, candidate="person-1", now=now + 2 * HOUR)
    assert [(r.kind, r.due_at) for r in live(ws)] == [(ReminderKind.CALL_BACK, now + DAY)]


def test_a_promise_that_fired_is_followed_by_one_call(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.NOT_HIRED)
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now, callback_at=now + HOUR)
    assert len(fire_due(ws, now=now + HOUR)) == 1
    done = reopen(ws, candidate="person-1", now=now + 2 * HOUR)
    assert [(r.kind, r.due_at) for r in live(ws)] == [(ReminderKind.CALL, done.next_call_at)]


def test_who_has_no_number_that_rings_has_no_next_call(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.LOST, phones=(), next_call_at=now - 5 * DAY)
    assert reopen(ws, candidate="person-1", now=now).next_call_at is None
