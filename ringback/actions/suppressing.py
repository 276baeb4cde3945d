"""What is known of one address, whoever has it: stopped, taken back, bounced, wrong."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from ringback.store.numbers import as_e164
from ringback.store.upsert import insert_new
from schemas.tables import Candidate, ContactPoint, Suppression
from schemas.words import ContactKind, ContactState

if TYPE_CHECKING:
    from ringback.store.vault import Vault

ON_THE_PHONE = "asked on the phone"
"""The reason of what is closed because a recruiter logged that the person asked for it."""

USABLE = (ContactState.UNVERIFIED, ContactState.GOOD)


def blind_of(vault: Vault, address: str) -> tuple[ContactKind, bytes] | None:
    """Return the kind and blind index of a phone or mail address; None for what is neither (a short code, a name)."""
    text = address.strip()
    digits = re.sub(r"[\s().-]", "", text)
    if "@" in text:
        return ContactKind.EMAIL, vault.blind(ContactKind.EMAIL, text.lower())
    if re.fullmatch(r"\+?\d{7,15}", digits, re.ASCII):
        return ContactKind.PHONE, vault.blind(ContactKind.PHONE, as_e164(digits))
    return None


def mark_suppressed(session: Session, vault: Vault, address: str, *, is_on: bool, at: datetime, reason: str) -> None:
    """Close an address for everybody, or take back what ``reason`` had closed; also one that nobody has yet."""
    known = blind_of(vault, address)
    if known is None:
        return
    kind, blind = known
    if is_on:
        insert_new(session, Suppression, [{"kind": kind.value, "blind": blind, "reason": reason, "at": at}])
    else:
        session.execute(delete(Suppression).where(Suppression.blind == blind, Suppression.reason == reason))


def opt_in(session: Session, candidate: Candidate, *, at: datetime, reason: str) -> None:
    """Take back what one STOP has closed (``reason``); what was closed otherwise stays closed."""
    points = list(session.scalars(select(ContactPoint).where(ContactPoint.candidate_id == candidate.candidate_id)))
    blinds = [point.blind for point in points]
    session.execute(delete(Suppression).where(Suppression.blind.in_(blinds), Suppression.reason == reason))
    still = set(session.scalars(select(Suppression.blind).where(Suppression.blind.in_(blinds))))
    for point in points:
        if point.state is ContactState.OPTED_OUT and point.blind not in still:
            point.state, point.updated_at = ContactState.UNVERIFIED, at
    if not still:
        candidate.is_do_not_contact = False


def lift_opt_out(session: Session, candidate: Candidate, *, closed_at: datetime) -> list[ContactPoint]:
    """Take back what one wrongly logged call closed, for everybody who has these addresses; return those open again.

    What was closed otherwise stays closed.
    """
    theirs = select(ContactPoint.blind).where(ContactPoint.candidate_id == candidate.candidate_id)
    blinds = set(session.scalars(theirs))
    session.execute(
        delete(Suppression).where(
            Suppression.blind.in_(blinds), Suppression.reason == ON_THE_PHONE, Suppression.at == closed_at
        )
    )
    still = set(session.scalars(select(Suppression.blind).where(Suppression.blind.in_(blinds))))
    if not still:
        candidate.is_do_not_contact = False
    closed = select(ContactPoint).where(
        ContactPoint.blind.in_(blinds - still),
        ContactPoint.state == ContactState.OPTED_OUT,
        ContactPoint.updated_at == closed_at,
    )
    points = list(session.scalars(closed))
    for point in points:
        point.state, point.updated_at = ContactState.UNVERIFIED, point.first_seen_at
    session.flush()
    return points


def mark_address(session: Session, vault: Vault, address: str, state: ContactState, *, at: datetime) -> None:
    """Write down that an address is dead or wrong, for everybody who has it; a stricter state stays."""
    known = blind_of(vault, address)
    if known is not None:
        session.execute(
            update(ContactPoint)
            .where(ContactPoint.blind == known[1], ContactPoint.state.in_(USABLE))
            .values(state=state, updated_at=at)
        )
