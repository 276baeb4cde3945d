"""Dates and sentences that the margin breaks, headings that sort the jobs, codes of courses: invented people and names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.section_ranks import keep_under_entries
from ringback.readers.fields.sections import sections_of
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "dates_broken_behind_a_month": (
        (
            "Research Experience\nLarchtide School of Business, Hull\n"
            "Research Fellow - supervised by Prof. Ana Moor and Prof. Ines Calder Jun.\n2022 - Jun. 2024\n"
            "- Built estimators for panel data\nFern Bank of Hull, Hull\n"
            "Research Intern - supervised by Dr. Rowan Fern\tJun. 2021 - Aug. 2021\n- Wrote two posts"
        ),
        "Research Fellow",
        "Larchtide School of Business",
    ),
    "sentence_broken_behind_its_subject": (
        (
            "Mara Velding writes on the moors, and holds a BA in English from Northmoor University. Currently she\n"
            "is a transcriber at Larchtide, where she earned an award for her guides."
        ),
        "transcriber",
        "Larchtide",
    ),
    "years_behind_a_post_are_no_house": (
        (
            "About me\nI have been working as a backend developer for about 5 years.\n\n"
            "Experience\nBACKEND DEVELOPER\nLarchtide, Hull | 01/2022 - 12/2024\nWorked on the tide tables with a team."
        ),
        "BACKEND DEVELOPER",
        "Larchtide",
    ),
    "course_by_its_code": (
        (
            "Teaching Experience\nSpring 2021\tTeaching Assistant\tBOT 354-TID 368\tFerns and Mosses: Order in the Moor\n"
            "Fall 2019\tTeaching Assistant\tFRN 161: Tides: Crops and Culture\n"
            "2016-2017\tTide Tutor\tNorthmoor University Student Center"
        ),
        "Teaching Assistant",
        None,
    ),
    "long_row_whose_dates_have_a_dot": (
        (
            "Positions\n"
            "Apr. 2016-present\tAssistant Professor (Research Assistant Professor up until Jan. 2018), Department of Applied Tides,"
            " Northmoor Polytechnic University, Hull, in the group of Professor Ana Moor\n"
            "May 2014-Mar. 2016\tPostdoc, Fern Joint Lab, Calder, in the group of Professor Ines Moor\n"
            "Teaching\n2016-present\t“Tides II: Ebb and Flood” (Subject Leader since 2018), “Tides III”, Northmoor Polytechnic University"
        ),
        "Assistant Professor",
        "Northmoor Polytechnic University",
    ),
    "next_house_with_one_date_in_its_cell": (
        (
            "Work Experience\nLarch, Tide Labs and Department of Economics\t2023-2025\n"
            "Pre-doctoral Research Fellow for Ana Moor\n"
            "Northmoor University, Department of Economics\tSummer 2022\nResearch Assistant for Ines Calder"
        ),
        "Pre-doctoral Research Fellow",
        "Tide Labs and Department of Economics",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS.keys())
def test_the_job_is_read_as_it_is_set(
    read: Callable[..., Reading], text: str, title: str | None, employer: str | None
) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


SCHOOLS: dict[str, tuple[str, str]] = {
    "month_and_year_with_a_slash": (
        (
            "EDUCATION\nPhD Tides\nDec/2010 - Jan/2013\nObservatório Larch, Brazil\nAdvisor: Dr. Ana Moor\n"
            "BSc Tides\nMar/2004 - Dec/2008\nUniversity of Millmoor, Brazil"
        ),
        "Observatório Larch",
    ),
    "student_in_a_university": (
        (
            "My name is Mara Velding. I'm undergraduate student in Millmoor State University Design and Tides, Institute of Art.\n\n"
            "Education\n2011 - current. Undergraduate student in MLSU\n\nInterests\nexhibitions of art and films"
        ),
        "Millmoor State University Design and Tides",
    ),
}


@pytest.mark.parametrize(("text", "school"), SCHOOLS.values(), ids=SCHOOLS.keys())
def test_the_school_is_read_as_it_is_told(read: Callable[..., Reading], text: str, school: str) -> None:
    (resume,) = read(HEAD + text).resumes
    assert resume.school == school


@pytest.mark.parametrize("line", ["Work:\t+1-503-555-0148", "Work: +1-503-555-0148"])
def test_a_number_behind_its_label_opens_no_section(line: str) -> None:
    sections, headings = sections_of(["Contact Information", line, "Salem, OR 97301"], [True, False, False])
    assert sections[2] == "basic"
    assert headings == [True, False, False]


def test_headings_below_experience_sort_the_jobs() -> None:
    folded = ["Experience", "Research", "2023\tVisiting scholar", "Teaching", "2022\tTutor", "Awards", "Prize"]
    sections = ["experience", "projects", "projects", "other", "other", "awards", "awards"]
    headings = [True, True, False, True, False, True, False]
    keep_under_entries(sections, headings, folded, [14.3, 12.0, 8.0, 12.0, 8.0, 14.3, 8.0])
    assert sections == ["experience"] * 5 + ["awards"] * 2
    assert headings == [True, True, False, True, False, True, False]


MORE_JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "standard_behind_a_post": (
        "Experience\nLead Auditor, ISO 9001, Larchwell\t2019 - Present\n- Audited\nClerk, Fernmoor\t2015 - 2018",
        "Lead Auditor",
        "Larchwell",
    ),
    "heading_that_fills_the_margin_and_a_job_with_a_foreseen_end": (
        (
            "Current Position Associate Specialist | Northmoor University, Hull\t2025 - 2026*\n"
            "Previous Positions\nResearch Associate | Larchtide for the Future, Hull\t2021 - 2025\n"
            "Education\tFern University, Calder\nM.S. in Tides\t2019\nHonors\tLarch Award\t2017\n"
            "Other Experience\nLarch Association\nMember\t2025 - Current"
        ),
        "Associate Specialist",
        "Northmoor University",
    ),
    "post_and_the_fields_of_it": (
        "Experience\nLarchkick, Inc\tHull\nVP Tides, Products, and Engineering\tJan 2019 - Present\n- Led forty people",
        "VP Tides, Products, and Engineering",
        "Larchkick, Inc",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), MORE_JOBS.values(), ids=MORE_JOBS.keys())
def test_headings_and_posts_are_whole(
    read: Callable[..., Reading], text: str, title: str | None, employer: str | None
) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


DEGREES: dict[str, tuple[str, str | None]] = {
    "left_short_of_it": (
        "Education\nNorthmoor University\t2003 - 2006\nTides and Moors\nLeft school two classes short of a B.A. in Tides to found a firm.",
        None,
    ),
    "earned_later_in_a_sentence_of_its_own": (
        (
            "In 1991, Mara received her Bachelor of Science in Tides from Northmoor University. In 1998 she earned her Master of"
            " Science in Tidal Engineering. She lives by the moor and has three children of her own."
        ),
        "master",
    ),
}


@pytest.mark.parametrize(("text", "degree"), DEGREES.values(), ids=DEGREES.keys())
def test_the_degree_is_what_was_earned(read: Callable[..., Reading], text: str, degree: str | None) -> None:
    (resume,) = read(HEAD + text).resumes
    assert resume.highest_degree == degree


def test_post_and_house_of_a_letterhead_stand_beside_the_contacts(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "Mara Velding\nResearcher\tPhone: (+44) 7700 900123\nLarch Research Institute\tEmail: mara@fernpost.net\n"
        "Moor District, Hull\nEducation\nPh.D. Northmoor University, 2020 - 2025\n"
        "Teaching Experience\nIntroduction to Tides (2018.09 - 2019.01)\nComputer Networks (2021.02 - 2021.06)"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Researcher", "Larch Research Institute")


def test_the_address_of_a_campus_goes_before_that_at_home(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "Mara Velding\nCurrent School Address - Philadelphia, PA\nHome Address - Enugu, Nigeria\nmara@fernpost.net\n"
        "Education\nB.S. in Tides, Larch University, 2020"
    ).resumes
    assert resume.city == "Philadelphia, PA"


def test_who_pays_for_a_post_is_not_its_house(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "Employment History\nAssistant Researcher\tUniversity of Northmoor, Portugal\n"
        "Position funded by Fundação para a Larcha e a Tecnologia\t2019-Present\n"
        "Post-Doctoral Researcher\tUniversity of Northmoor, Portugal\n"
        "Position funded by Fundação para a Larcha e a Tecnologia\t2014-2019\n"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Assistant Researcher", "University of Northmoor")


def test_the_degree_of_a_supervisor_in_a_cell_is_his_own(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "Education\n2015-2017\tMaster, Larch Ferny University, Faculty of Tides, Hull\n"
        "Bachelors thesis\ntitle\tConversion of Models of Tides\nsupervisors\tIng. Zbyněk Moor, Ph.D.\n"
        "Experience\n2014-present\tTide developer, Larchtide, Hull"
    ).resumes
    assert (resume.school, resume.highest_degree) == ("Larch Ferny University", "master")


def test_the_house_in_a_sentence_goes_before_the_client_of_a_project(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "Mara Velding\nI am Working in Fern Consultancy Services (FCS).\nMY designation is programmer.\nProject\nTide NAIT\n"
        "Description: providing Technical Support\nClient: Larchpower Group\nResponsibilities:\n"
        "Mapping requirements of the moors and providing clients with the best solution involving the scope of the project.\n"
        "Education\nB.Sc. IT (2016-2019) Northmoor College Ranch 72.83\nContact Me\nphone no : +447700900123"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("programmer", "Fern Consultancy Services")
    assert resume.school == "Northmoor College Ranch"


def test_a_course_called_as_a_post_is_no_job_that_goes_on(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "EDUCATION\nLarch Software University\t2023 - Present\nC# Developer Path\n"
        "Northmoor University\t2009 - 2013\nMajor: English philology\n"
        "EXPERIENCE\nFleet Manager\t06/2018 - 10/2023\nFern Fleet Service Inc.\tHull\n- Managing the fleet\n"
        "Support Manager\t03/2014 - 06/2018\nLarch Freight Ltd.\tHull\n- Training new employees"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Fleet Manager", "Fern Fleet Service Inc.")


STUDIES: dict[str, tuple[str, str, str | None]] = {
    "exchange_beside_the_dates_over_its_school": (
        (
            "School Attended\n2019/02-07(Exchange)\nThe Larch University Of Applied Sciences -\nMultimedia Design\n"
            "New graduates this year\nNational Fern University -\nInformation Management"
        ),
        "National Fern University",
        None,
    ),
    "pursued_in_a_sentence": (
        (
            "About Me\nI'm a web developer focused on clean websites. I'm currently pursuing Engineering in Computer Science"
            " branch at Millmoor University, Hull.\nSkills\nHTML"
        ),
        "Millmoor University",
        None,
    ),
    "degree_before_a_colon": (
        "Education\nBE : Millmoor College Of Engineering (70.01%)\nHSC : Larch jr College (70.61%)",
        "Millmoor College Of Engineering",
        "bachelor",
    ),
}


@pytest.mark.parametrize(("text", "school", "degree"), STUDIES.values(), ids=STUDIES.keys())
def test_studies_set_in_loose_hands(read: Callable[..., Reading], text: str, school: str, degree: str | None) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.school, resume.highest_degree) == (school, degree)


def test_dates_that_end_their_jobs_take_nothing_from_the_next(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "Social Work Experience\nMarden Tidewell, Larch Wing\n"
        "Psychotherapist, Spanish speaking, adult, individual long term treatment, interdisciplinary team.\n"
        "July 2014- June 2015\nFern Social Services of Norland, Moor Group\nSpring 2015, Fall 2012, Spring 2011\n"
        "Rowan Child & Families\nOutpatient bilingual child and family therapist, Hull\n2011-2012\n"
        "Calder Family Guidance Center\nSocial Work Intern\nSept 2010-April 2011\n"
    ).resumes
    assert resume.current_employer == "Marden Tidewell"


def test_a_house_called_as_a_label_of_contacts_behind_a_post(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "Experience\nData Analyst, LinkedIn: Sunnyvale, California (May 2015 - Present)\nOverall Work\n"
        "- Counted the tides of many moors, with an eye on the coast of the north\n"
        "Education\nB.S. in Tides, Larch University (2012)"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Data Analyst", "LinkedIn")


def test_a_project_of_studies_is_no_house(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        HEAD + "Professional Experience\nSophmore Project: Moor Buddy\nRole:Developer\nJan 2024 - May 2024\n"
        "- Design a web based budget application as part of team project using HTML, CSS and JavaScript\n"
        "Education\nB.S. in Tides, Larch University (2026)"
    ).resumes
    assert resume.current_employer is None


def test_headings_left_at_the_end_of_the_line_above(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of(
        "MARA VELDING\n+44 7700 900123 | mara@fernpost.net | maravelding.net EDUCATION\n"
        "Master of Science Tides Jan 2022 - Dec 2023 Northmoor University, Hull\n"
        "SKILLS\nDeployment: Version Control, Jira, Postman. WORK EXPERIENCE\nFern Tide Center, Norland"
    )
    assert [sheet.shown[i] for i, is_heading in enumerate(sheet.headings) if is_heading] == [
        "EDUCATION",
        "SKILLS",
        "WORK EXPERIENCE",
    ]
    assert sheet.sections[-1] == "experience"


def test_large_letters_at_the_end_of_a_phrase_are_no_heading(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of(
        "SKILLS\nPlanning of tides\nBachelor of Arts in the field of EDUCATION\nThe Northmoor School of EDUCATION"
    )
    assert sheet.headings == (True, False, False, False)


def test_groups_of_the_states_where_these_are_named_beside_another_country(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "MARA VELDING\n667-555-0148 | mara@fernpost.net\nEDUCATION\nMaster of Science in Tides, Northmoor University, Maryland, USA\n"
        "Bachelor of Engineering, Larch University, Gujarat, India\nWORK EXPERIENCE\nFern Habitation, Gujarat, India\n"
        "Tide Engineer Sept 2023 - Jan 2024"
    ).resumes
    assert resume.phones == ("+16675550148",)
