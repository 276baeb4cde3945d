"""Pictures as inline SVG: they stand in an artifact, on the desk and in one mailed HTML file without any library.

Only attributes are used, no styles: the Prefect UI takes ``style`` out of what it shows.

Every chart carries a title and a caption in the language asked for; the caption says what was counted, since when, and what
was left out. Colours are one scale of blue with the number written in each field, so a black-and-white print still reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from textwrap import wrap
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ringback.analysis.shrinkage import Floats
    from schemas.words import Language

FONT: Final = "font-family='Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, Segoe UI, sans-serif'"
INK: Final = "#1f2933"
FAINT: Final = "#66707c"
BLUE: Final = (21, 82, 153)
ROW: Final = 40
TOP: Final = 64
DARK_FROM: Final = 0.72  # from here on white letters are read better than dark ones
OF_ONE_WORD: Final = "".join(map(chr, range(33, 127)))
MIN_IN_BIN: Final = 5
FEW: Final = 20  # calls; what stands there is borrowed more than counted
BINS: Final = 10
LABEL: Final = (34, 11)  # how wide and how high a count is printed

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "zh": {
        "heat": "各岗位各时段首次呼叫接通率（估计值，全周平均）",
        "counts": "各岗位各时段的通话数",
        "calls": "{n} 通",
        "calibration": "失联概率校准",
        "predicted": "预测概率",
        "observed": "实际比例",
        "funnel": "从入库到录用",
        "hour": "{hour} 点",
    },
    "en": {
        "heat": "Chance that a first call is answered, by role and hour (estimate, mean of the week)",
        "counts": "Calls by role and hour",
        "calls": "n={n}",
        "calibration": "Calibration",
        "predicted": "predicted",
        "observed": "seen",
        "funnel": "From the pool to the job",
        "hour": "{hour}:00",
    },
}


@dataclass(frozen=True, slots=True)
class Layout:
    """How wide a picture is drawn: its letters keep their size, so that they can be read where the whole picture fits.

    ``left`` is the room for names, ``cell`` the width of an hour, of which ``columns`` stand side by side; ``side`` is that of
    the calibration plot, ``bar`` and ``split`` the longest bars of funnel and causes; of the days one in ``every`` is named.
    """

    left: int
    cell: int
    columns: int
    side: int
    bar: int
    split: int
    every: int
    least: int


WIDE: Final = Layout(left=120, cell=54, columns=24, side=210, bar=420, split=520, every=1, least=560)
"""For a page of paper or a desk's screen."""
NARROW: Final = Layout(left=116, cell=46, columns=6, side=236, bar=170, split=224, every=3, least=400)
"""For a phone: 400 units, which it shows nearly as they are."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What every picture owes its reader: what was counted, since when, and what was left out."""

    counted: str
    since: str
    left_out: str

    def text(self, language: Language) -> str:
        """Return the three parts as one line."""
        if language == "zh":
            return f"统计：{self.counted}；起始：{self.since}；未计入：{self.left_out}"
        return f"Counted: {self.counted}. Since: {self.since}. Left out: {self.left_out}."


def heat_map(
    rates: pd.DataFrame,
    *,
    apart: Collection[str],
    labels: Mapping[str, str],
    caption: Caption,
    language: Language = "zh",
    layout: Layout = WIDE,
) -> str:
    """Return the picture of a rates frame (columns RATES): roles down, hours across, mean over the week by calls' hours.

    Each field shows the rate and how many calls stand behind it; a field without calls is drawn pale. ``labels`` names the role
    families; families without any call are left out. Those that are not ``apart``, because nobody can tell their hours from each
    other yet, have no colours and no rates, only the counts.
    A tilde marks what rests on fewer than FEW calls. Hours that do not fit side by side stand below, under the same names.
    """
    shown = rates[rates.groupby("role_family")["n_calls"].transform("sum") > 0]
    table = (
        shown.groupby(["role_family", "hour"], sort=False)
        .agg(rate=("rate", "mean"), n=("n_calls", "sum"))
        .reset_index()
    )
    roles, hours = list(dict.fromkeys(table["role_family"])), sorted(set(table["hour"]))
    top = float(table.loc[table["role_family"].isin(apart), "rate"].max())
    words, parts, y = WORDS[language], list[str](), TOP
    for some in _rows_of(hours, layout.columns):
        parts += [
            text(layout.left + (place + 0.5) * layout.cell, y - 8, words["hour"].format(hour=hour), size=12)
            for place, hour in enumerate(some)
        ]
        parts += [
            text(layout.left - 8, y + (place + 0.6) * ROW, labels.get(role, role), size=13, anchor="end")
            for place, role in enumerate(roles)
        ]
        own = table[table["hour"].isin(some)]
        for role, hour, rate, n in zip(own["role_family"], own["hour"], own["rate"], own["n"], strict=True):
            place = (layout.left + some.index(hour) * layout.cell, y + roles.index(role) * ROW)
            if role in apart:
                parts += _field(place, layout.cell, rate, int(n), share=rate / max(top, 1e-9), words=words)
            else:
                parts += _counted_field(place, layout.cell, int(n), words=words)
        y += len(roles) * ROW + 32
    width = layout.left + min(len(hours), layout.columns) * layout.cell + 8
    title = words["heat" if table["role_family"].isin(apart).any() else "counts"]
    return picture(title, parts, (width, y - 16), caption, language, layout)


