"""HTML, and the Word-HTML that boards save as ``.doc``: tags are read one after the other, no tree is built.

A tree costs tens of seconds on 200,000 nested tags; a walk over tags is linear whatever comes. Cells of a row share a line.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from ringback.readers.document import MAX_LINKS, Document, Line, row_lines
from ringback.readers.html_cells import CELL, Cell
from ringback.readers.html_flex import rows_of_styles, sets_side_by_side
from ringback.readers.html_forms import with_answers
from ringback.readers.html_menus import without_navigation
from ringback.readers.html_tags import (
    BLOCKS,
    CELL_TAGS,
    FACE_TAGS,
    FONT_SIZES,
    HEADING_SIZES,
    ICON_TAGS,
    POINTS_IN_PIXEL,
    VOID,
    WHOLE_PAGE,
)
from ringback.readers.html_unseen import without_unseen
from ringback.readers.refusals import Refused
from ringback.readers.text import decode

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]+)", re.IGNORECASE)
_TOKEN = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)([^>]*)>|([^<]+|<)")
_AUTHOR = re.compile(
    r"<meta\s+(?:name=[\"']author[\"']\s+content=[\"]([^\"]{3,60})\"|name=[\"']?author[\"']?\s+content='([^']{3,60})'"
    r"|content=\"([^\"]{3,60})\"\s+name=[\"']author[\"'])",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
_HREF = re.compile(r"href\s*+=\s*+[\"']?\s*+((?:mailto:\s{0,40}|tel:\s{0,9}|https?://)[^\"'\s>]+)", re.IGNORECASE)
_HREF_OF_MAIL = re.compile(
    r"href\s*+=\s*+[\"']\s*+([\w.+-]{2,60}@(?:[\w-]{1,40}\.){1,4}[a-z]{2,10})[\"']", re.IGNORECASE
)
_HIDDEN = re.compile(
    r"\bmaterial-(?:icons|symbols)|display\s*:\s*none|visibility\s*:\s*hidden|\shidden(?:\s|=|$)", re.IGNORECASE
)
_FONT_SIZE = re.compile(r"font-size\s*:\s*([0-9.]+)\s*(px|pt)|\ssize\s*=\s*[\"']?([1-7])", re.IGNORECASE)
_BEFORE_END = re.compile(r"<(?:i|em|span)\b([^<>]*)>(?=\s*</)")
_CLASS_SET = re.compile(r"class=[\"']([^\"'>]*)[\"']")
_ICON = re.compile("icon|fa")
_ICON_OF_WECHAT = re.compile(
    r"(?:class|alt|title|aria-label|data-icon|href)\s*=\s*[\"']?[^\"'>]{0,40}?(?:we-?chat|weixin|微信)", re.IGNORECASE
)
_HANDLE = re.compile(r"\s*(?:[A-Za-z][\w-]*[\d_-][\w-]*|[a-z]{6,20})\s*")
_WIDE = re.compile(r"(?<=\S)(?: {3,}|\t)(?=\S)")  # of a text set by the width of its letters
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|[-*+] \S)", re.MULTILINE)
_PAGE = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_STRAY = re.compile(r"(\A\s{0,200}<!doctype[^<>]*>)[^<>]{1,120}(?=<html\b)", re.IGNORECASE)  # copied with the page
_BODY = re.compile(r"<body\b[^>]*+>", re.IGNORECASE)
_SETS_LINES = re.compile(r"<(?!/?(?:a|abbr|b|em|font|i|small|span|strong|u)\b)[a-z!/]", re.IGNORECASE)
MIN_MARKDOWN = 3
MAX_OPEN = 400  # deeper nesting than any page has; beyond it sizes are no longer followed
MAX_NESTED = 30  # tables within tables: lines are handed out through each of them


def read_html(data: bytes, limits: ReaderLimits, *, charset: str | None = None) -> Document:
    """Read a page as lines.

    Raises:
        Refused: ``empty`` when no text is shown.
    """
    return document_of_html(decode_page(data, limits, charset=charset), limits)


def decode_page(data: bytes, limits: ReaderLimits, *, charset: str | None = None) -> str:
    """Decode a page by the character set that it declares, if nothing outside of it says which."""
    declared = _CHARSET.search(data[:4096])
    return decode(
        data[: limits.max_text_chars * 16], charset=charset or (declared.group(1).decode() if declared else None)
    )


def document_of_html(text: str, limits: ReaderLimits, *, name: str = "html") -> Document:
    """Make a document of decoded HTML.

    Raises:
        Refused: as :func:`read_html`.
    """
    title, author = _title_of(text[:20_000]), _AUTHOR.search(text[:20_000])
    mails = [f"mailto:{address}" for address in _HREF_OF_MAIL.findall(text)] if "@" in text else []
    links = tuple(dict.fromkeys([*(unescape(link) for link in _HREF.findall(text)), *mails]))[:MAX_LINKS]
    has_pictures = "<img" in text.lower()
    if len(_MARKDOWN.findall(text)) >= MIN_MARKDOWN and not _PAGE.search(text):
        text = text.replace("\n", "<br>\n")  # Markdown with a few tags in it: its lines are lines
    text = _with_typed_lines(_STRAY.sub(r"\1", text, count=1))
    side_by_side = rows_of_styles(text)
    stripped = with_answers(without_navigation(without_unseen(text)))
    lines = _Reader(side_by_side).read(stripped)
    n_chars = 0
    kept: list[Line] = []
    for line in lines:
        n_chars += len(line.text)
        if n_chars > limits.max_text_chars:
            break
        kept.append(line)
    if not kept and not has_pictures:
        raise Refused("empty", "page without text")
    return Document(
        format=name,
        lines=tuple(kept),
        title=title,
        author=unescape(author[author.lastindex or 0]).strip() or None if author else None,
        links=links,
        warnings=("text_cut",) if len(kept) < len(lines) else (),
        text_is_partial=not kept,
    )


def _with_typed_lines(text: str) -> str:
    """Keep the lines of a body that holds nothing but text: who typed it took its lines for lines."""
    opens = _BODY.search(text)
    if opens is None:
        return text
    body, closes, rest = text[opens.end() :].partition("</body")
    if "\n" not in body.strip() or _SETS_LINES.search(body):
        return text
    return text[: opens.end()] + body.replace("\n", "<br>\n") + closes + rest


def _title_of(text: str) -> str | None:
    """Return the title of a page, the longest where its head holds several: that of the theme and that of the page."""
    head, opens_body, _ = text.partition("<body")
    titles = [unescape(title).strip() for title in _TITLE.findall(head)]
    return max(titles if opens_body else titles[:1], key=len, default="") or None


def _with_label(tag: re.Match[str]) -> str:
    """Return a tag that holds nothing with the words that its class is an icon of."""
    for said in _CLASS_SET.findall(tag.group(1)):
        icon = _ICON.search(said)
        if icon and max(said.rfind("weixin"), said.rfind("wechat")) >= icon.end():
            return f"{tag.group()}WeChat: "
    return tag.group()


class _Reader:
    """Reads tags in order; rows and cells are kept on a stack, because boards nest tables for layout."""

    def __init__(self, side_by_side: frozenset[str] = frozenset()) -> None:
        self._side_by_side = side_by_side
        self._flexed: list[int] = []  # how many elements are open within each that sets its children side by side
        self._cells: list[Cell] = [Cell()]
        self._rows: list[tuple[int, list[list[Line]]]] = []  # (number of open cells below, finished cells)
        self._tables: list[int] = []  # rows open around each open table
        self._n_preformatted = 0
        self._sizes: list[tuple[str, float]] = []
        self._hidden: tuple[str, int] | None = None
        self._is_behind_wechat = False

    def read(self, text: str) -> list[Line]:
        text = _BEFORE_END.sub(_with_label, text) if "weixin" in text or "wechat" in text else text
        for closing, tag, attributes, words in _TOKEN.findall(text):
            if words:
                self._words(words)
            elif self._hidden:
                self._hide(tag.lower(), is_end=bool(closing))
            elif closing:
                self._end(tag.lower())
            else:
                if attributes and tag.lower() in ICON_TAGS and _ICON_OF_WECHAT.search(attributes):
                    self._is_behind_wechat = True
                self._start(tag.lower(), attributes)
        while self._rows:
            self._end_row()
        self._cells[0].end_line()
        return self._cells[0].lines

    def _words(self, words: str) -> None:
        if self._hidden or not words:
            return
        cell = self._cells[-1]
        if self._is_behind_wechat and not words.isspace():
            self._is_behind_wechat = False
            if _HANDLE.fullmatch(words):
                cell.pieces.append(" 微信: ")  # the icon is the label
        if self._n_preformatted:
            *lines, words = _WIDE.sub(CELL, words).split("\n")
            for line in lines:
                cell.pieces.append(unescape(line))
                cell.end_line()
        if self._sizes and self._sizes[-1][0] in FACE_TAGS and not words.isspace():
            cell.set_off.append((len(cell.pieces), self._sizes[-1][0]))
        cell.pieces.append(unescape(words) if "&" in words else words)
        if self._sizes and not words.isspace():
            cell.size = max(cell.size, self._sizes[-1][1])
            cell.has_bare_text |= self._sizes[-1][0] not in CELL_TAGS
            cell.is_heading |= self._sizes[-1][0] in HEADING_SIZES

    def _hide(self, tag: str, *, is_end: bool) -> None:
        """Follow only the tag that hides, until it is closed as often as it was opened."""
        if self._hidden and tag == self._hidden[0]:
            depth = self._hidden[1] + (-1 if is_end else 1)
            self._hidden = (tag, depth) if depth else None

    def _start(self, tag: str, attributes: str) -> None:
        if tag in {"br", "hr"} or tag in BLOCKS:
            self._cells[-1].end_line()
        elif tag == "tr":
            self._start_row()
        elif tag in {"td", "th"}:
            self._start_cell()
        if tag in VOID or attributes.endswith("/"):
            return
        if tag == "table":
            self._tables.append(len(self._rows))
        self._n_preformatted += tag == "pre"
        self._part(tag)
        if tag in CELL_TAGS:
            self._cells[-1].open_inline(tag, attributes)
        if attributes and tag not in WHOLE_PAGE and _HIDDEN.search(attributes):
            self._hidden = (tag, 1)
        elif len(self._sizes) < MAX_OPEN:
            self._sizes.append((tag, self._size(tag, attributes)))
            if attributes and sets_side_by_side(attributes, self._side_by_side):
                self._flexed.append(len(self._sizes))

    def _part(self, tag: str) -> None:
        """Begin or end a cell, if the element around sets what it holds side by side."""
        if self._flexed and self._flexed[-1] == len(self._sizes) and tag in CELL_TAGS:
            self._cells[-1].pieces.append(CELL)

    def _start_row(self) -> None:
        """Open a row, and end the one that nothing has ended, as browsers do."""
        if len(self._tables) <= MAX_NESTED:
            while len(self._rows) > (self._tables[-1] if self._tables else 0):
                self._end_row()
        self._cells[-1].end_line()
        if len(self._tables) <= MAX_NESTED:
            self._rows.append((len(self._cells), []))

    def _start_cell(self) -> None:
        """Open a cell, and the row that nothing has opened, as browsers do."""
        if len(self._tables) > MAX_NESTED:
            self._cells[-1].end_line()
            return
        if len(self._rows) <= (self._tables[-1] if self._tables else 0):
            self._rows.append((len(self._cells), []))
        self._end_cell()
        self._cells.append(Cell())

    def _size(self, tag: str, attributes: str) -> float:
        inherited = self._sizes[-1][1] if self._sizes else 0.0
        match = _FONT_SIZE.search(attributes) if attributes else None
        if match and match.group(1):
            return min(float(match.group(1).strip(".") or 0), 96.0) * (
                POINTS_IN_PIXEL if match.group(2).lower() == "px" else 1
            )
        if match and match.group(3) and tag == "font":
            return FONT_SIZES[match.group(3)]
        return HEADING_SIZES.get(tag, inherited)

    def _end(self, tag: str) -> None:
        self._n_preformatted -= tag == "pre" and self._n_preformatted > 0
        if tag in BLOCKS or tag == "br":  # browsers read </br> as <br>
            self._cells[-1].end_line()
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr" and self._rows:
            self._end_row()
        elif tag == "table":
            self._end_table()
        elif tag in CELL_TAGS:
            self._cells[-1].close_inline()
        for index in range(len(self._sizes) - 1, max(-1, len(self._sizes) - 12), -1):
            if self._sizes[index][0] == tag:
                del self._sizes[index:]
                break
        while self._flexed and self._flexed[-1] > len(self._sizes):
            self._flexed.pop()
        self._part(tag)

    def _end_table(self) -> None:
        """End the rows that the table has left open, as browsers do."""
        while self._tables and len(self._rows) > self._tables[-1]:
            self._end_row()
        del self._tables[-1:]
        self._cells[-1].end_line()

    def _end_cell(self) -> None:
        if self._rows and len(self._cells) > self._rows[-1][0]:
            cell = self._cells.pop()
            cell.end_line()
            self._rows[-1][1].append(cell.lines)

    def _end_row(self) -> None:
        self._end_cell()
        _, cells = self._rows.pop()
        self._cells[-1].lines.extend(row_lines(cells))
