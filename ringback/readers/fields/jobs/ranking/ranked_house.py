"""The house by fitted weights, asked only where the rules are in doubt: they found none, or one that is hardly sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.doubted import is_no_house
from ringback.readers.fields.jobs.kinds import is_hardly_sure, may_be_beside, may_be_house
from ringback.readers.fields.jobs.own_entries import is_of_other_entry
from ringback.readers.fields.jobs.ranking.features import FEATURES, features_of
from ringback.readers.fields.jobs.ranking.house_features import HOUSE_FEATURES, Houses, beside_posts
from ringback.readers.fields.jobs.ranking.phrases import Page
from ringback.readers.fields.jobs.ranking.trees import heaviest, trees_of, weight_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Phrase
    from ringback.readers.fields.jobs.ranking.trees import Tree
    from ringback.readers.fields.sheet import Sheet

# What a phrase must weigh where the rules found a post alone, and in any case; and how much more than the house that they found.
LEAST_BESIDE_POST, LEAST, LEAST_MARGIN, LEAST_MARGIN_OF_SURE = 0.5, -0.5, 1.5, 2.0
CONFIDENCE = 0.6
MAX_SMALL_WORD = 3  # of, and
POST_TREES = "house_post_trees.json"  # of posts as the weights of houses want them, doubtful or not
HOUSE_TREES = "house_trees.json"


def ranked_house(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Found[str] | None:
    """Return the house that the rules found, or a better one where they are in doubt and the weights are not."""
    if sheet.is_chinese or not may_be_doubtful(title, employer):
        return employer
    page = Page(sheet)
    houses = Houses(page) if page.entries else None
    if houses is None or (employer and not _is_doubtful(houses, employer)) or not houses.phrases:
        return employer
    numbers = numbers_of(houses, trees_of(POST_TREES, FEATURES))
    best = better_house(houses.phrases, numbers, title, employer, trees_of(HOUSE_TREES, HOUSE_FEATURES))
    if best is None or sheet.headings[best.line]:
        return employer
    if employer and (
        _is_of_earlier_job(houses, best, employer.value) or _is_outside_jobs(houses, best, employer.value)
    ):
        return employer
    found = Found(best.text, "layout", CONFIDENCE, sheet.shown[best.line])
    is_elsewhere = employer is not None and is_of_other_entry(sheet, best.line, employer)
    if is_elsewhere or sheet.sections[best.line] == "education" or is_no_house(sheet, found):
        return employer
    return found if may_be_house(found, sheet.shown) and may_be_beside(found, title, employer) else employer


def may_be_doubtful(title: Found[str] | None, employer: Found[str] | None) -> bool:
    """Tell a post without a house, or with one told by its place alone."""
    if employer is None:
        return title is not None
    return employer.how == "layout" or (employer.how != "label" and is_hardly_sure(employer))


def _is_doubtful(houses: Houses, employer: Found[str]) -> bool:
    """Tell a house that is not sure, has small words in its name, or stands at none of the latest dates of the page."""
    if is_hardly_sure(employer):
        return True
    if any(word[0].islower() and len(word) > MAX_SMALL_WORD for word in employer.value.split()):
        return True
    house, dates, folded = fold(employer.value), houses.dates, houses.page.sheet.folded
    said = (number for line, (number, _) in dates.near.items() if house in folded[line])
    return all(dates.ranks[dates.spans[number][0]] > 0 for number in said)


def _is_of_earlier_job(houses: Houses, best: Phrase, employer: str) -> bool:
    """Tell a house of a job that ended before that of the house which the rules found."""
    page, house = houses.page, fold(employer)
    ends = [_end_of(page, phrase.line) for phrase in houses.phrases if house in fold(phrase.text)]
    known = [end for end in ends if end is not None]
    end = _end_of(page, best.line)
    return end is not None and bool(known) and end < max(known)


def _is_outside_jobs(houses: Houses, best: Phrase, employer: str) -> bool:
    """Tell where somebody helps out, or what was built, beside a house that stands among the jobs."""
    sections, house = houses.page.sheet.sections, fold(employer)
    among = any(sections[one.line] == "experience" for one in houses.phrases if house in fold(one.text))
    return among and sections[best.line] != "experience"


def _end_of(page: Page, line: int) -> float | None:
    """Return when the job ended at whose dates a line stands, or the next dates below it where it is near none."""
    if near := page.nearest.get(line):
        return page.entries[near[0]].period.end
    return next((entry.period.end for entry in page.entries if entry.line >= line), None)


def numbers_of(houses: Houses, posts: Sequence[Tree]) -> list[list[float]]:
    """Return what is known of each phrase as a house; ``posts`` are the trees that weigh it as a post."""
    known = [features_of(houses.page, phrase) for phrase in houses.phrases]
    weights = [weight_of(some, posts) for some in known]
    return beside_posts(houses.phrases, houses.page.nearest, houses.numbers(known), weights)


def better_house(
    phrases: Sequence[Phrase],
    numbers: Sequence[Sequence[float]],
    title: Found[str] | None,
    employer: Found[str] | None,
    trees: Sequence[Tree],
) -> Phrase | None:
    """Return the phrase that weighs most and is no post, if that is enough to put it in the place of what the rules found."""
    post = fold(title.value) if title else None
    weights = {at: weight_of(some, trees) for at, some in enumerate(numbers) if fold(phrases[at].text) != post}
    if max(weights.values(), default=LEAST) < LEAST:
        return None
    told = fold(employer.value) if employer else None
    is_hardly_told = employer is not None and is_hardly_sure(employer) and employer.how == "layout"
    margin = LEAST_MARGIN if is_hardly_told else LEAST_MARGIN_OF_SURE
    best = heaviest(phrases, weights, told, alone=LEAST_BESIDE_POST, margin=margin)
    found = fold(best.text) if best else ""
    is_same = told is not None and (found in told or told in found)
    return None if is_same else best
