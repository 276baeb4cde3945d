"""A wrongly logged call is taken back: once, with everything that rests on it, and nothing that does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ringback.actions.export import export_rows
from ringback.actions.followup import CallLogged, log_call
from ringback.actions.interviews import record_interview
from ringback.actions.learn import nightly
from ringback.actions.outreach import dispatch_released
from ringback.actions.people import story_of
from ringback.actions.reminders import fire_due, list_today
from ringback.actions.replies import record_reply
from ringback.actions.void_call import CallVoided, void_call
from ringback.errors import NotFoundError, UsageError
from ringback.reports.followup import voided_sentence
from ringback.store.queries.facts import candidate_facts
from ringback.store.queries.frames import attempts_frame
from ringback.store.queries.weekly import funnel_counts
from ringback.workspace import Workspace
from schemas.tables import Attempt, ContactPoint, OutboxMessage, Reminder, StatusChange, Suppression
from schemas.words import (
    CallOutcome,
    Channel,
    ContactState,
    Disposition,
    Event,
    InterviewStep,
    MessageState,
    Refusal,
    ReminderKind,
    ReminderState,
    Status,
)
from tests.standins.homes import add_person, on_both, person, rows, workspaces

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def call(ws: Workspace, outcome: CallOutcome, now: datetime, who: str = "person-1", **more: object) -> CallLogged:
    return log_call(ws, candidate=who, outcome=outcome, now=now, **more)  # type: ignore[arg-type]


def void(ws: Workspace, now: datetime, who: str = "person-1", **more: object) -> CallVoided:
    return void_call(ws, candidate=who, reason="记错人了", now=now, actor="may", **more)  # type: ignore[arg-type]


def live(ws: Workspace) -> list[tuple[ReminderKind, datetime]]:
    states = (ReminderState.OPEN, ReminderState.FIRED)
    return [(r.kind, r.due_at) for r in rows(ws, Reminder, Reminder.id) if r.state in states]


@on_both
def test_a_call_to_somebody_new_leaves_nothing_but_its_entry(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    done = void(ws, now + 5 * MINUTE)
    assert (done.status_before, done.status, done.n_cancelled, done.n_left) == (Status.FOLLOW_UP, Status.NEW, 1, 0)
    assert (live(ws), person(ws).next_call_at) == ([], None)
    [message] = rows(ws, OutboxMessage)
    assert (message.state, message.refusal) == (MessageState.CANCELLED, Refusal.TAKEN_BACK)
    [entry] = rows(ws, Attempt)
    assert (entry.voided_at, entry.voided_by, entry.void_reason) == (now + 5 * MINUTE, "may", "记错人了")
    moved, back = rows(ws, StatusChange, StatusChange.id)
    assert (moved.voided_at, back.event, back.actor) == (now + 5 * MINUTE, Event.TAKEN_BACK, "may")
    story = story_of(ws, "person-1").entries
    assert any("taken back" in told.what and told.by == "may" and told.note == "记错人了" for told in story)


@on_both
def test_asked_twice_it_is_done_once(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    call(ws, CallOutcome.BUSY, now + DAY)
    void(ws, now + DAY + HOUR)
    before = [(e.event_id, e.voided_at) for e in rows(ws, Attempt, Attempt.id)]
    again = void(ws, now + DAY + 2 * HOUR)
    assert again.is_repeat
    assert "nothing was changed" in voided_sentence(again, timezone="Asia/Shanghai")
    assert [(e.event_id, e.voided_at) for e in rows(ws, Attempt, Attempt.id)] == before
    assert [e.voided_at is None for e in rows(ws, Attempt, Attempt.started_at)] == [True, False]
    assert not void(ws, now + DAY + 3 * HOUR, at=now.replace(second=0, microsecond=0)).is_repeat
    assert person(ws).status is Status.NEW


@on_both
def test_a_void_call_counts_nowhere(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    call(ws, CallOutcome.BOOKED, now)
    void(ws, now + HOUR)
    assert list(export_rows(ws, "attempts")) == []
    with ws.reading() as session:
        assert attempts_frame(session, as_of=now + DAY).empty
        facts = candidate_facts(session, ["person-1"])["person-1"]
        counts = funnel_counts(session, answered=(Disposition.ANSWERED, Disposition.BOOKED), as_of=now + DAY)
    tasks = list_today(ws, now=now + DAY)
    assert (facts.attempts, facts.called_at) == ((), ())
    assert (counts["tried"], counts["reached"], counts["booked"]) == (0, 0, 0)
    assert tasks == []
    summary = nightly(ws, as_of=now + DAY)
    assert summary.rates.n_calls == 0
    assert summary.plan.n_reminders_new == 1  # rung as somebody whom nobody has tried


@on_both
def test_a_promise_that_the_call_had_ended_comes_back(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    promised = now + 5 * HOUR
    call(ws, CallOutcome.CALL_LATER, now, callback_at=promised)
    fire_due(ws, now=promised)
    call(ws, CallOutcome.ANSWERED, promised + MINUTE)
    assert (person(ws).status, live(ws)) == (Status.CONTACTED, [])
    done = void(ws, promised + 2 * MINUTE)
    assert (done.status, done.next_call_at) == (Status.FOLLOW_UP, promised)
    assert (live(ws), person(ws).promised_at) == ([(ReminderKind.CALL_BACK, promised)], promised)
    assert [r.state for r in rows(ws, Reminder)] == [ReminderState.FIRED]  # it does not fire a second time


@on_both
def test_messages_that_the_call_had_cancelled_wait_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    call(ws, CallOutcome.ANSWERED, now + MINUTE)
    assert [m.state for m in rows(ws, OutboxMessage)] == [MessageState.CANCELLED]
    done = void(ws, now + 2 * MINUTE)
    assert (done.status, done.n_restored) == (Status.FOLLOW_UP, 1)
    assert [(m.state, m.refusal, m.reason) for m in rows(ws, OutboxMessage)] == [(MessageState.PLANNED, None, None)]
    assert [kind for kind, _ in live(ws)] == [ReminderKind.CALL]
    assert done.next_call_reason is not None


def test_what_has_left_is_said_and_not_sent_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    dispatch_released(ws, logged.message_id, now=lambda: now + MINUTE)
    done = void(ws, now + 2 * MINUTE)
    assert (done.n_cancelled, done.n_left) == (0, 1)
    assert "cannot be called back" in voided_sentence(done, timezone="Asia/Shanghai")
    assert ".; " not in voided_sentence(
        replace(done, next_call_at=now, next_call_reason="Missed before."), timezone="UTC"
    )
    assert call(ws, CallOutcome.NO_ANSWER, now + 3 * MINUTE, at=now).message_id is None
    assert len(rows(ws, OutboxMessage)) == 1


@on_both
def test_the_same_call_logged_anew_counts_and_releases_its_message(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    void(ws, now + MINUTE)
    again = call(ws, CallOutcome.NO_ANSWER, now + 2 * MINUTE, at=now)
    assert (again.is_repeat, again.status, again.message_channel) == (False, Status.FOLLOW_UP, Channel.SMS)
    assert call(ws, CallOutcome.NO_ANSWER, now + 3 * MINUTE, at=now).is_repeat
    assert len(rows(ws, Attempt)) == 2
    assert void(ws, now + 4 * MINUTE).status is Status.NEW
    assert not call(ws, CallOutcome.NO_ANSWER, now + 5 * MINUTE, at=now).is_repeat


def test_a_call_that_its_caller_named_stays_void_when_it_is_told_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now, event_id="dialler-7")
    void(ws, now + MINUTE, at=now)
    assert call(ws, CallOutcome.NO_ANSWER, now + 2 * MINUTE, event_id="dialler-7").is_repeat
    assert person(ws).status is Status.NEW


@on_both
def test_an_opt_out_that_a_recruiter_logged_by_mistake_is_opened_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - DAY)
    add_person(ws, "person-2", at=now - DAY, name="同号")  # the same number and address
    call(ws, CallOutcome.OPTED_OUT, now)
    assert {p.state for p in rows(ws, ContactPoint)} == {ContactState.OPTED_OUT}
    done = void(ws, now + HOUR)
    assert (done.status, person(ws).is_do_not_contact, rows(ws, Suppression)) == (Status.NEW, False, [])
    assert {p.state for p in rows(ws, ContactPoint)} == {ContactState.UNVERIFIED}


@on_both
def test_the_persons_own_word_is_not_taken_back(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="退订", now=now + 2 * HOUR)
    with pytest.raises(UsageError, match="the person's own word") as refused:
        void(ws, now + 3 * HOUR, at=now + 2 * HOUR)
    assert "Nothing was changed" in str(refused.value)
    done = void(ws, now + 3 * HOUR)  # the call before it was a mistake: the wish stands
    assert (done.status, person(ws).is_do_not_contact) == (Status.NOT_HIRED, True)
    assert len(rows(ws, Suppression)) == 2


def test_an_opt_out_told_in_two_ways_stays(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.OPTED_OUT, now)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="退订", now=now + HOUR)
    void(ws, now + 2 * HOUR)
    assert person(ws).is_do_not_contact
    assert person(ws).status is Status.NOT_HIRED


def test_only_calls_that_somebody_logged_are_taken_back(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    with pytest.raises(UsageError, match="No call with 孟知夏 was logged"):
        void(ws, now)
    call(ws, CallOutcome.NO_ANSWER, now, actor="twilio", event_id="twilio-CA1")
    with pytest.raises(UsageError, match="the telephone provider reported this call"):
        void(ws, now + MINUTE)
    with pytest.raises(UsageError, match=r"No call with 孟知夏 was logged for .* \(Asia/Shanghai\)"):
        void(ws, now + MINUTE, at=now - HOUR)
    with ws.writing() as session:
        session.get_one(Attempt, 1).event_id = "log-7"
    at = f"{now.astimezone(ZoneInfo('Asia/Shanghai')):%Y-%m-%d %H:%M}"
    with pytest.raises(UsageError, match=f"only imported; .*--at '{at}'"):
        void(ws, now + MINUTE)
    with pytest.raises(UsageError, match="Say why"):
        void_call(ws, candidate="person-1", reason=" ", now=now)
    with pytest.raises(NotFoundError):
        void(ws, now, who="nobody")


def test_of_two_calls_in_a_minute_the_second_is_asked_for(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    start = now.replace(second=0, microsecond=0) - HOUR
    call(ws, CallOutcome.NO_ANSWER, now, at=start + timedelta(seconds=5))
    call(ws, CallOutcome.ANSWERED, now, at=start + timedelta(seconds=40))
    with pytest.raises(UsageError, match="with its seconds"):
        void(ws, now, at=start)
    assert void(ws, now, at=start + timedelta(seconds=40)).disposition is Disposition.ANSWERED
    assert person(ws).status is Status.FOLLOW_UP


@on_both
def test_what_came_after_stands_and_decides(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NOT_INTERESTED, now)
    record_reply(ws, candidate="person-1", channel=Channel.EMAIL, text="我有兴趣，请联系我", now=now + HOUR)
    reminders = live(ws)
    done = void(ws, now + 2 * HOUR)
    assert (done.status, live(ws)) == (Status.CONTACTED, reminders)


def test_an_interview_that_was_recorded_since_stands(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.ANSWERED, now)
    record_interview(ws, candidate="person-1", step=InterviewStep.HIRED, now=now + HOUR)
    assert void(ws, now + 2 * HOUR).status is Status.HIRED


@on_both
def test_who_was_given_up_for_tries_that_were_none_is_judged_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY, role_family="finance")
    tries = max(tier.max_tries for tier in ws.policy.cadence.tiers)
    for n in range(tries):
        call(ws, CallOutcome.NO_ANSWER, now + n * 4 * DAY)
    end = now + tries * 4 * DAY
    assert nightly(ws, as_of=end).plan.n_given_up == 1
    done = void(ws, end + HOUR)
    assert (done.status, done.next_call_at) == (Status.LOST, None)  # the others were enough
    for n in range(1, tries - 1):
        done = void(ws, end + HOUR, at=now + n * 4 * DAY)
    assert (done.status_before, done.status) == (Status.FOLLOW_UP, Status.FOLLOW_UP)
    assert done.next_call_at is not None
    assert [c.voided_at is None for c in rows(ws, StatusChange) if c.event is Event.GIVEN_UP] == [False]
    assert nightly(ws, as_of=end + 2 * HOUR).plan.n_given_up == 0


@pytest.mark.parametrize(
    ("earlier", "wrong", "left"),
    [
        (None, CallOutcome.WRONG_NUMBER, ContactState.UNVERIFIED),
        (None, CallOutcome.ANSWERED, ContactState.UNVERIFIED),
        (CallOutcome.ANSWERED, CallOutcome.WRONG_NUMBER, ContactState.GOOD),
        (CallOutcome.ANSWERED, CallOutcome.NO_ANSWER, ContactState.GOOD),
    ],
)
def test_the_number_is_what_the_calls_that_stand_found_it(
    ws: Workspace, now: datetime, earlier: CallOutcome | None, wrong: CallOutcome, left: ContactState
) -> None:
    add_person(ws, at=now - 9 * DAY, emails=())
    if earlier is not None:
        call(ws, earlier, now - DAY)
    call(ws, wrong, now)
    void(ws, now + HOUR)
    assert [p.state for p in rows(ws, ContactPoint)] == [left]
    assert call(ws, CallOutcome.NO_ANSWER, now + 2 * HOUR).next_call_at is not None  # it is rung again


def test_a_number_that_an_opt_out_had_closed_is_what_the_calls_before_found_it(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY, emails=())
    call(ws, CallOutcome.WRONG_NUMBER, now - DAY)
    call(ws, CallOutcome.OPTED_OUT, now)
    void(ws, now + HOUR)
    assert [p.state for p in rows(ws, ContactPoint)] == [ContactState.WRONG_NUMBER]


def test_a_call_on_their_only_number_tells_of_it_whether_it_was_usable_or_not(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY, emails=())
    call(ws, CallOutcome.WRONG_NUMBER, now)
    call(ws, CallOutcome.NOT_THEM, now + HOUR)
    void(ws, now + 2 * HOUR, at=now)
    assert [p.state for p in rows(ws, ContactPoint)] == [ContactState.WRONG_NUMBER]


def test_a_number_to_be_found_is_asked_for_once(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY)
    call(ws, CallOutcome.WRONG_NUMBER, now)
    asked = live(ws)
    call(ws, CallOutcome.NOT_INTERESTED, now + HOUR)
    assert void(ws, now + 2 * HOUR).next_call_at is None
    assert live(ws) == asked
    assert [kind for kind, _ in asked] == [ReminderKind.VERIFY_NUMBER]


def test_an_interview_counts_that_changed_nothing_while_the_mistake_stood(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY)
    call(ws, CallOutcome.BOOKED, now)
    when = now + 3 * DAY
    record_interview(ws, candidate="person-1", step=InterviewStep.BOOKED, now=now + HOUR, starts_at=when)
    assert void(ws, now + 2 * HOUR, at=now).status is Status.INTERVIEW_BOOKED


def test_an_interview_to_book_comes_back_to_the_list_of_who_wrote_after_a_stop(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 9 * DAY)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="退订", now=now)
    record_reply(ws, candidate="person-1", channel=Channel.EMAIL, text="可以聊聊这个职位", now=now + HOUR)
    asked = live(ws)
    call(ws, CallOutcome.NOT_INTERESTED, now + 2 * HOUR)
    void(ws, now + 3 * HOUR)
    assert live(ws) == asked != []
