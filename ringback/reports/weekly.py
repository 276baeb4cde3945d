"""The weekly report as one file that can be mailed and printed, and as an artifact: the same sections in both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from html import escape
from typing import cast

from ringback.actions.report import WeeklyReport
from ringback.reports.counting import counted
from ringback.reports.markdown import picture, table
from ringback.reports.weekly_sections import Section, sections_of
from ringback.reports.weekly_writer import Writer
from schemas.policy import RoleFamily
from schemas.words import Language

STYLE = """
@page { size: A4; margin: 14mm 13mm }
* { box-sizing: border-box }
body { max-width: 860px; margin: 28px auto; padding: 0 20px; color: #1f2933;
  font: 14px/1.55 "Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Segoe UI", sans-serif }
h1 { font-size: 26px; margin: 0 }
h2 { font-size: 18px; margin: 30px 0 8px; border-bottom: 2px solid #155299; padding-bottom: 4px; break-after: avoid }
.when { color: #5f6b77; margin: 2px 0 18px }
.note { color: #5f6b77; font-size: 12.5px }
.cards { display: grid; grid-template-columns: repeat(7, 1fr); gap: 8px }
@media (max-width: 700px) { .cards { grid-template-columns: repeat(auto-fill, minmax(110px, 1fr)) } }
.card { border: 1px solid #dfe4e9; border-radius: 8px; padding: 8px 10px; line-height: 1.35; display: flex;
  flex-direction: column }
.card b { margin-top: auto; font-size: 23px; line-height: 1.25; color: #155299 }
.whole { white-space: nowrap }
.card small { color: #5f6b77 }
table { border-collapse: collapse; width: 100%; font-size: 12.5px; margin: 8px 0 }
th, td { text-align: left; padding: 4px 8px; border-bottom: 1px solid #e6eaee; vertical-align: top }
th { color: #5f6b77; font-weight: 600 }
tr, figure, table { break-inside: avoid }
p.note { break-after: avoid }
.alarm { border-left: 4px solid #c0392b; background: #fdf3f2; padding: 7px 12px; margin: 8px 0 }
.sign { border-left: 4px solid #c98a00; background: #fdf8ea; padding: 7px 12px; margin: 8px 0 }
figure { margin: 0 }
p.point { margin: 5px 0 5px 16px; text-indent: -16px }
p.point::before { content: "• "; color: #155299; font-weight: 700; padding-right: 6px }
figure.narrow { display: none }
@media screen and (max-width: 700px) {
  figure.wide, thead { display: none }
  figure.narrow, table, tbody, tr { display: block }
  td { display: flex; justify-content: space-between; gap: 12px; border: 0; padding: 1px 0; text-align: right }
  td::before { content: attr(data-name); color: #5f6b77; text-align: left }
  tr { border-bottom: 1px solid #e6eaee; padding: 6px 0 }
}
svg { max-width: 100%; height: auto; display: block; margin: 10px 0 }
footer { margin-top: 28px; color: #5f6b77; font-size: 12px; border-top: 1px solid #dfe4e9; padding-top: 8px }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 12px } .card b { font-size: 19px }
  table { font-size: 11px; margin: 4px 0 } th, td { padding: 2px 6px } h2 { margin-top: 16px }
  svg { margin: 4px 0 } .note { margin: 6px 0 } }
"""


CLASSES = {"alarm": "alarm", "sign": "sign", "point": "point"}


def weekly_html(
    report: WeeklyReport, *, families: Mapping[str, RoleFamily], language: Language = "zh", zone: str = "Asia/Shanghai"
) -> str:
    """Return the report as one self-contained page: no script, nothing loaded from elsewhere, A4 when printed."""
    writer = Writer(report, families, language, zone)
    body = "".join(_html(section) for section in sections_of(writer))
    at = report.as_of.astimezone(writer.zone)
    title, lang = writer.say("title"), "zh-CN" if language == "zh" else "en"
    return (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)} {at:%Y-%m-%d}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head><body>'
        f'<h1>{escape(title)}</h1><p class="when">{escape(_period(writer))}</p>{_cards(writer)}'
        f'<p class="note">{_whole_times(escape(_of_cards(writer)))}</p>{body}'
        f"<footer>{escape(writer.say('footer', at=f'{at:%Y-%m-%d %H:%M} {writer.zone.key}'))}</footer></body></html>"
    )


def weekly_markdown(
    report: WeeklyReport, *, families: Mapping[str, RoleFamily], language: Language = "zh", zone: str = "Asia/Shanghai"
) -> str:
    """Return the report as markdown with inline SVG, as the Prefect UI shows it."""
    writer = Writer(report, families, language, zone)
    cards = " · ".join(f"{label} **{value}** ({before})" for label, value, before in _numbers(writer))
    parts = [f"# {writer.say('title')}", _period(writer), cards, _of_cards(writer)]
    for section in sections_of(writer):
        parts.append(f"## {section.title}")
        parts += [_markdown(kind, block) for kind, block in section.blocks]
    return "\n\n".join(parts)


def weekly_sentence(report: WeeklyReport) -> str:
    """Return the week in one sentence, in both languages."""
    week = report.week
    calls, sent = counted(week.n_calls, "call"), counted(week.n_sent, "message")
    return (
        f"拨打 {week.n_calls} 通，接通 {week.n_answered} 通；发出消息 {week.n_sent} 条，收到回复 {week.n_replies} 条"
        f" / {calls}, {week.n_answered} answered; {sent}, {counted(week.n_replies, 'reply', 'replies')}"
    )


def _period(writer: Writer) -> str:
    until = writer.report.as_of.astimezone(writer.zone)
    return writer.say("period", since=f"{until - timedelta(days=7):%Y-%m-%d %H:%M}", until=f"{until:%Y-%m-%d %H:%M}")


def _of_cards(writer: Writer) -> str:
    """Return what the figures on top count, and until when."""
    until = f"{writer.report.as_of.astimezone(writer.zone):%m-%d %H:%M}"
    return f"{writer.say('cards')} {writer.say('cards_messages', until=until)}"


def _whole_times(html: str) -> str:
    """Return the text with no line ending within a time: a browser breaks behind the hyphen of a date."""
    return re.sub(r"\d\d-\d\d \d\d:\d\d", r'<span class="whole">\g<0></span>', html)


def _numbers(writer: Writer) -> Iterator[tuple[str, str, str]]:
    week, before = writer.report.week, writer.report.before
    for name in ("calls", "answered", "wrong", "sent", "replies", "new"):
        now, then = getattr(week, f"n_{name}"), getattr(before, f"n_{name}")
        yield writer.say(name), f"{now:,}", writer.say("last_week", n=f"{then:,}")
    if week.n_calls:
        then = f"{100 * before.n_answered / before.n_calls:.0f}" if before.n_calls else "—"
        yield writer.say("per_call"), f"{100 * week.n_answered / week.n_calls:.0f}", writer.say("last_week", n=then)


def _cards(writer: Writer) -> str:
    cards = "".join(
        f'<div class="card">{escape(label)}<b>{escape(value)}</b><small>{escape(before)}</small></div>'
        for label, value, before in _numbers(writer)
    )
    return f'<div class="cards">{cards}</div>'


def _html(section: Section) -> str:
    return f"<section><h2>{escape(section.title)}</h2>{''.join(_block(k, b) for k, b in section.blocks)}</section>"


def _block(kind: str, block: object) -> str:
    if kind == "svg":
        wide, narrow = cast("tuple[str, str]", block)
        return f'<figure class="wide">{wide}</figure><figure class="narrow">{narrow}</figure>'
    if kind == "table":
        head, *rows = cast("list[Sequence[str]]", block)
        top = "".join(f"<th>{escape(str(cell))}</th>" for cell in head)
        body = "".join(f"<tr>{_cells(head, row)}</tr>" for row in rows)
        return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"
    return f'<p class="{CLASSES.get(kind, "note")}">{escape(str(block))}</p>'


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    """Return a row's cells; each knows its column's name, which stands before it where a phone shows them in a column."""
    named = zip(head, row, strict=True)
    return "".join(f'<td data-name="{escape(str(name))}">{escape(str(cell))}</td>' for name, cell in named)


def _markdown(kind: str, block: object) -> str:
    if kind == "table":
        head, *rows = cast("list[Sequence[str]]", block)
        return table(head, rows)
    if kind == "svg":
        return picture(
            cast("tuple[str, str]", block)[1]
        )  # letters of one size on either screen; the wide one is shrunk
    return f"• {block}" if kind == "point" else f"> {'⚠ ' if kind == 'alarm' else ''}{block}"
