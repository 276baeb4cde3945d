"""JSON and YAML of other things than people are refused; people keep every shape of their own."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
ADDRESS = {"email": "mara@mailbox.example", "phone": "+44 20 7946 0958"}
JOBS = [
    {"company": "Wexmoor Foods", "title": "Storeman", "start": "2015-02", "end": "2019-03"},
    {"company": "Holloway Dairy", "title": "Shift Lead", "start": "2019-04", "end": ""},
]
PERSON = {"name": "Mara Velding", **ADDRESS}
OTHERS: dict[str, Any] = {
    "house": {"name": "Holloway Dairy Ltd", "city": "Leeds", **ADDRESS},
    "house at its mailbox": {"name": "Silver Larch", "email": "info@larch.example", "phone": "+44 20 7946 0958"},
    "order": {"orderId": 4471, "status": "sent", "customer": PERSON, "lines": [{"product": "lamp", "qty": 2}]},
    "lease": {"landlord": PERSON, "tenant": {"name": "Odile Farnham"}, "rent": 900, "start": "2025-01-01"},
    "package": {"name": "moor-tool", "license": "MIT", "author": PERSON, "scripts": {"test": "x"}},
    "extension": {"name": "Moor Reader", "version": "1.0", "author": "Mara Velding", "permissions": ["storage"]},
    "interface": {"openapi": "3.0.1", "info": {"title": "Hiring API", "contact": {"name": "API Team", **ADDRESS}}},
    "opening": {
        "title": "Baker",
        "company": "Holloway",
        "location": "Leeds",
        "contact": {"name": "Shop Manager", **ADDRESS},
    },
    "openings": [{"job_title": t, "employer": "Holloway", "city": "Leeds", **ADDRESS} for t in ("Baker", "Driver")],
    "tickets": [{"id": 7, "subject": "Printer", "requester": PERSON, "queue": "first floor"}] * 2,
    "article": {
        "title": "On tides",
        "journal": "Sea Letters",
        "authors": [{"name": "Mara Velding", **ADDRESS, "phone": ""}],
    },
    "fair": {"title": "Day of trades", "venue": "Town Hall", "organizer": {"name": "Town Council Office", **ADDRESS}},
    "words": {"form": {"name": "Name", "email": "E-mail", "phone": "Phone", "degree": "Degree", "submit": "Send"}},
}
YAML = {
    "site": "title: Notes from the moor\nemail: mara@mailbox.example\nauthor:\n  name: Mara Velding\n  bio: Baker\n  location: Leeds\n"
    "theme: minima\nplugins:\n  - feed\n  - sitemap\nmarkdown: kramdown\n",
    "build": "name: CI\non:\n  push:\n    branches:\n      - main\njobs:\n  test:\n    runs-on: ubuntu\n    steps:\n      - run: make\n",
    "house": "company: Silver Larch\nemail: info@larch.example\nphone: 020 7946 0958\noffices:\n  - city: Leeds\nproducts:\n"
    "  - name: Oak\n    since: 2019\n",
}
PEOPLE: dict[str, Any] = {
    "card": PERSON,
    "address alone": {"name": "Mara Velding", "email": "mara@mailbox.example"},
    "own account": {"name": "Mara Velding", "title": "Baker", "email": "hello@maravelding.example"},
    "found somewhere": {**PERSON, "source": "fair in Leeds", "remark": "ring in the evening", "id": "a7"},
    "part": {"candidate": PERSON, "stage": "screening"},
    "career under an author": {"author": PERSON, "work": JOBS, "theme": "plain", "layout": "cv"},
    "duties and requirements": {
        **PERSON,
        "jobs": [{**JOBS[1], "requirements": ["licence"], "responsibilities": ["ovens"]}],
    },
    "nobody named": {**ADDRESS, "work": JOBS, "education": [{"school": "Westmoor College", "degree": "BSc"}]},
}


@pytest.mark.parametrize("stated", OTHERS.values(), ids=OTHERS)
def test_what_states_something_else_is_refused(read: Read, stated: Any) -> None:
    outcome = read(json.dumps(stated), "x.json")
    assert not outcome.resumes
    assert {one.code for one in outcome.problems} == {"not_a_resume"}


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_settings_in_yaml_are_refused(read: Read, text: str) -> None:
    outcome = read(text, "x.yaml")
    assert [one.code for one in outcome.problems] == ["not_a_resume"]


@pytest.mark.parametrize("stated", PEOPLE.values(), ids=PEOPLE)
def test_people_are_read_in_any_shape(read: Read, stated: Any) -> None:
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert found.name in {"Mara Velding", None}
    assert found.emails or found.phones


def test_a_list_of_people_under_a_title(read: Read) -> None:
    stated = {"name": "Spring intake", "applicants": [PERSON, {"name": "Odile Farnham", "email": "o@mailbox.example"}]}
    assert [one.name for one in read(json.dumps(stated), "x.json").resumes] == ["Mara Velding", "Odile Farnham"]


def test_objects_line_by_line_are_a_list(read: Read) -> None:
    rows = [{"姓名": "林晓月", "电话": "13812345678"}, {"姓名": "周小满", "电话": "13912345678"}]
    text = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    assert [one.name for one in read(text, "x.jsonl").resumes] == ["林晓月", "周小满"]


def test_the_words_of_schema_org(read: Read) -> None:
    stated = {
        "@type": "Person", "name": "Mara Velding", "email": "mailto:mara@mailbox.example", "jobTitle": "Shift Lead",
        "worksFor": {"@type": "Organization", "name": "Holloway Dairy"}, "alumniOf": {"name": "University of Westmoor"},
        "address": {"addressLocality": "Leeds"},
    }  # fmt: skip
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert (found.current_title, found.current_employer) == ("Shift Lead", "Holloway Dairy")
    assert (found.school, found.city) == ("University of Westmoor", "Leeds")


def test_addresses_and_numbers_in_one_list(read: Read) -> None:
    contacts = [{"type": "email", "value": "mara@mailbox.example"}, {"type": "phone", "value": "+44 20 7946 0958"}]
    (found,) = read(json.dumps({"candidate": {"name": "Mara Velding", "contacts": contacts}}), "x.json").resumes
    assert (found.emails, found.phones) == (("mara@mailbox.example",), ("+442079460958",))


def test_what_is_expected_is_wished_for(read: Read) -> None:
    stated = {"name": "林晓月", "phone": "13812345678", "experiences": [{"company": "杭州云上贸易有限公司", "title": "出纳",
              "start": "2020-01", "end": "至今"}], "expect": {"position": "会计", "city": "杭州"}}  # fmt: skip
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert (found.current_title, found.desired_title, found.desired_city) == ("出纳", "会计", "杭州")


def test_lists_below_titles_of_their_own(read: Read) -> None:
    stated = {
        "sidebar": PERSON,
        "experiences": {
            "title": "Experiences",
            "info": [{"role": "Shift Lead", "time": "2019 - Present", "company": "Larch"}],
        },
        "education": {"title": "Education", "info": [{"degree": "BSc, Food", "university": "University of Westmoor"}]},
        "schools": {"items": [{"org": "Westmoor", "degree": "BSc"}]},
    }
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert (found.current_title, found.current_employer) == ("Shift Lead", "Larch")
    assert (found.school, found.highest_degree) == ("University of Westmoor", "bachelor")


def test_a_school_called_a_house(read: Read) -> None:
    (found,) = read(json.dumps({**PERSON, "schools": [{"org": "Westmoor Academy", "degree": "BSc"}]}), "x.json").resumes
    assert (found.school, found.highest_degree) == ("Westmoor Academy", "bachelor")
