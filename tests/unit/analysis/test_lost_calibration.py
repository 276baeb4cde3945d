# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
"""Are the chances of being lost true, and as sharp as they can be? Held against who knows how the world was made."""

from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest
from scipy.stats import poisson

from ringback.analysis.calls import clean_calls
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.analysis.rates import learn_rates

WEEK = datetime(2026, 6, 9, tzinfo=UTC)
AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


def silent_week_old(world, given):
    ended = (
        given[1].frame.loc[given[1].frame["disposition"] != "NO_ANSWER", "candidate_id"].str[1:].astype(int).unique()
    )
    silent = np.ones(world.n, dtype=bool)
    silent[ended] = False
    return silent & (world.arrives >= 33) & (world.arrives < 40)


def calibration_error(happened, p, parts=10):
    order = np.array_split(np.argsort(p, kind="stable"), parts)
    return sum(abs(p[part].sum() - happened[part].sum()) for part in order) / len(p)


def root_mean_square(gaps):
    return np.sqrt(np.mean(np.square(gaps)))


def capped(mean, count, most):
    return np.where(count < most, poisson.pmf(count, mean), poisson.sf(most - 1, mean))


def chance_of_one_who_knows(world, kit, given, lost_share=0.22, n_peers=100):
    """P(lost) from the calls and the behaviour for somebody who knows every law of the world, but no person: nobody can do better."""
    calls = given[1].frame
    calls = calls[calls["is_counted"].astype(bool) | calls["is_wrong"].astype(bool)]
    who, hour = calls["candidate_id"].str[1:].astype(int).to_numpy(), calls["hour"].to_numpy()
    weekend = (calls["weekday"].to_numpy() >= 5).astype(int)
    missed = np.zeros((world.n, n_peers))
    for role in range(len(kit.ROLES)):
        mine, peers = world.role[who] == role, np.flatnonzero(world.role == role)[:n_peers]
        np.add.at(missed, who[mine], np.log1p(-world.free[peers[:, None], weekend[mine], hour[mine]]).T)
    live = capped(1.0, world.views, 4) * capped(0.25, world.replies, 2)
    lost = capped(0.25, world.views, 4) * capped(0.03, world.replies, 2)
    wrong = np.array(kit.WRONG_SHARE)[world.source]
    unnoticed = (1 - kit.DETECTION) ** np.bincount(who, minlength=world.n)
    as_lost, as_live = lost_share * lost, (1 - lost_share) * live
    chance = wrong * unnoticed * (as_lost + as_live) + (1 - wrong) * (as_lost + as_live * np.exp(missed).mean(axis=1))
    return (1 - wrong) * as_lost / chance


def test_the_chances_are_calibrated_and_as_sharp_as_they_can_be(policy, kit):
    """The mean of one world has a standard error of three points: half the luck of 650 people, half what was learned from it."""
    happened, told = [], []
    for seed in (11, 12, 13, 14):
        world, given, _, scores = kit.world_scored(policy, seed)
        some = silent_week_old(world, given)
        lost, p = (world.is_lost & ~world.is_wrong)[some], scores["p_lost"].to_numpy()[some]
        best = chance_of_one_who_knows(world, kit, given)[some]
        assert kit.area_under_curve(lost, p) >= kit.area_under_curve(lost, best) - 0.01
        assert root_mean_square(p - lost) <= root_mean_square(best - lost) + 0.02
        happened.append(lost)
        told.append(p)
    lost, p = np.concatenate(happened), np.concatenate(told)
    assert abs(p.mean() - lost.mean()) <= 0.04
    assert calibration_error(lost, p) <= 0.06


def test_who_went_before_the_days_that_are_watched_has_gone_too(policy, kit):
    """After ten weeks, if only the last thirty days of behaviour are looked at; the hazard ran from the first day on."""
    policy = policy.model_copy(update={"lost": policy.lost.model_copy(update={"behaviour_days": 30})})
    world, went, log, events = a_week_of_calls(kit, seed=7, hazard=0.01, days=70)
    later = WEEK + timedelta(days=63)
    model, scores, silent, _ = judged_after_a_week(policy, world, log, events, as_of=later)
    assert 0.005 <= model.daily_hazard <= 0.02
    lost, p = ((went <= 70) & ~world.is_wrong)[silent], scores["p_lost"].to_numpy()[silent]
    assert abs(p.mean() - lost.mean()) <= 0.05


