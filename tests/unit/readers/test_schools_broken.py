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
    "bare_kind_below_what_begins_it": (
        "MBA from Larchmoor\nInstitute of Management in 2014",
        "Larchmoor Institute of Management",
    ),
    "bare_kind_below_a_town": ("MBA, 2014 | Leeds\nInstitute of Management", "Institute of Management"),
    "bare_kind_below_a_sign": (
        "MSc Botany\n2012 – 2014 • Larchmoor\nUniversity of Applied Sciences and Arts",
        "Larchmoor University of Applied Sciences and Arts",
    ),
    "state_university_below_a_sign": (
        "BA Botany\n2012 – 2016 | Larch\nState University of Northmoor",
        "Larch State University of Northmoor",
    ),
    "university_below_its_adjective": (
        "MA Botany • Technical\nUniversity of Larchstadt\n2013 – 2015",
        "Technical University of Larchstadt",
    ),
    "university_below_its_front_in_capitals": (
        "BA BOTANY\nLARCH STATE\nUNIVERSITY OF NORTHMOOR | 2012 – 2016",
        "LARCH STATE UNIVERSITY OF NORTHMOOR",
    ),
    "town_below_new": (
        "PhD Botany\n2016 – 2021\nLarch State University of New\nMoorland\nMA Botany\nEastmoor College",
        "Larch State University of New Moorland",
    ),
    "fields_below_of": (
        "MBA in Botany\nMumbai • Larch Institute of\nManagement Studies and Research",
        "Larch Institute of Management Studies and Research",
    ),
    "applied_fields_below_of": (
        "MSc Botany\n2012 – 2014 • Larchmoor University of\nApplied Sciences and Arts",
        "Larchmoor University of Applied Sciences and Arts",
    ),
    "university_below_a_comma": (
        "PhD in Botany\n2016 – 2021, Boston, USA, Larch State\nUniversity of New Moorland",
        "Larch State University of New Moorland",
    ),
    "university_below_a_town": ("PhD in Botany\n2016 – 2021, Leeds\nUniversity of Moorland", "University of Moorland"),
    "fields_below_a_field": (
        "MBA in Botany\nLarch Institute of Management\nStudies and Research\n2014 – 2016",
        "Larch Institute of Management Studies and Research",
    ),
    "degree_in_capitals_over_two_lines": (
        "MASTER OF SCIENCE\nIN BOTANICAL\nGARDENING\n2012 – 2014\nNorthmoor University",
        "Northmoor University",
    ),
    "state_below_its_name": ("BA Communications, Northmoor\nState, Moorton OH, 2012", "Northmoor State"),
    "tech_below_its_name": ("B.S. Computer Science from Larchmoor\nTech, 2012", "Larchmoor Tech"),
    "rest_in_front_of_a_bracket": (
        "10/2015 – 09/2018\nM.Sc.\nComputational Engineering, TU\nMoorstadt (grade\n1.3)\n2004 – 2012\nAbitur, Larch-Gymnasium\nMoorau",
        "TU Moorstadt",
    ),
    "below_a_degree_that_a_line_ends_in": (
        "B.A., Larch College, 1999; M.A.,\nEastmoor University, 2001; Ph.D.,\nNorthmoor University, 2006",
        "Northmoor University",
    ),
    "below_a_degree_behind_its_own_school": (
        "Northmoor University, Ph.D.,\nEastmoor University, M.A.,\nLarch College, B.A.",
        "Northmoor University",
    ),
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


TABLES: dict[str, tuple[str, str | None]] = {
    "board_and_college_under_joined_heads": (
        "Degree\tBoard/University School/College Percentage Year of\npassing\nB.E (Botany)\tMoorau University\tLarch College of Engineering\t7.2\t2016",
        "Larch College of Engineering",
    ),
    "college_and_board_under_joined_heads": (
        "Course\tSchool/College Board/University\tYear Percentage\nB.Tech\tLarch Engineering\tMoorau University\t2016\t72%",
        "Larch Engineering",
    ),
    "heading_in_front_of_the_heads": (
        "Educational Qualifications\tCourse\tInstitution\tBoard/University Year Percentage\nB.Tech (Botany)\tLarch Institute of Technology\tMoorau University\t2018 72%",
        "Larch Institute of Technology",
    ),
    "certificate_heads_the_first_column": (
        "Certificate\tCollege/School\tBatch\tGrade\nBCA\tLarch Engineering\t2018\t7.2",
        "Larch Engineering",
    ),
    "graduation_in_the_last_column": (
        "Passed Out\tName of the Institute\tUniv./Board\tDegree/Certificate\n2018\tLarch Engineering\tMoorau University\tGraduation",
        "Larch Engineering",
    ),
    "one_column_of_schools_and_universities": (
        "Course\tSchool University\tYear\nB.Tech\tLarch Engineering\t2016",
        "Larch Engineering",
    ),
    "heads_over_no_row": ("Degree\tBoard/University School/College Percentage Year of\nB.E (Botany), 2016", None),
}


@pytest.mark.parametrize("case", TABLES)
def test_schools_under_heads_that_stand_close(case: str, read: Callable[..., Reading]) -> None:
    rows, school = TABLES[case]
    (found,) = read(f"{HEAD}\nACADEMIC PROFILE\n{rows}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("bachelor", school)


@pytest.mark.parametrize(
    ("row", "school"),
    [
        ("PhD Princeton 2009", "Princeton"),
        ("PhD: Princeton, 2009", "Princeton"),
        ("Princeton (PhD, History, 2009)", "Princeton"),
        ("PhD History, Edinburgh, 2009", "Edinburgh"),
        ("PhD History, Edinburgh, UK, 2009", None),
        ("PhD History 2009", None),
    ],
)
def test_universities_called_by_one_name_beside_a_degree(
    row: str, school: str | None, read: Callable[..., Reading]
) -> None:
    (found,) = read(f"{HEAD}\nEducation\n{row}{TAIL}").resumes
    assert (found.highest_degree, found.school) == ("doctor", school)


RESUMED = """# Ana Moor

ana.moor@fernpost.net

## Education

### Larch College, Moorton (2017-2021)
- Degree: Bachelor of Science
- {part}

### {below} (2013-2017)
- Diploma: Academic Diploma

## Experience

**Nurse**, Moor Ltd, 2019 - 2020
"""


@pytest.mark.parametrize("part", ["Relevant Coursework: Mosses, Ferns", "Honors: Dean's List", "Projects: Ferns"])
def test_studies_go_on_below_the_parts_of_an_entry(part: str, read: Callable[..., Reading]) -> None:
    (found,) = read(RESUMED.format(part=part, below="Moor High School"), "x.md").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Larch College")


@pytest.mark.parametrize("sign", ["@", "at", "from"])
def test_school_behind_a_sign_in_a_labelled_line(sign: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Education : Bachelor's Degree in Botany {sign} Larchcampus (ongoing){TAIL}").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Larchcampus")
