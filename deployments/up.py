"""Everything in one terminal: server, deployments, worker; Ctrl-C ends all. ``make up`` runs this.

For one laptop. On several machines run the server, ``python -m deployments.bootstrap`` and a worker on each on their own; see
``deployments/runbook.md``.
"""

from __future__ import annotations

import argparse
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

from deployments.bootstrap import POOL, PROJECT
from deployments.server import DEFAULT_PORT, Server, running_server, stop
from ringback.settings import load_settings
from ringback.workspace import open_workspace

WORKER_LIMIT = 4  # flow runs at once: each takes about 110 MB


class _Ended(Exception):  # noqa: N818 (not an error: somebody asked us to stop)
    """SIGTERM: end as on Ctrl-C."""


def main() -> None:
    """Run until Ctrl-C or SIGTERM; exit code 1 if something could not be started."""
    arguments = _arguments()
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    try:
        workspace = open_workspace(load_settings())
        _say(f"data in {workspace.settings.home.resolve()}, channels: {workspace.settings.channels}")
        _say("starting the Prefect server (a few seconds; longer the first time) ...")
        with running_server(workspace.settings.home, port=arguments.port) as server:
            _run(server, workspace.drop)
    except _Ended:
        _say("stopped.")
    except Exception as error:  # noqa: BLE001 (the outermost door: one sentence, not a traceback)
        sys.exit(f"ringback up: {error}")


def _run(server: Server, drop: Path) -> None:
    _say("creating the work pool and the deployments ...")
    subprocess.run(
        [sys.executable, "-m", "deployments.bootstrap"], cwd=PROJECT, env=dict(server.environment), check=True
    )
    command = [sys.executable, "-m", "prefect", "worker", "start", "--pool", POOL, "--limit", str(WORKER_LIMIT)]
    environment = {**server.environment, "PREFECT_WORKER_QUERY_SECONDS": "1"}
    worker = subprocess.Popen(command, cwd=PROJECT, env=environment, start_new_session=True)  # noqa: S603
    try:
        _say("")
        _say(f"  Prefect UI       {server.url}")
        _say(f"  Forms            {server.url}/deployments   (press ... > Custom run)")
        _say(f"  Today's list     {server.url}/artifacts/key/today   (press the topmost)")
        _say(f"  For the shell    export PREFECT_API_URL={server.api_url}")
        _say(f"  Drop resumes in  {drop}/<board>/ ; Ctrl-C ends all.")
        _say("")
        while worker.poll() is None:
            time.sleep(0.5)
        raise RuntimeError(f"the worker ended by itself (exit code {worker.returncode})")
    finally:
        stop(worker)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m deployments.up", description=__doc__)
    parser.add_argument(
        "--port", type=int, default=DEFAULT_PORT, help="port of the Prefect server (default %(default)s)"
    )
    return parser.parse_args()


def _end(number: int, frame: FrameType | None) -> None:
    del number, frame
    raise _Ended


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 (this is a command)


if __name__ == "__main__":
    main()
