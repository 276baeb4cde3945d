"""Whole columns into the database, for frames of a million rows; ``scan.py`` is the way out.

The object mapper makes a Python object of every value; here a column is converted once for each *different* value. What is
stored is the same: the types of ``schemas.tables`` do the converting.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any, Final

import numpy as np
import pandas as pd
from sqlalchemy import Column, Connection, Enum, String, Table
from sqlalchemy.engine import Dialect

CHUNK: Final = 50_000


def insert_frame(connection: Connection, table: Table, frame: pd.DataFrame, /, **constants: Any) -> None:
    """Insert the rows of ``frame``, whose columns are named like the table's, in the caller's transaction.

    ``constants`` are columns with one value for all rows. Missing values become NULL.
    """
    names, dialect = [*map(str, frame.columns), *constants], connection.dialect
    ends = [repeat(_converter(table.c[name], dialect)(value)) for name, value in constants.items()]
    columns = [_stored(frame[name], table.c[name], dialect) for name in frame.columns]
    for start in range(0, len(frame), CHUNK):
        some = slice(start, start + CHUNK)
        _insert(connection, table, names, zip(*(values(some) for values in columns), *ends, strict=False))  # no end


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


def _stored(values: pd.Series[Any], column: Column[Any], dialect: Dialect) -> Callable[[slice], list[Any]]:
    """Return what gives the driver's values of some rows; each different value is converted once for the whole column."""
    if pd.api.types.is_bool_dtype(values) or pd.api.types.is_integer_dtype(values):
        return lambda rows: list(values.iloc[rows].tolist())
    if pd.api.types.is_float_dtype(values):
        return lambda rows: [None if value != value else value for value in values.iloc[rows].tolist()]  # noqa: PLR0124 (NaN is not itself)
    if (
        isinstance(column.type, String)
        and not isinstance(column.type, Enum)
        and isinstance(values.dtype, pd.StringDtype)
    ):
        return lambda rows: list(values.iloc[rows].array.to_numpy(object, na_value=None))
    codes, found = _distinct(values)
    convert = _converter(column, dialect)
    table = np.empty(len(found) + 1, dtype=object)
    table[:-1] = [convert(_plain(value)) for value in found]
    return lambda rows: list(table[codes[rows]])


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
