"""How academics, doctors and lawyers set their resumes: headings of their trades, service beside work, persons beside houses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.joined import parted_name
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.section_ranks import keep_under_entries
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading

PAGES = Path(__file__).parents[2] / "data" / "pdf"


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("heading", "section", "in_small_print"),
    [
        ("Legal Employment", "experience", "experience"),
        ("Other Professional Positions", "experience", "experience"),
        ("Academic Experience", "experience", "experience"),
        ("Research and Teaching Experience", "experience", "experience"),
        ("Academic and Research Positions", "experience", "experience"),
        ("Internship and Residency", "experience", "experience"),
        ("Graduate Medical Education", "experience", "experience"),
        ("Residency", "experience", None),
        ("Research Experience", "projects", "projects"),
        ("Service", "other", None),
        ("Service to the Profession", "other", "other"),
        ("Academic Service", "other", "other"),
        ("Grants and Fellowships", "awards", "awards"),
        ("Funding", "awards", None),
        ("Works in Progress", "projects", "projects"),
        ("Books", "projects", None),
        ("Bar Admissions", "certificates", "certificates"),
        ("Medical Licensure", "certificates", "certificates"),
        ("Professional Services", None, None),
        ("Professional Preparation", "education", "education"),
        ("Dissertation Committee", "references", "references"),
        ("Education and Research Overview", "education", None),
        ("Research Overview", "projects", None),
    ],
)
def test_headings_of_scholars_doctors_and_lawyers(
    heading: str, section: str | None, in_small_print: str | None
) -> None:
    assert section_of_heading(heading, stands_out=True) == section
    assert section_of_heading(heading) == in_small_print


JOBS: list[tuple[str, str | None, str | None]] = [
    ("# Mara Velding\n## Research Experience\n2020-present\tPostdoc, Northmoor University\n## Teaching Experience\n2015-2020\tTeaching Assistant, Southmoor University\n## Services\n2021-present\tExternal reviewer\nTide Reviews, Harbour Letters", "Postdoc", "Northmoor University"),
    ("# Mara Velding\n## Work Experience\nTutor, Southmoor College, 2015-2018\n## Research Experience\nResearch Assistant, Northmoor Institute, 2019-present", "Research Assistant", "Northmoor Institute"),
    ("# Mara Velding\n## Experience\n2017-2018\tResearch assistant, Northmoor House for Tilda Kessler\n2015-2017\tClerk, Southmoor Bank", "Research assistant", "Northmoor House"),
    ("# Mara Velding\n## Teaching Experience\nFall 2019\tTeaching Assistant\tTID 161: Crops, Culture, and Climate (in Italy)\nFall 2018\tTeaching Assistant\tTID 201: Measuring Tides: Data", "Teaching Assistant", None),
    ("# Mara Velding\nResearch Fellow · Northmoor College · Centre for Tides and Equalising Opportunities\nBath, UK", "Research Fellow", "Northmoor College"),
    ("# Mara Velding\n## Academic Positions\n| Period | Position | Institution |\n| :--- | :--- | :--- |\n| 2021-present | Assistant Professor | Northmoor University, Bath |\n| 2016-2020 | Postdoc | Tide Group (Southmoor University) |", "Assistant Professor", "Northmoor University"),
    ("# Mara Velding\n## Academic Positions\n| Period | Position | Institution |\n| :--- | :--- | :--- |\n| 2021-present | Assistant Professor | Faculty of Mathematics, Tides and Winds (University of Southmoor) |\n| 2016-2020 | Postdoc | Tide Group (Northmoor University) |", "Assistant Professor", "University of Southmoor"),
    ("# Mara Velding\n## Legal Experience\nDunmore, Velding & Kessler LLP, Chicago, Illinois\nAssociate, Litigation Department\tSeptember 2018 - Present\nRepresent banks in class actions.", "Associate", "Dunmore, Velding & Kessler LLP"),
    ("# Mara Velding\n## Work Experience\nJune 2021 to present, Noida Senior Engineering Manager, Brightwave Technology Solutions\nApril 2013 to May 2021, Delhi Staff Software Engineer, Moss Systems", "Senior Engineering Manager", "Brightwave Technology Solutions"),
    ("# Mara Velding\n## Research Experience\nPostdoctoral Researcher\t2024 - Present\nSupervisor: Dr. Tilda Kessler\tNorthmoor University\n- Studied the tides of the north\nGraduate Associate\t2019 - 2024\nSupervisor: Dr. Edwin Brandt\tSouthmoor University", "Postdoctoral Researcher", "Northmoor University"),
    ("# Mara Velding\n## Professional Experience\n**Innovation Associate** (Present)\nNorthmoor University, Bath, UK\n- Batteries\n\n**Research Fellow, Project Tern** (2023-2024)\nSouthmoor College, Bath, UK", "Innovation Associate", "Northmoor University"),
    ("# Mara Velding\n## Academic Appointments\n2025-present\tProfessor, Department of Tidal Medicine\nProfessor, Department of Winds\nUniversity of Northmoor, Bath\n2020-2025\tAssociate Professor, Department of Winds\nUniversity of Northmoor, Bath", "Professor", "University of Northmoor"),
    ("# Mara Velding\n## Research Experience\nBeyond the Harbour: Language as Institutional Capital and Its Impacts on Local Governance in the North\nRemote Research Assistant, Led by Professor Tilda Kessler\nJanuary 2026 - Present\n- Analyzed the survey of 2003.", "Remote Research Assistant", None),
    ("# Mara Velding\n## Work Experience\nSep 2019 - Jun 2023\tPrivate Tutor\tModena, Italy / Online\n- Taught pupils of all schools", "Private Tutor", None),
    ("Mara Velding\nPROFESSIONAL EXPERIENCE\nVelding Law, LLC - Montgomery, Alabama\nFounder and Managing Attorney\nPractice limited to estate planning, probate and elder law.\nKessler & Pike, P.C. - Birmingham, Alabama\nAssociate Attorney, 2009 - 2014\nDefended hospitals in state and federal courts.\nCourt of Tides - Montgomery, Alabama\nStaff Attorney, 2007 - 2009", "Founder and Managing Attorney", "Velding Law, LLC"),
    ("Mara Velding\nExperience\n2017-Now\tAssociate Lecturer\tApplied Mathematics, The University of the\nWesternmoor\n2015-2016\tTutor\tMathematics, Southmoor College", "Associate Lecturer", "The University of the Westernmoor"),
    ("Mara Velding\nResearch and Teaching\nGraduate Research Assistant, Center for Tides, Northmoor University, 2023-\nTeaching Fellow, Northmoor University, Fall 2022", "Graduate Research Assistant", "Northmoor University"),
    ("Mara Velding\nExperience\n08-09/2014\tResearch internship\tSouthmoor Institute of Physics\n2016\tMaster's thesis\tNorthmoor University", "Research internship", "Southmoor Institute of Physics"),
    ("# Mara Velding\n## Work and Teaching Experience\nVisiting Researcher, Northmoor University\nStart: Sep 2021 - End: Dec 2021\nI spent three months there.\nConsultant, Southmoor Hospital\nStart: Jul 2019 - End: Dec 2019", "Visiting Researcher", "Northmoor University"),
    ("---\ntitle: About Me\n---\n# Mara Velding\nEducation\n======\n* Wexford College of Medicine\n\nPositions\n======\n* The University of Northmoor Cancer Center\n  * April 2021 - present\n  * Department of Tides\n\n* University of Southmoor\n  * March 2019 - April 2021\n\nAwards\n======\n* Tide Prize", None, "The University of Northmoor Cancer Center"),
    ("# Mara Velding\n## Academic Experience\n**Post-Doctoral Researcher -- Tides** (Ongoing)\nNorthmoor University, Netherlands\n- Maps of tides\n\n**Doctoral Researcher** (2019 -- present)\nUniversity of Southmoor, Netherlands\n- Models", "Post-Doctoral Researcher", "Northmoor University"),
    ("# Mara Velding\n## Education\n* 2023-Present: Postdoctoral Research Associate, University of Northmoor (UK)\n* 2019-2023: Ph.D in Biology, University of Southmoor (UK)", "Postdoctoral Research Associate", "University of Northmoor"),
    ("# Mara Velding\n[Appointments](#appointments)\n## Academic Appointments\n[back to top](#top)\n\n**Assistant Research Professor**\n- July 2019 - Present\n- University of Northmoor, Department of Tides\n\n**Senior Research Instructor**\n- July 2017 - June 2019\n- University of Southmoor, Department of Winds", "Assistant Research Professor", "University of Northmoor"),
    ("# Mara Velding\n## Work Experience\nUniversity of Northmoor, Bath\nTeaching Assistant\n- Served as assistant for courses on tides several times.\n\nSouthmoor Systems Inc.\nIntern, 2009\n- Worked on calibrating the gauges of harbours.\n\nDunmore Bank Ltd.\nIntern, 2007\n- Tested the internal systems of the bank.", "Teaching Assistant", "University of Northmoor"),
    ("# Mara Velding\n## Work Experience\n2020 - Present\tFreelance Translator, Subtitler, and Quality Control Specialist\n- Subtitles of films", "Freelance Translator", None),
    ("# Mara Velding\n## Work Experience\n2020 - Present\tTranslator, Subtitler, and Editor\n- Subtitles of films", "Translator, Subtitler, and Editor", None),
    ("# Mara Velding\n## Appointments\n2020-,     Assistant Professor, Department of Tides, Northmoor Boston\n2015-2020, Associate Research Scientist, Southmoor University", "Assistant Professor", "Northmoor Boston"),
    ("# Mara Velding\n## Teaching Experience\nTeaching Assistant, CS564: Database Systems\tMadison, WI\nUniversity of Northmoor; Professor: Ruth Larkin\tJan 2026 – May 2026\n- Held office hours", "Teaching Assistant", "University of Northmoor"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_present_posts(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_headings_in_the_margin_and_drawn_letters_are_read(read: Callable[..., Reading]) -> None:
    (found,) = read((PAGES / "tex_margin_heads.pdf").read_bytes(), "x.pdf").resumes
    values = (found.name, found.current_title, found.current_employer, found.school, found.highest_degree)
    assert values == ("Mara Velding", "Lecturer", "Northmoor College London", "University of Southmoor", "doctor")


def test_addresses_of_a_dissertation_committee_are_those_of_its_professors() -> None:
    text = (
        "Ines Calloway\n12 Elm Hall, Rivermouth\nEmail: ines@econ.rivermouth.edu\n\nEDUCATION\n\nRivermouth University\n"
        "Ph.D. in Economics (expected)\n\nREFERENCES\n\nDissertation Committee\n\nProfessor Anton Brehm, Rivermouth\n"
        "Email: brehm@econ.rivermouth.edu\nProfessor Sofia Lund, Rivermouth\nEmail: lund@rivermouth.edu\n"
    )
    assert [found.value for found in read_emails(sheet_of_text(text))] == ["ines@econ.rivermouth.edu"]


def test_a_name_alone_under_personal_data_is_the_name() -> None:
    sheet = sheet_of_text(
        "# CV\n## Personal Data\nMara Velding\nGaur City 2, Greater Noida (W)\n9876543210\n## Work\nClerk, 2019-2021"
    )
    name, _ = read_name(sheet, [])
    city = read_city(sheet)
    assert (name and name.value, city and city.value) == ("Mara Velding", "Greater Noida")


def test_letters_behind_a_name_are_no_town() -> None:
    sheet = sheet_of_text(
        "# Dr Mara Velding\nMBBS, BSc (Hons), MRCP (UK)\n14 Rowan Close, Leeds, LS8 2QT\nMobile: 07700 900321"
    )
    city = read_city(sheet)
    assert city
    assert city.value == "Leeds"


def test_a_note_behind_a_name_and_a_site_below_an_address_are_no_part_of_them() -> None:
    text = "# Mara Velding†\nVaduz, Liechtenstein | mara.velding@uni.li\nlinkedin.com/in/maravelding | maravelding.github.io"
    sheet = sheet_of_text(text)
    assert [found.value for found in read_emails(sheet)] == ["mara.velding@uni.li"]
    name, _ = read_name(sheet, ["mara.velding@uni.li"])
    assert name
    assert name.value == "Mara Velding"


def test_a_firm_in_capitals_beside_its_country_is_no_place() -> None:
    text = (
        "Ines Calloway\nDATA ANALYST\n\nWORK EXPERIENCE\n\nData Analyst\tJun 2019 - NOW\nKWC Argentina\n"
        "Works in some subareas of the STEM area (Science, Technology, Engineering and\nMathematics)\n"
    )
    job = read_job(sheet_of_text(text))
    assert job.employer is not None
    assert job.employer.value == "KWC Argentina"


RUNNING = (
    "Mara Velding\nDepartment of Tides\n"
    "EDUCATION: B.S., Biology, Oakmere College, 1986; M.S., Tides, Southmoor University,\n1989; Ph.D., Tides, Northmoor University, 1993.\n"
    "EMPLOYMENT: Associate, Southmoor University, 1993-1995; Assistant Professor, Wexford State\nUniversity, 1995-2001; "
    "Professor, Wexford State University, 2008-present.\n"
    "HONORS: Fellow, Tide Society, 2012; Teacher of the Year, 2004."
)


def test_jobs_and_degrees_in_one_running_line_are_told_apart() -> None:
    sheet = sheet_of_text(RUNNING)
    job, studies = read_job(sheet), read_education(sheet)
    assert (job.title and job.title.value, job.employer and job.employer.value) == (
        "Professor",
        "Wexford State University",
    )
    assert (studies.school and studies.school.value) == "Northmoor University"
    told = "Mara Velding\n## Current position\nEmployed by the Institute since 1 January 2007; Director from 1 August 2010; Professor from 2011."
    assert sum("Director" in line and "Professor" in line for line in sheet_of_text(told).shown) == 1


@pytest.mark.parametrize(
    ("word", "email", "name"),
    [
        ("MaraVelding", "x@mill.example", "Mara Velding"),
        ("maravelding", "mara@mill.example", "mara velding"),
        ("maravelding", "m.velding@mill.example", "mara velding"),
        ("MacGregor", "x@mill.example", "MacGregor"),
        ("curriculum", "x@mill.example", "curriculum"),
    ],
)
def test_names_printed_without_a_space(word: str, email: str, name: str) -> None:
    assert parted_name(word, [email]) == name


def test_a_place_is_no_name_and_letters_of_a_doctor_are_no_part_of_one() -> None:
    name, _ = read_name(
        sheet_of_text(
            "# Mara Velding M.D\nAnalyst | Statistician\nBandar Baru Bangi, Selangor, Malaysia\n+6012 3456789"
        ),
        [],
    )
    assert name
    assert name.value == "Mara Velding"


def test_underscores_drawn_as_rules_are_read(read: Callable[..., Reading]) -> None:
    (found,) = read((PAGES / "tex_underscore.pdf").read_bytes(), "x.pdf").resumes
    assert found.emails == ("mara_velding@northmoor.example",)


def test_the_name_below_the_title_of_a_page_is_no_heading() -> None:
    text = "---\ntitle: About Me\n---\n# Mara Velding\nStudent of tides.\n# Education\n* Wexford College\n# Awards\n* Tide Prize\n# Presentations\n* Poster"
    name, _ = read_name(sheet_of_text(text), [])
    assert name
    assert name.value == "Mara Velding"


def test_degrees_of_science_in_two_capitals() -> None:
    studies = read_education(
        sheet_of_text(
            "# Mara Velding\n## Education\nNorthmoor School of Public Health\nScM in Tides | 2023 - present\nOakmere College\nBA in Sociology | 2014 - 2018"
        )
    )
    assert studies.degree
    assert studies.school
    assert (studies.degree.value.level, studies.school.value) == ("master", "Northmoor School of Public Health")


@pytest.mark.parametrize(
    ("lines", "school", "level"),
    [
        ("## Education\n### Juris Doctor (JD)\nNorthmoor Law School | 2022 - Present\n- Focus: Corporate Law, Contracts\n### Bachelor of Arts\nUniversity of Southmoor | 2018 - 2022", "Northmoor Law School", "doctor"),
        ("## Education\n- 2021 - Post-doctoral fellow, Dunmore Institute/Westmoor Medical School.\n- 2016 - Ph.D., Biophysics, University of Northmoor.\n- 2010 - B.S., Chemistry, University of Southmoor.", "University of Northmoor", "doctor"),
        ("## Education\n2013-2014: Master degree in Biology with a major in tides (University of Northmoor, Spain)", "University of Northmoor", "master"),
        ("## Education\nFirst-class Physics MPhys at University of St. Larchmore, graduated 2022", "University of St. Larchmore", "master"),
        ("## Education\n* **MBChB, Medicine** - University of Northmoor (2017 - 2022)", "University of Northmoor", "bachelor"),
        ("## Education\n11/2022 Graz, Austria\nJOINT MASTER'S PROGRAMME IN TIDAL STUDIES University of Northmoor\nThe programme prepares students for further PhD studies", "University of Northmoor", "master"),
        ("## Education\nNorthmoor Institute of Technology\nIMSc in Mathematics, 2018 - 2023", "Northmoor Institute of Technology", "master"),
    ],
)  # fmt: skip
def test_schools_of_scholars(lines: str, school: str, level: str) -> None:
    studies = read_education(sheet_of_text(f"# Mara Velding\n{lines}\n"))
    assert studies.degree
    assert studies.school
    assert (studies.school.value, studies.degree.value.level) == (school, level)


def test_places_of_work_that_sound_like_studies() -> None:
    sections, headings = ["top", "experience", "education", "education"], [False, True, True, False]
    keep_under_entries(
        sections, headings, ["Mara Velding", "Employment", "Academia", "Reader"], [28.0, 14.0, 11.0, 10.0]
    )
    assert sections == ["top", "experience", "experience", "experience"]
    assert headings == [False, True, False, False]


def test_a_town_in_front_of_whether_one_would_move_and_the_numbers() -> None:
    contact = "Valencia, Spain (open to relocation) +34 655 37 00 77 mara@fernpost.net mara.example/Folio"
    city = read_city(
        sheet_of_text(f"# Mara Velding\nBaker\n{contact}\n## Experience\nBaker, Larch Ltd, 2019 - Present\n")
    )
    assert city
    assert city.value == "Valencia"
