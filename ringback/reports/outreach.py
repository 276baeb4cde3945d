"""What was sent, held and why, in doubt, dead."""

from __future__ import annotations

from typing import Any

from ringback.actions.outreach import DispatchSummary
from ringback.reports.markdown import table


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


def dispatch_markdown(summary: DispatchSummary) -> str:
    """Return one run as markdown: alarms first, then every message with its reason."""
    lines = ["# 发送 / Outreach", "", dispatch_sentence(summary), ""]
    lines += [f"> **{alarm}**" for alarm in summary.alarms]
    rows = outreach_rows(summary)
    if rows:
        lines += ["", table(list(rows[0]), [list(row.values()) for row in rows])]
    return "\n".join(lines)
