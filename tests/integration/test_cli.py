"""The command line as scripts see it: exit codes, stdout apart from stderr, one JSON object, quick help."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len
from sqlalchemy import select
from typer.testing import CliRunner

from ringback.actions.followup import log_call
from ringback.cli import app
from ringback.errors import UsageError
from schemas.tables import Candidate
from schemas.words import CallOutcome
from tests.standins.homes import (
    ROOT,
    add_person,
    copy_of_ingested,
    environment,
    open_home,
    ringback,
)

HEAVY = ("pandas", "great_expectations", "prefect", "sqlalchemy", "numpy", "scipy", "alembic")
HELP = """
import sys
from ringback.cli import app
try:
    app({arguments!r}, prog_name="ringback")
except SystemExit as ended:
    assert ended.code in (0, None), ended.code
print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)
"""
COMMANDS = [
    *(
        "ingest",
        "read",
        "quarantine",
        "readmit",
        "dismiss",
        "today",
        "find",
        "log-call",
        "log-reply",
        "record-interview",
        "remind",
        "replies",
    ),
    *("reviews", "review", "nightly", "dispatch", "reconcile", "export", "import", "doctor", "db", "keys"),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a home with the demo people in it; the tests of this module share it."""
    return copy_of_ingested(tmp_path_factory.mktemp("cli"))


@pytest.fixture(scope="module")
def somebody(home: Path) -> str:
    """Give the id of a candidate in sales."""
    ws = open_home(home)
    with ws.reading() as session:
        query = select(Candidate.candidate_id).where(Candidate.role_family == "sales").order_by(Candidate.name)
        found = session.scalars(query).first()
    ws.engine.dispose()
    assert found
    return found


@pytest.mark.parametrize("arguments", [["--help"], ["ingest", "--help"], ["import", "attempts", "--help"]])
def test_help_is_quick_because_it_imports_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    code = HELP.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stderr.strip() == "[]"
    assert "Usage" in done.stdout
    if arguments == ["--help"]:
        assert all(f" {command} " in done.stdout for command in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nonsense"], 2, "nonsense"),
        (["ingest", "--nonsense"], 2, "nonsense"),
        (["ingest", "--source", "nowhere"], 2, "nowhere"),
        (["export", "everything"], 2, "choose one of"),
        (["export", "rates", "--format", "pdf"], 2, "jsonl, csv or parquet"),
        (["export", "rates", "--as-of", "yesterday"], 2, "2026-11-22T15:00+08:00"),
        (["export", "rates", "--as-of", "0001-01-01T00:00+08:00"], 2, "--as-of"),
        (["export", "rates", "--out", "/no/such/folder/x.csv"], 1, "Cannot write"),
        (["log-call", "--candidate", "nobody at all", "--outcome", "no_answer"], 2, "No candidate fits"),
        (["log-call", "--candidate", "x", "--outcome", "sneezed"], 2, "sneezed"),
        (["record-interview", "--candidate", "x", "--step", "booked"], 2, "When is the interview"),
        (["import", "attempts", "missing.csv"], 2, "missing.csv"),
        (["readmit"], 2, "Say what"),
        (["readmit", "12345"], 2, "Not open"),
        (["dismiss"], 2, "Say what"),
        (["dismiss", "12345"], 2, "Not open"),
        (["dismiss", "#12345"], 2, "Not open"),
        (["readmit", "#12345"], 2, "Not open"),
        (["readmit", "99999999999999999999"], 2, "Not open"),
        (["quarantine", "--code", "needs_orc"], 2, "There are: bomb"),
        (["dismiss", "five"], 2, "such as 5 or #5"),
    ],
    ids=lambda value: "-".join(value)[:40] if isinstance(value, list) else None,
)
def test_wrong_use_ends_with_2_and_faults_with_1_in_one_sentence(
    home: Path, arguments: list[str], code: int, said: str
) -> None:
    done = ringback(home, *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["quarantine", "readmit", "dismiss"])
def test_a_code_that_chooses_nothing_is_said(home: Path, command: str) -> None:
    done = ringback(home, command, "--code", "needs_ocr")
    assert done.returncode == 0
    assert "needs_ocr only" in done.stderr


