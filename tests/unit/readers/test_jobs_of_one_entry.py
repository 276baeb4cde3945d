"""Post and house come of one entry, and neither of a sentence, a course or a team."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

HEAD = "Mara Velding\n14 Mill Lane, Lindale\nmara@mailbox.example\n\n"
STUDIES = "\nEDUCATION\nBachelor of Arts, Northmoor University, 2010 - 2013\n"


def job(read: Callable[..., Reading], jobs: str) -> tuple[str | None, str | None]:
    """Read jobs between a head and studies."""
    (found,) = read(f"{HEAD}{jobs}{STUDIES}".encode(), "r.txt").resumes
    return found.current_title, found.current_employer


@pytest.mark.parametrize(
    ("post", "house", "other"),
    [
        ("Senior Pastor", "Grace Harbour Church", "HR Officer\nFernhill Group"),
        ("Welder", "Ironfen Fabrication", "Registered Nurse\nMarden General Hospital"),
        ("Barista", "Brew & Bloom", "Electrician\nVoltward Ltd"),
    ],
)
def test_pairs_of_lines_without_dates(read: Callable[..., Reading], post: str, house: str, other: str) -> None:
    other_post, other_house = other.split("\n")
    assert job(read, f"WORK EXPERIENCE\n{house}\n{post}\n\n{other_house}\n{other_post}\n") == (post, house)
    assert job(read, f"WORK EXPERIENCE\n{post}\n{house}\n\n{other}\n") == (post, house)


def test_a_house_in_the_header_of_an_older_job_is_not_taken(read: Callable[..., Reading]) -> None:
    jobs = (
        "Experience\nNorthmoor University School of Trade, Lindale\nMaster of Business\n2018 - 2021\nTrade\n"
        "Fernhill College, Lindale\nBachelor of Science, Trade\n2011 - 2015\nSecond Class\n"
        "Abq Synerwix\nAssitant Manager\nNov 2019 - present\nCoordinated the daily service; Handled complaints.\n"
        "Larch Promise Investment Limited\nCustomer Care Representative\nOct 2017 - Oct 2019\nKept records of calls.\n"
    )
    (found,) = read(jobs.encode(), "Mara Velding resume.txt").resumes
    assert found.current_employer == "Abq Synerwix"


def test_the_house_of_an_internship_is_not_that_of_a_later_post(read: Callable[..., Reading]) -> None:
    jobs = (
        "Professional Experience\nProfessional internship at Larch Savings Fund\nI had to manage folders.\n"
        "August 2022 - September 2022\nTrainer\nAs a trainer, I had to help students to speak.\nSince March 2023\n"
    )
    assert job(read, jobs) == ("Trainer", None)


@pytest.mark.parametrize("still", ["and still", "till now", "and I am still there"])
def test_the_job_without_dates_that_goes_on(read: Callable[..., Reading], still: str) -> None:
    jobs = (
        "Work Experience\n• Lab Assistant in Northmoor University for One Year\n"
        "• Lecturer in Fernhill College for 2 years\n"
        f"• Academic Coordinator in Larch International College - Coastal System for 3 years {still}\n"
    )
    assert job(read, jobs)[1] == "Larch International College"


def test_a_sentence_of_oneself_is_no_post(read: Callable[..., Reading]) -> None:
    jobs = (
        "My Working experience\n• I was on my own for 2years\n• I accomplished 3months Internship at Larch Ltd Group\n"
    )
    assert job(read, jobs)[0] is None


def test_a_team_within_a_house_is_none(read: Callable[..., Reading]) -> None:
    jobs = (
        "Experience\nMarlowe Pike R & D Lindale April 2021 - November 2023\nMarlowe Pike makes gates.\nTechnical Lead\n"
        "As the technical lead for the Gate team in Lindale, I am tasked with drawing gates and leading others.\n"
    )
    assert job(read, jobs) == ("Technical Lead", "Marlowe Pike R & D Lindale")


@pytest.mark.parametrize("course", ["Intro to Bookkeeping", "Introduction to Tides", "Principles of Gates"])
def test_a_course_is_no_house(read: Callable[..., Reading], course: str) -> None:
    assert job(read, f"Experience\nGrader for {course}\nSep 2022 -- Present\nGraded homework.\n") == ("Grader", None)


def test_a_house_behind_for_stays(read: Callable[..., Reading]) -> None:
    assert job(read, "Experience\nGrader for Larchwell Exams Ltd\nSep 2022 -- Present\nGraded homework.\n") == (
        "Grader",
        "Larchwell Exams Ltd",
    )


def test_houses_under_bare_years(read: Callable[..., Reading]) -> None:
    jobs = "Experience\n2021\nKelm Clothing\nTook clear pictures of coats.\n2022\nBawall Exclusive\nBuilt the sets.\n"
    assert job(read, jobs)[1] == "Bawall Exclusive"


def test_what_stands_beside_a_year_is_no_house_where_posts_are_told(read: Callable[..., Reading]) -> None:
    jobs = "Experience\n2021\nSeamstress, Kelm Clothing\nSewed coats.\n2022\nLong Walk\nSaw the coast.\n"
    assert job(read, jobs) == ("Seamstress", "Kelm Clothing")


@pytest.mark.parametrize("heading", ["Leadership & Involvement", "Campus Involvement", "Extracurricular Experience"])
def test_a_club_that_goes_on_is_no_job(read: Callable[..., Reading], heading: str) -> None:
    jobs = (
        "Work Experience\nLarch Guards\nSecurity Officer (August 2021 - September 2022)\n- Walked the site.\n\n"
        f"{heading}\nTide Club Member\n(September 2020 - Present)\n"
    )
    assert job(read, jobs) == ("Security Officer", "Larch Guards")


@pytest.mark.parametrize("label", ["Place of work", "Workplace", "Name of workplace"])
def test_labels_of_the_place_of_work(read: Callable[..., Reading], label: str) -> None:
    jobs = f"Work Experience\n{label}: Marlowe\nPost held: Cook\nDate: March 2021 – Date\nJob description:\n- Cooked\n"
    assert job(read, jobs) == ("Cook", "Marlowe")


def test_how_long_it_was_is_no_part_of_the_house(read: Callable[..., Reading]) -> None:
    jobs = "WORK EXPERIENCE\nI have worked as a Cashier in Pickwell Supermarket for 2 years.\n"
    assert job(read, jobs) == ("Cashier", "Pickwell Supermarket")


@pytest.mark.parametrize("said", ["as", "as a", "Worked as", "Employed as a"])
def test_as_in_front_of_a_post(read: Callable[..., Reading], said: str) -> None:
    jobs = f"WORK EXPERIENCE\nMarden Clinic – Lindale, OH\tMar 2021 - Present\n{said} Nurse\n- Cared for the sick\n"
    assert job(read, jobs) == ("Nurse", "Marden Clinic")


@pytest.mark.parametrize("duties", ["Led a brigade of five; Planned menus.", "Kept the stoves clean and made soups."])
def test_duties_behind_the_dates_are_no_house(read: Callable[..., Reading], duties: str) -> None:
    jobs = f"WORK EXPERIENCE\nSous Chef, The Copper Ladle – Dublin, Ireland – Mar 2021 - Present: {duties}\n"
    assert job(read, jobs) == ("Sous Chef", "The Copper Ladle")


def test_a_house_behind_the_dates_and_a_colon_stays(read: Callable[..., Reading]) -> None:
    assert job(read, "WORK EXPERIENCE\nMar 2021 - Present: Clerk of works, Fernhill Group\n")[1] == "Fernhill Group"


@pytest.mark.parametrize("house", ["Marden General Hospital", "Oakmere Primary School", "Bluebarn Farms"])
def test_the_last_word_of_a_house_is_no_label(read: Callable[..., Reading], house: str) -> None:
    jobs = f"WORK EXPERIENCE\nCompany Name: {house}, Designation: Matron, Duration: Mar 2021 to till date\n"
    assert job(read, jobs) == ("Matron", house)


@pytest.mark.parametrize("heading", ["INDUSTRIAL ATTACHMENT", "SIWES", "STUDENT INDUSTRIAL WORK EXPERIENCE"])
def test_the_only_experience_is_of_a_student(read: Callable[..., Reading], heading: str) -> None:
    jobs = f"{heading}\nHarrow Freight Lines, Salem, OR\nPosition: Driver Trainee\nMar 2021 - Present\n"
    assert job(read, jobs) == ("Driver Trainee", "Harrow Freight Lines")


def test_houses_behind_their_own_headings(read: Callable[..., Reading]) -> None:
    jobs = (
        "Work Experience: Marlowe\nHousekeeper\nMar 2021 - Present\n- Cleaned rooms\n\n"
        "Work Experience: The Copper Ladle\nSous Chef\nJun 2017 - Feb 2021\n- Planned menus\n"
    )
    assert job(read, jobs) == ("Housekeeper", "Marlowe")


def test_years_behind_a_heading_are_no_house(read: Callable[..., Reading]) -> None:
    assert job(read, "Work Experience: Ten Years\nCook\n")[1] is None


@pytest.mark.parametrize("kind", ["Permanent job in", "Temporary job of 5 months in", "Part-time job at"])
def test_the_kind_of_a_job_in_front_of_its_house(read: Callable[..., Reading], kind: str) -> None:
    jobs = f"Experience\nJuly 2015 - Present: Harbour Engineer\n{kind} Siglarch, Lindale\nDesigned the gates.\n"
    assert job(read, jobs) == ("Harbour Engineer", "Siglarch")


@pytest.mark.parametrize("deed", ["Assisted in running the daily accounts", "Helped with the accounts of a shop"])
def test_what_was_done_is_no_post(read: Callable[..., Reading], deed: str) -> None:
    assert (
        job(read, f"Experience\nJills Larch, Lindale, Pike (2012 - 2019) {deed}. Duties included\nsweeping.\n")[0]
        is None
    )


def test_where_somebody_studies_is_no_house(read: Callable[..., Reading]) -> None:
    assert job(read, "Experience\nFernhill University\nStudying the tides\n") == (None, None)


def test_a_school_with_a_post_is_a_house(read: Callable[..., Reading]) -> None:
    assert job(read, "Experience\nFernhill University\nLecturer\n") == ("Lecturer", "Fernhill University")


@pytest.mark.parametrize("state", ["OH", "MA", "UK"])
def test_a_full_stop_behind_a_state_parts(read: Callable[..., Reading], state: str) -> None:
    jobs = f"Experience\nMarden Clinic, Lindale, {state}. Registered Nurse. Mar 2021 - Present.\n"
    assert job(read, jobs) == ("Registered Nurse", "Marden Clinic")


def test_posts_in_front_of_colons_without_dates(read: Callable[..., Reading]) -> None:
    jobs = (
        "Work Experience\nCook: Larch Kitchen, Lindale\nNatsin Camp, Katwell\n"
        "Computer Teacher: Holy Fern Institute\nObeb, Katwell\n"
    )
    assert job(read, jobs) == ("Cook", "Larch Kitchen")
