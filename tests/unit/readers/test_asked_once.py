"""What several fields ask of a sheet is found out once, and what a cheap look rules out is not searched for."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from types import CodeType, FrameType
from typing import Any

import pytest

from ringback.readers import columns
from ringback.readers.boards import read_file_name
from ringback.readers.fields.contacts import ownership
from ringback.readers.fields.jobs import courses, entries
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.places.contact_towns import CONTACTS, holds_contacts
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.staff_cards import staff_card
from ringback.readers.fields.wordlists import town_key
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading

RESUME = """Nora Pellwick
nora@pellwick.example

Experience
2019 - 2021 Clerk, Larch Traders Ltd
2016 - 2019 Cashier, Northwind Foods
Education
2012 - 2016 BA in History, Northmoor University
Skills
Spreadsheets, stock keeping
"""


@pytest.fixture
def sheet() -> Sheet:
    return make_sheet(document_of_text(RESUME, ReaderLimits()), read_file_name("x.txt", source=None))


def n_calls(asked: CodeType, step: Callable[[], Any]) -> int:
    """Return how often a step calls a function."""
    n = 0

    def count(frame: FrameType, event: str, _: object) -> None:
        nonlocal n
        n += event == "call" and frame.f_code is asked

    sys.setprofile(count)
    try:
        step()
    finally:
        sys.setprofile(None)
    return n


def test_the_entries_of_the_same_lines_are_looked_for_once(sheet: Sheet) -> None:
    lines = sheet.lines_in("experience")
    asked: CodeType = entries._under_stack.__code__
    assert n_calls(asked, lambda: [entries.entries_of(sheet, lines) for _ in range(3)]) == 1


def test_who_changes_the_entries_that_he_got_changes_nobody_elses(sheet: Sheet) -> None:
    lines = sheet.lines_in("experience")
    entries.entries_of(sheet, lines).clear()
    assert [sheet.shown[one.line][:4] for one in entries.entries_of(sheet, lines)] == ["2019", "2016"]
    sheet.lines_in("experience").clear()
    assert sheet.lines_in("experience") == lines


def test_lines_of_several_sections_stand_in_order_of_print(sheet: Sheet) -> None:
    both = sheet.lines_in("skills", "experience", "skills")
    assert both == [*sheet.lines_in("experience"), *sheet.lines_in("skills")]


def test_an_entry_that_is_no_item_is_not_cut_into_atoms_for_courses(sheet: Sheet) -> None:
    entry = entries.entries_of(sheet, sheet.lines_in("experience"))[0]
    asked: CodeType = courses._names_job.__code__
    assert n_calls(asked, lambda: courses.post_over_courses(sheet, entry)) == 0


def test_the_card_of_a_short_chinese_page_is_looked_for_once(read: Callable[..., Reading]) -> None:
    page = "苏映川\n主任医师\n2005年毕业于青禾医科大学，长期从事心血管内科的临床与教学工作。\n电话：13812345678\n"
    asked: CodeType = inspect.unwrap(staff_card).__code__
    assert n_calls(asked, lambda: read(page.encode(), "x.txt")) == 1


def test_what_a_question_asks_for_is_found_out_once(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of("Who is to be rung in an emergency?\n07700 900123\n07700 900124")
    asked: CodeType = inspect.unwrap(ownership._names_others).__code__
    assert n_calls(asked, lambda: [ownership.is_of_others(sheet, line) for line in (0, 1, 2) for _ in range(2)]) == 2
    assert [ownership.is_of_others(sheet, line) for line in (0, 1, 2)] == [True, True, False]


def test_a_sentence_is_not_looked_up_as_the_head_of_a_column() -> None:
    asked: CodeType = columns._field_of_words.__code__
    said = "led the kitchen of a canteen for three hundred guests a day and taught two apprentices how to plan stock"
    assert n_calls(asked, lambda: columns.fields_of_header([said])) == 0
    assert columns.fields_of_header([said, "Primary Email Addresses", "Suburb/City"]) == (None, "emails", "city")


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("Ana Holm Ana Holm", "Ana Holm"),
        ("Ana Ana", "Ana Ana"),
        ("N O R A  M O O R", "NORA MOOR"),
        ("Welcome to the home page of Nora Moor", "Nora Moor"),
        ("Ik ben Nora Moor", "Nora Moor"),
    ],
)
def test_names_lose_what_stands_around_them_behind_a_cheap_look(printed: str, bare: str) -> None:
    assert clean(printed) == bare


@pytest.mark.parametrize(
    "line",
    ["no@de", "www.larch.example", "larch.example/nora", "020 7946 0018", "(0)20-7946-0018", "2019 - 2021", "Nora"],
)
def test_a_line_holds_contacts_where_the_pattern_says_so(line: str) -> None:
    assert holds_contacts(line) == (CONTACTS.search(line) is not None and not line.startswith("2019"))


@pytest.mark.parametrize(
    ("town", "key"),
    [("St. Gallen", "stgallen"), ("Łódź", "lodz"), ("Weißenfels", "weissenfels"), ("", ""), ("Ely", "ely")],
)
def test_towns_are_spelled_by_their_letters(town: str, key: str) -> None:
    assert town_key(town) == key
