"""What was sent, held and why, in doubt, dead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from ringback.actions.outreach import DispatchLine, DispatchSummary
from ringback.reports.markdown import as_written, points, quoted
from schemas.words import MessageState

MOST_LINES = 200
_QUIET = (MessageState.ACCEPTED, MessageState.DELIVERED)
"""What has left needs nobody's eye; all else is shown before it."""


def dispatch_sentence(summary: DispatchSummary) -> str:
    """Return one run of the dispatcher in one sentence."""
    if not summary.lines:
        return "没有到时的消息 / nothing is due"
    counts = ", ".join(f"{state.both} {n}" for state, n in sorted(summary.counts.items()))
    return f"{len(summary.lines)} 条消息 / messages: {counts}"


def outreach_rows(summary: DispatchSummary) -> list[dict[str, Any]]:
    """Return one row a message, without personal data."""
    return [
        {
            "message": line.message_id[:8],
            "candidate": line.candidate_id,
            "channel": line.channel.both,
            "template": line.template,
            "state": line.state.both,
            "reason": line.reason or "",
        }
        for line in summary.lines.values()
    ]


def dispatch_lines(summary: DispatchSummary) -> Iterator[str]:
    """Tell a run on a terminal, one line a message, the candidate's id whole so that it can be copied."""
    for row in outreach_rows(summary):
        reason = f" - {row['reason']}" if row["reason"] else ""
        yield f"  {row['message']}  {row['channel']} {row['template']} → {row['candidate']}: {row['state']}{reason}"


def dispatch_markdown(summary: DispatchSummary, *, names: Mapping[str, str]) -> str:
    """Return one run as markdown: alarms first, then the messages with their reasons; ``names`` by candidate.

    Those of :func:`shown_lines`, and how many more there are. A list wraps on a narrow page, where a table is cut off before
    the reason.
    """
    lines = ["# 发送 / Outreach", "", dispatch_sentence(summary), ""]
    lines += [quoted(f"**{as_written(alarm)}**" for alarm in summary.alarms)] if summary.alarms else []
    shown = shown_lines(summary)
    lines += ["", points(_item(line, names) for line in shown)]
    if rest := Counter(line.state for line in summary.lines.values()) - Counter(line.state for line in shown):
        counts = ", ".join(f"{state.both} {n}" for state, n in sorted(rest.items()))
        lines += ["", f"还有 / and {rest.total()} more: {counts} (`ringback export outbox`)"]
    return "\n".join(lines)


def shown_lines(summary: DispatchSummary) -> list[DispatchLine]:
    """Return the messages of a run that its page names, at most :data:`MOST_LINES`: what has not left before what has."""
    in_order = sorted(summary.lines.values(), key=lambda line: line.state in _QUIET)
    return in_order[:MOST_LINES]


def _item(line: DispatchLine, names: Mapping[str, str]) -> str:
    who = as_written(names.get(line.candidate_id) or line.candidate_id[:8])
    reason = f": {as_written(line.reason)}" if line.reason else ""
    what = f"{line.channel.both} `{line.template}` (`{line.message_id[:8]}`)"
    return f"**{who}** · {what} — **{line.state.both}**{reason}"
