"""Tables and pictures in markdown."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable, Sequence
from html import unescape
from typing import Any


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a markdown table; cells may hold anything, bars and line ends are made harmless."""
    lines = [_line(header), _line(["---"] * len(header))]
    lines += [_line(row) for row in rows]
    return "\n".join(lines)


def as_written(text: Any) -> str:
    """Return text that markdown shows as it is: a file may be called ``*draft*_1.pdf``."""
    return re.sub(r"([\\`*_\[\]<>#|~])", r"\\\1", " ".join(str(text).split()))


def points(items: Iterable[str]) -> str:
    """Return the items one below the other, each with a dot; they wrap on a narrow page.

    Paragraphs, no markdown list: the Prefect UI cuts the numbers and dots of lists in half at the left edge of the page.
    """
    return "\n\n".join(f"• {item}" for item in items)


def quoted(items: Iterable[str]) -> str:
    """Return the items as quotations, each a paragraph of its own; in lines right below each other they would run into one."""
    return "\n>\n".join(f"> {item}" for item in items)


LINE_END = "  \n"
"""Ends a line within an item."""


def picture(svg: str) -> str:
    """Return an SVG as a markdown picture that carries its own data: the Prefect UI strips bare SVG down to its words."""
    titled = re.search(r"<title>(.*?)</title>", svg)
    words = re.sub(r"[\[\]\s]+", " ", unescape(titled[1])) if titled else ""
    return f"![{words}](data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()})"


def _line(cells: Sequence[Any]) -> str:
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(value: Any) -> str:
    text = "" if value is None else str(value)
    return " ".join(text.replace("|", "\\|").split())
