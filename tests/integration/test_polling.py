"""What webhooks lost is found by asking the providers, and counts as if they had brought it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.outreach import dispatch_due
from ringback.actions.polling import CaughtUp, catch_up, poll_providers
from ringback.rules.sending import POLL_AGES, is_poll_due
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Candidate, OutboxMessage, Suppression, WebhookEvent
from schemas.words import Channel, MessageState, Status
from tests.standins.homes import rows
from tests.standins.pool import NOON, add_candidates, plan
from tests.standins.running import Providers

LATER = NOON + timedelta(minutes=7)


@pytest.fixture
def providers() -> Iterator[Providers]:
    with Providers() as running:
        yield running


@pytest.fixture
def live(providers: Providers, tmp_path: Path) -> Iterator[Workspace]:
    ws = open_workspace(providers.settings(tmp_path, provider_timeout_seconds=5.0))
    yield ws
    ws.engine.dispose()


def send(ws: Workspace, channel: Channel, n: int = 2) -> None:
    plan(ws, add_candidates(ws, n), channel)
    dispatch_due(ws, now=lambda: NOON, drain=True)


def caught_up(ws: Workspace, at: datetime = LATER, **more: Any) -> CaughtUp:
    return catch_up(ws, now=lambda: at, **more)


def inbound(text: str, *, sender: str = "+8613900000000", sid: str = "SM" + "e" * 32) -> dict[str, Any]:
    return {
        "sid": sid,
        "from": sender,
        "to": "+15550100",
        "body": text,
        "direction": "inbound",
        "date_sent": format_datetime(NOON + timedelta(minutes=3)),
    }


def test_a_reply_that_no_webhook_brought_makes_contact(providers: Providers, live: Workspace) -> None:
    send(live, Channel.SMS)
    providers.set(inbound=[inbound("周三下午可以")])
    done = caught_up(live)
    assert [reply.candidate_id for reply in done.replies] == ["cand-00000"]
    assert rows(live, Candidate, Candidate.candidate_id)[0].status is Status.CONTACTED
    assert caught_up(live).polled.n_new == 0  # and once is enough


def test_a_stop_that_no_webhook_brought_counts(providers: Providers, live: Workspace) -> None:
    plan(live, add_candidates(live, 2))
    providers.set(inbound=[inbound("退订"), inbound("", sender="", sid="SM" + "d" * 32)])
    poll_providers(live, now=NOON)
    dispatch_due(live, now=lambda: NOON, drain=True)
    assert [sent["to"] for sent in providers.accepted()] == ["+8613900000001"]


def test_how_an_sms_fared_is_asked_for_at_certain_ages_only(providers: Providers, live: Workspace) -> None:
    send(live, Channel.SMS)
    providers.report("sent")
    caught_up(live)
    providers.report("delivered")
    caught_up(live, LATER + timedelta(minutes=1))
    assert {row.state for row in rows(live, OutboxMessage)} == {MessageState.ACCEPTED}
    caught_up(live, LATER + timedelta(minutes=9))
    assert {row.state for row in rows(live, OutboxMessage)} == {MessageState.DELIVERED}


def test_a_person_who_asks_gets_an_answer_at_once(providers: Providers, live: Workspace) -> None:
    send(live, Channel.SMS)
    caught_up(live)
    providers.report("undelivered", to="+8613900000000", code=30005)
    caught_up(live, LATER + timedelta(minutes=1), is_asked_for=True)
    first = rows(live, OutboxMessage, OutboxMessage.dedupe_key)[0]
    assert (first.state, first.error_code) == (MessageState.UNDELIVERED, "30005")


def test_mails_and_closed_addresses_are_asked_for(providers: Providers, live: Workspace) -> None:
    send(live, Channel.EMAIL)
    providers.report("delivered", to="c0@example.com")
    at = int((NOON + timedelta(minutes=2)).timestamp())
    providers.set(lists={"unsubscribes": [{"email": "C1@example.com", "created": at}], "bounces": [{"created": at}]})
    caught_up(live)
    states = [row.state for row in rows(live, OutboxMessage, OutboxMessage.dedupe_key)]
    assert states == [MessageState.DELIVERED, MessageState.ACCEPTED]
    assert rows(live, Candidate, Candidate.candidate_id)[1].is_do_not_contact
    assert len(rows(live, Suppression)) == 2  # the address and the phone of whoever has it


def test_what_cannot_be_asked_is_said_and_asked_again(providers: Providers, live: Workspace) -> None:
    send(live, Channel.SMS)
    providers.set(list_faults=1.0, inbound=[inbound("好的")])
    done = caught_up(live)
    assert len(done.polled.problems) == 2
    providers.set(list_faults=0.0)
    assert len(caught_up(live, LATER + timedelta(hours=5)).replies) == 1


def test_an_account_without_activity_is_asked_for_the_rest(providers: Providers, live: Workspace) -> None:
    send(live, Channel.EMAIL, 3)
    providers.set(has_activity=False)
    done = caught_up(live)
    assert done.polled.problems == ["email activity is not part of this SendGrid account"]


def test_nobody_is_asked_on_the_console(sqlite_ws: Workspace) -> None:
    assert caught_up(sqlite_ws).polled.problems == []
    assert rows(sqlite_ws, WebhookEvent) == []


def test_the_ages_are_crossed_one_by_one() -> None:
    assert is_poll_due(NOON, polled_at=None, now=NOON)
    asked = [NOON + timedelta(minutes=5 * n) for n in range(700)]
    times = sum(
        is_poll_due(NOON, polled_at=a, now=b) for a, b in zip([NOON - timedelta(1), *asked], asked, strict=False)
    )
    assert times == len(POLL_AGES)
