"""What a phrase is that was chosen as a post or a house and is neither: a sign, a month, a skill, a person, a heading.

Asked of chosen values only, for the evidence is gathered from the word lists of all readers. What is *surely* something else is
given up; what is *hardly* a house (a department, a project, a town) stays where nothing better stands beside it.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.heading_table import bare_letters, section_table
from ringback.readers.fields.jobs.asides import may_be_place
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.normalise import fold

SURE_NAME, SURE_FIRM, KNOWN_POST = 0.85, 0.6, 0.6
HOUSE = 0.7
MAX_CODE_CHARS, MAX_SHORT_CHARS = 2, 3
MIN_DIGITS, MAX_LETTERS_OF_DATE = 4, 3
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_PERSON = re.compile(r"(?:Prof(?:essor)?|Dr|Mrs?|Ms|Sir)\.?\s+(\S.*)")
_PART = re.compile(
    r"(?:Department|Dept\.?|Faculty|Division|School|Chair|Section|Office|Unit) (?:of|for) "
    r"|(?:Departamento|Facultad|Faculdade|Dipartimento|Département|Lehrstuhl|Fachbereich|Abteilung|Institut für) "
)
_GROUP = re.compile(r"\b(?:[Rr]esearch [Gg]roup|RESEARCH GROUP|[Ll]ab(?:oratory)?|LAB|[Tt]eam|TEAM)$")
_WORK = re.compile(
    r"\b(?:Projects?|Program(?:me)?|Course|Boot ?camp|Camp|Application|App|Framework|Competition|Hackathon|Challenge"
    r"|Summer of Code)$",
    re.IGNORECASE,
)
_KINDS = frozenset(
    (
        "program programme project projects course courses camp team company department division "
        "school college university universidad universidade università université universität "
        "theatre theater various varios divers diverse miscellaneous"
    ).split()
)  # of which they do not say


def surely_no_house(text: str, skills: AbstractSet[str]) -> str | None:
    """Return what a phrase surely is that was chosen as a house; ``skills`` are the own ones of the resume, in small letters."""
    bare = text.lower().strip(" .,:;")
    n_letters = len(_LETTER.findall(text))
    if n_letters <= 1 and not (any(map(str.isdigit, text)) and len(text) <= MAX_SHORT_CHARS):
        return "sign"  # C, C++; but 3M
    if sum(map(str.isdigit, text)) >= MIN_DIGITS and n_letters <= MAX_LETTERS_OF_DATE:
        return "date"
    if bare in _months():
        return "month"
    score = employer_score(text)
    if score < 1.0 and bare_letters(bare) in section_table():
        return "heading"
    if score < SURE_FIRM and bare in skills:
        return "skill"
    return "post" if score == 0.0 and title_score(text) == 1.0 else None


def hardly_a_house(text: str) -> str | None:
    """Return what a phrase is sooner than a house: beside another name it is none."""
    if _GROUP.search(text):
        return "group"
    if employer_score(text) == 1.0:
        return None
    if _PART.match(text):
        return "part"
    if _WORK.search(text):
        return "work"
    if may_be_place(text):
        return "place"
    if is_work_field(text):
        return "field"
    words = _WORD.findall(text.lower())
    if words and _KINDS.issuperset(words):
        return "kind"
    return "deed" if len(words) > 1 and text.split()[0].islower() else None


def surely_no_post(text: str) -> str | None:
    """Return what a phrase surely is that was chosen as a post."""
    person = _PERSON.fullmatch(text)
    if person and latin_score(person.group(1)) >= SURE_NAME:
        return "person"
    if title_score(text) >= KNOWN_POST:
        return None
    bare = text.lower().strip(" .,:;")
    if bare in _months():
        return "month"
    if len(bare) <= MAX_CODE_CHARS:
        return "code"
    if bare_letters(bare) in section_table():
        return "heading"
    if employer_score(text) >= HOUSE:
        return "house"
    if may_be_place(text):
        return "place"
    people = text.split(" and ")
    if len(people) > 1 and all(latin_score(one) >= SURE_NAME for one in people):
        return "persons"
    return "degree" if degrees_in(fold(text), text) else None


@cache
def _months() -> frozenset[str]:
    return frozenset(name for names in MONTHS for name in names.split())