def test_what_is_read_is_shown_as_wide_as_the_terminal(home: Path, tmp_path: Path) -> None:
    resume = tmp_path / "long.txt"
    resume.write_text(
        "姓名：孟知夏\n手机：13900001111\n邮箱：zhixia.meng.of.the.long.address@mailbox-of-the-north.example\n", "utf-8"
    )
    done = ringback(home, "read", str(resume), COLUMNS="60")
    assert "孟知夏" in done.stdout
    assert max(cell_len(line) for line in done.stdout.splitlines()) <= 60


def test_a_setting_or_key_that_is_not_usable_ends_with_1(tmp_path: Path) -> None:
    done = ringback(tmp_path / "home", "today", RINGBACK_TIMEZONE="Middle/Earth")
    assert (done.returncode, done.stdout) == (1, "")
    assert "RINGBACK_TIMEZONE" in done.stderr


def test_a_day_in_json_is_one_object_a_command(home: Path, somebody: str, tmp_path: Path) -> None:
    log = tmp_path / "events.jsonl"
    log.write_text("", encoding="utf-8")
    day = [
        (["ingest", "--json"], {"files_seen", "seconds"}),
        (["nightly", "--json"], {"as_of", "rates", "scores", "plan"}),
        (["today", "--json"], {"tasks"}),
        (["find", "王", "--json"], {"candidates"}),
        (
            ["log-call", "--candidate", somebody, "--outcome", "no_answer", "--json"],
            {"status", "next_call_at", "message_channel"},
        ),
        (["dispatch", "--json"], {"states", "messages"}),
        (["log-reply", "--candidate", somebody, "--text", "可以聊", "--json"], {"meaning", "status"}),
        (["replies", "--json"], {"applied"}),
        (["remind", "--json"], {"fired"}),
        (
            ["record-interview", "--candidate", somebody, "--step", "booked", "--at", "2031-01-06T10:00", "--json"],
            {"status"},
        ),
        (["import", "events", str(log), "--json"], {"rows", "stored", "report"}),
        (["doctor", "--json"], {"findings"}),
    ]
    for arguments, keys in day:
        done = ringback(home, *arguments)
        assert done.returncode == 0, (arguments, done.stderr)
        assert len(done.stdout.splitlines()) == 1, arguments
        assert keys <= set(json.loads(done.stdout)), arguments
    ws = open_home(home)
    with ws.reading() as session:
        assert session.get_one(Candidate, somebody).status == "interview_booked"
    ws.engine.dispose()


def test_a_call_back_at_a_bare_hour_is_said_back_with_its_day_and_zone(home: Path, somebody: str) -> None:
    promise = ["log-call", "--candidate", somebody, "--outcome", "call_later", "--callback", "18:00"]
    done = ringback(home, *promise)
    assert done.returncode == 0, done.stderr
    assert re.search(r"next call \d{4}-\d\d-\d\d 18:00 \(Asia/Shanghai\)", done.stdout)
    wrong = ringback(home, *promise[:-1], "half past six")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_a_log_of_which_no_row_can_be_taken_ends_with_1_and_names_the_columns(home: Path, tmp_path: Path) -> None:
    log = tmp_path / "calls.csv"
    log.write_text("Record Id,开始时间,结果\nr1,2026-11-20 10:00,未接\n", encoding="utf-8")
    done = ringback(home, "import", "attempts", str(log), "--json")
    assert done.returncode == 1
    summary = json.loads(done.stdout)
    assert (summary["rows"], summary["refused"]) == (1, 1)
    assert "Found: Record Id, 开始时间, 结果. Wanted: record_id or candidate_id, started_at_utc" in done.stderr
    assert summary["hint"] in done.stderr
    log.write_text("record_id,started_at_utc\nnobody,2026-11-20T10:00:00Z\n", encoding="utf-8")
    done = ringback(home, "import", "attempts", str(log))
    assert (done.returncode, "says of each row why" in done.stderr) == (1, True)
    log.write_text("record_id,started_at_utc\n", encoding="utf-8")
    assert ringback(home, "import", "attempts", str(log)).returncode == 0  # nothing to take is no failure


