from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.gate import PASSING, choose_contact, refuse_contact, retry_at
from ringback.rules.quiet import no_holidays
from ringback.settings import load_policy
from schemas.records import CandidateFacts, ContactPoint
from schemas.words import Channel, ContactKind, ContactState, Refusal, Status

POLICY = load_policy()
NOON = datetime(2026, 11, 18, 4, tzinfo=UTC)  # a Wednesday, 12:00 in Shanghai
PHONE = ContactPoint(1, ContactKind.PHONE, "+8613900000001", ContactState.UNVERIFIED)
MAIL = ContactPoint(2, ContactKind.EMAIL, "a@example.com", ContactState.GOOD)
FACTS = CandidateFacts("c1", Status.NEW, "sales", "Asia/Shanghai", contact_points=(PHONE, MAIL))


def gate(
    facts: CandidateFacts = FACTS,
    contact: ContactPoint | None = PHONE,
    channel: Channel = Channel.SMS,
    *,
    now: datetime = NOON,
    planned_at: datetime | None = None,
    lasting: timedelta = timedelta(0),
) -> Refusal | None:
    return refuse_contact(
        facts, contact, channel, now=now, policy=POLICY, is_holiday=no_holidays, planned_at=planned_at, lasting=lasting
    )


def again(
    refusal: Refusal, facts: CandidateFacts = FACTS, channel: Channel = Channel.SMS, now: datetime = NOON
) -> datetime | None:
    return retry_at(refusal, facts, channel, now=now, policy=POLICY, is_holiday=no_holidays)


def test_somebody_who_may_be_written_to_is_not_refused() -> None:
    assert gate() is None
    assert gate(channel=Channel.EMAIL, contact=MAIL) is None
    assert gate(channel=Channel.CALL) is None


def test_the_strictest_reason_is_the_one_shown() -> None:
    """Each fact is put on top of the ones before it, from the weakest reason to the strictest."""
    facts, contact, seen = FACTS, PHONE, []
    late = datetime(2026, 11, 18, 14, tzinfo=UTC)
    facts = replace(facts, sent_at=(NOON,))
    seen.append(gate(facts))
    seen.append(gate(facts, now=late))
    facts = replace(facts, has_replied_since=NOON)
    seen.append(gate(facts, now=late))
    facts = replace(facts, status=Status.HIRED)
    seen.append(gate(facts, now=late))
    contact = replace(PHONE, state=ContactState.WRONG_NUMBER)
    seen.append(gate(facts, contact, now=late))
    facts = replace(facts, has_consent=False)
    seen.append(gate(facts, contact, now=late))
    facts = replace(facts, contact_points=(contact, replace(MAIL, state=ContactState.OPTED_OUT)))
    seen.append(gate(facts, contact, now=late))
    facts = replace(facts, is_do_not_contact=True)
    seen.append(gate(facts, contact, now=late))
    assert seen == [
        Refusal.FREQUENCY_CAP,
        Refusal.QUIET_HOURS,
        Refusal.ALREADY_REPLIED,
        Refusal.CLOSED,
        Refusal.WRONG_NUMBER,
        Refusal.NO_CONSENT,
        Refusal.OPTED_OUT,
        Refusal.DO_NOT_CONTACT,
    ]


@pytest.mark.parametrize("status", list(Status))
def test_who_is_past_follow_up_is_not_written_to(status: Status) -> None:
    facts = replace(FACTS, status=status)
    is_closed = status in (Status.HIRED, Status.NOT_HIRED, Status.LOST)
    assert (gate(facts, channel=Channel.CALL) is Refusal.CLOSED) == is_closed
    assert (gate(facts) is Refusal.CLOSED) == (is_closed or status is Status.INTERVIEW_BOOKED)


def test_no_address_is_a_reason() -> None:
    assert gate(contact=None) is Refusal.NO_ADDRESS
    assert gate(contact=replace(MAIL, state=ContactState.BOUNCED), channel=Channel.EMAIL) is Refusal.BOUNCED


def test_only_a_reply_since_planning_stops_a_planned_message() -> None:
    facts = replace(FACTS, has_replied_since=NOON - timedelta(days=3))
    assert gate(facts, planned_at=NOON - timedelta(days=1)) is None
    assert gate(facts, planned_at=NOON - timedelta(days=4)) is Refusal.ALREADY_REPLIED
    assert gate(facts) is Refusal.ALREADY_REPLIED
    assert gate(facts, channel=Channel.CALL) is None  # who replied is to be rung


