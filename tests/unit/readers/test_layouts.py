"""Whole resumes of invented people in the layouts of common templates, as their text comes out of PDF, Word, HTML and TXT.

Kept as lines with letter heights (``tests/data/resumes/layouts.jsonl``), because the layout decides: browsers, LaTeX classes
and Word templates each order and size the same facts in their own way.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.limits import ReaderLimits
from schemas.policy import RoleTaxonomy

LAYOUTS = Path(__file__).parents[2] / "data" / "resumes" / "layouts.jsonl"
CASES = [json.loads(line) for line in LAYOUTS.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_every_layout_is_read(case: dict[str, Any], taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    lines = tuple(Line(text, size, page, bool(heading)) for text, size, page, heading in case["lines"])
    document = Document(format=case["format"], lines=lines, links=tuple(case["links"]))
    resume = resume_of_document(document, read_file_name("x.pdf", source=None), taxonomy, limits)
    found = {field: getattr(resume, field) for field in case["expected"]}
    assert {k: list(v) if isinstance(v, tuple) else v for k, v in found.items()} == case["expected"]
