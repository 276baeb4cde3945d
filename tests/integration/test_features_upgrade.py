"""A pool made before features had their uid and signature beside them can be compared with after the upgrade."""

from __future__ import annotations

from datetime import UTC, datetime

from alembic import command
from alembic.config import Config
from sqlalchemy import select

from ringback.actions.import_candidates import store_rows
from ringback.actions.resolve import resolve_pending
from ringback.identity.imported_columns import RowMapping
from ringback.identity.training.records import invent_records
from ringback.store.engine import writing
from ringback.store.schema import MIGRATIONS, upgrade
from ringback.workspace import Workspace
from schemas.tables import RecordFeature, RecordKey, SourceRecord

NOW = datetime(2026, 11, 1, tzinfo=UTC)


def test_an_older_pool_gets_what_the_comparison_needs(ws: Workspace) -> None:
    rows = invent_records(12, seed=51, with_text=True)
    for row in rows:
        del row["person_id"], row["trap"]
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    keys = all_keys(ws)
    with writing(ws.engine).begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, "0003")
    upgrade(ws.engine)
    assert all_keys(ws) == keys
    with ws.reading() as session:
        both = select(RecordFeature.uid, RecordFeature.text_signature, SourceRecord.uid, SourceRecord.text_signature)
        found = session.execute(both.join(SourceRecord, SourceRecord.id == RecordFeature.source_record_id)).all()
    assert len(found) == len(rows)
    assert all((uid, signature) == (record_uid, own) for uid, signature, record_uid, own in found)
    assert any(signature for _, signature, *_ in found)


def all_keys(ws: Workspace) -> set[tuple[int, int, int, int | None]]:
    with ws.reading() as session:
        columns = (RecordKey.kind, RecordKey.hash, RecordKey.source_record_id, RecordKey.name_hash)
        return set(session.execute(select(*columns)).tuples())
