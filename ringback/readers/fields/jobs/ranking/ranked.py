"""The post by fitted weights, asked only where the rules are in doubt: they found none, or one that no word gives away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.kinds import surely_no_post
from ringback.readers.fields.jobs.ranking.features import FEATURES, features_of
from ringback.readers.fields.jobs.ranking.phrases import Page
from ringback.readers.fields.jobs.ranking.trees import heaviest, trees_of, weight_of
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Phrase
    from ringback.readers.fields.jobs.ranking.trees import Tree
    from ringback.readers.fields.sheet import Sheet

# What a phrase must weigh where the rules found a house alone, where nothing, and more than the post that they found.
LEAST_BESIDE_HOUSE, LEAST_ALONE, LEAST_MARGIN = -1.0, 0.5, 3.0
CONFIDENCE, LEAST_CONFIDENCE, LEAST_TOLD = 0.7, 0.5, 0.3
MAX_FROM_HOUSE = 3  # lines
_SOUGHT = re.compile(
    r"\b(?:looking|searching|hunting|hoping|apply(?:ing)?|aiming|aspir(?:e|es|ing)) (?:for|to)\b"
    r"|\bseek(?:s|ing)?\b|\bin search of\b",
    re.IGNORECASE,
)  # actively searching for a position as a tide engineer
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
    if _SOUGHT.search(sheet.shown[best.line].partition(best.text)[0]):
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
    weights = {at: weight_of(some, trees) for at, some in enumerate(numbers)}
    told = fold(title.value) if title else None
    alone = LEAST_BESIDE_HOUSE if employer else LEAST_ALONE
    best = heaviest(phrases, weights, told, alone=alone, margin=LEAST_MARGIN)
    is_part = best is not None and told is not None and fold(best.text) in told
    return None if is_part else best
