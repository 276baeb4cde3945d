"""What providers report: forged, twice, in any order, early, late; over real HTTP, on both databases."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from sqlalchemy import select

from ringback.actions.outreach import Intent, plan_messages_bulk
from ringback.channels import links
from ringback.workspace import Workspace
from schemas.tables import Attempt, BehaviourEvent, ContactPoint, OutboxMessage, Reminder, StatusChange, Suppression
from schemas.words import Channel, ContactKind, ContactState, Disposition, MessageState, ReminderKind, Status
from tests.desk.conftest import PUBLIC, Door
from tests.standins.homes import add_person, on_both, person, rows

NOW = datetime.now(UTC)


def planned(ws: Workspace, channel: Channel = Channel.SMS, **columns: object) -> str:
    add_person(ws, at=NOW)
    intent = Intent("person-1", channel, "missed_call", f"key-{channel}", NOW, None)
    with ws.writing() as session:
        plan_messages_bulk(session, ws, [intent], now=NOW)
        message = session.scalars(select(OutboxMessage)).one()
        for name, value in {"state": MessageState.SENDING, "n_tries": 1, **columns}.items():
            setattr(message, name, value)
        return message.message_id


def message(ws: Workspace) -> OutboxMessage:
    return rows(ws, OutboxMessage)[0]


def states(ws: Workspace) -> dict[ContactKind, ContactState]:
    return {point.kind: point.state for point in rows(ws, ContactPoint)}


@on_both
def test_a_reply_makes_contact_by_itself(door: Door) -> None:
    add_person(door.ws, at=NOW)
    answer = door.sms("你好，方便聊聊")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/xml")
    assert answer.text.endswith("<Response />")
    door.settled()
    assert person(door.ws).status is Status.CONTACTED
    assert [r.kind for r in rows(door.ws, Reminder)] == [ReminderKind.BOOK_INTERVIEW]


@on_both
@pytest.mark.parametrize("text", ["STOP", "请不要再联系我", "please stop texting me", "退订"])
def test_a_stop_counts_when_the_answer_comes(door: Door, text: str) -> None:
    planned(door.ws, state=MessageState.PLANNED)
    add_person(door.ws, "person-2", at=NOW, emails=())  # has the same phone
    assert door.sms(text).is_success
    assert message(door.ws).state is MessageState.CANCELLED
    assert person(door.ws).is_do_not_contact
    assert person(door.ws, "person-2").is_do_not_contact
    assert set(states(door.ws).values()) == {ContactState.OPTED_OUT}


@pytest.mark.parametrize("text", ["不感兴趣，谢谢", "not interested, thanks"])
def test_a_refusal_ends_outreach_when_the_answer_comes(door: Door, text: str) -> None:
    planned(door.ws, state=MessageState.PLANNED)
    assert door.sms(text).is_success
    assert message(door.ws).state is MessageState.CANCELLED


def test_a_stop_of_somebody_unknown_counts_for_who_comes_later(door: Door) -> None:
    door.sms("STOP")
    assert len(rows(door.ws, Suppression)) == 1


def test_start_takes_back_a_stop_and_nothing_else(door: Door) -> None:
    add_person(door.ws, at=NOW)
    door.sms("STOP")
    door.sms("START")
    assert not person(door.ws).is_do_not_contact
    assert rows(door.ws, Suppression) == []
    door.events({"event": "spamreport", "email": "zhixia@example.com", "timestamp": 1, "sg_message_id": "a.b"})
    door.sms("START")
    assert person(door.ws).is_do_not_contact


def test_the_same_sms_ten_times_is_one(door: Door) -> None:
    add_person(door.ws, at=NOW)
    for _ in range(10):
        assert door.sms("可以", MessageSid="SM" + "7" * 32).is_success
    assert len(door.settled()) == 1
    assert len(rows(door.ws, Attempt)) == 1


@on_both
def test_reports_in_any_order_only_climb(door: Door) -> None:
    message_id = planned(door.ws)
    reports = ["queued", "sent", "delivered", "undelivered", "sending", "delivered", "queued"]
    random.Random(3).shuffle(reports)  # noqa: S311
    for status in reports:
        assert door.status(message_id, status).status_code == 204
    events = door.settled()
    assert len(events) == len(set(reports))
    assert message(door.ws).state is MessageState.DELIVERED
    assert message(door.ws).provider_id == "SM" + "1" * 32
    assert [a.disposition for a in rows(door.ws, Attempt)] == [Disposition.SENT]


def test_an_early_report_proves_acceptance(door: Door) -> None:
    message_id = planned(door.ws, state=MessageState.IN_DOUBT)
    door.status(message_id, "sent")
    door.settled()
    assert message(door.ws).state is MessageState.ACCEPTED


def test_a_report_of_what_we_do_not_know_yet_waits_for_it(door: Door) -> None:
    door.twilio(links.STATUS_PATH, MessageSid="SM" + "5" * 32, MessageStatus="delivered")
    time.sleep(0.3)
    assert [event.applied_at for event in door.stored()] == [None]
    planned(door.ws, provider_id="SM" + "5" * 32)
    door.settled(seconds=15)
    assert message(door.ws).state is MessageState.DELIVERED


@pytest.mark.parametrize(("code", "state"), [("30005", ContactState.WRONG_NUMBER), ("21610", ContactState.OPTED_OUT)])
def test_what_a_failure_says_of_the_number(door: Door, code: str, state: ContactState) -> None:
    door.status(planned(door.ws), "undelivered", ErrorCode=code)
    door.settled()
    assert states(door.ws)[ContactKind.PHONE] is state
    assert message(door.ws).state is MessageState.UNDELIVERED


@on_both
def test_mail_events_reach_message_behaviour_and_address(door: Door) -> None:
    message_id = planned(door.ws, Channel.EMAIL)
    base = {"email": "zhixia@example.com", "sg_message_id": "abc.filter", "message_id": message_id, "timestamp": 1e9}
    assert (
        door.events(
            base | {"event": "bounce", "reason": "550 no such user", "timestamp": 1e9 + 9},
            base | {"event": "open", "sg_machine_open": True},
            base | {"event": "click", "url": "https://example.com", "timestamp": 1e9 + 5},
            base | {"event": "processed"},
            {"event": "Invented Tomorrow", "timestamp": "?"},
        ).status_code
        == 204
    )
    door.settled()
    assert message(door.ws).state is MessageState.UNDELIVERED
    assert [(b.event, b.is_machine) for b in rows(door.ws, BehaviourEvent, BehaviourEvent.event)] == [
        ("mail_click", False), ("mail_open", True)
    ]  # fmt: skip
    assert states(door.ws)[ContactKind.EMAIL] is ContactState.BOUNCED
    assert person(door.ws).status is not Status.CONTACTED


@on_both
@pytest.mark.parametrize("state", [MessageState.IN_DOUBT, MessageState.DEAD], ids=["in doubt", "parked"])
def test_an_event_clears_up_a_mail_in_doubt_by_its_custom_argument(door: Door, state: MessageState) -> None:
    """The answer was lost, so SendGrid's own id is not known; nobody has to ask SendGrid, or a person."""
    message_id = planned(door.ws, Channel.EMAIL, state=state, error_code="in_doubt", to="zhixia@example.com")
    event = {"email": "zhixia@example.com", "sg_message_id": "abc.filter", "message_id": message_id, "timestamp": 1e9}
    assert door.events(event | {"event": "processed"}).is_success
    door.settled()
    mail = message(door.ws)
    assert (mail.state, mail.error_code, mail.provider_id) == (MessageState.ACCEPTED, None, "abc")
    assert [a.disposition for a in rows(door.ws, Attempt)] == [Disposition.SENT]


