"""The outlines of Emacs (org-mode) as they would be printed: stars are ranks, keywords and drawers state, not print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ringback.readers import patterns as re
from ringback.readers.document import Line
from ringback.readers.markdown import SIZES

MIN_HEADINGS = 2
_HEADING = re.compile(r"^(\*{1,6}) +(?:(?:TODO|DONE) )?(.+?)(?:\s+:[\w@:]+:)?\s*$")
_KEYWORD = re.compile(r"^\s*#\+([A-Za-z_]{2,24}):?\s*(.*)$")
_PROPERTY = re.compile(r"^\s*:([A-Za-z_]{2,24}):\s*(.*)$")
_LINK = re.compile(r"\[\[([^\[\]]{1,300})\](?:\[([^\[\]]{1,200})\])?\]")
_STRESS = re.compile(r"(?<![\w*/])([*/_=~])(?=\S)([^*/_=~\n]{1,200}?)(?<=\S)\1(?![\w*/])")
_STAMP = re.compile(r"[<\[](\d{4}-\d{2}(?:-\d{2})?)[^<>\[\]]{0,20}[>\]]")
_COMMAND = re.compile(r"\\[A-Za-z]+\*?|[{}]|@@[a-z]+:.{0,200}?@@|\{\{\{.{0,200}?\}\}\}")
_RULE = re.compile(r"^\s*(?:-{5,}|\|[-+|]+\|?)\s*$")
_STATED = {"title": "", "author": "", "email": "Email", "phone": "Phone", "mobile": "Phone", "address": "Address"}
_OF_ENTRY = ("from", "to", "date", "employer", "host", "organization", "location")


def is_outline(lines: Sequence[str]) -> bool:
    """Tell an outline by its keywords or drawers, and headings of stars at the margin."""
    n_headings = sum(bool(_HEADING.match(line)) for line in lines)
    return n_headings >= MIN_HEADINGS and any(line.lstrip()[:2] == "#+" or line.strip() == ":END:" for line in lines)


def lines_of_outline(lines: Sequence[str]) -> Iterator[Line]:
    """Yield the printed lines of an outline."""
    drawer: dict[str, str] | None = None
    for line in lines:
        bare = line.strip()
        if bare in {":PROPERTIES:", ":LOGBOOK:"}:
            drawer = {}
        elif drawer is not None and bare == ":END:":
            if row := _row_of(drawer):
                yield Line(row, size=SIZES[-1])
            drawer = None
        elif drawer is not None:
            if pair := _PROPERTY.match(line):
                drawer[pair.group(1).lower()] = _printed(pair.group(2))
        elif keyword := _KEYWORD.match(line):
            yield from _stated(keyword.group(1).lower(), keyword.group(2))
        elif heading := _HEADING.match(line):
            yield Line(_printed(heading.group(2)), size=SIZES[len(heading.group(1))], is_heading=True)
        elif not _RULE.match(line) and not bare.startswith("# "):
            yield Line(_printed(line), size=SIZES[-1])


def _stated(key: str, value: str) -> Iterator[Line]:
    """Yield what a keyword says of the person."""
    label = _STATED.get(key)
    if label is not None and value:
        yield Line(f"{label}: {value}" if label else value, size=SIZES[bool(label)])


def _row_of(drawer: dict[str, str]) -> str:
    """Return dates, firm and place of an entry as cells of a row."""
    cells = {key: drawer.get(key, "") for key in _OF_ENTRY}
    start, end = cells.pop("from"), cells.pop("to")
    period = f"{start} – {end or 'present'}" if start else end
    return "\t".join(filter(None, (period, *cells.values())))


def _printed(line: str) -> str:
    text = _LINK.sub(lambda link: f"{link.group(2)} {link.group(1)}" if link.group(2) else link.group(1), line)
    text = _STAMP.sub(r"\1", _COMMAND.sub(" ", text)).replace(" :: ", "\t")  # a term and what it is
    if text.lstrip().startswith("|") and text.count("|") > 1:
        text = "\t".join(cell.strip() for cell in text.strip().strip("|").split("|"))
    return _STRESS.sub(r"\2", text).strip("|").rstrip()
