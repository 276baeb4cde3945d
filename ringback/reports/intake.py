"""What came in, what was put aside, and the next step for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from ringback.actions.ingest import IngestSummary
from ringback.actions.readmit import ReadmitResult
from ringback.reports.counting import counted
from ringback.reports.markdown import LINE_END, as_written, points, table
from schemas.words import WAITS_FOR_NOBODY

MOST_ROWS = 200
SHOWN_NAMES = 3
HOW_TO_END = (
    "改好后用 *quarantine* 里的编号运行 **readmit**；不需要或已另放新文件的运行 **dismiss**。",
    "When mended, run **readmit** with the ids in *quarantine*; what is not needed leaves it by **dismiss**.",
)
SAME_ZH = "{n} 行与前面的重复，无需处理"


def intake_sentence(summary: IngestSummary) -> str:
    """Return one pass in one sentence, in both languages: the message of the finished run."""
    return f"{_sentence_zh(summary)} / {_sentence_en(summary)}"


def _same(n: int) -> str:
    return f"{counted(n, 'row is', 'rows are')} the same as an earlier row; nothing to do"


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN_NAMES]) + (" …" if len(names) > SHOWN_NAMES else "")


def _n_same(summary: IngestSummary) -> int:
    return len(summary.refused) - len(waiting_rows(summary.refused))


def _sentence_zh(summary: IngestSummary) -> str:
    n_same = _n_same(summary)
    parts = [
        f"读取 {summary.files_read} 个文件（{summary.resumes_read} 份简历）",
        f"新候选人 {summary.candidates_new} 位，更新 {summary.candidates_updated} 位",
        f"已有 {summary.files_known} 个",
        f"隔离 {summary.files_quarantined} 个文件、{max(0, summary.rows_quarantined - n_same)} 行",
    ]
    if n_same:
        parts.append(SAME_ZH.format(n=n_same))
    if summary.reviews_opened:
        parts.append(f"疑似重复 {summary.reviews_opened} 对")
    if summary.files_waiting:
        parts.append(f"还在写入 {summary.files_waiting} 个，静止 {summary.settle_seconds:g} 秒后的下一次再收")
    if summary.files_astray:
        n, names = len(summary.files_astray), _names(summary.files_astray)
        parts.append(f"{n} 个文件直接放在投递文件夹里，没有读取（{names}）：请移到来源文件夹，如 drop/zhaopin")
    return "；".join(parts)


def _sentence_en(summary: IngestSummary) -> str:
    n_same = _n_same(summary)
    n_rows = max(0, summary.rows_quarantined - n_same)
    parts = [
        f"{counted(summary.files_read, 'file')} read ({counted(summary.resumes_read, 'resume')})",
        f"{counted(summary.candidates_new, 'new candidate')}, {summary.candidates_updated} updated",
        f"{summary.files_known} known already",
        f"{counted(summary.files_quarantined, 'file')} and {counted(n_rows, 'row')} in quarantine",
    ]
    if n_same:
        parts.append(_same(n_same))
    if summary.reviews_opened:
        parts.append(f"{counted(summary.reviews_opened, 'pair')} to review")
    if summary.files_waiting:
        parts.append(
            f"{summary.files_waiting} still being written: read by the next pass {summary.settle_seconds:g} s after"
            " the last change"
        )
    if summary.files_astray:
        lie = counted(len(summary.files_astray), "file lies", "files lie")
        parts.append(
            f"{lie} in the drop folder itself, where nothing is read ({_names(summary.files_astray)}):"
            " move each into the folder of its source, such as drop/zhaopin"
        )
    return "; ".join(parts)


def intake_markdown(summary: IngestSummary) -> str:
    """Return what came in by source, and what to do about what did not, as markdown."""
    lines = ["# 收到的简历 / What came in", "", _sentence_of_page(summary) + ".", ""]
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
    waiting = waiting_rows(summary.refused)
    if len(waiting) < len(summary.refused):
        n_same = len(summary.refused) - len(waiting)
        lines += [f"{SAME_ZH.format(n=n_same)} / {_same(n_same)}.", ""]
    if waiting:
        lines += ["## 需要处理 / Waiting for a person", ""]
        lines += [_counted(waiting), ""]
        items = (
            f"**{as_written(row['path'])}**{_part(row)} — `{row['code']}` {as_written(row['message'])}{LINE_END}"
            f"→ {as_written(row['hint'])}"
            for row in waiting[:MOST_ROWS]
        )
        lines += [points(items)]
        lines += ["", *HOW_TO_END]
    return "\n".join(lines)


def _sentence_of_page(summary: IngestSummary) -> str:
    return intake_sentence(replace(summary, files_astray=tuple(as_written(name) for name in summary.files_astray)))


def readmitted_lines(results: Sequence[ReadmitResult], summary: IngestSummary) -> list[str]:
    """Return what became of each, what came in of it, and the pass over the drop folders if it found anything."""
    lines = [
        f"{one.quarantine_id} {one.path}{f' [{one.member}]' if one.member else ''}: {_outcome(one)} - {one.message}"
        for one in results
    ]
    n = sum(one.outcome == "stored" for one in results)
    if n:
        lines.append(f"收入 {n} 份简历 / {counted(n, 'resume')} taken in")
    if summary.files_seen or summary.files_waiting or summary.files_astray:
        lines.append(intake_sentence(summary))
    return lines


def _outcome(one: ReadmitResult) -> str:
    """Return what became of a file in a word; one that went back is either read by now or still to be."""
    if one.n_resumes:
        return "taken in"
    return "put aside again" if one.waits_as else {"dropped": "to be read"}.get(one.outcome, one.outcome)


STILL_WAITING = ("waiting", "missing", "unreadable")


def readmit_sentence(results: Sequence[ReadmitResult]) -> str:
    """Return how many of what was chosen came in, and under which ids the rest waits."""
    n_in = sum(one.n_resumes > 0 for one in results)
    waiting = dict.fromkeys(
        n for one in results for n in one.waits_as or ((one.quarantine_id,) if one.outcome in STILL_WAITING else ())
    )
    listed = " ".join(f"#{number}" for number in waiting)
    rest = f"；仍待处理 / still waiting: {listed}" if waiting else ""
    return f"重新接收 {n_in}/{len(results)} 份 / {n_in} of {len(results)} taken in again{rest}"


def _part(row: dict[str, str]) -> str:
    return f" \\[{as_written(row['part'])}\\]" if row["part"] else ""


def waiting_rows(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the rows that wait for a person: not those whose like is in the pool."""
    return [row for row in rows if row["code"] not in WAITS_FOR_NOBODY]


