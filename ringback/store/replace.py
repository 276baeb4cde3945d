"""Replacing the whole content of derived tables by a frame, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np
from sqlalchemy import Table, delete, text
from sqlalchemy.exc import OperationalError

from ringback.store.columns import insert_frame, same_rows

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy.orm import DeclarativeBase, Session

WAIT_MILLISECONDS = 1500  # more than PostgreSQL's deadlock_timeout, after which autovacuum is asked to leave


def replace_rows(session: Session, model: type[DeclarativeBase], frame: pd.DataFrame, /, **constants: Any) -> int:
    """Delete all rows of ``model`` and insert those of ``frame``, whose columns are named like the model's.

    ``constants`` are columns with one value for all rows. Missing values become NULL, instants stay aware UTC.
    """
    session.execute(delete(model))
    insert_frame(session.connection(), _table(model), frame, **constants)
    return len(frame)


@dataclass(frozen=True, slots=True)
class Parted:
    """A frame for two tables: ``rows`` of ``model`` name theirs of ``shared`` by its key, a whole number from 0 on."""

    model: type[DeclarativeBase]
    shared: type[DeclarativeBase]
    rows: pd.DataFrame
    common: pd.DataFrame


def parted(model: type[DeclarativeBase], shared: type[DeclarativeBase], frame: pd.DataFrame) -> Parted:
    """Part a frame: each different combination of the columns of ``shared`` once, the rest a row."""
    known = _table(shared).columns
    [key] = _table(shared).primary_key.columns.keys()
    columns = [name for name in frame.columns if name in known and name not in _table(model).columns]
    which, first = same_rows(frame, columns)
    common = frame[columns].iloc[first].reset_index(drop=True).assign(**{key: np.arange(len(first))})
    return Parted(model, shared, frame.drop(columns=columns).assign(**{key: which}), common)


def insert_parted(session: Session, both: Parted, /, **constants: Any) -> None:
    """Insert into the two tables, which are empty; ``constants`` are columns of the shared one."""
    insert_frame(session.connection(), _table(both.shared), both.common, **constants)
    insert_frame(session.connection(), _table(both.model), both.rows)


def empty(session: Session, models: Sequence[type[DeclarativeBase]]) -> None:
    """Delete all rows of these tables; whoever reads them meanwhile sees the old ones, or waits for the new ones.

    On PostgreSQL deleted rows stay in table and keys until they are vacuumed, and rows beside them go in at a third of the
    speed. So the tables are truncated, if within a second and a half there is a moment when nobody reads them (an export may take
    minutes, and a lock that waits for it would hold up everybody else). SQLite's DELETE of a whole table is quick by itself.
    """
    if session.get_bind().dialect.name != "postgresql" or not _truncate(session, models):
        for model in models:
            session.execute(delete(model))


def _truncate(session: Session, models: Sequence[type[DeclarativeBase]]) -> bool:
    """Truncate if the locks come in time. Autovacuum gives way to a lock that waits a second, not to one that will not wait."""
    names = ", ".join(f'"{_table(model).name}"' for model in models)
    try:
        with session.begin_nested():
            session.execute(text(f"SET LOCAL lock_timeout = {WAIT_MILLISECONDS}"))
            session.execute(text(f"TRUNCATE {names}"))
            session.execute(text("SET LOCAL lock_timeout TO DEFAULT"))
    except OperationalError:  # somebody reads one of them
        return False
    return True


def _table(model: type[DeclarativeBase]) -> Table:
    return cast("Table", model.__table__)
