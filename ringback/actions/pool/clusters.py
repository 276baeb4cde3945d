"""Which records are one person, and whose id that person has.

Only the neighbourhood of what changed is looked at: the closure of the touched records under "same person now" and
"joined by a merge edge or a decision". Within it the clustering is done anew; outside it nothing can have changed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from ringback.actions.pool.keys import Known, load_features
from ringback.actions.pool.rows import insert_rows, rows_of, rows_of_words, update_rows
from ringback.identity.clustering import Decisions, MergeEdge, cluster
from ringback.identity.comparison import is_soft
from ringback.identity.records import candidate_id_of
from schemas.columns import UTCDateTime
from schemas.tables import MatchDecision, Membership, PairEdge, SourceRecord
from schemas.words import DuplicateVerdict, PairOutcome, ReviewState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy.orm import Session

_Decision = tuple[str, str, DuplicateVerdict, datetime]
_TOGETHER = """
    SELECT m.source_record_id, m.candidate_id
    FROM {batch} b CROSS JOIN membership own CROSS JOIN membership m
    WHERE own.source_record_id = b.id AND m.candidate_id = own.candidate_id
"""
_EDGES = """
    SELECT e.a_id, e.b_id, e.weight, e.outcome, e.review_state FROM {batch} b CROSS JOIN pair_edge e WHERE e.a_id = b.id
    UNION
    SELECT e.a_id, e.b_id, e.weight, e.outcome, e.review_state FROM {batch} b CROSS JOIN pair_edge e WHERE e.b_id = b.id
"""
_RECORDS = "SELECT r.id, r.uid, r.received_at FROM {batch} b CROSS JOIN source_record r WHERE r.id = b.id"
_IDS = "SELECT r.id, r.uid FROM {batch} b CROSS JOIN source_record r WHERE r.uid = b.id"
_DECISIONS = """
    SELECT d.id, d.uid_a, d.uid_b, d.verdict, d.decided_at FROM {batch} b CROSS JOIN match_decision d
    WHERE d.uid_a = b.id AND d.revoked_at IS NULL
    UNION
    SELECT d.id, d.uid_a, d.uid_b, d.verdict, d.decided_at FROM {batch} b CROSS JOIN match_decision d
    WHERE d.uid_b = b.id AND d.revoked_at IS NULL
"""


_EDGE_TYPES = {
    "a_id": PairEdge.a_id.type,
    "b_id": PairEdge.b_id.type,
    "weight": PairEdge.weight.type,
    "outcome": PairEdge.outcome.type,
    "review_state": PairEdge.review_state.type,
}


class StoredEdge(NamedTuple):
    """An edge as it lies in the database."""

    a_id: int
    b_id: int
    weight: float
    outcome: PairOutcome
    review_state: ReviewState | None


class Person(NamedTuple):
    """A cluster found: its id, its members, and the candidates they belonged to until now."""

    candidate_id: str
    record_ids: frozenset[int]
    former: frozenset[str]
    lead_id: int


@dataclass
class Neighbourhood:
    """All that the clustering of the touched records depends on. ``member_of`` is as stored, before this pass."""

    uids: dict[int, str] = field(default_factory=dict)
    received: dict[int, datetime] = field(default_factory=dict)
    member_of: dict[int, str] = field(default_factory=dict)
    edges: dict[tuple[int, int], StoredEdge] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    refused: dict[tuple[int, int], str] = field(default_factory=dict)
    people: list[Person] = field(default_factory=list)

    @property
    def ids_by_uid(self) -> dict[str, int]:
        """The records of the neighbourhood by uid."""
        return {uid: record_id for record_id, uid in self.uids.items()}

    def leads(self) -> dict[str, int]:
        """Return, for every candidate id that a record here could lead, that record."""
        return {candidate_id_of(uid): record_id for record_id, uid in self.uids.items()}


def find_people(session: Session, touched: Collection[int], known: dict[int, Known]) -> Neighbourhood:
    """Return the people of the touched records' neighbourhood as they are now to be."""
    around = _closure(session, touched)
    known.update(load_features(session, around.uids.keys() - known.keys()))
    features = {record_id: known[record_id].features for record_id in around.uids}
    merge_edges = [
        MergeEdge(around.uids[e.a_id], around.uids[e.b_id], e.weight, is_soft(features[e.a_id], features[e.b_id]))
        for e in around.edges.values()
        if e.outcome is PairOutcome.MERGE
    ]
    names = {uid: features[record_id].name for record_id, uid in around.uids.items()}
    births = {uid: year for record_id, uid in around.uids.items() if (year := features[record_id].birth_year)}
    result = cluster(names, merge_edges, around.decisions, births)
    ids = around.ids_by_uid
    around.refused = {(ids[a], ids[b]): reason for (a, b), reason in result.refused.items()}
    around.people = [_person(around, [ids[uid] for uid in uids]) for uids in result.clusters]
    return around


