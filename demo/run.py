"""The demonstration: invented resumes through the whole pipeline under a Prefect server of its own. ``make demo``.

It works in the ordinary home folder (``RINGBACK_HOME``, default ``./data``), so that afterwards every command and ``make up``
show what it did. Running it again doubles nothing. Nothing is sent: messages go to the console channel.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).resolve().parent
INBOX = HERE / "inbox"


def main() -> None:
    """Run the demonstration; exit code 1 with one sentence if a part of it could not be done."""
    os.environ["RINGBACK_CHANNELS"] = "console"
    os.environ.setdefault("RINGBACK_SETTLE_SECONDS", "0")
    os.environ.setdefault("PREFECT_LOGGING_LEVEL", "WARNING")
    started = time.monotonic()
    try:
        _demonstrate()
    except KeyboardInterrupt:
        sys.exit("demo: stopped; run it again, it goes on where it was.")
    except Exception as error:
        if os.environ.get("RINGBACK_DEBUG"):
            raise
        sys.exit(f"demo: {type(error).__name__}: {error} (RINGBACK_DEBUG=1 shows where)")
    print(f"({time.monotonic() - started:.0f} s)")


def _demonstrate() -> None:
    from deployments.server import running_server
    from ringback.workspace import open_workspace

    workspace = open_workspace()
    with _step(f"putting invented resumes into {workspace.drop}"):
        shutil.copytree(INBOX, workspace.drop, dirs_exist_ok=True)
    with _step("starting a Prefect server of its own"):
        context = running_server(workspace.settings.home)
        server = context.__enter__()
    try:
        os.environ.update(PREFECT_API_URL=server.api_url, PREFECT_HOME=server.environment["PREFECT_HOME"])
        _walk()
    finally:
        context.__exit__(None, None, None)


def _walk() -> None:
    """Run the flows in this process, each as a run that the server records."""
    from demo.history import log_history, now_for_messages
    from demo.summary import print_summary
    from flows.dispatch import dispatch
    from flows.ingest import ingest
    from flows.nightly import nightly
    from flows.remind import remind
    from tasks.steps import workspace

    with _step("flow ingest: reading, validating, joining into one pool"):
        _told(ingest(return_state=True))
    with _step("four weeks of invented calls, replies and an opt-out"):
        print(f"   {log_history(workspace(), now=datetime.now(UTC))}")
    with _step("flow nightly: learning hours, scoring, planning"):
        _told(nightly(return_state=True))
    moment = now_for_messages(workspace())
    told = f"{moment.astimezone(ZoneInfo(workspace().settings.timezone)):%Y-%m-%d %H:%M}"
    what = "flow dispatch: what may be sent (console channel), as of the next hour for messages"
    with _step(f"{what}: {told} (the week counts them from then on)"):
        _told(dispatch(as_of=moment, return_state=True))
    with _step("flow remind: today's list"):
        _told(remind(return_state=True))
    print_summary(workspace(), expected=json.loads((HERE / "expected.json").read_text(encoding="utf-8")))


def _told(state: object) -> None:
    """Print what a flow run says of itself; a failed one ends the demonstration."""
    name, message = getattr(state, "name", "?"), getattr(state, "message", "")
    if name != "Completed":
        raise RuntimeError(f"a flow run ended {name}: {message}")
    print(f"   {message}")


@contextmanager
def _step(what: str) -> Iterator[None]:
    print(f"-> {what} ...", flush=True)
    started = time.monotonic()
    yield
    print(f"   done in {time.monotonic() - started:.1f} s", flush=True)


if __name__ == "__main__":
    main()
