"""Columns that no word names are told by their cells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.column_cells import people_by_cells, with_columns_by_cells
from ringback.readers.columns import fields_of_header
from schemas.records import Reading

ROWS = [
    ["Tamsin Oakley", "tamsin@oakley.example", "BSc Nursing", "Fernhill Foods", "Mo Reyes"],
    ["Piers Lund", "piers@lund.example", "Diploma in Law", "Fernhill Toys", "Mo Reyes"],
]
BARE = (None, None, None, "current_employer", None)


def test_names_degrees_and_addresses_are_told_by_their_cells() -> None:
    header = ["Human", "Box", "Papers", "Firm", "Desk"]
    assert with_columns_by_cells(header, ROWS, BARE) == ("name", "emails", "degree", "current_employer", None)


def test_columns_of_others_and_single_rows_tell_nothing() -> None:
    header = ["Referee", "Recruiter mail", "Papers", "Firm", "Desk"]
    assert with_columns_by_cells(header, ROWS, BARE) == (None, None, "degree", "current_employer", None)
    assert with_columns_by_cells(header, ROWS[:1], BARE) == BARE
    assert with_columns_by_cells(["Client", "", "", "", ""], ROWS, BARE)[0] is None
    named = ("first_name", None, None, None, None)
    assert with_columns_by_cells(["First", "", "", "", ""], ROWS, named)[4] is None


def test_schools_and_people_under_contact_are_told_by_their_cells() -> None:
    rows = [
        ["Tamsin Oakley", "(86)13800001234", "Northgill University"],
        ["Piers Lund", "+86 138 0000 1235", "Ashby College"],
    ]
    fields = ("phones", None, None)
    assert with_columns_by_cells(["Contact", "Call", "Studied at"], rows, fields) == ("name", "phones", "school")
    assert with_columns_by_cells(["Contact", "Call", "Reference"], rows, fields)[2] is None


def test_heads_of_columns_with_words_behind_the_label() -> None:
    heads = ["毕业学校名称", "联系手机号", "电子邮件地址", "應徵職稱", "Job opening", "公司网站名称"]
    assert fields_of_header(heads) == ("school", "phones", "emails", "desired_title", "desired_title", None)


PEOPLE = [
    ["Tamsin Oakley", "tamsin@oakley.example", "+447700900411", "BSc"],
    ["Piers Lund", "piers@lund.example", "+447700900412", "BA"],
    ["Mina Farrow", "mina@farrow.example", "+447700900413", "MSc"],
    ["Otto Brandt", "otto@brandt.example", "+447700900414", "BSc"],
]
FIELDS = ("name", "emails", "phones", "degree")


@pytest.mark.parametrize("above", [[], [["a", "b", "c", "d"]], [["Spring"], ["Human", "Box", "Line", "Papers"]]])
def test_people_are_told_without_a_head(above: list[list[str]]) -> None:
    assert people_by_cells([*above, *PEOPLE, PEOPLE[0]]) == (len(above), FIELDS)


@pytest.mark.parametrize(
    "rows",
    [
        PEOPLE[:2],
        [
            ["Name", "Tamsin Oakley"],
            ["Mobile", "+447700900411"],
            ["Home phone", "+447700900412"],
            ["Tel", "+447700900413"],
        ],
        [["Tamsin Oakley"], ["Clerk"], ["Leeds"], *PEOPLE],  # referees at the end of a resume
        [["姓名", "关系", "电话"], *PEOPLE],
        [["Human", "Consultant mail", "", ""], *(row[:2] for row in PEOPLE)],
        [[*row[:1], "desk@agency.example", *row[3:]] for row in PEOPLE],
    ],
    ids=range(6),
)
def test_forms_and_addresses_of_others_are_no_people(rows: list[list[str]]) -> None:
    assert people_by_cells(rows) is None


@pytest.mark.parametrize("between", [",", "|", "   "])
def test_a_list_without_a_head_has_a_person_a_row(read: Callable[..., Reading], between: str) -> None:
    reading = read("\n".join(between.join(row) for row in PEOPLE), "people.txt")
    assert [(one.name, one.emails, one.phones) for one in reading.resumes] == [
        (name, (email,), (phone,)) for name, email, phone, _ in PEOPLE
    ]
    assert reading.resumes[0].member == "row 1"
    assert not reading.problems


def test_a_resume_with_referees_in_columns_stays_one_person(read: Callable[..., Reading]) -> None:
    story = "Work experience\nClerk   Fernhill Foods   2019 - 2022\nEducation\nBSc Nursing   Leeds   2015\nReferences\n"
    head = "Vera Quill\nvera@quill.example   +447700900499\n"
    reading = read(head + story + "\n".join("   ".join(row) for row in PEOPLE), "vera.txt")
    assert len(reading.resumes) == 1


def test_addresses_under_the_head_of_another_thing_are_taken_for_what_they_are() -> None:
    fields = ("name", "city", "phones", None)
    rows = [*PEOPLE, ["Una Reed", "none", "", ""]]
    assert with_columns_by_cells(["Name", "Address", "Phone", ""], rows, fields)[:2] == ("name", "emails")
    assert with_columns_by_cells(["Name", "Town", "Phone", ""], [["Una", "Leeds"], ["Bo", "York"]], fields)[1] == "city"


def test_nobody_works_at_a_house_of_the_own_name(read: Callable[..., Reading]) -> None:
    lines = "Vera Quillman\nvera@quill.example\nWork Experience\nClerk 2019 - 2020\nClerk 2018 - 2019\nVera Quillman\n"
    (resume,) = read(lines + "Clerk 2016 - 2017\nEducation\nBSc Nursing, University of Leeds, 2015", "vera.txt").resumes
    assert (resume.name, resume.current_employer) == ("Vera Quillman", None)


@pytest.mark.parametrize(
    "cells",
    [
        ("00234 - 803 - 555 - 0123", "001 503 555 0123"),
        ("(+44) 7700 900411", "+44 (0)7700.900412"),
        ("0161 496 0123", "(020) 7946 0018"),
        ("(503) 555-0123", "503.555.0124"),
    ],
)
def test_numbers_in_many_writings_tell_their_column(cells: tuple[str, str]) -> None:
    rows = [["Tamsin Oakley", cells[0]], ["Piers Lund", cells[1]]]
    assert with_columns_by_cells(["Name", "Reach"], rows, ("name", None)) == ("name", "phones")


@pytest.mark.parametrize("cells", [("0012345678", "0012345679"), ("2024-01-05", "2024-02-06"), ("1001", "1002")])
def test_numbers_of_files_and_dates_are_no_phones(cells: tuple[str, str]) -> None:
    rows = [["Tamsin Oakley", cells[0]], ["Piers Lund", cells[1]]]
    assert with_columns_by_cells(["Name", "Number"], rows, ("name", None)) == ("name", None)


def test_short_words_for_a_number_behind_what_one_calls() -> None:
    assert fields_of_header(["Phone nr", "Mobile nr.", "Order nr"]) == ("phones", "phones", None)
