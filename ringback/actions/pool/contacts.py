"""How a person is reached: one row an address, kept through merge and split with the strictest state anybody found."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from ringback.actions.pool.rows import change, delete_rows, insert_rows, rows_of_words, update_rows
from ringback.actions.pool.standing import stricter
from schemas.columns import UTCDateTime
from schemas.tables import Attempt, ContactPoint, OutboxMessage
from schemas.words import ContactKind, ContactState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Person
    from ringback.actions.pool.profiles import Profiles
    from ringback.store.vault import Vault

Address = tuple[ContactKind, bytes]
"""Kind and blind index."""

_STORED = """
    SELECT c.id, c.candidate_id, c.kind, c.blind, c.state, c.rank, c.first_seen_at
    FROM {batch} b CROSS JOIN contact_point c WHERE c.candidate_id = b.id
"""
_COLUMNS = ("candidate_id", "kind", "value", "blind", "tail_blind", "state", "rank", "first_seen_at", "updated_at")


class StoredPoint(NamedTuple):
    """A contact point as it lay before this pass."""

    point_id: int
    candidate_id: str
    address: Address
    state: ContactState
    rank: int
    first_seen_at: datetime


def store_contacts(
    session: Session,
    vault: Vault,
    people: Sequence[Person],
    profiles: Profiles,
    *,
    erased: Collection[Address] = (),
    now: datetime,
) -> None:
    """Give every changed person the addresses of their records, the latest first within a kind.

    An address that two candidates shared becomes one row with the stricter state; what was done through the other row
    is hung on it. An address that no record names (a recruiter added it, or a record was corrected) goes where its
    candidate leads, and comes after those that are named. ``erased`` ones that no record names any more are deleted.
    """
    stored = _load(session, people, profiles)
    wanted = {p.candidate_id: dict(_wanted(vault, p, profiles)) for p in people}
    states, seen = _history(stored)
    settled, moves = _settle(stored, wanted, profiles)
    gone = [key for key in settled if key[1] in erased and key[1] not in wanted.get(key[0], {})]
    delete_points(session, [settled.pop(key).point_id for key in gone])
    fresh = [
        (
            candidate_id,
            kind,
            value,
            blind,
            _tail(vault, kind, value),
            stricter(states[kind, blind]),
            rank,
            min([now, *seen[kind, blind]]),
            now,
        )
        for candidate_id, addresses in wanted.items()
        for (kind, blind), (value, rank) in addresses.items()
        if (candidate_id, (kind, blind)) not in settled
    ]
    _apply(session, moves, now)
    _renew(session, settled, wanted, states, now)
    insert_rows(session, ContactPoint, _COLUMNS, fresh)
    repoint_followers(session, [p.candidate_id for p in people if p.former])
    follow_addresses(session, people)


def _tail(vault: Vault, kind: ContactKind, value: str) -> bytes | None:
    return vault.blind_tail(value) if kind is ContactKind.PHONE else None


def _wanted(vault: Vault, person: Person, profiles: Profiles) -> Iterator[tuple[Address, tuple[str, int]]]:
    ranks: dict[ContactKind, int] = defaultdict(int)
    for kind, value in profiles.golden[person.candidate_id].contacts:
        yield (kind, vault.blind(kind.value, value)), (value, ranks[kind])
        ranks[kind] += 1


def _load(session: Session, people: Sequence[Person], profiles: Profiles) -> list[StoredPoint]:
    ids = {p.candidate_id for p in people if p.candidate_id in profiles.stored} | profiles.redirects.keys()
    ids |= {old for p in people for old in p.former}
    types: dict[str, Any] = {
        "id": ContactPoint.id.type, "candidate_id": ContactPoint.candidate_id.type, "kind": ContactPoint.kind.type,
        "blind": ContactPoint.blind.type, "state": ContactPoint.state.type, "rank": ContactPoint.rank.type,
        "first_seen_at": UTCDateTime(),
    }  # fmt: skip
    rows = rows_of_words(session, _STORED, ids, **types)
    return [StoredPoint(r[0], r[1], (r[2], bytes(r[3])), r[4], r[5], r[6]) for r in rows]


def _history(stored: Sequence[StoredPoint]) -> tuple[dict[Address, list[ContactState]], dict[Address, list[datetime]]]:
    states: dict[Address, list[ContactState]] = defaultdict(list)
    seen: dict[Address, list[datetime]] = defaultdict(list)
    for point in stored:
        states[point.address].append(point.state)
        seen[point.address].append(point.first_seen_at)
    return states, seen


@dataclass
class _Moves:
    """Rows that change hands, and rows that another row replaces."""

    to_candidate: list[tuple[int, str]]
    replaced_by: list[tuple[int, int]]


def _settle(
    stored: Sequence[StoredPoint], wanted: dict[str, dict[Address, tuple[str, int]]], profiles: Profiles
) -> tuple[dict[tuple[str, Address], StoredPoint], _Moves]:
    """Find each stored row its place: where it is, where its candidate leads, or with the part that names it."""
    named = {address: owner for owner, addresses in sorted(wanted.items()) for address in addresses}
    settled: dict[tuple[str, Address], StoredPoint] = {}
    moves = _Moves([], [])
    at_home_first = sorted(stored, key=lambda p: (p.candidate_id in profiles.redirects, p.point_id))
    for point in at_home_first:
        home = profiles.redirects.get(point.candidate_id, point.candidate_id)
        is_elsewhere = point.address not in wanted.get(home, {}) and point.address in named
        target = named[point.address] if is_elsewhere else home
        taken = settled.get((target, point.address))
        if taken is not None:
            moves.replaced_by.append((point.point_id, taken.point_id))
            continue
        settled[target, point.address] = point
        if target != point.candidate_id:
            moves.to_candidate.append((point.point_id, target))
    return settled, moves


def delete_points(session: Session, point_ids: Collection[int]) -> None:
    """Delete addresses; what was done through them stays with whom it was done to, without the address."""
    if not point_ids:
        return
    for table in ("attempt", "outbox_message"):
        sql = f"UPDATE {table} SET contact_point_id = NULL WHERE contact_point_id IN (SELECT id FROM {{batch}} b)"  # noqa: S608
        change(session, sql, point_ids)
    change(session, "DELETE FROM contact_point WHERE id IN (SELECT id FROM {batch} b)", point_ids)


def _apply(session: Session, moves: _Moves, now: datetime) -> None:
    for table in (Attempt, OutboxMessage):
        replaced = [(new, old) for old, new in moves.replaced_by]
        update_rows(session, table, ("contact_point_id",), ("contact_point_id",), replaced)
    delete_rows(session, ContactPoint, ("id",), [(old,) for old, _ in moves.replaced_by])
    moved = [(target, now, point) for point, target in moves.to_candidate]
    update_rows(session, ContactPoint, ("candidate_id", "updated_at"), ("id",), moved)


def _renew(
    session: Session,
    settled: dict[tuple[str, Address], StoredPoint],
    wanted: dict[str, dict[Address, tuple[str, int]]],
    states: dict[Address, list[ContactState]],
    now: datetime,
) -> None:
    rows = []
    named: Counter[tuple[str, ContactKind]] = Counter(
        (candidate_id, kind) for candidate_id, addresses in wanted.items() for kind, _ in addresses
    )
    for (candidate_id, address), point in settled.items():
        state = stricter(states[address])
        behind = max(point.rank, named[candidate_id, address[0]])
        rank = wanted.get(candidate_id, {}).get(address, ("", behind))[1]
        if (state, rank) != (point.state, point.rank):
            rows.append((state, rank, now, point.point_id))
    update_rows(session, ContactPoint, ("state", "rank", "updated_at"), ("id",), rows)


def repoint_followers(session: Session, candidate_ids: Sequence[str]) -> None:
    """Let what was done to these people name their own row of an address, where it still names another candidate's."""
    for table in ("attempt", "outbox_message"):
        rows_sql = f"""
            SELECT f.{_KEY[table]}, mine.id FROM {{batch}} b CROSS JOIN {table} f
            CROSS JOIN contact_point theirs CROSS JOIN contact_point mine
            WHERE f.candidate_id = b.id AND theirs.id = f.contact_point_id AND theirs.candidate_id <> f.candidate_id
              AND mine.candidate_id = f.candidate_id AND mine.kind = theirs.kind AND mine.blind = theirs.blind
        """  # noqa: S608 (names)
        found = rows_of_words(session, rows_sql, candidate_ids)
        if found:
            session.connection().execute(
                text(f"UPDATE {table} SET contact_point_id = :point WHERE {_KEY[table]} = :row"),  # noqa: S608 (names)
                [{"row": row[0], "point": row[1]} for row in found],
            )


def follow_addresses(session: Session, people: Sequence[Person]) -> None:
    """Give each of those who part what was done through an address that is only theirs, whichever record it hung on."""
    leads = {person.candidate_id: person.lead_id for person in people}
    for table in ("attempt", "outbox_message"):
        rows_sql = f"""
            SELECT f.{_KEY[table]}, theirs.candidate_id FROM {{batch}} b CROSS JOIN {table} f
            CROSS JOIN contact_point theirs
            WHERE f.candidate_id = b.id AND theirs.id = f.contact_point_id AND theirs.candidate_id <> f.candidate_id
        """  # noqa: S608 (names)
        found = rows_of_words(session, rows_sql, [p.candidate_id for p in people if p.former])
        moves = [{"row": row, "owner": owner, "record": leads[owner]} for row, owner in found if owner in leads]
        if moves:
            session.connection().execute(
                text(
                    f"UPDATE {table} SET candidate_id = :owner, source_record_id = :record"  # noqa: S608 (names)
                    f" WHERE {_KEY[table]} = :row"
                ),
                moves,
            )


_KEY = {"attempt": "id", "outbox_message": "message_id"}
