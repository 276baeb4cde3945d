"""The lines that tell of education: those of its section, and those that stand elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.jobs.no_jobs import is_study
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import period_in, without_periods
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.school_beside import LAST_LINES
from ringback.readers.fields.studies.school_slots import MAX_ROW_CHARS
from ringback.readers.fields.studies.school_words import DATES
from ringback.readers.fields.studies.schools import is_staff_of, school_in
from ringback.readers.fields.studies.schools_as_jobs import schools_as_jobs
from ringback.readers.fields.studies.studies_beside_jobs import studies_beside_jobs
from ringback.readers.fields.studies.study_asides import is_of_offer

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

ENTRY_EDGES = " \t,;|·•*-–—_()"
_SCHOOL_TAIL = 24  # a place or an abbreviation in brackets
ALSO_TITLES = frozenset(
    {"associate", "associates", "master", "masters", "graduate", "ma", "ms", "ba", "bs", "be", "me"}
)
_DOCTORATE = re.compile(
    r"(?:Ph\.? ?D\.?|D\.?Phil\.?|Doctorate|Doctoral (?:studies|degree)|Doctor of Philosophy|Doctorat|Thèse de doctorat|Doctorado"
    r"|Doutora(?:do|mento)|Dottorato(?: di ricerca)?|Promotionsstudium)(?: (?:in|of|en|em|di|at|à|an)\b|,|$)"
)
_WORDS_OF_DOCTORATE = ("Ph", "Doct", "doctorat", "Doutor", "Dottor", "Promotions")
MIN_SENTENCE_WORDS, MIN_DATES = 7, 4
_WORKS_THERE = re.compile(
    r"\b(?:work(?:s|ed|ing)?|teach(?:es|ing)?|taught|serv(?:es|ed|ing)|employed|joined|coach(?:es|ed)|professor|lecturer|instructor"
    r"|teacher|director|dean|principal|librarian|researcher|postdoc\w*|fellow)\b",
    re.IGNORECASE,
)
_STUDIED = re.compile(
    r"\b(?:stud(?:y|ied|ying|ent|ies)|graduat\w+|degree|diploma|alumn\w+|bachelor\w*|master'?s|received|earned|holds|completed|enrolled"
    r"|attend\w+|majored|pursuing|ph\.?d|trained|educated|learnt|learned)\b",
    re.IGNORECASE,
)
_POST_AT = re.compile(
    r"(\S.{2,50}?),? (?:am|an der|an dem|an|im|bei der|at(?: the)?|en (?:el|la)|à l['’]?|au|na|no|presso(?: il| la)?)"
)
_STUDYING = re.compile(r"\W*(?:Studying|Studied|Studies in|Student (?:of|in)|Majoring in|Majored in)\b")
_EXCHANGE_ALONE = re.compile(
    r"[\W\d]*(?:(?:exchange|study abroad|erasmus)(?: (?:semester|term|year|student|program(?:me)?))?)[\W\d]*",
    re.IGNORECASE,
)
_EXCHANGE = re.compile(r"\b(?:exchange|study abroad|erasmus)\b|交换生", re.IGNORECASE)


_ASSISTS = re.compile(  # Northmoor University - PhD Assistant: a post among posts
    r"\b(?:Ph\.?D\.?|[Dd]octoral) (?:\w+ )?[Aa]ss?is?tant$"
)
_SAID_OF_STUDIES = re.compile("[\\W\\d]*(?:[现正已]?在?(?:攻[读讀]|就[读讀]|修[读讀])|完成|取得|[获獲]得?|主修)")
_TRAINED = frozenset({"training", "certificates"})  # sections that hold the degree of who has no other about studies


def rows_of_education(sheet: Sheet) -> list[int]:
    """Return the lines of the education section; without one, the lines elsewhere that name a school."""
    beside = studies_beside_jobs(sheet)
    studied = [i for i in sheet.lines_in("experience") if i in beside or is_study(sheet.folded[i])]
    studied = (
        _with_schools_beside(sheet, studied)
        or schools_as_jobs(sheet)
        or _doctorate_among_jobs(sheet)
        or _studies_among_jobs(sheet)
    )
    rows = sorted([*sheet.lines_in("education"), *studied])[:LAST_LINES]
    if any(school_in(sheet.folded[i], sheet.shown[i]) for i in rows):
        return rows
    if any(degrees_in(sheet.folded[i]) for i in rows):
        return [*_schools_in_side_bar(sheet)[:1], *rows] if not sheet.is_chinese else rows
    busy = {"experience", "projects", "references", "summary", "awards", "certificates", "training", "skills"}
    apart = busy if "education" in sheet.sections else busy - _TRAINED
    plain = [
        i
        for i, line in enumerate(sheet.folded)
        if sheet.sections[i] not in apart
        and (sheet.sections[i] not in _TRAINED or degrees_in(line, sheet.shown[i]))
        and len(line) < MAX_ROW_CHARS
        and (school := school_in(line, sheet.shown[i]))
        and not is_staff_of(line, school)
        and not (_is_told_of_staff(line) or is_of_offer(line))
        and not _is_post_at(line, school)
    ]
    return _with_degrees_beside(sheet, plain) or _stray_rows(sheet) or rows


def _with_schools_beside(sheet: Sheet, studied: list[int]) -> list[int]:
    """Return rows of studies among the jobs with the other schools beside them: ``2015<tab>Hochschule Seeau``."""
    beside = [] if sheet.is_chinese or not studied else sheet.lines_in("experience")
    return sorted({*studied, *(i for i in beside if _is_row_of_school(sheet, i))})


def _is_row_of_school(sheet: Sheet, number: int) -> bool:
    """Tell dates and a school on one line where no post is told: nobody writes an employer so."""
    bare = without_periods(sheet.folded[number], sheet.shown[number]).strip(ENTRY_EDGES)
    is_dated = len(bare) + MIN_DATES <= len(sheet.shown[number].strip())
    school = school_in(sheet.folded[number], sheet.shown[number]) if is_dated and len(bare) < MAX_ROW_CHARS else None
    return school is not None and bare.startswith(school) and not has_post(bare)


def _with_degrees_beside(sheet: Sheet, schools: list[int]) -> list[int]:
    """Return lines that name schools with the degrees right above or below them, where no heading tells of education."""
    if sheet.is_chinese:
        return sorted({*schools, *(i + 1 for i in schools if _is_dated_degree(sheet, i + 1))})
    near = {k for i in schools for k in (i - 1, i, i + 1) if 0 <= k < len(sheet.folded) and not sheet.headings[k]}
    own = [
        k
        for k in near
        if k in schools
        or (_opens_with_degree(sheet.shown[k]) and (states_degree(sheet.folded[k]) or _is_dated_in_letters(sheet, k)))
    ]
    return sorted(own)


def _is_dated_in_letters(sheet: Sheet, number: int) -> bool:
    """Tell two letters that are a degree by the subject and the dates behind them: ``BS in Botany, 2008-2012``."""
    letters, _, rest = sheet.shown[number].strip(ENTRY_EDGES).partition(" in ")
    return letters.isupper() and rest[:1].isupper() and period_in(sheet.folded[number]) is not None


def _is_dated_degree(sheet: Sheet, number: int) -> bool:
    """Tell subject, degree and dates below their school, or what is said of the studies there.

    应用数学 - 本科<tab>2002年9月 - 2006年7月; 攻读信息学硕士，研究…
    """
    line = sheet.folded[number] if number < len(sheet.folded) and not sheet.headings[number] else ""
    is_of_studies = period_in(line) is not None or _SAID_OF_STUDIES.match(line) is not None
    return is_of_studies and len(line) < MAX_ROW_CHARS and bool(degrees_in(line))


def _opens_with_degree(line: str) -> bool:
    first = next(iter(degrees_in(line)), None)
    return first is not None and len(line) < MAX_ROW_CHARS and line.strip(ENTRY_EDGES).startswith(first.text)


def _is_told_of_staff(line: str) -> bool:
    """Tell a sentence about who works at a school, and not about studies there: ``Ana taught fourth grade at Larch School``."""
    is_sentence = len(line.split()) >= MIN_SENTENCE_WORDS
    return is_sentence and _WORKS_THERE.search(line) is not None and _STUDIED.search(line) is None


def _is_post_at(line: str, school: str) -> bool:
    """Tell a post at a school from studies there: ``1976 – 2010 Lehrer am Larch-Gymnasium``."""
    front = DATES.sub("", line.partition(school)[0]).strip(ENTRY_EDGES)
    post = _POST_AT.fullmatch(front)
    return post is not None and title_score(post.group(1)) == 1.0 and not (degrees_in(front) or _STUDIED.search(front))


def _studies_among_jobs(sheet: Sheet) -> list[int]:
    """Return the lines of a university among the jobs where somebody studies: ``Northmoor University`` / ``Studying Law``."""
    lines = [] if sheet.is_chinese or "education" in sheet.sections else sheet.lines_in("experience")
    for i in lines:
        below = sheet.shown[i + 1] if i + 1 in lines else ""
        if _STUDYING.match(below) and school_in(sheet.folded[i], sheet.shown[i]):
            return [i, i + 1]
    return []


def _doctorate_among_jobs(sheet: Sheet) -> list[int]:
    """Return the lines of a doctorate that stands among the jobs: ``2019 - 2022 Northmoor University`` / ``PhD in Botany``.

    Many tell it as their first post and list under education what they learnt before.
    """
    lines = [] if sheet.is_chinese else sheet.lines_in("experience")
    is_school_first = bool(lines) and school_in(sheet.folded[lines[0]], sheet.shown[lines[0]]) is not None
    for i in lines:
        if (
            len(sheet.folded[i]) < MAX_ROW_CHARS
            and any(word in sheet.shown[i] for word in _WORDS_OF_DOCTORATE)
            and _DOCTORATE.match(DATES.sub("", sheet.shown[i]).strip(ENTRY_EDGES))
        ):
            sides = (i, i - 1, i + 1) if is_school_first else (i, i + 1, i - 1)
            near = (k for k in sides if k in lines and school_in(sheet.folded[k], sheet.shown[k]))
            if (school := next(near, None)) is not None:
                return sorted({i, school})
    return []


def _schools_in_side_bar(sheet: Sheet) -> list[int]:
    """Return the lines that hold nothing but a school, where the order of print took them away from their degrees.

    Degrees and schools stand in one order, the latest first.
    """
    return [
        i
        for i in sheet.lines_in("languages", "skills", "other")
        if len(sheet.folded[i]) < MAX_ROW_CHARS
        and (school := school_in(sheet.folded[i], sheet.shown[i]))
        and sheet.shown[i].startswith(school)
        and len(sheet.shown[i]) <= len(school) + _SCHOOL_TAIL
        and not title_score(school)
    ]


def _stray_rows(sheet: Sheet) -> list[int]:
    """Return the lines of entries that a scrambled order of print put under another heading.

    A school alone may be an employer: it counts beside a degree, on its line or on one of the two next to it.
    """
    found: set[int] = set()
    for number, line in enumerate(sheet.folded):
        if len(line) > MAX_ROW_CHARS or sheet.sections[number] in {"references", "wishes"}:
            continue
        school = school_in(line, sheet.shown[number])
        if not school:
            continue
        bare = DATES.sub("", sheet.shown[number]).strip(ENTRY_EDGES)
        if sheet.sections[number] == "experience" and _ASSISTS.search(bare):
            continue
        if states_degree(line) and (sheet.sections[number] in {"summary", "skills"} or _opens_entry(bare, school)):
            found.add(number)
        elif bare.removeprefix("the ").startswith(school) and len(bare) <= len(school) + _SCHOOL_TAIL:
            near = [i for i in (number - 1, number + 1, number + 2) if 0 <= i < len(sheet.folded)]
            for i in near:
                below = DATES.sub("", sheet.folded[i]).strip(ENTRY_EDGES)
                if states_degree(below) and _opens_entry(below, ""):
                    found.update((number, i))
    return sorted(found)[:LAST_LINES]


def states_degree(line: str) -> bool:
    """Tell a degree from a word that titles of jobs share with it (Associate, Master)."""
    return any(one.text.lower() not in ALSO_TITLES and len(one.text) > 1 for one in degrees_in(line))


def is_exchange(sheet: Sheet, number: int) -> bool:
    """Tell a term abroad that gave no degree, in its row or beside the dates over it: ``2019/02-07 (Exchange)``."""
    over = sheet.folded[number - 1] if number else ""
    if any(map(str.isdigit, over)) and _EXCHANGE_ALONE.fullmatch(over):
        return True
    return _EXCHANGE.search(sheet.folded[number]) is not None and not states_degree(sheet.folded[number])


def _opens_entry(bare: str, school: str) -> bool:
    first = next(iter(degrees_in(bare)), None)
    return bool(school and bare.startswith(school)) or bool(first and bare.startswith(first.text))
