"""A number or address that a recruiter has found out of somebody who is in the pool already.

It is a record of its own, with what the recruiter knows: whose it is, and the address. So a resume that comes in later with
the new number finds its person, a split can give it away, and an erasure takes it too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.missed_call import CALLABLE
from ringback.actions.next_call import plan_call
from ringback.actions.pool import decisions
from ringback.actions.pool.rows import lock_pool
from ringback.actions.resolve import new_source_record, place_at_once, record_uid
from ringback.actions.standing import callable_phone, end_reminders, hold_candidate
from ringback.errors import UsageError
from ringback.identity.contact_values import to_e164
from ringback.identity.zones import zone_of
from ringback.store.queries.consents import consents_of
from ringback.store.queries.find import the_candidate
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.records import ParsedResume
from schemas.tables import AuditEntry, Candidate, ContactPoint, Membership, SourceRecord, Suppression
from schemas.words import ContactKind, ContactState, DuplicateVerdict, ReminderKind, ReminderState

SOURCE = "recruiter"
"""Where records come from that a recruiter entered."""

MOST_NAMED = 5

Address = tuple[ContactKind, str]


@dataclass(frozen=True, slots=True)
class ContactAdded:
    """What follows from a new number or address; ``is_repeat``: all of it was known and may be used, nothing was changed.

    ``candidate_id`` is the person who has it now, ``joined_id`` another one who had it and turned out to be the same;
    ``also_of`` are other people who have it: relatives may share a number, or it is wrong for one of them.
    """

    candidate_id: str
    name: str | None
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    next_call_at: datetime | None = None
    next_call_reason: str | None = None
    joined_id: str | None = None
    also_of: tuple[str, ...] = ()
    is_repeat: bool = False
    timezone: str | None = None


def add_contact(
    workspace: Workspace,
    *,
    candidate: str,
    phones: Sequence[str] = (),
    emails: Sequence[str] = (),
    actor: str = "recruiter",
    now: datetime,
) -> ContactAdded:
    """Store a new number or mail address of a candidate; it is used before those that were known.

    One that was thought wrong and is entered again may be used again. Who could not be rung until now gets their next call,
    and is off the list of numbers to check. If somebody else of this name has the number, both are one person from now on.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: nothing was given, it is no number or address, or it belongs to somebody who asked to be left alone.
    """
    numbers, mails = given_contacts(phones, emails)
    given = [(ContactKind.PHONE, each) for each in numbers] + [(ContactKind.EMAIL, each) for each in mails]
    if not given:
        raise UsageError("Give the new number (--phone) or address (--email).")
    with workspace.writing() as session:
        lock_pool(session)
        row = the_candidate(session, workspace.vault, candidate)
        hold_candidate(session, row)
        _refuse(session, workspace, row, given)
        had_phone = callable_phone(session, row.candidate_id) is not None
        new, is_mended = _settle_known(session, workspace, row, given, now)
        if not new and not is_mended:
            return ContactAdded(row.candidate_id, row.name, numbers, mails, is_repeat=True, timezone=row.timezone)
        owner = _store(session, workspace, row, new, actor, now) if new else row
        session.add(AuditEntry(at=now, actor=actor, action="contact_added", subject=owner.candidate_id, detail={}))
        reason = _plan(session, workspace, owner, now, had_phone=had_phone) if numbers else None
        return ContactAdded(
            owner.candidate_id,
            owner.name,
            numbers,
            mails,
            owner.next_call_at,
            reason,
            row.candidate_id if owner.candidate_id != row.candidate_id else None,
            _others_with(session, workspace, owner, given),
            timezone=owner.timezone,
        )


def given_contacts(phones: Sequence[str], emails: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return numbers in E.164 and addresses in lower case, each once.

    Raises:
        UsageError: one of them is none.
    """
    numbers = []
    for phone in phones:
        number = to_e164(phone)
        if number is None:
            raise UsageError(f"{phone!r} is not a phone number; write it with its country, like +86 138 0013 8000.")
        numbers.append(number)
    for email in emails:
        if "@" not in email.strip("@"):
            raise UsageError(f"{email!r} is not a mail address.")
    return tuple(dict.fromkeys(numbers)), tuple(dict.fromkeys(email.strip().lower() for email in emails))


def _refuse(session: Session, workspace: Workspace, candidate: Candidate, given: Sequence[Address]) -> None:
    who = candidate.name or candidate.candidate_id
    if candidate.is_do_not_contact:
        raise UsageError(
            f"{who} asked to be left alone (勿联系 / do not contact): no new number or address is taken. Nothing was changed."
        )
    blinds = {workspace.vault.blind(kind.value, value): value for kind, value in given}
    closed = session.scalars(select(Suppression.blind).where(Suppression.blind.in_(list(blinds)))).first()
    if closed is not None:
        raise UsageError(
            f"Whoever has {blinds[bytes(closed)]} asked to be left alone: it is neither rung nor written to. Nothing was changed."
        )


