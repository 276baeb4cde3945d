"""Today's list as a recruiter reads it: who, which number, last result, when and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ringback.reports.counting import counted
from ringback.reports.markdown import LINE_END
from ringback.rules.named_job import post_and_wish
from ringback.store.queries.today import Task
from schemas.words import ReminderKind

COLUMNS = ("时间 / when", "姓名 / name", "电话 / phone", "职位 / job", "要做 / to do", "上次 / last", "原因 / why")


def today_markdown(
    tasks: Sequence[Task],
    *,
    now: datetime,
    timezone: str,
    roles: Mapping[str, str],
    next_at: datetime | None,
    n_new: int = 0,
    is_revealed: bool = False,
) -> str:
    """Return today's list as markdown; an empty one says so, and when the next thing is due (``next_at``, aware).

    ``roles`` labels role families, which stand for a job that nobody told.
    """
    day = now.astimezone(ZoneInfo(timezone))
    head = f"# 今天的跟进 / Today's list ({day:%Y-%m-%d})"
    if not tasks:
        return f"{head}\n\n{nothing_today(next_at, timezone, n_new=n_new)}"
    told = "打完用 **log-call** 记一笔 / log each call with **log-call**; the next step follows by itself."
    items = [_item(n, task, timezone, roles, is_revealed=is_revealed) for n, task in enumerate(tasks, start=1)]
    clocks = f" {note}" if (note := clock_note(tasks, timezone)) else ""
    return f"{head}\n\n{len(tasks)} 项 / to do. {told}{clocks}\n\n" + "\n\n".join(items)


def clock_note(tasks: Sequence[Task], office: str) -> str | None:
    """Return which clocks the list is told by; None while everybody's shows what the office's does."""
    if not any(_at_office(task, office) for task in tasks):
        return None
    return f"时间是对方当地的，= 之后是办公室时间 ({office}) / times are theirs, behind = the office's."


def nothing_today(next_at: datetime | None, timezone: str, *, n_new: int = 0) -> str:
    """Return what an empty list says: that there is nothing, who is not planned yet, and when the next is due (aware)."""
    empty = "今天没有要打的电话 / Nobody is to be rung today."
    if n_new:
        people = counted(n_new, "new person is", "new people are")
        empty += f" {n_new} 位新人夜里安排，或现在 / {people} planned by the night, or now by: ringback nightly."
    if next_at is None:
        return empty
    return f"{empty} 下一个 / Next: {next_at.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"


def day_of(at: datetime, timezone: str) -> str:
    """Return the date of an instant (aware) on the clock of the office."""
    return f"{at.astimezone(ZoneInfo(timezone)):%Y-%m-%d}"


def head_of_next(tasks: Sequence[Task], *, day: datetime, now: datetime, office: str) -> str:
    """Return the head of a later day's list (instants aware): how many stand in it, how many are left from before."""
    zone = ZoneInfo(office)
    today = now.astimezone(zone).date()
    n_left = sum(task.due_at.astimezone(zone).date() <= today for task in tasks)
    left = f"，含今天及以前未办的 {n_left} 项 / {n_left} of them due today or before" if n_left else ""
    return f"{day_of(day, office)}: {len(tasks)} 项 / to do{left}"


def _item(n: int, task: Task, office: str, roles: Mapping[str, str], *, is_revealed: bool) -> str:
    """Return one numbered item: it wraps on a narrow page, where a table is cut off at the side (and a list's numbers are)."""
    when, name, phone, job, to_do, last, why = _cells(task, office, roles, is_revealed=is_revealed)
    before = f"上次 / last: {last}. " if last != "—" else ""
    return f"**{n}. {when} · {name}** · {phone} · {job} — **{to_do}**{LINE_END}{before}{why}"


def today_rows(
    tasks: Sequence[Task], *, office: str, roles: Mapping[str, str], is_revealed: bool = False
) -> list[dict[str, Any]]:
    """Return today's list as rows of a table, times on the candidate's own clock.

    The zone is named if it is not the office's (``office``), whose time follows where its clock shows another hour.
    ``roles`` labels role families.
    """
    return [dict(zip(COLUMNS, _cells(task, office, roles, is_revealed=is_revealed), strict=True)) for task in tasks]


def _cells(task: Task, office: str, roles: Mapping[str, str], *, is_revealed: bool) -> tuple[str, ...]:
    zone = "" if task.timezone == office else f" {task.timezone}{_at_office(task, office)}"
    last = "—"
    if task.last_result is not None and task.last_at is not None:
        at = task.last_at.astimezone(ZoneInfo(task.timezone))
        last = f"{task.last_result.zh} {at:%m-%d %H:%M} ({task.n_calls}x)"
    # A call has an hour to be made at, a booking one to be done by: without the word it would be put off to then.
    until = " 前/by" if task.kind is ReminderKind.BOOK_INTERVIEW else ""
    return (
        f"{task.due_local:%m-%d %H:%M}{zone}{until}",
        task.name or task.candidate_id[:8],
        (task.phone or "—") if is_revealed else phone_ending(task.phone),
        post_and_wish(task.title, task.desired_title) or roles.get(task.role_family, task.role_family),
        task.kind.both,
        last,
        task.reason,
    )


def _at_office(task: Task, office: str) -> str:
    """Return when the office's clock shows the hour of a task; empty where it shows the same."""
    ours, theirs = (f"{each:%m-%d %H:%M}" for each in (task.due_at.astimezone(ZoneInfo(office)), task.due_local))
    return "" if ours == theirs else f" = {ours}"


def today_lines(
    tasks: Sequence[Task], *, office: str, roles: Mapping[str, str], is_revealed: bool = False
) -> list[str]:
    """Return today's list for a terminal: two lines each, numbered in the order to work through; ``roles`` labels families."""
    lines = []
    for n, task in enumerate(tasks, start=1):
        when, name, phone, job, to_do, last, why = _cells(task, office, roles, is_revealed=is_revealed)
        lines.append(
            f"{n:>3}. {when}  {name}  {phone}  {job}  [{to_do}]" + (f"  上次/last: {last}" if last != "—" else "")
        )
        lines.append(f"     {why}")
    return lines


def phone_ending(phone: str | None) -> str:
    """Return a phone as lists show it: enough to recognise it, not enough to copy it from a page without a login."""
    return "—" if phone is None else f"{phone[:3]}…{phone[-4:]}"
