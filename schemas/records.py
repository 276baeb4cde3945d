"""The frozen records that are passed between floors.

Everything here is plain data: no method decides anything. Instants (``*_at``) are aware UTC. Absent is ``None`` or an
empty tuple, never an empty string.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from schemas.words import (
    Channel,
    ContactKind,
    ContactState,
    Direction,
    Disposition,
    Status,
)


# --- reading ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Provenance:
    """Where one field came from: ``how`` is label, layout, file_name, mail_subject, pattern, column or rule."""

    field: str
    how: str
    confidence: float
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class ParsedResume:
    """One resume as read, nothing invented: the columns of *parsed resume* in the interface, and their origin.

    ``member`` names the part of a container (archive member, mail attachment, ``row 7`` of a list); None for a file that
    is one resume. ``p_resume`` is the probability that this is a resume at all. ``document_on`` is the document's own
    date (exports and CVs carry one), which ``years_experience`` refers to. ``extra`` keeps unknown columns of a list.
    """

    name: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    wechat: str | None = None
    linkedin: str | None = None
    gender: str | None = None
    birth_year: int | None = None
    city: str | None = None
    current_title: str | None = None
    current_employer: str | None = None
    highest_degree: str | None = None
    highest_degree_text: str | None = None
    school: str | None = None
    years_experience: float | None = None
    desired_title: str | None = None
    desired_city: str | None = None
    desired_salary: str | None = None
    role_family: str | None = None
    skills: tuple[str, ...] = ()
    language: str | None = None
    format: str = ""
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    # not part of the printed interface, but stored with the record
    member: str | None = None
    is_name_masked: bool = False
    p_resume: float = 1.0
    document_on: date | None = None
    board: str | None = None
    text: str = ""
    provenance: tuple[Provenance, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file, or one member or row of it, was not read: a code, a sentence and the next step for a person.

    ``resume`` is what was read of something that does not look like a resume: kept, so that a person can say that it is one.
    """

    code: str
    message: str
    hint: str
    member: str | None = None
    resume: ParsedResume | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that came out of one file: resumes found, parts that could not be read, or one reason for the whole file.

    A file is refused as a whole when ``resumes`` is empty and ``problems`` is not.
    """

    path: Path
    resumes: tuple[ParsedResume, ...] = ()
    problems: tuple[Unreadable, ...] = ()
    seconds: float = 0.0


# --- history ---------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Attempt:
    """One contact attempt as the rules see it."""

    at: datetime
    channel: Channel
    direction: Direction
    disposition: Disposition


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """One address of a candidate with its state; ``value`` is E.164 for phones, lower case for mail."""

    contact_point_id: int
    kind: ContactKind
    value: str
    state: ContactState


@dataclass(frozen=True, slots=True)
class CandidateFacts:
    """What the gate and the cadence need to know about one candidate, read in one query at the moment of deciding.

    ``timezone`` is an IANA name. ``sent_at`` are the instants of outgoing messages of all channels in the last days,
    ``called_at`` those of outgoing calls. ``has_consent`` is what they said of being contacted, None if nothing is known.
    """

    candidate_id: str
    status: Status
    role_family: str
    timezone: str
    is_do_not_contact: bool = False
    has_replied_since: datetime | None = None
    contact_points: tuple[ContactPoint, ...] = ()
    attempts: tuple[Attempt, ...] = ()
    sent_at: tuple[datetime, ...] = ()
    called_at: tuple[datetime, ...] = ()
    p_lost: float | None = None
    promised_at: datetime | None = None
    has_consent: bool | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """One suggested time to ring: an hour band with its chance of an answer and what that chance rests on."""

    starts_at: datetime
    ends_at: datetime
    p_answer: float
    p_low: float
    p_high: float
    n_calls: int
    reason: str
