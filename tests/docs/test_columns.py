"""Columns, codes and words that scripts and people rely on are documented one by one."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.read import COLUMNS as PARSED
from ringback.identity.imported_columns import COLUMNS as CANDIDATE_COLUMNS
from ringback.readers.refusals import REFUSALS
from ringback.rules.status import DISPOSITION_OF_OUTCOME, EVENT_OF_OUTCOME, next_status
from ringback.store.queries.export_columns import COLUMNS as EXPORTS
from schemas.words import (
    CallOutcome,
    Disposition,
    InterviewStep,
    MessageState,
    QuarantineState,
    ReminderKind,
    Status,
    Word,
)

Reader = Callable[[str], Any]
Rows = Callable[[str], list[list[str]]]
Codes = Callable[[str], list[str]]

INTERFACES = "docs/interfaces.md"
GUIDES = ("docs/recruiter.zh.md", "docs/recruiter.en.md")


def codes_of_expectations(project: Path) -> set[str]:
    """Return the codes that the Great Expectations suite gives, without importing it."""
    tree = ast.parse((project / "schemas/expectations.py").read_text(encoding="utf-8"))
    calls = [
        node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_reason"
    ]
    return {call.args[0].value for call in calls}


def test_exports(page: Reader, rows: Rows) -> None:
    table = {
        row[0].strip("`"): row[1].strip("`").split(", ")
        for row in rows(page(INTERFACES).section("Export"))
        if "`" in row[0]
    }
    assert table == {name: list(columns) for name, columns in EXPORTS.items()}


def test_parsed_resume(page: Reader, codes: Codes) -> None:
    assert codes(page(INTERFACES).section("Parsed resume")) == list(PARSED)


def test_import_of_candidates(page: Reader, codes: Codes) -> None:
    assert codes(page(INTERFACES).section("Candidates")) == list(CANDIDATE_COLUMNS)


@pytest.mark.parametrize("section", ["Attempts", "Events"])
def test_import_of_history_names_columns_that_the_import_reads(
    project: Path, page: Reader, codes: Codes, section: str
) -> None:
    source = (project / "ringback/actions/history_rows.py").read_text(encoding="utf-8")
    assert [column for column in codes(page(INTERFACES).section(section)) if f'"{column}"' not in source] == []


def test_dispositions(page: Reader) -> None:
    section = " ".join(page(INTERFACES).section("Attempts").split())
    listed = section.split("without a mapping: `")[1].split("`")[0].split()
    assert set(listed) == set(Disposition)


def test_outcomes(page: Reader, rows: Rows) -> None:
    table = {
        row[0].strip("`"): (row[1], row[2].strip("`"))
        for row in rows(page(INTERFACES).section("Outcomes of a call"))
        if "`" in row[0]
    }
    assert table == {o.value: (o.both, DISPOSITION_OF_OUTCOME[o].value) for o in CallOutcome}


def test_quarantine_codes(project: Path, page: Reader, codes: Codes) -> None:
    known = set(REFUSALS) | codes_of_expectations(project)
    assert set(codes(page(INTERFACES).section("Quarantine codes"))) == known


@pytest.mark.parametrize(
    "words", [Status, MessageState, QuarantineState, InterviewStep], ids=lambda words: words.__name__
)
def test_states(page: Reader, words: type[Word]) -> None:
    text = " ".join(page(INTERFACES).text.split())
    assert " ".join(word.value for word in words) in text


@pytest.mark.parametrize(("guide", "heading"), [(GUIDES[0], "隔离区"), (GUIDES[1], "Quarantine")])
def test_guides_tell_the_next_step_for_every_code(
    project: Path, page: Reader, rows: Rows, guide: str, heading: str
) -> None:
    table = {row[0].strip("`"): row[1:] for row in rows(page(guide).section(heading)) if "`" in row[0]}
    assert set(table) == set(REFUSALS) | codes_of_expectations(project)
    assert all(len(row) == 2 and all(row) for row in table.values())


@pytest.mark.parametrize(
    ("guide", "heading", "language"), [(GUIDES[0], "结果与后续", "zh"), (GUIDES[1], "Outcomes", "en")]
)
def test_guides_tell_what_follows_every_outcome(
    page: Reader, rows: Rows, guide: str, heading: str, language: str
) -> None:
    cells = [row[0].split(" (")[0] for row in rows(page(guide).section(heading))[1:]]
    assert sorted(cells) == sorted(outcome.label(language) for outcome in CallOutcome)


@pytest.mark.parametrize(("guide", "language"), [(GUIDES[0], "zh"), (GUIDES[1], "en")])
@pytest.mark.parametrize("words", [Status, ReminderKind], ids=lambda words: words.__name__)
def test_guides_use_the_words_of_the_product(page: Reader, guide: str, language: str, words: type[Word]) -> None:
    text = page(guide).text
    assert [word.label(language) for word in words if word.label(language).lower() not in text.lower()] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_outcome_tables_name_the_status_that_follows(page: Reader, rows: Rows, guide: str) -> None:
    language = "zh" if guide.endswith("zh.md") else "en"
    section = page(guide).section("结果与后续" if language == "zh" else "Outcomes")
    table = {row[0].split(" (")[0]: row[1] for row in rows(section)[1:]}
    for outcome in CallOutcome:
        after = next_status(Status.NEW, EVENT_OF_OUTCOME[outcome])
        assert after is not None
        assert table[outcome.label(language)] == after.label(language)
