"""Pages that a board prints alike for everybody: posts, houses and schools by their place, in words that give nothing away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education

MakeSheet = Callable[..., Sheet]

ADDRESS = "www.linkedin.com/in/tove-larch-00000\n(LinkedIn)\nTop Skills\nHarbours\n"
TOP = "Tove Larch\nWriter. Sailor. Baker.\nOslo, Norway\nExperience\n"
SIZES = {"Tove Larch": 26.0, "Experience": 15.75, "Education": 15.75, "Top Skills": 13.0}


def profile(sheet_of: MakeSheet, jobs: str, large: str, education: str = "") -> Sheet:
    """Return a saved profile; ``large`` are the lines that are printed as houses and schools are."""
    text = ADDRESS + TOP + jobs + education
    named = dict.fromkeys(large.split("\n"), 12.0) | SIZES
    sizes = {number: named.get(line, 11.5) for number, line in enumerate(text.split("\n"))}
    return sheet_of(text, sizes=sizes, name="Profile.pdf")


JOBS = {
    "neither_is_given_away_by_a_word": (
        "Northside\nBoard Observer\nJune 2023 - Present (1 year 2 months)\nTreville\nOak Bank\nClerk\n2019 - 2021 (2 years)",
        "Northside",
        ("Board Observer", "Northside"),
    ),
    "a_house_like_a_post": (
        "The Night Auditor\nTechnology Transformation\nMay 2022 - Present (less than a year)",
        "The Night Auditor",
        ("Technology Transformation", "The Night Auditor"),
    ),
    "a_post_with_commas_and_signs": (
        "Grab & Go\nTeam Lead, Cards & Payments | Growth @ Islands\nJanuary 2021 - March 2023 (2 years 3 months)",
        "Grab & Go",
        ("Team Lead, Cards & Payments | Growth @ Islands", "Grab & Go"),
    ),
    "several_posts_in_one_house": (
        "Larch\n3 years 2 months\nVolunteer\nMay 2022 - Present (1 year)\nSorter\nMay 2020 - May 2022 (2 years 1 month)",
        "Larch",
        ("Volunteer", "Larch"),
    ),
    "names_over_two_lines": (
        "Ministry of Tides and\nIslands\nDeputy Keeper of the\nLower Lights\nMay 2022 - Present (1 year)",
        "Ministry of Tides and\nIslands",
        ("Deputy Keeper of the Lower Lights", "Ministry of Tides and Islands"),
    ),
    "in_another_language": (
        "Nordlicht\nTeilhaber\nJanuar 2020 - Present (3 Jahre 2 Monate)",
        "Nordlicht",
        ("Teilhaber", "Nordlicht"),
    ),
    "over_two_pages": (
        "Northside\nPage 1 of 2\nBoard Observer\nJune 2023 - Present (1 year 2 months)",
        "Northside",
        ("Board Observer", "Northside"),
    ),
}


@pytest.mark.parametrize(("jobs", "large", "told"), JOBS.values(), ids=JOBS)
def test_a_saved_profile_has_the_house_over_the_post(
    sheet_of: MakeSheet, jobs: str, large: str, told: tuple[str, str]
) -> None:
    job = read_job(profile(sheet_of, jobs, large))
    assert job.title
    assert job.employer
    assert (job.title.value, job.employer.value) == told


def test_a_saved_profile_has_schools_over_what_they_gave(sheet_of: MakeSheet) -> None:
    education = (
        "\nEducation\nOpen Assembly\nWeb Development · (2016 - 2017)\nHarbour Lights\nMaster of Arts - MA, History · (2012 - 2014)\n"
        "Treville\nBachelor's degree, History · (2009 - 2012)"
    )
    jobs = "Northside\nBoard Observer\nJune 2023 - Present (1 year 2 months)"
    sheet = profile(sheet_of, jobs, "Northside\nOpen Assembly\nHarbour Lights\nTreville", education)
    school = read_education(sheet).school
    assert school
    assert school.value == "Harbour Lights"


def test_what_only_names_an_address_there_is_no_saved_profile(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Tove Larch\nlinkedin.com/in/tove-larch-00000\nExperience\nClerk\nOak Bank\nMay 2022 - Present (1 year)"
    )
    job = read_job(sheet)
    assert job.title
    assert job.employer
    assert (job.title.value, job.employer.value) == ("Clerk", "Oak Bank")


INDEED = "Tove Larch\nPune, Maharashtra - Email me on Indeed: indeed.com/r/Tove-Larch/00000000\n\nWORK EXPERIENCE\n\n"
INDEED_JOBS = {
    "with_a_place": ("Data Entry\n\nFern Moss -  Pune, Maharashtra -\n\nMay 2017 to Present", ("Data Entry", "Fern Moss")),
    "without_one": ("Advisory Board Member\n\nReliant Fern -\n\nMay 2017 to Present", ("Advisory Board Member", "Reliant Fern")),
    "with_dashes_in_the_post": (
        "Head - Institutional Business\n\nIsle City -  Kochi, Kerala\n\nMay 2017 to May 2018",
        ("Head - Institutional Business", "Isle City"),
    ),
    "with_dashes_in_the_house": ("Sorter\n\nTide - North -  Kochi, Kerala\n\nMay 2017 to Present", ("Sorter", "Tide - North")),
    "without_a_space": ("Site Incharge\nGrab & Go-Austin, TX\nMay 2017 to Present", ("Site Incharge", "Grab & Go")),
    "without_dashes": ("Customer Care\nVision\nMay 2017 to Present", ("Customer Care", "Vision")),
    "behind_the_foot_of_a_page": (
        "Sorter\n\nTide -\n\nhttps://www.indeed.com/r/Tove-Larch/00000000?isid=rex\n\nMay 2017 to Present",
        ("Sorter", "Tide"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("jobs", "told"), INDEED_JOBS.values(), ids=INDEED_JOBS)
def test_indeed_has_the_house_under_the_post(sheet_of: MakeSheet, jobs: str, told: tuple[str, str]) -> None:
    job = read_job(sheet_of(f"{INDEED}{jobs}\n\n• Kept the books of the harbour\n\nSKILLS\n\nExcel (1 year)"))
    assert job.title
    assert job.employer
    assert (job.title.value, job.employer.value) == told


def test_indeed_has_the_school_under_its_degree(sheet_of: MakeSheet) -> None:
    school = read_education(
        sheet_of(
            f"{INDEED}Sorter\n\nTide -\n\nMay 2017 to Present\n\nEDUCATION\n\nPG-DAC\n\nOpen Assembly -  Pune\n\n2017\n\n"
            "Bachelor of Arts in History\n\nTreville -  Kochi, Kerala\n\n2014\n\nSKILLS\n\n• Tools - Excel"
        )
    ).school
    assert school
    assert school.value == "Treville"


def test_europass_has_post_and_house_between_dates_and_place(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "Tove LARCH\nWORK EXPERIENCE\n[ 01/09/2021 – Current ]\nData Entry\nThe Orchard\nCity: Oslo | Country: Norway\nSorting\n"
        "EDUCATION AND TRAINING\n[ 01/09/2012 – 30/06/2014 ]\nMaster of Arts in History\nOpen Assembly\n"
        "City: Oslo | Country: Norway | Level in EQF: EQF level 7"
    )
    job, school = read_job(sheet), read_education(sheet).school
    assert job.title
    assert job.employer
    assert school
    assert (job.title.value, job.employer.value, school.value) == ("Data Entry", "The Orchard", "Open Assembly")
