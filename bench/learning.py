"""Processor time of learning and planning against a bare pandas groupby on the same calls, in one run: only the ratios travel.

    python bench/learning.py                              # 10 000, 100 000 and a million candidates with as many calls
    python bench/learning.py 50000 --database postgresql://ringback:...@localhost/empty

Then two nights on a stored pool of each size (default: SQLite in a folder of its own): rates and scores as the command
``ringback nightly`` makes them, from one reading of the history, in a process of their own; before the second one a day has
passed and one candidate in a hundred was rung. Seconds by the clock, so a busy machine shows. A database that is named must
be empty, and is emptied after each size.
"""

import argparse
import resource
import tempfile
import time
import uuid
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

import ringback  # noqa: F401 (says how many threads numpy takes, so it comes first)

# isort: split
import numpy as np
import pandas as pd
from sqlalchemy import inspect, text

from ringback.actions.learn import learn_call_times, read_night, score_candidates
from ringback.analysis.calls import clean_calls
from ringback.analysis.capacity import Capacity
from ringback.analysis.lost import fit_lost_model, score_lost
from ringback.analysis.personal import as_people_differ
from ringback.analysis.priority import priorities
from ringback.analysis.prospects import with_prospects
from ringback.analysis.rates import learn_rates
from ringback.analysis.windows import best_windows
from ringback.settings import Settings, load_policy
from ringback.store.columns import insert_frame
from ringback.store.engine import make_engine, writing
from ringback.workspace import Workspace, open_workspace
from schemas.tables import Attempt, Base, BehaviourEvent, Candidate, ContactPoint, Membership, SourceRecord
from schemas.words import Channel, ContactKind, ContactState, Direction

Result = TypeVar("Result")
AS_OF = datetime(2026, 11, 22, 18, tzinfo=UTC)
ROLES = ("sales", "operations", "technology", "finance", "service", "manufacturing", "logistics")
ZONES = ("Asia/Shanghai", "America/New_York", "Europe/Berlin")


