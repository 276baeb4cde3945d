"""The school that no word gives away: what stands beside the highest degree and is no subject."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.titles import is_placeholder, title_score
from ringback.readers.fields.label_words import field_of
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import GOES_ON
from ringback.readers.fields.studies.degrees import Degree, degrees_in
from ringback.readers.fields.studies.professions import degrees_of_row
from ringback.readers.fields.studies.school_words import DATES, SPLIT, SUBJECT
from ringback.readers.fields.studies.schools_in_short import called_shortly
from ringback.readers.fields.wordlists import places_after_comma, words_by_key
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Collection

    from ringback.readers.fields.sheet import Sheet

MAX_ROW_CHARS = 200  # longer lines are sentences
LAST_LINES = 40
SURE_POST = 0.9
_LABELLED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,3}\s?:\s")  # Other knowledge: Python
_HEADING_IN_FRONT = re.compile(
    r"^(?:Education|Formation|Studies|[ÉE]tudes|Ausbildung|Educación|Istruzione)\s?(?::?\t|:\s)", re.IGNORECASE
)
_THESIS_IN_FRONT = re.compile(
    r"^(?:.*\s)?(?:Project|Thesis|Dissertation)(?: [Tt]itle)?\s?:\s*(?:“[^”]+”|\"[^\"]+\"|«[^»]+»)[,.;]\s+"
)  # Thesis: “Fast rings on slow wires”, LXU
_GOING_ON = re.compile(
    r"\s*\((?:ongoing|in progress|current(?:ly)?|present|pursuing|expected[^()]*|(?:to be )?completed"
    r"|graduated|online|remote|part[- ]time|full[- ]time|en cours|en curso|em andamento|in corso)\)$",
    re.IGNORECASE,
)  # BSc Botany @ Larchcampus (ongoing)
_SENTENCE = re.compile(r"\b(?:I am|I['’]m|am|my|studying)\b")  # Now I am studying in Department
_OPEN_ENDED = re.compile(r" (?:of|de|do|da|em|en|in|di|del|du|des|from|at|and|y|e|et|und|für)$")  # Cursos de:
_SUBJECTS = re.compile(r"(?:subjects?|courses?|coursework|modules?|cursos(?: de)?|课程)\s*:", re.IGNORECASE)
_NO_SCHOOL = re.compile(
    r"^(?:[Ii]n[ -][Vv]iew|[Ii]n [Pp]rogress|(?:[Tt]o|[Tt]ill) [Dd]ate|[Aa]waiting .*|[Rr]esults? .*"
    r"|[Aa]ppear(?:ing|ed)|[Pp]ass(?:ed)?|[Ff]irst [Cc]lass.*"
    r"|[Ss]econd [Cc]lass.*|[Ff]inal [Yy]ear|[Nn]il|N/?A|None|[A-Z]{2,5} ?\d{2,4}[A-Z]?"
    r"|Ongoing|Semesters?|Terms?|Subjects?|Marks|Percentage|Grades?|(?:[SC]?GPA|[SC]PI)|(?:First|Second|Third|Fourth|Fifth|Sixth"
    r"|Seventh|Eighth|Final)(?: (?:Semester|Term|Year))?|Present|Current(?:ly)?|Pursuing|Certificates?|Diplomas?"
    r"|Degrees?|Courses?|Training|Workshops?|Members?"
    r"|C\.?B\.?S\.?E\.?(?: Board)?|I\.?C\.?S\.?E\.?(?: Board)?|I\.?S\.?C\.?|(?:[A-Z]\w+\.? ){0,3}Board(?: of .*)?"
    r"|Dez|Out|Set|Ago|Abr|Fev|Gen|Mag|Giu|\w+ [Oo]nderwijs|Enseignement \w+|Lug|Ott|Dic|Okt|Mär)$|\b(?:City|Metro"
    r"|Province|County)\b"
)
_MONTH_WORDS = frozenset(word for words in MONTHS for word in words.split())
_IN_FRONT_OF_DEGREE = re.compile(r"([A-Z][^:\t]{2,50}):\s+")  # U.C. Davis: B.S. in Viticulture
MAX_DEGREE_CHARS = 12
_CERTIFICATE = re.compile(
    r"(?:[A-Z][\w-]* ){0,5}(?:Certificate|Certification|Nanodegree|Boot ?[Cc]amp|Course ?[Ww]ork|Coursework|Minor|Exchange)\b"
    r"|(?:[A-Z]+ ){0,3}(?:CERTIFICATE|CERTIFICATION|COURSE ?WORK|BOOTCAMP)\b"
)  # what opens an entry as a degree does
_TECH = re.compile(r"(?:[A-Z][a-z]+ ){1,3}Tech")  # New York City Tech
_GIVEN_BY = re.compile(
    r"\s(?:from\s|at\s|@)\s*(?:the )?([A-Z][^\t|;:]{2,50}?)(?:\s+(?:in|with|under|\().*)?$"
)  # MA in History from Pratt
_IN_BRACKETS = re.compile(r"\w \((?!Hons|Honours|Distinction)([A-ZÀ-Þ][^()]{3,50})\)$")  # MBA (ESADE)
_SHORT_OF_COURSE = re.compile(r"\b(?:in|of|en|em) [A-ZÀ-Þ][^()]{3,60} \([A-Z]{2,7}\)$")  # BSc in Computer Science (CSE)
_AT = re.compile(r"^.{3,60}?\bat\s+(?=[A-Z])|(?<=\w)\s+from\s.*$")  # Specialized in Radar at TU Delft from


def school_beside_degree(sheet: Sheet, degree: Degree | None, but: Collection[int] = frozenset()) -> Found[str] | None:
    """Take what stands beside the highest degree and is no subject: ``Maestría – Tecnológico de Monterrey``.

    The lines ``but`` name the schools of other degrees.
    """
    rows = sheet.lines_in("education")[:LAST_LINES]
    if sheet.is_chinese:
        return called_shortly(sheet, degree)
    if degree is None:
        return None
    number = next((i for i in rows if any(one.level == degree.level for one in degrees_of_row(sheet.folded[i]))), None)
    if number is None:
        return None
    near: tuple[int, ...] = (number, number - 1, number + 1, number + 2)
    if _SHORT_OF_COURSE.search(sheet.shown[number]):  # gives way to a name beside dates
        first, second = (
            (number + 1, number - 1) if number == rows[0] or number - 2 in rows else (number - 1, number + 1)
        )
        dated = [i for i in (first, second) if i < len(sheet.shown) and DATES.search(sheet.shown[i])]
        near = (*dated, *(i for i in near if i not in dated))
    own = [line for line in near if line not in but and (line == number or not _is_of_other(sheet, line, degree))]
    return next((found for line in own if (found := _beside(sheet, rows, number, line))), None) or next(
        (found for line in own[:3] if (found := _town_beside(sheet, rows, line))), None
    )


def _is_of_other(sheet: Sheet, line: int, degree: Degree) -> bool:
    """Tell the row of another degree in a table: ``Intermediate<tab>C.B.S.E<tab>2014`` over ``B.Tech<tab>2019``."""
    row = sheet.folded[line] if line < len(sheet.folded) else ""
    return "\t" in row and any(one.level != degree.level for one in degrees_in(row))


def school_above(sheet: Sheet, number: int) -> Found[str] | None:
    """Take what stands right above a degree and is no subject: ``Pratt`` / ``BFA Painting, 2012``."""
    rows = sheet.lines_in("education")[:LAST_LINES]
    return _beside(sheet, rows, number, number - 1) or _town_beside(sheet, rows, number - 1)


def school_given(line: str) -> str | None:
    """Return what the sign or word for *at* puts behind a degree in one line: ``BSc Botany @ Larchcampus (ongoing)``."""
    for piece in re.split(r"\t|;|,\s", DATES.sub("\t", line)):
        given = _GIVEN_BY.search(_GOING_ON.sub("", piece.strip()))
        name = given[1].strip(" .,()-–—") if given and degrees_in(fold(piece)) else ""
        if name and may_be_school(name):
            return name
    return None


def _beside(sheet: Sheet, rows: list[int], number: int, near: int) -> Found[str] | None:
    line = sheet.folded[near] if near < len(sheet.folded) else ""
    if near == number + 2 and (degrees_in(line) or DATES.search(line)):
        return None
    if (
        near not in rows
        or len(line) > MAX_ROW_CHARS
        or _SUBJECTS.search(line)
        or _LABELLED.match(_THESIS_IN_FRONT.sub("", _HEADING_IN_FRONT.sub("", line)))
    ):
        return None
    if near > number and GOES_ON.search(sheet.folded[near - 1]):
        return None  # Mestrado em / Filosofia
    if any(_SUBJECTS.search(sheet.folded[i]) for i in range(number + 1, near)):
        return None  # what follows is a list of courses
    own = _HEADING_IN_FRONT.sub("", sheet.shown[near])
    own = own if near == number else _THESIS_IN_FRONT.sub("", own)
    front = _IN_FRONT_OF_DEGREE.match(own) if near == number else None
    shown = front[1] if front and degrees_in(fold(own)[front.end() :][:MAX_DEGREE_CHARS]) else own
    for piece in SPLIT.split(DATES.sub("\t", shown)):
        given = (
            (_GIVEN_BY.search(piece) or _IN_BRACKETS.search(piece)) if near == number and degrees_in(piece) else None
        )
        bare = (given[1] if given else _AT.sub("", _GOING_ON.sub("", piece))).strip(" ,;:.()-–—")
        if may_be_school(bare):
            return Found(bare, "layout", 0.6, sheet.shown[near])
    return None


def _town_beside(sheet: Sheet, rows: list[int], near: int) -> Found[str] | None:
    """Take a university that is called like a town, where no country stands behind it: ``PhD in History, Princeton``."""
    if near not in rows:
        return None
    pieces = [piece.strip(" ,;:.()-–—") for piece in SPLIT.split(DATES.sub("\t", sheet.shown[near]))]
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        given = _GIVEN_BY.search(piece) or _IN_BRACKETS.search(piece)
        name = (given[1] if given else piece).strip(" ,;:.()-–—")
        is_place = behind.lower() in places_after_comma() and f"{name}, {behind}" in sheet.shown[near]
        if is_called_shortly(name) and not is_place:
            return Found(name, "layout", 0.6, sheet.shown[near])
    return None


def is_called_shortly(name: str) -> bool:
    """Tell a university that everybody calls by one name, where nothing but that name stands in a piece: ``Princeton``."""
    return name[:1].isupper() and name.lower() in _towns_of_universities()


@cache
def _towns_of_universities() -> frozenset[str]:
    return words_by_key("school_names.tsv")["town"]


def may_be_school(piece: str) -> bool:
    """Tell a piece of a line that is no subject, town, month, post or heading, and so may name a school."""
    words = piece.split()
    if _TECH.fullmatch(piece):
        return True
    return (
        1 <= len(words) <= 6
        and sum(1 if word[0].islower() else -1 for word in words if len(word) > 2) < 0  # no sentence
        and len(piece) > 2
        and piece[0].isupper()
        and not re.search(r"[\d:%•]|^(?:Conclu|Finaliz|En curso|Em curso|Expected|Complet|Graduat|Desde|Since)", piece)
        and piece.count("(") == piece.count(")")
        and not _NO_SCHOOL.search(piece)
        and not _SENTENCE.search(piece)
        and not _OPEN_ENDED.search(piece)
        and not _CERTIFICATE.match(piece)
        and piece.lower().rstrip(".") not in _MONTH_WORDS
        and not degrees_in(piece)
        and title_score(piece) < SURE_POST
        and not SUBJECT.search(piece)
        and not is_placeholder(piece)
        and not field_of(piece)
        and bare_letters(piece).lower() not in section_table()  # the heading in the margin beside it: Formation
        and not is_town(piece)
        and not place_of(piece).is_certain
    )


def are_degrees_first(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]]) -> bool:
    """Whether each entry of education begins with its degree, as the first one does or most do."""
    if schools_follow(sheet, rows, schools):
        return True
    lines = {i for i, _ in schools}
    degrees = [i for i in rows if i not in lines and degrees_of_row(sheet.folded[i])]
    is_first = any(degrees_of_row(sheet.folded[i]) for i in rows if i < schools[0][0])
    above = schools[0][0] - 1
    is_first = is_first or (
        above in rows and _CERTIFICATE.match(sheet.shown[above]) is not None and not sheet.is_chinese
    )
    if not is_first or sheet.is_chinese:
        return is_first
    n_above, n_below = sum(i - 1 in lines for i in degrees), sum(i + 1 in lines for i in degrees)
    ends_in_degree = bool(degrees) and degrees[-1] > max(lines)
    return n_above < 2 or n_above < n_below or (n_above == n_below and not ends_in_degree)


def schools_follow(sheet: Sheet, rows: list[int], schools: list[tuple[int, str]]) -> bool:
    """Whether schools mostly stand right below their degrees, though the first line of all is no degree: a postdoc."""
    lines = {i for i, _ in schools}
    degrees = [i for i in rows if i not in lines and degrees_of_row(sheet.folded[i])]
    return sum(i + 1 in lines for i in degrees) > max(1, sum(i - 1 in lines for i in degrees))
