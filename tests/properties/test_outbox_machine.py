"""A state machine over the outbox: whatever happens in whatever order, nothing is taken twice and the row tells the truth."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select, update

from ringback.actions.outreach import cancel_pending, dispatch_due, record_report
from ringback.channels.base import Accepted, OutgoingMessage
from ringback.errors import InDoubtError, PermanentError, RetryableError
from ringback.rules.sending import MOVES
from ringback.settings import Settings
from ringback.workspace import open_workspace
from schemas.tables import ContactPoint, OutboxMessage, SendTry
from schemas.words import Channel, ContactKind, ContactState, MessageState, Refusal
from tests.standins.pool import NOON, add_candidates, plan

N = 4
FAULTS = ("none", "lost_before", "lost_after", "busy", "refused", "died")


class Crash(BaseException):
    """The process is gone: nothing after this is executed."""


class Provider:
    """A provider that keeps what it took, and fails as told."""

    provider = "twilio"
    name = "twilio:+15550100"
    settle_seconds: float | None = None

    def __init__(self) -> None:
        self.taken: list[OutgoingMessage] = []
        self.faults: list[str] = []
        self.is_listing = True

    def send(self, message: OutgoingMessage) -> Accepted:
        message.fence()
        fault = self.faults.pop() if self.faults else "none"
        if fault == "busy":
            raise RetryableError("busy", code="20429", http_status=429, retry_after_seconds=1)
        if fault == "refused":
            raise PermanentError("refused", code="21617", http_status=400)
        if fault == "lost_before":
            raise InDoubtError("no answer")
        self.taken.append(message)
        if fault in ("lost_after", "died"):
            raise InDoubtError("no answer")
        return Accepted(f"SM{len(self.taken)}")

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        if not self.is_listing:
            raise RetryableError("no list")
        return next((Accepted("SMlist") for taken in self.taken if taken.marker == message.marker), None)

    def close(self) -> None: ...


class Outbox(RuleBasedStateMachine):
    @initialize()
    def open(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.ws = open_workspace(Settings(home=self.folder))
        self.ids = add_candidates(self.ws, N)
        self.provider = Provider()
        self.now = NOON
        self.opted_out: dict[str, int] = {}
        self.last: dict[str, MessageState] = {}
        plan(self.ws, self.ids)

    def teardown(self) -> None:
        self.ws.engine.dispose()
        shutil.rmtree(self.folder, ignore_errors=True)

    @rule(minutes=st.sampled_from([1, 2, 5, 16, 60, 600]))
    def time_passes(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)

    @rule(faults=st.lists(st.sampled_from(FAULTS), max_size=N), is_listing=st.booleans())
    def dispatch(self, faults: list[str], is_listing: bool) -> None:  # noqa: FBT001
        self.provider.faults, self.provider.is_listing = list(faults), is_listing
        dispatch_due(self.ws, now=lambda: self.now, channels={Channel.SMS: self.provider})

    @rule(who=st.integers(0, N - 1))
    def dispatcher_dies_while_sending(self, who: int) -> None:
        """Leave a row as a killed process leaves it: begun, taken by the provider or not, and never recorded."""
        with self.ws.writing() as session:
            row = session.scalars(select(OutboxMessage).where(OutboxMessage.candidate_id == self.ids[who])).one()
            waits = (MessageState.PLANNED, MessageState.DUE)
            if row.state not in waits or self.ids[who] in self.opted_out or row.n_tries > 2:
                return
            row.state, row.n_tries, row.sending_at = MessageState.SENDING, row.n_tries + 1, self.now
            row.body = row.body or f"text {row.marker}"
            row.lease_owner, row.lease_until = "dead", self.now + timedelta(seconds=120)
            session.add(SendTry(message_id=row.message_id, n=row.n_tries, owner="dead", started_at=self.now))
            message = OutgoingMessage(row.message_id, row.n_tries, row.channel, row.to or "", row.body, row.marker)
        if who % 2:
            self.provider.taken.append(message)

    @rule(who=st.integers(0, N - 1))
    def opts_out(self, who: int) -> None:
        with self.ws.writing() as session:
            point = (ContactPoint.candidate_id == self.ids[who], ContactPoint.kind == ContactKind.PHONE)
            session.execute(update(ContactPoint).where(*point).values(state=ContactState.OPTED_OUT))
            cancel_pending(session, self.ids[who], refusal=Refusal.OPTED_OUT, now=self.now)
        self.opted_out.setdefault(self.ids[who], self.count()[self.ids[who]])

    @rule(was_delivered=st.sampled_from([None, True, False]), n=st.integers(0, 20))
    def a_report_comes(self, was_delivered: bool | None, n: int) -> None:  # noqa: FBT001
        if self.provider.taken:
            message = self.provider.taken[n % len(self.provider.taken)]
            with self.ws.writing() as session:
                record_report(session, at=self.now, was_delivered=was_delivered, message_id=message.message_id)

    @invariant()
    def nothing_is_taken_twice(self) -> None:
        assert not self.provider.taken or max(self.count().values()) == 1

    @invariant()
    def nothing_is_taken_after_an_opt_out(self) -> None:
        for who, n_before in self.opted_out.items():
            assert self.count()[who] == n_before

    @invariant()
    def rows_tell_the_truth(self) -> None:
        with self.ws.reading() as session:
            rows: list[Any] = list(session.scalars(select(OutboxMessage)))
        for row in rows:
            if row.state in (MessageState.ACCEPTED, MessageState.DELIVERED, MessageState.UNDELIVERED):
                assert self.count()[row.candidate_id] == 1
            if row.state in (MessageState.CANCELLED, MessageState.DEAD):
                assert row.reason
            assert row.state is not MessageState.CLAIMED
            before = self.last.get(row.message_id, row.state)
            assert row.state is before or row.state in _reachable(before)
            self.last[row.message_id] = row.state

    def count(self) -> Counter[str]:
        by_id = {message.message_id: message for message in self.provider.taken}
        taken = Counter(message.message_id for message in self.provider.taken)
        with self.ws.reading() as session:
            owner = dict(session.execute(select(OutboxMessage.message_id, OutboxMessage.candidate_id)).tuples().all())
        return Counter({owner[message_id]: taken[message_id] for message_id in by_id})


def _reachable(state: MessageState) -> set[MessageState]:
    seen, todo = set[MessageState](), [state]
    while todo:
        here = todo.pop()
        fresh = {after for (before, _), after in MOVES.items() if before is here} - seen
        seen |= fresh
        todo += fresh
    return seen


TestOutbox = Outbox.TestCase
TestOutbox.settings = settings(
    max_examples=10, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
