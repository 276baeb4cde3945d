"""What follows a message that did not arrive."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from ringback.actions.outreach import dispatch_due
from ringback.actions.webhooks import apply_events, store_events
from ringback.channels.inbound import STATUS, Received, listed_status
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage
from schemas.words import Channel, MessageState, Refusal
from tests.standins.homes import rows
from tests.standins.pool import NOON, add_candidates, plan

S = MessageState


def sent(ws: Workspace, channel: Channel = Channel.SMS) -> OutboxMessage:
    plan(ws, add_candidates(ws, 1), channel)
    dispatch_due(ws, now=lambda: NOON)
    message: OutboxMessage = rows(ws, OutboxMessage)[0]
    assert message.state is S.ACCEPTED
    return message


def reported(ws: Workspace, message: OutboxMessage, status: str, code: str = "", *, at: datetime = NOON) -> None:
    sid = f"SM{message.message_id.replace('-', '')}"
    report = listed_status(sid, status, code, to=message.to or "", at=at, message_id=message.message_id)
    store_events(ws, [report], now=at)
    apply_events(ws, now=lambda: at)


def followers(ws: Workspace, message: OutboxMessage) -> list[OutboxMessage]:
    found = rows(ws, OutboxMessage, OutboxMessage.due_at)
    return [each for each in found if each.message_id != message.message_id]


def test_a_handset_that_was_off_gets_it_once_more_hours_later_and_then_a_mail(ws: Workspace) -> None:
    first = sent(ws)
    for _ in range(2):
        reported(ws, first, "undelivered", "30003")
    (again,) = followers(ws, first)
    assert (again.channel, again.template, again.due_at) == (Channel.SMS, first.template, NOON + timedelta(hours=4))
    assert again.marker != first.marker
    tomorrow = NOON + timedelta(days=1)
    dispatch_due(ws, now=lambda: tomorrow)
    reported(ws, again, "undelivered", "30003", at=tomorrow)
    other = [each for each in followers(ws, first) if each.message_id != again.message_id]
    assert [(each.channel, each.template) for each in other] == [(Channel.EMAIL, first.template)]


@pytest.mark.parametrize("code", ["30005", "30007", "30036", ""])
def test_what_would_fail_again_goes_out_on_the_other_channel(ws: Workspace, code: str) -> None:
    first = sent(ws)
    reported(ws, first, "undelivered", code)
    (other,) = followers(ws, first)
    assert (other.channel, other.state, other.due_at) == (Channel.EMAIL, S.PLANNED, NOON)
    bounce = {"status": "bounce", "reason": "550 5.1.1 bounce", "message_id": other.message_id, "to": other.to,
              "at": NOON.isoformat()}  # fmt: skip
    store_events(ws, [Received("sendgrid", STATUS, "mail:1", bounce)], now=NOON)
    apply_events(ws, now=lambda: NOON)
    assert len(followers(ws, first)) == 1  # and not back again


def test_a_bounced_mail_is_followed_by_an_sms(ws: Workspace) -> None:
    first = sent(ws, Channel.EMAIL)
    bounce = {"status": "bounce", "reason": "550 bounce", "message_id": first.message_id, "to": first.to,
              "at": NOON.isoformat()}  # fmt: skip
    store_events(ws, [Received("sendgrid", STATUS, "mail:1", bounce)], now=NOON)
    apply_events(ws, now=lambda: NOON)
    assert [each.channel for each in followers(ws, first)] == [Channel.SMS]


def test_an_opt_out_is_followed_by_nothing(ws: Workspace) -> None:
    first = sent(ws)
    reported(ws, first, "undelivered", "21610")
    assert followers(ws, first) == []


def test_what_arrived_after_all_calls_its_followers_off(ws: Workspace) -> None:
    first = sent(ws)
    reported(ws, first, "undelivered", "30008")
    reported(ws, first, "delivered")
    (again,) = followers(ws, first)
    assert again.state is S.CANCELLED
    assert "arrived after all" in str(again.reason)
    reported(ws, first, "failed", "30008")  # a report that overtook nothing
    assert len(followers(ws, first)) == 1


def test_caps_hold_for_followers(ws: Workspace) -> None:
    first = sent(ws)
    reported(ws, first, "undelivered", "30007")
    dispatch_due(ws, now=lambda: NOON)
    (other,) = followers(ws, first)
    assert (other.state, other.refusal) == (S.HELD, Refusal.FREQUENCY_CAP)
