"""Jobs told in sentences: ``I work as a QA Engineer at Zentrix``, 2019年入职青禾教育任教师，2022年晋升为教务主管，工作至今."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.han_sentences import HAN_END, Told, joinings, told_in_han
from ringback.readers.fields.jobs.marks import bare
from ringback.readers.fields.jobs.titles import employer_score, split_employer_title, title_score
from ringback.readers.fields.periods import without_periods
from ringback.readers.normalise import fold, simplified

Halves = tuple[Found[str] | None, Found[str] | None]
"""Title and employer."""

MAX_STORY_CHARS = 1200
MIN_SEVERAL, MAX_LARGE_WORDS = 2, 4
_ITEM_NUMBER = re.compile(
    r"\(?(?:[ivx]{1,4}|[a-h]|\d{1,2})[.)]|\b(?:currently|presently|now|at present)\b", re.IGNORECASE
)
MAX_BEFORE_CHARS = 4
NEAR = 24  # characters around a job in which a story says that it goes on
TODAY = re.compile(
    r"目前|现在|现任|现(?:就职|供职|任职|从事|工作|为|于|服务|受聘)|至今|迄今"
    r"|\bI(?:'m| am| work| currently)\b|\b(?:she|he|they|(?-i:[A-Z][\w.'-]+\s[A-Z][\w.'-]+)) (?:is|are)\b"
    r"|\b(?:she|he|they|I) (?:works?|serves?|teach(?:es)?|leads?)\b|(?-i:\bAs (?:an?|the) )"
    r"|\b(?:currently|presently|present|now|since|have been)\b",
    re.IGNORECASE,
)
_WORKS_AS = re.compile(
    r"\b(?:work(?:ing|ed|s)?|employed|serving|served|serves?|engaged|experience)\s+(?:\w+\s+)?as\s+(?:an?\s+"
    r"|the\s+)?(?P<title>(?=\S).{3,50}?)\s+"
    r"(?:in|at|with|for)\s+(?P<firm>(?=\S).{2,60}?)(?=\s+(?:from|since|in|where)\b|[.,;(\t](?!\s?(?:(?:Ltd|Limited|LLC|LLP|Inc"
    r"|Corp)\b|(?:Pvt|P|Pte|Private|Pty)\.?\)))|$)",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"\bI(?:'m| am| was|'ve been| have been)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?),?\s+"
    r"(?:(?:currently\s+|presently\s+|now\s+)?(?:working|employed|based|interning|serving|practi[sc]ing|volunteering"
    r"|engaged)\s+)?"
    r"(?:in|at|with|for)\s+(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|for|as)\b|[.;(,\t]|$)"
)
_I_AM_CALLED = re.compile(
    r"\b(?:I(?:'m| am)|[Mm]y name is)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'.-]*){0,3},\s+(?:and\s+I(?:'m| am)\s+)?(?:currently\s+)?an?\s+"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+(?:working\s+)?(?:at|with|for)\s+"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|based)\b|[.;(,\t]|$)"
)
_FIRM_AS_TITLE = (
    r"(?P<firm>[A-Z][^\t]{1,60}?)\s+as\s+(?:an?\s+|the\s+)?(?P<title>.{3,60}?)"
    r"(?=\s*(?:\b(?:from|since|till|until|and)\b|[.,;(\t]|$))"
)
_EMPLOYED_AS = re.compile(
    r"\b(?i:work(?:ing|ed|s)?|associated|employed|serving|served|been|experience)\s+(?:with|at|for|in)\s+"
    + _FIRM_AS_TITLE
)
_AS_ALONE = re.compile(r"^" + _FIRM_AS_TITLE)
_JOINED_AS = re.compile(
    r"\bjoin(?:ed|ing)?\s+(?P<firm>[A-Z].{1,60}?)(?:\s+(?:in|on)\s+[\w ]{0,12}\d{4})?\s+as\s+(?:an?\s+|the\s+)?"
    r"(?P<title>[A-Za-z][\w /&-]{3,50}?)(?=\s+(?:in|and|from|where)\b|[.,;]|$)"
)
_I_AM_IN = re.compile(
    r"\bI(?:'m| am)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+"
    r"(?:in|of|for|on|within)\s+"
    r"(?:the\s+)?[\w &,'-]{3,80}?\s+at\s+(?:the\s+)?(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in)\b|[.;(,\t]|$)"
)  # I am an Assistant Professor in the Tides group at the University of Basel
_IS_ONE = re.compile(
    r"(?:^|[.!?]\s+|\b[Cc]urrently,?\s+)(?:[Ss]he|[Hh]e|[Tt]hey"
    r"|(?:Dr\.?\s)?[A-Z][\w'.-]*(?:\s[A-Z][\w'.-]*){1,3})\s+(?:is|are)\s+"
    r"(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,60}?)\s+(?:at|with)\s+(?:the\s+)?"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in|based)\b|[.;(,\t]|$)"
)  # Mara Velding is a transcriber at Northwind
_AS_ONE = re.compile(
    r"(?:^|[.!?]\s+)(?:As|In my role as)\s+(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+"
    r"(?:at|of|for|with)\s+(?:the\s+)?(?P<firm>[A-Z][^,.;]{1,60}),\s+I\s+(?!\w+ed\b|led\b|was\b|had\b)"
)  # As the Marketing Director of Northwind, I lead a team
_I_AM_OF = re.compile(
    r"\bI(?:'m| am| was)\s+(?:currently\s+|presently\s+|now\s+)?(?:an?\s+|the\s+)?(?P<title>[A-Za-z][\w /&-]{3,50}?)\s+of\s+"
    r"(?P<firm>[A-Z].{1,60}?)(?=\s+(?:from|since|and|where|in)\b|[.;(,\t]|$)"
)
_FOR_YEARS = re.compile(
    r"\s+for (?:(?:about|over|nearly|almost|around|more than|the (?:past|last)|a period of) )?"
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|some|many|few)\+?"
    r" (?:good )?(?:years?|months?|yrs?|weeks?)\b.*$"
)  # with Northwind Bank for two years
_TIME_AT = re.compile(
    r"^(?:(?:Industrial|Field|Clinical|Teaching|Student|Summer|Professional|Work|Voluntary|Full[- ]time|Part[- ]time) )?"
    r"(?:[Aa]ttachment|[Ii]nternship|[Pp]lacement|[Tt]raining|[Pp]ractice|[Pp]racticum|[Ee]xperience|[Ee]mployment"
    r"|[Ss]ervice|[Jj]ob)"
    r" (?:at|with|in) (?:the )?(?=[A-Z])"
)  # Attachment at Northwind Hospital
_CLAUSE = re.compile(r"\b(?:I|have|been|was|am|Since|From)\b")
_LTD_COMMA = re.compile(r",\s(?!(?:Inc|Ltd|LLC|Co)\b)|\s[-–]\s")
_BEFORE = re.compile("(?:曾经?|此前|之前|先前|过去|以前|历任)[^,，。;；]{0,2}$")
_NO_WORK = re.compile("学生会|社团|协会|志愿|[党团队班]|大学|学院|学校|实习|项目|课题")  # what else people join
_HAN_AS = re.compile(rf"^\s*(?:现|先后)?(?:担任|任)\s*(?P<whole>[^,，。;；\s]{{4,48}}?)(?:一职|职务)?{HAN_END}")
_HAN_INTERN = re.compile("在([\u4e00-\u9fff()]{3,24}?(?:公司|集团))[\u4e00-\u9fff,]{0,16}实习")
SURE_FIRM, LIKELY_FIRM = 0.8, 0.6
_NAME = r"[A-Z][\w&.'’-]*(?: (?:[A-Z][\w&.'’-]*|of|and|&))*"
_LAST_WORD = re.compile(
    r" (?!(?:in|as|for|from|during|where|with|and|to|since|on|by|at|the|till|until|now)\b)[a-z]{3,}(?=\.?$)"
)
_INTERN_AT = re.compile(rf"\b(?:[Ii]nterned|[Ii]nterning|[Ii]nternship)\s+(at|with|in)\s+({_NAME})")
_WORKS_AT = re.compile(
    r"\b(?:[Cc]urrently|[Pp]resently|[Nn]ow|[Aa]t present|I am|I'm)(?:,?\s+(?:I am|I'm|am))?\s+(?:working|employed"
    r"|serving|engaged|attached)"
    rf"\s+(at|with|for|in)\s+(?:the\s+)?({_NAME})"
)  # Currently working with Northwind Bank
_HAN_TODAY = re.compile(
    "(?:目前|现在|当前|现)(?:正)?(?:任职|就职|供职|受聘|任教|工作)于([\u4e00-\u9fffA-Za-z()]{3,30}?)(?=[,，。.;；、\\s]|$)"
)
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
    "ey teach", "i teach", "he lead", "ey lead", "i lead", "as a", "as the", "currently", "present", "now", "since", "have been",
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
    for number, line in enumerate(lines):
        text = _LINK.sub(r"\1", line[:MAX_STORY_CHARS]).replace("’", "'")
        plain = simplified(text)
        if not _may_tell_today(text) or not TODAY.search(plain):
            continue
        firm = ""
        for told in sorted([*_told_in(text), *joinings(text), *_promotions(text)], key=lambda one: one.at):
            firm = told.firm or firm
            if not firm or not told.title or _is_past(plain, told) or not TODAY.search(_around(plain, told)):
                continue
            years = _YEAR.findall(text, 0, told.at)
            rank = (int(years[-1]) if years else 0, number)
            if best is None or rank >= best[:2]:
                best = (*rank, _found(told.title, firm, line))
    return best[2] if best else None


def job_of_years(lines: Iterable[str]) -> Halves | None:
    """Return the job that prose says was taken up last, where nothing says that it goes on: 2019年加入青禾银行担任客户经理."""
    best: tuple[int, Halves] | None = None
    for line in lines:
        text = line[:MAX_STORY_CHARS]
        plain = simplified(text)
        for told in sorted([*_told_in(text), *joinings(text)], key=lambda one: one.at) if not text.isascii() else ():
            years = _YEAR.findall(text, 0, told.at)
            is_house = employer_score(told.firm) >= SURE_FIRM or (told.title and employer_score(told.firm) > 0)
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
    return not text.isascii() or any(word in lowered for word in _WORDS_OF_TODAY)


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
    name = re.sub(r"(?: (?:of|and|&))+$", "", said.group(2)).rstrip(".,'’") if said else ""
    rest = _LAST_WORD.match(line, said.end()) if said else None
    name = f"{name}{rest.group()}" if rest else name
    return name if said and (said.group(1) == "at" or employer_score(name) >= LIKELY_FIRM) else None


def firm_of_today(lines: Iterable[str]) -> Found[str] | None:
    """Return the house where somebody says that he works, without a post: 我目前任职于青禾大学信息学院."""
    for line in lines:
        said = _HAN_TODAY.search(fold(line[:MAX_STORY_CHARS]))
        if said and employer_score(said.group(1)) >= SURE_FIRM:
            return Found(line[slice(*said.span(1))], "pattern", 0.7, line)
        if name := _house_in(_WORKS_AT, line):
            return Found(name, "pattern", 0.7, line)
    return None


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
    told: set[int] = set()  # the first pattern that fits tells most
    for pattern, least in (
        (_WORKS_AS, 0.1),
        (_I_AM_IN, 1.0),
        (_I_AM, 0.1),
        (_I_AM_OF, 1.0),
        (_IS_ONE, 1.0),
        (_AS_ONE, 1.0),
        (_I_AM_CALLED, 0.8),
        (_JOINED_AS, 0.1),
        (_EMPLOYED_AS, 0.8),
        (_AS_ALONE, 0.8),
    ):
        for match in pattern.finditer(text):
            title = bare(match.group("title"))
            if match.start() in told:
                continue
            is_told = title_score(title) >= least or (pattern is _WORKS_AS and _is_said_large(match))
            if is_told and not _CLAUSE.search(match.group("firm")):
                told.add(match.start())
                firm = _FOR_YEARS.sub("", _TIME_AT.sub("", _LTD_COMMA.split(match.group("firm"))[0]))
                yield Told(match.start(), match.end(), title, bare(firm))


def _is_said_large(match: re.Match[str]) -> bool:
    """Tell a post that no word gives away, where its sentence begins with it and writes it large: ``Working as PGT in …``."""
    title, firm = match.group("title"), match.group("firm")
    is_first = not any(map(str.isalnum, _ITEM_NUMBER.sub("", match.string[: match.start()])))
    return is_first and title[0].isupper() and firm[0].isupper() and len(title.split()) <= MAX_LARGE_WORDS


def _promotions(text: str) -> Iterator[Told]:
    for match in _PROMOTED.finditer(simplified(text)):
        title = text[slice(*match.span(match.lastgroup or 0))]
        firm, post = split_employer_title(title) or ("", title)  # 转任青禾医院护理师
        if title_score(post) > 0:
            yield Told(match.start(), match.end(), post, firm)


def _seam(plain: str) -> tuple[str, str] | None:
    match = _HAN_AS.match(plain)
    return split_employer_title(match.group("whole")) if match else None
