"""A document prepared for reading: one spelling, lines with their section, labelled values, where it came from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from ringback.readers import patterns as re
from ringback.readers.fields.attended import put_events_aside
from ringback.readers.fields.contact_rows import open_at_contacts
from ringback.readers.fields.labels import Label, find_labels
from ringback.readers.fields.periods import range_in
from ringback.readers.fields.printed_lines import joined_lines
from ringback.readers.fields.section_ranks import (
    close_at_unknown,
    keep_under_entries,
    open_below_menu,
    part_selected_work,
    return_to_jobs,
    show_residencies,
)
from ringback.readers.fields.sections import TOP, sections_of
from ringback.readers.fields.slashed_rows import with_slashed_cells
from ringback.readers.fields.studies.studies_resumed import return_to_studies
from ringback.readers.fields.tables_around import take_rows_above
from ringback.readers.fields.unnamed_jobs import open_at_jobs
from ringback.readers.normalise import fold, show

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.document import Document

_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN_WORD = re.compile("[A-Za-z]+")
NEAR_TOP = 6
_ITEM_MARK = re.compile(r"[·⋄◇◆◦•▪■□●○►▸➢✓*–-]\s")  # of another typeface, that is larger than the words behind it
REACH = 13  # lines from a label to its value, where both stand in columns
_LARGER = 1.15
_FIRST_RANK = 24.0  # headings marked as such of a lower rank are no names
_MAX_NAVIGATION = 8  # links of a web page above its first heading
_NOT_OWN = frozenset({"references", "experience", "education", "projects"})
_AT_HOST = re.compile(r"\S@\S")  # Florist @ Larch Blooms is no address
_MOBILE = re.compile(r"1[3-9]\d{9}|\+\d[\d ()-]{9}|(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)")
_ADDRESS_ALONE, _NUMBER_ALONE = re.compile(r"\W*\S+@\S+\W*"), re.compile(r"\W{0,3}\d{1,4}\W{1,2}\d[\d ()/-]{6,}")
_LINK = re.compile(r"\b(?:linkedin|github)\.com\b", re.IGNORECASE)
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
    def answers(self) -> dict[object, Any]:
        """What was asked of this sheet already; see :mod:`ringback.readers.fields.memory`."""
        return {}

    @cached_property
    def text(self) -> str:
        """The folded text as one string."""
        return "\n".join(self.folded)

    @cached_property
    def is_chinese(self) -> bool:
        """Whether the document is written mainly in Chinese."""
        text = self.text[:20_000]
        n_han = 0 if text.isascii() else sum(map(len, _HAN.findall(text)))
        return n_han > 0 and n_han * 4 > len(_LATIN_WORD.findall(text))

    @cached_property
    def body_size(self) -> float:
        """The commonest letter height, 0 when the format does not tell."""
        return _body_size(self.sizes, self.folded)

    def labelled(self, *fields: str) -> Iterator[Label]:
        """Yield the labelled values of these fields, in order of print."""
        told = self._labels_by_field
        if len(fields) == 1:
            return iter(told.get(fields[0], ()))
        if told.keys().isdisjoint(fields):
            return iter(())
        return (label for label in self.labels if label.field in fields and label.value)

    @cached_property
    def _labels_by_field(self) -> Mapping[str, Sequence[Label]]:
        found = defaultdict(list)
        for label in self.labels:
            if label.value:
                found[label.field].append(label)
        return found

    def line_of(self, label: Label) -> int:
        """Return the number of the line where the value of a label stands."""
        value = label.value
        below = range(label.line, min(label.line + REACH, len(self.shown))) if label.is_below else ()
        return next((i for i in below if value in self.shown[i]), label.line)

    @cached_property
    def labels_at(self) -> Mapping[int, Sequence[Label]]:
        """The labels by the line that they stand in."""
        found = defaultdict(list)
        for label in self.labels:
            found[label.line].append(label)
        return found

    @cached_property
    def values_at(self) -> Mapping[int, Sequence[Label]]:
        """The labels with a value by the line that the value stands in."""
        found = defaultdict(list)
        for label in self.labels:
            if label.value:
                found[self.line_of(label)].append(label)
        return found

    @cached_property
    def lines_of_headings(self) -> Sequence[int]:
        """The numbers of the lines that open a section."""
        return [number for number, is_heading in enumerate(self.headings) if is_heading]

    def lines_in(self, *sections: str) -> list[int]:
        """Return the numbers of the content lines that stand in these sections."""
        if len(sections) == 1:
            return list(self._lines_by_section.get(sections[0], ()))
        return sorted(chain.from_iterable(self._lines_by_section.get(kind, ()) for kind in {*sections}))

    @cached_property
    def _lines_by_section(self) -> Mapping[str, Sequence[int]]:
        found = defaultdict(list)
        for number, (kind, is_heading) in enumerate(zip(self.sections, self.headings, strict=True)):
            if not is_heading and self.folded[number].strip():
                found[kind].append(number)
        return found

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
            if "@" in line and _AT_HOST.search(line) and is_own and not self.headings[number]:
                near = range(max(0, number - _CONTACT_LINES), min(len(kinds), number + _CONTACT_LINES + 1))
                return {i for i in near if kinds[i] == kinds[number] and len(self.folded[i]) <= _CONTACT_CHARS} - {
                    i for i in near if self.headings[i]
                }
            if kinds[number] != "references" and (block := self._block_of_contacts(number)):
                return block
        return set()

    def _block_of_contacts(self, number: int) -> set[int]:
        """Return the lines of a side bar that a section took in, from an address alone on its line to the last contact."""
        if not _ADDRESS_ALONE.fullmatch(self.folded[number]):
            return set()
        near = range(max(0, number - _CONTACT_LINES), min(len(self.folded), number + _CONTACT_LINES + 1))
        numbers = [i for i in near if _NUMBER_ALONE.fullmatch(self.folded[i]) and range_in(self.folded[i]) is None]
        links = [i for i in near if _LINK.search(self.folded[i]) or _ADDRESS_ALONE.fullmatch(self.folded[i])]
        if not numbers or any(self.sections[i] != self.sections[number] for i in numbers):
            return set()
        first, last = min(*numbers, *links), max(*numbers, *links)
        block = range(max(0, first - 1), min(last + 2, len(self.folded)))
        short = {i for i in block if len(self.folded[i]) <= _CONTACT_CHARS and not self.headings[i]}
        return {i for i in short if range_in(self.folded[i]) is None}

    def _opening(self) -> list[int]:
        """Return the lines under a title that reads like a section's: 个人情况介绍 over a letter in prose."""
        kind = self.sections[0] if self.sections else TOP
        return self.lines_in(kind)[:25] if kind in {"summary", "other"} and self.headings[0] else []


