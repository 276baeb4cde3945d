"""How fast a sender may go, and whether it may go at all: a rate in segments a second and a breaker a class of error.

Both stand in ``sender_state`` and are read and written in the transaction that starts sends, so all dispatchers on all
machines share one rate and one pause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions.outreach_record import Ended
from ringback.channels.outcomes import LONGEST_PAUSE_SECONDS, PAUSES, Outcome
from ringback.store.upsert import insert_new
from schemas.tables import SenderState


@dataclass(slots=True)
class Pace:
    """What one sender may start in this transaction. ``rate`` is in segments (or mails) a second; 0 is no limit."""

    sender: str
    rate: float
    tokens: float
    paused_until: datetime | None
    is_probing: bool
    is_hopeless: bool
    reason: str | None

    def allows(self, now: datetime, n_in_flight: int) -> bool:
        """Tell whether one more send may begin; after a pause a single one goes ahead and tells how it is."""
        if self.is_paused(now) or (self.is_probing and n_in_flight > 0):
            return False
        return not self.rate or self.tokens > 0

    def is_paused(self, now: datetime) -> bool:
        """Tell whether nothing may begin."""
        return self.paused_until is not None and self.paused_until > now

    def spend(self, n_segments: int) -> None:
        """Take what one send costs; a long message may overdraw, and the next waits for it."""
        if self.rate:
            self.tokens -= n_segments


def read_senders(session: Session, rates: Mapping[str, float], *, now: datetime) -> dict[str, SenderState]:
    """Return what is known of the senders; the rows of those with a rate are locked until the transaction ends."""
    statement = select(SenderState).where(SenderState.sender.in_(rates)).order_by(SenderState.sender)
    limited = [sender for sender, rate in rates.items() if rate]
    if limited:
        insert_new(session, SenderState, [_fresh(sender, rates[sender], now) for sender in limited])
        statement = statement.with_for_update(key_share=True)
    return {row.sender: row for row in session.scalars(statement)}


def paces_of(known: Mapping[str, SenderState], rates: Mapping[str, float], *, now: datetime) -> dict[str, Pace]:
    """Return the pace of each sender, its tokens refilled up to ``now``."""
    return {sender: _pace(sender, rate, known.get(sender), now) for sender, rate in rates.items()}


def write_tokens(session: Session, paces: Mapping[str, Pace], *, now: datetime) -> None:
    """Store what the limited senders have left."""
    for pace in paces.values():
        if pace.rate:
            row = session.get_one(SenderState, pace.sender)
            row.tokens, row.refilled_at = pace.tokens, max(now, row.refilled_at)  # clocks of machines differ


def record_breaks(
    session: Session, known: dict[str, SenderState], ended: Sequence[Ended], *, now: datetime
) -> list[str]:
    """Count failures and successes of senders; return a sentence for each sender that was stopped just now.

    ``known`` is what :func:`read_senders` gave in this transaction; what changes is read again under a lock and put there.
    """
    alarms = []
    for sender in sorted({each.sender for each in ended}):
        mine = [each for each in ended if each.sender == sender]
        row = known.get(sender)
        is_quiet = row is None or (row.n_failures == 0 and row.n_pauses == 0)
        if is_quiet and not any(each.outcome in PAUSES for each in mine):
            continue
        insert_new(session, SenderState, [_fresh(sender, 0.0, now)])
        known[sender] = row = session.scalars(
            select(SenderState).where(SenderState.sender == sender).with_for_update(key_share=True),
            execution_options={"populate_existing": True},
        ).one()
        alarms += [alarm for each in mine if (alarm := _apply(row, each, now)) is not None]
    return alarms


def _apply(row: SenderState, ended: Ended, now: datetime) -> str | None:
    pause = PAUSES.get(ended.outcome)
    if pause is None:
        if ended.code != "fenced":  # a fenced send never met the provider
            row.n_failures, row.n_pauses, row.paused_until, row.outcome, row.detail = 0, 0, None, None, None
        return None
    if ended.code == "fenced":
        return None
    row.n_failures = row.n_failures + 1 if row.outcome == ended.outcome.value else 1
    row.outcome, row.detail = ended.outcome.value, ended.detail
    asked_for = timedelta(seconds=ended.retry_after_seconds or 0.0)
    if row.paused_until is not None and row.paused_until > now:  # one of those that were under way when it was stopped
        row.paused_until = max(row.paused_until, now + asked_for)
        return None
    if row.n_failures < pause.after:
        return None
    row.n_pauses, row.n_failures = row.n_pauses + 1, 0
    seconds = min(LONGEST_PAUSE_SECONDS, pause.first_seconds * 2.0 ** (row.n_pauses - 1))
    row.paused_until = now + max(asked_for, timedelta(seconds=seconds))
    is_news = row.n_pauses == 1 and ended.outcome is Outcome.CONFIGURATION
    return f"{row.sender} is stopped ({ended.outcome.value}): {ended.detail}" if is_news else None


def _fresh(sender: str, rate: float, now: datetime) -> dict[str, object]:
    return {"sender": sender, "tokens": rate, "refilled_at": now, "n_failures": 0, "n_pauses": 0}


def _pace(sender: str, rate: float, row: SenderState | None, now: datetime) -> Pace:
    if row is None:
        return Pace(sender, rate, rate, None, is_probing=False, is_hopeless=False, reason=None)
    elapsed = max(0.0, (now - row.refilled_at).total_seconds())
    pause = PAUSES.get(Outcome(row.outcome)) if row.outcome else None
    return Pace(
        sender,
        rate,
        min(max(1.0, rate), row.tokens + elapsed * rate),
        row.paused_until,
        is_probing=row.n_pauses > 0,
        is_hopeless=pause is not None and row.n_pauses >= pause.is_hopeless_after,
        reason=f"{row.outcome}: {row.detail}" if row.outcome else None,
    )
