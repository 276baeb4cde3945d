"""What is logged of an error at a document: its class and where it was raised, never its message, which may quote the page."""

from __future__ import annotations

import contextlib
import logging
import os
import traceback
from pathlib import PurePath

LOG = logging.getLogger(__name__)
LINE = "%(asctime)s %(levelname)s %(message)s"
OURS = "ringback."


def log_fault(code: str, error: BaseException) -> None:
    """Write one line for the engineers, beside the code that the file is put aside with."""
    LOG.warning("%s: %s at %s", code, type(error).__name__, place_of(error))


def place_of(error: BaseException) -> str:
    """Return the line of ours that an error came through last, and that of the library below it: ``a.py:7 > zipfile.py:8``."""
    frames = [(frame, line) for frame, line in traceback.walk_tb(error.__traceback__)]
    ours = [number for number, (frame, _) in enumerate(frames) if frame.f_globals.get("__name__", "").startswith(OURS)]
    below = frames[ours[-1] if ours else 0 :]
    shown = [f"{PurePath(frame.f_code.co_filename).name}:{line}" for frame, line in (*below[:1], *below[1:][-1:])]
    return " > ".join(shown) or "?"


def keep_stderr_for_log() -> None:
    """Let the log of faults alone write to standard error: what libraries print of a document goes nowhere."""
    with contextlib.suppress(OSError):  # a service may have none
        handler = logging.StreamHandler(os.fdopen(os.dup(2), "w", encoding="utf-8", errors="replace"))
        handler.setFormatter(logging.Formatter(LINE))
        LOG.addHandler(handler)
        LOG.propagate = False
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    if nowhere > 2:
        os.close(nowhere)
