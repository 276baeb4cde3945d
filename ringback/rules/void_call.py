"""Which entries of a history may be taken back, and where somebody stands without one of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ringback.rules.status import next_status
from schemas.words import Channel, ContactState, Direction, Event, Status

NOT_FROM_ATTEMPTS = frozenset({Event.BOOKED, Event.HELD, Event.NO_SHOW, Event.HIRED, Event.NOT_HIRED, Event.REOPENED})
"""Moves that a person makes without a call or a message: what they found out stands, whatever call is taken back."""


def refuse_voiding(channel: Channel, direction: Direction, *, is_only_reported: bool) -> str | None:
    """Return in a sentence why this entry cannot be taken back, None if it can.

    ``is_only_reported``: the telephone provider told of the call, and nobody has said how it went.
    """
    if direction is Direction.IN:
        return (
            "this is the person's own word, not a call that was logged, and it stands: who asked to be left alone or is not"
            " interested stays so until they themselves say otherwise (log-reply)."
        )
    if channel is not Channel.CALL:
        return f"this is a message ({channel.both}), and what has left cannot be called back."
    if is_only_reported:
        return (
            "the telephone provider reported this call, so it was made. Log how it went (log-call): your word then stands in"
            " place of the report, and that can be taken back."
        )
    return None


def standing_without(first: Status, later: Iterable[Event]) -> Status | None:
    """Return the status after ``later``, beginning where they stood before what is taken back; None if it is not known.

    What attempts say is passed over where it makes no sense, as ever. Where a person's own move since does not fit
    (hired, after a talk that was none), nothing is worked out: their word stands.
    """
    status = first
    for event in later:
        after = next_status(status, event)
        if after is None and event in NOT_FROM_ATTEMPTS:
            return None
        status = after or status
    return status


def number_as_found(
    told: Iterable[tuple[datetime, ContactState, bool]],
) -> tuple[ContactState, datetime | None]:
    """Return the state of a number after all that calls told of it, oldest first, and since when; None: nothing was told.

    The flag says whether a call is known to have been to this number. One that is not tells nothing of a number that was
    found to be wrong before: whoever was reached then was reached on another one.
    """
    state, since = ContactState.UNVERIFIED, None
    for at, found, is_sure in told:
        if is_sure or state is not ContactState.WRONG_NUMBER:
            state, since = found, at
    return state, since
