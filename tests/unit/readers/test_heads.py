"""Who it is and how he is reached, in the heads of resumes of many countries and layouts (``tests/data/resumes/heads.jsonl``)."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.policy import RoleTaxonomy

HEADS = Path(__file__).parents[2] / "data" / "resumes" / "heads.jsonl"
CASES = [json.loads(line) for line in HEADS.read_text(encoding="utf-8").splitlines()]


def same(value: object) -> str | None:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", str(value))).lower() if value is not None else None


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_head_is_read(case: dict[str, Any], taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    document = document_of_text(case["text"], limits)
    if "sizes" in case:
        printed = enumerate(case["text"].split("\n"))
        document = Document("pdf", tuple(Line(line, case["sizes"].get(str(number), 10.0)) for number, line in printed))
    evidence = read_file_name(case.get("file", "x.txt"), source=None)
    resume = resume_of_document(document, evidence, taxonomy, limits)
    assert "" not in [getattr(resume, field) for field in resume.__slots__], "an absent field is None"
    for field, expected in case["expected"].items():
        found = getattr(resume, field)
        if isinstance(expected, list):
            assert sorted(found) == sorted(expected), field
        else:
            assert same(found) == same(expected), field
