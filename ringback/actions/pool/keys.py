"""Records meet: each new record's keys, how far every key is trusted now, and whose pairs must be judged again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import select, text

from ringback.actions.pool.rows import change, delete_rows, insert_rows, rows_of
from ringback.identity.features import Features, features_of, pack, unpack
from ringback.identity.golden import Member
from ringback.identity.keys import COUNTED, MOST_RECORDS, KeyTrust, keys_of, trust_of
from ringback.identity.model import VERSION
from ringback.identity.names import counted_as, is_counted_as_english
from schemas.columns import EncryptedJSON
from schemas.tables import KeyState, RecordFeature, RecordKey, SourceRecord

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy.orm import Session

    from ringback.store.vault import Vault

Key = tuple[int, int]
"""Kind and hash."""

_POSITIVE = (1 << 63) - 1
_COUNTED = ", ".join(str(int(kind)) for kind in sorted(COUNTED))
_STATES = f"""
    SELECT k.kind, k.hash, COUNT(*), COUNT(DISTINCT CASE WHEN k.name_hash >= 0 THEN k.name_hash END),
        COUNT(DISTINCT CASE WHEN k.name_hash < 0 THEN k.name_hash END), MAX(COALESCE(s.state, 0)),
        MAX(s.n_names), MAX(s.n_records)
    FROM (SELECT DISTINCT r.kind, r.hash FROM {{batch}} b CROSS JOIN record_key r
          WHERE r.source_record_id = b.id AND r.kind IN ({_COUNTED})) t
    CROSS JOIN record_key k
    LEFT JOIN key_state s ON s.kind = k.kind AND s.hash = k.hash
    WHERE k.kind = t.kind AND k.hash = t.hash
    GROUP BY k.kind, k.hash
    HAVING COUNT(*) > 1 OR MAX(COALESCE(s.state, 0)) > 0
    UNION ALL
    SELECT t.kind, t.hash, t.n, 0, 0, COALESCE(s.state, 0), s.n_names, s.n_records
    FROM (SELECT d.kind, d.hash, COUNT(*) AS n
          FROM (SELECT DISTINCT r.kind, r.hash FROM {{batch}} b CROSS JOIN record_key r
                WHERE r.source_record_id = b.id AND r.kind NOT IN ({_COUNTED})) d
          CROSS JOIN record_key k
          WHERE k.kind = d.kind AND k.hash = d.hash
          GROUP BY d.kind, d.hash) t
    LEFT JOIN key_state s ON s.kind = t.kind AND s.hash = t.hash
    WHERE t.n > {MOST_RECORDS} OR s.state > 0
"""  # noqa: S608 (numbers)
"""Keys whose names are not counted are counted in their index alone: those have the most bearers by far."""

_SHARERS = """
    SELECT DISTINCT o.source_record_id
    FROM {batch} b CROSS JOIN record_key k CROSS JOIN record_key o
    WHERE k.source_record_id = b.id AND o.kind = k.kind AND o.hash = k.hash
"""
_ONLY_KEYS = """
    SELECT DISTINCT s.kind, s.hash FROM {batch} b CROSS JOIN record_key k CROSS JOIN key_state s
    WHERE k.source_record_id = b.id AND s.kind = k.kind AND s.hash = k.hash
"""
_DELETE_ORPHAN = """
    DELETE FROM key_state WHERE kind = :kind AND hash = :hash
      AND NOT EXISTS (SELECT 1 FROM record_key k WHERE k.kind = :kind AND k.hash = :hash)
"""
_HAVE_KEYS = "SELECT f.source_record_id FROM {batch} b CROSS JOIN record_feature f WHERE f.source_record_id = b.id"
_FEATURES = """
    SELECT f.source_record_id, f.uid, f.features, f.text_signature
    FROM {batch} b CROSS JOIN record_feature f WHERE f.source_record_id = b.id
