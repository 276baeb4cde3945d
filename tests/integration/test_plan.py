"""The night's plan: first messages, calls of the coming day, and who is honestly given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from sqlalchemy import delete, select, update

from ringback.actions.followup import log_call
from ringback.actions.learn import nightly
from ringback.actions.learned import return_to_plan
from ringback.actions.outreach import dispatch_due
from ringback.actions.plan import plan_followup
from ringback.actions.reminders import fire_due, list_today
from ringback.actions.replies import record_reply
from ringback.actions.settled_calls import COLUMNS, with_settled
from ringback.workspace import Workspace
from schemas.tables import Attempt, CallSlot, CallWindow, Consent, LostScore, OutboxMessage, Reminder, StatusChange
from schemas.words import (
    CallOutcome,
    Channel,
    Event,
    MessageState,
    Refusal,
    ReminderKind,
    ReminderState,
    Status,
)
from tests.standins.homes import add_person, on_both, person, rows, workspaces

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LIVE = (ReminderState.OPEN, ReminderState.FIRED)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def live(ws: Workspace) -> list[Reminder]:
    return [r for r in rows(ws, Reminder, Reminder.id) if r.state in LIVE]


@on_both
def test_a_second_night_at_the_same_moment_doubles_nothing(ws: Workspace, now: datetime) -> None:
    for n, family in enumerate(("sales", "technology", "finance")):
        add_person(
            ws,
            f"person-{n}",
            at=now - DAY,
            role_family=family,
            phones=(f"+861390000510{n}",),
            emails=(f"p{n}@example.com",),
        )
    first = nightly(ws, as_of=now).plan
    before = [len(rows(ws, table)) for table in (OutboxMessage, Reminder, CallWindow, LostScore)]
    second = nightly(ws, as_of=now).plan
    assert (first.n_messages_planned, first.n_reminders_new) == (2, 1)  # finance is rung at once
    assert (second.n_messages_planned, second.n_reminders_new) == (0, 0)
    assert [len(rows(ws, table)) for table in (OutboxMessage, Reminder, CallWindow, LostScore)] == before


def test_a_family_without_a_sequence_is_rung_first(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="a family nobody configured")
    plan = nightly(ws, as_of=now).plan
    assert (plan.n_messages_planned, plan.n_reminders_new) == (0, 1)
    [reminder] = live(ws)
    assert reminder.due_at >= now
    assert reminder.remind_at < reminder.due_at


def test_who_has_no_address_for_the_first_message_gets_a_row_that_says_so(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=())
    assert nightly(ws, as_of=now).plan.n_messages_unreachable == 1
    [message] = rows(ws, OutboxMessage)
    assert (message.state, message.refusal) == (MessageState.CANCELLED, Refusal.NO_ADDRESS)


@on_both
def test_the_first_sms_is_not_planned_to_a_fixed_line_and_the_mail_takes_its_place(
    ws: Workspace, now: datetime
) -> None:
    add_person(ws, at=now - DAY, phones=("+862088886666",))
    plan = nightly(ws, as_of=now).plan
    assert (plan.n_messages_planned, plan.n_messages_unreachable) == (1, 0)
    sms, mail = rows(ws, OutboxMessage, OutboxMessage.channel.desc())
    assert (sms.channel, sms.state, sms.refusal) == (Channel.SMS, MessageState.CANCELLED, Refusal.FIXED_LINE)
    assert (mail.channel, mail.template, mail.state) == (Channel.EMAIL, "first_contact", MessageState.PLANNED)
    assert "fixed line" in (sms.reason or "")
    again = nightly(ws, as_of=now).plan
    assert (again.n_messages_planned, len(rows(ws, OutboxMessage))) == (0, 2)


@on_both
def test_who_has_only_a_fixed_line_is_rung_without_waiting_for_an_answer(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - DAY, phones=("+862088886666",), emails=())
    add_person(ws, "person-2", at=now - DAY, phones=("+8613900002222",), emails=())
    assert nightly(ws, as_of=now).plan.n_messages_unreachable == 1
    first = {w.candidate_id: w.starts_at for w in rows(ws, CallWindow) if w.rank == 1}
    assert [r.candidate_id for r in live(ws)] == ["person-1"]
    assert first["person-1"] < now + DAY <= first["person-2"]


@pytest.mark.parametrize(
    "status", [Status.HIRED, Status.NOT_HIRED, Status.LOST, Status.CONTACTED, Status.INTERVIEW_BOOKED]
)
def test_nobody_else_is_planned_for(ws: Workspace, now: datetime, status: Status) -> None:
    add_person(ws, at=now - DAY, role_family="finance", status=status)
    plan = nightly(ws, as_of=now).plan
    assert (plan.n_messages_planned, plan.n_reminders_new, plan.n_given_up) == (0, 0, 0)


def test_who_wants_to_be_left_alone_is_not_planned_for(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, is_do_not_contact=True)
    plan = nightly(ws, as_of=now).plan
    assert (plan.n_messages_planned, plan.n_reminders_new) == (0, 0)


def test_who_refused_consent_is_not_rung_and_the_message_says_why(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - DAY)
    add_person(ws, "person-2", at=now - DAY, role_family="finance", phones=("+8613900002222",), emails=())
    with ws.writing() as session:
        for candidate_id in ("person-1", "person-2"):
            session.add(Consent(candidate_id=candidate_id, source_record_id=None, purpose="contact", is_given=False,
                                at=now - DAY, proof="form"))  # fmt: skip
    assert nightly(ws, as_of=now).plan.n_reminders_new == 0
    assert [(m.state, m.refusal) for m in rows(ws, OutboxMessage)] == [(MessageState.CANCELLED, Refusal.NO_CONSENT)]


def test_who_has_replied_or_was_rung_gets_no_first_message(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now - DAY)
    add_person(ws, "person-2", at=now - DAY, phones=("+8613900002222",), emails=())
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="你好", now=now - HOUR)
    log_call(ws, candidate="person-2", outcome=CallOutcome.NO_ANSWER, now=now - HOUR)
    assert nightly(ws, as_of=now).plan.n_messages_planned == 0


def test_silence_after_the_last_try_is_given_up_once_and_honestly(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 60 * DAY, role_family="finance")
    tries = ws.policy.cadence.tiers[0].max_tries
    for n in range(tries):
        log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now + n * 4 * DAY)
    last = now + (tries - 1) * 4 * DAY
    assert nightly(ws, as_of=last + HOUR).plan.n_given_up == 0  # the time of the next call has not passed in silence
    assert nightly(ws, as_of=last + 4 * DAY).plan.n_given_up == 1
    assert nightly(ws, as_of=last + 5 * DAY).plan.n_given_up == 0
    change = rows(ws, StatusChange, StatusChange.id)[-1]
    assert (change.event, change.to_status, change.actor) == (Event.GIVEN_UP, Status.LOST, "policy")
    assert person(ws).next_call_at is None
    assert live(ws) == []
    assert all(m.state is MessageState.CANCELLED for m in rows(ws, OutboxMessage))


def test_a_promise_is_kept_whatever_the_number_of_tries(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - 60 * DAY, role_family="finance")
    for n in range(8):
        log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now + n * 4 * DAY)
    due = now + 40 * DAY
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now + 30 * DAY, callback_at=due)
    assert nightly(ws, as_of=now + 35 * DAY).plan.n_given_up == 0
    assert [(r.kind, r.due_at) for r in live(ws)] == [(ReminderKind.CALL_BACK, due)]


def test_an_open_call_moves_and_a_fired_one_is_not_fired_again(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [reminder] = live(ws)
    later = nightly(ws, as_of=now + HOUR).plan
    assert (later.n_reminders_new, later.n_reminders_moved) == (0, 1)
    again = nightly(ws, as_of=now + HOUR).plan
    assert (again.n_reminders_new, again.n_reminders_moved) == (0, 0)
    assert len(rows(ws, Reminder)) == 1
    due = live(ws)[0].due_at
    assert len(fire_due(ws, now=due)) == 1
    plan_followup(ws, as_of=due)
    assert fire_due(ws, now=due + HOUR / 60) == []
    assert len([r for r in live(ws) if r.id == reminder.id]) == 1


def the_call_due_now(ws: Workspace, now: datetime) -> tuple[Reminder, datetime]:
    """Plan for one person; return the reminder of the call, fired, and a minute in the middle of its hour."""
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [reminder] = live(ws)
    at = reminder.due_at + HOUR / 3
    assert len(fire_due(ws, now=at)) == 1
    return reminder, at


@on_both
def test_a_night_by_hand_at_day_time_leaves_the_call_that_is_due_now(ws: Workspace, now: datetime) -> None:
    reminder, at = the_call_due_now(ws, now)
    for _ in range(2):
        plan = nightly(ws, as_of=at).plan
        assert (plan.n_reminders_new, plan.n_reminders_moved) == (0, 0)
        assert [(r.id, r.state, r.due_at) for r in live(ws)] == [(reminder.id, ReminderState.FIRED, reminder.due_at)]
    nightly(ws, as_of=reminder.due_at + HOUR)  # nobody rang: its hour is over
    [another] = live(ws)
    assert another.id != reminder.id
    assert another.due_at >= reminder.due_at + HOUR


@on_both
def test_the_call_that_stays_keeps_its_window_for_the_audit(ws: Workspace, now: datetime) -> None:
    """A call made in it counts as the draw that it was, random or not, whatever a later plan has drawn."""
    reminder, at = the_call_due_now(ws, now)
    with ws.writing() as session:
        session.execute(update(CallWindow).where(CallWindow.rank == 1).values(is_random=True, propensity=0.125))
    nightly(ws, as_of=at)
    nightly(ws, as_of=at)
    [first] = [w for w in rows(ws, CallWindow) if w.rank == 1]
    assert (first.starts_at, first.is_random, first.propensity) == (reminder.due_at, True, 0.125)
    assert first.reason == reminder.reason
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=at + HOUR / 4)
    [attempt] = rows(ws, Attempt)
    assert (attempt.was_random_window, attempt.window_propensity) == (True, 0.125)


@pytest.mark.parametrize("hour", [0, 2])
def test_a_settled_window_stands_first_and_no_hour_twice(hour: int) -> None:
    """Hours 1 to 3 are chosen now; hour 0 is running, hour 2 has lost its first place."""
    start = pd.Timestamp("2026-11-23 04:00", tz="UTC").as_unit("us")
    texts = {"starts_at_local": [str(n) for n in (1, 2, 3)] * 2, "reason": ["a", "b", "c"] * 2}
    windows = pd.DataFrame(
        {
            "candidate_id": ["p1"] * 3 + ["p2"] * 3,
            "rank": [1, 2, 3] * 2,
            "starts_at": [start + n * HOUR for n in (1, 2, 3)] * 2,
            "ends_at": [start + n * HOUR for n in (2, 3, 4)] * 2,
            "n_calls": 5,
            "p_answer": 0.2,
            "p_low": 0.1,
            "p_high": 0.3,
            "is_random": [True, False, False] * 2,
            "propensity": [0.5, None, None] * 2,
        }
    ).assign(**{name: pd.Categorical(values) for name, values in texts.items()})
    at = (start + hour * HOUR).to_pydatetime()
    kept = ("p1", 0.4, 0.3, 0.5, False, 0.25, at, at + HOUR, str(hour), 7, "kept")
    gone = ("p3", *kept[1:])
    new = with_settled(windows, pd.DataFrame([kept, gone], columns=COLUMNS))
    theirs = new[new["candidate_id"] == "p1"].sort_values("rank")
    assert [(at - start) // HOUR for at in theirs["starts_at"]] == ([0, 1, 2] if hour == 0 else [2, 1, 3])
    assert theirs["rank"].tolist() == [1, 2, 3]
    assert theirs["is_random"].tolist() == [False] * 3
    assert theirs["propensity"].fillna(-1).tolist() == [0.25, -1, -1]
    assert theirs["reason"].tolist()[:2] == ["kept", "a"]
    assert set(new["candidate_id"]) == {"p1", "p2"}
    assert new.dtypes.drop(["reason", "starts_at_local"]).equals(windows.dtypes.drop(["reason", "starts_at_local"]))
    assert isinstance(new["reason"].dtype, pd.CategoricalDtype)


def test_a_call_of_today_stays_once_the_day_has_begun_and_moves_before(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [reminder] = live(ws)
    tomorrow = now + DAY
    evening = (tomorrow + 6 * HOUR).replace(minute=30)  # 18:30 there: in the middle of an hour
    with ws.writing() as session:
        session.execute(update(Reminder).values(due_at=evening, remind_at=evening - HOUR / 6))
    assert nightly(ws, as_of=tomorrow).plan.n_reminders_moved == 0
    assert [(r.id, r.due_at) for r in live(ws)] == [(reminder.id, evening)]
    plan = nightly(ws, as_of=tomorrow - 8 * HOUR).plan  # 4:00 there: the night of that day
    assert plan.n_reminders_moved == 1


def move_windows(ws: Workspace, by: timedelta) -> datetime:
    """Let the plan name other hours; return the first one."""
    with ws.writing() as session:
        for slot in session.scalars(select(CallSlot)):
            slot.starts_at, slot.ends_at, slot.reason = slot.starts_at + by, slot.ends_at + by, "another hour"
    [first] = [window.starts_at for window in rows(ws, CallWindow) if window.rank == 1]
    return first


@on_both
def test_an_open_call_follows_the_plan_beyond_the_coming_day(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [reminder] = live(ws)
    lead = reminder.due_at - reminder.remind_at
    first = move_windows(ws, 3 * DAY)
    night = now - 12 * HOUR  # before the day of the call
    assert plan_followup(ws, as_of=night).n_reminders_moved == 1
    [moved] = live(ws)
    assert (moved.id, moved.due_at, moved.remind_at, moved.reason) == (reminder.id, first, first - lead, "another hour")
    assert plan_followup(ws, as_of=night).n_reminders_moved == 0
    assert fire_due(ws, now=reminder.due_at) == []
    assert [task.candidate_id for task in fire_due(ws, now=first)] == ["person-1"]


def test_a_call_stays_where_the_plan_names_no_hour_or_the_recruiter_was_told(ws: Workspace, now: datetime) -> None:
    reminder, _ = the_call_due_now(ws, now)
    move_windows(ws, 3 * DAY)
    assert plan_followup(ws, as_of=reminder.due_at + 2 * HOUR).n_reminders_moved == 0
    assert [(r.id, r.due_at) for r in live(ws)] == [(reminder.id, reminder.due_at)]
    with ws.writing() as session:
        session.execute(update(Reminder).values(state=ReminderState.OPEN))
        session.execute(delete(CallWindow))
    assert plan_followup(ws, as_of=now - 12 * HOUR).n_reminders_moved == 0
    assert [(r.id, r.due_at) for r in live(ws)] == [(reminder.id, reminder.due_at)]


@on_both
def test_a_call_that_was_set_since_the_night_follows_the_next_night_only(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now + HOUR)
    [planned] = live(ws)
    first = move_windows(ws, 5 * DAY)
    assert plan_followup(ws, as_of=now + 2 * HOUR).n_reminders_moved == 0
    assert [(r.id, r.due_at) for r in live(ws)] == [(planned.id, planned.due_at)]
    with ws.writing() as session:
        return_to_plan(session)
    assert plan_followup(ws, as_of=now + 2 * HOUR).n_reminders_moved == 1
    assert [(r.id, r.due_at) for r in live(ws)] == [(planned.id, first)]


def test_who_was_rung_since_the_night_is_not_put_into_its_window(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    log_call(ws, candidate="person-1", outcome=CallOutcome.NO_ANSWER, now=now + HOUR)
    [planned] = live(ws)
    plan = plan_followup(ws, as_of=now + 2 * HOUR)  # the windows of last night still lie in the coming day
    assert (plan.n_reminders_new, plan.n_reminders_moved) == (0, 0)
    assert [(r.id, r.due_at) for r in live(ws)] == [(planned.id, planned.due_at)]


@on_both
def test_a_call_that_was_taken_off_the_list_can_be_planned_for_the_same_hour(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now - HOUR)
    [reminder] = live(ws)
    with ws.writing() as session:
        session.execute(update(Reminder).values(state=ReminderState.CANCELLED, ended_at=now))
    assert plan_followup(ws, as_of=now).n_reminders_new == 1
    assert [r.due_at for r in live(ws)] == [reminder.due_at]
    assert plan_followup(ws, as_of=now).n_reminders_new == 0


@on_both
@pytest.mark.parametrize("days", [0, 3])
def test_of_two_calls_of_one_person_the_plan_keeps_and_moves_one(ws: Workspace, now: datetime, days: int) -> None:
    """Two records had one each and turned out to be one person's; in the coming day or beyond it."""
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [planned] = live(ws)
    another_call(ws, planned, due_at=planned.due_at - HOUR / 2)
    first = move_windows(ws, days * DAY)
    night = now - 12 * HOUR if days else now
    plan_followup(ws, as_of=night)
    [kept] = live(ws)
    assert (kept.due_at, kept.dedupe_key) == (first if days else kept.due_at, "another")
    assert {r.state for r in rows(ws, Reminder) if r.id == planned.id} == {ReminderState.CANCELLED}
    assert plan_followup(ws, as_of=night).n_reminders_new == 0