def _person(around: Neighbourhood, record_ids: Sequence[int]) -> Person:
    lead = min(record_ids, key=lambda record_id: (around.received[record_id], around.uids[record_id]))
    former = frozenset(around.member_of[i] for i in record_ids if i in around.member_of)
    return Person(candidate_id_of(around.uids[lead]), frozenset(record_ids), former, lead)


def changed_people(around: Neighbourhood, renewed: Collection[int]) -> list[Person]:
    """Return the people who are not exactly as they were before, or one of whose records has new content.

    They come in the order of their ids, so that the rows written of them lie side by side in the index.
    """
    fresh = set(renewed)
    before: dict[str, set[int]] = defaultdict(set)
    for record_id, candidate_id in around.member_of.items():
        before[candidate_id].add(record_id)
    changed = (
        p
        for p in around.people
        if before.get(p.candidate_id, set()) != p.record_ids or not fresh.isdisjoint(p.record_ids)
    )
    return sorted(changed, key=lambda p: p.candidate_id)


def store_members(session: Session, around: Neighbourhood, people: Iterable[Person], *, now: datetime) -> set[int]:
    """Write down who belongs to whom; return the records that moved from one candidate to another."""
    new: list[tuple[int, str, datetime]] = []
    moves: list[tuple[str, datetime, int]] = []
    for person in people:
        for record_id in person.record_ids:
            old = around.member_of.get(record_id)
            if old is None:
                new.append((record_id, person.candidate_id, now))
            elif old != person.candidate_id:
                moves.append((person.candidate_id, now, record_id))
    insert_rows(session, Membership, ("source_record_id", "candidate_id", "joined_at"), new)
    update_rows(session, Membership, ("candidate_id", "joined_at"), ("source_record_id",), moves)
    return {record_id for _, _, record_id in moves}


def _closure(session: Session, touched: Collection[int]) -> Neighbourhood:
    around = Neighbourhood()
    decisions: dict[int, _Decision] = {}
    frontier = set(touched)
    while frontier:
        records = rows_of(
            session, _RECORDS, frontier, id=SourceRecord.id.type, uid=SourceRecord.uid.type, received_at=UTCDateTime()
        )
        around.uids.update({row[0]: row[1] for row in records})
        around.received.update({row[0]: row[2] for row in records})
        reached = {record_id for record_id, _ in _together(session, frontier, around)}
        for row in rows_of(session, _EDGES, frontier, **_EDGE_TYPES):
            edge = StoredEdge(*row)
            around.edges[edge.a_id, edge.b_id] = edge
            if edge.outcome is PairOutcome.MERGE:
                reached |= {edge.a_id, edge.b_id}
        reached |= _decided(session, [row[1] for row in records], decisions)
        frontier = reached - around.uids.keys()
    around.decisions = _in_order(decisions.values(), set(around.uids.values()))
    return around


def _together(session: Session, frontier: Collection[int], around: Neighbourhood) -> list[tuple[int, str]]:
    found = [(row[0], row[1]) for row in rows_of(session, _TOGETHER, frontier)]
    around.member_of.update(found)
    return found


def _decided(session: Session, uids: Sequence[str], decisions: dict[int, _Decision]) -> set[int]:
    """Collect the standing decisions on these records; return the records they name, if they are in the pool."""
    found = (
        rows_of_words(session, _DECISIONS, uids, verdict=MatchDecision.verdict.type, decided_at=UTCDateTime())
        if _any_decision(session)
        else ()
    )
    for row in found:
        decisions[row[0]] = (row[1], row[2], row[3], row[4])
    same = [u for row in found if row[3] == DuplicateVerdict.SAME for u in (row[1], row[2])]
    sql = _IDS + " AND r.resolved_at IS NOT NULL AND r.erased_at IS NULL"
    return {row[0] for row in rows_of_words(session, sql, same)}


def _any_decision(session: Session) -> bool:
    return session.execute(select(MatchDecision.id).limit(1)).first() is not None


def _in_order(decisions: Iterable[_Decision], here: set[str]) -> Decisions:
    """Put the newest first; a decision on a record that is not (or no longer) in the pool waits for it."""
    standing = sorted(
        (d for d in decisions if d[0] in here and d[1] in here), key=lambda d: (-d[3].timestamp(), d[0], d[1])
    )
    return Decisions(
        same=tuple((a, b) for a, b, verdict, _ in standing if verdict is DuplicateVerdict.SAME),
        different=frozenset((a, b) for a, b, verdict, _ in standing if verdict is DuplicateVerdict.DIFFERENT),
    )
