"""Interviews: booked, held, not come, hired, not hired."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.interviews import InterviewRecorded, record_interview
from ringback.actions.replies import record_reply
from ringback.errors import NotFoundError, UsageError
from ringback.workspace import Workspace
from schemas.tables import Interview, Reminder, StatusChange
from schemas.words import Channel, InterviewStep, ReminderState, Status
from tests.standins.homes import add_person, on_both, person, rows, workspaces

DAY = timedelta(days=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def record(ws: Workspace, step: InterviewStep, now: datetime, **more: Any) -> InterviewRecorded:
    return record_interview(ws, candidate="person-1", step=step, now=now, **more)


@on_both
def test_a_whole_interview_ends_in_a_hire_with_its_history(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="可以", now=now)
    record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY)
    record(ws, InterviewStep.HELD, now + DAY)
    assert record(ws, InterviewStep.HIRED, now + 2 * DAY).status is Status.HIRED
    moves = [change.to_status for change in rows(ws, StatusChange, StatusChange.at, StatusChange.id)]
    assert moves == [Status.CONTACTED, Status.INTERVIEW_BOOKED, Status.HIRED]
    assert all(r.state is ReminderState.DONE for r in rows(ws, Reminder))


def test_the_same_appointment_twice_is_one(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY)
    assert record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY).is_repeat
    assert len(rows(ws, Interview)) == 1


def test_a_time_that_cannot_be_is_refused(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    with pytest.raises(UsageError, match="lies in the past"):
        record(ws, InterviewStep.BOOKED, now, starts_at=now - DAY)
    record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY)
    with pytest.raises(UsageError, match="lies in the future"):
        record(ws, InterviewStep.HELD, now, starts_at=now + DAY)
    assert [one.step for one in rows(ws, Interview)] == [InterviewStep.BOOKED]


def test_another_time_is_another_appointment(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY)
    moved = record(ws, InterviewStep.BOOKED, now, starts_at=now + 2 * DAY)
    assert (moved.is_repeat, moved.status) == (False, Status.INTERVIEW_BOOKED)


def test_who_does_not_come_is_followed_up(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    record(ws, InterviewStep.BOOKED, now, starts_at=now + DAY)
    assert record(ws, InterviewStep.NO_SHOW, now + DAY).status is Status.FOLLOW_UP


def test_who_was_not_hired_can_be_invited_for_a_later_job(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now, status=Status.CONTACTED)
    record(ws, InterviewStep.NOT_HIRED, now)
    assert record(ws, InterviewStep.BOOKED, now + DAY, starts_at=now + 2 * DAY).status is Status.INTERVIEW_BOOKED


@pytest.mark.parametrize("starts_at", [None, datetime(2026, 11, 25, 10, 0)])  # noqa: DTZ001 (no zone: the point)
def test_a_booking_needs_a_time_with_a_zone(ws: Workspace, now: datetime, starts_at: datetime | None) -> None:
    add_person(ws, at=now)
    with pytest.raises(UsageError, match="zone"):
        record(ws, InterviewStep.BOOKED, now, starts_at=starts_at)
    assert person(ws).status is Status.NEW


def test_a_result_without_any_contact_is_refused_and_leaves_no_row(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    with pytest.raises(UsageError, match="timeline"):
        record(ws, InterviewStep.HIRED, now)
    assert rows(ws, Interview) == []


def test_nobody_of_that_name_is_said_so(ws: Workspace, now: datetime) -> None:
    with pytest.raises(NotFoundError, match="nobody"):
        record_interview(ws, candidate="nobody", step=InterviewStep.HELD, now=now)
