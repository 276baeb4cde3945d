"""Who may do what, what was done, and what the installation must remember about itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.tables.base import Base, SerialId


class Account(Base):
    """A person who uses the product: admin, recruiter or viewer."""

    __tablename__ = "account"
    __table_args__ = (UniqueConstraint("name"),)

    id: Mapped[SerialId]
    name: Mapped[str] = mapped_column(String(100))
    role: Mapped[str] = mapped_column(String(20))
    password_hash: Mapped[str] = mapped_column(String(300))
    created_at: Mapped[datetime]
    disabled_at: Mapped[datetime | None]


class AuditEntry(Base):
    """Who did what to what, and when; append-only, without personal data."""

    __tablename__ = "audit_entry"
    __table_args__ = (Index(None, "subject"), Index(None, "at"))

    id: Mapped[SerialId]
    at: Mapped[datetime]
    actor: Mapped[str] = mapped_column(String(100))
    action: Mapped[str] = mapped_column(String(60))
    subject: Mapped[str | None] = mapped_column(String(100))
    detail: Mapped[dict[str, Any]]


class StoredSetting(Base):
    """A value that belongs to this database, such as the check that the right keyset is open."""

    __tablename__ = "stored_setting"

    name: Mapped[str] = mapped_column(String(60), primary_key=True)
    value: Mapped[bytes]
