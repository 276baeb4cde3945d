"""Bytes on disk: their digest, and a move that never leaves half a file."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def has_bytes(path: Path, sha256: str) -> bool:
    """Tell whether a file with this digest is there."""
    return path.is_file() and digest_of(path) == sha256


def move_file(origin: Path, target: Path) -> None:
    """Move across file systems without a moment in which only half of the file exists at the target."""
    try:
        origin.rename(target)
    except OSError:
        draft = target.with_name(f".{target.name}.part")
        shutil.copyfile(origin, draft)
        with draft.open("rb") as file:
            os.fsync(file.fileno())
        draft.replace(target)
        origin.unlink()
