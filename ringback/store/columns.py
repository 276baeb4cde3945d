"""Whole columns into the database, for frames of a million rows; ``scan.py`` is the way out.

The object mapper makes a Python object of every value; here a column is converted once for each *different* value, and the
rows go in many at a time: PostgreSQL takes lines that Arrow writes (``COPY``), SQLite fifty rows a statement. What is stored
is the same: the types of ``schemas.tables`` do the converting.
"""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray
from pyarrow import csv
from sqlalchemy import JSON, Column, Connection, Enum, String, Table
from sqlalchemy.engine import Dialect

CHUNK: Final = 50_000
ROWS_A_STATEMENT: Final = 50
"""A statement with one row costs SQLite's driver twice as much a row; more than fifty gain nothing."""


def insert_frame(connection: Connection, table: Table, frame: pd.DataFrame, /, **constants: Any) -> None:
    """Insert the rows of ``frame``, whose columns are named like the table's, in the caller's transaction.

    ``constants`` are columns with one value for all rows. Missing values become NULL. SQLite appends rows that come in the
    order of a table's key, others it has to sort in.
    """
    whole = frame.assign(**{name: _constant(value, frame) for name, value in constants.items()})
    if len(whole):
        (_copy if connection.dialect.name == "postgresql" else _insert)(connection, table, whole)


def coded(values: pd.Series[Any]) -> tuple[NDArray[Any], list[Any]]:
    """Return a code for each row (-1: missing) and the different values; lists and dictionaries are told apart by identity."""
    if isinstance(values.dtype, pd.CategoricalDtype):
        return values.cat.codes.to_numpy(), values.cat.categories.tolist()
    if values.dtype == object:
        objects = values.to_numpy()
        codes, ids = pd.factorize(np.fromiter(map(id, objects), dtype=np.int64, count=len(objects)))
        first = np.zeros(len(ids), dtype=np.int64)
        first[codes[::-1]] = np.arange(len(codes))[::-1]
        different = objects[first].tolist()
        is_known = np.array(
            [not (one is None or (isinstance(one, float) and np.isnan(one))) for one in different], bool
        )
        place = np.where(is_known, np.cumsum(is_known) - 1, -1)
        return place[codes], [one for one, known in zip(different, is_known, strict=True) if known]
    codes, found = pd.factorize(values)
    return codes, list(found)


def _constant(value: Any, frame: pd.DataFrame) -> pd.Series[Any]:
    codes = np.zeros(len(frame), dtype=np.int8)
    return pd.Series(pd.Categorical.from_codes(codes, categories=pd.Index([value])), index=frame.index)


def _insert(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Insert into SQLite."""
    columns = [_values(frame[name], table.c[name], connection.dialect) for name in frame.columns]
    named = ", ".join(f'"{name}"' for name in frame.columns)
    one, width = f"({', '.join('?' * len(columns))})", len(columns) * ROWS_A_STATEMENT
    begin = f'INSERT INTO "{table.name}" ({named}) VALUES '  # noqa: S608 (names)
    many = begin + ", ".join([one] * ROWS_A_STATEMENT)
    for start in range(0, len(frame), CHUNK):
        some = slice(start, start + CHUNK)
        flat = tuple(chain.from_iterable(zip(*(values(some) for values in columns), strict=True)))
        whole = len(flat) - len(flat) % width
        if whole:
            connection.exec_driver_sql(many, [flat[at : at + width] for at in range(0, whole, width)])
        if len(flat) > whole:
            left = [flat[at : at + len(columns)] for at in range(whole, len(flat), len(columns))]
            connection.exec_driver_sql(begin + one, left)


def _copy(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Copy into PostgreSQL."""
    columns = [_lines(frame[name], table.c[name], connection.dialect) for name in frame.columns]
    named = ", ".join(f'"{name}"' for name in frame.columns)
    options = csv.WriteOptions(include_header=False)
    with connection.connection.cursor().copy(f'COPY "{table.name}" ({named}) FROM STDIN (FORMAT csv)') as copy:
        for start in range(0, len(frame), CHUNK):
            some = slice(start, start + CHUNK)
            text = io.BytesIO()
            csv.write_csv(pa.table([values(some) for values in columns], names=[*frame.columns]), text, options)
            copy.write(text.getbuffer())


def _values(values: pd.Series[Any], column: Column[Any], dialect: Dialect) -> Callable[[slice], list[Any]]:
    """Return what gives SQLite's values of some rows."""
    if _is_number(values):
        return lambda rows: list(values.iloc[rows].tolist())
    if pd.api.types.is_float_dtype(values):
        return lambda rows: [None if value != value else value for value in values.iloc[rows].tolist()]  # noqa: PLR0124 (NaN is not itself)
    if _is_text(values, column):
        return lambda rows: list(values.iloc[rows].array.to_numpy(object, na_value=None))
    codes, found = coded(values)
    convert = _converter(column, dialect)
    table = np.empty(len(found) + 1, dtype=object)
    table[:-1] = [convert(value) for value in found]  # the last one, None, is found by -1
    return lambda rows: list(table[codes[rows]].tolist())


def _lines(values: pd.Series[Any], column: Column[Any], dialect: Dialect) -> Callable[[slice], Any]:
    """Return what gives some rows as an Arrow array that its CSV writer spells as PostgreSQL reads it."""
    if _is_number(values) or pd.api.types.is_float_dtype(values) or _is_text(values, column):
        return lambda rows: pa.array(values.iloc[rows], from_pandas=True)
    codes, found = coded(values)
    convert = _converter(column, dialect)
    spell = json.dumps if isinstance(column.type, JSON) else lambda value: _spelled(convert(value))
    texts = pa.array([spell(value) for value in found], type=pa.string())
    return lambda rows: texts.take(pa.array(codes[rows], mask=codes[rows] < 0))


def _spelled(value: Any) -> str | None:
    plain = getattr(value, "obj", value)  # psycopg wraps what is binary
    if isinstance(plain, bytes | memoryview):
        return "\\x" + plain.hex()
    if isinstance(value, datetime):
        return value.isoformat()
    return None if value is None else str(value)


def _is_number(values: pd.Series[Any]) -> bool:
    return pd.api.types.is_bool_dtype(values) or pd.api.types.is_integer_dtype(values)


def _is_text(values: pd.Series[Any], column: Column[Any]) -> bool:
    """Tell whether the values are stored just as they stand in the frame."""
    is_plain = isinstance(column.type, String) and not isinstance(column.type, Enum)
    return is_plain and isinstance(values.dtype, pd.StringDtype)


def _converter(column: Column[Any], dialect: Dialect) -> Callable[[Any], Any]:
    """Return the function that makes a Python value what the driver takes for this column."""
    bind: Any = column.type.dialect_impl(dialect).bind_processor(dialect)

    def convert(value: Any) -> Any:
        plain = value.to_pydatetime() if isinstance(value, pd.Timestamp) else value
        return plain if plain is None or bind is None else bind(plain)

    return convert


def same_rows(frame: pd.DataFrame, columns: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return for each row which of the different combinations of ``columns`` it has, and where each one first stands."""
    key = np.zeros(len(frame), dtype=np.int64)
    for name in columns:
        codes, found = coded(frame[name])
        key = pd.factorize(key * (len(found) + 1) + codes + 1)[0]
    first = np.zeros(key.max(initial=-1) + 1, dtype=np.int64)
    first[key[::-1]] = np.arange(len(key))[::-1]
    return key, first