def rung_on_for_early_signs(kit, seed, days):
    """A cohort of one day: all are rung in the first week, afterwards only those who did something in it."""
    world = kit.make_world(6000, strength=0.3, seed=seed, days=1, lost_share=0.35)
    rng = np.random.default_rng(seed)
    went = np.where(world.is_lost, 0.0, rng.exponential(250, world.n))
    who = np.repeat(np.arange(world.n), rng.poisson(rng.gamma(1.5, 4.0, world.n)))
    day = np.where(rng.random(len(who)) < 0.65, rng.exponential(4, len(who)), rng.random(len(who)) * 60) + 1
    kept = (day < days) & ((day < went[who]) | (rng.random(len(who)) < 0.2))
    at = pd.to_datetime(kit.START) + pd.to_timedelta(day[kept], unit="D")
    names = np.char.add("c", who[kept].astype(str))
    events = pd.DataFrame({"candidate_id": names, "at": at, "event": "jd_view", "machine": False})
    is_active = np.bincount(who[kept][day[kept] < 8], minlength=world.n) > 0
    done, rows = np.zeros(world.n, dtype=bool), []
    for called_on in (1, 2, 4, 7, 9, 15, 21, 28, 35, 42):
        rung = np.flatnonzero(~done & ((called_on < 8) | is_active))
        begun = pd.Timestamp(kit.START.replace(tzinfo=None)) + pd.Timedelta(days=called_on)
        log = world.ring(rung, pd.DatetimeIndex(begun + pd.to_timedelta(rng.integers(9, 20, len(rung)), unit="h")))
        is_late = (log["disposition"] == "ANSWERED").to_numpy() & (went[rung] <= called_on)
        rows.append(log.assign(disposition=log["disposition"].mask(is_late, "NO_ANSWER")))
        done[rung[(rows[-1]["disposition"] != "NO_ANSWER").to_numpy()]] = True
    return world, went, pd.concat(rows, ignore_index=True), events.astype({"candidate_id": "str", "event": "str"})


def test_who_is_rung_on_for_early_signs_of_life_is_judged_by_them_too(policy, kit):
    """Out of sight, the signs that decided who was rung again would make those calls look as if they were made to anybody."""
    gaps = []
    for seed in (41, 42):
        world, went, log, events = rung_on_for_early_signs(kit, seed, days=50)
        as_of = kit.START + timedelta(days=50)
        _, scores, silent, _ = judged_after_a_week(policy, world, log, events, as_of=as_of)
        lost = (went <= 50) & ~world.is_wrong
        gaps.append(scores["p_lost"].to_numpy()[silent].mean() - lost[silent].mean())
    assert abs(np.mean(gaps)) <= 0.04  # 0.11 too few when the last thirty days alone were looked at


