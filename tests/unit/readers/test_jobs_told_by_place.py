"""What a job's place among others tells: posts without a word of theirs, rows of labels, rows that end in duties, campuses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"
DUTIES = (
    "Plans the berths of three harbours and the shifts of forty people, and keeps the books of the yard and its stores"
)

JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "post_without_a_word_of_its_own_where_all_others_have_theirs": (
        (
            "Experience\nSep 2024 – Aug 2025\nLarchage Digital — Member of Ledgers, Revenue\nRemote\n"
            "Jul 2022 – Aug 2024\nFernwick — Audit Associate\nOslo\n"
            "Jan 2020 – Aug 2021\nRowan LLP — Tax Associate\nBergen\n"
            "Apr 2016 – Aug 2018\nA Moor & Sons — Accounting Assistant\nOslo"
        ),
        "Member of Ledgers",
        "Larchage Digital",
    ),
    "unknown_label_in_a_row_of_labels": (
        (
            "Work Experience\nLarch Helix\nLarch Helix makes software for the operation of harbours.\n"
            "Director of Guest Operations\nLocation: Oslo, Norway | Type: Full-time | Dates: 03/2022 - 08/2025\n"
            "- Led the support of guests\n"
            "Fernwick\nManager of Guest Operations\nLocation: Oslo, Norway | Dates: 01/2018 - 03/2022\n- Hired the team"
        ),
        "Director of Guest Operations",
        "Larch Helix",
    ),
    "row_of_a_table_that_ends_in_long_duties": (
        (
            "Work experience\nEmployer\tPosition\tPeriod\tDuties\n"
            f"Larchmoor Regional Tide Authority\tHarbour Planner\tMar 2019 – Present\t{DUTIES}\n"
            "Fern Street Primary School\tTeaching Assistant\tSep 2012 – Dec 2014\tHelped children"
        ),
        "Harbour Planner",
        "Larchmoor Regional Tide Authority",
    ),
    "years_alone_before_a_date_that_a_sentence_tells": (
        (
            "Experience\nTide of Things\n2017\nThe site of the summer school at Fern College\n"
            "Dept. This project is paid for by the Larch Fund for 3 years starting from Summer 2015.\n"
            "Rowan Foods\n2015\nSince the beginning its people have helped it to grow into a large chain of shops."
        ),
        None,
        "Tide of Things",
    ),
    "house_of_two_letters_that_no_state_has": (
        (
            "Work Experience\nLarch AI | Remote USA\nResearch Fellow / Software Engineering | July 2022 - Present\n- Studied faults\n"
            "Fernwick | Remote USA\nSoftware Engineer | March 2018 - July 2022\n- Built tools"
        ),
        "Research Fellow",
        "Larch AI",
    ),
    "label_that_says_what_the_house_does": (
        (
            "Experience\nLarchum · Mar 2021 – Present\nRole: Head of Product\n"
            "Company: Larchum is a builder of small boats that makes sailing easy for everybody.\nKey achievements:\n- Built two\n"
            "Fernwick · Dec 2017 – Jul 2021\nRole: Product Owner\nCompany: A hub that unites mail and files in one place."
        ),
        "Head of Product",
        "Larchum",
    ),
    "clients_beside_the_dates": (
        (
            "Experience\nLarch2Fern Consulting – Principal Engineer & Co-Founder\n"
            "Remote · Jan 2022 – Present Clients: Microsoft, Apple, Rowan Life Sciences\nMicrosoft – Payments Data\n- Built it\n"
            "Moorcloud – Senior Engineer\nRemote · Mar 2019 – Dec 2021\n- Found the fault"
        ),
        "Principal Engineer & Co-Founder",
        "Larch2Fern Consulting",
    ),
    "career_of_an_athlete_beside_work": (
        (
            "Professional Experience\nTeaching Assistant — Larch Primary School | Jul – Dec 2022\n- Helped the children\n\n"
            "Athletic Career\nNorthmoor Women's Rowing — Stroke | Jan 2023 – Present\n- Won twice"
        ),
        "Teaching Assistant",
        "Larch Primary School",
    ),
    "words_to_fill_in_for_a_house": (
        (
            "Professional Experience\nTeaching Assistant — [High School Name], Oslo, Norway | Jul – Dec 2022\n"
            "- Helped the children\nWaitress — [Cafe Name], Oslo, Norway | 2019 – 2020\n- Served"
        ),
        "Teaching Assistant",
        None,
    ),
    "campus_behind_a_comma": (
        "Experience\nWriter & Editor\nUniversity of California, Davis\nJan 2019 - Present\n- Wrote leaflets",
        "Writer & Editor",
        "University of California, Davis",
    ),
    "campus_behind_a_dash": (
        "Experience\nUniversity of Michigan - Dearborn | Registrar | 2018 - Present\n- Ran the office",
        "Registrar",
        "University of Michigan - Dearborn",
    ),
}


@pytest.mark.parametrize(("body", "post", "house"), JOBS.values(), ids=JOBS)
def test_post_and_house(body: str, post: str | None, house: str | None, read: Callable[..., Reading]) -> None:
    (resume,) = read(HEAD + body).resumes
    assert (resume.current_title, resume.current_employer) == (post, house)


SCHOOLS = {
    "dash": ("PhD, History, University of Wisconsin - Madison, 2016", "University of Wisconsin - Madison"),
    "comma": ("PhD, History, University of California, Davis, 2016", "University of California, Davis"),
    "schools_that_close_their_entries_with_a_date": (
        (
            "Analytics for Business\nLarch Foundation, Remote | Expected 2027-01\nACS in Big Data\nFern Institute, Oslo | 2023-09\n"
            "B.Sc. in Mechanical Engineering\nFederal Institute of Rowanland, Bergen | 2022-05\nSaid to be equal to one of four years."
        ),
        "Federal Institute of Rowanland",
    ),
    "town_of_another": ("BSc Biology, Larch University, Oslo, 2012", "Larch University"),
}


@pytest.mark.parametrize(("line", "school"), SCHOOLS.values(), ids=SCHOOLS)
def test_campus_of_a_school(line: str, school: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(f"{HEAD}Education\n{line}\n\nExperience\n2016 - 2020 Clerk, Rowan Foods Ltd").resumes
    assert resume.school == school


def test_a_life_told_in_prose(read: Callable[..., Reading]) -> None:
    text = (
        "Vita\nMara Ann Velding was born to Gordon and Nora Jane Velding on October 30, 1968 in Austin, Texas. In 1991 she received"
        " her Bachelor of Science from Northmoor University.\n"
        "Mara has been employed with Larch Research Laboratories at the Fern St. Campus since the summer of 1986."
    )
    (resume,) = read(text).resumes
    assert (resume.birth_year, resume.current_employer) == (1968, "Larch Research Laboratories")


FAMILIES = {
    "sales": ("Key Account Manager", "Sales Representative"),
    "technology": ("Software Engineer", "Web Developer"),
}


@pytest.mark.parametrize(("family", "posts"), FAMILIES.items(), ids=FAMILIES)
def test_former_posts_tell_the_family_of_one_that_no_trade_has(
    family: str, posts: tuple[str, str], read: Callable[..., Reading]
) -> None:
    text = (
        f"{HEAD}Experience\nTeam Lead | Larchtide Ltd | 2018 - Present\n- Looked after people\n"
        f"{posts[0]} | Rowan Ltd | 2014 - 2018\n- Met people\n{posts[1]} | Fern Ltd | 2010 - 2014\n- Met more"
    )
    (resume,) = read(text).resumes
    assert resume.role_family == family
