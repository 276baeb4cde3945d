"""Choosing the next call of one candidate from their history, in the caller's transaction."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ringback.actions.standing import callable_phone, set_reminder
from ringback.rules.bands import flat_windows, why_no_hour
from ringback.rules.cadence import next_call_at, tries_left
from ringback.rules.calendars import holiday_calendar
from ringback.store.queries.outlooks import outlook_of
from ringback.workspace import Workspace
from schemas.records import Attempt as PastAttempt
from schemas.records import Window
from schemas.tables import Attempt, CallSlot, CallWindow, Candidate, StatusChange
from schemas.words import Event, ReminderKind

USED_UP = (
    "次数已用完，不再安排电话；没有新动静，夜间会标记失联"
    " / every try is used up: no more calls; without a sign of life the night marks them as lost"
)
FIND_NUMBER = (
    "号码打不通或不是本人，请另找号码，用 add-contact 登记"
    " / the number is wrong: find another one and enter it with add-contact"
)
FALLBACK_DAYS = 14  # the longest run of public holidays has 8 to 10 days


def plan_call(session: Session, workspace: Workspace, candidate: Candidate, *, cause: str, now: datetime) -> str | None:
    """Set when to ring next and its reminder; return the reason in words, also of why nobody is rung any more.

    None: no open hour lies ahead. Without a number that may be rung, a reminder to find one takes its place. ``cause`` is what
    led to it: its reminder is made once.
    """
    if callable_phone(session, candidate.candidate_id) is None:
        reason = FIND_NUMBER
        set_reminder(session, workspace, candidate, kind=ReminderKind.VERIFY_NUMBER, due_at=now, reason=reason,
                     dedupe_key=f"{cause}:verify", now=now)  # fmt: skip
        return reason
    history, p_lost = history_of(session, candidate.candidate_id), outlook_of(session, candidate.candidate_id).p_lost
    windows = windows_of(session, workspace, candidate, now=now, is_scored=p_lost is not None)
    chosen = next_call_at(
        history,
        windows,
        now=now,
        timezone=candidate.timezone,
        p_lost=p_lost,
        bands=workspace.policy.bands,
        policy=workspace.policy.cadence,
    )
    candidate.next_call_at = chosen
    if chosen is None:
        return USED_UP if tries_left(history, p_lost=p_lost, policy=workspace.policy.cadence) == 0 else None
    window = next((w for w in windows if w.starts_at <= chosen < w.ends_at), None)
    reason = window.reason if window else "换一个时段再打 / another part of the day"
    set_reminder(session, workspace, candidate, kind=ReminderKind.CALL, due_at=chosen, reason=reason,
                 dedupe_key=f"{cause}:call", now=now)  # fmt: skip
    return reason


def history_of(session: Session, candidate_id: str) -> list[PastAttempt]:
    """Return the attempts that count for what comes next, oldest first: all, or those since they came back to the pool."""
    came_back = select(func.max(StatusChange.at)).where(
        StatusChange.candidate_id == candidate_id, StatusChange.event == Event.REOPENED
    )
    since = session.scalar(came_back)
    query = (
        select(Attempt.started_at, Attempt.channel, Attempt.direction, Attempt.disposition)
        .where(Attempt.candidate_id == candidate_id, Attempt.voided_at.is_(None))
        .order_by(Attempt.started_at, Attempt.event_id)
    )
    if since is not None:
        query = query.where(Attempt.started_at > since)
    return [PastAttempt(*row) for row in session.execute(query)]


def windows_of(
    session: Session, workspace: Workspace, candidate: Candidate, *, now: datetime, is_scored: bool
) -> list[Window]:
    """Return the candidate's planned windows, best first, and after them every part of the coming days as it is.

    ``is_scored``: a night has judged them.
    """
    query = (
        select(CallWindow)
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .where(CallWindow.candidate_id == candidate.candidate_id, CallSlot.ends_at > now)
    )
    planned = [
        Window(w.starts_at, w.ends_at, w.p_answer, w.p_low, w.p_high, w.n_calls, w.reason)
        for w in session.scalars(query.order_by(CallWindow.rank))
    ]
    policy = workspace.policy
    return planned + flat_windows(
        now=now,
        timezone=candidate.timezone,
        bands=policy.bands,
        hours=policy.call_hours,
        is_holiday=holiday_calendar(candidate.timezone),
        days=FALLBACK_DAYS,
        rate=policy.learning.cold_start_rate,
        reason=why_no_hour(is_scored=is_scored),
    )
