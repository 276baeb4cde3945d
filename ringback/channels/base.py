"""What every channel promises, whoever the provider is.

``send`` ends in exactly one of four ways, and the dispatcher relies on each:

    returns Accepted      the provider has the message, under this id
    RetryableError        the provider certainly has it not; it may be sent again later
    PermanentError        the provider certainly has it not, and will not take it
    InDoubtError          it may have it: no answer, or none that can be understood

A sender never repeats a request by itself, has a time limit on every call, and calls ``message.fence()`` as late as it
can: after the connection stands and before the first byte of the request leaves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ringback.errors import RetryableError
from schemas.words import Channel


class FencedError(RetryableError):
    """The process was paused, or the clock moved, since the send was begun: nothing has left, and nothing will."""


def no_fence() -> None:
    """Let every send pass: for calls outside the outbox."""


@dataclass(frozen=True, slots=True)
class OutgoingMessage:
    """One try to send one message; everything a provider needs and nothing it does not.

    ``marker`` stands in ``body`` of an SMS and only in the custom arguments of a mail. ``status_url`` is where the provider
    reports this try, ``unsubscribe_url`` the one-click address of a mail.
    """

    message_id: str
    n_try: int
    channel: Channel
    to: str
    body: str
    marker: str
    subject: str | None = None
    language: str = "zh"
    status_url: str | None = None
    unsubscribe_url: str | None = None
    fence: Callable[[], None] = no_fence


@dataclass(frozen=True, slots=True)
class Ring:
    """Whom to connect, and where the provider reports how the candidate's leg goes (None: it does not)."""

    recruiter_e164: str
    candidate_e164: str
    status_url: str | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    """The provider's own id of a message that it has."""

    provider_id: str


class Sender(Protocol):
    """A way to send on one channel. Methods are called from several threads at once.

    ``name`` identifies the sender to its provider (``twilio:+15550100``): limits and pauses are kept by it. ``provider``
    names the table of outcomes. ``settle_seconds`` is how long the provider's list may lag behind what it accepted; None:
    as the settings say, 0: never.
    """

    name: str
    provider: str
    settle_seconds: float | None

    def send(self, message: OutgoingMessage) -> Accepted:
        """Hand the message to the provider, once; see the module for how it may end."""
        ...

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        """Return what the provider has under ``message.marker``; None if a complete list does not show it.

        Raises:
            RetryableError: the provider could not be asked now, or showed only a part.
            PermanentError: this provider or account cannot be asked at all.
        """
        ...

    def close(self) -> None:
        """Let go of connections."""
        ...
