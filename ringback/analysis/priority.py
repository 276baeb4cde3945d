"""The order of today's list and the tries that are left: who gains most from the next call."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ringback.analysis.cadence import tries_left
from ringback.analysis.frames import (
    CANDIDATES,
    CANDIDATES_OPTIONAL,
    PRIORITIES,
    check_as_of,
    check_frame,
    micros,
    places_of,
    shared_texts,
)
from ringback.analysis.history import NEVER, histories

if TYPE_CHECKING:
    from datetime import datetime

    from ringback.analysis.calls import CleanCalls
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

DAY_MICROSECONDS: Final = 86_400_000_000

TERMS: Final = (
    ("promised a call back", "约定了回电"),
    ("wrote back, not rung since", "回复过消息，尚未回电"),
    ("new in the pool", "新入库"),
    ("chance of an answer {p} %", "接通可能 {p}%"),
)
OTHERS: Final = {
    "verify": ("check the number first ({p} % wrong)", "先核实号码（错误可能 {p}%）"),
    "done": ("no tries left: paused until a sign of life", "次数已用完：暂停，有新动静再联系"),
}


def priorities(
    candidates: pd.DataFrame,
    calls: CleanCalls,
    lost: pd.DataFrame,
    windows: pd.DataFrame,
    *,
    as_of: datetime,
    policy: Policy,
) -> pd.DataFrame:
    """Return one row a candidate (columns PRIORITIES), the most urgent first; ties keep the order of ``candidates``.

    ``priority`` = answer_weight x chance at the first window (if that was drawn at random, at the one planned instead)
    + fresh_weight x 0.5^(age / fresh_days) + promise_weight if a call was promised for the next 24 hours + behaviour_weight
    if they wrote since the last call; the weights are those of ``policy.priority``. ``tries_left`` follows the tier of
    P(lost); a reply after the last call starts the count again. Without tries left the priority is 0. ``lost`` comes from
    ``score_lost``, ``windows`` from ``best_windows``.
    """
    now = check_as_of(as_of)
    people = check_frame(candidates, CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    reopened_at = micros(people["reopened_at"], NEVER)
    past = histories(people["candidate_id"], calls, hours=policy.call_hours, reopened_at=reopened_at)
    p_lost, p_wrong = (_looked_up(lost, name, people) for name in ("p_lost", "p_wrong"))
    chance = _looked_up(_first_windows(windows), "p_answer", people)
    at = round(now.timestamp() * 1_000_000)
    replied = micros(people["last_reply_at"], NEVER)
    has_replied = replied > past.last_at
    left = tries_left(np.where(has_replied, 0, past.n_tries), p_lost, policy.cadence)
    is_promised = people["promised_at"].between(now, now + pd.Timedelta(days=1)).to_numpy()
    age = np.maximum(at - micros(people["created_at"], NEVER), 0) / DAY_MICROSECONDS
    weights = policy.priority
    terms = np.column_stack(
        [
            weights.promise_weight * is_promised,
            weights.behaviour_weight * has_replied,
            weights.fresh_weight * 0.5 ** (age / weights.fresh_days),
            weights.answer_weight * np.nan_to_num(chance),
        ]
    )
    alive = (left > 0) | is_promised
    frame = pd.DataFrame(
        {"candidate_id": people["candidate_id"], "priority": terms.sum(axis=1) * alive, "tries_left": left}
    )
    english, chinese = _reasons(terms, chance, p_wrong, alive, policy)
    told = frame.assign(reason=english, reason_zh=chinese)[list(PRIORITIES)]
    return told.iloc[np.argsort(-told["priority"].to_numpy(), kind="stable")].reset_index(drop=True)


def _first_windows(windows: pd.DataFrame) -> pd.DataFrame:
    """Return the first window of each candidate, with the chance of the second where the first was drawn at random.

    A random window must not cost a place on the list: else those that are rung would be of people who answer more, and no
    fair sample to hold the plan against.
    """
    first = (windows["rank"] == 1).to_numpy()
    chance, is_second = windows["p_answer"].to_numpy(dtype=float), (windows["rank"] == 2).to_numpy()  # noqa: PLR2004
    after = np.append(np.where(is_second, chance, 0.0)[1:], 0.0)
    planned = np.where(windows["is_random"].to_numpy(dtype=bool), np.maximum(chance, after), chance)
    return pd.DataFrame({"candidate_id": windows["candidate_id"][first], "p_answer": planned[first]})


def _looked_up(frame: pd.DataFrame, column: str, people: pd.DataFrame) -> Floats:
    """Return the column for each candidate, NaN where the frame does not know them."""
    place = places_of(people["candidate_id"], frame["candidate_id"])
    return np.asarray(np.append(frame[column].to_numpy(dtype=float), np.nan)[place])


def _reasons(
    terms: Floats, chance: Floats, p_wrong: Floats, alive: Ints, policy: Policy
) -> tuple[pd.Series[str], pd.Series[str]]:
    """The largest term in words; a doubtful number and used-up tries say so instead."""
    lead = terms.argmax(axis=1)
    percent = np.round(np.nan_to_num(chance) * 100).astype(np.int64)
    wrong_percent = np.round(np.nan_to_num(p_wrong) * 100).astype(np.int64)
    is_doubtful = np.nan_to_num(p_wrong) >= policy.lost.verify_number_at
    kind = np.select([~alive.astype(bool), is_doubtful], [len(TERMS) + 1, len(TERMS)], lead)
    shown = np.where(kind == len(TERMS), wrong_percent, np.where(kind == len(TERMS) - 1, percent, 0))
    texts = [*TERMS, OTHERS["verify"], OTHERS["done"]]
    keys, where = np.unique(kind * 101 + shown, return_inverse=True)
    sentences = [[text.format(p=key % 101) for text in texts[key // 101]] for key in keys.tolist()]
    return shared_texts(where, [english for english, _ in sentences]), shared_texts(where, [zh for _, zh in sentences])
