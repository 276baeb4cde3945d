"""Did what was predicted come true? Scores of two weeks ago against the calls made since: the only check that outcomes allow.

Whether somebody is lost is never seen; whether the next call is answered is. So the chance of an answer that followed from the
scores then, P(reachable) x chance at that hour, is held against the first call after them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from ringback.analysis.calls import CleanCalls
from ringback.analysis.episodes import role_cells

if TYPE_CHECKING:
    from datetime import datetime

    import pandas as pd

    from ringback.analysis.shrinkage import Floats
    from schemas.policy import Policy

MATURE_DAYS: Final = 14
MIN_CASES: Final = 200
BINS: Final = 10


@dataclass(frozen=True, slots=True)
class Recheck:
    """Matured cases: ``p`` predicted and ``answered`` seen, one each; the figures are None below MIN_CASES."""

    p: Floats
    answered: Floats
    mean_p: float | None
    rate: float | None
    brier: float | None
    calibration_error: float | None

    @property
    def is_enough(self) -> bool:
        """Whether there are cases enough to say anything."""
        return len(self.p) >= MIN_CASES

    def as_metrics(self) -> dict[str, Any]:
        """Return the figures as plain values for the register."""
        return {
            "n_matured": len(self.p),
            "matured_mean_p": self.mean_p,
            "matured_rate": self.rate,
            "matured_brier": self.brier,
            "matured_calibration_error": self.calibration_error,
        }


def recheck(
    scores: pd.DataFrame,
    calls: CleanCalls,
    rates: pd.DataFrame,
    *,
    since: datetime,
    policy: Policy,
    dead_share: float,
) -> Recheck:
    """Hold ``scores`` and ``rates`` as they were at ``since`` against the first call to each candidate after it.

    ``scores`` are those of :func:`score_lost` as of ``since``, ``calls`` go up to now, ``dead_share``
    belongs to ``rates``. Calls without a known end are left out.
    """
    frame = calls.frame
    later = frame[(frame["called_at"] > since) & (frame["is_counted"] | frame["is_wrong"]).astype(bool)]
    first = later.drop_duplicates("candidate_id", keep="first")
    rows = first.merge(scores[["candidate_id", "p_reachable"]], on="candidate_id")
    rate = rates["rate"].to_numpy(dtype=float)[role_cells(rows, rates, policy)]
    p = np.clip(rows["p_reachable"].to_numpy(dtype=float) * np.minimum(rate / (1 - dead_share), 1), 1e-4, 1 - 1e-4)
    answered = rows["is_answered"].to_numpy(dtype=float)
    if len(p) < MIN_CASES:
        return Recheck(p, answered, None, None, None, None)
    return Recheck(
        p,
        answered,
        mean_p=round(float(p.mean()), 4),
        rate=round(float(answered.mean()), 4),
        brier=round(float(((p - answered) ** 2).mean()), 4),
        calibration_error=round(calibration_error(p, answered), 4),
    )


def calibration_error(p: Floats, happened: Floats) -> float:
    """Return the mean distance between predicted and seen over ten bins of equal count, weighted by count."""
    order = np.argsort(p, kind="stable")
    gaps = [abs(float(p[part].sum() - happened[part].sum())) for part in np.array_split(order, BINS) if len(part)]
    return float(sum(gaps) / max(len(p), 1))
