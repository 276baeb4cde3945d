"""The life of an intended message, as data: (state, what happened) -> state.

A pair that does not stand in :data:`MOVES` does not happen: the write that would do it is guarded and changes nothing. Two
promises follow from the table and are tested on every path through it. From ``sending`` no path leads back to another
``sending`` without either the certainty that nothing was accepted (``NOT_TAKEN``) or the provider having been asked
(``NOT_FOUND``). And from every state that is not an end, some path leads to an end.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from enum import StrEnum

from schemas.words import MessageState


class SendEvent(StrEnum):
    """What can happen to an outbox row; the columns of the table."""

    CLAIM = "claim"  # a dispatcher takes it under a lease
    RELEASE = "release"  # the dispatcher gives it back, or its lease ran out before the send began
    START = "start"  # the gate said yes; committed before the provider is called
    HOLD = "hold"  # refused for now; due again later
    CANCEL = "cancel"  # refused for good, or too old
    REJECT = "reject"  # cannot be sent: no template, no such recipient, not allowed
    ACCEPT = "accept"  # the provider has it: by answer, by list, or by callback
    NOT_TAKEN = "not_taken"  # the provider certainly has it not
    LOSE = "lose"  # no answer, or none that can be understood
    NOT_FOUND = "not_found"  # asked often and long enough: the provider has it not
    GIVE_UP = "give_up"  # asked often and long enough, still unclear: a person decides
    REOPEN = "reopen"  # a person found out that it was not sent
    RESTORE = "restore"  # what cancelled it turned out to be a mistake
    DELIVER = "deliver"
    FAIL_DELIVERY = "fail_delivery"


_WAITING = (MessageState.PLANNED, MessageState.DUE, MessageState.HELD)
_UNSENT = (*_WAITING, MessageState.CLAIMED)

MOVES: Mapping[tuple[MessageState, SendEvent], MessageState] = {
    **{(state, SendEvent.CLAIM): MessageState.CLAIMED for state in _WAITING},
    **{(state, SendEvent.CANCEL): MessageState.CANCELLED for state in _UNSENT},
    (MessageState.CLAIMED, SendEvent.RELEASE): MessageState.DUE,
    (MessageState.CLAIMED, SendEvent.HOLD): MessageState.HELD,
    (MessageState.CLAIMED, SendEvent.REJECT): MessageState.DEAD,
    (MessageState.CLAIMED, SendEvent.START): MessageState.SENDING,
    (MessageState.SENDING, SendEvent.ACCEPT): MessageState.ACCEPTED,
    (MessageState.SENDING, SendEvent.NOT_TAKEN): MessageState.DUE,
    (MessageState.SENDING, SendEvent.REJECT): MessageState.DEAD,
    (MessageState.SENDING, SendEvent.LOSE): MessageState.IN_DOUBT,
    (MessageState.IN_DOUBT, SendEvent.NOT_FOUND): MessageState.DUE,
    (MessageState.IN_DOUBT, SendEvent.GIVE_UP): MessageState.DEAD,
    # proof of acceptance may come late, when the row has already gone on; it stops whatever was to follow
    **{(state, SendEvent.ACCEPT): MessageState.ACCEPTED for state in (MessageState.IN_DOUBT, *_UNSENT)},
    (MessageState.DEAD, SendEvent.ACCEPT): MessageState.ACCEPTED,
    (MessageState.CANCELLED, SendEvent.ACCEPT): MessageState.ACCEPTED,
    (MessageState.DEAD, SendEvent.REOPEN): MessageState.DUE,
    (MessageState.CANCELLED, SendEvent.RESTORE): MessageState.PLANNED,
    # delivery only climbs: delivered is the strongest word a provider has
    (MessageState.ACCEPTED, SendEvent.DELIVER): MessageState.DELIVERED,
    (MessageState.ACCEPTED, SendEvent.FAIL_DELIVERY): MessageState.UNDELIVERED,
    (MessageState.UNDELIVERED, SendEvent.DELIVER): MessageState.DELIVERED,
}

OPEN = frozenset({*_UNSENT, MessageState.SENDING, MessageState.IN_DOUBT})
"""States in which something is still to be done."""

SPENT = frozenset(
    {
        MessageState.SENDING,
        MessageState.IN_DOUBT,
        MessageState.ACCEPTED,
        MessageState.DELIVERED,
        MessageState.UNDELIVERED,
    }
)
"""States that count for frequency caps: the message is, or may be, with the person."""

LOOK_SHARES = (1 / 15, 1 / 3, 1.0)
"""When the provider is asked about a message in doubt, as shares of the settle time: 1, 5 and 15 minutes of 15."""


POLL_AGES = tuple(timedelta(minutes=minutes) for minutes in (0, 5, 15, 60, 240, 720, 1440, 2880))
"""Ages at which the provider is asked how an accepted message fares that nobody has reported on."""


def is_poll_due(accepted_at: datetime, *, polled_at: datetime | None, now: datetime) -> bool:
    """Tell whether the message has come of one of those ages since the providers were last asked; None: never."""
    return any(accepted_at + age <= now and (polled_at is None or polled_at < accepted_at + age) for age in POLL_AGES)


def states_before(event: SendEvent) -> tuple[MessageState, ...]:
    """Return the states in which ``event`` may happen: the guard of the write that records it."""
    return tuple(state for state, happened in MOVES if happened is event)


def next_look_at(n_looks: int, *, ended_at: datetime, settle: timedelta) -> datetime | None:
    """Return when to ask the provider again about a message in doubt; None when it was asked often and long enough.

    Args:
        n_looks: looks so far that were answered in full.
        ended_at: when the doubtful try was over at the latest: its end, or the latest moment it could have had one.
        settle: how long the provider is given to show what it accepted. Zero: its list is never behind, one look is enough.
    """
    if not settle:
        return ended_at if n_looks == 0 else None
    if n_looks >= len(LOOK_SHARES):
        return None
    return ended_at + settle * LOOK_SHARES[n_looks]


def backoff_seconds(n_tries: int, *, dice: float, first: float = 2.0, most: float = 300.0) -> float:
    """Return how long to wait after ``n_tries`` sends that were not taken: doubling, with half of it at random.

    ``dice`` is uniform in [0, 1): it keeps messages that failed together from coming back together.
    """
    full = min(most, first * 2.0 ** max(0, n_tries - 1))
    return full * (0.5 + dice / 2)
