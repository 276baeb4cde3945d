"""Which pairs of records there are, and what the scorer says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ringback.actions.pool.keys import Known, load_features
from ringback.actions.pool.rows import change, insert_rows, rows_of
from ringback.identity.comparison import Comparison, compare
from ringback.identity.keys import IDENTIFIERS, KeyKind
from ringback.identity.model import VERSION
from ringback.identity.verdict import judge
from schemas.tables import PairEdge
from schemas.words import PairOutcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sqlalchemy.orm import Session

Pair = tuple[int, int]
"""Two record ids, the smaller first; for meeting only, as ids depend on arrival."""

_TELLING = IDENTIFIERS | {KeyKind.FILE}
_PAIRS = """
    SELECT a.source_record_id, o.source_record_id, a.kind, COALESCE(s.state, 0)
    FROM {batch} b
    CROSS JOIN record_key a
    LEFT JOIN key_state s ON s.kind = a.kind AND s.hash = a.hash
    CROSS JOIN record_key o
    WHERE a.source_record_id = b.id AND o.kind = a.kind AND o.hash = a.hash
      AND o.source_record_id <> a.source_record_id AND COALESCE(s.state, 0) < 2
"""
_EDGES = """
    SELECT e.a_id, e.b_id FROM {batch} b CROSS JOIN pair_edge e WHERE e.a_id = b.id AND e.outcome = 'merge'
    UNION
    SELECT e.a_id, e.b_id FROM {batch} b CROSS JOIN pair_edge e WHERE e.b_id = b.id AND e.outcome = 'merge'
"""


class Edge(NamedTuple):
    """A pair worth keeping: ``a`` is the record with the smaller uid."""

    a_id: int
    b_id: int
    comparison: Comparison
    outcome: PairOutcome


def rejudge(session: Session, record_ids: Collection[int], known: dict[int, Known]) -> set[int]:
    """Judge every pair of these records anew and keep the edges; return the records whose people may have changed.

    ``known`` is filled with the features of every record met. Edges that no live key supports any more are dropped: a
    later arrival would not have found them either.
    """
    shared = _shared_keys(session, record_ids)
    met = {record_id for pair in shared for record_id in pair}.union(record_ids)
    known.update(load_features(session, met - known.keys()))
    dropped = {record_id for pair in rows_of(session, _EDGES, record_ids) for record_id in pair}
    for end in ("a_id", "b_id"):
        change(session, f"DELETE FROM pair_edge WHERE {end} IN (SELECT id FROM {{batch}} b)", record_ids)  # noqa: S608 (names)
    edges = list(_judged(shared, known))
    insert_rows(
        session,
        PairEdge,
        ("a_id", "b_id", "weight", "outcome", "evidence", "model_version"),
        ((e.a_id, e.b_id, e.comparison.weight, e.outcome, evidence_of(e.comparison), VERSION) for e in edges),
    )
    joined = {end for edge in edges if edge.outcome is PairOutcome.MERGE for end in (edge.a_id, edge.b_id)}
    return joined | dropped | set(record_ids)


def evidence_of(comparison: Comparison) -> dict[str, Any]:
    """Return what is stored of a comparison: level and bits by field; no personal data."""
    return {field: [level, bits] for field, level, bits in comparison.levels}


def _shared_keys(session: Session, record_ids: Collection[int]) -> dict[Pair, dict[int, int]]:
    """Return the pairs that a live key makes, with the best trust among the shared keys of each telling kind."""
    found: dict[Pair, dict[int, int]] = {}
    for a_id, b_id, kind, state in rows_of(session, _PAIRS, record_ids):
        shared = found.setdefault((a_id, b_id) if a_id < b_id else (b_id, a_id), {})
        if kind in _TELLING:
            shared[kind] = min(state, shared.get(kind, state))
    return found


def _judged(shared: dict[Pair, dict[int, int]], known: dict[int, Known]) -> Iterator[Edge]:
    for (one, other), kinds in shared.items():
        a_id, b_id = (one, other) if known[one].uid < known[other].uid else (other, one)
        comparison = compare(known[a_id].features, known[b_id].features, kinds)
        outcome = judge(comparison)
        if outcome is not PairOutcome.APART:
            yield Edge(a_id, b_id, comparison, outcome)
