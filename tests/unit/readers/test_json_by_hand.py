"""JSON that people typed: small mistakes are mended, a file that breaks off is told so."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from ringback.readers.json_by_hand import MAX_NESTED, load_json
from ringback.readers.json_tidied import tidied
from ringback.readers.sniff import sniff
from schemas.records import Reading
from tests.standins.growth import LINEAR, growth

Read = Callable[..., Reading]
RESUME = """{
  "basics": {
    "name": "Mara Velding",
    "email": "mara@mailbox.example",
    "summary": "Ten years in warehouses,"
    "five of them as a lead."
  },
  "work": [{
    "name": "Holloway Foods",
    "position": "Warehouse Supervisor",
    "endDate": "Present",
  }],
  "education": [{
    "institution": "University of Westmoor",
    "studyType": "Bachelor"
    "area": "Economics"
  }]
}
"""


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("", ""),
        ('"basics": {', '// who I am\n"basics": {'),
        ('  "work"', '  ],\n  "work"'),
        ('  "education"', '  }],\n  "education"'),
        ('"Present",', "'Present'"),
        ('"education": [{', '"work": [{"name": "Wexmoor", "position": "Storeman"}],\n"education": [{'),
    ],
)
def test_mistakes_of_a_hand_are_mended(read: Read, right: str, wrong: str) -> None:
    (found,) = read(RESUME.replace(right, wrong, 1), "resume.json").resumes
    assert (found.name, found.emails) == ("Mara Velding", ("mara@mailbox.example",))
    assert (found.current_title, found.current_employer) == ("Warehouse Supervisor", "Holloway Foods")
    assert (found.school, found.highest_degree) == ("University of Westmoor", "bachelor")


@pytest.mark.parametrize("text", [RESUME[:200], RESUME[:-20], "{" * 300 + "}", "[" * 60_000 + "]"])
def test_what_breaks_off_is_none(text: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        load_json(text)


@pytest.mark.parametrize("text", ["[" * 60_000 + "]", '{"a" "b' * 12_000 + "}", '{"nothing"}' * 20_000])
def test_what_no_hand_wrote_gives_a_reason(read: Read, text: str) -> None:
    outcome = read(text, "resume.json")
    assert not outcome.resumes
    assert {one.code for one in outcome.problems} <= {"truncated", "not_a_resume"}
    assert outcome.problems


@pytest.mark.parametrize("escaped", ['"\\', '\\"'])
def test_quotes_that_are_escaped_and_never_closed_take_no_square_time(escaped: str) -> None:
    started = time.process_time()
    assert isinstance(load_json('{"a" ' + escaped * 14_000 + "}"), dict)
    assert time.process_time() - started < 1.0


def test_a_part_that_comes_three_times_keeps_them_all() -> None:
    assert list(load_json('{"work": [1], "work": [2], "work": [3],}').values()) == [[1], [2], [3]]


def test_what_ends_behind_a_bracket_is_read_as_far_as_it_goes(read: Read) -> None:
    (found,) = read(RESUME[: RESUME.index("}]") + 2], "resume.json").resumes
    assert (found.name, found.current_employer, found.school) == ("Mara Velding", "Holloway Foods", None)


def test_good_json_is_left_alone() -> None:
    stated = {"a": [1, {"b": "}]"}], "c": 'said "no",', "d": None}
    assert load_json(json.dumps(stated)) == stated


def test_deep_nesting_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match=r"\{\{"):
        load_json('{"a":' * (MAX_NESTED + 1) + "1" + ",}" * (MAX_NESTED + 1))


def test_own_keys_in_the_frame_of_the_schema(read: Read) -> None:
    stated = {
        "basics": {"name": "Mara Velding", "email": "mara@mailbox.example", "degree": "B.Tech Information Technology"},
        "experience": [{"company": "Holloway Foods", "title": "Dispatcher", "startDate": "2019"}],
        "education": [{"college": "Westmoor Engineering College", "area": "Information Technology"}],
    }
    (found,) = read(json.dumps(stated), "resume.json").resumes
    assert (found.current_title, found.current_employer) == ("Dispatcher", "Holloway Foods")
    assert (found.school, found.highest_degree) == ("Westmoor Engineering College", "bachelor")


@pytest.mark.parametrize("text", ['{ // one\n// two // three\r\n  // four\n"a": 1}', "{\n}", '{ "a": 1}'])
def test_remarks_above_the_first_member(text: str) -> None:
    assert sniff(text.encode()) == "json"


@pytest.mark.parametrize("text", ["{" + "// " * 300 + "x}", "{" + "// a\n" * 300 + "x}", "{" + " " * 3000 + "x}"])
def test_remarks_without_a_member_cost_no_time(text: str) -> None:
    began = time.process_time()
    assert sniff(text.encode()) == "text"
    assert time.process_time() - began < 1


@pytest.mark.parametrize("piece", ["a: b, ", '\\"'])
def test_texts_without_an_end_are_not_mended_for_minutes(piece: str) -> None:
    began = time.process_time()
    with pytest.raises(ValueError, match=r"\S"):
        load_json('{"name":"' + piece * (90_000 // len(piece)) + "}")
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "stated",
    [
        {
            "name": "ledger-tool",
            "version": "1.0.0",
            "author": "Mara <mara@mailbox.example>",
            "dependencies": {"moor": "^1"},
        },
        {"@type": "JobPosting", "title": "Staff Nurse", "name": "HR Team", "email": "hr@clinic.example"},
        {"invoiceNumber": "77", "name": "Wexmoor Ltd", "email": "pay@wexmoor.example", "phone": "+442079460958"},
        {
            "title": "Nurse",
            "name": "HR",
            "email": "hr@clinic.example",
            "requirements": ["RN"],
            "responsibilities": ["Care"],
        },
    ],
)
def test_papers_in_json_are_of_nobody(read: Read, stated: dict[str, object]) -> None:
    outcome = read(json.dumps(stated), "paper.json")
    assert [one.code for one in outcome.problems] == ["not_a_resume"]
    assert not outcome.resumes


def test_a_list_of_people_with_its_total_is_one(read: Read) -> None:
    people = [
        {"name": "Mara Velding", "email": "mara@mailbox.example"},
        {"name": "Odile Farnham", "email": "o@mailbox.example"},
    ]
    outcome = read(json.dumps({"total": 2, "items": people}), "people.json")
    assert [one.name for one in outcome.resumes] == ["Mara Velding", "Odile Farnham"]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"Present",\n', '"Present",,\n'),
        ('"work"', "work"),
        ('"basics": {', "/* who I am */ basics: {"),
        ('"Holloway Foods",\n', '"Holloway Foods"\n'),
        ('"Warehouse Supervisor"', "“Warehouse Supervisor”"),
    ],
)
def test_long_files_are_mended_too(read: Read, right: str, wrong: str) -> None:
    projects = ",\n".join(
        f'{{"name": "Hall {number}", "summary": "Racks moved, {number} in all"}}' for number in range(4000)
    )
    text = RESUME.replace(right, wrong, 1).rstrip()[:-1] + f',"projects": [{projects},]}}'
    began = time.process_time()
    (found,) = read(text, "resume.json").resumes
    assert time.process_time() - began < 4
    assert (found.name, found.current_title, found.current_employer) == (
        "Mara Velding",
        "Warehouse Supervisor",
        "Holloway Foods",
    )


@pytest.mark.parametrize("piece", ["'a' ", "a: b, ", "/* ", "“", '"x" ', "{", "[", "a/"])
def test_tidying_takes_the_time_of_its_length(piece: str) -> None:
    def tidy(text: str) -> str | None:
        try:
            return tidied(text)
        except ValueError:
            return None

    assert growth(tidy, lambda n: "{" + piece * (n // len(piece)) + "}", 40_000) < LINEAR


@pytest.mark.parametrize(
    "text", ['// mine\n{"a": 1}', '/* mine */ { /* x */ "a": 1}', '{basics: {"a": 1}}', "{'a': 'b'}"]
)
def test_other_quotes_and_remarks_are_json(text: str) -> None:
    assert sniff(text.encode()) == "json"


@pytest.mark.parametrize("text", ["{margin: 3px}", "{{ name }}", "{name}", "{Ann Lee: baker}"])
def test_braces_alone_are_none(text: str) -> None:
    assert sniff(text.encode()) == "text"


def test_a_line_broken_within_a_text_goes_on() -> None:
    assert load_json('{"a": "one"\n "two", "b": [1 2],}') == {"a": "one two", "b": [1, 2]}
