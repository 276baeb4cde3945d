"""A pool that was brought to revision 0009 with an ordinary index of paths has one of digests after the upgrade."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from ringback.store.engine import writing
from ringback.store.schema import MIGRATIONS, upgrade
from ringback.workspace import Workspace
from schemas.tables import IntakeFile
from schemas.words import FileState

NOW = datetime(2026, 11, 1, tzinfo=UTC)
NAME = "ix_intake_file_path"


@pytest.mark.parametrize("before", [f"CREATE INDEX {NAME} ON intake_file (path)", None])
def test_whatever_index_was_there_a_path_of_any_length_is_taken(ws: Workspace, before: str | None) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with writing(ws.engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0010")
        connection.execute(text(f"DROP INDEX {NAME}"))
        if before is not None:
            connection.execute(text(before))
    upgrade(ws.engine)
    assert NAME in {index["name"] for index in inspect(ws.engine).get_indexes("intake_file")}
    path = "direct/" + "/".join(
        sha256(bytes([number])).hexdigest() for number in range(100)
    )  # what no database can shorten
    with ws.writing() as session:
        session.add(
            IntakeFile(sha256="0" * 64, source="direct", path=path, size_bytes=1, state=FileState.KNOWN, claimed_at=NOW, updated_at=NOW)
        )  # fmt: skip
