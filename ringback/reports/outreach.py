"""What was sent, held and why, in doubt, dead."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ringback.actions.outreach import DispatchLine, DispatchSummary
from ringback.reports.markdown import as_written


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


def dispatch_markdown(summary: DispatchSummary, *, names: Mapping[str, str]) -> str:
    """Return one run as markdown: alarms first, then every message with its reason; ``names`` by candidate.

    A list wraps on a narrow page, where a table is cut off before the reason.
    """
    lines = ["# 发送 / Outreach", "", dispatch_sentence(summary), ""]
    lines += [f"> **{as_written(alarm)}**" for alarm in summary.alarms]
    lines += ["", *(_item(line, names) for line in summary.lines.values())]
    return "\n".join(lines)


def _item(line: DispatchLine, names: Mapping[str, str]) -> str:
    who = as_written(names.get(line.candidate_id) or line.candidate_id[:8])
    reason = f": {as_written(line.reason)}" if line.reason else ""
    what = f"{line.channel.both} `{line.template}` (`{line.message_id[:8]}`)"
    return f"* **{who}** · {what} — **{line.state.both}**{reason}"
