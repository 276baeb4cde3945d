"""An experiment from its file to the policy and back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.experiments import check_definitions, review_experiments, start_and_assign, stop_experiment
from ringback.actions.export import export_rows
from ringback.actions.followup import log_call
from ringback.actions.import_candidates import import_candidates
from ringback.actions.import_history import import_attempts
from ringback.actions.learn import nightly
from ringback.actions.outreach import dispatch_due
from ringback.actions.promotions import promote_experiment, rollback_promotion
from ringback.errors import NotFoundError, UsageError
from ringback.reports.experiments import definition_sentence, review_markdown, review_sentence, reviewed_sentence
from ringback.reports.terminal import print_rows
from ringback.workspace import Workspace, open_workspace
from schemas.policy import Policy
from schemas.tables import CallWindow, Experiment, OutboxMessage
from schemas.words import CallOutcome
from tests.standins.homes import add_person, on_both, ringback, rows, workspaces

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
CHANNEL = """
name = "first-channel"
role_family = "sales"
base_rate = 0.25
lift = 0.10
n_per_arm = {n}
[[arms]]
name = "sms-first"
share = 0.5
[[arms]]
name = "call-first"
share = 0.5
steps = [{{ channel = "call", wait_hours = 0 }}]
"""
EVENING = """
name = "evening"
role_family = "finance"
base_rate = 0.25
lift = 0.10
[[arms]]
name = "any-hour"
share = 0.5
[[arms]]
name = "evening"
share = 0.5
call_between = [18, 20]
"""


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def define(ws: Workspace, name: str, text: str) -> None:
    folder = ws.settings.home / "experiments"
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.toml").write_text(text, encoding="utf-8")


def people(ws: Workspace, now: datetime, n: int, family: str = "sales") -> None:
    lines = [
        {"record_id": f"{family}-{k}", "name": f"人{k}", "phones": [f"+861381{len(family)}{k:06}"], "role_family": family,
         "applied_at_utc": (now - DAY).isoformat()}
        for k in range(n)
    ]  # fmt: skip
    bring_in(ws, now, import_candidates, lines)


def bring_in(ws: Workspace, now: datetime, action: Any, lines: list[dict[str, Any]]) -> None:
    path = ws.settings.home / "in.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines) + "\n", encoding="utf-8")
    assert action(ws, path, now=now).refused == 0


def policy_now(ws: Workspace) -> Policy:
    """Return the policy that a process gets which starts now."""
    fresh = open_workspace(ws.settings)
    fresh.engine.dispose()
    return fresh.policy


def arms(ws: Workspace) -> dict[str, str]:
    return {row["record_id"]: row["arm"] for row in export_rows(ws, "assignments")}


def calls(ws: Workspace, now: datetime, answered: dict[str, float]) -> None:
    """Ring everybody once; of each arm this share answers."""
    seen: dict[str, int] = {}
    lines = []
    for record, arm in arms(ws).items():
        k = seen[arm] = seen.get(arm, 0) + 1
        is_answered = (k * answered[arm]) % 1 < answered[arm]
        lines.append({"event_id": f"{record}-call", "record_id": record, "started_at_utc": now.isoformat(),
                      "disposition": "ANSWERED" if is_answered else "NO_ANSWER"})  # fmt: skip
    bring_in(ws, now, import_attempts, lines)


@on_both
def test_a_winner_enters_the_policy_with_a_record_and_can_be_taken_back(ws: Workspace, now: datetime) -> None:
    define(ws, "channel", CHANNEL.format(n=200))
    people(ws, now, 480)
    begun = start_and_assign(ws, as_of=now)
    assert (begun.n_started, begun.n_assigned) == (1, 480)
    before = arms(ws)
    assert start_and_assign(ws, as_of=now + HOUR).n_assigned == 0
    assert arms(ws) == before
    calls(ws, now + DAY, {"sms-first": 0.2, "call-first": 0.5})

    [early] = review_experiments(ws, as_of=now + 2 * DAY).experiments
    assert (early.verdict, early.n_waiting) == ("running", 480)
    [end] = review_experiments(ws, as_of=now + 15 * DAY).experiments
    assert (end.verdict, end.winner, end.promoted, end.is_ended) == ("winner", "call-first", True, True)
    [again] = review_experiments(ws, as_of=now + 15 * DAY).experiments  # the same night once more doubles nothing
    assert (again.verdict, again.promoted) == ("winner", False)
    assert review_experiments(ws, as_of=now + 16 * DAY).experiments == ()

    told = list(export_rows(ws, "experiments"))
    assert [(row["arm"], row["verdict"], row["look"]) for row in told] == [
        ("sms-first", "winner", 5), ("call-first", "winner", 5),
    ]  # fmt: skip
    assert sum(row["n"] for row in told) == 480
    assert all(row["exposed_at"] for row in export_rows(ws, "assignments"))
    promoted = policy_now(ws)
    assert [step.channel for step in promoted.sequence_for("sales").steps] == ["call"]
    assert promoted.sequence_for("sales").after_no_answer == ws.policy.sequence_for("sales").after_no_answer
    rollback_promotion(ws, "first-channel", now=now + 16 * DAY, actor="ops")
    assert policy_now(ws).sequences == ws.policy.sequences
    with pytest.raises(NotFoundError):
        rollback_promotion(ws, "first-channel", now=now + 16 * DAY, actor="ops")
    promote_experiment(ws, "first-channel", now=now + 17 * DAY, actor="ops")
    assert policy_now(ws).sequences != ws.policy.sequences


def test_the_plan_follows_the_arm(ws: Workspace, now: datetime) -> None:
    define(ws, "channel", CHANNEL.format(n=200))
    define(ws, "evening", EVENING)
    people(ws, now, 30)
    people(ws, now, 30, family="finance")
    nightly(ws, as_of=now)
    arm_of = {row["candidate_id"]: row["arm"] for row in export_rows(ws, "assignments")}
    assert set(arm_of.values()) == {"sms-first", "call-first", "any-hour", "evening"}
    first = {message.candidate_id: message for message in rows(ws, OutboxMessage)}
    assert {arm_of[who] for who in first} == {"sms-first"}
    assert {(m.experiment, m.arm) for m in first.values()} == {("first-channel", "sms-first")}
    windows = [w for w in rows(ws, CallWindow) if w.rank == 1]
    evening = [w.starts_at_local[11:13] for w in windows if arm_of[w.candidate_id] == "evening"]
    assert set(evening) <= {"18", "19"}
    assert {w.starts_at_local[11:13] for w in windows if arm_of[w.candidate_id] == "any-hour"} - {"18", "19"}
    assert not any("希望" in w.reason for w in windows)
    called_first = next(who for who, arm in arm_of.items() if arm == "call-first")
    waits = {w.candidate_id: w.starts_at for w in windows}
    assert all(waits[who] >= now + DAY for who, arm in arm_of.items() if arm == "sms-first")
    assert waits[called_first] < now + DAY
    log_call(ws, candidate=called_first, outcome=CallOutcome.NO_ANSWER, now=now + HOUR)
    released = next(m for m in rows(ws, OutboxMessage) if m.candidate_id == called_first)
    assert (released.experiment, released.arm) == ("first-channel", "call-first")


def test_a_sent_message_is_the_exposure(ws: Workspace, now: datetime) -> None:
    define(ws, "channel", CHANNEL.format(n=200))
    people(ws, now, 20)
    nightly(ws, as_of=now)
    dispatch_due(ws, now=lambda: now + HOUR, drain=True)
    review_experiments(ws, as_of=now + 2 * HOUR)
    exposed = {row["arm"] for row in export_rows(ws, "assignments") if row["exposed_at"]}
    assert exposed == {"sms-first"}
    assert not any(row["exposed_at"] for row in export_rows(ws, "assignments", as_of=now))


def test_what_was_touched_before_gets_no_arm(ws: Workspace, now: datetime) -> None:
    people(ws, now, 4)
    bring_in(ws, now, import_attempts, [{"event_id": "x", "record_id": "sales-1", "disposition": "NO_ANSWER",
                                         "started_at_utc": (now - HOUR).isoformat()}])  # fmt: skip
    define(ws, "channel", CHANNEL.format(n=200))
    assert start_and_assign(ws, as_of=now).n_assigned == 3
    assert "sales-1" not in arms(ws)


def test_a_file_as_editors_save_it_is_read_and_another_encoding_is_named(ws: Workspace) -> None:
    define(ws, "marked", "\ufeff" + CHANNEL.format(n=200))
    (ws.settings.home / "experiments" / "old.toml").write_bytes("# 先打电话\n".encode("gb18030"))
    (ws.settings.home / "experiments" / "folder.toml").mkdir()
    assert [one.problem for one in check_definitions(ws)] == [
        "folder.toml cannot be read (Is a directory)",
        None,
        "old.toml is not UTF-8; save it as UTF-8 text",
    ]


def test_a_fault_in_an_arm_is_told_once(ws: Workspace) -> None:
    define(ws, "bad", CHANNEL.format(n=200).replace('channel = "call"', 'channel = "pigeon"'))
    [bad] = check_definitions(ws)
    assert "arms.1.steps.0.channel" in (bad.problem or "")
    assert "at least 2 items" not in (bad.problem or "")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("share = 0.5", "share = 0.4"), "add up to 0.8"),
        (('role_family = "sales"', 'role_family = "saels"'), "'saels' is not one of"),
        (('steps = [{ channel = "call", wait_hours = 0 }]', ""), "does the same as the first arm"),
        (("wait_hours = 0 }]", 'wait_hours = 0 }, { channel = "sms", wait_hours = 1, template = "nix" }]'), "'nix'"),
        (("lift = 0.10", "lift = 0.80"), "below 1"),
        (("lift = 0.10", "lfit = 0.10"), "lfit"),
        (("name =", "name"), "not readable TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_why_and_stops_nothing(
    ws: Workspace, now: datetime, change: tuple[str, str], told: str
) -> None:
    define(ws, "bad", CHANNEL.format(n=200).replace(*change))
    define(ws, "evening", EVENING)
    bad, good = check_definitions(ws)
    assert told in (bad.problem or "")
    assert "bad.toml" in (bad.problem or "")
    assert good.problem is None
    assert 500 <= good.n_per_arm <= 530
    summary = nightly(ws, as_of=now).experiments
    assert (summary.n_started, summary.problems) == (1, (bad.problem,))


def test_one_experiment_a_family_at_a_time_and_no_change_on_the_way(ws: Workspace, now: datetime) -> None:
    define(ws, "channel", CHANNEL.format(n=200))
    start_and_assign(ws, as_of=now)
    define(ws, "channel", CHANNEL.format(n=300))
    define(ws, "other", CHANNEL.format(n=200).replace("first-channel", "other"))
    problems = start_and_assign(ws, as_of=now + HOUR).problems
    assert "changed after it started" in problems[0]
    assert "waits until 'first-channel' has ended" in problems[1]
    with pytest.raises(UsageError, match="still runs"):
        promote_experiment(ws, "first-channel", now=now, actor="ops")
    stop_experiment(ws, "first-channel", now=now + 2 * HOUR, actor="ops")
    start_and_assign(ws, as_of=now + 3 * HOUR)
    assert {row.name for row in rows(ws, Experiment) if row.ended_at is None} == {"other"}
    with pytest.raises(UsageError, match="has no winner"):
        promote_experiment(ws, "first-channel", now=now, actor="ops")


def test_counts_from_elsewhere_are_judged_by_the_command(tmp_path: Path) -> None:
    lines = ["run,night,arm,n,successes"]
    for run, better in (("same", 5), ("better", 9)):
        for night in range(1, 31):
            lines += [f"{run},{night},a,{night * 20},{night * 5}", f"{run},{night},b,{night * 20},{night * better}"]
    (tmp_path / "counts.csv").write_text("\n".join(lines), encoding="utf-8")
    done = ringback(
        tmp_path / "home", "experiments", "judge", str(tmp_path / "counts.csv"), "--planned", "600", "--json"
    )
    verdicts = {run["run"]: run["verdict"] for run in json.loads(done.stdout)["runs"]}
    assert verdicts == {"same": "no winner, keep the first arm", "better": "winner"}
    bad = ringback(tmp_path / "home", "experiments", "judge", str(tmp_path / "none.csv"), "--planned", "600")
    assert (bad.returncode, "cannot be judged" in bad.stderr) == (2, True)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["1,a,400,500", "1,b,400,200"], "arm a of night 1 does not have 0 <= successes <= n"),
        (["1,a,400,100", "1,b,-1,0"], "arm b of night 1 does not have"),
        (["1,a,400,", "1,b,400,1"], "arm a of night 1 does not have"),
        (["1,a,400,100", "1,a,400,100", "1,b,400,100"], "arm a of night 1 stands there twice"),
        (["1,a,400,many", "1,b,400,1"], "many"),
    ],
)
def test_counts_that_nobody_can_have_counted_are_not_judged(tmp_path: Path, lines: list[str], told: str) -> None:
    (tmp_path / "counts.csv").write_text("\n".join(["night,arm,n,successes", *lines]), encoding="utf-8")
    bad = ringback(tmp_path / "home", "experiments", "judge", str(tmp_path / "counts.csv"), "--planned", "600")
    assert (bad.returncode, told in bad.stderr) == (2, True), bad.stderr


def test_a_column_that_is_missing_is_named_before_anything_else(tmp_path: Path) -> None:
    (tmp_path / "counts.csv").write_text("nacht,arm,n,successes\n1,a,4,1\n", encoding="utf-8")
    bad = ringback(tmp_path / "home", "experiments", "judge", str(tmp_path / "counts.csv"), "--planned", "600")
    assert "it has no column night." in bad.stderr


def test_an_arm_of_which_nobody_is_counted_has_no_rate(ws: Workspace, now: datetime) -> None:
    define(ws, "channel", CHANNEL.format(n=200))
    [one] = check_definitions(ws)
    assert "points more than" in definition_sentence(one)
    add_person(ws, at=now - HOUR)
    summary = review_experiments(ws, as_of=now)
    assert "1 experiment reviewed" in review_sentence(summary)
    [reviewed] = summary.experiments
    assert reviewed_sentence(reviewed).count("nobody counted yet") == 2
    assert "%" not in reviewed_sentence(reviewed)
    assert "%" not in review_markdown(summary).split("---")[-1]
    assert review_sentence(summary) not in review_markdown(summary)  # it is the description, right above


def test_on_the_page_each_file_that_cannot_be_used_is_a_paragraph(ws: Workspace, now: datetime) -> None:
    for name in ("a_1", "b_2"):
        define(ws, name, "name = 1")
    page = review_markdown(review_experiments(ws, as_of=now)).splitlines()
    first = page.index(next(line for line in page if line.startswith("> a\\_1.toml")))
    assert page[first + 1] == ">"
    assert page[first + 2].startswith("> b\\_2.toml")
    assert page[first + 3] == ""


def test_a_table_on_a_terminal_leaves_out_what_no_row_tells_and_ends_instants_at_the_minute(
    now: datetime, capsys: pytest.CaptureFixture[str]
) -> None:
    print_rows([{"name": "first-channel", "ended_at": None, "started_at": now, "reason": ""}], title=None)
    shown = capsys.readouterr().out
    assert "ended_at" not in shown
    assert "reason" not in shown
    assert f"{now:%Y-%m-%d %H:%M}Z" in shown
