"""Engines that behave the same on SQLite and PostgreSQL.

SQLite runs in WAL with ``synchronous=FULL``: a lost commit could mean a message sent twice. A writing session begins with
``BEGIN IMMEDIATE``, so that two writers wait for each other instead of failing in the middle.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager, suppress
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from ringback.errors import SetupError

if TYPE_CHECKING:
    from collections.abc import Iterator

BUSY_SECONDS = 60
USUAL_CACHE_KIB, BULK_CACHE_KIB = 64_000, 256_000
USUAL_LOG_PAGES, BULK_LOG_PAGES = 1_000, 32_000
"""Pages of 4 KiB after which SQLite's log is copied into the database."""


def make_engine(url: str) -> Engine:
    """Return an engine for ``url``; nothing is connected yet.

    Raises:
        SetupError: the URL is not one of SQLite or PostgreSQL.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise SetupError(f"RINGBACK_DATABASE_URL is not a database URL: {error}") from error
    if parsed.get_backend_name() == "sqlite":
        return _sqlite_engine(url)
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed.set(drivername="postgresql+psycopg"), pool_pre_ping=True)
    raise SetupError(f"RINGBACK_DATABASE_URL names {parsed.get_backend_name()}; use sqlite or postgresql.")


def writing(engine: Engine) -> Engine:
    """Return a view of ``engine`` whose transactions take the write lock when they begin."""
    return engine.execution_options(begin_immediate=True)


def is_sqlite(engine: Engine) -> bool:
    """Tell whether the database is SQLite."""
    return engine.dialect.name == "sqlite"


@contextmanager
def room_for_bulk(engine: Engine) -> Iterator[None]:
    """Give SQLite a larger page cache and a longer log meanwhile: keyed hashes land all over their index.

    A page that ten chunks touch is then copied to the database once or twice, not ten times. Commits are as durable as
    ever. PostgreSQL has its own settings; nothing is changed there.
    """
    _resize(engine, BULK_CACHE_KIB, BULK_LOG_PAGES)
    try:
        yield
    finally:
        _resize(engine, USUAL_CACHE_KIB, USUAL_LOG_PAGES)


def copy_log_beside(engine: Engine) -> Thread | None:
    """Begin to copy SQLite's log into the database on a thread of its own, so that no commit has to; None elsewhere.

    The commit of a thousand records leaves twenty thousand pages, and copying them took a third of its time. Readers and
    writers go on meanwhile. Join the thread before the next large transaction: a log that is never copied whole only grows.
    """
    path = engine.url.database
    if not is_sqlite(engine) or not path:
        return None
    thread = Thread(target=_copy_log, args=(path,), name="copy-log")
    thread.start()
    return thread


def _copy_log(path: str) -> None:
    with suppress(sqlite3.Error):  # the next commit copies it, or the last connection that closes
        connection = sqlite3.connect(f"file:{quote(path)}?mode=rw", uri=True)
        try:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()


def refresh_statistics(engine: Engine) -> None:
    """Let PostgreSQL look at its tables after many rows came in, rather than when autovacuum gets to it (a minute and more).

    Until then it plans as for the empty tables they were. Keys are vacuumed too: only then are they counted and joined
    in their index alone. SQLite plans without statistics.
    """
    if not is_sqlite(engine):
        with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            connection.exec_driver_sql("VACUUM record_key")
            connection.exec_driver_sql("ANALYZE")


def _resize(engine: Engine, cache_kib: int, log_pages: int) -> None:
    if is_sqlite(engine):
        with engine.connect() as connection:  # the pool gives the same connection to whoever comes next in this thread
            connection.exec_driver_sql(f"PRAGMA cache_size=-{cache_kib}")
            connection.exec_driver_sql(f"PRAGMA wal_autocheckpoint={log_pages}")


def _set(cursor: Any, pragma: str) -> None:
    """Set a pragma; the change to WAL fails at once, whatever the timeout, while another process makes the same change."""
    until = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            cursor.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


class _WithHints(SQLiteCompiler):
    """Writes the hints of a statement (``NOT INDEXED``), which SQLAlchemy leaves out for SQLite."""

    def get_from_hint_text(self, table: Any, text: str | None) -> str | None:
        del table
        return text


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    engine.dialect.statement_compiler = _WithHints

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself; _begin does
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"cache_size=-{USUAL_CACHE_KIB}",
            "temp_store=MEMORY",
        ):
            _set(cursor, pragma)
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("begin_immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
