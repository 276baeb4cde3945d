"""What a report has released leaves at once, also after a turn that failed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime

from ringback.actions.webhooks import store_events
from ringback.channels.inbound import call_status
from ringback.desk.inbox import Inbox
from ringback.desk.waking import Waker
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage
from schemas.words import MessageState
from tests.standins.homes import add_person, rows
from tests.standins.pool import NOON, add_candidates, plan


def until(is_so: Callable[[], object], seconds: float = 10) -> None:
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.02)


def test_a_woken_dispatcher_sends_what_is_due_and_survives_a_fault(sqlite_ws: Workspace) -> None:
    moments: list[datetime] = []
    waker = Waker(sqlite_ws, lambda: moments[0])
    waker.start()
    waker.wake()
    time.sleep(0.1)
    plan(sqlite_ws, add_candidates(sqlite_ws, 1))
    moments.append(NOON)
    waker.wake()
    until(lambda: rows(sqlite_ws, OutboxMessage)[0].state is MessageState.ACCEPTED)
    waker.stop()


def test_an_unanswered_call_wakes_it(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON)
    woken: list[bool] = []
    inbox = Inbox(sqlite_ws, lambda: NOON, lambda: woken.append(True))
    form = {"CallSid": "CA" + "3" * 32, "CallStatus": "no-answer"}
    store_events(sqlite_ws, [call_status(form, now=NOON, candidate_id="person-1")], now=NOON)
    inbox.start()
    until(lambda: woken)
    inbox.stop()
    assert woken == [True]
