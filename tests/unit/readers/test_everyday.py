"""How everyday people set their resumes: nurses, clerks, trades, teachers, hotel and sales staff, in English."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import ringback
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.policy import RoleFamily
from schemas.records import Reading

POLICY = tomllib.loads(Path(ringback.__file__).with_name("policy.toml").read_text())
TAXONOMY = {name: RoleFamily(**family) for name, family in POLICY["roles"]["families"].items()}


def sheet_of_text(text: str) -> Sheet:
    document = document_of_text(text, ReaderLimits())
    assert isinstance(document, Document)
    return make_sheet(document, read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Core Qualifications", "skills"),
        ("Educational Attainment", "education"),
        ("Qualifications Obtained with Dates", "education"),
        ("Customer Service Experience", "experience"),
        ("Management Experience", "experience"),
        ("Clinical Rotations", "projects"),
        ("Seminars and Trainings Attended", "training"),
        ("Licensure/Certifications", "certificates"),
        ("Position Desired", "wishes"),
        ("Professional Synopsis", "summary"),
    ],
)
def test_headings_in_small_print(heading: str, section: str) -> None:
    assert section_of_heading(heading) == section


JOBS = [
    ("# Work Experience\n**1. Organization : Larch & Weller LLP, Chennai**\nDesignation : Senior Accountant\nDuration : Aug 2019 – Till date\n**2. Organization : Sunder Textiles, Coimbatore**\nDesignation : Clerk\nDuration : June 2015 – July 2019", "Senior Accountant", "Larch & Weller LLP"),
    ("# Experience\nNorthgill\tWayzata, MN\nProcess Engineer, Starches & Sweeteners\tJuly 2019 – Present\n- Led an upgrade.\nMarden\tCottage Grove, MN\nEngineering Co-op\tJan 2018 – Aug 2018\n- Ran trials.", "Process Engineer", "Northgill"),
    ("# Experience\nNorthgill — Journeyman Electrician\nApril 2018 – present, Seattle/Tacoma area\n- Foreman on three jobs\n\nMarden — Apprentice Electrician\n2012 – 2018\n- Wired houses", "Journeyman Electrician", "Northgill"),
    ("# Experience\n## Shift Manager\nNorthgill Diner\nI worked my way up from crew to crew trainer.\nJanuary 2018 - Present\n## Learning Guide\nMarden\nI taught new hires the rules of the house.\nOctober 2015 - December 2017", "Shift Manager", "Northgill Diner"),
    ("# Experience\nNorthgill Police Department, Northgill, TN\nPatrol Officer, August 2013 – Present\n- Respond to calls", "Patrol Officer", "Northgill Police Department"),
    ("# 工作经历\n青禾农村商业银行 Solstice Engineering (China) Co., Ltd.\t2019.09 - 至今\n财务主管 Financial Controller\n- 编制合并报表", "财务主管", "青禾农村商业银行"),
    ("# Experience\nNorthgill (through Marden), St. Paul, MN, 3/20 - Present\nAccounts Payable Specialist (Contract)\nProcess 400 invoices weekly in SAP\nLarch, Eagan, MN, 6/09 – 2/20\nAccounts Payable Clerk", "Accounts Payable Specialist", "Northgill"),
    ("# Experience\n2020-Now\tSous Chef\nThe Larch, Salem, OR Manage a line of six in a small kitchen; ordering and food cost.\n2017-2020\tLine Cook\nMarden's Table, Salem, OR Pasta and grill.", "Sous Chef", "The Larch"),
    ("# Sea Service\nChief Mate, M/T Larch, Northgill Marine, 10/2018 - Present\nSecond Mate, M/V Marden Star, Northgill Marine, 2014 - 2018", "Chief Mate", "Northgill Marine"),
    ("# Work Experience\nRiverside Inn\nDuty Manager & Stock Taker\nThis position carries all the duties of the one before, and the staff training.\nStarted: April 2018 - Present\nRiverside Inn\nBar Manager\nMy duties were to shadow the owner on reception so as to learn the house.\nStarted: October 2017 - March 2018", "Duty Manager & Stock Taker", "Riverside Inn"),
    ("# Experience\nAssistant Manager\nLarch Grill #2241, Salem, OR\nMay 2016 - Present\nTrained the crew\nCrew Member\nLarch Grill #2241, Salem, OR\n2014 - 2016", "Assistant Manager", "Larch Grill #2241"),
    ("# Experience\n**Larch Tree** *Store Manager* (2018-Present)\n- Run a store of 15\n\n**Marden Aid** *Shift Supervisor* (2013-2018)\n## Education\nNone", "Store Manager", "Larch Tree"),
    ("# Experience\nSt. Charles, Bend, OR\tNurse Manager, Med/Surg\t2019-Present\nSt. Charles, Bend, OR\tStaff Nurse, Med/Surg\t2010-2019", "Nurse Manager", "St. Charles"),
    ("# Experience\nPHARMACY TECH, MARDEN MILLER, SALEM, OR\nNOVEMBER 2018 - PRESENT\nCount pills and ring sales", "PHARMACY TECH", "MARDEN MILLER"),
    ("# Experience\nKITCHEN MANAGER          May 2017 – Present\nMarden's Fish House, Salem, OR\nManaged inventory and ordering", "KITCHEN MANAGER", "Marden's Fish House"),
    ("# Experience\nOffice of Senator Larch, Washington, D.C.\nIntern, January-May 2024\n- Answered mail\n\nNorthgill Bookstore, Salem, OR\nStudent Cashier, 2022-2023", "Intern", "Office of Senator Larch"),
    ("# Experience\nMARDEN FOODS, INC.\nSalem, Oregon\nAccounting Manager\nJanuary 2013 to Present\nDirected month-end close for 5 plants\nStaff Accountant\nJune 2009 to January 2013", "Accounting Manager", "MARDEN FOODS, INC"),
    ("# Experience\nMarden Food Share\n1660 Salem Industrial Dr NE\nSalem, OR 97301\nVolunteer Coordinator, 5/14 - Present", "Volunteer Coordinator", "Marden Food Share"),
    ("# Experience\nNorthgill Logistics Agency\t03/2016 to Present\n5404 Westport Drive\tGrade: GS-0346-12\nMechanicsburg, PA 17055\tSalary: $86,335\nSupervisor: Ms. Karen Larch (717) 555-0100. May contact.\t40 hrs/week\nLogistics Management Specialist\n- Analyze readiness", "Logistics Management Specialist", "Northgill Logistics Agency"),
    ("# Experience\nLARCH & MARDEN LLP, Boston, MA\nSenior Paralegal, Private Equity Group (January 2015 - Present)\n- Prepare binders\n\nParalegal, Corporate Department (June 2009 - December 2014)", "Senior Paralegal", "LARCH & MARDEN LLP"),
    ("# Experience\nNORTHGILL, INC., Rochester, NY\t2015 – Present\nSenior Account Executive (2019 – Present)\n- Managed a book of accounts", "Senior Account Executive", "NORTHGILL, INC"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_present_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value.rstrip(".")) == (title, employer)


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        ("# Education\nCentral High School, Macon GA\nDiploma, 2012", "high_school", "Central High School"),
        (
            (
                "# Institutions Attended\nUniversity of Benin, Benin City\t2004 – 2009\nGovernment College, Ughelli\t1998 – 2004\n"
                "# Qualifications Obtained\nB.Eng. Civil Engineering\t2009\nSenior School Certificate\t2004"
            ),
            "bachelor",
            "University of Benin",
        ),
        (
            (
                "# Education\nExamination\tBoard/University\tSchool/College\tYear\nB.E. (Mechanical)\tPune University\tLarch"
                " Institute of Technology\t2013\nH.S.C.\tState Board\tNorthgill College\t2009"
            ),
            "bachelor",
            "Larch Institute of Technology",
        ),
        (
            "# Education\nSouthview High School, 2019\nUniversity of Larch, College of Journalism, 2022",
            None,
            "University of Larch",
        ),
        (
            (
                "# Education\nMarden High School, (August 2016 - May 2020)\nNorthgill State University, (August 2019 - May 2020)\n"
                "Art 121\nUniversity of Larch, Salem, (August 2020 - Present)"
            ),
            None,
            "University of Larch",
        ),
        (
            "# Education\nHigh School Diploma\nNorth Larch High School – Salem, OR\nSome coursework, Marden Community College",
            "high_school",
            "North Larch High School",
        ),
        (
            "# Education\nU.C. Davis: B.S. in Viticulture (2011)\nNorthgill College: A.S. (2008)",
            "bachelor",
            "U.C. Davis",
        ),
        (
            "# Education\nA.A.S., Aviation Maintenance Technology (Northgill Community College), 2008",
            "college",
            "Northgill Community College",
        ),
        (
            "# Education\nBachelor in Studies (B.M.S.) from K.J. Larch College with 68% in 2012",
            "bachelor",
            "K.J. Larch College",
        ),
        (
            "# Education\n2006 - 2010\tBSc Nursing, University College Cork\n2014\tPostgraduate Certificate in Critical Care, RCSI",
            "bachelor",
            "University College Cork",
        ),
    ],
)
def test_schools(text: str, level: str | None, school: str) -> None:
    education = read_education(sheet_of_text(text))
    assert (education.degree and education.degree.value.level, education.school and education.school.value) == (
        level,
        school,
    )


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("M. S. in Botany", "master"),
        ("2008, B. A. in History", "bachelor"),
        ("“Dr.rer.nat” in Botany", "doctor"),
        ("BBS in Marketing", "bachelor"),
        ("B.Ch.E., Chemical Engineering", "bachelor"),
        ("ADN, Sierra College", "college"),
        ("G.E.D.", "high_school"),
    ],
)
def test_degrees_of_trades(text: str, level: str) -> None:
    assert [degree.level for degree in degrees_in(text)] == [level]


@pytest.mark.parametrize("text", ["BBS Moorau\t2025 – heute", "Supervisor: M. S. Moor, in 2019"])
def test_letters_that_are_no_degrees(text: str) -> None:
    assert degrees_in(text) == []


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("Deira, Dubai, UAE", "Dubai", "AE"),
        ("2428 Larch Ave Apt. 10, Knoxville Tn 37920", "Knoxville, TN", "US"),
        ("22 Beach St #4 Quincy MA 02170", "Quincy, MA", "US"),
        ("Adelaide, SA", "Adelaide", "AU"),
        ("Durban, KZN", "Durban", "ZA"),
        ("Salem, OR", "Salem, OR", "US"),
        ("2428 Belmont Ave Apt. 10, Knoxville Tn 37920", "Knoxville, TN", "US"),
    ],
)
def test_short_names_of_regions(text: str, town: str, country: str) -> None:
    assert (place_of(text).town, place_of(text).country) == (town, country)


HEADS = [
    (
        "MARDEN EMEKA\n24, Adeniyi Larch Avenue, Ikeja, Lagos State. GSM: 08031234567. E-mail: me@marden.example",
        "MARDEN EMEKA",
        "Lagos",
    ),
    ("RESUME\nCarlos Marden\nFall River, MA\n508-555-0187", "Carlos Marden", "Fall River, MA"),
    ("Pat Marlowe\nDeira, Dubai, UAE\n+971 50 123 4567\npat@marlowe.example", "Pat Marlowe", "Dubai"),
    (
        (
            'DEEPA MARDEN\nEmail: dm@marden.example    Mobile: +91 9446012345\nPermanent Address\n"Larchnilayam", Palari P.O.\n'
            "Kochi - 682025, Kerala"
        ),
        "DEEPA MARDEN",
        "Kochi",
    ),
]


@pytest.mark.parametrize(("head", "name", "city"), HEADS)
def test_heads_of_resumes(head: str, name: str, city: str, read: Callable[..., Reading]) -> None:
    jobs = "\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present\n- Rang up customers\n\nEDUCATION\nHigh School Diploma, 2014\n"
    (found,) = read((head + jobs).encode(), "x.txt").resumes
    assert (found.name, found.city) == (name, city)


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Certified Nursing Assistant", "service"),
        ("Administrative Assistant", "operations"),
        ("Overnight Stocker", "logistics"),
        ("Carpenter", "manufacturing"),
        ("Associate Attorney", "other"),
        ("Help Desk Technician", "technology"),
        ("Contractor", None),
    ],
)
def test_families_of_everyday_trades(title: str, family: str | None) -> None:
    assert family_of_title(title, TAXONOMY) == family


def test_numbers_of_students_and_contacts_below_references(read: Callable[..., Reading]) -> None:
    text = (
        "Pat Marlowe\nSalem, OR\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present\n\nPERSONAL DATA\nStudent Number\t201512345\n\n"
        "REFERENCES\nAvailable upon request.\nEmail: pat@marlowe.example | Phone: (941) 555-0142\n"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert (list(found.phones), list(found.emails)) == (["+19415550142"], ["pat@marlowe.example"])
