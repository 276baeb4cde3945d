"""How much people differ from one another, judged together with the table of rates that follows from it.

A call after a miss is worth less where people differ much, and the table comes out higher for it: at any table learned under one
belief that belief looks right. So each of several beliefs gets the table that it leads to, and is judged by all calls, first
ones too. People differ in two ways: some answer less at all hours, and some have other hours than most of their kind. A miss in
the evening says less of a call by day than of another evening.

A month of calls hardly tells these beliefs apart, and what the model simplifies (people are no normal law, and those whom a plan
rings late are not those it rang first) tells of them as loudly as people do. So the beliefs that most logs bear out are likelier
beforehand, and the calls' own evidence counts a fifth: it decides where it is overwhelming.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import softmax

from ringback.analysis.exposure import relative_exposure, runs_of, some_people

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.analysis.exposure import CallTable, FallingOff, Runs
    from ringback.analysis.shrinkage import Floats

ALIKE: Final = (1.0, 0.3, 0.07)
"""Shares of the variance at first believed that are tried for how readily people answer at all hours."""
OWN_HOURS: Final = (0.0, 0.7)
"""And those for how much their hours are their own."""
ALIKE_BEFOREHAND: Final = (0.7, 0.25, 0.05)
OWN_HOURS_BEFOREHAND: Final = (0.6, 0.4)
"""How likely they are beforehand: together they mean what ``[personal]`` says as it is shipped."""
TRUST: Final = 0.2
"""What the calls' evidence of these beliefs counts. Counted in full, as if the model were true, it took one belief in one log and
the opposite in the next of the same world, and the level of all hours went up and down by a point with it."""
JUDGED_CALLS: Final = 30_000
"""On about this many calls the beliefs are judged; in trials half of them told the best from the worst by ten nats and more."""


def how_people_differ(
    calls: CallTable,
    rate: Floats,
    believed: FallingOff,
    *,
    table_of: Callable[[FallingOff, CallTable, Floats, Runs], Floats],
) -> FallingOff:
    """Return what is ``believed`` with the variances that explain the calls best: their mean by evidence, the first on log scale.

    ``rate`` (C,) is the table to begin with; ``table_of`` gives the one (C,) that follows from it under a belief.
    """
    calls = some_people(calls, JUDGED_CALLS)
    runs = runs_of(calls)
    if not runs.n:
        return believed
    answered, weight = calls.is_answered.astype(bool), calls.weight * (calls.is_warm == 0)

    def evidence(law: FallingOff) -> float:
        table = table_of(law, calls, rate, runs)
        p = relative_exposure(calls, table, law, runs=runs) * table[calls.cell]
        return float(weight @ np.log(np.clip(np.where(answered, p, 1 - p), 1e-6, 1)))

    total = believed.variance + believed.own_variance
    laws = [replace(believed, variance=total * a, own_variance=total * b) for a in ALIKE for b in OWN_HOURS]
    beforehand = np.log(np.outer(ALIKE_BEFOREHAND, OWN_HOURS_BEFOREHAND).ravel())
    share = softmax(beforehand + TRUST * np.array([evidence(law) for law in laws]))
    return replace(
        believed,
        variance=float(np.exp(share @ np.log([law.variance for law in laws]))),
        own_variance=float(share @ [law.own_variance for law in laws]),
    )
