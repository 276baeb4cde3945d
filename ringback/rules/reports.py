"""What a provider's later report means for the message, for the address and for the call, as data.

Sources: https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks,
https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event, https://www.twilio.com/docs/voice/answering-machine-detection
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from schemas.words import CallOutcome


@dataclass(frozen=True, slots=True)
class Meaning:
    """``was_delivered`` None: on the way. The flags are about the address, whatever becomes of the message."""

    was_delivered: bool | None = None
    is_opt_out: bool = False
    is_bounce: bool = False
    is_wrong_number: bool = False

    @property
    def is_about_the_address(self) -> bool:
        """Tell whether it counts although we know no message that it is about."""
        return self.is_opt_out or self.is_bounce or self.is_wrong_number


MEANINGS: Mapping[str, Meaning] = {
    "delivered": Meaning(was_delivered=True),
    "read": Meaning(was_delivered=True),
    "undelivered": Meaning(was_delivered=False),
    "failed": Meaning(was_delivered=False),
    "canceled": Meaning(was_delivered=False),
    "bounce": Meaning(was_delivered=False, is_bounce=True),
    "blocked": Meaning(was_delivered=False),
    "dropped": Meaning(was_delivered=False),
    "spamreport": Meaning(is_opt_out=True),
    "unsubscribe": Meaning(is_opt_out=True),
    "group_unsubscribe": Meaning(is_opt_out=True),
}
ON_THE_WAY = Meaning()


def meaning_of_status(status: str, reason: str, judged: str | None) -> Meaning:
    """Return what a report means.

    ``reason``: SendGrid's words, which tell a soft bounce (``blocked``) from a hard one and say why a mail was dropped.
    ``judged``: the class of Twilio's error code (``opted_out``, ``wrong_address``, ...), None without one. A status that
    stands in no table is something on the way: it proves that the message was accepted and says no more.
    """
    found = MEANINGS.get(status, ON_THE_WAY)
    words = reason.lower()
    if status == "bounce" and re.search(r"\bblocked\b|\bexpired\b", words):
        return MEANINGS["blocked"]
    if status == "dropped":
        return Meaning(
            was_delivered=False,
            is_opt_out=bool(re.search(r"unsubscribed|spam report", words)),
            is_bounce=bool(re.search(r"bounced|invalid", words)),
        )
    if found.was_delivered is False and judged is not None:
        return Meaning(was_delivered=False, is_opt_out=judged == "opted_out", is_wrong_number=judged == "wrong_address")
    return found


ASKED = "asked"
"""Our own word for a call that was asked for here; everything after it is the provider's."""

CALL_ENDS = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})

CALL_OUTCOMES: Mapping[str, CallOutcome] = {
    "busy": CallOutcome.BUSY,
    "no-answer": CallOutcome.NO_ANSWER,
    "failed": CallOutcome.NO_ANSWER,
}


def outcome_of_call(status: str, answered_by: str | None) -> CallOutcome | None:
    """Return what is written down of a call; None while it goes on, or when we hung up ourselves.

    ``completed`` says only that a connection ended: with a machine on the line nobody has talked. "Failed" is no proof
    of a wrong number; a person judges that.
    """
    if status == "completed":
        is_machine = (answered_by or "").startswith(("machine", "fax"))
        return CallOutcome.VOICEMAIL if is_machine else CallOutcome.ANSWERED
    return CALL_OUTCOMES.get(status)
