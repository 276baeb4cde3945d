"""Two more pictures: how missed calls divide over causes, and answers day by day against what was expected."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Final

import pandas as pd

from ringback.analysis.charts import FAINT, INK, TOP, WIDE, Caption, Layout, blue, picture, text
from ringback.rules.rounding import rounded_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.words import Language

ROW: Final = 34
TONES: Final = ("#155299", "#5b8fc7", "#b9d0e8", "#e8a33d", "#8a94a0", "#dfe4e9")
ROOM_FOR_TEXT: Final = 28  # of two figures and their sign
DARK: Final = ("#155299",)  # on the others dark letters are read better
LETTER: Final = 5.5  # of size 11, on average
SIDE: Final = 160
OUT: Final = "#c0392b"


def cause_bars(
    groups: pd.DataFrame,
    *,
    title: str,
    labels: Mapping[str, str],
    causes: Mapping[str, str],
    caption: Caption,
    language: Language = "zh",
    layout: Layout = WIDE,
) -> str:
    """Return one bar a group (columns GROUP_CAUSES), divided by cause with its share; the count stands behind it.

    ``labels`` names the groups, ``causes`` the causes in the order of the bar. Groups without a missed call are left out.
    """
    names = list(dict.fromkeys(groups["group"]))
    parts, bottom = _legend(list(causes.values()), layout)
    for place, name in enumerate(names):
        y = bottom + place * ROW
        own = groups[groups["group"] == name].set_index("cause")
        parts += _bar(own, list(causes), y, layout)
        parts.append(text(layout.left - 8, y + 17, labels.get(name, name) or "—", size=13, anchor="end"))
        n = round(float(own["n_missed"].iloc[0]))
        parts.append(text(layout.left + layout.split + 8, y + 17, f"n={n:,}", size=11, anchor="start", colour=FAINT))
    size = (layout.left + layout.split + 60, bottom + len(names) * ROW + 16)
    return picture(title, parts, size, caption, language, layout)


def _legend(labels: list[str], layout: Layout) -> tuple[list[str], float]:
    """Return the colours with their names, broken into lines, and where the bars may begin below them."""
    begin, end = 16.0, layout.left + layout.split + 60
    parts, x, y = [], begin, float(TOP - 10)
    for tone, label in zip(TONES, labels, strict=False):
        width = 30 + sum(LETTER if letter.isascii() else 2 * LETTER + 2 for letter in label)
        if x > begin and x + width > end:
            x, y = begin, y + 17
        parts.append(f"<rect x='{x:.0f}' y='{y - 10:.0f}' width='11' height='11' fill='{tone}'/>")
        parts.append(text(x + 15, y, label, size=11, anchor="start"))
        x += width
    return parts, y + 10


def _bar(own: pd.DataFrame, causes: list[str], y: float, layout: Layout) -> list[str]:
    parts, x, whole = [], float(layout.left), layout.split
    shares = [float(own["share"].get(cause, 0.0)) for cause in causes]
    percents = rounded_parts([100 * share for share in shares])
    for tone, share, percent in zip(TONES, shares, percents, strict=False):
        parts.append(
            f"<rect x='{x:.1f}' y='{y}' width='{max(whole * share, 0):.1f}' height='{ROW - 10}' fill='{tone}'/>"
        )
        if whole * share >= ROOM_FOR_TEXT:
            ink = "#ffffff" if tone in DARK else INK
            parts.append(text(x + whole * share / 2, y + 17, f"{percent}%", size=11, colour=ink))
        x += whole * share
    return parts


def days_chart(
    chart: pd.DataFrame, *, title: str, caption: Caption, language: Language = "zh", layout: Layout = WIDE
) -> str:
    """Return the answers of each day (dots) inside the band of what was expected (columns CHART of the drift check)."""
    highest = max(float(chart["high"].max()), float((chart["n_answered"] / chart["n_calls"]).max()), 0.05)
    most = min(1.0, ceil(10 * highest) / 10)
    left_edge, whole = layout.left, layout.split
    step = whole / max(len(chart), 1)

    def up(value: float) -> float:
        return TOP + SIDE * (1 - min(value / most, 1.0))

    parts: list[str] = []
    columns = [chart[name].to_list() for name in ("day", "n_calls", "n_answered", "expected", "low", "high", "is_out")]
    for place, (day, n, answered, middle, low, high, is_out) in enumerate(zip(*columns, strict=True)):
        x, left = left_edge + (place + 0.5) * step, left_edge + place * step
        band = f"y='{up(high):.1f}' width='{step:.1f}' height='{up(low) - up(high):.1f}' fill='{blue(0.18)}'"
        line = f"y1='{up(middle):.1f}' x2='{left + step:.1f}' y2='{up(middle):.1f}' stroke='{blue(0.6)}'"
        parts.append(f"<rect x='{left:.1f}' {band}/><line x1='{left:.1f}' {line}/>")
        parts.append(f"<circle cx='{x:.1f}' cy='{up(answered / n):.1f}' r='4' fill='{OUT if is_out else blue(1.0)}'/>")
        if place % layout.every == 0:
            parts.append(text(x, TOP + SIDE + 16, f"{day:%m-%d}", size=10))
            parts.append(text(x, TOP + SIDE + 29, f"n={n}" if layout.every > 1 else str(n), size=9, colour=FAINT))
    parts += [
        text(left_edge - 8, up(most * tick) + 4, f"{most * tick:.0%}", size=11, anchor="end") for tick in (0, 0.5, 1)
    ]
    return picture(title, parts, (left_edge + whole + 40, TOP + SIDE + 48), caption, language, layout)
