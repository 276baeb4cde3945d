"""Bulk inserts that a second call does not double, on SQLite and PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, Session


def insert_new(session: Session, model: type[DeclarativeBase], rows: Sequence[Mapping[str, Any]]) -> int:
    """Insert ``rows``, leaving out those that a unique constraint already knows; return how many went in.

    All rows must have the same keys: one statement is made for all, and what only a later row has would be left out without
    a word. Runs in the caller's transaction.

    Raises:
        ValueError: a row has other keys than the first.
    """
    if not rows:
        return 0
    keys = rows[0].keys()
    for number, row in enumerate(rows):
        if row.keys() != keys:
            odd = ", ".join(sorted(row.keys() ^ keys))
            raise ValueError(f"Row {number} for {model.__tablename__} has other columns than row 0: {odd}")
    dialect = session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 (narrows the declared type)
    # One prepared statement for all rows: a statement with all their values is built anew each time, at a multiple of the cost.
    statement = insert(table).on_conflict_do_nothing()
    given = [dict(row) for row in rows]
    return session.connection().execute(statement, given, execution_options={"preserve_rowcount": True}).rowcount
