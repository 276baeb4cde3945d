"""Taking somebody whose follow-up had ended back into the pool, on a recruiter's word."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from ringback.actions.followup import ENDED_BY_A_CALL
from ringback.actions.next_call import plan_call
from ringback.actions.standing import end_reminders, hold_candidate, move_status, set_reminder
from ringback.errors import UsageError
from ringback.store.queries.consents import consents_of
from ringback.store.queries.find import the_candidate
from ringback.workspace import Workspace
from schemas.tables import Candidate
from schemas.words import Event, ReminderKind, ReminderState, Status


@dataclass(frozen=True, slots=True)
class Reopened:
    """Where the candidate stands after it; ``is_repeat``: they were in follow-up already, and nothing was changed."""

    candidate_id: str
    name: str | None
    status_before: Status
    status: Status
    next_call_at: datetime | None
    next_call_reason: str | None
    is_repeat: bool = False
    timezone: str | None = None


def reopen(workspace: Workspace, *, candidate: str, actor: str = "recruiter", now: datetime) -> Reopened:
    """Follow somebody up anew who was given up, not hired, or hired: their tries are counted from now on.

    A call at a time that they asked for stays; else the next one is chosen as after any call. Nothing is written to them
    because of it.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several; an erased one is nobody.
        UsageError: they asked to be left alone or refused consent, or their follow-up has not ended.
    """
    with workspace.writing() as session:
        row = the_candidate(session, workspace.vault, candidate)
        hold_candidate(session, row)
        before = row.status
        _refuse(session, row)
        if before is Status.FOLLOW_UP:
            return _result(row, before, None, is_repeat=True)
        move_status(session, row, Event.REOPENED, at=now, actor=actor)
        session.flush()
        # what was open from before has its successor now: a promise is one reminder, and there is one next call
        end_reminders(session, row.candidate_id, at=now, state=ReminderState.CANCELLED, kinds=ENDED_BY_A_CALL)
        return _result(row, before, _next_call(session, workspace, row, now))


def _refuse(session: Session, candidate: Candidate) -> None:
    who = candidate.name or candidate.candidate_id
    if candidate.is_do_not_contact:
        raise UsageError(
            f"{who} asked to be left alone (勿联系 / do not contact), so nobody but they themselves can open it again:"
            " a message of theirs that says so, or a call that they make. Nothing was changed."
        )
    if consents_of(session, [candidate.candidate_id]).get(candidate.candidate_id) is False:
        raise UsageError(
            f"{who} refused consent, so they are neither rung nor written to. If they have given it since, import their record"
            " with consent first. Nothing was changed."
        )
    if candidate.status in (Status.NEW, Status.CONTACTED, Status.INTERVIEW_BOOKED):
        raise UsageError(
            f"{who} is in the pool: {candidate.status.both}. Only who was given up, not hired or hired is taken back into it;"
            " what has happened with them is recorded by log-call or record-interview."
        )


def _next_call(session: Session, workspace: Workspace, candidate: Candidate, now: datetime) -> str | None:
    cause = f"{candidate.candidate_id}:reopened:{now:%Y%m%d%H%M%S}"
    if candidate.promised_at is None or candidate.promised_at < now:
        candidate.promised_at = candidate.next_call_at = None
        return plan_call(session, workspace, candidate, cause=cause, now=now)
    candidate.next_call_at = candidate.promised_at
    reason = "对方请我们这个时间回电 / they asked us to ring then"
    set_reminder(session, workspace, candidate, kind=ReminderKind.CALL_BACK, due_at=candidate.promised_at, reason=reason,
                 dedupe_key=f"{cause}:call_back", now=now)  # fmt: skip
    return reason


def _result(candidate: Candidate, before: Status, reason: str | None, *, is_repeat: bool = False) -> Reopened:
    return Reopened(
        candidate.candidate_id,
        candidate.name,
        before,
        candidate.status,
        candidate.next_call_at,
        reason,
        is_repeat=is_repeat,
        timezone=candidate.timezone,
    )
