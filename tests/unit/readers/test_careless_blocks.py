"""Blocks of jobs and rows of studies as careless hands set them: items over dates, labels between, tables whose cells need no word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.education_heads import heads_of

MakeSheet = Callable[..., Sheet]

HEAD = "Ana Mooring\nana.mooring@fernpost.net\n+1 202 555 0143\n"

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "items_over_dates": (
        (
            "EXPERIENCE\nJunior Software Developer\n• FernEmpty, India\n• From 01/03/2020 – 30/11/2020\n"
            "• Job Description: Contributed to various software projects, testing and maintaining them.\n"
            "Crew Member\n• Larchdale’s, England\n• From: 02/01/2023 – 30/09/2024\n"
            "• Job Description: Worked with the team to serve customers, meeting the standards of the company."
        ),
        "Crew Member",
        "Larchdale’s",
    ),
    "label_below_dates": (
        (
            "Professional Experience\nfernClerx — Analyst (Python Developer)\nJune 2024 – Present\nDomain: Data\n"
            "Tech Stack: Python, SQL\nReduced the time that reports take by half through a new workflow."
        ),
        "Analyst (Python Developer)",
        "fernClerx",
    ),
    "intern_in_a_sentence": (
        "Profile\nA web developer and student. Interned at Fern Express, mastering Python.\nSkills\nPython",
        None,
        "Fern Express",
    ),
    "dashes_behind_labels": (
        (
            "Experience -\n> Company - Larchperformance, Indore\nDesignation - Customer Care Executive\nDuration - Since July 2019 to till date\n"
            "> Company - Fern Store, Indore\nDesignation - Sales Girl\nDuration - 1 year"
        ),
        "Customer Care Executive",
        "Larchperformance",
    ),
    "name_of_the_hospital": (
        (
            "PROFESSIONAL EXPERIENCE\n1. Name of the hospital: Al Larch Specialist Hospital, Makkah\nDesignation: Staff Nurse\nDepartment: ICU\n"
            "Period: 12/03/2018 to till date\n2. Name of the hospital: St. Fern Mission Hospital\nDesignation: Ward Nurse\nPeriod: 01/06/2015 to 28/02/2018"
        ),
        "Staff Nurse",
        "Al Larch Specialist Hospital",
    ),
    "experience_as": (
        (
            "PROFESSIONAL EXPERIENCE\n* Two years working experience as a Quality Controller at FERN Active (Pvt) Ltd.\n"
            "* One year working experience as a Sales Assistant at Larch PLC."
        ),
        "Quality Controller",
        "FERN Active (Pvt) Ltd",
    ),
    "experience_as_with_years": (
        "WORK EXPERIENCE\n* 2 Years experience as a Waiter in Hotel Larch Residency, Lucknow (2016 to till now)\n* 6 month training in Hotel Fern.",
        "Waiter",
        "Hotel Larch Residency",
    ),
    "numbered_house_over_labels": (
        (
            "EMPLOYMENT RECORD\n1) Larchfac International LLC, Abu Dhabi\nProject: Tide Gate Facilities\nPosition: QA/QC Engineer\n"
            "From: Mar 2018 To: Present\nDuties:\n- Review of method statements\n2) Fern Engineering, Karachi\nProject: Moor Expansion\n"
            "Position: QC Inspector\nFrom: Jun 2012 To: Feb 2018"
        ),
        "QA/QC Engineer",
        "Larchfac International LLC",
    ),
    "post_known_by_its_verb": (
        (
            "TEACHING EXPERIENCE\n(i) Working as PGT (Biology) in Larch Public School, Bokaro since April 2018.\n"
            "(ii) Worked as TGT (Science) in Fern Vidyalaya, Bokaro from July 2016 to March 2018."
        ),
        "PGT (Biology)",
        "Larch Public School",
    ),
    "internships_misspelt": (
        "Intenships\nLarch Mills\nSales intern\nJan 2020 - Feb 2020\nProjects\nA shop",
        "Sales intern",
        "Larch Mills",
    ),
    "years_of_experience_as": (
        "Experience\nI have 3 years of experience as Accountant in Moor Trading LLC.",
        "Accountant",
        "Moor Trading LLC",
    ),
    "working_at_behind_dates": (
        "EXPERIENCE\n2018-2020 : Worked at Fern School as English Teacher\n2020-till date : Working at Larch Academy as Head Teacher",
        "Head Teacher",
        "Larch Academy",
    ),
    "service_of_the_nation": (
        "WORK EXPERIENCE:\nNYSC: Larch Secondary School, Kano (2018-2019)\nPosition: Mathematics Teacher\nI.T: Fern Breweries Plc (2015)\nPosition: Intern",
        "Mathematics Teacher",
        "Larch Secondary School",
    ),
    "oldest_first_with_ties": (
        (
            "WORKING EXPERIENCE:\n1. Larch Secondary School Naka (Physics, Teacher part time) 2013-2015\n"
            "2. Fern College Kaduna (NYSC, Mathematics and Physics teacher) 2018-\n"
            "3. Moor International School Kaduna (Physics Teacher, Full time) 2019-2020\n"
            "4. Redfern school Kaduna (Further Mathematics Teacher, Full time) 2021 till date\n"
            "5. Larch Extramural Kaduna (Further Mathematics Teacher (online) 2021 till date"
        ),
        "Further Mathematics Teacher",
        "Larch Extramural Kaduna",
    ),
    "projects_of_a_semester": (
        (
            "Work Experience\nClap Switch (Sensor-Based Circuit)\nSemester Project - Designed with a microphone to control devices.\n"
            "Racing Monkey (Robot)\nSemester Project - Remote-controlled robot with motors and sensors."
        ),
        None,
        None,
    ),
    "own_boss_with_a_stop": (
        "Experience\nFull Stack Engineer.\nSelf Employed.\nSkills in web programming which are necessary in the work of today.",
        "Full Stack Engineer",
        "Self Employed",
    ),
    "intern_with_a_small_name": (
        "EXPERIENCE :\nInternship at Larchmoor digital\nVolunteered for a school",
        "Internship",
        "Larchmoor digital",
    ),
    "trade_is_no_house": (
        "Profile\nA web developer. Currently working with React and Node on shops.\nSkills\nPython",
        None,
        None,
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_jobs(case: str, sheet_of: MakeSheet) -> None:
    text, title, employer = JOBS[case]
    job = read_job(sheet_of(HEAD + text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


SCHOOLS: dict[str, tuple[str, str | None]] = {
    "column_of_short_names": (
        "Education\nCourses\tInstitute\tYear\tResult\nMatric\tLarch school\t2018\t87%\nFSC\tGovt college\t2020\t85%\nBS CS\tLMU\tin progress\tNA",
        "LMU",
    ),
    "column_in_small_letters": (
        "My education\nqualification\tyear\tschool\nssc\t2015\tlarch internation\ndiploma\t2018\tfern polytechnic\nbtech\t2021\tmoor college",
        "moor college",
    ),
    "column_of_boards": (
        "Education\nQualification\tInstitute\tUniversity/Board\tMarks(%)\tYear of Passing\nB.Com\tLarchmoor\tDelhi University\t61\t2012\nXII\tFern Hill\tCBSE\t70\t2009",
        "Larchmoor",
    ),
    "kind_in_the_next_line": (
        "Academic Qualification\nB.Sc in Engineering\nLarchmoor\nUniversity(LU)\tMechanical\t3.48\t2020\nDiploma in Engineering\nFern Polytechnic",
        "Larchmoor University",
    ),
    "short_word_for_school": (
        "EDUCATIONAL BACKGROUND\n1995-1997 - ADVANCED LEVEL CERTIFICATE - LARCHBA SEC.SCH - LARCHBA",
        "LARCHBA SEC.SCH",
    ),
    "last_school_attended": (
        "EDUCATIONAL BACKGROUND\nLast School Attended: Larchakaneng High School\nHighest Grade Passed: Grade 12\nYear: 2010",
        "Larchakaneng High School",
    ),
    "institute_of_trades": (
        "TECHNICAL QUALIFICATION\nITI in Electrician Trade from Govt. ITI Gorakhpur 2009",
        "Govt. ITI Gorakhpur",
    ),
    "trade_of_no_institute": ("TECHNICAL QUALIFICATION\nITI Electrician 2009", None),
    "kind_and_town": (
        (
            "EDUCATIONAL INSTITUTIONS ATTENDED WITH DATES:\n* The Polytechnic, Ibadan, Oyo State ----------- 2011-2013\n"
            "* Queens School, Apata, Ibadan ------- 2004-2010\nEDUCATIONAL QUALIFICATIONS:\n* OND in Secretarial Studies ------- 2013"
        ),
        "The Polytechnic, Ibadan",
    ),
    "wide_gaps_between_cells": (
        (
            "EDUCATION\nS.N   Level        Institution                 Board        Year   Division\n"
            "1     SLC          Larchartha Vanasthali       HMG Board    2060   First\n2     +2           Fern Model College     HSEB         2062   Second\n"
            "3     BBS          Larch Dev Campus            T.U          2066   Second"
        ),
        "Larch Dev Campus",
    ),
    "cell_broken_before_its_kind": (
        "Education\nQualification\tInstitution\tYear\tGrade\nHSC\tGovernment High\nSchool Larchwal\n2021\tPass",
        "Government High School Larchwal",
    ),
    "slash_in_a_name": (
        "Education Details\nBoard\tSchool name\tCourse\tPercentage\nFern Board\tH/S Larch Inter College\t12th\t58.6",
        "H/S Larch Inter College",
    ),
    "cells_that_a_narrow_gap_joined": (
        (
            "Education\nDegree\tInstitution\tAdvisor(s)\tDates\n"
            "Ph.D. History Northmoor University\tProf. Mona Larch Aug. 2022 - Present\n"
            "B.S. History Eastmoor College Prof. Li Fern\tAug. 2018 - May 2022"
        ),
        "Northmoor University",
    ),
    "studies_that_were_broken_off": (
        "Formación\n2013/2015\n· Bachillerato (Colegio Lindero)\n2015/2018\n· Grado en Marketing en la Universidad de Nortemar (no acabado)",
        "Colegio Lindero",
    ),
    "numbered_rows": ("Qualifications:\n2.K.G.C College\n3.The Larch public school", "K.G.C College"),
    "wrapped_cells": (
        (
            "Education\nB P Larch Institution of Management\nMara Abul Kalam\nUniversity of Technology\nB.Tech in Computer\nScience\n2021\n"
            "Currently\nPursuing\nDale High School\nWest Board of Higher Secondary\nEducation\nHigher Secondary\n2016"
        ),
        "Mara Abul Kalam University of Technology",
    ),
    "column_of_a_polytechnic": (
        "qualifications\nqualify\tname of institute\tyear of passing\t%age obtained\tremark\nhigh school\tsmlps\t2017\t95\t--\ndiploma\tlert\t2022\t87\tdone",
        "lert",
    ),
    "leaving_certificate_behind": (
        "QUALIFICATIONS:\nFirst School Leaving Primary Certificate 2006\nBachelor of Science in Physics (2016)",
        None,
    ),
    "examinations_are_no_schools": (
        "Education\nSenior School Certificate 1999 - 2005\nLarch Science and Technical College\nPrimary School Leaving Certificate 1993 - 1999",
        "Larch Science and Technical College",
    ),
}


@pytest.mark.parametrize("case", SCHOOLS)
def test_schools(case: str, sheet_of: MakeSheet) -> None:
    text, school = SCHOOLS[case]
    found = read_education(sheet_of(HEAD + text)).school
    assert (found and found.value) == school


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Educations", "education"),
        ("Scholastic Details", "education"),
        ("Basic Academic Qualification", "education"),
        ("Educational Qualification Details:", "education"),
        ("Work Experiance", "experience"),
        ("Professional Expereince", "experience"),
        ("Working Exp", "experience"),
        ("Employment History 02", "experience"),
        ("Occupational Contour", "experience"),
        ("education of children", None),
        ("Academic", None),
        ("Senior Expert", None),
        ("Larch 2", None),
    ],
)
def test_headings(line: str, section: str | None) -> None:
    assert section_of_heading(line) == section


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("S.No\tDegree\tInstitution\tBoard / University\tYear", ("more", "award", "school", "board", "more")),
        ("Name\tInstitute\tDepartment\tResult\tPassing Year", ("more", "school", "more", "more", "more")),
        ("Exam Passed\tName of the School/College\t% of Marks", ("award", "school", "more")),
        ("Larch College\tB.Com\t2019", ()),
        ("School\tLarch High School\t2019", ()),
    ],
)
def test_heads_of_tables(line: str, kinds: tuple[str, ...]) -> None:
    assert heads_of(line) == kinds
