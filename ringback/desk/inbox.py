"""One thread that writes what comes in: many requests share a commit, and between them it applies what is stored.

A durable commit costs milliseconds of the disk; at hundreds of requests a second each cannot have its own.
"""

from __future__ import annotations

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from datetime import datetime
from typing import TYPE_CHECKING

from ringback.actions.webhooks import apply_events, store_events
from ringback.workspace import Workspace

if TYPE_CHECKING:
    from ringback.channels.inbound import Received

MOST_AT_ONCE = 400
MOST_WAITING = 5_000
IDLE_SECONDS = 0.05
SWEEP_SECONDS = 5.0
APPLY_SECONDS = 0.2
Entry = tuple[Sequence["Received"], "Future[int]"]
LOG = logging.getLogger(__name__)


class Full(Exception):  # noqa: N818 (not our fault: they should come again)
    """More is waiting than can be written soon."""


class Inbox:
    """Stores what is put into it; a future is done when its events are committed."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime], released: Callable[[], None]) -> None:
        """``released`` is called when what was applied has put a message into the outbox that may leave."""
        self._workspace, self._now, self._released = workspace, now, released
        self._queue: queue.Queue[Entry | None] = queue.Queue(MOST_WAITING)
        self._thread = threading.Thread(target=self._run, name="inbox", daemon=True)
        self._has_news = True  # what an earlier process left

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    def stop(self) -> None:
        """Write what is waiting, and end."""
        self._queue.put(None)
        self._thread.join(30)

    async def put(self, received: Sequence[Received], *, seconds: float) -> int:
        """Return how many of these were new, once they are committed.

        Raises:
            Full, TimeoutError: not within ``seconds``; it may still be committed, a repeat does no harm.
        """
        future: Future[int] = Future()
        try:
            self._queue.put_nowait((received, future))
        except queue.Full:
            raise Full from None
        return await asyncio.wait_for(asyncio.wrap_future(future), seconds)

    def _run(self) -> None:
        while True:
            try:
                first = self._queue.get(timeout=IDLE_SECONDS if self._has_news else SWEEP_SECONDS)
            except queue.Empty:
                self._apply()
                continue
            if first is None:
                return
            entries = [first]
            while len(entries) < MOST_AT_ONCE:
                try:
                    entry = self._queue.get_nowait()
                except queue.Empty:
                    break
                if entry is None:
                    self._store(entries)
                    return
                entries.append(entry)
            self._store(entries)

    def _store(self, entries: Sequence[Entry]) -> None:
        try:
            store_events(self._workspace, [each for received, _ in entries for each in received], now=self._now())
        except Exception as error:
            if len(entries) > 1:  # whoever of them it is does not stop the others
                for entry in entries:
                    self._store([entry])
                return
            LOG.exception("what came in could not be stored")
            _settle(entries[0][1], error)
            return
        self._has_news = True
        for received, future in entries:
            _settle(future, len(received))

    def _apply(self) -> None:
        try:
            done = apply_events(self._workspace, now=self._now, seconds=APPLY_SECONDS)
        except Exception:
            LOG.exception("what came in could not be applied now; it is kept")
            self._has_news = False
            return
        self._has_news = bool(done.n_applied)
        if done.n_released:
            self._released()


def _settle(future: Future[int], result: int | Exception) -> None:
    if not future.set_running_or_notify_cancel():
        return  # whoever asked has gone
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
