# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, chisquare, multivariate_normal

from ringback.analysis.experiments import (
    FALSE_WINNERS,
    OBRIEN_FLEMING,
    VERDICTS,
    ArmCount,
    assign_arm,
    harm_p,
    planned_size,
    read_experiment,
    sample_ratio_p,
    sample_size,
    two_proportion_z,
)

SHARES = {"a": 0.5, "b": 0.5}


def run(rng, rates, *, n_planned=600, per_night=20, nights=30):
    """Nightly looks as a scheduler would take them; the last verdict that ends the experiment, or the one at its end."""
    answers, last_look, read = [0, 0], 0, None
    for night in range(1, nights + 1):
        answers = [seen + rng.binomial(per_night, rate) for seen, rate in zip(answers, rates, strict=True)]
        counts = [ArmCount(arm, night * per_night, seen, {}) for arm, seen in zip("ab", answers, strict=True)]
        read = read_experiment(
            counts, shares=SHARES, n_planned=n_planned, days_run=night, is_over=night == nights, last_look=last_look
        )
        last_look = max(last_look, read.look)
        if read.verdict.startswith(("winner", "stopped", "no winner")):
            break
    return read


def test_an_arm_is_sticky_and_shares_hold():
    arms = [assign_arm("first-touch", "s1", f"c{number}", SHARES) for number in range(4000)]
    assert arms == [assign_arm("first-touch", "s1", f"c{number}", SHARES) for number in range(4000)]
    assert abs(arms.count("a") / 4000 - 0.5) < 0.03
    other = [assign_arm("first-touch", "s2", f"c{number}", SHARES) for number in range(4000)]
    assert abs(np.mean([one == two for one, two in zip(arms, other, strict=True)]) - 0.5) < 0.03


def test_no_difference_rarely_wins_under_nightly_looks():
    rng = np.random.default_rng(1)
    winners = sum(run(rng, (0.25, 0.25)).verdict == "winner" for _ in range(500))
    assert winners <= 30


def test_ten_points_are_found():
    rng = np.random.default_rng(2)
    found = [run(rng, (0.25, 0.35)) for _ in range(150)]
    assert np.mean([read.verdict == "winner" for read in found]) >= 0.93
    assert np.mean([read.arms[0].n for read in found]) <= 450


def test_a_harmful_arm_is_stopped():
    rng = np.random.default_rng(3)
    ends = [run(rng, (0.35, 0.20)).verdict for _ in range(40)]
    assert not any(end == "winner" for end in ends)
    assert sum(end.startswith(("stopped", "no winner")) for end in ends) == 40


def test_no_difference_yet_is_a_normal_end_of_a_look():
    counts = [ArmCount("a", 240, 60, {}), ArmCount("b", 240, 62, {})]
    read = read_experiment(counts, shares=SHARES, n_planned=600, days_run=14)
    assert (read.verdict, read.winner, read.look) == ("no difference found yet", None, 2)
    assert read.verdict_zh == VERDICTS[read.verdict]
    again = read_experiment(counts, shares=SHARES, n_planned=600, days_run=14, last_look=2)
    assert again.verdict == "running"


def test_a_broken_split_and_a_worse_guardrail_stop_a_promotion():
    broken = [ArmCount("a", 2600, 600, {}), ArmCount("b", 2000, 700, {})]
    assert read_experiment(broken, shares=SHARES, n_planned=2000, days_run=30).verdict.startswith("broken")
    worse = [ArmCount("a", 1000, 250, {"opted_out": 5}), ArmCount("b", 1000, 350, {"opted_out": 40})]
    assert read_experiment(worse, shares=SHARES, n_planned=1000, days_run=30).verdict == "held: a guardrail got worse"


@pytest.mark.parametrize(("lift", "needed"), [(0.02, 7550), (0.05, 1251), (0.10, 329)])
def test_sample_sizes_are_those_of_the_textbook(lift, needed):
    assert abs(sample_size(0.25, lift) - needed) <= 0.01 * needed + 2


def test_small_helpers_at_their_edges():
    assert two_proportion_z(0, 0, 10, 5) == 0
    assert two_proportion_z(400, 100, 400, 140) == pytest.approx(3.086, abs=0.01)
    assert sample_ratio_p([0, 0], [0.5, 0.5]) == 1
    assert sample_ratio_p([550, 450], [0.5, 0.5]) == pytest.approx(0.00157, abs=1e-4)
    assert harm_p(500, 100, 500, 120) == 1
    assert harm_p(1000, 350, 1000, 200) < 1e-6


def test_the_bounds_keep_their_promise_by_an_independent_integration():
    """Chance that a Brownian path crosses any bound: 1 - P(all z stay below), by scipy's multivariate normal."""
    looks = np.arange(1, 6) / 5
    correlation = np.sqrt(np.minimum.outer(looks, looks) / np.maximum.outer(looks, looks))
    bound = np.array(OBRIEN_FLEMING)
    below = multivariate_normal(cov=correlation, seed=1, abseps=1e-6, releps=1e-6).cdf(bound)
    assert 1 - below == pytest.approx(FALSE_WINNERS, abs=0.0005)
    assert bound * np.sqrt(looks) == pytest.approx(
        np.full(5, 1.904), abs=0.002
    )  # O'Brien & Fleming: one constant / sqrt(t)


def test_the_planned_size_has_its_power_by_an_independent_integration():
    n = planned_size(0.25, 0.10, power=0.95)
    looks = np.arange(1, 6) / 5
    correlation = np.sqrt(np.minimum.outer(looks, looks) / np.maximum.outer(looks, looks))
    drift = 0.10 / np.sqrt((0.25 * 0.75 + 0.35 * 0.65) / n)
    bound = np.array(OBRIEN_FLEMING)
    inside = multivariate_normal(mean=drift * np.sqrt(looks), cov=correlation, seed=1).cdf(
        bound, lower_limit=-np.full(5, 30.0)
    )
    assert 1 - inside == pytest.approx(0.95, abs=0.01)


@given(
    n=st.tuples(st.integers(20, 900), st.integers(20, 900)),
    share=st.tuples(st.floats(0.05, 0.95), st.floats(0.05, 0.95)),
)
def test_z_and_split_agree_with_scipy(n, share):
    seen = [round(one * p) for one, p in zip(n, share, strict=True)]
    table = [[seen[0], n[0] - seen[0]], [seen[1], n[1] - seen[1]]]
    if sum(seen) and sum(seen) < sum(n):
        theirs = chi2_contingency(table, correction=False).statistic
        assert two_proportion_z(n[0], seen[0], n[1], seen[1]) ** 2 == pytest.approx(theirs, rel=1e-9, abs=1e-9)
    planned = np.array([0.3, 0.7]) * sum(n)
    assert sample_ratio_p(n, [0.3, 0.7]) == pytest.approx(chisquare(n, planned).pvalue, rel=1e-9, abs=1e-300)


def test_no_look_is_taken_before_two_weeks_and_two_hundred_an_arm():
    early = [ArmCount("a", 600, 120, {}), ArmCount("b", 600, 240, {})]
    assert read_experiment(early, shares=SHARES, n_planned=600, days_run=6).verdict == "running"
    assert read_experiment(early, shares=SHARES, n_planned=600, days_run=14).verdict == "winner"
    few = [ArmCount("a", 190, 20, {}), ArmCount("b", 190, 120, {})]
    assert read_experiment(few, shares=SHARES, n_planned=600, days_run=30).look == 0
