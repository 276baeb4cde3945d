# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from scipy.special import expit

from ringback.analysis.calls import clean_calls
from ringback.analysis.rates import expected_answers, learn_rates
from ringback.analysis.shrinkage import fit_rate_table
from ringback.analysis.week import part_of_slot

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


def learned(world, policy, kit, log=None):
    log = kit.habit_log(world, days=45) if log is None else log
    calls = clean_calls(log, as_of=AS_OF, hours=policy.call_hours)
    return calls, learn_rates(calls, as_of=AS_OF, policy=policy)


def errors(world, rates, kit):
    mine = rates[rates["role_family"].isin(kit.ROLES)].set_index("role_family").loc[list(kit.ROLES)]
    truth = world.truth()
    shape = truth.shape
    inside = (mine["low"].to_numpy().reshape(shape) <= truth) & (truth <= mine["high"].to_numpy().reshape(shape))
    return mine["rate"].to_numpy().reshape(shape) - truth, inside.mean()


@pytest.mark.parametrize(("strength", "rmse"), [(1.0, 0.055), (0.5, 0.045), (0.15, 0.02), (0.0, 0.02)])
def test_rates_of_a_log_made_by_advice_are_near_the_truth(policy, kit, strength, rmse):
    world = kit.make_world(9000, strength=strength, seed=11)
    error, covered = errors(world, learned(world, policy, kit)[1].rates, kit)
    assert np.sqrt((error**2).mean()) <= rmse
    assert abs(error.mean()) <= 0.015
    assert covered >= 0.85


@pytest.mark.parametrize(("apart", "most"), [(0.0, 0.45), (0.1, 1.0), (0.4, 1.0)])
def test_families_are_told_apart_as_far_as_they_are_apart(policy, apart, most):
    """Errors of the levels against those of the bare shares: less than half where all are alike, never more."""
    part = part_of_slot(policy)
    errors = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        level = 0.27 * np.exp(apart * rng.normal(0, 1, 7))
        calls = rng.poisson(10, (7, *part.shape))
        answers = rng.binomial(calls, level[:, None, None])
        sides = (side.ravel().astype(float) for side in (calls, answers))
        rates = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate.reshape(7, -1).mean(axis=1)
        off = np.stack([rates - level, answers.sum(axis=(1, 2)) / calls.sum(axis=(1, 2)) - level])
        errors.append(((off - off.mean(axis=1, keepdims=True)) ** 2).mean(axis=1))
    mine, bare = np.sqrt(np.mean(errors, axis=0))
    assert mine <= most * bare  # 0.53 among alike families when they had to lie a point and a half apart


@pytest.mark.parametrize(("of_work", "most"), [(True, 0.06), (False, 0.10)])
def test_families_differ_at_weekends_as_far_as_the_calls_there_say(policy, of_work, most):
    """On weekdays each family has an hour of its own; at weekends, seldom rung, all are free alike, or have that hour still."""
    part, hours = part_of_slot(policy), np.arange(12)
    errors = []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        own = -1.8 + 2.2 * np.exp(-((hours - rng.uniform(0, 11, 7)[:, None]) ** 2) / 8)
        logits = np.repeat(own[:, None], 7, axis=1)
        if of_work:
            logits[:, 5:] = -1 + 0.6 * np.sin(hours / 3)
        rates, calls = expit(logits), rng.poisson(40, (7, *part.shape))
        for family in calls[:, 5:]:
            family[:] = np.where(np.isin(hours, rng.choice(12, 2, replace=False)), 40, 0)
        sides = (side.ravel().astype(float) for side in (calls, rng.binomial(calls, rates)))
        table = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate.reshape(rates.shape)
        errors.append(((table - rates)[:, 5:] ** 2).mean())
    assert np.sqrt(np.mean(errors)) <= most  # 0.09 among alike ones when hours of work were to hold at weekends


