"""Writing a review down: one row an arm, and one an arm and role family where an experiment spans several."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import insert
from sqlalchemy.orm import Session

from ringback.analysis.experiments import ArmCount, ReadOut, read_experiment
from ringback.analysis.looks import count_arms, shrunken_lifts
from schemas.tables import ExperimentReadout

PART = "part of the pooled experiment"
MIN_VARIANCE = 1e-6


@dataclass(frozen=True, slots=True)
class Judged:
    """A read-out with what it rests on."""

    experiment: str
    role_family: str | None
    read: ReadOut
    counts: Sequence[ArmCount]
    n_assigned: int
    n_waiting: int
    as_of: datetime

    def sentence(self, arm: str) -> str:
        """Return one arm against the first in words: rates with counts."""
        first, other = self.read.arms[0], next(one for one in self.read.arms if one.arm == arm)
        return f"{other.arm} {other.rate:.1%} of {other.n} against {first.arm} {first.rate:.1%} of {first.n}, z {other.z:.2f}"


def write_readout(session: Session, judged: Judged, exposed: pd.DataFrame, shares: Mapping[str, float]) -> None:
    """Write the rows of one review; ``exposed`` also has the column role_family."""
    rows = _rows(judged, judged.read, judged.counts, judged.role_family, judged.read.verdict, {})
    if judged.role_family is None:
        rows += _rows_of_families(judged, exposed, shares)
    session.execute(insert(ExperimentReadout), rows)


def _rows(
    judged: Judged,
    read: ReadOut,
    counts: Sequence[ArmCount],
    role_family: str | None,
    verdict: str,
    lifts: Mapping[str, float],
) -> list[dict[str, Any]]:
    return [
        {
            "experiment": judged.experiment,
            "role_family": role_family,
            "arm": arm.arm,
            "as_of": judged.as_of,
            "n": arm.n,
            "successes": arm.successes,
            "rate": arm.rate,
            "low": arm.low,
            "high": arm.high,
            "p_best": arm.p_best,
            "verdict": verdict,
            "look": read.look if verdict == judged.read.verdict else 0,
            "detail": {
                "z": round(arm.z, 4),
                "n_per_arm": read.n_needed,
                "srm_p": read.srm_p,
                "n_assigned": judged.n_assigned,
                "n_waiting": judged.n_waiting,
                "guardrails": dict(count.guardrails),
                "shrunken_lift": lifts.get(arm.arm),
            },
        }
        for arm, count in zip(read.arms, counts, strict=True)
    ]


def _rows_of_families(judged: Judged, exposed: pd.DataFrame, shares: Mapping[str, float]) -> list[dict[str, Any]]:
    """Each role family by itself, its lift drawn towards the pooled one; no verdict is given on a part."""
    parts = {family: count_arms(rows, shares) for family, rows in exposed.groupby("role_family", sort=True)}
    parts = {family: counts for family, counts in parts.items() if min(count.n for count in counts) > 0}
    if not parts:
        return []
    arms = list(shares)
    table = pd.DataFrame(
        [
            {
                "family": family,
                "arm": arm,
                "lift": _rate(other) - _rate(counts[0]),
                "variance": _variance(counts[0], other),
            }
            for family, counts in parts.items()
            for arm, other in zip(arms[1:], counts[1:], strict=True)
        ]
    )
    table["shrunken"] = pd.concat([shrunken_lifts(rows) for _, rows in table.groupby("arm")])
    rows = []
    for family, counts in parts.items():
        own = table[table["family"] == family]
        lifts = {str(arm): round(float(lift), 4) for arm, lift in zip(own["arm"], own["shrunken"], strict=True)}
        read = read_experiment(counts, shares=shares, n_planned=judged.read.n_needed, days_run=0)
        rows += _rows(judged, read, counts, str(family), PART, lifts)
    return rows


def _rate(count: ArmCount) -> float:
    return count.successes / count.n


def _variance(first: ArmCount, other: ArmCount) -> float:
    return max(sum(_rate(c) * (1 - _rate(c)) / c.n for c in (first, other)), MIN_VARIANCE)
