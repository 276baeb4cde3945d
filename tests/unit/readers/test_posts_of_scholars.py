"""Which post of a scholar, a teacher or an artist is the present one, and whose house it is."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.margin_headings import with_margin_headings
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


LONG = (
    "Advanced Research Fellow (promoted to Senior Fellow in 2011), School of Tidal and Coastal Science, "
    "Faculty of the Natural Sciences, University of Northmoor, March 2018-February 2023."
)
JOBS: list[tuple[str, str | None, str | None]] = [
    ("# Mara Velding\n## Current position\nDoctoral Candidate 11.2019-01.2023\nAdvisor: Tilda Kessler\nUniversity of Northmoor, Italy\nHarbour Foundation, Italy", "Doctoral Candidate", "University of Northmoor"),
    ("# Mara Velding\n## Employment\nResearch Fellow, 2019-2023\nSupervisors: Tilda Kessler, Edwin Brandt\nProject: Tides of the North\nNorthmoor University, Bath", "Research Fellow", "Northmoor University"),
    (f"# Mara Velding\n## Employment\n* {LONG}\n* Research Associate, University of Southmoor, November 2014-February 2018.", "Advanced Research Fellow", "University of Northmoor"),
    ("# Mara Velding\n## Research Experience\n2026\tResearch Internship: Tides\nSouthmoor Institute of Physics\nHow tides come and go in the harbours of the north, June - July 2026.\n## Other Experience\nSummer 2020\tSales associate, Marden Mill", "Research Internship", "Southmoor Institute of Physics"),
    ("# Mara Velding\n## Research Experience\nCenter for Tides, Northmoor University\nResearch Associate\t2016-present\n## Teaching Experience\nTeaching Assistant\tSpring 2015\nTide Society\nMember\t2017-present\nTide Forum\nModerator\t2016-present", "Research Associate", "Northmoor University"),
    ("# Mara Velding\n## Research Experience\nCenter for Tides, Northmoor University\nResearch Associate\t2016-present\n## Work Experience\nMember of Technical Staff\t2017-present\nMarden Mill GmbH", "Member of Technical Staff", "Marden Mill GmbH"),
    ("# Mara Velding\n## Employment\n* Sep 2014 - Dec 2017, Postdoctoral Fellow, Applied Tides Group, NOMAD. Advisor: Tilda Kessler", "Postdoctoral Fellow", "NOMAD"),
    ("# Mara Velding\n## Employment\n* Sep 2014 - Dec 2017, Sales Manager, Marden Mills Group, SAP", "Sales Manager", "Marden Mills Group"),
    ("# Mara Velding\n## Teaching Experience: Northmoor University\nGraduate Instructor of Record, MATH 1070: Differential and Integral Calculus\tSpring 2017\nGraduate Teaching Assistant\tFall 2014 - Summer 2015", "Graduate Instructor of Record", "Northmoor University"),
    ("# Mara Velding\n## Academic Positions\n2015 - present\tProfessor Wind Tunnel Aerodynamics, University of Northmoor", "Professor Wind Tunnel Aerodynamics", "University of Northmoor"),
    ("# Mara Velding\n## Academic Positions\nUniversity of Northmoor\nProfessor Marine Biology\n2015 - present", "Professor Marine Biology", "University of Northmoor"),
    ("# Mara Velding\n## Research Experience\nGraduate Research Assistant\nProf. Tilda Kessler, Department of Tides, Northmoor University\n2019 - present", "Graduate Research Assistant", "Northmoor University"),
    ("# Mara Velding\n## Experience\nResearch Assistant to Prof. Tilda Kessler, Northmoor University, 2019 - present", "Research Assistant", "Northmoor University"),
    ("# Mara Velding\n## Experience\nNorthern Bureau of Tidal Research, Bath\nResearch Assistant for Tilda Kessler (Fern). Tides of the coast; trials.\tJun 2015 – Present\nOrtwin Bank, Ely\nRisk Analyst. Models of the bank.\tSep 2012 – Aug 2013", "Research Assistant", "Northern Bureau of Tidal Research"),
    ("# Mara Velding\n## Experience\nOrtwin Bank, Ely\nResearch Fellow for Tilda Kessler and Edwin Brandt\tJun 2015 – Present", "Research Fellow", "Ortwin Bank"),
    ("# Mara Velding\n## Experience\nResearch Assistant with Tilda Kessler, Northmoor University, 2019 - present", "Research Assistant", "Northmoor University"),
    ("# Mara Velding\n## Experience\n2019 - present\nGraduate Researcher\nAdvisor: Prof. Tilda Kessler\nTide Lab, Northmoor University", "Graduate Researcher", "Northmoor University"),
    ("# Mara Velding\n## Academic and Research Affiliations\n2020-\nUniversity of Northmoor\nAssociate professor, teaching and research.\n2009-\nVelding Architects Ltd., Bath\nPartner", "Associate professor", "University of Northmoor"),
    ("# Mara Velding\n## Professional Experience\n* Research Assistant at the Institute of Tides (University of Northmoor)\n* Research Assistant at the Institute of Winds\n## Visiting positions\n* Guest researcher, Larch Center, Southmoor University, 2015", "Research Assistant", "University of Northmoor"),
    ("# Mara Velding\nPainter\n## Solo Exhibitions\n2023 Tides, Larch Gallery, Bath\n## Residencies\n2019-2020 Fern Mental Health Center, Ely\n## Education\n2015 MFA, Northmoor Academy of Art", "Painter", None),
    ("# Mara Velding\n## Education\n2011 MD, Northmoor School of Medicine\n## Residencies\n2011-2014 Resident Physician, Larch General Hospital", "Resident Physician", "Larch General Hospital"),
    ("# Mara Velding\n## Positions\n* Computational Scientist, Larch National Laboratory, Lindale IL, USA, 2015-cont.\n* Postdoc, University of Northmoor, Bath, UK, 2012-2015.", "Computational Scientist", "Larch National Laboratory"),
    ("# Mara Velding\n## Experience\n* 2018-present, Hydrologist, Northern Geological Survey, Idaho Water Science Center\n* 2008, Engineer, Larch Ltd", "Hydrologist", "Northern Geological Survey"),
    ("# Mara Velding\n## Experience\nUnited States Army, Fort Larch, TX\nPlatoon Leader, 1st Battalion, 5th Infantry\t2018-Present", "Platoon Leader", "United States Army"),
    ("# Mara Velding\n## Experience\nIntelligence Analyst, 35F, Texas Army National Guard, 2017-Present", "Intelligence Analyst", "Texas Army National Guard"),
    ("# Mara Velding\n## Experience\nResident Physician (PGY-2), Department of Internal Medicine, Northmoor Medical Center, July 2021-present", "Resident Physician", "Northmoor Medical Center"),
    ("# Mara Velding\n## Experience\nNurse Practitioner (FNP-BC)\nLarch Family Medicine\nEly, OR\nMarch 2020 - Present", "Nurse Practitioner", "Larch Family Medicine"),
    ("# Mara Velding\n## Experience\nTeaching Fellow, Harvest College (Instructor: Tilda Kessler), Fall 2022 - Present", "Teaching Fellow", "Harvest College"),
    ("# Mara Velding\n## Experience\nParalegal Specialist, United States Attorney's Office, District of Oregon, 2018 - Present", "Paralegal Specialist", "United States Attorney's Office"),
    ("Mara Velding\n\nPROFESSIONAL EXPERIENCE\n\nST4 Registrar in Paediatrics, Larch Royal Infirmary, Aug 2021 - Present\n\nClerk, Fern Bank, Ely, 2008 - 2010", "ST4 Registrar in Paediatrics", "Larch Royal Infirmary"),
    ("# Mara Velding\n## Summary\nI work as an electronic designer and embedded software developer in Larch where I plan boards.\n## Experience\nLarch S.r.l. (January 2021 - today)", "electronic designer and embedded software developer", "Larch S.r.l."),
    ("# Mara Velding\n## Professional Experience\nUnited Nations Tide Programme (UNTP), Nairobi, Kenya\nProgramme Analyst, Governance Unit - Jan 2020 to date", "Programme Analyst", "United Nations Tide Programme"),
    ("# Mara Velding\n## Experience\nFreelance Illustrator, 2016-present\nClients include The Northmoor Times, Larch Press\n\nGallery Assistant, Fern Gallery, 2014-2016", "Freelance Illustrator", None),
    ("# Mara Velding\n## Leadership\nPresident, Graduate Student Association, Northmoor University, 2022-present\n## Research Experience\nGraduate Research Assistant, Department of Tides, Northmoor University, 2020-present", "Graduate Research Assistant", "Northmoor University"),
]  # fmt: skip
STUDIED = "## Education\n* Ph.D. Biology, Northmoor University, 2020 - 2025 (expected)\n* B.S. Biology, Southmoor College, 2016"
ENDED = f"{STUDIED}\n## Research Experience\n* Research Assistant, Larch Institute, 2014 - 2016"
HEADS: list[tuple[str, str, str]] = [
    ("PhD student in Tidal Biology at Northmoor University", "PhD student in Tidal Biology", "Northmoor University"),
    ("Ph.D. Candidate, Department of Tides, Northmoor University\tx@mail.example", "Ph.D. Candidate", "Northmoor University"),
    ("Ph.D. Candidate\nDepartment of Tides\nNorthmoor University", "Ph.D. Candidate", "Northmoor University"),
    ("Third-year PhD student, Northmoor University", "Third-year PhD student", "Northmoor University"),
    ("Postdoctoral Fellow in data curation\nat the Northmoor Digital Library.", "Postdoctoral Fellow in data curation", "Northmoor Digital Library"),
    ("Assistant Professor of History\nDepartment of History\nUniversity of Northmoor\n12 Larch Road", "Assistant Professor of History", "University of Northmoor"),
    ("I'm a third-year PhD student at Northmoor University working with Prof. Tilda Kessler.", "third-year PhD student", "Northmoor University"),
    ("I am a PhD student working with Professor Tilda Kessler at Northmoor University.", "PhD student", "Northmoor University"),
    ("I am a PhD student advised by Tilda Kessler at the University of Northmoor.", "PhD student", "University of Northmoor"),
    ("I'm a PhD student in Prof. Tilda Kessler's lab at Northmoor University.", "PhD student", "Northmoor University"),
    ("I am a postdoctoral researcher at the Larch Institute, working with Tilda Kessler on tides.", "postdoctoral researcher", "Larch Institute"),
]  # fmt: skip


@pytest.mark.parametrize("rest", [STUDIED, ENDED])
@pytest.mark.parametrize(("head", "title", "employer"), HEADS)
def test_what_stands_under_the_name_is_held_where_no_job_goes_on(
    head: str, title: str, employer: str, rest: str
) -> None:
    job = read_job(sheet_of_text(f"# Mara Velding\n{head}\n\n{rest}\n"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_a_job_that_goes_on_is_told_before_the_head() -> None:
    text = f"# Mara Velding\nPhD Candidate, Northmoor University\n\n{STUDIED}\n## Experience\n* Teacher, Larch School, 2019 - present"
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Teacher", "Larch School")


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_present_posts(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("rows", "whole"),
    [
        (["Work\tMarden Mill\t2011", "Experience\tClerk"], ["Work Experience", "Marden Mill\t2011", "Clerk"]),
        (["Teaching\tGraduate", "Experience"], ["Teaching Experience", "Graduate"]),
        (["Leadership\tand\tTide Board", "Service\tMoor Club"], ["Leadership and Service", "Tide Board", "Moor Club"]),
        (["Subjects\tTides", "Experience"], ["Subjects\tTides", "Experience"]),
    ],
)
def test_headings_over_two_rows_of_the_margin(rows: list[str], whole: list[str]) -> None:
    assert [line.text for line in with_margin_headings([Line(row, size=9.0) for row in rows])] == whole


def test_headings_over_research_and_studies() -> None:
    assert section_of_heading("Research Experience and Education") == "experience"


def test_a_campus_before_the_end_of_a_sentence_belongs_to_its_university() -> None:
    school = read_education(
        sheet_of_text(
            "# Mara Velding\n## Education\n* 2012 Ph.D Biology, University of California, Davis. Mentor: Tilda Kessler"
        )
    ).school
    assert school
    assert school.value == "University of California, Davis"


def test_two_degrees_of_medicine_are_one_first_degree() -> None:
    degree = read_education(
        sheet_of_text("# Mara Velding\n## Education\n* M.B., B.Ch., Northmoor University Faculty of Medicine, 2010")
    ).degree
    assert degree
    assert degree.value.level == "bachelor"
