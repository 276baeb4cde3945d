"""The register of models: every night's fit with its metrics, which one is live, and a person's choice of another.

A night makes its own fit the live one of its kind, unless a person has pinned a version: then the fit waits as a candidate,
and nights go on with the pinned one until somebody promotes again. Scores carry the version they come from.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from ringback.errors import NotFoundError
from ringback.workspace import Workspace
from schemas.tables import AuditEntry, ModelVersion

RATES_KIND = "answer_rates"
LOST_KIND = "lost_contact"
KINDS = (RATES_KIND, LOST_KIND)
LIVE, CANDIDATE, RETIRED = "live", "candidate", "retired"


@dataclass(frozen=True, slots=True)
class Pin:
    """The version of a kind that a person has chosen."""

    version: str
    as_of: datetime
    params: dict[str, Any]


def pinned(session: Session, kind: str) -> Pin | None:
    """Return the pinned version of a kind; None while every night's own fit goes live."""
    row = session.scalar(
        select(ModelVersion).where(
            ModelVersion.kind == kind, ModelVersion.standing == LIVE, ModelVersion.is_pinned.is_(True)
        )
    )
    return None if row is None else Pin(row.version, row.as_of, row.params)


def register(
    session: Session, kind: str, as_of: datetime, digest: str, *, params: dict[str, Any], metrics: dict[str, Any]
) -> str:
    """Write a fit down and return its version; it goes live unless another version is pinned.

    ``digest`` says what data it was made from.
    """
    name = f"{kind}-{as_of:%Y%m%dT%H%M}"
    row = session.scalar(select(ModelVersion).where(ModelVersion.kind == kind, ModelVersion.version == name))
    if row is None:
        row = ModelVersion(kind=kind, version=name, as_of=as_of, standing=CANDIDATE, trained_at=as_of, data_hash=digest,
                           params=params, metrics=metrics)  # fmt: skip
        session.add(row)
    elif not row.is_pinned:
        row.data_hash, row.params, row.metrics = digest, params, metrics
    session.flush()
    if pinned(session, kind) is None:
        _make_live(session, row)
    return name


def add_metrics(session: Session, kind: str, metrics: dict[str, Any]) -> None:
    """Add figures to the live version of a kind, if there is one."""
    row = session.scalar(select(ModelVersion).where(ModelVersion.kind == kind, ModelVersion.standing == LIVE))
    if row is not None:
        row.metrics = row.metrics | metrics


def list_models(session: Session, kind: str | None = None) -> list[ModelVersion]:
    """Return the versions, newest first."""
    query = select(ModelVersion).order_by(ModelVersion.kind, ModelVersion.as_of.desc(), ModelVersion.id.desc())
    return list(session.scalars(query if kind is None else query.where(ModelVersion.kind == kind)))


def promote_model(
    workspace: Workspace, kind: str, *, now: datetime, actor: str, version: str | None = None, reason: str = ""
) -> str:
    """Make a version live: the newest one (nights go on by themselves again), or an older one, which is pinned.

    Raises:
        NotFoundError: there is no such kind or version.
    """
    with workspace.writing() as session:
        known = _known(session, kind)
        row = known[0] if version is None else next((one for one in known if one.version == version), None)
        if row is None:
            raise NotFoundError(f"There is no version {version!r} of {kind}; see: ringback models list")
        _choose(session, row, is_pinned=row is not known[0], now=now, actor=actor, reason=reason or "promoted")
        return row.version


def rollback_model(workspace: Workspace, kind: str, *, now: datetime, actor: str, reason: str = "") -> str:
    """Make the version before the live one live again and pin it; return it.

    Raises:
        NotFoundError: there is no version before the live one.
    """
    with workspace.writing() as session:
        known = _known(session, kind)
        place = next((n for n, one in enumerate(known) if one.standing == LIVE), 0)
        if place + 1 >= len(known):
            raise NotFoundError(f"There is no version of {kind} before {known[place].version}.")
        row = known[place + 1]
        _choose(
            session,
            row,
            is_pinned=True,
            now=now,
            actor=actor,
            reason=reason or f"rolled back from {known[place].version}",
        )
        return row.version


def _known(session: Session, kind: str) -> list[ModelVersion]:
    known = list_models(session, kind) if kind in KINDS else []
    if not known:
        raise NotFoundError(
            f"There is no model {kind!r} yet; kinds are {' and '.join(KINDS)}, and nights make versions."
        )
    return known


def _choose(session: Session, row: ModelVersion, *, is_pinned: bool, now: datetime, actor: str, reason: str) -> None:
    _make_live(session, row)
    row.is_pinned, row.promoted_by, row.promoted_at, row.reason = is_pinned, actor, now, reason
    detail = {"version": row.version, "reason": reason, "is_pinned": is_pinned}
    session.add(AuditEntry(at=now, actor=actor, action="model.promote", subject=row.kind, detail=detail))


def _make_live(session: Session, row: ModelVersion) -> None:
    session.execute(
        update(ModelVersion)
        .where(ModelVersion.kind == row.kind, ModelVersion.standing == LIVE, ModelVersion.id != row.id)
        .values(standing=RETIRED, is_pinned=False)
    )
    row.standing = LIVE
