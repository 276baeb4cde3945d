"""Which doubtful pairs a person should look at: one pair, the strongest, for every two people in doubt."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ringback.actions.pool.rows import rows_of, update_rows
from schemas.tables import PairEdge
from schemas.words import PairOutcome, ReviewState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Neighbourhood, StoredEdge

_OTHERS = """
    SELECT m.source_record_id, m.candidate_id, r.uid
    FROM {batch} b CROSS JOIN membership m CROSS JOIN source_record r
    WHERE m.source_record_id = b.id AND r.id = b.id
"""


def store_reviews(session: Session, around: Neighbourhood) -> int:
    """Bring the review state of every edge of the neighbourhood up to date; return how many were newly opened.

    An edge whose ends are one person needs no look, nor one between people of whom somebody said that they differ. A
    decided pair keeps its answer.
    """
    person_of = {i: p.candidate_id for p in around.people for i in p.record_ids}
    uids = dict(around.uids)
    ends = {end for edge in around.edges.values() for end in (edge.a_id, edge.b_id)}
    for record_id, candidate_id, uid in rows_of(session, _OTHERS, ends - uids.keys()):
        person_of[record_id], uids[record_id] = candidate_id, uid
    wanted = _wanted_states(around, person_of, uids)
    rows = [
        (wanted.get((edge.a_id, edge.b_id)), edge.a_id, edge.b_id)
        for edge in around.edges.values()
        if wanted.get((edge.a_id, edge.b_id)) is not edge.review_state
    ]
    update_rows(session, PairEdge, ("review_state",), ("a_id", "b_id"), rows)
    return sum(state is ReviewState.OPEN for state, _, _ in rows)


def _wanted_states(
    around: Neighbourhood, person_of: Mapping[int, str], uids: Mapping[int, str]
) -> dict[tuple[int, int], ReviewState]:
    wanted: dict[tuple[int, int], ReviewState] = {}
    doubts: dict[tuple[str, str], list[StoredEdge]] = defaultdict(list)
    same, different = set(around.decisions.same), around.decisions.different
    for edge in around.edges.values():
        pair = uids[edge.a_id], uids[edge.b_id]
        people = sorted((person_of[edge.a_id], person_of[edge.b_id]))
        if pair in different:
            wanted[edge.a_id, edge.b_id] = ReviewState.KEPT_APART
        elif pair in same:  # another answer may stand against this one: then a person has to look again
            wanted[edge.a_id, edge.b_id] = ReviewState.MERGED if people[0] == people[1] else ReviewState.OPEN
        if people[0] != people[1] and _is_doubtful(edge, around):
            doubts[people[0], people[1]].append(edge)
    settled = _settled(around, person_of)
    for people_pair, edges in doubts.items():
        if people_pair not in settled:
            best = min(edges, key=lambda e: (-e.weight, uids[e.a_id], uids[e.b_id]))
            wanted[best.a_id, best.b_id] = ReviewState.OPEN
    return wanted


def _is_doubtful(edge: StoredEdge, around: Neighbourhood) -> bool:
    return edge.outcome is PairOutcome.REVIEW or (edge.a_id, edge.b_id) in around.refused


def _settled(around: Neighbourhood, person_of: Mapping[int, str]) -> set[tuple[str, str]]:
    """Return the people of whom somebody said that a record of one is not a record of the other."""
    ids = around.ids_by_uid
    apart: Iterable[tuple[str, str]] = (
        (person_of[ids[a]], person_of[ids[b]]) for a, b in around.decisions.different if a in ids and b in ids
    )
    return {(min(pair), max(pair)) for pair in apart}
