"""The highest degree and its school."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.titles import is_placeholder
from ringback.readers.fields.wordlists import latin_cities, places_after_comma, rows_by_key
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

LEVELS = ("doctor", "master", "bachelor", "college", "high_school", "other")
MAX_SCHOOL_CHARS = 70
MAX_ROW_CHARS = 200  # longer lines are sentences
_LAST_LINES = 40

_HAN_SCHOOL = re.compile(
    r"[\u4e00-\u9fff][\u4e00-\u9fff·]{1,18}?(?:大学|学院|专科学校|职业学校|技术学校|中等专业学校|高级中学"
    r"|职业高中|师范学校|卫校|技校|党校|学校|中学|一中|二中|三中|高中)"
    r"(?:[\u4e00-\u9fff]{2,8}?(?:学院|分校|校区))?(?:[(（][\u4e00-\u9fff]{2,8}[)）])?"
)
_LATIN_SCHOOL = re.compile(
    r"\b(?:University|College|Institute|School|Polytechnic|Academy|Universidade|Universiteit|Universitet|Universitas|Uniwersytet|Univ\.|Polit[eé]\w+|Institut[eo]?|Fachhochschule|Escuela|Escola|Facultad|Faculdade|Akademi[ea]|Universit[àéy]\w*|Universidad"
    r"|Université|Universität|Hochschule|École|Ecole|Politecnico|IIT|NIT|BITS|MIT|UCLA|UC|Lycée|Faculty"
    r"|ETH|INSA|Vidyalaya|Vidyapeeth|Conservatory|TAFE)\b"
)
_SPLIT = re.compile(r"\t|\s{2,}|(?<=[a-z]{4})\.\s+|\s*[|;•·]\s*|\s+[-–—]\s+|,\s+|，|\s*/\s*(?=[A-Z\u4e00-\u9fff])")
_DATES = re.compile(
    r"\(?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*)?(?:19|20)\d{2}\s*(?:[年./-]\s*\d{1,2}\s*月?)?"
    r"(?:\s*(?:-+|~|至|到|to)\s*(?:(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?,?\s*)?(?:19|20)\d{2}\s*(?:[年./-]\s*\d{1,2}\s*月?)?|至今|今|现在|present|now"
    r"|current))?\)?",
    re.IGNORECASE,
)
_SECONDARY = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,4}(?:Senior )?(?:High|Secondary|Grammar) School")
_NOT_HIGHEST = re.compile(r"第二|辅修|交换|exchange|minor\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree as printed, and its level."""

    level: str
    text: str


