"""What a person's own unanswered calls say about their hours: a small Gaussian process over the hours of the day.

A miss at 10 makes 10 and 11 less likely for this person, 18 hardly at all. Laplace approximation of a GP with logit link
(Rasmussen & Williams 2006, section 3.4), at most MAX_MISSES misses a person, solved once for every *different* history.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import expit, logit

from ringback.analysis.shrinkage import RATE_BOUNDS, Floats, Ints
from ringback.analysis.week import FIRST_WEEKEND_DAY, WEEKDAYS

if TYPE_CHECKING:
    from ringback.analysis.exposure import FallingOff
    from schemas.policy import PersonalPolicy, Policy

MAX_MISSES: Final = 6
"""Older misses are left out: with six in other hours the picture no longer moves."""
NEWTON_STEPS: Final = 4
CHUNK: Final = 20_000
DAYTYPES: Final = 2


@dataclass(frozen=True, slots=True)
class RoleLogits:
    """The role's chance of an answer from a *reachable* person, on the logit scale of the process: (roles, 7, hours).

    ``low`` and ``high`` are the same for the ends of the rate's interval.
    """

    centre: Floats
    low: Floats
    high: Floats


def role_logits(rate: Floats, low: Floats, high: Floats, *, dead_share: float, policy: PersonalPolicy) -> RoleLogits:
    """Turn rates of fresh candidates (roles, 7, hours) into logits for reachable ones.

    ``dead_share`` of fresh candidates cannot be reached at all (wrong number, lost). The factor undoes the flattening that
    averaging over people brings (probit approximation, MacKay 1992).
    """
    steeper = np.sqrt(1 + np.pi / 8 * (policy.user_variance + policy.hour_variance))

    def lift(p: Floats) -> Floats:
        return np.asarray(logit(np.clip(p / (1 - dead_share), *RATE_BOUNDS)) * steeper)

    return RoleLogits(lift(rate), lift(low), lift(high))


def as_people_differ(policy: Policy, found: FallingOff) -> Policy:
    """Return ``policy`` with people as unlike each other as it has them and as the calls say, in the mean.

    The calls tell it from some hundreds of people who were rung again, and too little rather than too much: with what they say
    alone those on the list after misses were promised a point too much in trials, with the policy's alone a point too little.
    """
    mine = policy.personal
    differ = {
        "user_variance": (mine.user_variance + found.variance) / 2,
        "hour_variance": (mine.hour_variance + found.own_variance) / 2,
    }
    return policy.model_copy(update={"personal": mine.model_copy(update=differ)})


def kernel(n_hours: int, policy: PersonalPolicy) -> Floats:
    """Return the covariance of (daytype, hour) points, weekday hours first: (2 * n_hours, 2 * n_hours)."""
    hour = np.tile(np.arange(n_hours), DAYTYPES)
    daytype = np.repeat(np.arange(DAYTYPES), n_hours)
    near = np.exp(-((hour[:, None] - hour[None, :]) ** 2) / (2 * policy.length_scale_hours**2))
    same = np.where(daytype[:, None] == daytype[None, :], 1.0, policy.other_daytype_correlation)
    return np.asarray(policy.user_variance + policy.hour_variance * same * near)


def personal_shift(role: Ints, misses: Ints, logits: RoleLogits, policy: PersonalPolicy) -> tuple[Floats, Floats]:
    """Return mean and variance of the person's own deviation at every (daytype, hour): two arrays (states, 2 * hours).

    ``role`` (states,), ``misses`` (states, MAX_MISSES) hold points ``daytype * hours + hour``, -1 where there is none,
    the filled ones first.
    """
    n_hours = logits.centre.shape[2]
    cov = kernel(n_hours, policy)
    eta = np.concatenate(
        [logits.centre[:, :FIRST_WEEKEND_DAY].mean(axis=1), logits.centre[:, FIRST_WEEKEND_DAY:WEEKDAYS].mean(axis=1)],
        axis=1,
    )
    mean = np.zeros((len(role), DAYTYPES * n_hours))
    variance = np.broadcast_to(np.diag(cov), mean.shape).copy()
    n_misses = (misses >= 0).sum(axis=1)
    for n in range(1, MAX_MISSES + 1):
        rows = np.flatnonzero(n_misses == n)
        for start in range(0, len(rows), CHUNK):
            some = rows[start : start + CHUNK]
            at = misses[some, :n]
            mean[some], variance[some] = _laplace(eta[role[some][:, None], at], at, cov)
    return mean, variance


def _laplace(eta: Floats, at: Ints, cov: Floats) -> tuple[Floats, Floats]:
    among = cov[at[:, :, None], at[:, None, :]]
    shift = np.zeros_like(eta)
    diagonal = np.arange(at.shape[1])
    for _ in range(NEWTON_STEPS):
        p = expit(eta + shift)
        weight = np.maximum(p * (1 - p), 1e-4)
        spread = among.copy()
        spread[:, diagonal, diagonal] += 1 / weight
        dual = np.linalg.solve(spread, (shift - p / weight)[:, :, None])[:, :, 0]
        shift = np.einsum("sij,sj->si", among, dual)
    cross = cov[:, at].transpose(1, 0, 2)  # (states, points, misses)
    mean = np.einsum("stn,sn->st", cross, dual)
    solved = np.linalg.solve(spread, cross.transpose(0, 2, 1))
    variance = np.diag(cov)[None, :] - np.einsum("stn,snt->st", cross, solved)
    return mean, np.maximum(variance, 1e-6)


def answer_chance(eta: Floats, mean: Floats, variance: Floats) -> Floats:
    """Return the chance of an answer, averaged over what is still unknown of the person; arrays of one shape."""
    return np.asarray(expit((eta + mean) / np.sqrt(1 + np.pi / 8 * variance)))
