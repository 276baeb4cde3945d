"""Whole columns in and out of the database, for frames of a million rows.

The object mapper makes a Python object of every value; here a column is converted once for each *different* value. What is
stored is the same: the types of ``schemas.tables`` do the converting.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from sqlalchemy import Column, Connection, Enum, Select, String, Table
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import Session

CHUNK: Final = 50_000


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
    kinds = [
        "instant" if name in instants else "flag" if name in flags else "number" if name in numbers else "text"
        for name in names
    ]
    parts = [_part(rows, names, kinds) for rows in _raw_rows(result.cursor)] or [_part([], names, kinds)]
    return pd.DataFrame(pa.concat_tables(parts).combine_chunks().to_pandas(split_blocks=True, self_destruct=True))


def _raw_rows(cursor: Any) -> Iterator[list[tuple[Any, ...]]]:
    """Yield rows as the driver gives them: SQLite instants as text, PostgreSQL ones as datetimes."""
    while rows := cursor.fetchmany(CHUNK):
        yield rows
    cursor.close()


def _part(rows: list[tuple[Any, ...]], names: Sequence[str], kinds: Sequence[str]) -> pa.Table:
    columns = zip(*rows, strict=True) if rows else ((),) * len(names)
    return pa.table([_ARROW[kind](values) for kind, values in zip(kinds, columns, strict=True)], names=list(names))


def _instants(values: Sequence[Any]) -> Any:
    first = next((value for value in values if value is not None), None)
    if isinstance(first, str):
        return pc.assume_timezone(pa.array(values, type=pa.string()).cast(pa.timestamp("us")), "UTC")
    return pa.array(values, type=pa.timestamp("us", "UTC"))


_ARROW: Final[Mapping[str, Callable[[Sequence[Any]], Any]]] = {
    "instant": _instants,
    "flag": lambda values: pa.array(np.array(values, dtype=bool)),
    "number": lambda values: pa.array(np.array(values, dtype=float)),
    "text": lambda values: pa.array(values, type=pa.large_string()),
}


def places_among(wanted: pd.Series[Any], known: pd.Series[Any]) -> Any:
    """Return where each of ``wanted`` stands in ``known`` (text, without repetitions); -1 for strangers."""
    mine, theirs = (pa.array(values, type=pa.large_string()) for values in (wanted, known))
    return pc.index_in(mine, value_set=theirs).fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)


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
