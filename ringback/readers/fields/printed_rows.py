"""A line of print on its way to be put together or parted."""

from __future__ import annotations

from typing import NamedTuple


class PrintedRow(NamedTuple):
    """What a line says, how large it is set, on which page, and whether it is marked as a heading."""

    text: str
    size: float
    page: int
    is_heading: bool
