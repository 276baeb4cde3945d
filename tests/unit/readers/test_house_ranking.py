"""The house by fitted weights: what is known of a phrase, when the rules are in doubt, when the weights have a say, whole pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.kinds import may_be_beside, may_be_house
from ringback.readers.fields.jobs.ranking.features import NONE, features_of
from ringback.readers.fields.jobs.ranking.house_features import HOUSE_FEATURES, Houses, beside_posts
from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase
from ringback.readers.fields.jobs.ranking.ranked_house import better_house, may_be_doubtful
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]
PAGE = """Mara Velding
mara@fernpost.net

Experience
Velkart\t2021 - Present
Tide Clerk
- Told the tides
Fernmoor\t2018 - 2021
Clerk
- Kept the books

Education
Velling College\t2014 - 2018
BSc Tides"""
POST, HOUSE = Found("Clerk", "layout", 0.7), Found("Fernmoor", "layout", 0.7)
VELKART, FERNMOOR, CLERK = Phrase("Velkart", 4, 0, 0), Phrase("Fernmoor", 7, 0, 0), Phrase("Clerk", 8, 0, 0)


def _numbers(page: Page, text: str, *, post: str) -> dict[str, float]:
    houses = Houses(page)
    phrases = houses.phrases
    posts = [1.5 if phrase.text == post else -3.0 for phrase in phrases]
    known = houses.numbers([features_of(page, phrase) for phrase in phrases])
    at = next(number for number, phrase in enumerate(phrases) if phrase.text == text)
    return dict(zip(HOUSE_FEATURES, beside_posts(phrases, page.nearest, known, posts)[at], strict=True))


def test_where_a_phrase_stands_to_the_post_and_to_the_dates_is_known(sheet_of: MakeSheet) -> None:
    numbers = _numbers(Page(sheet_of(PAGE)), "Velkart", post="Tide Clerk")
    assert (numbers["post_rows"], numbers["post_atoms"], numbers["is_in_job_of_post"]) == (-1, NONE, 1)
    assert (numbers["weight_as_post"], numbers["best_weight_as_post"], numbers["is_in_post"]) == (-3, 1.5, 0)
    assert (numbers["dated_rank"], numbers["dated_offset"], numbers["dated_behind"]) == (0, 0, 0)
    assert (numbers["experience_rank"], numbers["n_on_page"], numbers["is_school"]) == (0, 1, 0)


def test_a_phrase_of_another_job_is_behind_the_latest(sheet_of: MakeSheet) -> None:
    numbers = _numbers(Page(sheet_of(PAGE)), "Fernmoor", post="Tide Clerk")
    assert (numbers["dated_rank"], numbers["experience_rank"], numbers["is_in_job_of_post"]) == (1, 1, 0)
    assert numbers["dated_behind"] > 0


def test_no_word_of_the_page_is_among_what_is_known(sheet_of: MakeSheet) -> None:
    pages = [Page(sheet_of(PAGE.replace("Velkart", word))) for word in ("Velkart", "Vernost")]
    one, other = (
        _numbers(page, word, post="Tide Clerk") for page, word in zip(pages, ("Velkart", "Vernost"), strict=True)
    )
    assert one == other


@pytest.mark.parametrize(
    ("title", "employer", "is_doubted"),
    [
        (POST, None, True),
        (None, None, False),
        (POST, HOUSE, True),
        (POST, Found("Fernmoor", "layout", 0.9), True),  # asked if it stands oddly
        (POST, Found("Fernmoor", "pattern", 0.8), False),
        (POST, Found("Fernmoor", "label", 0.6), False),
    ],
)
def test_the_rules_are_in_doubt(title: Found[str] | None, employer: Found[str] | None, *, is_doubted: bool) -> None:
    assert may_be_doubtful(title, employer) == is_doubted


@pytest.mark.parametrize(
    ("weights", "employer", "better"),
    [
        ((0.6, -3.0), None, VELKART),
        ((0.4, -3.0), None, None),
        ((1.4, 0.0), HOUSE, None),
        ((1.6, 0.0), HOUSE, VELKART),
        ((-0.6, -3.0), HOUSE, None),  # whatever else is lighter
        ((1.9, 0.0), Found("Fernmoor", "layout", 0.9), None),
        ((2.1, 0.0), Found("Fernmoor", "layout", 0.9), VELKART),
        ((2.1, 0.0), Found("Velkart Ltd", "layout", 0.7), None),  # a part of what the rules found
        ((-0.4, -3.0), Found("Larchmoor", "layout", 0.7), VELKART),  # no phrase of the page
    ],
)
def test_the_weights_have_a_say_where_they_are_sure_and_the_rules_are_not(
    weights: tuple[float, float], employer: Found[str] | None, better: Phrase | None
) -> None:
    trees = [(0, 0.0, weights[0], weights[1])]
    assert better_house([VELKART, FERNMOOR], [[0.0], [1.0]], POST, employer, trees) == better


def test_the_post_is_no_house() -> None:
    assert better_house([CLERK, VELKART], [[0.0], [1.0]], POST, None, [(0, 0.0, 2.0, -3.0)]) is None


@pytest.mark.parametrize(
    "text",
    [
        (
            "Velkart: tides as a service for harbours\nTide Lead\t2021 - Present\n- Told the tides\n"
            "Fernmoor: books for everybody\nClerk\t2018 - 2021\n- Kept the books"
        ),
        (
            "Velkart. Tides told daily.\nTide Lead. Jan 2021 - Present\n- Told the tides\n"
            "Fernmoor. Books kept.\nClerk. Jan 2018 - Jan 2021\n- Kept the books"
        ),
    ],
    ids=["and_what_it_does", "and_a_sentence"],
)
def test_the_house_of_the_latest_job_where_the_rules_find_none(text: str, read: Callable[..., Reading]) -> None:
    head = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\nExperience\n"
    (resume,) = read(head + text).resumes
    assert (resume.current_title, resume.current_employer) == ("Tide Lead", "Velkart")


def test_where_somebody_helps_out_is_no_house_beside_one_among_the_jobs(read: Callable[..., Reading]) -> None:
    text = """Education