@pytest.mark.parametrize(("weekend_calls", "most"), [(8, 0.016), (2, 0.03)])
def test_hours_of_weekdays_are_not_those_of_weekends(policy, weekend_calls, most):
    """All families share an hour on weekdays; at weekends, seldom rung, no hour differs."""
    part, hours = part_of_slot(policy), np.arange(12)
    errors = []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        logits = np.full((7, *part.shape), -1.2)
        logits[:, :5] = -1.4 + 0.8 * np.exp(-((hours - rng.uniform(2, 10)) ** 2) / 4)
        calls = rng.poisson(30, logits.shape)
        calls[:, 5:] = rng.poisson(weekend_calls, calls[:, 5:].shape)
        sides = (side.ravel().astype(float) for side in (calls, rng.binomial(calls, expit(logits))))
        table = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate.reshape(logits.shape)
        errors.append(((table - expit(logits))[:, 5:] ** 2).mean())
    assert np.sqrt(np.mean(errors)) <= most  # 0.020 and 0.038 when the shared curve was as steep on all days


def test_single_hours_of_a_family_are_found(policy):
    """Two good hours and a bad one a family, on weekdays: what is a family's own changes from one hour to the next."""
    part = part_of_slot(policy)
    errors = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        logits = np.full((7, *part.shape), -1.3)
        for own in logits[:, :5]:
            best, second = rng.integers(0, 11, 2)
            own[:, best] += 0.8
            own[:, second] += 0.56
            own[:, (best + 6) % 12] -= 0.8
        calls = rng.poisson(50, logits.shape)
        sides = (side.ravel().astype(float) for side in (calls, rng.binomial(calls, expit(logits))))
        table = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate.reshape(logits.shape)
        errors.append(((table - expit(logits)) ** 2).mean())
    assert np.sqrt(np.mean(errors)) <= 0.0245  # 0.0257 when seven tenths of a curve went over hours


@pytest.mark.parametrize(("sundays", "rate", "least", "most"), [(1, 0.15, 0.27, 0.30), (40, 0.22, 0.215, 0.24)])
def test_a_day_hardly_rung_is_not_believed_to_differ(policy, sundays, rate, least, most):
    """All days are alike but for Sunday: some 84 calls with bad luck, or some thousands that say the same as others would."""
    part = part_of_slot(policy)
    calls = np.full((7, *part.shape), 30.0)
    calls[:, 6] = sundays
    answers = calls * 0.29
    answers[:, 6] = sundays * rate
    table = fit_rate_table(calls.ravel(), answers.ravel(), part, prior_rate=0.25, prior_calls=20)
    on_sunday = table.rate.reshape(calls.shape)[:, 6]
    assert least <= on_sunday.mean() <= most  # 0.23 when Saturday and Sunday alone told how far days lie apart


def test_a_level_far_from_the_expected_one_makes_no_hours(policy):
    part = part_of_slot(policy)
    errors = []
    for seed in range(8):
        rng = np.random.default_rng(seed)
        calls = rng.poisson(25, part.shape)
        sides = (side.ravel().astype(float) for side in (calls, rng.binomial(calls, 0.92)))
        rate = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate
        errors.append(rate - rate.mean())  # hours alone: so many calls leave the level itself open by .006
    assert np.sqrt(np.mean(np.square(errors))) <= 0.006  # 0.0079 when the curves had to make up for the level


@pytest.mark.parametrize(("late", "least", "most"), [(0.31, 0.015, 0.05), (0.26, -0.002, 0.002)])
def test_a_slight_evening_is_found_in_part_and_none_is_invented(policy, late, least, most):
    """Some 4 700 calls: 1.3 points of five when hours that do not matter were as likely beforehand as all others together."""
    part, found = part_of_slot(policy), []
    truth = np.full((7, *part.shape), 0.26)
    truth[:, :, -2:] = late
    for seed in range(8):
        rng = np.random.default_rng(seed)
        calls = rng.poisson(8, truth.shape)
        sides = (side.ravel().astype(float) for side in (calls, rng.binomial(calls, truth)))
        rates = fit_rate_table(*sides, part, prior_rate=0.25, prior_calls=20).rate.reshape(truth.shape)
        found.append(rates[:, :, -2:].mean() - rates[:, :, :-3].mean())
    assert least <= np.mean(found) <= most


