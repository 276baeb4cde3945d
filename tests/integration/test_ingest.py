"""The demo inputs through a whole pass: the counts, the facts, and the same pool by either door."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha512
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.export import export_rows
from ringback.actions.ingest import ingest_drop
from ringback.actions.settling import reason_path
from ringback.workspace import Workspace
from tests.standins.homes import (
    DEMO,
    copy_of_ingested,
    fill_inbox,
    ingest_summary,
    ingested_home,
    on_both,
    open_home,
    pool_of,
    ringback,
    truth,
    workspaces,
)

SUMMARY_KEYS = {
    *("files_seen", "files_read", "files_quarantined", "files_known"),
    *("candidates_new", "candidates_updated", "reviews_opened", "seconds"),
}
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return copy_of_ingested(tmp_path)


@pytest.fixture
def ingested(home: Path) -> Iterator[Workspace]:
    """Give a copy of the home into which the command line has taken the demo inputs."""
    workspace = open_home(home)
    yield workspace
    workspace.engine.dispose()


def rows(ws: Workspace, what: str) -> list[dict[str, Any]]:
    return list(export_rows(ws, what, reveal=True))


def test_the_summary_has_the_keys_and_counts_that_scripts_use() -> None:
    summary, expected = ingest_summary(), json.loads((DEMO / "expected.json").read_text(encoding="utf-8"))
    assert set(summary) >= SUMMARY_KEYS
    assert summary["files_seen"] == expected["n_files"]
    assert summary["resumes_read"] == expected["n_resumes"]
    assert summary["candidates_new"] == expected["n_people"]
    assert summary["files_known"] == expected["n_known_files"]
    # a file whose only resume lacks a contact counts as a file here and as a row there
    put_aside = summary["files_quarantined"] + summary["rows_quarantined"]
    assert put_aside == expected["n_quarantined_files"] + expected["n_quarantined_rows"]
    assert summary["files_read"] + summary["files_quarantined"] + summary["files_known"] == summary["files_seen"]


def test_names_contacts_and_families_are_those_of_the_truth(ingested: Workspace) -> None:
    people = {row["candidate_id"]: row for row in rows(ingested, "candidates")}
    by_path: dict[str, list[dict[str, Any]]] = {}
    for source in rows(ingested, "sources"):
        for path in (source["path"], *source["also_seen_in"]):
            by_path.setdefault(path, []).append(people[source["candidate_id"]])
    facts = [one for one in truth() if one["expect"] == "read"]
    hits = {"name": 0, "phones": 0, "emails": 0, "role_family": 0}
    for fact in facts:
        there = by_path.get(fact["path"], [])
        hits["name"] += any(fact["name"] == one["name"] for one in there)
        for what in ("phones", "emails"):
            hits[what] += any(set(fact[what]) <= set(one[what]) for one in there)
        hits["role_family"] += any(fact["role_family"] == one["role_family"] for one in there)
    assert all(hits[what] >= 0.95 * len(facts) for what in ("name", "phones", "emails")), (hits, len(facts))
    assert hits["role_family"] >= 0.85 * len(facts), (hits, len(facts))


def test_every_bad_file_waits_with_the_reason_that_the_truth_names(ingested: Workspace) -> None:
    waiting = {row["path"]: row for row in rows(ingested, "quarantine") if row["member"] is None}
    for bad in (one for one in truth() if one["expect"] == "quarantine" and one["member"] is None):
        assert waiting[bad["path"]]["code"] == bad["reason"], bad
        reason = json.loads(reason_path(ingested.quarantine / bad["path"]).read_text(encoding="utf-8"))
        assert reason["code"] == bad["reason"]
        assert reason["message"]
        assert reason["hint"]


def test_one_bad_row_never_stops_the_rest_of_its_list(ingested: Workspace) -> None:
    lists = {one["path"] for one in truth() if one["expect"] == "quarantine" and one["member"] is not None}
    for path in lists:
        assert any(source["path"] == path for source in rows(ingested, "sources"))
        [held] = [row for row in rows(ingested, "quarantine") if row["path"] == path]
        assert held["member"]
        assert held["state"] == "open"


def test_a_second_pass_doubles_nothing(home: Path) -> None:
    done = ringback(home, "ingest", "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["files_seen"] == 0
    fill_inbox(home)
    again = json.loads(ringback(home, "ingest", "--json").stdout)
    # empty files are all alike, so one is known by its path
    assert (again["files_known"], again["files_read"], again["candidates_new"]) == (again["files_seen"], 0, 0)
    ws = open_home(home)
    assert pool_of(ws) == pool_of(open_home(ingested_home()))
    ws.engine.dispose()


@pytest.mark.parametrize("ws", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True)
def test_the_action_on_postgresql_gives_the_pool_of_the_command_on_sqlite(ws: Workspace) -> None:
    fill_inbox(ws.settings.home)
    seen: list[tuple[int, int]] = []
    summary = ingest_drop(ws, clock=lambda: NOW, progress=lambda done, total: seen.append((done, total)))
    known = ingest_summary()
    same = ("files_seen", "files_read", "files_quarantined", "files_known", "resumes_read", "candidates_new")
    assert {key: summary.as_dict()[key] for key in same} == {key: known[key] for key in same}
    assert seen[-1][0] == seen[-1][1] == summary.files_seen - summary.files_known
    pool = pool_of(ws)
    assert pool == pool_of(open_home(ingested_home()))


@on_both
def test_a_file_in_folders_of_long_names_stops_no_pass(ws: Workspace) -> None:
    digests = [sha512(str(n).encode()).hexdigest() for n in range(24)]  # an index cannot make these shorter
    for name, folder in (("戚若川", Path("direct", *digests)), ("卢晓东", Path("direct"))):
        (ws.drop / folder).mkdir(parents=True, exist_ok=True)
        text = f"姓名：{name}\n手机：138001380{len(folder.parts):02}\n求职意向：会计\n工作经历\n2019.03 - 至今 晨光电子有限公司 会计\n教育背景\n2014.09 - 2018.06 江南大学 会计学 本科\n"
        (ws.drop / folder / "a.txt").write_text(text, encoding="utf-8")
    ingest_drop(ws, clock=lambda: NOW)
    assert {person["name"] for person in export_rows(ws, "candidates")} == {"戚若川", "卢晓东"}
