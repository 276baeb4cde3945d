"""Resolving on a thread of its own while more records are stored."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Self

from ringback.actions.resolve import ResolveSummary, resolve_pending
from ringback.store.engine import is_sqlite

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.workspace import Workspace


class ResolvingBeside:
    """Resolves chunk by chunk what :meth:`go_on` says is stored: while the server works for one, the other goes on.

    On leaving the ``with`` block ``done`` says what was resolved so far; the rest is the caller's. A fault in resolving comes
    out of :meth:`go_on` or of the block's end. SQLite has one writer, so there nothing goes beside.
    """

    def __init__(self, ws: Workspace, *, chunk: int, now: datetime) -> None:
        self.ws, self.chunk, self.now = ws, chunk, now
        self.done = ResolveSummary()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="resolve-beside")
        self._running: Future[ResolveSummary] | None = None

    def __enter__(self) -> Self:
        """Begin; nothing is resolved before there is a chunk."""
        return self

    def __exit__(self, *_: object) -> None:
        """Wait for the chunk that is under way."""
        self._thread.shutdown()
        self._collect()

    def go_on(self, n_stored: int) -> None:
        """Begin with the next chunk if so many records are stored by now, and the last chunk is through."""
        if is_sqlite(self.ws.engine) or (self._running and not self._running.done()):
            return
        self._collect()
        if n_stored - self.done.n_records >= self.chunk:
            self._running = self._thread.submit(
                resolve_pending, self.ws, now=self.now, limit=self.chunk, chunk=self.chunk
            )

    def _collect(self) -> None:
        if self._running:
            running, self._running = self._running, None
            self.done += running.result()
