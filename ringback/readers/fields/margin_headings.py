"""Headings that the left margin breaks over two rows: ``Professional<tab>Baker, Northwind`` / ``Experience<tab>baked bread``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.document import Line

MAX_WORD = 16
MIN_BESIDE = 2  # headings with cells beside them
_N_WORDS = (4, 3, 2)  # of headings that fill a margin
_EXPERIENCE = "Experience"
_KINDS_OF_EXPERIENCE = frozenset(
    {"Research", "Teaching", "Clinical", "Volunteer", "Leadership", "Industry", "Internship", "Work", "Professional"}
)
_JOINTS = frozenset({"and", "&", "of"})
_CAPITALS_BEFORE_BLANKS = re.compile(r"([A-Z][A-Z &/]{3,30}:?) {2,}(?=\S)")
_WORD = re.compile(r"[A-Z][A-Za-z&]+(?: (?:and|&|of))?|(?:and|&|of) [A-Z][A-Za-z]+")


def with_margin_headings(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with such a heading put together over the row that it stands beside.

    Both words must make a heading, and the second has cells beside it: a heading alone over two lines is none of
    the margin. Only ``Experience`` may stand alone, in the print of a first word that has cells.
    """
    found: list[Line] = []
    for line in _with_glued_parted(_with_blanks_as_cells(lines)):
        word, _, rest = line.text.partition("\t")
        above = found[-1] if found else None
        if (
            above is None
            or (not rest and word.strip() != _EXPERIENCE)
            or not _is_word(word)
            or not (rest.strip() or _is_experience_below(above, line))
        ):
            found.append(line)
            continue
        begun, rest_above = _first_cell(above.text)
        if not _is_word(begun) or not _is_whole(begun, word.strip()) or heads_of(fold(above.text)):
            found.append(line)
            continue
        found[-1] = replace(above, text=f"{begun} {word.strip()}", is_heading=True)
        if rest_above:
            found.append(replace(above, text=rest_above, is_heading=False))
        if rest.strip():
            found.append(replace(line, text=rest.strip()))
    return found


def _with_blanks_as_cells(lines: Sequence[Line]) -> Sequence[Line]:
    """End the cell of a heading in capitals that a typist set in the margin: ``EMPLOYMENT:   Baker, Northwind``.

    Two such headings make a margin; one may be a label.
    """
    found = list(lines)
    n_beside = 0
    for number, line in enumerate(lines):
        head = _CAPITALS_BEFORE_BLANKS.match(line.text)
        if head is not None and _is_heading(head[1]):
            n_beside += 1
            found[number] = replace(line, text=f"{head[1]}\t{line.text[head.end() :]}")
    return found if n_beside >= MIN_BESIDE else lines


def _with_glued_parted(lines: Sequence[Line]) -> Sequence[Line]:
    """Part the headings in the margin that fill it, so that only a space stands behind them: ``Current Position Larch Clerk``.

    Others of the page have cells beside them.
    """
    n_beside = sum("\t" in line.text and _is_heading(line.text.partition("\t")[0]) for line in lines)
    if n_beside < MIN_BESIDE:
        return lines
    found: list[Line] = []
    for line in lines:
        words = line.text.split("\t")[0].split(" ")
        until = next(
            (n for n in _N_WORDS if len(words) > n and words[n][:1].isupper() and _is_heading(" ".join(words[:n]))), 0
        )
        head = " ".join(words[:until])
        is_glued = until > 0 and line.text.startswith(head) and not _is_heading(line.text)
        if is_glued:
            found.append(replace(line, text=head, is_heading=True))
        found.append(replace(line, text=line.text[len(head) :].strip()) if is_glued else line)
    return found


def _first_cell(text: str) -> tuple[str, str]:
    """Return the first cell of a row and the others; a wide margin sets ``Leadership<tab>and<tab>Tide Committee``."""
    first, _, rest = text.partition("\t")
    joint, tab, behind = rest.partition("\t")
    is_joint = bool(tab) and joint.strip() in _JOINTS
    return (f"{first.strip()} {joint.strip()}", behind.strip()) if is_joint else (first.strip(), rest.strip())


def _is_experience_below(above: Line, line: Line) -> bool:
    """Tell ``Experience`` alone below the first word of its heading, beside which one line stands: ``Teaching<tab>Tides``."""
    is_alone = line.text.strip() == _EXPERIENCE and not line.is_heading
    begun, rest = _first_cell(above.text)
    return is_alone and bool(rest) and begun in _KINDS_OF_EXPERIENCE and above.size == line.size > 0


def _is_word(cell: str) -> bool:
    return len(cell.strip()) <= MAX_WORD and _WORD.fullmatch(cell.strip()) is not None


def _is_whole(begun: str, word: str) -> bool:
    """Whether two words make one heading, and the first of them none of its own that stands beside one line."""
    if _is_heading(begun):
        return word == _EXPERIENCE and begun in _KINDS_OF_EXPERIENCE
    if _is_heading(f"{begun} {word}"):
        return True
    is_told = begun in _KINDS_OF_EXPERIENCE if word == _EXPERIENCE else not _is_heading(word)
    return is_told and section_of_heading(f"{begun} {word}", stands_out=True) is not None


def _is_heading(text: str) -> bool:
    return re.sub(r"[\W_]+", "", text).lower() in section_table()