def quarantine_markdown(latest: Sequence[dict[str, Any]], *, counts: Mapping[str, int], timezone: str) -> str:
    """Return what waits in quarantine as a page, the newest first: a list wraps on a narrow page, where a table is cut off.

    ``latest`` are those that are shown, each with the id that ``readmit`` and ``dismiss`` take, ``counts`` all of them by code;
    times of the office.
    """
    lines = ["# 隔离 / Quarantine", ""]
    n = sum(counts.values())
    if not n:
        return "\n".join([*lines, "没有待处理 / nothing waits"])
    lines += [f"{n} 份待处理 / wait for a person: {_counts(counts)}", "", *HOW_TO_END, ""]
    if n > len(latest):
        lines += [f"最近 {len(latest)} 份，其余见 / the latest {len(latest)}; the others: `ringback quarantine`", ""]
    return "\n".join([*lines, points(_quarantine_item(row, timezone) for row in latest)])


def _quarantine_item(row: dict[str, Any], timezone: str) -> str:
    part = f" \\[{as_written(row['member'])}\\]" if row["member"] else ""
    return (
        f"**#{row['quarantine_id']} · {as_written(row['path'])}**{part} · `{row['code']}` · {_since(row, timezone)}{LINE_END}"
        f"{as_written(row['message'])} → {as_written(row['hint'])}"
    )


def _counted(rows: Sequence[dict[str, Any]]) -> str:
    return _counts(Counter(row["code"] for row in rows))


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"`{code}` x {n}" for code, n in sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def quarantine_lines(rows: Sequence[dict[str, Any]], *, timezone: str, is_all: bool = False) -> list[str]:
    """Return what waits in quarantine for a terminal: the counts by source, then two lines each with the next step.

    Rows that wait for nobody are only counted, unless all were asked for (by their code).
    """
    waiting = list(rows) if is_all else waiting_rows(rows)
    n_same = len(rows) - len(waiting)
    same = [f"另有 {SAME_ZH.format(n=n_same)} / {_same(n_same)}"] if n_same else []
    if not waiting:
        return ["没有待处理 / nothing waits in quarantine", *same]
    rows = waiting
    lines = [f"{len(rows)} 份待处理 / wait for a person"]
    for source in sorted({row["source"] for row in rows}):
        counts = Counter(row["code"] for row in rows if row["source"] == source)
        lines.append(f"  {source}: " + ", ".join(f"{code} x {n}" for code, n in counts.most_common()))
    for row in rows:
        part = f" [{row['member']}]" if row["member"] else ""
        lines.append(
            f"{'#' + str(row['quarantine_id']):>6}  {row['path']}{part}  {row['code']}  {_since(row, timezone)}"
        )
        lines.append(f"       {row['message']} → {row['hint']}")
    lines += same
    lines.append(
        "在 quarantine/<来源>/ 里改好后 / when mended there, in quarantine/<source>/: ringback readmit ID ...,"
        " or all of one kind: ringback readmit --code CODE"
    )
    lines.append("不需要，或已另放新文件 / not needed, or dropped anew: ringback dismiss ID ...")
    return lines


def _since(row: dict[str, Any], timezone: str) -> str:
    return f"{datetime.fromisoformat(str(row['received_at'])).astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"


def readmit_rows(results: Sequence[ReadmitResult]) -> list[dict[str, Any]]:
    """Return what became of each, as rows of a table artifact."""
    return [
        {"id": r.quarantine_id, "file": r.path, "part": r.member or "", "outcome": r.outcome, "message": r.message}
        for r in results
    ]
