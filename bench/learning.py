"""Processor time of learning and planning against a bare pandas groupby on the same calls, in one run: only the ratios travel.

``python bench/learning.py [N ...]`` takes N candidates and N calls (default 10000 100000 1000000).
"""

import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TypeVar

import ringback  # noqa: F401 (says how many threads numpy takes, so it comes first)

# isort: split
import numpy as np
import pandas as pd

from ringback.analysis.calls import clean_calls
from ringback.analysis.capacity import Capacity
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.analysis.priority import priorities
from ringback.analysis.rates import learn_rates
from ringback.analysis.windows import best_windows
from ringback.settings import load_policy

Result = TypeVar("Result")
AS_OF = datetime(2026, 11, 22, 18, tzinfo=UTC)
ROLES = ("sales", "operations", "technology", "finance", "service", "manufacturing", "logistics")
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin")


def invented_log(n: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """N candidates, N calls spread unevenly over 70 % of them, N / 2 events."""
    rng = np.random.default_rng(n)
    ids = np.array([f"c{number:08d}" for number in range(n)], dtype=object)
    role, zone = rng.choice(ROLES, n), rng.choice(ZONES, n, p=[0.9, 0.06, 0.04])
    source = rng.choice(["zhaopin", "liepin", "campus", "old_pool"], n)
    candidates = pd.DataFrame(
        {
            "candidate_id": ids,
            "role_family": role,
            "source": source,
            "timezone": zone,
            "status": "new",
            "created_at": pd.Timestamp(AS_OF) - pd.to_timedelta(rng.integers(1, 100, n), unit="D"),
        }
    )
    who = np.minimum((rng.random(n) ** 1.5 * n * 0.7).astype(int), n - 1)
    at = pd.Timestamp(AS_OF).floor("D") - pd.to_timedelta(
        rng.integers(1, 90, n) * 24 * 60 - rng.integers(60, 780, n), unit="m"
    )
    words = rng.choice(["ANSWERED", "NO_ANSWER", "BUSY", "WRONG_NUMBER", ""], n, p=[0.2, 0.7, 0.05, 0.02, 0.03])
    calls = pd.DataFrame(
        {
            "candidate_id": ids[who],
            "role_family": role[who],
            "source": source[who],
            "timezone": zone[who],
            "called_at": at,
            "disposition": words,
            "agent_id": rng.choice(["a1", "a2", "a3"], n),
        }
    )
    events = pd.DataFrame(
        {
            "candidate_id": ids[rng.integers(0, n, n // 2)],
            "event": rng.choice(["jd_view", "mail_open"], n // 2),
            "at": pd.Timestamp(AS_OF) - pd.to_timedelta(rng.integers(0, 90 * 24, n // 2), unit="h"),
            "machine": False,
        }
    )
    text = {"candidate_id": "str", "role_family": "str", "source": "str", "timezone": "str"}
    return (
        candidates.astype(text | {"status": "str"}),
        calls.astype(text | {"disposition": "str", "agent_id": "str"}),
        events,
    )


def timed(name: str, seconds: dict[str, float], work: Callable[[], Result]) -> Result:
    start = time.process_time()
    result = work()
    seconds[name] = time.process_time() - start
    return result


def measure(n: int) -> dict[str, float]:
    """Seconds of each step at this size."""
    policy, seconds = load_policy(), {}
    candidates, log, events = invented_log(n)
    timed(
        "groupby",
        seconds,
        lambda: log.assign(hour=log["called_at"].dt.hour).groupby(["role_family", "hour", "disposition"]).size(),
    )
    calls = timed("clean", seconds, lambda: clean_calls(log, as_of=AS_OF, hours=policy.call_hours))
    learned = timed("rates", seconds, lambda: learn_rates(calls, as_of=AS_OF, policy=policy))
    known = {"as_of": AS_OF, "policy": policy}
    model = timed(
        "lost fit",
        seconds,
        lambda: fit_lost_model(candidates, calls, events, learned.rates, dead_share=learned.dead_share, **known),
    )
    lost = timed("lost score", seconds, lambda: score_lost(model, candidates, calls, events, learned.rates, **known))
    quiet = {(AS_OF + timedelta(days=1)).date()}
    plan = {"is_quiet": lambda _zone, day: day in quiet, "dead_share": learned.dead_share, **known}
    crowded = plan | {"is_quiet": lambda _zone, _day: False, "capacity": Capacity(n / 100, n)}
    timed("windows, shared hours", seconds, lambda: best_windows(candidates, calls, learned.rates, lost, **crowded))
    windows = timed("windows", seconds, lambda: best_windows(candidates, calls, learned.rates, lost, **plan))
    timed("priorities", seconds, lambda: priorities(candidates, calls, lost, windows, **known))
    return seconds


def main() -> None:
    for n in [int(word) for word in sys.argv[1:]] or [10_000, 100_000, 1_000_000]:
        seconds = measure(n)
        base = seconds["groupby"]
        total = sum(seconds[name] for name in ("clean", "rates", "windows", "lost fit", "lost score"))
        print(f"{n:>9,} candidates and calls; peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB")
        for name, spent in seconds.items():
            print(f"  {name:<24}{spent:8.2f} s {spent / base:8.1f} x groupby")
        print(f"  {'rates, windows, scores':<24}{total:8.2f} s {total / base:8.1f} x groupby", flush=True)


if __name__ == "__main__":
    main()
