"""The town of the present job, where nothing tells in which one the person lives: 美团 北京，中国 / 算法工程师 2023.12 - 至今."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.entries import latest
from ringback.readers.fields.jobs.entry_dates import Entry
from ringback.readers.fields.jobs.items import item_of
from ringback.readers.fields.jobs.job_sections import where_jobs_stand
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.places.towns import CITY_SUFFIX, town_of_district
from ringback.readers.fields.wordlists import chinese_cities

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_ROW = 60
_OF_TOWN = frozenset("市区县區縣")  # 武汉市洪山区, but no 深圳大学
_DISTRICT = re.compile("(?<=[\u4e00-\u9fff]{2})市[\u4e00-\u9fff]{1,4}[区县镇]$")
_FIRST_CELL = re.compile(r"\t|\s{2,}|\s*[(]?(?=(?:19|20)\d{2})")
_GLUED = re.compile("([\u4e00-\u9fff]{2,12}(?<![在于自赴驻到去])) ?([\u4e00-\u9fff]{2,3})")
_IN_NAME = re.compile("\\([^()]*\\)(?=[\u4e00-\u9fff])")  # 青禾科技（深圳）有限公司
_PIECES = re.compile(r"\s*[|·/\t,，、()\[\]@:]\s*|\s+[-–—]+\s+|\s+")


def town_of_work(sheet: Sheet) -> Found[str] | None:
    """Return the Chinese town that stands as a piece of its own in the header of the job that goes on."""
    entries = where_jobs_stand(sheet)[1] if sheet.is_chinese else []
    present = [one for one in entries if one.period.end == NOW and sheet.sections[one.line] == "experience"]
    if not present:
        return None
    entry = latest(present)
    for number in _rows(sheet, entry, entries):
        for piece in _PIECES.split(_IN_NAME.sub("", sheet.folded[number])):
            if town := _town_in(piece):
                return Found(town, "layout", 0.5, sheet.shown[number].strip())
    return town_behind(sheet, entry)


def town_behind(sheet: Sheet, entry: Entry) -> Found[str] | None:
    """Return the town that print has run together with the firm beside the dates: 青禾科技北京<tab>2017.4 – 至今."""
    first = _FIRST_CELL.split(sheet.folded[entry.line])[0]
    glued = _GLUED.fullmatch(first)
    is_town = glued is not None and glued.group(2) in chinese_cities() and not title_score(first)
    return Found(glued.group(2), "layout", 0.5, sheet.shown[entry.line]) if glued and is_town else None


def _town_in(piece: str) -> str | None:
    town = town_of_district(piece) if piece[-1:] in _OF_TOWN else None
    town = town or CITY_SUFFIX.sub("", _DISTRICT.sub("市", piece))
    return town if town in chinese_cities() else None


def _rows(sheet: Sheet, entry: Entry, entries: list[Entry]) -> list[int]:
    """Return the lines of the header: those of the dates, the one above and the one below, unless they describe work."""
    dated = {line for one in entries if one is not entry for line in range(one.line, one.last + 1)}
    rows = [*range(entry.line, entry.last + 1), entry.line - 1, entry.last + 1]
    return [
        i
        for i in rows
        if 0 <= i < len(sheet.folded)
        and i not in dated
        and not sheet.headings[i]
        and sheet.sections[i] == sheet.sections[entry.line]
        and len(sheet.folded[i]) <= MAX_ROW
        and (entry.line <= i <= entry.last or item_of(sheet.shown[i]) is None)
        and not re.search("[。；;]", sheet.folded[i])
    ]
