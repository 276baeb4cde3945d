"""Tables on a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from rich.console import Console
from rich.table import Table


def print_rows(rows: Sequence[dict[str, Any]], *, title: str | None, unbroken: Collection[str] = ()) -> None:
    """Print rows as a table that fits the terminal; the first row names the columns, those to be copied are ``unbroken``.

    Columns that tell nothing in any row are left out. Without rows it says that there is nothing.
    """
    if not rows:
        Console().print(f"{title}: 没有 / nothing" if title else "没有 / nothing")
        return
    table = Table(title=title, title_justify="left", show_edge=False, header_style="bold")
    told = [name for name in rows[0] if any(row[name] not in (None, "") for row in rows)]
    for name in told:
        table.add_column(name, overflow="fold", no_wrap=name in unbroken)
    for row in rows:
        table.add_row(*(_shown(row[name]) for name in told))
    Console(soft_wrap=False).print(table)


def _shown(value: Any) -> str:
    """Return a value as people read it; an instant to the minute, in UTC."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%MZ}"
    return "" if value is None else str(value)
