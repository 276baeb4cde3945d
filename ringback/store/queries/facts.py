"""What the gate and the cadence need to know about candidates, read for a whole batch at once.

A fixed number of statements whatever the size of the batch (people, addresses, messages, attempts, consents), never one a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import Select, Table, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from ringback.rules.sending import SPENT
from ringback.store.parts import in_parts
from ringback.store.queries.consents import consents_of
from schemas import records
from schemas.tables import Attempt, Candidate, ContactPoint, LostScore, OutboxMessage, Suppression
from schemas.words import Channel, ContactState, Direction

OUTBOX_EVENT = "outbox:"
"""Attempts that the dispatcher writes begin with this event id; their messages are already counted in the outbox."""

WRITTEN = (Channel.SMS, Channel.EMAIL, Channel.WECHAT)


def candidate_facts(
    session: Session, ids: Iterable[str], *, since: datetime | None = None, with_attempts: bool = True
) -> dict[str, records.CandidateFacts]:
    """Return the facts of each candidate that exists, by the id that was asked for.

    An id that a merge has ended gives the facts of the person who lives on. A suppressed address has the state of its
    suppression, whatever the candidate's own row says.

    Args:
        session: an open session; inside a writing transaction the facts are those that the transaction may act on.
        ids: candidate ids.
        since: only messages and calls from this moment on are returned; None: all.
        with_attempts: False leaves ``attempts`` empty, which is all that the gate needs.
    """
    if session.autoflush:
        session.flush()  # the statements below are not the object mapper's
    facts: dict[str, records.CandidateFacts] = {}
    for some in in_parts(sorted(set(ids))):
        facts.update(_facts(session, some, since, with_attempts=with_attempts))
    return facts


def lock_candidates(session: Session, ids: Iterable[str]) -> None:
    """Make this transaction the only one that decides about these candidates until it ends.

    Whoever sends to a person, and whoever records that the person wants no more, takes this lock first: so one of them
    sees what the other did. Taken in the order of the ids, so that two never wait for each other. On SQLite a writing
    transaction is already alone.
    """
    if session.get_bind().dialect.name == "sqlite":
        return
    session.connection().execute(_LOCK, {"ids": sorted(set(ids))})


def _facts(
    session: Session, ids: Sequence[str], since: datetime | None, *, with_attempts: bool
) -> Iterator[tuple[str, records.CandidateFacts]]:
    people = {row.candidate_id: row for row in session.connection().execute(_PEOPLE, {"ids": ids})}
    living = {each: each for each in ids}
    if any(person.merged_into is not None for person in people.values()):
        living = _living(session, ids)
        people |= {
            row.candidate_id: row
            for row in session.connection().execute(_PEOPLE, {"ids": sorted(set(living.values()))})
        }
    everyone = sorted({*living.keys(), *living.values()})
    contacts = _contacts(session, everyone)
    attempts = _attempts(session, everyone, since, with_attempts=with_attempts)
    sent = _sent(session, everyone, since)
    consents = consents_of(session, everyone)
    for asked, alive in living.items():
        person = people.get(alive)
        if person is None:
            continue
        both = (alive,) if asked == alive else (alive, asked)
        mine = [attempt for member in both for attempt in attempts[member]]
        yield (
            asked,
            records.CandidateFacts(
                candidate_id=alive,
                status=person.status,
                role_family=person.role_family,
                timezone=person.timezone,
                is_do_not_contact=person.is_do_not_contact,
                has_replied_since=person.replied_at,
                contact_points=tuple(contacts[alive]),
                attempts=tuple(attempt for attempt, _ in mine) if with_attempts else (),
                sent_at=tuple(
                    sorted(
                        [at for member in both for at in sent[member]]
                        + [a.at for a, is_ours in mine if a.channel in WRITTEN and _is_out(a) and not is_ours]
                    )
                ),
                called_at=tuple(a.at for a, _ in mine if a.channel is Channel.CALL and _is_out(a)),
                p_lost=person.p_lost,
                promised_at=person.promised_at,
                has_consent=consents.get(alive),
            ),
        )


def _is_out(attempt: records.Attempt) -> bool:
    return attempt.direction is Direction.OUT


def _living(session: Session, ids: Sequence[str]) -> dict[str, str]:
    """Return for each id the one that lives on after all merges."""
    living = {each: each for each in ids}
    asked: set[str] = set(ids)
    while asked:
        merged = session.execute(
            select(Candidate.candidate_id, Candidate.merged_into).where(
                Candidate.candidate_id.in_(sorted(asked)), Candidate.merged_into.is_not(None)
            )
        )
        ended = {row.candidate_id: row.merged_into for row in merged}
        living = {each: ended.get(alive, alive) for each, alive in living.items()}
        asked = set(ended.values())
    return living


def _contacts(session: Session, ids: Sequence[str]) -> defaultdict[str, list[records.ContactPoint]]:
    rows = session.connection().execute(_CONTACTS, {"ids": ids})
    contacts: defaultdict[str, list[records.ContactPoint]] = defaultdict(list)
    for row in rows:
        state = row.state if row.reason is None else state_of_suppression(row.reason)
        contacts[row.candidate_id].append(records.ContactPoint(row.id, row.kind, row.value, state))
    return contacts


def state_of_suppression(reason: str) -> ContactState:
    """Return the contact state that a suppression stands for; a reason that is not a state is an opt-out."""
    known = {state.value: state for state in ContactState}
    return known.get(reason, ContactState.OPTED_OUT)


def _attempts(
    session: Session, ids: Sequence[str], since: datetime | None, *, with_attempts: bool
) -> defaultdict[str, list[tuple[records.Attempt, bool]]]:
    """Return attempts, oldest first, each with whether it is the dispatcher's own."""
    statement = _attempts_query(with_attempts=with_attempts, has_since=since is not None and not with_attempts)
    attempts: defaultdict[str, list[tuple[records.Attempt, bool]]] = defaultdict(list)
    for row in session.connection().execute(statement, _asked(ids, None if with_attempts else since)):
        attempt = records.Attempt(row.started_at, row.channel, row.direction, row.disposition)
        attempts[row.candidate_id].append((attempt, row.event_id.startswith(OUTBOX_EVENT)))
    return attempts


