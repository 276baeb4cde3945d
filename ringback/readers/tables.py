"""Lists: XLSX, XLS, ODS and CSV with a person a row; a sheet without such columns is read as one document (a form)."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Any

from ringback.readers import patterns as re
from ringback.readers.column_cells import ROWS_SEEN, people_by_cells, with_columns_by_cells
from ringback.readers.columns import fields_of_header
from ringback.readers.document import Container, Content, Document, Line, People, Record
from ringback.readers.header_groups import fields_under_groups
from ringback.readers.jsonresume import record_of_script, record_of_yaml
from ringback.readers.no_answers import is_no_answer
from ringback.readers.normalise import show
from ringback.readers.parted_columns import part_columns
from ringback.readers.refusals import Refused, explain
from ringback.readers.sheet_bounds import without_far_cells
from ringback.readers.sheet_forms import (
    MIN_KNOWN_COLUMNS,
    are_labels_below,
    begins_form,
    is_table_in_form,
    looks_like_form,
)
from ringback.readers.sheet_people import forms_of_people
from ringback.readers.text import decode, document_of_text
from ringback.readers.transposed import transposed
from ringback.readers.zipbounds import check_declared, read_bounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ringback.readers.limits import ReaderLimits
    from schemas.records import Unreadable

MAX_CELL = 32_767  # as many as a spreadsheet's own cells hold
_NAMES = frozenset({"name", "first_name", "last_name", "english_name"})  # Null is a surname
_NOTE_BELOW = re.compile(
    r".*[:：]|(?:合计|总计|小计|备注|说明|注)(?![\u4e00-\u9fff])|共\s?\d+|第\s?\d+\s?页|制表|填表|审核"
    r"|(?:total|subtotal|notes?|prepared|compiled|exported|generated|printed|updated|source|page|end of|n =)\b",
    re.IGNORECASE,
)
HEADER_ROWS = 12  # titles and notes stand above the header of many lists
ROWS_BELOW = 3  # of a header, which tell whether it is one
MAX_COLUMNS = 1000  # of a list; no board writes as many
_OF_GOODS = re.compile(
    r"(?:order|invoice|quote)(?:no|id|number|date)?|product(?:name)?|item|sku|qty|quantity|amount|(?:unit|total)?price|total"
    r"|(?:订单|发票|合同|运单)(?:号码?|编号|日期|金额)?|(?:商品|产品|货物)(?:名称|编号)?|数量|单价|总价|金额|合计|发货.*|收货.*"
)
MOST_OF_GOODS = 1
WHO = frozenset({"name", "phones", "emails"})
_RULE = re.compile(r"\s*:?-{2,}:?\s*|\s*")
_DELIMITERS = (",", "\t", ";", "|")
_WIDE_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_MANY_VALUED = frozenset({"phones", "emails", "skills"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    rows: Sequence[Sequence[Any]]
    first_row: int = 1  # the printed number of rows[0]


@dataclass(frozen=True, slots=True)
class _List:
    sheet: _Sheet
    header: tuple[str, ...]
    first_at: int  # of the rows, the first below the header
    fields: tuple[str | None, ...]


def read_workbook(data: bytes, limits: ReaderLimits, *, name: str) -> Content:
    """Read a workbook: its lists of people, or, when it has none, its cells as a document.

    Raises:
        Refused: ``encrypted``, ``truncated`` or ``empty``.
    """
    import python_calamine  # noqa: PLC0415 - loaded for the first workbook

    try:
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [_load(book, index, title, limits) for index, title in enumerate(book.sheet_names[:100])]
    except python_calamine.PasswordError as error:
        raise Refused("encrypted") from error
    except (python_calamine.CalamineError, OSError, ValueError, KeyError, IndexError) as error:
        raise Refused("truncated", "workbook") from error
    return _content([sheet for sheet in sheets if sheet.rows], name=name)


def read_xlsx(data: bytes, limits: ReaderLimits) -> Content:
    """Read XLSX, XLSM or ODS: a package, so it is checked for bombs first.

    Raises:
        Refused: ``bomb``, ``encrypted``, ``truncated`` or ``empty``.
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        check_declared(archive, limits, max_bytes=limits.max_part_bytes)
        for info in archive.infolist():
            if info.filename.endswith(("sheet1.xml", "sharedStrings.xml", "workbook.xml", "content.xml")):
                head = read_bounded(archive, info, limits, max_bytes=limits.max_part_bytes)[:4096].replace(b"\0", b"")
                if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
                    raise Refused("xxe")
    return read_workbook(without_far_cells(data, limits), limits, name="xlsx")


def read_xls(data: bytes, limits: ReaderLimits) -> Content:
    """Read XLS (Excel 97 to 2003).

    Raises:
        Refused: ``encrypted``, ``truncated`` or ``empty``.
    """
    return read_workbook(data, limits, name="xls")


def read_text_or_list(data: bytes, limits: ReaderLimits) -> Content:
    """Read plain text, which is a list of people when its first lines are such columns.

    Raises:
        Refused: as :func:`ringback.readers.text.document_of_text`.
    """
    text = decode(data)
    return (
        read_list_of_text(text, limits)
        or record_of_yaml(text[: limits.max_text_chars], limits)
        or record_of_script(text, limits)
        or document_of_text(text, limits)
    )


def _load(book: Any, index: int, title: str, limits: ReaderLimits) -> _Sheet:
    sheet = book.get_sheet_by_index(index)
    start = sheet.start or (0, 0)
    rows = [row[:MAX_COLUMNS] for row in sheet.to_python(skip_empty_area=True, nrows=limits.max_rows)]
    return _Sheet(name=title, rows=rows, first_row=start[0] + 1)


def read_list_of_text(text: str, limits: ReaderLimits) -> Content | None:
    """Read delimited text as a list of people; None when it is no list."""
    csv.field_size_limit(max(len(text), 1_000_000))
    head = [line for line in text.lstrip("\ufeff").splitlines()[: HEADER_ROWS + 20] if line.strip()]
    for delimiter in _DELIMITERS:
        if sum(line.count(delimiter) > 0 for line in head[:HEADER_ROWS]) == 0:
            continue
        rows = _without_rules(csv.reader(head[:HEADER_ROWS], delimiter=delimiter))
        if not _holds_people(_Sheet("", rows)):
            continue
        try:
            reader = csv.reader(io.StringIO(text.lstrip("\ufeff").replace("\x00", "")), delimiter=delimiter)
            whole = _without_rules(islice(reader, limits.max_rows))
        except csv.Error as error:
            raise Refused("truncated", "CSV") from error
        if _are_mostly_undivided(whole):
            continue
        return _content([_Sheet("", whole)], name="csv")
    if not _lists_by_cells([_Sheet("", list(map(_parted, head[:HEADER_ROWS])))]):
        return None
    lists = _lists_by_cells([_Sheet("", list(map(_parted, text.splitlines()[: limits.max_rows])))])
    return People(format="txt", records=_records(lists, name="txt")) if lists else None


def _are_mostly_undivided(rows: list[list[str]]) -> bool:
    """Tell a text with a row of labels in its head (``[Phone] | [E-mail]``) from a list: most of its lines have one cell."""
    lines = [row for row in rows if any(cell.strip() for cell in row)]
    return sum(len(row) == 1 for row in lines) * 2 > len(lines)


def _parted(line: str) -> list[str]:
    return _WIDE_GAP.split(line.lstrip("\ufeff").strip())


def list_of_rows(rows: list[list[str]], *, name: str) -> Content | None:
    """Read the rows of a table as a list of people; None when it is no list."""
    sheet = _Sheet("", rows)
    return _content([sheet], name=name) if _holds_people(sheet) else None


def _without_rules(rows: Iterable[list[str]]) -> list[list[str]]:
    """Leave out the rule of a Markdown table (|---|---|); its row stays, empty, so that rows keep their numbers."""
    return [[] if row and all(_RULE.fullmatch(cell) for cell in row) else row for row in rows]


def _content(sheets: list[_Sheet], *, name: str) -> Content:
    if not sheets:
        raise Refused("empty", "workbook without cells")
    lists = (
        [found for found in map(_find_list, sheets) if found] or _lists_by_columns(sheets) or _lists_by_cells(sheets)
    )
    if lists:
        return People(format=name, records=_records(lists, name=name))
    if forms := forms_of_people(
        [(sheet.name, [[_cell(value) for value in row] for row in sheet.rows[:200]]) for sheet in sheets]
    ):
        return Container(format=name, members=iter(forms))
    lines = (
        Line("\t".join(_cell(value) for value in row).strip("\t")) for sheet in sheets for row in sheet.rows[:2000]
    )
    kept = tuple(line for line in lines if line.text.strip())
    if not kept:
        raise Refused("empty", "workbook without cells")
    return Document(format=name, lines=kept)


def _find_list(sheet: _Sheet) -> _List | None:
    """Find the header: the row of the first few that names most columns we know, among them who the person is."""
    best: tuple[int, int, tuple[str | None, ...]] | None = None
    shown = [[_cell(value) for value in row] for row in sheet.rows[: HEADER_ROWS + ROWS_BELOW]]
    for index, row in enumerate(sheet.rows[:HEADER_ROWS]):
        filled = shown[index][:MAX_COLUMNS]
        fields = fields_under_groups(shown[index - 1], filled) if index else fields_of_header(filled)
        known = {field for field in fields if field}
        if best is None and begins_form(filled, fields):
            return None
        below = slice(index + 1, index + 1 + ROWS_BELOW)
        follows = [cells for cells, row in zip(shown[below], sheet.rows[below], strict=True) if any(row)]
        if len(known) < MIN_KNOWN_COLUMNS or not known & WHO or not follows or _is_of_goods(row):
            continue
        if is_table_in_form(filled):
            continue
        if are_labels_below(filled, follows) or looks_like_form(filled, fields):
            continue
        if best is None or len(known) > best[0]:
            best = (len(known), index, fields)
    if best is None:
        return None
    first = best[1] + 1
    cells = [[_cell(value) for value in row[:MAX_COLUMNS]] for row in sheet.rows[first : first + ROWS_SEEN]]
    if part_columns(shown[best[1]], cells):
        rows = ([_cell(value) for value in row[:MAX_COLUMNS]] for row in sheet.rows[first:])
        heads, parted = part_columns(shown[best[1]], list(rows)) or (shown[best[1]], cells)
        return _find_list(_Sheet(sheet.name, [heads, *parted], sheet.first_row + best[1]))
    header = tuple(_cell(value) for value in sheet.rows[best[1]])
    return _List(sheet, header, best[1] + 1, with_columns_by_cells(header, cells, best[2]))


def _lists_by_columns(sheets: list[_Sheet]) -> list[_List]:
    shown = [[[_cell(value) for value in row[:MAX_COLUMNS]] for row in sheet.rows[:MAX_COLUMNS]] for sheet in sheets]
    turned = [
        _Sheet(sheet.name, rows) for sheet, cells in zip(sheets, shown, strict=True) if (rows := transposed(cells))
    ]
    return [found for found in map(_find_list, turned) if found]


def _holds_people(sheet: _Sheet) -> bool:
    return bool(_find_list(sheet) or _lists_by_cells([sheet]))


def _lists_by_cells(sheets: list[_Sheet]) -> list[_List]:
    """Return the sheets with people a row under no head that we know; none where the first is another: a form's tables."""
    lists: list[_List] = []
    for sheet in sheets:
        rows = [[_cell(value) for value in row[:MAX_COLUMNS]] for row in sheet.rows[: HEADER_ROWS + ROWS_SEEN]]
        found = people_by_cells(rows)
        if found is None and not lists:
            return []
        if found:
            first_at, fields = found
            above = next((row for row in reversed(rows[:first_at]) if any(row)), [])
            header = tuple(above) if sum(map(bool, above)) > 1 else ()
            lists.append(_List(sheet, header, first_at, fields))
    return lists


def _is_of_goods(row: Sequence[Any]) -> bool:
    """Tell the header of orders and deliveries: their customers are no candidates."""
    words = (re.sub(r"[\s_.]+", "", _cell(value)).lower() for value in row)
    return sum(_OF_GOODS.fullmatch(word) is not None for word in words) > MOST_OF_GOODS


def _records(lists: list[_List], *, name: str) -> Iterator[Record | Unreadable]:
    for found in lists:
        prefix = f"{found.sheet.name}!" if len(lists) > 1 and found.sheet.name else ""
        width = max(map(len, found.sheet.rows))
        header = [*found.header, *[""] * (width - len(found.header))]
        seen: set[tuple[str, ...]] = set()
        for index, row in enumerate(found.sheet.rows[found.first_at :], found.first_at):
            cells = tuple(_cell(value) for value in row)
            if not any(cells) or cells == found.header:
                continue
            member = f"{prefix}row {found.sheet.first_row + index}"
            if cells in seen:
                yield explain("duplicate_row", member=member)
                continue
            seen.add(cells)
            yield _record(cells, header, found.fields, name=name, member=member)


def _record(
    cells: tuple[str, ...], header: list[str], fields: tuple[str | None, ...], *, name: str, member: str
) -> Record | Unreadable:
    values: dict[str, str] = {}
    extra: dict[str, Any] = {}
    for column, text in enumerate(cells):
        field = fields[column] if column < len(fields) else None
        if not text or (field not in _NAMES and is_no_answer(text)):
            continue
        if field is None:
            extra[(header[column] if column < len(header) else "") or f"column {column + 1}"] = text
        elif field in values and field in _MANY_VALUED:
            values[field] += f"; {text}"
        elif field not in values:
            values[field] = text
    is_note = values.keys() == {"name"} and not extra and _NOTE_BELOW.match(values["name"])  # 制表人：…, below the list
    if is_note or (not WHO & values.keys() and "wechat" not in values):
        return explain("invalid_row", member=member)
    text = "\n".join(
        f"{label}：{value}" if label else value for label, value in zip(header, cells, strict=False) if value
    )
    return Record(format=name, values=values, member=member, extra=extra, text=text)


def _cell(value: Any) -> str:
    """Write a cell as print shows it: numbers of phones come back from spreadsheets as floats."""
    if value is None or value == "":
        return ""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time(0) else value.isoformat(" ")
    if isinstance(value, date | time | timedelta):
        return str(value)
    return show(str(value)[:MAX_CELL]).strip().lstrip("'")
