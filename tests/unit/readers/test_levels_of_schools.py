"""Which school counts where no degree tells it: by the word beside it, the kind of house and the dates; invented people."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Ana Moor\nana.moor@fernpost.net\n"
TAIL = "\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, Excel, reports"

SCHOOLS: dict[str, tuple[str, str, str | None]] = {
    "degree_as_the_word_of_a_row": (
        (
            "Level\tSchool Name\tYear\nUPSR\tSK Larchau\t2010\nSPM\tSMK Larchau\t2015\nSTPM\tSMK Larchau\t2017\n"
            "Degree\tUniversiti Larchmoor\t2018-2022"
        ),
        "Universiti Larchmoor",
        "bachelor",
    ),
    "tertiary_over_the_school": (
        (
            "Tertiary Level:\nPamantasan ng Larchau\nLarchau, Philippines\nJune 2019 to June 2023\nSenior High Level:\nMoor Global College\n"
            "June 2017 to April 2019\nJunior High Level:\nLarch King School\nJune 2013 to April 2017"
        ),
        "Pamantasan ng Larchau",
        None,
    ),
    "tertiary_over_a_name_without_a_word_for_schools": (
        "Secondary:\nLarch College\n2014 - 2017\nTertiary:\nMoorgate Larchmont\n2017 - 2021",
        "Moorgate Larchmont",
        None,
    ),
    "university_before_a_later_academy": (
        (
            "• MOOR ACADEMY (BOOTCAMP)\nFrontend developer, Sept 2020 - July 2021\n• LARCH NATIONAL UNIVERSITY\n"
            "International Relations, 2003 - 2008\n• LARCH SLAVIC UNIVERSITY\nFaculty of Economics, 2009 - 2012"
        ),
        "LARCH SLAVIC UNIVERSITY",
        None,
    ),
    "later_of_two_colleges": (
        (
            "What\tWhere\tWhen\nGCSE English\tLarch College North & West, Crewe\t2019\n"
            "Functional Skills English Level 2\tMoor Valley College, Crewe\t2016"
        ),
        "Larch College North & West",
        None,
    ),
    "campus_without_a_year_before_a_technical_school": (
        "2015 Larchau Technical School\n3 years Computer Overseers\nMoor Commerce Campus\nBIM Computer Science",
        "Moor Commerce Campus",
        None,
    ),
    "dates_open_the_lines": (
        (
            "2023/Feb (current): Intro to Web at Moorspace Academy\n2020/February - 2021/November: Forensic\nScience and Technology at Unisa\n"
            "2016/April - 2016/November: Banking at Larchstone Institute\n2014/January - 2014/November: N2 and N3\n"
            "Electrical Engineering at Moorau Institute\n2009/Jan - 2009/Nov Grade 12 at Larch\nCombined School"
        ),
        "Unisa",
        None,
    ),
    "labels_of_university_and_college": (
        "Secondary: Larchau Model School, 2010\nCollege: Moor Valley College 2014\nUniversity: Moorgate University 2018",
        "Moorgate University",
        None,
    ),
    "classes_and_studies_that_run": (
        "SEE - Larch Secondary School, 2016\n+2 Science - Moor Valley College, 2018\nBIM - Larch Business Campus, running",
        "Larch Business Campus",
        None,
    ),
    "tertiary_in_front_of_a_name": (
        "Elementary: Larch Elementary School\nSecondary: Moor National High School\nTertiary: Larch State Colleges\n2012-2016",
        "Larch State Colleges",
        None,
    ),
    "levels_on_lines_without_a_sign": (
        "Primary\nMoor Primary\n2000\nSecondary\nSt Larch\n2006\nTertiary\nMoorgate Poly\n2010",
        "Moorgate Poly",
        None,
    ),
    "university_broken_off": (
        "Moorgate University (not finished)\t2014-2015\nLarch College of Commerce\t2015-2018",
        "Larch College of Commerce",
        None,
    ),
    "subject_behind_a_degree_is_no_school": (
        "Degree: Computer Systems\nLarch Valley College\n2015",
        "Larch Valley College",
        None,
    ),
    "project_at_a_university": (
        "Larchau Model School, 2019\nChemistry project at the University of Moorau, 2018",
        "Larchau Model School",
        None,
    ),
    "nursing_in_short": (
        "SLC\tLarch Secondary School\t2012\nGNM\tMoorau Institute of Health\t2016",
        "Moorau Institute of Health",
        "college",
    ),
    "course_in_front_of_a_school_without_a_sign": (
        "2018\nGrado superior ASIR (administración de sistemas informáticos en red) Academia Larchau , Quart (Valencia).",
        "Academia Larchau",
        "college",
    ),
    "course_and_colon": (
        "2015 Associate of Fine Arts: Larchingham Community College – Moorworth, NC",
        "Larchingham Community College",
        "college",
    ),
    "sign_in_front_of_the_university": (
        "🎓 Bachelors in Data Science\n📍 University of Larchau, College of Information Technology, Moorau\n📌 GPA: 2.3",
        "University of Larchau",
        "bachelor",
    ),
}


@pytest.mark.parametrize("case", SCHOOLS)
def test_school_that_counts(case: str, read: Callable[..., Reading]) -> None:
    text, school, degree = SCHOOLS[case]
    (found,) = read(f"{HEAD}Education\n{text}{TAIL}").resumes
    assert (found.school, found.highest_degree) == (school, degree)


def test_schools_among_the_jobs(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "Max Moor\nmax.moor@fernpost.net\nGeburtsdatum:\t28.02.1996\nBeruflicher Werdegang\n09/ 2002 - 07/ 2006\tGrundschule Larchau\n"
        "09/ 2006 - 07/ 2013\tLuitpold Gymnasium Moorburg\n08/ 2014 - 08/ 2015\tMinijob Getränkemarkt Moorau\n"
        "10/ 2015 - 03/ 2016\tHochschule Seeheim - Ausbildungsrichtung Mechatronik\n07/ 2017 -\tTeilzeitangestellter bei Moor Post"
    ).resumes
    assert found.school == "Hochschule Seeheim"


def test_heading_of_schools_and_trades(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "Lebenslauf\nBerufserfahrung\nDatum (von-bis)\t2005-01 bis heute\nName und Adresse des Arbeitgebers\tMoor GmbH\n"
        "Beruf oder Funktion\tSachbearbeiter\nSchul- und Berufsbildung\nDatum (von-bis)\t1996-10 bis 2001-05\n"
        "Name und Art der Bildungs- oder\nAusbildungseinrichtung\nLarch-Universität Moorburg, Universität des Landes\n"
        "Hauptfächer\tVolkswirtschaftslehre"
    ).resumes
    assert found.school == "Larch-Universität Moorburg"


def test_heading_of_studies_misspelt(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Job experience.\nMoor Music. Aug 2021 - March 2022\nProduction Intern.\nI mixed sound and wrote music.\nEductation.\n"
        "LARCH Campus Moorcalco. Aug 2017 - Aug 2020\nCommunications specialist bachelor's degree."
    ).resumes
    assert (found.school, found.highest_degree) == ("LARCH Campus Moorcalco", "bachelor")


@pytest.mark.parametrize(
    "sentence",
    [
        "Graduated as Electrical Engineer at Larch Central University back in 2013, and have worked in different companies.",
        "I completed my graduation from Larch Central University in 2015 and I love numbers.",
        "I studied civil engineering at Larch Central University and then moved to Leeds to work for a builder.",
    ],
)
def test_school_told_without_a_degree(sentence: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}About Me\n{sentence}{TAIL}").resumes
    assert found.school == "Larch Central University"


def test_marks_are_no_schools(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Education\nUndergraduate education>\nSemester\tSPI\nFirst\t8.45\nSecond\t8.39{TAIL}"
    ).resumes
    assert found.school is None


def test_subject_and_several_schools_behind_a_label_of_studies(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "Lebenslauf\ngeboren: 6-8-1971\nStudium: Pädagogische Akademie Larchau-Moorplatz, Diplom der Erziehung\n"
        "Berufstätigkeit\nLangjährige Tätigkeit im Schuldienst als Klassenvorstand seit 1998."
    ).resumes
    assert (found.school, found.birth_year) == ("Pädagogische Akademie Larchau-Moorplatz", 1971)


def test_title_over_a_career_without_a_name(read: Callable[..., Reading]) -> None:
    duties = "Developed job descriptions, offer letters and policies."
    (found,) = read(
        f"Resume\nLast updated December 21, 2014.\n\nLarch Fund—Arlington, VA\nVolunteer\nMay 2013 — May 2014\n{duties}\n"
        f"MoorMaps—Noida, India\nHuman Resources Specialist\nNovember 2011 — April 2012\n{duties}\n"
        f"Moor.com—Noida, India\nHuman Resources Specialist\nFebruary 2011 — August 2011\n{duties}"
    ).resumes
    assert found.p_resume > 0.5


def test_scholar_without_a_name(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "CV\nPh.D. Earth System Sciences\nUniversität Larchau\n2021 - 2024\nDissertation: Winds and their Influence\n"
        "M.Sc. Physics\nTechnische Universität Moorau\n2018 – 2020\nPublished: Winter (2021). doi.org/10.1007/s00422-000-00000-0\n"
        "B.Sc. Physics\nTechnische Universität Moorau\n2014 – 2018"
    ).resumes
    assert (found.school, found.highest_degree) == ("Universität Larchau", "doctor")


@pytest.mark.parametrize("label", ["D/O/B :14/12/2003", "D-O-B: 14-12-2003", "DOB - 14.12.2003"])
def test_birth_in_short(label: str, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}{label}\nEducation\nLarch College{TAIL}").resumes
    assert found.birth_year == 2003


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("My goal is to become a professional front-end developer.", "front-end developer"),
        ("I want to become a software engineer and learn every day.", "software engineer"),
        ("My dream is to become a better person.", None),
        ("An aspiring Software Developer seeking to have an opportunity to show her skills.", None),
    ],
)
def test_goal_of_a_summary(sentence: str, title: str | None, read: Callable[..., Reading]) -> None:
    (found,) = read(f"{HEAD}Summary\n{sentence}\nMy strengths are hard work and care.{TAIL}").resumes
    assert found.desired_title == title


def test_address_of_a_supervisor_below_a_full_line(read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"{HEAD}Education\nLarch University\nResearch Experience\nMoor University\tUrbana, IL\n"
        "Research Intern for Dr. Ray Larch (raylarch@moor.edu) and Dessa Pike, M.D.\tJanuary 2018 - May 2018\n(dpike2@moor.edu)\n"
        f"• Analyzed data{TAIL}"
    ).resumes
    assert found.emails == ("ana.moor@fernpost.net",)
