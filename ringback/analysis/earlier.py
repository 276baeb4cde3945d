"""Which calls came before each moment at which somebody may have gone, so that all of them are summed at once.

A call is known by the chance of its hour, by how many came before it and by whether it was answered: tens of thousands of calls
share some hundred such states, and most people's calls are somebody else's as well. Sums are products with a matrix of states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from ringback.analysis.frames import distinct
from ringback.analysis.quiet import quiet_of

if TYPE_CHECKING:
    from ringback.analysis.likelihood import Episodes
    from ringback.analysis.shrinkage import Floats, Ints


@dataclass(frozen=True, slots=True)
class CallStates:
    """The different calls: ``eta``, ``number`` and ``is_answered`` of each state, and ``of_call`` the state of every call."""

    eta: Floats
    number: Ints
    is_answered: Ints
    of_call: Ints

    @classmethod
    def of(cls, episodes: Episodes) -> CallStates:
        """Return the states of calls whose hours share the rates of one table."""
        hour = distinct(episodes.eta)[1]
        most = int(episodes.number.max(initial=0)) + 1
        first, of_call = distinct((hour * most + episodes.number) * 2 + episodes.is_answered)
        return cls(episodes.eta[first], episodes.number[first], episodes.is_answered[first], of_call)

    def rows(self, begin: Ints, length: Ints) -> CallRows:
        """Return the different rows of calls, each given by the place of its first call and its length."""
        odd = np.random.default_rng(0).integers(1, 2**63, len(self.eta), dtype=np.uint64)
        upto = np.concatenate([np.zeros(1, np.uint64), np.cumsum(odd[self.of_call], dtype=np.uint64)])
        first, which = distinct(upto[begin + length] - upto[begin])  # a hash: the same calls stay the same
        size = length[first]
        ends = np.cumsum(size)
        places = np.arange(int(size.sum())) + np.repeat(begin[first] - (ends - size), size)
        parts = (np.ones(len(places)), self.of_call[places], np.concatenate([[0], ends]))
        return CallRows(which, csr_array(parts, shape=(len(first), len(self.eta))))


class CallRows(NamedTuple):
    """Rows of calls: ``which`` of the different ones each is, and the matrix ``sums`` (different rows, states) of their calls."""

    which: Ints
    sums: Any


@dataclass(frozen=True, slots=True)
class Earlier:
    """The beginnings of everybody's calls: all of them for who stayed (first), those before each of K moments for who went.

    ``row`` (1 + K, N) says which of the different sums that is: most moments have no call before them, or all. ``sums`` (sums,
    states) counts the calls of each by state, ``states`` is the same the other way round.
    """

    calls: CallStates
    row: Ints
    sums: Any
    states: Any

    @classmethod
    def of(cls, episodes: Episodes) -> Earlier:
        """Return the beginnings of calls that are ordered by candidate and time."""
        calls, candidate, n = CallStates.of(episodes), episodes.candidate, len(episodes.end)
        whole = np.bincount(candidate, minlength=n)
        before = [np.bincount(candidate[each], minlength=n) for each in quiet_of(episodes).before]
        length = np.stack([whole, *before])
        rows = calls.rows(np.tile(np.cumsum(whole) - whole, len(length)), length.ravel())
        return cls(calls, rows.which.reshape(length.shape), rows.sums, rows.sums.T.tocsr())

    def summed(self, by_state: Floats) -> Floats:
        """Return (sums, nodes) the sums of what each state counts (states, nodes)."""
        return np.asarray(self.sums @ by_state)

    def spread(self, share: Floats, by_sum: Floats) -> Floats:
        """Return (states, nodes) what the sums that hold a state come to, each weighed by its ``share`` (1 + K, N)."""
        weight = np.bincount(self.row.ravel(), share.ravel(), len(by_sum))
        return np.asarray(self.states @ (weight[:, None] * by_sum))
