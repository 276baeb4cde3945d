"""The outbox on both databases, with scripted senders in the same process."""

from __future__ import annotations

import dataclasses
import threading
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from ringback.actions.outreach import (
    Intent,
    cancel_pending,
    dispatch_due,
    plan_message,
    plan_messages_bulk,
    reconcile,
    record_report,
    settle_by_person,
)
from ringback.actions.outreach_recall import Recall
from ringback.actions.standing import hold_candidate, move_status, opt_out
from ringback.channels.base import Accepted, OutgoingMessage
from ringback.errors import InDoubtError, NotFoundError, PermanentError, RetryableError, UsageError
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, ContactPoint, OutboxMessage, SendTry, StatusChange, Suppression
from schemas.words import Channel, ContactKind, ContactState, Event, MessageState, Refusal, Status
from tests.standins.pool import NOON, add_candidates, plan, states

S = MessageState


class Scripted:
    """A sender that does what a test says, and keeps what it took."""

    provider = "twilio"

    def __init__(self, script: Callable[[OutgoingMessage], Any] | None = None, *, settle: float | None = 0.05) -> None:
        self.name = "twilio:+15550100"
        self.settle_seconds = settle
        self.script = script or (lambda _: None)
        self.taken: list[OutgoingMessage] = []
        self.looks: list[str] = []
        self.finds: Callable[[OutgoingMessage], Accepted | None] = self._find
        self._lock = threading.Lock()

    def send(self, message: OutgoingMessage) -> Accepted:
        answer = self.script(message)
        if isinstance(answer, Exception) and not isinstance(answer, InDoubtError):
            raise answer
        with self._lock:
            self.taken.append(message)
        if isinstance(answer, InDoubtError):
            raise answer
        return Accepted(f"SM{len(self.taken)}")

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        self.looks.append(message.marker)
        return self.finds(message)

    def close(self) -> None: ...

    def _find(self, message: OutgoingMessage) -> Accepted | None:
        return Accepted("SMfound") if any(taken.marker == message.marker for taken in self.taken) else None


def both(sender: Scripted) -> Mapping[Channel, Scripted]:
    return {Channel.SMS: sender, Channel.EMAIL: sender}


def run(ws: Workspace, sender: Scripted, *, at: datetime = NOON, drain: bool = True, **more: Any) -> Any:
    return dispatch_due(ws, now=lambda: at, drain=drain, channels=both(sender), **more)


def rows(ws: Workspace) -> list[OutboxMessage]:
    with ws.reading() as session:
        return list(session.scalars(select(OutboxMessage).order_by(OutboxMessage.dedupe_key)))


def change(ws: Workspace, candidate_id: str, **columns: Any) -> None:
    with ws.writing() as session:
        session.execute(update(Candidate).where(Candidate.candidate_id == candidate_id).values(**columns))


def set_address(ws: Workspace, candidate_id: str, kind: ContactKind, state: ContactState) -> None:
    with ws.writing() as session:
        session.execute(
            update(ContactPoint)
            .where(ContactPoint.candidate_id == candidate_id, ContactPoint.kind == kind)
            .values(state=state)
        )


