"""Studies as people of every trade write them: slips of the pen, broken names, initials, tables of two columns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education

SheetOf = Callable[..., Sheet]
HEAD = "Dara Holm\nEducation\n"
JOB = "\nWork Experience\nNurse Aide, Brightwave Clinic\nJan 2019 - Present"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Bechlors in Commerce", "bachelor"),
        ("Barchalor's of Science: Botany", "bachelor"),
        ("Bachlor<tab>Larch College", "bachelor"),
        ("James Batcheller, Larchmoor", None),
        ("Butcher of Larchmoor", None),
        ("Bsc.Botany", "bachelor"),
        ("M.Tech.Civil Engineering", "master"),
        ("BSS in Economics", "bachelor"),
        ("Moor College, BSHM", "bachelor"),
        ("BSS of the network", None),
        ("MS University, Larchpur", None),
        ("MS, University of Larchland", "master"),
        ("MS University of Larchland", "master"),
    ],
)
def test_degrees(text: str, level: str | None) -> None:
    assert [one.level for one in degrees_in(text.replace("<tab>", "\t"))][:1] == ([level] if level else [])


@pytest.mark.parametrize(
    ("rows", "school"),
    [
        # initials
        ("PhD in Tides — (LU), Cyprus\nM.Ed. in Tides — (MUL), UK", "LU"),
        ("Shoe Designer at LKD Barcelona", "LKD Barcelona"),
        ("School: Moor Hill Academy\nUniversity: Currently doing BSSE from LMIU", "LMIU"),
        ("BSc in Tides (CS), Cyprus\nLarch College", "Larch College"),
        ("Certificate from AWS", None),
        ("Trained at NASA", None),
        # names broken or glued
        ("BSc Botany\nUniversity\nof Ekimoor\n2012 - 2016", "University of Ekimoor"),
        ("Diploma in Nursing\nKirimoor Medical\nTraining College\n2012 - 2016", "Kirimoor Medical Training College"),
        ("Diploma in Nursing\nLarch Community College\n2012 - 2016", "Larch Community College"),
        ("Vocational\nLarch Technical College\n2012 - 2016", "Larch Technical College"),
        ("LTI CollegeComputer Program & Office Program", "LTI College"),
        # beside what was studied
        ("Kitchen chef in Larchon School", "Larchon School"),
        ("Studied in High School", None),
        ("MSc in Nutrition: Larchberg Institute of Technology (2016)", "Larchberg Institute of Technology"),
        (
            (
                "2010-2011    Methods and Materials. Moor School of Fine Art, Hull.\n"
                "2001-2004    History BA 2:1. Larchtol University, Larchtol."
            ),
            "Larchtol University",
        ),
        ("Bachelor of Tides 2006 - 2009\nMS University ,Larch Nadu, India.", "MS University"),
        # tables
        ("Period\tSchools\n2017-2019\tSt Bede Tvet LARCHI\n2008-2011\tEcole Primaire MOORASHI", "St Bede Tvet LARCHI"),
        (
            (
                "Name of the Examination\tBoard/Council/University\tSchool/collage\tYear of passing\n"
                "Bsc.Botany\tLarcha-Moorati\tMuksha-Bhavana\t2022\nHigher-Secondery\tLarcha-Moorati\txxxx\t2019"
            ),
            "Muksha-Bhavana",
        ),
        # labels of several entries, the oldest first
        (
            (
                "Institution: Larch High School\nQualification: SSC\nYear: 2013\n"
                "Institution: Moor Junior College\nQualification: Intermediate\nYear: 2015\n"
                "Institution: Nandamoor Institute of Technology\nQualification: B.Tech\nYear: 2019"
            ),
            "Nandamoor Institute of Technology",
        ),
    ],
)
def test_schools(sheet_of: SheetOf, rows: str, school: str | None) -> None:
    found = read_education(sheet_of(f"{HEAD}{rows}{JOB}"))
    assert (found.school and found.school.value) == school


LEVELS_OVER = (
    "Post Graduate:\nVelamoor University\nTirumoor\n2016 - 2018\nMaster of Commerce\n"
    "Tertiary:\nSri Larchi Arts College\nTirumoor\n2013 - 2016\nB.Com\nSecondary:\nMoor High School\n2011 - 2013"
)
DOCTORATE = (
    "Post Graduate:\nTidewater State University\n2008 - 2010\nM.S. in Biology\n"
    "Doctorate:\nUniversity of Larchland\n2010 - 2015\nPh.D. in Botany"
)
GRADUATE_STUDIES = (
    "Graduate Studies: Tidewater University\nCourse: M.S. in Biology\nYear: 2010\n"
    "College: Moor College\nCourse: B.S. in Biology\nYear: 2008"
)
ONLY_COLLEGE = "College: Moor College\nHigh School: Larch High School"
DEGREE_FIRST = (
    "Degree: Year 12\nUniversity/School: Moor State High School\nDuration: 2005 - 2009\n"
    "Degree: Certificate III in Care\nUniversity/School: TAFE Larchbay\nDuration: 2010 - 2011\n"
    "Degree: Bachelor of Nursing\nUniversity/School: Larchbay University\nDuration: 2012 - 2015"
)
COURSE_OF_TIDES = (
    "Tech Larcho — Tide Boot Camp\nIntensive, 14-week (70+ hours/week) tide boot camp; learning how to develop dynamic web-based\n"
    "systems using the tide language.\nMBA, Marketing\nMoorhead School of Management, Hull"
)
QUOTED = (
    "Bachelor - LSTU “LARKIN” with a degree in “Tides” [2016 - 2020].\n"
    "Master - LSTU “LARKIN” with a degree in “Tides” [2020 - 2022]."
)


@pytest.mark.parametrize(
    ("rows", "school"),
    [
        (LEVELS_OVER, "Velamoor University"),
        (DOCTORATE, "University of Larchland"),
        (GRADUATE_STUDIES, "Tidewater University"),
        (ONLY_COLLEGE, "Moor College"),
        (DEGREE_FIRST, "Larchbay University"),
        (COURSE_OF_TIDES, "Moorhead School of Management"),
        (QUOTED, "LSTU “LARKIN”"),
    ],
)
def test_school_of_the_highest(sheet_of: SheetOf, rows: str, school: str) -> None:
    found = read_education(sheet_of(f"{HEAD}{rows}{JOB}")).school
    assert found is not None
    assert found.value == school


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Education\nMatriculated in 1990 from High Technical School Larch.", "high_school"),
        ("Education\nMatriculated at the University of Larchland in 1990.", None),
        (
            "Personal Background\nCourse: Bachelor of Science in Tides\nEducation\nTertiary: University of Moor",
            "bachelor",
        ),
        ("Personal Background\nCourse: First Aid\nEducation\nTertiary: University of Moor", None),
    ],
)
def test_degree_beside_the_schools(sheet_of: SheetOf, text: str, level: str | None) -> None:
    found = read_education(sheet_of(f"Dara Holm\n{text}{JOB}")).degree
    assert (found and found.value.level) == level


SENIOR_HIGH = (
    "Senior High\nTanau Institute\nTanau city, Batang\n2019 - 2021\n"
    "Sencondary\nSan Larcho National High School\nSan Larcho Batang\n2015 - 2019"
)
NAMED_BY_LABELS = (
    "Name of Instituion\nMoor University of Technology\nQualification\nTides\nDate Completed\n2013\n"
    "Name of School\nPiet Larch\nQualification\nMatric\nDate Completed\n2010"
)
TWO_COLUMNS = "SCHOOL NAME\tLEVEL OF EDUCAION\nLARCHBA P/S\tPLE\nMOOR SEMINARY\tUCE\nMUNK COLLEGE\tUACE\nLMU\tDCSIT"
UNDER_SCHOOL = (
    "Highest Grade Passed: Grade 12\nSchool: Larch Secondary School\nYear: 2012\n"
    "Tertiary: Moor University of Technology\nCourse: National Diploma: Tides\nYear: 2016"
)


@pytest.mark.parametrize(
    ("rows", "school", "level"),
    [
        (SENIOR_HIGH, "Tanau Institute", "high_school"),
        (NAMED_BY_LABELS, "Moor University of Technology", None),
        (TWO_COLUMNS, "LMU", None),
        (UNDER_SCHOOL, "Moor University of Technology", "college"),
        (
            "Senior High School\nLarch Integrated College\n2019-2021\nJunior High School\nMoor National High School\n2015-2019",
            "Larch Integrated College",
            "high_school",
        ),
        (
            "Intermediate (F.A)\nGovt Degree College Larch\n2014\nMatric (Arts)\nGovt High School Moor\n2012",
            "Govt Degree College Larch",
            "high_school",
        ),
        ("Tertiary\nNot completed\nSecondary\nLarch High School\n2010", "Larch High School", "high_school"),
        (
            "Institution\tQualification\nMoor FET\tN6 Tides\nLarch High\tMatric",
            "Moor FET",
            None,
        ),
        ("Matric: Larch High School (2010)\nMoor College of Tides (2013)", "Moor College of Tides", None),
        ("DAE (Electrical)\tGovt. College of Technology Larch\t2015", "Govt. College of Technology Larch", "college"),
        (
            "Vocational\nLarch Training Center\n2016\nSecondary\nMoor National High School\n2012",
            "Larch Training Center",
            None,
        ),
        (
            "Studying B.A. (2nd year) in Larch Arts College.\nHigher secondary from Moor Vidyalaya in 2019",
            "Larch Arts College",
            "bachelor",
        ),
        (
            "GCSE: English - Larch Academy 2012-2017\nA-Level: Art - Moor Sixth Form 2017-2019",
            "Moor Sixth Form",
            "high_school",
        ),
    ],
)
def test_school_left_last(sheet_of: SheetOf, rows: str, school: str, level: str | None) -> None:
    found = read_education(sheet_of(f"{HEAD}{rows}{JOB}"))
    assert (found.school and found.school.value) == school
    assert level is None or (found.degree and found.degree.value.level) == level


@pytest.mark.parametrize("examination", ["FSLC", "BECE", "GSCE's", "KCPE", "WASSCE"])
def test_an_examination_is_no_school(sheet_of: SheetOf, examination: str) -> None:
    found = read_education(sheet_of(f"{HEAD}Level 3 Diploma in Larch Care\n{examination}{JOB}"))
    assert found.school is None