@pytest.mark.parametrize("seed", [31, 32])
def test_hours_that_nobody_tried_are_told_as_unknown(policy, kit, seed):
    """Recruiters who ring in working hours only: the evening may be anything, and the intervals must say so."""
    world = kit.make_world(9000, strength=0.5, seed=seed)
    rates = learned(world, policy, kit, kit.habit_log(world, days=45, evening_after=99, stray=0))[1].rates
    assert errors(world, rates, kit)[1] >= 0.85
    width = (rates["high"] - rates["low"]).where(rates["role_family"] == "sales")
    assert width[rates["n_calls"] == 0].mean() > 1.5 * width[rates["n_calls"] > 0].mean()


def test_the_late_hour_is_not_blamed_for_hard_people(policy, kit):
    world = kit.make_world(9000, strength=0.0, seed=5)
    calls, found = learned(world, policy, kit)
    evening = calls.frame["hour"].isin([18, 19]) & calls.frame["is_counted"]
    raw = calls.frame.loc[evening, "is_answered"].mean()
    mine = found.rates[found.rates["hour"].isin([18, 19]) & found.rates["role_family"].isin(kit.ROLES)]["rate"].mean()
    assert world.truth().mean() - raw > 0.08
    assert abs(mine - world.truth().mean()) < 0.02


def test_no_effect_of_the_hour_is_said_so(policy, kit):
    usable = [learned(kit.make_world(6000, strength=0.0, seed=seed), policy, kit)[1].differences for seed in (21, 22)]
    assert all(frame.set_index("role_family").loc[list(kit.ROLES), "is_usable"].sum() <= 2 for frame in usable)
    assert usable[0]["verdict"].str.contains("no usable difference").sum() >= 5
    told = usable[0].loc[~usable[0]["is_usable"]].iloc[0]
    chance, n_calls = f"{told['p_usable']:.0%}", told["n_calls"]
    said = (
        f"ring at any hour (3 more answers in 100 calls at the best one: {chance} likely, 80% needed; {n_calls} calls)"
    )
    assert said in told["verdict"]
    assert f"每百通多接通 3 通的把握 {chance}，要到 80% 才算数；{n_calls} 通）" in told["verdict_zh"]


def test_a_strong_effect_is_found(policy, kit):
    found = learned(kit.make_world(9000, strength=1.0, seed=3), policy, kit)[1].differences
    assert found.set_index("role_family").loc[list(kit.ROLES), "is_usable"].sum() >= 5


def test_without_calls_the_table_is_flat_and_says_so(policy, kit):
    world = kit.make_world(50, strength=1.0, seed=1)
    log = kit.habit_log(world, days=45).iloc[:0]
    found = learned(world, policy, kit, log)[1].rates
    assert (found["rate"] == found["rate"].iloc[0]).all()
    assert found["rate"].iloc[0] == pytest.approx(policy.learning.cold_start_rate)
    assert set(found["borrowed_from"]) == {"all"}
    assert len(found) == len(policy.roles.families) * 7 * 12


def test_counts_are_real_and_intervals_hold_the_rate(policy, kit):
    calls, found = learned(kit.make_world(3000, strength=0.5, seed=7), policy, kit)
    in_hours = calls.frame["hour"].between(9, 20) & calls.frame["is_counted"].astype(bool)
    assert found.rates["n_calls"].sum() == in_hours.sum()
    assert (found.rates["low"] <= found.rates["rate"]).all()
    assert (found.rates["rate"] <= found.rates["high"]).all()


def test_what_later_calls_are_expected_to_bring_adds_up(policy, kit):
    calls, found = learned(kit.make_world(6000, strength=0.5, seed=9), policy, kit)
    p = expected_answers(calls, found, policy=policy)
    by_try = (
        calls.frame.loc[p.index].assign(p=p).groupby("try_number").agg(seen=("is_answered", "mean"), p=("p", "mean"))
    )
    assert (by_try["seen"].astype(float) - by_try["p"]).abs().max() < 0.035


def test_a_family_nobody_knows_gets_its_own_rows(policy, kit):
    calls = clean_calls(
        kit.habit_log(kit.make_world(200, strength=0.5, seed=2), days=45), as_of=AS_OF, hours=policy.call_hours
    )
    found = learn_rates(calls, as_of=AS_OF, policy=policy, families=["astronaut"]).rates
    assert (found["role_family"] == "astronaut").sum() == 7 * 12