def _others_with(session: Session, workspace: Workspace, owner: Candidate, given: Sequence[Address]) -> tuple[str, ...]:
    """Return the ids of the first few other people who have one of these numbers or addresses."""
    blinds = [workspace.vault.blind(kind.value, value) for kind, value in given]
    query = (
        select(ContactPoint.candidate_id)
        .where(ContactPoint.blind.in_(blinds), ContactPoint.candidate_id != owner.candidate_id)
        .distinct()
        .order_by(ContactPoint.candidate_id)
    )
    return tuple(session.scalars(query.limit(MOST_NAMED)))


def _settle_known(
    session: Session, workspace: Workspace, candidate: Candidate, given: Sequence[Address], now: datetime
) -> tuple[list[Address], bool]:
    """Return what is not known of this candidate, and whether something that was thought wrong is right after all."""
    blinds = {workspace.vault.blind(kind.value, value): (kind, value) for kind, value in given}
    query = select(ContactPoint).where(
        ContactPoint.candidate_id == candidate.candidate_id, ContactPoint.blind.in_(list(blinds))
    )
    is_mended = False
    for point in session.scalars(query):
        blinds.pop(bytes(point.blind))
        if point.state not in (ContactState.UNVERIFIED, ContactState.GOOD):
            point.state, point.updated_at, is_mended = ContactState.UNVERIFIED, now, True
    session.flush()
    return list(blinds.values()), is_mended


def _store(
    session: Session, workspace: Workspace, candidate: Candidate, new: Sequence[Address], actor: str, now: datetime
) -> Candidate:
    """Store the record, say that it is this candidate's, and give it its place; return the person who has it then."""
    members = session.execute(
        select(SourceRecord.uid, SourceRecord.document_on, SourceRecord.received_at)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .where(Membership.candidate_id == candidate.candidate_id)
        .order_by(SourceRecord.received_at, SourceRecord.uid)
    ).all()
    if not members:
        raise UsageError(f"{candidate.name or candidate.candidate_id} has no record that could be added to.")
    phones = tuple(value for kind, value in new if kind is ContactKind.PHONE)
    identity = "|".join([candidate.candidate_id, now.isoformat(), *(value for _, value in new)])
    origin = f"contact-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}"
    today = now.astimezone(ZoneInfo(workspace.settings.timezone))
    record = new_source_record(
        workspace,
        ParsedResume(
            name=candidate.name,
            phones=phones,
            emails=tuple(value for kind, value in new if kind is ContactKind.EMAIL),
            document_on=_newest([(on, at) for _, on, at in members], today),
            warnings=(f"entered by {actor}",),
        ),
        source=SOURCE,
        record_id=origin,
        uid=record_uid(SOURCE, origin, None),
        path=None,
        member=None,
        received_at=now,
        intake_file_id=None,
    )
    insert_new(session, SourceRecord, [record | {"timezone": zone_of(phones, candidate.timezone)}])
    pair = decisions.ordered(members[0].uid, record["uid"])
    decisions.decide(session, [pair], DuplicateVerdict.SAME, note=None, actor=actor, now=now)
    place_at_once(session, workspace, record["uid"], now=now)
    session.expire_all()
    owner = _owner_of(session, record["uid"])
    hold_candidate(session, owner)
    return owner


def _owner_of(session: Session, uid: str) -> Candidate:
    """Return the person whom a record makes."""
    query = (
        select(Candidate)
        .join(Membership, Membership.candidate_id == Candidate.candidate_id)
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .where(SourceRecord.uid == uid)
    )
    return session.scalars(query).one()


def _newest(members: Sequence[tuple[date | None, datetime]], today: datetime) -> date:
    """Return a day on which no other record is the latest: of two of one day, chance would say whose number comes first."""
    latest = max(on or at.astimezone(today.tzinfo).date() for on, at in members)
    return max(today.date(), latest + timedelta(days=1))


def _plan(
    session: Session, workspace: Workspace, candidate: Candidate, now: datetime, *, had_phone: bool
) -> str | None:
    """Take them off the list of numbers to check, and ring who could not be rung; return why then, None for no new call."""
    end_reminders(
        session, candidate.candidate_id, at=now, state=ReminderState.DONE, kinds=(ReminderKind.VERIFY_NUMBER,)
    )
    is_refused = consents_of(session, [candidate.candidate_id]).get(candidate.candidate_id) is False
    if had_phone or is_refused or candidate.promised_at is not None or candidate.status not in CALLABLE:
        return None
    cause = f"{candidate.candidate_id}:contact:{now:%Y%m%d%H%M%S}"
    return plan_call(session, workspace, candidate, cause=cause, now=now)
