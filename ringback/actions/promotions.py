"""Bringing an arm into the policy, with a record, and taking it back."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.errors import NotFoundError, UsageError
from ringback.workspace import Workspace
from schemas.experiments import ExperimentDefinition
from schemas.tables import AuditEntry, Experiment, PolicyPromotion


def promote_experiment(
    workspace: Workspace, name: str, *, now: datetime, actor: str, arm: str | None = None
) -> PolicyPromotion:
    """Bring the winner of an ended experiment into the policy, or the ``arm`` that a person chose.

    Raises:
        NotFoundError: there is no such experiment or arm.
        UsageError: it still runs, or it has no winner and no arm was named, or it stands in the policy already.
    """
    with workspace.writing() as session:
        row = session.scalar(select(Experiment).where(Experiment.name == name))
        if row is None:
            raise NotFoundError(f"There is no experiment {name!r}; see: ringback experiments list")
        if row.ended_at is None:
            raise UsageError(f"{name!r} still runs; wait for its end, or end it with: ringback experiments stop {name}")
        definition = ExperimentDefinition.model_validate(row.definition)
        chosen = arm or row.winner
        if chosen is None:
            raise UsageError(f"{name!r} has no winner ({row.verdict}); name an arm with --arm if you want it anyway.")
        if chosen not in definition.shares:
            raise NotFoundError(f"{name!r} has no arm {chosen!r}; it has: {', '.join(definition.shares)}")
        reason = row.verdict or "" if arm is None else f"chosen by {actor}; the experiment ended with: {row.verdict}"
        promotion = promote_arm(session, definition, chosen, reason=reason, now=now, actor=actor)
        session.expunge(promotion)
        return promotion


def promote_arm(
    session: Session, definition: ExperimentDefinition, arm: str, *, reason: str, now: datetime, actor: str
) -> PolicyPromotion:
    """Write the promotion of an arm, in the caller's transaction; it holds from the next time a workspace is opened.

    Raises:
        UsageError: this arm stands in the policy already.
    """
    if stands_in_policy(session, definition.name):
        raise UsageError(
            f"{definition.name!r} stands in the policy already; take it back first: ringback experiments rollback"
        )
    row = PolicyPromotion(
        experiment=definition.name,
        role_family=definition.role_family,
        arm=arm,
        changes=definition.arm(arm).changes,
        reason=reason,
        promoted_at=now,
        promoted_by=actor,
    )
    session.add(row)
    _note(session, "promote", definition.name, now, actor, {"arm": arm, "reason": reason})
    session.flush()
    return row


def stands_in_policy(session: Session, name: str) -> bool:
    """Tell whether a promotion of this experiment stands in the policy."""
    standing = select(PolicyPromotion.id).where(PolicyPromotion.experiment == name, PolicyPromotion.ended_at.is_(None))
    return session.scalar(standing.limit(1)) is not None


def rollback_promotion(workspace: Workspace, name: str, *, now: datetime, actor: str) -> None:
    """Take the promotion of an experiment out of the policy; the record stays.

    Raises:
        NotFoundError: nothing of this experiment stands in the policy.
    """
    with workspace.writing() as session:
        row = session.scalar(
            select(PolicyPromotion).where(PolicyPromotion.experiment == name, PolicyPromotion.ended_at.is_(None))
        )
        if row is None:
            raise NotFoundError(f"Nothing of {name!r} stands in the policy; see: ringback experiments list")
        row.ended_at, row.ended_by = now, actor
        _note(session, "rollback", name, now, actor, {"arm": row.arm})


def _note(session: Session, action: str, name: str, now: datetime, actor: str, detail: dict[str, str]) -> None:
    session.add(AuditEntry(at=now, actor=actor, action=f"experiment.{action}", subject=name, detail=detail))
