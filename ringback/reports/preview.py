"""What would leave, as a person reads it, and what waits for a person's decision."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ringback.actions.export import mask_contact
from ringback.actions.outreach_preview import Preview
from ringback.actions.outreach_settle import Unclear


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


def unclear_rows(found: Sequence[Unclear]) -> list[dict[str, Any]]:
    """Return messages that wait for a person, with the marker to look for at the provider."""
    return [
        {
            "message": each.message_id,
            "marker": each.marker,
            "name": each.name or each.candidate_id[:8],
            "channel": each.channel.both,
            "to": mask_contact(each.to),
            "begun": "" if each.sending_at is None else f"{each.sending_at:%Y-%m-%d %H:%M} UTC",
            "reason": each.reason or "",
        }
        for each in found
    ]
