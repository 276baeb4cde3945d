"""Schools that no word gives away, told by where schools stand in the entries of education: invented people and names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\nEducation\n"
TAIL = "\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, Excel, reports"

IN_PLACE: dict[str, tuple[str, str]] = {
    "over_the_first_degree_as_over_the_next": (
        "Tolmere\tOct 2022 to Sep 2024\nMS in Tides\nNorthmoor University\tSep 2017 to Jul 2021\nBS in Tides",
        "Tolmere",
    ),
    "with_its_town_far_above_the_next_school": (
        "Tolmere Vask, Millmoor, France\nJuly 2017 - May 2023\nPh.D. Tides\nNorthmoor University, Hull\nMaster of Tides, 2016",
        "Tolmere Vask",
    ),
    "behind_the_subject_on_rows_that_each_tell_all": (
        "A. B. Summa cum laude in Tides, Northmoor University, 1968.\nPh.D. in Tides, Tolmere Vask, 1972.",
        "Tolmere Vask",
    ),
    "undated_over_dated_as_the_school_of_the_next_entry": (
        "KNLV\nBSc Tides\t2011 - 2014\nCollège Vask\nDEC en Marées - Profil côtes\t2008 - 2011",
        "KNLV",
    ),
    "below_two_degrees_as_below_the_next": (
        "Ph.D., Tides\tMay 2023\nM.S., Tides\tMay 2020\nKNLV Calder, Hull, UK\nB.S., Physics\tMay 2018\nNorthmoor University, Hull",
        "KNLV Calder",
    ),
    "behind_dates_and_town_on_lines_of_their_own": (
        "Veskari\nHull, UK\n1996 - 2000\nBachelor of Science\nSymbols and tides",
        "Veskari",
    ),
    "letters_in_brackets_behind_the_name": ("Tolmere (TLM)\nBachelor of Tides\n2020 - Currently", "Tolmere (TLM)"),
    "field_of_study_beside_it": ("BSc in Tides\t2020 - 2026\nIntelligent Systems · Veskari", "Veskari"),
    "university_alone_below_the_degree_and_its_faculty": (
        "M.Sc./Diploma, School of Tidal and Gate Engineering\texpected 2026\nLarch Technical University of Hull\nThesis: Gates",
        "Larch Technical University of Hull",
    ),
    "no_university_of_the_next_degree_below_the_faculty": (
        "M.Sc., School of Oriental Tides\t2016\nLarch University of Hull\nBSc Tides\t2014",
        "School of Oriental Tides",
    ),
    "university_over_the_degree_and_its_graduate_school": (
        "2024 Sep – Present\nNorthmoor National Institute of Tides (NNIT)\tHull, UK\nPhD Student, Tidal Motion Graduate School (TMGS)",
        "Northmoor National Institute of Tides",
    ),
    "given_by": ("2010-2013: Master degree in Tides by Veskari.", "Veskari"),
    "in_front_of_a_colon": (
        "Veskari: MSc in Tides\n2017-2018\nWaves and moons\nÉcole Vask\n2014-2017\nMajors in waves",
        "Veskari",
    ),
    "point_behind_the_years": (
        "2011-2014. Northmoor University\nBachelor of Tides\n2009-2010. TAFE Larch Institute.\nDiploma of Surveying",
        "Northmoor University",
    ),
    "school_of_an_entry_of_several_lines": (
        "Northmoor University\nHull, UK\nSep 2015 - Jun 2019\nBSc Tides\nEastmoor High School\nA-Levels",
        "Northmoor University",
    ),
    "school_of_children_beside_the_degree": (
        "1991-1992\tDUT, Northmoor University, Hull\nso that I left\nan école d'ingénieur.\n1988-1990\tMoon, Lycée Vask, Hull",
        "Northmoor University",
    ),
    "letters_beside_their_faculty": ("2012-2018: Doctoral study - KNLV, Faculty of Fine Arts\n2012: Bachelor", "KNLV"),
    "heading_in_front_of_it": (
        "EDUCATION Northmoor Institute of Tides\nBSc Tides, 2012",
        "Northmoor Institute of Tides",
    ),
    "sentence_below_the_end_of_a_broken_name": (
        (
            "2021 - 2023\nMaster of Tides, Northmoor University\n2011\nDiploma - Waves, TLM- Vask Hale\nCollege\n"
            "Passed with the higher mark."
        ),
        "Northmoor University",
    ),
    "field_in_letters_and_a_bracket_in_front": (
        "B.Tech in TSE (Tides & Moons) Northmoor College of Engineering Expected 2026",
        "Northmoor College of Engineering",
    ),
    "group_of_a_department_over_the_degree": (
        (
            "Oct 2019 -\tUniversity of Northmoor, Sweden\n\tDepartment of Tides, Deep Water Group\n\tPhD candidate in Tides\n"
            "Oct 2018 - May 2019\tUniversity of Northmoor, Sweden\n\tM.Sc. in Tides"
        ),
        "University of Northmoor",
    ),
    "mark_in_front_of_it": (
        (
            "2012 - 2013\tCentre of Waves of the\n\tNorthmoor Academy of Tides, Sweden\n\tIntroduction to waves\n"
            "2004 - 2009\tMasters in Tides, 4.7 of 5. Southmoor State University, Sweden"
        ),
        "Southmoor State University",
    ),
    "label_over_its_kind": ("College\nCollege of Engineering, Hull\nBSc Tides, 2012", "College of Engineering"),
}
WITHOUT_LEVEL = {
    "Degree in Tides and Waves": "bachelor",
    "University degree in Tides": "bachelor",
    "Technical Degree in Tides": "college",
    "Free degree of choice": None,
}


@pytest.mark.parametrize("case", IN_PLACE)
def test_school_in_its_place(case: str, read: Callable[..., Reading]) -> None:
    text, school = IN_PLACE[case]
    (found,) = read(f"{HEAD}{text}{TAIL}").resumes
    assert found.school == school


@pytest.mark.parametrize("line", WITHOUT_LEVEL)
def test_degree_without_a_word_for_its_level(line: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Northmoor University\t2011-2012\n{line}{TAIL}").resumes
    assert (found.school, found.highest_degree) == ("Northmoor University", WITHOUT_LEVEL[line])


def test_doctor_in_latin(read: Callable[..., Reading]) -> None:
    rows = (
        "04/2011 Doctor rerum politicarum in Tides, Northmoor University\n05/2008 Diplom in Tides, Northmoor University"
    )
    (found,) = read(f"{HEAD}{rows}{TAIL}").resumes
    assert found.highest_degree == "doctor"


def test_studies_told_in_a_row_among_the_jobs(read: Callable[..., Reading]) -> None:
    rows = (
        "Professional and Academic Experience\n"
        "4 March 2024 - 30 August 2024: Nurse at Moor Ltd in Hull\nWorked with tides\n"
        "October 2022 - September 2024: Studying a Masters in Tides and Waves at the University of Northmoor in Hull\n"
        "July 2015 - May 2018: Master of Water Works at Southmoor University, Hull\n"
        "July 2012 - June 2015: Bachelor of Tides at The Larch College, Hull\nSkills\nPlanning, Excel, reports"
    )
    (found,) = read(f"Ana Moor\nana.moor@fernpost.net\n{rows}").resumes
    assert (found.school, found.highest_degree) == ("University of Northmoor", "master")
