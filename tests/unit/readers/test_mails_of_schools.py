"""Addresses of the schools among the studies, and underscores in the links of LaTeX."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

JOBS = "Experience\nClerk, Fern Ltd, 2019 - Present\n"
STUDY = "Education\nBSc Geology\nWestmoor University\nLarch Road 2, Leeds\nEmail: info@westmoor.example\nregistry@westmoor.example\n"


def test_the_school_has_its_own_addresses(read: Callable[..., Reading]) -> None:
    (resume,) = read(f"Mara Velding\nLeeds\n{JOBS}{STUDY}Contact\nmara@fernpost.net\n").resumes
    assert resume.emails == ("mara@fernpost.net",)


def test_the_only_address_counts_wherever_it_stands(read: Callable[..., Reading]) -> None:
    told = "Education\nBSc Geology, Westmoor University, 2012\nmara.velding@fernpost.net\n"
    assert read(f"Mara Velding\nLeeds\n{JOBS}{told}").resumes[0].emails == ("mara.velding@fernpost.net",)


def test_an_underscore_in_a_link_is_no_second_address(read: Callable[..., Reading]) -> None:
    address = r"mara\_velding@fernpost.net"
    text = (
        "\\documentclass{article}\n\\begin{document}\n{\\Large Mara Velding}\n\n"
        f"\\href{{mailto:{address}}}{{{address}}}\n\\section{{Education}}\nBSc Geology, Westmoor University, 2012\n"
        "\\section{Experience}\nClerk, Fern Ltd, 2019 -- Present\n\\end{document}\n"
    )
    assert read(text, ".tex").resumes[0].emails == ("mara_velding@fernpost.net",)
