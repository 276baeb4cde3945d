"""Outreach: intend messages, send what is due exactly once, and find out about what is in doubt.

The outbox holds one row for each intended message (:mod:`ringback.rules.sending` has its life as a table). This module is
the door; the rooms behind it are ``outreach_plan`` (intending), ``outreach_run`` (the dispatcher), ``outreach_crew`` (its
threads), ``outreach_start`` (gate and beginning), ``outreach_wording`` (text and address), ``outreach_recall`` (called back
before it left), ``outreach_record`` (endings), ``outreach_look`` (doubts), ``outreach_settle`` (what a person found out),
``outreach_pace`` (rates and pauses) and ``outreach_wait`` (what a run waits for).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import select

from ringback.actions.outreach_delivery import record_report
from ringback.actions.outreach_plan import Intent, PlanCounts, cancel_pending, plan_message, plan_messages_bulk
from ringback.actions.outreach_run import Dispatcher
from ringback.actions.outreach_settle import settle_by_person
from ringback.actions.outreach_work import DispatchLine, DispatchSummary, Pass
from ringback.channels.base import Sender
from ringback.channels.factory import open_channels
from ringback.rules.sending import SendEvent, states_before
from ringback.workspace import Workspace
from schemas.tables import OutboxMessage
from schemas.words import Channel, MessageState

__all__ = [
    "DispatchLine",
    "DispatchSummary",
    "Intent",
    "PlanCounts",
    "cancel_pending",
    "dispatch_due",
    "dispatch_released",
    "plan_message",
    "plan_messages_bulk",
    "reconcile",
    "record_report",
    "settle_by_person",
]


def dispatch_due(
    ws: Workspace,
    *,
    now: Callable[[], datetime],
    drain: bool = False,
    limit: int | None = None,
    channels: Mapping[Channel, Sender] | None = None,
    progress: Callable[[DispatchSummary], None] | None = None,
) -> DispatchSummary:
    """Send every message that is due and may be sent; return what was sent, held, cancelled, in doubt or dead, and why.

    No message is handed to a provider twice unless the provider has said, or was found by asking it, not to have it. The
    gate is asked in the transaction that begins a send. Killing the process at any moment loses and doubles nothing: the
    next run takes over. Other dispatchers may run at the same time.

    Args:
        ws: the open installation.
        now: the clock by which is decided. One that stands still (a run as of some moment) goes on from there.
        drain: work on until nothing is due or in doubt, waiting for retries and for the settle time of doubts.
        limit: begin at most this many sends.
        channels: senders to use; None opens those of the settings.
        progress: called after every turn with the summary so far.

    Raises:
        SetupError: live channels without credentials.
        TemplateError: a template or the policy's sequences cannot be used.
    """
    return _run(ws, now, channels, Pass(is_draining=drain, limit=limit, progress=progress))


def dispatch_released(
    ws: Workspace,
    message_id: str | None,
    *,
    now: Callable[[], datetime],
    channels: Mapping[Channel, Sender] | None = None,
) -> DispatchLine | None:
    """Send one message that was just released, if it is due, as :func:`dispatch_due` would; return what came of it.

    Whoever logs an unanswered call need not wait for the next run of the dispatcher. None if there is no message, or it is
    not due, or another dispatcher has it: that one, or the next run, does the rest. What was not taken is due again.

    Raises:
        SetupError, TemplateError: as :func:`dispatch_due`; the message waits.
    """
    if message_id is None or not _is_due(ws, message_id, now()):
        return None
    summary = _run(ws, now, channels, Pass(only=frozenset({message_id})))
    return summary.lines.get(message_id)


def is_left_over(due_at: datetime | None, line: DispatchLine | None, *, now: datetime) -> bool:
    """Tell whether a released message that is due did not leave with its call, and a dispatcher should look at it.

    Args:
        due_at: when it may leave; None if nothing was released.
        line: what came of sending it at once, None if that was not tried or another dispatcher had it.
        now: the present instant.
    """
    return due_at is not None and due_at <= now and (line is None or line.state is MessageState.DUE)


def _is_due(ws: Workspace, message_id: str, at: datetime) -> bool:
    query = select(OutboxMessage.due_at).where(
        OutboxMessage.message_id == message_id, OutboxMessage.state.in_(states_before(SendEvent.CLAIM))
    )
    with ws.reading() as session:
        due_at = session.scalar(query)
    return due_at is not None and due_at <= at


def reconcile(
    ws: Workspace,
    *,
    now: Callable[[], datetime],
    drain: bool = False,
    channels: Mapping[Channel, Sender] | None = None,
) -> DispatchSummary:
    """Ask the providers about messages in doubt whose next look is due, and take over what dead dispatchers held.

    Starts no send. ``drain`` stays until nothing is in doubt any more.
    """
    return _run(ws, now, channels, Pass(is_draining=drain, may_start=False))


def _run(
    ws: Workspace, now: Callable[[], datetime], channels: Mapping[Channel, Sender] | None, asked: Pass
) -> DispatchSummary:
    ours = open_channels(ws.settings) if channels is None else channels
    try:
        return Dispatcher(ws, ours, now, asked).run()
    finally:
        if channels is None:
            for sender in ours.values():
                sender.close()
