"""The demonstration as a newcomer runs it: it ends by itself, says what is true, and a second run doubles nothing."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.prefect
PROJECT = Path(__file__).parents[2]
EXPECTED = json.loads((PROJECT / "demo" / "expected.json").read_text(encoding="utf-8"))


def demonstrate(home: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "RINGBACK_"))}
    environment |= {"RINGBACK_HOME": str(home), "RINGBACK_DEBUG": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "demo.run"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def export(home: Path, what: str) -> list[dict[str, Any]]:
    command = [str(Path(sys.executable).with_name("ringback")), "export", what, "--reveal"]
    environment = {**os.environ, "RINGBACK_HOME": str(home)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_demonstration_holds_what_it_says_and_a_second_run_doubles_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    said = demonstrate(home)
    readme = (PROJECT / "README.md").read_text(encoding="utf-8")
    assert (
        re.findall(r"^ +读取 \d+ 个文件.*$", readme, re.MULTILINE)[0].strip() in said
    )  # the page shows what is printed
    people = export(home, "candidates")
    assert len(people) == EXPECTED["n_people"]
    assert len(export(home, "sources")) == EXPECTED["n_resumes"]
    assert f"{EXPECTED['n_people']} 人" in said
    quarantined = export(home, "quarantine")
    assert len(quarantined) == EXPECTED["n_quarantined_files"] + EXPECTED["n_quarantined_rows"]
    assert all(row["path"] in said for row in quarantined)
    calls = export(home, "attempts")
    lines = (PROJECT / "demo" / "calls.jsonl").read_text(encoding="utf-8").splitlines()
    by_hand = [one for one in calls if one["event_id"].startswith("demo-")]
    assert len(by_hand) == len(lines)
    assert re.search(r"要打的电话 / .*: [1-9]", said)  # a list with calls on it, at whatever hour this runs
    assert any(message["state"] == "accepted" for message in export(home, "outbox"))
    assert export(home, "windows")
    assert export(home, "scores")

    again = demonstrate(home)
    assert f"{EXPECTED['n_people']} 人" in again
    assert [c["candidate_id"] for c in export(home, "candidates")] == [c["candidate_id"] for c in people]
    assert len(export(home, "quarantine")) == len(quarantined)
    assert {one["event_id"] for one in export(home, "attempts") if one["event_id"].startswith("demo-")} == {
        one["event_id"] for one in by_hand
    }
    sent = [m["marker"] for m in export(home, "outbox") if m["accepted_at"]]
    assert len(sent) == len(set(sent))
    console = (home / "outbox" / "console.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(console) == len(sent)
