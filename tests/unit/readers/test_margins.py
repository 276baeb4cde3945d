"""Contacts that stand outside of the running text, and people inside of what programs exchange."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from ringback.readers.doc import _begins_with_a_part
from schemas.records import Reading

Read = Callable[..., Reading]
Pack = Callable[[dict[str, bytes]], bytes]

_OFFICE = 'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'


def paragraphs(*lines: str) -> str:
    return "".join(f"<t:p>{line}</t:p>" for line in lines)


def test_header_and_footer_of_an_opendocument_text_are_read(read: Read, zip_of: Pack) -> None:
    body = paragraphs(
        "Work experience",
        "2019 - present  Harbour Foods Ltd",
        "Chef",
        "Manchester",
        "Education",
        "BA, Moor University, 2012",
    )
    margins = (
        f"<s:header>{paragraphs('Second page')}</s:header><s:header-first>{paragraphs('Orla Pennimoor', 'orla@moor.example')}"
        f"</s:header-first><s:footer>{paragraphs('Phone: +44 20 7946 0123')}</s:footer>"
    )
    styles = f'<o:styles {_OFFICE} xmlns:s="urn:oasis:names:tc:opendocument:xmlns:style:1.0"><s:master-page>{margins}</s:master-page></o:styles>'
    parts = {
        "mimetype": b"application/vnd.oasis.opendocument.text",
        "content.xml": f"<o:document {_OFFICE}><o:text>{body}</o:text></o:document>".encode(),
        "styles.xml": styles.encode(),
    }
    (resume,) = read(zip_of(parts), "cv.odt").resumes
    assert (resume.name, resume.emails, resume.phones) == ("Orla Pennimoor", ("orla@moor.example",), ("+442079460123",))


@pytest.mark.parametrize(
    ("body", "begins"),
    [
        ("WORK EXPERIENCE\r10/2022 to present\tHarbour Foods\rREFERENCES\rAda Holm +44 20 7946 0199", True),
        ("\r工作经历\r2019-至今 某某公司", True),
        ("Orla Pennimoor\rorla@moor.example\rWORK EXPERIENCE", False),
        ("个人信息\r电话：13800000000", False),
    ],
)
def test_a_body_that_begins_with_a_part_leaves_the_contacts_to_its_text_box(body: str, *, begins: bool) -> None:
    assert _begins_with_a_part(body) is begins


PEOPLE = [
    {"name": "Orla Pennimoor", "phone": "+44 20 7946 0123", "email": "orla@moor.example"},
    {"name": "林晓月", "email": "xiaoyue@example.org"},
]


@pytest.mark.parametrize(
    "answer",
    [
        {"candidates": PEOPLE},
        {"total": 2, "data": {"list": PEOPLE, "page": 1}},
        {"简历": PEOPLE},
        {"result": {"items": [{"basics": person} for person in PEOPLE]}},
    ],
)
def test_a_list_of_people_is_found_inside_of_an_answer(read: Read, answer: Any) -> None:
    names = [resume.name for resume in read(json.dumps(answer).encode(), "people.json").resumes]
    assert names == ["Orla Pennimoor", "林晓月"]


def test_referees_are_no_list_of_candidates(read: Read) -> None:
    reading = read(json.dumps({"subject": "somebody", "references": PEOPLE}).encode(), "a.json")
    assert [problem.code for problem in reading.problems] == ["not_a_resume"]


def test_what_a_person_calls_himself_is_no_wish_in_yaml_either(read: Read) -> None:
    text = "basics:\n  name: Orla Pennimoor\n  label: Head Chef\n  email: orla@moor.example\nwork:\n- name: Harbour Foods\n  position: Chef\n"
    (resume,) = read(text.encode(), "cv.yaml").resumes
    assert (resume.current_title, resume.desired_title, resume.role_family) == ("Chef", None, "service")


def test_the_mail_of_an_agency_consultant_is_not_the_candidates(read: Read) -> None:
    text = (
        "Candidate profile\nConsultant: Ada Holm\nConsultant email: ada@agency.example\nConsultant tel: 020 7946 0199\n"
        "Name: Orla Pennimoor\nEmail: orla@moor.example\nCurrent post: Chef\nDegree: BA\n2019 - present Chef, Harbour Foods Ltd\n"
    )
    (resume,) = read(text.encode(), "profile.txt").resumes
    assert (resume.name, resume.emails) == ("Orla Pennimoor", ("orla@moor.example",))


def test_half_an_rtf_is_no_resume_and_an_entity_hides_in_no_encoding(read: Read, zip_of: Pack) -> None:
    whole = r"{\rtf1\ansi {\b Orla Pennimoor}\par orla@moor.example\par {\b Work}\par 2019 - now Chef, Harbour Foods Ltd\par Education\par BA, Moor University\par}"
    assert [resume.name for resume in read(whole.encode(), "a.rtf").resumes] == ["Orla Pennimoor"]
    assert [problem.code for problem in read(whole[:-1].encode(), "a.rtf").problems] == ["truncated"]
    xml = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:t>a</w:t></w:document>'
    data = zip_of({"[Content_Types].xml": b"<x/>", "word/document.xml": xml.encode("utf-16")})
    assert [problem.code for problem in read(data, "a.docx").problems] == ["xxe"]
