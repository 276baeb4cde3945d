# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import clean_calls
from ringback.analysis.causes import candidate_causes, group_causes
from ringback.analysis.charts import Caption, calibration_plot, funnel, heat_map
from ringback.analysis.drift import CHART, check_drift
from ringback.analysis.forecast import hours_told
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.analysis.priority import priorities
from ringback.analysis.rates import learn_rates
from ringback.analysis.windows import best_windows
from schemas.words import Cause

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)
CAPTION = Caption("首次呼叫", "2026-06-01", "空号 <5>")


@pytest.fixture(scope="module")
def night(policy, kit):
    world = kit.make_world(4000, strength=0.8, seed=6)
    people = world.candidates()
    calls = clean_calls(kit.habit_log(world, days=45), as_of=AS_OF, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=AS_OF, policy=policy)
    model = fit_lost_model(people, calls, world.events(), learned.rates, as_of=AS_OF, policy=policy)
    lost = score_lost(model, people, calls, world.events(), learned.rates, as_of=AS_OF, policy=policy)
    windows = best_windows(
        people, calls, learned.rates, lost, as_of=AS_OF, policy=policy, is_quiet=lambda _zone, _day: False
    )
    return world, people, calls, learned, lost, windows


def test_every_silent_candidate_has_one_cause_with_its_counts(night, policy):
    _, people, calls, learned, lost, _ = night
    causes = candidate_causes(people, calls, learned.rates, lost, as_of=AS_OF, policy=policy)
    last = calls.frame.groupby("candidate_id").last()
    assert set(causes["candidate_id"]) == set(last.index[~last["is_answered"].astype(bool)])
    assert set(causes["cause"]) <= {cause.value for cause in Cause}
    assert causes["cause"].nunique() >= 4
    once = causes[causes["cause"] == Cause.ONE_TRY_ONLY.value].iloc[0]
    assert once["evidence"]["n_missed"] == 1
    assert "1" in once["sentence"]


def test_causes_of_groups_share_out_every_missed_call(night, policy):
    _, people, calls, learned, lost, _ = night
    groups = group_causes(people, calls, learned.rates, lost, as_of=AS_OF, policy=policy, group_by="source")
    total = groups.groupby("group").agg(count=("count", "sum"), n=("n_missed", "first"))
    assert np.allclose(total["count"], total["n"])
    assert ((groups["low"] <= groups["count"]) & (groups["count"] <= groups["high"])).all()
    wrong = groups[groups["cause"] == Cause.WRONG_NUMBER.value].set_index("group")["share"]
    assert wrong.idxmax() == "old_pool"


def test_promises_and_replies_come_before_chances(night, policy):
    _, people, calls, _, lost, windows = night
    promised = people.assign(
        promised_at=pd.Series([pd.Timestamp("2026-07-16T05:00", tz="UTC")] + [pd.NaT] * (len(people) - 1))
    )
    order = priorities(promised, calls, lost, windows, as_of=AS_OF, policy=policy)
    assert order["candidate_id"].iloc[0] == "c0"
    assert order["priority"].is_monotonic_decreasing
    paused = order[order["tries_left"] == 0].iloc[-1]
    assert paused["priority"] == 0
    assert "paused" in paused["reason"]
    assert "暂停" in paused["reason_zh"]


def test_a_window_drawn_at_random_costs_no_place_on_the_list(night, policy):
    _, people, calls, _, lost, windows = night
    moved = windows[windows["is_random"]]["candidate_id"]
    assert len(moved) > 50
    planned = windows.assign(is_random=False)
    order, naive = (
        priorities(people, calls, lost, each, as_of=AS_OF, policy=policy).set_index("candidate_id")["priority"]
        for each in (windows, planned)
    )
    second = windows[windows["rank"] == 2].set_index("candidate_id")["p_answer"].reindex(moved).dropna()
    first = windows[windows["rank"] == 1].set_index("candidate_id")["p_answer"].reindex(second.index)
    gain = (order - naive)[second.index]
    assert np.allclose(gain, policy.priority.answer_weight * np.maximum(second - first, 0))
    assert (gain > 0).mean() > 0.5
    assert np.allclose(order.drop(moved), naive.drop(moved))


