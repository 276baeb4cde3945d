# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
import gc
import json
from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from ringback.analysis import behaviour, frames
from ringback.analysis.behaviour import MAX_AGE_DAYS, Ages, activity_by_age, signs_of_life
from ringback.analysis.calls import clean_calls
from ringback.analysis.climb import Ready, log_likelihood
from ringback.analysis.episodes import Setting, first_episodes
from ringback.analysis.frames import CANDIDATES, CANDIDATES_OPTIONAL, SCORES, check_frame
from ringback.analysis.lapse import lapse_odds
from ringback.analysis.likelihood import SILENT, behaviour_signs, call_chances, chances_of_calls, node_grid
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost, source_wrong_shares
from ringback.analysis.quiet import lapse_chance
from ringback.analysis.rates import learn_rates

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


@pytest.fixture(scope="module")
def scored(policy, kit):
    return kit.world_scored(policy, 12)


def test_states_add_up_and_columns_stand(scored):
    scores = scored[3]
    assert list(scores.columns) == list(SCORES)
    assert np.allclose(scores[["p_lost", "p_wrong", "p_reachable"]].sum(axis=1), 1)
    assert scores["p_miss"].between(0, 1).all()


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
    ready = Ready.of(told.episodes)
    slope = log_likelihood(theta, ready, model.layout)[1]
    steps = np.eye(len(theta)) * 1e-5
    numeric = [
        (log_likelihood(theta + step, ready, model.layout)[0] - log_likelihood(theta - step, ready, model.layout)[0])
        / 2e-5
        for step in steps
    ]
    assert np.allclose(slope, numeric, atol=1e-4)


def test_a_model_survives_json(scored):
    model = scored[2]
    assert LostModel.from_json(json.loads(json.dumps(model.as_json()))) == model


@pytest.mark.parametrize("unknown", [1, 2])
def test_a_model_from_before_all_of_it_was_learned_still_scores(scored, policy, unknown):
    _, given, model, scores = scored
    stored = model.as_json()
    older = LostModel.from_json({**stored, "theta": stored["theta"][:-unknown]})
    assert older.daily_hazard == pytest.approx(policy.lost.daily_hazard if unknown > 1 else model.daily_hazard)
    (_, _), (looking, _) = older.layout.ways_of_the_lost(np.array(older.theta))
    assert looking < 1e-6
    again = score_lost(older, *given, as_of=AS_OF, policy=policy)
    assert (again["p_lost"] - scores["p_lost"]).abs().max() < 0.3


