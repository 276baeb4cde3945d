"""What was learned: model versions, answer rates, scores, causes, experiments."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from schemas.tables.base import Base, SerialId
from schemas.words import Cause


class ModelVersion(Base):
    """One fit of one model: parameters, metrics and standing (candidate, live, retired). One live a kind.

    ``is_pinned``: a person chose this version, and nights keep to it until they choose again.
    """

    __tablename__ = "model_version"
    __table_args__ = (Index(None, "kind", "standing"),)

    id: Mapped[SerialId]
    kind: Mapped[str] = mapped_column(String(40))
    version: Mapped[str] = mapped_column(String(80))
    standing: Mapped[str] = mapped_column(String(20))
    as_of: Mapped[datetime]
    trained_at: Mapped[datetime]
    data_hash: Mapped[str] = mapped_column(String(64))
    params: Mapped[dict[str, Any]]
    metrics: Mapped[dict[str, Any]]
    reason: Mapped[str | None] = mapped_column(Text)
    promoted_by: Mapped[str | None] = mapped_column(String(100))
    promoted_at: Mapped[datetime | None]
    is_pinned: Mapped[bool] = mapped_column(default=False)


class AnswerRate(Base):
    """How often calls are answered: role family x weekday x hour, local time; replaced by every fit."""

    __tablename__ = "answer_rate"

    role_family: Mapped[str] = mapped_column(String(60), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True)
    hour: Mapped[int] = mapped_column(primary_key=True)
    n_calls: Mapped[int]
    n_answered: Mapped[int]
    rate: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    note: Mapped[str | None] = mapped_column(Text)
    as_of: Mapped[datetime]


class ScoreBasis(Base):
    """What scores of many people share: the night, the model, and the reasons in words; each different one once."""

    __tablename__ = "score_basis"

    basis_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    as_of: Mapped[datetime]
    model: Mapped[str] = mapped_column(String(80))
    reasons: Mapped[list[Any]]


class LostScore(Base):
    """The latest score of a candidate. No foreign keys, as with windows.

    ``p_miss`` is None in scores that were written before revision 0007.
    """

    __tablename__ = "score"
    __table_args__ = ({"sqlite_with_rowid": False},)

    candidate_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    p_lost: Mapped[float]
    p_wrong: Mapped[float]
    p_miss: Mapped[float | None]
    priority: Mapped[float]
    tries_left: Mapped[int]
    basis_id: Mapped[int]

    basis: Mapped[ScoreBasis] = relationship(
        primaryjoin=lambda: foreign(LostScore.basis_id) == ScoreBasis.basis_id, lazy="joined", innerjoin=True
    )
    as_of: AssociationProxy[datetime] = association_proxy("basis", "as_of")
    model: AssociationProxy[str] = association_proxy("basis", "model")
    reasons: AssociationProxy[list[Any]] = association_proxy("basis", "reasons")


class CauseFinding(Base):
    """What the silence of many people has in common: the likeliest cause, in one sentence with its counts; each one once."""

    __tablename__ = "cause_finding"

    finding_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    cause: Mapped[Cause]
    sentence: Mapped[str] = mapped_column(Text)
    evidence: Mapped[dict[str, Any]]
    as_of: Mapped[datetime]


class CauseRow(Base):
    """The finding on a silent candidate. No foreign keys, as with windows."""

    __tablename__ = "cause"
    __table_args__ = ({"sqlite_with_rowid": False},)

    candidate_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    finding_id: Mapped[int]

    finding: Mapped[CauseFinding] = relationship(
        primaryjoin=lambda: foreign(CauseRow.finding_id) == CauseFinding.finding_id, lazy="joined", innerjoin=True
    )
    cause: AssociationProxy[Cause] = association_proxy("finding", "cause")
    sentence: AssociationProxy[str] = association_proxy("finding", "sentence")
    evidence: AssociationProxy[dict[str, Any]] = association_proxy("finding", "evidence")


class Experiment(Base):
    """One experiment as it was defined when it started."""

    __tablename__ = "experiment"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[SerialId]
    name: Mapped[str] = mapped_column(String(100))
    role_family: Mapped[str | None] = mapped_column(String(60))
    definition: Mapped[dict[str, Any]]
    started_at: Mapped[datetime]
    n_per_arm: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]
    verdict: Mapped[str | None] = mapped_column(Text)
    winner: Mapped[str | None] = mapped_column(String(60))


class ExperimentAssignment(Base):
    """Which arm a candidate is in, and since when they have been exposed to it (None: not yet)."""

    __tablename__ = "experiment_assignment"
    __table_args__ = (Index(None, "candidate_id"),)

    experiment: Mapped[str] = mapped_column(String(100), primary_key=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"), primary_key=True)
    arm: Mapped[str] = mapped_column(String(60))
    assigned_at: Mapped[datetime]
    exposed_at: Mapped[datetime | None]


class ExperimentReadout(Base):
    """One review of one arm: counts, rate with interval, and what was decided; ``look`` is 0 between the planned looks."""

    __tablename__ = "experiment_readout"
    __table_args__ = (Index(None, "experiment", "as_of"),)

    id: Mapped[SerialId]
    experiment: Mapped[str] = mapped_column(String(100))
    role_family: Mapped[str | None] = mapped_column(String(60))
    arm: Mapped[str] = mapped_column(String(60))
    as_of: Mapped[datetime]
    n: Mapped[int]
    successes: Mapped[int]
    rate: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    p_best: Mapped[float]
    verdict: Mapped[str] = mapped_column(Text)
    look: Mapped[int] = mapped_column(default=0)
    detail: Mapped[dict[str, Any]] = mapped_column(default=dict)


class PolicyPromotion(Base):
    """What an experiment brought into the policy: the arm's changes to a role family's sequence, and who ended it when.

    Rows without ``ended_at`` are laid over the policy file, in the order of their ids.
    """

    __tablename__ = "policy_promotion"
    __table_args__ = (Index(None, "ended_at"),)

    id: Mapped[SerialId]
    experiment: Mapped[str] = mapped_column(String(100))
    role_family: Mapped[str | None] = mapped_column(String(60))
    arm: Mapped[str] = mapped_column(String(60))
    changes: Mapped[dict[str, Any]]
    reason: Mapped[str] = mapped_column(Text)
    promoted_at: Mapped[datetime]
    promoted_by: Mapped[str] = mapped_column(String(100))
    ended_at: Mapped[datetime | None]
    ended_by: Mapped[str | None] = mapped_column(String(100))
