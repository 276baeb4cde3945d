"""The pool is a function of the records and the decisions: no order, split, crash or detour changes it."""

from __future__ import annotations

import random
import shutil
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from ringback.actions import resolve
from ringback.actions.duplicates import merge_candidates, review_duplicate, split_candidate
from ringback.actions.erasure import erase_records
from ringback.actions.import_candidates import store_rows
from ringback.actions.pool import keys
from ringback.actions.resolve import is_outdated, rebuild_pool, resolve_pending
from ringback.actions.reviews import open_reviews
from ringback.identity.imported_columns import RowMapping
from ringback.identity.keys import KeyTrust
from ringback.identity.training.records import invent_records
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Candidate, KeyState, MatchDecision, Membership, PairEdge, SourceRecord
from schemas.words import DuplicateVerdict

NOW = datetime(2026, 11, 1, tzinfo=UTC)
Pool = tuple[frozenset[frozenset[str]], frozenset[Any], frozenset[Any], frozenset[Any]]


def add(ws: Workspace, rows: Sequence[dict[str, Any]], *, chunk: int = 10_000, now: datetime = NOW) -> None:
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=now))
    resolve_pending(ws, now=now, chunk=chunk)


def pool_of(ws: Workspace) -> Pool:
    """Return partition with ids, edges with weights and review states, and key states, all by content."""
    with ws.reading() as session:
        names = dict(session.execute(select(SourceRecord.id, SourceRecord.record_id)).tuples().all())
        people = defaultdict(set)
        for record, candidate in session.execute(select(Membership.source_record_id, Membership.candidate_id)):
            people[candidate].add(names[record])
        edges = session.execute(
            select(PairEdge.a_id, PairEdge.b_id, PairEdge.weight, PairEdge.outcome, PairEdge.review_state)
        ).all()
        states = session.execute(select(KeyState.kind, KeyState.state, KeyState.n_names, KeyState.n_records)).all()
        live = set(session.scalars(select(Candidate.candidate_id).where(Candidate.merged_into.is_(None))))
    assert live == set(people)
    return (
        frozenset(frozenset(members) for members in people.values()),
        frozenset((candidate, frozenset(members)) for candidate, members in people.items()),
        frozenset((names[a], names[b], weight, outcome.value, state) for a, b, weight, outcome, state in edges),
        frozenset(tuple(state) for state in states),
    )


def partition(ws: Workspace) -> frozenset[frozenset[str]]:
    return pool_of(ws)[0]


def people_rows(n: int, *, seed: int, text: bool = False) -> list[dict[str, Any]]:
    rows = invent_records(n, seed=seed, with_text=text)
    return [{k: v for k, v in row.items() if k not in ("person_id", "trap")} for row in rows]


@pytest.fixture(scope="module")
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the home of an empty pool, to be copied: making the tables takes longer than most tests here."""
    home = tmp_path_factory.mktemp("empty") / "home"
    open_workspace(Settings(home=home)).engine.dispose()
    return home


@pytest.fixture
def fresh(empty_home: Path, tmp_path: Path) -> Iterable[Any]:
    """Give a maker of empty pools, all with one keyset, so that key states can be compared."""
    opened: list[Workspace] = []

    def make() -> Workspace:
        home = shutil.copytree(empty_home, tmp_path / f"pool-{len(opened)}")
        opened.append(open_workspace(Settings(home=home)))
        return opened[-1]

    yield make
    for ws in opened:
        ws.engine.dispose()


def test_any_order_and_any_split_give_the_same_pool(fresh: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = people_rows(1_150, seed=11)
    assert len(rows) > 2_000
    whole = fresh()
    add(whole, rows)
    expected = pool_of(whole)
    assert len(expected[2]) > 1_000
    assert {KeyTrust.FAMILY, KeyTrust.GENERIC} <= {KeyTrust(state) for _, state, *_ in expected[3]}
    rejudged = count_rejudged(monkeypatch)
    rng = random.Random(3)  # noqa: S311 (test data)
    for _ in range(20):
        shuffled = rng.sample(rows, len(rows))
        ws = fresh()
        while shuffled:
            size = rng.choice((1, 7, 300, 700, 1_200))
            add(ws, shuffled[:size], chunk=rng.choice((400, 10_000)))
            shuffled = shuffled[size:]
        assert pool_of(ws) == expected
    assert sum(rejudged) > 20 * 10, "hardly any key changed its trust on the way, so nothing was tested"


def count_rejudged(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count, batch by batch, the records outside the batch whose shared contacts changed their trust by it."""
    rejudged: list[int] = []
    flip_states = keys.flip_states

    def counting(session: Any, record_ids: Any) -> set[int]:
        flipped = flip_states(session, record_ids)
        rejudged.append(len(flipped - set(record_ids)))
        return flipped

    monkeypatch.setattr(keys, "flip_states", counting)
    return rejudged


