"""Everything out: the documented columns in their order, masked unless asked for, in three formats."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ringback.actions.export import WHAT, Format, export, export_rows, format_of, mask_contact
from ringback.actions.followup import log_call
from ringback.actions.learn import nightly
from ringback.actions.replies import record_reply
from ringback.errors import RingbackError, UsageError
from ringback.workspace import Workspace
from schemas.tables import ExperimentReadout, QuarantinedRow
from schemas.words import CallOutcome, Channel, QuarantineState
from tests.standins.homes import add_person, on_both, workspaces

DAY = timedelta(days=1)
DOCUMENTED = {
    "candidates": "candidate_id, name, status, role_family, source, phones, emails, city, title, employer, owner, p_lost, next_call_at, created_at, updated_at",
    "sources": "record_id, candidate_id, source, path, received_at",
    "reviews": "record_id_a, record_id_b, state, evidence",
    "attempts": "event_id, record_id, channel, direction, started_at_utc, agent_id, disposition, duration_sec, template_id, note, candidate_id",
    "windows": "candidate_id, record_id, rank, starts_at, ends_at, starts_at_local, p_answer, p_low, p_high, n_calls, reason",
    "scores": "candidate_id, record_id, as_of, p_lost, reasons, model, priority, tries_left",
    "rates": "role_family, weekday, hour, n_calls, n_answered, rate, low, high",
    "causes": "candidate_id, cause, sentence, evidence",
    "outbox": "message_id, candidate_id, channel, to, template, marker, state, reason, planned_at, due_at, accepted_at, delivered_at, provider_id, n_tries, error_code",
    "experiments": "experiment, role_family, arm, n, successes, rate, low, high, p_best, verdict",
    "assignments": "experiment, candidate_id, record_id, arm, assigned_at, exposed_at",
    "quarantine": "path, source, code, message, hint, received_at, state",
}  # fmt: skip
SECRETS = ("3900001111", "zhixia@", "晚上再打")


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def lived_in(ws: Workspace, now: datetime) -> None:
    """Fill a workspace so that most exports have rows."""
    add_person(ws, at=now - 2 * DAY)
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now, note="晚上再打 13900001111")
    nightly(ws, as_of=now + DAY)
    with ws.writing() as session:
        session.add(
            QuarantinedRow(
                path="boss/a.pdf",
                source="boss",
                code="empty",
                message="m",
                hint="h",
                received_at=now,
                state=QuarantineState.OPEN,
            )
        )


def columns_of(path: Path, fmt: Format) -> list[str]:
    if fmt == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            return next(csv.reader(file))
    if fmt == "jsonl":
        return list(json.loads(path.read_text(encoding="utf-8").splitlines()[0]))
    import pandas as pd  # noqa: PLC0415 (only for this format)

    return list(pd.read_parquet(path).columns)


def test_every_documented_export_is_there() -> None:
    assert set(WHAT) == set(DOCUMENTED)


@pytest.mark.parametrize("what", sorted(DOCUMENTED))
def test_the_documented_columns_come_first_and_in_their_order(
    ws: Workspace, now: datetime, what: str, tmp_path: Path
) -> None:
    out = tmp_path / "out.csv"
    export(ws, what, fmt="csv", out=out)
    documented = DOCUMENTED[what].split(", ")
    assert columns_of(out, "csv")[: len(documented)] == documented
    del now


@on_both
def test_every_export_has_the_same_columns_in_every_format(ws: Workspace, now: datetime, tmp_path: Path) -> None:
    lived_in(ws, now)
    formats: tuple[Format, ...] = ("csv", "jsonl", "parquet")
    for what in WHAT:
        counts = set()
        for fmt in formats:
            out = tmp_path / f"{what}.{fmt}"
            counts.add(export(ws, what, fmt=fmt, out=out))
            if fmt != "jsonl" or out.stat().st_size:
                assert columns_of(out, fmt)[: len(DOCUMENTED[what].split(", "))] == DOCUMENTED[what].split(", ")
        assert len(counts) == 1
        if what not in ("reviews", "experiments", "assignments", "sources"):
            assert counts != {0}, what


def test_contact_data_is_masked_unless_it_is_asked_for(ws: Workspace, now: datetime) -> None:
    lived_in(ws, now)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="我的新号码 13900001111", now=now + DAY)
    masked = json.dumps([row for what in WHAT for row in export_rows(ws, what)], ensure_ascii=False)
    shown = json.dumps([row for what in WHAT for row in export_rows(ws, what, reveal=True)], ensure_ascii=False)
    for secret in SECRETS:
        assert secret not in masked
        assert secret in shown


@pytest.mark.parametrize(
    ("value", "masked"),
    [
        ("+8613900001111", "+86139****11"),
        ("+1555", "****"),
        ("zhixia@example.com", "z***@example.com"),
        ("wx_zhixia", "wx***"),
        (None, None),
    ],
)
def test_a_mask_keeps_what_tells_people_apart_and_no_more(value: str | None, masked: str | None) -> None:
    assert mask_contact(value) == masked


def test_instants_are_iso_8601_in_utc(ws: Workspace, now: datetime) -> None:
    lived_in(ws, now)
    [attempt] = export_rows(ws, "attempts")
    assert attempt["started_at_utc"] == "2026-11-23T04:00:00Z"
    [candidate] = export_rows(ws, "candidates")
    assert candidate["created_at"] == "2026-11-21T04:00:00Z"


@on_both
def test_as_of_leaves_out_what_came_later(ws: Workspace, now: datetime) -> None:
    lived_in(ws, now)
    early = now - timedelta(hours=1)
    for what in ("attempts", "outbox", "quarantine", "scores", "windows", "rates"):
        assert list(export_rows(ws, what, as_of=early)) == [], what
        assert list(export_rows(ws, what, as_of=now + 2 * DAY)) != [], what
    assert list(export_rows(ws, "candidates", as_of=now - 3 * DAY)) == []


def test_a_file_appears_whole_or_not_at_all(ws: Workspace, now: datetime, tmp_path: Path) -> None:
    lived_in(ws, now)
    for fmt in ("csv", "jsonl", "parquet"):
        with pytest.raises(RingbackError, match="Cannot write"):
            export(ws, "candidates", fmt=fmt, out=tmp_path / "no" / "such" / "folder")  # type: ignore[arg-type]
    (tmp_path / "taken").mkdir()
    with pytest.raises(RingbackError, match="Cannot write"):
        export(ws, "candidates", out=tmp_path / "taken")
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


@pytest.mark.parametrize(
    ("name", "out", "fmt"),
    [
        (None, "people.csv", "csv"),
        (None, "people.PARQUET", "parquet"),
        (None, "people.txt", "jsonl"),
        (None, None, "jsonl"),
        ("jsonl", "people.csv", "jsonl"),
    ],
)
def test_a_file_is_in_the_format_that_its_name_says_unless_one_is_named(
    name: str | None, out: str | None, fmt: Format
) -> None:
    assert format_of(name, Path(out) if out else None) == fmt


def test_wrong_use_is_said(ws: Workspace) -> None:
    with pytest.raises(UsageError, match="choose one of"):
        list(export_rows(ws, "everything"))
    with pytest.raises(UsageError, match="no format 'xml'"):
        format_of("xml", Path("people.csv"))
    with pytest.raises(UsageError, match="--out"):
        export(ws, "candidates", fmt="parquet")


def test_experiments_come_out_as_they_were_read(ws: Workspace, now: datetime) -> None:
    with ws.writing() as session:
        session.add(
            ExperimentReadout(
                experiment="order", role_family="sales", arm="sms", n=10, successes=3, rate=0.3, low=0.1, high=0.6,
                p_best=0.5, verdict="no difference yet", as_of=now,
            )
        )  # fmt: skip
    [row] = export_rows(ws, "experiments")
    assert (row["arm"], row["n"], row["successes"], row["verdict"]) == ("sms", 10, 3, "no difference yet")
