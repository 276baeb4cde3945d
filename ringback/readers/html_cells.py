"""One cell of a page while it is read, or the page itself: its lines, and which of their pieces only the style holds apart."""

from __future__ import annotations

import re
from itertools import accumulate

from ringback.readers.document import Line
from ringback.readers.style_seams import MAX_FACES, with_seams

SEAM, CELL = "\x1e", "\x1f"  # between two elements; between two cells (no text holds these)
_APART = frozenset({"span", "small", "time"})  # a style sheet may hold them apart from the bare text in front
TOUCH = "\x1d"  # where two inline elements touch; a style sheet may hold them apart
_PARTS_TOUCHING = re.compile(
    rf"(?<=\w[\w)]){TOUCH}(?=[A-Z\d\u4e00-\u9fff])|(?<=[\u4e00-\u9fff)）]){TOUCH}(?=\d)|(?<=\d\d\d){TOUCH}(?=[a-z])"
)
_SPACES = re.compile(r"[ \t\r\n\x0b\x0c]+")
_CELLS = re.compile(f"(?: ?{CELL})+ ?")
OF_ENTRY = 14.0  # points: a larger heading is one of a section, or a name
_FLOATS = re.compile(r"\bfloat\s*:\s*(?:left|right)|\b(?:float|pull)-(?:left|right|start|end)\b")
_FLOAT = "float:"  # in place of a class, which has no colon
_CLASS = re.compile(r"\bclass\s*=\s*[\"']?(?!Mso)([\w-]+)")


class Cell:
    """What is being collected: the lines of one cell, or of the page itself."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.set_off: list[tuple[int, str]] = []  # which pieces have a face of their own, and the tag that says so
        self.size = 0.0
        self.is_heading = False
        self.has_bare_text = False
        self.opened = self.closed = ("", "")

    def end_line(self) -> None:
        """Put what was collected behind the lines, as a line of its own."""
        text = "".join(self.pieces)
        if self.has_bare_text and 0 < len(self.set_off) < MAX_FACES and not (self.is_heading and self.size > OF_ENTRY):
            text = self._with_seams(text)
        if TOUCH in text:
            text = _PARTS_TOUCHING.sub(" " if self.has_bare_text or self.is_heading else CELL, text).replace(TOUCH, "")
        if SEAM in text:
            text = text.replace(SEAM, "" if self.has_bare_text or self.is_heading else CELL)
        text = _CELLS.sub("\t", _SPACES.sub(" ", text).strip(" " + CELL))
        if text:
            self.lines.append(Line(text, size=self.size, is_heading=self.is_heading))
        self.pieces, self.set_off, self.size, self.is_heading, self.has_bare_text = [], [], 0.0, False, False
        self.opened = self.closed = ("", "")

    def _with_seams(self, text: str) -> str:
        """Return the text of a line with a cell where only bold or slanted print tells two things apart."""
        starts = list(accumulate(map(len, self.pieces), initial=0))
        faces = [(starts[number], starts[number + 1], tag) for number, tag in self.set_off]
        plain = text.replace("\n", " ").replace("\t", " ").replace(CELL, "\t")
        return with_seams(plain, lambda at: next((tag for start, end, tag in faces if start <= at < end), "")).replace(
            "\t", CELL
        )

    def open_inline(self, tag: str, attributes: str) -> None:
        """Mark the place between two elements of different kind: <strong>Acme</strong> <em>Engineer</em> are two cells."""
        if ("float" in attributes or "pull-" in attributes) and _FLOATS.search(attributes):
            self.pieces.append(CELL)
            self.opened, self.closed = (tag, _FLOAT), ("", "")
            return
        match = _CLASS.search(attributes)
        self.opened = (tag, match.group(1) if match else "")
        was_tag, was_class = self.closed
        is_parted = bool(self.pieces) and self.pieces[-1].isspace()
        by_class = bool(was_class and self.opened[1]) and was_class != self.opened[1]
        if was_tag and (by_class or (is_parted and was_tag != tag)):
            self.pieces.append(SEAM)
        elif self.pieces and not is_parted and (was_tag or tag in _APART):
            self.pieces.append(TOUCH)
        self.closed = ("", "")

    def close_inline(self) -> None:
        """Remember what ends here; what floats is a cell of its own."""
        if self.opened[1] == _FLOAT:
            self.pieces.append(CELL)
            self.opened = ("", "")
        self.closed = self.opened
