"""Whole columns go in and come out on both databases as the object mapper would write and read them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd
from sqlalchemy import func, select

from ringback.store.columns import CHUNK, ROWS_A_STATEMENT, insert_frame
from ringback.store.replace import empty, insert_parted, parted
from ringback.store.scan import read_frame
from schemas.tables import AnswerRate, CallWindow, Candidate, CauseFinding, CauseRow, LostScore, ScoreBasis
from schemas.words import Cause, Status

if TYPE_CHECKING:
    from sqlalchemy import Table

    from ringback.workspace import Workspace

AT = datetime(2026, 7, 1, 9, 30, 15, 250_000, tzinfo=UTC)


def _person(name: str, promised_at: datetime | None = None) -> Candidate:
    return Candidate(
        candidate_id=name,
        status=Status.NEW,
        role_family="sales",
        source="zhaopin",
        name="王小明",
        timezone="Asia/Shanghai",
        promised_at=promised_at,
        created_at=AT,
        updated_at=AT,
    )


def test_a_query_comes_as_a_frame_with_the_types_it_was_asked_for(ws: Workspace) -> None:
    with ws.writing() as session:
        session.add_all([_person("c1"), _person("c2", promised_at=AT)])
    query = select(
        Candidate.candidate_id,
        Candidate.name,
        Candidate.status,
        Candidate.owner,
        Candidate.promised_at,
        LostScore.p_lost,
        Candidate.is_do_not_contact,
    ).outerjoin(LostScore, LostScore.candidate_id == Candidate.candidate_id)
    query = query.order_by(Candidate.candidate_id)
    typed = {"instants": ("promised_at",), "flags": ("is_do_not_contact",), "numbers": ("p_lost",)}
    with ws.reading() as session:
        frame = read_frame(session, query, **typed)
        none = read_frame(session, query.where(Candidate.candidate_id == "nobody"), **typed)
    assert frame["name"].tolist() == ["王小明", "王小明"]
    assert frame["status"].tolist() == ["new", "new"]
    assert frame["owner"].isna().all()
    assert frame["promised_at"].tolist()[1] == pd.Timestamp(AT)
    assert pd.isna(frame["promised_at"].tolist()[0])
    assert frame["p_lost"].isna().all()
    assert not frame["is_do_not_contact"].any()
    assert none.empty
    assert none.dtypes.astype(str).to_dict() == frame.dtypes.astype(str).to_dict()


def test_odd_text_and_long_numbers_come_out_as_they_went_in(ws: Workspace) -> None:
    words = ["", "null", "NULL", 'a "quoted", one', "back\\slash", "two\nlines\t", "it's", "王小明，销售", None]
    numbers = [0.1 + 0.2, 1 / 3, 1e-300, -12345678.000000001, 5.0, None, 2.0**70, 0.0, 1e22]
    people = [_person(f"c{place}") for place in range(len(words))]
    for person, word in zip(people, words, strict=True):
        person.owner = word
    windows = pd.DataFrame(
        {"candidate_id": [person.candidate_id for person in people], "propensity": pd.Series(numbers, dtype=float)}
    ).astype({"candidate_id": "str"})
    with ws.writing() as session:
        session.add_all(people)
        session.flush()
        same = {"rank": 1, "slot_id": 0, "p_answer": 0.2, "p_low": 0.1, "p_high": 0.3, "is_random": False}
        insert_frame(session.connection(), cast("Table", CallWindow.__table__), windows, **same)
    query = select(Candidate.owner, CallWindow.propensity.label("p_lost"))
    query = query.join(CallWindow, CallWindow.candidate_id == Candidate.candidate_id).order_by(Candidate.candidate_id)
    with ws.reading() as session:
        frame = read_frame(session, query, numbers=("p_lost",))
        plain = read_frame(session, query.where(Candidate.candidate_id.in_(["c0", "c1", "c7", "c8"])))
    assert [None if pd.isna(word) else word for word in frame["owner"]] == words
    assert [None if pd.isna(number) else number for number in frame["p_lost"]] == numbers
    assert [None if pd.isna(word) else word for word in plain["owner"]] == ["", "null", "王小明，销售", None]


def test_a_frame_is_stored_as_the_mapper_would_store_it(ws: Workspace) -> None:
    shared = {"n": 3, "说明": "共用"}
    causes = pd.DataFrame(
        {
            "candidate_id": pd.Series(["c1", "c2", "c3"], dtype="str"),
            "cause": pd.Series([Cause.BAD_LUCK.value, Cause.BAD_HOUR.value, Cause.BAD_HOUR.value], dtype="str"),
            "sentence": pd.Categorical(['没接到 / misses\thappen, "often"'] * 3),
            "evidence": [shared, shared, shared],
        }
    )
    rates = pd.DataFrame(
        {"role_family": ["sales"], "weekday": [0], "hour": [9], "n_calls": [2], "n_answered": [1], "rate": [0.5],
         "low": [0.1], "high": [0.9], "note": [None]}
    )  # fmt: skip
    with ws.writing() as session:
        insert_parted(session, parted(CauseRow, CauseFinding, causes), as_of=AT)
        insert_frame(session.connection(), cast("Table", AnswerRate.__table__), rates, as_of=AT)
    with ws.reading() as session:
        stored = session.scalars(select(CauseRow).order_by(CauseRow.candidate_id)).all()
        rate = session.scalars(select(AnswerRate)).one()
        assert [row.cause for row in stored] == [Cause.BAD_LUCK, Cause.BAD_HOUR, Cause.BAD_HOUR]
        assert stored[1].finding is stored[2].finding
        assert {row.sentence for row in stored} == {'没接到 / misses\thappen, "often"'}
        assert [row.evidence for row in stored] == [shared] * 3
        assert stored[0].finding.as_of == AT
        assert (rate.weekday, rate.rate, rate.note, rate.as_of) == (0, 0.5, None, AT)


def test_many_rows_go_in_and_are_replaced(ws: Workspace) -> None:
    n = CHUNK + ROWS_A_STATEMENT + 3  # more than a chunk, and a rest that fills no statement
    frame = pd.DataFrame(
        {
            "candidate_id": pd.Series([f"c{number:06d}" for number in range(n)], dtype="str"),
            "p_lost": np.arange(n) / n,
            "p_wrong": 0.0,
            "priority": 1.0,
            "tries_left": 3,
            "reasons": pd.Series([["a / b"]] * n, dtype=object),
        }
    )
    counted = select(func.count(), func.count(LostScore.p_lost.distinct()), func.max(LostScore.basis_id))
    for some in (frame, frame.iloc[:10], frame):
        with ws.writing() as session:
            empty(session, (LostScore, ScoreBasis))
            insert_parted(session, parted(LostScore, ScoreBasis, some), as_of=AT, model="m")
        with ws.reading() as session:
            assert session.execute(counted).one() == (len(some), len(some), 0)


def test_who_reads_meanwhile_keeps_what_was(ws: Workspace) -> None:
    frame = pd.DataFrame(
        {
            "candidate_id": pd.Series(["c1", "c2"], dtype="str"),
            "p_lost": 0.5,
            "p_wrong": 0.0,
            "priority": 1.0,
            "tries_left": 3,
            "reasons": pd.Series([["a"]] * 2, dtype=object),
        }
    )
    with ws.writing() as session:
        insert_parted(session, parted(LostScore, ScoreBasis, frame), as_of=AT, model="m")
    count = select(func.count()).select_from(LostScore)
    with ws.reading() as reader:
        assert reader.scalar(count) == 2
        with ws.writing() as session:
            empty(session, (LostScore, ScoreBasis))
            assert session.scalar(count) == 0
            assert reader.scalar(count) == 2