def test_a_send_that_may_last_into_the_night_is_not_begun() -> None:
    closing = datetime(2026, 11, 18, 11, 59, 50, tzinfo=UTC)  # 19:59:50
    assert gate(now=closing) is None
    assert gate(now=closing, lasting=timedelta(seconds=30)) is Refusal.QUIET_HOURS
    assert again(Refusal.QUIET_HOURS, now=closing) == datetime(2026, 11, 19, 1, tzinfo=UTC)


def test_caps_count_local_days_and_seven_days() -> None:
    yesterday = datetime(2026, 11, 17, 15, 59, tzinfo=UTC)  # 23:59 on the day before in Shanghai
    assert gate(replace(FACTS, sent_at=(yesterday,))) is None
    assert gate(replace(FACTS, sent_at=(yesterday + timedelta(minutes=1),))) is Refusal.FREQUENCY_CAP
    week = tuple(NOON - timedelta(days=d) for d in (2, 4, 6))
    assert gate(replace(FACTS, sent_at=week)) is Refusal.FREQUENCY_CAP
    assert gate(replace(FACTS, sent_at=tuple(NOON - timedelta(days=d) for d in (2, 4, 7)))) is None
    assert again(Refusal.FREQUENCY_CAP, replace(FACTS, sent_at=week)) == NOON + timedelta(days=1)


def test_a_cap_set_before_the_clock_went_back_still_holds() -> None:
    assert gate(replace(FACTS, sent_at=(NOON + timedelta(days=1),))) is Refusal.FREQUENCY_CAP


def test_a_promised_call_back_does_not_count() -> None:
    facts = replace(FACTS, called_at=(NOON - timedelta(hours=1),))
    assert gate(facts, channel=Channel.CALL) is Refusal.FREQUENCY_CAP
    assert again(Refusal.FREQUENCY_CAP, facts, Channel.CALL) == datetime(2026, 11, 19, 1, tzinfo=UTC)
    assert gate(replace(facts, promised_at=NOON), channel=Channel.CALL) is None
    assert gate(replace(facts, promised_at=NOON + timedelta(hours=1)), channel=Channel.CALL) is Refusal.FREQUENCY_CAP


@pytest.mark.parametrize("refusal", list(Refusal))
def test_only_passing_refusals_have_a_next_time(refusal: Refusal) -> None:
    assert (again(refusal) is not None) == (refusal in PASSING)


@pytest.mark.parametrize("minutes", range(0, 7 * 24 * 60, 97))
def test_after_the_next_time_the_gate_opens(minutes: int) -> None:
    now = NOON + timedelta(minutes=minutes)
    facts = replace(FACTS, sent_at=(now - timedelta(hours=1), now - timedelta(days=2), now - timedelta(days=3)))
    refusal = gate(facts, now=now)
    assert refusal is not None
    next_at = again(refusal, facts, now=now)
    for _ in range(4):  # quiet hours may hide a cap
        assert next_at is not None
        refusal = gate(facts, now=next_at)
        if refusal is None:
            return
        next_at = again(refusal, facts, now=next_at)
    pytest.fail("the gate never opens")


def test_the_best_address_is_chosen_and_a_bad_one_named() -> None:
    good = replace(PHONE, contact_point_id=3, state=ContactState.GOOD)
    wrong = replace(PHONE, contact_point_id=4, state=ContactState.WRONG_NUMBER)
    assert choose_contact([wrong, PHONE, good], Channel.SMS) == good
    assert choose_contact([wrong, MAIL], Channel.SMS) == wrong
    assert choose_contact([MAIL], Channel.SMS) is None
    assert choose_contact([PHONE, MAIL], Channel.WECHAT) is None


DESK_PHONE = ContactPoint(5, ContactKind.PHONE, "+862088886666", ContactState.GOOD)


def test_a_fixed_line_is_rung_and_not_written_to() -> None:
    facts = replace(FACTS, contact_points=(DESK_PHONE,))
    assert gate(facts, DESK_PHONE) is Refusal.FIXED_LINE
    assert gate(facts, DESK_PHONE, Channel.CALL) is None
    assert gate(facts, replace(DESK_PHONE, value="+12125551234")) is None  # may be a mobile
    assert gate(facts, replace(DESK_PHONE, state=ContactState.WRONG_NUMBER)) is Refusal.WRONG_NUMBER


def test_an_sms_goes_to_the_mobile_beside_a_fixed_line() -> None:
    wrong = replace(PHONE, contact_point_id=4, state=ContactState.WRONG_NUMBER)
    assert choose_contact([DESK_PHONE, PHONE], Channel.SMS) == PHONE
    assert choose_contact([DESK_PHONE, PHONE], Channel.CALL) == DESK_PHONE
    assert choose_contact([wrong, DESK_PHONE], Channel.SMS) == DESK_PHONE  # its refusal says more
