"""The post by fitted weights: what is asked, what is known of a phrase, when the weights have a say, and whole pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.ranking.features import FEATURES, NONE, features_of
from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase
from ringback.readers.fields.jobs.ranking.ranked import better_post, is_doubtful
from ringback.readers.fields.jobs.ranking.trees import heaviest, weight_of
from ringback.readers.fields.sheet import Sheet
from schemas.records import Reading

MakeSheet = Callable[..., Sheet]
PAGE = """Mara Velding
mara@fernpost.net

Experience
Larchwell\t2021 - Present
Tide Whisperer
- Told the tides
Fernmoor\t2018 - 2021
Clerk
- Kept the books

Education
Velling College\t2014 - 2018
BSc Tides"""
POST, HOUSE = Found("Clerk", "layout", 0.7), Found("Larchwell", "layout", 0.7)
WHISPERER, CLERK = Phrase("Tide Whisperer", 5, 0, 0), Phrase("Clerk", 8, 0, 0)


def _numbers(page: Page, text: str) -> dict[str, float]:
    phrase = next(phrase for phrase in page.phrases() if phrase.text == text)
    return dict(zip(FEATURES, features_of(page, phrase), strict=True))


def test_phrases_stand_in_the_head_and_near_the_latest_jobs(sheet_of: MakeSheet) -> None:
    texts = {phrase.text for phrase in Page(sheet_of(PAGE)).phrases()}
    assert {"Mara Velding", "Larchwell", "Tide Whisperer", "Fernmoor", "Clerk"} <= texts
    assert "Velling College" not in texts


def test_two_pieces_that_a_sign_parts_are_asked_as_one_too(sheet_of: MakeSheet) -> None:
    page = Page(sheet_of(PAGE.replace("Tide Whisperer", "Teller of Tides, Coast")))
    assert {"Teller of Tides", "Coast", "Teller of Tides, Coast"} <= {phrase.text for phrase in page.phrases()}


def test_what_is_known_of_a_phrase_is_where_it_stands_and_what_the_other_jobs_have_there(sheet_of: MakeSheet) -> None:
    numbers = _numbers(Page(sheet_of(PAGE)), "Tide Whisperer")
    assert (numbers["job_offset"], numbers["job_rank"], numbers["n_jobs"], numbers["n_open_jobs"]) == (1, 0, 2, 1)
    assert (numbers["share_with_place"], numbers["share_posts_there"], numbers["share_houses_there"]) == (1, 1, 0)
    assert (numbers["is_in_experience"], numbers["is_in_top"], numbers["n_below_heading"]) == (1, 0, 2)


def test_of_what_stands_at_no_job_the_place_is_unknown(sheet_of: MakeSheet) -> None:
    numbers = _numbers(Page(sheet_of("Mara Velding\nTide Whisperer\nmara@fernpost.net")), "Tide Whisperer")
    assert {numbers[name] for name in ("job_offset", "job_rank", "job_years", "share_posts_there")} == {NONE}


def test_no_word_of_the_page_is_among_what_is_known(sheet_of: MakeSheet) -> None:
    pages = [Page(sheet_of(PAGE.replace("Whisperer", word))) for word in ("Whisperer", "Vernissar")]
    one, other = (_numbers(page, f"Tide {word}") for page, word in zip(pages, ("Whisperer", "Vernissar"), strict=True))
    assert one == other


@pytest.mark.parametrize(
    ("title", "employer", "is_doubted"),
    [
        (None, HOUSE, True),
        (None, None, True),
        (POST, None, False),
        (Found("Clerk", "layout", 0.4), None, True),
        (POST, HOUSE, False),
        (Found("Tidehaven", "layout", 0.3), HOUSE, True),
        (Found("Tidehaven", "label", 0.9), None, False),
        (Found("Front Desk", "layout", 0.3), HOUSE, False),
        (Found("Tidehaven", "rule", 0.3), HOUSE, False),
    ],
)
def test_the_rules_are_in_doubt(title: Found[str] | None, employer: Found[str] | None, *, is_doubted: bool) -> None:
    assert is_doubtful(title, employer) == is_doubted


def test_a_phrase_weighs_the_leaves_that_its_numbers_fall_into() -> None:
    trees = [(0, 1.5, -1.0, (1, 0.0, 2.0, 4.0)), 0.5]
    assert [weight_of(numbers, trees) for numbers in ([1.5, 9], [2, 0], [2, 1])] == [-0.5, 2.5, 4.5]


@pytest.mark.parametrize(
    ("weights", "title", "employer", "better"),
    [
        ((-0.9, -3.0), None, HOUSE, WHISPERER),
        ((-1.1, -3.0), None, HOUSE, None),
        ((0.4, -3.0), None, None, None),
        ((0.6, -3.0), None, None, WHISPERER),
        ((2.9, 0.0), Found("Clerk", "layout", 0.4), None, None),
        ((3.1, 0.0), Found("Clerk", "layout", 0.4), None, WHISPERER),
        ((3.1, 0.0), Found("Clerk", "layout", 0.7), HOUSE, None),  # a known post at a house is not asked
        ((3.1, 0.0), Found("Tide Whisperer", "layout", 0.3), HOUSE, None),
        ((-0.9, -3.0), Found("Tidehaven", "layout", 0.3), HOUSE, WHISPERER),  # no phrase of the page
    ],
)
def test_the_weights_have_a_say_where_they_are_sure_and_the_rules_are_not(
    weights: tuple[float, float], title: Found[str] | None, employer: Found[str] | None, better: Phrase | None
) -> None:
    trees = [(0, 0.0, weights[0], weights[1])]
    assert better_post([WHISPERER, CLERK], [[0.0], [1.0]], title, employer, trees) == better


HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\nExperience\n"
PAGES = {
    "below_the_product_that_its_house_stands_for": (
        """Larch Smart Glasses (VLK) — Project: Own Film Helper. 2025-10 – Present.
