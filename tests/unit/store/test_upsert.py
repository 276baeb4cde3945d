"""What the bulk insert asks of its caller."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from ringback.store.upsert import insert_new
from schemas.tables import Suppression

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def test_rows_with_other_columns_are_refused_before_anything_is_written() -> None:
    row = {"kind": "phone", "blind": b"1", "at": NOW}
    engine = create_engine("sqlite://")
    Suppression.metadata.create_all(engine, tables=[Suppression.__table__])  # type: ignore[list-item]
    with Session(engine) as session:
        with pytest.raises(ValueError, match="Row 1 for suppression has other columns than row 0: reason"):
            insert_new(session, Suppression, [row, row | {"blind": b"2", "reason": "asked"}])
        assert session.query(Suppression).count() == 0
        rows = [row | {"reason": "asked"}, row | {"blind": b"2", "reason": "asked"}]
        assert (insert_new(session, Suppression, rows), insert_new(session, Suppression, rows)) == (2, 0)
