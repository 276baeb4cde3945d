"""The behaviour of episodes as a fit weighs it: counts against what live and lost people do, and the quiet time since.

The law is that of ``behaviour.py`` (:func:`signs_by_kind` tells the same to the scores). Given a person's activity the counts are
Poisson with ``activity * mean``; activity is Gamma with mean 1 and shape ``evenness`` (large: all alike), integrated out
(negative multinomial; Greenwood & Yule 1920). Without it a live person who never clicks anything would pass for lost, and one
who clicks twice for certainly alive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
from scipy.special import digamma, gammaln

from ringback.analysis.quiet import quiet_of

if TYPE_CHECKING:
    from ringback.analysis.likelihood import Episodes, Layout
    from ringback.analysis.quiet import Quiet
    from ringback.analysis.shrinkage import Floats, Ints

FAR: Final = 30.0
"""No behaviour says more than this, on the log scale."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What people did: ``counts`` (N, F), ``n`` (N,) their sums, what is ``expected`` (N, F), and the ``quiet`` time.

    ``late`` (WATCHED * N, F) is that of the quiet time, ``after`` (K * N, F) as well; ``fixed`` is the part of the log chance
    that no parameter changes.
    """

    counts: Floats
    n: Ints
    expected: Floats
    late: Floats
    after: Floats
    quiet: Quiet
    has_answered: Ints
    fixed: float

    @classmethod
    def of(cls, episodes: Episodes) -> Activity:
        """Return the behaviour of episodes that know their quiet time."""
        quiet, counts = quiet_of(episodes), episodes.counts.astype(float)
        fixed = float((counts * np.log(episodes.expected) - gammaln(counts + 1)).sum())
        return cls(
            counts,
            episodes.counts.sum(axis=1),
            episodes.expected,
            quiet.late.astype(float).reshape(-1, counts.shape[1]),
            np.ascontiguousarray(quiet.after).reshape(-1, counts.shape[1]),
            quiet,
            episodes.has_answered,
            fixed,
        )

    def chance(self, theta: Floats, layout: Layout) -> BehaviourChance:
        """Return how likely the behaviour is for live people and for lost ones."""
        active, lost = theta[layout.active], theta[layout.lost]
        evenness, n_people = float(np.exp(theta[layout.evenness])), len(self.n)
        whole = evenness + self.n
        live = evenness + self.expected @ np.exp(active)
        gone = evenness + self.expected @ np.exp(active + lost)
        log_live, log_gone = np.log(live), np.log(gone)
        upto = np.arange(
            int(self.n.max(initial=0)) + 1
        )  # counts are few and small: their special functions are looked up
        together = np.bincount(self.n, minlength=len(upto)) @ gammaln(evenness + upto)
        log = together + n_people * (evenness * np.log(evenness) - gammaln(evenness)) - whole @ log_live
        log += self.fixed + self.counts.sum(axis=0) @ active
        ratio = np.exp(np.clip(self.counts @ lost - whole * (log_gone - log_live), -FAR, FAR))
        slope = (digamma(evenness + upto) - digamma(evenness) + np.log(evenness) + 1)[self.n]
        return BehaviourChance(
            float(log),
            ratio,
            _Slopes(np.exp(active), whole / live, evenness * (slope - log_live - whole / live)),
            _Slopes(np.exp(active + lost), whole / gone, evenness * (slope - log_gone - whole / gone)),
        )


class _Slopes(NamedTuple):
    """What the slopes of a log chance are made of: ``factor`` (F,) of each mean, ``scale`` and ``by_evenness`` (N,)."""

    factor: Floats
    scale: Floats
    by_evenness: Floats

    def by_mean(self, activity: Activity, share: Floats) -> Floats:
        """Return (F,) the slope in the log of each mean, of people who count by their ``share`` (N,)."""
        return np.asarray(share @ activity.counts - ((share * self.scale) @ activity.expected) * self.factor)


@dataclass(frozen=True, slots=True)
class BehaviourChance:
    """``log`` chance of all behaviour for live people, and ``ratio`` (N,) of the chance for lost people to it."""

    log: float
    ratio: Floats
    live: _Slopes
    lost: _Slopes

    def add_slopes(self, activity: Activity, shares: tuple[Floats, Floats], slope: Floats, layout: Layout) -> None:
        """Add to ``slope`` what the shares (N,) of being live and of being lost say."""
        live, lost = shares
        by_lost = self.lost.by_mean(activity, lost)
        slope[layout.active] += self.live.by_mean(activity, live) + by_lost
        slope[layout.lost] += by_lost
        slope[layout.evenness] += live @ self.live.by_evenness + lost @ self.lost.by_evenness