NORTHMOOR COMMUNITY COLLEGE
Gate Programming
Halifax, NS
Anticipated June 2020

Work Experience
NORTHMOOR COMMUNITY COLLEGE
Work Term
Halifax, NS
April 2019 – May 2019
- Formulated an idea
- Determined the costs
LARCHDONALDS RESTAURANTS OF NORLAND, LTD
Crew Trainer
Halifax, NS
April 2016 – September 2019
- Trained employees
- Took in orders

Volunteer Experience
NORTHMOOR COMMUNITY COLLEGE
Facilitator Volunteer
Halifax, NS
September 2019 – Present
- Helped
"""
    (found,) = read(f"Mara Velding\nmara@fernpost.net\n\n{text}").resumes
    assert found.current_employer == "LARCHDONALDS RESTAURANTS OF NORLAND, LTD"


@pytest.mark.parametrize(
    ("text", "line", "may_be"),
    [
        ("Velkart", "Velkart, Lindale", True),
        ("Kept the boards", "Kept the boards.", False),
        ("Velkart", "Velkart: how the boards of a small moor were kept for years", False),
        ("Velkart", "Velkart: boards and gates", True),
        ("Department of Boards", "Department of Boards", False),
        ("Sole trader", "Sole trader", False),
    ],
)
def test_what_the_words_have_against_a_house(text: str, line: str, may_be: bool) -> None:  # noqa: FBT001
    assert may_be_house(Found(text, "layout", 0.6, line), [line]) is may_be


def test_the_head_of_a_column_is_no_house() -> None:
    head = Found("Velkart", "layout", 0.6, "Velkart | When")
    assert not may_be_house(head, ["Velkart | When", "2019", "Velkart | When"])


@pytest.mark.parametrize(
    ("house", "employer", "may_be"),
    [
        (Found("Velkart", "layout", 0.6, "Clerk, Velkart"), None, False),  # sooner of what the post is
        (Found("Velkart", "layout", 0.6, "Velkart"), None, True),
        (Found("Velkart Ltd", "layout", 0.6, "Clerk, Velkart Ltd"), None, True),
        (Found("Velkart", "layout", 0.6, "Velkart"), Found("Fernmoor Ltd", "layout", 0.7, "Fernmoor Ltd"), False),
        (
            Found("Gates Ltd", "layout", 0.6, "Gates Ltd, Fernmoor"),
            Found("Fernmoor", "layout", 0.7, ""),
            False,
        ),  # a part
    ],
)
def test_what_may_be_the_house_of_a_post(house: Found[str], employer: Found[str] | None, may_be: bool) -> None:  # noqa: FBT001
    assert may_be_beside(house, POST, employer) is may_be
