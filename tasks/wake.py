"""Telling the dispatcher that a released message could not leave with its call, so that it does not wait for the schedule."""

from __future__ import annotations

from prefect.events import emit_event

EVENT = "ringback.message.released"
RESOURCE = "ringback.outbox"


def wake_dispatch() -> None:
    """Emit the event that starts the deployment ``dispatch``; without one its schedule finds the message anyway."""
    emit_event(event=EVENT, resource={"prefect.resource.id": RESOURCE})
