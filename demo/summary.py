"""The last page of the demonstration: what a recruiter would want to know of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from ringback.actions.export import export_rows, mask_contact
from ringback.actions.outreach_preview import Preview, preview_waiting
from ringback.actions.reminders import list_today, next_after_today
from ringback.reports.today import clock_note, day_of, today_lines
from ringback.store.queries.counts import messages_by_state, people_by_status, quarantine_by_code, silent_by_cause
from ringback.workspace import Workspace
from schemas.tables import Candidate, OutboxMessage, SourceRecord

SHOWN_CALLS = 8
SHOWN_MESSAGES = 8
MOST_WAITING = 500


def print_summary(workspace: Workspace, *, expected: Mapping[str, int]) -> None:
    """Print people, joined duplicates, quarantine with reasons, today's calls, and messages."""
    with workspace.reading() as session:
        n_people = (
            session.scalar(select(func.count()).select_from(Candidate).where(Candidate.merged_into.is_(None))) or 0
        )
        n_records = session.scalar(select(func.count()).select_from(SourceRecord)) or 0
        statuses, causes = people_by_status(session), silent_by_cause(session)
        states, codes = messages_by_state(session), quarantine_by_code(session)
    _head("人才库 / The pool")
    print(
        f"{n_people} 人，来自 {n_records} 份简历 / people from {n_records} resumes: {n_records - n_people} duplicates joined"
    )
    print(f"(the demo inputs hold {expected['n_people']} people)")
    print("  ".join(f"{status.both}: {n}" for status, n in statuses.items()))
    _quarantine(workspace, codes)
    if causes:
        _head("为什么没联系上 / Why people are silent")
        print("  ".join(f"{cause.both}: {n}" for cause, n in causes.items()))
    is_for_later = _calls(workspace)
    _messages(workspace, {state.both: n for state, n in states.items()})
    print(f"\n全部数据 / everything: {workspace.settings.home.resolve()}")
    todays = "today --next --reveal" if is_for_later else "today --reveal"
    print(f"接下来 / next: `.venv/bin/ringback {todays}`, `.venv/bin/ringback find 姓名`,")
    print("               `make up` (everything in the Prefect UI)")


def _quarantine(workspace: Workspace, codes: Mapping[str, int]) -> None:
    _head(f"隔离待处理 / In quarantine: {sum(codes.values())}")
    for row in export_rows(workspace, "quarantine"):
        part = f" [{row['member']}]" if row["member"] else ""
        print(f"  {row['path']}{part}: {row['code']} - {row['message']}")


def _calls(workspace: Workspace) -> bool:
    """Print the first calls of today's list or, late in the evening, of the next day's; tell whether it is the next day's."""
    now = datetime.now(UTC)
    tasks, title = list_today(workspace, now=now), "今天要打的电话 / Today's list"
    later = next_after_today(workspace, now=now)
    is_for_later = not tasks and later is not None
    if not tasks and later is not None:
        day = day_of(later, workspace.settings.timezone)
        tasks, title = list_today(workspace, now=later), f"{day} 要打的电话 / The list of that day"
    _head(f"{title}: {len(tasks)}")
    if clocks := clock_note(tasks[:SHOWN_CALLS], workspace.settings.timezone):
        print(clocks)
    roles = workspace.policy.roles.labels
    for line in today_lines(tasks[:SHOWN_CALLS], office=workspace.settings.timezone, roles=roles):
        print(line)
    if len(tasks) > SHOWN_CALLS:
        print(f"     ... {len(tasks) - SHOWN_CALLS} more: ringback today{' --next' if is_for_later else ''}")
    return is_for_later


def _messages(workspace: Workspace, states: Mapping[str, int]) -> None:
    _head("消息（控制台通道，没有真正发出）/ Messages (console channel: nothing left this machine)")
    print("  ".join(f"{state}: {n}" for state, n in states.items()))
    zone = ZoneInfo(workspace.settings.timezone)
    waiting = {each.message_id: each for each in preview_waiting(workspace, now=datetime.now(UTC), limit=MOST_WAITING)}
    with workspace.reading() as session:
        shown = session.execute(
            select(OutboxMessage, Candidate.name)
            .join(Candidate, Candidate.candidate_id == OutboxMessage.candidate_id)
            .order_by(OutboxMessage.accepted_at.is_(None), OutboxMessage.due_at, OutboxMessage.message_id)
            .limit(SHOWN_MESSAGES)
        ).all()
        for message, name in shown:
            due = f"{message.due_at.astimezone(zone):%m-%d %H:%M}"
            waits = waiting.get(message.message_id)
            reason = message.reason or (waits.blocked if waits else None)
            to = mask_contact(message.to) or ""
            print(f"  {due}  {message.channel.both}  {name}  {to}  {message.template}: {message.state.both}"
                  + (f" - {reason}" if reason else ""))  # fmt: skip
            for line in _words(message, waits):
                print(f"      | {line}")


def _words(message: OutboxMessage, waits: Preview | None) -> list[str]:
    """Return the text as it left, or as it would leave; none for what will not be sent at all."""
    source = message if message.body else waits
    if source is None:
        return []
    head = [f"【{source.subject}】"] if source.subject else []
    return [line for line in [*head, *(source.body or "").splitlines()] if line.strip()]


def _head(text: str) -> None:
    print(f"\n=== {text}")
