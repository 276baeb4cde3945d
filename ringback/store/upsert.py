"""Bulk inserts that a second call does not double, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session

MOST_PARAMETERS = 30_000  # SQLite takes 32 766 in one statement, PostgreSQL 65 535


def insert_new(session: Session, model: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert ``rows``, leaving out those that a unique constraint already knows; return how many went in.

    All rows must have the same keys. Runs in the caller's transaction.
    """
    if not rows:
        return 0
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 (narrows the declared type)
    step = max(1, MOST_PARAMETERS // max(1, len(rows[0])))
    n = 0
    for start in range(0, len(rows), step):
        statement = insert(table).values([dict(row) for row in rows[start : start + step]]).on_conflict_do_nothing()
        n += session.connection().execute(statement, execution_options={"preserve_rowcount": True}).rowcount
    return n
