# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
"""What the weekly report checks: whether groups are treated alike, whether predictions came true, and its pictures."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import numpy as np
import pandas as pd
import pytest
from scipy.stats import fisher_exact

from ringback.analysis.bars import cause_bars
from ringback.analysis.calls import clean_calls
from ringback.analysis.charts import Caption, calibration_plot, funnel, wrap_wide
from ringback.analysis.fairness import adverse_impact
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.analysis.rates import learn_rates
from ringback.analysis.recheck import calibration_error, recheck

AS_OF = datetime(2026, 7, 16, tzinfo=UTC)
SINCE = AS_OF - timedelta(days=14)


def people(n_men: int, n_men_first: int, n_women: int, n_women_first: int) -> pd.DataFrame:
    flags = [i < n_men_first for i in range(n_men)] + [i < n_women_first for i in range(n_women)]
    return pd.DataFrame({"gender": ["m"] * n_men + ["f"] * n_women, "first": flags})


@pytest.mark.parametrize(
    ("counts", "is_flagged"),
    [
        ((100, 60, 100, 40), True),  # 0.67 of the best, p < .05
        ((100, 60, 100, 50), False),  # 0.83: above four fifths
        ((40, 20, 40, 15), False),  # 0.75, but chance explains it
    ],
)
def test_a_group_is_flagged_below_four_fifths_if_chance_does_not_explain_it(counts, is_flagged):
    table = adverse_impact(people(*counts), attributes=("gender",), outcomes=("first",)).set_index("group")
    assert table.loc["f", "is_flagged"] == is_flagged
    assert table.loc["f", "ratio"] == pytest.approx((counts[3] / counts[2]) / (counts[1] / counts[0]))
    expected = fisher_exact([[counts[3], counts[2] - counts[3]], [counts[1], counts[0] - counts[1]]]).pvalue
    assert table.loc["f", "p_value"] == pytest.approx(expected)
    assert table.loc["m", "ratio"] == 1


def test_small_and_unknown_groups_are_left_out():
    few = adverse_impact(people(100, 50, 29, 0), attributes=("gender",), outcomes=("first",))
    assert few.empty
    unknown = people(100, 50, 100, 50).assign(gender=None)
    assert adverse_impact(unknown, attributes=("gender",), outcomes=("first",)).empty


def test_calibration_error_is_the_mean_gap():
    p = np.repeat([0.1, 0.5, 0.9], 1000)
    rng = np.random.default_rng(1)
    assert calibration_error(p, (rng.random(3000) < p).astype(float)) < 0.03
    assert calibration_error(p, np.zeros(3000)) == pytest.approx(0.5)


def recheck_of(world, log, policy):
    """Score as of two weeks before the end, and hold that against what came after."""
    past = clean_calls(log[log["called_at"] <= SINCE], as_of=SINCE, hours=policy.call_hours)
    people, events = world.candidates(), world.events()
    learned = learn_rates(past, as_of=SINCE, policy=policy)
    frames = (people, past, events, learned.rates)
    model = fit_lost_model(*frames, as_of=SINCE, policy=policy, dead_share=learned.dead_share)
    scores = score_lost(model, *frames, as_of=SINCE, policy=policy)
    calls = clean_calls(log, as_of=AS_OF, hours=policy.call_hours)
    return recheck(scores, calls, learned.rates, since=SINCE, policy=policy, dead_share=learned.dead_share)


def test_predictions_of_two_weeks_ago_come_true_in_a_world_that_follows_the_model(kit, policy):
    world = kit.make_world(5000, strength=0.5, seed=12)
    log = kit.habit_log(world, days=45, uniform=True)
    seen = recheck_of(world, log, policy)
    assert seen.is_enough
    assert abs(seen.mean_p - seen.rate) < 0.05
    assert seen.calibration_error < 0.08
    none = recheck_of(world, log.sort_values("called_at").iloc[: len(log) // 2], policy)
    assert not none.is_enough
    assert none.as_metrics()["matured_rate"] is None


def test_bars_of_causes_hold_every_name_inside_the_picture():
    causes = {f"c{n}": f"A cause with quite a long name {n}" for n in range(4)}
    rows = [
        {"group": g, "cause": c, "n_missed": 10, "count": 2.5, "low": 1.0, "high": 4.0, "share": 0.25}
        for g in ("sales", "finance")
        for c in causes
    ]
    picture = cause_bars(
        pd.DataFrame(rows),
        title="Why",
        labels={},
        causes=causes,
        caption=Caption("calls", "May", "none"),
        language="en",
    )
    root = ET.fromstring(picture)  # noqa: S314 (our own)
    width = float(root.attrib["width"])
    names = [e for e in root.iter("{http://www.w3.org/2000/svg}text") if (e.text or "").startswith("A cause")]
    assert len(names) == 4
    assert all(float(e.attrib["x"]) + 6.4 * len(e.text or "") <= width for e in names)


@pytest.mark.parametrize(("level", "end"), [(0.15, "20%"), (0.38, "60%"), (0.95, "100%")])
def test_the_calibration_plot_ends_where_its_figures_do(level, end):
    p = np.linspace(0.01, level, 400)
    svg = calibration_plot(p, (p > level / 2).astype(float), caption=Caption("a", "b", "c"), language="en")
    drawn = ET.fromstring(svg)  # noqa: S314 (our own)
    words = [node.text for node in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert words.count(end) == 2
    assert [float(node.get("cx")) for node in drawn.iter("{http://www.w3.org/2000/svg}circle")][-1] <= 120 + 320


def test_counts_of_neighbours_are_printed_apart_and_what_lies_above_the_plot_is_said():
    p = np.repeat([0.05, 0.07, 0.09, 0.35], [40, 40, 40, 30])
    svg = calibration_plot(p, (p > 0.3).astype(float), caption=Caption("a", "b", "c"), language="en")
    told = [node for node in ET.fromstring(svg).iter("{http://www.w3.org/2000/svg}text") if "n=" in (node.text or "")]  # noqa: S314
    assert told[-1].text == "100%, n=30"
    places = [(float(node.get("x")), float(node.get("y"))) for node in told]
    assert all(b[0] - a[0] >= 34 or abs(b[1] - a[1]) >= 11 for a, b in itertools.pairwise(places))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            "统计：共八通电话；时间：2026-06-02；未计入：重复的",
            ["统计：共八通电话；时间：", "2026-06-02；未", "计入：重复的"],
        ),
        ("统计有结果的呼出电话，共若干通，其余的未计入", ["统计有结果的呼出电话，共", "若干通，其余的未计入"]),
        ("abcdefghijklmnopqrst", ["abcdefghijkl", "mnopqrst"]),
    ],
)
def test_chinese_captions_break_no_date_and_begin_no_line_with_a_mark(words, lines):
    told = wrap_wide(words, 12)
    assert "".join(told) == words
    assert told == lines


def test_in_the_funnel_only_all_are_all_and_only_none_are_none():
    stages = [("pool", 3241), ("tried", 3228), ("reached", 5), ("booked", 5), ("held", 0)]
    page = funnel(stages, caption=Caption("people", "2026-01-01", "nobody"), language="en")
    for told in ("3,228 · 99%", "5 · 1%", "5 · 100%", ">0 · 0%"):
        assert told in page
