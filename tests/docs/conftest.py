"""Reading the project's pages: their tables, sections, links and code blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"`([^`]+)`")


class Page:
    """One markdown page: its text, and what can be asked of it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.text = path.read_text(encoding="utf-8")

    @property
    def prose(self) -> str:
        """The text without code blocks."""
        return re.sub(r"^```.*?^```", "", self.text, flags=re.MULTILINE | re.DOTALL)

    @property
    def code_blocks(self) -> list[str]:
        """The insides of all code blocks."""
        return re.findall(r"^```[a-z]*\n(.*?)^```", self.text, flags=re.MULTILINE | re.DOTALL)

    def section(self, heading: str) -> str:
        """Return what stands between a heading and the next one of its level or above."""
        found = re.search(
            rf"^(#+) {re.escape(heading)}\n(.*?)(?=^#{{1,2}} |\Z|^\1 )", self.text, re.MULTILINE | re.DOTALL
        )
        assert found, f"{self.path.name} has no section {heading!r}"
        return found.group(2)

    def headings(self) -> list[str]:
        """Return every heading's words."""
        return re.findall(r"^#+ (.*)$", self.prose, flags=re.MULTILINE)

    def anchors(self) -> set[str]:
        """Return what a link may name after ``#``, as GitHub makes it."""
        plain = (re.sub(r"[`*]|\[|\]\([^)]*\)", "", heading).lower() for heading in self.headings())
        return {re.sub(r"[^\w\- ]", "", words).replace(" ", "-") for words in plain}


def rows_of(text: str) -> list[list[str]]:
    """Return the cells of all table rows in ``text``; rules are left out, headings are not."""
    lines = [line.strip() for line in text.splitlines() if line.strip().startswith("|")]
    cells = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]
    return [row for row in cells if not all(set(cell) <= set("-: ") for cell in row)]


def first_codes(text: str) -> list[str]:
    """Return the first code word of each table row whose first cell begins with one."""
    starts = [row[0] for row in rows_of(text) if row[0].startswith("`")]
    return [CODE.findall(cell)[0] for cell in starts]


@pytest.fixture(scope="session")
def project() -> Path:
    """Give the project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def page() -> Callable[[str], Page]:
    """Give a reader of pages by their path in the project."""
    return lambda name: Page(PROJECT / name)


@pytest.fixture(scope="session")
def pages() -> list[Page]:
    """Give every page that strangers read."""
    names = ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "deployments/runbook.md", "demo/README.md"]
    paths = [PROJECT / name for name in names] + sorted((PROJECT / "docs").rglob("*.md"))
    return [Page(path) for path in paths]


@pytest.fixture(scope="session")
def rows() -> Callable[[str], list[list[str]]]:
    """Give the function that takes tables apart."""
    return rows_of


@pytest.fixture(scope="session")
def codes() -> Callable[[str], list[str]]:
    """Give the function that lists the first code word of each table row."""
    return first_codes


@pytest.fixture(scope="session")
def prefect_yaml() -> dict[str, Any]:
    """Give the content of ``prefect.yaml``."""
    import yaml  # noqa: PLC0415 (only for this fixture)

    document: dict[str, Any] = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))
    return document
