"""The history as frames: rows of several tables gathered a person, and whole tables read from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import select

from ringback.actions.history import read_history
from ringback.store.engine import make_engine
from ringback.store.scan import scanned
from ringback.workspace import Workspace
from schemas.tables import Attempt, ContactPoint, Membership, SourceRecord
from schemas.words import ContactState
from tests.standins.homes import add_person, on_both, workspaces

DAY = timedelta(days=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


@on_both
def test_contacts_and_records_are_gathered_a_person(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - 2 * DAY, phones=("+8613900001111", "+8613900002222", "+8613900003333"))
    add_person(ws, "person-2", at=now - 2 * DAY, phones=("+8613900004444",), emails=())
    add_person(ws, "person-3", at=now - 2 * DAY, phones=(), emails=("someone@example.com",))
    with ws.writing() as session:
        first, second, third = session.scalars(
            select(ContactPoint).where(ContactPoint.candidate_id == "person-1", ContactPoint.kind == "phone")
        )
        first.first_seen_at, first.state, first.updated_at = now - 9 * DAY, ContactState.WRONG_NUMBER, now - DAY
        second.first_seen_at, second.state, second.updated_at = now - 5 * DAY, ContactState.WRONG_NUMBER, now + DAY
        third.first_seen_at = now - 4 * DAY
        [only] = session.scalars(select(ContactPoint).where(ContactPoint.candidate_id == "person-2"))
        only.state, only.updated_at = ContactState.WRONG_NUMBER, now - DAY
        for number, received_at in enumerate((now - 3 * DAY, now - 7 * DAY)):
            record = SourceRecord(uid=f"u{number}", record_id=f"r{number}", source="zhaopin", received_at=received_at,
                                  role_family="sales", timezone="UTC", profile={}, is_name_masked=False)  # fmt: skip
            session.add(record)
            session.flush()
            session.add(Membership(source_record_id=record.id, candidate_id="person-1", joined_at=now))
    people = read_history(ws, as_of=now).candidates.set_index("candidate_id")
    assert people["phone_since"].to_dict() == {
        "person-1": pd.Timestamp(now - 5 * DAY), "person-2": pd.NaT, "person-3": pd.NaT
    }  # fmt: skip
    assert people["has_phone"].to_dict() == {"person-1": True, "person-2": False, "person-3": True}
    assert people["has_number"].to_dict() == {"person-1": True, "person-2": True, "person-3": False}
    assert people["has_mail"].to_dict() == {"person-1": True, "person-2": False, "person-3": True}
    assert people["created_at"].to_dict() == {
        "person-1": pd.Timestamp(now - 7 * DAY),
        "person-2": pd.Timestamp(now - 2 * DAY),
        "person-3": pd.Timestamp(now - 2 * DAY),
    }


def test_sqlite_reads_a_whole_table_without_its_indexes() -> None:
    query = scanned(select(Attempt.candidate_id), Attempt)
    assert "attempt NOT INDEXED" in str(query.compile(make_engine("sqlite://")))
    assert "INDEXED" not in str(query.compile(make_engine("postgresql://somewhere/else")))
