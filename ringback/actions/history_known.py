"""Rows of an outside log whose id is in already: the same again, or, by a mistake of whoever numbered them, another one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.tables import Attempt, BehaviourEvent

ATTEMPT_SAYS = ("candidate_id", "started_at", "channel", "direction", "disposition")
EVENT_SAYS = ("candidate_id", "at", "event")

Said = dict[str, Any]


def said_of(values: Mapping[str, Any]) -> Said:
    """Return what makes a row this call or this piece of behaviour, and no other."""
    return {name: values[name] for name in (ATTEMPT_SAYS if "started_at" in values else EVENT_SAYS)}


def stored_under(session: Session, model: type[Attempt | BehaviourEvent], ids: Collection[str]) -> dict[str, Said]:
    """Return what is stored under those of these ids that are in."""
    names = ATTEMPT_SAYS if model is Attempt else EVENT_SAYS
    query = select(model.event_id, *(getattr(model, name) for name in names)).where(model.event_id.in_(ids))
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in session.execute(query)}


def otherwise(stands: Said, given: Said) -> str:
    """Return what to say of a row that says something else than what stands under its id; empty if it says the same."""
    if stands == given:
        return ""
    at: datetime = stands["started_at"] if "started_at" in stands else stands["at"]
    what = stands["disposition"].value if "disposition" in stands else stands["event"]
    whose = "another person's" if stands["candidate_id"] != given["candidate_id"] else "this person's"
    return (
        f"not stored: this event_id has {whose} {what} of {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC already, which stands;"
        " if this row is another one, give it an id of its own and import the file again"
    )
