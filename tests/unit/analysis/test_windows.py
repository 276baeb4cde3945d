# ruff: noqa: ANN001, ANN003, ANN201, ANN202 (fixtures are named in conftest.py)
from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import clean_calls
from ringback.analysis.capacity import Capacity
from ringback.analysis.exposure import FallingOff
from ringback.analysis.frames import WINDOWS
from ringback.analysis.personal import as_people_differ
from ringback.analysis.rates import learn_rates
from ringback.analysis.week import band_index
from ringback.analysis.windows import best_windows

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)


@pytest.fixture(scope="module")
def plan(policy, kit):
    world = kit.make_world(3000, strength=0.8, seed=4)
    calls = clean_calls(kit.habit_log(world, days=45), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)

    def make(candidates, **changes):
        given = {"policy": policy, "is_quiet": lambda _zone, _day: False, "dead_share": learned.dead_share} | changes
        return best_windows(candidates, calls, learned.rates, None, as_of=AS_OF, **given)

    return world, calls, make


def test_windows_are_legal_where_the_person_lives(plan):
    world, _, make = plan
    windows = make(world.candidates())
    assert list(windows.columns) == list(WINDOWS)
    zones = world.candidates().set_index("candidate_id")["timezone"].loc[windows["candidate_id"]].to_numpy()
    for zone in np.unique(zones):
        local = windows.loc[zones == zone, "starts_at"].dt.tz_convert(zone)
        assert local.dt.hour.between(9, 20).all()
        assert (local.dt.tz_localize(None) == windows.loc[zones == zone, "starts_at_local"]).all()
    assert (windows["starts_at"] >= AS_OF).all()


def test_never_the_band_that_failed_nor_the_day_of_the_last_call(plan, policy):
    world, calls, make = plan
    windows = make(world.candidates())
    last = calls.frame.groupby("candidate_id").last()
    last = last[last["disposition"] == "NO_ANSWER"]
    mine = windows[windows["candidate_id"].isin(last.index)]
    before = last.loc[mine["candidate_id"]]
    bands = np.array([band_index(hour, policy.bands) for hour in range(24)])
    assert (bands[mine["starts_at_local"].dt.hour.to_numpy()] != bands[before["hour"].to_numpy()]).all()
    assert (mine["starts_at_local"].dt.date.to_numpy() > before["called_at_local"].dt.date.to_numpy()).all()


def test_who_was_missed_is_promised_more_where_people_are_found_to_be_alike(plan, policy):
    world, calls, make = plan
    last = calls.frame.groupby("candidate_id").last()
    missed = last.index[~last["is_answered"].astype(bool) & (last["try_number"] > 1)]
    found = as_people_differ(policy, FallingOff(0.28, 0.05, 0.0))
    shown = [
        frame[(frame["rank"] == 1) & frame["candidate_id"].isin(missed)]["p_answer"].mean()
        for frame in (make(world.candidates()), make(world.candidates(), policy=found))
    ]
    assert shown[1] > 1.05 * shown[0]


