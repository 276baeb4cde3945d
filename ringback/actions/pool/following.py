"""What hangs on a person goes where its record goes, and a timeline row says what happened to the person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ringback.actions.pool.rows import change, delete_of_words, insert_rows, rows_of, rows_of_words, update_rows
from ringback.identity.model import VERSION
from ringback.store.queries.consents import CONTACT
from schemas.tables import (
    Attempt,
    BehaviourEvent,
    Consent,
    Interview,
    OutboxMessage,
    Reminder,
    ResolutionEvent,
    StatusChange,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Neighbourhood, Person
    from ringback.actions.pool.profiles import Profiles
    from ringback.identity.golden import Member

_FOLLOWING = tuple(
    model
    for model in (Attempt, BehaviourEvent, Reminder, Interview, OutboxMessage, Consent, StatusChange)
    if "source_record_id" in model.__table__.columns
)
FOLLOWING = tuple(model.__tablename__ for model in _FOLLOWING)
"""Tables whose rows name a record as well as a candidate."""

DERIVED = ("call_window", "score", "cause")
"""Tables that every plan writes anew: an ended candidate has none."""

_CONSENTS = """
    SELECT c.source_record_id, c.is_given FROM {batch} b CROSS JOIN consent c
    WHERE c.source_record_id = b.id AND c.purpose = 'contact' ORDER BY c.at, c.id
"""
_CONSENT_TYPES = {"source_record_id": Consent.source_record_id.type, "is_given": Consent.is_given.type}


def pin_to_lead(session: Session, around: Neighbourhood, profiles: Profiles) -> None:
    """Hang rows that name no record on the record that leads their candidate, for every candidate that ends now.

    Without this, what was done before the merge could not be told apart when it is undone.
    """
    own, by_person = around.leads(), {p.candidate_id: p.lead_id for p in around.people}
    leads = [
        (own.get(candidate_id, by_person.get(person, -1)), candidate_id)
        for candidate_id, person in profiles.ended.items()
    ]
    for model in _FOLLOWING if leads else ():
        update_rows(session, model, ("source_record_id",), ("candidate_id",), leads, only="source_record_id IS NULL")


def follow_records(session: Session, moved: Collection[int], ended: Collection[str]) -> None:
    """Bring what hangs on moved records to the candidates that have them now."""
    for table in FOLLOWING:
        change(
            session,
            f"""
            UPDATE {table} SET candidate_id =
                (SELECT m.candidate_id FROM membership m WHERE m.source_record_id = {table}.source_record_id)
            WHERE source_record_id IN (SELECT id FROM {{batch}} b)
              AND EXISTS (SELECT 1 FROM membership m WHERE m.source_record_id = {table}.source_record_id)
            """,  # noqa: S608 (names)
            moved,
        )
    for table in DERIVED:
        if ended:
            sql = f"SELECT d.candidate_id FROM {{batch}} b CROSS JOIN {table} d WHERE d.candidate_id = b.id"  # noqa: S608 (names)
            stale = {row[0] for row in rows_of_words(session, sql, ended)}
            delete_of_words(session, f"DELETE FROM {table} WHERE candidate_id IN (SELECT id FROM {{batch}} b)", stale)  # noqa: S608


def store_consents(
    session: Session,
    members: Mapping[int, Member],
    arrived: Collection[int],
    around: Neighbourhood,
    *,
    now: datetime,
) -> None:
    """Write down the consent that new and renewed records bring with them (an import's ``consent`` column), if it is news."""
    said = {
        record_id: bool(consent)
        for record_id in arrived
        if (consent := (members[record_id].profile.get("extra") or {}).get("is_consent_given")) is not None
    }
    known = {row.source_record_id: row.is_given for row in rows_of(session, _CONSENTS, said, **_CONSENT_TYPES)}
    owner = {i: p.candidate_id for p in around.people for i in p.record_ids}
    rows = (
        (owner[i], i, CONTACT, is_given, now if i in known else members[i].received_at, f"import {members[i].source}")
        for i, is_given in sorted(said.items())
        if known.get(i) is not is_given
    )
    insert_rows(session, Consent, ("candidate_id", "source_record_id", "purpose", "is_given", "at", "proof"), rows)


def store_events(
    session: Session, around: Neighbourhood, people: Sequence[Person], profiles: Profiles, *, now: datetime
) -> None:
    """Append what happened: created, joined (new records), merged (another candidate ended here), split (left another)."""
    rows = (
        (kind, candidate_id, other, cause, VERSION, now)
        for person in people
        for kind, candidate_id, other, cause in _happened(around, person, profiles)
    )
    columns = ("kind", "candidate_id", "other_candidate_id", "cause", "model_version", "at")
    insert_rows(session, ResolutionEvent, columns, rows)


def _happened(
    around: Neighbourhood, person: Person, profiles: Profiles
) -> Iterator[tuple[str, str, str | None, dict[str, Any]]]:
    new = sorted(around.uids[i] for i in person.record_ids if i not in around.member_of)
    is_known = person.candidate_id in profiles.stored
    if not is_known and not person.former:
        yield "created", person.candidate_id, None, {"uids": new}
    elif new:
        yield "joined", person.candidate_id, None, {"uids": new}
    for old in sorted(person.former - {person.candidate_id}):
        kind = "merged" if profiles.redirects.get(old) == person.candidate_id else "split"
        moved = sorted(around.uids[i] for i in person.record_ids if around.member_of.get(i) == old)
        standing = profiles.stored[old].standing if old in profiles.stored else None
        yield kind, person.candidate_id, old, {"uids": moved, "status": standing.status if standing else None}
