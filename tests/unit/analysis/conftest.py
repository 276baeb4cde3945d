"""A small invented world: people with weekly timetables, some lost, some with wrong numbers, and recruiters who ring them.

It shares no form with the product's models: nobody has a logit here, people are free or busy by the hour of their week.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.stats import rankdata

from ringback.analysis.calls import clean_calls
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost
from ringback.analysis.rates import learn_rates
from ringback.settings import load_policy
from schemas.policy import Policy

ROLES = ("sales", "operations", "technology", "finance", "service", "manufacturing", "logistics")
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin")
SOURCES = ("zhaopin", "liepin", "campus", "old_pool")
WRONG_SHARE = (0.04, 0.04, 0.07, 0.18)
DETECTION = 0.35
HABIT_HOURS = (10, 10, 10, 11, 11, 15, 15, 16, 17)
START = datetime(2026, 6, 1, tzinfo=UTC)
SCORED_AT = datetime(2026, 7, 16, tzinfo=UTC)


@dataclass
class World:
    """People (arrays by person) and their chance of answering: ``free[person, daytype, hour of day]``."""

    rng: np.random.Generator
    role: Any
    zone: Any
    source: Any
    arrives: Any
    is_wrong: Any
    is_lost: Any
    free: Any
    views: Any
    replies: Any

    @property
    def n(self) -> int:
        return len(self.role)

    def chance(self, who: Any, weekday: Any, hour: Any) -> Any:
        """The chance that these people answer then, were they reachable."""
        return self.free[who, (np.asarray(weekday) >= 5).astype(int), hour]

    def truth(self) -> Any:
        """The answer rate of a fresh candidate by (role, weekday, hour 9..20), lost people included, detected wrong not."""
        out = np.zeros((len(ROLES), 7, 12))
        for role in range(len(ROLES)):
            mine = (self.role == role) & ~(self.is_wrong & (self.rng.random(self.n) < 0))
            share = np.where(self.is_wrong, 1 - DETECTION, 1.0)[mine]
            alive = (~self.is_wrong & ~self.is_lost)[mine]
            for day in range(7):
                p = self.free[mine, int(day >= 5), 9:21] * alive[:, None]
                out[role, day] = p.sum(axis=0) / share.sum()
        return out

    def ring(self, who: Any, at_local: Any) -> pd.DataFrame:
        """Ring these people at these naive local times; return rows of a call log."""
        weekday, hour = at_local.day_of_week.to_numpy(), at_local.hour.to_numpy()
        answered = (
            (self.rng.random(len(who)) < self.chance(who, weekday, hour)) & ~self.is_wrong[who] & ~self.is_lost[who]
        )
        found_wrong = self.is_wrong[who] & (self.rng.random(len(who)) < DETECTION)
        word = np.where(found_wrong, "WRONG_NUMBER", np.where(answered, "ANSWERED", "NO_ANSWER"))
        at = pd.Series(at_local)
        zones = np.array(ZONES)[self.zone[who]]
        instants = pd.Series(index=at.index, dtype="datetime64[us, UTC]")
        for zone in ZONES:
            there = zones == zone
            instants[there] = at[there].dt.tz_localize(zone).dt.tz_convert("UTC")
        return pd.DataFrame(
            {
                "candidate_id": np.char.add("c", who.astype(str)),
                "role_family": np.array(ROLES)[self.role[who]],
                "source": np.array(SOURCES)[self.source[who]],
                "timezone": zones,
                "called_at": instants,
                "disposition": word,
                "duration_seconds": np.where(answered, 60.0, np.nan),
                "agent_id": "a1",
                "was_random": False,
            }
        ).astype(
            {
                "candidate_id": "str",
                "role_family": "str",
                "source": "str",
                "timezone": "str",
                "disposition": "str",
                "agent_id": "str",
            }
        )

    def candidates(self, who: Any | None = None) -> pd.DataFrame:
        who = np.arange(self.n) if who is None else who
        return pd.DataFrame(
            {
                "candidate_id": np.char.add("c", who.astype(str)),
                "role_family": np.array(ROLES)[self.role[who]],
                "source": np.array(SOURCES)[self.source[who]],
                "timezone": np.array(ZONES)[self.zone[who]],
                "status": "new",
                "created_at": pd.Series(pd.to_datetime(START) + pd.to_timedelta(self.arrives[who], unit="D")),
            }
        ).astype({"candidate_id": "str", "role_family": "str", "source": "str", "timezone": "str", "status": "str"})

    def events(self) -> pd.DataFrame:
        """What people did within three days of arriving."""
        frames = []
        for event, counts in (("jd_view", self.views), ("mail_reply", self.replies)):
            who = np.repeat(np.arange(self.n), counts)
            at = pd.to_datetime(START) + pd.to_timedelta(self.arrives[who] + self.rng.random(len(who)) * 3, unit="D")
            frames.append(
                pd.DataFrame(
                    {"candidate_id": np.char.add("c", who.astype(str)), "at": at, "event": event, "machine": False}
                )
            )
        return pd.concat(frames, ignore_index=True).astype({"candidate_id": "str", "event": "str"})


def make_world(
    n: int, *, strength: float, seed: int, days: int = 40, base: float = 0.32, lost_share: float = 0.22
) -> World:
    """``strength`` 1: free hours decide nearly everything; 0: all hours are alike. The mean chance stays about ``base``."""
    rng = np.random.default_rng(seed)
    role = rng.choice(len(ROLES), n, p=np.array([0.3, 0.15, 0.2, 0.1, 0.1, 0.1, 0.05]))
    shift = rng.integers(0, 4, n)  # how a working day lies: early, office, late, free
    usual = np.array([[1, 6, 2, 1], [1, 7, 1, 1], [0, 4, 5, 1], [1, 8, 0, 1], [3, 2, 4, 1], [6, 2, 1, 1], [4, 1, 3, 2]])
    usual = usual / usual.sum(axis=1, keepdims=True)
    shift = (rng.random(n)[:, None] > np.cumsum(usual[role], axis=1)).sum(axis=1)
    begins = np.array([6, 9, 12, 30])[shift] + rng.normal(0, 0.7, n)
    ends = np.array([15, 18, 21, 30])[shift] + rng.normal(0, 0.7, n)
    hours = np.arange(24)[None, :]
    busy = (
        1 / (1 + np.exp(-3 * (hours + 0.5 - begins[:, None]))) * (1 / (1 + np.exp(3 * (hours + 0.5 - ends[:, None]))))
    )
    lunch = np.exp(-((hours - 12) ** 2) / 0.8) * (rng.random(n) < 0.6)[:, None]
    weekday = 1 - busy * (1 - 0.7 * lunch)
    weekend = np.where((hours >= 10) & (hours < 22), 0.8, 0.3) * np.ones((n, 1))
    week = np.stack([weekday, weekend], axis=1)
    own = np.exp(rng.normal(0, 0.35, n))[:, None, None]
    level = week[:, :, 9:21].mean()
    shape = (1 - strength) + strength * week / level
    lost = rng.random(n) < lost_share
    views = rng.poisson(np.where(lost, 0.25, 1.0))
    replies = rng.poisson(np.where(lost, 0.03, 0.25))
    source = rng.choice(4, n, p=[0.4, 0.3, 0.15, 0.15])
    return World(
        rng=rng,
        role=role,
        zone=rng.choice(3, n, p=[0.7, 0.2, 0.1]),
        source=source,
        arrives=np.sort(rng.integers(0, days, n)),
        is_wrong=rng.random(n) < np.array(WRONG_SHARE)[source],
        is_lost=lost,
        free=np.clip(base / (1 - lost_share) * own * shape, 0.01, 0.95),
        views=np.minimum(views, 4),
        replies=np.minimum(replies, 2),
    )


def habit_log(
    world: World, *, days: int, tries: int = 5, evening_after: int = 2, stray: float = 0.15, uniform: bool = False
) -> pd.DataFrame:
    """The log of recruiters who ring by habit, one try a working day, and from ``evening_after`` misses on at 18 or 19.

    ``stray`` is the share of calls at any hour, and of Saturdays and Sundays worked. That is the feedback of the product's own advice: late hours are tried on people who are hard to reach.
    """
    n_tries, done = np.zeros(world.n, dtype=int), np.zeros(world.n, dtype=bool)
    rows = []
    for day in range(days):
        date = pd.Timestamp(START.replace(tzinfo=None)) + pd.Timedelta(days=day)
        who = np.flatnonzero((world.arrives < day) & ~done & (n_tries < tries) & (world.rng.random(world.n) < 0.6))
        if date.weekday() >= 5 and not uniform:
            who = who[world.rng.random(len(who)) < stray]
        if not len(who):
            continue
        hour = world.rng.choice(HABIT_HOURS, len(who))
        hour = np.where(n_tries[who] >= evening_after, world.rng.choice((12, 18, 18, 19), len(who)), hour)
        anywhere = world.rng.random(len(who)) < (1 if uniform else stray)
        hour = np.where(anywhere, world.rng.integers(9, 21, len(who)), hour)
        at = pd.DatetimeIndex(date + pd.to_timedelta(hour * 60 + world.rng.integers(0, 60, len(who)), unit="m"))
        log = world.ring(who, at)
        n_tries[who] += 1
        done[who] |= log["disposition"].ne("NO_ANSWER").to_numpy()
        rows.append(log)
    return pd.concat(rows, ignore_index=True)


def world_scored(policy: Policy, seed: int) -> tuple[World, Any, LostModel, pd.DataFrame]:
    """A world after 45 days of calls: itself, what the model was given, the model and everybody's scores."""
    world = make_world(9000, strength=0.5, seed=seed)
    calls = clean_calls(habit_log(world, days=45), as_of=SCORED_AT, hours=policy.call_hours)
    learned = learn_rates(calls, as_of=SCORED_AT, policy=policy)
    given = (world.candidates(), calls, world.events(), learned.rates)
    model = fit_lost_model(*given, as_of=SCORED_AT, policy=policy, dead_share=learned.dead_share)
    return world, given, model, score_lost(model, *given, as_of=SCORED_AT, policy=policy)


def area_under_curve(happened: Any, p: Any) -> float:
    ranks, n = rankdata(p), happened.sum()
    return float((ranks[happened].sum() - n * (n + 1) / 2) / (n * (len(p) - n)))


@pytest.fixture(scope="session")
def policy() -> Policy:
    return load_policy()


@pytest.fixture(scope="session")
def kit() -> SimpleNamespace:
    """The invented world, for tests that build their own."""
    return SimpleNamespace(
        ROLES=ROLES,
        SOURCES=SOURCES,
        WRONG_SHARE=WRONG_SHARE,
        DETECTION=DETECTION,
        START=START,
        habit_log=habit_log,
        make_world=make_world,
        world_scored=world_scored,
        area_under_curve=area_under_curve,
    )
