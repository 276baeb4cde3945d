"""Why this window, in one sentence of Chinese and one of English: the role's count, the person's own misses, what was asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ringback.analysis.frames import distinct
from ringback.analysis.rates import NOTES, NOTES_ZH, WHOLE_POOL
from ringback.analysis.week import DAYTYPE, FIRST_WEEKEND_DAY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ringback.analysis.shrinkage import Ints
    from schemas.policy import RoleFamily

PROMISED: Final = ("They asked to be rung at this time.", "对方约定在这个时间回电。")
RANDOM: Final = (
    "Drawn at random, one window in ten, to check the table. ",
    "随机抽取（十分之一），用于检验接通率表。",
)
WISHED: Final = ("Within the hours they asked for. ", "在对方希望的时段内。")

DAY_HOURS: Final = 25
"""Those of a day, and none."""
Texts = NDArray[np.object_]


def slot_sentences(
    rates: pd.DataFrame, families: Mapping[str, RoleFamily], differences: pd.DataFrame | None = None
) -> tuple[Texts, Texts]:
    """Return the English and the Chinese sentence on each row of ``rates``: who answers then, and from how many calls.

    Where ``differences`` (columns DIFFERENCES) know of no usable one between the hours of a role family, no hour of it is
    told a chance of its own: the report says that they cannot be told apart.
    """
    named = _named(rates, {name: family.en for name, family in families.items()})
    named_zh = _named(rates, {name: family.zh for name, family in families.items()})
    lender = rates["borrowed_from"].fillna("")
    told = zip(
        named, named_zh, rates["weekday"], rates["hour"], rates["rate"], rates["n_calls_part"], lender, strict=True
    )
    alike = {} if differences is None else _alike(differences)
    pairs = [
        _sentence(*row) if role not in alike else _sentence_of_all_hours(row[0], row[1], *alike[role], row[-1])
        for role, row in zip(rates["role_family"], told, strict=True)
    ]  # one a cell of the table, not one a candidate
    english, chinese = zip(*pairs, strict=True)
    return np.array(english, dtype=object), np.array(chinese, dtype=object)


def _alike(differences: pd.DataFrame) -> dict[str, tuple[float, int]]:
    """Return the role families whose hours are not told apart, each with the chance at its median hour and its calls."""
    rows = differences[~differences["is_usable"].astype(bool)]
    columns = (rows[name] for name in ("role_family", "median_rate", "n_calls"))
    return {str(role): (float(rate), int(n)) for role, rate, n in zip(*columns, strict=True)}


def _sentence_of_all_hours(name: str, zh: str, rate: float, n_calls: int, lender: str) -> tuple[str, str]:
    note, note_zh = (f"; {NOTES[lender]}", f"；{NOTES_ZH[lender]}") if lender == WHOLE_POOL else ("", "")
    return (
        f"{name}: no usable difference between hours known, {rate:.0%} of first calls answered ({_calls(n_calls)}{note}).",
        f"{zh}类各时段尚看不出可用的差别，首次呼叫接通率约 {rate:.0%}（{n_calls} 通{note_zh}）。",
    )


def _sentence(name: str, zh: str, weekday: int, hour: int, rate: float, n_calls: int, lender: str) -> tuple[str, str]:
    day, day_zh = DAYTYPE[int(weekday >= FIRST_WEEKEND_DAY)]
    note = f"; {NOTES[lender]}" if lender else ""
    note_zh = f"；{NOTES_ZH[lender]}" if lender else ""
    return (
        f"{name}: {rate:.0%} of first calls answered on {day} at {hour}:00 ({_calls(n_calls)} in that part of the day{note}).",
        f"{zh}类{day_zh} {hour} 点首次呼叫接通率约 {rate:.0%}（该时间段 {n_calls} 通{note_zh}）。",
    )


def _calls(n: int) -> str:
    return "1 call" if n == 1 else f"{n} calls"


def _named(rates: pd.DataFrame, labels: Mapping[str, str]) -> pd.Series[str]:
    names = rates["role_family"].astype("str")
    return pd.Series([labels.get(name, name) for name in names], index=names.index, dtype="str")


def miss_sentences(misses: Ints, *, n_hours: int, first_hour: int) -> tuple[Texts, Texts]:
    """Return what a history of misses (histories, MAX_MISSES) adds: " Missed at 10:00 and 15:00 before." or nothing."""
    hours = np.where(misses >= 0, misses % n_hours + first_hour, -1)
    key = np.zeros(len(hours), dtype=np.int64)
    for place in np.sort(hours, axis=1).T:
        key = key * DAY_HOURS + place + 1
    first, inverse = distinct(key)
    lists: Sequence[list[int]] = [sorted({hour for hour in row if hour >= 0}) for row in hours[first].tolist()]
    english = [f" Missed at {_joined(hours, ':00', ', ')} before." if hours else "" for hours in lists]
    chinese = [f"此前 {_joined(hours, ' 点', '、')}未接。" if hours else "" for hours in lists]
    return np.array(english, dtype=object)[inverse], np.array(chinese, dtype=object)[inverse]


def _joined(hours: list[int], unit: str, comma: str) -> str:
    return comma.join(f"{hour}{unit}" for hour in hours)
