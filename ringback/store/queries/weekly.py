"""What the weekly report counts beyond the learned: the funnel, the week, and the groups of the adverse-impact check."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select, union
from sqlalchemy.orm import Session

from schemas.tables import Attempt, Candidate, Interview, LostScore, Membership, SourceRecord, StatusChange
from schemas.words import Channel, Direction, Disposition, Event, InterviewStep

BOOKED_BY = (Event.BOOKED, Event.HELD, Event.HIRED)
"""What tells that somebody came to an interview: a call that ended with one counts without its time, too."""

SAMPLE = 20_000
"""People whose groups are looked at; their profiles are encrypted one by one, and more would move no rate by a point."""


def funnel_counts(session: Session, *, answered: Sequence[Disposition], as_of: datetime) -> dict[str, int]:
    """Return how many people ever were: known, tried, reached (answered or wrote back), booked, held, hired up to ``as_of``."""
    people = func.count(func.distinct(Attempt.candidate_id))
    up_to = (Attempt.started_at <= as_of) & Attempt.voided_at.is_(None)
    tried_ones = select(Attempt.candidate_id).where(
        up_to
    )  # an imported history may be older than the pool it came into
    known = select(func.count()).where(
        Candidate.merged_into.is_(None), (Candidate.created_at <= as_of) | Candidate.candidate_id.in_(tried_ones)
    )
    tried = select(people).where(up_to, Attempt.direction == Direction.OUT)
    is_talk = (
        (Attempt.direction == Direction.OUT)
        & (Attempt.channel == Channel.CALL)
        & Attempt.disposition.in_(list(answered))
    )
    is_reply = (Attempt.direction == Direction.IN) & (Attempt.disposition != Disposition.UNKNOWN)
    reached = select(people).where(up_to, is_talk | is_reply)
    counts = {"known": known, "tried": tried, "reached": reached}
    found = {name: session.scalar(query) or 0 for name, query in counts.items()}
    steps = {
        "booked": ((InterviewStep.BOOKED, InterviewStep.HELD, InterviewStep.HIRED), BOOKED_BY),
        "held": ((InterviewStep.HELD, InterviewStep.HIRED), (Event.HELD, Event.HIRED)),
        "hired": ((InterviewStep.HIRED,), (Event.HIRED,)),
    }
    for name, (words, events) in steps.items():
        told = select(Interview.candidate_id).where(Interview.step.in_(words), Interview.recorded_at <= as_of)
        moved = select(StatusChange.candidate_id).where(
            StatusChange.event.in_(events), StatusChange.at <= as_of, StatusChange.voided_at.is_(None)
        )
        found[name] = session.scalar(select(func.count()).select_from(union(told, moved).subquery())) or 0
    return found


def newcomers_between(session: Session, *, since: datetime, until: datetime) -> int:
    """Return how many people came in between two instants, whatever became of them: their first record was received then.

    Who opted out or refused consent since came in as well; duplicates that were merged are one person.
    """
    first = (
        select(Membership.candidate_id, func.min(SourceRecord.received_at).label("at"))
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .group_by(Membership.candidate_id)
        .subquery()
    )
    came_at = func.coalesce(first.c.at, Candidate.created_at, type_=Candidate.created_at.type)
    query = (
        select(func.count())
        .select_from(Candidate)
        .outerjoin(first, first.c.candidate_id == Candidate.candidate_id)
        .where(Candidate.merged_into.is_(None), came_at > since, came_at <= until)
    )
    return session.scalar(query) or 0


def messages_between(session: Session, *, since: datetime, until: datetime) -> tuple[int, int]:
    """Return how many messages were sent and how many replies came in between two instants."""
    within = (Attempt.started_at > since) & (Attempt.started_at <= until) & Attempt.voided_at.is_(None)
    is_message = Attempt.channel.in_((Channel.SMS, Channel.EMAIL, Channel.WECHAT))
    sent = select(func.count()).where(within, is_message, Attempt.direction == Direction.OUT)
    replies = select(func.count()).where(
        within, is_message, Attempt.direction == Direction.IN, Attempt.disposition != Disposition.UNKNOWN
    )
    return session.scalar(sent) or 0, session.scalar(replies) or 0


def groups_of_scored(session: Session) -> list[tuple[str, str | None, int | None]]:
    """Return (candidate, gender, birth year) of scored people, as their newest record that says so has it."""
    chosen = select(LostScore.candidate_id).order_by(LostScore.candidate_id).limit(SAMPLE).subquery()
    query = (
        select(Membership.candidate_id, SourceRecord.profile)
        .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
        .join(chosen, chosen.c.candidate_id == Membership.candidate_id)
        .order_by(SourceRecord.received_at, SourceRecord.id)
    )
    found: dict[str, tuple[str | None, int | None]] = {}
    for candidate_id, profile in session.execute(query.execution_options(yield_per=1000)):
        gender, born = found.get(candidate_id, (None, None))
        found[candidate_id] = (profile.get("gender") or gender, profile.get("birth_year") or born)
    return [(candidate_id, *values) for candidate_id, values in found.items()]
