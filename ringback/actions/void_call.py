"""Taking back a call that was logged wrongly: the entry stays, marked with who, when and why, and nothing rests on it any more.

What the call alone had led to is undone: the status, the state of the number, the reminders, the messages that wait. What has
left, what happened since, and the person's own word stay. Everything happens in one transaction, once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ringback.actions.call_record import LOGGED, REPORTED, REPORTER
from ringback.actions.followup import is_overtaken
from ringback.actions.standing import LOG, hold_candidate
from ringback.actions.void_effects import Undone, undo_call
from ringback.errors import UsageError
from ringback.rules.clocks import on_the_clock
from ringback.rules.void_call import refuse_voiding
from ringback.store.queries.find import the_candidate
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate
from schemas.words import Channel, Direction, Disposition, Status

MINUTE = timedelta(minutes=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class CallVoided:
    """Where the candidate stands without the call. ``is_repeat``: it had been taken back before, and nothing was changed.

    ``n_left`` of the messages that the call released had left already; ``timezone`` is the candidate's.
    """

    candidate_id: str
    name: str | None
    called_at: datetime
    disposition: Disposition
    status_before: Status
    status: Status
    next_call_at: datetime | None
    next_call_reason: str | None = None
    n_cancelled: int = 0
    n_restored: int = 0
    n_left: int = 0
    is_repeat: bool = False
    timezone: str | None = None


def void_call(
    workspace: Workspace,
    *,
    candidate: str,
    reason: str,
    now: datetime,
    at: datetime | None = None,
    actor: str = "recruiter",
) -> CallVoided:
    """Take back the call with a candidate (id, name, phone or mail) that was logged last, or the one made ``at`` that time.

    ``at`` is aware; to the minute, or to the second if it names one. Asked twice, it is done once: “last” is the call
    that was logged last, taken back or not. Calls of imported logs are only found by their time.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
        UsageError: no call, or more than one, was logged for that time; it cannot be taken back (the rule's sentence); no
            reason is given.
    """
    _check(reason, actor)
    with workspace.writing() as session:
        person = the_candidate(session, workspace.vault, candidate)
        hold_candidate(session, person)
        zone = workspace.settings.timezone
        entry = _last_logged(session, person, zone) if at is None else _made_at(session, person, at, zone)
        _refuse(person, entry, zone)
        before = person.status
        if entry.voided_at is not None:
            return _result(person, entry, before, Undone(reason=None), is_repeat=True)
        entry.voided_at, entry.voided_by, entry.void_reason = now, actor, reason.strip()
        session.flush()
        undone = undo_call(
            session,
            workspace,
            person,
            entry,
            actor=actor,
            now=now,
            is_overtaken=is_overtaken(session, person, entry.started_at, now),
        )
        return _result(person, entry, before, undone)


def _check(reason: str, actor: str) -> None:
    if not reason.strip():
        raise UsageError("Say why the call is taken back: whoever rings next reads it in the timeline.")
    if actor == LOG:
        raise UsageError(f"{LOG!r} is what imported logs are signed with; sign with your own name.")


def _last_logged(session: Session, person: Candidate, zone: str) -> Attempt:
    calls = select(Attempt).where(
        Attempt.candidate_id == person.candidate_id,
        Attempt.channel == Channel.CALL,
        Attempt.direction == Direction.OUT,
    )
    query = calls.where(or_(Attempt.event_id.like(f"{LOGGED}%"), Attempt.event_id.like(f"{REPORTED}%")))
    entry = session.scalar(query.order_by(Attempt.recorded_at.desc(), Attempt.id.desc()).limit(1))
    if entry is None:
        imported = session.scalar(calls.order_by(Attempt.started_at.desc(), Attempt.id.desc()).limit(1))
        if imported is not None:
            raise UsageError(
                f"No call with {_who(person)} was logged here, only imported; say which one is meant by its time. The newest:"
                f" --at '{imported.started_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}'. Nothing was changed."
            )
        raise UsageError(
            f"No call with {_who(person)} was logged, so there is none to take back. Nothing was changed."
            " What they wrote themselves is theirs, and a message that has left cannot be called back."
        )
    return entry


def _made_at(session: Session, person: Candidate, at: datetime, zone: str) -> Attempt:
    until = at + (SECOND if at.second else MINUTE)
    query = select(Attempt).where(
        Attempt.candidate_id == person.candidate_id, Attempt.started_at >= at, Attempt.started_at < until
    )
    found = session.scalars(query.order_by(Attempt.started_at, Attempt.id)).all()
    calls = [entry for entry in found if entry.channel is Channel.CALL and entry.direction is Direction.OUT] or found
    if not calls:
        raise UsageError(
            f"No call with {_who(person)} was logged for {on_the_clock(at, zone)}; ringback timeline shows when each was."
        )
    if len(calls) > 1:
        times = ", ".join(
            f"{entry.started_at.astimezone(ZoneInfo(zone)):%H:%M:%S} ({entry.disposition.both})" for entry in calls
        )
        raise UsageError(f"Several calls were logged in that minute: {times}. Give the time with its seconds.")
    return calls[0]


def _refuse(person: Candidate, entry: Attempt, zone: str) -> None:
    is_only_reported = entry.event_id.startswith(REPORTED) and entry.agent_id == REPORTER
    why = refuse_voiding(entry.channel, entry.direction, is_only_reported=is_only_reported)
    if why is not None:
        when = f"{on_the_clock(entry.started_at, zone)}, {entry.disposition.both}"
        raise UsageError(f"{_who(person)}, {when}: {why} Nothing was changed.")


def _who(person: Candidate) -> str:
    return person.name or person.candidate_id


def _result(
    person: Candidate, entry: Attempt, before: Status, undone: Undone, *, is_repeat: bool = False
) -> CallVoided:
    return CallVoided(
        candidate_id=person.candidate_id,
        name=person.name,
        called_at=entry.started_at,
        disposition=entry.disposition,
        status_before=before,
        status=person.status,
        next_call_at=person.next_call_at,
        next_call_reason=undone.reason,
        n_cancelled=undone.n_cancelled,
        n_restored=undone.n_restored,
        n_left=undone.n_left,
        is_repeat=is_repeat,
        timezone=person.timezone,
    )
