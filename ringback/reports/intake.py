"""What came in, what was put aside, and the next step for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ringback.actions.ingest import IngestSummary
from ringback.actions.readmit import ReadmitResult
from ringback.reports.markdown import table

MOST_ROWS = 200


def intake_sentence(summary: IngestSummary) -> str:
    """Return one pass in one sentence: the message of the finished run."""
    parts = [
        f"{summary.files_read} files read ({summary.resumes_read} resumes)",
        f"{summary.candidates_new} new candidates, {summary.candidates_updated} updated",
        f"{summary.files_known} known already",
        f"{summary.files_quarantined} files and {summary.rows_quarantined} rows in quarantine",
    ]
    if summary.reviews_opened:
        parts.append(f"{summary.reviews_opened} pairs to review")
    if summary.files_waiting:
        parts.append(f"{summary.files_waiting} still being written")
    return "; ".join(parts)


def intake_markdown(summary: IngestSummary) -> str:
    """Return what came in by source, and what to do about what did not, as markdown."""
    lines = ["# 收到的简历 / What came in", "", intake_sentence(summary) + ".", ""]
    if summary.by_source:
        lines += [
            table(
                (
                    "来源 / source",
                    "文件 / files",
                    "简历 / resumes",
                    "隔离文件 / files put aside",
                    "隔离行 / rows put aside",
                ),
                [
                    (s.source, s.n_files, s.n_resumes, s.n_quarantined_files, s.n_quarantined_rows)
                    for s in summary.by_source
                ],
            ),
            "",
        ]
    if summary.refused:
        lines += ["## 需要处理 / Waiting for a person", ""]
        counts = Counter(row["code"] for row in summary.refused)
        lines.append(", ".join(f"`{code}` x {n}" for code, n in counts.most_common()))
        lines.append("")
        lines += [
            f"* **{row['path']}**{_part(row)} — `{row['code']}` {row['message']}\n  → {row['hint']}"
            for row in summary.refused[:MOST_ROWS]
        ]
        lines += [
            "",
            "改好后运行 **readmit**；不需要或已另放新文件的运行 **dismiss**。",
            "When mended, run **readmit** with the ids of the table *quarantine*; what is not needed leaves it by **dismiss**.",
        ]
    return "\n".join(lines)


def _part(row: dict[str, str]) -> str:
    return f" [{row['part']}]" if row["part"] else ""


def quarantine_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what waits in quarantine as rows of a table artifact, with the id that ``readmit`` takes."""
    return [
        {
            "id": row["quarantine_id"],
            "source": row["source"],
            "file": row["path"],
            "part": row["member"] or "",
            "code": row["code"],
            "reason": row["message"],
            "next step": row["hint"],
            "since": str(row["received_at"])[:16],
        }
        for row in rows
    ]


def quarantine_lines(rows: Sequence[dict[str, Any]], *, timezone: str) -> list[str]:
    """Return what waits in quarantine for a terminal: the counts by source, then two lines each with the next step."""
    if not rows:
        return ["没有待处理 / nothing waits in quarantine"]
    lines = [f"{len(rows)} 份待处理 / wait for a person"]
    for source in sorted({row["source"] for row in rows}):
        counts = Counter(row["code"] for row in rows if row["source"] == source)
        lines.append(f"  {source}: " + ", ".join(f"{code} x {n}" for code, n in counts.most_common()))
    for row in rows:
        since = datetime.fromisoformat(str(row["received_at"])).astimezone(ZoneInfo(timezone))
        part = f" [{row['member']}]" if row["member"] else ""
        lines.append(
            f"{'#' + str(row['quarantine_id']):>6}  {row['path']}{part}  {row['code']}  {since:%Y-%m-%d %H:%M}"
        )
        lines.append(f"       {row['message']} → {row['hint']}")
    lines.append("改好后 / when mended: ringback readmit ID ..., or all of one kind: ringback readmit --code CODE")
    lines.append("不需要，或已另放新文件 / not needed, or dropped anew: ringback dismiss ID ...")
    return lines


def readmit_rows(results: Sequence[ReadmitResult]) -> list[dict[str, Any]]:
    """Return what became of each, as rows of a table artifact."""
    return [
        {"id": r.quarantine_id, "file": r.path, "part": r.member or "", "outcome": r.outcome, "message": r.message}
        for r in results
    ]
