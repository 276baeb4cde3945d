"""Sends what a report has released at once: after an unanswered click-to-call nobody waits for the next schedule."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from ringback.actions.outreach import dispatch_due
from ringback.workspace import Workspace

STOP_SECONDS = 30
LOG = logging.getLogger(__name__)


class Waker:
    """A dispatcher in a thread of its own that sleeps until it is woken."""

    def __init__(self, workspace: Workspace, now: Callable[[], datetime]) -> None:
        self._workspace, self._now = workspace, now
        self._is_woken, self._is_over = threading.Event(), False
        self._thread = threading.Thread(target=self._run, name="waker", daemon=True)

    def start(self) -> None:
        """Begin to sleep."""
        self._thread.start()

    def wake(self) -> None:
        """Dispatch what is due, soon."""
        self._is_woken.set()

    def stop(self) -> None:
        """End once what is under way is sent."""
        self._is_over = True
        self._is_woken.set()
        self._thread.join(STOP_SECONDS)

    def _run(self) -> None:
        while self._is_woken.wait() and not self._is_over:
            self._is_woken.clear()
            try:
                dispatch_due(self._workspace, now=self._now)
            except Exception:
                LOG.exception("what was released could not be sent now; the schedule finds it")
