"""Shapes of English resumes of all walks of life: where post, house, school and town stand in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.read import Reading

HEAD = "Nora Pellwick\nnora@pellwick.example\n\n"
STUDIES = "\n\nEDUCATION\nHigh School Diploma, 2014\n"

JOBS = [
    (
        "Elementary Teacher - Immersion Spanish\n2019 - Present\nPlan lessons in both languages.",
        "Elementary Teacher",
        None,
    ),
    ("Apr 2021 - Present\tPrivate Tutor (High School Physics and Mathematics)", "Private Tutor", None),
    (
        "etiLarch Vale Court - QRL\tLeeds, UK\nResearch Assistant (part-time)\t09/2023 - present\n- Wrote reports",
        "Research Assistant",
        "etiLarch Vale Court - QRL",
    ),
    (
        (
            "Hollin Park - Photography Ambassador\tJul-Aug 2016\nLarch Diner - Waitress\tJan-Feb 2018\n- Served guests\n"
            "Vireo Clinic Limited – Marketing Assistant and Clerk\nFeb-Apr 2021\n- Kept the books in order and answered calls"
        ),
        "Marketing Assistant and Clerk",
        "Vireo Clinic Limited",
    ),
    (
        (
            "Journeyman Electrician, Larch Local 38 (2016 – Present)\nContractors worked for: Vale Electric, Moor Electric\n"
            "Apprentice Electrician, Harwell Local 12 (2011 – 2016)\n- Completed 8,000 hours"
        ),
        "Journeyman Electrician",
        "Larch Local 38",
    ),
    (
        (
            "Sales Associate\nGrizzly Larch - WhiteVale, MT.\nOctober 2022 — August 2024\n- Kept the store clean\n"
            "Store Clerk\nVireo Foods - Moor Falls, MT.\nApril 2015 — May 2019\n\nMILITARY SERVICE\nBranch: Army\n"
            "October 2022 — August 2024\nRank: Sergeant"
        ),
        "Sales Associate",
        "Grizzly Larch",
    ),
    (
        "University of Harwell, Harwell OH\nIT Support Technician - Office of Innovative Learning\nMay 2021 - Present\n- Mended",
        "IT Support Technician",
        "University of Harwell",
    ),
    (
        (
            "Sept 2016 –      Special Needs Assistant\nto date          Scoil Larch National School, Moor\n"
            "                 Helped two pupils.\n2014 – 2016      Childcare Worker\n                 Little Acorns, Moor"
        ),
        "Special Needs Assistant",
        "Scoil Larch National School",
    ),
    (
        (
            "Van Larch Heating & Cooling ... HVAC Technician ... 2015 – present\n"
            "Moor Farms ........ Maintenance helper ........ 2012 – 2014"
        ),
        "HVAC Technician",
        "Van Larch Heating & Cooling",
    ),
    (
        (
            "Data Analyst Larch Strategy Group, Inc. (LSGI) Oct 2022 – Apr 2023 (7 mos) I am using Excel, R and Python to sort"
            " through big data of the house and of its partners, and to tell what was found to those who have asked for it.\n"
            "Data Engineer Moor International Jan 2021 – Mar 2022 (1 yr 3 mos) I can code in PERL, C++, Python, and SQL, and I"
            " have sorted through big data to conduct the analysis of many documents for the house and for its own partners."
        ),
        "Data Analyst",
        "Larch Strategy Group, Inc.",
    ),
]


@pytest.mark.parametrize(("jobs", "title", "employer"), JOBS)
def test_posts_and_houses(jobs: str, title: str, employer: str | None, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}WORK EXPERIENCE\n{jobs}{STUDIES}".encode(), "x.txt").resumes
    assert (found.current_title, found.current_employer) == (title, employer)


SCHOOLS = [
    ("A.B. in Mathematics, Harwell University, 1998.\nPh.D. in Mathematics, M.I.T., 2002.", "M.I.T."),
    (
        "M.P.S. IN PROFESSIONAL STUDIES\nNorthmoor Theological Seminary\nB.S. IN BEHAVIORAL SCIENCE\nMarden College, NY",
        "Northmoor Theological Seminary",
    ),
    (
        "2019/02-07 (Exchange)\tThe Harwell University\n2018 - 2021\tNational Marden University - Information Management",
        "National Marden University",
    ),
    ("Moor Academy, HS diploma\nHarwell University, sophomore", "Harwell University"),
    (
        "University of Harwell\nBachelor of Arts, Larch Honors College, May 2023\nMajors: English, History",
        "University of Harwell",
    ),
    (
        "Moor Larch Technical College, Clarkston GA - CNA Certificate 2014\nHarwell High School, Decatur GA - Diploma 2012",
        "Moor Larch Technical College",
    ),
    (
        (
            "2013 – 2014      Moor Technical Institute\n                 QQI Level 5 Special Needs Assisting\n"
            "2005 – 2011      Harwell Secondary School\n                 Leaving Certificate"
        ),
        "Moor Technical Institute",
    ),
    ("School of Nursing, Enugu\t2009-2012\nGirls Secondary School, Harwell\t2002-2008", "School of Nursing"),
    ("Moor Community College, some coursework\nHigh School Diploma, Harwell High School", "Harwell High School"),
    (
        "|MD (DERMA) |Gov. Larch Medical College, Moor |2010|\n|MBBS |Gov. Harwell Medical College, Vale |2003|",
        "Gov. Larch Medical College",
    ),
    (
        (
            "SECONDARY EDUCATION\nName Of School\t: Harwell Secondary School\nTERTIARY EDUCATION\n"
            "Institution Name\t: Moor University of Technology\nCourse Name\t: Information Technology"
        ),
        "Moor University of Technology",
    ),
]


@pytest.mark.parametrize(("studies", "school"), SCHOOLS)
def test_schools(studies: str, school: str, read: Callable[..., Reading]) -> None:
    text = f"{HEAD}EDUCATION\n{studies}\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present\n- Rang up customers\n"
    (found,) = read(text.encode(), "x.txt").resumes
    assert found.school == school


def test_score_with_its_year_is_no_number_and_a_driver_says_where_he_lives(read: Callable[..., Reading]) -> None:
    text = (
        f"{HEAD}Passed the state examination: score 273 (2026).\n\nWORK EXPERIENCE\nBus Driver - Larch Bus Lines\n"
        f"Phoenix, Arizona - 07/2024 - Present\nMy location: Houghton, MI\n- Drove the school bus{STUDIES}"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert (list(found.phones), found.city) == ([], "Houghton, MI")


def test_parts_of_a_page_that_only_its_style_sheet_holds_apart(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><h1>Nora Pellwick Moor Vale (Singaporean)</h1><a href='c.html'>Contacts</a><h2>Education</h2>"
        "<h4>Foundation Degree (Science)</h4><h6>2014<span>University of Harwell</span></h6><p>Golf Studies, HTML, CSS</p>"
        "<h2>Experience</h2><a>Back to Education</a> &nbsp; | &nbsp;<a>Skip to Skills</a>"
        "<h4>Larch North Shore Golf Club</h4><h6>2017 > Present<span>Employed</span></h6><p>Runs the shop.</p>"
        "<h4>Vireo Resort</h4><h6>2014 > 2017<span>Employed</span></h6><p>Ran the shop.</p>"
        "</body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.name, found.school) == ("Nora Pellwick Moor Vale", "University of Harwell")
    assert (found.current_title, found.current_employer) == (None, "Larch North Shore Golf Club")


def test_text_set_by_the_width_of_its_letters(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><pre>\nNORA PELLWICK\n12 Larch St, Salem, OR 97301         (503) 555-0142\n"
        '<a href="mailto:n@p.example">n@p.example</a>\n\nEXPERIENCE\nLarch Lots, Salem, OR                2015 - Present\n'
        "Cashier\n  - Rang up customers\n\nEDUCATION\nMoor High School                     2014\n</pre></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.name, found.city, list(found.phones)) == ("NORA PELLWICK", "Salem, OR", ["+15035550142"])
    assert (found.current_title, found.current_employer, found.school) == ("Cashier", "Larch Lots", "Moor High School")


def test_rows_of_a_table_that_nothing_opens_or_ends(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><h1>resume of Nora Pellwick</h1>n@p.example<h2>Professional History</h2>"
        "<table><tr><th>job title</th><th>year</th><th>company</th></tr><td>Admin officer</td><td>2017</td><td>Vireo Apparels</td>"
        "</table><h2>Educational History</h2><table><tr><th>Certificates</th><th>INSTITUTION</th><th>Year</th></tr>"
        "<td>llb(hons)</td><td>Harwell University</td><td>2012</td></table><h2>Skills</h2><p>Word</p></body></html>"
    )
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.current_title, found.current_employer) == ("Admin officer", "Vireo Apparels")
    assert found.school == "Harwell University"


HEADS = [
    (
        (
            "<p>Home | FAQ | Thesis | Index |</p><p>Nora T. Pellwick -- Senior Software Engineer</p><p>Work History:</p>"
            "<p>Oct/08-Present: Vireotech - Lindon, UT</p><p>Education:</p><p>B.S., Harwell University, 1998</p>"
        ),
        "Nora T. Pellwick",
        None,
        "Vireotech",
    ),
    (
        (
            "<h1>Nora Pellwick</h1><p>Home</p><p>Projects</p><p>Data App</p><h1>NORA PELLWICK</h1><p>Ashland, MA, 01721 &bull; n@p.example</p>"
            "<h2>Experience</h2><h3>ILLUSTRATOR</h3><p><b>Independent Contractor</b> | January 2018 - Present</p><ul><li>Drew</li></ul>"
        ),
        "Nora Pellwick",
        "Ashland, MA",
        None,
    ),
    (
        (
            "<h2>Nora Pellwick</h2><p>n@p.example</p><h4>Employment</h4><ul><li>Associate at Larch Bread</li><li>Vireo4College</li></ul>"
            "<h4>Education</h4><p>Harwell Community College</p>"
        ),
        "Nora Pellwick",
        None,
        "Larch Bread",
    ),
]


@pytest.mark.parametrize(("body", "name", "city", "employer"), HEADS)
def test_pages_of_people(
    body: str, name: str, city: str | None, employer: str | None, read: Callable[..., Reading]
) -> None:
    (found,) = read(f"<html><body>{body}</body></html>".encode(), "x.html").resumes
    assert (found.name.casefold() if found.name else None, found.city) == (name.casefold(), city)
    assert found.current_employer == employer


NAMES = [
    ("<p>Home</p><p>From Scratch</p><p>Nora Pellwick</p><p>Accounting Student</p><p>12 Larch Street, UT 84600</p>", ""),
    ("<nav><a>Nora Pellwick</a><button>Menu</button></nav><h1>Resume</h1>", ""),
    ("<nav><a>Home</a></nav>", "<footer>Copyright &copy; | Nora Pellwick</footer>"),
]


@pytest.mark.parametrize(("head", "foot"), NAMES)
def test_names_without_contacts(head: str, foot: str, read: Callable[..., Reading]) -> None:
    body = f"<h3>Experience</h3><p>Cashier, Larch Lots, 2015 - Present</p><h3>Education</h3><p>Moor High School, 2014</p>{foot}"
    (found,) = read(f"<html><body>{head}{body}</body></html>".encode(), "x.html").resumes
    assert found.name == "Nora Pellwick"


TOWNS = [
    (
        "Nora Pellwick\n3A Computer Science\nStudent ID 20307900\nKanata, ON K2M 1Z9 (226) 555-0142\nn@p.example",
        "Kanata",
    ),
    ("NORA PELLWICK\nFrom Beautiful Austin, TX, United States of America\nn@p.example", "Austin"),
    ("Nora Pellwick\n+1 778-555-0142 | Surrey, BC, CAN | n@p.example", "Surrey"),
    ("Nora Pellwick\n(608) 555-0142 | n@p.example | South Beloit, IL", "South Beloit"),
    ("Nora Pellwick\n(215) 555-0142 | n@p.example | West Philadelphia, PA", "Philadelphia"),
    ("Nora Pellwick\nAl Rigga, Deira, Dubai U.A.E.\n+971 50 555 0142\nn@p.example", "Dubai"),
    (
        "CURRICULUM VITAE OF NORA PELLWICK\n\nEmail Address\t: n@p.example\nHome Address\t: 138 Murray and Larch\n: Saulsville\n: 0125",
        "Saulsville",
    ),
]


@pytest.mark.parametrize(("head", "city"), TOWNS)
def test_towns(head: str, city: str, read: Callable[..., Reading]) -> None:
    text = f"{head}\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present\n- Rang up customers{STUDIES}"
    (found,) = read(text.encode(), "x.txt").resumes
    assert (found.city or "").partition(",")[0] == city


def test_source_in_a_word_processor(read: Callable[..., Reading]) -> None:
    source = (
        "\\\\documentclass\\{article\\}\\\n\\\\begin\\{document\\}\\\n\\\\textbf\\{\\\\Huge Nora Pellwick\\}\\\n"
        "n@p.example\\\n\\\\section\\{Experience\\}\\\nCashier, Larch Lots, 2015 -- Present\\\n\\\\end\\{document\\}\\\n"
    )
    (found,) = read(("{\\rtf1\\ansi\n" + source + "}").encode(), "x.rtf").resumes
    assert (found.name, found.current_title, found.current_employer) == ("Nora Pellwick", "Cashier", "Larch Lots")


def test_objective_that_a_margin_breaks(read: Callable[..., Reading]) -> None:
    text = (
        f"{HEAD}OBJECTIVE\nPassionate about building a successful career with a growing house that gives me a position\n"
        f"as a web developer, known for my work.\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present{STUDIES}"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert found.desired_title == "web developer"


def test_degree_before_the_courses_and_the_associate_of_a_producer(read: Callable[..., Reading]) -> None:
    studies = (
        "EDUCATION\n2009 – 2013: Larch University, Moor\n\nBS in Law. Coursework included:\n- Community Law, Trade Law"
    )
    (found,) = read(f"{HEAD}{studies}\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present".encode(), "x.txt").resumes
    assert (found.highest_degree, found.school) == ("bachelor", "Larch University")
    stage = "<h1>Theatre Résumé</h1><p>August 2022</p><p>Moor Theatre</p><p>Associate Producer</p>"
    page = f"<title>Nora Pellwick - Theatre Résumé</title><body><p>N</p><p>Nora Pellwick</p><h2>About Me</h2>{stage}</body>"
    (found,) = read(page.encode(), "x.html").resumes
    assert (found.name, found.highest_degree) == ("Nora Pellwick", None)


def test_name_in_both_scripts_at_the_foot(read: Callable[..., Reading]) -> None:
    body = "<h1>Curriculum Vitae</h1><h2>Education</h2><p>Department of Economics, Larch University, B.A., 2023</p>"
    foot = "<p>畠山花子 Hanako Hatakeyama</p><p>Go back to the homepage</p>"
    (found,) = read(f"<html><body>{body}{foot}</body></html>".encode(), "x.html").resumes
    assert found.name == "Hanako Hatakeyama"


def test_number_of_a_card_is_no_phone(read: Callable[..., Reading]) -> None:
    text = (
        "CURRICULUM VITAE\n\nNAME\t\t\t: NORA PELLWICK\nI.D. NUMBER\t\t: 28112345\nADDRESS\t\t\t: P.O. BOX 1204-20100, NAKURU\n"
        "MOBILE NO\t\t: 0722 000 111\n\nEXPERIENCE\nCashier, Larch Lots, 2015 - Present"
    )
    (found,) = read(text.encode(), "x.txt").resumes
    assert list(found.phones) == ["+254722000111"]
