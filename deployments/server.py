"""A Prefect server of our own, as a child process: for one laptop, the demo, and the tests.

Its database lies in the home folder (``prefect/``), away from the application's, and it listens on loopback only.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

DEFAULT_PORT = 4200
START_SECONDS = 180
STOP_SECONDS = 15

# Recording task runs one by one costs the server 40 ms of CPU each; in batches it is 8 to 10.
SERVER_SETTINGS: Mapping[str, str] = {
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TASK_RUN_RECORDER_FLUSH_INTERVAL": "1",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_BATCH_SIZE": "200",
    "PREFECT_SERVER_SERVICES_EVENT_PERSISTER_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_SERVICES_TRIGGERS_READ_BATCH_SIZE": "100",
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_SERVER_UI_V2_ENABLED": "false",  # the newer UI calls an analytics service in spite of the line above
    "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
    "DO_NOT_TRACK": "1",
}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: where its API and its pages are, and the environment that lets a child process use it."""

    url: str
    environment: Mapping[str, str]

    @property
    def api_url(self) -> str:
        """The value of ``PREFECT_API_URL``."""
        return f"{self.url}/api"


@contextmanager
def running_server(home: Path, *, port: int | None = None, log: Path | None = None) -> Iterator[Server]:
    """Start a server whose state lies in ``home/prefect``, wait until it answers, and stop it at the end.

    ``port`` None takes any free one.

    Raises:
        RuntimeError: the port is taken, or the server did not start; the message names the log to read.
    """
    chosen = port or _free_port()
    if port and _is_taken(port):
        raise RuntimeError(f"Port {port} is taken: another Prefect server? Stop it, or choose another with --port.")
    state = (home / "prefect").resolve()
    state.mkdir(parents=True, exist_ok=True)
    url = f"http://127.0.0.1:{chosen}"
    environment = {**os.environ, **SERVER_SETTINGS, "PREFECT_HOME": str(state), "PREFECT_API_URL": f"{url}/api"}
    log = log or state / "server.log"
    command = [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(chosen)]
    with log.open("ab") as output:
        process = subprocess.Popen(  # noqa: S603 (our own command)
            command, env=environment, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        _wait_until_healthy(process, url, log)
        yield Server(url=url, environment=environment)
    finally:
        stop(process)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a child and wait for it; kill it if it does not end."""
    process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_until_healthy(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError(f"The Prefect server ended at once; its last words are in {log}.")
        try:
            if httpx.get(f"{url}/api/health", timeout=2).is_success:
                return
        except httpx.HTTPError:
            time.sleep(0.25)
    raise RuntimeError(f"The Prefect server did not answer within {START_SECONDS} s; see {log}.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
