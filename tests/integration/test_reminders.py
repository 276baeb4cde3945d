"""Reminders fire in time, once, and go when somebody has acted or nobody would any more."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ringback.actions.followup import log_call
from ringback.actions.reminders import fire_due, list_today, next_after_today
from ringback.actions.replies import record_reply
from ringback.reports.today import today_markdown
from ringback.workspace import Workspace
from schemas.tables import Reminder
from schemas.words import CallOutcome, Channel, Disposition, ReminderKind, ReminderState, Status
from tests.standins.homes import add_person, on_both, person, rows, workspaces

HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def promise(ws: Workspace, now: datetime, due: datetime, who: str = "person-1") -> None:
    log_call(ws, candidate=who, outcome=CallOutcome.CALL_LATER, now=now, callback_at=due)


def test_three_oclock_is_reminded_of_before_three(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    due = now + 3 * HOUR
    promise(ws, now, due)
    lead = timedelta(minutes=ws.policy.reminders.lead_minutes)
    assert fire_due(ws, now=due - lead - MINUTE) == []
    [task] = fire_due(ws, now=due - lead)
    assert (task.kind, task.due_at, task.phone) == (ReminderKind.CALL_BACK, due, "+8613900001111")
    assert (task.last_result, task.n_calls) == (Disposition.CALL_LATER, 1)
    assert fire_due(ws, now=due) == []


@on_both
def test_many_at_once_fire_each_reminder_exactly_once(ws: Workspace, now: datetime) -> None:
    for n in range(12):
        add_person(ws, f"person-{n:02}", at=now, name=f"王{n}", phones=(f"+86139000022{n:02}",), emails=())
        promise(ws, now, now + 2 * HOUR, f"person-{n:02}")
    with ThreadPoolExecutor(4) as pool:
        told = [task for one in pool.map(lambda _: fire_due(ws, now=now + 2 * HOUR), range(4)) for task in one]
    assert sorted(task.candidate_id for task in told) == [f"person-{n:02}" for n in range(12)]
    assert {r.state for r in rows(ws, Reminder)} == {ReminderState.FIRED}


def test_a_reminder_goes_when_somebody_has_called(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    promise(ws, now, now + 2 * HOUR)
    log_call(ws, candidate="person-1", outcome=CallOutcome.ANSWERED, now=now + HOUR)
    assert fire_due(ws, now=now + 2 * HOUR) == []
    assert list_today(ws, now=now + 2 * HOUR) == []


def test_a_fired_reminder_stays_on_the_list_until_somebody_acts(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    promise(ws, now, now + 2 * HOUR)
    fire_due(ws, now=now + 2 * HOUR)
    assert len(list_today(ws, now=now + 3 * HOUR)) == 1


def test_a_call_that_is_a_day_late_leaves_the_list_and_frees_the_plan(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    promise(ws, now, now + 2 * HOUR)
    late = now + 2 * HOUR + timedelta(hours=ws.policy.reminders.expire_hours) + MINUTE
    assert fire_due(ws, now=late) == []
    assert [r.state for r in rows(ws, Reminder)] == [ReminderState.EXPIRED]
    assert person(ws).promised_at is None


def test_an_interview_to_book_waits_for_a_person_however_long(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    record_reply(ws, candidate="person-1", channel=Channel.EMAIL, text="方便聊", now=now)
    assert len(fire_due(ws, now=now + 4 * HOUR)) == 1
    fire_due(ws, now=now + 10 * 24 * HOUR)
    assert [task.kind for task in list_today(ws, now=now + 10 * 24 * HOUR)] == [ReminderKind.BOOK_INTERVIEW]


def test_today_is_the_offices_day_promises_first(ws: Workspace, now: datetime) -> None:
    for n, (due, status) in enumerate(((3 * HOUR, Status.NEW), (15 * HOUR, Status.NEW)), start=1):
        add_person(ws, f"person-{n}", at=now, name=f"王{n}", phones=(f"+861390000300{n}",), emails=(), status=status)
        promise(ws, now, now + due, f"person-{n}")
    add_person(ws, "person-3", at=now, name="李", phones=(), emails=())
    log_call(ws, candidate="person-3", outcome=CallOutcome.NO_ANSWER, now=now)
    shown = [(task.candidate_id, task.kind) for task in list_today(ws, now=now)]
    # 15 hours after noon is another day at the office
    assert shown == [("person-3", ReminderKind.VERIFY_NUMBER), ("person-1", ReminderKind.CALL_BACK)]


def test_an_empty_list_says_when_the_next_thing_is_due(ws: Workspace, now: datetime) -> None:
    assert next_after_today(ws, now=now) is None
    add_person(ws, "person-1", at=now, name="王一", phones=("+8613900003001",), emails=(), status=Status.NEW)
    promise(ws, now, now + 15 * HOUR, "person-1")
    assert next_after_today(ws, now=now) == now + 15 * HOUR
    office = ws.settings.timezone
    page = today_markdown([], now=now, timezone=office, roles={}, next_at=next_after_today(ws, now=now))
    assert f"Next: {(now + 15 * HOUR).astimezone(ZoneInfo(office)):%Y-%m-%d %H:%M}" in page
    assert next_after_today(ws, now=now + 15 * HOUR) is None


def test_an_empty_pool_has_nothing_to_do(ws: Workspace, now: datetime) -> None:
    assert list_today(ws, now=now) == fire_due(ws, now=now) == []
