"""What passes between the dispatcher, its workers and its callers: claims, tasks, lines and summaries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from ringback.actions.outreach_look import Doubt, Looked
from ringback.actions.outreach_record import Ended
from ringback.actions.outreach_start import Begun
from ringback.channels.base import Sender
from ringback.channels.outcomes import Outcome, outcome_of
from ringback.errors import ChannelError, RetryableError
from schemas.words import Channel, MessageState


@dataclass(frozen=True, slots=True)
class DispatchLine:
    """What one run did with one message: the rows of an artifact."""

    message_id: str
    candidate_id: str
    channel: Channel
    template: str
    state: MessageState
    reason: str | None


@dataclass(slots=True)
class DispatchSummary:
    """What one run did. ``lines`` holds each message once, with its last state; ``alarms`` what a person must look at."""

    lines: dict[str, DispatchLine] = field(default_factory=dict)
    alarms: list[str] = field(default_factory=list)
    n_started: int = 0
    seconds: float = 0.0

    @property
    def counts(self) -> dict[MessageState, int]:
        """Return how many messages this run left in each state."""
        return dict(Counter(line.state for line in self.lines.values()))


@dataclass(frozen=True, slots=True)
class Pass:
    """What one run is asked to do; ``only`` leaves everything but these messages to other runs."""

    is_draining: bool = False
    may_start: bool = True
    limit: int | None = None
    only: frozenset[str] | None = None
    progress: Callable[[DispatchSummary], None] | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A message that a dispatcher holds under a lease."""

    message_id: str
    candidate_id: str
    channel: Channel


def line(begun: Begun, state: MessageState, reason: str | None) -> DispatchLine:
    """Return the line of a message in a summary."""
    message = begun.message
    return DispatchLine(message.message_id, begun.candidate_id, message.channel, begun.template, state, reason)


def send_task(sender: Sender, begun: Begun, clock: Callable[[], datetime]) -> Callable[[], Ended]:
    """Return what a worker does to send one message: it ends in exactly one way, and never raises."""

    def send() -> Ended:
        try:
            begun.message.fence()
            accepted = sender.send(begun.message)
        except ChannelError as error:
            return Ended(
                begun,
                sender.name,
                outcome_of(sender.provider, error),
                clock(),
                code=error.code,
                http_status=error.http_status,
                detail=str(error),
                retry_after_seconds=error.retry_after_seconds if isinstance(error, RetryableError) else None,
            )
        except Exception as error:  # noqa: BLE001 (a fault we do not know may have come after the bytes left)
            return Ended(begun, sender.name, Outcome.UNCLEAR, clock(), detail=f"{type(error).__name__}: {error}")
        return Ended(begun, sender.name, Outcome.ACCEPTED, clock(), provider_id=accepted.provider_id)

    return send


def look_task(sender: Sender, doubt: Doubt) -> Callable[[], Looked]:
    """Return what a worker does to look one message up."""

    def look() -> Looked:
        try:
            return Looked(doubt, accepted=sender.look_up(doubt.begun.message))
        except Exception as error:  # noqa: BLE001 (no answer is no proof, whatever the reason)
            return Looked(doubt, error=error)

    return look
