"""Engines that behave the same on SQLite and PostgreSQL.

SQLite runs in WAL with ``synchronous=FULL``: a lost commit could mean a message sent twice. A writing session begins with
``BEGIN IMMEDIATE``, so that two writers wait for each other instead of failing in the middle.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from ringback.errors import SetupError

BUSY_SECONDS = 60


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


def _sqlite_engine(url: str) -> Engine:
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the driver must not begin transactions by itself; _begin does
        cursor = connection.cursor()
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-64000",
            "temp_store=MEMORY",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        immediate = connection.get_execution_options().get("begin_immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine
