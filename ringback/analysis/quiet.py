"""The moments at which a live person may have gone, as the fit of the three states weighs them.

Since the last sign of life, or before it: then what was done later was done by one who is lost. ``lapse.py`` weighs the same for
the scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.activity import Activity
    from ringback.analysis.likelihood import Episodes, Layout
    from ringback.analysis.shrinkage import Floats, Ints

TINY: Final = 1e-12
BEFORE, WATCHED, SINCE = 1, 6, 6
"""Into so many stretches the days before the watch, those from its beginning to the last sign of life, and the quiet days since
are cut."""


@dataclass(frozen=True, slots=True)
class Quiet:
    """K moments: BEFORE the watch for behaviour, those WATCHED up to the last sign of life, and those SINCE.

    Each stands for a stretch of life that ends ``ends`` (K, N) days after the first one begins.
    ``after`` (K, N, F) is what an average candidate does in the watch after each moment, ``late`` (WATCHED, N, F) what was done
    after each of those between, ``before`` (K, calls) whether a call was made before it.
    """

    ends: Floats
    after: Floats
    late: Ints
    before: Ints

    def take(self, kept: NDArray[np.bool_], calls: NDArray[np.bool_]) -> Quiet:
        """Return the candidates and calls that are kept."""
        return Quiet(self.ends[:, kept], self.after[:, kept], self.late[:, kept], self.before[:, calls])

    def shares(self, hazard: float) -> tuple[Floats, Floats]:
        """Return (1 + K, N) the chances of having stayed and of having gone about each moment, and their slopes in the log."""
        ends = hazard * self.ends
        left = np.exp(-ends)
        share, slope = _between(left, 1.0), _between(np.multiply(ends, left, out=ends), 0.0)
        np.negative(slope, out=slope)
        slope /= np.maximum(share, TINY)
        return share, slope


def _between(left: Floats, first: float) -> Floats:
    """Return (1 + K, N) what is left at last, and by how much it fell up to each of K moments; it was ``first``."""
    parts = np.empty((len(left) + 1, left.shape[1]))
    parts[0] = left[-1]
    np.subtract(first, left[0], out=parts[1])
    np.subtract(left[:-1], left[1:], out=parts[2:])
    return parts


class Going(NamedTuple):
    """Having gone about each of K moments in one way of the lost, whose ``share`` (K, N) of the odds it is.

    ``left`` (K, N) is counts against what was to be expected, ``kept`` (F,) the factors of what is still done, ``by_evenness``
    (K, N) the slope of the log of the odds.
    """

    share: Floats
    left: Floats
    kept: Floats
    by_evenness: Floats


@dataclass(frozen=True, slots=True)
class Lapse:
    """Having stayed (the first of 1 + K) or gone about one of K moments, against the chance of the behaviour of who stayed.

    ``odds`` (1 + K, N) with the behaviour, ``by_hazard`` their slope in log hazard. ``scale`` (N,) is counts against what was to
    be expected of who stayed, ``active`` (F,) the factors of what people do. Who went fell ``silent``, or is ``looking`` still as
    a share ``share_looking`` of the lost are.
    """

    odds: Floats
    by_hazard: Floats
    scale: Floats
    active: Floats
    silent: Going
    looking: Going
    share_looking: float

    def add_slopes(self, activity: Activity, share: Floats, slope: Floats, layout: Layout) -> None:
        """Add to ``slope`` what the ``share`` (1 + K, N) of each way of being live says."""
        slope[layout.hazard] += (share * self.by_hazard).sum()
        slope[layout.lost] += self._slopes_of(self.silent, activity, share[1:], slope, layout)
        self._slopes_of(self.looking, activity, share[1:], slope, layout)
        slope[layout.looking] += (share[1:] * (self.looking.share - self.share_looking)).sum()

    def _slopes_of(self, going: Going, activity: Activity, share: Floats, slope: Floats, layout: Layout) -> Floats:
        """Return (F,) the slopes in the log of what is kept; what one way says of live people is added."""
        went = share * going.share
        scaled = went * going.left
        after = self.active * (scaled.ravel() @ activity.after)
        expected = self.active * ((went.sum(axis=0) * self.scale - scaled.sum(axis=0)) @ activity.expected)
        slope[layout.active] += expected + (1 - going.kept) * after
        slope[layout.evenness] += (went * going.by_evenness).sum()
        by_kept = went[:BEFORE].sum(axis=0) @ activity.counts - going.kept * after
        return np.asarray(by_kept + went[BEFORE : BEFORE + WATCHED].ravel() @ activity.late)


def lapse_chance(theta: Floats, activity: Activity, layout: Layout) -> Lapse:
    """Return how likely it is that each live candidate stayed or went, and what their going explains of the behaviour.

    Who answers (the end of a first episode) has not gone.
    """
    evenness, active = np.exp(theta[layout.evenness]), np.exp(theta[layout.active])
    whole, total = evenness + activity.n, evenness + activity.expected @ active
    ways = layout.ways_of_the_lost(theta)
    parts, told = [], []
    for share, log_kept in ways:
        kept = np.exp(log_kept)
        missing = (activity.after @ ((1 - kept) * active)).reshape(-1, len(whole))
        left = np.maximum(total - missing, evenness)
        fewer = np.log(total) - np.log(left)
        explains = whole * fewer
        explains[:BEFORE] += activity.counts @ log_kept
        explains[BEFORE : BEFORE + WATCHED] += (activity.late @ log_kept).reshape(WATCHED, -1)
        parts.append(share * np.exp(explains))
        scaled = whole / left
        told.append((scaled, kept, evenness * (fewer + whole / total - scaled)))
    both = parts[0] + parts[1]
    odds, by_hazard = activity.quiet.shares(float(np.exp(theta[layout.hazard])))
    odds[1:] *= np.where(activity.has_answered, 0.0, both)
    silent, looking = (Going(part / both, *way) for part, way in zip(parts, told, strict=True))
    return Lapse(odds, by_hazard, whole / total, active, silent, looking, ways[1].share)


def quiet_of(episodes: Episodes) -> Quiet:
    """Return the quiet time of episodes that are fitted; those of scores do without."""
    if episodes.quiet is None:
        raise ValueError("the fit needs to know the quiet time of its episodes")
    return episodes.quiet
