"""One terminal with everything: a scheduled run and runs by hand complete on a real server with a real worker."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

pytestmark = pytest.mark.prefect
PROJECT = Path(__file__).parents[2]
START_SECONDS = 240
SCHEDULED_WITHIN_SECONDS = 120
BUSY_TRIES = 20


@dataclass
class Running:
    """A running installation and the calls of its API that these tests need."""

    api: str
    home: Path
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, method: str, path: str, **options: Any) -> Any:
        """Call the API as Prefect's own client does: 503 means that its database was locked, and to try again."""
        for _ in range(BUSY_TRIES):
            answer = httpx.request(method, f"{self.api}{path}", timeout=60, **options)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(1)
        answer.raise_for_status()
        return answer.json()

    def post(self, path: str, **body: Any) -> Any:
        return self.ask("POST", path, json=body)

    def runs(self, state: str) -> list[dict[str, Any]]:
        return self.post("/flow_runs/filter", flow_runs={"state": {"type": {"any_": [state]}}}, limit=50)

    def deployments(self) -> dict[str, dict[str, Any]]:
        return {one["name"]: one for one in self.post("/deployments/filter", limit=50)}

    def log_of(self, run: dict[str, Any], until: str) -> str:
        """Return what a run has logged once that stands in it; logs come in a moment after their run has ended."""
        deadline, log = time.monotonic() + 30, ""
        while until not in log and time.monotonic() < deadline:
            lines = self.post("/logs/filter", logs={"flow_run_id": {"any_": [run["id"]]}}, sort="TIMESTAMP_ASC")
            log = "\n".join(line["message"] for line in lines)
            time.sleep(0.2)
        return log

    def run(self, deployment: str, parameters: dict[str, Any]) -> dict[str, Any]:
        """Start a run as the page does and return it when it has ended.

        One that comes while a scheduled run of the deployment is at work is cancelled, so it is started once more after that.
        """
        path = f"/deployments/{self.deployments()[deployment]['id']}/create_flow_run"
        made = self.post(path, parameters=parameters)
        deadline = time.monotonic() + 120
        while time.monotonic() < deadline:
            run = self.ask("GET", f"/flow_runs/{made['id']}")
            if run["state_type"] == "CANCELLED" and "concurrency limit" in run["state"]["message"]:
                time.sleep(1)
                made = self.post(path, parameters=parameters)
            elif run["state_type"] in ("COMPLETED", "FAILED", "CRASHED", "CANCELLED"):
                return run
            time.sleep(0.5)
        raise AssertionError(f"{deployment} did not end; the log says: {self.log.read_text()[-3000:]}")


@pytest.fixture(scope="module")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("up")
    log = home / "up.log"
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "RINGBACK_"))}
    environment |= {"RINGBACK_HOME": str(home / "home"), "RINGBACK_SETTLE_SECONDS": "0"}
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "deployments.up", "--port", str(port)],
            cwd=PROJECT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    deadline = time.monotonic() + START_SECONDS
    while b"Prefect UI" not in log.read_bytes():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.5)
    yield Running(f"http://127.0.0.1:{port}/api", home / "home", process, log)
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


def test_every_deployment_of_the_file_is_there_with_its_words(up: Running) -> None:
    wanted = {one["name"]: one for one in yaml.safe_load((PROJECT / "prefect.yaml").read_text())["deployments"]}
    found = up.deployments()
    assert set(found) == set(wanted)
    for name, one in found.items():
        assert one["description"].strip() == wanted[name]["description"].strip()
        assert set(one["tags"]) == set(wanted[name]["tags"])
        assert one["concurrency_options"]["collision_strategy"] in ("CANCEL_NEW", "ENQUEUE")
        slugs = {schedule["slug"] for schedule in one["schedules"]}
        assert slugs == {schedule["slug"] for schedule in wanted[name].get("schedules", [])}


def test_the_automation_against_zombies_is_there(up: Running) -> None:
    names = {one["name"] for one in up.post("/automations/filter")}
    assert "crash-zombie-flow-runs" in names


def test_a_scheduled_run_completes_within_two_minutes(up: Running) -> None:
    deadline = time.monotonic() + SCHEDULED_WITHIN_SECONDS
    while time.monotonic() < deadline:
        if any(run["auto_scheduled"] for run in up.runs("COMPLETED")):
            return
        time.sleep(1)
    raise AssertionError(f"no scheduled run completed; the log says: {up.log.read_text()[-3000:]}")


def test_resumes_are_taken_in_and_a_call_is_logged_by_hand(up: Running) -> None:
    shutil.copytree(PROJECT / "demo" / "inbox" / "boss", up.home / "drop" / "boss")
    run = up.run("ingest", {"source": "boss"})
    assert run["state_type"] == "COMPLETED", run["state"]["message"]
    environment = {**os.environ, "RINGBACK_HOME": str(up.home)}
    command = [str(Path(sys.executable).with_name("ringback")), "export", "candidates"]
    lines = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.splitlines()
    assert lines
    candidate = lines[0].split('"')[3]
    form = {"candidate": candidate, "outcome": "无人接听 / No answer", "recruiter": "李雷"}
    logged = up.run("log-call", {"call": form})
    assert logged["state_type"] == "COMPLETED", logged["state"]["message"]
    assert "待跟进" in logged["state"]["message"]


def test_a_call_is_logged_by_the_code_of_the_command_and_a_wrong_one_is_refused_in_words(up: Running) -> None:
    unknown = {"candidate": "没有这个人", "outcome": "no_answer"}
    run = up.run("log-call", {"call": unknown})
    assert run["state_type"] == "FAILED"
    assert run["state"]["message"].startswith("No candidate fits")  # the code was taken
    log = up.log_of(run, "\nNo candidate fits")
    assert "\nNo candidate fits" in log
    assert "Traceback" not in log
    wrong = up.run("log-call", {"call": unknown | {"outcome": "maybe"}})
    assert wrong["state_type"] == "FAILED"
    assert (
        "'maybe' is none of answered (接通 / Answered), no_answer (无人接听 / No answer)" in wrong["state"]["message"]
    )
    assert "Traceback" not in up.log_of(wrong, "is none of")


def test_ending_it_leaves_no_process_behind(up: Running) -> None:
    up.process.send_signal(signal.SIGTERM)
    assert up.process.wait(60) == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{up.api}/health", timeout=5)
