"""Bringing a database to the schema of this program, and noticing when it is not there.

``HEAD`` is checked without Alembic, which takes a third of a second to import: only an upgrade needs it.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from ringback.errors import SchemaError
from ringback.store.engine import is_sqlite, writing

if TYPE_CHECKING:
    from sqlalchemy import Engine

HEAD = "0011"
MIGRATIONS = Path(__file__).with_name("migrations")
UPGRADE_LOCK = 7_262_218  # any number, the same in every process


def current_revision(engine: Engine) -> str | None:
    """Return the revision of the database; None for an empty one."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        revision: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return revision


def require_schema(engine: Engine) -> None:
    """Make the tables in an empty database; refuse one of another revision.

    Raises:
        SchemaError: the database is older or newer than this program.
    """
    revision = current_revision(engine)
    if revision is None:
        upgrade(engine)
    elif revision != HEAD:
        raise SchemaError(
            f"The database is at revision {revision}, this program works with {HEAD}."
            " Back it up (docs/operations.md says how), then run: ringback db upgrade"
        )


def upgrade(engine: Engine) -> str:
    """Bring the database to ``HEAD`` and return it. Two processes at once: one upgrades, the other waits."""
    from alembic import command  # noqa: PLC0415 (slow import, rarely needed)
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(engine).begin() as connection:
        if not is_sqlite(engine):
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": UPGRADE_LOCK})
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return HEAD
