"""What people say of records: append-only rows between two records, the latest of a pair standing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, update

from schemas.tables import MatchDecision
from schemas.words import DuplicateVerdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

UidPair = tuple[str, str]
"""Two record uids, the smaller first."""


def ordered(a: str, b: str) -> UidPair:
    """Return the two uids as a pair."""
    return (a, b) if a < b else (b, a)


def across(left: Iterable[str], right: Sequence[str]) -> list[UidPair]:
    """Return every pair of a record here and a record there."""
    return [ordered(a, b) for a in left for b in right]


def revoke(
    session: Session, pairs: Sequence[UidPair], *, now: datetime, verdict: DuplicateVerdict | None = None
) -> int:
    """Take back what stands on these pairs (only this verdict, if one is named); return how many decisions ended."""
    if not pairs:
        return 0
    standing = update(MatchDecision).where(
        MatchDecision.uid_a == bindparam("a"), MatchDecision.uid_b == bindparam("b"), MatchDecision.revoked_at.is_(None)
    )
    if verdict is not None:
        standing = standing.where(MatchDecision.verdict == verdict)
    done = 0
    for a, b in pairs:
        done += session.connection().execute(standing.values(revoked_at=now), {"a": a, "b": b}).rowcount
    return done


def decide(
    session: Session,
    pairs: Sequence[UidPair],
    verdict: DuplicateVerdict,
    *,
    note: str | None,
    actor: str,
    now: datetime,
) -> None:
    """Let this verdict stand on these pairs from now on, instead of what was said before."""
    revoke(session, pairs, now=now)
    if verdict is not DuplicateVerdict.REVOKE and pairs:
        rows = [
            {
                "uid_a": a,
                "uid_b": b,
                "verdict": verdict,
                "decided_by": actor,
                "decided_at": now,
                "note": note,
                "revoked_at": None,
            }
            for a, b in pairs
        ]
        session.connection().execute(insert(MatchDecision), rows)
