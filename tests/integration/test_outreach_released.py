"""One message that leaves with what released it, how many sends are begun ahead, and what is asked before a byte leaves."""

from __future__ import annotations

import threading
import time
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event, update

from ringback.actions.outreach import cancel_pending, dispatch_due, dispatch_released
from ringback.actions.outreach_crew import Crew
from ringback.actions.outreach_recall import FRESH_SECONDS, Recall, await_recalled
from ringback.actions.outreach_record import Ended
from ringback.actions.outreach_start import Begun
from ringback.channels.base import OutgoingMessage
from ringback.channels.outcomes import Outcome
from ringback.errors import RetryableError
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage
from schemas.words import Channel, MessageState, Refusal
from tests.integration.test_outreach import Scripted, both, rows, states
from tests.standins.pool import NOON, add_candidates, plan

S = MessageState


def released(ws: Workspace, message_id: str | None, sender: Scripted) -> Any:
    return dispatch_released(ws, message_id, now=lambda: NOON, channels=both(sender))


def test_only_what_was_released_leaves_and_once(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 5))
    chosen, sender = rows(ws)[2].message_id, Scripted()
    line = released(ws, chosen, sender)
    assert (line.message_id, line.state) == (chosen, S.ACCEPTED)
    assert released(ws, chosen, sender) is None
    assert [message.message_id for message in sender.taken] == [chosen]
    dispatch_due(ws, now=lambda: NOON, drain=True, channels=both(sender))
    assert len(sender.taken) == len({message.message_id for message in sender.taken}) == 5


@pytest.mark.parametrize(
    "columns", [{"due_at": NOON + timedelta(hours=1)}, {"state": S.CLAIMED}, {"state": S.CANCELLED}]
)
def test_what_may_not_leave_now_is_left_alone(sqlite_ws: Workspace, columns: dict[str, Any]) -> None:
    plan(sqlite_ws, add_candidates(sqlite_ws, 1))
    with sqlite_ws.writing() as session:
        session.execute(update(OutboxMessage).values(**columns))
    sender, before = Scripted(), states(sqlite_ws)
    assert released(sqlite_ws, rows(sqlite_ws)[0].message_id, sender) is None
    assert released(sqlite_ws, None, sender) is None
    assert (sender.taken, states(sqlite_ws)) == ([], before)


def test_what_was_not_taken_waits_for_the_schedule(sqlite_ws: Workspace) -> None:
    plan(sqlite_ws, add_candidates(sqlite_ws, 1))
    sender = Scripted(lambda _: RetryableError("no connection", code="no_connection"))
    began = time.monotonic()
    assert released(sqlite_ws, rows(sqlite_ws)[0].message_id, sender).state is S.DUE
    assert time.monotonic() - began < 2


def test_one_question_serves_all_that_wait_and_an_answer_is_soon_stale(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 20))
    with ws.writing() as session:
        session.execute(update(OutboxMessage).values(state=S.SENDING, n_tries=1))
    ids = [row.message_id for row in rows(ws)]
    recall, asked = Recall(ws.engine), []
    event.listen(ws.engine, "before_cursor_execute", lambda *said: asked.append(said[2]))
    recall.watch(ids)
    assert all(recall.is_wanted(each, 1) for each in ids)
    n_asked = len([said for said in asked if "outbox_message" in said])
    with ws.writing() as session:
        cancel_pending(session, rows(ws)[0].candidate_id, refusal=Refusal.OPTED_OUT, now=NOON)
    time.sleep(FRESH_SECONDS * 1.5)
    assert [recall.is_wanted(each, 1) for each in ids] == [False] + [True] * 19
    assert n_asked <= 3, "one, or a few on a busy machine; not one a message"


@pytest.mark.parametrize(("seconds", "n_ahead"), [(0.0, 64), (0.04, 48), (0.5, 16), (20.0, 16)])
def test_a_slow_provider_has_few_begun_ahead_of_it(seconds: float, n_ahead: int) -> None:
    """What is begun and has not left is in doubt when the process dies, and late when the candidate says stop."""
    crew = Crew(8)
    assert crew.n_ahead == 16, "as long as nothing is known"
    message = OutgoingMessage("m", 1, Channel.SMS, "+8613900000000", "", "MARKER22")
    ended = Ended(Begun(message, "c", None, None, "t", NOON), "s", Outcome.ACCEPTED, NOON)
    for _ in range(200):
        crew.in_flight[Channel.SMS] += 1
        crew._taken([(ended, seconds)])
    assert crew.n_ahead == n_ahead


def test_a_stop_is_confirmed_once_nothing_called_back_can_be_on_its_way(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 1))
    began = {"state": S.SENDING, "n_tries": 1, "sending_at": NOON, "refusal": Refusal.OPTED_OUT}
    with ws.writing() as session:
        session.execute(update(OutboxMessage).values(**began))

    def end() -> None:
        time.sleep(0.2)
        with ws.writing() as session:
            session.execute(update(OutboxMessage).values(state=S.ACCEPTED))

    ending = threading.Thread(target=end)
    ending.start()
    await_recalled(ws, now=NOON, seconds=30)
    assert states(ws) == {"accepted": 1}
    ending.join()
    with ws.writing() as session:
        session.execute(update(OutboxMessage).values(**began))
    asked_at = time.monotonic()
    await_recalled(ws, now=NOON + timedelta(minutes=2), seconds=30)  # a dead dispatcher's: nobody waits for it
    assert time.monotonic() - asked_at < 10
