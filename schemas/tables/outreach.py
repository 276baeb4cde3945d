"""The outbox: one row for each intended message, each try to send it, and what the providers told us."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.columns import EncryptedJSON, EncryptedText
from schemas.tables.base import Base, SerialId, Uuid
from schemas.words import Channel, MessageState, Refusal


class OutboxMessage(Base):
    """One intended message. ``dedupe_key`` names the intention, so it can only be intended once.

    Every write after a send began is guarded by (``message_id``, ``lease_owner``, ``state``, ``n_tries``).
    ``look_at`` is when the provider is asked next about a message in doubt, ``n_looks`` how often it was asked.
    ``marker`` stands in the sent text (or in the mail's custom arguments) and nowhere else: the provider is asked for it
    when it is unclear whether a send arrived.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        UniqueConstraint("marker"),
        Index(None, "state", "due_at"),
        Index(None, "state", "lease_until"),
        Index(None, "candidate_id", "accepted_at"),
        Index(None, "source_record_id"),
        Index(None, "provider_id"),
    )

    message_id: Mapped[Uuid]
    dedupe_key: Mapped[str] = mapped_column(String(200))
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    contact_point_id: Mapped[int | None] = mapped_column(ForeignKey("contact_point.id"))
    channel: Mapped[Channel]
    template: Mapped[str] = mapped_column(String(100))
    language: Mapped[str] = mapped_column(String(10))
    marker: Mapped[str] = mapped_column(String(40))
    to: Mapped[str | None] = mapped_column(EncryptedText("outbox_message.to"))
    subject: Mapped[str | None] = mapped_column(EncryptedText("outbox_message.subject"))
    body: Mapped[str | None] = mapped_column(EncryptedText("outbox_message.body"))
    state: Mapped[MessageState]
    refusal: Mapped[Refusal | None]
    reason: Mapped[str | None] = mapped_column(Text)
    planned_at: Mapped[datetime]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    lease_owner: Mapped[str | None] = mapped_column(String(100))
    lease_until: Mapped[datetime | None]
    sending_at: Mapped[datetime | None]
    accepted_at: Mapped[datetime | None]
    delivered_at: Mapped[datetime | None]
    provider_id: Mapped[str | None] = mapped_column(String(100))
    n_tries: Mapped[int] = mapped_column(default=0)
    n_looks: Mapped[int] = mapped_column(default=0)
    look_at: Mapped[datetime | None]
    n_segments: Mapped[int | None]
    error_code: Mapped[str | None] = mapped_column(String(40))
    experiment: Mapped[str | None] = mapped_column(String(100))
    arm: Mapped[str | None] = mapped_column(String(60))


class SendTry(Base):
    """One start of one send, committed before the provider is called."""

    __tablename__ = "send_try"
    __table_args__ = (UniqueConstraint("message_id", "n"),)

    id: Mapped[SerialId]
    message_id: Mapped[str] = mapped_column(ForeignKey("outbox_message.message_id"))
    n: Mapped[int]
    owner: Mapped[str] = mapped_column(String(100))
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(40))
    http_status: Mapped[int | None]
    error_code: Mapped[str | None] = mapped_column(String(40))
    detail: Mapped[str | None] = mapped_column(EncryptedText("send_try.detail"))


class SenderState(Base):
    """How one sender (a number, a messaging service, a mail account) stands with its provider; shared by all dispatchers.

    ``tokens`` is what the rate limit left at ``refilled_at``. While ``paused_until`` lies ahead nothing is started;
    ``n_pauses`` counts pauses without a success between them, ``outcome`` is the class of error that paused it.
    """

    __tablename__ = "sender_state"

    sender: Mapped[str] = mapped_column(String(100), primary_key=True)
    tokens: Mapped[float]
    refilled_at: Mapped[datetime]
    n_failures: Mapped[int] = mapped_column(default=0)
    n_pauses: Mapped[int] = mapped_column(default=0)
    paused_until: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(40))
    detail: Mapped[str | None] = mapped_column(EncryptedText("sender_state.detail"))


class Suppression(Base):
    """An address that must not be used again by anybody: it beats every candidate's own state."""

    __tablename__ = "suppression"
    __table_args__ = (UniqueConstraint("kind", "blind"),)

    id: Mapped[SerialId]
    kind: Mapped[str] = mapped_column(String(20))
    blind: Mapped[bytes]
    reason: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime]
    proof: Mapped[str | None] = mapped_column(EncryptedText("suppression.proof"))


class WebhookEvent(Base):
    """What a provider told us, stored once as it came and applied later, in any order."""

    __tablename__ = "webhook_event"
    __table_args__ = (UniqueConstraint("provider", "dedupe_key"), Index(None, "applied_at"))

    id: Mapped[SerialId]
    provider: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(40))
    dedupe_key: Mapped[str] = mapped_column(String(200))
    received_at: Mapped[datetime]
    payload: Mapped[dict[str, Any]] = mapped_column(EncryptedJSON("webhook_event.payload"))
    applied_at: Mapped[datetime | None]
    result: Mapped[str | None] = mapped_column(Text)
