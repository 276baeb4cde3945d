"""Many files at once, in child processes that may hang, die or eat memory without harm to the batch.

Children are plain subprocesses with pipes, not :mod:`multiprocessing`: the pool runs inside engines with threads and a
``__main__`` that must not be imported again. Each has its own process group, memory and CPU limits, and a time limit
for the file it is reading; one that is over is killed with its group and replaced.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import ringback
from ringback.readers import frames
from ringback.readers.refusals import explain
from schemas.records import Reading

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits
    from schemas.policy import RoleTaxonomy

WORKER = (sys.executable, "-P", "-m", "ringback.readers.worker")  # -P: nothing is imported from a drop folder
QUEUED = 3  # files handed to a child ahead, so that it never waits for the caller; the results of three fit into a pipe
GRACE_SECONDS = 5.0  # for a child to start, on top of the time for its first file
CHUNK = 1 << 18
_KEPT_ENVIRONMENT = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "LC_CTYPE",
    "TMPDIR",
    "VIRTUAL_ENV",
    "PYTHONDONTWRITEBYTECODE",
    "LD_LIBRARY_PATH",
)


@dataclass(frozen=True, slots=True)
class ReadJob:
    """One file to read. ``key`` is the caller's own, handed back untouched (it never leaves the process)."""

    path: Path
    source: str | None = None
    display_name: str | None = None
    key: Any = None


@dataclass(slots=True)
class _Ticket:
    number: int
    job: ReadJob
    n_tries: int = 0


@dataclass(slots=True)
class _Child:
    process: subprocess.Popen[bytes]
    inbox: frames.Inbox = field(default_factory=frames.Inbox)
    queue: deque[_Ticket] = field(default_factory=deque)
    deadline: float = 0.0
    n_done: int = 0

    @property
    def output(self) -> int:
        assert self.process.stdout is not None  # noqa: S101 - opened as a pipe
        return self.process.stdout.fileno()


