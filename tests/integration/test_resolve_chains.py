"""Merges of merges come apart again in any order, and everybody has then what was theirs."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import permutations
from typing import Any

from sqlalchemy import select, update

from ringback.actions.duplicates import merge_candidates, review_duplicate, split_candidate
from ringback.actions.import_candidates import store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.workspace import Workspace
from schemas.tables import Candidate, Membership, SourceRecord
from schemas.words import DuplicateVerdict, Status

NOW = datetime(2026, 11, 1, tzinfo=UTC)
PEOPLE = ("a", "b", "c", "d")
STATUSES = (Status.FOLLOW_UP, Status.CONTACTED, Status.HIRED, Status.LOST)


def owners(ws: Workspace) -> dict[str, str]:
    query = select(SourceRecord.record_id, Membership.candidate_id).join(
        Membership, Membership.source_record_id == SourceRecord.id
    )
    with ws.reading() as session:
        return dict(session.execute(query).tuples().all())


def standings(ws: Workspace) -> dict[str, tuple[Any, ...]]:
    with ws.reading() as session:
        people = session.scalars(select(Candidate)).all()
        return {p.candidate_id: (p.status, p.owner, p.is_do_not_contact, p.merged_into) for p in people}


def namesakes(ws: Workspace) -> dict[str, str]:
    """Add four people of one name, each standing elsewhere; return the candidate of each record."""
    rows = [{"record_id": r, "name": "张伟民", "phones": [f"1380013800{i}"]} for i, r in enumerate(PEOPLE)]
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    first = owners(ws)
    assert len(set(first.values())) == len(PEOPLE)
    with ws.writing() as session:
        for record, status in zip(PEOPLE, STATUSES, strict=True):
            values = {"status": status, "owner": record, "is_do_not_contact": status is Status.HIRED}
            session.execute(update(Candidate).where(Candidate.candidate_id == first[record]).values(**values))
    return first


def test_merges_of_merges_come_apart_in_any_order(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    first = namesakes(ws)
    before = standings(ws)
    trees = [
        (("a", "b"), ("c", "d"), ("a", "c")),
        (("a", "b"), ("b", "c"), ("c", "d")),
        (("c", "d"), ("b", "d"), ("a", "b")),
    ]
    orders = list(permutations(PEOPLE))
    for n, tree in enumerate(trees):
        for leaving in orders[n::8]:
            for one, other in tree:
                now = owners(ws)
                merge_candidates(ws, candidate_id=now[one], other_candidate_id=now[other], actor="ann", now=NOW)
            assert len(set(owners(ws).values())) == 1
            for record in leaving:
                now = owners(ws)
                if (
                    list(now.values()).count(now[record]) > 1
                ):  # without the one that held them the others come apart too
                    split_candidate(ws, candidate_id=now[record], record_ids=[record], actor="ann", now=NOW)
            assert owners(ws) == first, (tree, leaving)
            assert standings(ws) == before, (tree, leaving)


def test_who_stays_together_keeps_what_both_brought_when_the_lead_leaves(ws: Workspace) -> None:
    first = namesakes(ws)
    before = standings(ws)
    three = ("a", "b", "c")  # c was hired and is not to be contacted
    for one, other in (("a", "b"), ("b", "c"), ("a", "c")):
        review_duplicate(ws, record_id_a=one, record_id_b=other, verdict=DuplicateVerdict.SAME, actor="ann", now=NOW)
    lead = owners(ws)["a"]
    leaving = next(record for record in three if first[record] == lead)
    split_candidate(ws, candidate_id=lead, record_ids=[leaving], actor="ann", now=NOW)
    one, other = (record for record in three if record != leaving)
    together = owners(ws)[one]
    assert owners(ws)[other] == together != lead
    assert standings(ws)[lead] == before[lead]
    status, _, is_do_not_contact, _ = standings(ws)[together]
    assert status is (Status.CONTACTED if leaving == "c" else Status.HIRED)
    assert is_do_not_contact is (leaving != "c")
    split_candidate(ws, candidate_id=together, record_ids=[other], actor="ann", now=NOW)
    assert standings(ws) == before
