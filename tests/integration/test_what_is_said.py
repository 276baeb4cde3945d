"""What a person is told: numbers, hours and next steps in sentences that leave nothing to guess."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ringback.actions.doctor import examine
from ringback.actions.followup import log_call
from ringback.actions.ingest import IngestSummary, ingest_drop
from ringback.actions.readmit import ReadmitResult
from ringback.actions.reminders import unplanned
from ringback.errors import SetupError, UsageError
from ringback.reports.followup import call_sentence
from ringback.reports.intake import intake_markdown, intake_sentence, readmitted_lines
from ringback.reports.today import nothing_today
from ringback.settings import load_policy, load_settings
from ringback.store.queries.find import find_candidates
from ringback.workspace import Workspace
from schemas.words import CallOutcome
from tests.conftest import NOON
from tests.standins.homes import add_person

OFFICE = "Asia/Shanghai"


def test_a_file_in_no_sources_folder_is_named_with_what_to_do(sqlite_ws: Workspace) -> None:
    (sqlite_ws.drop / "*简历*.pdf").write_bytes(b"x")
    (sqlite_ws.drop / "list.csv.part").write_bytes(b"x")
    done = ingest_drop(sqlite_ws, clock=lambda: NOON)
    assert done.files_astray == ("*简历*.pdf",)
    said = intake_sentence(done)
    assert "1 file lies in the drop folder itself" in said
    assert "*简历*.pdf" in said
    assert "请移到来源文件夹" in said
    assert "\\*简历\\*.pdf" in intake_markdown(done)


def test_what_was_just_copied_says_how_long_to_wait() -> None:
    said = intake_sentence(IngestSummary(files_waiting=2, settle_seconds=5.0))
    assert "静止 5 秒" in said
    assert "read by the next pass 5 s after the last change" in said


def test_one_is_told_in_the_singular() -> None:
    said = intake_sentence(IngestSummary(files_read=1, resumes_read=1, candidates_new=1, files_quarantined=1))
    assert said.endswith(
        "1 file read (1 resume); 1 new candidate, 0 updated; 0 known already; 1 file and 0 rows in quarantine"
    )


def test_a_row_that_was_readmitted_is_named_and_counted() -> None:
    stored = ReadmitResult(3, "agency/list.csv", "row 7", "stored", "stored")
    assert readmitted_lines([stored], IngestSummary(candidates_new=1)) == [
        "3 agency/list.csv [row 7]: stored - stored",
        "收入 1 份简历 / 1 resume taken in",
    ]


def test_an_empty_list_says_who_is_planned_by_the_night(sqlite_ws: Workspace) -> None:
    assert unplanned(sqlite_ws) == 0
    add_person(sqlite_ws, at=NOON)
    assert unplanned(sqlite_ws) == 1
    said = nothing_today(None, OFFICE, n_new=1)
    assert "1 new person is planned by the night, or now by: ringback nightly" in said
    log_call(
        sqlite_ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=NOON, callback_at=NOON + timedelta(days=2)
    )
    assert unplanned(sqlite_ws) == 0


def test_people_are_found_by_title(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON, title="Senior 会计")
    with sqlite_ws.reading() as session:
        found = [find_candidates(session, sqlite_ws.vault, wanted) for wanted in ("会计", "senior")]
    assert [[one.candidate_id for one in some] for some in found] == [["person-1"]] * 2


def test_a_time_is_told_on_the_clock_of_the_office(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON)
    with pytest.raises(UsageError, match=r"2026-11-24 12:00 \(Asia/Shanghai\) lies in the future"):
        log_call(sqlite_ws, candidate="person-1", outcome=CallOutcome.BUSY, now=NOON, at=NOON + timedelta(days=1))


def test_a_status_that_stays_is_no_move(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON)
    log_call(sqlite_ws, candidate="person-1", outcome=CallOutcome.BUSY, now=NOON)
    again = log_call(sqlite_ws, candidate="person-1", outcome=CallOutcome.BUSY, now=NOON + timedelta(hours=3))
    said = call_sentence(again, timezone=OFFICE)
    assert "仍是待跟进 / still: To follow up" in said
    assert "→" not in said


def test_a_value_that_is_not_usable_is_told_without_the_checkers_words(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = tmp_path_factory.mktemp("policy") / "policy.toml"
    policy.write_text('[roles]\nfallback = "nope"\n', encoding="utf-8")
    with pytest.raises(SetupError, match="nope") as refused:
        load_policy(policy)
    assert "Value error" not in str(refused.value)
    monkeypatch.setenv("RINGBACK_TIMEZONE", "Middle/Earth")
    with pytest.raises(SetupError, match="TIMEZONE: 'Middle/Earth'"):
        load_settings()


def test_the_doctor_tells_one_file_in_the_singular(sqlite_ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    (sqlite_ws.drop / "简历.pdf").write_bytes(b"x")
    monkeypatch.setenv("RINGBACK_HOME", str(sqlite_ws.settings.home))
    assert any("1 file lies in" in finding.found for finding in examine())
