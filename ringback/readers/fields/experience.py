"""Current title and employer: the block of the latest job, split into its two halves."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers.fields.addresses import is_town
from ringback.readers.fields.found import Found
from ringback.readers.fields.job_pieces import AT, bare_piece, pieces_of, title_and_employer
from ringback.readers.fields.periods import RANGE, Period, is_date_alone, period_in, without_periods
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.titles import employer_score, ends_as_title, is_placeholder, title_score
from ringback.readers.fields.wordlists import latin_cities, places_after_comma
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

MAX_HEADER_CHARS = 110
MAX_LEAD = 3
_BULLET = re.compile(
    r"^\s*(?:[·\-*>+o▪➢✓◦○–]\s|\d{1,2}[.、)]\s?(?!\d)|\(\d{1,2}\)|[①-⑳]|(?:利用|使用了?|基于|按照?|为满足|通过|项目(?:简述|描述|介绍|名称)|负责|参与|主导|完成|协助|带领|统筹"
    r"|搭建|建立|管理|工作描述|工作内容|职责|主要职责|工作职责|业绩|responsib|developed|led|managed|built"
    r"|created|designed|worked))",
    re.IGNORECASE,
)
_DOT = re.compile(r"^[·*-]\s")


_PLACE_BEHIND = re.compile(r"^(.{3,}?),\s+([^,]{3,24})$")
_WORKS_AS = re.compile(
    r"\b(?:work(?:ing|ed|s)?|employed|serving|engaged)\s+(?:\w+\s+)?as\s+(?:an?\s+|the\s+)?(.{3,50}?)\s+(?:in|at|with|for)\s+"
    r"(.{2,60}?)(?=\s+(?:from|since)\b|[.;(]|$)",
    re.IGNORECASE,
)


_EMPLOYED_AS = re.compile(
    r"^(?:.{0,60}?\b(?:work(?:ing|ed|s)?|associated|employed|serving|served)\s+(?:with|at|for|in)\s+)?([A-Z].{1,70}?)\s+as\s+"
    r"(?:an?\s+|the\s+)?(.{3,60}?)(?=\s*(?:\b(?:from|since|till|until)\b|[.;(\t]|$))"
)


_EXPERIENCE = re.compile(r"\bexperience\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Job:
    """The latest job; either half may be absent."""

    title: Found[str] | None
    employer: Found[str] | None


@dataclass(frozen=True, slots=True)
class _Block:
    line: int
    period: Period


def read_job(sheet: Sheet) -> Job:
    """Return title and employer of the latest job.

    Labels (目前公司, Current title) go first; then the block with the latest end in the experience section; then a head line
    like ``Sales Manager at Acme``.
    """
    title = _labelled(sheet, "current_title")
    employer = _labelled(sheet, "current_employer")
    if title and employer:
        return Job(title, employer)
    lines = sheet.lines_in("experience") or _lines_of_research(sheet) or _lines_outside(sheet)
    block_title, block_employer = _of_labels(sheet, lines)
    if not (block_title and block_employer):
        first_title, first_employer = _of_block(sheet, lines)
        block_title = block_title or first_title
        block_employer = block_employer or first_employer
    title = title or block_title
    employer = employer or block_employer
    if not (title and employer):
        head_title, head_employer = _of_head(sheet)
        title, employer = title or head_title, employer or head_employer
    return Job(title, employer)


def _labelled(sheet: Sheet, field: str) -> Found[str] | None:
    for label in sheet.labelled(field):
        value = bare_piece(label.value)
        if field == "current_title" and re.search(r"\s[-–—@]\s|\sat\s|\d{4}", value):
            halves = title_and_employer(pieces_of(without_periods(value, fold(value))), label.value)
            value = halves[0].value if halves[0] and halves[1] else value
        if 1 < len(value) <= MAX_HEADER_CHARS and not is_placeholder(value):
            return Found(value, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _lines_of_research(sheet: Sheet) -> list[int]:
    """Return the lines under "Research Experience" and the like, which are the jobs of who has no other section of jobs."""
    opens = [
        i
        for i, line in enumerate(sheet.folded)
        if sheet.headings[i] and sheet.sections[i] == "projects" and _EXPERIENCE.search(line)
    ]
    return sheet.lines_in("projects") if opens else []


def _lines_outside(sheet: Sheet) -> list[int]:
    busy = {"education", "projects", "references", "training", "awards", "certificates"}
    return [
        i for i, line in enumerate(sheet.folded) if sheet.sections[i] not in busy and line and not sheet.headings[i]
    ]


def _of_labels(sheet: Sheet, lines: list[int]) -> tuple[Found[str] | None, Found[str] | None]:
    """Read 公司名称：… 职位：… inside the first block of a form."""
    within = _lines_of_latest(sheet, lines)
    found: dict[str, Label] = {}
    for label in sheet.labelled("employer", "title"):
        if label.is_below and RANGE.search(sheet.folded[label.line]):
            continue  # a row of a table of jobs: the rows are compared by their dates
        if (
            label.line in within
            and label.field not in found
            and bare_piece(label.value)
            and not is_placeholder(label.value)
        ):
            found[label.field] = label
    title, employer = found.get("title"), found.get("employer")
    if employer and (behind := _PLACE_BEHIND.match(employer.value)) and is_town(behind.group(2)):
        employer = replace(employer, value=behind.group(1))
    return (
        Found(bare_piece(title.value), "label", 0.93, f"{title.label}: {title.value}")
        if title and len(title.value) <= MAX_HEADER_CHARS
        else None,
        Found(bare_piece(employer.value), "label", 0.93, f"{employer.label}: {employer.value}")
        if employer and len(employer.value) <= MAX_HEADER_CHARS
        else None,
    )


def _lines_of_latest(sheet: Sheet, lines: list[int]) -> set[int]:
    """Return the lines of the job with the latest end where jobs stand oldest first, else all lines."""
    blocks = [block for i in lines if (block := _block(sheet, i))]
    labelled = [label.line for label in sheet.labelled("employer", "title") if label.line in set(lines)]
    latest = max(blocks, key=lambda block: (block.period.end, -blocks.index(block)), default=None)
    if latest is None or not labelled or latest is blocks[0]:
        return set(lines)
    place = blocks.index(latest)
    if min(labelled) < blocks[0].line:  # the dates close a block
        return {i for i in lines if blocks[place - 1].line < i <= latest.line}
    end = blocks[place + 1].line if place + 1 < len(blocks) else lines[-1] + 1
    return {i for i in lines if latest.line <= i < end}


def _of_block(sheet: Sheet, lines: list[int]) -> tuple[Found[str] | None, Found[str] | None]:
    blocks = [block for i in lines if (block := _block(sheet, i))]
    if not blocks:
        return (
            title_and_employer(
                _pieces_of_lines(sheet, [i for i in lines[:3] if not _is_text(sheet.folded[i])]), sheet.shown[lines[0]]
            )
            if lines and sheet.sections[lines[0]] == "experience"
            else (None, None)
        )
    latest = max(blocks, key=lambda block: (block.period.end, -blocks.index(block)))
    position = lines.index(latest.line)
    evidence = sheet.shown[latest.line]
    own = pieces_of(without_periods(evidence, sheet.folded[latest.line]))
    own = _with_wrapped_title(own, sheet, latest.line)
    n_lead = _n_lead(sheet, lines, blocks)
    before = _pieces_of_lines(sheet, _above(sheet, lines, position, blocks, n_lead))
    sentence = _of_sentence(evidence)
    if sentence:
        return sentence
    if before and not sheet.is_chinese:
        title, employer = title_and_employer([*own, *before][:8], evidence)
        if title and employer and (title_score(title.value) > 0 or employer_score(employer.value) > 0):
            return title, employer
    after = _pieces_of_lines(sheet, _below(sheet, lines, position, blocks))
    return title_and_employer([*own, *before, *after][:8], evidence)


def _with_wrapped_title(own: list[str], sheet: Sheet, number: int) -> list[str]:
    """Put the end of a title back that a narrow cell wrapped: ``Key`` / ``Account Manager``."""
    below = sheet.shown[number + 1].strip() if number + 1 < len(sheet.shown) else ""
    if len(own) < 2 or not below or len(below.split()) > 3 or sheet.headings[number + 1]:  # noqa: PLR2004
        return own
    if own[-1].lower() in places_after_comma() or own[-1].lower() in latin_cities():
        return own
    is_wrapped = not ends_as_title(own[-1])
    if below.isascii() and is_wrapped and title_score(below) >= 0.8 and title_score(f"{own[-1]} {below}") == 1.0:  # noqa: PLR2004
        others = max(employer_score(piece) for piece in own[:-1])
        if others >= employer_score(own[-1]):
            return [*own[:-1], f"{own[-1]} {below}"]
    return own


def _of_sentence(line: str) -> tuple[Found[str] | None, Found[str] | None] | None:
    """Read ``Currently working as a QA Engineer in Zentrix Technologies from July 2021``."""
    match = _WORKS_AS.search(line)
    if match and title_score(match.group(1)) > 0:
        title, employer = match.groups()
    else:
        match = _EMPLOYED_AS.match(without_periods(line, fold(line)).strip(" \t:·•-*"))
        if match is None or title_score(match.group(2)) < 0.8:  # noqa: PLR2004
            return None
        employer, title = match.groups()
    employer = bare_piece(re.split(r",\s(?!(?:Inc|Ltd|LLC|Co)\b)|\s[-–]\s", employer)[0])
    return Found(bare_piece(title), "pattern", 0.8, line), Found(employer, "pattern", 0.8, line)


def _block(sheet: Sheet, number: int) -> _Block | None:
    line = sheet.folded[number]
    if len(line) > MAX_HEADER_CHARS + 40:
        return None
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    period = period_in(line, below=below, max_since=MAX_HEADER_CHARS)
    return _Block(number, period) if period else None


def _n_lead(sheet: Sheet, lines: list[int], blocks: list[_Block]) -> int:
    """Return how many header lines stand above the first dates of the section: the jobs after it are set alike.

    Without a heading the lines above the first dates are the head of the resume, which tells nothing.
    """
    first = lines.index(blocks[0].line)
    if sheet.sections[blocks[0].line] == TOP:
        return 0
    n_lead = 0
    for back in range(first - 1, -1, -1):
        number = lines[back]
        if number + 1 != lines[back + 1] or sheet.headings[number + 1] or _is_text(sheet.folded[number]):
            break
        n_lead += 1
    return min(n_lead, MAX_LEAD)


def _above(sheet: Sheet, lines: list[int], position: int, blocks: list[_Block], n_lead: int) -> list[int]:
    """Return the header lines right above a date line, down to the previous block, a description or a heading."""
    starts = {block.line for block in blocks}
    n_most = n_lead if not sheet.is_chinese else MAX_LEAD if lines[position] == blocks[0].line else 2
    found: list[int] = []
    for back in range(position - 1, max(-1, position - 1 - n_most), -1):
        number = lines[back]
        if (
            number in starts
            or number + 1 != lines[back + 1]
            or _is_text(sheet.folded[number])
            or sheet.headings[number + 1]
            or sheet.sections[number] != sheet.sections[lines[position]]
        ):
            break
        found.append(number)
    return sorted(found)


def _below(sheet: Sheet, lines: list[int], position: int, blocks: list[_Block]) -> list[int]:
    starts = {block.line for block in blocks}
    found: list[int] = []
    for number in lines[position + 1 : position + 4]:
        if number in starts or _is_text(sheet.folded[number]):
            break
        if not is_date_alone(sheet.folded[number]):
            found.append(number)
    return found


def _is_text(line: str) -> bool:
    """Tell a description from a header line."""
    bare = line.strip()
    if len(bare) > MAX_HEADER_CHARS:
        return True
    if _BULLET.match(bare):
        return not (_DOT.match(bare) and "\t" in bare)  # • Canopy Cloud<tab>San Francisco, CA
    if bare.endswith((".", ";", "。", "；")) and employer_score(bare) < 1.0:
        first = re.split(r",\s", bare)[0]
        return (
            first == bare or title_score(first) < 1.0
        )  # "Lead Engineer, Skyhaven Turbines plc, Edinburgh." is a header
    return bare.count(",") > 3  # noqa: PLR2004


def _pieces_of_lines(sheet: Sheet, numbers: list[int]) -> list[str]:
    return [
        piece for number in numbers for piece in pieces_of(without_periods(sheet.shown[number], sheet.folded[number]))
    ]


def _of_head(sheet: Sheet) -> tuple[Found[str] | None, Found[str] | None]:
    """Read a headline (``Sales Manager at Acme``) or a title line under the name."""
    for number in sheet.head[:8]:
        line = sheet.shown[number]
        match = AT.match(line.strip()) if len(line) < 100 else None  # noqa: PLR2004
        if match and title_score(match.group(1)) >= 0.8:  # noqa: PLR2004
            return Found(match.group(1), "layout", 0.75, line), Found(
                match.group(2).split("|")[0].strip(), "layout", 0.75, line
            )
    for number in sheet.head[1:6]:
        line = sheet.shown[number].strip()
        if title_score(line) == 1.0 and not sheet.is_chinese:
            return Found(line, "layout", 0.6, line), None
    return None, None
