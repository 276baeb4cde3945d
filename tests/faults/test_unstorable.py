"""Values that a database cannot keep: taken out of what is read, and never in the way of other people's records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from ringback.actions import ingest as steps
from ringback.actions import storing
from ringback.actions.export import export_rows
from ringback.actions.ingest import ingest_drop
from ringback.actions.intake import claim_files
from ringback.actions.readers import open_readers
from ringback.actions.settling import settle_files
from ringback.actions.storing import store_verdicts
from ringback.workspace import Workspace
from schemas.words import FileState
from tests.standins.homes import files, on_both, workspaces

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
NUL = chr(0)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)  # type: ignore[arg-type]


def drop(ws: Workspace, name: str, content: object) -> None:
    folder = ws.drop / "direct"
    folder.mkdir(parents=True, exist_ok=True)
    text = content if isinstance(content, str) else json.dumps(content)
    (folder / name).write_text(text, encoding="utf-8")


def person(n: int, **more: object) -> dict[str, object]:
    return {"name": "Rosalind Featherstone", "email": f"rosalind{n}@mailbox.example", **more}


@on_both
def test_escapes_of_control_characters_block_no_ingest(ws: Workspace) -> None:
    drop(ws, "name.json", {"basics": person(1, name=f"{NUL}Rosalind{NUL} Featherstone")})
    work = [{"name": f"Calder{NUL} Vale", "position": f"Ware{NUL}house Clerk", "startDate": "2019-03"}]
    skills = [{"name": f"Fork{NUL}lift"}]
    drop(ws, "others.json", {"basics": person(2, location={"city": f"Le{NUL}eds"}), "work": work, "skills": skills})
    drop(
        ws,
        "list.json",
        json.dumps([person(3, **{f"n{NUL}te": [f"a{NUL}", {"b": NUL}], "score": 7})]).replace("7", "NaN"),
    )
    yaml = 'name: "Rosalind\\0 Featherstone"\nemail: rosalind4@mailbox.example\nwork:\n  - company: "Calder\\0 Vale"\n'
    drop(ws, "a.yaml", yaml + "    position: Clerk\n    start: 2019\n    end: 2021\n")
    summary = ingest_drop(ws, clock=lambda: NOW)
    assert (summary.files_read, summary.files_quarantined) == (4, 0)
    people = list(export_rows(ws, "candidates", reveal=True))
    assert {row["name"] for row in people} == {"Rosalind Featherstone"}
    assert NUL not in repr(people)
    assert "\\x00" not in repr(people)


@on_both
def test_a_record_that_the_database_refuses_is_put_aside_by_itself(ws: Workspace) -> None:
    drop(ws, "good.json", {"basics": person(1)})
    drop(ws, "list.json", [person(2), person(3)])
    drop(ws, "bad.json", {"basics": person(4)})
    claim = claim_files(ws, now=NOW)
    with open_readers(ws) as readers:
        verdicts = steps.validate_readings(ws, claim.files, steps.read_files(readers, claim.files), now=NOW)
    spoilt = []
    for verdict in verdicts:
        *others, last = verdict.accepted
        if not verdict.file.path.name.startswith("good"):
            last = replace(last, name="Rosalind \ud800", extra={"x": b"no JSON"})
        spoilt.append(replace(verdict, accepted=(*others, last)))
    assert store_verdicts(ws, spoilt, now=NOW) == 2
    settle_files(ws, now=NOW)
    assert {row.path: row.state for row in files(ws)} == {
        "direct/good.json": FileState.ARCHIVED,
        "direct/list.json": FileState.ARCHIVED,
        "direct/bad.json": FileState.QUARANTINED,
    }
    waiting = list(export_rows(ws, "quarantine", reveal=True))
    assert [(row["path"], row["member"], row["code"]) for row in waiting] == [
        ("direct/bad.json", None, "unstorable"),
        ("direct/list.json", "row 2", "unstorable"),
    ]
    assert all("Error" not in row["message"] for row in waiting)  # in words, not by the name of a class


@on_both
def test_a_mistake_of_the_program_is_put_on_no_record(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    drop(ws, "good.json", {"basics": person(1)})
    claim = claim_files(ws, now=NOW)
    with open_readers(ws) as readers:
        verdicts = list(steps.validate_readings(ws, claim.files, steps.read_files(readers, claim.files), now=NOW))
    with monkeypatch.context() as broken:
        broken.setattr(storing, "record_uid", lambda *_: None)
        with pytest.raises(IntegrityError):
            store_verdicts(ws, verdicts, now=NOW)
    assert list(export_rows(ws, "quarantine", reveal=True)) == []
    assert store_verdicts(ws, verdicts, now=NOW) == 1
