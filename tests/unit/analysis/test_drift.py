# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import clean_calls
from ringback.analysis.drift import check_drift
from ringback.analysis.moved import Move, move_calls


def planned_log(kit, world, *, moves_at=None, by_habit=False):
    """A month of calls at all hours (or at those of habit), then one by a plan.

    The plan rings the best hours, one window in ten is random. From the night ``moves_at`` on people's day lies 90 minutes later.
    """
    log = kit.habit_log(world, days=30, uniform=not by_habit)
    rung, parts = np.zeros(world.n, dtype=bool), [log]
    rung[log["candidate_id"].str[1:].astype(int)] = True
    for night in range(30, 60):
        if night == moves_at:
            world.free = (np.roll(world.free, 1, axis=2) + np.roll(world.free, 2, axis=2)) / 2
        who = np.flatnonzero((world.arrives < night) & ~rung)[:140]
        rung[who] = True
        is_random = world.rng.random(len(who)) < 0.1
        hour = np.where(is_random, world.rng.integers(9, 21, len(who)), world.rng.choice((18, 19), len(who)))
        day = pd.Timestamp("2026-06-01") + pd.Timedelta(days=night)
        at = pd.DatetimeIndex(day + pd.to_timedelta(60 * hour + world.rng.integers(0, 60, len(who)), unit="m"))
        parts.append(world.ring(who, at).assign(was_random=is_random))
    return pd.concat(parts, ignore_index=True)


@pytest.mark.parametrize("seed", [6, 8])
def test_a_day_that_moves_is_noticed_in_five_days_though_the_plan_rings_few_hours(kit, policy, seed):
    as_of = datetime(2026, 7, 31, tzinfo=UTC)
    reports = []
    for moves_at in (None, 55):
        world = kit.make_world(12_000, strength=1.0, seed=seed, days=60)
        calls = clean_calls(planned_log(kit, world, moves_at=moves_at), as_of=as_of, hours=policy.call_hours)
        reports.append((calls, check_drift(calls, as_of=as_of, policy=policy)))
    (_, calm), (calls, moved) = reports
    assert calm.alarms == ()
    assert calm.move is None
    assert "later in the day" in " ".join(moved.alarms)
    assert moved.move is not None
    assert 1 <= moved.move.by <= 2
    # calls before the move count at the hour at which they would be made now, the others stay
    counted = move_calls(calls, moved.move).frame
    before = calls.frame["called_at"] < moved.move.since
    later = calls.frame["called_at_local"] + pd.Timedelta(hours=moved.move.by)
    assert counted["hour"][before].equals(later.dt.hour[before].astype(counted["hour"].dtype))
    assert counted["hour"][~before].equals(calls.frame["hour"][~before].astype(counted["hour"].dtype))


def test_what_habit_rang_before_the_plan_is_not_held_against_it(kit, policy):
    world = kit.make_world(12_000, strength=1.0, seed=7, days=60)
    log = planned_log(kit, world, by_habit=True)
    for days in (6, 9):
        as_of = datetime(2026, 7, 1, tzinfo=UTC) + timedelta(days=days)
        known = log[log["called_at"] <= pd.Timestamp(as_of)]
        report = check_drift(clean_calls(known, as_of=as_of, hours=policy.call_hours), as_of=as_of, policy=policy)
        assert report.rate_random < report.rate_recommended
        assert report.trust_table
        assert "random windows" not in " ".join(report.alarms)


def test_a_move_is_the_same_after_the_register():
    move = Move(-1.5, pd.Timestamp("2026-07-24T01:00", tz="UTC"), 7.25)
    assert Move.from_json(move.as_json()) == move
    assert Move.from_json(None) is None
