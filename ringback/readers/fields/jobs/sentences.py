"""Jobs told in sentences: ``I work as a QA Engineer at Zentrix``, 2019年入职青禾教育任教师，2022年晋升为教务主管，工作至今."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.han_sentences import HAN_END, Told, joinings, told_in_han
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.titles_behind_houses import split_employer_title
from ringback.readers.fields.jobs.told_in_europe import TODAY_IN_EUROPE, may_tell_today, told_in_europe
from ringback.readers.fields.jobs.told_in_latin import told_in_latin
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.studies.school_words import HAN_SCHOOL
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold, simplified

Halves = tuple[Found[str] | None, Found[str] | None]
"""Title and employer."""

MAX_STORY_CHARS = 1200
MIN_SEVERAL = 2
MAX_BEFORE_CHARS = 4
MIN_BROKEN = 60  # shorter lines are broken by no margin
MAX_SUBJECT = 50
NEAR = 24  # characters around a job in which a story says that it goes on
TODAY = re.compile(
    r"目前|现在|现任|现(?:就职|供职|任职|从事|工作|为|于|服务|受聘)|至今|迄今|[年月]份?(?:起|以来)(?=[,，任担就在])"
    r"|\bI(?:'m| am| work| currently)\b|\b(?:she|he|they|(?-i:[A-Z][\w.'-]{1,30}\s[A-Z][\w.'-]{1,30})) (?:is|are)\b"
    r"|\b(?:she|he|they|I) (?:works?|serves?|teach(?:es)?|leads?)\b"
    r"|(?-i:\b[A-Z][\w.'-]{1,30}\s[A-Z][\w.'-]{1,30} (?:works?|serves?|teach(?:es)?|leads?)\b)"  # Larch Carriage Works is a house
    r"|(?-i:\bAs [a-z]+ )"
    r"|\b(?:past|last) (?:\w+ ){0,2}(?:years?|months?)\b"
    r"|\b(?:currently|presently|present|current|still|now|since|have been|employs me)\b"
    rf"|{TODAY_IN_EUROPE}",
    re.IGNORECASE,
)
_SUBJECT_ALONE = re.compile(
    r"(?:[Cc]urrently,? )?(?:[Ss]he|[Hh]e|[A-Z][\w'-]+ [A-Z][\w'-]+)(?: is(?: (?:now |currently )?(?:an?|the))?)?"
)  # of a sentence
_BEFORE = re.compile("(?:曾经?|此前|之前|先前|过去|以前|历任)[^,，。;；]{0,2}$")
_NO_WORK = re.compile("学生会|社团|协会|志愿|[党团队班]|大学|学院|学校|实习|项目|课题")  # what else people join
_HAN_AS = re.compile(rf"^\s*(?:现|先后)?(?:担任|任)\s*(?P<whole>[^,，。;；\s]{{4,48}}?)(?:一职|职务)?{HAN_END}")
_HAN_INTERN = re.compile("在([\u4e00-\u9fff()]{3,24}?(?:公司|集团))[\u4e00-\u9fff,]{0,16}实习")
SURE_FIRM, LIKELY_FIRM = 0.8, 0.6
_JOINT = r"(?:of|and|&|de|del|d[aioe]s?|della|dello|delle|degli|studi|la|le|les|des|du|für|van|und|et|y)"
_NAME = rf"[A-ZÀ-Þ][\w&.'’-]*(?: (?:[A-ZÀ-Þ][\w&.'’-]*|{_JOINT}(?= )))*"
_LAST_WORD = re.compile(
    r" (?!(?:in|as|for|from|during|where|with|and|to|since|on|by|at|the|till|until|now)\b)[a-z]{3,}(?=\.?$)"
)
_INTERN_AT = re.compile(rf"\b(?:[Ii]nterned|[Ii]nterning|[Ii]nternship)\s+(at|with|in)\s+({_NAME})")
_WORKS_AT = re.compile(
    r"\b(?:[Cc]urrently|[Pp]resently|[Nn]ow|[Aa]t present|I am|I'm)(?:,?\s+(?:I am|I'm|am))?\s+(?:[Ww]orking|employed"
    r"|serving|engaged|attached)"
    rf"\s+(at|with|for|in)\s+(?:the\s+)?({_NAME})"
)  # Currently working with Northwind Bank
_WORKS_TODAY_AT = re.compile(
    r"\b(?:I|[Ss]he|[Hh]e|[Tt]hey)(?:\s+(?:currently|presently|now|also|still|mostly))?\s+(?:work|teach|practi[cs]e|serve)(?:e?s)?"
    rf"(?:\s+(?:currently|now|full[- ]time|part[- ]time))?\s+(at|with|for)\s+(?:the\s+)?({_NAME})"
)  # I teach at Northwind High School
_OF_FAMILY = re.compile(
    r"\b[Mm]y (?:dad|father|mother|mom|mum|sisters?|brothers?|wife|husband|parents|sons?|daughters?|uncle|aunt)\b"
)  # My father is a driver at Larch
_TODAY_ALONE = re.compile(r"(?:[Cc]urrently|[Pp]resently|[Nn]ow) [a-z]+ing$")  # Currently working as a trainer
_TODAY_AT = re.compile(
    r"\b(?:[Cc]urrently|[Pp]resently|[Nn]ow|[Aa]t present|[Tt]hese days),?"
    rf"(?:\s+(?:based|working|employed|in practice))?\s+(at|@)\s+(?:the\s+)?({_NAME})"
)  # Currently at Northwind
_HAS_WORKED_AT = re.compile(
    rf"\b(?:has|have|'ve|’ve) been (?:employed|working) (at|with|by|for) (?:the )?({_NAME})(?=.{{0,80}} since\b)"
)
_HAN_TODAY = re.compile(
    "(?:目前|现在|当前|现)(?:正)?(?:任职|就职|供职|受聘|任教|工作)于([\u4e00-\u9fffA-Za-z()]{3,30}?)(?=[,，。.;；、\\s]|$)"
)
_HAN_SERVES = re.compile(
    "(?:现|目前)?(?:任职|就职|供职|任教)于 ?([^,，。.;；:、|]{2,30})"
)  # a line of the card of a person
_PROMOTED = re.compile(
    rf"(?:晋升|升任|升职|提升|提拔|调任|转任|转岗|升|(?:后|随后|之后|现|现在|目前|再|又|起)(?:担任|任|做|转做|转))(?:为|至"
    rf"|到)?\s*(?P<title>[^,，。;；、\s]{{2,20}}?)(?:一职)?{HAN_END}"
    r"|\b(?:promoted to|(?:am|'m|is) now)\s+(?:an?\s+|the\s+)?(?P<latin>[A-Za-z][\w /&-]{3,50}?)"
    r"(?=\s+(?:in|at|from|where|and|there)\b|[.,;]|$)"
)
_LINK = re.compile(r"\[([^\]\n]{1,80})\]\([^)\s]{1,300}\)")  # of Markdown
_YEAR = re.compile(r"(?:19|20)\d{2}")
_WORDS_OF_TODAY = (
    "i'm", "i am", "i currently", " is", " are", "he work", "ey work", "i work", "he serve", "ey serve", "i serve", "he teach",
    "ey teach", "i teach", "he lead", "ey lead", "i lead", "as a", "as the", "current", "present", "now", "since", "have been",
    "employs me",
    " the past", " the last",
    " works", " serves", " teaches", " leads", "still", ", i ",
)  # fmt: skip
"""One of them stands in whatever :data:`TODAY` finds in a text of ASCII."""


def job_of_sentence(line: str) -> Halves | None:
    """Return title and employer of a line that tells a job, or None when the line is none."""
    plain = without_periods(line, fold(line)).strip(" \t:·•-*")
    told = _latest_told(line) or next(_told_in(plain), None) or next(_told_in(line), None)
    if told is None and (seam := _seam(plain)):
        told = Told(0, 0, seam[1], seam[0])
    return _found(told.title, told.firm, line) if told else None


def _latest_told(line: str) -> Told | None:
    """Return the job with the latest year before it, of a line that tells several: 2015年至2020年在…当保安，2020年到2023年在…."""
    several = list(_told_in(line))
    if len(several) < MIN_SEVERAL:
        return None
    years = [max(map(int, _YEAR.findall(line, before, told.at)), default=0) for before, told in _with_ends(several)]
    return several[max(range(len(several)), key=lambda n: (years[n], n))] if all(years) else None


def _with_ends(several: list[Told]) -> Iterator[tuple[int, Told]]:
    """Yield each job with where the one before it ends."""
    yield from zip([0, *(told.until for told in several[:-1])], several, strict=True)


def job_of_story(lines: Iterable[str]) -> Halves | None:
    """Return the job of today from prose that tells several: the one that goes on, else None.

    A later promotion takes the place of the title at the same employer.
    """
    best: tuple[int, int, Halves] | None = None
    lines = list(lines)
    for number, line in enumerate(lines):
        text = _LINK.sub(r"\1", _with_rest(lines, number)[:MAX_STORY_CHARS]).replace("’", "'")
        plain = simplified(text)
        if not _may_tell_today(text) or not TODAY.search(plain) or _OF_FAMILY.search(text):
            continue
        firm = ""
        for told in sorted([*_told_in(text), *joinings(text), *_promotions(text)], key=lambda one: one.at):
            firm = "" if _TODAY_ALONE.match(told.firm) else told.firm or firm
            if not firm or not told.title or _is_past(plain, told) or not TODAY.search(_around(plain, told)):
                continue
            years = _YEAR.findall(text, 0, told.at)
            rank = (int(years[-1]) if years else 0, number)
            if best is None or rank >= best[:2]:
                best = (*rank, _found(told.title, firm, line))
    return best[2] if best else None


def _with_rest(lines: list[str], number: int) -> str:
    """Return a line that begins to tell of today with the rest of its sentence in the next one."""
    line = lines[number].rstrip()
    if number + 1 == len(lines) or line[-1:] in {".", "!", "?", ":"}:
        return line
    last = line.rpartition(". ")[2] if len(line) >= MIN_BROKEN else ""
    is_open = (0 < len(last) <= MAX_SUBJECT and _SUBJECT_ALONE.fullmatch(last)) or may_tell_today(line.lower())
    return f"{line} {lines[number + 1]}" if is_open else line


def job_of_years(lines: Iterable[str]) -> Halves | None:
    """Return the job that prose says was taken up last, where nothing says that it goes on: 2019年加入青禾银行担任客户经理."""
    best: tuple[int, Halves] | None = None
    for line in lines:
        text = line[:MAX_STORY_CHARS]
        plain = simplified(text)
        if not _YEAR.search(text):
            continue
        for told in sorted([*_told_in(text), *joinings(text)], key=lambda one: one.at):
            years = _YEAR.findall(text, 0, told.at)
            is_house = employer_score(told.firm) >= SURE_FIRM or (told.title and employer_score(told.firm) > 0)
            is_house = title_score(told.title) >= SURE_FIRM if text.isascii() else is_house
            if not years or not is_house or _is_past(plain, told) or _NO_WORK.search(plain[told.at : told.until]):
                continue
            if best is None or int(years[-1]) > best[0]:
                title, firm = _found(told.title, told.firm, line)
                best = int(years[-1]), (title if told.title else None, firm)
    return best[1] if best else None


def _is_past(plain: str, told: Told) -> bool:
    """Tell a job that is said to have been held before, whatever stands near it: 目前在…担任总监，曾在…任经理."""
    return _BEFORE.search(plain[max(0, told.at - MAX_BEFORE_CHARS) : told.at + 1]) is not None


def _may_tell_today(text: str) -> bool:
    """Tell whether a text holds a word of :data:`TODAY`, in small letters; most lines of most jobs do not."""
    lowered = text.lower()
    return not text.isascii() or any(map(lowered.__contains__, _WORDS_OF_TODAY)) or may_tell_today(lowered)


def firm_of_internship(lines: Iterable[str]) -> Found[str] | None:
    """Return the firm of an internship that a sentence tells without a post: 曾在晨光信息科技有限公司实习."""
    for line in lines:
        if match := _HAN_INTERN.search(fold(line[:MAX_STORY_CHARS])):
            return Found(line[slice(*match.span(1))], "pattern", 0.6, line)
        if name := _house_in(_INTERN_AT, line):
            return Found(name, "pattern", 0.6, line)
    return None


def _house_in(pattern: re.Pattern[str], line: str) -> str | None:
    """Return the house of a sentence: behind *at* any name, behind *with*, *in* and *for* what its words tell for one."""
    said = pattern.search(line[:MAX_STORY_CHARS])
    name = re.sub(rf"(?: {_JOINT})+$", "", said.group(2)).rstrip(".,'’") if said else ""
    rest = _LAST_WORD.match(line, said.end()) if said else None
    name = f"{name}{rest.group()}" if rest else name
    return name if said and (said.group(1) in {"at", "@"} or employer_score(name) >= LIKELY_FIRM) else None


def firm_of_today(lines: Iterable[str]) -> Found[str] | None:
    """Return the house where somebody says that he works, without a post: 我目前任职于青禾大学信息学院."""
    for line in lines:
        said = _HAN_TODAY.search(fold(line[:MAX_STORY_CHARS]))
        if said and (employer_score(said.group(1)) >= SURE_FIRM or HAN_SCHOOL.match(said.group(1))):
            return Found(line[slice(*said.span(1))], "pattern", 0.7, line)
        serves = _HAN_SERVES.fullmatch(fold(line).strip())
        if serves and not title_score(serves.group(1)):
            return Found(line.strip()[slice(*serves.span(1))], "pattern", 0.6, line)
        if name := _house_in(_WORKS_AT, line) or (" since " in line and _house_in(_HAS_WORKED_AT, line)):
            return Found(name, "pattern", 0.7, line)
        if name := _house_in(_WORKS_TODAY_AT, line) or _house_of_today(line):
            return Found(name, "pattern", 0.6, line)
    return None


def _house_of_today(line: str) -> str | None:
    """Return the house where somebody says that he is now; at a school he may learn."""
    name = (
        _house_in(_TODAY_AT, line) if "ow" in line or "urrent" in line or "resent" in line or "days" in line else None
    )
    return None if name is None or school_in(fold(name), name) is not None else name


def _around(text: str, told: Told) -> str:
    """Return the sentence of a job as far as it stands near it."""
    before = re.split(r"[。;；]|\.\s", text[max(0, told.at - NEAR) : told.at])[-1]
    behind = re.split(r"[。;；]|\.\s", text[told.until : told.until + NEAR])[0]
    return before + text[told.at : told.until] + behind


def _found(title: str, firm: str, line: str) -> Halves:
    return Found(title, "pattern", 0.8, line), Found(firm, "pattern", 0.8, line)


def _told_in(text: str) -> Iterator[Told]:
    """Yield the jobs that a text tells, post and house each."""
    return told_in_han(text) if re.search("[\u4e00-\u9fff]", text) else _told_in_latin(text)


def _told_in_latin(text: str) -> Iterator[Told]:
    yield from told_in_latin(text)
    yield from told_in_europe(text)


def _promotions(text: str) -> Iterator[Told]:
    for match in _PROMOTED.finditer(simplified(text)):
        title = text[slice(*match.span(match.lastgroup or 0))]
        firm, post = split_employer_title(title) or ("", title)  # 转任青禾医院护理师
        if title_score(post) > 0:
            yield Told(match.start(), match.end(), post, firm)


def _seam(plain: str) -> tuple[str, str] | None:
    match = _HAN_AS.match(plain)
    return split_employer_title(match.group("whole")) if match else None
