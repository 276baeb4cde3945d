"""A call that the provider reports and the recruiter logs is one attempt, in whichever order."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from ringback.actions.followup import CallLogged, log_call
from ringback.workspace import Workspace
from schemas.tables import Attempt, OutboxMessage, Reminder
from schemas.words import CallOutcome, Disposition, ReminderKind, ReminderState
from tests.standins.homes import add_person, rows

C, D = CallOutcome, Disposition
SID = "twilio-CA" + "0" * 32


@pytest.fixture
def who(ws: Workspace, now: datetime) -> str:
    return add_person(ws, at=now - timedelta(days=1))


def reported(ws: Workspace, who: str, outcome: CallOutcome, at: datetime, sid: str = SID) -> CallLogged:
    return log_call(ws, candidate=who, outcome=outcome, now=at, actor="twilio", event_id=sid)


def by_hand(ws: Workspace, who: str, outcome: CallOutcome, at: datetime, **more: object) -> CallLogged:
    return log_call(ws, candidate=who, outcome=outcome, now=at, actor="李雷", **more)  # type: ignore[arg-type]


def history(ws: Workspace) -> list[tuple[Disposition, str | None, str | None]]:
    with ws.reading() as session:
        return [(a.disposition, a.agent_id, a.note) for a in session.scalars(select(Attempt).order_by(Attempt.id))]


@pytest.mark.parametrize("minutes", [0, 2, 9])
def test_the_report_first(ws: Workspace, who: str, now: datetime, minutes: int) -> None:
    first = reported(ws, who, C.NO_ANSWER, now)
    second = by_hand(ws, who, C.NO_ANSWER, now + timedelta(minutes=minutes), note="两次都没接")
    assert history(ws) == [(D.NO_ANSWER, "李雷", "两次都没接")]
    assert second.is_repeat
    assert second.next_call_at == first.next_call_at
    assert len(rows(ws, OutboxMessage)) == 1


@pytest.mark.parametrize("minutes", [0, 2, 9])
def test_the_recruiter_first(ws: Workspace, who: str, now: datetime, minutes: int) -> None:
    by_hand(ws, who, C.NO_ANSWER, now, note="没接")
    assert reported(ws, who, C.NO_ANSWER, now + timedelta(minutes=minutes)).is_repeat
    assert history(ws) == [(D.NO_ANSWER, "李雷", "没接")]
    assert len(rows(ws, OutboxMessage)) == 1


def test_what_was_said_on_the_phone_follows_from_the_recruiters_word(ws: Workspace, who: str, now: datetime) -> None:
    reported(ws, who, C.ANSWERED, now)
    logged = by_hand(ws, who, C.CALL_LATER, now + timedelta(minutes=3), callback_at=now + timedelta(hours=4))
    assert history(ws) == [(D.CALL_LATER, "李雷", None)]
    assert (logged.is_repeat, logged.next_call_at) == (False, now + timedelta(hours=4))
    open_ones = [r for r in rows(ws, Reminder) if r.state is ReminderState.OPEN]
    assert [r.kind for r in open_ones] == [ReminderKind.CALL_BACK]


def test_a_machine_that_was_a_person_after_all(ws: Workspace, who: str, now: datetime) -> None:
    reported(ws, who, C.VOICEMAIL, now)
    assert not by_hand(ws, who, C.ANSWERED, now + timedelta(minutes=1)).is_repeat
    assert history(ws) == [(D.ANSWERED, "李雷", None)]


def test_a_button_pressed_twice_is_one_call(ws: Workspace, who: str, now: datetime) -> None:
    reported(ws, who, C.NO_ANSWER, now)
    by_hand(ws, who, C.NO_ANSWER, now + timedelta(minutes=1))
    assert by_hand(ws, who, C.NO_ANSWER, now + timedelta(minutes=1, seconds=2)).is_repeat
    assert len(history(ws)) == 1


@pytest.mark.parametrize(
    ("outcome", "minutes"), [(C.ANSWERED, 5), (C.NO_ANSWER, 11)], ids=["rung again and answered", "much later"]
)
def test_two_calls_stay_two(ws: Workspace, who: str, now: datetime, outcome: CallOutcome, minutes: int) -> None:
    reported(ws, who, C.NO_ANSWER, now)
    assert not by_hand(ws, who, outcome, now + timedelta(minutes=minutes)).is_repeat
    assert len(history(ws)) == 2


def test_two_reports_are_two_calls(ws: Workspace, who: str, now: datetime) -> None:
    reported(ws, who, C.NO_ANSWER, now)
    reported(ws, who, C.BUSY, now + timedelta(minutes=4), sid=SID.replace("0", "1"))
    assert len(history(ws)) == 2


def test_a_call_logged_twice_within_a_minute_is_one(ws: Workspace, who: str, now: datetime) -> None:
    by_hand(ws, who, C.NO_ANSWER, now)
    again = by_hand(ws, who, C.NO_ANSWER, now + timedelta(seconds=25))
    assert again.is_repeat
    assert history(ws) == [(D.NO_ANSWER, "李雷", None)]
    assert len(rows(ws, OutboxMessage)) == 1
    assert not by_hand(ws, who, C.NO_ANSWER, now + timedelta(minutes=2)).is_repeat
    assert not by_hand(ws, who, C.ANSWERED, now + timedelta(minutes=2, seconds=5)).is_repeat
