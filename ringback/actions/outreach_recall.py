"""Sends that were begun and called back before they left: by an opt-out, or by whoever took them for lost."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast

from sqlalchemy import Engine, Table, bindparam, select
from sqlalchemy.exc import DBAPIError

from ringback.actions.outreach_clock import Fence, uptime
from ringback.channels.base import FencedError
from schemas.tables import OutboxMessage
from schemas.words import MessageState

if TYPE_CHECKING:
    from ringback.workspace import Workspace

PATIENCE_SECONDS, STEP_SECONDS = 1.0, 0.005
FRESH_SECONDS = 0.02  # younger than this, nobody can have been told that it was called back
OUTBOX = cast(Table, OutboxMessage.__table__)
_STILL_WANTED = select(OUTBOX.c.message_id, OUTBOX.c.n_tries).where(
    OUTBOX.c.message_id.in_(bindparam("ids", expanding=True)),
    OUTBOX.c.state == MessageState.SENDING,
    OUTBOX.c.refusal.is_(None),
)


def await_recalled(ws: Workspace, *, now: datetime, seconds: float = PATIENCE_SECONDS) -> None:
    """Stay until no send that was called back can still be on its way, so that a stop is confirmed only when it holds.

    Call it after the commit of the stop and before answering whoever asked for it.

    Args:
        ws: the workspace.
        now: the present instant; sends that began over a minute ago are a dead dispatcher's, and not waited for.
        seconds: the longest stay.
    """
    on_their_way = (
        select(OUTBOX.c.message_id)
        .where(OUTBOX.c.state == MessageState.SENDING, OUTBOX.c.refusal.is_not(None))
        .where(OUTBOX.c.sending_at > now - timedelta(minutes=1))
        .limit(1)
    )
    until = uptime() + seconds
    while uptime() < until:
        with ws.reading() as session:
            if session.execute(on_their_way).first() is None:
                return
        time.sleep(STEP_SECONDS)


class Recall:
    """Knows of begun sends whether they are still to go. One question to the database serves all that wait at that moment."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = threading.Lock()
        self._waiting: frozenset[str] = frozenset()
        self._answered_for: frozenset[str] = frozenset()
        self._wanted: frozenset[tuple[str, int]] = frozenset()
        self._asked_at = 0.0

    def watch(self, message_ids: Iterable[str]) -> None:
        """Ask for these too from now on; the coordinator alone calls this and :meth:`forget`."""
        self._waiting = self._waiting.union(message_ids)

    def forget(self, message_ids: Iterable[str]) -> None:
        """Ask no more for these: they have ended."""
        self._waiting = self._waiting.difference(message_ids)

    def is_wanted(self, message_id: str, n_try: int) -> bool:
        """Tell whether this try is still to go, by an answer of the database that is not older than a moment.

        A database that does not answer says no: nothing has left yet, so nothing is lost by waiting.
        """
        with self._lock:
            if uptime() - self._asked_at > FRESH_SECONDS or message_id not in self._answered_for:
                self._ask(self._waiting | {message_id})
            return (message_id, n_try) in self._wanted

    def _ask(self, message_ids: frozenset[str]) -> None:
        self._asked_at, self._answered_for = uptime(), message_ids
        try:
            with self._engine.connect() as connection:
                rows = connection.execute(_STILL_WANTED, {"ids": sorted(message_ids)})
                self._wanted = frozenset((row.message_id, row.n_tries) for row in rows)
        except DBAPIError:
            self._answered_for, self._wanted = frozenset(), frozenset()

    def fence(self, fence: Fence, message_id: str, n_try: int) -> Callable[[], None]:
        """Return ``fence`` for one message, which also asks whether it is still to go once it has waited a while.

        A message waits for a thread or a connection after its start is committed; an opt-out that came in meanwhile was
        acknowledged, so it must count.
        """

        def guard() -> None:
            if fence.seconds_since_commit() > FRESH_SECONDS and not self.is_wanted(message_id, n_try):
                raise FencedError("not sent: called back while it waited to leave", code="fenced")
            fence()

        return guard
