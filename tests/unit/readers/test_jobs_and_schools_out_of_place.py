"""Jobs and schools where others have something else: in the margin, in brackets, in columns, in place of the house."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
HEAD = "Dara Holm\ndara@holm.example\n\n"
STUDIES = "\nEducation\nBSc Botany, Minmoor University, 2014\n"

SCHOOLS = {
    "only the course beside the later one": (
        (
            "Education\nInstitution: Tarnmoor College\nDegree: Associated Degree in General Studies\nDates: 2006 - 2010\n\n"
            "Institution: Brackwell College\nCourse: Graphic Arts\nDates: 2014 - 2015"
        ),
        "Tarnmoor College",
        "college",
    ),
    "columns of degrees and of schools, oldest first": (
        (
            "Education\nHigh School Diploma\nAssociate of Arts\nBachelor of Science\n\nTarn High School\nVelmar Community College\n"
            "Minmoor University\n\nExperience\nClerk, Larchway, 2019 - Present"
        ),
        "Minmoor University",
        "bachelor",
    ),
    "columns, the schools first": (
        (
            "Education\nMinmoor University\nVelmar College\nTarn High School\n\nMaster of Science\nBachelor of Arts\n"
            "High School Diploma\n\nExperience\nClerk, Larchway, 2019 - Present"
        ),
        "Minmoor University",
        "master",
    ),
    "no columns: each school above its own degree": (
        "Education\nMinmoor University\nMaster of Science\nVelmar College\nBachelor of Arts\n\nExperience\nClerk, Larchway, 2019",
        "Minmoor University",
        "master",
    ),
    "town behind the school of a youth without a sign": (
        "Education\nTarn High School Provo, UT\nHigh School Diploma, 2014",
        "Tarn High School",
        "high_school",
    ),
    "an entry with its own year above the row of the degree": (
        (
            "Education\nMSc Tides, MNTU, 2012\nAcademic Vitae\nPaper: Tides in basins\nTWC, Berlin, 2019\n"
            "PhD Candidate, Learning for Ships, UIVK, 2017 - present"
        ),
        "UIVK",
        "doctor",
    ),
    "a school in initials with its year above a degree without any": (
        "Education\nTWCK, Berlin, 2019\nMSc Tides",
        "TWCK",
        "master",
    ),
    "heads of a table that narrow gaps part": (
        "EDUCATION\nDegree Duration Board Institution Marks Obtained Percentage\nSSC 2014-2016 777 74\nHSSC 2016-2018 780 72",
        None,
        "high_school",
    ),
    "a school that is called like heads": (
        "EDUCATION\nCollege of Institution Studies, BA Law, 2014",
        "College of Institution Studies",
        "bachelor",
    ),
    "studies in a line with their heading below the jobs": (
        "Work Experience: Larch Matters Institute\nEnglish Teacher\n2019 - 2021\n\nEducation: Bachelors in English\nBaba Tarn college",
        "Baba Tarn college",
        "bachelor",
    ),
    "a house that teaches among the jobs": (
        "Experience\nEnglish Teacher, Education: First Ltd, 2019 - 2021\nEducation: First Ltd\nTutor, 2017 - 2018",
        None,
        None,
    ),
    "a subject in the cell beside the end of a school": (
        "Academic Qualification:\nB.Sc in Engineering\nLarchaon\nUniversity(SU)\tMechanical\t3.48 out of 4 2020",
        "Larchaon University",
        "bachelor",
    ),
    "a doctorate without its thesis": (
        "Education\nM.A. in History, Universidad de Larcha, 2012\n2012-14 All-but-dissertation for Ph.D. in History, Tarn University",
        "Universidad de Larcha",
        "master",
    ),
    "a college of the years before a university": (
        "Education\n12th, Sah Larch Inter College Tarnmoor, 2014\n10th, Madhav High School, 2012",
        "Sah Larch Inter College Tarnmoor",
        "high_school",
    ),
    "a certificate of seniors over a technical college": (
        "Education\nSenior School Certificate 2000 - 2006\nFederal Science and Technical College Larchoda",
        "Federal Science and Technical College Larchoda",
        "high_school",
    ),
    "state and country below the school": (
        (
            "Education\nFederal University of Technology, Minmoor,\nLarch State, Nigeria\nBachelor of Technology (B.Tech) in Botany | 2017 - 2023\n"
            "Holy Larch College, Obeia\nSenior School Certificate Examination\n(WAEC/NECO) | 2016"
        ),
        "Federal University of Technology",
        "bachelor",
    ),
    "a school that is called like a state": (
        "Education\nLarch State, 2019\nBachelor of Arts in History",
        "Larch State",
        "bachelor",
    ),
    "a boot camp alone": ("Education\nVelmar Code Bootcamp, Web Development, 2021", "Velmar Code Bootcamp", None),
    "a boot camp beside a university": (
        "Education\nVelmar Code Bootcamp, Web Development, 2021\nBA History, Minmoor University, 2014",
        "Minmoor University",
        "bachelor",
    ),
    "no name of a boot camp": ("Education\nFull Stack Web Development Bootcamp, 2021", None, None),
    "the name of a course that is called so": ("Education\nThe Complete Python Bootcamp, 2021", None, None),
}


@pytest.mark.parametrize(("text", "school", "degree"), SCHOOLS.values(), ids=SCHOOLS)
def test_the_school_of_the_highest_degree(read: Read, text: str, school: str | None, degree: str | None) -> None:
    (resume,) = read(f"{HEAD}{text}\n").resumes
    assert (resume.school, resume.highest_degree) == (school, degree)


JOBS = {
    "post behind a part of the house": (
        "Experience\naugust 2019 - now\tVelmar State University, Holm Laboratory, engineer-researcher\nWork on tides.",
        ("engineer-researcher", "Velmar State University"),
    ),
    "a post with a field behind it": (
        "Experience\n2019 - now\tVelmar State University, Lecturer, Tidal Methods\nWork on tides.",
        ("Lecturer, Tidal Methods", "Velmar State University"),
    ),
    "internship as a post at a house": (
        (
            "Experience\n- 2022 - Present: Professional Internship as a Legal Assistant at Larch Velding Sarl, Douala. Drafts.\n"
            "- 2019 - 2020: Internship as an Accounting Clerk at Tarn Books, Garoua. Kept the ledger."
        ),
        ("Legal Assistant", "Larch Velding Sarl"),
    ),
    "a house as a post": (
        "Experience\n2019 - Present: Larch Velding as Legal Assistant\n2015 - 2018: Tarn Books as Accounting Clerk",
        ("Legal Assistant", "Larch Velding"),
    ),
    "field of the post behind house and colon": (
        (
            "Experience\nLarchard Vale, Ely: Systems Engineer, Software Development (Jan 2026 to present)\n- Built gates\n"
            "Tarn Labs, Ely: Systems Intern (Aug 2019 to Nov 2019)\n- Built locks"
        ),
        ("Systems Engineer", "Larchard Vale"),
    ),
    "house behind the post, a colon behind the kind of work": (
        "Experience\nVolunteering: Cook, Tarn Diner Management (Jan 2024 to present)\n- Soups",
        ("Cook", "Tarn Diner Management"),
    ),
    "two posts set as a sentence": (
        (
            "Experience\nMay 2022 - Present\nAl Larcha CO\nFinancial accountant and general supervisor.\n"
            "March 2021 - April 2022\nAl Tarna CO\nSales Manager."
        ),
        ("Financial accountant and general supervisor", "Al Larcha CO"),
    ),
    "a sentence below house and post": (
        "Experience\nMay 2022 - Present\nAl Larcha CO\nSales Manager\nTrained each cook and waiter.",
        ("Sales Manager", "Al Larcha CO"),
    ),
    "long sentences behind the dates below the header": (
        (
            "Experience\nPlanner, Larchwell\nOctober 2021 - August 2025 - Developed Tide boards for all the markets of the valley, among them"
            " purchasing, supply and demand planning, manufacturing, depot, and logistics, and kept the books of every one of them.\n"
            "Clerk, Tarnwell\nFebruary 2021 - April 2021 - Converted old books."
        ),
        ("Planner", "Larchwell"),
    ),
    "a long row that begins with its dates and names the job": (
        (
            "Experience\n2019 - 2025 - Head Cook, Larch Hospital, ward of the lower valley and of the upper one, with thirty beds in two"
            " houses, and a kitchen of its own that feeds the guests of the mountain road\n"
            "2015 - 2019 - Porter, Tarn Clinic"
        ),
        ("Head Cook", "Larch Hospital"),
    ),
    "a sentence of the years past": (
        (
            "Work experience\nOver the past ten years, I have worked in the Belarusian companies “altara” as a procurement agent."
            " I have a lot of experience in buying everything."
        ),
        ("procurement agent", "altara"),
    ),
    "under whom a doctor worked": (
        (
            "Medical posts\nSurgery HO\nFern Hospital under Mr Velding, Consultant Coloproctologist\n2019 - 2020\n"
            "Medicine HO\nLarch Hospital under Dr Holm, Gastroenterologist\n2018 - 2019"
        ),
        ("Surgery HO", "Fern Hospital"),
    ),
    "a house that begins so": (
        "Experience\n2019 - 2020\nSales Clerk, Under Larch Outfitters",
        ("Sales Clerk", "Under Larch Outfitters"),
    ),
    "to whom a paper was given": (
        "Submitted To Sir Mara Velding Engineer\n\nExperience\nsix-month internship at Larchbytes\nDuring it I wrote six pages.",
        ("six-month internship", "Larchbytes"),
    ),
    "exchange at a college": (
        (
            "Experience\nKushimoor National College of Health, Exchange Studies, May 2022 - Aug 2022\n- Wrote a report\n"
            "Larchserve Oy, Nurse Intern, May 2021 - Jun 2021\n- Changed beds"
        ),
        ("Nurse Intern", "Larchserve Oy"),
    ),
    "whose work is about exchange": (
        (
            "Experience\nMinmoor College, Exchange Coordinator, May 2022 - Aug 2022\n- Wrote to pupils\n"
            "Larchserve Oy, Nurse Intern, May 2021 - Jun 2021\n- Changed beds"
        ),
        ("Exchange Coordinator", "Minmoor College"),
    ),
    "houses in brackets over their labels": (
        (
            "EMPLOYMENT HISTORY\n[ Larchway ]\nLOCATION: Elmoor, MD\nEMPLOYMENT SPAN:\nABOUT: Larchway is a house that grows roses.\n\n"
            "Senior Gardener ~ Jul 2023 to Aug 2023\n\n[ Tarn Parks ]\nLOCATION: Fern, CA\nEMPLOYMENT SPAN: 2022 - 2023\n"
            "ABOUT: Tarn Parks keeps parks.\n\nGardener II ~ Jun 2022 to Apr 2023\n* Kept the lawns"
        ),
        ("Senior Gardener", "Larchway"),
    ),
    "one remark in brackets over a job": (
        "EMPLOYMENT HISTORY\n[ Remote ]\nSenior Gardener, Larchway Parks, Jul 2023 to Aug 2023\nKept the lawns",
        ("Senior Gardener", "Larchway Parks"),
    ),
}


@pytest.mark.parametrize(("text", "job"), JOBS.values(), ids=JOBS)
def test_the_latest_job(read: Read, text: str, job: tuple[str | None, str | None]) -> None:
    (resume,) = read(f"{HEAD}{text}\n{STUDIES}").resumes
    assert (resume.current_title, resume.current_employer) == job


def _source(body: str, head: str = "") -> str:
    return (
        f"\\documentclass{{article}}\n{head}\\begin{{document}}\n{{\\Large Dara Holm}}\n\ndara@holm.example\n\n{body}\n"
        "\\end{document}\n"
    )


EVENTS = (
    "\\section{{Employment}}\n\\event{{2022-}}{{{}}}{{{}}}{{\nRepairs for clients\n}}\n"
    "\\event{{2020-2021}}{{Larch Joinery Ltd}}{{Assistant Joiner}}{{\nWindows\n}}\n"
    "\\event{{2019}}{{Tarn Timber}}{{Yard Hand}}{{\nCutting\n}}\n"
)


@pytest.mark.parametrize(
    ("house", "post", "job"),
    [
        ("Freelance Furniture Restoration", "", ("Freelance Furniture Restoration", None)),
        ("Freelance Larch Ltd", "Joiner", ("Joiner", "Freelance Larch Ltd")),
    ],
)
def test_own_work_in_place_of_the_house(read: Read, house: str, post: str, job: tuple[str | None, str | None]) -> None:
    (resume,) = read(_source(EVENTS.format(house, post)), "cv.tex").resumes
    assert (resume.current_title, resume.current_employer) == job


MARGIN = (
    "\\section{Work Experience}\n\\NewEntry{06/2019--Present}{Stock Planner/Junior Buyer, \\textsc{Tel Aviv}}\n\n"
    "\\Description{\\MarginText{\\textbf{Larchway Stores Ltd.}}Larchway is a leading house of chairs and part of the Tarn Network."
    " It runs forty shops in the valley. \\newline\nBought chairs.}\n\n\\section{Education}\n"
    "\\NewEntry{2004-2006}{Department of Economics, Minmoor University}\n\n"
    "\\Description{\\MarginText{Masters of Arts}GPA: 8.0 $\\cdotp$ First Class $\\cdotp$ School: Faculty of Social Sciences}\n"
)


def test_house_and_degree_in_the_margin(read: Read) -> None:
    (resume,) = read(_source(MARGIN), "cv.tex").resumes
    assert (resume.current_title, resume.current_employer) == ("Stock Planner/Junior Buyer", "Larchway Stores Ltd.")
    assert (resume.school, resume.highest_degree) == ("Minmoor University", "master")


def test_a_faculty_behind_the_label_where_no_university_stands_above(read: Read) -> None:
    (resume,) = read(f"{HEAD}Education\nMaster of Arts, 2006\nSchool: School of Tidal Design\n").resumes
    assert resume.school == "School of Tidal Design"


def test_headings_of_own_commands_in_the_margin(read: Read) -> None:
    own = "\\newcommand{\\mhead}[1]{\\leavevmode\\marginpar{\\sffamily #1}}\n"
    body = (
        "\\mhead{Education}%\n\\textbf{Minmoor University,} Minmoor \\newline\nPh.D., Tides, 2016\n\n"
        "\\mhead{Work \\newline Experience}%\n\\textbf{Larch Pumps Ltd,} Minmoor \\newline\nFitter, 2016-present\n"
    )
    (resume,) = read(_source(body, own), "cv.tex").resumes
    assert (resume.current_title, resume.current_employer) == ("Fitter", "Larch Pumps Ltd")
    assert (resume.school, resume.highest_degree) == ("Minmoor University", "doctor")


ORDERED = (
    "# Dara Holm\n\n## MEDICAL POSTS ({} ORDER)\n\n### Surgery HO\n\nFern Hospital\n\n### Salaried GP\n\nThe Larch Surgery, Ely\n\n"
    "## EDUCATION\n\nMBChB, Minmoor University\n"
)


@pytest.mark.parametrize(
    ("order", "job"),
    [
        ("CHRONOLOGICAL", ("Salaried GP", "The Larch Surgery")),
        ("REVERSE CHRONOLOGICAL", ("Surgery HO", "Fern Hospital")),
    ],
)
def test_undated_posts_in_the_order_that_the_heading_tells(
    read: Read, order: str, job: tuple[str | None, str | None]
) -> None:
    (resume,) = read(ORDERED.format(order), "cv.md").resumes
    assert (resume.current_title, resume.current_employer) == job
