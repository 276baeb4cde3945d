# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
"""A plan rings who shows signs of life; what its calls bring must not pass for what calls to anybody would bring."""

from datetime import UTC, datetime

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import clean_calls
from ringback.analysis.lost import fit_lost_model
from ringback.analysis.prospects import judged, with_prospects
from ringback.analysis.rates import learn_rates

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


def who_of(log):
    return log["candidate_id"].str[1:].astype(int).to_numpy()


def active_by(events, log, n_people):
    """Tell which calls were made to somebody who had shown a sign of life before."""
    first = np.full(n_people, np.inf)
    np.minimum.at(first, who_of(events), events["at"].astype("int64").to_numpy())
    return first[who_of(log)] < log["called_at"].astype(events["at"].dtype).astype("int64").to_numpy()


def planned_log(kit, world, events):
    """Two weeks by habit at any hour; then only who has shown a sign of life is rung again, everybody once."""
    log = kit.habit_log(world, days=45, uniform=True).sort_values("called_at", kind="stable", ignore_index=True)
    is_first = ~log["candidate_id"].duplicated()
    by_habit = log["called_at"] < pd.Timestamp(kit.START) + pd.Timedelta(days=14)
    return log[by_habit | is_first | active_by(events, log, world.n)].reset_index(drop=True)


def given(kit, policy, *, seed, strength=0.5, n=9000):
    world = kit.make_world(n, strength=strength, seed=seed)
    events = world.events()
    calls = clean_calls(planned_log(kit, world, events), as_of=AS_OF, hours=policy.call_hours)
    return world, events, calls


def learned_model(people, calls, events, policy):
    rates = learn_rates(calls, as_of=AS_OF, policy=policy).rates
    return fit_lost_model(people, calls, events, rates, as_of=AS_OF, policy=policy)


def judged_odds(calls, people, events, model, policy):
    return judged(calls, people, events, model, policy=policy).frame["gone_odds"].to_numpy()


@pytest.mark.parametrize("seed", [1, 2])
def test_who_a_plan_rings_leaves_the_level_and_the_unreachable_share_where_they_are(kit, policy, seed):
    world, events, calls = given(kit, policy, seed=seed)
    told = with_prospects(calls, world.candidates(), events, as_of=AS_OF, policy=policy)
    found = [learn_rates(each, as_of=AS_OF, policy=policy) for each in (calls, told)]
    share = (world.is_lost | world.is_wrong).mean()
    blind, mine = (abs(each.dead_share - share) for each in found)
    assert mine <= 0.06
    assert blind >= 0.08  # the later calls of a plan are made to people who are there
    rates = found[1].rates.set_index("role_family").loc[list(kit.ROLES), "rate"].to_numpy()
    assert abs(rates.mean() - world.truth().mean()) <= 0.02


def test_a_call_is_judged_by_what_was_known_before_it(kit, policy):
    """Neither its own end nor anything done later says whom it was made to."""
    world, events, calls = given(kit, policy, seed=3, n=3000)
    people = world.candidates()
    model = learned_model(people, calls, events, policy)
    before = judged_odds(calls, people, events, model, policy)
    middle = pd.Timestamp(AS_OF) - pd.Timedelta(days=25)
    cut = judged_odds(calls, people, events[events["at"] < middle], model, policy)
    early = (calls.frame["called_at"] <= middle).to_numpy()
    assert np.array_equal(before[early], cut[early])
    assert not np.array_equal(before[~early], cut[~early])
    ended = type(calls)(calls.frame.assign(is_answered=~calls.frame["is_answered"]), calls.report)
    assert np.array_equal(before, judged_odds(ended, people, events, model, policy))


def test_signs_of_life_speak_for_a_person_and_silence_against_them(kit, policy):
    world, events, calls = given(kit, policy, seed=4, n=3000)
    people = world.candidates()
    odds = judged_odds(calls, people, events, learned_model(people, calls, events, policy), policy)
    active = active_by(events, calls.frame, world.n)
    day = (calls.frame["called_at"] - pd.Timestamp(kit.START)).dt.days.to_numpy()
    old = day - world.arrives[who_of(calls.frame)] >= 4
    assert odds[active].mean() < -0.5
    assert odds[~active & old].mean() > 0.3


def test_too_few_calls_to_learn_from_say_nothing_of_people(kit, policy):
    world, events, calls = given(kit, policy, seed=5, n=150)
    assert with_prospects(calls, world.candidates(), events, as_of=AS_OF, policy=policy) is calls


def test_who_is_a_stranger_or_was_never_seen_to_do_anything_is_like_anybody(kit, policy):
    world, events, calls = given(kit, policy, seed=6, n=3000)
    people = world.candidates()
    model = learned_model(people, calls, events, policy)
    some = people.iloc[: world.n // 2]
    odds = judged_odds(calls, some, events, model, policy)
    assert (odds[who_of(calls.frame) >= len(some)] == 0).all()
    unseen = people.assign(created_at=people["created_at"].where(people["created_at"].isna()))
    odds = judged_odds(calls, unseen, events.iloc[:0], model, policy)
    assert np.abs(odds).max() < 1  # of their source alone
