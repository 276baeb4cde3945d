"""The weekly report: counted as of an instant, written as one file, promised nothing that is not counted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from ringback.actions.followup import log_call
from ringback.actions.learn import nightly
from ringback.actions.models import LIVE, list_models, promote_model, rollback_model
from ringback.actions.report import weekly_report
from ringback.reports.weekly import weekly_html, weekly_markdown
from ringback.reports.weekly_file import write_weekly
from ringback.workspace import Workspace
from schemas.words import CallOutcome
from tests.integration.test_learn import DAY, bring_in, history, person_ids
from tests.standins.homes import on_both, workspaces


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


@pytest.fixture
def filled(ws: Workspace, now: datetime) -> Workspace:
    people, attempts, events = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", attempts, "attempts")
    bring_in(ws, now, "events", events, "events")
    return ws


@on_both
def test_the_report_counts_the_week_and_nothing_later(filled: Workspace, now: datetime) -> None:
    before = weekly_report(filled, as_of=now)
    assert 0 < before.week.n_answered < before.week.n_calls
    assert before.week.n_replies > 0
    assert before.funnel["known"] >= before.funnel["tried"] >= before.funnel["reached"] > 0
    log_call(filled, candidate=person_ids(filled)["R1"], outcome=CallOutcome.ANSWERED, now=now + DAY)
    again = weekly_report(filled, as_of=now)
    assert again.week == before.week
    assert again.funnel == before.funnel
    assert again.rates.equals(before.rates)


def test_one_file_a_week_and_language_that_loads_nothing(filled: Workspace, now: datetime) -> None:
    made = weekly_report(filled, as_of=now)
    files = {language: write_weekly(filled, made, language=language) for language in ("zh", "en")}  # type: ignore[arg-type]
    again = write_weekly(filled, made, language="zh")
    assert again == files["zh"]
    assert sorted(p.name for p in again.parent.iterdir()) == sorted(p.name for p in files.values())
    for page in (path.read_text(encoding="utf-8") for path in files.values()):
        assert not re.search(r"<script|<link|<img|src=|@import|url\(", page)
        assert page.count("<svg") >= 2
        assert "139000" not in page
        assert f"<b>{made.week.n_calls:,}</b>" in page
    assert "Counted:" in files["en"].read_text(encoding="utf-8")
    assert "统计：" in files["zh"].read_text(encoding="utf-8")


def test_a_report_without_any_call_says_so(ws: Workspace, now: datetime) -> None:
    made = weekly_report(ws, as_of=now)
    families = ws.policy.roles.families
    assert "no calls yet" in weekly_html(made, families=families, language="en")
    assert "没有通话记录" in weekly_markdown(made, families=families)


def test_a_model_that_is_rolled_back_stays_so_until_the_newest_is_promoted(filled: Workspace, now: datetime) -> None:
    nightly(filled, as_of=now)
    first = version(filled)
    nightly(filled, as_of=now + timedelta(days=1))
    second = version(filled)
    assert second != first
    assert rollback_model(filled, "lost_contact", now=now + DAY, actor="a", reason="odd") == first
    nightly(filled, as_of=now + timedelta(days=2))
    assert version(filled) == first
    newest = promote_model(filled, "lost_contact", now=now + 2 * DAY, actor="a", version=None, reason="")
    assert newest not in (first, second)
    assert version(filled) == newest


def version(ws: Workspace) -> str:
    with ws.reading() as session:
        return next(row.version for row in list_models(session, "lost_contact") if row.standing == LIVE)
