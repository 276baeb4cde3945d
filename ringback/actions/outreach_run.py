"""The dispatcher: claims what is due, hands it to the senders, and records what came of it.

One coordinating thread owns the database; worker threads only call providers. Each turn of the coordinator is one
transaction that records everything that has ended since the last turn and begins what is next, so that one flush to disk
serves many messages. No transaction is open while a provider is called. Several dispatchers, on several machines, may run
on one database.
"""

from __future__ import annotations

import logging
import os
import socket
import time
import uuid
from collections import Counter, deque
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from ringback.actions.outreach_claim import claim_due, release_claims
from ringback.actions.outreach_clock import Fence, RunningClock, uptime
from ringback.actions.outreach_crew import Crew
from ringback.actions.outreach_look import Doubt, Looked, expire_leases, record_looked, take_looks
from ringback.actions.outreach_pace import Pace, paces_of, read_senders, record_breaks, write_tokens
from ringback.actions.outreach_recall import Recall
from ringback.actions.outreach_record import Ended, record_ended
from ringback.actions.outreach_start import Desk, Judged, judge_claimed
from ringback.actions.outreach_wait import commit, nap, next_need
from ringback.actions.outreach_work import Claim, DispatchLine, DispatchSummary, Pass, line, look_task, send_task
from ringback.channels.base import Sender
from ringback.rules.wording import load_templates
from ringback.store.queries.facts import lock_candidates
from ringback.workspace import Workspace
from schemas.words import Channel

log = logging.getLogger(__name__)

LONGEST_FENCE_SECONDS = 10.0


