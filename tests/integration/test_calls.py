"""Click-to-call: once, only when the person may be rung, and what is written down of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ringback.actions.calls import CallStarted, start_call
from ringback.actions.followup import log_call
from ringback.actions.polling import catch_up
from ringback.channels.base import Ring
from ringback.errors import InDoubtError, PermanentError, SetupError, UsageError
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Attempt, Candidate, OutboxMessage, WebhookEvent
from schemas.words import CallOutcome, Disposition
from tests.standins.homes import add_person, rows
from tests.standins.pool import NOON
from tests.standins.running import Providers

RECRUITER = "+8613700009999"


class Phone:
    """A caller that keeps what it was asked to connect, and fails as a test says."""

    def __init__(self, fault: Exception | None = None) -> None:
        self.fault, self.rung = fault, list[Ring]()

    def ring(self, ring: Ring) -> str:
        self.rung.append(ring)
        if self.fault is not None:
            raise self.fault
        return "CA" + "a" * 32

    def close(self) -> None: ...


def started(ws: Workspace, phone: Phone, *, at: datetime = NOON) -> CallStarted:
    return start_call(ws, candidate="person-1", recruiter=RECRUITER, now=at, caller=phone)


def test_a_call_is_written_down_before_it_rings_and_only_one_at_a_time(ws: Workspace) -> None:
    add_person(ws, at=NOON)
    phone = Phone()
    assert started(ws, phone).to == "+8613900001111"
    with pytest.raises(UsageError, match="under way"):
        started(ws, phone, at=NOON + timedelta(minutes=1))
    assert [ring.candidate_e164 for ring in phone.rung] == ["+8613900001111"]
    (event,) = rows(ws, WebhookEvent)
    assert (event.payload["status"], event.payload["provider_id"]) == ("asked", "CA" + "a" * 32)
    assert rows(ws, Attempt) == []  # ringing is no outcome


def test_the_gate_is_asked_and_the_cap_on_calls_holds(sqlite_ws: Workspace) -> None:
    ws, phone = sqlite_ws, Phone()
    add_person(ws, at=NOON)
    with pytest.raises(UsageError, match="Held: quiet hours"):
        started(ws, phone, at=NOON + timedelta(hours=12))
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=NOON)
    with pytest.raises(UsageError, match=r"contacted too often.*Again from 2026-11-19"):
        started(ws, phone, at=NOON + timedelta(hours=2))
    started(ws, phone, at=NOON + timedelta(days=1))
    log_call(ws, candidate="person-1", outcome=CallOutcome.OPTED_OUT, now=NOON + timedelta(days=1, minutes=5))
    with pytest.raises(UsageError, match="do not contact"):
        started(ws, phone, at=NOON + timedelta(days=2))
    assert len(phone.rung) == 1


def test_a_call_in_doubt_is_not_begun_again_and_a_refused_one_may_be(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    add_person(ws, at=NOON)
    with pytest.raises(PermanentError):
        started(ws, Phone(PermanentError("no such number", code="21217")))
    with pytest.raises(InDoubtError):
        started(ws, Phone(InDoubtError("no answer")))
    with pytest.raises(UsageError, match="under way"):
        started(ws, Phone())


def test_on_the_console_nothing_rings(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON)
    done = start_call(sqlite_ws, candidate="person-1", recruiter="137 0000 9999", now=NOON)
    assert not done.is_reported
    assert "+8613700009999 would be rung, then +8613900001111" in (sqlite_ws.outbox / "console.txt").read_text()
    with pytest.raises(UsageError, match="no phone number"):
        start_call(sqlite_ws, candidate="person-1", recruiter="me", now=NOON)


@pytest.fixture
def providers() -> Iterator[Providers]:
    with Providers() as running:
        yield running


def test_the_end_of_a_call_that_no_webhook_brought_is_asked_for(providers: Providers, tmp_path: Path) -> None:
    ws = open_workspace(providers.settings(tmp_path, provider_timeout_seconds=5.0))
    add_person(ws, at=NOON)
    sid = start_call(ws, candidate="person-1", recruiter=RECRUITER, now=NOON).provider_id
    leg = {"sid": "CA" + "b" * 32, "parent_call_sid": sid, "status": "ringing", "to": "+8613900001111"}
    providers.set(legs=[leg])
    catch_up(ws, now=lambda: NOON + timedelta(minutes=1))
    assert rows(ws, Attempt) == []
    providers.set(legs=[leg | {"status": "no-answer", "duration": "0"}])
    for minute in (2, 3):
        catch_up(ws, now=lambda m=minute: NOON + timedelta(minutes=m))
    assert [attempt.disposition for attempt in rows(ws, Attempt)] == [Disposition.NO_ANSWER]
    assert [message.template for message in rows(ws, OutboxMessage)] == ["missed_call"]
    assert rows(ws, Candidate)[0].next_call_at is not None
    ws.engine.dispose()


def test_a_messaging_service_cannot_ring(providers: Providers, tmp_path: Path) -> None:
    ws = open_workspace(providers.settings(tmp_path, twilio_from=None, twilio_messaging_service_sid="MG" + "1" * 32))
    add_person(ws, at=NOON)
    with pytest.raises(SetupError, match="RINGBACK_TWILIO_FROM"):
        start_call(ws, candidate="person-1", recruiter=RECRUITER, now=NOON)
    assert rows(ws, WebhookEvent) == []
    ws.engine.dispose()
