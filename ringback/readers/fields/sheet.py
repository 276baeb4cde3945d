"""A document prepared for reading: one spelling, lines with their section, labelled values, where it came from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.running_lists import with_lists_parted
from ringback.readers.fields.label_signs import with_colons, with_label_above
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.labels import Label, find_labels
from ringback.readers.fields.letters_apart import joined_letters, joined_word, with_upright_words
from ringback.readers.fields.periods import MAX_BROKEN, MAX_DATE_CELL, is_broken_date, is_rest_of_date
from ringback.readers.fields.section_ranks import close_at_unknown, keep_under_entries
from ringback.readers.fields.sections import TOP, sections_of
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.document import Document

MAX_LINES = 6000
MAX_LINE_CHARS = 4000
MAX_BROKEN_LABEL = 6
NEAR_TOP = 6
REACH = 13  # lines from a label to its value, where both stand in columns
_PICTURE = re.compile(r"!\[[^\]\n]{0,80}\]\([^)\n]{0,400}\)")  # of Markdown
_GAP = re.compile(r"[ \t]{9,}")
_LONG_TOKEN = re.compile(r"[!-~]{300,}")  # data, not print: no address or word is as long
_BARS = frozenset("|│┃║｜")  # a frame or a table drawn with signs
_START_AND_END = re.compile(
    r"\W*Start(?:ed)?(?: date)?\s?:\s*(\S.{2,18}?\d)[\s,;|–—-]{1,4}End(?:ed)?(?: date)?\s?:\s*(\S.{2,18})",
    re.IGNORECASE,
)  # Start: 2019 - End: 2023
_SIGNS_ALONE = _BARS | frozenset(":：/-")
_BETWEEN_CELLS = re.compile(r"\s*[|│┃║｜]\s*")
_LARGER = 1.15
_FIRST_RANK = 24.0  # headings marked as such of a lower rank are no names
_MAX_NAVIGATION = 8  # links of a web page above its first heading
_NEXT_JOB = re.compile(r"[；;]\s*(?=(?:19|20)\d{2}[年./-])")
_YEAR_FIRST = re.compile(r"\s*(?:19|20)\d{2}[年./-]")
_REST_CHARS = 6
_REST_OF_FIRM = re.compile("(?:[\u4e00-\u9fff]{0,3})(?:公司|学院|大学)|[司院]")
_FIRM_BEGUN = re.compile(
    "(?:公司|单位|学校|院校)[^:：]{0,4}[:：]\\s?[\u4e00-\u9fff()（）]{3,}(?<![公司院学])[有限公技份团大学]$"
)
_NOT_OWN = frozenset({"references", "experience", "education", "projects"})
_MOBILE = re.compile(r"1[3-9]\d{9}|\+\d[\d ()-]{9}")
_CONTACT_LINES = 5
_CONTACT_CHARS = 60
_NAME_SIZE = 1.5  # a name is printed this much larger than the text, or more


@dataclass(frozen=True)
class Sheet:
    """What field readers look at. ``shown[i]``, ``folded[i]``, ``sizes[i]`` and ``sections[i]`` belong to one line."""

    document: Document
    shown: tuple[str, ...]
    folded: tuple[str, ...]
    sizes: tuple[float, ...]
    pages: tuple[int, ...]
    sections: tuple[str, ...]
    headings: tuple[bool, ...]
    labels: tuple[Label, ...]
    evidence: Evidence
    default_region: str = "CN"
    links: tuple[str, ...] = field(default=())

    @cached_property
    def text(self) -> str:
        """The folded text as one string."""
        return "\n".join(self.folded)

    @cached_property
    def is_chinese(self) -> bool:
        """Whether the document is written mainly in Chinese."""
        n_han = len(re.findall("[\u4e00-\u9fff]", self.text[:20_000]))
        return n_han * 4 > len(re.findall("[A-Za-z]+", self.text[:20_000])) and n_han > 0

    @cached_property
    def body_size(self) -> float:
        """The commonest letter height, 0 when the format does not tell."""
        counts: dict[float, int] = {}
        for size, line in zip(self.sizes, self.folded, strict=True):
            if size:
                counts[size] = counts.get(size, 0) + len(line)
        return max(counts, key=lambda size: counts[size], default=0.0)

    def labelled(self, *fields: str) -> Iterator[Label]:
        """Yield the labelled values of these fields, in order of print."""
        return (label for label in self.labels if label.field in fields and label.value)

    def line_of(self, label: Label) -> int:
        """Return the number of the line where the value of a label stands."""
        value = label.value
        below = range(label.line, min(label.line + REACH, len(self.shown))) if label.is_below else ()
        return next((i for i in below if value in self.shown[i]), label.line)

    def lines_in(self, *sections: str) -> list[int]:
        """Return the numbers of the content lines that stand in these sections."""
        return [
            i
            for i, kind in enumerate(self.sections)
            if kind in sections and not self.headings[i] and self.folded[i].strip()
        ]

    @cached_property
    def head(self) -> tuple[int, ...]:
        """The numbers of the lines where a person introduces himself: the first ones, and the section of basic facts."""
        top = self.lines_in(TOP)[:25] or self._opening()
        own = {*top, *self.lines_in("basic")[:25]}
        if not any("@" in self.folded[i] for i in own):
            own |= self._among_contacts()
        return tuple(sorted(own))

    def _among_contacts(self) -> set[int]:
        """Return the short lines around the address that stands elsewhere: in a side bar, at the foot of the page."""
        kinds = self.sections
        for number, line in enumerate(self.folded):
            beside = " ".join(self.folded[max(0, number - 1) : number + 2])
            is_own = kinds[number] not in _NOT_OWN or (kinds[number] == "projects" and _MOBILE.search(beside))
            if "@" in line and is_own and not self.headings[number]:
                near = range(max(0, number - _CONTACT_LINES), min(len(kinds), number + _CONTACT_LINES + 1))
                return {i for i in near if kinds[i] == kinds[number] and len(self.folded[i]) <= _CONTACT_CHARS} - {
                    i for i in near if self.headings[i]
                }
        return set()

    def _opening(self) -> list[int]:
        """Return the lines under a title that reads like a section's: 个人情况介绍 over a letter in prose."""
        kind = self.sections[0] if self.sections else TOP
        return self.lines_in(kind)[:25] if kind in {"summary", "other"} and self.headings[0] else []


