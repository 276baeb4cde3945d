"""What follows from a logged call."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ringback.actions.followup import CallLogged, log_call
from ringback.actions.interviews import record_interview
from ringback.actions.reminders import list_today
from ringback.actions.replies import record_reply
from ringback.errors import AmbiguousError, NotFoundError, UsageError
from ringback.reports.followup import call_sentence
from ringback.rules.cadence import band_of
from ringback.store.queries.find import find_people
from ringback.workspace import Workspace
from schemas.tables import Attempt, CandidateSkill, ContactPoint, OutboxMessage, Reminder, StatusChange, Suppression
from schemas.words import (
    CallOutcome,
    Channel,
    ContactKind,
    ContactState,
    Disposition,
    InterviewStep,
    MessageState,
    Refusal,
    ReminderKind,
    ReminderState,
    Status,
)
from tests.standins.homes import add_person, on_both, person, rows, workspaces

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NO_ANSWERS = [CallOutcome.NO_ANSWER, CallOutcome.BUSY, CallOutcome.POWER_OFF, CallOutcome.VOICEMAIL]


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def call(ws: Workspace, outcome: CallOutcome, now: datetime, who: str = "person-1", **more: object) -> CallLogged:
    return log_call(ws, candidate=who, outcome=outcome, now=now, **more)  # type: ignore[arg-type]


def live_reminders(ws: Workspace) -> list[Reminder]:
    return [r for r in rows(ws, Reminder, Reminder.id) if r.state in (ReminderState.OPEN, ReminderState.FIRED)]


def phone_state(ws: Workspace) -> ContactState:
    return next(p.state for p in rows(ws, ContactPoint, ContactPoint.rank) if p.kind is ContactKind.PHONE)


@pytest.mark.parametrize("outcome", NO_ANSWERS)
def test_nobody_answered_makes_follow_up_a_call_in_another_band_and_a_message(
    ws: Workspace, now: datetime, outcome: CallOutcome
) -> None:
    add_person(ws, at=now - DAY)
    logged = call(ws, outcome, now)
    assert (logged.status_before, logged.status) == (Status.NEW, Status.FOLLOW_UP)
    assert logged.next_call_at is not None
    bands = ws.policy.bands
    failed = band_of(now, timezone="Asia/Shanghai", bands=bands)
    assert band_of(logged.next_call_at, timezone="Asia/Shanghai", bands=bands) not in (None, failed)
    assert logged.next_call_at.astimezone(ZoneInfo("Asia/Shanghai")).date() > now.date()
    assert (logged.message_channel, logged.message_template) == (Channel.SMS, "missed_call")
    [reminder] = live_reminders(ws)
    assert (reminder.kind, reminder.due_at) == (ReminderKind.CALL, logged.next_call_at)
    assert reminder.remind_at == reminder.due_at - timedelta(minutes=ws.policy.reminders.lead_minutes)
    assert phone_state(ws) is ContactState.UNVERIFIED


@pytest.mark.parametrize("outcome", [CallOutcome.WRONG_NUMBER, CallOutcome.NOT_THEM])
def test_a_wrong_number_asks_for_another_one_and_only_mail_follows(
    ws: Workspace, now: datetime, outcome: CallOutcome
) -> None:
    add_person(ws, at=now - DAY)
    logged = call(ws, outcome, now)
    assert logged.status is Status.FOLLOW_UP
    assert logged.next_call_at is None
    assert phone_state(ws) is ContactState.WRONG_NUMBER
    assert [r.kind for r in live_reminders(ws)] == [ReminderKind.VERIFY_NUMBER]
    assert [m.channel for m in rows(ws, OutboxMessage)] == [Channel.EMAIL]


def test_after_a_wrong_number_the_other_phone_is_rung(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=("+8613900001111", "+8613900002222"))
    logged = call(ws, CallOutcome.WRONG_NUMBER, now)
    assert logged.next_call_at is not None
    assert [r.kind for r in live_reminders(ws)] == [ReminderKind.CALL]


@on_both
def test_an_answer_makes_contact_proves_the_number_and_stops_what_waits(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    logged = call(ws, CallOutcome.ANSWERED, now + DAY)
    assert logged.status is Status.CONTACTED
    assert logged.next_call_at is None
    assert phone_state(ws) is ContactState.GOOD
    assert live_reminders(ws) == []
    [message] = rows(ws, OutboxMessage)
    assert (message.state, message.refusal) == (MessageState.CANCELLED, Refusal.ALREADY_REPLIED)


def test_not_interested_closes_the_file(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    assert call(ws, CallOutcome.NOT_INTERESTED, now + DAY).status is Status.NOT_HIRED
    assert live_reminders(ws) == []
    assert [m.refusal for m in rows(ws, OutboxMessage)] == [Refusal.CLOSED]
    assert not person(ws).is_do_not_contact


@on_both
def test_who_asks_to_be_left_alone_is_suppressed_on_every_address(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    assert call(ws, CallOutcome.OPTED_OUT, now).status is Status.NOT_HIRED
    assert person(ws).is_do_not_contact
    assert {p.state for p in rows(ws, ContactPoint)} == {ContactState.OPTED_OUT}
    assert len(rows(ws, Suppression)) == 2


def test_call_later_without_a_time_means_the_usual_delay(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    logged = call(ws, CallOutcome.CALL_LATER, now)
    assert logged.status is Status.FOLLOW_UP
    assert logged.next_call_at == now + timedelta(minutes=ws.policy.cadence.call_later_minutes)
    assert [r.kind for r in live_reminders(ws)] == [ReminderKind.CALL_BACK]
    assert rows(ws, OutboxMessage) == []


def test_the_sentence_of_a_call_says_what_is_left_to_do(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    booked = call_sentence(call(ws, CallOutcome.BOOKED, now), timezone="Asia/Shanghai")
    assert "with record-interview" in booked
    closed = call_sentence(call(ws, CallOutcome.OPTED_OUT, now + HOUR), timezone="Asia/Shanghai")
    assert "every number and address is closed" in closed


def test_call_later_in_the_evening_is_the_next_morning(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    logged = call(ws, CallOutcome.CALL_LATER, now + 8 * HOUR)  # 20:00 where they are; two hours on, nobody is rung
    morning = (now + DAY).astimezone(ZoneInfo("Asia/Shanghai")).replace(hour=ws.policy.call_hours.first_hour, minute=0)
    assert logged.next_call_at == morning
    assert "named no time" in live_reminders(ws)[0].reason


@on_both
def test_a_promised_time_in_another_zone_is_that_instant(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, timezone="America/New_York", phones=("+12125550123",))
    promised = datetime(2026, 11, 23, 15, 0, tzinfo=ZoneInfo("America/New_York"))
    logged = call(ws, CallOutcome.CALL_LATER, now, callback_at=promised)
    assert logged.next_call_at == promised
    assert person(ws).promised_at == promised


def test_next_calls_lie_in_the_open_hours_of_the_candidates_own_zone(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, timezone="America/Los_Angeles", phones=("+12125550123",))
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    assert logged.next_call_at is not None
    local = logged.next_call_at.astimezone(ZoneInfo("America/Los_Angeles"))
    assert ws.policy.call_hours.first_hour <= local.hour < ws.policy.call_hours.last_hour


@on_both
def test_a_booked_interview_is_asked_after_until_its_time_and_its_outcome_are_known(
    ws: Workspace, now: datetime
) -> None:
    add_person(ws, at=now - DAY)
    record_reply(ws, candidate="person-1", channel=Channel.SMS, text="可以聊聊", now=now)
    assert [r.kind for r in live_reminders(ws)] == [ReminderKind.BOOK_INTERVIEW]
    assert call(ws, CallOutcome.BOOKED, now + HOUR).status is Status.INTERVIEW_BOOKED
    assert list_today(ws, now=now + HOUR) == []  # nothing is left to do today
    [asked] = live_reminders(ws)
    morning = now.astimezone(ZoneInfo("Asia/Shanghai")).replace(hour=ws.policy.call_hours.first_hour, minute=0)
    assert (asked.kind, asked.due_at) == (ReminderKind.RECORD_INTERVIEW, morning + DAY)
    assert "give its time with record-interview" in asked.reason
    interview_at = now + 3 * DAY
    record_interview(ws, candidate="person-1", step=InterviewStep.BOOKED, now=now + 2 * HOUR, starts_at=interview_at)
    call(ws, CallOutcome.BOOKED, now + 4 * HOUR)  # confirmed by phone: the same appointment
    [after] = live_reminders(ws)
    assert (after.due_at, "record how it went" in after.reason) == (morning + 4 * DAY, True)
    record_interview(ws, candidate="person-1", step=InterviewStep.HIRED, now=interview_at + DAY)
    assert live_reminders(ws) == []


def test_the_last_unanswered_try_says_that_it_was_the_last(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    logged = [call(ws, CallOutcome.NO_ANSWER, now + n * 4 * DAY) for n in range(9)]
    assert logged[0].next_call_at is not None
    assert logged[-1].next_call_at is None
    assert "every try is used up" in call_sentence(logged[-1], timezone="Asia/Shanghai")


@on_both
def test_the_same_call_twice_is_one_call(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    again = call(ws, CallOutcome.NO_ANSWER, now)
    assert again.is_repeat
    assert [len(rows(ws, table)) for table in (Attempt, Reminder, OutboxMessage, StatusChange)] == [1, 1, 1, 1]


def test_an_event_id_names_a_call_whatever_else_is_said_of_it(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now, event_id="dialler-7")
    assert call(ws, CallOutcome.ANSWERED, now + HOUR, event_id="dialler-7").is_repeat
    assert person(ws).status is Status.FOLLOW_UP


@on_both
def test_each_unanswered_call_releases_the_next_message_of_the_role(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    released = [call(ws, CallOutcome.NO_ANSWER, now + n * 2 * DAY).message_channel for n in range(3)]
    assert released == [Channel.SMS, Channel.EMAIL, None]


def test_technology_gets_mail_first(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, role_family="technology")
    assert call(ws, CallOutcome.NO_ANSWER, now).message_channel is Channel.EMAIL


def test_without_a_phone_for_sms_the_mail_of_the_list_is_sent(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=())
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    assert (logged.message_channel, logged.message_template) == (Channel.EMAIL, "job_details")
    assert [r.kind for r in live_reminders(ws)] == [ReminderKind.VERIFY_NUMBER]


@on_both
def test_a_fixed_line_gets_no_sms_and_the_mail_of_the_list_goes_out_at_once(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=("+862088886666",))
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    assert (logged.message_channel, logged.message_template) == (Channel.EMAIL, "job_details")
    assert [(m.channel, m.state, m.refusal) for m in rows(ws, OutboxMessage, OutboxMessage.channel.desc())] == [
        (Channel.SMS, MessageState.CANCELLED, Refusal.FIXED_LINE),
        (Channel.EMAIL, MessageState.PLANNED, None),
    ]
    assert "fixed line" in call_sentence(logged, timezone="Asia/Shanghai")
    assert logged.next_call_at is not None
    assert call(ws, CallOutcome.NO_ANSWER, now + 2 * DAY).message_channel is None  # the mail is out already


def test_who_has_a_fixed_line_and_no_mail_is_only_rung(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=("+862088886666",), emails=())
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    assert (logged.message_channel, logged.message_refusal) == (Channel.SMS, Refusal.FIXED_LINE)
    assert logged.next_call_at is not None


def test_the_mobile_beside_a_fixed_line_gets_the_sms(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, phones=("+862088886666", "+8613900001111"))
    logged = call(ws, CallOutcome.NO_ANSWER, now)
    assert (logged.message_channel, logged.message_passed_over) == (Channel.SMS, False)
    assert [m.to for m in rows(ws, OutboxMessage)] == ["+8613900001111"]


@on_both
def test_a_call_written_down_late_does_not_wipe_a_newer_promise(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    promised = now + 20 * HOUR
    call(ws, CallOutcome.CALL_LATER, now, at=now - HOUR, callback_at=promised)
    late = call(ws, CallOutcome.NO_ANSWER, now + HOUR, at=now - 3 * HOUR)
    assert late.message_channel is None
    assert person(ws).promised_at == promised
    assert [(r.kind, r.due_at) for r in live_reminders(ws)] == [(ReminderKind.CALL_BACK, promised)]
    assert len(rows(ws, Attempt)) == 2


def test_a_call_written_down_late_releases_nothing_to_somebody_who_has_spoken_since(
    ws: Workspace, now: datetime
) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.ANSWERED, now)
    late = call(ws, CallOutcome.NO_ANSWER, now + HOUR, at=now - 5 * HOUR)
    assert late.status is Status.CONTACTED
    assert rows(ws, OutboxMessage) == []
    assert phone_state(ws) is ContactState.GOOD


@on_both
@pytest.mark.parametrize(("age", "templates"), [(18 * DAY, []), (20 * HOUR, ["missed_call"])])
def test_nothing_is_written_because_of_a_call_of_long_ago(
    ws: Workspace, now: datetime, age: timedelta, templates: list[str]
) -> None:
    add_person(ws, at=now - 30 * DAY)
    late = call(ws, CallOutcome.NO_ANSWER, now, at=now - age)
    assert late.next_call_at
    assert late.next_call_at > now
    assert [m.template for m in rows(ws, OutboxMessage)] == templates


def test_a_call_of_now_is_not_overtaken_by_one_that_a_fast_clock_puts_ahead(ws: Workspace, now: datetime) -> None:
    who = add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now, at=now + timedelta(minutes=4))
    logged = call(ws, CallOutcome.CALL_LATER, now + timedelta(minutes=1), callback_at=now + 5 * HOUR)
    assert logged.next_call_at == now + 5 * HOUR
    again = call(ws, CallOutcome.NO_ANSWER, now + timedelta(minutes=2), who)
    assert again.next_call_at
    assert again.next_call_at != now + 5 * HOUR


def test_an_opt_out_written_down_late_still_counts(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.NO_ANSWER, now)
    call(ws, CallOutcome.OPTED_OUT, now + HOUR, at=now - 5 * HOUR)
    assert person(ws).is_do_not_contact
    assert live_reminders(ws) == []


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"at": HOUR}, "future"),
        ({"callback_at": -2 * HOUR}, "before the call"),
    ],
)
def test_impossible_times_are_refused_and_change_nothing(
    ws: Workspace, now: datetime, more: dict[str, timedelta], said: str
) -> None:
    add_person(ws, at=now - DAY)
    with pytest.raises(UsageError, match=said):
        call(ws, CallOutcome.NO_ANSWER, now, **{name: now + shift for name, shift in more.items()})
    assert rows(ws, Attempt) == []


def test_a_promise_that_is_over_is_refused_with_what_to_do_instead(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    with pytest.raises(UsageError, match=r"is over.*Log the call without it"):
        call(ws, CallOutcome.CALL_LATER, now, at=now - DAY, callback_at=now - HOUR)
    assert rows(ws, Attempt) == []
    due = now - timedelta(minutes=1)  # "ring me back in a minute", written down two minutes later
    assert call(ws, CallOutcome.CALL_LATER, now, at=now - HOUR, callback_at=due).next_call_at == due


def test_the_next_call_is_told_with_its_zone_and_on_their_clock_if_that_shows_another_hour(
    ws: Workspace, now: datetime
) -> None:
    add_person(ws, at=now - DAY)
    add_person(ws, "person-2", at=now - DAY, phones=("+447400000001",), emails=(), timezone="Europe/London")
    due = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)
    near, far = (
        call_sentence(
            call(ws, CallOutcome.CALL_LATER, now, who=f"person-{n}", callback_at=due), timezone="Asia/Shanghai"
        )
        for n in (1, 2)
    )
    assert "next call 2026-11-24 15:00 (Asia/Shanghai): " in near
    assert "2026-11-24 15:00 (Asia/Shanghai) = 对方当地 / theirs 2026-11-24 07:00 (Europe/London): " in far


def test_a_call_back_without_a_zone_is_refused(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    with pytest.raises(UsageError, match="no zone"):
        call(ws, CallOutcome.CALL_LATER, now, callback_at=(now + DAY).replace(tzinfo=None))


def test_an_outcome_that_makes_no_sense_changes_nothing(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY, status=Status.HIRED)
    with pytest.raises(UsageError, match="timeline"):
        call(ws, CallOutcome.BOOKED, now)
    assert rows(ws, Attempt) == []
    assert person(ws).status is Status.HIRED


def test_namesakes_are_asked_apart_by_id(ws: Workspace, now: datetime) -> None:
    add_person(ws, "person-1", at=now, name="王芳", phones=("+8613900001111",), emails=())
    add_person(ws, "person-2", at=now, name="王芳", phones=("+8613900002222",), emails=())
    with pytest.raises(AmbiguousError, match=r"person-1.*person-2"):
        call(ws, CallOutcome.NO_ANSWER, now, "王芳")
    assert call(ws, CallOutcome.NO_ANSWER, now, "person-2").candidate_id == "person-2"


WHO = [
    "1111",
    "１１１１",
    "13900001111",
    "+86 139-0000-1111",
    "zhixia@EXAMPLE.com",
    "孟知夏",
    "mengzhixia",
    "Meng Zhixia",
]


@pytest.mark.parametrize("wanted", WHO)
def test_a_candidate_is_named_by_what_is_at_hand(ws: Workspace, now: datetime, wanted: str) -> None:
    add_person(ws, at=now, name_pinyin="meng zhixia")
    assert call(ws, CallOutcome.NO_ANSWER, now, wanted).candidate_id == "person-1"


@on_both
def test_a_name_with_accents_is_its_own(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now, name="Élodie Ångström", language="fr")
    assert call(ws, CallOutcome.NO_ANSWER, now, "Élodie Ångström").candidate_id == "person-1"


@pytest.mark.parametrize("wanted", ["孟", "知夏", "zhixia", "python", "云栖", "云栖酒店"])
def test_a_part_of_what_is_known_finds_people_but_nothing_is_done_to_them(
    ws: Workspace, now: datetime, wanted: str
) -> None:
    add_person(ws, at=now, name_pinyin="meng zhixia", employer="杭州云栖酒店有限公司")
    with ws.writing() as session:
        session.add(CandidateSkill(candidate_id="person-1", skill="Python"))
    with ws.reading() as session:
        assert [found.candidate.candidate_id for found in find_people(session, ws.vault, wanted)] == ["person-1"]
    with pytest.raises(NotFoundError, match="Near it: person-1, 孟知夏"):
        call(ws, CallOutcome.NO_ANSWER, now, wanted)
    assert rows(ws, Attempt) == []


def test_of_two_with_one_name_none_is_chosen_however_many_are_called_alike(ws: Workspace, now: datetime) -> None:
    add_person(ws, "eldest", at=now - 9 * DAY, name="王芳", phones=("+8613900002000",), emails=())
    for n in range(8):
        add_person(
            ws, f"later-{n}", at=now, name=f"王芳{'甲乙丙丁戊己庚辛'[n]}", phones=(f"+861390000300{n}",), emails=()
        )
    add_person(ws, "newest", at=now, name="王芳", phones=("+8613900002001",), emails=())
    with pytest.raises(AmbiguousError, match="eldest") as refused:
        call(ws, CallOutcome.OPTED_OUT, now, "王芳")
    assert "later" not in str(refused.value)


@pytest.mark.parametrize("wanted", ["07700900461", "+44 7700 900461", "7700900461", "0461", "Thornquell", "jasper"])
def test_a_number_is_found_as_it_is_dialled_in_its_country(ws: Workspace, now: datetime, wanted: str) -> None:
    add_person(ws, at=now, name="Jasper Thornquell", phones=("+447700900461",), timezone="Europe/London")
    with ws.reading() as session:
        assert [found.candidate.candidate_id for found in find_people(session, ws.vault, wanted)] == ["person-1"]


@pytest.mark.parametrize("wanted", ["", " ", "-", "'", "%", "_", "9999", "nobody@example.com"])
def test_what_names_nobody_finds_nobody(ws: Workspace, now: datetime, wanted: str) -> None:
    add_person(ws, at=now)
    with pytest.raises(NotFoundError):
        call(ws, CallOutcome.NO_ANSWER, now, wanted)


@on_both
def test_the_note_and_the_words_of_the_log_are_kept(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now)
    call(ws, CallOutcome.POWER_OFF, now, note="晚上再试\u2028🙂", actor="李工")
    [attempt] = rows(ws, Attempt)
    assert (attempt.note, attempt.agent_id, attempt.disposition) == ("晚上再试\u2028🙂", "李工", Disposition.POWER_OFF)
    assert (attempt.started_at, attempt.recorded_at) == (now, now)


def test_a_call_told_again_after_its_promise_is_known(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    promised = now + HOUR
    call(ws, CallOutcome.CALL_LATER, now, at=now, callback_at=promised)
    again = call(ws, CallOutcome.CALL_LATER, now + 2 * HOUR, at=now, callback_at=promised)
    assert again.is_repeat


def test_a_promise_of_another_age_is_refused(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    far = datetime(9999, 12, 31, 23, tzinfo=timezone(-8 * HOUR))
    with pytest.raises(UsageError, match="9999"):
        call(ws, CallOutcome.CALL_LATER, now, callback_at=far)


@on_both
def test_what_the_second_telling_adds_is_kept(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.CALL_LATER, now, note="在开会")
    again = call(ws, CallOutcome.CALL_LATER, now + timedelta(seconds=20), note="下午三点后方便")
    assert again.is_repeat
    call(ws, CallOutcome.CALL_LATER, now + timedelta(seconds=25), note="在开会")
    late = call(ws, CallOutcome.CALL_LATER, now + HOUR, at=now, note="打座机")
    assert late.is_repeat
    assert [a.note for a in rows(ws, Attempt)] == ["在开会\n下午三点后方便\n打座机"]


@on_both
def test_another_promise_told_of_the_same_call_is_the_one_that_holds(ws: Workspace, now: datetime) -> None:
    add_person(ws, at=now - DAY)
    call(ws, CallOutcome.CALL_LATER, now)
    for seconds, hours in ((20, 5), (40, 6), (50, 6), (55, 5)):
        told = call(ws, CallOutcome.CALL_LATER, now + timedelta(seconds=seconds), callback_at=now + hours * HOUR)
        assert told.is_repeat is (seconds == 50)
        assert told.next_call_at == now + hours * HOUR
        assert [(r.kind, r.due_at) for r in live_reminders(ws)] == [(ReminderKind.CALL_BACK, now + hours * HOUR)]
    assert len(rows(ws, Attempt)) == 1
    call(ws, CallOutcome.NO_ANSWER, now + HOUR)
    late = call(ws, CallOutcome.CALL_LATER, now + 2 * HOUR, at=now, callback_at=now + 7 * HOUR)
    assert late.is_repeat  # they were rung since
    assert person(ws).promised_at is None
