"""Schools that somebody names in a sentence about himself, and those he only passed through: invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

PAGE = "# Ana Moor\n\nana.moor@fernpost.net\n\n{}\n\n## Experience\n\n**Nurse**, Moor Ltd, 2019 - 2020\n\n## Skills\n\nPlanning, Excel\n"


@pytest.mark.parametrize(
    ("said", "school"),
    [
        ("I am a student of the Northmoor University, studying in the 3rd year.", "Northmoor University"),
        ("I'm a 3rd year student of Northmoor School of Economics, Larchpur.", "Northmoor School of Economics"),
        ("Botany student of Northmoor University.", "Northmoor University"),
        ("I am an alumnus of Northmoor University.", "Northmoor University"),
        ("I'm a recent graduate of Northmoor College.", "Northmoor College"),
        ("I'm enrolled in Northmoor University's MBA program.", "Northmoor University"),
        ("Botany at Northmoor University '24", "Northmoor University"),
        ("Educated at Moor School and Northmoor University, she joined a bank.", "Northmoor University"),
        ("I am a student of botany who likes Northmoor ferns.", None),
        ("I was student of the year in 2010.", None),
    ],
)
def test_schools_said_without_a_degree(said: str, school: str | None, read: Callable[..., Reading]) -> None:
    (found,) = read(PAGE.format(said), "x.md").resumes
    assert found.school == school


@pytest.mark.parametrize(
    ("rows", "school"),
    [
        ("Northmoor University, Moorau\nBA French – Year abroad at Larch University, Moorac", "Northmoor University"),
        (
            "Northmoor University, Moorau\nBA French, including a semester abroad at Larch University",
            "Northmoor University",
        ),
        ("Northmoor University, BA French. Thesis: Towns (supervised at Larch University)", "Northmoor University"),
        ("BA French, Larch University", "Larch University"),
        ("BA French with studies abroad, Larch University", "Larch University"),
    ],
)
def test_where_somebody_was_abroad_gave_no_degree(rows: str, school: str, read: Callable[..., Reading]) -> None:
    text = f"Ana Moor\nana.moor@fernpost.net\n\nEducation\n{rows}\n\nExperience\n2019 - 2020\tNurse, Moor Ltd\n"
    (found,) = read(text).resumes
    assert (found.highest_degree, found.school) == ("bachelor", school)
