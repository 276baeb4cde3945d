"""Experiments as they run: which, whom they hold, and what was brought into the policy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from schemas.experiments import ExperimentDefinition
from schemas.policy import Policy, Sequence
from schemas.tables import (
    Attempt,
    Candidate,
    Experiment,
    ExperimentAssignment,
    ExperimentReadout,
    OutboxMessage,
    PolicyPromotion,
)
from schemas.words import Channel, Direction, Disposition, Status

if TYPE_CHECKING:
    import pandas as pd

INSTANT = "datetime64[us, UTC]"
TOUCHING = (Channel.CALL, Channel.SMS, Channel.EMAIL, Channel.WECHAT)


@dataclass(frozen=True, slots=True)
class Arms:
    """The sequences that candidates in running experiments follow instead of their family's."""

    sequences: Mapping[tuple[str, str, str], Sequence] = field(default_factory=dict)
    of: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def sequence_of(self, candidate_id: str, role_family: str, policy: Policy) -> Sequence:
        """Return what is done for this candidate: their arm's sequence, else their family's."""
        key = self.of.get(candidate_id)
        own = None if key is None else self.sequences.get((*key, role_family))
        return policy.sequence_for(role_family) if own is None else own


def running(session: Session, *, as_of: datetime) -> list[tuple[Experiment, ExperimentDefinition]]:
    """Return the experiments that run at ``as_of``, by name, with their definitions as they were when they started."""
    query = (
        select(Experiment)
        .where(Experiment.started_at <= as_of, or_(Experiment.ended_at.is_(None), Experiment.ended_at >= as_of))
        .order_by(Experiment.name)
    )
    return [(row, ExperimentDefinition.model_validate(row.definition)) for row in session.scalars(query)]


def arms_at(session: Session, policy: Policy, *, as_of: datetime, only: Iterable[str] | None = None) -> Arms:
    """Return the arms of everybody (or of ``only`` these candidates) who was assigned up to ``as_of``."""
    experiments = [
        (row.name, definition)
        for row, definition in running(session, as_of=as_of)
        if row.ended_at is None or row.ended_at > as_of
    ]
    if not experiments:
        return Arms()
    query = select(ExperimentAssignment.candidate_id, ExperimentAssignment.experiment, ExperimentAssignment.arm).where(
        ExperimentAssignment.experiment.in_([name for name, _ in experiments]),
        ExperimentAssignment.assigned_at <= as_of,
    )
    if only is not None:
        query = query.where(ExperimentAssignment.candidate_id.in_(list(only)))
    families = (*policy.roles.families, *policy.sequences)
    sequences = {
        (name, arm.name, family): arm.applied_to(policy.sequence_for(family))
        for name, definition in experiments
        for arm in definition.arms
        for family in families
    }
    return Arms(sequences, {candidate: (name, arm) for candidate, name, arm in session.execute(query)})


def untouched(session: Session, *, as_of: datetime, role_family: str | None) -> list[str]:
    """Return whom an experiment may take in: known, in no experiment, and neither tried nor written to nor planned for."""
    tried = exists().where(
        Attempt.candidate_id == Candidate.candidate_id, Attempt.started_at <= as_of, Attempt.voided_at.is_(None)
    )
    planned = exists().where(OutboxMessage.candidate_id == Candidate.candidate_id, OutboxMessage.planned_at <= as_of)
    assigned = exists().where(ExperimentAssignment.candidate_id == Candidate.candidate_id)
    query = (
        select(Candidate.candidate_id)
        .where(Candidate.status == Status.NEW, Candidate.merged_into.is_(None), Candidate.is_do_not_contact.is_(False))
        .where(Candidate.created_at <= as_of, ~tried, ~planned, ~assigned)
        .order_by(Candidate.candidate_id)
    )
    if role_family is not None:
        query = query.where(Candidate.role_family == role_family)
    return list(session.scalars(query))


def assignments_frame(session: Session, experiment: str, *, as_of: datetime) -> pd.DataFrame:
    """Return who was assigned up to ``as_of``: candidate_id, arm, assigned_at, role_family; merged people are left out."""
    query = (
        select(
            ExperimentAssignment.candidate_id,
            ExperimentAssignment.arm,
            ExperimentAssignment.assigned_at,
            Candidate.role_family,
        )
        .join(Candidate, Candidate.candidate_id == ExperimentAssignment.candidate_id)
        .where(ExperimentAssignment.experiment == experiment, ExperimentAssignment.assigned_at <= as_of)
        .where(Candidate.merged_into.is_(None))
        .order_by(ExperimentAssignment.candidate_id)
    )
    texts = {"candidate_id": "str", "arm": "str", "role_family": "str"}
    return _frame(session, query).astype(texts | {"assigned_at": INSTANT})


def contacts_frame(
    session: Session, experiment: str, *, answered: Iterable[Disposition], as_of: datetime
) -> pd.DataFrame:
    """Return every attempt with the people of an experiment up to ``as_of``, as ``ringback.analysis.looks`` counts them.

    ``answered`` are the dispositions of a call that somebody took.
    """
    is_out = Attempt.direction == Direction.OUT
    is_reply = and_(Attempt.direction == Direction.IN, Attempt.disposition != Disposition.UNKNOWN)
    is_talk = and_(is_out, Attempt.channel == Channel.CALL, Attempt.disposition.in_(list(answered)))
    is_call_in = and_(Attempt.direction == Direction.IN, Attempt.channel == Channel.CALL)
    query = (
        select(
            Attempt.candidate_id,
            Attempt.started_at.label("at"),
            _flag(and_(is_out, Attempt.channel.in_(TOUCHING))).label("is_touch"),
            _flag(or_(is_reply, is_talk, is_call_in)).label("is_contact"),
            _flag(Attempt.disposition == Disposition.OPTED_OUT).label("opted_out"),
            _flag(Attempt.disposition == Disposition.NOT_INTERESTED).label("declined"),
        )
        .join(ExperimentAssignment, ExperimentAssignment.candidate_id == Attempt.candidate_id)
        .where(ExperimentAssignment.experiment == experiment, Attempt.started_at <= as_of)
        .where(Attempt.voided_at.is_(None))
    )
    flags = dict.fromkeys(("is_touch", "is_contact", "opted_out", "declined"), bool)
    return _frame(session, query).astype({"candidate_id": "str", "at": INSTANT, **flags})


def last_look(session: Session, experiment: str, *, before: datetime) -> int:
    """Return the last planned look that was taken before an instant; 0 for none."""
    query = select(func.max(ExperimentReadout.look)).where(
        ExperimentReadout.experiment == experiment, ExperimentReadout.as_of < before
    )
    return session.scalar(query) or 0


def promotions(session: Session, *, active_only: bool = True) -> list[PolicyPromotion]:
    """Return what experiments brought into the policy, oldest first."""
    query = select(PolicyPromotion).order_by(PolicyPromotion.id)
    return list(session.scalars(query.where(PolicyPromotion.ended_at.is_(None)) if active_only else query))


def promoted_policy(session: Session, policy: Policy) -> Policy:
    """Return the policy with every promotion that stands laid over it, in their order."""
    for row in promotions(session):
        families = policy.roles.families if row.role_family is None else (row.role_family,)
        policy = policy.with_sequences(dict.fromkeys(families, row.changes))
    return policy


def _flag(condition: Any) -> Any:
    return case((condition, 1), else_=0)


def _frame(session: Session, query: Any) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 (0.8 s, and who only wants to know the policy needs no frame)

    result = session.execute(query)
    return pd.DataFrame(result.all(), columns=list(result.keys()))
