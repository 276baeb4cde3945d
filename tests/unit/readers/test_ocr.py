"""Scans and photographs: read where the OCR extra is installed, and otherwise put aside with what to do; never silence."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from ringback.readers import ocr
from ringback.readers.limits import ReaderLimits
from ringback.readers.read import read_file
from schemas.policy import RoleTaxonomy
from schemas.records import Reading

ROOT = Path(__file__).parents[2] / "data" / "resumes"
ROWS = [json.loads(line) for line in (ROOT / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
PICTURES = [row for row in ROWS if row["kind"] in {"jpg", "pdf_scan"} and row["expect"] == "read"]


def read_picture(row: dict[str, Any], taxonomy: RoleTaxonomy) -> Reading:
    path = ROOT / "drop" / row["path"]
    return read_file(path, source=row["path"].split("/")[0], taxonomy=taxonomy, limits=ReaderLimits())


@pytest.mark.skipif(not ocr.is_available(), reason="the OCR extra is not installed (make ocr)")
@pytest.mark.parametrize("row", PICTURES[:1], ids=[row["path"] for row in PICTURES[:1]])
def test_picture_is_read(row: dict[str, Any], taxonomy: RoleTaxonomy) -> None:
    (resume,) = read_picture(row, taxonomy).resumes
    assert (list(resume.phones), list(resume.emails)) == (row["phones"], row["emails"])
    assert resume.name  # a photograph at an angle: the engine takes one of the two characters for another
    assert resume.warnings == ("ocr",)


@pytest.mark.parametrize("row", PICTURES, ids=[row["path"] for row in PICTURES])
def test_picture_waits_without_the_extra(
    row: dict[str, Any], taxonomy: RoleTaxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    reading = read_picture(row, taxonomy)
    assert not reading.resumes
    (problem,) = reading.problems
    assert problem.code == "needs_ocr"
    assert re.search("OCR", problem.message + problem.hint)


def test_words_on_one_height_are_one_line() -> None:
    def box(left: float, top: float, right: float) -> list[list[float]]:
        return [[left, top], [right, top], [right, top + 20], [left, top + 20]]

    words = [
        (box(300, 11, 380), "13812345678"),
        (box(10, 10, 60), "电话"),
        (box(64, 12, 100), "手机"),
        (box(10, 50, 90), "上海"),
    ]
    assert [line.text for line in ocr._rows(words, page=1)] == ["电话 手机\t13812345678", "上海"]