def make_sheet(document: Document, evidence: Evidence, *, default_region: str = "CN") -> Sheet:
    """Prepare a document for the field readers."""
    lines = joined_lines(document)
    shown, sizes = with_slashed_cells([line.text for line in lines]), [line.size for line in lines]
    pages, marks = [line.page for line in lines], [line.is_heading for line in lines]
    folded = [fold(line) for line in shown]
    body = _body_size(sizes, folded)
    stands_out = [mark or (body > 0 and size > body * _LARGER) for mark, size in zip(marks, sizes, strict=True)]
    sections, headings = sections_of(folded, stands_out)
    open_below_menu(sections, headings, folded, stands_out)
    part_selected_work(sections, headings, folded)
    return_to_jobs(sections, headings, folded, sizes)
    keep_under_entries(sections, headings, folded, sizes)
    return_to_studies(sections, headings, folded, sizes)
    close_at_unknown(sections, headings, folded, sizes, stands_out)
    take_rows_above(sections, headings, folded)
    open_at_jobs(sections, headings, folded, sizes)
    show_residencies(sections, headings, folded)
    put_events_aside(sections, headings, folded)
    open_at_contacts(sections, headings, folded)
    _open_at_name(
        sections,
        headings,
        folded,
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


def sheet_of_values(document: Document, labels: Sequence[Label], evidence: Evidence, *, default_region: str) -> Sheet:
    """Prepare the values of a record, one a line: they are labelled, and no line of them opens a section.

    ``labels`` belong to one line each, in order; where a value is shown in more lines than one, they all belong to the first.
    """
    lines = joined_lines(document)
    shown = with_slashed_cells([line.text for line in lines])
    is_a_line_each = len(shown) == len(labels)
    return Sheet(
        document=document,
        shown=tuple(shown),
        folded=tuple(fold(line) for line in shown),
        sizes=tuple(line.size for line in lines),
        pages=tuple(line.page for line in lines),
        sections=(TOP,) * len(shown),
        headings=(False,) * len(shown),
        labels=tuple(
            Label(label.field, show(label.value), number if is_a_line_each else 0, label.field)
            for number, label in enumerate(labels)
        ),
        evidence=evidence,
        default_region=default_region,
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


def _is_same(folded: Sequence[str], one: int, other: int) -> bool:
    return folded[one].casefold() == folded[other].casefold() != ""


def _open_at_name(
    sections: list[str], headings: list[bool], folded: list[str], sizes: list[float], pages: list[int], body: float
) -> None:
    """Let the largest print of page 1 open the head of the resume, where a side bar comes first in the order of text."""
    if sum(map(bool, sizes)) * 2 < len(sizes):
        body = 0.0
    least = body * _NAME_SIZE if body > 0 else _FIRST_RANK  # a web page tells the ranks of its headings only
    if max(sizes, default=0.0) < least:
        return  # as in all that tells no sizes
    first = [
        i
        for i, page in enumerate(pages)
        if page == 1 and not headings[i] and not _ITEM_MARK.match(folded[i]) and not any(map(str.isdigit, folded[i]))
    ]
    largest = max(first, key=lambda i: sizes[i], default=0)
    is_late = body <= 0 and largest > _MAX_NAVIGATION
    again = next(
        (i for i in first if i > largest and sizes[i] == sizes[largest] and _is_same(folded, i, largest)), None
    )
    largest = again if again is not None and sections[largest] == TOP else largest
    is_late = is_late or any(headings[i] and sizes[i] >= sizes[largest] for i in range(largest))  # one of the headings
    if not first or is_late or sizes[largest] < least or sections[largest] == TOP:
        return
    for number in range(largest, len(sections)):
        if headings[number]:
            return
        sections[number] = TOP


def _body_size(sizes: Sequence[float], folded: Sequence[str]) -> float:
    counts: dict[float, int] = {}
    for size, line in zip(sizes, folded, strict=True):
        if size:
            counts[size] = counts.get(size, 0) + len(line)
    body = max(counts, key=lambda size: counts[size], default=0.0)
    is_of_ranks = sum(map(bool, sizes)) * 2 < len(sizes)  # a web page tells the ranks of its headings only
    return 0.0 if is_of_ranks and body == max(counts, default=0.0) else body