class ReaderPool:
    """A pool of reader processes; use it as a context manager.

    Children start with the first file and stay for the next :meth:`read`. A pool belongs to one thread at a time.
    ``command`` starts a child; tests give one with readers that misbehave.
    """

    def __init__(
        self, n_workers: int, limits: ReaderLimits, taxonomy: RoleTaxonomy, *, command: Sequence[str] = WORKER
    ) -> None:
        self._n_workers = max(1, n_workers)
        self._limits = limits
        self._taxonomy = taxonomy
        self._command = tuple(command)
        self._children: list[_Child] = []
        self._selector = selectors.DefaultSelector()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End all children; calling it again does nothing."""
        for child in list(self._children):
            self._end(child)
        self._selector.close()
        self._selector = selectors.DefaultSelector()

    def read(self, jobs: Iterable[ReadJob]) -> Iterator[tuple[ReadJob, Reading]]:
        """Read files, and yield each job with its reading as it is finished, in no particular order.

        ``jobs`` is consumed as places come free. A file that kills its reader is read as ``reader_died``, one that is over
        its time as ``timeout``; all others are read as if it had not been there. Closing the iterator early ends the
        children that are still at work.
        """
        waiting = (_Ticket(number, job) for number, job in enumerate(jobs))
        again: deque[_Ticket] = deque()
        try:
            while True:
                self._hand_out(waiting, again)
                if not any(child.queue for child in self._children):
                    return
                yield from self._collect(again)
        finally:
            for child in [child for child in self._children if child.queue]:
                self._end(child)

    def _hand_out(self, waiting: Iterator[_Ticket], again: deque[_Ticket]) -> None:
        """Give every child work, the emptiest first; children are started while there is work for them."""
        while True:
            children = self._children
            if children and (len(children) >= self._n_workers or any(not child.queue for child in children)):
                child = min(children, key=lambda one: len(one.queue))
                if len(child.queue) >= QUEUED:
                    return
            else:
                child = None
            ticket = again.popleft() if again else next(waiting, None)
            if ticket is None:
                return
            child = child or self._start()
            if not child.queue:
                child.deadline = time.monotonic() + self._limits.wall_seconds + (0 if child.n_done else GRACE_SECONDS)
            ticket.n_tries += 1
            child.queue.append(ticket)
            job = ticket.job
            self._send(child, (ticket.number, os.fspath(job.path), job.source, job.display_name))

    def _start(self) -> _Child:
        environment = {name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ}
        root = str(Path(ringback.__file__).resolve().parent.parent)
        environment |= {
            "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH")))),
            "OMP_NUM_THREADS": "1",
        }
        process = subprocess.Popen(  # noqa: S603 - our own module
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environment,
            start_new_session=True,
            bufsize=0,
        )
        child = _Child(process)
        os.set_blocking(child.output, False)
        self._selector.register(child.output, selectors.EVENT_READ, child)
        self._children.append(child)
        self._send(child, (self._limits, self._taxonomy))
        return child

    def _send(self, child: _Child, message: Any) -> None:
        """Write a message; a child that has died meanwhile is noticed when its output ends."""
        assert child.process.stdin is not None  # noqa: S101 - opened as a pipe
        with contextlib.suppress(BrokenPipeError):
            view = memoryview(frames.pack(message))
            while view:
                view = view[child.process.stdin.write(view) or 0 :]

    def _collect(self, again: deque[_Ticket]) -> Iterator[tuple[ReadJob, Reading]]:
        """Wait for the next sign of life, and judge those that gave none in time."""
        first = min(child.deadline for child in self._children if child.queue)
        events = self._selector.select(max(0.0, first - time.monotonic()))
        for key, _ in events:
            yield from self._receive(key.data, again)
        if events:
            return
        for child in [child for child in self._children if child.queue and child.deadline <= time.monotonic()]:
            yield from self._replace(child, "timeout", again)

    def _receive(self, child: _Child, again: deque[_Ticket]) -> Iterator[tuple[ReadJob, Reading]]:
        if child not in self._children:
            return
        try:
            piece = os.read(child.output, CHUNK)
        except BlockingIOError:
            return
        if not piece:
            yield from self._bury(child, again)
            return
        child.deadline = max(child.deadline, time.monotonic() + self._limits.wall_seconds)
        for message in child.inbox.feed(piece):
            if message[0] == "cost":
                seconds = self._limits.ocr_wall_seconds if message[1] == "ocr" else self._limits.wall_seconds
                child.deadline = time.monotonic() + seconds
                continue
            ticket = child.queue.popleft()
            child.n_done += 1
            child.deadline = time.monotonic() + self._limits.wall_seconds
            yield ticket.job, message[2]

    def _bury(self, child: _Child, again: deque[_Ticket]) -> Iterator[tuple[ReadJob, Reading]]:
        """Find out why a child ended. One that had read others before may have died of them, so its file is tried once more."""
        status = child.process.wait()
        if child.queue and status != -signal.SIGXCPU and child.n_done and child.queue[0].n_tries == 1:
            self._give_back(child, list(child.queue)[1:], again)
            again.appendleft(child.queue.popleft())
            self._end(child)
            return
        yield from self._replace(child, "timeout" if status == -signal.SIGXCPU else "reader_died", again)

    def _replace(self, child: _Child, code: str, again: deque[_Ticket]) -> Iterator[tuple[ReadJob, Reading]]:
        """Kill a child, blame the file it was at, and give the others to another child."""
        guilty = child.queue.popleft() if child.queue else None
        self._give_back(child, list(child.queue), again)
        self._end(child)
        if guilty:
            yield guilty.job, Reading(path=guilty.job.path, problems=(explain(code),))

    @staticmethod
    def _give_back(child: _Child, tickets: list[_Ticket], again: deque[_Ticket]) -> None:
        """Take back files that a child had not begun; they have not been tried."""
        for ticket in tickets:
            child.queue.remove(ticket)
            ticket.n_tries -= 1
            again.append(ticket)

    def _end(self, child: _Child) -> None:
        """Kill a child with its whole group and forget it."""
        if child in self._children:
            self._children.remove(child)
            self._selector.unregister(child.output)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.process.pid, signal.SIGKILL)
        child.process.wait()
        for pipe in (child.process.stdin, child.process.stdout):
            if pipe:
                with contextlib.suppress(OSError):
                    pipe.close()
