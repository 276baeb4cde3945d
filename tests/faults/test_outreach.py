"""Dispatchers as real processes, killed and paused by seed, against providers that fail before and after acceptance."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ringback.actions.outreach import dispatch_due
from ringback.channels.base import Accepted, OutgoingMessage
from ringback.channels.sms_twilio import TwilioSender
from ringback.errors import InDoubtError, RetryableError
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import OutboxMessage, SendTry
from schemas.words import Channel, MessageState
from tests.standins.killer import run_until_done
from tests.standins.pool import NOON, add_candidates, plan, states
from tests.standins.running import Providers

TROUBLE = {"faults": 0.25, "lag": 0.7, "list_faults": 0.15, "page_size": 2, "latency": 0.02}
FINISHED = {MessageState.ACCEPTED, MessageState.DEAD, MessageState.CANCELLED}


def verdict(ws: Workspace, providers: Providers) -> dict[str, Any]:
    """Compare what the providers took with what the outbox says: the referee of every test here."""
    taken = Counter(accepted["to"] for accepted in providers.accepted())
    with ws.reading() as session:
        rows = list(session.scalars(select(OutboxMessage)))
    return {
        "doubled": sorted(to for to, n in taken.items() if n > 1),
        "missing": sorted(row.to for row in rows if row.state is MessageState.ACCEPTED and not taken[row.to]),
        "denied": sorted(row.to for row in rows if row.state is not MessageState.ACCEPTED and taken[row.to]),
        "unfinished": sorted(row.message_id for row in rows if row.state not in FINISHED),
        "without_reason": sorted(
            row.message_id for row in rows if row.state is not MessageState.ACCEPTED and not row.reason
        ),
    }


CLEAN = {"doubled": [], "missing": [], "denied": [], "unfinished": [], "without_reason": []}


def plain(settings: Settings) -> dict[str, Any]:
    """Return settings as another process can read them."""
    return {**settings.model_dump(mode="json"), "twilio_auth_token": "secret", "sendgrid_api_key": "SG.secret"}


@pytest.mark.parametrize(("database", "seed"), [("sqlite", 1), pytest.param("postgres", 2, marks=pytest.mark.postgres)])
def test_killed_and_paused_dispatchers_send_everything_once(
    database: str, seed: int, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    url = request.getfixturevalue("postgres_url") if database == "postgres" else None
    with Providers(seed=seed, **TROUBLE) as providers:
        settings = providers.settings(tmp_path, database_url=url)
        ws = open_workspace(settings)
        ids = add_candidates(ws, 80)
        plan(ws, ids[:40])
        plan(ws, ids[40:], Channel.EMAIL)
        n_killed = run_until_done(plain(settings), providers, seed=seed, n_messages=80, n_kills=3, n_pauses=1)
        assert verdict(ws, providers) == CLEAN
        assert states(ws) == {"accepted": 80}
        assert n_killed >= 2
        ws.engine.dispose()


def test_a_mail_in_doubt_that_nobody_can_look_up_is_parked_and_not_sent_again(tmp_path: Path) -> None:
    with Providers(seed=3, faults=0.3, kinds=["error_after", "reset", "error_before"], has_activity=False) as providers:
        ws = open_workspace(providers.settings(tmp_path, in_doubt_settle_seconds=0.5))
        plan(ws, add_candidates(ws, 60), Channel.EMAIL)
        dispatch_due(ws, now=lambda: NOON, drain=True)
        assert max(Counter(each["to"] for each in providers.accepted()).values()) == 1
        with ws.reading() as session:
            parked = list(session.scalars(select(OutboxMessage).where(OutboxMessage.state == MessageState.DEAD)))
        assert parked
        assert {row.error_code for row in parked} == {"in_doubt"}
        assert all("check with them" in str(row.reason) for row in parked)
        assert states(ws)["accepted"] + len(parked) == 60
        ws.engine.dispose()


def test_wrong_credentials_in_mid_run_lose_nothing_and_burn_nothing(tmp_path: Path) -> None:
    with Providers(seed=4) as providers:
        ws = open_workspace(providers.settings(tmp_path, lease_seconds=20.0))
        plan(ws, add_candidates(ws, 60))
        dispatch_due(ws, now=lambda: NOON, limit=20)
        providers.set(outage=10)
        summary = dispatch_due(ws, now=lambda: NOON, drain=True)
        assert verdict(ws, providers) == CLEAN
        assert summary.alarms
        assert providers.n_requests() < 60 + 30
        ws.engine.dispose()


def test_before_anything_is_sent_again_the_provider_was_asked_three_times(tmp_path: Path) -> None:
    with Providers(seed=5, faults=0.5, kinds=["error_before", "error_after"]) as providers:
        ws = open_workspace(providers.settings(tmp_path, in_doubt_settle_seconds=0.6))
        plan(ws, add_candidates(ws, 40))
        dispatch_due(ws, now=lambda: NOON, drain=True)
        assert verdict(ws, providers) == CLEAN
        looks = providers.lists()
        with ws.reading() as session:
            again = {
                row.to: row.n_tries for row in session.scalars(select(OutboxMessage).where(OutboxMessage.n_tries > 1))
            }
            tries = list(session.scalars(select(SendTry).where(SendTry.outcome == "unclear")))
        assert again
        assert tries
        assert all(looks[to] >= 3 * (n_tries - 1) for to, n_tries in again.items())
        ws.engine.dispose()


# --- the referee must fail what is wrong ------------------------------------------------------------------------------------
class Hasty(TwilioSender):
    """Takes an unclear answer for a refusal: what most integrations do."""

    def send(self, message: OutgoingMessage) -> Accepted:
        try:
            return super().send(message)
        except InDoubtError as error:
            raise RetryableError(str(error), retry_after_seconds=0.01) from error


class ByDate(TwilioSender):
    """Looks for sent messages only: those that are still queued have no date."""

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        sent = self._client.messages.stream(to=message.to, date_sent_after="2026-01-01", page_size=50)
        found = [each for each in sent if each.date_sent is not None and message.marker in each.body]
        return Accepted(found[0].sid) if found else None


@pytest.mark.parametrize(
    ("kind", "settle", "lag"),
    [(Hasty, 0.5, 0.0), (ByDate, 0.3, 0.0), (TwilioSender, 0.05, 4.0)],
    ids=["retries an unclear answer", "filters the list by date", "settles before the list does"],
)
def test_the_referee_sees_doubles_where_there_are_some(
    kind: type[TwilioSender], settle: float, lag: float, tmp_path: Path
) -> None:
    with Providers(seed=6, faults=0.4, kinds=["error_after", "reset"], lag=lag) as providers:
        settings = providers.settings(tmp_path, in_doubt_settle_seconds=settle)
        ws = open_workspace(settings)
        plan(ws, add_candidates(ws, 40))
        sender = kind.of(settings)
        dispatch_due(ws, now=lambda: NOON, drain=True, channels={Channel.SMS: sender})
        sender.close()
        assert verdict(ws, providers)["doubled"]
        ws.engine.dispose()
