"""Characters printed apart: 姓 名, P R O F I L E, and labels and headings that narrow cells set one character a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import section_table
from ringback.readers.fields.label_words import field_of, label_table
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ringback.readers.fields.printed_rows import PrintedRow

LONGEST_UPRIGHT = 8
MAX_SINGLE = 6  # with blanks around it
_SPREAD = re.compile(r"(?:(?<=\s)|^)(?:[\u4e00-\u9fff][ \t]{1,3}){1,}[\u4e00-\u9fff](?=\s|$)")
_LETTERS_APART = re.compile(r"(?:(?:[^\W\d_.&]|[-'’](?=\s*\w))(?: |\s{2,}|$|\t)){4,}")  # P R O F I L E
_WORD_GAP = re.compile(r"\t\s*|\s{2,}")
_LABEL_APART = re.compile(r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff])[\t ]+([\u4e00-\u9fff])(?=\t)")  # 姓<tab>名<tab>value
_PIECE = re.compile("[\u4e00-\u9fff]{1,3}")


def joined_letters(line: str) -> str:
    """Return a line with its characters put together."""
    if " " in line and not line.isascii():
        line = _SPREAD.sub(_joined, line)
    if "\t" in line:
        line = _LABEL_APART.sub(_joined_label, line)
    return line


def joined_word(line: str) -> str:
    """Return a line of letters set apart, any script, as the words it prints."""
    if line[1:2].isspace() and _LETTERS_APART.fullmatch(line):
        return " ".join(word.replace(" ", "") for word in _WORD_GAP.split(line))
    return line


def with_upright_words(rows: Iterable[PrintedRow]) -> Iterator[PrintedRow]:
    """Put labels and headings together that a narrow cell sets a character or a few a line: 教 / 育 / 经 / 历, 项 / 目经历."""
    run: list[PrintedRow] = []
    for row in rows:
        if len(row.text) < MAX_SINGLE and _PIECE.fullmatch(row.text.strip()):
            run.append(row)
            continue
        if run:
            yield from _of_run(run)
            run = []
        yield row
    yield from _of_run(run)


def _of_run(run: list[PrintedRow]) -> Iterator[PrintedRow]:
    pieces = [row.text.strip() for row in run]
    start = 0
    while start < len(run):
        length = _length_of_word([fold(piece) for piece in pieces[start : start + LONGEST_UPRIGHT]])
        yield run[start]._replace(text="".join(pieces[start : start + length]))
        start += length


def _length_of_word(pieces: list[str]) -> int:
    """Return how many of the pieces are a label or a heading together, which they are not each by itself; 1 where none are."""
    lengths = (n for n in range(len(pieces), 1, -1) if _is_word("".join(pieces[:n])))
    return next((n for n in lengths if not all(map(_is_word, pieces[:n]))), 1)


def _is_word(letters: str) -> bool:
    return letters in label_table() or letters in section_table()


def _joined(match: re.Match[str]) -> str:
    """Join characters printed apart; a label in front stays apart from its value (姓 名, 性 别 女), a cell from the next."""
    cells = match.group().split("\t")
    if any(len(cell.split()) > 1 for cell in cells[1:]) or len(cells[0].split()) > 1 < len(cells):
        return "\t".join(map(_joined_cell, cells))
    return _joined_cell(match.group())


def _joined_cell(text: str) -> str:
    word = "".join(text.split())
    if len(word) > 2 and field_of(word[:2]) and not field_of(word):
        return f"{word[:2]} {word[2:]}"
    return word


def _joined_label(match: re.Match[str]) -> str:
    word = match.group(1) + match.group(2)
    return word if field_of(fold(word)) else match.group()
