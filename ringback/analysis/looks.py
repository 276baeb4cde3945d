"""From a contact log to the counts of an experiment, and from nightly counts to its end.

The outcome is the same for every channel, so that a text may be compared with a call: two-way contact (a call answered or a
reply, by any channel) within 72 hours of the first touch. Who was touched less than 72 hours ago is not counted yet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from ringback.analysis.experiments import OBRIEN_FLEMING, ArmCount, ReadOut, read_experiment
from ringback.analysis.frames import check_as_of, check_frame

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

OUTCOME_HOURS: Final = 72
ENDS: Final = (
    "winner",
    "no winner, keep the first arm",
    "stopped: this arm does harm",
)
"""Verdicts after which nothing is looked at again; every verdict is an end at the last look."""

GUARDRAILS: Final = ("opted_out", "declined")
"""Bad ends that are counted by arm: asked not to be contacted (opt-outs and complaints alike), said no."""

ASSIGNMENTS: Final[Mapping[str, str]] = {"candidate_id": "str", "arm": "str", "assigned_at": "instant"}
CONTACTS: Final[Mapping[str, str]] = {
    "candidate_id": "str",
    "at": "instant",
    "is_touch": "bool",
    "is_contact": "bool",
    "opted_out": "bool",
    "declined": "bool",
}
"""One row an attempt: ``is_touch`` for our own attempts, ``is_contact`` when both sides had part in it."""


def exposures(assignments: pd.DataFrame, contacts: pd.DataFrame, *, as_of: datetime) -> pd.DataFrame:
    """Return one row an assigned candidate: arm, first touch, and what came of it; nothing after ``as_of`` is looked at.

    Columns: candidate_id, arm, assigned_at, exposed_at (NaT: not touched yet), is_mature (72 hours have passed), is_success,
    and a bool for each of GUARDRAILS (within the same 72 hours).
    """
    now = check_as_of(as_of)
    people = check_frame(assignments, ASSIGNMENTS, {}, name="assignments")
    log = check_frame(contacts, CONTACTS, {}, name="contacts")
    joined = log[log["at"] <= now].merge(people, on="candidate_id")
    touched = joined[joined["is_touch"] & (joined["at"] >= joined["assigned_at"])]
    first = touched.groupby("candidate_id")["at"].min()
    exposed_at = first.reindex(people["candidate_id"]).reset_index(drop=True).astype("datetime64[us, UTC]")
    window = pd.Timedelta(hours=OUTCOME_HOURS)
    begins = pd.DatetimeIndex(first.reindex(joined["candidate_id"]).astype("datetime64[us, UTC]"))
    within = joined[(joined["at"] >= begins) & (joined["at"] <= begins + window)]
    seen = within.groupby("candidate_id")[["is_contact", *GUARDRAILS]].any()
    flags = seen.reindex(people["candidate_id"]).eq(True)
    return people.assign(
        exposed_at=exposed_at,
        is_mature=(exposed_at + window <= now).to_numpy(),
        is_success=flags["is_contact"].to_numpy(),
        **{name: flags[name].to_numpy() for name in GUARDRAILS},
    )


def count_arms(exposed: pd.DataFrame, shares: Mapping[str, float]) -> list[ArmCount]:
    """Return the counts of each arm, in the order of ``shares``; only matured exposures count."""
    mature = exposed[exposed["is_mature"]]
    by_arm = {arm: mature[mature["arm"] == arm] for arm in shares}
    return [
        ArmCount(
            arm, len(rows), int(rows["is_success"].sum()), {name: int(rows[name].sum()) for name in GUARDRAILS[:1]}
        )
        for arm, rows in by_arm.items()
    ]


def is_end(read: ReadOut) -> bool:
    """Tell whether this read-out ends its experiment."""
    return read.verdict in ENDS or read.look == len(OBRIEN_FLEMING)


def judge_nights(
    nights: pd.DataFrame, *, n_planned: int, shares: Mapping[str, float] | None = None, days_a_night: int = 1
) -> tuple[int, ReadOut]:
    """Review an experiment night after night, as the nightly flow does; return the night of its end and the last read-out.

    ``nights`` has one row an arm and night: ``night`` (1 is the first), ``arm``, ``n`` and ``successes`` so far (cumulative;
    any other column is a guardrail count). The first arm that appears is the present practice; ``shares`` are equal unless
    given. The last night takes the last look with whatever is there.

    Raises:
        ValueError: a night lacks an arm or has it twice, there are fewer than two arms, or the counts cannot be counts.
    """
    _check_counts(nights)
    arms = list(dict.fromkeys(nights["arm"]))
    if len(arms) <= 1:
        raise ValueError("an experiment has at least two arms")
    rails = [name for name in nights.columns if name not in ("night", "arm", "n", "successes", "run")]
    table = nights.set_index(["night", "arm"]).sort_index()
    last_night, last_look = int(nights["night"].max()), 0
    split = shares or dict.fromkeys(arms, 1 / len(arms))
    for night in sorted(nights["night"].unique()):
        rows = table.loc[night]
        if set(rows.index) != set(arms):
            raise ValueError(f"night {night} does not have one row for each of {', '.join(arms)}")
        counts = [
            ArmCount(arm, int(rows["n"][arm]), int(rows["successes"][arm]), {r: int(rows[r][arm]) for r in rails})
            for arm in arms
        ]
        read = read_experiment(
            counts,
            shares=split,
            n_planned=n_planned,
            days_run=int(night) * days_a_night,
            is_over=night == last_night,
            last_look=last_look,
        )
        last_look = max(last_look, read.look)
        if is_end(read):
            break
    return int(night), read


def _check_counts(nights: pd.DataFrame) -> None:
    """Refuse what no night can have counted.

    Raises:
        ValueError: the sentence names night and arm.
    """
    twice = nights.duplicated(["night", "arm"])
    impossible = ~((nights["n"] >= nights["successes"]) & (nights["successes"] >= 0))
    for is_wrong, what in ((twice, "stands there twice"), (impossible, "does not have 0 <= successes <= n")):
        if is_wrong.any():
            row = nights[is_wrong].iloc[0]
            raise ValueError(f"arm {row['arm']} of night {row['night']} {what}")


def shrunken_lifts(lifts: pd.DataFrame) -> pd.Series[float]:
    """Return the lift of each role family drawn towards the pooled one (empirical Bayes, DerSimonian & Laird 1986).

    ``lifts`` has columns ``lift`` and ``variance``. A family with few candidates says little by itself.
    """
    weight = 1 / lifts["variance"]
    pooled = float((weight * lifts["lift"]).sum() / weight.sum())
    spread = float((weight * (lifts["lift"] - pooled) ** 2).sum()) - (len(lifts) - 1)
    scale = float(weight.sum() - (weight**2).sum() / weight.sum())
    between = max(0.0, spread / scale) if scale > 0 else 0.0
    trust = np.asarray(between / (between + lifts["variance"]))
    return pd.Series(trust * lifts["lift"].to_numpy() + (1 - trust) * pooled, index=lifts.index)
