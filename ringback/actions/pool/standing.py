"""What a person's follow-up state becomes when two candidates turn out to be one: the stricter and the further."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from schemas.words import ContactState, Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FURTHEST = (
    Status.NEW,
    Status.LOST,
    Status.FOLLOW_UP,
    Status.CONTACTED,
    Status.NOT_HIRED,
    Status.INTERVIEW_BOOKED,
    Status.HIRED,
)
"""Which status tells more of a person: somebody reached under one record is not lost under the other."""

STRICTEST = (
    ContactState.UNVERIFIED,
    ContactState.GOOD,
    ContactState.BOUNCED,
    ContactState.WRONG_NUMBER,
    ContactState.OPTED_OUT,
)


@dataclass(frozen=True, slots=True)
class Standing:
    """The part of a candidate that follow-up wrote."""

    status: Status
    owner: str | None
    is_do_not_contact: bool
    replied_at: datetime | None
    promised_at: datetime | None
    next_call_at: datetime | None


def merged(standings: Sequence[Standing]) -> Standing:
    """Join the standings of what is one person, the leading candidate's first. Do-not-contact and opt-out win."""
    return Standing(
        status=max((s.status for s in standings), key=FURTHEST.index),
        owner=next((s.owner for s in standings if s.owner), None),
        is_do_not_contact=any(s.is_do_not_contact for s in standings),
        replied_at=max((s.replied_at for s in standings if s.replied_at), default=None),
        promised_at=min((s.promised_at for s in standings if s.promised_at), default=None),
        next_call_at=min((s.next_call_at for s in standings if s.next_call_at), default=None),
    )


def parted(current: Standing, *, then: Standing, now: Standing) -> Standing:
    """Undo what merges did to a candidate, field by field, and leave alone what was changed since.

    ``then`` is what the merges made of it, ``now`` what those make who stay.
    """
    names = [field.name for field in fields(Standing)]
    return Standing(
        **{name: getattr(now if getattr(current, name) == getattr(then, name) else current, name) for name in names}
    )


def as_json(standing: Standing) -> dict[str, Any]:
    """Return the standing as JSON values; :func:`from_json` undoes it."""
    values = {field.name: getattr(standing, field.name) for field in fields(Standing)}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values.items()}


def from_json(stored: Mapping[str, Any]) -> Standing:
    """Return what :func:`as_json` wrote down."""
    instants = {
        name: datetime.fromisoformat(stored[name]) if stored[name] else None
        for name in ("replied_at", "promised_at", "next_call_at")
    }
    return Standing(Status(stored["status"]), stored["owner"], stored["is_do_not_contact"], **instants)


def stricter(states: Sequence[ContactState]) -> ContactState:
    """Return the strictest state that anybody found an address in."""
    return max(states, key=STRICTEST.index, default=ContactState.UNVERIFIED)