def test_a_thirteenth_try_counts_even_when_nobodys_twelfth_does(policy):
    at = pd.date_range("2026-06-01 02:00", periods=14, freq="D", tz="UTC")
    log = pd.DataFrame(
        {
            "candidate_id": "c1",
            "role_family": "sales",
            "source": "zhaopin",
            "timezone": "Asia/Shanghai",
            "called_at": at,
            "disposition": ["NO_ANSWER"] * 11 + ["UNKNOWN"] + ["NO_ANSWER"] * 2,
        }
    )
    calls = clean_calls(log, as_of=AS_OF, hours=policy.call_hours)
    rates = learn_rates(calls, as_of=AS_OF, policy=policy).rates
    assert rates["rate"].between(0, 1).all()
    assert rates["n_calls"].sum() == 13


def alike(who, hour):
    """All people answer three of ten at any hour: a miss says nothing of the next call."""
    return np.full(len(who), 0.3)


def of_own_hours(who, hour):
    """Some are free in the evening and some by day: a miss says little of a call in the other part of the day."""
    return np.where((who % 2 == 0) == (hour >= 17), 0.54, 0.06)


def called(seed, chance, *, n_people=2000):
    """Calls to people who answer by ``chance`` (who, hour), up to five each."""
    rng = np.random.default_rng(seed)
    begins, hours = rng.integers(0, 36, n_people), np.array([9, 10, 10, 11, 12, 14, 15, 15, 16, 17, 18, 19])
    who, tries = np.arange(n_people), []
    for number in range(5):
        hour = rng.choice(hours, len(who))
        minute = (begins[who] + number) * 1440 + hour * 60 + rng.integers(0, 60, len(who))
        answered = rng.random(len(who)) < chance(who, hour)
        tries.append(pd.DataFrame({"who": who, "minute": minute, "answered": answered}))
        who = who[~answered]
    log = pd.concat(tries, ignore_index=True)
    return pd.DataFrame(
        {
            "candidate_id": "c" + log["who"].astype("str"),
            "role_family": pd.Series(["sales", "technology", "finance"])[log["who"] % 3].to_numpy(),
            "source": "zhaopin",
            "timezone": "UTC",
            "called_at": pd.Timestamp("2026-06-01", tz="UTC") + pd.to_timedelta(log["minute"], unit="m"),
            "disposition": np.where(log["answered"], "ANSWERED", "NO_ANSWER"),
        }
    ).astype({"candidate_id": "str"})


@pytest.mark.parametrize("seed", [1, 2])
def test_where_all_people_are_alike_later_calls_are_worth_first_ones(policy, seed):
    """A table that expects a falling off which is not there puts first calls five points too high."""
    calls = clean_calls(called(seed, alike), as_of=AS_OF, hours=policy.call_hours)
    rates = learn_rates(calls, as_of=AS_OF, policy=policy).rates
    rung = rates[rates["n_calls"] > 0]
    assert abs(rung["rate"].mean() - 0.3) <= 0.025