def test_a_soft_bounce_leaves_the_address(door: Door) -> None:
    message_id = planned(door.ws, Channel.EMAIL)
    door.events({"event": "bounce", "type": "blocked", "email": "zhixia@example.com", "message_id": message_id})
    door.settled()
    assert states(door.ws)[ContactKind.EMAIL] is ContactState.UNVERIFIED


def test_repeats_with_another_event_id_are_one(door: Door) -> None:
    one = {"event": "delivered", "email": "a@example.com", "timestamp": 5, "sg_message_id": "x.y"}
    for n in range(3):
        door.events(one | {"sg_event_id": f"id-{n}"})
    assert len(door.stored()) == 1


@on_both
def test_forged_requests_are_refused_and_write_nothing(door: Door) -> None:
    message_id = planned(door.ws)
    before = message(door.ws).state
    good = links.status_url(door.ws.vault, PUBLIC, message_id, 1)
    assert good
    path = good.removeprefix(PUBLIC)
    refused = [
        door.twilio(links.SMS_PATH, token="wrong", MessageSid="SM" + "1" * 32, From="+8613900001111", Body="STOP"),  # noqa: S106
        door.client.post(
            links.SMS_PATH, data={"MessageSid": "SM" + "1" * 32, "From": "+8613900001111", "Body": "STOP"}
        ),
        door.twilio(path[:-3] + "abc", MessageSid="SM" + "1" * 32, MessageStatus="delivered"),
        door.twilio(path, token="wrong", MessageSid="SM" + "1" * 32, MessageStatus="delivered"),  # noqa: S106
        door.client.post(links.EVENTS_PATH, json=[{"event": "spamreport", "email": "zhixia@example.com"}]),
        door.events({"event": "spamreport"}, at=int(time.time()) - 200_000),
        door.client.post(links.PARSE_PATH, files={"from": (None, "zhixia@example.com"), "text": (None, "STOP")}),
        door.client.post(f"{links.PARSE_PATH}/abc", files={"from": (None, "a@example.com")}),
    ]
    assert [answer.status_code for answer in refused] == [403] * len(refused)
    assert door.stored() == rows(door.ws, Suppression) == []
    assert message(door.ws).state is before


