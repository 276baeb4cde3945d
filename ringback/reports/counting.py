"""Numbers before nouns."""

from __future__ import annotations


def counted(n: int, one: str, many: str | None = None) -> str:
    """Return ``1 file``, ``2 files``; ``many`` where the plural is no mere s."""
    return f"{n} {one if n == 1 else many or one + 's'}"
