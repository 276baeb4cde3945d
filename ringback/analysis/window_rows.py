"""The chosen windows written down: one row a window with its chance, its instants and its reason in two languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.analysis.choice import Chances, Choice, Situations
from ringback.analysis.frames import WINDOWS, distinct, micros, shared_texts
from ringback.analysis.history import NEVER
from ringback.analysis.reasons import PROMISED, RANDOM, WISHED, miss_sentences, slot_sentences
from ringback.analysis.slots import HOUR_MICROSECONDS, Slots
from ringback.analysis.week import WEEKDAYS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.reasons import Texts
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

BY_PROMISE: Final = 4
"""Place of the sentence for promised calls, after plain, random, wished, wished and random."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What was chosen, and all that its table says of it; ``promised`` is the slot of a promise, -1 without one."""

    people: pd.DataFrame
    situations: Situations
    chances: Chances
    slots: Slots
    choice: Choice
    p_reachable: Floats
    promised: Ints


def windows_frame(
    plan: Plan, rates: pd.DataFrame, policy: Policy, differences: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return one row a window. Millions of them: what is known by zone and slot, or by state and cell, is looked up there."""
    slots, situations = plan.slots, plan.situations
    row, rank = _windows(plan.choice)
    slot, zone = plan.choice.slot[row, rank], situations.zone[row]
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    in_day = slots.hour - policy.call_hours.first_hour
    at_hour = (slots.weekday * n_hours + in_day).astype(np.int32)
    cell = situations.role[row] * (WEEKDAYS * n_hours) + at_hour[zone, slot]
    first, where = distinct(_by_state(plan, row, cell, rates))  # a million people, some thousand chances
    alike = (row[first], slots.weekday[zone[first], slot[first]], in_day[zone[first], slot[first]])
    p_reachable = plan.p_reachable[row]
    chance = {end: p_reachable * plan.chances.at(*alike, end=end)[where] for end in ("centre", "low", "high")}
    del p_reachable, alike
    is_first = rank == 0
    texts = slot_sentences(rates, policy.roles.families, differences)
    english, chinese = _reasons(plan, texts, policy, row=row, cell=cell, alike=where, is_first=is_first)
    del where
    n_calls = rates["n_calls_part"].to_numpy()[cell]
    starts, local, ends = slots.starts[zone, slot], slots.starts_local[zone, slot], slots.starts[zone, slot]
    del cell, slot, zone
    ends += HOUR_MICROSECONDS
    _start_as_promised(plan, row, is_first, starts, local)
    columns = {
        "candidate_id": plan.people["candidate_id"].take(row).reset_index(drop=True),
        "rank": rank + 1,
        "starts_at": _instants(starts),
        "ends_at": _instants(ends),
        "starts_at_local": local.view("datetime64[us]"),
        "p_answer": chance["centre"],
        "p_low": chance["low"],
        "p_high": chance["high"],
        "n_calls": n_calls,
        "is_random": plan.choice.is_random[row] & is_first,
        "propensity": np.where(is_first, plan.choice.propensity[row], np.nan),
        "reason": english,
        "reason_zh": chinese,
    }
    return pd.DataFrame({name: columns[name] for name in WINDOWS}, copy=False)


def _windows(choice: Choice) -> tuple[Ints, Ints]:
    """Return candidate and rank (from 0) of each window."""
    row, rank = np.nonzero(choice.slot >= 0)
    return row.astype(np.int32), rank.astype(np.int8)


def _by_state(plan: Plan, row: Ints, cell: Ints, rates: pd.DataFrame) -> Ints:
    """Return a number for each different history at each hour of the table."""
    key = plan.chances.state[row]
    key *= len(rates)
    key += cell
    return key


def _start_as_promised(plan: Plan, row: Ints, is_first: NDArray[np.bool_], starts: Ints, local: Ints) -> None:
    """Move the start of promised windows to the promised minute; every other one begins on the hour."""
    at = np.flatnonzero(is_first & (plan.promised[row] >= 0))
    late = micros(plan.people["promised_at"], NEVER)[row[at]] - starts[at]
    at, late = at[(late > 0) & (late < HOUR_MICROSECONDS)], late[(late > 0) & (late < HOUR_MICROSECONDS)]
    starts[at] += late
    local[at] += late


def _reasons(
    plan: Plan,
    texts: tuple[Texts, Texts],
    policy: Policy,
    *,
    row: Ints,
    cell: Ints,
    alike: Ints,
    is_first: NDArray[np.bool_],
) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """Return two categorical columns: a million candidates share some thousand sentences.

    ``texts`` say what is known of each cell of the table; ``alike`` numbers the different histories at each hour of the table.
    """
    has_wish = plan.people["wish_first_hour"].notna().to_numpy()
    variant = (plan.choice.is_random[row] & is_first) + 2 * has_wish[row].astype(np.int8)
    variant[(plan.promised >= 0)[row] & is_first] = BY_PROMISE
    first, where = _narrower(alike, variant)
    variant, state = variant[first], plan.chances.state[row[first]]
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    miss_texts = miss_sentences(plan.chances.misses, n_hours=n_hours, first_hour=policy.call_hours.first_hour)
    columns = []
    for language, slot_texts in enumerate(texts):
        prefix = np.array(
            ["", RANDOM[language], WISHED[language], WISHED[language] + RANDOM[language], ""], dtype=object
        )
        whole = prefix[variant] + slot_texts[cell[first]] + miss_texts[language][state]
        whole[variant == BY_PROMISE] = PROMISED[language]
        columns.append(shared_texts(where, whole))
    return columns[0], columns[1]


def _narrower(alike: Ints, variant: Ints) -> tuple[Ints, Ints]:
    """Return :func:`distinct` of both together; codes from 0 on need no hash."""
    key = alike * (BY_PROMISE + 1) + variant
    row = np.full(int(key.max(initial=-1)) + 1, -1, dtype=np.int32)
    row[key] = np.arange(len(key), dtype=np.int32)
    used = np.flatnonzero(row >= 0)
    code = np.cumsum(row >= 0, dtype=np.int32)
    code -= 1
    return row[used], code[key]


def _instants(micros: Ints) -> pd.DatetimeIndex:
    return pd.DatetimeIndex(micros.view("datetime64[us]"), copy=False).tz_localize("UTC")
