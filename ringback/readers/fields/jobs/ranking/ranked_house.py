"""The house by fitted weights, asked only where the rules are in doubt: they found none, or one that is hardly sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.kinds import surely_no_house
from ringback.readers.fields.jobs.ranking.features import features_of
from ringback.readers.fields.jobs.ranking.house_features import HOUSE_FEATURES, Houses
from ringback.readers.fields.jobs.ranking.phrases import Page
from ringback.readers.fields.jobs.ranking.ranked import trees_of, weight_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Phrase
    from ringback.readers.fields.jobs.ranking.ranked import Tree
    from ringback.readers.fields.sheet import Sheet

# What a phrase must weigh where the rules found no house, and more than the house that they found.
LEAST_ALONE, LEAST_MARGIN = -0.5, 2.0
UNSEEN = -4.0  # the weight of a house that is no phrase of the page, as most phrases weigh
DOUBTED = 0.7  # the most that a house is sure of which is asked after
CONFIDENCE = 0.6


def ranked_house(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Found[str] | None:
    """Return the house that the rules found, or a better one where they are in doubt and the weights are not."""
    if sheet.is_chinese or not is_house_doubtful(title, employer):
        return employer
    page = Page(sheet)
    if not (page.entries or sheet.lines_in("experience")):
        return employer
    phrases = page.phrases()
    if not phrases:
        return employer
    best = better_house(
        phrases, numbers_of(page, phrases), title, employer, trees_of("house_trees.json", HOUSE_FEATURES)
    )
    if best is None or surely_no_house(best.text, frozenset()):
        return employer
    return Found(best.text, "layout", CONFIDENCE, sheet.shown[best.line])


def is_house_doubtful(title: Found[str] | None, employer: Found[str] | None) -> bool:
    """Tell a post without a house, or with one that stands where a house may, but of which no word or date is sure."""
    if employer is None:
        return title is not None
    return employer.how == "layout" and employer.confidence <= DOUBTED


def numbers_of(page: Page, phrases: Sequence[Phrase], posts: Sequence[Tree] | None = None) -> list[list[float]]:
    """Return what is known of each phrase as a house; ``posts`` are the trees that weigh it as a post."""
    known = [features_of(page, phrase) for phrase in phrases]
    trees = trees_of() if posts is None else posts
    return Houses(page, phrases, [weight_of(some, trees) for some in known]).numbers(known)


def better_house(
    phrases: Sequence[Phrase],
    numbers: Sequence[Sequence[float]],
    title: Found[str] | None,
    employer: Found[str] | None,
    trees: Sequence[Tree],
) -> Phrase | None:
    """Return the phrase that weighs most, if that is enough to put it in the place of what the rules found."""
    weights = [weight_of(some, trees) for some in numbers]
    at = max(range(len(phrases)), key=weights.__getitem__)
    found, told = fold(phrases[at].text), {fold(one.value) for one in (title, employer) if one}
    if employer is None:
        return phrases[at] if weights[at] > LEAST_ALONE and found not in told else None
    house = fold(employer.value)
    same = (weight for weight, phrase in zip(weights, phrases, strict=True) if fold(phrase.text) == house)
    is_part = found in house or house in found
    return (
        phrases[at]
        if weights[at] > LEAST_MARGIN + max(same, default=UNSEEN) and not (found in told or is_part)
        else None
    )
