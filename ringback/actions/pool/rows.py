"""Many rows at once: inserts without an object a row, and sets of ids as a table to join."""

from __future__ import annotations

import gc
import json
from collections.abc import Sized
from contextlib import contextmanager
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Any

from sqlalchemy import Enum, Table, bindparam, text

from ringback.store.engine import is_sqlite
from schemas.columns import UTCDateTime

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Dialect, Row
    from sqlalchemy.orm import DeclarativeBase, Session
    from sqlalchemy.sql.elements import TextClause

RESOLVE_LOCK = 7_262_219
"""Any number, the same in every process: the name of the advisory lock on PostgreSQL."""


AS_WRITTEN = {
    "join_collapse_limit": "1",
    "enable_hashjoin": "off",
    "enable_mergejoin": "off",
    "enable_seqscan": "off",
    "enable_bitmapscan": "off",
    "jit": "off",
}
"""Settings with which PostgreSQL joins in the written order and by index, as SQLite does with CROSS JOIN.

Every statement of the pool starts at a set of ids. Left to itself the planner goes by statistics, and those are of an empty
or half resolved table just after an import: it then reads the million keys for one new record (measured at 101 000 records:
83 ms a record before the next ANALYZE, 26 ms after it)."""


def lock_pool(session: Session) -> None:
    """Wait until no other resolver works on this database, and keep others out until the transaction ends.

    Two resolvers that cannot see each other's records would both say "new". SQLite has one writer anyway. Until the end
    of the transaction PostgreSQL plans as :data:`AS_WRITTEN` says.
    """
    if session.get_bind().dialect.name == "postgresql":
        settings = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in AS_WRITTEN.items())
        session.execute(text(f"SELECT {settings}, pg_advisory_xact_lock(:lock)"), {"lock": RESOLVE_LOCK})


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking through a chunk's millions of small objects, which all live to its end.

    Measured: a fifth of the time of a chunk. Without cycles nothing leaks.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def insert_rows(
    session: Session, model: type[DeclarativeBase], columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Insert rows of the named columns; columns left out take what the database gives them.

    Goes past the ORM (COPY on PostgreSQL, one prepared statement on SQLite), because an import of a million records
    inserts twenty million rows. Values still pass through their column types, so encrypted columns stay encrypted.
    """
    table, connection = _table(model), session.connection()
    ready = _as_stored(connection, table, columns, rows)
    names = ", ".join(f'"{name}"' for name in columns)
    if is_sqlite(connection.engine):
        marks = ", ".join("?" * len(columns))
        batch = list(ready)
        if batch:
            connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", batch)  # noqa: S608 (names)
    elif (first := next(iter(ready := iter(ready)), None)) is not None:
        _copy(connection, f"COPY {table.name} ({names}) FROM STDIN", chain((first,), ready))


def update_rows(
    session: Session,
    model: type[DeclarativeBase],
    columns: Sequence[str],
    keys: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    only: str | None = None,
) -> None:
    """Set ``columns`` of the rows that have these ``keys``; each of ``rows`` gives the new values, then the keys.

    ``only`` is a further condition on the row as it lies. One statement on PostgreSQL, where thousands of small ones
    cost more than what they change; one prepared statement on SQLite.
    """
    table, connection = _table(model), session.connection()
    ready = list(_as_stored(connection, table, (*columns, *keys), rows))
    if not ready:
        return
    further = f" AND {only}" if only else ""
    is_lite = is_sqlite(connection.engine)
    values = ", ".join(f'"{name}" = ' + ("?" if is_lite else f"v.c{i}") for i, name in enumerate(columns))
    begin = f"UPDATE {table.name}{'' if is_lite else ' t'} SET {values}"  # noqa: S608 (names)
    _change_rows(
        connection, table, (*columns, *keys), ready, begin=begin, link="FROM", n_keys=len(keys), further=further
    )


def delete_rows(
    session: Session, model: type[DeclarativeBase], keys: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Delete the rows that have these ``keys``."""
    table, connection = _table(model), session.connection()
    ready = list(_as_stored(connection, table, keys, rows))
    if not ready:
        return
    begin = f"DELETE FROM {table.name}" + ("" if is_sqlite(connection.engine) else " t")  # noqa: S608 (names)
    _change_rows(connection, table, keys, ready, begin=begin, link="USING", n_keys=len(keys))


def _change_rows(
    connection: Connection,
    table: Table,
    names: Sequence[str],
    rows: list[Sequence[Any]],
    *,
    begin: str,
    link: str,
    n_keys: int,
    further: str = "",
) -> None:
    first_key = len(names) - n_keys
    if is_sqlite(connection.engine):
        match = " AND ".join(f'"{name}" = ?' for name in names[first_key:])
        connection.exec_driver_sql(f"{begin} WHERE {match}{further}", [tuple(row) for row in rows])
        return
    arrays = ", ".join(f"CAST(%s AS {table.c[name].type.compile(connection.dialect)}[])" for name in names)
    places = ", ".join(f"c{i}" for i in range(len(names)))
    match = " AND ".join(f't."{names[i]}" = v.c{i}' for i in range(first_key, len(names)))
    values = tuple(list(column) for column in zip(*rows, strict=True))
    connection.exec_driver_sql(f"{begin} {link} unnest({arrays}) AS v({places}) WHERE {match}{further}", values)


def _table(model: type[DeclarativeBase]) -> Table:
    table = model.__table__
    assert isinstance(table, Table)  # noqa: S101 (narrows the declared type)
    return table


def _as_stored(
    connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> Iterable[Sequence[Any]]:
    """Return the rows as the driver takes them: values pass through their column types."""
    if isinstance(rows, Sized) and not rows:
        return ()
    binders = [
        (place, _remembering(bind) if is_shared else bind)
        for place, bind, is_shared in _binders(table, tuple(columns), connection.dialect)
    ]
    return (_bound(row, binders) for row in rows) if binders else rows


@lru_cache(maxsize=256)
def _binders(table: Table, columns: tuple[str, ...], dialect: Dialect) -> list[tuple[int, Callable[[Any], Any], bool]]:
    """Return place and conversion of the columns that need one, and whether rows are likely to share the value."""
    return [
        (place, bind, isinstance(table.c[name].type, UTCDateTime | Enum))
        for place, name in enumerate(columns)
        if (bind := table.c[name].type.dialect_impl(dialect).bind_processor(dialect))
    ]


def _remembering(bind: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return the same conversion, done once for each distinct value: rows of a chunk share their instants and words."""
    done: dict[Any, Any] = {}

    def convert(value: Any) -> Any:
        if value not in done:
            done[value] = bind(value)
        return done[value]

    return convert


def _bound(row: Sequence[Any], binders: Sequence[tuple[int, Callable[[Any], Any]]]) -> tuple[Any, ...]:
    values = list(row)
    for place, bind in binders:
        values[place] = bind(values[place])
    return tuple(values)


def _copy(connection: Connection, statement: str, rows: Iterable[Sequence[Any]]) -> None:
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def batch_sql(session: Session, sql: str, *, of_words: bool = False) -> TextClause:
    """Return a statement in which ``{batch}`` is a table of the ids (column ``id``) given as ``:ids``.

    Write ``{batch} b CROSS JOIN other WHERE other.x = b.id``: without CROSS JOIN, SQLite's planner puts the large table
    outside when there are no statistics.
    """
    is_lite = session.get_bind().dialect.name == "sqlite"
    kind = "varchar" if of_words else "bigint"
    batch = "json_each(:ids)" if is_lite else f"unnest(CAST(:ids AS {kind}[]))"
    column = "value AS id" if is_lite else "unnest AS id"
    return text(sql.format(batch=f"(SELECT {column} FROM {batch})"))  # noqa: S608 (no value is spliced in)


def ids_value(session: Session, ids: Collection[Any]) -> Any:
    """Return the ids as the value of ``:ids``, in order: rows that lie together are then read together."""
    in_order = sorted(ids)
    return json.dumps(in_order) if session.get_bind().dialect.name == "sqlite" else in_order


def rows_of(session: Session, sql: str, ids: Collection[int], **columns: Any) -> Sequence[Row[Any]]:
    """Run a query over a set of record ids; ``columns`` name the types of result columns that need one."""
    if not ids:
        return []
    statement: Any = batch_sql(session, sql)
    if columns:
        statement = statement.columns(**columns)
    return session.execute(statement, {"ids": ids_value(session, ids)}).all()


def rows_of_words(session: Session, sql: str, words: Collection[str], **columns: Any) -> Sequence[Row[Any]]:
    """Run a query over a set of texts (uids, candidate ids); ``{batch}`` is their table, column ``id``."""
    if not words:
        return []
    statement: Any = batch_sql(session, sql, of_words=True)
    if columns:
        statement = statement.columns(**columns)
    return session.execute(statement, {"ids": ids_value(session, words)}).all()


def delete_of_words(session: Session, sql: str, words: Collection[str]) -> None:
    """Run a DELETE over a set of texts; ``{batch}`` is their table, column ``id``."""
    if words:
        session.execute(batch_sql(session, sql, of_words=True), {"ids": ids_value(session, words)})


def change(session: Session, sql: str, ids: Collection[int], **instants: datetime) -> None:
    """Run an UPDATE or DELETE over a set of record ids; ``{batch}`` is their table, ``instants`` its other values."""
    if ids:
        typed = [bindparam(name, type_=UTCDateTime()) for name in instants]
        session.execute(batch_sql(session, sql).bindparams(*typed), {"ids": ids_value(session, ids), **instants})
