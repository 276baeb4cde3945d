"""What a provider's answer means, as data: code or HTTP status -> outcome -> what is done.

Codes are Twilio's (https://www.twilio.com/docs/api/errors) and SendGrid's HTTP statuses. A code that stands in no table is
never guessed at: the message is put to a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from ringback.errors import ChannelError, InDoubtError, PermanentError, RetryableError


class Outcome(StrEnum):
    """How one try to send ended."""

    ACCEPTED = "accepted"
    NOT_TAKEN = "not_taken"  # no connection, or fenced: safe to repeat
    THROTTLED = "throttled"  # too fast: safe to repeat when the provider says so
    QUEUE_FULL = "queue_full"  # the sender's own queue at the provider is full
    CONFIGURATION = "configuration"  # our account or number is not set up: every message would fail alike
    WRONG_ADDRESS = "wrong_address"  # nobody can be reached there
    OPTED_OUT = "opted_out"  # the person told the provider
    OUR_FAULT = "our_fault"  # the request itself is wrong
    NOT_ALLOWED = "not_allowed"  # a carrier or policy refuses this content or route
    UNKNOWN = "unknown"  # no table knows the answer
    UNCLEAR = "unclear"  # it may have been accepted


@dataclass(frozen=True, slots=True)
class Pause:
    """When failures of one class stop a sender: after ``after`` in a row, for ``first_seconds``, doubling each time.

    After ``is_hopeless_after`` pauses without a success between them somebody has to act, and a draining dispatcher stops
    waiting; the queue is kept.
    """

    after: int
    first_seconds: float
    is_hopeless_after: int


PAUSES: Mapping[Outcome, Pause] = {
    Outcome.NOT_TAKEN: Pause(after=3, first_seconds=1.0, is_hopeless_after=8),
    Outcome.THROTTLED: Pause(after=1, first_seconds=1.0, is_hopeless_after=12),
    Outcome.QUEUE_FULL: Pause(after=1, first_seconds=30.0, is_hopeless_after=6),
    Outcome.CONFIGURATION: Pause(after=1, first_seconds=2.0, is_hopeless_after=5),
    Outcome.UNCLEAR: Pause(after=5, first_seconds=1.0, is_hopeless_after=8),
}
LONGEST_PAUSE_SECONDS = 300.0

REPEATABLE = frozenset({Outcome.NOT_TAKEN, Outcome.THROTTLED, Outcome.QUEUE_FULL, Outcome.CONFIGURATION})
BURNS_A_TRY = frozenset({Outcome.NOT_TAKEN})
"""Only these count towards ``messages.max_tries``: the others say nothing about the message."""


def _each(outcome: Outcome, *codes: int) -> dict[str, Outcome]:
    return {str(code): outcome for code in codes}


TWILIO: Mapping[str, Outcome] = {
    **_each(Outcome.OUR_FAULT, 21603, 21604, 21609, 21617, 21619, 21266, 35111, 35114, 35115, 35117, 35118, 90007),
    **_each(Outcome.CONFIGURATION, 20003, 20404, 21606, 21212, 21210, 21701, 21608, 21408, 30002, 30034, 63038),
    **_each(Outcome.WRONG_ADDRESS, 21211, 21217, 21614, 21635, 30005, 30006),
    **_each(Outcome.OPTED_OUT, 21610),
    **_each(Outcome.THROTTLED, 20429),
    **_each(Outcome.QUEUE_FULL, 21611, 30001),
    **_each(Outcome.NOT_ALLOWED, 30004, 30007, 21612, 63016),
}

SENDGRID: Mapping[str, Outcome] = {
    "to_email": Outcome.WRONG_ADDRESS,  # our name for a 400 whose field is the recipient
}

STATUSES: Mapping[str, Mapping[int, Outcome]] = {
    "twilio": {
        400: Outcome.OUR_FAULT,
        401: Outcome.CONFIGURATION,
        403: Outcome.CONFIGURATION,
        408: Outcome.UNCLEAR,
        429: Outcome.THROTTLED,
    },
    "sendgrid": {
        400: Outcome.OUR_FAULT,
        401: Outcome.CONFIGURATION,
        403: Outcome.CONFIGURATION,
        408: Outcome.UNCLEAR,
        413: Outcome.OUR_FAULT,
        429: Outcome.THROTTLED,
    },
}
CODES: Mapping[str, Mapping[str, Outcome]] = {"twilio": TWILIO, "sendgrid": SENDGRID}

# What a delivery report's error code says of an accepted SMS.
UNDELIVERED_RETRY = frozenset({"30003", "30008", "30500", "63017"})  # may be tried again hours later

SERVER_ERROR = 500


def judge(provider: str, *, http_status: int | None, code: str | None) -> Outcome:
    """Return what a refusing answer means. A server error is unclear whatever its code says: it may have been accepted."""
    if http_status is not None and http_status >= SERVER_ERROR:
        return Outcome.UNCLEAR
    by_code = CODES.get(provider, {}).get(code or "")
    if by_code is not None:
        return by_code
    return STATUSES.get(provider, {}).get(http_status or 0, Outcome.UNKNOWN)


def error_for(
    provider: str, message: str, *, http_status: int, code: str | None, retry_after_seconds: float | None = None
) -> ChannelError:
    """Return the error that a sender raises for a refusing answer."""
    outcome = judge(provider, http_status=http_status, code=code)
    if outcome is Outcome.UNCLEAR:
        return InDoubtError(message, code=code, http_status=http_status)
    if outcome in REPEATABLE:
        return RetryableError(message, code=code, http_status=http_status, retry_after_seconds=retry_after_seconds)
    return PermanentError(message, code=code, http_status=http_status)


def outcome_of(provider: str, error: ChannelError) -> Outcome:
    """Return the outcome that an error of a sender stands for; its class wins over the tables."""
    if isinstance(error, InDoubtError):
        return Outcome.UNCLEAR
    judged = judge(provider, http_status=error.http_status, code=error.code)
    if isinstance(error, RetryableError):
        return judged if judged in REPEATABLE else Outcome.NOT_TAKEN
    return Outcome.UNKNOWN if judged in REPEATABLE or judged is Outcome.UNCLEAR else judged