def test_what_an_erasure_would_take_is_shown_and_is_no_failure(home: Path, somebody: str) -> None:
    done = ringback(home, "erase", somebody)
    assert (done.returncode, "Nothing was changed" in done.stdout) == (0, True)
    shown = json.loads(ringback(home, "erase", somebody, "--json").stdout)
    assert (shown["is_preview"], shown["candidate_id"], shown["n_records"]) == (True, somebody, shown["n_theirs"])


def test_an_earlier_night_says_that_it_takes_the_place_of_a_later_one(tmp_path: Path) -> None:
    home = copy_of_ingested(tmp_path / "home")
    assert ringback(home, "nightly").returncode == 0
    done = ringback(home, "nightly", "--as-of", "2020-01-01T20:00:00Z")
    assert done.returncode == 0
    assert "this earlier night takes its place" in done.stderr
    assert "takes its place" not in ringback(home, "nightly").stderr


def test_a_night_of_a_day_that_is_yet_to_come_says_what_that_does(tmp_path: Path) -> None:
    home = copy_of_ingested(tmp_path / "home")
    far = ringback(home, "nightly", "--as-of", f"{datetime.now(UTC).year + 10}-01-01T20:00:00Z")
    assert far.returncode == 0
    assert "is yet to come: calls are planned for then" in far.stderr
    soon = ringback(home, "nightly", "--as-of", (datetime.now(UTC) + timedelta(hours=20)).isoformat())
    assert "yet to come" not in soon.stderr


def test_results_go_to_stdout_and_the_log_to_stderr(home: Path) -> None:
    done = ringback(home, "export", "candidates")
    assert done.returncode == 0
    assert all(json.loads(line)["candidate_id"] for line in done.stdout.splitlines())
    assert done.stderr.strip().splitlines()[-1] == f"{len(done.stdout.splitlines())} rows"


def test_found_people_have_an_id_that_fits_a_terminal_and_every_command_takes(home: Path, somebody: str) -> None:
    done = ringback(home, "find", somebody, COLUMNS="80")
    short = somebody[:13]
    assert short in done.stdout
    assert somebody not in done.stdout
    assert f" · {somebody}" in ringback(home, "timeline", short).stdout
    assert json.loads(ringback(home, "find", short, "--json").stdout)["candidates"][0]["candidate_id"] == somebody


def test_the_job_that_somebody_wants_stands_beside_the_one_they_have(tmp_path: Path) -> None:
    home = tmp_path / "home"
    workspace = open_home(home)
    add_person(workspace, at=datetime(2026, 11, 23, 4, 0, tzinfo=UTC), desired_title="产品经理")
    workspace.engine.dispose()
    shown = "销售经理（想做 / wants: 产品经理）"
    assert shown in ringback(home, "find", "孟知夏", COLUMNS="200").stdout
    assert f"  职位 / job: {shown}\n" in ringback(home, "timeline", "孟知夏").stdout
    [found] = json.loads(ringback(home, "find", "孟知夏", "--json").stdout)["candidates"]
    told = json.loads(ringback(home, "timeline", "孟知夏", "--json").stdout)
    for one in (found, told):
        assert (one["title"], one["desired_title"]) == ("销售经理", "产品经理")


def test_no_experiments_is_said(tmp_path: Path) -> None:
    done = ringback(tmp_path / "home", "experiments", "list")
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert "nothing" in done.stdout


def test_a_new_pool_says_that_it_begins_and_where(tmp_path: Path) -> None:
    assert f"A new pool begins in {tmp_path / 'home'}" in ringback(tmp_path / "home", "today").stderr
    assert "A new pool" not in ringback(tmp_path / "home", "today").stderr


