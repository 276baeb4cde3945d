"""Files as they were dropped, the resumes found in them, and what was put aside."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.columns import EncryptedJSON, EncryptedText
from schemas.tables.base import Base, SerialId
from schemas.words import FileState, QuarantineState


class IntakeFile(Base):
    """One sighting of a file in a drop folder; see :class:`schemas.words.FileState` for its life.

    ``path`` is where it was seen, relative to the drop folder. The same bytes seen again get a row of their own in state
    ``known``; only one row of a digest is ever stored, archived or in quarantine.
    """

    __tablename__ = "intake_file"
    __table_args__ = (Index(None, "sha256"), Index(None, "state"), Index(None, "path", postgresql_using="hash"))

    id: Mapped[SerialId]
    sha256: Mapped[str] = mapped_column(String(64))
    source: Mapped[str] = mapped_column(String(100))
    path: Mapped[str] = mapped_column(Text)
    size_bytes: Mapped[int] = mapped_column(BigInteger)
    state: Mapped[FileState]
    claimed_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    stored_path: Mapped[str | None] = mapped_column(Text)
    n_resumes: Mapped[int] = mapped_column(default=0)
    n_problems: Mapped[int] = mapped_column(default=0)
    code: Mapped[str | None] = mapped_column(String(40))
    message: Mapped[str | None] = mapped_column(Text)
    hint: Mapped[str | None] = mapped_column(Text)


class SourceRecord(Base):
    """One resume or one imported row, immutable; a candidate is a cluster of these.

    ``uid`` is made from the content's origin (source, external id or digest and member), so taking the same in again makes
    no second row. ``record_id`` is the import's own id, or the file's SHA-256 (with ``#member`` for a part of a file).
    ``resolved_at`` is None until the record has a place in the pool. ``erased_at`` marks a withdrawn record.
    """

    __tablename__ = "source_record"
    __table_args__ = (
        UniqueConstraint("uid"),
        UniqueConstraint("record_id"),
        Index(None, "intake_file_id"),
        Index("ix_source_record_unresolved", "resolved_at"),
    )

    id: Mapped[SerialId]
    uid: Mapped[str] = mapped_column(String(32))
    record_id: Mapped[str] = mapped_column(String(300))
    intake_file_id: Mapped[int | None] = mapped_column(ForeignKey("intake_file.id"))
    source: Mapped[str] = mapped_column(String(100))
    path: Mapped[str | None] = mapped_column(Text)
    member: Mapped[str | None] = mapped_column(Text)
    received_at: Mapped[datetime]
    document_on: Mapped[date | None]
    name: Mapped[str | None] = mapped_column(String(200))
    is_name_masked: Mapped[bool] = mapped_column(default=False)
    role_family: Mapped[str | None] = mapped_column(String(60))
    timezone: Mapped[str | None] = mapped_column(String(60))
    profile: Mapped[dict[str, Any]] = mapped_column(EncryptedJSON("source_record.profile"))
    text: Mapped[str | None] = mapped_column(EncryptedText("source_record.text"))
    text_signature: Mapped[bytes | None]
    resolved_at: Mapped[datetime | None]
    erased_at: Mapped[datetime | None]


class QuarantinedRow(Base):
    """What was put aside and why: a whole file (``member`` None) or one part or row of it.

    ``profile`` keeps a row that was read but not accepted, so that somebody can mend it and take it in again.
    """

    __tablename__ = "quarantine"
    __table_args__ = (UniqueConstraint("intake_file_id", "member", "code"), Index(None, "state"), Index(None, "source"))

    id: Mapped[SerialId]
    intake_file_id: Mapped[int | None] = mapped_column(ForeignKey("intake_file.id"))
    path: Mapped[str] = mapped_column(Text)
    member: Mapped[str] = mapped_column(Text, default="")
    source: Mapped[str] = mapped_column(String(100))
    code: Mapped[str] = mapped_column(String(40))
    message: Mapped[str] = mapped_column(Text)
    hint: Mapped[str] = mapped_column(Text)
    received_at: Mapped[datetime]
    state: Mapped[QuarantineState]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str | None] = mapped_column(String(100))
    profile: Mapped[dict[str, Any] | None] = mapped_column(EncryptedJSON("quarantine.profile"))
