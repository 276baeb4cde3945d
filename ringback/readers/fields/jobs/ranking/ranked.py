"""The post by fitted weights, asked only where the rules are in doubt: they found none, or one that no word gives away."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeAlias

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.kinds import surely_no_post
from ringback.readers.fields.jobs.ranking.features import FEATURES, features_of
from ringback.readers.fields.jobs.ranking.phrases import Page
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Phrase
    from ringback.readers.fields.sheet import Sheet

Tree: TypeAlias = "float | tuple[int, float, Tree, Tree]"
"""A leaf, or the number of a feature, the most that goes to the left, what is there and what is on the right."""

# What a phrase must weigh where the rules found a house alone, where nothing, and more than the post that they found.
LEAST_BESIDE_HOUSE, LEAST_ALONE, LEAST_MARGIN = -1.0, 0.5, 3.0
UNSEEN = -4.0  # the weight of a post that is no phrase of the page, as most phrases weigh
CONFIDENCE, LEAST_CONFIDENCE, LEAST_TOLD = 0.7, 0.5, 0.3
MAX_FROM_HOUSE = 3  # lines
SURE = frozenset({"label", "rule"})
_MAY_BE_POST = frozenset({None, "degree"})  # Undergraduate Archive Support


def ranked_post(sheet: Sheet, title: Found[str] | None, employer: Found[str] | None) -> Found[str] | None:
    """Return the post that the rules found, or a better one where they are in doubt and the weights are not."""
    if not is_doubtful(title, employer) or (title is None and sheet.is_chinese):
        return title  # who tells no post in Chinese has none, more often than not
    page = Page(sheet)
    if not (page.entries or sheet.lines_in("experience")):
        return title
    phrases = page.phrases()
    best = better_post(
        phrases,
        [features_of(page, phrase) for phrase in phrases],
        title,
        employer,
        trees_of("post_trees.json", FEATURES),
    )
    if best is None or sheet.headings[best.line] or surely_no_post(best.text) not in _MAY_BE_POST:
        return title
    if title is None and employer and _is_of_other_job(page, best, employer.value):
        return None
    return Found(best.text, "layout", CONFIDENCE, sheet.shown[best.line])


def _is_of_other_job(page: Page, post: Phrase, house: str) -> bool:
    """Tell a post of a job that is not the latest, or that stands away from all dates and from the employer."""
    near = page.nearest.get(post.line)
    if near and (page.ranks[near[0]] > 0 or abs(near[1]) <= MAX_FROM_HOUSE):
        return page.ranks[near[0]] > 0
    away = [abs(number - post.line) for number, line in enumerate(page.sheet.shown) if house in line]
    return bool(away) and min(away) > MAX_FROM_HOUSE


def is_doubtful(title: Found[str] | None, employer: Found[str] | None) -> bool:
    """Tell a job without a post, or with one that no word gives away, or that was told beside no house and is hardly sure.

    A label says what it is in any words, and a field of work in the place of a post is one: *Front Desk*.
    """
    if title is None or title.how in SURE:
        return title is None
    return title_score(title.value) < LEAST_TOLD or (employer is None and title.confidence < LEAST_CONFIDENCE)


def better_post(
    phrases: Sequence[Phrase],
    numbers: Sequence[Sequence[float]],
    title: Found[str] | None,
    employer: Found[str] | None,
    trees: Sequence[Tree],
) -> Phrase | None:
    """Return the phrase that weighs most, if that is enough to put it in the place of what the rules found."""
    if not (phrases and is_doubtful(title, employer)):
        return None
    weights = [weight_of(some, trees) for some in numbers]
    at = max(range(len(phrases)), key=weights.__getitem__)
    told = fold(title.value) if title else None
    if title is None:
        least = LEAST_BESIDE_HOUSE if employer else LEAST_ALONE
    else:
        same = (weight for weight, phrase in zip(weights, phrases, strict=True) if fold(phrase.text) == told)
        least = LEAST_MARGIN + max(same, default=UNSEEN)
    is_part = told is not None and fold(phrases[at].text) in told
    return phrases[at] if weights[at] > least and not is_part else None


def weight_of(numbers: Sequence[float], trees: Sequence[Tree]) -> float:
    """Return the sum of the leaves that the numbers of a phrase fall into."""
    total = 0.0
    for tree in trees:
        node = tree
        while not isinstance(node, float):
            feature, most, left, right = node
            node = left if numbers[feature] <= most else right
        total += node
    return total


@cache
def trees_of(name: str, features: tuple[str, ...]) -> list[Tree]:
    """Return fitted trees; they know features by their number, so they must have been fitted to these."""
    told = json.loads(files("ringback.readers").joinpath("data", name).read_text(encoding="utf-8"))
    if told["features"] != [*features]:
        message = f"{name} was fitted to other features; fit it anew with bench/fitting"
        raise ValueError(message)
    return list(told["trees"])
