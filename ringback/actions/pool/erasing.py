"""Taking records out of the pool as if they had never come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, update

from ringback.actions.pool.keys import withdraw_keys
from ringback.actions.pool.rows import batch_sql, change, ids_value, rows_of, rows_of_words
from schemas.tables import Base, Candidate, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from sqlalchemy.orm import Session

    from ringback.store.vault import Vault

_NEIGHBOURS = """
    SELECT m.source_record_id FROM {batch} b CROSS JOIN membership own CROSS JOIN membership m
    WHERE own.source_record_id = b.id AND m.candidate_id = own.candidate_id
    UNION
    SELECT e.a_id FROM {batch} b CROSS JOIN pair_edge e WHERE e.b_id = b.id
    UNION
    SELECT e.b_id FROM {batch} b CROSS JOIN pair_edge e WHERE e.a_id = b.id
"""
_OWNERS = "SELECT DISTINCT m.candidate_id FROM {batch} b CROSS JOIN membership m WHERE m.source_record_id = b.id"
SHOWN = ("name", "name_pinyin", "city", "title", "desired_title", "employer", "school", "highest_degree", "language")
"""Columns of a candidate that tell who it is."""
_BLANK = """
    UPDATE source_record SET erased_at = :now, name = NULL, role_family = NULL, text = NULL, text_signature = NULL,
        path = NULL, member = NULL, document_on = NULL
    WHERE id IN (SELECT id FROM {batch} b)
"""


def tomb_of(vault: Vault, record_id: str) -> str:
    """Return what stands for the id of an erased record: it may be a phone number, so it is hashed with the key."""
    return vault.blind("erased.record_id", record_id).hex()


def withdraw_records(session: Session, record_ids: Collection[int]) -> tuple[set[int], set[str]]:
    """Take keys, features, edges and membership of these records away.

    Returns the records whose pairs and people must be looked at again, and the candidates that lost a record.
    """
    gone = set(record_ids)
    around = {row[0] for row in rows_of(session, _NEIGHBOURS, gone)} - gone
    owners = {row[0] for row in rows_of(session, _OWNERS, gone)}
    around |= withdraw_keys(session, gone) - gone
    for end in ("a_id", "b_id"):
        change(session, f"DELETE FROM pair_edge WHERE {end} IN (SELECT id FROM {{batch}} b)", gone)  # noqa: S608 (names)
    change(session, "DELETE FROM membership WHERE source_record_id IN (SELECT id FROM {batch} b)", gone)
    return around, owners


def delete_following(session: Session, record_ids: Collection[int]) -> None:
    """Delete what hangs on these records alone."""
    _delete_tries(session, "source_record_id", record_ids, of_words=False)
    for table in _tables_with("source_record_id"):
        if table.name not in ("membership", "record_key", "record_feature"):
            sql = f"DELETE FROM {table.name} WHERE source_record_id IN (SELECT id FROM {{batch}} b)"  # noqa: S608 (names)
            change(session, sql, record_ids)


def delete_candidates(session: Session, candidate_ids: Collection[str]) -> None:
    """Delete candidates that have no record left, with everything that hangs on them, and redirects to them."""
    if not candidate_ids:
        return
    sql = "SELECT c.candidate_id FROM {batch} b CROSS JOIN candidate c WHERE c.merged_into = b.id"
    ids = set(candidate_ids) | {row[0] for row in rows_of_words(session, sql, candidate_ids)}
    _delete_tries(session, "candidate_id", ids, of_words=True)
    for name in ("attempt", "outbox_message"):  # others may have been reached by an address of theirs
        sql = f"""
            UPDATE {name} SET contact_point_id = NULL WHERE contact_point_id IN
                (SELECT c.id FROM {{batch}} b CROSS JOIN contact_point c WHERE c.candidate_id = b.id)
        """  # noqa: S608 (names)
        session.execute(batch_sql(session, sql, of_words=True), {"ids": ids_value(session, ids)})
    ordered = [table for table in _tables_with("candidate_id") if table.name != "candidate"]
    for table in sorted(ordered, key=lambda t: t.name == "contact_point"):  # attempts point at contact points
        _delete(session, table.name, "candidate_id", ids)
    _delete(session, "candidate", "candidate_id", ids)


def blank_ended(session: Session, candidate_ids: Collection[str]) -> None:
    """Leave of candidates that only lead on to another nothing but their id: what they showed was an erased record's."""
    session.execute(
        update(Candidate)
        .where(Candidate.candidate_id.in_(sorted(candidate_ids)), Candidate.merged_into.is_not(None))
        .values(dict.fromkeys(SHOWN))
    )


def blank_records(session: Session, tombs: Mapping[int, str | None], *, now: Any) -> None:
    """Leave of imported records a keyed hash of their id, by which an import knows them again; others are deleted.

    ``tombs`` holds that hash by row, None where a record came in a file of its own: dropped again, it is a new one.
    """
    gone = {row_id for row_id, tomb in tombs.items() if tomb is None}
    change(session, "DELETE FROM source_record WHERE id IN (SELECT id FROM {batch} b)", gone)
    change(session, _BLANK, tombs.keys() - gone, now=now)
    rows = [{"row": row_id, "tomb": tomb} for row_id, tomb in tombs.items() if tomb is not None]
    if rows:
        session.connection().execute(
            update(SourceRecord)
            .where(SourceRecord.id == bindparam("row"))
            .values(record_id=bindparam("tomb"), uid=bindparam("tomb")),
            rows,
        )


def _tables_with(column: str) -> list[Table]:
    return [table for table in reversed(Base.metadata.sorted_tables) if column in table.columns]


def _delete(session: Session, table: str, column: str, ids: Collection[str]) -> None:
    statement = batch_sql(session, f"DELETE FROM {table} WHERE {column} IN (SELECT id FROM {{batch}} b)", of_words=True)  # noqa: S608
    session.execute(statement, {"ids": ids_value(session, ids)})


def _delete_tries(session: Session, column: str, ids: Collection[Any], *, of_words: bool) -> None:
    sql = f"""
        DELETE FROM send_try WHERE message_id IN
            (SELECT o.message_id FROM outbox_message o WHERE o.{column} IN (SELECT id FROM {{batch}} b))
    """  # noqa: S608 (names)
    if ids:
        session.execute(batch_sql(session, sql, of_words=of_words), {"ids": ids_value(session, ids)})
