"""Who can only be rung: every number of theirs that is still used is a fixed line."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.rules.gate import USABLE
from ringback.rules.lines import is_fixed_line
from ringback.store.parts import in_parts
from schemas.tables import ContactPoint
from schemas.words import ContactKind


def with_fixed_lines_only(session: Session, ids: Sequence[str]) -> set[str]:
    """Return those of ``ids`` who have numbers, and none that takes an SMS; numbers are decrypted, so ask for few."""
    fixed: set[str] = set()
    mobile: set[str] = set()
    for some in in_parts(ids):
        query = select(ContactPoint.candidate_id, ContactPoint.value).where(
            ContactPoint.candidate_id.in_(some),
            ContactPoint.kind == ContactKind.PHONE,
            ContactPoint.state.in_(USABLE),
        )
        for candidate_id, value in session.execute(query):
            (fixed if is_fixed_line(value) else mobile).add(candidate_id)
    return fixed - mobile