def test_scores_weigh_going_as_the_fit_does(scored, policy):
    _, given, model, _ = scored
    people = check_frame(given[0], CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    setting = Setting(given[3], model.sources, 0.28, policy, pd.Timestamp(AS_OF))
    told = first_episodes(people, given[1], given[2], setting)
    theta = np.array(model.theta)
    went = lapse_odds(theta, told, model.layout, call_chances(told.episodes, theta[model.layout.rest]))
    fitted = lapse_chance(theta, Ready.of(told.episodes).activity, model.layout)
    silent = told.episodes.end == SILENT
    assert np.allclose(went[0], fitted.odds[0])
    assert np.allclose(went[2][silent], fitted.odds[1:].sum(axis=0)[silent])
    assert (went[1] >= went[2] - 1e-12).all()  # the calls after somebody went are missed for certain


def test_who_may_have_gone_is_weighed_by_the_calls_before_each_moment(scored, policy):
    _, given, model, _ = scored
    people = check_frame(given[0], CANDIDATES, CANDIDATES_OPTIONAL, name="candidates")
    setting = Setting(given[3], model.sources, 0.28, policy, pd.Timestamp(AS_OF))
    told = first_episodes(people, given[1], given[2], setting)
    theta, ready, silent = np.array(model.theta), Ready.of(told.episodes), told.episodes.end == SILENT
    _, log_call = chances_of_calls(ready.earlier.calls, theta[model.layout.rest])
    missed = (np.exp(ready.earlier.summed(log_call)) @ node_grid()[1])[ready.earlier.row]
    odds = lapse_chance(theta, ready.activity, model.layout).odds
    gone = lapse_odds(theta, told, model.layout, call_chances(told.episodes, theta[model.layout.rest]))[1]
    assert np.allclose(gone[silent], (odds[1:] * missed[1:] / missed[0]).sum(axis=0)[silent], rtol=1e-9, atol=0)


@pytest.mark.parametrize("rows", [1, 7, 10**6])
def test_scores_do_not_depend_on_who_is_weighed_together(scored, policy, monkeypatch, rows):
    _, given, model, scores = scored
    n = 60 if rows == 1 else len(given[0])
    monkeypatch.setattr(frames, "BLOCK_ROWS", rows)
    again = score_lost(model, given[0].head(n), *given[1:], as_of=AS_OF, policy=policy)
    pd.testing.assert_frame_equal(again, scores.head(n), rtol=1e-12, atol=1e-12)


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


def test_who_looks_five_times_in_a_row_has_looked_once(scored, policy):
    _, given, model, scores = scored
    seconds = np.tile([0, 40, 90, 200, 500], len(given[2]))
    burst = given[2].loc[given[2].index.repeat(5)].reset_index(drop=True)
    burst["at"] += pd.to_timedelta(seconds, unit="s")
    again = score_lost(model, given[0], given[1], burst, given[3], as_of=AS_OF, policy=policy)
    off = (again["p_lost"] - scores["p_lost"]).abs()
    assert (off < 1e-3).mean() >= 0.95  # some bursts run past the end of their four hours


def test_who_comes_once_has_given_one_sign_whatever_is_done():
    at = pd.to_datetime(["2026-07-01T08:00Z", "2026-07-01T08:10Z", "2026-07-01T09:00Z", "2026-07-01T16:30Z"])
    kinds = ["mail_open", "app_login", "jd_view", "mail_open"]
    events = pd.DataFrame({"candidate_id": "c1", "at": at.as_unit("us"), "event": kinds, "machine": False})
    signs = signs_of_life(events.astype({"candidate_id": "str", "event": "str"}), pd.Series(["c1"], dtype="str"))
    assert signs.row.tolist() == [2, 3]  # the view stands for the morning; what is done hours later is another visit
    assert [behaviour.FEATURES[kind] for kind in signs.kind] == ["view", "open"]


def test_what_behaviour_adds_to_the_logit_sums_to_the_chances_of_both_ways_of_the_lost(scored, policy):
    _, given, model, _ = scored
    people = check_frame(given[0], CANDIDATES, CANDIDATES_OPTIONAL, name="candidates").head(400)
    setting = Setting(given[3], model.sources, 0.28, policy, pd.Timestamp(AS_OF))
    episodes, theta = first_episodes(people, given[1], given[2], setting).episodes, np.array(model.theta)
    theta[model.layout.looking] = -1.0
    live, evenness = episodes.expected * np.exp(theta[model.layout.active]), np.exp(theta[model.layout.evenness])
    whole = evenness + episodes.counts.sum(axis=1)

    def chance(means):  # noqa: ANN202
        return np.exp((episodes.counts * np.log(means)).sum(axis=1) - whole * np.log(evenness + means.sum(axis=1)))

    ways = model.layout.ways_of_the_lost(theta)
    lost = sum(way.share * chance(live * np.exp(way.kept)) for way in ways)
    assert np.allclose(behaviour_signs(theta, episodes, model.layout).sum(axis=1), np.log(lost / chance(live)))


def test_signs_of_life_are_those_of_the_events_and_people_asked_of():
    ids = pd.Series(["a", "b"], dtype="str")
    told = {"event": "jd_view", "at": pd.Timestamp("2026-07-01T09:00Z"), "machine": False}
    of_a, of_b = (pd.DataFrame([{"candidate_id": who, **told}]).astype({"candidate_id": "str"}) for who in "ab")
    for events, people, whose in ((of_a, ids, 0), (of_b, ids, 1), (of_a, ids[::-1], 1), (of_a, ids, 0)):
        assert signs_of_life(events, people)[0].tolist() == [whose]
    assert signs_of_life(of_a, ids) is signs_of_life(of_a, ids.copy())  # looked up once
    del of_a, events
    gc.collect()
    assert all(known() is not None for known, _, _ in behaviour._FOUND)


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


def test_a_series_of_calls_fits_into_two_hours_as_well(scored, policy):
    _, given, model, _ = scored
    hours = policy.call_hours.model_copy(update={"first_hour": 18, "last_hour": 20})
    short = policy.model_copy(update={"call_hours": hours})
    rates = given[3][given[3]["hour"].between(18, 19)].reset_index(drop=True)
    scores = score_lost(model, *given[:3], rates, as_of=AS_OF, policy=short)
    assert scores["p_miss"].between(0, 1).all()
    assert (scores["p_miss"] >= scores["p_lost"] + scores["p_wrong"] - 1e-12).all()


def test_who_came_in_long_ago_is_expected_to_do_as_much_a_day_as_at_the_last_known_age():
    day = 86_400_000_000
    ids = pd.Series([f"c{n}" for n in range(40)], dtype="str")
    at = pd.to_datetime(np.tile(np.arange(100) * day + day // 2, len(ids)), unit="us", utc=True)
    events = pd.DataFrame({"candidate_id": ids.repeat(100).to_numpy(), "at": at, "event": "jd_view", "machine": False})
    events = events.astype({"candidate_id": "str"})
    zeros = np.zeros(len(ids), dtype=np.int64)
    by_age = activity_by_age(events, ids, until=zeros + 100 * day, since=zeros)[:, 0]
    assert np.allclose(np.diff(by_age), 1.0)
    assert np.allclose(Ages.of(np.array([10.5, 60.0, 100.0]), MAX_AGE_DAYS + 1).along(by_age), [10.5, 60.0, 100.0])