# --- planning --------------------------------------------------------------------------------------------------------------
def test_an_intention_gets_one_row_however_often_it_is_planned(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    (who,) = add_candidates(ws, 1)

    def intend(key: str) -> OutboxMessage | None:
        with ws.writing() as session:
            return plan_message(
                session,
                ws,
                candidate_id=who,
                source_record_id=None,
                channel=Channel.SMS,
                template="missed_call",
                dedupe_key=key,
                due_at=NOON,
                now=NOON,
            )

    assert intend("k1") is not None
    assert intend("k1") is None
    (row,) = rows(ws)
    assert (row.state, row.due_at, row.expires_at) == (S.PLANNED, NOON, NOON + timedelta(hours=72))
    assert row.body is None
    with pytest.raises(UsageError, match="no SMS template"), ws.writing() as session:
        plan_messages_bulk(session, ws, [Intent(who, Channel.SMS, "nothing", "k2", NOON)], now=NOON)
    with pytest.raises(UsageError, match="no candidate"), ws.writing() as session:
        plan_messages_bulk(session, ws, [Intent("nobody", Channel.SMS, "missed_call", "k2", NOON)], now=NOON)


def test_a_plan_of_thousands_is_written_without_a_statement_a_row(ws: Workspace) -> None:
    ids = add_candidates(ws, 600)
    intents = [Intent(who, Channel.SMS, "first_contact", f"k:{who}", NOON) for who in ids]
    with ws.writing() as session:
        first = plan_messages_bulk(session, ws, intents + intents[:10], now=NOON)
        again = plan_messages_bulk(session, ws, intents, now=NOON)
    assert (first.n_planned, first.n_known) == (600, 0)
    assert (again.n_planned, again.n_known) == (0, 600)
    assert len({row.marker for row in rows(ws)}) == 600


def test_a_message_planned_at_night_is_due_in_the_morning(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    (who,) = add_candidates(ws, 1)
    night = datetime(2026, 11, 18, 15, tzinfo=UTC)
    plan(ws, [who], now=night)
    assert rows(ws)[0].due_at == datetime(2026, 11, 19, 1, tzinfo=UTC)
    sender = Scripted()
    run(ws, sender, at=night)
    assert not sender.taken
    run(ws, sender, at=datetime(2026, 11, 19, 1, tzinfo=UTC))
    assert len(sender.taken) == 1


def test_who_cannot_be_reached_gets_a_row_that_says_why(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    a, b, c, d = add_candidates(ws, 4)
    set_address(ws, a, ContactKind.PHONE, ContactState.WRONG_NUMBER)
    set_address(ws, b, ContactKind.EMAIL, ContactState.OPTED_OUT)
    change(ws, c, is_do_not_contact=True)
    with ws.writing() as session:
        session.query(ContactPoint).filter(ContactPoint.candidate_id == d).delete()
    plan(ws, [a, b, c, d])
    assert [(row.state, row.refusal) for row in rows(ws)] == [
        (S.CANCELLED, Refusal.WRONG_NUMBER),
        (S.CANCELLED, Refusal.OPTED_OUT),
        (S.CANCELLED, Refusal.DO_NOT_CONTACT),
        (S.CANCELLED, Refusal.NO_ADDRESS),
    ]
    assert all(row.reason for row in rows(ws))


# --- the gate, asked again -----------------------------------------------------------------------------------------------
def test_what_happened_after_planning_stops_a_message(ws: Workspace) -> None:
    a, b, c, d, e = add_candidates(ws, 5)
    plan(ws, [a, b, c, d, e])
    change(ws, a, is_do_not_contact=True)
    set_address(ws, b, ContactKind.EMAIL, ContactState.OPTED_OUT)
    change(ws, c, replied_at=NOON)
    change(ws, d, status=Status.HIRED)
    with ws.writing() as session:
        blind = ws.vault.blind("phone", "+8613900000004")
        session.add(Suppression(kind="phone", blind=blind, reason="opted_out", at=NOON))
    sender = Scripted()
    summary = run(ws, sender)
    assert not sender.taken
    assert [row.refusal for row in rows(ws)] == [
        Refusal.DO_NOT_CONTACT,
        Refusal.OPTED_OUT,
        Refusal.ALREADY_REPLIED,
        Refusal.CLOSED,
        Refusal.OPTED_OUT,
    ]
    assert summary.counts == {S.CANCELLED: 5}


def test_a_second_message_on_the_same_day_is_held_also_within_one_batch(ws: Workspace) -> None:
    ids = add_candidates(ws, 3)
    plan(ws, ids)
    plan(ws, ids, Channel.EMAIL)
    sender = Scripted()
    summary = run(ws, sender)
    assert len(sender.taken) == 3
    assert {message.message_id for message in sender.taken} <= {row.message_id for row in rows(ws)}
    assert summary.counts == {S.ACCEPTED: 3, S.HELD: 3}
    held = [row for row in rows(ws) if row.state is S.HELD]
    assert {row.due_at for row in held} == {datetime(2026, 11, 19, 1, tzinfo=UTC)}
    run(ws, sender, at=datetime(2026, 11, 19, 1, 30, tzinfo=UTC))
    assert len(sender.taken) == 6


def test_another_number_is_used_when_the_planned_one_turned_out_wrong(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    (who,) = add_candidates(ws, 1)
    with ws.writing() as session:
        value = "+8613900009999"
        blind = ws.vault.blind("phone", value)
        session.add(
            ContactPoint(
                candidate_id=who,
                kind=ContactKind.PHONE,
                value=value,
                blind=blind,
                state=ContactState.UNVERIFIED,
                rank=5,
                first_seen_at=NOON,
                updated_at=NOON,
            )
        )
    plan(ws, [who])
    with ws.writing() as session:
        first = session.scalars(
            select(ContactPoint).where(ContactPoint.rank == 0, ContactPoint.kind == ContactKind.PHONE)
        ).one()
        first.state = ContactState.WRONG_NUMBER
    sender = Scripted()
    run(ws, sender)
    assert [message.to for message in sender.taken] == ["+8613900009999"]


def test_a_message_too_old_is_cancelled_and_not_sent_late(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    sender = Scripted()
    run(ws, sender, at=NOON + timedelta(days=4))
    assert not sender.taken
    assert rows(ws)[0].refusal is Refusal.TOO_OLD


def test_cancelling_stops_what_waits(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    a, b = add_candidates(ws, 2)
    plan(ws, [a, b])
    with ws.writing() as session:
        assert cancel_pending(session, a, refusal=Refusal.ALREADY_REPLIED, now=NOON) == 1
        assert cancel_pending(session, a, refusal=Refusal.ALREADY_REPLIED, now=NOON) == 0
    sender = Scripted()
    run(ws, sender)
    assert [state.value for state in (row.state for row in rows(ws))] == ["cancelled", "accepted"]


# --- sending ---------------------------------------------------------------------------------------------------------------
def test_an_opt_out_calls_back_what_was_begun_and_waits_for_a_thread(ws: Workspace) -> None:
    """With one thread the second send is committed as begun while the first is still under way."""
    alone = ws.policy.model_copy(update={"messages": ws.policy.messages.model_copy(update={"concurrency": 1})})
    ws = dataclasses.replace(ws, policy=alone)
    first, second = add_candidates(ws, 2)
    plan(ws, [first, second])

    def script(message: OutgoingMessage) -> None:
        if not sender.taken:
            assert states(ws)["sending"] == 2
            with ws.writing() as session:
                candidate = session.get_one(Candidate, second if message.to.endswith("0000") else first)
                hold_candidate(session, candidate)
                opt_out(session, candidate, at=NOON, reason="wrote so")
                move_status(session, candidate, Event.OPTED_OUT, at=NOON, actor="candidate")
            time.sleep(0.05)

    sender = Scripted(script)
    run(ws, sender)
    assert len(sender.taken) == 1
    ended = {(row.state, row.refusal) for row in rows(ws)}
    assert ended == {(S.ACCEPTED, None), (S.CANCELLED, Refusal.DO_NOT_CONTACT)}


def test_a_dispatcher_whose_message_was_taken_over_sends_nothing(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    with ws.writing() as session:
        row = session.scalars(select(OutboxMessage)).one()
        row.state, row.n_tries = S.SENDING, 1
        message_id = row.message_id
    assert Recall(ws.engine).is_wanted(message_id, 1)
    assert not Recall(ws.engine).is_wanted(message_id, 2)
    with ws.writing() as session:
        session.get_one(OutboxMessage, message_id).state = S.IN_DOUBT
    assert not Recall(ws.engine).is_wanted(message_id, 1)


@pytest.mark.parametrize("state", [S.CLAIMED, S.SENDING])
def test_a_clock_that_was_set_back_leaves_nothing_stuck(sqlite_ws: Workspace, state: MessageState) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    with ws.writing() as session:
        row = session.scalars(select(OutboxMessage)).one()
        row.state, row.n_tries, row.to, row.body = state, 1, "+8613900000000", "text"
        row.lease_owner, row.lease_until = "a dead one", NOON + timedelta(days=1)
        session.add(SendTry(message_id=row.message_id, n=1, owner="a dead one", started_at=NOON - timedelta(minutes=1)))
    sender = Scripted()
    run(ws, sender)
    assert states(ws) == {"accepted": 1}
    assert len(sender.taken) == 1


def test_an_accepted_message_is_on_the_timeline_once(ws: Workspace) -> None:
    ids = add_candidates(ws, 20)
    plan(ws, ids)
    sender = Scripted()
    summary = run(ws, sender)
    assert summary.counts == {S.ACCEPTED: 20}
    assert summary.n_started == 20
    run(ws, sender)
    assert len(sender.taken) == 20
    with ws.reading() as session:
        assert len(session.scalars(select(Attempt)).all()) == 20
        assert set(session.scalars(select(Candidate.status))) == {Status.FOLLOW_UP}
        assert len(session.scalars(select(StatusChange)).all()) == 20
        tries = session.scalars(select(SendTry)).all()
        assert {(each.n, each.outcome) for each in tries} == {(1, "accepted")}
    for row, message in zip(rows(ws), sorted(sender.taken, key=lambda m: m.to), strict=True):
        assert (row.to, row.body, row.marker in message.body) == (message.to, message.body, True)
        assert "http" not in message.body


def test_one_bad_recipient_never_stops_another(ws: Workspace) -> None:
    ids = add_candidates(ws, 10)
    plan(ws, ids)
    with ws.writing() as session:
        session.execute(update(Candidate).where(Candidate.candidate_id == ids[3]).values(timezone="Mars/Olympus"))
        session.execute(update(OutboxMessage).where(OutboxMessage.candidate_id == ids[5]).values(template="gone"))
        session.execute(
            update(Candidate).where(Candidate.candidate_id == ids[6]).values(name="😀" * 190, title="职" * 180)
        )

    def script(message: OutgoingMessage) -> Exception | None:
        if message.to.endswith("7"):
            return PermanentError("not a mobile number", code="21614", http_status=400)
        return ValueError("a bug in a client") if message.to.endswith("8") else None

    sender = Scripted(script)
    sender.settle_seconds = 0.0
    run(ws, sender)
    ended = {row.candidate_id: (row.state, row.error_code) for row in rows(ws)}
    assert ended.pop(ids[3]) == (S.DEAD, "fault")
    assert ended.pop(ids[5]) == (S.DEAD, "template")
    assert ended.pop(ids[6])[0] is S.DEAD  # 190 emoji are more segments than allowed
    assert ended.pop(ids[7]) == (S.DEAD, "21614")
    assert ended.pop(ids[8]) == (S.DEAD, "in_doubt")
    assert set(ended.values()) == {(S.ACCEPTED, None)}
    with ws.reading() as session:
        bad = session.scalars(select(ContactPoint).where(ContactPoint.state == ContactState.WRONG_NUMBER)).one()
        assert bad.candidate_id == ids[7]


def test_an_opt_out_that_the_provider_knows_suppresses_everywhere(ws: Workspace) -> None:
    (who,) = add_candidates(ws, 1)
    plan(ws, [who])
    plan(ws, [who], Channel.EMAIL, campaign="later", now=NOON + timedelta(days=1))
    sender = Scripted(lambda _: PermanentError("unsubscribed", code="21610", http_status=400))
    run(ws, sender)
    assert [(row.state, row.refusal) for row in rows(ws)] == [
        (S.DEAD, Refusal.OPTED_OUT),
        (S.CANCELLED, Refusal.OPTED_OUT),
    ]
    with ws.reading() as session:
        assert session.scalars(select(Suppression)).one().reason == "opted_out"


def test_what_was_not_taken_is_sent_again_word_for_word(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    (who,) = add_candidates(ws, 1)
    plan(ws, [who])
    seen: list[OutgoingMessage] = []

    def script(message: OutgoingMessage) -> Exception | None:
        seen.append(message)
        if len(seen) < 3:
            change(ws, who, name="另一个名字")
            return RetryableError("busy", code="20429", http_status=429, retry_after_seconds=0.05)
        return None

    run(ws, Scripted(script))
    assert [message.n_try for message in seen] == [1, 2, 3]
    assert len({(message.body, message.to) for message in seen}) == 1
    (row,) = rows(ws)
    assert (row.state, row.n_tries) == (S.ACCEPTED, 3)


def test_without_draining_a_retry_is_left_to_the_next_run(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    sender = Scripted(lambda _: RetryableError("busy", code="20429", http_status=429, retry_after_seconds=600))
    summary = run(ws, sender, drain=False)
    (row,) = rows(ws)
    assert row.state is S.DUE
    assert row.due_at >= NOON + timedelta(seconds=600)
    assert summary.counts == {S.DUE: 1}


def test_a_broken_setup_stops_the_channel_and_keeps_the_queue(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 40))
    n = 0

    def script(_: OutgoingMessage) -> Exception | None:
        nonlocal n
        n += 1
        return RetryableError("authenticate", code="20003", http_status=401) if n <= 1 or n == 12 else None

    sender = Scripted(script)
    summary = run(ws, sender)
    assert summary.counts == {S.ACCEPTED: 40}
    assert len(sender.taken) == 40
    assert 1 <= len(summary.alarms) <= 2
    assert "configuration" in summary.alarms[0]


def test_a_setup_that_stays_broken_ends_the_run_and_keeps_the_queue(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 30))
    sender = Scripted(lambda _: RetryableError("authenticate", code="20003", http_status=401))
    clock = NOON

    def hurried() -> datetime:
        nonlocal clock
        clock += timedelta(seconds=2)  # a clock that runs fast, so that pauses are short
        return clock

    summary = dispatch_due(ws, now=hurried, drain=True, channels=both(sender))
    assert states(ws).keys() == {"due", "planned"} or states(ws).keys() == {"due"}
    assert "the queue is kept" in summary.alarms[-1]
    with ws.reading() as session:
        assert len(session.scalars(select(SendTry)).all()) < 40  # probes, not the whole queue again and again


def test_a_rate_in_segments_is_kept_by_all_dispatchers_together(ws: Workspace) -> None:
    messages = ws.policy.messages.model_copy(update={"sms_segments_per_second": 10.0})
    object.__setattr__(ws, "policy", ws.policy.model_copy(update={"messages": messages}))
    plan(ws, add_candidates(ws, 14))  # two segments each
    sender = Scripted()
    times: list[float] = []
    only_sms = {Channel.SMS: sender}

    def work() -> None:
        times.append(dispatch_due(ws, now=lambda: NOON, drain=True, channels=only_sms).seconds)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sender.taken) == 14
    assert max(times) > 1.3  # 28 segments at 10 a second, of which 10 may go at once


def test_a_limit_is_a_limit(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 30))
    sender = Scripted()
    run(ws, sender, limit=7)
    assert len(sender.taken) == 7
    assert states(ws) == {"accepted": 7, "planned": 23}


def test_two_dispatchers_share_the_work(ws: Workspace) -> None:
    ids = add_candidates(ws, 60)
    plan(ws, ids)
    plan(ws, ids, Channel.EMAIL)
    sender = Scripted()
    threads = [threading.Thread(target=run, args=(ws, sender)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(sender.taken) == len({message.message_id for message in sender.taken}) == 60  # and the cap held
    assert states(ws) == {"accepted": 60, "held": 60}


# --- doubts ----------------------------------------------------------------------------------------------------------------
def test_a_doubt_is_found_and_not_sent_again(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 5))
    sender = Scripted(lambda _: InDoubtError("no answer"))
    run(ws, sender)
    assert len(sender.taken) == 5
    assert {(row.state, row.provider_id) for row in rows(ws)} == {(S.ACCEPTED, "SMfound")}
    with ws.reading() as session:
        assert len(session.scalars(select(Attempt)).all()) == 5


def impatient(ws: Workspace) -> Workspace:
    """Return the workspace with a short wait for a provider that gives no answer; a doubt is given it once more."""
    return dataclasses.replace(ws, settings=ws.settings.model_copy(update={"provider_timeout_seconds": 0.3}))


def test_what_three_looks_did_not_find_is_sent_again(ws: Workspace) -> None:
    ws = impatient(ws)
    plan(ws, add_candidates(ws, 1))
    n = 0

    def script(_: OutgoingMessage) -> Exception | None:
        nonlocal n
        n += 1
        return ValueError("lost before it left") if n == 1 else None

    sender = Scripted(script, settle=0.3)
    run(ws, sender)
    (row,) = rows(ws)
    assert (row.state, row.n_tries) == (S.ACCEPTED, 2)
    assert len(sender.looks) == 3
    assert len(sender.taken) == 1


def test_with_the_usual_settle_time_nothing_is_sent_again_before_a_quarter_of_an_hour(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    n = 0

    def script(_: OutgoingMessage) -> Exception | None:
        nonlocal n
        n += 1
        return ValueError("lost") if n == 1 else None

    sender = Scripted(script, settle=None)  # as the settings say: 900 seconds
    history = []
    for minute in range(18):
        at = NOON + timedelta(minutes=minute)
        run(ws, sender, at=at, drain=False)
        history.append((len(sender.looks), len(sender.taken)))
    assert history[0] == (0, 0)
    assert history[2] == (1, 0)
    assert history[14] == (2, 0)
    assert history[17] == (3, 1)


def test_a_list_that_fails_is_asked_again_and_never_read_as_empty(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))
    sender = Scripted(lambda _: InDoubtError("no answer"), settle=0.3)
    failures = 6

    def finds(message: OutgoingMessage) -> Accepted | None:
        nonlocal failures
        failures -= 1
        if failures >= 0:
            raise RetryableError("list is down")
        return sender._find(message)

    sender.finds = finds
    run(ws, sender)
    assert len(sender.taken) == 1
    assert rows(ws)[0].provider_id == "SMfound"


def test_a_doubt_that_nobody_can_clear_up_is_left_to_a_person(sqlite_ws: Workspace) -> None:
    ws = impatient(sqlite_ws)
    a, b = add_candidates(ws, 2)
    plan(ws, [a, b])
    sender = Scripted(lambda _: InDoubtError("no answer"), settle=0.2)

    def finds(_: OutgoingMessage) -> Accepted | None:
        raise PermanentError("this account cannot be asked")

    sender.finds = finds
    run(ws, sender)
    assert {(row.state, row.error_code) for row in rows(ws)} == {(S.DEAD, "in_doubt")}
    assert len(sender.taken) == 2
    first, second = rows(ws)
    settle_by_person(ws, first.message_id, was_sent=True, now=NOON, actor="lee")
    settle_by_person(ws, second.message_id, was_sent=False, now=NOON, actor="lee")
    sender.script = lambda _: None
    run(ws, sender)
    assert states(ws) == {"accepted": 2}
    assert len(sender.taken) == 3
    with pytest.raises(UsageError, match="does not wait"):
        settle_by_person(ws, first.message_id, was_sent=True, now=NOON, actor="lee")
    with pytest.raises(NotFoundError):
        settle_by_person(ws, "nothing", was_sent=True, now=NOON, actor="lee")


def test_reconciling_starts_nothing(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    a, b = add_candidates(ws, 2)
    plan(ws, [a])
    sender = Scripted(lambda _: InDoubtError("no answer"))
    run(ws, sender, drain=False)
    plan(ws, [b])
    reconcile(ws, now=lambda: NOON + timedelta(minutes=1), drain=True, channels=both(sender))
    assert states(ws) == {"accepted": 1, "planned": 1}


def test_what_a_dead_dispatcher_was_sending_is_looked_up_and_never_just_sent(ws: Workspace) -> None:
    a, b = add_candidates(ws, 2)
    plan(ws, [a, b])
    sender = Scripted()
    with ws.writing() as session:
        for n, row in enumerate(session.scalars(select(OutboxMessage).order_by(OutboxMessage.dedupe_key))):
            row.state, row.lease_owner, row.lease_until = (S.SENDING, S.CLAIMED)[n], "dead", NOON - timedelta(seconds=1)
            if n == 0:
                row.n_tries, row.sending_at, row.body = 1, NOON - timedelta(minutes=2), f"text {row.marker}"
                session.add(
                    SendTry(message_id=row.message_id, n=1, owner="dead", started_at=NOON - timedelta(minutes=2))
                )
                message = OutgoingMessage(row.message_id, 1, row.channel, row.to or "", row.body, row.marker)
                sender.taken.append(message)
    run(ws, sender)
    assert states(ws) == {"accepted": 2}
    assert len(sender.taken) == 2


# --- later reports ---------------------------------------------------------------------------------------------------------
def test_reports_only_climb_in_any_order(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 1))
    sender = Scripted(lambda _: InDoubtError("no answer"), settle=60)
    run(ws, sender, drain=False)
    (row,) = rows(ws)

    def report(*, was_delivered: bool | None, **key: Any) -> MessageState:
        with ws.writing() as session:
            assert record_report(session, at=NOON, was_delivered=was_delivered, **key) == row.message_id
        return rows(ws)[0].state

    assert row.state is S.IN_DOUBT
    assert report(was_delivered=None, message_id=row.message_id, provider_id="SM7") is S.ACCEPTED
    assert report(was_delivered=False, provider_id="SM7", code="30003") is S.UNDELIVERED
    assert report(was_delivered=None, marker=row.marker) is S.UNDELIVERED
    assert report(was_delivered=True, provider_id="SM7") is S.DELIVERED
    assert report(was_delivered=False, provider_id="SM7") is S.DELIVERED
    with ws.writing() as session:
        assert record_report(session, at=NOON, was_delivered=True, provider_id="SM8") is None
    with ws.reading() as session:
        assert len(session.scalars(select(Attempt)).all()) == 1


def test_a_report_during_the_send_wins_over_a_lost_answer(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    plan(ws, add_candidates(ws, 1))

    def script(message: OutgoingMessage) -> Exception:
        with ws.writing() as session:
            record_report(session, at=NOON, was_delivered=True, message_id=message.message_id, provider_id="SM9")
        return InDoubtError("no answer")

    sender = Scripted(script)
    run(ws, sender)
    assert rows(ws)[0].state is S.DELIVERED
    assert len(sender.taken) == 1
