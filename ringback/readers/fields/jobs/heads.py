"""Title and employer that stand under the name: a headline like ``Sales Manager at Acme``."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import Atom, atoms_of, bare_value
from ringback.readers.fields.jobs.choice import Choice, choose
from ringback.readers.fields.jobs.doubts import is_school_and_course
from ringback.readers.fields.jobs.former import of_own_house, without_former
from ringback.readers.fields.jobs.headers import Header
from ringback.readers.fields.jobs.headlines import headline, without_contacts
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.lines import LINK
from ringback.readers.fields.jobs.no_jobs import is_activity
from ringback.readers.fields.jobs.repeated import house_of_several
from ringback.readers.fields.jobs.sentences import Halves
from ringback.readers.fields.jobs.slots import (
    groups_by_votes,
    teams_by_votes,
    towns_behind_posts,
    towns_by_votes,
    units_by_votes,
)
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.jobs.units_over_houses import units_over_houses
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.campuses import with_campus
from ringback.readers.fields.studies.school_words import SUBJECT, TEACHES
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.wish_sentences import is_post_of_beginner
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

MAX_HEAD_CHARS, MAX_PARTED_CHARS = 80, 150
MAX_TOLD_CHARS = 100
MIN_FIRM, SURE_POST = 0.7, 0.8
_AT = re.compile(r"^(.{2,60}?)\s+(?:at\s+the(?=\s+[A-Z])|at|@|with|for|chez|bei|presso|在)\s+(.{2,70})$")
_SAID_AT = re.compile(
    r"\W*(?!(?i:previous|past|former|ex|seek|looking|incoming|aspiring|future|prospective|candidate|appli|apply|job)\w*\b)(\w.{2,60}?)\s+(?:at|@|chez|bei|presso)\s+(?:the\s+)?"
)
_SMALL = frozenset({"and", "of", "the", "de", "&"})
MAX_NAME_WORDS = 5
_AT_IN_ROMANCE = re.compile(
    r"^(.{2,60})\s(?:na|no|en|em)\s+(?:(?:el|la)\s+)?(?=[A-ZÀ-Þ\d])(.{2,70})$"
)  # the last of several
_NO_FIRM = re.compile(
    r"(?:an?|the|over|more|almost|nearly|about|around|strong|extensive|proven|deep|broad|hands-on|years|experience"
    r"|expertise|both|focus|interests?)\b"
    r"|\d+\+? |(?:[a-z]+ ){3}"
)  # with a proven record, with over ten years
_PARTED = re.compile(r"\s[|·•⋅]\s")  # Research Fellow · Northmoor College · Centre for Tides
MAX_HOUSE_LINES = 3
_STREET_OR_PHONE = re.compile(r"\d{3}")
_PART = re.compile("^[\u4e00-\u9fff]{1,8}(?:学院|系|实验室)$")
_WHOLE_SCHOOL = re.compile(r"\b(?:university|universit[àäé]t?|college|institute of technology)\b", re.IGNORECASE)
_PART_OF_SCHOOL = re.compile(
    r"(?:(?:the )?(?:school|faculty|department|dept\.?|division|college|institute|centre|center|section|office"
    r"|chair) (?:of|for)\b"
    r"|(?:[\w&'’-]+ ){1,3}(?:department|lab(?:oratory)?|group|unit|campus)\b)",
    re.IGNORECASE,
)
_HAN = re.compile("[\u4e00-\u9fff]")
_IN_FRONT_OF_TITLE = re.compile("\\s*(?:(?:[高中初]级|[高中初]級|资深|資深|首席|[A-Za-z][A-Za-z+#.]{1,14}) ){1,3}")
_SELF = re.compile(
    r"^(?:(?:Hi|Hello)[,!]?\s+)?(?:I(?:['’]m|\sam|['’]ve\sbeen|\shave\sbeen)|[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}\sis"
    r"|[Ss]?[Hh]e\sis)"
    r"\s+(?:(?:currently|presently|now)\s+)?(?:an?\s+|the\s+)?|,?\s+(?:(?:currently|presently"
    r"|now)\s+)?(?:working|employed)$"
)  # I'm a Software Engineer currently working
_FORMER = re.compile(r"\b[Ee]x[- ](?=[A-Za-z])|\b[Ff]ormer(?:ly)?\b")  # Founder of Larch and ex-developer at Fern
_SERVES = re.compile(r"\b(?:serves?|works?|teach(?:es)?|leads?|worked|served)\b")  # a sentence tells it
_SCHOLAR = re.compile("(?:教授|研究员|博士后|讲师)$")
_HOUSE_OF_SCHOLAR = re.compile("[\u4e00-\u9fff·() ]{4,30}(?:大学|学院|系|所|院|中心|实验室)")
_STUDIED = ("毕业", "畢業", "就读", "就讀")
_GOES_ON = re.compile(
    r"[,.]\s|\s+(?:since|where|in|from|and|for|who|under|with|working|studying|doing|advised|supervised|mentored|interested"
    r"|focus(?:ing|ed))\s"
)  # of a sentence
_DOCTORAL = re.compile(
    r"\b(?:ph\.? ?d\b\.?|doctoral|d\.?phil\b\.?) (?:student|candidate|researcher|fellow)", re.IGNORECASE
)
_BEHIND_FIRM = re.compile(r"\s*[|｜•·;\t]\s*|(?<=[a-z]{3})\.\s|\s[-–—]\s")


def job_of_head(sheet: Sheet) -> tuple[Found[str] | None, Found[str] | None]:
    """Read a headline (``Sales Manager at Acme``) or a title line under the name."""
    for number in sheet.head[:8]:
        if pair := _told_in_head(_with_house_below(sheet, number)):
            return pair
    for number in sheet.head[:8]:
        if not _SERVES.search(sheet.shown[number]) and (halves := _in_head(sheet.shown[number])) != (None, None):
            return halves
    for label in sheet.labelled("title"):
        if (
            sheet.sections[label.line] in {TOP, "basic"}
            and title_score(label.value) > 0
            and not is_activity(label.value)
            and not is_post_of_beginner(sheet, label)
        ):
            evidence = f"{label.label}: {label.value}"
            title, employer = chosen(Header({0: label.value}, atoms_of(label.value, row=0), {}), [], evidence)
            if title and employer and title_score(title.value) == 1.0 and employer_score(employer.value) >= MIN_FIRM:
                return title, employer
            return Found(label.value, "label", 0.7, evidence), None
    told = headline(sheet)
    if told is None or is_school_and_course(told.value):
        return None, None
    return told, None if sheet.lines_in("experience") else _house_below(sheet, told)


def _with_house_below(sheet: Sheet, number: int) -> str:
    """Return a line of the head with the house that the next one tells: ``Fellow in data curation`` / ``at the Tide Library``."""
    below = sheet.shown[number + 1].strip() if number + 1 in sheet.head else ""
    return f"{sheet.shown[number].rstrip()} {below}" if below.startswith("at ") else sheet.shown[number]


def _told_in_head(line: str) -> Halves | None:
    """Read post and firm that a word joins, without what the line says of former posts."""
    plain = without_former(LINK.sub("", line).strip(" >-*•·"))
    if own := of_own_house(_SELF.sub("", plain)):
        return Found(own[0], "layout", 0.75, line), Found(own[1], "layout", 0.75, line)
    match = (_AT.match(plain) or _in_romance(plain)) if len(plain) < MAX_TOLD_CHARS else None
    if (
        match is None
        or _PARTED.search(match.group(1))
        or _NO_FIRM.match(match.group(2))
        or title_score(match.group(1)) < SURE_POST
        or _names_firm(match.group(1))
        or _SERVES.search(match.group(1))
        or _FORMER.search(match.group(1))
    ):
        return None
    firm = bare_value(_BEHIND_FIRM.split(match.group(2))[0])
    house, comma, town = firm.rpartition(", ")
    firm = house if comma and is_town(town) else firm
    post = _SELF.sub("", match.group(1))
    firm = firm if post == match.group(1) else bare_value(_GOES_ON.split(firm)[0])
    return Found(post, "layout", 0.75, line), Found(firm, "layout", 0.75, line)


def _in_romance(line: str) -> re.Match[str] | None:
    """Read ``Coordenadora Web na Larch Sistemas``; what else a post is *in* is a field: ``Licenciado en Informática``."""
    match = _AT_IN_ROMANCE.match(line)
    firm = match.group(2) if match else ""
    is_house = employer_score(firm) >= MIN_FIRM and not title_score(firm) and school_in(fold(firm), firm) is None
    return match if is_house and not SUBJECT.fullmatch(firm) else None


def _names_firm(front: str) -> bool:
    """Tell that a comma parts post and firm in front of the word: ``Postdoctoral Fellow, Northmoor Institute for Ecology``."""
    _, comma, last = front.rpartition(", ")
    return bool(comma) and employer_score(last) >= MIN_FIRM


def _house_below(sheet: Sheet, post: Found[str]) -> Found[str] | None:
    """Return the house in the lines below a post under the name: ``Lecturer`` / ``School of Law, Northmoor University``."""
    at = next((i for i in sheet.head[1:] if sheet.shown[i].strip() == post.evidence), -1)
    if at >= 0 and sheet.is_chinese:
        return _han_house_below(sheet, post, at + 1)
    for number in () if at < 0 else range(at + 1, min(at + 1 + MAX_HOUSE_LINES, len(sheet.shown))):
        line = without_contacts(sheet.shown[number].strip())
        if number not in sheet.head or "@" in line or len(line) > MAX_HEAD_CHARS or _STREET_OR_PHONE.search(line):
            return None
        houses = [atom for atom in atoms_of(line, row=0) if not atom.role and employer_score(atom.text) >= MIN_FIRM]
        houses = [atom for atom in houses if not title_score(atom.text)]
        schools = [atom for atom in houses if school_in(fold(atom.text), atom.text) is not None]
        if schools and not _is_of_school(post.value):
            return None  # where somebody studied
        is_letterhead = number == at + 1 and line != sheet.shown[number].strip()
        if houses and (schools or is_letterhead or employer_score(houses[-1].text) == 1.0):
            return Found((schools or houses)[-1].text, "layout", 0.6, sheet.shown[number])
    return None


def _han_house_below(sheet: Sheet, post: Found[str], number: int) -> Found[str] | None:
    """Return the part of a university right below the rank of a scholar: 副教授 / 青禾大学海洋学院."""
    line = sheet.shown[number].strip() if number in sheet.head else ""
    is_house = _HOUSE_OF_SCHOLAR.fullmatch(fold(line)) is not None and school_in(fold(line), line) is not None
    is_house = is_house and not title_score(line) and not any(map(line.startswith, _STUDIED))
    return Found(line, "layout", 0.6, line) if is_house and _SCHOLAR.search(fold(post.value)) else None


def _in_head(line: str) -> Halves:
    """Read post and firm that stand under the name, both known by their words: 研发工程师，求臻医学（北京）科技有限公司."""
    if len(line) > (MAX_PARTED_CHARS if _PARTED.search(line) else MAX_HEAD_CHARS) or ":" in fold(line):
        return None, None
    title, firm = chosen(Header({0: line}, atoms_of(line, row=0), {}), [], line)
    if not title or not firm or title_score(title.value) < 0.8 or "。" in title.value:
        return None, None  # two sentences
    if school_in(fold(firm.value), firm.value) is not None:
        return (title, firm) if _is_of_school(title.value) else (None, None)
    return (title, firm) if employer_score(firm.value) == 1.0 else (None, None)


def _is_of_school(post: str) -> bool:
    """Tell a post that a school gives: who teaches or searches there, or writes a thesis."""
    return TEACHES.search(post) is not None or _DOCTORAL.search(post) is not None


def post_of_head(sheet: Sheet) -> Halves | None:
    """Return the post that somebody holds by the lines under the name, where they name its house too by its words.

    ``Assistant Professor`` / ``Department of Tides`` / ``University of Northmoor``.
    """
    title, firm = job_of_head(sheet)
    if title and not firm and (told := headline(sheet)) and told.value == title.value:
        firm = _house_below(sheet, title)
    if title is None or firm is None or not title.evidence.strip()[:1].isupper():
        return None  # in a sentence, which a line above begins
    is_house = employer_score(firm.value) >= MIN_FIRM or _is_said_at(title, firm)
    return (title, firm) if title_score(title.value) >= SURE_POST and is_house else None


def _is_said_at(post: Found[str], firm: Found[str]) -> bool:
    """Tell a name behind *at*, with a whole post in front of it in its line: ``Tech Lead @ Larchwell``."""
    front, found, _ = post.evidence.partition(firm.value)
    words = firm.value.split()
    is_name = (
        bool(found) and len(words) <= MAX_NAME_WORDS and all(word[0].isupper() for word in words if word not in _SMALL)
    )
    is_else = title_score(firm.value) or is_work_field(firm.value) or may_be_place(firm.value)
    at = _SAID_AT.fullmatch(front) if is_name and not is_else else None
    return at is not None and title_score(at.group(1)) == 1.0


def chosen(header: Header, others: list[list[Atom]], evidence: str) -> Halves:
    """Return the two halves of a header; ``others`` are the atoms of other jobs, which tell where titles stand."""
    fields = [
        *groups_by_votes(header.atoms, others),
        *teams_by_votes(header.atoms, others),
        *units_by_votes(header.atoms, others),
        *units_over_houses(header.atoms, others),
    ]
    towns = [*towns_by_votes(header.atoms, others), *towns_behind_posts(header.atoms, others), *fields]
    atoms = [replace(atom, role="aside") if atom in towns else atom for atom in header.atoms]
    choice = choose(header.lines, atoms, others=others, far_rows=header.far_rows, fields=fields)
    if any(choice.employer == town.text for town in towns):
        choice = replace(choice, employer=None)
    if choice.title and not choice.employer:
        choice = replace(choice, employer=house_of_several(atoms, others, choice.title))
    hows = ["rule" if is_alike else "layout" for is_alike in choice.are_alike]
    employer = _whole_of(choice.employer, header.atoms)
    employer = _with_campus(_without_parts(employer), header) if employer else None
    choice = replace(choice, employer=employer, title=_whole_title(choice, header))
    sure = 0.9 if choice.is_known else 0.7
    return (
        Found(choice.title, hows[0], sure, evidence) if choice.title else None,
        Found(choice.employer, hows[1], sure, evidence) if choice.employer else None,
    )


def _with_campus(firm: str, header: Header) -> str:
    """Return a state university with its campus: ``University of California, Davis``, ``University of Michigan – Dearborn``."""
    return with_campus(firm, next((line for line in header.lines.values() if firm in line), ""))


def _whole_title(choice: Choice, header: Header) -> str | None:
    """Return the title with what only a space parts from it in front: 高级 Android 开发工程师."""
    if not choice.title or not choice.employer or not _HAN.search(choice.title):
        return choice.title
    for text in header.lines.values():
        front, found, _ = text.partition(choice.title)
        if found and _IN_FRONT_OF_TITLE.fullmatch(front) and choice.employer not in front:
            return (front + found).strip()
    return choice.title


def _whole_of(firm: str | None, atoms: Sequence[Atom]) -> str | None:
    """Return the university for the part of it that stands beside it: 儿科系, 医学院, 斯坦福大学."""
    if firm and _PART_OF_SCHOOL.match(firm):
        return next((atom.text for atom in atoms if not atom.role and _WHOLE_SCHOOL.search(atom.text)), firm)
    if firm is None or not _PART.search(fold(firm)):
        return firm
    return next((atom.text for atom in atoms if fold(atom.text).endswith("大学")), firm)


def _without_parts(firm: str) -> str:
    """Return the school without its parts behind it: ``Northmoor University, School of Nursing, Tide Lab``."""
    school, comma, parts = firm.partition(", ")
    is_whole = bool(comma) and _PART_OF_SCHOOL.match(school) is None and _PART_OF_SCHOOL.match(parts) is not None
    return school if is_whole else firm