@pytest.mark.parametrize(
    "arguments",
    ["today", "find 孟知夏", "timeline x", "export candidates", "quarantine", "report", "reviews", "preview", "settle",
     "models list", "experiments list", "log-call --candidate x --outcome busy"],
)  # fmt: skip
def test_a_command_that_only_looks_begins_no_pool_where_none_was_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str
) -> None:
    monkeypatch.delenv("RINGBACK_HOME", raising=False)
    monkeypatch.delenv("RINGBACK_DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, arguments.split())
    assert isinstance(done.exception, UsageError)
    assert f"There is no pool at {tmp_path / 'data'}. Set RINGBACK_HOME" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_who_names_a_home_or_takes_something_in_begins_a_pool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RINGBACK_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(app, ["ingest"]).exit_code == 0
    assert CliRunner().invoke(app, ["today"]).exit_code == 0
    monkeypatch.setenv("RINGBACK_HOME", str(tmp_path / "named"))
    assert CliRunner().invoke(app, ["export", "candidates"]).exit_code == 0


def test_the_list_of_the_next_day_is_shown_before_it_comes(tmp_path: Path) -> None:
    ws, now = open_home(tmp_path / "home"), datetime.now(UTC)
    add_person(ws, at=now)
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now, callback_at=now + timedelta(days=2))
    day = f"{(now + timedelta(days=2)).astimezone(ZoneInfo(ws.settings.timezone)):%Y-%m-%d}"
    ws.engine.dispose()
    today, later = (ringback(tmp_path / "home", "today", *more).stdout for more in ([], ["--next"]))
    assert "Nobody is to be rung today" in today
    assert f"{day} " in today
    assert "ringback today --next" in today
    assert f"{day}: 1 项 / to do\n" in later
    assert "孟知夏" in later


def test_what_is_left_of_today_is_counted_in_the_next_list(tmp_path: Path) -> None:
    ws, now = open_home(tmp_path / "home"), datetime.now(UTC)
    for who, days in (("person-1", 0), ("person-2", 2)):
        add_person(ws, who, at=now)
        when = now + timedelta(days=days)
        log_call(ws, candidate=who, outcome=CallOutcome.CALL_LATER, now=now, callback_at=when + timedelta(seconds=1))
    ws.engine.dispose()
    later = ringback(tmp_path / "home", "today", "--next").stdout
    assert "2 项 / to do，含今天及以前未办的 1 项 / 1 of them due today or before" in later


def test_read_stores_nothing_and_gives_one_object_a_resume(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.pdf"
    good.write_text("姓名：孟知夏\n手机：13900001111\n求职意向：销售经理\n教育背景 江南大学 本科\n", encoding="utf-8")
    bad.write_bytes(b"")
    done = ringback(tmp_path / "home", "read", str(good), str(bad), "--json")
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert (rows[0]["name"], rows[0]["phones"], rows[0]["path"]) == ("孟知夏", ["+8613900001111"], str(good))
    assert {"path", "code", "message", "hint"} <= set(rows[1])
    assert not (tmp_path / "home").exists()


def test_where_nothing_at_all_could_be_read_the_command_says_that_it_could_not(tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    bad = [tmp_path / "a.pdf", tmp_path / "b.docx"]
    for path in bad:
        path.write_bytes(b"")
    done = ringback(tmp_path / "home", "read", "--json", *map(str, bad))
    assert done.returncode == 1
    assert [json.loads(line)["code"] for line in done.stdout.splitlines()] == ["empty", "empty"]
    assert "Nothing could be read" in done.stderr
    empty = ringback(tmp_path / "home", "read", str(tmp_path / "nothing"))
    assert (empty.returncode, empty.stdout) == (1, "")
    assert "no file" in empty.stderr
    assert "exit code is 1" in " ".join(ringback(tmp_path / "home", "read", "--help").stdout.split())


def test_no_file_and_no_name_ends_the_reading_of_the_others(tmp_path: Path) -> None:
    paths = [os.fsencode(tmp_path) + name for name in (b"/half.json", "/简历.txt".encode("gb18030"), b"/last.txt")]
    half = b'{"basics": {"name": "Tamsin \\ud800Thornley", "email": "tamsin@example.com"}}'
    text = "个人简历\n姓名：谭晓月\n手机：13812345678\n".encode()
    for path, data in zip(paths, (half, text, text), strict=True):
        Path(os.fsdecode(path)).write_bytes(data)
    done = ringback(tmp_path / "home", "read", "--json", *map(os.fsdecode, paths))
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 3
    shown = ringback(tmp_path / "home", "read", *map(os.fsdecode, paths))
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.count("谭晓月") == 2


def test_a_reader_that_stops_listening_is_no_fault(home: Path) -> None:
    command = f"{sys.executable} -c 'from ringback.cli import run; run()' export windows | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env=environment(home),
        cwd=home.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr
