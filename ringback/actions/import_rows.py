"""Rows of an old pool or log, one dict a row, whatever the file: CSV, JSON Lines or XLSX. Streams; holds one row."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ringback.errors import UsageError
from ringback.rules.log_columns import MAX_UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

Row = dict[str, Any]
REST = "more"
"""What stands behind the last named column of a CSV."""
_ENCODINGS = ("utf-8-sig", "gb18030")
_SAMPLE_BYTES = 1 << 20


def read_rows(path: Path) -> Iterator[tuple[int, Row | str]]:
    """Give (line number as a person counts, row); a line that cannot be read comes as a text saying why.

    Raises:
        UsageError: there is no such file, or it is of a kind that is not imported.
    """
    if not path.is_file():
        raise UsageError(f"{path} is not a file; name a CSV, JSON Lines or XLSX file.")
    kinds = {
        ".csv": _csv,
        ".tsv": _csv,
        ".txt": _csv,
        ".jsonl": _json_lines,
        ".ndjson": _json_lines,
        ".xlsx": _sheet,
        ".xls": _sheet,
    }
    reader = kinds.get(path.suffix.lower())
    if reader is None:
        raise UsageError(f"{path.name} is not imported: save it as .csv, .jsonl or .xlsx.")
    return reader(path)


@dataclass(slots=True)
class ColumnsSeen:
    """What the columns of a file are called, in the order in which they came.

    Of those that are not known only the first ``MAX_UNKNOWN`` are kept, and ``has_more`` tells that there are others: lines of
    JSON may each have names of their own.
    """

    is_known: Callable[[str], bool]
    names: dict[str, None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    has_more: bool = False

    def note(self, row: Row) -> None:
        """Keep the names of a row that were not seen before."""
        for name in row:
            if not name or name == REST or name in self.names:
                continue
            is_known = self.is_known(name)
            if not is_known and len(self.unknown) == MAX_UNKNOWN:
                self.has_more = True
                continue
            self.names[name] = None
            if not is_known:
                self.unknown.append(name)


def noting_columns(rows: Iterator[tuple[int, Row | str]], seen: ColumnsSeen) -> Iterator[tuple[int, Row | str]]:
    """Give the rows as they come, and collect in ``seen`` what their columns are called."""
    last: Any = None
    for number, row in rows:
        if not isinstance(row, str) and row.keys() != last:
            last = row.keys()
            seen.note(row)
        yield number, row


def _encoding_of(path: Path) -> str:
    """Return UTF-8 if the beginning is, else GB 18030, in which Chinese spreadsheets save."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE_BYTES)
    for encoding in _ENCODINGS:
        try:
            sample[: sample.rfind(b"\n") + 1 or None].decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "utf-8"


def _csv(path: Path) -> Iterator[tuple[int, Row | str]]:
    csv.field_size_limit(16 << 20)
    with path.open(encoding=_encoding_of(path), errors="replace", newline="") as file:
        head = file.readline()
        file.seek(0)
        delimiter = max(",;\t", key=head.count)
        reader = csv.DictReader(file, delimiter=delimiter, restkey=REST, restval="")
        for number, row in enumerate(reader, start=2):
            yield number, {str(name).strip(): _storable(value) for name, value in row.items()}


def _json_lines(path: Path) -> Iterator[tuple[int, Row | str]]:
    with path.open(encoding="utf-8-sig", errors="replace") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except ValueError as error:
                yield number, f"not JSON: {error}"
                continue
            if isinstance(row, dict):
                yield number, {_clean(name): _storable(value) for name, value in row.items()}
            else:
                yield number, "not a JSON object"


def _sheet(path: Path) -> Iterator[tuple[int, Row | str]]:
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 (only for spreadsheets)

    try:
        rows = iter(CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python())
    except (CalamineError, OSError, ValueError) as error:
        raise UsageError(
            f"{path.name} cannot be opened as a spreadsheet ({error}); open it, save it anew as .xlsx or .csv, and import that."
        ) from error
    names = [str(name).strip() for name in next(rows, [])]
    for number, values in enumerate(rows, start=2):
        if any(value not in ("", None) for value in values):
            yield number, {name: _plain(value) for name, value in zip(names, values, strict=False) if name}


def _storable(value: Any) -> Any:
    """Return a value without what no database takes: NUL, and halves of surrogate pairs."""
    if isinstance(value, str):
        return value if value.isascii() and "\x00" not in value else _clean(value)
    if isinstance(value, list):
        return [_clean(each) if isinstance(each, str) else each for each in value]
    return value


def _clean(text: str) -> str:
    return text.replace("\x00", "").encode("utf-8", "replace").decode()


def _plain(value: Any) -> Any:
    """Return numbers that are whole as digits: a phone number in a spreadsheet is a float."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else value
