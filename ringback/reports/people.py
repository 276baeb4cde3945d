"""One person's story for a terminal, a script and the Prefect UI: the records, then everything that happened, newest first."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from ringback.actions.duplicates import Decided
from ringback.actions.export import mask_contact
from ringback.actions.people import Erased, Story
from ringback.reports.markdown import as_written, points
from ringback.reports.today import phone_ending
from ringback.rules.named_job import post_and_wish
from ringback.store.queries.timeline import Entry
from schemas.words import ContactKind

BETWEEN: Final = " · "


def entry_lines(story: Story, *, timezone: str) -> list[str]:
    """Return one line a thing that happened, newest first; times are those of the office."""
    return [_entry_line(entry, ZoneInfo(timezone)) for entry in story.entries]


def record_lines(story: Story, *, timezone: str, before_id: str = " · ") -> list[str]:
    """Return one line a source record, the eldest first: name, source, when it came, its id behind ``before_id``."""
    return [
        f"{record.name or '—'} · {record.source} · {record.received_at.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"
        f"{before_id}{record.record_id}"
        for record in story.records
    ]


def headline(story: Story) -> str:
    """Return who this is, how they stand, and their id, in a line."""
    return f"{_standing(story)} · {story.candidate_id}"


def _standing(story: Story) -> str:
    closed = "；勿联系 / do not contact" if story.is_do_not_contact else ""
    closed += "；不同意联系 / consent refused" if story.is_consent_refused else ""
    led = f"{story.formerly} 已并入 / is part of: " if story.formerly else ""
    return f"{led}{story.name or '—'} · {story.status.both}{closed}"


def job_lines(story: Story) -> list[str]:
    """Return a line with the post held and the job wanted, none if neither is known."""
    job = post_and_wish(story.title, story.desired_title)
    return [] if job is None else [f"职位 / job: {job}"]


def contact_rows(story: Story, *, is_revealed: bool) -> list[dict[str, str]]:
    """Return one row a phone, address or id with what is known of it; masked unless they may be shown."""
    return [
        {
            "kind": point.kind.value,
            "value": point.value if is_revealed else _masked(point.kind, point.value),
            "state": point.state.value,
        }
        for point in story.contacts
    ]


def contact_lines(story: Story, *, is_revealed: bool) -> list[str]:
    """Return the same in words."""
    rows = contact_rows(story, is_revealed=is_revealed)
    return [
        f"{point.kind.both} {row['value']} ({point.state.both})"
        for point, row in zip(story.contacts, rows, strict=True)
    ]


def _masked(kind: ContactKind, value: str) -> str:
    return phone_ending(value) if kind is ContactKind.PHONE else mask_contact(value) or "—"


def story_markdown(story: Story, *, timezone: str, is_revealed: bool = False) -> str:
    """Return the whole story as one page; its lists wrap on a narrow page, where tables are cut off at the side."""
    parts = [f"## {_standing(story)}", f"`{story.candidate_id}`", *map(as_written, job_lines(story))]
    for title, items in (
        ("联系方式 / contacts", map(as_written, contact_lines(story, is_revealed=is_revealed))),
        ("简历记录 / records", map(_led_by_bold, record_lines(story, timezone=timezone))),
        ("时间线 / timeline", map(_led_by_bold, entry_lines(story, timezone=timezone))),
    ):
        parts.append(f"### {title}")
        parts.append(points(items) or "没有 / nothing")
    return "\n\n".join(parts)


def _led_by_bold(line: str) -> str:
    first, rest = as_written(line).split(BETWEEN, 1)
    return f"**{first}**{BETWEEN}{rest}"


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
    """Return what an erasure took, and what of it a person must still look at; or what it would take, if it is confirmed."""
    if erased.is_preview:
        who = f"{erased.name or '—'} ({erased.candidate_id})"
        return (
            f"将永久删除 {who} 的 {erased.n_theirs} 份记录中的 {erased.n_records} 份；尚未删除，确认请加 --yes（表单里打勾）"
            f" / would erase {erased.n_records} of the {erased.n_theirs} records of {erased.name or '—'} for good."
            " Nothing was changed; confirm it with --yes, or the tick of the form."
        )
    parts = [
        f"已删除 {erased.n_records} 份记录 / records erased",
        f"{len(erased.files_deleted)} 个原件 / originals deleted",
    ]
    if erased.files_kept:
        parts.append(f"保留（含他人信息）/ kept, others' rows are in them: {', '.join(erased.files_kept)}")
    return "; ".join(parts)


def _entry_line(entry: Entry, zone: ZoneInfo) -> str:
    kind = "" if entry.what.startswith(entry.kind.both) else f"{entry.kind.both}{BETWEEN}"
    when = "" if entry.is_for is None else f"{BETWEEN}{entry.is_for.astimezone(zone):%Y-%m-%d %H:%M}"
    said = f"{entry.at.astimezone(zone):%Y-%m-%d %H:%M}{BETWEEN}{kind}{entry.what}{when}"
    said += f" — {entry.note}" if entry.note else ""
    return said + (f" ({entry.by})" if entry.by else "")
