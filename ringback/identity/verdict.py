"""From a comparison to merge, review or apart: one small rule on the weight and the levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.identity.comparison import CONFLICTS, FULL_AGREEMENTS
from ringback.identity.model import (
    MERGE_WITH_CONTEXT,
    MERGE_WITH_IDENTIFIER,
    MERGE_WITH_TEXT,
    REVIEW_CONFLICT_FROM,
    REVIEW_CONTACT_FROM,
    REVIEW_FROM,
)
from schemas.words import PairOutcome

if TYPE_CHECKING:
    from ringback.identity.comparison import Comparison

WHOLE_NAMES = FULL_AGREEMENTS
PERSONAL = frozenset(
    {
        ("wechat", "one_name"),
        ("linkedin", "one_name"),
        ("employer", "same"),
        ("employer", "contained"),
        ("text", "very_alike"),
        ("text", "alike"),
    }
)
"""What a family does not share. A mailbox is personal where the given name is known, and may be a couple's where it is masked."""


def judge(comparison: Comparison) -> PairOutcome:
    """Say what becomes of a pair.

    Merge: the same file, or a contact that one person (or family) bears, and a name that does not speak against it; or,
    without a contact, the same full name and much context. A contact alone never merges: numbers are shared and issued
    again. A name that agrees in part (张先生, Kevin Zhang) or in sound (玲玉, 玲宇) on a shared phone alone may be a brother's
    or a sister's: it needs a personal contact, or an employer or a text that agrees. A shared contact with a conflicting
    name is a person's to judge (family, maiden name, or a new owner), if anything else agrees at all.
    """
    is_conflict = comparison.name_level in CONFLICTS
    review_from = REVIEW_FROM
    is_same_file = comparison.is_same_file
    if is_same_file or comparison.has_identifier:
        if is_conflict:
            may_be_one = is_same_file or comparison.weight >= REVIEW_CONFLICT_FROM
            return PairOutcome.REVIEW if may_be_one else PairOutcome.APART
        is_sure = comparison.name_level in WHOLE_NAMES or is_same_file or _is_personal(comparison)
        if is_sure and comparison.weight >= MERGE_WITH_IDENTIFIER:
            return PairOutcome.MERGE
        review_from = REVIEW_CONTACT_FROM
    elif comparison.name_level in FULL_AGREEMENTS and comparison.weight >= _needed_without_contact(comparison):
        return PairOutcome.MERGE
    return PairOutcome.REVIEW if comparison.weight >= review_from else PairOutcome.APART


def _is_personal(comparison: Comparison) -> bool:
    """Tell whether something agrees that a family does not share; twins share the year of birth, and the surname."""
    levels = {(field, level) for field, level, _ in comparison.levels}
    if ("sex", "differs") in levels:
        return False
    if not PERSONAL.isdisjoint(levels):
        return True
    is_name_enough = comparison.name_level != "surname" or ("school", "same") in levels
    return is_name_enough and ("email", "one_name") in levels


def _needed_without_contact(comparison: Comparison) -> float:
    """Return how many bits a whole name needs where no contact is shared: fewer if the resumes tell the same story."""
    alike = next((level for field, level, _ in comparison.levels if field == "text"), None)
    return MERGE_WITH_TEXT[alike] if alike else MERGE_WITH_CONTEXT
