"""What candidates write back, by hand and through webhooks."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.followup import log_call
from ringback.actions.interviews import record_interview
from ringback.actions.replies import ReplyRecorded, apply_inbound, record_reply
from ringback.errors import UsageError
from ringback.rules.replies import ReplyMeaning
from ringback.workspace import Workspace
from schemas.tables import Attempt, ContactPoint, OutboxMessage, Reminder, WebhookEvent
from schemas.words import (
    CallOutcome,
    Channel,
    ContactState,
    Disposition,
    InterviewStep,
    MessageState,
    ReminderKind,
    ReminderState,
    Status,
)
from tests.standins.homes import add_person, on_both, person, rows, workspaces

HOUR = timedelta(hours=1)
LIVE = (ReminderState.OPEN, ReminderState.FIRED)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def reply(ws: Workspace, text: str, now: datetime, who: str = "person-1", **more: Any) -> ReplyRecorded:
    return record_reply(ws, candidate=who, channel=more.pop("channel", Channel.SMS), text=text, now=now, **more)


def stored(ws: Workspace, key: str, received_at: datetime, **payload: Any) -> None:
    event = {"channel": "sms", "from": "+8613900001111", "at": received_at.isoformat(), "text": "可以，聊聊"} | payload
    with ws.writing() as session:
        session.add(
            WebhookEvent(
                provider="twilio",
                kind="inbound",
                dedupe_key=key,
                received_at=received_at,
                payload=event,
            )
        )


def live(ws: Workspace) -> list[ReminderKind]:
    return [r.kind for r in rows(ws, Reminder, Reminder.id) if r.state in LIVE]


@on_both
def test_a_reply_makes_contact_stops_the_rest_and_asks_for_the_interview(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now)
    recorded = reply(ws, "你好，方便聊聊", now + HOUR)
    assert (recorded.meaning, recorded.status) == (ReplyMeaning.REPLY, Status.CONTACTED)
    assert recorded.reminder_due_at == now + HOUR + timedelta(hours=ws.policy.reminders.interview_due_hours)
    assert live(ws) == [ReminderKind.BOOK_INTERVIEW]
    assert [m.state for m in rows(ws, OutboxMessage)] == [MessageState.CANCELLED]
    assert person(ws).next_call_at is None
    assert person(ws).replied_at == now + HOUR


def test_the_same_reply_twice_is_one(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    reply(ws, "你好", now)
    assert reply(ws, "你好", now).is_repeat
    assert len(rows(ws, Attempt)) == len(rows(ws, Reminder)) == 1


def test_stop_ends_everything_also_the_reminder_to_book(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    reply(ws, "你好", now)
    recorded = reply(ws, "请不要再联系我", now + HOUR)
    assert (recorded.meaning, recorded.status, recorded.reminder_due_at) == (ReplyMeaning.STOP, Status.NOT_HIRED, None)
    assert live(ws) == []
    assert person(ws).is_do_not_contact
    assert {p.state for p in rows(ws, ContactPoint)} == {ContactState.OPTED_OUT}


def test_a_refusal_closes_but_may_be_asked_again_for_another_job(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    reply(ws, "你好", now)
    assert reply(ws, "谢谢，不感兴趣", now + HOUR).status is Status.NOT_HIRED
    assert live(ws) == []
    assert not person(ws).is_do_not_contact


def test_an_automatic_answer_is_written_down_and_changes_nothing(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now)
    recorded = reply(ws, "I am out of office", now + HOUR, channel=Channel.EMAIL)
    assert (recorded.meaning, recorded.status) == (ReplyMeaning.AUTO_REPLY, Status.FOLLOW_UP)
    assert live(ws) == [ReminderKind.CALL]
    assert person(ws).replied_at is None
    assert rows(ws, Attempt, Attempt.id)[-1].disposition is Disposition.UNKNOWN


def test_a_marked_automatic_mail_is_no_reply_whatever_it_says(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    assert reply(ws, "好的", now, is_marked_automatic=True).status is Status.NEW


def test_who_writes_after_being_lost_is_in_contact_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now, status=Status.LOST)
    assert reply(ws, "不好意思才看到", now).status is Status.CONTACTED


def test_a_word_after_the_hire_changes_nothing(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now, status=Status.HIRED)
    recorded = reply(ws, "谢谢", now)
    assert (recorded.status, recorded.reminder_due_at) == (Status.HIRED, None)
    assert live(ws) == []


def test_a_word_about_a_booked_interview_is_shown_as_such(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now, status=Status.INTERVIEW_BOOKED)
    assert reply(ws, "我想改到周五", now).status is Status.INTERVIEW_BOOKED
    [reminder] = rows(ws, Reminder)
    assert "面试已约" in reminder.reason


@on_both
def test_a_second_letter_of_the_day_is_shown_once_the_first_was_done(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    assert reply(ws, "可以", now).reminder_due_at is not None
    assert reply(ws, "什么时候？", now + HOUR / 60).reminder_due_at is None  # stands on the list already
    record_interview(ws, candidate="person-1", step=InterviewStep.BOOKED, now=now + HOUR, starts_at=now + 48 * HOUR)
    assert live(ws) == [ReminderKind.RECORD_INTERVIEW]
    assert reply(ws, "面试能改到周三吗？", now + 2 * HOUR).reminder_due_at is not None
    assert live(ws) == [ReminderKind.RECORD_INTERVIEW, ReminderKind.BOOK_INTERVIEW]


def test_a_reply_of_the_future_is_refused(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    with pytest.raises(UsageError, match="lies in the future"):
        reply(ws, "可以", now, at=now + HOUR)
    assert rows(ws, Attempt) == []


def test_webhook_rows_are_applied_once(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    stored(ws, "SM1", now)
    assert [one.status for one in apply_inbound(ws, now=now + HOUR)] == [Status.CONTACTED]
    assert apply_inbound(ws, now=now + 2 * HOUR) == []
    assert len(rows(ws, Attempt)) == 1
    [event] = rows(ws, WebhookEvent)
    assert (event.applied_at, event.result) == (now + HOUR, "applied to 1")


def test_everybody_with_a_shared_phone_is_left_in_peace(ws: Workspace, now: datetime) -> None:
    for n, name in enumerate(("王芳", "王强"), start=1):
        add_person(ws, f"person-{n}", at=now, name=name, emails=())
    stored(ws, "SM1", now, text="STOP")
    assert len(apply_inbound(ws, now=now)) == 2
    assert all(person(ws, f"person-{n}").is_do_not_contact for n in (1, 2))


@pytest.mark.parametrize(
    "address", ["1111", "孟知夏", "meng", "mengzhixia", "", "106901234", "+8613900009999", "x@example.com", "person-1"]
)
def test_an_address_that_nobody_has_is_nobodys_stop(ws: Workspace, now: datetime, address: str) -> None:
    add_person(ws, at=now, name_pinyin="mengzhixia")
    stored(ws, "SM1", now, text="STOP", **{"from": address})
    assert apply_inbound(ws, now=now) == []
    assert not person(ws).is_do_not_contact
    assert [e.result for e in rows(ws, WebhookEvent)] == ["nobody has this address"]


@pytest.mark.parametrize(
    "payload",
    [{"channel": "pigeon"}, {"at": "yesterday"}, {"from": None}, {"at": None}, {"text": 7}],
)
@on_both
def test_a_row_that_cannot_be_applied_never_stops_the_others(
    ws: Workspace, now: datetime, payload: dict[str, Any]
) -> None:
    add_person(ws, at=now)
    stored(ws, "SM1", now, **payload)
    stored(ws, "SM2", now + HOUR)
    assert [one.candidate_id for one in apply_inbound(ws, now=now + HOUR)] == ["person-1"]
    assert all(event.applied_at for event in rows(ws, WebhookEvent))


def test_two_inbound_messages_of_one_person_are_two_attempts(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    stored(ws, "SM1", now)
    stored(ws, "k" * 200, now, text="明天下午可以")
    apply_inbound(ws, now=now + HOUR)
    assert len(rows(ws, Attempt)) == 2


@on_both
def test_a_reply_and_a_call_at_the_same_moment_do_not_overwrite_each_other(ws: Workspace, now: datetime) -> None:
    ids = [
        add_person(ws, f"person-{n}", at=now, name=f"王{n}", phones=(f"+861390000700{n}",), emails=()) for n in range(8)
    ]

    def ring(who: str) -> None:
        log_call(ws, candidate=who, outcome=CallOutcome.NO_ANSWER, now=now)

    def answer(who: str) -> None:
        reply(ws, "你好", now, who)

    with ThreadPoolExecutor(4) as pool:
        for done in [pool.submit(act, who) for who in ids for act in (ring, answer)]:
            done.result()
    assert {person(ws, who).status for who in ids} == {Status.CONTACTED}
    assert len(rows(ws, Attempt)) == 2 * len(ids)


def test_a_reply_without_words_is_refused_and_changes_nothing(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    with pytest.raises(UsageError, match="what they wrote or said"):
        reply(ws, " \n", now)
    assert person(ws).status is Status.NEW
    assert not rows(ws, Attempt)
