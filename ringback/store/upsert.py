"""Bulk inserts that a second call does not double, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session


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
    # One prepared statement for all rows: a statement with all their values is built anew each time, at a multiple of the cost.
    statement = insert(table).on_conflict_do_nothing()
    given = [dict(row) for row in rows]
    return session.connection().execute(statement, given, execution_options={"preserve_rowcount": True}).rowcount
