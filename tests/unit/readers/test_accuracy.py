"""What the readers find on sample files, against what a person reads there. The floors are those that the page on reading promises."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from ringback.readers import ocr
from ringback.readers.limits import ReaderLimits
from ringback.readers.read import read_file
from schemas.policy import RoleTaxonomy
from schemas.records import ParsedResume, Reading

ROOT = Path(__file__).parents[2] / "data" / "resumes"
FLOORS = {
    "name": 0.98, "phones": 0.97, "emails": 0.98, "wechat": 0.90, "linkedin": 0.90, "gender": 0.95, "birth_year": 0.90, "city": 0.90,
    "current_title": 0.90, "current_employer": 0.90, "school": 0.90, "degree_level": 0.93, "desired_title": 0.85, "desired_city": 0.85,
    "desired_salary": 0.85, "role_family": 0.90, "years_experience": 0.90, "language": 0.95,
}  # fmt: skip


@cache
def truth() -> tuple[dict[str, object], ...]:
    return tuple(json.loads(line) for line in (ROOT / "truth.jsonl").read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="module")
def readings(taxonomy: RoleTaxonomy) -> dict[str, Reading]:
    paths = sorted({str(row["path"]) for row in truth()})
    limits = ReaderLimits()
    return {
        path: read_file(ROOT / "drop" / path, source=path.split("/")[0], taxonomy=taxonomy, limits=limits)
        for path in paths
    }


def is_picture(row: dict[str, object]) -> bool:
    return row["kind"] in {"jpg", "pdf_scan"} and not ocr.is_available()


def found(row: dict[str, object], reading: Reading) -> ParsedResume | None:
    member = row["member"]
    if member is not None and re.fullmatch(r"(?:.*!)?\d+", str(member)):
        member = f"row {str(member).split('!')[-1]}"
    return next((resume for resume in reading.resumes if resume.member == member), None)


def same(value: object) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).lower()


def is_right(field: str, row: dict[str, object], resume: ParsedResume) -> bool:
    expected = row[field]
    if isinstance(expected, list):
        return {same(item) for item in expected} == {same(item) for item in getattr(resume, field)}
    if field == "years_experience":
        return resume.years_experience == expected
    return same(expected) == same(getattr(resume, "highest_degree" if field == "degree_level" else field))


@pytest.mark.parametrize("field", FLOORS)
def test_field_is_read(field: str, readings: dict[str, Reading]) -> None:
    counts: Counter[bool] = Counter()
    wrong = []
    for row in truth():
        if row["expect"] != "read" or is_picture(row) or (row[field] is None):
            continue
        resume = found(row, readings[str(row["path"])])
        right = resume is not None and is_right(field, row, resume)
        counts[right] += 1
        if not right:
            wrong.append((row["path"], row["member"], row[field]))
    assert counts[True] / counts.total() >= FLOORS[field], wrong


def test_every_resume_is_found(readings: dict[str, Reading]) -> None:
    missed = [
        (row["path"], row["member"])
        for row in truth()
        if row["expect"] == "read" and not is_picture(row) and found(row, readings[str(row["path"])]) is None
    ]
    assert not missed


def test_bad_files_say_why(readings: dict[str, Reading]) -> None:
    for row in truth():
        if row["expect"] != "quarantine" or is_picture(row):
            continue
        reading = readings[str(row["path"])]
        assert not reading.resumes, row["path"]
        assert row["reason"] in {problem.code for problem in reading.problems}, (row["path"], reading.problems)


def test_every_value_says_where_it_came_from(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for resume in reading.resumes:
            known = {one.field for one in resume.provenance}
            for field in (
                "name",
                "phones",
                "emails",
                "city",
                "current_title",
                "current_employer",
                "school",
                "role_family",
            ):
                assert not getattr(resume, field) or field in known, (reading.path, resume.member, field)
            assert all(0 < one.confidence <= 1 for one in resume.provenance)
