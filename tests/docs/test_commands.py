"""Every command and option of the command line is documented, and nothing that is gone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

import pytest
import typer

from ringback.actions.import_candidates import ImportSummary
from ringback.actions.import_history import HistorySummary
from ringback.actions.ingest import IngestSummary
from ringback.cli import app
from ringback.cli.sections import SECTIONS

Reader = Callable[[str], Any]
Rows = Callable[[str], list[list[str]]]
Codes = Callable[[str], list[str]]

INTERFACES = "docs/interfaces.md"


def leaves(command: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Yield every command that does something, with its whole name."""
    if hasattr(command, "commands"):
        for name, below in command.commands.items():
            yield from leaves(below, (*path, name))
    else:
        yield " ".join(path), command


COMMANDS = dict(leaves(typer.main.get_command(app), ("ringback",)))


def option_names(command: Any) -> set[str]:
    options = [p for p in command.params if p.param_type_name == "option" and p.name != "help"]
    return {name for p in options for name in (p.opts[0], *p.secondary_opts)}


def test_every_command_is_documented_and_nothing_that_is_gone(page: Reader) -> None:
    documented = [heading for heading in page(INTERFACES).headings() if heading.startswith("ringback ")]
    assert sorted(documented) == sorted(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented_and_nothing_that_is_gone(page: Reader, codes: Codes, name: str) -> None:
    documented = {code for code in codes(page(INTERFACES).section(name)) if code.startswith("--")}
    assert documented == option_names(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    assert COMMANDS[name].help


def test_every_command_stands_under_one_heading_of_the_help() -> None:
    shown = [name for names in SECTIONS.values() for name in names]
    assert sorted(shown) == sorted({name.split()[1] for name in COMMANDS})


def test_commands_named_on_any_page_exist(pages: list[Any]) -> None:
    groups = {" ".join(name.split()[:2]) for name in COMMANDS}
    named = {
        (page.path.name, match)
        for page in pages
        for match in re.findall(r"(?:`|^|&& |bin/|live |console )(ringback [a-z][a-z-]+)\b", page.text, re.MULTILINE)
    }
    assert named
    assert {one for one in named if one[1] not in groups} == set()


def test_options_in_examples_exist(pages: list[Any]) -> None:
    """Each ``ringback ... --option`` in a code block or in code words is an option of that command."""
    unknown = set()
    for page in pages:
        for line in re.findall(r"ringback [a-z][^`\n]*", page.text):
            name = next((c for c in sorted(COMMANDS, key=len, reverse=True) if f"{line} ".startswith(f"{c} ")), None)
            if name:
                asked = set(re.findall(r"(?<= )--[a-z-]+", line.split("#")[0]))
                unknown |= {(page.path.name, name, option) for option in asked - option_names(COMMANDS[name])}
    assert unknown == set()


@pytest.mark.parametrize("code", ["0", "1", "2"])
def test_exit_codes_are_documented(page: Reader, rows: Rows, code: str) -> None:
    assert code in [row[0] for row in rows(page(INTERFACES).section("Commands"))]


def test_json_keys_of_summaries_are_documented(page: Reader) -> None:
    text = page(INTERFACES).text
    for name, summary in (
        ("ringback ingest", IngestSummary),
        ("ringback import candidates", ImportSummary),
        ("ringback import attempts", HistorySummary),
    ):
        keys = ", ".join(field.name for field in fields(summary))
        assert f"`{keys}`" in page(INTERFACES).section(name), f"{name}: {keys}"
    assert "`as_of, rates, scores, plan, seconds`" in text
