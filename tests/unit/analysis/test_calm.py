# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from dataclasses import replace
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from scipy.special import logit

from ringback.analysis.calls import clean_calls
from ringback.analysis.drift import check_drift
from ringback.analysis.forecast import forecast
from ringback.analysis.misfit import misfit, on_surface, same_level

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


def days_ago(log):
    return (pd.Timestamp(AS_OF) - log["called_at"]).dt.total_seconds() / 86_400


def by_plan(log, *, since, seed=1):
    """The log with a random window in ten since so many days ago: from then on it is one by plan."""
    drawn = np.random.default_rng(seed).random(len(log)) < 0.1
    return log.assign(was_random=drawn & (days_ago(log) <= since))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_plan_that_has_used_up_the_people_who_answer_raises_no_alarm(kit, policy, seed):
    world = kit.make_world(9_000, strength=0.6, seed=seed)
    log = by_plan(kit.habit_log(world, days=45, uniform=True), since=31, seed=seed)
    gone = (world.is_lost | world.is_wrong)[log["candidate_id"].str[1:].astype(int)]
    # at first it rings those who show signs of life and leaves out most of the lost; later there is nobody else left
    spared = gone & days_ago(log).between(14, 31) & (world.rng.random(len(log)) < 0.6)
    report = check_drift(clean_calls(log[~spared], as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    assert report.alarms == ()
    assert report.half_life_days == policy.learning.half_life_days


def told_of(kit, policy, *, had_weekends=True):
    log = by_plan(kit.habit_log(kit.make_world(9_000, strength=0.6, seed=4), days=45, uniform=True), since=40)
    is_weekend = log["called_at"].dt.day_of_week >= 5
    log = log[~is_weekend | had_weekends | (days_ago(log) <= 14)]
    calls = clean_calls(log, as_of=AS_OF, hours=policy.call_hours)
    return forecast(calls, as_of=AS_OF, policy=policy, half_life_days=90, days=14)


def test_a_level_of_weekends_or_of_all_hours_is_no_misfit_and_other_hours_are(kit, policy):
    told = told_of(kit, policy)
    p, hour = told.p.to_numpy(), told.rows["hour"].to_numpy()
    weekend = told.rows["weekday"].to_numpy() >= 5
    assert misfit(replace(told, answered=p * np.where(weekend, 1.5, 0.9)), days=14)[0] < 0
    size, excess = misfit(replace(told, answered=p * np.where(hour < 13, 1.3, 0.8)), days=14)
    assert size > 4
    assert excess > 0.12


def test_hours_of_weekends_never_rung_are_doubted_together(kit, policy):
    told = told_of(kit, policy, had_weekends=False)
    cov = told.learned.table.doubts.over_points(on_surface(told, told.doubt))
    sd = np.sqrt(np.diagonal(cov))
    alike = cov / np.outer(sd, sd)
    n_hours = len(sd) // 2
    assert np.allclose(cov, cov.T)
    assert np.linalg.eigvalsh(cov).min() > -1e-9
    assert alike[n_hours + 5, n_hours + 6] > 0.5  # two hours of weekend afternoons
    assert abs(alike[n_hours + 5, 5]) < 0.5  # the same hour of workdays, which were rung


def test_the_level_of_chances_can_be_set_right():
    p, answered = np.array([0.1, 0.3, 0.5, 0.2]), np.array([1.0, 0.0, 1.0, 0.0])
    level = same_level(p, answered)
    assert level.sum() == pytest.approx(2)
    away = logit(level) - logit(p)
    assert np.allclose(away, away[0])
    assert np.isfinite(same_level(p, np.zeros(4))).all()
