"""May this person be contacted on this channel now? Asked when a message is planned and again when it is sent.

A refusal is a value. Some refusals pass with time (quiet hours, caps): :func:`retry_at` says when; the others are final.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from ringback.rules.lines import is_fixed_line
from ringback.rules.quiet import is_open, is_quiet_day, next_midnight, next_open_at, zone_of
from schemas.words import Channel, ContactKind, ContactState, Refusal, Status

if TYPE_CHECKING:
    from ringback.rules.quiet import IsHoliday
    from schemas.policy import HoursPolicy, Policy
    from schemas.records import CandidateFacts, ContactPoint

KIND_OF_CHANNEL = {Channel.CALL: ContactKind.PHONE, Channel.SMS: ContactKind.PHONE, Channel.EMAIL: ContactKind.EMAIL}
"""Which kind of address a channel uses; channels that are not here are never used by the outbox."""

CLOSED = frozenset({Status.HIRED, Status.NOT_HIRED, Status.LOST})
CLOSED_FOR_MESSAGES = CLOSED | {Status.INTERVIEW_BOOKED}

REFUSAL_OF_STATE = {
    ContactState.WRONG_NUMBER: Refusal.WRONG_NUMBER,
    ContactState.BOUNCED: Refusal.BOUNCED,
    ContactState.OPTED_OUT: Refusal.OPTED_OUT,
}
PASSING = frozenset({Refusal.QUIET_HOURS, Refusal.QUIET_DAY, Refusal.FREQUENCY_CAP})
"""Refusals that time lifts; a message refused for one of these is held, for any other it is cancelled."""

USABLE = (ContactState.GOOD, ContactState.UNVERIFIED)
WEEK = timedelta(days=7)


def refuse_contact(
    facts: CandidateFacts,
    contact: ContactPoint | None,
    channel: Channel,
    *,
    now: datetime,
    policy: Policy,
    is_holiday: IsHoliday,
    planned_at: datetime | None = None,
    lasting: timedelta = timedelta(0),
) -> Refusal | None:
    """Return why this contact may not happen now, or None if it may.

    Checked in this order, so that the strictest reason is the one shown: do not contact, opted out (any address of the
    person: who says stop on one channel means all), consent refused, no address, wrong number or bounced, a fixed line for
    an SMS, closed, replied, quiet, caps.

    Args:
        facts: the person as known at ``now``; ``is_holiday`` must be the calendar of ``facts.timezone``.
        contact: the address to be used, None if there is none.
        channel: how they would be reached.
        now: the moment of contact.
        policy: hours and caps.
        is_holiday: tells holidays where the person is.
        planned_at: replies before this moment do not refuse; None: any reply does.
        lasting: the contact may still be under way this long after ``now``, and must be inside open hours until then.
    """
    final = _final_refusal(facts, contact, channel, planned_at)
    if final is not None:
        return final
    hours = _hours(channel, policy)
    for at in (now, now + lasting):
        quiet = _refuse_quiet(at, facts.timezone, hours, is_holiday)
        if quiet is not None:
            return quiet
    return Refusal.FREQUENCY_CAP if _is_capped(facts, channel, now=now, policy=policy) else None


def retry_at(
    refusal: Refusal,
    facts: CandidateFacts,
    channel: Channel,
    *,
    now: datetime,
    policy: Policy,
    is_holiday: IsHoliday,
) -> datetime | None:
    """Return when a contact refused at ``now`` may be tried again, in UTC and inside open hours; None for final refusals."""
    if refusal not in PASSING:
        return None
    hours = _hours(channel, policy)
    earliest = _cap_lifts_at(facts, channel, now=now, policy=policy) if refusal is Refusal.FREQUENCY_CAP else now
    opens_at = next_open_at(earliest, timezone=facts.timezone, hours=hours, is_holiday=is_holiday)
    if opens_at > now:
        return opens_at
    # open at this moment, but not for as long as the contact may take: the next opening it is
    return next_open_at(
        _closes_after(now, facts.timezone, hours), timezone=facts.timezone, hours=hours, is_holiday=is_holiday
    )


def may_carry(contact: ContactPoint, channel: Channel) -> bool:
    """Tell whether what is sent to this address on ``channel`` can arrive, as far as is known."""
    return contact.state in USABLE and not _is_deaf(contact, channel)


def choose_contact(contacts: Iterable[ContactPoint], channel: Channel) -> ContactPoint | None:
    """Return the address to use on ``channel``: proven ones first, then in the order given.

    When none will do, one is returned whose refusal says the most: a fixed line for an SMS before what is no longer used.
    None when the person has no address of this kind at all.
    """
    kind = KIND_OF_CHANNEL.get(channel)
    of_kind = [contact for contact in contacts if contact.kind is kind]
    usable = [contact for state in USABLE for contact in of_kind if contact.state is state]
    hearing = (contact for contact in usable if not _is_deaf(contact, channel))
    return next(hearing, None) or next(iter([*usable, *of_kind]), None)


def _is_deaf(contact: ContactPoint, channel: Channel) -> bool:
    return channel is Channel.SMS and contact.kind is ContactKind.PHONE and is_fixed_line(contact.value)


def _final_refusal(
    facts: CandidateFacts, contact: ContactPoint | None, channel: Channel, planned_at: datetime | None
) -> Refusal | None:
    if facts.is_do_not_contact:
        return Refusal.DO_NOT_CONTACT
    if any(point.state is ContactState.OPTED_OUT for point in facts.contact_points):
        return Refusal.OPTED_OUT
    if facts.has_consent is False:
        return Refusal.NO_CONSENT
    unusable = _refuse_address(contact, channel)
    if unusable is not None:
        return unusable
    if facts.status in (CLOSED if channel is Channel.CALL else CLOSED_FOR_MESSAGES):
        return Refusal.CLOSED
    has_replied = _has_replied(facts, planned_at) and channel is not Channel.CALL
    return Refusal.ALREADY_REPLIED if has_replied else None


def _refuse_address(contact: ContactPoint | None, channel: Channel) -> Refusal | None:
    if contact is None:
        return Refusal.NO_ADDRESS
    return REFUSAL_OF_STATE.get(contact.state) or (Refusal.FIXED_LINE if _is_deaf(contact, channel) else None)


def _has_replied(facts: CandidateFacts, planned_at: datetime | None) -> bool:
    replied_at = facts.has_replied_since
    return replied_at is not None and (planned_at is None or replied_at >= planned_at)


def _refuse_quiet(at: datetime, timezone: str, hours: HoursPolicy, is_holiday: IsHoliday) -> Refusal | None:
    if is_open(at, timezone=timezone, hours=hours, is_holiday=is_holiday):
        return None
    day = at.astimezone(zone_of(timezone)).date()
    return Refusal.QUIET_DAY if is_quiet_day(day, hours=hours, is_holiday=is_holiday) else Refusal.QUIET_HOURS


def _hours(channel: Channel, policy: Policy) -> HoursPolicy:
    return policy.call_hours if channel is Channel.CALL else policy.message_hours


def _is_capped(facts: CandidateFacts, channel: Channel, *, now: datetime, policy: Policy) -> bool:
    caps = policy.caps
    if channel is Channel.CALL:
        is_promised = facts.promised_at is not None and facts.promised_at <= now
        return not is_promised and len(_today(facts.called_at, facts.timezone, now)) >= caps.calls_per_day
    if len(_today(facts.sent_at, facts.timezone, now)) >= caps.messages_per_day:
        return True
    return len(_this_week(facts.sent_at, now)) >= caps.messages_per_week


def _cap_lifts_at(facts: CandidateFacts, channel: Channel, *, now: datetime, policy: Policy) -> datetime:
    """Return the first moment at which no cap is reached any more, as far as is known at ``now``."""
    if channel is Channel.CALL:
        return next_midnight(now, timezone=facts.timezone)
    lifts_at = now
    if len(_today(facts.sent_at, facts.timezone, now)) >= policy.caps.messages_per_day:
        lifts_at = next_midnight(now, timezone=facts.timezone)
    week = _this_week(facts.sent_at, now)
    if len(week) >= policy.caps.messages_per_week:
        lifts_at = max(lifts_at, week[-policy.caps.messages_per_week] + WEEK)
    return lifts_at


def _today(instants: Iterable[datetime], timezone: str, now: datetime) -> list[datetime]:
    """Return the instants on the local day of ``now``; later ones count too (a clock may have been set back)."""
    zone = zone_of(timezone)
    today = now.astimezone(zone).date()
    return [at for at in instants if at.astimezone(zone).date() >= today]


def _this_week(instants: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return the instants of the last seven days, oldest first."""
    return sorted(at for at in instants if at > now - WEEK)


def _closes_after(at: datetime, timezone: str, hours: HoursPolicy) -> datetime:
    """Return the end of the open hour that ``at`` lies in, in UTC: the first full local hour that is closed."""
    probe = at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    while hours.first_hour <= probe.astimezone(zone_of(timezone)).hour < hours.last_hour:
        probe += timedelta(minutes=15)  # zones differ by quarters of an hour
        if probe > at + timedelta(days=1):
            break
    return max(probe, at)
