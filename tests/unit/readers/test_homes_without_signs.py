"""Places printed without colons and commas, parts of a form and numbers that are no towns, and titles of what somebody made."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net\n"
STUDY = "\nEducation\nBSc Geology, Westmoor University, 2012\n"


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Location Ado Ekiti Ekiti State Nigeria", "Ado Ekiti"),
        ("Address 32 Fern Estate  | Location AKURE ONDO STATE Nigeria", "AKURE"),
        ("Location Scout Larch Films Nigeria", None),
        ("ADDRESS:, ,\nPIN-\nDist-\nState-West-Bengal", None),
        ("Certificates\n- Provider: Fern\n- Credential ID: 189254335", None),
        ("Address: Larch Street 4, Leeds", "Leeds"),
    ],
)
def test_home(read: Callable[..., Reading], line: str, city: str | None) -> None:
    assert read(f"{HEAD}{line}{STUDY}").resumes[0].city == city


@pytest.mark.parametrize(("head", "city"), [("Mirpur-12, Dhaka, Bangladesh", "Dhaka"), ("", "Faridpur")])
def test_where_one_lives_goes_before_the_permanent_address(read: Callable[..., Reading], head: str, city: str) -> None:
    told = "Permanent Address: Vill: Larchpur, P.O: Fernbazar, P.S: Pikethana, Dist: Faridpur"
    assert read(f"Mara Velding\n{head}\nmara@fernpost.net\n{STUDY}Personal Details\n{told}\n").resumes[0].city == city


def test_the_title_of_a_project_is_no_post(read: Callable[..., Reading]) -> None:
    stated = {
        "name": "Mara Velding",
        "email": "mara@fernpost.net",
        "project": {"title": "Head of monitoring for mills", "role": "lead"},
        "achievements": {"project1": {"title": "Dealers satisfaction"}},
        "education": [{"institution": "Westmoor University", "degree": "BSc"}],
    }
    (resume,) = read(json.dumps(stated), "resume.json").resumes
    assert (resume.name, resume.current_title, resume.school) == ("Mara Velding", None, "Westmoor University")
