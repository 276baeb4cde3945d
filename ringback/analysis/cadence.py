"""How often and how many times each candidate is still rung: the policy's tiers, for whole frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from ringback.analysis.shrinkage import Floats, Ints
    from schemas.policy import CadencePolicy


def tier_limits(p_lost: Floats, policy: CadencePolicy) -> tuple[Ints, Ints]:
    """Return days between tries and tries in all for each probability of being lost; unknown (NaN) counts as the middle."""
    limits = np.array([tier.up_to_p_lost for tier in policy.tiers])
    days = np.array([tier.days_between for tier in policy.tiers], dtype=np.int64)
    tries = np.array([tier.max_tries for tier in policy.tiers], dtype=np.int64)
    place = np.searchsorted(limits, np.where(np.isnan(p_lost), limits[len(limits) // 2], p_lost), side="left")
    place = np.minimum(place, len(limits) - 1)
    return days[place], tries[place]


def tries_left(n_tries: Ints, p_lost: Floats, policy: CadencePolicy) -> Ints:
    """Return how many more calls the policy allows in the present episode; never negative."""
    return np.asarray(np.maximum(tier_limits(p_lost, policy)[1] - n_tries, 0))
