"""Pictures of text: scans and photographs, read by RapidOCR where that extra is installed.

Its models are inside the wheel, nothing is downloaded. Without the extra a picture is ``needs_ocr``: never silence.
"""

from __future__ import annotations

import importlib.util
import io
import logging
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ringback.readers import budget
from ringback.readers.document import Document, Line
from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits

PAGE_DPI = 200
POINTS_IN_INCH = 72
MAX_SIDE = 3000
MAX_PIXELS = 80_000_000
MIN_SCORE = 0.5
SAME_ROW = 0.6  # boxes whose middles are closer than this share of their height stand on one printed line
CELL_GAP = 1.0


def is_available() -> bool:
    """Tell whether the OCR extra is installed, without loading it."""
    return importlib.util.find_spec("rapidocr") is not None


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR  # noqa: PLC0415 - an extra of 400 MB

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    return RapidOCR(params={"Global.log_level": "error"})


def read_image(data: bytes, _limits: ReaderLimits) -> Document:
    """Read a picture.

    Raises:
        Refused: ``needs_ocr`` without the extra; ``truncated`` when the picture cannot be opened; ``not_a_resume`` when
            there are no letters on it.
    """
    if not is_available():
        raise Refused("needs_ocr")
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - comes with the extra

    try:
        with Image.open(io.BytesIO(data)) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise Refused("too_large", "picture")
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refused("truncated", "picture") from error
    return _document([picture], name="image", pages=1)


def read_scanned_pdf(data: bytes, limits: ReaderLimits) -> Document:
    """Read the first pages of a PDF that has no usable text.

    Raises:
        Refused: as :func:`read_image`.
    """
    if not is_available():
        raise Refused("needs_ocr")
    import pypdfium2  # noqa: PLC0415 - loaded already where this is reached

    with pypdfium2.PdfDocument(data) as pdf:
        n_pages = len(pdf)
        pictures = [_render(pdf[number]) for number in range(min(n_pages, limits.max_ocr_pages))]
    return _document(pictures, name="pdf", pages=n_pages)


def _render(page: Any) -> Any:
    width, height = page.get_size()
    scale = min(PAGE_DPI / POINTS_IN_INCH, MAX_SIDE / max(width, height, 1))
    return page.render(scale=scale).to_pil().convert("RGB")


def _document(pictures: list[Any], *, name: str, pages: int) -> Document:
    budget.begin(budget.Cost.OCR)
    import numpy as np  # noqa: PLC0415 - comes with the extra

    lines: list[Line] = []
    for number, picture in enumerate(pictures, 1):
        if max(picture.size) > MAX_SIDE:
            picture.thumbnail((MAX_SIDE, MAX_SIDE))
        result = _engine()(np.asarray(picture)[:, :, ::-1])
        boxes, texts, scores = result.boxes, result.txts, result.scores
        if boxes is None or not texts:
            continue
        words = [(box, text) for box, text, score in zip(boxes, texts, scores, strict=True) if score >= MIN_SCORE]
        lines += _rows(words, page=number)
    if not lines:
        raise Refused("not_a_resume", "no letters found on the picture")
    return Document(format=name, lines=tuple(lines), pages=pages, warnings=("ocr",))


def _rows(words: list[tuple[Any, str]], *, page: int) -> Iterator[Line]:
    """Put the boxes that stand beside each other on one line; a wide gap is a cell border."""
    placed = []
    for box, text in words:
        xs, ys = [float(point[0]) for point in box], [float(point[1]) for point in box]
        placed.append((sum(ys) / 4, min(xs), max(xs), max(1.0, max(ys) - min(ys)), text))
    placed.sort()
    row: list[tuple[float, float, float, float, str]] = []
    for word in placed:
        if row and word[0] - row[-1][0] > SAME_ROW * min(word[3], row[-1][3]):
            yield _line(row, page)
            row = []
        row.append(word)
    if row:
        yield _line(row, page)


def _line(row: list[tuple[float, float, float, float, str]], page: int) -> Line:
    row = sorted(row, key=lambda word: word[1])
    pieces = [row[0][4]]
    for before, word in pairwise(row):
        pieces.append("\t" if word[1] - before[2] > CELL_GAP * word[3] else " ")
        pieces.append(word[4])
    return Line("".join(pieces), size=round(max(word[3] for word in row), 1), page=page)
