"""The pages that runs leave: nothing that the Prefect UI cuts at its edge, and no page that grows with the pool."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from ringback.actions.ingest import IngestSummary
from ringback.actions.learn import NightlySummary, RatesSummary, ScoresSummary
from ringback.actions.outreach_work import DispatchLine, DispatchSummary
from ringback.actions.plan import PlanSummary
from ringback.reports.intake import MOST_ROWS, intake_markdown, intake_sentence, quarantine_markdown
from ringback.reports.learning import nightly_markdown, nightly_sentence
from ringback.reports.outreach import MOST_LINES, dispatch_markdown, shown_lines
from ringback.reports.today import today_lines, today_markdown
from ringback.store.queries.counts import quarantine_by_code
from ringback.store.queries.quarantine import latest_waiting, open_rows
from ringback.store.queries.today import Task
from ringback.workspace import Workspace
from schemas.tables import QuarantinedRow
from schemas.words import Channel, MessageState, QuarantineState, ReminderKind, Status
from tests.standins.homes import on_both, workspaces

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
NIGHT = NightlySummary(
    NOW, RatesSummary(63, 0, (), ()), ScoresSummary(49, 105, "m-1", is_learned=False, mean_p_lost=None), PlanSummary()
)
ROLES = {"sales": "销售 / Sales"}
LIST = re.compile(r"^\s*([*+-]|\d+[.)]) ", re.MULTILINE)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def put_aside(ws: Workspace, n: int, code: str, state: QuarantineState = QuarantineState.OPEN) -> None:
    rows = [
        {"path": f"boss/{code}-{i:03}.pdf", "member": "", "source": "boss", "code": code, "message": "m", "hint": "h",
         "received_at": NOW + timedelta(minutes=i), "state": state}
        for i in range(n)
    ]  # fmt: skip
    with ws.writing() as session:
        session.execute(insert(QuarantinedRow), rows)


@on_both
def test_the_page_of_the_quarantine_counts_all_and_lists_the_latest(ws: Workspace) -> None:
    put_aside(ws, MOST_ROWS + 3, "empty")
    put_aside(ws, 2, "duplicate_row")  # their like is in the pool
    put_aside(ws, 2, "bomb", QuarantineState.DISMISSED)
    with ws.reading() as session:
        latest, counts = latest_waiting(session, limit=MOST_ROWS), quarantine_by_code(session)
        assert len(open_rows(session)) == MOST_ROWS + 5
        assert [row["path"] for row in open_rows(session, code="duplicate_row", source="boss")] == [
            "boss/duplicate_row-000.pdf", "boss/duplicate_row-001.pdf",
        ]  # fmt: skip
        assert open_rows(session, source="liepin") == []
    page = quarantine_markdown(latest, counts=counts, timezone="Asia/Shanghai")
    assert f"{MOST_ROWS + 3} 份待处理" in page
    assert f"`empty` x {MOST_ROWS + 3}" in page
    assert f"the latest {MOST_ROWS}" in page
    assert page.count("boss/") == MOST_ROWS
    assert page.index(f"empty-{MOST_ROWS + 2}") < page.index("empty-003")
    assert "empty-002" not in page


def test_the_page_of_a_large_run_names_what_did_not_leave_and_counts_the_rest() -> None:
    states = [MessageState.ACCEPTED] * MOST_LINES + [MessageState.HELD, MessageState.DEAD]
    lines = {
        f"m{n}": DispatchLine(f"m{n:07}", f"c{n:07}", Channel.SMS, "missed_call", state, "why")
        for n, state in enumerate(states)
    }
    summary = DispatchSummary(lines=lines)
    page = dispatch_markdown(summary, names={})
    assert [line.state for line in shown_lines(summary)][:3] == [
        MessageState.HELD, MessageState.DEAD, MessageState.ACCEPTED,
    ]  # fmt: skip
    assert page.count("missed\\_call") + page.count("missed_call") == MOST_LINES
    assert f"and 2 more: {MessageState.ACCEPTED.both} 2" in page
    assert "more:" not in dispatch_markdown(DispatchSummary(lines=dict(list(lines.items())[:3])), names={})


def test_numbers_and_dots_are_not_those_of_lists_which_the_ui_cuts_in_half() -> None:
    task = Task(
        1, ReminderKind.CALL, "person-1", "王芳", Status.NEW, "sales", None, None, NOW, "Asia/Shanghai", "why", None, None,
        0, None, None,
    )  # fmt: skip
    today = today_markdown([task] * 12, now=NOW, timezone="Asia/Shanghai", roles=ROLES, next_at=None)
    assert "**12. 11-23 12:00 · 王芳**" in today
    night = nightly_markdown(NIGHT, statuses={}, causes={}, timezone="Asia/Shanghai")
    lines = {"m": DispatchLine("m0000001", "c0000001", Channel.SMS, "first", MessageState.HELD, None)}
    for page in (today, night, dispatch_markdown(DispatchSummary(lines=lines), names={})):
        assert not LIST.search(page)


def test_an_interview_is_to_be_booked_by_its_hour_and_a_call_made_at_it() -> None:
    task = Task(
        1, ReminderKind.BOOK_INTERVIEW, "person-1", "王芳", Status.CONTACTED, "sales", None, None, NOW, "Asia/Shanghai", "why", None,
        None, 0, None, None,
    )  # fmt: skip
    tasks = [task, replace(task, kind=ReminderKind.CALL)]
    booking, _, call, _ = today_lines(tasks, office="Asia/Shanghai", roles=ROLES)
    assert booking.startswith("  1. 11-23 12:00 前/by  王芳")
    assert call.startswith("  2. 11-23 12:00  王芳")


def test_who_is_abroad_is_rung_by_their_clock_and_the_office_sees_its_own() -> None:
    task = Task(
        1, ReminderKind.CALL, "person-1", "Ann Lee", Status.NEW, "sales", "Clerk", None, NOW + timedelta(hours=10), "America/New_York",
        "why", None, None, 0, None, None,
    )  # fmt: skip
    here, alike = (replace(task, timezone=zone) for zone in ("Asia/Shanghai", "Asia/Taipei"))
    lines = today_lines([task, here, alike], office="Asia/Shanghai", roles=ROLES)[::2]
    assert lines[0].startswith("  1. 11-23 09:00 America/New_York = 11-23 22:00  Ann Lee")
    assert lines[1].startswith("  2. 11-23 22:00  Ann Lee")
    assert lines[2].startswith("  3. 11-23 22:00 Asia/Taipei  Ann Lee")
    page = today_markdown([task, task], now=NOW, timezone="Asia/Shanghai", roles=ROLES, next_at=None)
    assert page.count("(Asia/Shanghai)") == 1
    assert "Asia/Shanghai" not in today_markdown(
        [here, alike], now=NOW, timezone="Asia/Shanghai", roles=ROLES, next_at=None
    )


def test_lists_show_the_job_that_somebody_wants_beside_the_one_they_have() -> None:
    task = Task(
        1, ReminderKind.CALL, "person-1", "王芳", Status.NEW, "sales", "销售经理", None, NOW, "Asia/Shanghai", "why", None, None, 0,
        None, None, "产品经理",
    )  # fmt: skip
    [line, _] = today_lines([task], office="Asia/Shanghai", roles=ROLES)
    assert "  销售经理（想做 / wants: 产品经理）  " in line
    [line, _] = today_lines([replace(task, title=None, desired_title=None)], office="Asia/Shanghai", roles=ROLES)
    assert "  销售 / Sales  " in line  # a code of ours is no job


def test_summaries_are_told_in_both_languages() -> None:
    assert nightly_sentence(NIGHT).startswith(
        "接通率来自 63 通电话，近两周打给未接通过的人仅 0 通，尚看不出变化；49 位"
    )
    few = (
        "too few in the last two weeks (0 to people who had not answered before) to see a change; 49 candidates scored"
    )
    assert f" / answer rates from 63 calls, {few}" in nightly_sentence(NIGHT)
    for page in (nightly_sentence(NIGHT), nightly_markdown(NIGHT, statuses={}, causes={}, timezone="Asia/Shanghai")):
        assert "m-1" not in page  # a model's name tells a recruiter nothing
        assert "by preset values: too little has happened yet to learn from" in page
    came_in = IngestSummary(files_read=50, resumes_read=60)
    assert intake_sentence(came_in).startswith("读取 50 个文件（60 份简历）；")
    assert " / 50 files read (60 resumes); " in intake_sentence(came_in)
    assert not LIST.search(intake_markdown(came_in))
