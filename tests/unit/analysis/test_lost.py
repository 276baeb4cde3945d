# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
import json
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest
from scipy.stats import rankdata

from ringback.analysis.behaviour import activity_by_age
from ringback.analysis.calls import clean_calls
from ringback.analysis.episodes import Setting, first_episodes
from ringback.analysis.frames import CANDIDATES, CANDIDATES_OPTIONAL, SCORES, check_frame
from ringback.analysis.likelihood import log_likelihood
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost, source_wrong_shares
from ringback.analysis.rates import learn_rates

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


def world_scored(policy, kit, seed):
    world = kit.make_world(9000, strength=0.5, seed=seed)
    calls = clean_calls(kit.habit_log(world, days=45), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    given = (world.candidates(), calls, world.events(), learned.rates)
    model = fit_lost_model(*given, as_of=AS_OF, policy=policy, dead_share=learned.dead_share)
    return world, given, model, score_lost(model, *given, as_of=AS_OF, policy=policy)


@pytest.fixture(scope="module")
def scored(policy, kit):
    return world_scored(policy, kit, 12)


def area_under_curve(happened, p):
    ranks, n = rankdata(p), happened.sum()
    return (ranks[happened].sum() - n * (n + 1) / 2) / (n * (len(p) - n))


def silent_week_old(world, given):
    ended = (
        given[1].frame.loc[given[1].frame["disposition"] != "NO_ANSWER", "candidate_id"].str[1:].astype(int).unique()
    )
    silent = np.ones(world.n, dtype=bool)
    silent[ended] = False
    return silent & (world.arrives >= 33) & (world.arrives < 40)


def test_states_add_up_and_columns_stand(scored):
    scores = scored[3]
    assert list(scores.columns) == list(SCORES)
    assert np.allclose(scores[["p_lost", "p_wrong", "p_reachable"]].sum(axis=1), 1)
    assert scores["p_miss"].between(0, 1).all()


def test_the_lost_are_told_apart_and_the_chances_are_calibrated(scored, policy, kit):
    worlds = [scored, world_scored(policy, kit, 13)]  # one world's own luck moves the mean by three points
    some = [silent_week_old(world, given) for world, given, _, _ in worlds]
    lost = np.concatenate([(one[0].is_lost & ~one[0].is_wrong)[who] for one, who in zip(worlds, some, strict=True)])
    p = np.concatenate([one[3]["p_lost"].to_numpy()[who] for one, who in zip(worlds, some, strict=True)])
    assert area_under_curve(lost, p) >= 0.78
    assert abs(p.mean() - lost.mean()) <= 0.05
    bins = np.minimum((p * 5).astype(int), 4)
    gaps = [
        abs(p[bins == b].mean() - lost[bins == b].mean()) * (bins == b).mean() for b in range(5) if (bins == b).any()
    ]
    assert sum(gaps) <= 0.06


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
    order = np.array_split(np.argsort(p), 10)
    assert (
        sum(abs(p[part].sum() - lost[part].sum()) for part in order) / len(p) <= 0.08
    )  # 0.17 when all are taken to be alike


def test_wrong_numbers_by_source_are_near_the_truth(scored, kit):
    world, _, model, _ = scored
    found = source_wrong_shares(model).set_index("source")["p_wrong"]
    truth = {name: world.is_wrong[world.source == code].mean() for code, name in enumerate(kit.SOURCES)}
    assert all(abs(found[name] - share) <= 0.025 for name, share in truth.items())


def test_the_gradient_is_exact(scored, policy):
    _, given, model, _ = scored
    people = check_frame(given[0], CANDIDATES, CANDIDATES_OPTIONAL, name="candidates").head(400)
    told = first_episodes(
        people, given[1], given[2], Setting(given[3], model.sources, 0.28, policy, pd.Timestamp(AS_OF))
    )
    theta = np.array(model.theta) + 0.1
    slope = log_likelihood(theta, told.episodes, model.layout)[1]
    steps = np.eye(len(theta)) * 1e-5
    numeric = [
        (
            log_likelihood(theta + step, told.episodes, model.layout)[0]
            - log_likelihood(theta - step, told.episodes, model.layout)[0]
        )
        / 2e-5
        for step in steps
    ]
    assert np.allclose(slope, numeric, atol=1e-4)


def test_a_model_survives_json(scored):
    model = scored[2]
    assert LostModel.from_json(json.loads(json.dumps(model.as_json()))) == model


def test_too_few_candidates_keep_the_priors_and_the_badge(policy, kit):
    world = kit.make_world(100, strength=0.5, seed=1)
    calls = clean_calls(kit.habit_log(world, days=45), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    model = fit_lost_model(world.candidates(), calls, world.events(), learned.rates, as_of=AS_OF, policy=policy)
    assert (model.badge, model.badge_zh, model.is_learned) == ("not learned yet", "尚未学习", False)


def test_more_misses_and_no_sign_of_life_make_lost_likelier_and_say_so(scored):
    world, given, _, scores = scored
    never = given[1].frame.groupby("candidate_id")["is_answered"].max().eq(False)
    silent = scores[scores["candidate_id"].isin(never[never].index) & (scores["p_wrong"] < 1)]
    by_misses = silent.groupby("n_misses")["p_lost"].mean()
    assert by_misses.loc[5] > by_misses.loc[2] > by_misses.loc[1]
    views = world.views[silent["candidate_id"].str[1:].astype(int)]
    assert silent["p_lost"][views == 0].mean() > silent["p_lost"][views >= 2].mean()
    tired = silent[silent["n_misses"] == 5].iloc[0]
    assert any("missed call" in reason for reason in tired["reasons"])
    assert any("未接" in reason for reason in tired["reasons_zh"])


def test_a_shown_wrong_number_is_certain_and_an_answer_clears_it(scored):
    _, given, _, scores = scored
    last = given[1].frame.groupby("candidate_id").last()
    by_id = scores.set_index("candidate_id")
    assert (by_id.loc[last.index[last["is_wrong"].astype(bool)], "p_wrong"] == 1).all()
    assert (by_id.loc[last.index[last["is_answered"].astype(bool)], "p_wrong"] < 1e-4).all()


def test_nothing_after_as_of_is_looked_at(scored, policy):
    _, given, model, scores = scored
    later = given[2].assign(at=pd.Timestamp(AS_OF) + pd.Timedelta(days=1), event="mail_reply")
    again = score_lost(model, given[0], given[1], pd.concat([given[2], later]), given[3], as_of=AS_OF, policy=policy)
    pd.testing.assert_frame_equal(again, scores)


def test_machines_that_open_mails_are_no_sign_of_life(scored, policy):
    _, given, model, scores = scored
    scanner = given[2].assign(machine=True, event="mail_open")
    again = score_lost(model, given[0], given[1], pd.concat([given[2], scanner]), given[3], as_of=AS_OF, policy=policy)
    assert np.allclose(again["p_lost"], scores["p_lost"])


def test_who_has_been_quiet_since_long_is_likelier_lost_than_who_was_seen_last(scored, policy):
    _, given, model, _ = scored
    came = pd.Timestamp(AS_OF) - pd.Timedelta(days=25)
    calls = pd.DataFrame(
        {
            "candidate_id": ["early", "late"] * 3,
            "role_family": "sales",
            "source": "liepin",
            "timezone": "UTC",
            "called_at": [came + pd.Timedelta(days=day, hours=10) for day in (12, 12, 16, 16, 20, 20)],
            "disposition": "NO_ANSWER",
        }
    )
    people = given[0].head(2).assign(candidate_id=["early", "late"], role_family="sales", source="liepin")
    people = people.assign(created_at=came)
    events = pd.DataFrame(
        {
            "candidate_id": ["early", "late"],
            "at": [came + pd.Timedelta(days=2), came + pd.Timedelta(days=24)],
            "event": "jd_view",
            "machine": False,
        }
    )
    log = clean_calls(calls, as_of=AS_OF, hours=policy.call_hours)
    early, late = score_lost(model, people, log, events, given[3], as_of=AS_OF, policy=policy)["p_lost"]
    assert early > late + 0.03  # the same counts: both were taken to be lost from the start or not at all


def a_week_of_calls(kit, *, seed, hazard=0.0):
    """A cohort of one day, rung for a week by habit: the live do much, who is lost (from the start or since) next to nothing."""
    world = kit.make_world(3000, strength=0.3, seed=seed, days=1, lost_share=0.12)
    rng = np.random.default_rng(seed)
    world.free *= 1.5 * rng.beta(1.0, 2.0, world.n)[:, None, None]  # live people differ much in how readily they answer
    went = np.where(world.is_lost, 0.0, rng.exponential(1 / max(hazard, 1e-9), world.n))
    n_events = rng.poisson(rng.gamma(4.0, 2.0, world.n))
    who = np.repeat(np.arange(world.n), n_events)
    day = rng.random(len(who)) * 8
    kept = (day < went[who]) | (rng.random(len(who)) < 0.02)
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


def judged_after_a_week(policy, world, log, events):
    as_of = datetime(2026, 6, 9, tzinfo=UTC)
    calls = clean_calls(log, as_of=as_of, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=as_of, policy=policy)
    given = (world.candidates(), calls, events, learned.rates)
    model = fit_lost_model(*given, as_of=as_of, policy=policy, dead_share=learned.dead_share)
    scores = score_lost(model, *given, as_of=as_of, policy=policy)
    return scores, ~scores["candidate_id"].isin(log.loc[log["disposition"] != "NO_ANSWER", "candidate_id"]).to_numpy()


def test_a_fit_does_not_stop_where_nobody_is_lost(policy, kit):
    world, went, log, events = a_week_of_calls(kit, seed=6)
    scores, silent = judged_after_a_week(policy, world, log, events)
    lost, p = ((went <= 0) & ~world.is_wrong)[silent], scores["p_lost"].to_numpy()[silent]
    assert abs(p.mean() - lost.mean()) <= 0.04  # 0.3 too many from the prior alone
    assert area_under_curve(lost, p) >= 0.95


def test_who_stopped_within_a_week_is_told_from_who_did_not(policy, kit):
    world, went, log, events = a_week_of_calls(kit, seed=6, hazard=0.02)
    scores, silent = judged_after_a_week(policy, world, log, events)
    since = (silent & (went > 0) & ~world.is_wrong).nonzero()[0]
    gone, p = went[since] <= 7, scores["p_lost"].to_numpy()[since]
    assert area_under_curve(gone, p) >= 0.85


def test_who_looks_five_times_in_a_row_has_looked_once(scored, policy):
    _, given, model, scores = scored
    seconds = np.tile([0, 40, 90, 200, 500], len(given[2]))
    burst = given[2].loc[given[2].index.repeat(5)].reset_index(drop=True)
    burst["at"] += pd.to_timedelta(seconds, unit="s")
    again = score_lost(model, given[0], given[1], burst, given[3], as_of=AS_OF, policy=policy)
    off = (again["p_lost"] - scores["p_lost"]).abs()
    assert (off < 1e-3).mean() >= 0.95  # some bursts run past the end of their four hours


def test_the_clock_of_behaviour_is_that_of_live_people():
    ids = pd.Series(["a", "b"], dtype="str")
    day = 86_400_000_000
    at = pd.to_datetime([day // 2, 5 * day // 2], unit="us", utc=True)
    events = pd.DataFrame({"candidate_id": ["a", "a"], "at": at, "event": "jd_view", "machine": False})
    until, since = np.array([3 * day, 3 * day]), np.zeros(2, dtype=np.int64)
    everybody = activity_by_age(events, ids, until=until, since=since)
    alive = activity_by_age(events, ids, until=until, since=since, live=np.array([1.0, 0.0]))
    assert everybody[3, 0] == pytest.approx(1.0)
    assert alive[3, 0] == pytest.approx(2.0)
