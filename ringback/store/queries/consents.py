"""What people agreed to: of each record the latest word stands, and of a person's records the strictest."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, and_, exists, select
from sqlalchemy.orm import Session, aliased

from schemas.tables import Consent

CONTACT = "contact"
"""The purpose that calls and messages need."""


def standing_consents() -> Select[tuple[str, bool]]:
    """Select candidate and answer of every standing word on being contacted; a later one of the same record ends it."""
    later = aliased(Consent)
    is_ended = exists().where(
        later.candidate_id == Consent.candidate_id,
        later.purpose == Consent.purpose,
        later.source_record_id.is_not_distinct_from(Consent.source_record_id),
        (later.at > Consent.at) | and_(later.at == Consent.at, later.id > Consent.id),
    )
    return select(Consent.candidate_id, Consent.is_given).where(Consent.purpose == CONTACT, ~is_ended)


def refusers() -> Select[tuple[str]]:
    """Select the candidates who refused to be contacted, under one of their records at least."""
    standing = standing_consents().subquery()
    return select(standing.c.candidate_id).where(standing.c.is_given.is_(False))


def consents_of(session: Session, candidate_ids: Sequence[str]) -> dict[str, bool]:
    """Return who said what of being contacted: False if any of their records refuses; who never said is not in it."""
    said: dict[str, bool] = {}
    query = standing_consents().where(Consent.candidate_id.in_(candidate_ids))
    for candidate_id, is_given in session.execute(query).tuples():
        said[candidate_id] = said.get(candidate_id, True) and is_given
    return said