def test_people_who_differ_in_how_active_they_are_do_not_upset_the_chances(policy, kit):
    world = kit.make_world(6000, strength=0.3, seed=22)
    activity = world.rng.gamma(1.2, 1 / 1.2, world.n)
    world.views = np.minimum(world.rng.poisson(activity * np.where(world.is_lost, 0.75, 2.5)), 9)
    world.replies = world.rng.poisson(activity * np.where(world.is_lost, 0.3, 1.0))
    calls = clean_calls(kit.habit_log(world, days=45), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    given = (world.candidates(), calls, world.events(), learned.rates)
    model = fit_lost_model(*given, as_of=AS_OF, policy=policy, dead_share=learned.dead_share)
    scores = score_lost(model, *given, as_of=AS_OF, policy=policy)
    some = silent_week_old(world, given)
    lost, p = (world.is_lost & ~world.is_wrong)[some], scores["p_lost"].to_numpy()[some]
    assert abs(p.mean() - lost.mean()) <= 0.06
    assert calibration_error(lost, p) <= 0.08  # 0.17 when all are taken to be alike


def a_week_of_calls(kit, *, seed, hazard=0.0, strength=0.3, readiness=1.0, activity=8.0, days=8, looking=0.0):
    """A cohort of one day, rung for a week by habit: the live do much for ``days``, the lost (at first or since) next to nothing.

    ``looking`` is the share of people who go on as before when they are lost, half as often.
    """
    world = kit.make_world(3000, strength=strength, seed=seed, days=1, lost_share=0.12)
    rng = np.random.default_rng(seed)
    ready = rng.beta(readiness, 2 * readiness, world.n)  # live people differ: by default much
    world.free *= 1.5 * ready[:, None, None]
    went = np.where(world.is_lost, 0.0, rng.exponential(1 / max(hazard, 1e-9), world.n))
    n_events = rng.poisson(rng.gamma(4.0, activity * days / 32, world.n))
    who = np.repeat(np.arange(world.n), n_events)
    day = rng.random(len(who)) * days
    still = np.where(np.random.default_rng(seed + 1).random(world.n) < looking, 0.5, 0.02)
    kept = (day < went[who]) | (rng.random(len(who)) < still[who])
    kinds = rng.choice(["jd_view", "mail_open", "mail_reply", "app_login"], len(who), p=[0.4, 0.3, 0.1, 0.2])
    events = pd.DataFrame(
        {
            "candidate_id": np.char.add("c", who[kept].astype(str)),
            "at": pd.to_datetime(kit.START) + pd.to_timedelta(day[kept], unit="D"),
            "event": kinds[kept],
            "machine": False,
        }
    ).astype({"candidate_id": "str", "event": "str"})
    log = kit.habit_log(world, days=8)
    who = log["candidate_id"].str[1:].astype(int).to_numpy()
    rung = (log["called_at"] - pd.Timestamp(kit.START)) / pd.Timedelta(days=1)
    missed = (rung.to_numpy() > went[who]) & (log["disposition"] == "ANSWERED").to_numpy()
    return world, went, log.assign(disposition=log["disposition"].mask(missed, "NO_ANSWER")), events


def judged_after_a_week(policy, world, log, events, *, as_of=WEEK):
    calls = clean_calls(log, as_of=as_of, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=as_of, policy=policy)
    given = (world.candidates(), calls, events, learned.rates)
    model = fit_lost_model(*given, as_of=as_of, policy=policy, dead_share=learned.dead_share)
    scores = score_lost(model, *given, as_of=as_of, policy=policy)
    silent = ~scores["candidate_id"].isin(log.loc[log["disposition"] != "NO_ANSWER", "candidate_id"]).to_numpy()
    return model, scores, silent, given


def test_a_fit_does_not_stop_where_nobody_is_lost(policy, kit):
    world, went, log, events = a_week_of_calls(kit, seed=6)
    _, scores, silent, _ = judged_after_a_week(policy, world, log, events)
    lost, p = ((went <= 0) & ~world.is_wrong)[silent], scores["p_lost"].to_numpy()[silent]
    assert abs(p.mean() - lost.mean()) <= 0.04  # 0.3 too many from the prior alone
    assert kit.area_under_curve(lost, p) >= 0.95


@pytest.mark.parametrize("looking", [0.0, 0.35])
def test_signs_of_life_are_as_good_a_proof_as_the_lost_let_them_be(policy, kit, looking):
    """Where a third of the lost look around still, many who gave a sign of life and do not answer are lost; else hardly any."""
    happened, told = [], []
    for seed in (51, 52):
        world, went, log, events = a_week_of_calls(
            kit, seed=seed, hazard=0.004, readiness=8.0, activity=4.0, looking=looking
        )
        _, scores, silent, _ = judged_after_a_week(policy, world, log, events)
        seen = silent & scores["candidate_id"].isin(events["candidate_id"]).to_numpy()
        happened.append(((went <= 7) & ~world.is_wrong)[seen])
        told.append(scores["p_lost"].to_numpy()[seen])
    lost, p = np.concatenate(happened), np.concatenate(told)
    assert abs(p.mean() - lost.mean()) <= 0.03  # 0.034 too few in the second case when all the lost fell silent
    assert calibration_error(lost, p) <= 0.046


def test_who_stopped_within_a_week_is_told_from_who_did_not(policy, kit):
    world, went, log, events = a_week_of_calls(kit, seed=6, hazard=0.02)
    _, scores, silent, _ = judged_after_a_week(policy, world, log, events)
    since = (silent & (went > 0) & ~world.is_wrong).nonzero()[0]
    gone, p = went[since] <= 7, scores["p_lost"].to_numpy()[since]
    assert kit.area_under_curve(gone, p) >= 0.85


@pytest.mark.parametrize("seed", [6, 7])
@pytest.mark.parametrize(("hazard", "least", "most"), [(0.0, 0.0, 0.004), (0.02, 0.0135, 0.03)])
def test_how_many_go_is_learned_from_what_people_cease_to_do(policy, kit, seed, hazard, least, most):
    world, went, log, events = a_week_of_calls(kit, seed=seed, hazard=hazard)
    model, scores, silent, _ = judged_after_a_week(policy, world, log, events)
    assert least <= model.daily_hazard <= most  # what some of the lost go on doing is taken for life: 0.0139 of 0.02
    lost, p = ((went <= 7) & ~world.is_wrong)[silent], scores["p_lost"].to_numpy()[silent]
    assert abs(p.mean() - lost.mean()) <= 0.04  # 0.05 too few when 0.4 % a day was taken for granted
    assert calibration_error(lost, p) <= 0.06


def test_who_has_been_quiet_since_long_is_likelier_lost_than_who_was_seen_last(policy, kit):
    world, _, log, events = a_week_of_calls(kit, seed=6, hazard=0.02)
    model, _, _, given = judged_after_a_week(policy, world, log, events)
    came = pd.Timestamp(kit.START)
    calls = pd.DataFrame(
        {
            "candidate_id": ["early", "late"] * 3,
            "role_family": "sales",
            "source": "liepin",
            "timezone": "UTC",
            "called_at": [came + pd.Timedelta(days=day, hours=10) for day in (2, 2, 4, 4, 6, 6)],
            "disposition": "NO_ANSWER",
        }
    )
    people = given[0].head(2).assign(candidate_id=["early", "late"], role_family="sales", source="liepin")
    signs = pd.DataFrame(
        {
            "candidate_id": ["early", "late"],
            "at": [came + pd.Timedelta(days=1), came + pd.Timedelta(days=7)],
            "event": "jd_view",
            "machine": False,
        }
    )
    calls = clean_calls(calls, as_of=WEEK, hours=policy.call_hours)
    early, late = score_lost(model, people, calls, signs, given[3], as_of=WEEK, policy=policy)["p_lost"]
    assert early > late + 0.03  # the same counts: both were taken to be lost from the start or not at all


@pytest.mark.parametrize(
    ("seed", "strength", "readiness", "most"),
    [(6, 1.0, 4.0, 0.05), (7, 1.0, 4.0, 0.05), (8, 0.0, 60.0, 0.03), (9, 0.0, 60.0, 0.03)],
)
def test_a_series_of_calls_is_missed_as_often_as_said_whatever_the_best_hours_are(
    policy, kit, seed, strength, readiness, most
):
    world, went, log, events = a_week_of_calls(kit, seed=seed, hazard=0.005, strength=strength, readiness=readiness)
    _, scores, silent, _ = judged_after_a_week(policy, world, log, events)
    by_hour = 1 - world.free[:, 0, 9:21]
    series = by_hour.reshape(world.n, 6, 2).mean(axis=2).prod(axis=1)
    missed, p = np.where((went <= 7) | world.is_wrong, 1.0, series)[silent], scores["p_miss"].to_numpy()[silent]
    # 0.08 to 0.14 too many when four calls were asked about; 0.035 and 0.045 in the last two when the next tries passed for first ones.
    # Where hours matter, the six calls lie at hours that a week by habit hardly rang: over six logs -0.04 to 0.10 is what such a log
    # leaves open. So the first two stand for four calls against six alone; where hours do not matter the limit is what is known.
    assert abs(p.mean() - missed.mean()) <= most
    assert root_mean_square(p - missed) <= 0.81 * missed.std()  # 0.78 and 0.80 where hours matter


def test_one_sign_of_life_tells_much_where_the_lost_give_none(policy, kit):
    """Live people do one or two things a week, lost ones a fiftieth of that; a narrow prior would take it for half."""
    happened, told = [], []
    for seed in (8, 9, 10):
        world, went, log, events = a_week_of_calls(kit, seed=seed, hazard=0.004, readiness=4.0, activity=1.8)
        _, scores, silent, _ = judged_after_a_week(policy, world, log, events)
        happened.append(((went <= 7) & ~world.is_wrong)[silent])
        told.append(scores["p_lost"].to_numpy()[silent])
    lost, p = np.concatenate(happened), np.concatenate(told)
    assert abs(p.mean() - lost.mean()) <= 0.04
    assert calibration_error(lost, p) <= 0.045


def test_what_the_lost_leave_undone_is_not_taken_for_fading(policy, kit):
    """Live people do less and less, the lost nothing: a curve of both fades too quickly, and who is silent passes for live."""
    gaps, active = [], []
    for seed in (31, 32):
        world = kit.make_world(6000, strength=0.5, seed=seed, lost_share=0.35)
        rng, until = np.random.default_rng(seed), (AS_OF - kit.START) / timedelta(days=1)
        who = np.repeat(np.arange(world.n), rng.poisson(world.rng.gamma(2.0, 5.0, world.n)))
        age = rng.random(len(who)) * 60
        kept = (rng.random(len(who)) < (np.exp(-age / 10) + 0.12) / 1.12) & (world.arrives[who] + age < until)
        kept &= ~world.is_lost[who]
        events = pd.DataFrame(
            {
                "candidate_id": np.char.add("c", who[kept].astype(str)),
                "at": pd.to_datetime(kit.START) + pd.to_timedelta((world.arrives[who] + age)[kept], unit="D"),
                "event": rng.choice(["jd_view", "mail_open", "mail_reply", "app_login"], int(kept.sum())),
                "machine": False,
            }
        ).astype({"candidate_id": "str", "event": "str"})
        model, scores, silent, _ = judged_after_a_week(
            policy, world, kit.habit_log(world, days=45), events, as_of=AS_OF
        )
        lost, p = (world.is_lost & ~world.is_wrong)[silent], scores["p_lost"].to_numpy()[silent]
        gaps.append(p.mean() - lost.mean())
        active.append(np.exp(np.array(model.theta)[model.layout.active]).mean())
    assert abs(np.mean(gaps)) <= 0.03
    assert np.mean(active) <= 1.03  # what live people do against their own curve: 1.07 when it was asked once
