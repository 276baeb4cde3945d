"""The moments at which a live person may have gone, as the fit of the three states weighs them.

Since the last sign of life, or before it: then what was done later was done by one who is lost. ``lapse.py`` weighs the same for
the scores.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ringback.analysis.likelihood import Episodes, Layout
    from ringback.analysis.shrinkage import Floats, Ints

TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Quiet:
    """K moments: one before the last sign of life, the others in the quiet time since.

    ``lived`` (N,) days from the beginning of the watch to the last sign, ``days`` (N,) from there to its end, ``after`` (K, N, F)
    what an average candidate does after each moment, ``late`` (N, F) what was done after the first, ``before`` (K, calls)
    whether a call was made before it.
    """

    lived: Floats
    days: Floats
    after: Floats
    late: Ints
    before: Ints

    def take(self, kept: NDArray[np.bool_], calls: NDArray[np.bool_]) -> Quiet:
        """Return the candidates and calls that are kept."""
        return Quiet(self.lived[kept], self.days[kept], self.after[:, kept], self.late[kept], self.before[:, calls])

    def shares(self, hazard: float) -> tuple[Floats, Floats]:
        """Return (1 + K, N) the chances of having stayed and of having gone about each moment, and their slopes in the log."""
        steps = len(self.after) - 1
        since = self.lived + self.days * np.arange(steps + 1)[:, None] / steps
        ends = hazard * np.concatenate([np.zeros((1, len(self.lived))), since])
        left = np.exp(-ends)
        slope = ends * left
        share = np.concatenate([left[-1:], left[:-1] - left[1:]])
        by_hazard = np.concatenate([-slope[-1:], slope[1:] - slope[:-1]])
        return share, by_hazard / np.maximum(share, TINY)


@dataclass(frozen=True, slots=True)
class Lapse:
    """Having stayed (the first of 1 + K) or gone about one of K moments, against the chance of the behaviour of who stayed.

    ``odds`` (1 + K, N) with the behaviour, ``by_hazard`` their slope in log hazard; ``by_active``, ``by_lost`` (K, N, F) and
    ``by_evenness`` (K, N) slopes of the log of the last K odds.
    """

    odds: Floats
    by_hazard: Floats
    by_active: Floats
    by_lost: Floats
    by_evenness: Floats

    def add_slopes(self, share: Floats, slope: Floats, layout: Layout) -> None:
        """Add to ``slope`` what the ``share`` (1 + K, N) of each way of being live says."""
        slope[layout.hazard] += (share * self.by_hazard).sum()
        slope[layout.active] += np.einsum("kn,knf->f", share[1:], self.by_active)
        slope[layout.lost] += np.einsum("kn,knf->f", share[1:], self.by_lost)
        slope[layout.evenness] += (share[1:] * self.by_evenness).sum()


def lapse_chance(theta: Floats, episodes: Episodes, layout: Layout) -> Lapse:
    """Return how likely it is that each live candidate stayed or went, and what their going explains of the behaviour.

    Who answers (the end of a first episode) has not gone.
    """
    quiet, evenness = quiet_of(episodes), np.exp(theta[layout.evenness])
    live = episodes.expected * np.exp(theta[layout.active])
    whole, total = evenness + episodes.counts.sum(axis=1), evenness + live.sum(axis=1)
    after = quiet.after * np.exp(theta[layout.active])
    kept = np.exp(theta[layout.lost])
    left = np.maximum(total - after @ (1 - kept), evenness)
    explains = whole * np.log(total / left)
    explains[0] += quiet.late @ theta[layout.lost]
    odds, by_hazard = quiet.shares(float(np.exp(theta[layout.hazard])))
    odds[1:] *= np.where(episodes.has_answered, 0.0, np.exp(explains))
    scale = (whole / left)[:, :, None]
    by_lost = -scale * kept * after
    by_lost[0] += quiet.late
    return Lapse(
        odds,
        by_hazard,
        (whole / total)[:, None] * live - scale * (live - after * (1 - kept)),
        by_lost,
        evenness * (np.log(total / left) + whole * (1 / total - 1 / left)),
    )


def quiet_of(episodes: Episodes) -> Quiet:
    """Return the quiet time of episodes that are fitted; those of scores do without."""
    if episodes.quiet is None:
        raise ValueError("the fit needs to know the quiet time of its episodes")
    return episodes.quiet
