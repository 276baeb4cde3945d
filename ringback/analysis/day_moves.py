"""How much better a log is explained if people's day has lain earlier or later since some night: Bayes factors.

The answer rates of all hours are one smooth surface (a Gaussian process like that of ``shrinkage.py``). If the day moved, calls
since then see the same surface an hour or two away, and that changes one thing only: which calls should be alike. Both
explanations are integrated over every surface (Rasmussen & Williams 2006, 5.4.1), so no table is held against the calls as if it
were known: calls before and after count alike, and hours that were hardly rung say little; those that were not rung before,
nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy.special import expit, logit

from ringback.analysis import shrinkage as prior
from ringback.analysis.episodes import role_cells
from ringback.analysis.rates import LearnedRates, expected_answers
from ringback.analysis.shrinkage import Floats, Ints
from ringback.analysis.week import DAYTYPES, FIRST_WEEKEND_DAY, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from ringback.analysis.calls import CleanCalls
    from schemas.policy import Policy

NOT_AT_ALL: Final = 0.5
"""Prior chance that hours do not matter, for all or for one family; the other sizes of the effect share the rest."""
SHARED_SDS: Final = (0.01, 0.05, 0.15, 0.35, 0.7)
OWN_SDS: Final = (0.01, 0.04, 0.12, 0.3, 0.6)
"""How far hours may lie apart for all and for one family, the first of them "not at all"."""
STEADY, SLOW, QUICK = 0.2, 0.5, 0.3
SLOW_HOURS, QUICK_HOURS = 3.0, 0.9
"""Shares of a curve's variance, the same all day, over hours, from one hour to the next. All that is known of false alarms was
measured with these; the table, which has other ones, may find more from one hour to the next than a move is told by."""
LEVEL_SD: Final = 0.08
"""How far the level of all hours wanders within weeks while the plan stays, on the logit scale: 3 to 5 % in trials, and half as
much again, for a fall of all hours alike is to be no evidence of a move."""
PLAN_SD: Final = 0.2
"""How far the levels of calls by habit and by plan may lie apart: they ring other people (5 to 10 % in trials)."""
SHAPE_SD: Final = 0.05
"""How far the hours wander so. Calm logs of three invented worlds are likeliest with .03; with this the bet is a fair one in the
largest of them too, where small differences count."""
PLAN_SHAPE_SDS: Final = (0.05, 0.1, 0.2)
"""How far the hours of calls by plan may lie off those by habit, without anybody's day having moved: other people are rung at
each hour then, and one fade for all hours is a simplification. The log says how far."""
ROLE_SD: Final = 0.2
LEAST_CHANCE: Final = 1e-4
MOST_CHANCE: Final = 0.95
NOTHING: Final = 1e-9
ROUNDS: Final = 2


@dataclass(frozen=True, slots=True)
class _Told:
    """The calls as numbers: arrays (n,), with the table's surface (roles, points) to start from.

    ``point`` is daytype and hour; ``week`` what the weekday adds to them (logit); ``worth`` the call's worth in first calls.
    """

    role: Ints
    point: Ints
    is_planned: NDArray[np.bool_]
    age: Floats
    week: Floats
    worth: Floats
    answered: Floats
    weight: Floats
    surface: Floats


@dataclass(frozen=True, slots=True)
class _Sds:
    """How much hours matter: to all, to one family beyond that, and between calls by habit and by plan."""

    shared: float
    own: float
    plan: float = PLAN_SHAPE_SDS[0]


@dataclass(frozen=True, slots=True)
class _Fields:
    """Where the surface is seen: arrays (points,). ``since`` is 1 for calls since the move, ``plan`` for calls by plan."""

    hour: Floats
    daytype: Ints
    plan: Floats
    since: Floats

    def take(self, kept: NDArray[np.bool_]) -> _Fields:
        return _Fields(self.hour[kept], self.daytype[kept], self.plan[kept], self.since[kept])


def move_evidence(
    calls: CleanCalls,
    learned: LearnedRates,
    *,
    days: Sequence[float],
    by_hours: Sequence[float],
    policy: Policy,
) -> Floats:
    """Return log Bayes factors (days, hours): the day moved that many days ago by so many hours, against not at all.

    0 where there are no calls before or since. ``learned`` says what calls after misses are worth and where to start. Calls that
    are older than a half-life weigh less. The level may have changed since, too; it is no evidence of a move by itself.
    """
    told = _told(calls, learned, policy)
    surface, sds = _mode(told)
    slope, weight = _sums(told, surface, days)
    after = [(each[:-1].cumsum(axis=0), each.sum(axis=0)) for each in (slope, weight)]
    share = _share_known(after[1][1] - after[1][0], after[1][0])
    fields, middle = _fields(told, parts=4), _middle(told)
    start = np.concatenate([surface[0], surface[1]] * 2, axis=1) - middle
    out = np.zeros((len(days), len(by_hours)))
    for row in range(len(days)):
        u, w = (np.concatenate([*(whole - new[row]), *(share[row] * new[row])], axis=1) for new, whole in after)
        w = np.where(w > NOTHING, w, 0.0)
        used = w.sum(axis=0) > 0
        if len(set(fields.since[used])) > 1:
            away, w, some = (start + _ratio(u, w))[:, used], w[:, used], fields.take(used)
            still, *moved = (_evidence(away, w, *_kernels(some, sds, by=by)) for by in (0.0, *by_hours))
            out[row] = np.array(moved) - still
    return out


def _share_known(before: Floats, since: Floats) -> Floats:
    """Return (days, 1, 1, points) the share of the calls since a move that counts, of weights (days, plan, roles, points).

    No hour tells more of now than of before. One that was first rung since tells nothing of a move, however many answer there:
    that it had been thought worse was a guess.
    """
    then, now = (each.sum(axis=(1, 2), keepdims=True) for each in (before, since))
    share = np.divide(np.maximum(then, 0.0), now, out=np.ones_like(now), where=now > NOTHING)
    return np.asarray(np.minimum(share, 1.0))


def _told(calls: CleanCalls, learned: LearnedRates, policy: Policy) -> _Told:
    p = expected_answers(calls, learned, policy=policy)
    rows, rate = calls.frame.loc[p.index], learned.table.rate
    cell = role_cells(rows, learned.rates, policy)
    n_hours = policy.call_hours.last_hour - policy.call_hours.first_hour
    role, weekday, hour = np.unravel_index(cell, (len(rate) // (WEEKDAYS * n_hours), WEEKDAYS, n_hours))
    daytype = np.arange(WEEKDAYS) >= FIRST_WEEKEND_DAY
    table = logit(np.clip(rate, *prior.RATE_BOUNDS)).reshape(-1, WEEKDAYS, n_hours)
    surface = np.stack([table[:, ~daytype].mean(axis=1), table[:, daytype].mean(axis=1)], axis=1)
    age, is_random = rows["age_days"].to_numpy(dtype=float), rows["was_random"].to_numpy(dtype=bool)
    return _Told(
        role=role,
        point=daytype[weekday] * n_hours + hour,
        is_planned=age <= age[is_random].max(initial=0.0),
        age=age,
        week=(table - surface[:, daytype.astype(np.int64)]).ravel()[cell],
        worth=p.to_numpy() / rate[cell],
        answered=rows["is_answered"].to_numpy(dtype=float),
        weight=_trust(age, policy.learning.half_life_days),
        surface=surface.reshape(len(surface), -1),
    )


def _trust(age: Floats, half_life_days: float) -> Floats:
    """Return what calls of that ``age`` count: whole for a half-life, from then on half as much with each further one.

    A table fades from the first day on, for its level wanders. Which hours are better than others lasts longer, and what is known
    of them decides whether a move can be told from chance.
    """
    return np.asarray(0.5 ** (np.maximum(age - half_life_days, 0.0) / half_life_days))


def _sums(told: _Told, surface: Floats, days: Sequence[float]) -> tuple[Floats, Floats]:
    """Return slope and curvature of the log-likelihood at ``surface`` (plan, roles, points), by span of days.

    The last span is all before ``days``. A call worth half a first call is answered half as often, and says as much less.
    """
    shape = (len(days) + 1, *surface.shape)
    plan = told.is_planned.astype(np.int64)
    place = np.ravel_multi_index((np.searchsorted(days, told.age), plan, told.role, told.point), shape)
    fresh = expit(surface[plan, told.role, told.point] + told.week)
    p = np.clip(told.worth * fresh, LEAST_CHANCE, MOST_CHANCE)
    share = told.weight * (1 - fresh) / (1 - p)
    size = int(np.prod(shape))
    slope = np.bincount(place, share * (told.answered - p), size)
    return slope.reshape(shape), np.bincount(place, share * p * (1 - fresh), size).reshape(shape)


def _mode(told: _Told) -> tuple[Floats, _Sds]:
    """Return the surface of calls by habit and by plan (2, roles, points) that explains all calls without a move.

    And the sds that explain them best.
    """
    surface, fields, middle = np.stack([told.surface] * 2), _fields(told, parts=2), _middle(told)
    chance = np.log(np.outer(_chances(len(SHARED_SDS)), _chances(len(OWN_SDS))).ravel())
    sds = _Sds(0.0, 0.0)
    for _ in range(ROUNDS):
        u, w = (np.concatenate(list(each[0]), axis=1) for each in _sums(told, surface, ()))
        away = np.concatenate(list(surface), axis=1) - middle + _ratio(u, w)
        curves = [_Sds(shared, own, sds.plan) for shared in SHARED_SDS for own in OWN_SDS]
        sds = curves[int(np.argmax([_evidence(away, w, *_kernels(fields, each)) for each in curves] + chance))]
        plans = [replace(sds, plan=plan) for plan in PLAN_SHAPE_SDS]
        sds = plans[int(np.argmax([_evidence(away, w, *_kernels(fields, each)) for each in plans]))]
        shared, own = _kernels(fields, sds)
        fit = _Solved(away, w, shared, own)
        mode = middle + fit.shared_dual @ shared + fit.own_dual @ own
        surface = np.stack(np.split(mode, 2, axis=1))
    return surface, sds


def _chances(n: int) -> Floats:
    return np.array([NOT_AT_ALL] + [(1 - NOT_AT_ALL) / (n - 1)] * (n - 1))


def _middle(told: _Told) -> float:
    return float(told.surface.mean())


def _ratio(slope: Floats, weight: Floats) -> Floats:
    return np.divide(slope, weight, out=np.zeros_like(slope), where=weight > 0)


def _fields(told: _Told, *, parts: int) -> _Fields:
    """Return the fields of calls by habit and by plan, with four ``parts`` those before and those since."""
    n_points = told.surface.shape[1]
    daytype, hour = np.divmod(np.arange(n_points), n_points // DAYTYPES)
    part = np.repeat(np.arange(parts), n_points)
    return _Fields(
        hour=np.tile(hour.astype(float), parts),
        daytype=np.tile(daytype, parts),
        plan=(part % 2).astype(float),
        since=(part // 2).astype(float),
    )


def _kernels(fields: _Fields, sds: _Sds, *, by: float = 0.0) -> tuple[Floats, Floats]:
    """Return two covariances of the fields, shared and of one family's own, if calls since then see a day moved ``by`` hours."""
    curve = _curve(fields.hour - by * fields.since, fields.daytype)
    off = _curve(fields.hour, fields.daytype)
    since, plan = (np.outer(flag, flag) for flag in (fields.since, fields.plan))
    shared = 1.0 + PLAN_SD**2 * (fields.plan[:, None] == fields.plan[None, :]) + sds.shared**2 * curve
    shared += (LEVEL_SD**2 + SHAPE_SD**2 * off) * since + sds.plan**2 * off * plan
    return shared, ROLE_SD**2 + sds.own**2 * curve + prior.JITTER * np.eye(len(curve))


