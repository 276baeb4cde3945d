"""The crew of a dispatcher: threads that call providers, what they were given, and what they have finished."""

from __future__ import annotations

import queue
import threading
import time
from collections import Counter
from collections.abc import Callable

from ringback.actions.outreach_look import Looked
from ringback.actions.outreach_record import Ended
from schemas.words import Channel

Task = Callable[[], Ended | Looked]

AHEAD_SECONDS = (
    0.2  # work that is begun beyond what the threads have in hand, so that recording never lets one stand idle
)
MOST_AHEAD = 7  # ... in sends a thread: what a killed process leaves in doubt stays a handful
LONGEST_NAP_SECONDS = 1.0
BLOCKED_NAP_SECONDS = 0.1  # claimed messages wait for a rate or a probe
LONGEST_LINGER_SECONDS = AHEAD_SECONDS  # an answer waits no longer for others to be written with it
WEIGHT_OF_NEWEST = 0.1


class Crew:
    """A fixed number of threads. One coordinator gives them work and takes what they have finished."""

    def __init__(self, n: int) -> None:
        self.n = n
        self.in_flight: Counter[Channel] = Counter()
        self.n_looks = 0
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._results: queue.SimpleQueue[tuple[Ended | Looked, float]] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, daemon=True) for _ in range(n)]
        self._seconds_a_send = AHEAD_SECONDS  # until it is known

    def start(self) -> None:
        """Let the threads wait for work."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Let every thread finish what was given, and end."""
        for _ in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            thread.join()

    def send(self, channel: Channel, task: Task) -> None:
        """Give a send to the next free thread."""
        self.in_flight[channel] += 1
        self._tasks.put(task)

    def look(self, task: Task) -> None:
        """Give a look at the provider's list to the next free thread."""
        self.n_looks += 1
        self._tasks.put(task)

    @property
    def n_busy(self) -> int:
        """How much was given and not taken back yet."""
        return self.in_flight.total() + self.n_looks

    @property
    def n_ahead(self) -> int:
        """How many sends may be begun at once: one in each thread's hand, and as many more as soon follow it.

        A quick provider needs many, so that one transaction serves them all; with a slow one each begun message would wait
        long for its turn, and an opt-out should still find it unsent.
        """
        more = AHEAD_SECONDS / max(self._seconds_a_send, AHEAD_SECONDS / MOST_AHEAD)
        return self.n + round(self.n * max(1.0, more))

    def collect(self, *, has_more: bool, is_blocked: bool) -> list[Ended | Looked]:
        """Return what has ended: as much as fits into one transaction without letting a thread stand idle.

        Args:
            has_more: claimed messages wait to be begun.
            is_blocked: ... but their senders' pace does not allow it now.
        """
        has_room = has_more and not is_blocked and self.in_flight.total() < self.n
        if not self.n_busy or has_room:
            return self.take_rest()
        n_left = max(self.n, self.n_ahead // 2 if has_more else 0)
        results: list[tuple[Ended | Looked, float]] = []
        give_up_at = time.monotonic() + (BLOCKED_NAP_SECONDS if is_blocked else LONGEST_NAP_SECONDS)
        while (left := give_up_at - time.monotonic()) > 0:
            try:
                results.append(self._results.get(timeout=left))
            except queue.Empty:
                break
            if self.n_busy - len(results) <= n_left:
                break  # from now on somebody may soon have nothing to do
            give_up_at = min(give_up_at, time.monotonic() + LONGEST_LINGER_SECONDS)
        return self._taken(results)

    def take_rest(self) -> list[Ended | Looked]:
        """Return what has ended by now, without waiting."""
        return self._taken([])

    def _taken(self, results: list[tuple[Ended | Looked, float]]) -> list[Ended | Looked]:
        """Return these and all others that wait, and count them as no longer under way."""
        while not self._results.empty():
            results.append(self._results.get_nowait())
        for result, seconds in results:
            if isinstance(result, Looked):
                self.n_looks -= 1
            else:
                self.in_flight[result.begun.message.channel] -= 1
                self._seconds_a_send += WEIGHT_OF_NEWEST * (seconds - self._seconds_a_send)
        return [result for result, _ in results]

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            began = time.monotonic()
            self._results.put((task(), time.monotonic() - began))
