"""When a message that a call released is worth waking a dispatcher for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ringback.actions.outreach import is_left_over
from ringback.actions.outreach_work import DispatchLine
from schemas.words import Channel, MessageState

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)


def line(state: MessageState) -> DispatchLine:
    return DispatchLine("m", "c", Channel.SMS, "after_no_answer", state, None)


def test_only_a_due_message_that_did_not_leave_wakes_a_dispatcher() -> None:
    assert is_left_over(NOW, None, now=NOW)
    assert is_left_over(NOW, line(MessageState.DUE), now=NOW)
    for state in (MessageState.ACCEPTED, MessageState.HELD, MessageState.IN_DOUBT, MessageState.CANCELLED):
        assert not is_left_over(NOW, line(state), now=NOW)
    assert not is_left_over(NOW + timedelta(minutes=1), None, now=NOW)
    assert not is_left_over(None, None, now=NOW)
