"""Writing an interview down: booked, held, not come, hired, not hired; back to the pool for later roles."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from ringback.actions.standing import anchor_record, ask_for_interview, end_reminders, hold_candidate, move_status
from ringback.errors import UsageError
from ringback.rules.clocks import on_the_clock
from ringback.rules.status import EVENT_OF_INTERVIEW
from ringback.store.queries.find import the_candidate
from ringback.store.upsert import insert_new
from ringback.workspace import Workspace
from schemas.tables import Interview
from schemas.words import InterviewStep, ReminderState, Status


@dataclass(frozen=True, slots=True)
class InterviewRecorded:
    """Where the candidate stands after it."""

    candidate_id: str
    name: str | None
    step: InterviewStep
    status_before: Status
    status: Status
    starts_at: datetime | None
    is_repeat: bool = False


def record_interview(
    workspace: Workspace,
    *,
    candidate: str,
    step: InterviewStep,
    now: datetime,
    starts_at: datetime | None = None,
    note: str | None = None,
    actor: str = "recruiter",
) -> InterviewRecorded:
    """Record one step of an interview; the same step for the same appointment twice is one.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: a booking without its time, or a step that makes no sense for the status.
    """
    _check_start(step, starts_at, now, workspace.settings.timezone)
    with workspace.writing() as session:
        row = the_candidate(session, workspace.vault, candidate)
        hold_candidate(session, row)
        before = row.status
        identity = f"{row.candidate_id}|{step.value}|{starts_at or now:%Y-%m-%dT%H:%M}"
        recorded = {
            "event_id": f"interview-{hashlib.blake2b(identity.encode(), digest_size=12).hexdigest()}",
            "candidate_id": row.candidate_id,
            "source_record_id": anchor_record(session, row.candidate_id),
            "step": step,
            "starts_at": starts_at,
            "recorded_at": now,
            "recorded_by": actor,
            "note": note,
        }
        is_new = insert_new(session, Interview, [recorded]) == 1
        if is_new:
            move_status(session, row, EVENT_OF_INTERVIEW[step], at=now, actor=actor, detail={"interview": step.value})
            end_reminders(session, row.candidate_id, at=now, state=ReminderState.DONE)
            row.next_call_at = row.promised_at = None
            if step is InterviewStep.BOOKED and starts_at is not None:
                ask_for_interview(session, workspace, row, after=starts_at, is_time_known=True, now=now)
        return InterviewRecorded(row.candidate_id, row.name, step, before, row.status, starts_at, is_repeat=not is_new)


def _check_start(step: InterviewStep, starts_at: datetime | None, now: datetime, timezone: str) -> None:
    if starts_at is None:
        if step is InterviewStep.BOOKED:
            raise UsageError("When is the interview? Give its start with a zone, like 2026-11-25T10:00+08:00.")
        return
    if starts_at.tzinfo is None:
        raise UsageError("The start of the interview has no zone; write it like 2026-11-25T10:00+08:00.")
    told = on_the_clock(starts_at, timezone)
    if step is InterviewStep.BOOKED and starts_at < now:
        raise UsageError(f"An interview at {told} lies in the past; if it took place, record that: held, or not come.")
    if step in (InterviewStep.HELD, InterviewStep.NO_SHOW) and starts_at > now:
        raise UsageError(f"The interview at {told} lies in the future; record how it went when it was held.")
