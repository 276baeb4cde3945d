"""One dispatcher as a process of its own, for tests that kill it: works until nothing is open, then exits 0.

The clock is shared by all processes of a test: noon on a working day in Shanghai, plus the time since ``--began``.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import time
from datetime import datetime, timedelta

from ringback.actions.outreach import dispatch_due
from ringback.settings import Settings
from ringback.workspace import open_workspace


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--settings", required=True)
    parser.add_argument("--noon", required=True)
    parser.add_argument("--began", type=float, required=True)
    asked = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    noon = datetime.fromisoformat(asked.noon)
    ws = open_workspace(Settings(**json.loads(asked.settings)))
    (ws.settings.home / f"ready-{os.getpid()}").touch()
    dispatch_due(ws, now=lambda: noon + timedelta(seconds=time.time() - asked.began), drain=True)


if __name__ == "__main__":
    main()