def test_a_steady_world_raises_no_alarm_and_a_moved_one_does(kit, policy):
    world = kit.make_world(6000, strength=0.5, seed=8)
    steady = kit.habit_log(world, days=45, uniform=True)
    calm = check_drift(clean_calls(steady, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    assert calm.alarms == ()
    assert calm.half_life_days == policy.learning.half_life_days
    recent = steady["called_at"] >= pd.Timestamp(AS_OF) - pd.Timedelta(days=10)
    gone = recent & (np.random.default_rng(1).random(len(steady)) < 0.4) & (steady["disposition"] == "ANSWERED")
    moved = steady.assign(disposition=steady["disposition"].mask(gone, "NO_ANSWER"))
    report = check_drift(clean_calls(moved, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    days = clean_calls(moved, as_of=AS_OF, hours=policy.call_hours).frame.query("age_days < 14")["called_at_local"]
    assert set(report.chart["day"]) <= set(days.dt.normalize())  # on the wall of those who were rung, whatever the hour
    assert report.alarms
    assert report.z < -3
    assert report.half_life_days < policy.learning.half_life_days
    assert list(report.chart.columns) == list(CHART)
    assert report.chart["is_out"].any()


def test_a_day_that_moves_by_two_hours_is_told_apart_from_fewer_answers(kit, policy):
    world = kit.make_world(6000, strength=1.0, seed=8)
    steady = kit.habit_log(world, days=45, uniform=True)
    # the calls of the last ten days were made two hours later than the people's clock says, as if their day had moved
    recent = steady["called_at"] >= pd.Timestamp(AS_OF) - pd.Timedelta(days=10)
    moved = steady.assign(called_at=steady["called_at"].mask(recent, steady["called_at"] + pd.Timedelta(hours=2)))
    moved = moved[moved["called_at"] < pd.Timestamp(AS_OF)]
    report = check_drift(clean_calls(moved, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    assert "later in the day" in " ".join(report.alarms)
    assert report.move is not None
    assert 1.5 <= report.move.by <= 2
    assert report.trust_table


def test_a_rise_that_all_hours_share_is_no_alarm(kit, policy):
    world = kit.make_world(6000, strength=0.5, seed=8)
    steady = kit.habit_log(world, days=45, uniform=True)
    recent = steady["called_at"] >= pd.Timestamp(AS_OF) - pd.Timedelta(days=14)
    gone = (world.is_lost | world.is_wrong)[steady["candidate_id"].str[1:].astype(int)]
    risen = steady[~(recent & gone)]  # the plan has stopped ringing them
    report = check_drift(clean_calls(risen, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    assert report.z > 5
    assert report.alarms == ()


def test_random_windows_that_beat_the_plan_are_noticed(kit, policy):
    log = kit.habit_log(kit.make_world(6000, strength=0.0, seed=9), days=45)
    rng = np.random.default_rng(4)
    log = log.assign(was_random=rng.random(len(log)) < 0.15)
    spoiled = ~log["was_random"] & (log["disposition"] == "ANSWERED") & (rng.random(len(log)) < 0.5)
    log = log.assign(disposition=log["disposition"].mask(spoiled, "NO_ANSWER"))
    report = check_drift(clean_calls(log, as_of=AS_OF, hours=policy.call_hours), as_of=AS_OF, policy=policy)
    assert not report.trust_table
    assert report.rate_random > report.rate_recommended
    assert report.half_life_days == policy.learning.half_life_days  # nothing says that older calls know less


@pytest.mark.parametrize("language", ["zh", "en"])
def test_pictures_are_well_formed_and_say_what_was_counted(night, policy, language):
    world, _, _, learned, lost, _ = night
    labels = {
        name: family.label if hasattr(family, "label") else family.zh for name, family in policy.roles.families.items()
    }
    pictures = [
        heat_map(learned.rates, apart={"sales"}, labels=labels, caption=CAPTION, language=language),
        calibration_plot(lost["p_lost"].to_numpy(), world.is_lost.astype(float), caption=CAPTION, language=language),
        funnel([("入库", 4000), ("接通", 900), ("录用", 12)], caption=CAPTION, language=language),
    ]
    for picture in pictures:
        assert ET.fromstring(picture).tag.endswith("svg")  # noqa: S314 (our own picture)
        assert "2026-06-01" in picture
    assert "n=" in pictures[0] or "通" in pictures[0]


def test_hours_that_are_not_told_apart_have_neither_colour_nor_rate(night):
    learned = night[3]
    families = learned.rates.loc[learned.rates["n_calls"] > 0, "role_family"].nunique()
    hours = learned.rates["hour"].nunique()
    for apart, told in (((), 0), (("sales",), hours)):
        picture = heat_map(learned.rates, apart=apart, labels={}, caption=CAPTION, language="en")
        assert picture.count("%</text>") == told
        assert picture.count("fill='#ffffff' stroke=") == families * hours - told
        assert picture.count("n=") == families * hours


def test_nobody_was_rung_at_a_bad_hour_where_hours_are_not_told_apart(night, policy):
    _, people, calls, learned, lost, _ = night
    found = {}
    for is_usable in (True, False):
        told = hours_told(replace(learned, differences=learned.differences.assign(is_usable=is_usable)))
        assert told["rate"].equals(learned.rates["rate"]) == is_usable
        causes = candidate_causes(people, calls, told, lost, as_of=AS_OF, policy=policy)["cause"]
        groups = group_causes(people, calls, told, lost, as_of=AS_OF, policy=policy).groupby("cause")["count"].sum()
        found[is_usable] = ((causes == Cause.BAD_HOUR.value).sum(), round(groups[Cause.BAD_HOUR.value], 6))
    assert min(found[True]) > 0
    assert found[False] == (0, 0)
