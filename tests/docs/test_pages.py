"""Links, pictures, make targets, functions and tables that the pages name are there; the walk walks the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from schemas.tables import Base

Reader = Callable[[str], Any]
Rows = Callable[[str], list[list[str]]]

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
CALL = re.compile(r"`([\w/]+\.py): (\w+)`")
MAKE = re.compile(r"(?:`|^)make ([a-z]+)\b", re.MULTILINE)


def targets_of(page: Any) -> list[tuple[bool, str]]:
    return [
        (bool(bang), target)
        for bang, target in LINK.findall(page.prose)
        if not target.startswith(("http://", "https://"))
    ]


def names_in(path: Path) -> set[str]:
    """Return what a module defines at its top."""
    found: set[str] = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
    return found


def test_links_lead_somewhere(pages: list[Any]) -> None:
    missing = set()
    for page in pages:
        for is_picture, target in targets_of(page):
            path = target.partition("#")[0]
            if not is_picture and path and not (page.path.parent / path).exists():
                missing.add((page.path.name, target))
    assert missing == set()


def test_pictures_are_there(pages: list[Any]) -> None:
    missing = {
        target
        for page in pages
        for is_picture, target in targets_of(page)
        if is_picture and not (page.path.parent / target).is_file()
    }
    assert missing == set()


def test_links_into_pages_name_a_heading(pages: list[Any]) -> None:
    by_path = {page.path: page for page in pages}
    missing = set()
    for page in pages:
        for _, target in targets_of(page):
            path, _, anchor = target.partition("#")
            there = by_path.get((page.path.parent / path).resolve() if path else page.path)
            if anchor and there is not None and anchor not in there.anchors():
                missing.add((page.path.name, target))
    assert missing == set()


def test_make_targets_exist_and_are_all_in_the_readme(project: Path, pages: list[Any], page: Reader) -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", (project / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {(one.path.name, target) for one in pages for target in MAKE.findall(one.text)}
    assert {one for one in named if one[1] not in targets} == set()
    assert targets == set(MAKE.findall(page("README.md").text))


def test_functions_of_the_walk_exist(project: Path, page: Reader) -> None:
    named = CALL.findall(page("docs/walk.md").text)
    assert len(named) > 40
    assert [(file, name) for file, name in named if name not in names_in(project / file)] == []


def test_tables_of_the_walk_exist(page: Reader) -> None:
    named = set(re.findall(r"`table: (\w+)`", page("docs/walk.md").text))
    assert named - set(Base.metadata.tables) == set()


def test_the_walk_says_of_each_step_what_holds_and_what_happens_when_it_is_killed(page: Reader) -> None:
    text = page("docs/walk.md").text
    steps = re.split(r"^## \d+\. ", text, flags=re.MULTILINE)[1:]
    numbers = [int(n) for n in re.findall(r"^## (\d+)\. ", text, re.MULTILINE)]
    assert numbers == list(range(1, len(steps) + 1))
    for step in steps[1:]:  # before the first a file only lies there
        assert "| afterwards |" in step, step[:40]
        assert "| killed here |" in step, step[:40]


def test_python_modules_that_pages_start_exist(project: Path, pages: list[Any]) -> None:
    modules = {
        module for page in pages for module in re.findall(r"-m ((?:deployments|demo|ringback)\.[\w.]+)", page.text)
    }
    assert modules
    assert [name for name in modules if not (project / f"{name.replace('.', '/')}.py").is_file()] == []


def test_files_and_folders_of_the_layout_exist(project: Path, page: Reader, rows: Rows) -> None:
    cells = [row[0] for row in rows(page("README.md").section("Layout"))]
    names = [name for cell in cells for name in re.findall(r"`([^`]+)`", cell)]
    assert len(names) > 5
    assert [name for name in names if not (project / name).exists()] == []


def test_every_decision_is_listed_and_has_its_parts(project: Path, page: Reader) -> None:
    folder = project / "docs/decisions"
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", page("docs/decisions/README.md").text)
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
    for name in listed:
        text = (folder / name).read_text(encoding="utf-8")
        assert text.startswith("# "), name
        for part in (r"Deci(ded|sion)", "Why", "Price"):
            assert re.search(rf"^\*\*{part}\.\*\*", text, re.MULTILINE), (name, part)


def test_python_examples_compile(pages: list[Any]) -> None:
    examples = [
        (page.path.name, code)
        for page in pages
        for code in re.findall(r"^```python\n(.*?)^```", page.text, re.MULTILINE | re.DOTALL)
    ]
    assert examples
    for name, code in examples:
        compile(code, name, "exec")


def test_names_imported_in_examples_exist(project: Path, pages: list[Any]) -> None:
    for page in pages:
        for module, names in re.findall(r"^from (ringback[\w.]*) import ([\w, ]+)$", page.text, re.MULTILINE):
            file = project / f"{module.replace('.', '/')}.py"
            source = file.read_text(encoding="utf-8")
            assert [name for name in names.split(", ") if not re.search(rf"\b{name}\b", source)] == [], page.path.name


@pytest.mark.parametrize("name", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/img/pipeline.svg"])
def test_the_papers_are_there(project: Path, name: str) -> None:
    assert (project / name).stat().st_size > 500


def test_licence_is_the_one_that_the_package_names(project: Path) -> None:
    assert "Apache License" in (project / "LICENSE").read_text(encoding="utf-8")
    assert 'license = "Apache-2.0"' in (project / "pyproject.toml").read_text(encoding="utf-8")


def test_numbers_from_a_dictionary_of_others_have_its_notice_beside_them(project: Path) -> None:
    data = project / "ringback" / "readers" / "data"
    assert "(MIT)" in (data / "han_name_weights.tsv").read_text(encoding="utf-8").splitlines()[1]
    notice = (data / "han_name_weights.LICENSE.txt").read_text(encoding="utf-8")
    assert "Copyright (c) 2013 Sun Junyi" in notice
    assert "The above copyright notice and this permission notice shall be included" in notice
    assert '"**/*.txt"' in (project / "pyproject.toml").read_text(encoding="utf-8")  # packed with the data


def test_changes_begin_with_the_version_of_the_package(project: Path, page: Reader) -> None:
    version = re.search(r'^version = "([^"]+)"', (project / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert version
    assert version.group(1) in [heading.split()[0] for heading in page("CHANGELOG.md").headings()]