def _sent(session: Session, ids: Sequence[str], since: datetime | None) -> defaultdict[str, list[datetime]]:
    """Return when messages left, or may have left."""
    sent: defaultdict[str, list[datetime]] = defaultdict(list)
    for row in session.connection().execute(_sent_query(has_since=since is not None), _asked(ids, since)):
        sent[row.candidate_id].append(row.left_at)
    return sent


# Built once: the dispatcher asks these questions for every few dozen messages, and making a statement costs more than
# sending it.
PEOPLE, POINTS = cast(Table, Candidate.__table__), cast(Table, ContactPoint.__table__)
ATTEMPTS, OUTBOX = cast(Table, Attempt.__table__), cast(Table, OutboxMessage.__table__)
SUPPRESSIONS, SCORES = cast(Table, Suppression.__table__), cast(Table, LostScore.__table__)
_IDS: Any = bindparam("ids", expanding=True)
_SINCE: Any = bindparam("since", type_=OUTBOX.c.sending_at.type)
_LOCK = (
    select(PEOPLE.c.candidate_id)
    .where(PEOPLE.c.candidate_id.in_(_IDS))
    .order_by(PEOPLE.c.candidate_id)
    .with_for_update(key_share=True)
)
_PEOPLE = (
    select(
        PEOPLE.c.candidate_id,
        PEOPLE.c.status,
        PEOPLE.c.role_family,
        PEOPLE.c.timezone,
        PEOPLE.c.is_do_not_contact,
        PEOPLE.c.replied_at,
        SCORES.c.p_lost,
        PEOPLE.c.promised_at,
        PEOPLE.c.merged_into,
    )
    .outerjoin_from(PEOPLE, SCORES, SCORES.c.candidate_id == PEOPLE.c.candidate_id)
    .where(PEOPLE.c.candidate_id.in_(_IDS))
)
_CONTACTS = (
    select(POINTS.c.candidate_id, POINTS.c.id, POINTS.c.kind, POINTS.c.value, POINTS.c.state, SUPPRESSIONS.c.reason)
    .outerjoin_from(
        POINTS, SUPPRESSIONS, and_(SUPPRESSIONS.c.kind == POINTS.c.kind, SUPPRESSIONS.c.blind == POINTS.c.blind)
    )
    .where(POINTS.c.candidate_id.in_(_IDS))
    .order_by(POINTS.c.candidate_id, POINTS.c.rank, POINTS.c.id)
)


@cache
def _attempts_query(*, with_attempts: bool, has_since: bool) -> Select[Any]:
    at = ATTEMPTS.c
    columns = (at.candidate_id, at.event_id, at.started_at, at.channel, at.direction, at.disposition)
    query = select(*columns).where(at.candidate_id.in_(_IDS), at.voided_at.is_(None)).order_by(at.started_at, at.id)
    if not with_attempts:
        query = query.where(at.direction == Direction.OUT)
    return query.where(at.started_at >= _SINCE) if has_since else query


@cache
def _sent_query(*, has_since: bool) -> Select[Any]:
    at = OUTBOX.c
    left_at = func.coalesce(at.sending_at, at.accepted_at, type_=at.sending_at.type)
    query = select(at.candidate_id, left_at.label("left_at")).where(
        at.candidate_id.in_(_IDS),
        at.state.in_(SPENT),
        or_(at.sending_at.is_not(None), at.accepted_at.is_not(None)),
    )
    return query.where(left_at >= _SINCE) if has_since else query


def _asked(ids: Sequence[str], since: datetime | None) -> dict[str, Any]:
    return {"ids": ids} if since is None else {"ids": ids, "since": since}


def names_of(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Return the names of these candidates by id; who has none is left out."""
    found: dict[str, str] = {}
    for some in in_parts(sorted(set(ids))):
        query = select(Candidate.candidate_id, Candidate.name).where(
            Candidate.candidate_id.in_(some), Candidate.name.is_not(None)
        )
        found.update({candidate_id: name for candidate_id, name in session.execute(query).tuples() if name})
    return found
