"""Which name of a job is its house by where it stands, and what a comma adds to a post, whatever the words are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\nExperience\n"

JOBS: dict[str, tuple[str, str, str]] = {
    "in_small_letters_in_front_of_the_post": (
        "velkart | WAREHOUSE CLERK\nMarch 2019 – Present | Warsaw, Poland\n- Counted the stock",
        "WAREHOUSE CLERK",
        "velkart",
    ),
    "in_small_letters_behind_the_post": (
        "Dock Supervisor, tidehill, Berlin\t2019 – Present\n- Loaded the barges",
        "Dock Supervisor",
        "tidehill",
    ),
    "called_as_a_town_beside_its_town": (
        "Lincoln – St. Louis, MO\t6/2019 — Present\nWeb Developer\n- Built the shop",
        "Web Developer",
        "Lincoln",
    ),
    "called_as_a_town_over_the_town_of_the_job": (
        "Thornbury\tSept 2022 – Present\nPune, India\nNight Auditor\n- Kept the books",
        "Night Auditor",
        "Thornbury",
    ),
    "called_as_a_town_under_the_post_and_the_town_of_the_job": (
        "2022 – Present\nTampa, FL\nBricklayer\nThornbury\n- Laid the walls",
        "Bricklayer",
        "Thornbury",
    ),
    "line_of_its_own_below_a_remark_in_brackets": (
        "Game Tester (Closed Beta)\tDec 2022 — Present\nVelling Oak\n- Played the levels until they broke.",
        "Game Tester",
        "Velling Oak",
    ),
    "behind_a_dash_rather_than_in_brackets": (
        "Software Engineer (Tide and Weather Models) – Velling\nMay 2019 – Present\n- Wrote the daily models",
        "Software Engineer",
        "Velling",
    ),
    "line_of_its_own_with_its_town_over_a_line_that_names_none": (
        "Harrowmere, Leeds, UK\nBaker\t2019 – Present\nThe Bread & The Good\n- Baked the bread",
        "Baker",
        "Harrowmere",
    ),
    "written_as_an_address_of_the_web_in_front_of_what_it_is": (
        "Velk.farm - Garden Tech Startup | Leeds, UK\nWeb Developer | May 2018 - March 2023\n- Built the shop",
        "Web Developer",
        "Velk.farm",
    ),
    "called_as_a_person_with_a_trade_behind_its_label": (
        "Position Title: Drafter\nEmployer Name: Dana Velling Architect\nDates: March 2021 - Present\n* Drew the plans",
        "Drafter",
        "Dana Velling Architect",
    ),
    "called_for_whom_it_is": (
        "Web Designer\t2019 – Present\nBaskets for Larchmont – Lyon – France\n- Drew the pages",
        "Web Designer",
        "Baskets for Larchmont",
    ),
    "without_the_part_of_it_behind": (
        "PhD STUDENT – VELLING WARD, SCHOOL OF PSYCHOLOGY AND NEUROSCIENCE, TIDE LAB\t2019 – Present\n- Ran the trials",
        "PhD STUDENT",
        "VELLING WARD",
    ),
    "laboratory_with_its_place_over_a_post_with_its_directorate": (
        (
            "Northmoor Tide Research Laboratory, Worcester MA, USA\nVisiting Scientist: Gates and Locks Devices Directorate\n"
            "August 2019 - Present\n- Measured the gates"
        ),
        "Visiting Scientist",
        "Northmoor Tide Research Laboratory",
    ),
    "in_small_letters_behind_at_and_in_front_of_a_town_that_no_list_knows": (
        "Web developer at fern* labs, Vellingdorn\tFeb 2019 – Present\n- Built the shop",
        "Web developer",
        "fern* labs",
    ),
    "under_who_leads_a_group_of_it": (
        "2019 – Present\tTide Models Group Leader\nVelling Research, Leeds, UK\n- Led the models",
        "Tide Models Group Leader",
        "Velling Research",
    ),
    "under_the_post_in_a_group_of_it": (
        (
            "Senior Researcher in Tide Dynamics RnD Group\tSep 2019 - Present\n"
            "Northmoor Research Institute Velland (NORVEL), Lindale, The Netherlands\n- Wrote the models"
        ),
        "Senior Researcher",
        "Northmoor Research Institute Velland",
    ),
    "under_a_post_with_who_leads_it": (
        (
            "2019-present\tData Analyst III. Adviser: Prof. Dana Quill\n"
            "Department of Tides, University of Northmoor, Boston, MA, USA\n- Wrote the pipelines"
        ),
        "Data Analyst III",
        "University of Northmoor",
    ),
    "behind_who_leads_the_post": (
        "Research Assistant, Advisor: Prof. Dana Quill, University of Northmoor\t2019 - Present\n- Ran the trials",
        "Research Assistant",
        "University of Northmoor",
    ),
    "behind_the_laboratory_of_the_post": (
        "Research associate in the Larch laboratory at the Northmoor Centre, Lindale\t2019 - Present\n- Ran the trials",
        "Research associate",
        "Northmoor Centre",
    ),
    "field_behind_a_post_of_one_word": (
        "Director, Donor Relations, Larchmont College\t2019 – Present\nTutor, Fern University\t2012 – 2019",
        "Director, Donor Relations",
        "Larchmont College",
    ),
    "field_behind_a_post_under_its_house": (
        "Velling Systems GmbH\tBerlin\nAnalyst, Credit Risk\t2019 – Present\n- Weighed the loans",
        "Analyst, Credit Risk",
        "Velling Systems GmbH",
    ),
    "for_whom_the_post_is": (
        "Velling Systems GmbH\tBerlin\nAssistant Vice President for Student Success\t2019 – Present\n- Kept the students",
        "Assistant Vice President for Student Success",
        "Velling Systems GmbH",
    ),
    "neither_given_away_and_the_town_behind_the_house": (
        "Velkart | Austin, TX | June 2019 – Present\nData Entry\n- Typed the lists",
        "Data Entry",
        "Velkart",
    ),
    "neither_given_away_and_the_town_behind_the_second": (
        "Feb 2022 – Present\nSite Incharge / Velkart, Tampa, FL\n- Kept the site",
        "Site Incharge",
        "Velkart",
    ),
    "known_post_before_the_slash": (
        "Feb 2022 – Present\nDeck Cadet / Oak & Elm, Tampa, FL\n- Kept the deck",
        "Deck Cadet",
        "Oak & Elm",
    ),
    "field_behind_a_dash_over_the_house": (
        "Head - Tidal Business\t2022 – Present\nOak & Elm\tAustin, TX\n- Kept the books",
        "Head - Tidal Business",
        "Oak & Elm",
    ),
    "field_behind_a_dash_beside_the_house": (
        "Oak & Elm, Austin — Head - Tidal Business\nMAY 2022 - PRESENT\n- Kept the books",
        "Head - Tidal Business",
        "Oak & Elm",
    ),
    "years_of_the_house_hold_those_of_all_posts": (
        "Harbour Clerk, Lindale College, 1998–2000\nReserve Bank of Larchland, June 2000–present.\nWarden, June 2000–May 2003\nHead Warden, January 2004–August 2017\nChief of Wardens, May 2018–present",
        "Chief of Wardens",
        "Reserve Bank of Larchland",
    ),
    "post_of_two_letters": (
        "Velling GmbH | Berlin\nPI\t2019 – Present\n- Led the search for tides",
        "PI",
        "Velling GmbH",
    ),
    "months_of_a_firm_are_no_name": (
        "Velling Tide\n5 years 2 months\nStaff Clerk\nMarch 2020 - Present (2 years 3 months)\nSan Jose, California, United States",
        "Staff Clerk",
        "Velling Tide",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_the_house_is_told_by_its_place(read: Callable[..., Reading], text: str, title: str, employer: str) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)
