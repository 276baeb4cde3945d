"""A world whose people move their day by 90 minutes: days until the alarm, contacts per 100 calls by week, false alarms without.

``python bench/drift.py [SEEDS] [STRENGTH]``. The world is the one of the unit tests; nights run as the product's do: clean, check
for drift, learn with the memory it asks for, choose windows, ring who has one on the coming day.
"""

import sys
from dataclasses import dataclass, field
from datetime import timedelta

import numpy as np
import pandas as pd

from ringback.analysis.calls import clean_calls
from ringback.analysis.drift import check_drift, planning_rates
from ringback.analysis.windows import best_windows
from ringback.settings import load_policy
from tests.unit.analysis.conftest import HABIT_HOURS, START, World, habit_log, make_world

WARM_DAYS, PLAN_DAYS, AFTER_DAYS = 30, 30, 42
MOST_TRIES = 6


@dataclass
class Diary:
    """What happened: one row a day of the plan, and nights with an alarm (day counted from the change)."""

    calls: dict[int, int] = field(default_factory=dict)
    contacts: dict[int, int] = field(default_factory=dict)
    alarms: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def rate(self, first: int, last: int) -> float:
        days = [day for day in self.calls if first <= day < last]
        return 100 * sum(self.contacts[day] for day in days) / max(sum(self.calls[day] for day in days), 1)


def moved(world: World) -> None:
    """Everybody's day lies 90 minutes later from now on."""
    world.free = (np.roll(world.free, 1, axis=2) + np.roll(world.free, 2, axis=2)) / 2


def live(seed: int, strength: float, *, shifts: bool, by_habit: bool = False) -> Diary:
    """Ring by the plan (or by habit) for PLAN_DAYS + AFTER_DAYS after WARM_DAYS of habit."""
    policy, diary = load_policy(), Diary()
    total = WARM_DAYS + PLAN_DAYS + AFTER_DAYS
    world = make_world(120 * total, strength=strength, seed=seed, days=total)
    log = habit_log(world, days=WARM_DAYS)
    done, tries = np.zeros(world.n, dtype=bool), np.zeros(world.n, dtype=int)
    rung = log["candidate_id"].str[1:].astype(int)
    np.add.at(tries, rung.to_numpy(), 1)
    done[rung[log["disposition"] != "NO_ANSWER"].to_numpy()] = True
    for night in range(WARM_DAYS, total):
        day = night - WARM_DAYS - PLAN_DAYS
        if shifts and day == 0:
            moved(world)
        as_of = START + timedelta(days=night, hours=0)
        open_people = np.flatnonzero((world.arrives < night) & ~done & (tries < MOST_TRIES))
        if by_habit:
            rows = habit_day(world, open_people, night, tries)
        else:
            calls = clean_calls(log, as_of=as_of, hours=policy.call_hours)
            report = check_drift(calls, as_of=as_of, policy=policy)
            if report.alarms:
                diary.alarms.append(day)
                diary.words.append(
                    f"{day}: {'; '.join(report.alarms)} -> {report.half_life_days:g} d, table {report.trust_table}"
                )
            rates, dead = planning_rates(calls, report, as_of=as_of, policy=policy)
            windows = best_windows(
                world.candidates(open_people), calls, rates, None, as_of=as_of, policy=policy,
                is_quiet=lambda _zone, _day: False, dead_share=dead,
            )  # fmt: skip
            rows = planned_day(world, windows, night)
        diary.calls[day] = len(rows)
        diary.contacts[day] = int((rows["disposition"] == "ANSWERED").sum())
        who = rows["candidate_id"].str[1:].astype(int).to_numpy()
        tries[who] += 1
        done[who[(rows["disposition"] != "NO_ANSWER").to_numpy()]] = True
        log = pd.concat([log, rows], ignore_index=True)
    return diary


def planned_day(world: World, windows: pd.DataFrame, night: int) -> pd.DataFrame:
    """Ring everybody whose first window lies on this local day."""
    date = pd.Timestamp(START.replace(tzinfo=None)) + pd.Timedelta(days=night)
    today = windows[(windows["rank"] == 1) & (windows["starts_at_local"].dt.normalize() == date)]
    who = today["candidate_id"].str[1:].astype(int).to_numpy()
    at = pd.DatetimeIndex(today["starts_at_local"]) + pd.to_timedelta(world.rng.integers(0, 60, len(who)), unit="m")
    return world.ring(who, at).assign(was_random=today["is_random"].to_numpy())


def habit_day(world: World, open_people: np.ndarray, night: int, tries: np.ndarray) -> pd.DataFrame:
    """Ring as recruiters do: workdays at 10, 11, 15 ..., later tries in the evening now and then."""
    date = pd.Timestamp(START.replace(tzinfo=None)) + pd.Timedelta(days=night)
    who = open_people[world.rng.random(len(open_people)) < (0.6 if date.weekday() <= 4 else 0.1)]
    hour = np.where(
        tries[who] >= 2, world.rng.choice((12, 18, 18, 19), len(who)), world.rng.choice(HABIT_HOURS, len(who))
    )
    at = pd.DatetimeIndex(date + pd.to_timedelta(hour * 60 + world.rng.integers(0, 60, len(who)), unit="m"))
    return world.ring(who, at)


def main() -> None:
    n_seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    strength = float(sys.argv[2]) if len(sys.argv) > 2 else 0.8
    for seed in range(n_seeds):
        habit, plan = live(seed, strength, shifts=True, by_habit=True), live(seed, strength, shifts=True)
        calm = live(seed, strength, shifts=False)
        late = [day for day in plan.alarms if day >= 0]
        weeks = " ".join(
            f"{plan.rate(7 * w, 7 * w + 7):.1f}/{habit.rate(7 * w, 7 * w + 7):.1f}" for w in range(-2, AFTER_DAYS // 7)
        )
        print(f"seed {seed}: alarm after {late[0] if late else 'never'} days; plan/habit by week {weeks};"
              f" early alarms {sum(day < 0 for day in plan.alarms)}, calm {len(calm.alarms)} of {PLAN_DAYS + AFTER_DAYS} nights",
              flush=True)  # fmt: skip
        if "-v" in sys.argv:
            print("\n".join([*plan.words, "calm", *calm.words]))


if __name__ == "__main__":
    main()