@pytest.mark.parametrize("seed", [1, 2])
def test_who_misses_in_the_evening_may_still_be_free_by_day(policy, seed):
    calls = clean_calls(called(seed, of_own_hours), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    rung = learned.rates[learned.rates["n_calls"] > 0]
    assert learned.falling_off.own_variance > learned.falling_off.variance
    assert abs(rung["rate"].mean() - 0.3) <= 0.025


def of_many_moods(seed):
    """People who differ as most do, at all hours and in each part of the day."""
    rng = np.random.default_rng([seed, 3])
    ready, part = rng.normal(0, np.sqrt(0.5), 2000), rng.normal(0, np.sqrt(0.2), (2000, 2))
    return lambda who, hour: expit(-0.9 + ready[who] + part[who, (hour >= 17).astype(int)])


def test_logs_of_the_same_kind_of_people_tell_the_same_of_how_they_differ(policy):
    """The level of all hours follows from it: with the one log people seemed much alike, with the other much unlike."""
    found = []
    for seed in (4, 6, 8):
        calls = clean_calls(called(seed, of_many_moods(seed)), as_of=AS_OF, hours=policy.call_hours)
        found.append(learn_rates(calls, as_of=AS_OF, policy=policy).falling_off.variance)
    assert max(found) <= 2 * min(found)  # 0.67 and 0.13 when a few thousand calls decided it alone


def acquaintances(seed):
    """Calls among people who know each other: the same person again and again, nine of ten answered, a miss tried again."""
    rng = np.random.default_rng(seed)
    ready, often = np.clip(rng.beta(6.3, 0.7, 700), 0.05, 0.99), rng.gamma(0.35, 1, 700)
    rows = []
    while len(rows) < 3600:
        who, at = rng.choice(700, p=often / often.sum()), rng.integers(0, 28) * 1440 + int(rng.uniform(540, 1260))
        chance = ready[who]
        for _ in range(5):
            answered = rng.random() < chance
            rows.append((at, who, answered))
            if answered or rng.random() > 0.6:
                break
            at, chance = at + int(rng.choice((2, 10, 90, 300))), 0.65
    frame = pd.DataFrame(sorted(rows), columns=["minute", "who", "answered"])
    at = pd.Timestamp("2026-06-01", tz="UTC") + pd.to_timedelta(frame["minute"], unit="m")
    word = frame["answered"].map({True: "ANSWERED", False: "NO_ANSWER"}).astype("str")
    who = frame["who"].astype("str")
    return pd.DataFrame({"candidate_id": who, "called_at": at, "disposition": word}).assign(
        role_family="other", source="x", timezone="UTC"
    )


def test_people_who_are_rung_again_and_again_leave_the_level_where_it_is(policy):
    """A first call is answered by nine of ten, any call by 88 of a hundred: the table must not be far from either."""
    levels, losses = [], []
    for seed in range(6):
        log = acquaintances(seed)
        known, later = log.iloc[:2160], log.iloc[2160:]
        as_of = known["called_at"].iloc[-1].to_pydatetime()
        calls = clean_calls(known, as_of=as_of, hours=policy.call_hours)
        rates = learn_rates(calls, as_of=as_of, policy=policy).rates
        table = rates[rates["role_family"] == "other"].set_index(["weekday", "hour"])["rate"]
        later = later[later["called_at"].dt.hour.between(9, 20)]
        p = table.reindex(pd.MultiIndex.from_arrays([later["called_at"].dt.day_of_week, later["called_at"].dt.hour]))
        answered, overall = later["disposition"].eq("ANSWERED").to_numpy(), known["disposition"].eq("ANSWERED").mean()
        loss = [-np.log(np.where(answered, chance, 1 - chance)).mean() for chance in (p.to_numpy(), overall)]
        levels.append(table.mean())
        losses.append(loss[0] - loss[1])
    assert np.mean(losses) < 0.0014  # it is .0011; .003 when all who have answered before had a level of their own
    assert abs(np.mean(levels) - 0.9) < 0.01


def test_who_is_rung_again_after_an_answer_puts_first_calls_no_higher(policy):
    """Whatever they answer, people are rung ten times: six of ten calls are answered, first ones too."""
    levels = []
    for seed in range(4):
        rng = np.random.default_rng(seed)
        who, number = np.repeat(np.arange(500), 10), np.tile(np.arange(10), 500)
        ready = expit(0.42 + 0.6 * rng.normal(0, 1, 500))
        minute = (rng.integers(0, 30, 500)[who] + number) * 1440 + rng.integers(540, 1260, len(who))
        log = pd.DataFrame({"candidate_id": who, "disposition": rng.random(len(who)) < ready[who]})
        log = log.assign(
            candidate_id=log["candidate_id"].astype("str"),
            disposition=np.where(log["disposition"], "ANSWERED", "NO_ANSWER"),
            called_at=pd.Timestamp("2026-06-01", tz="UTC") + pd.to_timedelta(minute, unit="m"),
            role_family="other",
            source="x",
            timezone="UTC",
        )
        rates = learn_rates(clean_calls(log, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy).rates
        levels.append(rates.loc[rates["role_family"] == "other", "rate"].mean() - ready.mean())
    assert abs(np.mean(levels)) < 0.015  # .03 and more when misses told of their people and answers did not
