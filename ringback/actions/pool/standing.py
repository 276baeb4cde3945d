"""What a person's follow-up state becomes when two candidates turn out to be one: the stricter and the further."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from schemas.words import ContactState, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

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


def stricter(states: Sequence[ContactState]) -> ContactState:
    """Return the strictest state that anybody found an address in."""
    return max(states, key=STRICTEST.index, default=ContactState.UNVERIFIED)
