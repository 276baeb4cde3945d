"""One open installation: settings, policy, database, keyset and folders, bundled for the actions.

Opening checks everything once (schema, keyset) and gives an error that a person can act on. A process opens one workspace
and keeps it; the actions get it as their first argument.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from ringback.errors import KeysError, UsageError
from ringback.settings import DATABASE, Settings, load_policy, load_settings
from ringback.store.engine import make_engine, writing
from ringback.store.queries.experiments import promoted_policy
from ringback.store.schema import require_schema
from ringback.store.vault import Vault, create_keyset, open_vault
from schemas.columns import use_cipher
from schemas.tables import StoredSetting

if TYPE_CHECKING:
    from schemas.policy import Policy

KEYS_CHECK = "keys_check"

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Workspace:
    """Everything an action needs besides its own arguments.

    ``policy`` is the policy file with what experiments brought into it, as it was when the workspace was opened.
    """

    settings: Settings
    policy: Policy
    engine: Engine
    vault: Vault

    @property
    def drop(self) -> Path:
        """Folder of drop folders, one a source."""
        return self.settings.home / "drop"

    @property
    def archive(self) -> Path:
        """Where originals rest once their resumes are stored."""
        return self.settings.home / "archive"

    @property
    def quarantine(self) -> Path:
        """Where files wait for a person, each with its reason beside it."""
        return self.settings.home / "quarantine"

    @property
    def outbox(self) -> Path:
        """Where the console channel writes what would have been sent."""
        return self.settings.home / "outbox"

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """Give a session that only reads; nothing is committed."""
        with Session(self.engine, autoflush=False) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """Give a session that holds the write lock on SQLite from its first statement; commits at the end."""
        with Session(writing(self.engine)) as session, session.begin():
            yield session


def open_workspace(settings: Settings | None = None) -> Workspace:
    """Open the installation that ``settings`` describe; a new one gets its folders, database and keyset.

    Raises:
        SetupError: settings, policy, keyset or schema are not usable; the message says what to do.
    """
    settings = settings or load_settings()
    policy = load_policy(settings.policy)
    for folder in ("drop", "archive", "quarantine", "outbox"):
        (settings.home / folder).mkdir(parents=True, exist_ok=True)
    engine = make_engine(settings.url)
    require_schema(engine)
    vault = _matching_vault(engine, settings.keys_path)
    use_cipher(vault)
    with Session(engine) as session:
        policy = promoted_policy(session, policy)
    return Workspace(settings=settings, policy=policy, engine=engine, vault=vault)


def require_pool(settings: Settings) -> None:
    """Refuse where nobody ever began a pool: a command that only looks would begin one wherever it is called.

    Who names a home folder or a database means it, and an empty one is an empty pool.

    Raises:
        UsageError: the default home of this folder has no database.
    """
    is_named = settings.model_fields_set & {"home", "database_url"}
    if not is_named and not (settings.home / DATABASE).exists():
        home = settings.home.resolve()
        raise UsageError(
            f"There is no pool at {home}. Set RINGBACK_HOME to the folder of yours;"
            f" or drop resumes into {home / 'drop'}/<source>/ and run: ringback ingest"
        )


def _matching_vault(engine: Engine, keys_path: Path) -> Vault:
    """Return the vault that this database was written with; make one only for a database that never had one."""
    with Session(engine) as session:
        check = session.scalar(select(StoredSetting.value).where(StoredSetting.name == KEYS_CHECK))
    if check is None:
        if not keys_path.exists():  # said, as a mistyped folder would begin a new pool too
            logger.info("A new pool begins in %s; its keyset is %s", keys_path.parent.resolve(), keys_path.name)
        vault = open_vault(keys_path) if keys_path.exists() else create_keyset(keys_path)
        with Session(writing(engine)) as session, session.begin():
            if session.get(StoredSetting, KEYS_CHECK) is None:
                session.add(StoredSetting(name=KEYS_CHECK, value=_check_of(vault)))
        return _matching_vault(engine, keys_path)
    vault = open_vault(keys_path)
    if bytes(check) != _check_of(vault):
        raise KeysError(
            f"The keyset {keys_path} is not the one that this database was encrypted with."
            " Point RINGBACK_KEYS at the right file; nothing was changed."
        )
    return vault


def _check_of(vault: Vault) -> bytes:
    """Return what marks a database as written with this keyset; it stays the same when encryption keys rotate."""
    return vault.blind("check", "ringback")