"""


class Known(NamedTuple):
    """A record as the comparison needs it."""

    uid: str
    features: Features


class NewRecord(NamedTuple):
    """A record that has no place in the pool yet."""

    record_id: int
    member: Member
    features: Features


def load_unresolved(session: Session, limit: int, *, uid: str | None = None) -> list[NewRecord]:
    """Return some records without a place in the pool (or that of ``uid``); which come first does not matter to the result.

    Unordered on purpose: by id, PostgreSQL walks through all ids as long as it thinks that most of them wait. They are
    locked: who renews one meanwhile waits, and it is resolved again; one that is being renewed just now is left for later.
    """
    columns = (
        SourceRecord.id, SourceRecord.uid, SourceRecord.source, SourceRecord.received_at, SourceRecord.document_on,
        SourceRecord.timezone, SourceRecord.role_family, SourceRecord.profile, SourceRecord.text_signature,
    )  # fmt: skip
    waiting = (
        select(*columns)
        .where(SourceRecord.resolved_at.is_(None), SourceRecord.erased_at.is_(None))
        .limit(limit)
        .with_for_update(skip_locked=True, key_share=True)
    )
    if uid is not None:
        waiting = waiting.where(SourceRecord.uid == uid)
    return [NewRecord(row[0], Member(*row[1:8]), features_of(row[7], row[8])) for row in session.execute(waiting).all()]


def already_placed(session: Session, record_ids: Collection[int]) -> set[int]:
    """Return those records that had a place before: their content was renewed, or the model changed."""
    return {row[0] for row in rows_of(session, _HAVE_KEYS, record_ids)}


def store_keys(session: Session, vault: Vault, records: Sequence[NewRecord]) -> None:
    """Write the features and the hashed keys of new records, in key order, which keeps the index compact."""
    insert_rows(
        session,
        RecordFeature,
        ("source_record_id", "uid", "features", "text_signature", "model_version"),
        ((r.record_id, r.member.uid, pack(r.features), r.features.signature, VERSION) for r in records),
    )
    rows = [row for record in records for row in _key_rows(vault, record)]
    insert_rows(session, RecordKey, ("kind", "hash", "source_record_id", "name_hash"), sorted(rows, key=_key_order))


def _key_order(row: Sequence[Any]) -> tuple[int, int, int]:
    return row[0], row[1], row[2]


def _key_rows(vault: Vault, record: NewRecord) -> list[tuple[int, int, int, int | None]]:
    name = counted_as(record.features.name)
    name_hash = _hash(vault, "record_key.name", name) & _POSITIVE if name else None
    if name_hash is not None and is_counted_as_english(record.features.name):
        name_hash = ~name_hash
    keys = (hashed_key(vault, kind, value) for kind, value in keys_of(record.features))
    return [(kind, h, record.record_id, name_hash if kind in COUNTED else None) for kind, h in dict.fromkeys(keys)]


def hashed_key(vault: Vault, kind: int, value: str) -> Key:
    """Return the key as it is stored."""
    return int(kind), _hash(vault, f"record_key.{int(kind)}", value)


def _hash(vault: Vault, kind: str, value: str) -> int:
    return int.from_bytes(vault.blind(kind, value)[:8], "big", signed=True)


def flip_states(session: Session, record_ids: Collection[int]) -> set[int]:
    """Bring the trust in every key of these records up to date; return all bearers of keys whose trust changed.

    A key that is trusted (one name) has no row. The pairs of the returned records must be judged again.
    """
    changed: dict[Key, tuple[KeyTrust, int, int]] = {}
    flipped: list[Key] = []
    for kind, key_hash, n_records, n_chinese, n_english, state, *counts in rows_of(session, _STATES, record_ids):
        n_names = max(n_chinese, n_english)  # Kevin Zhang may be 张云家: names of the two kinds are not added up
        trust = trust_of(kind, n_names=n_names, n_records=n_records)
        if trust != state:
            flipped.append((kind, key_hash))
        if trust != state or (state and counts != [n_names, n_records]):
            changed[kind, key_hash] = (trust, n_names, n_records)
    _store_states(session, changed)
    return _bearers(session, flipped)


def _store_states(session: Session, changed: Mapping[Key, tuple[KeyTrust, int, int]]) -> None:
    if not changed:
        return
    delete_rows(session, KeyState, ("kind", "hash"), changed)
    insert_rows(
        session,
        KeyState,
        ("kind", "hash", "state", "n_names", "n_records"),
        ((*key, int(trust), *counts) for key, (trust, *counts) in changed.items() if trust != KeyTrust.ONE_NAME),
    )


def withdraw_keys(session: Session, record_ids: Collection[int]) -> set[int]:
    """Take these records' keys and features away; return the records whose pairs must be judged again.

    A key that loses a bearer can become trustworthy again, so its whole block is judged anew. Edges stay: judging the
    withdrawn records again, or erasing them, removes those.
    """
    sharers = {row[0] for row in rows_of(session, _SHARERS, record_ids)} - set(record_ids)
    orphans = [{"kind": row[0], "hash": row[1]} for row in rows_of(session, _ONLY_KEYS, record_ids)]
    for table in ("record_key", "record_feature"):
        change(session, f"DELETE FROM {table} WHERE source_record_id IN (SELECT id FROM {{batch}} b)", record_ids)  # noqa: S608 (names)
    if orphans:
        session.execute(text(_DELETE_ORPHAN), orphans)
    return flip_states(session, sharers)


def _bearers(session: Session, keys: Sequence[Key]) -> set[int]:
    found: set[int] = set()
    by_kind: dict[int, list[int]] = defaultdict(list)
    for kind, key_hash in keys:
        by_kind[kind].append(key_hash)
    for kind, hashes in by_kind.items():
        sql = f"""
            SELECT k.source_record_id FROM {{batch}} b CROSS JOIN record_key k
            WHERE k.kind = {int(kind)} AND k.hash = b.id
        """  # noqa: S608 (a number)
        found.update(row[0] for row in rows_of(session, sql, hashes))
    return found


def load_features(session: Session, record_ids: Collection[int]) -> dict[int, Known]:
    """Return the stored features of these records."""
    types: dict[str, Any] = {
        "source_record_id": RecordFeature.source_record_id.type,
        "uid": RecordFeature.uid.type,
        "features": EncryptedJSON("record_feature.features"),
        "text_signature": RecordFeature.text_signature.type,
    }
    found = rows_of(session, _FEATURES, record_ids, **types)
    return {row[0]: Known(row[1], unpack(row[2], row[3])) for row in found}
