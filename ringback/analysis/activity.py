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
        active = theta[layout.active]
        evenness, n_people = float(np.exp(theta[layout.evenness])), len(self.n)
        whole = evenness + self.n
        live = evenness + self.expected @ np.exp(active)
        log_live = np.log(live)
        upto = np.arange(
            int(self.n.max(initial=0)) + 1
        )  # counts are few and small: their special functions are looked up
        together = np.bincount(self.n, minlength=len(upto)) @ gammaln(evenness + upto)
        log = together + n_people * (evenness * np.log(evenness) - gammaln(evenness)) - whole @ log_live
        log += self.fixed + self.counts.sum(axis=0) @ active
        slope = (digamma(evenness + upto) - digamma(evenness) + np.log(evenness) + 1)[self.n]
        ratios, slopes = [], [_Slopes(np.exp(active), whole / live, evenness * (slope - log_live - whole / live))]
        for share, lost in layout.ways_of_the_lost(theta):
            gone = evenness + self.expected @ np.exp(active + lost)
            log_gone = np.log(gone)
            ratios.append(share * np.exp(np.clip(self.counts @ lost - whole * (log_gone - log_live), -FAR, FAR)))
            slopes.append(_Slopes(np.exp(active + lost), whole / gone, evenness * (slope - log_gone - whole / gone)))
        return BehaviourChance(float(log), ratios[0] + ratios[1], ratios[1] / (ratios[0] + ratios[1]), share, *slopes)


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
    """``log`` chance of all behaviour for live people, and ``ratio`` (N,) of the chance for lost people to it.

    ``looking`` (N,) is the part of the latter of those who look around still, ``share_looking`` how many of the lost they are.
    """

    log: float
    ratio: Floats
    looking: Floats
    share_looking: float
    live: _Slopes
    silent: _Slopes
    looked: _Slopes

    def add_slopes(self, activity: Activity, shares: tuple[Floats, Floats], slope: Floats, layout: Layout) -> None:
        """Add to ``slope`` what the shares (N,) of being live and of being lost say."""
        live, lost = shares
        looking = lost * self.looking
        silent = lost - looking
        by_silent, by_looked = self.silent.by_mean(activity, silent), self.looked.by_mean(activity, looking)
        slope[layout.active] += self.live.by_mean(activity, live) + by_silent + by_looked
        slope[layout.lost] += by_silent
        slope[layout.looking] += looking.sum() - self.share_looking * lost.sum()
        slope[layout.evenness] += live @ self.live.by_evenness + silent @ self.silent.by_evenness
        slope[layout.evenness] += looking @ self.looked.by_evenness
