"""Tables on a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table


def print_rows(rows: Sequence[dict[str, Any]], *, title: str | None, unbroken: Collection[str] = ()) -> None:
    """Print rows as a table that fits the terminal; the first row names the columns, those to be copied are ``unbroken``.

    Without rows it says that there is nothing.
    """
    if not rows:
        Console().print(f"{title}: 没有 / nothing" if title else "没有 / nothing")
        return
    table = Table(title=title, title_justify="left", show_edge=False, header_style="bold")
    for name in rows[0]:
        table.add_column(name, overflow="fold", no_wrap=name in unbroken)
    for row in rows:
        table.add_row(*("" if value is None else str(value) for value in row.values()))
    Console(soft_wrap=False).print(table)