def test_changed_bytes_break_the_signature(door: Door) -> None:
    from tests.desk.conftest import signed  # noqa: PLC0415

    raw = b'[{"event": "delivered"}]'
    headers = {"Content-Type": "application/json"} | signed(raw)
    assert door.client.post(links.EVENTS_PATH, content=raw + b" ", headers=headers).status_code == 403


def test_a_mail_reply_and_an_automatic_answer(door: Door) -> None:
    add_person(door.ws, at=NOW)
    door.mail(
        headers="Message-ID: <1@x>\nAuto-Submitted: auto-replied", **{"from": "Z <zhixia@example.com>"}, text="thanks"
    )
    door.mail(headers="Message-ID: <2@x>", **{"from": "zhixia@example.com"}, subject="自动回复: 休假", text="我在外地")
    door.settled()
    assert person(door.ws).status is not Status.CONTACTED
    quoted = "可以，周三下午。\n\nOn Mon, jobs@example.com wrote:\n> unsubscribe me: https://..."
    door.mail(headers="Message-ID: <3@x>", **{"from": "zhixia@example.com"}, subject="Re: job", text=quoted)
    door.settled()
    assert person(door.ws).status is Status.CONTACTED
    assert not person(door.ws).is_do_not_contact


def test_a_mail_in_another_character_set(door: Door) -> None:
    add_person(door.ws, at=NOW)
    url = links.parse_url(door.ws.vault, PUBLIC).removeprefix(PUBLIC)
    fields = {
        "from": "zhixia@example.com",
        "text": "请不要再联系我".encode("gb18030"),
        "charsets": '{"text": "gb18030"}',
    }
    assert door.client.post(url, files={name: (None, value) for name, value in fields.items()}).status_code == 204
    assert person(door.ws).is_do_not_contact


@pytest.mark.parametrize(
    ("said", "outcome"),
    [
        ([{"CallStatus": "busy"}], [Disposition.BUSY]),
        ([{"CallStatus": "no-answer"}, {"CallStatus": "ringing"}], [Disposition.NO_ANSWER]),
        ([{"CallStatus": "completed"}, {"AnsweredBy": "machine_start"}], [Disposition.VOICEMAIL]),
        ([{"AnsweredBy": "human"}, {"CallStatus": "completed", "CallDuration": "40"}], [Disposition.ANSWERED]),
        ([{"CallStatus": "canceled"}], []),
    ],
)
def test_a_call_is_written_down_by_itself(door: Door, said: list[dict[str, str]], outcome: list[Disposition]) -> None:
    add_person(door.ws, at=NOW - timedelta(days=1))
    url = links.call_url(door.ws.vault, PUBLIC, "person-1", "c1")
    assert url
    for form in [*said, *said]:
        assert door.twilio(url.removeprefix(PUBLIC), CallSid="CA" + "2" * 32, **form).status_code == 204
    door.settled()
    calls = [a for a in rows(door.ws, Attempt) if a.channel is Channel.CALL]  # what follows one may have left already
    assert [a.disposition for a in calls] == outcome


def test_healthz(door: Door) -> None:
    assert door.client.get("/healthz").text == "ok"


def raw(door: Door, path: str, content: bytes, content_type: str) -> httpx.Response:
    return door.client.post(path, content=content, headers={"Content-Type": content_type, "X-Twilio-Signature": "x"})


def test_what_cannot_be_read_is_refused_in_words(door: Door) -> None:
    form = "application/x-www-form-urlencoded"
    assert raw(door, links.SMS_PATH, b"{}", "application/json").status_code == 415
    assert raw(door, links.SMS_PATH, b"a" * 70_000, form).status_code == 413
    assert raw(door, links.SMS_PATH, b"\xff\xfe", form).status_code == 400
    assert raw(door, links.SMS_PATH, b"&".join(b"a=1" for _ in range(500)), form).status_code == 400
    assert door.client.get(links.SMS_PATH).status_code == 405
    assert door.events(body=b"not json").status_code == 400
    assert door.events(body=b'{"event": "open"}').status_code == 400
    assert door.events(body=b"[1, 2]").status_code == 400
    assert door.events(body=b"[" * 100_000).status_code == 400
    assert door.twilio(links.SMS_PATH, Body="no sid").status_code == 400
    assert door.stored() == []


def test_status_changes_name_their_cause(door: Door) -> None:
    add_person(door.ws, at=NOW)
    door.sms("STOP")
    assert [change.actor for change in rows(door.ws, StatusChange)] == ["candidate"]
