"""The tags of HTML: which end a line, which hold nothing, which stand in a line, and the sizes that they print in (points)."""

from __future__ import annotations

BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "nav",
        "blockquote",
        "pre",
        "form",
        "fieldset",
        "address",
        "figure",
        "body",
        "html",
        "center",
        "hr",
        "option",
        "label",
        "button",
        "legend",
        "summary",
        "details",
        "w:p",
    ]
)
VOID = frozenset(
    ["br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr", "o:p"]
)
HEADING_SIZES = {"h1": 24.0, "h2": 18.0, "h3": 14.0, "h4": 12.0, "h5": 10.0, "h6": 9.0}
FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
POINTS_IN_PIXEL = 0.75
CELL_TAGS = frozenset(["b", "strong", "i", "em", "span", "time", "a", "small"])
WHOLE_PAGE = frozenset(["html", "body"])
"""What hides these is taken away by a script once the page is there."""
ICON_TAGS = frozenset(["i", "em", "span", "img", "svg", "use"])
FACE_TAGS = frozenset({"b", "strong", "i", "em", "small", "span"})  # set their text off from the rest of the line