- Research Intern
- Made it see
Fern Robots (FRB) — Project: Arm. 2024-05 – 2025-09.
- Research Intern
- Made it move""",
        "Research Intern",
    ),
    "in_no_words_of_a_post_below_its_house": (
        """Northmoor University\t2022 - Present
Opal Undergraduate Infrastructure Support
- Kept the compilers
Fernmoor Ltd\t2020 - 2022
Summer Developer
- Wrote tools""",
        "Opal Undergraduate Infrastructure Support",
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_the_post_of_the_latest_job_where_the_rules_find_none(page: str, read: Callable[..., Reading]) -> None:
    text, post = PAGES[page]
    assert read(HEAD + text).resumes[0].current_title == post


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Larchwell\t2021 - Present\nReader of Harbour Lights\n- Read\nFernmoor\t2018 - 2021\nClerk\n- Kept",
            "Reader of Harbour Lights",
        ),
        ("Position: Grower of Ideas\nCompany: Larchwell\n2021 - Present\nClerk", "Grower of Ideas"),
    ],
)
def test_a_post_in_its_place_or_behind_its_label_stays(text: str, post: str, read: Callable[..., Reading]) -> None:
    assert read(HEAD + text).resumes[0].current_title == post


def test_a_post_away_from_the_employer_is_of_another_job(read: Callable[..., Reading]) -> None:
    text = """2019-12 .. 2025-04
   Employer .................. Fernmoor Carriage Works
   Capacity .................. Oak Reckoner
   * Bent 299 oaks a week for the northern yards
   * Told the yards what was bent

2016-04 .. 2019-12
   Employer .................. Velling Textiles
   Capacity .................. Call Centre Team Leader
   * Told the callers what was woven
   * Told the weavers who had called

SCHOOLS
1999-2002  Northmoor University: BEng, Tides"""
    page = "Applicant ........ Mara Velding\nMobile ........ +44 7700 900123\n\nPOSITIONS HELD\n" + text
    assert read(page).resumes[0].current_title == "Oak Reckoner"  # not the one of the job before


@pytest.mark.parametrize(
    ("told", "weights", "chosen"),
    [
        (None, {0: 0.6, 1: 0.4}, "Velkart"),
        (None, {0: 0.5, 1: 0.4}, None),  # no more than it must weigh alone
        (None, {1: 0.6}, "Fernmoor"),  # the others may not be chosen
        (None, {}, None),
        ("Fernmoor", {0: 2.1, 1: 0.0}, "Velkart"),
        ("Fernmoor", {0: 2.0, 1: 0.0}, None),  # no heavier by more than the margin
        ("Larch", {0: -1.9}, "Velkart"),  # what is no phrase of the page weighs as most do
        ("Larch", {0: -2.0}, None),
    ],
)
def test_the_heaviest_phrase_needs_its_margin(told: str | None, weights: dict[int, float], chosen: str | None) -> None:
    phrases = [Phrase("Velkart", 4, 0, 0), Phrase("Fernmoor", 7, 0, 0)]
    best = heaviest(phrases, weights, told, alone=0.5, margin=2.0)
    assert (best.text if best else None) == chosen
