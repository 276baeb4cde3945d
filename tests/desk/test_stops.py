"""Whichever way somebody asks to be left alone, the answer comes when nothing can be on its way any more."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from sqlalchemy import update

from ringback.actions.followup import log_call
from ringback.channels import links
from schemas.tables import OutboxMessage
from schemas.words import CallOutcome, MessageState
from tests.desk.conftest import PUBLIC, Door
from tests.desk.test_door import sent
from tests.standins.homes import on_both, rows


def by_door(door: Door, path: str) -> None:
    door.client.post(path, data={"choice": "stop"})


def by_unsubscribing(door: Door, path: str) -> None:
    url = links.unsubscribe_url(door.ws.vault, PUBLIC, rows(door.ws, OutboxMessage)[0].message_id)
    assert url
    assert door.client.post(url.removeprefix(PUBLIC)).is_success


def by_sms(door: Door, path: str) -> None:
    door.sms("STOP")


def by_phone(door: Door, path: str) -> None:
    log_call(door.ws, candidate="person-1", outcome=CallOutcome.OPTED_OUT, now=datetime.now(UTC))


@on_both
@pytest.mark.parametrize("stop", [by_door, by_unsubscribing, by_sms, by_phone])
def test_a_stop_is_answered_when_what_was_leaving_has_ended(door: Door, stop: Callable[[Door, str], None]) -> None:
    path = sent(door.ws)
    under_way = {"state": MessageState.SENDING, "n_tries": 1, "sending_at": datetime.now(UTC), "refusal": None}
    with door.ws.writing() as session:
        session.execute(update(OutboxMessage).values(**under_way))

    def leave() -> None:
        """End the send a moment after it was called back, as a thread of a dispatcher would."""
        while rows(door.ws, OutboxMessage)[0].refusal is None:
            time.sleep(0.01)
        time.sleep(0.2)
        with door.ws.writing() as session:
            session.execute(update(OutboxMessage).values(state=MessageState.ACCEPTED))

    leaving = threading.Thread(target=leave, daemon=True)
    leaving.start()
    stop(door, path)
    assert [m.state for m in rows(door.ws, OutboxMessage)] == [MessageState.ACCEPTED]
    leaving.join(30)