def test_people_who_were_rung_once_leave_the_policy_as_it_is(policy, kit):
    log = kit.habit_log(kit.make_world(500, strength=0.8, seed=4), days=45).drop_duplicates("candidate_id")
    calls = clean_calls(log, as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    assert as_people_differ(policy, learned.falling_off) == policy


def test_quiet_days_are_stepped_over(plan):
    world, _, make = plan
    holidays = {(AS_OF + timedelta(days=ahead)).date() for ahead in range(-1, 9)}
    windows = make(world.candidates(), is_quiet=lambda _zone, day: day in holidays)
    assert len(windows)
    assert not set(windows["starts_at_local"].dt.date) & holidays


def test_one_in_ten_is_random_with_its_propensity_and_the_same_again(plan):
    world, _, make = plan
    first = make(world.candidates()).query("rank == 1")
    assert first["is_random"].mean() == pytest.approx(0.10, abs=0.02)
    assert first["propensity"].between(0.1 / 13, 1).all()
    pd.testing.assert_frame_equal(first, make(world.candidates()).query("rank == 1"))


def test_no_hour_is_told_a_chance_of_its_own_where_hours_are_not_told_apart(plan, policy):
    world, calls, make = plan
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    people = world.candidates().assign(role_family=lambda d: d["role_family"].where(d.index % 9 > 0, "untried"))
    told = learned.differences.assign(is_usable=learned.differences["role_family"] == "sales")
    windows = make(people, differences=told)
    role = people.set_index("candidate_id")["role_family"].loc[windows["candidate_id"]].to_numpy()
    sales = windows["reason"].astype("str")[role == "sales"]
    assert sales.str.contains(r"Sales: \d+% of first calls answered on week(?:days|ends) at \d+:00").all()
    others, chinese = (windows[name].astype("str")[role == "technology"] for name in ("reason", "reason_zh"))
    row = told.set_index("role_family").loc["technology"]
    said = f"no usable difference between hours known, {row['median_rate']:.0%} of first calls answered ({row['n_calls']} calls"
    assert others.str.contains(said, regex=False).all()
    assert not others.str.contains("answered on", regex=False).any()
    assert chinese.str.contains("类各时段尚看不出可用的差别", regex=False).all()
    plain = make(people).drop(columns=["reason", "reason_zh"])
    pd.testing.assert_frame_equal(windows.drop(columns=["reason", "reason_zh"]), plain)


def test_a_promise_comes_first_even_for_people_who_answered(plan):
    world, _, make = plan
    promised = pd.Timestamp("2026-07-16T07:20", tz="UTC")
    people = (
        world.candidates()
        .head(3)
        .assign(promised_at=[promised, pd.NaT, pd.NaT], status=["contacted", "contacted", "new"])
    )
    windows = make(people)
    mine = windows[windows["candidate_id"] == "c0"]
    assert mine["starts_at"].tolist() == [promised]
    assert mine["reason"].iloc[0].startswith("They asked")
    assert "c1" not in set(windows["candidate_id"])


def test_a_promise_at_night_moves_to_the_next_legal_hour(plan):
    world, _, make = plan
    people = (
        world.candidates()
        .head(1)
        .assign(promised_at=pd.Timestamp("2026-07-16T15:30", tz="UTC"), timezone="Asia/Shanghai")
    )
    assert make(people)["starts_at_local"].tolist() == [pd.Timestamp("2026-07-17T09:00")]


def test_the_wish_of_the_person_is_kept(plan):
    world, _, make = plan
    windows = make(world.candidates().assign(wish_first_hour=19.0, wish_last_hour=21.0))
    assert windows["starts_at_local"].dt.hour.isin([19, 20]).all()


def test_crowded_hours_are_shared(plan):
    world, _, make = plan
    people = world.candidates()
    free = make(people).query("rank == 1")
    shared = make(people, capacity=Capacity(80, len(people))).query("rank == 1")
    load = shared.groupby(shared["starts_at"].dt.floor("h")).size()
    assert load.max() <= 80 * 1.4
    assert free.groupby(free["starts_at"].dt.floor("h")).size().max() > load.max()
    assert shared["p_answer"].mean() > free["p_answer"].mean() - 0.05


def test_people_who_cannot_be_rung_soon_do_not_crowd_the_hours(plan):
    world, _, make = plan
    people = world.candidates()
    free = make(people).query("rank == 1")
    shared = make(people, capacity=Capacity(60, 180)).query("rank == 1")
    assert len(free) > 4 * 180
    spread = make(people, capacity=Capacity(60, len(people))).query("rank == 1")
    assert (
        free["p_answer"].mean() - shared["p_answer"].mean() < 0.02 < free["p_answer"].mean() - spread["p_answer"].mean()
    )


def test_a_wrong_number_is_not_rung_again_until_a_new_one_is_known(plan):
    world, calls, make = plan
    wrong = calls.frame.loc[calls.frame["is_wrong"].astype(bool), "candidate_id"].unique()
    people = world.candidates()
    people = people[people["candidate_id"].isin(wrong)].reset_index(drop=True)
    assert len(make(people)) == 0
    assert len(make(people.assign(phone_since=pd.Timestamp(AS_OF)))) > 0


def test_tries_end_and_a_reply_opens_them_again(plan, policy):
    world, calls, _make = plan
    tries = calls.frame.groupby("candidate_id")["try_number"].max()
    spent = policy.model_copy(
        update={"cadence": policy.cadence.model_copy(update={"tiers": policy.cadence.tiers[-1:]})}
    )
    silent = calls.frame.groupby("candidate_id")["is_answered"].max()
    tired = tries[(tries >= 2) & ~silent.astype(bool)].index
    people = world.candidates()
    people = people[people["candidate_id"].isin(tired)].reset_index(drop=True)
    assert len(make_with(plan, people, spent)) == 0
    assert len(make_with(plan, people.assign(last_reply_at=pd.Timestamp(AS_OF)), spent)) > 0


def make_with(plan, people, policy):
    _, calls, _ = plan
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    return best_windows(
        people, calls, learned.rates, None, as_of=AS_OF, policy=policy, is_quiet=lambda _zone, _day: False
    )