def make_sheet(document: Document, evidence: Evidence, *, default_region: str = "CN") -> Sheet:
    """Prepare a document for the field readers."""
    shown: list[str] = []
    sizes: list[float] = []
    pages: list[int] = []
    marks: list[bool] = []
    text = _LONG_TOKEN.sub(
        " ", "\n".join(line.text.replace("\n", " ")[:MAX_LINE_CHARS] for line in document.lines[:MAX_LINES])
    )
    if "![" in text:
        text = _PICTURE.sub(" ", text)
    normal = _GAP.sub(_narrowed, show(text)).split("\n")
    if len(normal) == len(document.lines[:MAX_LINES]):
        rows: Iterable[tuple[str, float, int, bool]] = (
            (text, line.size, line.page, line.is_heading) for text, line in zip(normal, document.lines, strict=False)
        )
    else:
        rows = (
            (part, line.size, line.page, line.is_heading)
            for line in document.lines[:MAX_LINES]
            for part in show(line.text).split("\n")
        )
    for raw, size, page, mark in _with_stories_parted(with_lists_parted(with_upright_words(rows))):
        line = _tidied(raw.strip().rstrip("\\").rstrip(), shown[-1] if shown else "")
        if not line:
            continue
        if (
            shown
            and (line[0].isdigit() or line[0] in "至到" or shown[-1][-1] in "-~–—")
            and is_rest_of_date(shown[-1], line)
        ) or (
            shown
            and len(line) <= MAX_BROKEN
            and len(shown[-1]) <= MAX_DATE_CELL + MAX_BROKEN
            and is_broken_date(shown[-1], line)
        ):
            shown[-1] += f" {line}"
            continue
        whole = (
            with_label_above(shown[-1], line)
            if shown and len(shown[-1]) <= MAX_BROKEN_LABEL and not marks[-1]
            else None
        )
        if whole:
            shown[-1] = whole
            continue
        if shown and len(line) <= _REST_CHARS and _REST_OF_FIRM.fullmatch(line) and _FIRM_BEGUN.search(shown[-1]):
            shown[-1] += line
            continue
        shown.append(line)
        sizes.append(size)
        pages.append(page)
        marks.append(mark)
    folded = [fold(line) for line in shown]
    body = _body_size(sizes, folded)
    stands_out = [mark or (body > 0 and size > body * _LARGER) for mark, size in zip(marks, sizes, strict=True)]
    sections, headings = sections_of(folded, stands_out)
    keep_under_entries(sections, headings, sizes)
    close_at_unknown(sections, headings, folded, sizes, stands_out)
    _open_at_name(
        sections,
        headings,
        [0.0 if m and x < _FIRST_RANK else x for x, m in zip(sizes, marks, strict=True)],
        pages,
        body,
    )
    return Sheet(
        document=document,
        shown=tuple(shown),
        folded=tuple(folded),
        sizes=tuple(sizes),
        pages=tuple(pages),
        sections=tuple(sections),
        headings=tuple(headings),
        labels=_with_own_person(find_labels(shown, folded, headings)),
        evidence=evidence,
        default_region=default_region,
        links=document.links,
    )


