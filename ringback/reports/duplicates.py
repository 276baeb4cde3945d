"""Doubtful pairs side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ringback.actions.duplicates import ReviewRow


def review_rows(pairs: Sequence[ReviewRow]) -> list[dict[str, Any]]:
    """Return the pairs as rows of one table: every row has the same columns, what nobody says stays empty."""
    rows = [pair.as_table_row() for pair in pairs]
    columns = list(dict.fromkeys(name for row in rows for name in row))
    return [{name: row.get(name, "") for name in columns} for row in rows]