def _rows_of(hours: Sequence[int], most: int) -> list[Sequence[int]]:
    """Cut the hours into as few rows as hold them, of equal length as far as they go."""
    n_rows = -(-len(hours) // most)
    length = -(-len(hours) // n_rows) if n_rows else 1
    return [hours[start : start + length] for start in range(0, len(hours), length)]


def calibration_plot(
    p: Floats,
    happened: Floats,
    *,
    caption: Caption,
    language: Language = "zh",
    title: str | None = None,
    layout: Layout = WIDE,
) -> str:
    """Return predicted chances against what happened, in ten bins: the dot's area is its count, the bar its 90 % interval.

    Bins of fewer than MIN_IN_BIN are not drawn. Both axes end where the chances do: those around a fifth stand in no corner. A
    dot on the upper edge says what happened more often than that.
    """
    words, side, left = WORDS[language], layout.side, layout.left
    end = _axis_end(np.asarray(p, dtype=float))
    place = np.minimum((np.asarray(p, dtype=float) / end * BINS).astype(np.int64), BINS - 1)
    bins = (
        pd.DataFrame({"bin": place, "p": p, "y": happened})
        .groupby("bin")
        .agg(p=("p", "mean"), y=("y", "mean"), n=("p", "size"))
        .query("n >= @MIN_IN_BIN")
    )
    floor = TOP + side
    parts = [
        f"<rect x='{left}' y='{TOP}' width='{side}' height='{side}' fill='none' stroke='{FAINT}'/>",
        f"<line x1='{left}' y1='{floor}' x2='{left + side}' y2='{TOP}' stroke='{FAINT}' stroke-dasharray='4 4'/>",
    ]
    parts += _ticks(layout, floor, end)
    parts.append(text(left + side / 2, floor + 36, words["predicted"], size=12))
    parts.append(text(left - 72, TOP + side / 2, words["observed"], size=12))
    last = (-LABEL[0], 0.0)
    for mean, rate, n in zip(bins["p"], bins["y"], bins["n"], strict=True):
        half = 1.645 * np.sqrt(rate * (1 - rate) / n)
        top, bottom = (floor - side * min(max(at / end, 0.0), 1.0) for at in (rate + half, rate - half))
        x, y, radius = (
            left + mean / end * side,
            floor - side * min(rate / end, 1.0),
            3 + 9 * np.sqrt(n / bins["n"].max()),
        )
        parts.append(f"<line x1='{x:.1f}' y1='{bottom:.1f}' x2='{x:.1f}' y2='{top:.1f}' stroke='{blue(0.9)}'/>")
        parts.append(f"<circle cx='{x:.1f}' cy='{y:.1f}' r='{radius:.1f}' fill='{blue(0.6)}' fill-opacity='0.8'/>")
        label = words["calls"].format(n=n) if rate <= end else f"{rate:.0%}, {words['calls'].format(n=n)}"
        label_y = min(top, y - radius) - 4
        if x - last[0] < LABEL[0] and abs(label_y - last[1]) < LABEL[1]:
            label_y = last[1] - LABEL[1]
        last = (x, label_y)
        parts.append(text(x, label_y, label, size=10, colour=FAINT))
    return picture(title or words["calibration"], parts, (left + side + 48, floor + 52), caption, language, layout)


def _ticks(layout: Layout, floor: float, end: float) -> list[str]:
    """Return the same five chances below and beside the plot."""
    ticks = [(share * layout.side, f"{share * end:.0%}") for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    below = [text(layout.left + at, floor + 18, label, size=12) for at, label in ticks]
    return below + [text(layout.left - 8, floor - at + 4, label, size=12, anchor="end") for at, label in ticks]


def _axis_end(p: Floats) -> float:
    """Return where the axes end: the step of a fifth above the largest chance that is not alone."""
    return min(1.0, 0.2 * (np.floor(float(np.quantile(p, 0.999)) / 0.2 + 0.5) + 1)) if len(p) else 1.0


def share_of(count: int, whole: int) -> str:
    """Return a share in percent; only all are 100 %, and only none are 0 %."""
    if 0 < count < whole:
        return f"{min(max(count / whole, 0.01), 0.99):.0%}"
    return f"{count / whole:.0%}"


def funnel(
    stages: Sequence[tuple[str, int]],
    *,
    caption: Caption,
    language: Language = "zh",
    title: str | None = None,
    layout: Layout = WIDE,
) -> str:
    """Return the stages as bars one below the other, each with its count and its share of the stage before."""
    words, left, width, height = WORDS[language], layout.left, layout.bar, 24
    most = max((count for _, count in stages), default=1) or 1
    parts, before = [], None
    for place, (label, count) in enumerate(stages):
        y = TOP - 16 + place * (height + 8)
        share = f" · {share_of(count, before)}" if before else ""
        parts.append(text(left - 8, y + height * 0.7, label, size=13, anchor="end"))
        parts.append(
            f"<rect x='{left}' y='{y}' width='{max(width * count / most, 1):.1f}' height='{height}' rx='3' fill='{blue(0.7)}'/>"
        )
        parts.append(
            text(left + width * count / most + 8, y + height * 0.7, f"{count:,}{share}", size=13, anchor="start")
        )
        before = count
    size = (left + width + 114, TOP - 16 + len(stages) * (height + 8) + 8)
    return picture(title or words["funnel"], parts, size, caption, language, layout)


def _field(
    place: tuple[float, float], width: int, rate: float, n: int, *, share: float, words: Mapping[str, str]
) -> list[str]:
    x, y = place
    fill, ink = (blue(share), "#ffffff" if share > DARK_FROM else INK) if n else ("#f3f5f7", FAINT)
    middle = x + width / 2
    return [
        f"<rect x='{x + 1}' y='{y + 1}' width='{width - 2}' height='{ROW - 2}' rx='3' fill='{fill}'/>",
        text(middle, y + 18, f"{'~' if n < FEW else ''}{rate:.0%}", size=13, colour=ink),
        text(middle, y + 32, words["calls"].format(n=n), size=9, colour=ink),
    ]


def _counted_field(place: tuple[float, float], width: int, n: int, *, words: Mapping[str, str]) -> list[str]:
    x, y = place
    frame = f"fill='#ffffff' stroke='{FAINT}' stroke-opacity='0.5' stroke-dasharray='2 3'"
    return [
        f"<rect x='{x + 1.5}' y='{y + 1.5}' width='{width - 3}' height='{ROW - 3}' rx='3' {frame}/>",
        text(x + width / 2, y + 24, words["calls"].format(n=n), size=11, colour=INK if n else FAINT),
    ]


def blue(share: float) -> str:
    """Return the colour of a share of the scale: 0 is white, 1 the darkest."""
    mixed = [round(255 - (255 - tone) * min(max(share, 0.0), 1.0)) for tone in BLUE]
    return "#{:02x}{:02x}{:02x}".format(*mixed)


def text(x: float, y: float, words: str, *, size: int, anchor: str = "middle", colour: str = INK) -> str:
    """Return a line of text at a point."""
    return f"<text x='{x:.1f}' y='{y:.1f}' font-size='{size}' text-anchor='{anchor}' fill='{colour}'>{escape(words)}</text>"


def wrap_wide(words: str, n: int) -> list[str]:
    """Return Chinese text in lines of at most ``n`` letters; none begins with a closing mark, no date or word is broken."""
    lines, left = [], words
    while left:
        end = n + 1 if left[n : n + 1] in "，。；：、）" else n
        whole = len(left[:end].rstrip(OF_ONE_WORD)) if left[end:] and left[end] in OF_ONE_WORD else end
        end = whole if whole > n // 2 else end
        lines.append(left[:end])
        left = left[end:]
    return lines


def picture(
    title: str,
    parts: Sequence[str],
    size: tuple[float, float],
    caption: Caption,
    language: Language,
    layout: Layout = WIDE,
) -> str:
    """Return the parts as one picture with its title above and its caption below, wrapped to the width."""
    width, height = max(size[0], layout.least), size[1] + 16
    told = caption.text(language)
    lines = wrap(told, int(width / 6)) if language == "en" else wrap_wide(told, int(width / 11.5))
    height += 16 * len(lines)
    head = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0f} {height:.0f}' width='{width:.0f}' "
        f"height='{height:.0f}' role='img' {FONT}><title>{escape(title)}</title>"
        f"<rect width='100%' height='100%' fill='#ffffff'/>"
    )
    below = [
        text(16, size[1] + 4 + 16 * place, line, size=11, anchor="start", colour=FAINT)
        for place, line in enumerate(lines)
    ]
    letters = sum(0.55 if letter.isascii() else 1.0 for letter in title)
    size_of_title = max(11, min(17, int((width - 32) / max(letters, 1))))
    return head + text(16, 28, title, size=size_of_title, anchor="start") + "".join(parts) + "".join(below) + "</svg>"
