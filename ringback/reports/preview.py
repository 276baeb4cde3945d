"""What would leave, as a person reads it, and what waits for a person's decision."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ringback.actions.calls import CallStarted
from ringback.actions.export import mask_contact
from ringback.actions.outreach_preview import Preview
from ringback.actions.outreach_settle import Unclear
from ringback.reports.today import phone_ending


def preview_lines(found: Sequence[Preview], *, is_revealed: bool = False) -> list[str]:
    """Return each message as one head line and its text, set in."""
    if not found:
        return ["没有等待发送的消息 / no message waits"]
    return [line for each in found for line in _lines(each, is_revealed=is_revealed)]


def _lines(each: Preview, *, is_revealed: bool) -> Iterable[str]:
    when = "不发送 / never" if each.leaves_at_local is None else f"{each.leaves_at_local:%m-%d %H:%M} {each.timezone}"
    to = (each.to if is_revealed else mask_contact(each.to)) or "—"
    size = f"  {each.n_segments} 段 / segments" if each.n_segments else ""
    yield f"{when}  {each.name or each.candidate_id[:8]}  {each.channel.both}  {to}  “{each.template}”{size}"
    if each.blocked:
        yield f"    {each.blocked}"
    if each.subject:
        yield f"    {each.subject}"
    for line in (each.body or "").strip().splitlines():
        yield f"    | {line}"
    yield ""


def preview_markdown(found: Sequence[Preview]) -> str:
    """Return the same as a page: addresses masked, and without the secret part of links, which belong to their readers."""
    lines = ["# 将要发送 / What would leave", "", preview_sentence(found), ""]
    for each in found:
        head, *_ = _lines(each, is_revealed=False)
        lines += [f"### {_quoted(head)}", ""]
        lines += [f"> **{each.blocked}**", ""] if each.blocked else []
        lines += [f"**{_quoted(each.subject)}**", ""] if each.subject else []
        lines += [f"> {_quoted(line)}  " for line in (each.body or "").strip().splitlines()] + [""]
    return "\n".join(lines)


def preview_sentence(found: Sequence[Preview]) -> str:
    """Return how many messages there are, and how many are kept back."""
    n_blocked = sum(each.blocked is not None for each in found)
    return f"{len(found)} 条消息，{n_blocked} 条被规则拦下或推迟 / messages, {n_blocked} stopped or put off by a rule"


def _quoted(text: str) -> str:
    """Return words of a message as markdown shows them, without the secret part of links."""
    shown = re.sub(r"(https?://\S+?(?:/d/|/unsubscribe/))\S+", r"\1…", text)
    return re.sub(r"([\\`*\[\]<>#|~])", r"\\\1", shown)


def call_sentence(started: CallStarted) -> str:
    """Return whom a call that was just begun rings, and what becomes of its outcome."""
    after = "结果会自动记录 / the outcome is logged by itself" if started.is_reported else "console: nothing rings"
    return f"{started.name or started.candidate_id[:8]} {phone_ending(started.to)}: {after}"


def preview_rows(found: Sequence[Preview], *, is_revealed: bool = False) -> list[dict[str, Any]]:
    """Return the same as rows; times are ISO 8601 in UTC and on the candidate's clock."""
    return [
        {
            "message_id": each.message_id,
            "candidate_id": each.candidate_id,
            "channel": each.channel.value,
            "to": each.to if is_revealed else mask_contact(each.to),
            "template": each.template,
            "state": None if each.state is None else each.state.value,
            "leaves_at": None if each.leaves_at is None else f"{each.leaves_at:%Y-%m-%dT%H:%M:%SZ}",
            "leaves_at_local": None if each.leaves_at_local is None else each.leaves_at_local.isoformat(),
            "n_segments": each.n_segments,
            "subject": each.subject,
            "text": each.body,
            "blocked": each.blocked,
        }
        for each in found
    ]


def unclear_rows(found: Sequence[Unclear], *, timezone: str) -> list[dict[str, Any]]:
    """Return messages that wait for a person, with the marker to look for at the provider; times of the office, with its zone."""
    return [
        {
            "message": each.message_id,
            "marker": each.marker,
            "name": each.name or each.candidate_id[:8],
            "channel": each.channel.both,
            "to": mask_contact(each.to),
            "begun": "" if each.sending_at is None else _begun(each.sending_at, timezone),
            "reason": each.reason or "",
        }
        for each in found
    ]


def _begun(at: datetime, timezone: str) -> str:
    return f"{at.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M} ({timezone})"
