"""What was done and what is to be done: attempts, behaviour, windows, reminders, interviews, status changes.

Rows hang on a record where one is known (``source_record_id``) as well as on a candidate: when a merge is undone, the
record says where they belong.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.ext.associationproxy import AssociationProxy, association_proxy
from sqlalchemy.orm import Mapped, foreign, mapped_column, relationship

from schemas.columns import EncryptedText
from schemas.tables.base import Base, SerialId
from schemas.words import Channel, Direction, Disposition, Event, InterviewStep, ReminderKind, ReminderState, Status


class Attempt(Base):
    """One contact attempt, out or in. Append-only: a wrong entry is answered by another one, never changed.

    Three exceptions: what the provider reported of a call takes on the word of the recruiter who was on the line, a call
    that is told once more takes on the note that it lacked, and one that was logged wrongly is marked as void. A void row
    is shown in the timeline and counts nowhere: every other query leaves it out by ``voided_at``.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        UniqueConstraint("event_id"),
        Index(None, "candidate_id", "started_at"),
        Index(None, "source_record_id"),
        Index(None, "started_at"),
    )

    id: Mapped[SerialId]
    event_id: Mapped[str] = mapped_column(String(100))
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    contact_point_id: Mapped[int | None] = mapped_column(ForeignKey("contact_point.id"))
    channel: Mapped[Channel]
    direction: Mapped[Direction]
    started_at: Mapped[datetime]
    disposition: Mapped[Disposition]
    agent_id: Mapped[str | None] = mapped_column(String(100))
    duration_seconds: Mapped[float | None]
    template_id: Mapped[str | None] = mapped_column(String(100))
    note: Mapped[str | None] = mapped_column(EncryptedText("attempt.note"))
    was_random_window: Mapped[bool] = mapped_column(default=False)
    window_propensity: Mapped[float | None]
    recorded_at: Mapped[datetime]
    voided_at: Mapped[datetime | None]
    voided_by: Mapped[str | None] = mapped_column(String(100))
    void_reason: Mapped[str | None] = mapped_column(EncryptedText("attempt.void_reason"))


class BehaviourEvent(Base):
    """Something a candidate did by themselves (viewed the JD, opened a mail); machine opens are marked, not counted."""

    __tablename__ = "behaviour_event"
    __table_args__ = (UniqueConstraint("event_id"), Index(None, "candidate_id", "at"), Index(None, "source_record_id"))

    id: Mapped[SerialId]
    event_id: Mapped[str] = mapped_column(String(100))
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    at: Mapped[datetime]
    event: Mapped[str] = mapped_column(String(40))
    is_machine: Mapped[bool] = mapped_column(default=False)


class CallSlot(Base):
    """What windows of many people share: the hour, what its rate rests on, and the sentence that says so.

    Written with the windows, each different one once: a million people share some thousand. ``starts_at_local`` is the
    candidate's wall time.
    """

    __tablename__ = "call_slot"

    slot_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    starts_at_local: Mapped[str] = mapped_column(String(40))
    n_calls: Mapped[int]
    reason: Mapped[str] = mapped_column(Text)
    as_of: Mapped[datetime]


class CallWindow(Base):
    """A suggested time to ring, best first; replaced by every plan.

    No foreign keys: only the night writes millions of these, from the candidates and slots that it has just read and made.
    """

    __tablename__ = "call_window"
    __table_args__ = ({"sqlite_with_rowid": False},)

    candidate_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True)
    slot_id: Mapped[int]
    p_answer: Mapped[float]
    p_low: Mapped[float]
    p_high: Mapped[float]
    is_random: Mapped[bool] = mapped_column(default=False)
    propensity: Mapped[float | None]

    slot: Mapped[CallSlot] = relationship(
        primaryjoin=lambda: foreign(CallWindow.slot_id) == CallSlot.slot_id, lazy="joined", innerjoin=True
    )
    starts_at: AssociationProxy[datetime] = association_proxy("slot", "starts_at")
    ends_at: AssociationProxy[datetime] = association_proxy("slot", "ends_at")
    starts_at_local: AssociationProxy[str] = association_proxy("slot", "starts_at_local")
    n_calls: AssociationProxy[int] = association_proxy("slot", "n_calls")
    reason: AssociationProxy[str] = association_proxy("slot", "reason")


class Reminder(Base):
    """What a recruiter is to do and when they are told; fires at most once (``fired_at``)."""

    __tablename__ = "reminder"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index(None, "state", "remind_at"),
        Index(None, "candidate_id"),
        Index(None, "source_record_id"),
    )

    id: Mapped[SerialId]
    dedupe_key: Mapped[str] = mapped_column(String(200))
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    kind: Mapped[ReminderKind]
    state: Mapped[ReminderState]
    due_at: Mapped[datetime]
    remind_at: Mapped[datetime]
    reason: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]
    fired_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class Interview(Base):
    """One step of an interview, append-only."""

    __tablename__ = "interview"
    __table_args__ = (UniqueConstraint("event_id"), Index(None, "candidate_id"), Index(None, "source_record_id"))

    id: Mapped[SerialId]
    event_id: Mapped[str] = mapped_column(String(100))
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    step: Mapped[InterviewStep]
    starts_at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str | None] = mapped_column(String(100))
    note: Mapped[str | None] = mapped_column(EncryptedText("interview.note"))


class StatusChange(Base):
    """Why a candidate's status moved; append-only. ``voided_at``: the call that moved it was taken back."""

    __tablename__ = "status_change"
    __table_args__ = (Index(None, "candidate_id", "at"),)

    id: Mapped[SerialId]
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    from_status: Mapped[Status]
    to_status: Mapped[Status]
    event: Mapped[Event]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(100))
    detail: Mapped[dict[str, Any]]
    voided_at: Mapped[datetime | None]
