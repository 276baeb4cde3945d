"""Opening an installation: what is made, what is refused, and that private values are never plain on disk."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from ringback.errors import KeysError, SchemaError, SetupError
from ringback.settings import Settings, load_policy
from ringback.store.schema import HEAD, current_revision
from ringback.store.vault import open_vault, rotate_keyset
from ringback.workspace import Workspace, open_workspace
from schemas.columns import CipherMissingError, use_cipher
from schemas.tables import Base, Candidate, ContactPoint, StatusChange
from schemas.words import ContactKind, ContactState, Event, Status

PHONE = "+8613800138000"


def a_candidate(ws: Workspace, now: datetime) -> None:
    with ws.writing() as session:
        session.add(
            Candidate(
                candidate_id="c1",
                status=Status.NEW,
                role_family="sales",
                source="boss",
                timezone="Asia/Shanghai",
                created_at=now,
                updated_at=now,
            )
        )
        session.flush()
        session.add(
            ContactPoint(
                candidate_id="c1",
                kind=ContactKind.PHONE,
                value=PHONE,
                blind=ws.vault.blind("phone", PHONE),
                state=ContactState.UNVERIFIED,
                first_seen_at=now,
                updated_at=now,
            )
        )


def test_the_migrations_make_exactly_the_tables(ws: Workspace) -> None:
    assert current_revision(ws.engine) == HEAD
    with ws.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_words_and_instants_come_back_as_they_went_in(ws: Workspace, now: datetime) -> None:
    a_candidate(ws, now)
    with ws.reading() as session:
        candidate = session.get_one(Candidate, "c1")
        assert candidate.status is Status.NEW
        assert candidate.created_at == now
        assert candidate.created_at.tzinfo is UTC


def test_naive_instants_are_refused(ws: Workspace) -> None:
    with pytest.raises(StatementError, match="naive"):
        a_candidate(ws, datetime(2026, 1, 1))  # noqa: DTZ001 (the point of the test)


def test_contact_data_is_not_readable_in_the_database_file(sqlite_ws: Workspace, now: datetime) -> None:
    a_candidate(sqlite_ws, now)
    with sqlite_ws.reading() as session:
        stored = session.execute(text("SELECT value FROM contact_point")).scalar_one()
        assert session.query(ContactPoint).one().value == PHONE
    raw = b"".join(path.read_bytes() for path in sqlite_ws.settings.home.glob("ringback.db*"))
    assert PHONE[3:].encode() not in raw
    assert stored in raw  # the search itself works: the sealed value is found


def test_a_missing_keyset_is_a_clear_error_and_makes_no_new_one(settings: Settings) -> None:
    open_workspace(settings)
    settings.keys_path.unlink()
    with pytest.raises(KeysError, match="missing"):
        open_workspace(settings)
    assert not settings.keys_path.exists()


def test_another_keyset_is_refused(settings: Settings, tmp_path: Path) -> None:
    open_workspace(settings)
    open_workspace(Settings(home=tmp_path / "other"))
    with pytest.raises(KeysError, match="not the one"):
        open_workspace(settings.model_copy(update={"keys": tmp_path / "other" / "keys.json"}))


def test_an_encrypted_column_without_a_keyset_is_refused(sqlite_ws: Workspace, now: datetime) -> None:
    use_cipher(None)
    with pytest.raises(StatementError) as caught:
        a_candidate(sqlite_ws, now)
    assert isinstance(caught.value.orig, CipherMissingError)


def test_after_rotation_old_values_open_and_blind_indexes_stay(sqlite_ws: Workspace, now: datetime) -> None:
    a_candidate(sqlite_ws, now)
    before = sqlite_ws.vault.blind("phone", PHONE)
    rotated = rotate_keyset(sqlite_ws.settings.keys_path)
    use_cipher(rotated)
    with sqlite_ws.reading() as session:
        assert session.query(ContactPoint).one().value == PHONE
    assert rotated.blind("phone", PHONE) == before
    assert rotated.encrypt(b"x", b"p")[:5] != sqlite_ws.vault.encrypt(b"x", b"p")[:5]  # another key id leads


def test_a_sealed_value_cannot_be_moved_to_another_column(sqlite_ws: Workspace) -> None:
    sealed = sqlite_ws.vault.encrypt(b"x", b"contact_point.value")
    with pytest.raises(KeysError, match="another keyset or changed"):
        sqlite_ws.vault.decrypt(sealed, b"attempt.note")


def test_the_keyset_file_is_private(sqlite_ws: Workspace) -> None:
    assert sqlite_ws.settings.keys_path.stat().st_mode & 0o077 == 0


def test_a_file_that_is_no_keyset_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "keys.json"
    path.write_text("{}")
    with pytest.raises(KeysError, match="not a Ringback keyset"):
        open_vault(path)


def test_a_newer_database_is_refused_with_the_next_step(sqlite_ws: Workspace) -> None:
    with sqlite_ws.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match="ringback db upgrade"):
        open_workspace(sqlite_ws.settings)


def test_four_first_starts_at_once_agree_on_one_keyset(settings: Settings) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(open_workspace, [settings] * 4))
    assert len({workspace.vault.fingerprint for workspace in opened}) == 1


def test_a_status_change_keeps_its_detail(ws: Workspace, now: datetime) -> None:
    a_candidate(ws, now)
    with ws.writing() as session:
        session.add(
            StatusChange(
                candidate_id="c1",
                from_status=Status.NEW,
                to_status=Status.FOLLOW_UP,
                event=Event.NO_ANSWER,
                at=now,
                actor="test",
                detail={"n": 1},
            )
        )
    with ws.reading() as session:
        assert session.query(StatusChange).one().detail == {"n": 1}


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("[caps]\nmessages_per_day = 0", "caps.messages_per_day"),
        ("[caps]\nmesages_per_day = 1", "caps.mesages_per_day"),
        ("[call_hours]\nfirst_hour = 22", "first_hour"),
        ("[sequences.nobody]\nsteps = []\nafter_no_answer = []", "nobody"),
        ("[caps", "TOML"),
    ],
)
def test_a_wrong_policy_names_the_key(tmp_path: Path, toml: str, named: str) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(toml)
    with pytest.raises(SetupError, match=named):
        load_policy(path)


def test_a_policy_file_holds_only_what_differs(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("[caps]\nmessages_per_week = 9")
    policy = load_policy(path)
    assert policy.caps.messages_per_week == 9
    assert policy.caps.messages_per_day == load_policy().caps.messages_per_day
