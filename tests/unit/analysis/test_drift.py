# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import CleanCalls, clean_calls
from ringback.analysis.drift import check_drift
from ringback.analysis.forecast import forecast
from ringback.analysis.moved import LEAST_ODDS, Move, move_calls, move_odds


def planned_log(kit, world, *, moves_at=None, by_habit=False, turn=1):
    """A month of calls at all hours (or at those of habit), then one by a plan.

    The plan rings the best hours, one window in ten is random. From the night ``moves_at`` on people's day lies 90 minutes later,
    with ``turn`` -1 earlier.
    """
    log = kit.habit_log(world, days=30, uniform=not by_habit)
    rung, parts = np.zeros(world.n, dtype=bool), [log]
    rung[log["candidate_id"].str[1:].astype(int)] = True
    for night in range(30, 60):
        if night == moves_at:
            world.free = (np.roll(world.free, turn, axis=2) + np.roll(world.free, 2 * turn, axis=2)) / 2
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


def odds_of(calls, policy, *, as_of):
    half_life = policy.learning.half_life_days
    told = forecast(calls, as_of=as_of, policy=policy, half_life_days=half_life, days=14)
    return move_odds(calls, told.learned, policy=policy)


def calls_of(kit, policy, *, seed, strength, as_of, moves_at=None, turn=1):
    world = kit.make_world(8_000, strength=strength, seed=seed, days=60)
    log = planned_log(kit, world, moves_at=moves_at, by_habit=True, turn=turn)
    return clean_calls(log, as_of=as_of, hours=policy.call_hours)


@pytest.mark.parametrize("turn", [1, -1])
def test_the_day_is_noticed_to_move_either_way(kit, policy, turn):
    as_of = datetime(2026, 7, 31, tzinfo=UTC)
    odds = [
        odds_of(
            calls_of(kit, policy, seed=seed, strength=1.0, as_of=as_of, moves_at=46, turn=turn), policy, as_of=as_of
        )
        for seed in range(4)
    ]
    assert sum(each.recent >= LEAST_ODDS for each in odds) >= 2
    assert all(each.by * turn > 0 for each in odds if each.recent >= LEAST_ODDS)


def test_a_move_that_is_not_likely_enough_is_told_as_something_to_watch(kit, policy):
    """Four nights after it; nothing is changed by it, and calm logs say nothing of the kind."""
    as_of = datetime(2026, 7, 21, tzinfo=UTC)
    watched = 0
    for seed in (1, 2):
        for moves_at in (46, None):
            calls = calls_of(kit, policy, seed=seed, strength=1.0, as_of=as_of, moves_at=moves_at, turn=-1)
            report = check_drift(calls, as_of=as_of, policy=policy)
            told = " ".join(report.signs + report.alarms)
            assert ("earlier" in told) == (moves_at is not None)
            assert len(report.signs) == len(report.signs_zh)
            if report.signs:
                watched += 1
                assert report.alarms == ()
                assert (report.move, report.half_life_days) == (None, policy.learning.half_life_days)
    assert watched


def test_a_bet_on_a_move_wins_nothing_while_nobody_moves(kit, policy):
    as_of = datetime(2026, 7, 31, tzinfo=UTC)
    odds = []
    for seed, strength in enumerate((0.3, 1.0, 0.6)):
        calls = calls_of(kit, policy, seed=seed, strength=strength, as_of=as_of)
        odds.append(odds_of(calls, policy, as_of=as_of).recent)
        # neither do fewer answers at all hours alike, whatever hours are rung
        frame = calls.frame
        dropped = frame["is_answered"] & (frame["age_days"] < 8) & (frame["candidate"] % 6 == 0)
        frame = frame.assign(is_answered=frame["is_answered"] & ~dropped)
        odds.append(odds_of(CleanCalls(frame, calls.report), policy, as_of=as_of).recent)
    assert max(odds) < 3
    assert np.mean(odds) < 1.2  # 1 is expected of a fair bet


def test_what_was_rung_two_months_ago_says_of_the_hours_what_it_said_then(kit, policy):
    as_of = datetime(2026, 7, 31, tzinfo=UTC)
    calls = calls_of(kit, policy, seed=1, strength=1.0, as_of=as_of, moves_at=50)
    told = forecast(calls, as_of=as_of, policy=policy, half_life_days=policy.learning.half_life_days, days=14)
    memories = [
        policy.model_copy(update={"learning": policy.learning.model_copy(update={"half_life_days": days})})
        for days in (20, 60, 1000)
    ]
    short, whole, endless = (move_odds(calls, told.learned, policy=each) for each in memories)
    assert whole == endless
    assert whole.recent > short.recent


def test_where_hours_do_not_matter_nothing_is_said_of_a_move(kit, policy):
    as_of = datetime(2026, 7, 31, tzinfo=UTC)
    odds = odds_of(calls_of(kit, policy, seed=3, strength=0.0, as_of=as_of), policy, as_of=as_of)
    assert odds.gain < 1


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


@pytest.mark.parametrize("seed", [1, 2])
def test_hours_never_rung_before_raise_no_alarm_when_all_families_differ_from_the_table_there(kit, policy, seed):
    as_of = datetime(2026, 7, 16, tzinfo=UTC)
    log = kit.habit_log(kit.make_world(12_000, strength=1.0, seed=seed, days=45), days=45, uniform=True)
    calls = clean_calls(log, as_of=as_of, hours=policy.call_hours)
    kept = (calls.frame["age_days"] <= 14) | calls.frame["hour"].isin((9, 10, 11))
    mornings = CleanCalls(calls.frame[kept].reset_index(drop=True), calls.report)
    report = check_drift(mornings, as_of=as_of, policy=policy)
    assert report.alarms == ()


def test_a_move_is_the_same_after_the_register():
    move = Move(-1.5, pd.Timestamp("2026-07-24T01:00", tz="UTC"), 7.25)
    assert Move.from_json(move.as_json()) == move
    assert Move.from_json(None) is None