class Dispatcher:
    """One run of one dispatcher; use :func:`ringback.actions.outreach.dispatch_due`."""

    def __init__(
        self, ws: Workspace, channels: Mapping[Channel, Sender], now: Callable[[], datetime], asked: Pass
    ) -> None:
        settings, messages = ws.settings, ws.policy.messages
        self._ws, self._channels, self._clock, self._asked = ws, channels, RunningClock(now), asked
        self._owner = f"{socket.gethostname()}:{os.getpid()}:{uuid.uuid4().hex[:8]}"[:100]
        self._lease = timedelta(seconds=settings.lease_seconds)
        self._fence_seconds = min(LONGEST_FENCE_SECONDS, settings.lease_seconds / 2)
        self._try_seconds = self._fence_seconds + settings.provider_timeout_seconds
        self._settle_of = {
            channel: timedelta(
                seconds=settings.in_doubt_settle_seconds if sender.settle_seconds is None else sender.settle_seconds
            )
            for channel, sender in channels.items()
        }
        per_second = {Channel.SMS: messages.sms_segments_per_second, Channel.EMAIL: messages.mails_per_second}
        self._rates = {sender.name: per_second.get(channel, 0.0) for channel, sender in channels.items()}
        self._crew = Crew(messages.concurrency if asked.only is None else min(messages.concurrency, len(asked.only)))
        self._recall = Recall(ws.engine)
        self._claimed: deque[Claim] = deque()
        self._is_claimed_out = False
        self._is_blocked = False
        self._housekeeping_at = 0.0
        self._paces: dict[str, Pace] = {}
        self._fence: Fence | None = None
        self.summary = DispatchSummary()

    def run(self) -> DispatchSummary:
        """Work until there is nothing left to do, and return what was done."""
        began = time.monotonic()
        self._crew.start()
        try:
            while self._step():
                if self._asked.progress is not None:
                    self._asked.progress(self.summary)
        finally:
            self._crew.stop()
            self._record_rest()
            self.summary.seconds = time.monotonic() - began
        return self.summary

    # --- the coordinator -------------------------------------------------------------------------------------------------
    def _step(self) -> bool:
        """Do one turn; False when the run is over."""
        if uptime() >= self._housekeeping_at and self._asked.only is None:
            self._keep_house()
        if self._may_claim():
            self._claim()
        results = self._crew.collect(has_more=bool(self._claimed), is_blocked=self._is_blocked)
        if results or self._claimed:
            n_before = len(self._claimed)
            self._turn(results)
            if results or len(self._claimed) < n_before or self._crew.n_busy:
                return True
        elif self._crew.n_busy:
            return True
        return self._wait_for_more()

    def _may_claim(self) -> bool:
        if not self._asked.may_start or self._is_claimed_out or self._is_at_limit():
            return False
        return len(self._claimed) < self._crew.n_ahead // 2

    def _is_at_limit(self) -> bool:
        limit = self._asked.limit
        return limit is not None and self.summary.n_started + len(self._claimed) >= limit

    def _claim(self) -> None:
        """Take the next due messages under a lease."""
        channels = [
            channel
            for channel, sender in self._channels.items()
            if sender.name not in self._paces or not self._paces[sender.name].is_paused(self._clock())
        ]
        size = 2 * self._crew.n_ahead
        if self._asked.limit is not None:
            size = min(size, self._asked.limit - self.summary.n_started - len(self._claimed))

        def claim(session: Session) -> list[Claim]:
            return claim_due(
                session,
                self._owner,
                channels,
                now=self._clock(),
                lease=self._lease,
                size=size,
                only=self._asked.only,
            )

        claims = commit(self._ws, claim) if channels else []
        self._claimed.extend(claims)
        self._is_claimed_out = not claims

    def _turn(self, results: Sequence[Ended | Looked]) -> None:
        """Record what ended and begin what is next, in one transaction; then hand over what was begun."""
        ended = [each for each in results if isinstance(each, Ended)]
        looked = [each for each in results if isinstance(each, Looked)]
        self._recall.forget([each.begun.message.message_id for each in ended])
        picks = list(self._claimed)[: max(0, self._crew.n_ahead - self._crew.in_flight.total())]

        def turn(session: Session) -> tuple[list[DispatchLine], list[Judged], list[Claim], list[str]]:
            began, now = uptime(), self._clock()
            lock_candidates(session, {e.begun.candidate_id for e in ended} | {pick.candidate_id for pick in picks})
            states = read_senders(session, self._rates, now=now)
            lines = [
                line(e.begun, state, reason)
                for e, state, reason in record_ended(session, self._ws, self._owner, ended, settle_of=self._settle_of)
            ]
            lines += [
                line(e.doubt.begun, state, reason)
                for e, state, reason in record_looked(
                    session, looked, now=now, settle_of=self._settle_of, max_doubts=self._ws.policy.messages.max_doubts
                )
            ]
            alarms = record_breaks(session, states, ended, now=now)
            self._paces = paces_of(states, self._rates, now=now)
            judged, left = self._begin(session, picks, began, now)
            return lines, judged, left, alarms

        lines, judged, left, alarms = commit(self._ws, turn)
        for _ in picks:
            self._claimed.popleft()
        self._claimed.extendleft(reversed(left))
        self._is_blocked = bool(picks) and len(left) == len(picks)
        self.summary.alarms += alarms
        for alarm in alarms:
            log.error(alarm)
        for each_line in lines:
            self.summary.lines[each_line.message_id] = each_line
        self._hand_over(judged)

    def _begin(
        self, session: Session, picks: Sequence[Claim], began: float, now: datetime
    ) -> tuple[list[Judged], list[Claim]]:
        """Judge as many of the picks as their senders' pace allows; return them, and what stays claimed."""
        if not picks:
            return [], []
        ready: list[str] = []
        released: list[str] = []
        left: list[Claim] = []
        planned = Counter(self._crew.in_flight)
        for pick in picks:
            pace = self._paces[self._channels[pick.channel].name]
            if pace.is_paused(now):
                released.append(pick.message_id)
            elif pace.allows(now, planned[pick.channel]):
                ready.append(pick.message_id)
                planned[pick.channel] += 1
                pace.spend(self._most_segments(pick.channel))  # given back below, when the text is known
            else:
                left.append(pick)
        if released:
            release_claims(session, self._owner, released)
            self._is_claimed_out = False
        fence = Fence(self._clock, began, now, self._fence_seconds)
        desk = Desk(
            self._ws,
            self._owner,
            now,
            fence,
            self._recall,
            load_templates(self._ws.policy),
            lasting=timedelta(seconds=self._try_seconds),
            lease_until=now + self._lease,
        )
        judged = judge_claimed(session, desk, ready) if ready else []
        self._fence = fence
        for each in judged:
            used = 0 if each.begun is None else each.columns["n_segments"] or 1
            self._paces[self._channels[each.channel].name].spend(used - self._most_segments(each.channel))
        write_tokens(session, self._paces, now=now)
        return judged, left

    def _most_segments(self, channel: Channel) -> int:
        return self._ws.policy.messages.sms_max_segments if channel is Channel.SMS else 1

    def _hand_over(self, judged: Sequence[Judged]) -> None:
        if self._fence is not None:
            self._fence.committed()
        self._recall.watch([each.begun.message.message_id for each in judged if each.begun is not None])
        for each in judged:
            message_id = str(each.columns["message_id"])
            state, reason = each.columns["state"], each.columns["reason"]
            self.summary.lines[message_id] = DispatchLine(
                message_id, each.candidate_id, each.channel, each.template, state, reason
            )
            if each.begun is not None:
                self.summary.n_started += 1
                self._crew.send(each.channel, send_task(self._channels[each.channel], each.begun, self._clock))

    # --- waiting, housekeeping, faults of the database ----------------------------------------------------------------------
    def _keep_house(self) -> None:
        """Take over what dead dispatchers left, and look up what is in doubt."""
        self._housekeeping_at = uptime() + min(5.0, max(0.05, self._ws.settings.lease_seconds / 4))
        now = self._clock()

        def tidy(session: Session) -> list[Doubt]:
            n = expire_leases(
                session, now=now, lease=self._lease, try_seconds=self._try_seconds, settle_of=self._settle_of
            )
            self._is_claimed_out = self._is_claimed_out and not n
            room = 2 * self._crew.n - self._crew.n_looks
            if room <= 0:
                return []
            lease = max(self._lease, timedelta(seconds=self._try_seconds))
            return take_looks(
                session,
                list(self._channels),
                now=now,
                lease=lease,
                try_seconds=self._try_seconds,
                answer_seconds=self._ws.settings.provider_timeout_seconds,
                limit=room,
            )

        for doubt in commit(self._ws, tidy):
            self._crew.look(look_task(self._channels[doubt.begun.message.channel], doubt))

    def _wait_for_more(self) -> bool:
        """Nap until something may be due; False when nothing is left that this run should wait for."""
        is_waiting_for_tokens = bool(self._claimed)
        next_at = self._next_at() if self._asked.is_draining else None
        if next_at is None and not is_waiting_for_tokens:
            return False
        nap(next_at, now=self._clock())
        self._is_claimed_out = False
        if next_at is not None and next_at <= self._clock():
            self._housekeeping_at = 0.0
        return True

    def _next_at(self) -> datetime | None:
        now = self._clock()
        unlimited = dict.fromkeys(self._rates, 0.0)
        with self._ws.reading() as session:
            self._paces = paces_of(read_senders(session, unlimited, now=now), unlimited, now=now)
            next_at = next_need(session, self._channels, self._paces, now=now, may_start=self._asked.may_start)
        if self._asked.may_start:
            for sender, pace in self._paces.items():
                if pace.is_hopeless:
                    self._give_up_on(sender, pace)
        is_at_limit = self._asked.limit is not None and self.summary.n_started >= self._asked.limit
        return None if is_at_limit else next_at

    def _give_up_on(self, sender: str, pace: Pace) -> None:
        alarm = (
            f"{sender} does not take messages ({pace.reason}); the queue is kept, correct the cause and dispatch again"
        )
        if alarm not in self.summary.alarms:
            self.summary.alarms.append(alarm)
            log.error(alarm)

    def _record_rest(self) -> None:
        """Write what ended after the last turn and give back what was claimed, however the run comes to its end."""
        claimed = [each.message_id for each in self._claimed]
        self._claimed.clear()
        rest = self._crew.take_rest()
        if rest:
            self._turn(rest)
        if claimed:
            commit(self._ws, lambda session: release_claims(session, self._owner, claimed))
