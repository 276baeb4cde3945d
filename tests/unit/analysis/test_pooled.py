"""Rates of calls as they are made: at the level of the calls, with the hours of the table."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.pooled import pooled_rates


def cells(*given: tuple[str, int, int, float]) -> list[dict[str, Any]]:
    return [dict(zip(("role_family", "n_calls", "n_answered", "rate"), row, strict=True)) for row in given]


def test_as_many_answers_are_told_as_there_were() -> None:
    rows = cells(("sales", 400, 60, 0.2), ("sales", 300, 75, 0.3), ("sales", 0, 0, 0.4))
    told = pooled_rates(rows)
    assert sum(row["n_calls"] * p for row, p in zip(rows, told, strict=True)) == pytest.approx(135, abs=2)
    assert told[0] < told[1] < told[2] < 0.4  # the hours keep their order, those never rung too


def test_without_calls_it_is_the_rate() -> None:
    assert pooled_rates([]) == []
    assert pooled_rates(cells(("sales", 0, 0, 0.25), ("hr", 0, 0, 0.3))) == pytest.approx([0.25, 0.3])


def test_a_family_with_few_calls_goes_with_the_others() -> None:
    many = [("sales", 2000, 400, 0.3), ("operations", 2000, 410, 0.3)]
    few = pooled_rates(cells(*many, ("hr", 10, 4, 0.3), ("finance", 0, 0, 0.3)))
    assert few[2] == pytest.approx(few[0], abs=0.03)
    assert few[3] == pytest.approx(few[0], abs=0.01)


@pytest.mark.parametrize(("n_calls", "n_answered"), [(50, 50), (50, 0), (1, 1), (100_000, 0)])
def test_all_or_none_answered_stays_a_chance(n_calls: int, n_answered: int) -> None:
    told = pooled_rates(cells(("sales", n_calls, n_answered, 0.3), ("hr", 20, 5, 0.0), ("hr", 20, 5, 1.0)))
    assert all(0 < p < 1 for p in told)


@pytest.mark.parametrize("answered", [0.00002, 0.99998])
def test_a_level_however_far_from_the_table_is_reached(answered: float) -> None:
    """A million calls of which nearly all or none are answered, where the table says the opposite: 17 on the logit scale."""
    rate, n = (0.999, 0.001)[answered > 0.5], 1_000_000
    [told] = pooled_rates(cells(("sales", n, round(n * answered), rate)))
    assert told == pytest.approx(answered, abs=0.0002)


def test_calls_as_they_come_are_told_better_than_by_first_calls_and_than_by_their_mean() -> None:
    """Six role families, the table right for first calls, later tries answered two thirds as often."""
    gains = []
    for seed in range(10):
        rng = np.random.default_rng(seed)
        rate = np.repeat(np.clip(rng.normal(0.33, 0.03, 6), 0.2, 0.5), 12)
        n, held = rng.poisson(40, 72), 4000
        frame = pd.DataFrame({"role_family": np.repeat(list("abcdef"), 12), "n_calls": n, "rate": rate})
        frame["n_answered"] = rng.binomial(n, rate * 0.8)
        told = np.array(pooled_rates(frame.to_dict("records")))
        mean = frame["n_answered"].sum() / n.sum()
        loss = [
            -(held * (rate * 0.8 * np.log(p) + (1 - rate * 0.8) * np.log(1 - p))).mean() for p in (rate, mean, told)
        ]
        gains.append([loss[0] - loss[2], loss[1] - loss[2]])
    assert np.mean(gains, axis=0).min() > 0
    assert (np.array(gains)[:, 1] > 0).sum() >= 8
