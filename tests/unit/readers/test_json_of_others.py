"""JSON about one person that names others as well: nobody is rung at the number of somebody else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

PERSON = {"name": "Mara Velding", "email": "mara@mailbox.example"}
OTHER = {"name": "Orla Wexmoor", "email": "orla@wexmoor.example", "phone": "+44 20 7946 0999"}


@pytest.mark.parametrize(
    "key",
    [
        "emergency_contact", "references", "manager", "father", "mentor", "tutor", "university", "client", "company",
        "project", "department", "紧急联系人", "推荐人", "导师", "学校",
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_first", [True, False])
def test_contacts_of_others_are_not_ones_own(read: Callable[..., Reading], key: str, *, is_first: bool) -> None:
    stated = {key: OTHER, **PERSON} if is_first else {**PERSON, key: OTHER}
    (found,) = read(json.dumps(stated).encode(), "x.json").resumes
    assert (found.name, found.emails, found.phones) == ("Mara Velding", ("mara@mailbox.example",), ())


@pytest.mark.parametrize("key", ["emergency", "spouse_wife", "employer"])
def test_a_key_that_tells_of_others_is_enough(read: Callable[..., Reading], key: str) -> None:
    (found,) = read(json.dumps({**PERSON, key: {"phone": OTHER["phone"]}}).encode(), "x.json").resumes
    assert found.phones == ()


def test_the_post_of_a_manager_is_none_of_the_person(read: Callable[..., Reading]) -> None:
    stated = {**PERSON, "manager": {"title": "Plant Director", "company": "Wexmoor Foods"}}
    (found,) = read(json.dumps(stated).encode(), "x.json").resumes
    assert (found.current_title, found.current_employer) == (None, None)


@pytest.mark.parametrize(
    "parts",
    [
        {"contact": {"name": "Mara V.", "phone": OTHER["phone"]}},
        {"contact": {"name": "home", "phone": OTHER["phone"]}},
        {"links": {"phone": OTHER["phone"]}},
        {"fa-phone": {"name": "Ring me", "text": OTHER["phone"]}},
        {"profile": {"name": "Velding, Mara", "phone": OTHER["phone"]}},
    ],
)
def test_contacts_in_objects_of_ones_own_stay(read: Callable[..., Reading], parts: dict[str, Any]) -> None:
    (found,) = read(json.dumps({**PERSON, **parts}).encode(), "x.json").resumes
    assert found.phones == ("+442079460999",)
