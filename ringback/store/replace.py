"""Replacing the whole content of a derived table by a frame, in the caller's transaction."""

from __future__ import annotations

from typing import Any

import pandas as pd
from sqlalchemy import delete, insert
from sqlalchemy.orm import DeclarativeBase, Session

CHUNK = 20_000


def replace_rows(session: Session, model: type[DeclarativeBase], frame: pd.DataFrame, /, **constants: Any) -> int:
    """Delete all rows of ``model`` and insert those of ``frame``, whose columns are named like the model's.

    ``constants`` are columns with one value for all rows. Missing values become NULL, instants stay aware UTC.
    """
    session.execute(delete(model))
    for start in range(0, len(frame), CHUNK):
        part = frame.iloc[start : start + CHUNK]
        columns = {str(name): plain_values(part[name]) for name in part.columns}
        rows = [dict(zip(columns, values, strict=True)) | constants for values in zip(*columns.values(), strict=True)]
        session.execute(insert(model), rows)
    return len(frame)


def plain_values(column: pd.Series[Any]) -> list[Any]:
    """Return a column as Python values that a database driver takes: no numpy scalars, no NaN, no pandas Timestamps."""
    if isinstance(column.dtype, pd.DatetimeTZDtype):
        return [None if value is pd.NaT else value.to_pydatetime() for value in column]
    values = column.astype(object).where(column.notna(), None).tolist() if column.hasnans else column.tolist()
    return list(values)