def test_tiny_batches_with_resume_texts_give_the_same_pool(fresh: Any) -> None:
    rows = people_rows(130, seed=5, text=True)
    whole = fresh()
    add(whole, rows)
    expected = pool_of(whole)
    rng = random.Random(5)  # noqa: S311 (test data)
    for _ in range(3):
        shuffled = rng.sample(rows, len(rows))
        ws = fresh()
        while shuffled:
            size = rng.choice((1, 7, 40))
            add(ws, shuffled[:size], chunk=rng.choice((5, 50)))
            shuffled = shuffled[size:]
        assert pool_of(ws) == expected


def test_a_merge_made_before_the_number_became_common_is_judged_again(fresh: Any) -> None:
    pair = [{"record_id": f"p{i}", "name": "张国强", "phones": ["13912340000"]} for i in range(2)]
    others = [
        {"record_id": f"o{i}", "name": name, "phones": ["13912340000"]}
        for i, name in enumerate(("李晓红", "王建平", "陈思远", "赵一诺"))
    ]
    one, other = fresh(), fresh()
    add(one, pair)
    assert partition(one) == {frozenset({"p0", "p1"})}
    for row in others:
        add(one, [row])
    add(other, others)
    add(other, pair)
    assert len(partition(one)) == 6
    assert pool_of(one)[0] == pool_of(other)[0]


def test_the_same_again_changes_nothing(fresh: Any) -> None:
    rows = people_rows(300, seed=2)
    ws = fresh()
    add(ws, rows)
    before = pool_of(ws)
    add(ws, rows)
    assert pool_of(ws) == before


def test_a_rebuild_equals_the_increments(fresh: Any) -> None:
    rows = people_rows(400, seed=4)
    ws = fresh()
    for start in range(0, len(rows), 90):
        add(ws, rows[start : start + 90])
    before = pool_of(ws)
    rebuild_pool(ws, now=NOW)
    assert pool_of(ws) == before


def test_a_rebuild_of_what_another_version_judged_goes_on_where_it_was_killed(fresh: Any, monkeypatch: Any) -> None:
    rows = people_rows(400, seed=15)
    ws = fresh()
    monkeypatch.setattr(keys, "VERSION", "older")
    add(ws, rows[:300])
    monkeypatch.undo()
    add(ws, rows[300:])
    before = pool_of(ws)
    with ws.reading() as session:
        assert is_outdated(session)
    place, taken = resolve._place_some, []  # killed between two transactions

    def place_once(*args: Any, **named: Any) -> Any:
        if taken:
            raise KeyboardInterrupt
        taken.append(place(ws, 50, now=NOW))
        return replace(taken[0], n_records=args[1])

    monkeypatch.setattr(resolve, "_place_some", place_once)
    with pytest.raises(KeyboardInterrupt):
        rebuild_pool(ws, now=NOW, only_outdated=True)
    monkeypatch.undo()
    assert rebuild_pool(ws, now=NOW, only_outdated=True).n_records == 250
    assert pool_of(ws) == before
    assert rebuild_pool(ws, now=NOW, only_outdated=True).n_records == 0
    with ws.reading() as session:
        assert not is_outdated(session)


def test_erased_is_as_never_added(fresh: Any) -> None:
    rows = people_rows(400, seed=6)
    rng = random.Random(6)  # noqa: S311 (test data)
    gone = {row["record_id"] for row in rng.sample(rows, 120)}
    without, ws = fresh(), fresh()
    add(without, [row for row in rows if row["record_id"] not in gone])
    add(ws, rows)
    for start in range(0, 120, 17):
        erase_records(ws, record_ids=sorted(gone)[start : start + 17], actor="test", now=NOW)
    assert pool_of(ws) == pool_of(without)


def test_renewed_content_is_as_if_it_had_come_so(fresh: Any) -> None:
    rows = people_rows(300, seed=8)
    rng = random.Random(8)  # noqa: S311 (test data)
    changed = [dict(row) for row in rows]
    for row, other in zip(rng.sample(changed, 80), rng.sample(rows, 80), strict=True):
        row["phones"], row["name"] = other["phones"], other["name"]
    one, other_ws = fresh(), fresh()
    add(one, changed)
    add(other_ws, rows)
    add(other_ws, changed)
    assert pool_of(one) == pool_of(other_ws)


def test_decisions_hold_whatever_the_order_and_can_be_taken_back(fresh: Any) -> None:
    rows = people_rows(300, seed=9)
    ws = fresh()
    add(ws, rows)
    before = pool_of(ws)
    pairs = [(row.a.record_id, row.b.record_id) for row in open_reviews(ws, limit=6)]
    for number, (a, b) in enumerate(pairs):
        verdict = DuplicateVerdict.SAME if number % 2 else DuplicateVerdict.DIFFERENT
        review_duplicate(
            ws, record_id_a=a, record_id_b=b, verdict=verdict, actor="ann", now=NOW + timedelta(minutes=number)
        )
    decided = pool_of(ws)
    assert decided != before
    rebuild_pool(ws, now=NOW)
    assert pool_of(ws) == decided
    for a, b in pairs:
        review_duplicate(ws, record_id_a=a, record_id_b=b, verdict=DuplicateVerdict.REVOKE, actor="ann", now=NOW)
    assert pool_of(ws) == before


