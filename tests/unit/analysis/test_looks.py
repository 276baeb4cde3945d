"""From a log to counts, from counts to an end: the same rules that the night uses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.looks import GUARDRAILS, count_arms, exposures, judge_nights, shrunken_lifts

T0 = datetime(2026, 11, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)
SHARES = {"a": 0.5, "b": 0.5}


def people(*rows: tuple[str, str]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["candidate_id", "arm"]).astype("str")
    return frame.assign(assigned_at=pd.Timestamp(T0))


def log(*rows: tuple[str, int, str]) -> pd.DataFrame:
    """Rows of candidate, hours after T0 and what happened."""
    frame = pd.DataFrame(rows, columns=["candidate_id", "hours", "what"]).astype({"candidate_id": "str"})
    at = pd.Timestamp(T0) + pd.to_timedelta(frame["hours"], unit="h")
    flags = {name: frame["what"].eq(name) for name in GUARDRAILS}
    return frame.assign(
        at=at,
        is_touch=frame["what"].isin(["touch", "answered"]),
        is_contact=frame["what"].isin(["reply", "answered"]),
        **flags,
    )


def test_an_outcome_is_two_way_contact_within_72_hours_of_the_first_touch() -> None:
    everybody = people(
        ("in-time", "a"), ("late", "a"), ("before", "b"), ("never", "b"), ("fresh", "b"), ("at-once", "b")
    )
    what = log(
        ("in-time", 2, "touch"), ("in-time", 74, "reply"),
        ("late", 2, "touch"), ("late", 75, "reply"),
        ("before", -3, "reply"), ("before", 5, "touch"),
        ("fresh", 100, "touch"), ("fresh", 101, "reply"),
        ("at-once", 3, "answered"), ("at-once", 4, "opted_out"),
    )  # fmt: skip
    seen = exposures(everybody, what, as_of=T0 + 120 * HOUR).set_index("candidate_id")
    assert seen["is_success"].to_dict() == {
        "in-time": True, "late": False, "before": False, "never": False, "fresh": True, "at-once": True,
    }  # fmt: skip
    assert seen.loc["never", "exposed_at"] is pd.NaT
    assert not seen.loc["fresh", "is_mature"]
    counts = count_arms(seen.reset_index(), SHARES)
    assert [(one.arm, one.n, one.successes, one.guardrails) for one in counts] == [
        ("a", 2, 1, {"opted_out": 0}),
        ("b", 2, 1, {"opted_out": 1}),
    ]


def test_nothing_later_is_looked_at() -> None:
    everybody = people(("one", "a"))
    what = log(("one", 2, "touch"), ("one", 20, "reply"))
    assert not exposures(everybody, what, as_of=T0 + 10 * HOUR)["is_success"].any()


def nights(rng: np.random.Generator, rates: tuple[float, float], *, per_night: int = 20, n: int = 30) -> pd.DataFrame:
    rows = []
    for arm, rate in zip("ab", rates, strict=True):
        seen = rng.binomial(per_night, rate, n).cumsum()
        rows += [(night, arm, night * per_night, seen[night - 1]) for night in range(1, n + 1)]
    return pd.DataFrame(rows, columns=["night", "arm", "n", "successes"])


def test_a_series_of_nights_ends_with_a_verdict() -> None:
    rng = np.random.default_rng(5)
    same = [judge_nights(nights(rng, (0.25, 0.25)), n_planned=600)[1].winner for _ in range(200)]
    assert sum(winner is not None for winner in same) <= 12
    ends = [judge_nights(nights(rng, (0.25, 0.35)), n_planned=600) for _ in range(60)]
    assert np.mean([read.winner == "b" for _, read in ends]) >= 0.9
    assert np.mean([read.arms[0].n for _, read in ends]) <= 450


def test_a_night_without_an_arm_is_refused() -> None:
    frame = nights(np.random.default_rng(1), (0.2, 0.2), n=2).iloc[:-1]
    with pytest.raises(ValueError, match="night 2"):
        judge_nights(frame, n_planned=100)


def test_small_families_lean_on_the_whole() -> None:
    lifts = pd.DataFrame({"lift": [0.10, 0.02, 0.40], "variance": [0.0004, 0.0004, 0.05]})
    shrunk = shrunken_lifts(lifts)
    assert abs(shrunk[2] - 0.06) < 0.12 < abs(lifts["lift"][2] - 0.06)
    assert shrunk[0] > shrunk[1]
