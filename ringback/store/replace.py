"""Replacing the whole content of a derived table by a frame, in the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Table, delete

from ringback.store.columns import insert_frame

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy.orm import DeclarativeBase, Session


def replace_rows(session: Session, model: type[DeclarativeBase], frame: pd.DataFrame, /, **constants: Any) -> int:
    """Delete all rows of ``model`` and insert those of ``frame``, whose columns are named like the model's.

    ``constants`` are columns with one value for all rows. Missing values become NULL, instants stay aware UTC.
    """
    session.execute(delete(model))
    insert_frame(session.connection(), cast("Table", model.__table__), frame, **constants)
    return len(frame)
