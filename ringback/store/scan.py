"""Whole query results as frames of a million rows, without a Python object for every value.

The database writes each row as one line of text (SQLite: ``json_array``, PostgreSQL: ``COPY ... CSV``), and Arrow reads the
lines into columns. Against rows of Python values this takes half the time, and a chunk of lines is all that is held
beside the columns.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv
from sqlalchemy import Connection, Select, func
from sqlalchemy.dialects import postgresql
from sqlalchemy.orm import Session

CHUNK: Final = 50_000
CHUNK_BYTES: Final = 8_000_000

FIRST, LAST = "[", "]"
"""Columns that only take up the brackets of a JSON line."""

TYPES: Final[Mapping[str, Any]] = {
    "text": pa.large_string(),
    "instant": pa.timestamp("us"),
    "flag": pa.bool_(),
    "number": pa.float64(),
}


@dataclass(frozen=True, slots=True)
class _Lines:
    """How lines are written: names with what only frames them, the word for "missing", and may a value hold a new line?"""

    names: Sequence[str]
    missing: str
    has_newlines: bool


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
    names = [column.name for column in query.selected_columns]
    kinds = {
        name: "instant" if name in instants else "flag" if name in flags else "number" if name in numbers else "text"
        for name in names
    }
    read = _postgresql_parts if session.get_bind().dialect.name == "postgresql" else _sqlite_parts
    parts = [*read(session.connection(), query, kinds)] or [_from_columns(((),) * len(names), kinds)]
    table = pa.concat_tables(parts).combine_chunks()
    del parts
    return pd.DataFrame(table.to_pandas(split_blocks=True, self_destruct=True))


def scanned(query: Select[Any], table: Any) -> Select[Any]:
    """Keep SQLite from walking an index over a whole table: a look-up a row is slower than reading it from end to end."""
    return query.with_hint(table, "NOT INDEXED", "sqlite")


def _sqlite_parts(connection: Connection, query: Select[Any], kinds: Mapping[str, str]) -> Iterator[pa.Table]:
    """Yield tables of CHUNK rows. A chunk with an escaped character (a quote, a tab) is read by the JSON parser instead."""
    # json_array keeps 15 digits of a number; quote keeps all
    values = [
        func.nullif(func.quote(column), "NULL") if kinds[column.name] == "number" else column
        for column in query.selected_columns
    ]
    result = connection.execute(query.with_only_columns(func.json_array(0, *values, 0), maintain_column_froms=True))
    cursor: Any = result.cursor
    lines = _Lines([FIRST, *kinds, LAST], missing="null", has_newlines=False)
    while rows := cursor.fetchmany(CHUNK):
        text = "\n".join([line for (line,) in rows])
        if "\\" in text:
            arrays = json.loads("[" + text.replace("\n", ",") + "]")
            yield _from_columns(tuple(zip(*arrays, strict=True))[1:-1], kinds)
        else:
            yield _from_lines(text.encode(), lines, kinds)
    cursor.close()


def _postgresql_parts(connection: Connection, query: Select[Any], kinds: Mapping[str, str]) -> Iterator[pa.Table]:
    """Yield tables of about CHUNK_BYTES."""
    columns = [
        func.timezone("UTC", column).label(column.name) if kinds[column.name] == "instant" else column
        for column in query.selected_columns
    ]
    plain = query.with_only_columns(*columns, maintain_column_froms=True)
    # in the named style, because that of the driver would double each % of a pattern
    named: Any = postgresql.dialect
    written = plain.compile(dialect=named(paramstyle="named"), compile_kwargs={"literal_binds": True})
    lines = _Lines([*kinds], missing="", has_newlines=True)
    held, size = [], 0
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY ({written}) TO STDOUT (FORMAT csv)") as copy:
        for line in copy:
            held.append(bytes(line))
            size += len(line)
            if size >= CHUNK_BYTES:
                yield _from_lines(b"".join(held), lines, kinds)
                held, size = [], 0
    cursor.close()
    if held:
        yield _from_lines(b"".join(held), lines, kinds)


def _from_lines(text: bytes, lines: _Lines, kinds: Mapping[str, str]) -> pa.Table:
    table = csv.read_csv(
        pa.py_buffer(text),
        read_options=csv.ReadOptions(column_names=[*lines.names], use_threads=False, block_size=len(text) + 1),
        parse_options=csv.ParseOptions(newlines_in_values=lines.has_newlines, ignore_empty_lines=False),
        convert_options=csv.ConvertOptions(
            column_types={name: TYPES[kind] for name, kind in kinds.items()},
            include_columns=[*kinds],
            null_values=[lines.missing],
            true_values=["1", "t"],
            false_values=["0", "f"],
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
        ),
    )
    return pa.table([_FINISHED[kind](table[name]) for name, kind in kinds.items()], names=[*kinds])


def _as_utc(instants: Any) -> Any:
    return pc.assume_timezone(instants, "UTC")


_FINISHED: Final[Mapping[str, Callable[[Any], Any]]] = {
    "instant": _as_utc,
    "flag": lambda values: pc.fill_null(values, False),
    "number": lambda values: pc.fill_null(values, float("nan")),
    "text": lambda values: values,
}

_FROM_VALUES: Final[Mapping[str, Callable[[Sequence[Any]], Any]]] = {
    "instant": lambda values: _as_utc(pa.array(values, type=pa.string()).cast(pa.timestamp("us"))),
    "flag": lambda values: pa.array(np.array(values, dtype=bool)),
    "number": lambda values: pa.array(np.array(values, dtype=float)),
    "text": lambda values: pa.array(values, type=pa.large_string()),
}


def _from_columns(columns: Sequence[Sequence[Any]], kinds: Mapping[str, str]) -> pa.Table:
    arrays = [_FROM_VALUES[kind](values) for kind, values in zip(kinds.values(), columns, strict=True)]
    return pa.table(arrays, names=[*kinds])