def invented_log(n: int) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """N candidates, N calls spread unevenly over 70 % of them, N / 2 events."""
    rng = np.random.default_rng(n)
    ids = np.array([str(uuid.UUID(bytes=rng.bytes(16))) for _ in range(n)], dtype=object)
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
    known = {"as_of": AS_OF, "policy": policy}
    told = timed("prospects", seconds, lambda: with_prospects(calls, candidates, events, **known))
    learned = timed("rates", seconds, lambda: learn_rates(told, **known))
    model = timed(
        "lost fit",
        seconds,
        lambda: fit_lost_model(candidates, calls, events, learned.rates, dead_share=learned.dead_share, **known),
    )
    lost = timed("lost score", seconds, lambda: score_lost(model, candidates, calls, events, learned.rates, **known))
    quiet = {(AS_OF + timedelta(days=1)).date()}
    plan = {"is_quiet": lambda _zone, day: day in quiet, "dead_share": learned.dead_share, **known}
    plan |= {"policy": as_people_differ(policy, learned.falling_off)}
    crowded = plan | {"is_quiet": lambda _zone, _day: False, "capacity": Capacity(n / 100, n)}
    timed("windows, shared hours", seconds, lambda: best_windows(candidates, calls, learned.rates, lost, **crowded))
    windows = timed("windows", seconds, lambda: best_windows(candidates, calls, learned.rates, lost, **plan))
    timed("priorities", seconds, lambda: priorities(candidates, calls, lost, windows, **known))
    return seconds | {"peak GB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20}


def fill(ws: Workspace, n: int) -> None:
    """Store an invented pool as imports would have left it: records, people, a phone each, calls, behaviour."""
    candidates, log, events = invented_log(n)
    people, at, number = candidates["candidate_id"], candidates["created_at"], np.arange(1, n + 1)
    named = pd.DataFrame(
        {"name": "候选人" + pd.Series(number).astype("str"), "title": "销售经理", "employer": "某某公司"}
    )
    records = pd.DataFrame(
        {
            "id": number,
            "uid": people.str.replace("-", ""),
            "record_id": people,
            "source": candidates["source"],
            "received_at": at,
            "role_family": candidates["role_family"],
            "timezone": candidates["timezone"],
        }
    )
    points = pd.DataFrame({"candidate_id": people, "first_seen_at": at, "updated_at": at})
    points["blind"] = pd.Series([int(one).to_bytes(8, "big") for one in number], dtype=object)
    with ws.writing() as session:
        for model, frame, constants in (
            (SourceRecord, records, {"profile": {}, "is_name_masked": False}),
            (Candidate, pd.concat([candidates, named], axis=1).assign(updated_at=at), {"is_do_not_contact": False}),
            (Membership, pd.DataFrame({"source_record_id": number, "candidate_id": people}), {"joined_at": AS_OF}),
            (ContactPoint, points, {"kind": ContactKind.PHONE.value, "value": "+8613900000000",
                                    "state": ContactState.UNVERIFIED.value, "rank": 0}),
        ):  # fmt: skip
            insert_frame(session.connection(), model.__table__, frame, **constants)
        told = events.rename(columns={"machine": "is_machine"}).assign(
            event_id=[f"b{place}" for place in range(len(events))]
        )
        insert_frame(session.connection(), BehaviourEvent.__table__, told)
    store_calls(ws, log, "e")


def store_calls(ws: Workspace, log: pd.DataFrame, prefix: str) -> None:
    calls = log[["candidate_id", "agent_id", "disposition"]].assign(
        disposition=log["disposition"].where(log["disposition"] != "", "UNKNOWN"),
        started_at=log["called_at"],
        event_id=[f"{prefix}{place}" for place in range(len(log))],
    )
    constants = {"channel": Channel.CALL.value, "direction": Direction.OUT.value, "was_random_window": False}
    with ws.writing() as session:
        insert_frame(session.connection(), Attempt.__table__, calls, recorded_at=AS_OF, **constants)


def night(settings: Settings, as_of: datetime) -> dict[str, float]:
    """Learn and score once, here; return seconds by part, and the most memory that this process had in MB."""
    ws, started = open_workspace(settings), time.monotonic()
    history = read_night(ws, as_of=as_of)
    steps = (learn_call_times(ws, as_of=as_of, night=history), score_candidates(ws, as_of=as_of, night=history))
    spent = {part: sum(step.seconds[part] for step in steps) for part in ("reading", "computing", "writing")}
    status = Path("/proc/self/status").read_text() if Path("/proc/self/status").exists() else ""
    peak = next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmHWM")), float("nan"))
    return spent | {"all": time.monotonic() - started, "peak MB": peak}


def nights(n: int, settings: Settings) -> list[dict[str, float]]:
    """Fill an empty database and spend two nights on it; everything is dropped again."""
    settings.home.mkdir()
    engine = make_engine(settings.url)
    if inspect(engine).get_table_names():
        raise SystemExit(f"{engine.url!r} is not empty; name a database that is.")
    try:
        ws = open_workspace(settings)
        fill(ws, n)
        found = [apart(night, settings, AS_OF)]
        _, log, _ = invented_log(n)
        rung = log.drop_duplicates("candidate_id").head(n // 100)
        store_calls(ws, rung.assign(called_at=pd.Timestamp(AS_OF) + timedelta(hours=10)), "later")
        ws.engine.dispose()
        return [*found, apart(night, settings, AS_OF + timedelta(days=1))]
    finally:
        with writing(engine).begin() as connection:
            Base.metadata.drop_all(connection)
            connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
        engine.dispose()


def apart(function: Callable[..., Result], *arguments: Any) -> Result:
    """Return what the function returns in a new process, whose memory is its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, *arguments).result()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("n", nargs="*", type=int, default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--database", help="URL of an empty database; default: SQLite in a new folder")
    arguments = parser.parse_args()
    for n in arguments.n:
        compute(n)
    smallest: list[dict[str, float]] = []
    for n in arguments.n:
        with tempfile.TemporaryDirectory() as folder:
            found = nights(n, Settings(home=Path(folder) / "home", database_url=arguments.database))
        smallest = smallest or found
        print(f"{n:>9,} candidates and calls, stored")
        for name, seconds, least in zip(("first night", "second night"), found, smallest, strict=True):
            grown = seconds["all"] / least["all"]
            told = "  ".join(f"{part} {value:.1f}" for part, value in seconds.items())
            print(f"  {name:<13} {told}  {grown:.1f} x the smallest", flush=True)


def compute(n: int) -> None:
    seconds = apart(measure, n)
    base = seconds["groupby"]
    total = sum(seconds[name] for name in ("clean", "prospects", "rates", "windows", "lost fit", "lost score"))
    print(f"{n:>9,} candidates and calls; peak {seconds.pop('peak GB'):.2f} GB")
    for name, spent in seconds.items():
        print(f"  {name:<24}{spent:8.2f} s {spent / base:8.1f} x groupby")
    print(f"  {'rates, windows, scores':<24}{total:8.2f} s {total / base:8.1f} x groupby", flush=True)


if __name__ == "__main__":
    main()
