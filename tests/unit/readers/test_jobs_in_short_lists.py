"""Jobs as short lists say them: rows that end in dates, names in front of posts, present appointments, events: invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.periods import period_in
from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n\n"
TAIL = "\n\nEducation\nBSc Nursing, Northmoor University, 2018\nSkills\nPlanning, Excel, reports"

ROWS: dict[str, tuple[str, tuple[str | None, str | None]]] = {
    "rows_that_end_in_their_dates": (
        "Experience\nGrocery Store Verden, 2017\nLarchfoil Cellular Dynamics 2021 - 2024",
        (None, "Larchfoil Cellular Dynamics"),
    ),
    "house_of_one_word_before_a_dash_and_a_post": (
        (
            "Work Experience\nJanuary 2020 – May 2020 – MoorTree – Senior Engineer\nWorked on tides\n"
            "April 2013 – June 2015 – Network Engineer – Fern Consulting – Redmoor, WA\nManaged switches\n"
            "March 2011 – December 2012 – Systems Engineer – Larch Corp – Redmoor, WA\nWrote scripts"
        ),
        ("Senior Engineer", "MoorTree"),
    ),
    "sentence_goes_on_to_say_what_for": (
        "Profile\nA graduate who is currently employed as a Web Developer Intern at Teldane to learn about pages in CSS.",
        ("Web Developer Intern", "Teldane"),
    ),
    "heading_of_the_present_over_two_lines": (
        (
            "Present\nAppointment\n- Assistant Professor at the Northmoor University\n\nPrevious\nAppointments\n"
            "- 05/2008–12/2010 Instructor of Radiology at the Larch University\n- 01/2006–04/2008 Researcher at the Fern Institute"
        ),
        ("Assistant Professor", "Northmoor University"),
    ),
    "workshops_under_a_heading_of_jobs": (
        (
            "Academic Experience\n* Model Assembly Workshop. Larch Youth Council. April 2019.\n"
            "* Workshop on Tides. ICTW. September 2019.\n* Workshop on Moors. Northmoor University. December 2019.\n"
            "* The Sands Summer School. Fern University. June 15 – August 3, 2020."
        ),
        (None, None),
    ),
    "post_in_an_item_over_the_sentence_of_its_house": (
        (
            "Work Experience\n---> Professor of physics and maths.\n"
            "I was working at Northmoor Institute, in Fernmoor, from march 2019 until now. My\n"
            "main duties are the teaching of several courses.\n---> Professor of physics.\n"
            "I was working at School of Larch, in Fernmoor. I worked there from february 2018 to\n"
            "february 2019. My main duties were the teaching of courses.\n"
        ),
        ("Professor of physics and maths", "Northmoor Institute"),
    ),
    "what_one_knows_under_a_heading_of_jobs": (
        "Experience\nProficient in programming languages: Python, Java, C++.\nExperience with databases: SQL, MongoDB.",
        (None, None),
    ),
    "what_an_article_says_of_a_house": (
        "Internships\nArrow Moor, A Northmoor based AI Start-Up\tDec 2016 - Jan 2017\n- Built pages for gates",
        (None, "Arrow Moor"),
    ),
    "label_of_what_was_done_under_a_dated_post": (
        (
            "Full-time Positions\nProject Assistant Professor (2025/4 - Present)\nInstitute for Moors, Northmoor University, Oslo\n"
            "Role: Management of observations and data analysis with gates under the moor project.\n"
            "Project Research Assistant (2023/4 - 2025/3)\nDepartment of Tides, Larch University, Oslo\n"
            "Role: Keeping of gates and of the many books on them under the moor project."
        ),
        ("Project Assistant Professor", "Northmoor University"),
    ),
    "name_in_short_in_brackets_is_no_post": (
        "Internships\n• LarchNeo Smart Gates (LNG) — Project: Personal Tide Atlas. 2025-10 – Present.",
        (None, "LarchNeo Smart Gates"),
    ),
    "team_is_no_post": (
        "Work experience\nMoordance E-commerce / Financial team\t2022.12.01 ~ 2023.06.07\n1. Took part in the support of buyers",
        (None, "Moordance E-commerce"),
    ),
    "end_of_the_dates_below_the_header": (
        (
            "Experience\nMay 2019 – Aug 2019\nCreative Technologist\tMoor Studio\n• Made pictures\nFeb 2018 –\n"
            "Admissions Assistant\tLarch College\nMay 2019\nHelp for students\n• Wrote letters\nMay 2017 – Aug 2017\n"
            "Research Assistant\tLarch College\n• Read books"
        ),
        ("Creative Technologist", "Moor Studio"),
    ),
    "where_the_house_lies": (
        "Work Experience\n- June 2019 - August 2020: Retail Sales Associate at the Moor Center located in Redmoor, CA",
        ("Retail Sales Associate", "Moor Center"),
    ),
    "posts_at_workshops": (
        (
            "Experience\nWorkshop Assistant, Larch Ltd, 2017 - 2019\nTide Workshop, Fern Ltd, 2015 - 2016\n"
            "Sand Workshop, Fern Ltd, 2014 - 2015\nMoor Workshop, Fern Ltd, 2013 - 2014"
        ),
        ("Workshop Assistant", "Larch Ltd"),
    ),
}


@pytest.mark.parametrize("case", ROWS)
def test_the_job_of_the_list(case: str, read: Callable[..., Reading]) -> None:
    rows, job = ROWS[case]
    (found,) = read(f"{HEAD}{rows}{TAIL}").resumes
    assert (found.current_title, found.current_employer) == job


@pytest.mark.parametrize(("over", "house"), [("Confluvent", "Confluvent"), ("Larch Ltd", "Larch Ltd")])
def test_the_house_in_large_over_a_post_and_its_team(over: str, house: str, read: Callable[..., Reading]) -> None:
    posts = (
        "Software Engineer - Tide Gates, 2020 - Present",
        "Junior Engineer - Moor Fleet, 2018 - 2020",
        "Intern - Moor Fleet, 2017 - 2018",
    )
    rows = f"<h3>{over}</h3>" + "".join(f"<p>{post}</p><ul><li>Kept the gates</ul>" for post in posts)
    page = f"<html><body><h1>Ana Moor</h1><p>ana@fernpost.net</p><h2>Work Experience</h2>{rows}</body></html>"
    (found,) = read(page, "cv.html").resumes
    assert (found.current_title, found.current_employer) == ("Software Engineer", house)


@pytest.mark.parametrize("said", ["Currently attending", "Attended", "Enrolled at"])
def test_words_of_who_attends_are_no_part_of_the_school(said: str, read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Statistics\n- 4.43 GPA\n- {said} University of Northmoor\n- Ring me\n\nSkills\nExcel"
    ).resumes
    assert found.school == "University of Northmoor"


def test_who_tests_is_no_school(read: Callable[..., Reading]) -> None:
    level = "Training Group (Mar 2020 - Oct 2021)\nWriting Level 2\nAwarded by City & Guilds of London Institute\n"
    said = f"Education\n{level}{level}Northmoor College (Sep 2011 - June 2016)\nMathematics Level 1"
    (found,) = read(f"{HEAD}{said}\n\nSkills\nExcel").resumes
    assert found.school == "Northmoor College"


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("I worked there from february 2018 to", "february 2019. My main duties were pots."),
        ("I worked there from february 2018", "to february 2019. My main duties were pots."),
    ],
)
def test_a_range_that_the_margin_breaks_in_a_sentence(line: str, below: str) -> None:
    assert period_in(line, below=below) == period_in("february 2018 to february 2019")


def test_links_to_headings_open_no_sections(read: Callable[..., Reading]) -> None:
    links = "".join(f'<a href="#{word}">{word}</a><br>' for word in ("Education", "Experience", "Skills"))
    items = {
        "Education": "Northmoor University",
        "Experience": "Larch Gymnastics<li>Chemical Engineer",
        "Skills": "Excel",
    }
    told = "".join(f"<ol><li id={word}>{word}<ul><li>{said}</ul></ol>" for word, said in items.items())
    page = f"<html><body>{links}<h4>Ana Moor</h4>Student<br>Provo, Utah 84604{told}</body></html>"
    (found,) = read(page, "cv.html").resumes
    assert (found.city, found.name) == ("Provo", "Ana Moor")
