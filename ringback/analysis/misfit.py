"""How far the hours of recent calls lie off what a table expected of them, whatever their level.

The table's errors at different hours hang together: if people are free on Saturday afternoons, they are so at two and at three.
So the gaps are weighed by their whole covariance (a generalised chi-square). Hour by hour, as if each were news of its own, one
error of a weekend that was never rung before looks like twelve.

Only hours that were rung before can show that people have changed. Of the others the table has a guess, from hours that may be
quite unlike them: what a plan finds there is a discovery.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import expit, logit

from ringback.analysis.week import DAYTYPES, FIRST_WEEKEND_DAY, WEEKDAYS

if TYPE_CHECKING:
    from ringback.analysis.forecast import Forecast
    from ringback.analysis.shrinkage import Floats

MIN_EXPECTED: Final = 5
"""The usual rule for a field of a chi-square: of recent answers, and of those that the table knows the hour by."""
HOUR_SD: Final = 0.05
"""What the model simplifies, as a share of the answers of an hour: people who are rung at different hours differ."""
LOOSE: Final = 0.1
"""Share of a doubt that is each hour's own beyond what the surface says: how doubts hang together is known roughly."""
LEVEL_STEPS: Final = 8
"""Newton steps to a level; it stands still after four or five."""


def on_surface(told: Forecast, doubt: Floats) -> Floats:
    """Add the doubts of calls (n,) up by role family and point: within one of them they are the same doubt."""
    shape = told.learned.table.doubts.own.shape[:2]
    return np.bincount(told.role * shape[1] + told.point, doubt, shape[0] * shape[1]).reshape(shape)


def misfit(told: Forecast, *, days: int) -> tuple[float, float]:
    """Return a chi-square over the hours of the last ``days`` (in standard deviations above its mean), and the misfit it means.

    The levels of calls by habit and by plan, on weekdays and at weekends, are taken out first (generalised least squares): whom
    one rings brings them about, the hours do not.
    """
    kept = told.age <= days
    p, point, answered = told.p.to_numpy()[kept], told.point[kept], told.answered[kept]
    n_points = len(told.learned.table.doubts.common)
    expected = np.bincount(point, p, n_points)
    known = _known(told, n_points)
    used = (expected >= MIN_EXPECTED) & (known >= MIN_EXPECTED)
    group = 2 * (point >= n_points // DAYTYPES) + told.is_planned[kept]
    levels = [np.bincount(point[group == each], p[group == each], n_points)[used] for each in np.unique(group)]
    level = np.stack([each for each in levels if each.any()], axis=1) if used.any() else np.zeros((0, 0))
    n = int(used.sum()) - level.shape[1]
    if n < 1:
        return 0.0, 0.0
    gap = (np.bincount(point, answered, n_points) - expected)[used]
    cov = _covariance(told, kept, expected, known)[np.ix_(used, used)]
    weighed = np.linalg.solve(cov, level)
    left = gap - level @ np.linalg.lstsq(level.T @ weighed, weighed.T @ gap, rcond=None)[0]
    excess = max(float((left**2).sum() - np.trace(cov)), 0.0) / float((expected[used] ** 2).sum())
    return float((left @ np.linalg.solve(cov, left) - n) / np.sqrt(2 * n)), float(np.sqrt(excess))


def _known(told: Forecast, n_points: int) -> Floats:
    """Return (points,) about how many answers the table's own calls had there: what it knows of them without borrowing."""
    rates = told.learned.rates
    cells = (rates["n_calls"] * rates["rate"]).to_numpy(dtype=float)
    days = cells.reshape(-1, WEEKDAYS, n_points // DAYTYPES).sum(axis=0)
    return np.concatenate([days[:FIRST_WEEKEND_DAY].sum(axis=0), days[FIRST_WEEKEND_DAY:].sum(axis=0)])


def _covariance(told: Forecast, kept: Floats, expected: Floats, known: Floats) -> Floats:
    """Return the covariance (points, points) of answers less ``expected`` ones: chance, the table's doubts, the model's own.

    What a table borrows from other hours makes it surer than the ``known`` answers of an hour do; here it is not taken on trust.
    """
    p = np.where(kept, told.p.to_numpy(), 0.0)
    doubts = told.learned.table.doubts.over_points(on_surface(told, np.where(kept, told.doubt, 0.0)))
    chance = np.bincount(told.point, p * (1 - p), len(expected))
    borrowed = np.maximum(expected**2 / np.maximum(known, 1.0) - np.diagonal(doubts), 0.0)
    return np.asarray(doubts + np.diag(LOOSE * np.diagonal(doubts) + borrowed + chance + (HOUR_SD * expected) ** 2))


def same_level(p: Floats, answered: Floats) -> Floats:
    """Return the chances with the same added to each logit, so that they expect as many answers as there were."""
    eta, goal = logit(p), np.clip(answered.sum(), 0.5, len(p) - 0.5)
    by = 0.0
    for _ in range(LEVEL_STEPS):
        now = expit(eta + by)
        by += float((goal - now.sum()) / (now * (1 - now)).sum())
    return np.asarray(expit(eta + by))