def test_nobody_is_told_twice_of_one_person(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    [planned] = live(ws)
    another_call(ws, planned, due_at=planned.due_at)
    due = planned.due_at
    assert [task.reminder_id for task in list_today(ws, now=due)] == [planned.id]
    assert [task.reminder_id for task in fire_due(ws, now=due)] == [planned.id]
    another_call(ws, planned, due_at=due + HOUR, kind=ReminderKind.CALL_BACK)  # what they asked for goes before
    assert [task.kind for task in list_today(ws, now=due)] == [ReminderKind.CALL_BACK]
    with ws.writing() as session:
        session.execute(update(Reminder).where(Reminder.id != planned.id).values(state=ReminderState.DONE))
    assert [task.reminder_id for task in list_today(ws, now=due)] == [planned.id]


def another_call(ws: Workspace, like: Reminder, *, due_at: datetime, kind: ReminderKind = ReminderKind.CALL) -> None:
    """Give the person of this reminder a second one, as a second record of theirs had."""
    with ws.writing() as session:
        session.add(
            Reminder(dedupe_key="another" if kind is like.kind else kind.value, candidate_id=like.candidate_id, kind=kind,
                     state=ReminderState.OPEN, due_at=due_at, remind_at=due_at - HOUR / 6, reason="", created_at=like.created_at)
        )  # fmt: skip


@pytest.mark.parametrize(
    ("timezone", "phone", "change_on", "was", "becomes"),
    [
        ("America/New_York", "+1212555014", date(2026, 3, 8), -5, -4),
        ("America/New_York", "+1212555014", date(2026, 11, 1), -4, -5),
        ("Europe/London", "+44207946095", date(2026, 3, 29), 0, 1),
        ("Asia/Kathmandu", "+977984123456", date(2026, 3, 29), 5.75, 5.75),
    ],
)
def test_a_call_is_at_an_hour_of_their_clock_before_and_after_it_changes(
    ws: Workspace, timezone: str, phone: str, change_on: date, was: float, becomes: float
) -> None:
    """Plans of a week around the change, every eleven hours, for five people whom nobody rings."""
    zone = ZoneInfo(timezone)
    begin = datetime.combine(change_on - 4 * DAY, time(2), tzinfo=zone).astimezone(UTC)
    for n in range(5):
        add_person(ws, f"person-{n}", at=begin - DAY, role_family="finance", timezone=timezone, phones=(f"{phone}{n}",))
    offsets = set()
    for as_of in (begin + hours * HOUR for hours in range(0, 24 * 7, 11)):
        fire_due(ws, now=as_of)
        nightly(ws, as_of=as_of)
        first = {window.candidate_id: window for window in rows(ws, CallWindow) if window.rank == 1}
        calls = live(ws)
        assert len(calls) == len({call.candidate_id for call in calls})
        for call in calls:
            local = call.due_at.astimezone(zone)
            assert (9 <= local.hour < 21, local.minute) == (True, 0)
            offsets.add(local.utcoffset())
            if call.state is ReminderState.OPEN:
                window = first[call.candidate_id]
                assert (call.due_at, f"{local:%Y-%m-%d %H:%M:%S}") == (window.starts_at, window.starts_at_local)
    assert offsets == {was * HOUR, becomes * HOUR}


def test_a_promised_call_follows_no_plan(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    nightly(ws, as_of=now)
    due = now + 2 * DAY
    log_call(ws, candidate="person-1", outcome=CallOutcome.CALL_LATER, now=now, callback_at=due)
    move_windows(ws, 5 * DAY)
    assert plan_followup(ws, as_of=now + HOUR).n_reminders_moved == 0
    assert [(r.kind, r.due_at) for r in live(ws)] == [(ReminderKind.CALL_BACK, due)]


def test_a_wrong_number_is_not_rung_by_plan(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="finance")
    log_call(ws, candidate="person-1", outcome=CallOutcome.WRONG_NUMBER, now=now)
    assert nightly(ws, as_of=now + DAY).plan.n_reminders_new == 0
    assert [r.kind for r in live(ws)] == [ReminderKind.VERIFY_NUMBER]


def test_the_first_message_goes_out_once_however_many_nights_pass(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    for n in range(3):
        nightly(ws, as_of=now + n * DAY)
        dispatch_due(ws, now=lambda n=n: now + n * DAY + HOUR, drain=True)
    assert [m.state for m in rows(ws, OutboxMessage)] == [MessageState.ACCEPTED]


def test_an_empty_pool_has_a_night_too(ws: Workspace, now: datetime) -> None:
    summary = nightly(ws, as_of=now)
    assert summary.scores.n_candidates == summary.plan.n_given_up == 0
