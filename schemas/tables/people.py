"""The pool: candidates, which records belong to them, why, and how they are reached."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, SmallInteger, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from schemas.columns import EncryptedJSON, EncryptedText
from schemas.tables.base import Base, BigId, SerialId, Uuid
from schemas.words import ContactKind, ContactState, DuplicateVerdict, PairOutcome, ReviewState, Status


class Candidate(Base):
    """One person. The profile columns are derived from the member records; the rest is what we know from follow-up.

    ``merged_into`` leads from an id that a merge ended to the one that lives on; ids are never reused.
    ``standing_alone`` is the follow-up state that it had before others ended in it, None while nobody did.
    ``role_family`` may hold a family that the taxonomy does not know (an outside system's). ``timezone`` is IANA.
    """

    __tablename__ = "candidate"
    __table_args__ = (
        Index(None, "status", "role_family"),
        Index(None, "name"),
        Index(None, "name_pinyin"),
        Index(None, "employer"),
        Index(None, "next_call_at"),
        Index(None, "merged_into"),
    )

    candidate_id: Mapped[Uuid]
    status: Mapped[Status]
    role_family: Mapped[str] = mapped_column(String(60))
    source: Mapped[str] = mapped_column(String(100))
    name: Mapped[str | None] = mapped_column(String(200))
    name_pinyin: Mapped[str | None] = mapped_column(String(300))
    city: Mapped[str | None] = mapped_column(String(100))
    title: Mapped[str | None] = mapped_column(String(200))
    desired_title: Mapped[str | None] = mapped_column(String(200))
    employer: Mapped[str | None] = mapped_column(String(300))
    school: Mapped[str | None] = mapped_column(String(200))
    highest_degree: Mapped[str | None] = mapped_column(String(20))
    language: Mapped[str | None] = mapped_column(String(10))
    timezone: Mapped[str] = mapped_column(String(60))
    owner: Mapped[str | None] = mapped_column(String(100))
    is_do_not_contact: Mapped[bool] = mapped_column(default=False)
    replied_at: Mapped[datetime | None]
    promised_at: Mapped[datetime | None]
    next_call_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    merged_into: Mapped[str | None] = mapped_column(String(36))
    standing_alone: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Membership(Base):
    """Which candidate a record belongs to; a record belongs to exactly one."""

    __tablename__ = "membership"
    __table_args__ = (Index(None, "candidate_id"),)

    source_record_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    joined_at: Mapped[datetime]


class CandidateSkill(Base):
    """A skill of a candidate, for search."""

    __tablename__ = "candidate_skill"
    __table_args__ = (Index(None, "skill"),)

    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(100), primary_key=True)


class ContactPoint(Base):
    """One address of one candidate, with its own state. ``tail_blind`` finds a phone by its last four digits."""

    __tablename__ = "contact_point"
    __table_args__ = (
        UniqueConstraint("candidate_id", "kind", "blind"),
        Index(None, "blind"),
        Index(None, "tail_blind"),
    )

    id: Mapped[SerialId]
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    kind: Mapped[ContactKind]
    value: Mapped[str] = mapped_column(EncryptedText("contact_point.value"))
    blind: Mapped[bytes]
    tail_blind: Mapped[bytes | None]
    state: Mapped[ContactState]
    rank: Mapped[int] = mapped_column(SmallInteger, default=0)
    first_seen_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class RecordFeature(Base):
    """What of a record can identify a person, normalised once: derived from its profile and the model version.

    ``uid`` and ``text_signature`` are the record's own, kept here too: a new record is compared with a dozen others, and
    each of them is one row to read instead of two. Like keys, features refer to their record without a foreign key: only
    the resolver writes them, having just read it, and a record is never deleted.
    """

    __tablename__ = "record_feature"

    source_record_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    uid: Mapped[str] = mapped_column(String(32))
    features: Mapped[list[Any]] = mapped_column(EncryptedJSON("record_feature.features"))
    text_signature: Mapped[bytes | None]
    model_version: Mapped[str] = mapped_column(String(40))


class RecordKey(Base):
    """A keyed hash by which records may meet; ``hash`` is the first 64 bits of an HMAC, signed.

    ``name_hash`` says which name the bearer has (None: masked or unknown), so that a key's names can be counted;
    negative where only an English given name is known.
    """

    __tablename__ = "record_key"
    __table_args__ = (Index(None, "source_record_id"), {"sqlite_with_rowid": False})

    kind: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    source_record_id: Mapped[int] = mapped_column(BigId, primary_key=True, autoincrement=False)
    name_hash: Mapped[int | None] = mapped_column(BigInteger)


class KeyState(Base):
    """How far a key can be trusted: 0 one name, 1 a family, 2 generic (never makes a pair)."""

    __tablename__ = "key_state"
    __table_args__ = ({"sqlite_with_rowid": False},)

    kind: Mapped[int] = mapped_column(SmallInteger, primary_key=True)
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True)
    state: Mapped[int] = mapped_column(SmallInteger)
    n_names: Mapped[int]
    n_records: Mapped[int]


class PairEdge(Base):
    """A scored pair of records with its evidence; ``a`` is the record with the smaller uid."""

    __tablename__ = "pair_edge"
    __table_args__ = (Index(None, "b_id"), Index(None, "review_state"))

    a_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    b_id: Mapped[int] = mapped_column(ForeignKey("source_record.id"), primary_key=True)
    weight: Mapped[float]
    outcome: Mapped[PairOutcome]
    evidence: Mapped[dict[str, Any]]
    model_version: Mapped[str] = mapped_column(String(40))
    review_state: Mapped[ReviewState | None]


class MatchDecision(Base):
    """What a person said of two records; append-only, revoked rather than deleted, in terms of records, never people."""

    __tablename__ = "match_decision"
    __table_args__ = (Index(None, "uid_a", "uid_b"), Index(None, "uid_b"))

    id: Mapped[SerialId]
    uid_a: Mapped[str] = mapped_column(String(32))
    uid_b: Mapped[str] = mapped_column(String(32))
    verdict: Mapped[DuplicateVerdict]
    decided_by: Mapped[str] = mapped_column(String(100))
    decided_at: Mapped[datetime]
    note: Mapped[str | None] = mapped_column(EncryptedText("match_decision.note"))
    revoked_at: Mapped[datetime | None]


class ResolutionEvent(Base):
    """What happened to a candidate's cluster: created, joined, merged, split, erased. Append-only."""

    __tablename__ = "resolution_event"
    __table_args__ = (Index(None, "candidate_id"),)

    id: Mapped[SerialId]
    kind: Mapped[str] = mapped_column(String(20))
    candidate_id: Mapped[str] = mapped_column(String(36))
    other_candidate_id: Mapped[str | None] = mapped_column(String(36))
    cause: Mapped[dict[str, Any]]
    model_version: Mapped[str] = mapped_column(String(40))
    at: Mapped[datetime]


class Consent(Base):
    """What a candidate agreed to or took back, with its proof; kept apart from do-not-contact, which is ours."""

    __tablename__ = "consent"
    __table_args__ = (Index(None, "candidate_id"), Index(None, "source_record_id"))

    id: Mapped[SerialId]
    candidate_id: Mapped[str] = mapped_column(ForeignKey("candidate.candidate_id"))
    source_record_id: Mapped[int | None] = mapped_column(ForeignKey("source_record.id"))
    purpose: Mapped[str] = mapped_column(String(40))
    is_given: Mapped[bool]
    at: Mapped[datetime]
    proof: Mapped[str | None] = mapped_column(Text)
