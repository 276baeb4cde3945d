"""Schools that a line leaves open, names behind their kind, behind a sign or a thesis: invented people, a row a shape."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n"
TAIL = "\n\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, Excel, reports"

ROWS: dict[str, tuple[str, str]] = {
    "field_below_its_adjective": (
        "2020–Currently\tLARCHA UNIVERSITY OF APPLIED\nSCIENCE\nBachelor of Science in CS",
        "LARCHA UNIVERSITY OF APPLIED SCIENCE",
    ),
    "field_below_its_adjective_in_small": (
        "Larcha University of Applied\nSciences\nBachelor of Science in CS\n2020 - 2024",
        "Larcha University of Applied Sciences",
    ),
    "open_behind_and": (
        "LARCHA INSTITUTE OF ENGINEERING AND\nTECHNOLOGY\nBachelor of Science in CS\n2020 - 2024",
        "LARCHA INSTITUTE OF ENGINEERING AND TECHNOLOGY",
    ),
    "and_opens_the_line_below": (
        "BACHELOR OF SCIENCE\nLARCHA UNIVERSITY OF SCIENCE\nAND TECHNOLOGY\n2020 - 2024",
        "LARCHA UNIVERSITY OF SCIENCE AND TECHNOLOGY",
    ),
    "town_below_of": (
        "NORTHMOOR STATE UNIVERSITY OF\nLARCHPUR\nBachelor of Science in CS\n2020 - 2024",
        "NORTHMOOR STATE UNIVERSITY OF LARCHPUR",
    ),
    "kind_alone_below_its_name": (
        "DR. LARCH MEMORIAL ENGINEERING\nCOLLEGE\nBachelor of Science in CS\n2020 - 2024",
        "DR. LARCH MEMORIAL ENGINEERING COLLEGE",
    ),
    "subject_below_a_whole_name": (
        "2020 - 2024\nLARCHA UNIVERSITY\nSCIENCE\nBachelor of Science",
        "LARCHA UNIVERSITY",
    ),
    "kind_before_the_name": ("2009-2012 École d'ingénieur, Larchélec, Rennes", "Larchélec"),
    "kind_in_small_letters": ("Engineering school, Larchélec, Rennes, France\n2009-2012\nMaster's degree", "Larchélec"),
    "kind_before_a_dash": ("Business School - Larchec\n2009-2012\nMaster in Management", "Larchec"),
    "kind_before_a_colon": ("Business school: Larchec\n2009-2012\nMaster in Management", "Larchec"),
    "part_of_a_university": (
        "Graduate School of Engineering, Northmoor University\n2009-2012\nMaster in Management",
        "Northmoor University",
    ),
    "sign_for_at": ("Bachelor's Degree in Computer Science @ Larchcampus (ongoing)", "Larchcampus"),
    "behind_the_title_of_a_thesis": (
        "2012 - 2014\tMaster's Degree in Computer Science,\nProject Title: “Fast rings on slow wires”, IML-UXP,\nAdvisor: Bo Larch",
        "IML-UXP",
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_the_name_of_the_school_is_whole(case: str, read: Callable[..., Reading]) -> None:
    rows, school = ROWS[case]
    (found,) = read(f"{HEAD}\nEducation\n{rows}{TAIL}").resumes
    assert found.school == school


@pytest.mark.parametrize("sign", ["@", "at", "from"])
def test_school_behind_a_sign_in_a_labelled_line(sign: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Education : Bachelor's Degree in Botany {sign} Larchcampus (ongoing){TAIL}").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Larchcampus")
