"""Looking an installation over: every check says what it found, and what to do if it is not well."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from ringback.actions.drop_folder import astray
from ringback.actions.resolve import is_outdated
from ringback.errors import RingbackError
from ringback.identity.model import VERSION
from ringback.settings import Settings, load_policy, load_settings
from ringback.workspace import Workspace, open_workspace, require_pool
from schemas.tables import Candidate, IntakeFile, OutboxMessage, QuarantinedRow, SourceRecord
from schemas.words import WAITS_FOR_NOBODY, FileState, MessageState, QuarantineState

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and its result."""

    what: str
    is_ok: bool
    found: str


def examine() -> list[Finding]:
    """Check settings, policy, database, keyset, folders and waiting work; never raises."""
    findings: list[Finding] = []
    settings = _try(findings, "settings", load_settings, lambda s: f"home {s.home.resolve()}, channels {s.channels}")
    if settings is None:
        return findings
    _try(findings, "policy", lambda: load_policy(settings.policy), lambda p: f"version {p.version}")
    workspace = _try(findings, "database and keyset", lambda: _open(settings), _opened)
    if workspace is not None:
        findings += [_folder(workspace, path) for path in (workspace.drop, workspace.archive, workspace.quarantine)]
        findings += _astray(workspace)
        findings += [_keys_private(settings), *waiting_work(workspace)]
    return findings


def _try(findings: list[Finding], what: str, check: Callable[[], T], told: Callable[[T], str]) -> T | None:
    try:
        result = check()
    except (RingbackError, DBAPIError, OSError) as error:
        findings.append(Finding(what, is_ok=False, found=str(error)))
        return None
    findings.append(Finding(what, is_ok=True, found=told(result)))
    return result


def _open(settings: Settings) -> Workspace:
    require_pool(settings)
    return open_workspace(settings)


def _opened(workspace: Workspace) -> str:
    return f"{workspace.engine.url.render_as_string(hide_password=True)}, keyset {workspace.vault.fingerprint}"


def _folder(workspace: Workspace, path: Path) -> Finding:
    del workspace
    is_ok = path.is_dir() and os.access(path, os.W_OK)
    return Finding(
        path.name, is_ok, str(path) if is_ok else f"{path} cannot be written to; correct its owner or rights."
    )


def _astray(workspace: Workspace) -> list[Finding]:
    """Tell of files that lie beside the sources' folders, where nobody looks."""
    names = astray(workspace.drop)
    if not names:
        return []
    lie = "1 file lies" if len(names) == 1 else f"{len(names)} files lie"
    told = f"{lie} in {workspace.drop} itself, where nothing is read: {', '.join(names[:3])}"
    return [Finding("files astray", is_ok=False, found=f"{told}. Move each into the folder of its source.")]


def _keys_private(settings: Settings) -> Finding:
    mode = settings.keys_path.stat().st_mode & 0o077
    told = "readable by its owner only" if not mode else f"others can read {settings.keys_path}; run: chmod 600 on it."
    return Finding("keyset file", not mode, told)


def waiting_work(workspace: Workspace) -> list[Finding]:
    """Check what lies in the pool and waits: for a person, for the next pass, for a rebuilding."""
    with workspace.reading() as session:
        people = session.scalar(select(func.count()).select_from(Candidate).where(Candidate.merged_into.is_(None)))
        waiting = session.scalar(
            select(func.count())
            .select_from(QuarantinedRow)
            .where(QuarantinedRow.state == QuarantineState.OPEN, QuarantinedRow.code.not_in(WAITS_FOR_NOBODY))
        )
        unresolved = session.scalar(
            select(func.count())
            .select_from(SourceRecord)
            .where(SourceRecord.resolved_at.is_(None), SourceRecord.erased_at.is_(None))
        )
        stuck = list(
            session.scalars(
                select(IntakeFile.stored_path)
                .where(IntakeFile.state == FileState.READMITTED, IntakeFile.stored_path.is_not(None))
                .order_by(IntakeFile.id)
            )
        )
        outdated = is_outdated(session)
        doubtful = session.scalar(
            select(func.count()).select_from(OutboxMessage).where(OutboxMessage.state == MessageState.IN_DOUBT)
        )
    return [
        Finding("pool", is_ok=True, found=f"{people} candidates"),
        Finding("quarantine", is_ok=True, found=f"{waiting} waiting (ringback quarantine)"),
        Finding(
            "readmitted files",
            not stuck,
            f"{len(stuck)} not back in the drop folder yet: {', '.join(filter(None, stuck[:3]))}. Run ringback ingest;"
            " what stays here then cannot be moved: correct owner, rights or space of drop/ and of these files."
            if stuck
            else "all back in their drop folders",
        ),
        Finding(
            "unresolved records", not unresolved, f"{unresolved}" + (" (run: ringback ingest)" if unresolved else "")
        ),
        Finding(
            "identity model",
            not outdated,
            "records were judged by another version; run, when nobody works: ringback db rebuild-pool"
            if outdated
            else f"every record judged by {VERSION}",
        ),
        Finding(
            "messages in doubt", is_ok=True, found=f"{doubtful}" + (" (run: ringback reconcile)" if doubtful else "")
        ),
    ]
