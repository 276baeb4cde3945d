"""What a draining run waits for, and how long the dispatcher waits for its database."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeVar

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from ringback.actions.outreach_claim import first_open_at
from ringback.actions.outreach_pace import Pace
from ringback.channels.base import Sender
from ringback.workspace import Workspace
from schemas.words import Channel

log = logging.getLogger(__name__)
T = TypeVar("T")

LONGEST_NAP_SECONDS = 1.0
SHORTEST_NAP_SECONDS = 0.02
DATABASE_PATIENCE_SECONDS = 120.0


def commit(ws: Workspace, work: Callable[[Session], T]) -> T:
    """Run ``work`` in a writing transaction until it is committed: a busy or restarting database heals.

    What ended while the database was away is kept and written then; what is never written is found in doubt later.

    Raises:
        DBAPIError: it is away for too long.
    """
    give_up_at = time.monotonic() + DATABASE_PATIENCE_SECONDS
    nap = SHORTEST_NAP_SECONDS
    while True:
        try:
            with ws.writing() as session:
                return work(session)
        except DBAPIError as error:
            if time.monotonic() > give_up_at:
                raise
            log.warning("database: %s; trying again", str(error.orig).strip())
            time.sleep(nap)
            nap = min(LONGEST_NAP_SECONDS, nap * 2)


def next_need(
    session: Session,
    channels: Mapping[Channel, Sender],
    paces: Mapping[str, Pace],
    *,
    now: datetime,
    may_start: bool,
) -> datetime | None:
    """Return when the next message that a draining run waits for needs something; None if there is none.

    What waits to be begun by a sender that does not come back is not waited for; what it has in doubt is.
    """
    times: list[datetime] = []
    for channel, sender in channels.items():
        pace = paces[sender.name]
        first = first_open_at(session, channel, now=now, may_start=may_start and not pace.is_hopeless)
        if first is not None:
            paused_until = pace.paused_until if pace.is_paused(now) else None
            times.append(first if paused_until is None else max(first, paused_until))
    return min(times, default=None)


def nap(until: datetime | None, *, now: datetime) -> None:
    """Sleep until then, but not long: another dispatcher or a person may have changed what is to be done."""
    wait = SHORTEST_NAP_SECONDS if until is None else (until - now).total_seconds()
    time.sleep(min(LONGEST_NAP_SECONDS, max(SHORTEST_NAP_SECONDS, wait)))
