"""Dispatcher processes, and somebody who kills and pauses them by seed until all work is done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.standins.pool import NOON

ROOT = Path(__file__).parents[2]


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
    settings: dict[str, Any], *, seed: int, n_dispatchers: int = 2, n_kills: int, n_pauses: int = 0, timeout: float = 90
) -> int:
    """Run dispatchers, killing and pausing them at random moments, until they end by themselves; return the kills done."""
    dice = random.Random(seed)  # noqa: S311
    began = time.time()
    running = [start_dispatcher(settings, began) for _ in range(n_dispatchers)]
    blows = [signal.SIGKILL] * n_kills + [signal.SIGSTOP] * n_pauses
    dice.shuffle(blows)
    n_killed = 0
    while any(process.poll() is None for process in running):
        assert time.time() - began < timeout, "the dispatchers do not come to an end"
        time.sleep(dice.uniform(0.05, 0.5))
        alive = [process for process in running if process.poll() is None]
        if not blows or not alive:
            continue
        process = dice.choice(alive)
        if not _is_ready(settings, process):
            continue
        blow = blows.pop()
        process.send_signal(blow)
        if blow is signal.SIGKILL:
            n_killed += 1
            process.wait()
            running[running.index(process)] = start_dispatcher(settings, began)
        else:
            time.sleep(float(settings["lease_seconds"]) * 1.5)
            process.send_signal(signal.SIGCONT)
    assert all(process.wait() == 0 for process in running), "a dispatcher failed"
    return n_killed


def _is_ready(settings: dict[str, Any], process: subprocess.Popen[bytes]) -> bool:
    """Tell whether the process has opened its workspace, so that blows fall on work and not on imports."""
    return (Path(settings["home"]) / f"ready-{process.pid}").exists()