def _with_own_person(labels: list[Label]) -> tuple[Label, ...]:
    """Take 联系人 at the top for the candidate himself where no name is labelled, and no number but the next to it."""
    told = {label.field: label.line for label in reversed(labels) if label.value}
    own = [label for label in labels if label.label == "联系人" and label.value and label.line < NEAR_TOP]
    is_alone = not told.keys() & {"phones", "contact"}
    is_masked = own and own[0].value.endswith(("先生", "女士", "小姐"))
    if not own or is_masked or "name" in told or not (is_alone or abs(told.get("phones", -1) - own[0].line) == 1):
        return tuple(labels)
    mine = [replace(label, field=field) for label in own for field in (("name", "phones") if is_alone else ("name",))]
    return (*(label for label in labels if label not in own), *mine)


def _with_stories_parted(rows: Iterable[tuple[str, float, int, bool]]) -> Iterator[tuple[str, float, int, bool]]:
    """Give each job a line of its own where one line tells several: 2018年至2020年，在…；2021年至今，任…."""
    for text, *rest in rows:
        parts = _NEXT_JOB.split(text) if "；" in text or ";" in text else [text]
        is_story = len(parts) > 1 and all(_YEAR_FIRST.match(part) for part in parts)
        for part in parts if is_story else [text]:
            yield (part, *rest)  # type: ignore[misc]


def _tidied(line: str, above: str) -> str:
    """Return a line with frames, letters and labels put together; empty where it is only the sign behind a label above."""
    if not line or (line in _SIGNS_ALONE and field_of(fold(above))):
        return ""
    if line[0] in "Ss*" and (told := _START_AND_END.match(line)):
        return f"{told.group(1)} – {told.group(2)}"
    if line[0] in _BARS and line[-1] in _BARS and len(line) > 2:  # noqa: PLR2004
        line = _BETWEEN_CELLS.sub("\t", line[1:-1].strip()).strip()
    elif line.count("|") > 2:  # noqa: PLR2004 - two pairs
        cells = [cell.strip() for cell in line.split("|")]
        is_form = all(map(field_of, map(fold, cells[::2]))) and not any(map(field_of, map(fold, cells[1::2])))
        line = "\t".join(cells) if is_form else line
    return joined_word(with_colons(joined_letters(line)))


def _narrowed(gap: re.Match[str]) -> str:
    """A gap of any width is one gap; patterns need not walk over it."""
    return "\t" if "\t" in gap.group() else "    "


def _open_at_name(sections: list[str], headings: list[bool], sizes: list[float], pages: list[int], body: float) -> None:
    """Let the largest print of page 1 open the head of the resume, where a side bar comes first in the order of text."""
    first = [i for i, page in enumerate(pages) if page == 1 and not headings[i]]
    largest = max(first, key=lambda i: sizes[i], default=0)
    if sum(map(bool, sizes)) * 2 < len(sizes):
        body = 0.0
    least = body * _NAME_SIZE if body > 0 else _FIRST_RANK  # a web page tells the ranks of its headings only
    is_late = body <= 0 and largest > _MAX_NAVIGATION
    if not first or is_late or sizes[largest] < least or sections[largest] == TOP:
        return
    for number in range(largest, len(sections)):
        if headings[number]:
            return
        sections[number] = TOP


def _body_size(sizes: list[float], folded: list[str]) -> float:
    counts: dict[float, int] = {}
    for size, line in zip(sizes, folded, strict=True):
        if size:
            counts[size] = counts.get(size, 0) + len(line)
    return max(counts, key=lambda size: counts[size], default=0.0)
