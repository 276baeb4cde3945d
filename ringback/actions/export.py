"""Everything out as JSON Lines, CSV or Parquet; contact data masked unless it is asked for."""

from __future__ import annotations

import csv
import json
import os
import re
import secrets
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, Literal

from ringback.analysis.pooled import pooled_rates
from ringback.errors import RingbackError, UsageError
from ringback.store.queries.export_columns import COLUMNS, as_cell, as_plain
from ringback.store.queries.exports import LEARNED, Row, newest_night, rows_of
from ringback.workspace import Workspace

Format = Literal["jsonl", "csv", "parquet"]
FORMATS: Mapping[str, Format] = {"jsonl": "jsonl", "csv": "csv", "parquet": "parquet"}
WHAT = tuple(COLUMNS)
PHONE_HEAD, PHONE_TAIL = 6, 2


def export_rows(
    workspace: Workspace, what: str, *, as_of: datetime | None = None, reveal: bool = False
) -> Iterator[Row]:
    """Yield the rows of one export with plain JSON values.

    Raises:
        UsageError: there is no such export.
    """
    if what not in COLUMNS:
        raise UsageError(f"There is no export {what!r}; choose one of {', '.join(WHAT)}.")
    with workspace.reading() as session:
        rows = rows_of(session, what, as_of=as_of)
        for row in _with_pooled(list(rows)) if what == "rates" else rows:
            plain = {name: as_plain(value) for name, value in row.items()}
            yield plain if reveal else _masked(plain)


def format_of(name: str | None, out: Path | None) -> Format:
    """Return the format that is named, else what the file to write is called after, else JSON Lines.

    Raises:
        UsageError: there is no such format.
    """
    if name is None:
        return FORMATS.get(out.suffix.lower().removeprefix("."), "jsonl") if out else "jsonl"
    if name not in FORMATS:
        raise UsageError(f"There is no format {name!r}; choose jsonl, csv or parquet.")
    return FORMATS[name]


def export(
    workspace: Workspace,
    what: str,
    *,
    fmt: Format = "jsonl",
    out: Path | None = None,
    as_of: datetime | None = None,
    reveal: bool = False,
) -> int:
    """Write one export to ``out`` (default: stdout; Parquet needs a file) and return the number of rows.

    A file appears whole or not at all.
    """
    rows = export_rows(workspace, what, as_of=as_of, reveal=reveal)
    if fmt == "parquet":
        if out is None:
            raise UsageError("Parquet cannot go to the terminal; name a file with --out.")
        return _write_parquet(rows, COLUMNS[what], out)
    with _sink(out) as file:
        return _write_csv(rows, COLUMNS[what], file) if fmt == "csv" else _write_jsonl(rows, file)


def why_empty(workspace: Workspace, what: str, *, as_of: datetime | None) -> str | None:
    """Return why an export of what nights make has no rows, and what to do; None for other exports.

    Only the newest night's results are kept: an earlier ``as_of`` finds none of them.
    """
    if what not in LEARNED:
        return None
    with workspace.reading() as session:
        newest = newest_night(session, what)
    if newest is None:
        return f"No night has made {what} yet, or the last one knew nobody to call at its time; run: ringback nightly"
    if as_of is None or newest <= as_of:
        return None
    return (
        f"The {what} that stand here were made as of {newest:%Y-%m-%dT%H:%M:%SZ}, later than --as-of; only the newest night's are"
        f" kept. To have them as of that moment, run: ringback nightly --as-of {as_of.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    )


def stored_night(workspace: Workspace) -> datetime | None:
    """Return the moment of the night whose scores stand in the pool; None before the first."""
    with workspace.reading() as session:
        return newest_night(session, "scores")


def mask_phone(phone: str) -> str:
    """Return a phone with its middle hidden: +86138****00."""
    return f"{phone[:PHONE_HEAD]}****{phone[-PHONE_TAIL:]}" if len(phone) > PHONE_HEAD + PHONE_TAIL else "****"


def mask_email(email: str) -> str:
    """Return a mail address with its local part hidden: l***@example.com."""
    local, _, domain = email.partition("@")
    return f"{local[:1]}***@{domain}"


def mask_contact(value: str | None) -> str | None:
    """Return any contact value masked, by its shape."""
    if value is None:
        return None
    if "@" in value:
        return mask_email(value)
    return mask_phone(value) if re.fullmatch(r"\+\d+", value) else f"{value[:2]}***"


def _with_pooled(rates: list[Row]) -> Iterator[Row]:
    for row, pooled in zip(rates, pooled_rates(rates), strict=True):
        yield row | {"pooled": pooled}


def _masked(row: Row) -> Row:
    hidden = dict(row)
    for name in ("phones", "emails"):
        if name in hidden:
            hidden[name] = [mask_contact(value) for value in hidden[name]]
    for name in ("to", "wechat", "linkedin"):
        if name in hidden:
            hidden[name] = mask_contact(hidden[name])
    if hidden.get("note") and "event_id" in hidden:
        hidden["note"] = "***"
    return hidden


@contextmanager
def _sink(out: Path | None) -> Iterator[IO[str]]:
    if out is None:
        yield sys.stdout
        return
    draft = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            yield file
        os.replace(draft, out)  # noqa: PTH105 (one atomic step)
    except OSError as error:
        raise RingbackError(f"Cannot write {out} ({error.strerror}); choose another place with --out.") from error
    finally:
        draft.unlink(missing_ok=True)


def _write_jsonl(rows: Iterator[Row], file: IO[str]) -> int:
    n = 0
    for n, row in enumerate(rows, start=1):  # noqa: B007 (the count is the result)
        file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return n


def _write_csv(rows: Iterator[Row], columns: tuple[str, ...], file: IO[str]) -> int:
    writer = csv.DictWriter(file, fieldnames=columns)
    writer.writeheader()
    n = 0
    for n, row in enumerate(rows, start=1):  # noqa: B007 (the count is the result)
        writer.writerow({name: as_cell(row.get(name)) for name in columns})
    return n


def _write_parquet(rows: Iterator[Row], columns: tuple[str, ...], out: Path) -> int:
    import pandas as pd  # noqa: PLC0415 (only for this format)

    listed: list[dict[str, Any]] = [{name: as_cell(row.get(name)) for name in columns} for row in rows]
    frame = pd.DataFrame(listed, columns=list(columns))
    draft = out.with_name(f".{out.name}.part")
    try:
        frame.to_parquet(draft, index=False)
        draft.replace(out)
    except OSError as error:
        raise RingbackError(f"Cannot write {out} ({error.strerror}); choose another place with --out.") from error
    return len(listed)
