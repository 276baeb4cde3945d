"""The child process: ``python -m ringback.readers.worker``, fed through pipes by :mod:`ringback.readers.pool`.

First message: (limits, taxonomy). Then one message a job: (number, path, source, display name). Answers: ``("cost", kind)`` when
a piece of work begins, ``("done", number, reading)`` when a file is finished. The end of the input ends the process.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ringback.readers import budget, frames
from ringback.readers.faults import keep_stderr_for_log
from ringback.readers.read import read_file
from schemas.records import Reading

OUT_OF_MEMORY = 70

ReadOne = Callable[..., Reading]


def serve(read_one: ReadOne = read_file) -> int:
    """Answer jobs until the input ends.

    A file that runs out of memory after others were read may be innocent (memory is never given back whole), so the process
    ends without an answer and the pool tries that file again in a fresh one.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    keep_stderr_for_log()
    stdin, answer = sys.stdin.buffer, _private_stdout()
    setup = frames.receive(stdin)
    if setup is None:
        return 0
    limits, taxonomy = setup
    budget.install(limits, lambda cost: answer(("cost", cost.value)))
    n_done = 0
    while (job := frames.receive(stdin)) is not None:
        number, path, source, display_name = job
        budget.begin(budget.Cost.DOCUMENT)
        reading = read_one(
            Path(path),
            source=source,
            taxonomy=taxonomy,
            limits=limits,
            display_name=display_name,
            on_progress=lambda: budget.begin(budget.Cost.DOCUMENT),
        )
        if n_done and any(
            problem.code == "too_large" and "(memory)" in problem.message for problem in reading.problems
        ):
            return OUT_OF_MEMORY
        answer(("done", number, reading))
        n_done += 1
    return 0


def _private_stdout() -> Callable[[Any], None]:
    """Keep the pipe to the parent for answers alone: what libraries print goes nowhere."""
    descriptor = os.dup(1)
    os.dup2(2, 1)

    def answer(message: Any) -> None:
        view = memoryview(frames.pack(message))
        while view:
            view = view[os.write(descriptor, view) :]

    return answer


if __name__ == "__main__":
    sys.exit(serve())
