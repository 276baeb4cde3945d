"""Is the best part of the day worth waiting for, or is there no usable difference? One verdict a role family."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd
from scipy.special import expit

from ringback.analysis.frames import DIFFERENCES
from ringback.analysis.shrinkage import JITTER
from ringback.analysis.week import part_label, part_of_slot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.analysis.shrinkage import Ints, RateTable
    from schemas.policy import Policy

DRAWS: Final = 2000
MOST_SURE: Final = 0.99  # nothing learned from calls is certain


def usable_differences(table: RateTable, n_calls: Ints, roles: Sequence[str], policy: Policy) -> pd.DataFrame:
    """Return one row a role family (columns DIFFERENCES): is its best part of day worth waiting for?

    ``p_usable`` is the posterior probability that the part with the highest estimate beats the median hour of the week by at
    least ``policy.learning.usable_points``; below ``usable_probability`` the verdict is "no usable difference". The best part is
    picked once by its shrunk mean, not in each draw: the largest of ten noisy draws always looks good.
    """
    part = part_of_slot(policy).ravel()
    mean = expit(table.part_mean)
    best = mean.argmax(axis=1)
    lower = np.linalg.cholesky(table.part_cov + JITTER * np.eye(mean.shape[1]))
    noise = np.random.default_rng(0).standard_normal((DRAWS, *mean.shape))
    draws = expit(table.part_mean + np.einsum("rpq,drq->drp", lower, noise))
    gap = draws[:, np.arange(len(roles)), best] - np.median(draws[:, :, part], axis=2)
    p_usable = (gap >= policy.learning.usable_points).mean(axis=0)
    labels = [part_label(int(part), policy.bands) for part in best]
    frame = pd.DataFrame(
        {
            "role_family": roles,
            "best_part": [english for english, _ in labels],
            "best_part_zh": [chinese for _, chinese in labels],
            "best_rate": mean.max(axis=1),
            "median_rate": np.median(mean[:, part], axis=1),
            "p_usable": p_usable,
            "n_calls": n_calls.reshape(len(roles), -1).sum(axis=1),
        }
    )
    return _with_verdict(frame, policy)


def _with_verdict(frame: pd.DataFrame, policy: Policy) -> pd.DataFrame:
    learning = policy.learning
    is_usable = (frame["p_usable"] >= learning.usable_probability) & (frame["n_calls"] >= learning.min_calls)
    few = frame["n_calls"] < learning.min_calls
    best, median = frame["best_rate"].map("{:.0%}".format), frame["median_rate"].map("{:.0%}".format)
    sure, count = frame["p_usable"].clip(upper=MOST_SURE).map("{:.0%}".format), frame["n_calls"].astype("str")
    least = f"{100 * learning.usable_points:g}"
    yes = (
        "answer most on "
        + frame["best_part"]
        + ": "
        + best
        + " against "
        + median
        + " (probability "
        + sure
        + ", "
        + count
        + " calls)"
    )
    yes_zh = (
        frame["best_part_zh"] + "最易接通：" + best + "，中位时段 " + median + "（把握 " + sure + "，" + count + " 通）"
    )
    needed = f"{learning.usable_probability:.0%}"
    no = (
        f"no usable difference: ring at any hour ({least} more answers in 100 calls at the best one: "
        + sure
        + f" likely, {needed} needed; "
        + count
        + " calls)"
    )
    no_zh = (
        f"各时段没有可用的差别，随时可打（专等最好的时段，每百通多接通 {least} 通的把握 "
        + sure
        + f"，要到 {needed} 才算数；"
        + count
        + " 通）"
    )
    unknown, unknown_zh = (
        "not enough calls yet (" + count + "): no usable difference known",
        "通话不足（" + count + " 通），尚看不出差别",
    )
    return frame.assign(
        is_usable=is_usable,
        verdict=_choose(few, unknown, is_usable, yes, no),
        verdict_zh=_choose(few, unknown_zh, is_usable, yes_zh, no_zh),
    )[list(DIFFERENCES)]


def _choose(few: Any, unknown: Any, is_usable: Any, yes: Any, no: Any) -> Any:
    return no.mask(is_usable, yes).mask(few, unknown)
