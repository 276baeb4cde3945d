"""A pool whose nights were written the old way, a sentence a row, says the same after the upgrade."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from ringback.actions import learned
from ringback.actions.export import export_rows
from ringback.actions.followup import log_call
from ringback.actions.learn import learn_call_times, nightly, read_night, score_candidates
from ringback.store.engine import writing
from ringback.store.replace import Parted, insert_parted
from ringback.store.schema import MIGRATIONS, upgrade
from ringback.workspace import Workspace
from schemas.words import CallOutcome
from tests.standins.homes import add_person, on_both, workspaces

SAID = ("candidates", "windows", "scores", "causes")


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def said(ws: Workspace) -> dict[str, list[dict[str, Any]]]:
    return {what: list(export_rows(ws, what)) for what in SAID}


@on_both
def test_an_older_pool_says_the_same(ws: Workspace, now: datetime) -> None:
    for number in range(6):
        add_person(ws, f"person-{number}", at=now - timedelta(days=3), phones=(f"+861390000{number:04}",), emails=())
    for number, outcome in ((0, CallOutcome.NO_ANSWER), (1, CallOutcome.BUSY), (2, CallOutcome.CALL_LATER)):
        log_call(ws, candidate=f"person-{number}", outcome=outcome, now=now - timedelta(days=2))
    nightly(ws, as_of=now)
    before = said(ws)
    assert all(before.values())
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(ws.engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0005")
        copied = connection.execute(text("SELECT count(*) FROM candidate WHERE next_call_at IS NOT NULL")).scalar()
        assert copied == sum(row["next_call_at"] is not None for row in before["candidates"])
    upgrade(ws.engine)
    assert all(row["p_miss"] is not None for row in before["scores"])
    older = [row | {"p_miss": None} for row in before["scores"]]
    assert said(ws) == before | {"scores": older}
    nightly(ws, as_of=now)
    assert said(ws) == before


@on_both
def test_a_night_that_breaks_off_leaves_the_one_before_whole(
    ws: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(ws, at=now - timedelta(days=3))
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now - timedelta(days=2))
    nightly(ws, as_of=now)
    before, written = said(ws), []

    def break_off(session: Any, both: Parted, **constants: Any) -> None:
        written.append(both.model)
        if len(written) == 3:
            raise RuntimeError("the power is gone")
        insert_parted(session, both, **constants)

    with monkeypatch.context() as patch:
        patch.setattr(learned, "insert_parted", break_off)
        with pytest.raises(RuntimeError, match="power"):
            score_candidates(ws, as_of=now + timedelta(days=1))
    assert said(ws) == before
    score_candidates(ws, as_of=now + timedelta(days=1))
    assert {row["as_of"] for row in said(ws)["scores"]} == {"2026-11-24T04:00:00Z"}


@on_both
def test_the_history_gives_way_to_what_is_written_and_is_read_anew_for_a_second_try(
    ws: Workspace, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_person(ws, at=now - timedelta(days=3))
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now - timedelta(days=2))
    night = read_night(ws, as_of=now)
    held = [weakref.ref(frame) for frame in (night.history.calls.frame, night.history.events, night.history.candidates)]
    alive: list[Any] = []

    def break_off(*_: Any, **__: Any) -> None:
        gc.collect()
        alive.extend(frame() for frame in held)
        raise RuntimeError("the power is gone")

    with monkeypatch.context() as patch:
        patch.setattr(learned, "insert_parted", break_off)
        with pytest.raises(RuntimeError, match="power"):
            score_candidates(ws, as_of=now, night=night)
    assert alive == [None] * 3
    assert score_candidates(ws, as_of=now, night=night).n_candidates == 1
    assert learn_call_times(ws, as_of=now, night=night).n_calls == 1
