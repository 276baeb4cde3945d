"""The highest degree and its school."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers.fields.addresses import is_town, place_of
from ringback.readers.fields.degrees import LEVELS, SECONDARY, Degree, degrees_in, highest, patterns
from ringback.readers.fields.found import Found
from ringback.readers.fields.titles import is_placeholder
from ringback.readers.fields.wordlists import latin_cities, places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_SCHOOL_CHARS = 70
MAX_ROW_CHARS = 200  # longer lines are sentences
_LAST_LINES = 40

_HAN_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff·]{1,18}?(?:大学|学院|专科学校|职业学校|技术学校|中等专业学校|高级中学"
    r"|职业高中|师范学校|卫校|技校|党校|学校|中学|一中|二中|三中|高中)"
    r"(?:[\u4e00-\u9fff]{2,8}?(?:学院|分校|校区))?(?:[(（][\u4e00-\u9fff]{2,8}[)）])?"
)
_ACRONYMS = (
    r"IIT|IIM|IIIT|NIT|BITS|MIT|UCLA|UC|UCL|LSE|NYU|USC|CMU|UIUC|UNC|UBC|SUNY|CUNY|ETH|EPFL|INSA|INSEAD|ESSEC|ESCP|EDHEC|HKUST|HKU|CUHK"
    r"|PolyU|NUS|NTU|SMU|KAIST|SJTU|USTC|XLRI|SPJIMR|RMIT|UNSW|UiTM|UPenn|UIC|UMass|Caltech|VIT|SRM|RWTH"
)
_LATIN_SCHOOL = re.compile(
    r"\b(?:College|Institut\w{0,3}|School|Academy|Univ\.|Univers\w{2,6}|Uniwersyte\w+|Pol[iy]t[eé]\w+|Fachhochschule|Hogeschool"
    r"|Högskola\w*|Yliopisto|Egyetem|Escuela|Escola|Facultad|Faculdade|Akademi[ea]|Hochschule|[ÉE]cole|Lycée|Faculty|Kolej"
    r"|Vidyalaya|Vidyapeeth|Conservatoire|Conservatory|Seminary|TAFE|Gymnasium|Georgia Tech|Virginia Tech|Sciences Po|Texas A&M"
    rf"|HEC Paris|{_ACRONYMS})\b"
)
_SPLIT = re.compile(r"\t|\s{2,}|(?<=[a-z]{4})\.\s+|\s*[|;•·]\s*|\s+[-–—]+\s+|,\s+|，|\s*/\s*(?=[A-Z\u4e00-\u9fff])")
_DATES = re.compile(
    r"\(?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*)?(?:19|20)\d{2}\s*(?:[年./-]\s*\d{1,2}(?!\d)\s*月?)?"
    r"(?:\s*(?:-+|~|至|到|to)\s*(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?,?\s*)?(?:19|20)\d{2}\s*(?:[年./-]\s*\d{1,2}(?!\d)\s*月?)?|至今|今|现在|present|now"
    r"|current))?\)?",
    re.IGNORECASE,
)
_BLANK_SCHOOL = re.compile(
    r"(?:[xX×*_某○]{2,}|\.{3,}) ?(?:大学|学院|专业|学校|university|college)|[(\[](?:degree|school|university)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"\b(?:science|engineering|management|administra\w+|economics?|economía|arts?|design|studies|business|finance|accounting|accountancy"
    r"|marketing|commerce|mathematics|maths?|physics|chemistry|biology|\w*logy|\w*logía|\w*logie|history|english|literature|law|droit"
    r"|derecho|medicine|nursing|education|computer|informati\w+|information|technology|communications?|media|journalism|statistics"
    r"|humanities|sociology|hono(?:u)?rs?|hons|distinction|class|grade|gpa|cgpa|major|minor|concentration|special\w+|option|thesis"
    r"|relevant|coursework|graduated?|expected|present|mechanical|electrical|civil|electronics|industrial|hospitality|tourism"
    r"|supply|logistics|human|resources|public|international|relations|software|data|analytics|applied|general|cum|laude|board|cbse"
    r"|icse|year|degree|qualification|languages?|music|fashion|culinary|automotive|hvac|welding|dental|pharmacy|agriculture)\b",
    re.IGNORECASE,
)
_LOOSE_END = re.compile(r"\s+(?:in|from|at|of|with|during|on|-)$")
_FIELD = (
    r"(?:Applied|Management|Studies|Technology|Engineering|Sciences?|Business|Administration|Economics|Design|Arts?|Medicine|Law|Education"
    r"|Research|Commerce|Finance|Music|Nursing|Pharmacy|Architecture|Information|International|Public|Social|and|&)"
)
_SCHOOL_OF_FIELDS = re.compile(
    rf"(?:[A-Z][\w.&'-]+\s+){{0,5}}(?:Institute|School|College|Academy) of(?:\s+{_FIELD}){{1,4}}"
)
_NOT_HIGHEST = re.compile(r"第二|辅修|交换|exchange|minor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Education:
    """The highest degree and the school that gave it; either may be absent."""

    degree: Found[Degree] | None
    school: Found[str] | None


def read_education(sheet: Sheet) -> Education:
    """Return the highest degree and its school, from labels, the education section, or the head of the resume."""
    rows = _rows(sheet)
    degree = _labelled_degree(sheet) or _degree_of_rows(sheet, rows) or _degree_in_head(sheet)
    school = (
        _labelled_school(sheet)
        or _school_of_rows(sheet, rows, degree.value if degree else None)
        or _school_beside_degree(sheet, degree.value if degree else None)
    )
    return Education(degree, school)


def _rows(sheet: Sheet) -> list[int]:
    rows = sheet.lines_in("education")[:_LAST_LINES]
    if rows:
        return rows
    busy = {"experience", "projects", "references", "summary", "awards", "certificates", "training", "skills"}
    return [
        i
        for i, line in enumerate(sheet.folded)
        if sheet.sections[i] not in busy and len(line) < MAX_ROW_CHARS and _school_in(line, sheet.shown[i])
    ]


def _labelled_degree(sheet: Sheet) -> Found[Degree] | None:
    own = [label for label in sheet.labelled("degree") if sheet.sections[label.line] != "education"]
    for label in own:
        degree = highest(degrees_in(fold(label.value), label.value))
        if degree is None and label.line + 1 < len(sheet.folded) and len(label.value) <= 2:  # noqa: PLR2004 - wrapped in the middle
            degree = highest(degrees_in(label.value + sheet.folded[label.line + 1][:4]))
        if degree:
            return Found(degree, "label", 0.96, f"{label.label}: {label.value}")
    return None


def _degree_of_rows(sheet: Sheet, rows: list[int]) -> Found[Degree] | None:
    best: tuple[Degree, int] | None = None
    for number in rows:
        if _BLANK_SCHOOL.search(sheet.folded[number]):
            continue
        degree = highest(degrees_in(sheet.folded[number], sheet.shown[number]))
        if degree and (best is None or LEVELS.index(degree.level) < LEVELS.index(best[0].level)):
            best = (degree, number)
    return Found(best[0], "layout", 0.9, sheet.shown[best[1]]) if best else None


def _degree_in_head(sheet: Sheet) -> Found[Degree] | None:
    for number in sheet.head[:15]:
        for piece in re.split(r"[|·,/;\t\s]+", sheet.folded[number]):
            degrees = degrees_in(piece) if len(piece) <= 8 and not piece.isascii() else []  # noqa: PLR2004 - a piece of its own
            if degrees and len(degrees[0].text) >= len(piece) - 2:
                return Found(degrees[0], "layout", 0.9, sheet.shown[number])
    for number in sheet.head:
        degree = highest(degrees_in(sheet.folded[number])) if len(sheet.folded[number]) < 120 else None  # noqa: PLR2004
        if degree and not (degree.text.isascii() and len(degree.text) < 4):  # noqa: PLR2004
            return Found(degree, "pattern", 0.6, sheet.shown[number])
    return None


def _labelled_school(sheet: Sheet) -> Found[str] | None:
    for label in sheet.labelled("school"):
        value = _SPLIT.split(_DATES.sub(" ", label.value).strip())[0].strip(" ,;")
        if 2 <= len(value) <= MAX_SCHOOL_CHARS and not is_placeholder(value):  # noqa: PLR2004
            match = _HAN_SCHOOL.match(value)
            return Found(match.group() if match else value, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _school_of_rows(sheet: Sheet, rows: list[int], degree: Degree | None) -> Found[str] | None:
    """Take the school of the row that names the highest degree; its row may be the one above or below."""
    schools = [(i, school) for i in rows if (school := _school_in(sheet.folded[i], sheet.shown[i]))]
    if not schools:
        return None
    chosen = schools[0]
    if degree:
        levels = {
            i
            for i in rows
            if any(one.level == degree.level for one in degrees_in(sheet.folded[i]))
            and not _NOT_HIGHEST.search(sheet.folded[i])
        }
        on_row = [item for item in schools if item[0] in levels]
        if on_row:
            chosen = on_row[0]
        elif levels:
            first = min(levels)
            above = [item for item in schools if item[0] <= first and first - item[0] <= 3]  # noqa: PLR2004
            below = [item for item in schools if first < item[0] <= first + 2]
            is_degree_first = any(degrees_in(sheet.folded[i]) for i in rows if i < schools[0][0])
            ranked = [*below[:1], *above[-1:]] if is_degree_first else [*above[-1:], *below[:1]]
            chosen = [*ranked, *schools][0]
    over = [item for item in schools if item[0] == chosen[0] - 1]
    if (
        over
        and chosen[1].endswith("学院")
        and over[0][1].endswith("大学")
        and over[0][1] == sheet.shown[over[0][0]].strip()
    ):
        chosen = over[0]  # the university stands over its school
    return Found(chosen[1], "layout", 0.88, sheet.shown[chosen[0]])


def _school_beside_degree(sheet: Sheet, degree: Degree | None) -> Found[str] | None:
    """Take what stands beside the highest degree and is no subject: ``Maestría – Tecnológico de Monterrey``."""
    rows = sheet.lines_in("education")[:_LAST_LINES]
    if degree is None or sheet.is_chinese:
        return None
    number = next((i for i in rows if any(one.level == degree.level for one in degrees_in(sheet.folded[i]))), None)
    if number is None:
        return None
    for near in (number, number - 1, number + 1):
        if near not in rows or len(sheet.folded[near]) > MAX_ROW_CHARS:
            continue
        for piece in _SPLIT.split(_DATES.sub("\t", sheet.shown[near])):
            bare = piece.strip(" ,;:.()-–—")
            if _may_be_school(bare):
                return Found(bare, "layout", 0.6, sheet.shown[near])
    return None


def _may_be_school(piece: str) -> bool:
    words = piece.split()
    return (
        1 <= len(words) <= 6  # noqa: PLR2004
        and len(piece) > 2  # noqa: PLR2004
        and piece[0].isupper()
        and not re.search(r"[\d:%•]", piece)
        and not degrees_in(piece)
        and not _SUBJECT.search(piece)
        and not is_placeholder(piece)
        and not is_town(piece)
        and not place_of(piece).is_certain
    )


def _school_in(folded: str, shown: str) -> str | None:
    match = _HAN_SCHOOL.search(folded)
    if match and not is_placeholder(match.group()):
        name = _without_lead(shown[match.start() : match.end()])
        return (
            re.sub(r"[(（][^()（）]*[)）]$", "", name)
            if degrees_in(re.split(r"[(（]", name)[-1]) and name[-1] in ")）"
            else name
        )
    if not _LATIN_SCHOOL.search(folded):
        return None
    bare = _DATES.sub("\t", folded)
    for piece in _SPLIT.split(bare):
        piece = piece.strip(" ,;:()-*=_#")  # noqa: PLW2901
        if _LATIN_SCHOOL.search(piece) and len(piece) <= 2 * MAX_SCHOOL_CHARS:
            name = _LOOSE_END.sub("", _cut_at_degree(piece))
            if 0 < len(name) <= MAX_SCHOOL_CHARS and _is_name_of_school(name) and not is_placeholder(name):
                whole = name.split(" (")[0] if name.count("(") > name.count(")") else name
                return _with_campus(whole.rstrip(" :"), folded)
    return None


def _with_campus(name: str, line: str) -> str:
    """Put back the campus that follows the name of a state university behind a comma."""
    state = re.fullmatch(r"University of ([A-Z][A-Za-z ]+)", name)
    campus = re.search(re.escape(name) + r",\s*([A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+){0,2})(?=$|[\s,;|(])", line)
    if not state or not campus or state.group(1).lower() not in places_after_comma():
        return name
    return f"{name}, {campus.group(1)}" if campus.group(1).replace(" ", "").lower() in latin_cities() else name


def _is_name_of_school(name: str) -> bool:
    """A generic word alone (School, High School) names no school."""
    words = name.split()
    return (
        (len(words) > 1 or re.fullmatch(_ACRONYMS, name) is not None)
        and name[0].isupper()
        and not re.fullmatch(r"(?:high|secondary|primary|middle)\s+school", name, re.IGNORECASE)
    )


def _cut_at_degree(piece: str) -> str:
    """Separate the school from what stands beside it without a sign: field of study and degree."""
    _, latin, _ = patterns()
    match = latin.search(piece)
    if match and SECONDARY.fullmatch(piece):
        return piece
    if match:
        before, after = piece[: match.start()].strip(" ,-("), piece[match.end() :].strip(" ,-")
        after = re.sub(r"^(?:['’]?s)?\s*(?:degree)?\s*(?:in|of)?\s+", "", after)
        after = re.sub(r"^\([^()]{1,30}\)\s*|^(?:[\w&/ ]{2,40}?\s+)?(?:from|at)\s+(?=[A-Z])", "", after)
        after = re.sub(r"^(?:from|at)\s+(?=[A-Z])", "", after)
        piece = before if _LATIN_SCHOOL.search(before) else after
        tail = re.search(r"\b(?:in|of)\b.*?\s(University of [A-Z].*)$", piece)
        if tail and _SUBJECT.search(piece[: tail.start(1)]):
            piece = tail.group(1)
    of = re.match(
        r"((?:The )?(?:[A-Z][\w.&'-]+\s+){0,5}(?:University|College|Institute|School|Polytechnic"
        r"|Academy)(?:\s+of(?:\s+the)?(?:\s+(?:Science|Arts|Applied|Fine|and|&|Technology|Sciences|Economics"
        r"|Finance|Business|Law|Medicine|Engineering|Management|Design|Commerce|Education|Music|Art"
        r"|[A-Z][a-z]+(?:\s+Kong|\s+York|\s+Carolina|\s+California)?))+?)?)(?=\s+[A-Z]|$)",
        piece,
    )
    if of and match and not _SCHOOL_OF_FIELDS.fullmatch(piece):
        return _longest_school(of.group(1), piece)
    return piece.strip(" ,-")


def _longest_school(short: str, piece: str) -> str:
    """University of X keeps what belongs to the name and leaves the subject that follows it."""
    if re.search(r"\bof$", short) or piece == short:
        return piece
    technology = re.match(
        re.escape(short)
        + r"(?:\s+(?:and|&)\s+[A-Z][a-z]+|\s+of\s+[A-Z][a-z]+(?:\s+and\s+[A-Z][a-z]+)?|,\s*[A-Z][a-z]+$)",
        piece,
    )
    found = technology.group() if technology else short
    return piece if re.search(r"\b(?:and|&)$", found) else found


def _without_lead(name: str) -> str:
    """Cut what stands in front of a Chinese school without a space (毕业于…)."""
    return re.sub(r"^(?:于|在|本科|硕士|博士|大专|毕业于|就读于|毕业|就读|全日制|统招|年|月)+", "", name)
