"""The school that a line of education names, put together where narrow columns broke its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import GOES_ON
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education_heads import heads_of
from ringback.readers.fields.studies.education_tables import school_of_column
from ringback.readers.fields.studies.levels_told import school_under_level
from ringback.readers.fields.studies.school_kinds import school_behind_kind
from ringback.readers.fields.studies.school_rests import with_open_end
from ringback.readers.fields.studies.school_words import (
    SUBJECT,
)
from ringback.readers.fields.studies.schools import (
    institute_beside_degree,
    school_in,
)
from ringback.readers.fields.studies.schools_glued import school_glued, school_in_brackets
from ringback.readers.fields.studies.schools_in_small import school_in_small
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_BRACKET_BEGUN = re.compile(r"\(([A-ZÀ-Þ][^()]{1,60})$")
_BRACKET_CLOSED = re.compile(r"\s*([A-ZÀ-Þ][^()]{1,60})\)")
_MEMBER = re.compile(r"(?:\w+ ){0,2}(?:Fellow|Member|Associate)(?:ship)? of (?:the )?[A-Z]")
_SUBJECT_FIRST = re.compile(
    r"(?:Speciali[sz]\w+|Major(?:ed|ing)?|Minor|Diploma|Certificate|Studie[sd]|Courses?) (?:in|of) "
    r".*?(?:\bat\s+(?=[A-Z])(.{2,60}?)(?: from .*)?)?$"
)
_REST_OF_NAME = re.compile(
    r"((?:d[aeio]s?|del|dell?[ao]|of|für|zu|och)(?: |['’]))?[A-ZÀ-Þ][\w'’.-]+(?: (?:(?:de|del|da|do|di) )?[A-ZÀ-Þ][\w'’.-]+){0,3}"
)  # Università degli Studi / di Verona
_REST_BEHIND_OF = re.compile(r"of(?: (?:[A-Z][a-z]+|and|&)){1,5}(?=$|,| \()")
_KIND_BEFORE_OF = re.compile(
    r"\s*(?:The )?(?:State |Federal |National )?(?:University|College|Institute|Polytechnic)\s*"
)
_KIND_OF_MANY = re.compile(
    r"(?:(?:Government|Govt\.?|Training|Community|Technical|Teachers['’]?|Degree|Junior|Senior|Higher|High|Secondary|Primary|Elementary"
    r"|Grammar|Public|Model|Comprehensive|Polytechnic|Medical|Vocational) )+(?:College|School|Institute)"
)  # Kirimoor / Community College
_LEVEL_ALONE = re.compile(
    r"(?:Senior|Junior|Primary|Secondary|Elementary|Tertiary|Vocational|High|Higher|Graduate|Post|Under|College|University|School|Level"
    r"|Education|Graduation|Intermediate|Course|Degree|Class|Pre)\b",
    re.IGNORECASE,
)
_JOINTS = (" of", " of the", " and", " &")
_OPEN_JOINT = re.compile(r" (?:of|of the|and|&)$")
_REST_BEHIND_JOINT = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?")
_OPEN_AT_END = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'’&-]+ ){0,2}(?:University|College|Institute|School|Academy) of(?: the)?$"
)  # BSc Biology | University of / Galway | 2019
_BEHIND_NAME = re.compile(r"\s*[|,(·\t]|\s[-–—]\s")
_KIND_ALONE = re.compile(
    r"(?:Technische |Tekniska |Technical )?(?:Universi\w+|Universität|Université|Hochschule|Fachhochschule|Hogeschool"
    r"|Politechnika|Politecnico|Lycée|Liceo|Gymnasium)"
)
_KIND_AT_END = re.compile(rf"(?<=, )({_KIND_ALONE.pattern})$")
_TOWN_FIRST = re.compile(r"[A-ZÀ-Þ][\w'’-]+")
_OPEN_NAME = re.compile(
    r"\s(?:d[aeio]s?|del|dell?[ao]|of|für|zu|San|Santa|Santo|São|Saint|Sankt|New|Los|Las|St\.|Mount|Port|Fort)$"
)
MIN_FULL_CHARS = 30  # shorter lines are broken by no margin
_HIGH = re.compile(
    r"\s*((?!(?:Higher|Senior|Junior|Upper|Lower|Post|Very)\b)(?:[A-Z][\w.'’-]+ ){1,4}"
    r"(?:(?:Junior |Senior )?High|S\.?H\.?S\.?|Grammar))"
    r"(?=\s*(?:,|$|\(|\t|\|))"
)  # Larch Christian High, Ho
_KIND_OPENS_ROW = re.compile(
    r"(University|College|Institute|School|Academy|Polytechnic|UNIVERSITY|COLLEGE|INSTITUTE|SCHOOL|ACADEMY|POLYTECHNIC)"
    r"\s*(?=$|[(,\t|])"
)
_OF_FIELDS = re.compile(
    r"(?:University|Institute|College|School|Academy) of(?:,? (?:Science|Sciences|Technology|Engineering|Management"
    r"|Education|Medical"
    r"|Medicine|Agriculture|Arts|Commerce|Nursing|Law|Pharmacy|Information|Applied|Health|Business|Studies|Technical"
    r"|Professional|and|&))+"
)  # which of them it does not say
_OPEN_AT_SCHOOL = re.compile(
    r"\b(?:at|from|de|of) (?:the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}$|[,|•·–-] [A-Z][\w.'’-]*$"
)
_KIND_IN_TOWN = re.compile(r"\bThe (?:Polytechnic|University|College|Institute),? ([A-Z][a-z]+)\b")
_WORDS_OF_NAME = re.compile(r"(?:[A-Z][\w.'’&-]+ ?){1,4}")
_KIND_OPENS = re.compile(r"(?:(?:State )?University|College|Institute|School|Academy|Polytechnic)(?: of\b|$)")
_BEGUN_AT_END = re.compile(r"\b(?:from|at)(?: the)? ([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})$")  # MBA from Larch
_BEGUN_BEHIND_SIGN = re.compile(r"[|•·–,]\s+([A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2})$")  # 2012 – 2014 • Larch
_WHOLE = re.compile(r"(?:State )?(?:University|Institute) of\b")  # no part of a university
_ADJECTIVE = re.compile(
    r"(?:Technical|Polytechnic|Catholic|Free|Open|Federal|National|Medical|Agricultural|Autonomous)"
)
_FRONT_OF_NAME = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,4}(?:National|State|Technical|Federal|International|Medical|Agricultural|Pedagogical|Christian"
    r"|Catholic|Central|Open|Technological|Economic|Linguistic|Military|Naval|Aerospace|Aviation|Transport|Polytechnic"
    r"|Pharmaceutical|American)"
)


def school_of_line(sheet: Sheet, number: int) -> str | None:
    """Return the school of a line, with the end of its name where a narrow column broke it."""
    if _closes_bracket(sheet, number):
        return None
    school = _in_broken_bracket(sheet, number) or _school_with_its_end(sheet, number)
    return None if school and heads_of(sheet.folded[number]) else school


def _school_with_its_end(sheet: Sheet, number: int) -> str | None:
    """Return the school of a line, with the end of its name where a narrow column broke it before ``of``."""
    school = _name_over_kind(sheet, number) or _kind_and_town(sheet, number) or _school_on_line(sheet, number)
    if school and (front := _first_half(sheet, number, school)):
        return f"{front} {school}"
    school = school or _broken_behind_degree(sheet, number) or _hidden_on_line(sheet, number)
    if school and _MEMBER.match(school):
        return None
    if school and (subject := _SUBJECT_FIRST.match(school)):
        school = subject.group(1)
    below = sheet.shown[number + 1] if number + 1 < len(sheet.shown) else ""
    first = _BEHIND_NAME.split(below, maxsplit=1)[0].strip()  # Technology | May 2023
    if whole := with_open_end(sheet.shown[number].rstrip(), school, first) or _open_at_of(
        sheet.shown[number], first, school
    ):
        return whole
    above = sheet.folded[number - 1] if number else ""
    may_confer = sheet.sections[number] == "education" or (sheet.sections[number] == "experience" and degrees_in(above))
    if school is None and may_confer and not sheet.folded[number].isascii():
        school = institute_beside_degree(above, sheet.folded[number], sheet.shown[number], fold(below))
    rest = _REST_BEHIND_OF.match(below) if school and sheet.shown[number].endswith(school) else None
    if rest:
        return f"{school} {rest.group()}"
    is_open = school is not None and GOES_ON.search(school) is not None and not school.endswith(" of")
    is_full = len(sheet.shown[number]) > MIN_FULL_CHARS or is_open or (school and _OPEN_NAME.search(school))
    if school and is_full and sheet.shown[number].endswith(school):
        rest = _REST_OF_NAME.match(below)
        school = f"{school} {rest.group()}" if rest and (rest.group(1) or _OPEN_NAME.search(school)) else school
    if school and sheet.shown[number].endswith(school):
        school = _OPEN_JOINT.sub("", school)
    kind = school or next(iter(_KIND_AT_END.findall(sheet.shown[number])), "")
    town = _TOWN_FIRST.match(below) if kind and _KIND_ALONE.fullmatch(kind) else None
    if town and sheet.shown[number].endswith(kind) and is_town(town.group()):
        return f"{kind} {town.group()}"
    joint = next((joint for joint in _JOINTS if school and sheet.shown[number].endswith(f"{school}{joint}")), None)
    return f"{school}{joint} {first}" if joint and _REST_BEHIND_JOINT.fullmatch(first) else school


def _open_at_of(line: str, rest: str, school: str | None) -> str | None:
    """Return the name that a line leaves open; a college behind its university is a part of it."""
    begun = _OPEN_AT_END.search(line) if _REST_BEHIND_JOINT.fullmatch(rest) else None
    if (
        begun
        and school
        and "University" in school
        and school not in begun.group()
        and "University" not in begun.group()
    ):
        return None
    return f"{begun.group()} {rest}" if begun else None


def _in_broken_bracket(sheet: Sheet, number: int) -> str | None:
    """Return the school in a bracket that a narrow column broke: ``BSc Botany (Northmoor`` / ``University) 2018``."""
    begun = _BRACKET_BEGUN.search(sheet.shown[number])
    rest = _BRACKET_CLOSED.match(sheet.shown[number + 1]) if begun and number + 1 < len(sheet.shown) else None
    if begun is None or rest is None or sheet.headings[number + 1] or not degrees_in(sheet.folded[number]):
        return None
    whole = f"{begun.group(1).strip()} {rest.group(1)}"
    return school_in(fold(whole), whole)


def _hidden_on_line(sheet: Sheet, number: int) -> str | None:
    """Return the school of a row of education that other rules pass over."""
    if sheet.sections[number] != "education":
        return None
    shown = sheet.shown[number]
    return _kind_over_of(sheet, number) or school_in_brackets(shown) or school_glued(shown)


def _kind_over_of(sheet: Sheet, number: int) -> str | None:
    """Return the school whose kind stands alone over the rest of its name: ``University`` / ``of Larchland``."""
    if number + 1 >= len(sheet.shown) or sheet.headings[number]:
        return None
    rest = _REST_BEHIND_OF.match(sheet.shown[number + 1]) if _KIND_BEFORE_OF.fullmatch(sheet.shown[number]) else None
    return f"{sheet.shown[number].strip()} {rest.group()}" if rest else None


def _closes_bracket(sheet: Sheet, number: int) -> bool:
    """Tell the rest of such a bracket, which is no name of its own."""
    return (
        number > 0
        and _BRACKET_CLOSED.match(sheet.shown[number]) is not None
        and bool(_in_broken_bracket(sheet, number - 1))
    )


def _broken_behind_degree(sheet: Sheet, number: int) -> str | None:
    """Return the school behind a degree that a narrow column breaks: ``PhD in Chemistry at KU`` / ``Leuven``."""
    begun, below = sheet.shown[number].rstrip(), next(iter(sheet.shown[number + 1 : number + 2]), "")
    rest = _BEHIND_NAME.split(below, maxsplit=1)[0].strip()
    is_broken = _OPEN_AT_SCHOOL.search(begun) is not None and _WORDS_OF_NAME.fullmatch(rest) is not None
    if not is_broken or sheet.headings[number + 1] or sheet.sizes[number] != sheet.sizes[number + 1]:
        return None
    name = school_in(fold(f"{begun} {rest}"), f"{begun} {rest}") if not school_in(fold(rest), rest) else None
    return name if name and name.endswith(rest) and name != rest else None


def _school_on_line(sheet: Sheet, number: int) -> str | None:
    """Return the school that a line names by itself; under the heading of education careless ways of writing count."""
    is_studies = sheet.sections[number] == "education"
    school = school_of_column(sheet, number) or (school_behind_kind(sheet.shown[number]) if is_studies else None)
    school = school or school_in(sheet.folded[number], sheet.shown[number])
    if school or not is_studies:
        return school
    high = _HIGH.match(sheet.shown[number])
    small = school_in_small(sheet.shown[number]) or (high.group(1) if high else None)
    return small or school_under_level(sheet, number)


def _name_over_kind(sheet: Sheet, number: int) -> str | None:
    """Return a name whose kind a narrow cell left for the next line: ``Larchmoor`` / ``University (LU)<tab>2019``."""
    kind = _KIND_OPENS_ROW.match(sheet.shown[number].lstrip())
    above = sheet.shown[number - 1].strip() if kind and number and not sheet.headings[number - 1] else ""
    is_alone = kind is not None and kind.group(1) == sheet.shown[number].strip() and not SUBJECT.match(above)
    is_name = _is_name(above) or (is_alone and above.isupper() and _are_words_of_name(above))
    if kind is None and number and sheet.sections[number] == "education":
        return _name_over_many(sheet, number)
    return f"{above} {kind.group(1)}" if kind and is_name and sheet.sections[number] == "education" else None


def _name_over_many(sheet: Sheet, number: int) -> str | None:
    """Return a name whose kind, of many schools, fills the next line: ``Kirimoor Medical`` / ``Training College``."""
    line, above = sheet.shown[number].strip(), sheet.shown[number - 1].strip()
    if not _KIND_OF_MANY.fullmatch(line) or sheet.headings[number - 1] or not above:
        return None
    is_alike = sheet.sizes[number] == sheet.sizes[number - 1] and _LEVEL_ALONE.match(above) is None
    return f"{above} {line}" if is_alike and _are_words_of_name(above) and not SUBJECT.match(above) else None


def _kind_and_town(sheet: Sheet, number: int) -> str | None:
    """Return a school that is called by its kind and its town: ``The Polytechnic, Ibadan``."""
    named = _KIND_IN_TOWN.search(sheet.shown[number]) if sheet.sections[number] == "education" else None
    return named.group() if named and is_town(named.group(1)) else None


def _is_name(line: str) -> bool:
    """Tell a line that is nothing but words of a name, no subject, degree or school of its own."""
    return SUBJECT.search(line) is None and _are_words_of_name(line)


def _are_words_of_name(line: str) -> bool:
    if _WORDS_OF_NAME.fullmatch(line) is None:
        return False
    return not degrees_in(fold(line)) and not school_in(fold(line), line)


def _first_half(sheet: Sheet, number: int, school: str) -> str | None:
    """Return the line above of a name broken before its kind: ``Taras Moor National`` / ``University of Kyiv``."""
    above = sheet.shown[number - 1].strip() if number else ""
    kind = _in_small(school)
    is_below = _KIND_OPENS.match(kind) is not None and sheet.shown[number].strip().startswith(school)
    if not is_below or sheet.sections[number] != "education" or sheet.headings[number - 1]:
        return None
    if sheet.sizes[number] != sheet.sizes[number - 1] or _KIND_OPENS.fullmatch(above):
        return None  # College / College of Engineering: a label
    begun = _BEGUN_AT_END.search(above) or (_BEGUN_BEHIND_SIGN.search(above) if _WHOLE.match(kind) else None)
    is_begun = begun is not None and not SUBJECT.search(begun.group(1)) and not is_town(begun.group(1))
    front = begun.group(1) if begun and is_begun else above
    if _FRONT_OF_NAME.fullmatch(_in_small(front)) or (is_begun and _ADJECTIVE.fullmatch(_in_small(front))):
        return front
    return front if (_OF_FIELDS.fullmatch(kind) or kind.startswith("State ")) and _is_name(front) else None


def _in_small(name: str) -> str:
    """Return a name in capitals as others are written: ``LARCH STATE`` as ``Larch State``."""
    return re.sub(r"\b(?:Of|And|The)\b", lambda word: word.group().lower(), name.title()) if name.isupper() else name