def _curve(hour: Floats, daytype: Ints) -> Floats:
    """Return how alike two moments of the day are."""
    apart = (hour[:, None] - hour[None, :]) ** 2
    slow, quick = (np.exp(-apart / (2 * hours**2)) for hours in (SLOW_HOURS, QUICK_HOURS))
    alike = np.where(daytype[:, None] == daytype[None, :], 1.0, prior.OTHER_DAYTYPE)
    return np.asarray(alike * (STEADY + SLOW * slow + QUICK * quick))


def _evidence(away: Floats, weight: Floats, shared: Floats, own: Floats) -> float:
    fit = _Solved(away, weight, shared, own)
    return -0.5 * (float((away * fit.own_dual).sum()) + fit.log_determinant)


class _Solved:
    """Weighted observations ``away`` (roles, points) of surfaces that share a curve, each with one of its own.

    Given the shared curve the roles are independent, so every matrix is as small as one role's points.
    """

    def __init__(self, away: Floats, weight: Floats, shared: Floats, own: Floats) -> None:
        root, one = np.sqrt(weight), np.eye(len(own))
        scaled = one + root[:, :, None] * own * root[:, None, :]
        inner = root[:, :, None] * np.linalg.solve(scaled, one * root[:, None, :])
        pull = np.einsum("rij,rj->ri", inner, away)
        outer = one + shared @ inner.sum(axis=0)
        curve = np.linalg.solve(outer, shared @ pull.sum(axis=0))
        self.own_dual = pull - inner @ curve
        self.shared_dual = self.own_dual.sum(axis=0)
        self.log_determinant = float(np.linalg.slogdet(scaled)[1].sum() + np.linalg.slogdet(outer)[1])