def test_merge_and_split_by_hand_and_back(fresh: Any) -> None:
    rows = people_rows(120, seed=10)
    ws = fresh()
    add(ws, rows)
    before = pool_of(ws)
    with ws.reading() as session:
        two = session.scalars(select(Candidate.candidate_id).where(Candidate.merged_into.is_(None)).limit(2)).all()
    ours = [sorted(members) for candidate, members in before[1] if candidate in two]
    merged = merge_candidates(ws, candidate_id=two[0], other_candidate_id=two[1], actor="ann", now=NOW)
    assert merged.is_one_person
    assert frozenset([*ours[0], *ours[1]]) in partition(ws)
    revoke_all(ws)
    assert pool_of(ws) == before
    merge_candidates(ws, candidate_id=two[0], other_candidate_id=two[1], actor="ann", now=NOW)
    split_candidate(ws, candidate_id=merged.candidate_id_a, record_ids=ours[0], actor="ann", now=NOW)
    assert partition(ws) == before[0]
    revoke_all(ws)
    assert pool_of(ws) == before


def test_a_forced_split_and_back(fresh: Any) -> None:
    ws = fresh()
    add(ws, people_rows(120, seed=14))
    before = pool_of(ws)
    for candidate, members in sorted((c, m) for c, m in before[1] if len(m) > 2)[:3]:
        first, *rest = sorted(members)
        split_candidate(ws, candidate_id=candidate, record_ids=[first], actor="ann", now=NOW)
        rebuild_pool(ws, now=NOW)
        assert not any(first in group and not group.isdisjoint(rest) for group in partition(ws))
    revoke_all(ws)
    assert pool_of(ws) == before


def revoke_all(ws: Workspace) -> None:
    """Take back every decision that stands."""
    with ws.reading() as session:
        uids = dict(session.execute(select(SourceRecord.uid, SourceRecord.record_id)).tuples().all())
        standing = session.execute(
            select(MatchDecision.uid_a, MatchDecision.uid_b).where(MatchDecision.revoked_at.is_(None))
        ).all()
    for a, b in standing:
        review_duplicate(
            ws, record_id_a=uids[a], record_id_b=uids[b], verdict=DuplicateVerdict.REVOKE, actor="ann", now=NOW
        )


@pytest.mark.parametrize("n", [2, 3, 4, 60, 1000])
def test_people_on_one_phone_never_merge_by_it(fresh: Any, n: int) -> None:
    rng = random.Random(n)  # noqa: S311 (test data)
    surnames, given = (
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
        "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉红建国志文辉力云鹏飞宇轩浩然思远博嘉俊",
    )
    names = [s + g + h for s in surnames for g in given for h in given]
    rows = [
        {"record_id": f"x{i}", "name": name, "phones": ["13912345678"]} for i, name in enumerate(rng.sample(names, n))
    ]
    rng.shuffle(rows)
    ws = fresh()
    add(ws, rows, chunk=rng.choice((1, 7, 5000)) if n < 100 else 300)
    assert len(partition(ws)) == n


def test_two_hundred_namesakes_stay_two_hundred(fresh: Any) -> None:
    rows = [
        {
            "record_id": f"n{i}",
            "name": "张伟",
            "phones": [f"139{i:08d}"],
            "emails": [f"zw{i * 37}@qq.com"],
            "birth_year": 1970 + i % 30,
        }
        for i in range(200)
    ]
    ws = fresh()
    add(ws, rows)
    assert len(partition(ws)) == 200


def test_killed_between_insert_and_resolve(fresh: Any) -> None:
    rows = people_rows(150, seed=12)
    whole, ws = fresh(), fresh()
    add(whole, rows)
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW, limit=70, chunk=20)
    resolve_pending(ws, now=NOW)
    assert pool_of(ws) == pool_of(whole)


def test_both_databases_give_the_same_pool(ws: Workspace, fresh: Any) -> None:
    rows = people_rows(200, seed=13, text=True)
    here = fresh()
    add(here, rows)
    for start in range(0, len(rows), 77):
        add(ws, rows[start : start + 77])
    assert pool_of(ws)[:3] == pool_of(here)[:3]
    gone = [row["record_id"] for row in rows[:30]]
    for one in (ws, here):
        erase_records(one, record_ids=gone, actor="test", now=NOW)
        first = open_reviews(one, limit=1)[0]
        review_duplicate(
            one,
            record_id_a=first.a.record_id,
            record_id_b=first.b.record_id,
            verdict=DuplicateVerdict.SAME,
            actor="a",
            now=NOW,
        )
    assert pool_of(ws)[:3] == pool_of(here)[:3]