@dataclass(frozen=True, slots=True)
class Education:
    """The highest degree and the school that gave it; either may be absent."""

    degree: Found[Degree] | None
    school: Found[str] | None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return (Chinese pattern, Latin pattern, word -> level); longer words first, so that 大学本科 is not read as 大学."""
    levels = {word: level for level, words in rows_by_key("degrees.tsv").items() for word in words}
    ordered = sorted(levels, key=len, reverse=True)
    han = "|".join(re.escape(word) for word in ordered if not word.isascii())
    latin = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered if word[0].isascii())
    return re.compile(han), re.compile(rf"(?<![A-Za-z0-9.&])(?:{latin})(?![A-Za-z&]|\.[a-z])\.?", re.IGNORECASE), levels


def degrees_in(text: str, shown: str | None = None) -> list[Degree]:
    """Return the degrees that a folded text names, in order, spelled as in ``shown`` (of the same length)."""
    han, latin, levels = _patterns()
    printed = shown if shown is not None and len(shown) == len(text) else text
    found = [
        (match.start(), Degree(levels[match.group()], printed[match.start() : match.end()]))
        for match in han.finditer(text)
    ]
    for match in latin.finditer(text):
        word = re.sub(r"\s+", " ", match.group().lower())
        level = levels.get(word) or levels.get(word.rstrip("."))
        if level == "college" and word.startswith("diploma") and _SECONDARY.search(text[match.end() :]):
            level = "high_school"
        is_pronoun = level == "bachelor" and match.group() in {"ba", "be", "b.e", "bs", "Be"}
        is_short_master = level == "master" and match.group() in {"me", "ma", "ms", "m.e", "Me", "Ms", "Ms."}
        if level and not is_pronoun and not is_short_master:
            found.append((match.start(), Degree(level, _as_printed(text, match))))
    return [degree for _, degree in sorted(found, key=lambda item: item[0])]


def _as_printed(text: str, match: re.Match[str]) -> str:
    """Keep "Degree" and "'s" with the word: the text is what a person would read."""
    following = re.match(r"(?:['’]?s)?(?:\s+degree)?", text[match.end() :], re.IGNORECASE)
    return match.group().rstrip(".") + (following.group() if following else "")


def highest(degrees: list[Degree]) -> Degree | None:
    """Return the highest of degrees, the first of equals."""
    return min(degrees, key=lambda degree: LEVELS.index(degree.level), default=None)


def read_education(sheet: Sheet) -> Education:
    """Return the highest degree and its school, from labels, the education section, or the head of the resume."""
    rows = _rows(sheet)
    degree = _labelled_degree(sheet) or _degree_of_rows(sheet, rows) or _degree_in_head(sheet)
    school = _labelled_school(sheet) or _school_of_rows(sheet, rows, degree.value if degree else None)
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
            chosen = (above[-1:] or below[:1] or schools)[0]
    return Found(chosen[1], "layout", 0.88, sheet.shown[chosen[0]])


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
        piece = piece.strip(" ,;()-")  # noqa: PLW2901
        if _LATIN_SCHOOL.search(piece) and len(piece) <= MAX_SCHOOL_CHARS:
            name = _cut_at_degree(piece)
            if name and _is_name_of_school(name) and not is_placeholder(name):
                return _with_campus(name, folded)
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
        len(words) > 1
        and name[0].isupper()
        and not re.fullmatch(r"(?:high|secondary|primary|middle)\s+school", name, re.IGNORECASE)
    )


def _cut_at_degree(piece: str) -> str:
    """Separate the school from what stands beside it without a sign: field of study and degree."""
    _, latin, _ = _patterns()
    match = latin.search(piece)
    if match and _SECONDARY.fullmatch(piece):
        return piece
    if match:
        before, after = piece[: match.start()].strip(" ,-"), piece[match.end() :].strip(" ,-")
        after = re.sub(r"^(?:['’]?s)?\s*(?:degree)?\s*(?:in|of)?\s+", "", after)
        after = re.sub(r"^\([^()]{1,30}\)\s*|^(?:[\w&/ ]{2,40}?\s+)?(?:from|at)\s+(?=[A-Z])", "", after)
        after = re.sub(r"^(?:from|at)\s+(?=[A-Z])", "", after)
        piece = before if _LATIN_SCHOOL.search(before) else after
    of = re.match(
        r"((?:The )?(?:[A-Z][\w.&'-]+\s+){0,5}(?:University|College|Institute|School|Polytechnic"
        r"|Academy)(?:\s+of(?:\s+the)?(?:\s+(?:Science|Arts|Applied|Fine|and|&|Technology|Sciences|Economics"
        r"|Finance|Business|Law|Medicine|Engineering|Management|Design|Commerce|Education|Music|Art"
        r"|[A-Z][a-z]+(?:\s+Kong|\s+York|\s+Carolina|\s+California)?))+?)?)(?=\s+[A-Z]|$)",
        piece,
    )
    if of and match:
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
    return technology.group() if technology else short


def _without_lead(name: str) -> str:
    """Cut what stands in front of a Chinese school without a space (毕业于…)."""
    return re.sub(r"^(?:于|在|本科|硕士|博士|大专|毕业于|就读于|毕业|就读|全日制|统招|年|月)+", "", name)
