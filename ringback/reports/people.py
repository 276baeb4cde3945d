"""One person's story for a terminal, a script and the Prefect UI: the records, then everything that happened, newest first."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from ringback.actions.duplicates import Decided
from ringback.actions.people import Erased, Story
from ringback.reports.markdown import table
from ringback.store.queries.timeline import Entry


def timeline_rows(story: Story, *, timezone: str) -> list[dict[str, str | None]]:
    """Return one row a thing that happened, newest first; times are those of the office."""
    return [_row(entry, timezone) for entry in story.entries]


def record_rows(story: Story, *, timezone: str) -> list[dict[str, str | None]]:
    """Return one row a source record, the eldest first."""
    return [
        {
            "姓名 / name": record.name,
            "来源 / source": record.source,
            "收到 / received": f"{record.received_at.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}",
            "编号 / record": record.record_id,
        }
        for record in story.records
    ]


def headline(story: Story) -> str:
    """Return who this is and how they stand, in a line."""
    closed = "；勿联系 / do not contact" if story.is_do_not_contact else ""
    closed += "；不同意联系 / consent refused" if story.is_consent_refused else ""
    led = f"{story.formerly} 已并入 / is part of: " if story.formerly else ""
    return f"{led}{story.name or '—'} · {story.status.both}{closed} · {story.candidate_id}"


def story_markdown(story: Story, *, timezone: str) -> str:
    """Return the whole story as one page."""
    parts = [f"## {headline(story)}"]
    for title, rows in (
        ("简历记录 / records", record_rows(story, timezone=timezone)),
        ("时间线 / timeline", timeline_rows(story, timezone=timezone)),
    ):
        parts.append(f"### {title}")
        parts.append(table(list(rows[0]), [list(row.values()) for row in rows]) if rows else "没有 / nothing")
    return "\n\n".join(parts)


def merged_sentence(decided: Decided) -> str:
    """Return what a merge led to."""
    if not decided.is_one_person:
        return f"未合并 / not merged: {decided.note}"
    more = f"; 注意 / note: {decided.note}" if decided.note else ""
    return f"已合并为一人 / one person now: {decided.candidate_id_a}{more}"


def split_sentence(decided: Decided) -> str:
    """Return what a split led to."""
    if decided.is_one_person:
        return f"未拆分 / not parted: {decided.note}"
    more = f"; 注意 / note: {decided.note}" if decided.note else ""
    return f"已拆分 / two people now: {decided.candidate_id_a}, {decided.candidate_id_b}{more}"


def erased_sentence(erased: Erased) -> str:
    """Return what an erasure took, and what of it a person must still look at."""
    parts = [
        f"已删除 {erased.n_records} 份记录 / records erased",
        f"{len(erased.files_deleted)} 个原件 / originals deleted",
    ]
    if erased.files_kept:
        parts.append(f"保留（含他人信息）/ kept, others' rows are in them: {', '.join(erased.files_kept)}")
    return "; ".join(parts)


def _row(entry: Entry, timezone: str) -> dict[str, str | None]:
    zone = ZoneInfo(timezone)
    when = "" if entry.is_for is None else f" · {entry.is_for.astimezone(zone):%Y-%m-%d %H:%M}"
    return {
        "时间 / when": f"{entry.at.astimezone(zone):%Y-%m-%d %H:%M}",
        "类别 / kind": entry.kind.both,
        "内容 / what": entry.what + when,
        "经手 / by": entry.by,
        "备注 / note": entry.note,
    }
