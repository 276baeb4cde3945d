"""Dispatcher processes, and somebody who kills and pauses them by what was sent until all work is done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.standins.pool import NOON

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.standins.running import Providers

ROOT = Path(__file__).parents[2]
N_DISPATCHERS = 2
MAX_SECONDS = 90
MAX_BEHIND = 10  # messages that the providers may take between the moment of a blow and the blow


def start_dispatcher(settings: dict[str, Any], began: float) -> subprocess.Popen[bytes]:
    """Start one dispatcher process on the database that the settings name."""
    command = [
        *(sys.executable, "-m", "tests.standins.dispatcher"),
        *("--settings", json.dumps(settings, default=str)),
        *("--noon", NOON.isoformat()),
        *("--began", str(began)),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, cwd=settings["home"], env=environment)


def run_until_done(
    settings: dict[str, Any], providers: Providers, *, seed: int, n_messages: int, n_kills: int, n_pauses: int = 0
) -> int:
    """Run two dispatchers and kill and pause them before all is sent, until they end by themselves; return the kills done.

    Each blow falls when the providers have taken so many messages, by seed; they take no more than a few until it fell.
    """
    dice = random.Random(seed)  # noqa: S311
    began = time.time()
    running = [start_dispatcher(settings, began) for _ in range(N_DISPATCHERS)]
    blows = [signal.SIGKILL] * n_kills + [signal.SIGSTOP] * n_pauses
    dice.shuffle(blows)
    moments = sorted(dice.sample(range(1, n_messages - 2 * MAX_BEHIND), len(blows)))
    holds = [n_taken + MAX_BEHIND for n_taken in moments]
    providers.set(hold_at=holds[0])
    n_killed = 0
    waits = cycle((0.0, 0.1))  # what was taken is not recorded by then, and is
    for blow, n_taken, hold_at, wait in zip(blows, moments, [*holds[1:], 0], waits, strict=False):
        wait_until(lambda n_taken=n_taken: providers.n_accepted() >= n_taken, began)
        time.sleep(wait)
        process = a_ready_one(settings, running, dice, began)
        process.send_signal(blow)
        providers.set(hold_at=hold_at)
        if blow is signal.SIGKILL:
            n_killed += process.wait() == -signal.SIGKILL
            running[running.index(process)] = start_dispatcher(settings, began)
        else:
            time.sleep(float(settings["lease_seconds"]) * 1.5)
            process.send_signal(signal.SIGCONT)
    wait_until(lambda: all(process.poll() is not None for process in running), began)
    assert all(process.wait() == 0 for process in running), "a dispatcher failed"
    return n_killed


def a_ready_one(
    settings: dict[str, Any], running: list[subprocess.Popen[bytes]], dice: random.Random, began: float
) -> subprocess.Popen[bytes]:
    """Choose one of the dispatchers that have opened their workspace, so that blows fall on work and not on imports."""

    def ready() -> list[subprocess.Popen[bytes]]:
        return [one for one in running if (Path(settings["home"]) / f"ready-{one.pid}").exists() and one.poll() is None]

    wait_until(lambda: bool(ready()), began)
    return dice.choice(ready())


def wait_until(is_so: Callable[[], bool], began: float) -> None:
    while not is_so():
        assert time.time() - began < MAX_SECONDS, "the dispatchers do not come to an end"
        time.sleep(0.01)
