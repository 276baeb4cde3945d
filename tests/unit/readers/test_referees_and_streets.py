"""Referees told by labels in lines of their own, and towns right behind a street."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

JOBS = "Summary\nReliable.\nExperience\nClerk, Fernway Ltd\t2019 - Present\n- Kept the books\nEducation\nMatric, 2018\n"


@pytest.mark.parametrize("label", ["Contact", "Contact Details", "Contact Number"])
def test_the_number_of_a_referee_below_labels(read: Callable[..., Reading], label: str) -> None:
    referee = f"REFERENCE\nName\nMr T Larch\nCompany\nMoorgate Mining\nPosition\nManager\n{label}\n012 663 0000\n"
    text = f"Mara Velding\nPretoria, South Africa\nCell: 082 412 0198\n{JOBS}{referee}"
    assert read(text).resumes[0].phones == ("+27824120198",)


def test_contacts_at_the_foot_stay_ones_own(read: Callable[..., Reading]) -> None:
    text = f"Mara Velding\nPretoria, South Africa\n{JOBS}REFERENCES\nAvailable on request\nCONTACT\n082 412 0198\n"
    assert read(text).resumes[0].phones == ("+27824120198",)


@pytest.mark.parametrize(
    ("address", "city"),
    [
        ("Block 4 Lot 5 Larch St. Cebu City", "Cebu City"),
        ("12 Moorgate Road Davao City", "Davao City"),
        ("Blk 3 Fernway Subd. Bacolod City", "Bacolod City"),
        ("St. Moorgan City", None),
    ],
)
def test_a_town_right_behind_a_street(read: Callable[..., Reading], address: str, city: str | None) -> None:
    text = f"Mara Velding\n{address}\nmara@post.example\n{JOBS}"
    assert read(text).resumes[0].city == city
