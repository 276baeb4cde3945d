"""From a comparison to merge, review or apart: one small rule on the weight and the levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.identity.comparison import CONFLICTS, FULL_AGREEMENTS
from ringback.identity.model import MERGE_WITH_CONTEXT, MERGE_WITH_IDENTIFIER, REVIEW_FROM
from schemas.words import PairOutcome

if TYPE_CHECKING:
    from ringback.identity.comparison import Comparison


def judge(comparison: Comparison) -> PairOutcome:
    """Say what becomes of a pair.

    Merge: the same file, or a contact that one person (or family) bears, and a name that does not speak against it; or,
    without a contact, the same full name and much context. A contact alone never merges: numbers are shared and issued
    again. A shared contact with a conflicting name is always for a person to judge: family, maiden name, or a new owner.
    """
    is_conflict = comparison.name_level in CONFLICTS
    is_same_file = any(field == "file" for field, _, _ in comparison.levels)
    if is_same_file or comparison.has_identifier:
        if is_conflict:
            return PairOutcome.REVIEW
        if comparison.weight >= MERGE_WITH_IDENTIFIER:
            return PairOutcome.MERGE
    elif comparison.name_level in FULL_AGREEMENTS and comparison.weight >= MERGE_WITH_CONTEXT:
        return PairOutcome.MERGE
    return PairOutcome.REVIEW if comparison.weight >= REVIEW_FROM else PairOutcome.APART
