"""The operating curve of the alarm for a moved day: nights with a false alarm against worlds noticed, limit by limit.

``python -m bench.alarm [SEEDS] [STRENGTHS] [NEW PEOPLE A DAY]``, lists with commas. Each world is rung by habit, then by its
own plan; after two weeks of it people's day stays, or moves by 90 minutes later or earlier. Nothing is done about an alarm,
so the night of the first one is as it would be in earnest, and one log serves for all limits.
"""

import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import pandas as pd

from bench.drift import habit_day, planned_day
from ringback.analysis.calls import clean_calls
from ringback.analysis.capacity import Capacity
from ringback.analysis.forecast import forecast
from ringback.analysis.moved import checked_odds
from ringback.analysis.personal import as_people_differ
from ringback.analysis.rates import learn_rates
from ringback.analysis.windows import best_windows
from ringback.settings import load_policy
from tests.unit.analysis.conftest import START, World, make_world

HABIT_DAYS, PLAN_DAYS, CALM_DAYS, MOVED_DAYS = 45, 14, 42, 14
MOST_TRIES = 6
LIMITS = (5, 10, 20, 50, 100, 200)
Ring = Callable[[World, np.ndarray, int], pd.DataFrame]


@dataclass
class Office:
    """A world, who is still open, and the log so far."""

    world: World
    rows: list[pd.DataFrame] = field(default_factory=list)
    policy = load_policy()
    capacity = Capacity(policy.priority.calls_per_hour, policy.priority.today_list_size)

    def __post_init__(self) -> None:
        self.done, self.tries = np.zeros(self.world.n, dtype=bool), np.zeros(self.world.n, dtype=int)

    def live(self, night: int, *, by_habit: bool) -> None:
        """Ring for one day."""
        who = np.flatnonzero((self.world.arrives < night) & ~self.done & (self.tries < MOST_TRIES))
        rows = habit_day(self.world, who, night, self.tries) if by_habit else self._by_plan(who, night)
        rung = rows["candidate_id"].str[1:].astype(int).to_numpy()
        self.tries[rung] += 1
        self.done[rung[(rows["disposition"] != "NO_ANSWER").to_numpy()]] = True
        self.rows.append(rows)

    def _by_plan(self, who: np.ndarray, night: int) -> pd.DataFrame:
        as_of = START + timedelta(days=night)
        calls = clean_calls(pd.concat(self.rows, ignore_index=True), as_of=as_of, hours=self.policy.call_hours)
        learned = learn_rates(calls, as_of=as_of, policy=self.policy)
        windows = best_windows(
            self.world.candidates(who), calls, learned.rates, None, as_of=as_of,
            policy=as_people_differ(self.policy, learned.falling_off),
            is_quiet=lambda _zone, _day: False, dead_share=learned.dead_share, capacity=self.capacity,
        )  # fmt: skip
        return planned_day(self.world, windows, night)

    def odds(self, night: int) -> float:
        """Return the odds of a move in the last two weeks, as that night would see them."""
        as_of = START + timedelta(days=night)
        calls = clean_calls(pd.concat(self.rows, ignore_index=True), as_of=as_of, hours=self.policy.call_hours)
        half_life = self.policy.learning.half_life_days
        told = forecast(calls, as_of=as_of, policy=self.policy, half_life_days=half_life, days=14)
        return checked_odds(calls, told.learned, as_of=as_of, policy=self.policy).recent


def branches(seed: int, strength: float, per_day: int) -> dict[str, list[float]]:
    """Return the odds of each night after PLAN_DAYS, by what people's day did then."""
    days = HABIT_DAYS + PLAN_DAYS + CALM_DAYS
    office = Office(make_world(per_day * days, strength=strength, seed=seed, days=days))
    start = HABIT_DAYS + PLAN_DAYS
    for night in range(start):
        office.live(night, by_habit=night < HABIT_DAYS)
    told = {}
    for name, turn, n in (("calm", 0, CALM_DAYS), ("later", 1, MOVED_DAYS), ("earlier", -1, MOVED_DAYS)):
        branch, odds = deepcopy(office), []
        if turn:
            free = branch.world.free
            branch.world.free = (np.roll(free, turn, axis=2) + np.roll(free, 2 * turn, axis=2)) / 2
        for night in range(start, start + n):
            branch.live(night, by_habit=False)
            odds.append(branch.odds(night + 1))
        told[name] = odds
    return told


def main() -> None:
    n_seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 8
    strengths = [float(word) for word in sys.argv[2].split(",")] if len(sys.argv) > 2 else [0.5, 0.9]
    per_days = [int(word) for word in sys.argv[3].split(",")] if len(sys.argv) > 3 else [20, 40, 70]
    for strength in strengths:
        for per_day in per_days:
            worlds = [branches(seed, strength, per_day) for seed in range(n_seeds)]
            calm = np.array([world["calm"] for world in worlds])
            print(f"strength {strength:g}, {per_day} new people a day, {calm.size} calm nights, {2 * n_seeds} moves")
            for limit in LIMITS:
                found = [
                    np.flatnonzero(np.array(world[way]) >= limit) for world in worlds for way in ("later", "earlier")
                ]
                days = [int(nights[0]) + 1 for nights in found if len(nights)]
                middle = f"{np.median(days):.0f}" if days else "-"
                print(
                    f"  odds {limit:3d}: {100 * (calm >= limit).mean():5.2f} false alarms in 100 nights;"
                    f" {len(days) / len(found):4.0%} noticed in {MOVED_DAYS} days, median day {middle}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
