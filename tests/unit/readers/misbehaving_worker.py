"""A child whose reader does what its file tells it to: hang, die, eat memory, burn the processor."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from ringback.readers.read import read_file
from ringback.readers.worker import serve
from schemas.records import Reading


def misbehave(path: Path, **options: Any) -> Reading:
    order = path.read_text(encoding="utf-8").strip() if path.suffix == ".order" else ""
    if order == "hang":
        time.sleep(60)
    elif order == "die":
        os.abort()
    elif order == "exit":
        os._exit(3)
    elif order == "eat":
        hoard = [bytearray(1 << 24) for _ in range(200)]  # over three gigabytes
        return Reading(path=path, seconds=float(len(hoard)))
    elif order == "burn":
        while True:
            pass
    elif order == "print":
        os.write(1, b"a library that prints\n" * 5000)
        sys.stderr.write("mara@fernpost.example is what a library quotes\n")
        sys.stderr.flush()
    elif order == "long":
        return read_file(path, **options)
    return read_file(path, **options)


if __name__ == "__main__":
    sys.exit(serve(misbehave))
