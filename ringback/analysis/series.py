"""The chance that a person who can be reached misses a whole series of further calls: what ``p_miss`` rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import expit

from ringback.analysis.likelihood import node_grid
from ringback.analysis.personal import role_logits
from ringback.analysis.week import FIRST_WEEKEND_DAY, WEEKDAYS

if TYPE_CHECKING:
    import pandas as pd

    from ringback.analysis.likelihood import CallChances
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import Policy

SERIES_CALLS: Final = 6
"""One in each sixth of the call day: as many as the policy as shipped gives to who may be lost."""


def series_missed(
    rest: Floats,
    chances: CallChances,
    n_misses: Ints,
    role: Ints,
    rates: pd.DataFrame,
    *,
    dead_share: float,
    policy: Policy,
) -> Floats:
    """Return the chance that a reachable person misses calls at any hour of each sixth of the call day, on any working day.

    No plan has made this series: it asks the same of a role with good and bad hours as of one without. At weekends few are rung,
    and a day off says little of how a person is reached otherwise. Its calls are the next
    tries of this person, after ``n_misses``: what the fit (``rest`` of its layout) found of later tries holds for them as well.
    """
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    rate = rates["rate"].to_numpy(dtype=float).reshape(-1, WEEKDAYS, n_hours)
    logits = role_logits(rate, rate, rate, dead_share=dead_share, policy=policy.personal).centre[:, :FIRST_WEEKEND_DAY]
    # a part of the day need not end at a full hour: seven hours have six parts as well
    parts = np.repeat(logits, SERIES_CALLS, axis=2).reshape(len(logits), FIRST_WEEKEND_DAY, SERIES_CALLS, n_hours, 1)
    _, shift, fatigue, spread = rest
    points, _ = node_grid()
    later = np.arange(SERIES_CALLS)[:, None, None]
    tries = np.zeros(len(chances.every), dtype=np.int64)
    tries[chances.alike] = n_misses
    by_role = np.empty((len(tries), len(logits)))
    for before in np.unique(tries):
        eta = parts + shift - fatigue * (before + later) + np.exp(spread) * points
        missed = expit(-eta).mean(axis=(1, 3)).prod(axis=1)
        same = tries == before
        by_role[same] = chances.every[same] @ missed.T / chances.every[same].sum(axis=1, keepdims=True)
    return np.asarray(by_role[chances.alike, role])
