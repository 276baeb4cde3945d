"""LibreOffice as the last resort: bounded, killed whole, and never needed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ringback.readers import office
from ringback.readers.limits import ReaderLimits
from ringback.readers.refusals import Refused
from schemas.records import Reading

Read = Callable[..., Reading]
WORD_PERFECT = b"\xffWPC" + bytes(60)
needs_office = pytest.mark.skipif(not office.is_available(), reason="LibreOffice is not installed here")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Put a program of ours in the place of LibreOffice; returns a file that it may write to."""

    def put(script: str) -> Path:
        told = tmp_path / "told"
        path = tmp_path / "soffice.bin"
        path.write_text(f"#!/bin/sh\nTOLD={told}\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        monkeypatch.setattr(office, "_program", lambda: str(path))
        return told

    return put


def test_without_it_the_reason_names_it(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "_program", lambda: None)
    (problem,) = read(WORD_PERFECT, "a.wpd").problems
    assert problem.code == "unsupported"
    assert "LibreOffice" in problem.message


def test_what_it_cannot_open_is_unsupported(read: Read, program: Callable[[str], Path]) -> None:
    program("exit 0")
    assert [one.code for one in read(WORD_PERFECT, "a.wpd").problems] == ["unsupported"]


def test_one_that_hangs_is_killed_with_all_it_started(
    read: Read, program: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 1.0)
    told = program('sleep 600 &\necho $! > "$TOLD"\nwait')
    started = time.monotonic()
    assert [one.code for one in read(WORD_PERFECT, "a.wpd").problems] == ["timeout"]
    assert time.monotonic() - started < 10
    state = subprocess.run(["ps", "-o", "stat=", "-p", told.read_text()], capture_output=True, text=True, check=False)
    assert state.stdout.strip()[:1] in {"", "Z"}


def test_a_first_start_that_asks_for_another_gets_it(program: Callable[[str], Path]) -> None:
    told = program('echo once >> "$TOLD"\n[ $(wc -l < "$TOLD") -gt 1 ] || exit 81')
    with pytest.raises(Refused, match="unsupported"):
        office.read_office(b"x", ReaderLimits())
    assert told.read_text().split() == ["once", "once"]


def test_its_profile_runs_nothing_and_fetches_nothing(program: Callable[[str], Path]) -> None:
    told = program('cat "$HOME"/profile/user/*.xcu > "$TOLD"')
    with pytest.raises(Refused):
        office.read_office(b"x", ReaderLimits())
    settings = told.read_text()
    for name in ("DisableMacrosExecution", "DisableActiveContent", "BlockUntrustedRefererLinks"):
        assert f'name="{name}" oor:op="fuse"><value>true<' in settings


@needs_office
def test_it_reads_what_only_it_knows(read: Read, resume_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ringback.readers.formats.sniff", lambda _data: "office")
    spelt = "".join(mark if mark.isascii() else f"\\u{ord(mark)}?" for mark in resume_text.replace("\n", "\\par "))
    (resume,) = read("{\\rtf1\\ansi " + spelt + "}", "a.wpd").resumes
    assert (resume.name, resume.phones) == ("林晓月", ("+8613812345678",))
