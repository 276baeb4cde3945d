"""The night as of some moment looks at nothing later."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

from ringback.actions.export import export_rows, why_empty
from ringback.actions.followup import log_call
from ringback.actions.import_candidates import import_candidates
from ringback.actions.import_history import import_attempts, import_events
from ringback.actions.learn import learn_call_times, nightly, read_night
from ringback.actions.replies import record_reply
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.store.queries.export_columns import as_plain
from ringback.workspace import Workspace
from schemas.tables import CallWindow, LostScore, ModelVersion
from schemas.words import CallOutcome, Channel
from tests.standins.homes import add_person, on_both, rows, workspaces

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
N_PEOPLE = 80
LEARNED = ("scores", "windows", "rates", "causes")


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def history(now: datetime) -> tuple[list[dict[str, Any]], list[dict[str, Any]], list[dict[str, Any]]]:
    """Return invented people, attempts and events, before and after ``now``."""
    dice = random.Random(11)  # noqa: S311
    words = ["NO_ANSWER"] * 20 + ["ANSWERED", "WRONG_NUMBER", "OPTED_OUT", "CALL_LATER", "NOT_INTERESTED", "BOOKED"]
    people = [
        {
            "record_id": f"R{n}",
            "name": f"候选人{n}",
            "phones": [f"+86139000{n:05}"],
            "emails": [f"p{n}@example.com"],
            "role_family": dice.choice(["sales", "technology", "finance"]),
            "applied_at_utc": (now - dice.randint(20, 60) * DAY).isoformat(),
        }
        for n in range(N_PEOPLE)
    ]
    attempts, events = [], []
    for n in range(240):
        at = now + timedelta(hours=dice.randint(-15 * 24, 12 * 24), minutes=7)
        row = {"event_id": f"e{n}", "record_id": f"R{dice.randrange(N_PEOPLE)}", "started_at_utc": at.isoformat()}
        kind = dice.random()
        if kind < 0.85:
            attempts.append(row | {"disposition": dice.choice(words)})
        elif kind < 0.92:
            attempts.append(row | {"disposition": "REPLIED", "channel": "sms", "direction": "in"})
        else:
            row["at_utc"] = row.pop("started_at_utc")
            events.append(row | {"event": dice.choice(["jd_view", "mail_open", "app_login"])})
    return people, attempts, events


def bring_in(ws: Workspace, now: datetime, what: str, lines: list[dict[str, Any]], name: str) -> None:
    path = ws.settings.home / f"{name}.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    action = {"candidates": import_candidates, "attempts": import_attempts, "events": import_events}[what]
    assert action(ws, path, now=now + 30 * DAY).refused == 0


def learned(ws: Workspace) -> dict[str, list[dict[str, Any]]]:
    """Return everything that was learned."""
    return {what: list(export_rows(ws, what)) for what in LEARNED}


@on_both
def test_the_night_of_a_moment_looks_at_nothing_later(ws: Workspace, now: datetime) -> None:
    people, attempts, events = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", [row for row in attempts if row["started_at_utc"] <= now.isoformat()], "early")
    bring_in(ws, now, "events", [row for row in events if row["at_utc"] <= now.isoformat()], "early-events")
    nightly(ws, as_of=now)
    before = learned(ws)
    assert len(before["windows"]) > N_PEOPLE

    bring_in(ws, now, "attempts", attempts, "all")
    bring_in(ws, now, "events", events, "all-events")
    late = person_ids(ws)
    log_call(ws, candidate=late["R1"], outcome=CallOutcome.NOT_THEM, now=now + 13 * DAY)
    log_call(ws, candidate=late["R2"], outcome=CallOutcome.CALL_LATER, now=now + 13 * DAY, callback_at=now + 14 * DAY)
    record_reply(ws, candidate=late["R3"], channel=Channel.SMS, text="STOP", now=now + 13 * DAY)
    record_reply(ws, candidate=late["R4"], channel=Channel.SMS, text="你好", now=now + 13 * DAY)
    nightly(ws, as_of=now)
    after = learned(ws)
    for what in LEARNED:
        assert after[what] == before[what], what


def person_ids(ws: Workspace) -> dict[str, str]:
    return {row["record_id"]: row["candidate_id"] for row in export_rows(ws, "sources")}


def test_a_later_night_does_look_at_it(ws: Workspace, now: datetime) -> None:
    people, attempts, _ = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", attempts, "all")
    early = learn_call_times(ws, as_of=now).n_calls
    assert learn_call_times(ws, as_of=now + 20 * DAY).n_calls > early > 0


def test_an_export_from_before_the_newest_night_says_why_it_is_empty(ws: Workspace, now: datetime) -> None:
    assert "ringback nightly" in (why_empty(ws, "windows", as_of=None) or "")
    people, attempts, _ = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", attempts, "all")
    nightly(ws, as_of=now)
    assert not list(export_rows(ws, "rates", as_of=now - DAY))
    reason = why_empty(ws, "rates", as_of=now - DAY) or ""
    assert f"{now:%Y-%m-%d}" in reason
    assert f"--as-of {now - DAY:%Y-%m-%dT%H:%M:%SZ}" in reason
    assert why_empty(ws, "rates", as_of=now) is None
    assert why_empty(ws, "candidates", as_of=now - DAY) is None


@on_both
def test_scores_stand_beside_each_candidate_and_a_promise_outranks_the_window(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - DAY, role_family="finance")
    add_person(ws, "person-2", at=now - DAY, role_family="finance", phones=("+8613900002222",), emails=())
    log_call(ws, candidate="person-2", outcome=CallOutcome.CALL_LATER, now=now, callback_at=now + 5 * HOUR)
    nightly(ws, as_of=now + HOUR)
    first = next(w for w in rows(ws, CallWindow) if w.candidate_id == "person-1" and w.rank == 1)
    shown = {row["candidate_id"]: row for row in export_rows(ws, "candidates")}
    assert shown["person-1"]["next_call_at"] == as_plain(first.starts_at)
    assert shown["person-2"]["next_call_at"] == as_plain(now + 5 * HOUR)
    for score in rows(ws, LostScore):
        assert shown[score.candidate_id]["p_lost"] == score.p_lost
        assert 0 <= score.p_lost <= 1
        assert score.reasons


@on_both
def test_the_chance_that_the_next_calls_are_missed_is_kept(ws: Workspace, now: datetime) -> None:
    people, attempts, events = history(now)
    bring_in(ws, now, "candidates", people, "people")
    bring_in(ws, now, "attempts", attempts, "all")
    bring_in(ws, now, "events", events, "all-events")
    nightly(ws, as_of=now)
    exported = pd.DataFrame(list(export_rows(ws, "scores"))).set_index("candidate_id")
    assert exported.columns[-1] == "p_miss"

    night = read_night(ws, as_of=now)
    log, rates, known = night.history, night.now.learned, {"as_of": now, "policy": ws.policy}
    given = (log.candidates, log.calls, log.events, rates.rates)
    model = fit_lost_model(*given, dead_share=rates.dead_share, **known)
    scores = score_lost(model, *given, **known).set_index("candidate_id")
    assert sorted(exported.index) == sorted(scores.index)
    for name in ("p_lost", "p_wrong", "p_miss"):
        assert np.allclose(
            exported[name].to_numpy(dtype=float), scores.loc[exported.index, name], rtol=1e-12, atol=0
        ), name
    assert (exported["p_miss"] > exported["p_lost"] + exported["p_wrong"] - 1e-12).all()
    assert (exported["p_miss"] < 1 + 1e-12).all()
    assert len(set(exported["p_miss"])) > 1


def test_one_model_of_a_kind_is_live(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    for moment in (now, now, now + DAY):
        nightly(ws, as_of=moment)
    models = rows(ws, ModelVersion, ModelVersion.id)
    assert sorted(m.kind for m in models if m.standing == "live") == ["answer_rates", "lost_contact"]
    assert len(models) == 4
