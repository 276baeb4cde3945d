"""Whatever had happened to somebody: a call that is taken back at once leaves them as if it had never been logged."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.actions.followup import log_call
from ringback.actions.interviews import record_interview
from ringback.actions.replies import record_reply
from ringback.actions.void_call import void_call
from ringback.errors import UsageError
from ringback.workspace import Workspace
from schemas.tables import ContactPoint, OutboxMessage, Reminder, Suppression
from schemas.words import CallOutcome, Channel, InterviewStep, MessageState, ReminderKind, ReminderState
from tests.standins.homes import add_person, empty_home, open_home, person, rows

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STEP = 20 * HOUR

WHO = "person-1"
Deed = Callable[[Workspace, datetime], object]


def called(outcome: CallOutcome) -> Deed:
    return lambda ws, at: log_call(ws, candidate=WHO, outcome=outcome, now=at)


CALLS: Mapping[str, Deed] = {
    **{outcome.value: called(outcome) for outcome in CallOutcome},
    "promised": lambda ws, at: log_call(
        ws, candidate=WHO, outcome=CallOutcome.CALL_LATER, now=at, callback_at=at + 50 * HOUR
    ),
}
DEEDS: Mapping[str, Deed] = {
    **CALLS,
    "replied": lambda ws, at: record_reply(ws, candidate=WHO, channel=Channel.SMS, text="可以聊聊", now=at),
    "stopped": lambda ws, at: record_reply(ws, candidate=WHO, channel=Channel.SMS, text="退订", now=at),
    "interview": lambda ws, at: record_interview(
        ws, candidate=WHO, step=InterviewStep.BOOKED, now=at, starts_at=at + 72 * HOUR
    ),
}


def done(ws: Workspace, deed: Deed, at: datetime) -> bool:
    """Do it, if it makes any sense where they stand."""
    try:
        deed(ws, at)
    except UsageError:
        return False
    return True


def standing(ws: Workspace, now: datetime) -> dict[str, Any]:
    """Return what follow-up knows of the person; the hour of a call that is chosen anew may be another one."""
    row = person(ws, WHO)
    reminders = [r for r in rows(ws, Reminder) if r.state in (ReminderState.OPEN, ReminderState.FIRED)]
    waiting = [m for m in rows(ws, OutboxMessage) if m.state is MessageState.PLANNED and m.expires_at > now]
    return {
        "status": row.status,
        "is_do_not_contact": row.is_do_not_contact,
        "promised_at": row.promised_at,
        "addresses": sorted((point.kind.value, point.state.value) for point in rows(ws, ContactPoint)),
        "reminders": sorted(
            (r.kind.value, str(r.due_at) if r.kind is not ReminderKind.CALL else "") for r in reminders
        ),
        "messages": sorted((m.channel.value, m.template) for m in waiting),
        "suppressed": len(rows(ws, Suppression)),
    }


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(sorted(DEEDS)), max_size=3), st.sampled_from(sorted(CALLS)))
def test_a_call_that_is_taken_back_at_once_leaves_no_trace(before: Sequence[str], wrong: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(shutil.copytree(empty_home(), Path(folder) / "home"))
        ws = open_home(home)
        add_person(ws, WHO, at=NOW - STEP)
        at = NOW
        for name in before:
            done(ws, DEEDS[name], at)
            at += STEP
        stood = standing(ws, at + HOUR)
        if done(ws, CALLS[wrong], at):
            void_call(ws, candidate=WHO, reason="slipped", now=at + HOUR)
        assert standing(ws, at + HOUR) == stood
        ws.engine.dispose()
