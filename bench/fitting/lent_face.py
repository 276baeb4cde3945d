"""Draw the face that lends a box to every letter whose own face a PDF does not bring (``ringback/readers/pdf_lent_face.py``).

    python bench/fitting/lent_face.py

Writes ``ringback/readers/data/faces/boxes.ttf``: a full box for Chinese, Japanese and Korean letters and their signs, half of one
for Latin, Greek and Cyrillic ones, nothing for blanks. Needs fonttools (``pip install fonttools``), which reading does not.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

import ringback

UNITS = 1000  # of the height of a letter with its leading
ASCENT, DESCENT = 880, -120
CODE_PAGES = (17, 18, 19, 20, 21)  # Japanese, simplified Chinese, Korean, traditional Chinese, Johab: bits of OS/2
BLANKS = (0x20, 0xA0)
HALVES = ((0x21, 0x7E), (0xA1, 0x24F), (0x370, 0x52F))
FULL = ((0x2000, 0x33FF), (0x3400, 0x9FFF), (0xAC00, 0xD7A3), (0xF900, 0xFAFF), (0xFE30, 0xFE4F), (0xFF00, 0xFFEF))
MANY_TO_ONE = 13  # the kind of a table of letters in which a whole range has one drawing


def box(left: int, right: int, top: int) -> object:
    """Draw a box that stands as deep under the line as letters do."""
    pen = TTGlyphPen(None)
    bottom = -80
    pen.moveTo((left, bottom))
    for corner in ((left, top), (right, top), (right, bottom)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()


def main() -> None:
    """Write the file, the same bytes each time."""
    builder = FontBuilder(UNITS, isTTF=True)
    full = box(50, 950, 820)
    builder.setupGlyphOrder([".notdef", "full", "half", "blank"])
    builder.setupCharacterMap({0x4E00: "full"})
    builder.setupGlyf({".notdef": full, "full": full, "half": box(25, 475, 720), "blank": TTGlyphPen(None).glyph()})
    builder.setupHorizontalMetrics({".notdef": (1000, 50), "full": (1000, 50), "half": (500, 25), "blank": (500, 0)})
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": "Ringback Boxes", "styleName": "Regular", "psName": "RingbackBoxes"})
    builder.setupOS2(
        sTypoAscender=ASCENT,
        sTypoDescender=DESCENT,
        usWinAscent=ASCENT,
        usWinDescent=-DESCENT,
        ulCodePageRange1=sum(1 << bit for bit in CODE_PAGES),
        ulCodePageRange2=0,
    )
    builder.setupPost()
    letters = CmapSubtable.newSubtable(MANY_TO_ONE)
    letters.platformID, letters.platEncID, letters.language = 3, 10, 0
    letters.format, letters.reserved, letters.length, letters.nGroups = MANY_TO_ONE, 0, 0, 0
    letters.cmap = {
        **dict.fromkeys(BLANKS, "blank"),
        **{code: "half" for first, last in HALVES for code in range(first, last + 1) if code not in BLANKS},
        **{code: "full" for first, last in FULL for code in range(first, last + 1)},
    }
    font = builder.font
    font["cmap"].tables = [letters]
    font.recalcTimestamp = False
    font["head"].created = font["head"].modified = 0
    font.save(Path(ringback.__file__).parent / "readers" / "data" / "faces" / "boxes.ttf")


if __name__ == "__main__":
    main()
