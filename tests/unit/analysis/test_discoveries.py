# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
"""Hours that habit never rang were a guess: answers that a plan finds there are a discovery and no change of people."""

from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import clean_calls
from ringback.analysis.drift import check_drift

HABIT_DAYS, A_DAY, MOST_TRIES = 45, 70, 4
HABIT = (10, 10, 10, 11, 11, 15, 15, 16, 16, 17)
PLAN = (19, 19, 19, 19, 18, 18, 20, 11, 12, 17)
"""The hour that turned out best, those beside it, and some that are best for one or another."""
BY_HOUR = np.array([12, 14, 14, 16, 14, 13, 13, 14, 16, 30, 62, 40]) / 100
"""The chance that somebody within reach answers, by hour of the day from 9: most do when they are back at home."""


def chance(hour, minute, moved):
    """The chance at that time of the day, ``moved`` hours before if the day lies that much later."""
    return np.interp(hour + minute / 60 - moved - 9.5, np.arange(len(BY_HOUR)), BY_HOUR)


def log_of(kit, *, nights, seed, moves_at=None):
    """HABIT_DAYS of calls on workdays by habit, then ``nights`` by a plan for the evening, one window in ten at random."""
    rng, rows = np.random.default_rng(seed), []
    world = kit.make_world(A_DAY * (HABIT_DAYS + nights), strength=0.5, seed=seed, days=HABIT_DAYS + nights)
    gone, done, tries = world.is_lost | world.is_wrong, np.zeros(world.n, dtype=bool), np.zeros(world.n, dtype=int)
    for day in range(HABIT_DAYS + nights):
        date = pd.Timestamp(kit.START.replace(tzinfo=None)) + pd.Timedelta(days=day)
        by_plan = day >= HABIT_DAYS
        if date.weekday() >= 5 and not by_plan:
            continue
        who = np.flatnonzero((world.arrives < day) & ~done & (tries < MOST_TRIES) & (rng.random(world.n) < 0.6))
        is_random = by_plan & (rng.random(len(who)) < 0.1)
        hour = np.where(is_random, rng.integers(9, 21, len(who)), rng.choice(PLAN if by_plan else HABIT, len(who)))
        minute = rng.integers(0, 60, len(who))
        moved = 1.5 if moves_at is not None and day >= moves_at else 0.0
        said = (rng.random(len(who)) < chance(hour, minute, moved)) & ~gone[who]
        at = pd.DatetimeIndex(date + pd.to_timedelta(60 * hour + minute, unit="m"))
        rows.append(
            world.ring(who, at).assign(was_random=is_random, disposition=np.where(said, "ANSWERED", "NO_ANSWER"))
        )
        tries[who] += 1
        done[who[said]] = True
    return pd.concat(rows, ignore_index=True)


def report_of(kit, policy, log, *, night):
    as_of = kit.START + timedelta(days=HABIT_DAYS + night)
    known = log[log["called_at"] <= pd.Timestamp(as_of)]
    calls = clean_calls(known, as_of=as_of, hours=policy.call_hours)
    return calls, check_drift(calls, as_of=as_of, policy=policy)


@pytest.mark.parametrize("seed", [1, 2])
def test_hours_that_only_the_plan_rang_are_found_to_be_good_without_an_alarm(kit, policy, seed):
    log = log_of(kit, nights=14, seed=seed)
    for night in (3, 5, 7, 9, 12, 14):
        _, report = report_of(kit, policy, log, night=night)
        assert report.alarms == (), night
        assert report.move is None
        assert report.half_life_days == policy.learning.half_life_days


def test_a_day_that_moves_after_a_discovery_is_noticed(kit, policy):
    log = log_of(kit, nights=26, seed=1, moves_at=HABIT_DAYS + 14)
    reports = [report_of(kit, policy, log, night=night)[1] for night in (14, 18, 21)]
    assert reports[0].alarms == ()
    assert "later in the day" in " ".join(reports[-1].alarms + reports[-2].alarms)
