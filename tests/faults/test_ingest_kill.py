"""Real ``ringback ingest`` processes, killed at any moment and run two at a time: the pool comes out the same."""

from __future__ import annotations

import random
import subprocess
import time
from pathlib import Path

import pytest

from ringback.store.files import digest_of
from tests.standins.homes import (
    INBOX,
    RINGBACK,
    Pool,
    environment,
    fill_inbox,
    ingested_home,
    open_home,
    pool_of,
    ringback,
)

N_KILLS = 6


def start(home: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*RINGBACK, "ingest", "--json"],
        env=environment(home),
        cwd=home.parent,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def pool_at(home: Path) -> Pool:
    ws = open_home(home)
    try:
        return pool_of(ws)
    finally:
        ws.engine.dispose()


def wait_for_work(home: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the process has begun with the files, so that blows fall on work and not on imports."""
    for _ in range(600):
        if process.poll() is not None or (home / ".intake.lock").exists():
            return
        time.sleep(0.05)


@pytest.mark.parametrize("seed", [1])
def test_killed_at_any_moment_and_run_again_it_ends_in_the_same_pool(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311
    home = tmp_path / "home"
    fill_inbox(home)
    policy = tmp_path / "policy.toml"
    policy.write_text("[reading]\nbatch_files = 8\n", encoding="utf-8")  # many batches: many places to die in
    n_killed = 0
    while n_killed < N_KILLS:
        process = subprocess.Popen(
            [*RINGBACK, "ingest"],
            env=environment(home, RINGBACK_POLICY=str(policy)),
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_for_work(home, process)
        try:
            process.wait(timeout=dice.uniform(0.1, 5.0))
            break  # it came to its end before the blow
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            n_killed += 1
    assert n_killed
    done = ringback(home, "ingest", "--json")
    assert done.returncode == 0, done.stderr
    assert pool_at(home) == pool_at(ingested_home())


def test_two_at_once_share_the_work_and_make_one_pool(tmp_path: Path) -> None:
    home = tmp_path / "home"
    fill_inbox(home)
    both = [start(home), start(home)]  # also the first start of this home: schema and keyset are made once
    assert [process.wait(timeout=180) for process in both] == [0, 0]
    assert pool_at(home) == pool_at(ingested_home())


def test_every_digest_of_the_inputs_rests_exactly_once() -> None:
    dropped = {digest_of(path) for path in INBOX.rglob("*") if path.is_file()}
    pool = pool_at(ingested_home())
    assert set(pool.digests) == dropped
    assert set(pool.digests.values()) == {1}
    assert pool.left_in_drop == 0
