"""A pool of invented candidates for tests of outreach, and a few questions to its outbox."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ringback.actions.outreach import Intent, plan_messages_bulk
from schemas.tables import Candidate, ContactPoint, OutboxMessage
from schemas.words import Channel, ContactKind, ContactState, Status

if TYPE_CHECKING:
    from ringback.workspace import Workspace

NOON = datetime(2026, 11, 18, 4, 0, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai
PHONE = "+861390000{:04d}"


def add_candidates(
    ws: Workspace, n: int, *, first: int = 0, timezone: str = "Asia/Shanghai", phone: str = PHONE
) -> list[str]:
    """Add n candidates with a phone and a mail address each; return their ids."""
    ids = [f"cand-{i:05d}" for i in range(first, first + n)]
    with ws.writing() as session:
        for i, candidate_id in enumerate(ids, start=first):
            session.add(
                Candidate(
                    candidate_id=candidate_id,
                    status=Status.NEW,
                    role_family="sales",
                    source="zhaopin",
                    name=f"王{i}",
                    title="销售经理",
                    language="zh",
                    timezone=timezone,
                    created_at=NOON,
                    updated_at=NOON,
                )
            )
        session.flush()
        for i, candidate_id in enumerate(ids, start=first):
            for kind, value in ((ContactKind.PHONE, phone.format(i)), (ContactKind.EMAIL, f"c{i}@example.com")):
                session.add(
                    ContactPoint(
                        candidate_id=candidate_id,
                        kind=kind,
                        value=value,
                        blind=ws.vault.blind(kind.value, value),
                        state=ContactState.UNVERIFIED,
                        first_seen_at=NOON,
                        updated_at=NOON,
                    )
                )
    return ids


def plan(
    ws: Workspace, ids: list[str], channel: Channel = Channel.SMS, *, now: datetime = NOON, campaign: str = "c1"
) -> None:
    """Intend one message of ``channel`` for each candidate."""
    intents = [Intent(each, channel, "first_contact", f"{campaign}:{each}:{channel}", now) for each in ids]
    with ws.writing() as session:
        plan_messages_bulk(session, ws, intents, now=now)


def states(ws: Workspace) -> dict[str, int]:
    """Count outbox rows by state."""
    with ws.reading() as session:
        return dict(Counter(message.state.value for message in session.query(OutboxMessage)))
