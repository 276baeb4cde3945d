"""Whole columns in and out of the database, for frames of a million rows.

The object mapper makes a Python object of every value; here a column is converted once for each *different* value. What is
stored is the same: the types of ``schemas.tables`` do the converting.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import repeat
from typing import Any, Final

import numpy as np
import pandas as pd
from sqlalchemy import Column, Connection, Enum, Select, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session

CHUNK: Final = 50_000
INSTANT: Final = "datetime64[us, UTC]"


def read_frame(
    session: Session,
    query: Select[Any],
    *,
    instants: Collection[str] = (),
    flags: Collection[str] = (),
    numbers: Collection[str] = (),
) -> pd.DataFrame:
    """Return the rows of a query as a frame; a column named in none of the three is text.

    ``instants`` are aware UTC, ``flags`` bool (missing is False), ``numbers`` float64 (missing is NaN). Words of an enum come as
    their stored values.
    """
    result = session.connection().execute(query)
    names = list(result.keys())
    parts = [_part(rows, names, instants, flags, numbers) for rows in _raw_rows(result.cursor)]
    if not parts:
        parts = [_part([], names, instants, flags, numbers)]
    return pd.concat(parts, ignore_index=True)


def _raw_rows(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows as the driver gives them: SQLite instants as text, PostgreSQL ones as datetimes."""
    while rows := cursor.fetchmany(CHUNK):
        yield rows
    cursor.close()


def _part(
    rows: list[tuple[Any, ...]],
    names: Sequence[str],
    instants: Collection[str],
    flags: Collection[str],
    numbers: Collection[str],
) -> pd.DataFrame:
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    data: dict[str, Any] = {}
    for name, values in zip(names, columns, strict=True):
        if name in instants:
            data[name] = _instants(values)
        elif name in flags:
            data[name] = np.array(values, dtype=bool)
        elif name in numbers:
            data[name] = np.array(values, dtype=float)
        else:
            data[name] = pd.array(np.array(values, dtype=object), dtype="str")
    return pd.DataFrame(data, columns=list(names))


def _instants(values: Sequence[Any]) -> Any:
    first = next((value for value in values if value is not None), None)
    if isinstance(first, str):
        naive = np.array([value or "NaT" for value in values], dtype="datetime64[us]")
        return pd.DatetimeIndex(naive).tz_localize("UTC")
    return pd.DatetimeIndex(pd.to_datetime(list(values), utc=True)).astype(INSTANT)


def insert_frame(connection: Connection, table: Table, frame: pd.DataFrame, /, **constants: Any) -> None:
    """Insert the rows of ``frame``, whose columns are named like the table's, in the caller's transaction.

    ``constants`` are columns with one value for all rows. Missing values become NULL.
    """
    names, dialect = [*map(str, frame.columns), *constants], connection.dialect
    ends = [repeat(_converter(table.c[name], dialect)(value)) for name, value in constants.items()]
    for start in range(0, len(frame), CHUNK):
        part = frame.iloc[start : start + CHUNK]
        columns = [_stored(part[name], table.c[name], dialect) for name in frame.columns]
        _insert(connection, table, names, zip(*columns, *ends, strict=False))  # the constants have no end


def _insert(connection: Connection, table: Table, names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    listed = ", ".join(f'"{name}"' for name in names)
    if connection.dialect.name == "postgresql":
        with connection.connection.cursor().copy(f'COPY "{table.name}" ({listed}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
        return
    marks = ", ".join("?" * len(names))
    connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({listed}) VALUES ({marks})', list(rows))  # noqa: S608 (names)


def _converter(column: Column[Any], dialect: Dialect) -> Any:
    """Return the function that makes a Python value what the driver takes for this column."""
    bind: Any = column.type.dialect_impl(dialect).bind_processor(dialect)
    return lambda value: value if value is None or bind is None else bind(value)


def _stored(values: pd.Series[Any], column: Column[Any], dialect: Dialect) -> list[Any]:
    """Return a column as a list of driver values, each different one converted once."""
    if pd.api.types.is_bool_dtype(values) or pd.api.types.is_integer_dtype(values):
        return list(values.tolist())
    if pd.api.types.is_float_dtype(values):
        return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 (NaN is not itself)
    if (
        isinstance(column.type, String)
        and not isinstance(column.type, Enum)
        and isinstance(values.dtype, pd.StringDtype)
    ):
        return list(values.array.to_numpy(object, na_value=None))
    codes, found = _distinct(values)
    convert = _converter(column, dialect)
    table = np.empty(len(found) + 1, dtype=object)
    table[:-1] = [convert(_plain(value)) for value in found]
    return list(table[codes])


def _distinct(values: pd.Series[Any]) -> tuple[Any, list[Any]]:
    """Return a code for each row (-1: missing) and the different values; lists and dictionaries are told apart by identity."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        return values.cat.codes.to_numpy(), values.cat.categories.tolist()
    if values.dtype == object:
        objects = [None if isinstance(value, float) and np.isnan(value) else value for value in values]
        by_id = {id(value): value for value in objects if value is not None}
        place_of = {None: -1} | {value: place for place, value in enumerate(by_id)}
        return np.array([place_of[None if value is None else id(value)] for value in objects]), list(by_id.values())
    codes, found = pd.factorize(values)
    return codes, list(found)


def _plain(value: Any) -> Any:
    return value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
