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
        "Experience\nBook Store Lindau, 2016\nLarchfoil Tidal Dynamics 2019 - 2023",
        (None, "Larchfoil Tidal Dynamics"),
    ),
    "house_of_one_word_before_a_dash_and_a_post": (
        (
            "Work Experience\nMarch 2019 – June 2021 – FernTree – Senior Engineer\nWorked on tides\n"
            "May 2014 – July 2016 – Network Engineer – Fern Consulting – Redmoor, WA\nManaged switches\n"
            "April 2010 – November 2012 – Systems Engineer – Larch Corp – Redmoor, WA\nWrote scripts"
        ),
        ("Senior Engineer", "FernTree"),
    ),
    "sentence_goes_on_to_say_what_for": (
        "Profile\nA graduate who is currently employed as a Web Developer Intern at Teldane to learn about pages in CSS.",
        ("Web Developer Intern", "Teldane"),
    ),
    "heading_of_the_present_over_two_lines": (
        (
            "Present\nAppointment\n- Assistant Professor at the Northmoor University\n\nPrevious\nAppointments\n"
            "- 04/2009–11/2011 Instructor of Radiology at the Larch University\n- 02/2007–03/2009 Researcher at the Fern Institute"
        ),
        ("Assistant Professor", "Northmoor University"),
    ),
    "workshops_under_a_heading_of_jobs": (
        (
            "Academic Experience\n* Model Council Workshop. Larch Youth League. April 2019.\n"
            "* Workshop on Tides. ICTW. September 2019.\n* Workshop on Moors. Northmoor University. December 2019.\n"
            "* The Sands Summer School. Fern University. June 8 – August 9, 2020."
        ),
        (None, None),
    ),
    "post_in_an_item_over_the_sentence_of_its_house": (
        (
            "Work Experience\n---> Professor of music and drama.\n"
            "I was working at Northmoor Institute, in Fernmoor, from april 2020 until now. My\n"
            "main duties are the teaching of several courses.\n---> Professor of music.\n"
            "I was working at School of Larch, in Fernmoor. I worked there from march 2017 to\n"
            "may 2018. My main duties were the teaching of courses.\n"
        ),
        ("Professor of music and drama", "Northmoor Institute"),
    ),
    "what_one_knows_under_a_heading_of_jobs": (
        "Experience\nProficient in programming languages: Python, Java, C++.\nExperience with databases: SQL, MongoDB.",
        (None, None),
    ),
    "what_an_article_says_of_a_house": (
        "Internships\nFernmoor Labs, A Northmoor based AI Start-Up\tNov 2017 - Feb 2018\n- Built pages for gates",
        (None, "Fernmoor Labs"),
    ),
    "label_of_what_was_done_under_a_dated_post": (
        (
            "Full-time Positions\nProject Assistant Professor (2024/5 - Present)\nInstitute for Moors, Northmoor University, Oslo\n"
            "Role: Management of observations and data analysis with gates under the moor project.\n"
            "Project Research Assistant (2022/5 - 2024/4)\nDepartment of Tides, Larch University, Oslo\n"
            "Role: Keeping of gates and of the many books on them under the moor project."
        ),
        ("Project Assistant Professor", "Northmoor University"),
    ),
    "name_in_short_in_brackets_is_no_post": (
        "Internships\n• LarchNeo Smart Gates (LNG) — Project: Personal Tide Atlas. 2024-09 – Present.",
        (None, "LarchNeo Smart Gates"),
    ),
    "team_is_no_post": (
        "Work experience\nLarchdance E-commerce / Financial team\t2021.11.01 ~ 2024.02.07\n1. Took part in the support of buyers",
        (None, "Larchdance E-commerce"),
    ),
    "end_of_the_dates_below_the_header": (
        (
            "Experience\nJune 2020 – Sep 2020\nCreative Technologist\tMoor Studio\n• Made pictures\nMar 2019 –\n"
            "Admissions Assistant\tLarch College\nJune 2020\nHelp for students\n• Wrote letters\nJune 2018 – Sep 2018\n"
            "Research Assistant\tLarch College\n• Read books"
        ),
        ("Creative Technologist", "Moor Studio"),
    ),
    "where_the_house_lies": (
        "Work Experience\n- May 2018 - July 2021: Retail Sales Associate at the Moor Center located in Redmoor, CA",
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


@pytest.mark.parametrize(("over", "house"), [("Larchvent", "Larchvent"), ("Larch Ltd", "Larch Ltd")])
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
        f"{HEAD}Statistics\n- 4.21 GPA\n- {said} University of Northmoor\n- Ring me\n\nSkills\nExcel"
    ).resumes
    assert found.school == "University of Northmoor"


def test_who_tests_is_no_school(read: Callable[..., Reading]) -> None:
    level = "Training Group (Feb 2019 - Nov 2021)\nWriting Level 2\nAwarded by City & Guilds of London Institute\n"
    said = f"Education\n{level}{level}Northmoor College (Oct 2010 - May 2015)\nMathematics Level 1"
    (found,) = read(f"{HEAD}{said}\n\nSkills\nExcel").resumes
    assert found.school == "Northmoor College"


@pytest.mark.parametrize(
    ("line", "below"),
    [
        ("I worked there from april 2017 to", "may 2018. My main duties were pots."),
        ("I worked there from april 2017", "to may 2018. My main duties were pots."),
    ],
)
def test_a_range_that_the_margin_breaks_in_a_sentence(line: str, below: str) -> None:
    assert period_in(line, below=below) == period_in("april 2017 to may 2018")


def test_links_to_headings_open_no_sections(read: Callable[..., Reading]) -> None:
    links = "".join(f'<a href="#{word}">{word}</a><br>' for word in ("Education", "Experience", "Skills"))
    items = {
        "Education": "Northmoor University",
        "Experience": "Larch Bakery<li>Chemical Engineer",
        "Skills": "Excel",
    }
    told = "".join(f"<ol><li id={word}>{word}<ul><li>{said}</ul></ol>" for word, said in items.items())
    page = f"<html><body>{links}<h4>Ana Moor</h4>Student<br>Dayton, Ohio 45402{told}</body></html>"
    (found,) = read(page, "cv.html").resumes
    assert (found.city, found.name) == ("Dayton", "Ana Moor")


def test_workshops_where_somebody_worked_for_years_are_jobs(read: Callable[..., Reading]) -> None:
    jobs = "Moor Motor Workshop, 2019 - present\nLarch Workshop, 2015 - 2019\nTide Workshop, 2012 - 2015\n"
    page = f"Mara Velding\nmara@fernpost.net\nSummary\nI mend engines and weld.\nExperience\n{jobs}"
    assert read(page).resumes[0].current_employer == "Moor Motor Workshop"
