"""Periods of work: ``2019.5 - 至今``, ``Jul’17 — Feb’21``, ``seit 04/2015``, ``janvier 2016 - aujourd'hui``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from ringback.readers import patterns as re
from ringback.readers.fields.months import MONTHS, SEASONS
from ringback.readers.fields.period_signs import has_lean_sign, has_open_sign
from ringback.readers.fields.wordlists import one_of

NOW = 9999.0
_NUMBER_OF_MONTH = {word: number for number, words in enumerate(MONTHS, start=1) for word in words.split()}
LETTER = "[A-Za-zÀ-ž]"
MONTH = rf"(?:{one_of(_NUMBER_OF_MONTH)})(?!{LETTER})\.?"
_SEASON = rf"(?:{SEASONS})(?![A-Za-z])"
# Cheap tests go first: a word of its own with a year behind it before seventy words, a digit before five spellings.
DATE = (
    rf"(?:(?<!{LETTER})(?=(?:{LETTER}{{3,12}}+\.?|ag\.\s?(?=\d))(?:,?\s{{0,2}}(?:del?\s|of\s)?|[/-])'?\d)(?:{MONTH}|{_SEASON})"
    rf"(?:,?\s{{0,2}}(?:del?\s|of\s)?|/|-(?=(?:19|20)\d{{2}}(?!\d)|\d{{2}}(?!\w|-(?!{LETTER}))))'?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?,\s{0,2})?(?:(?:19|20)\d{2}|\d{2}\b)"
    r"|(?<!\w)[Qq][1-4][ /-]?(?:19|20)\d{2}(?!\d)"
    rf"|(?=\d)(?:(?:19|20)\d{{2}}(?:,?\s|[/.-])(?={LETTER}{{3}}){MONTH}(?=\s{{0,3}}(?:[-~.,;:|\t()]|to\b|$))"
    r"|(?:19|20)\d{2}\s(?:0[1-9]|1[0-2])(?=\s?[-~]|\s{0,3}$)|(?:19|20)\d{2}(?:年?\s?[春夏秋冬](?:季(?:学期)?)?|\s?[Qq][1-4](?!\w))|(?:19"
    r"|20)\d{2}\s{0,2}(?:年\s{0,2}(?:\d{1,2}\s?月(?:份|初|底|末|[上中下]旬|中(?=\s?[-~至到]))?)?(?:\d{1,2}日)?"
    r"|[./-]\s?\d{1,2}(?!\d)(?:[./-]\d{1,2}(?!\d)|月)?|(?<!\d\d\d\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?(?![\d.]))?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?\s(?:de\s)?{MONTH},?\s{{0,2}}(?:del?\s)?(?:19|20)\d{{2}}"
    r"|(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])[./](?:19|20)\d{2}|(?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])/(?:19|20)\d{2}"
    r"|(?<![\d-])(?:0[1-9]|[12]\d|3[01])-(?:0[1-9]|1[0-2])-(?:19|20)\d{2}(?!\d)"
    r"|(?<![\d-])(?:0[1-9]|1[0-2])-(?:19|20)\d{2}(?![\d-]*\d)"
    r"|(?:0?[1-9]|1[0-2])\s?[./]\s?(?:19|20)\d{2}|(?:0[1-9]|1[0-2])/\d{2}(?![\d/])"
    r"|(?<![\d|])(?:0[1-9]|1[0-2])\|\d{2}(?![\d|])"
    r"|(?<![\d./])(?:1[3-9]|2\d)\.[1-9](?=\s?[-~至到]{1,2}\s?(?:[至现目今迄]|(?:1[3-9]|2\d)\.\d{1,2}(?!\s?[\d.%kw万元千])))"
    r"|(?<=[\d月][-~至到])(?:1[3-9]|2\d)\.[1-9](?!\s?[\d.%kw万元千])|(?<=\d\s[-~]\s)(?:1[3-9]|2\d)\.[1-9](?!\s?[\d.%kw万元千])"
    r"|(?<![\d./])(?:1[3-9]|2\d)\.(?:0[1-9]|1[0-2])(?=\s{0,2}(?:[-~至]|$|[)\]\t])|\s{2})"
    r"|(?<![\d./])(?:1[3-9]|2\d)/(?:0?[1-9]|1[0-2])(?![\d./])|(?<![\d./])[1-9]/(?:[012]\d|9\d)(?![\d./])"
    r"|(?<![\d.年])(?<!\d/)[0-2]\d\s?年\s?(?:0?[1-9]|1[0-2])\s?月(?!\d)"
    r"|(?<![\d./])1[01]\d\s?(?:年\s?\d{1,2}\s?(?:月(?:\s?\d{1,2}日)?)?|[./](?:0[1-9]|1[0-2])(?![\d./])))"
    r"|民国\s?\d{2,3}\s?(?:年(?:\s?\d{1,2}\s?月)?|[./]\d{1,2}))"
)
UP_TO_NOW = (
    r"(?:currently (?:employed|working)|still (?:employed|working|there)"
    r"|至{1,2}今|今|现今|现职|现?仍?在职(?:中)?|现在|目前(?:为止)?|迄今|(?:the )?pr[ée]sent(?:e|ly)?(?: (?:day|time))?|now"
    r"|current(?:ly)?|today|on-?going|till[ -]?date|till now|onwards?"
    r"|on[ -]?board(?=\s*(?:[)\]|,.]|$))"
    r"|until now|up ?to (?:now|date|present|today)|still(?=\s*(?:[)\]|,.]|$))|this day|(?:the )?current date|still active|20\?\?"
    r"|pres\.?|date|to[ -]?date|as of now|continuing|contd?\.?(?=\s*(?:[)\]|,;.]|$))"
    r"|aujourd'hui|auj\.?|actuellement|ce jour|en cours|heute|huidige?|thans"
    r"|aktuell|laufend|jetzt|(?:la |l')?actualidad|actual(?:mente|itat)?|la fecha|hoy(?: en día)?|el presente"
    r"|oggi|tutt'oggi|attual[ei](?:mente)?"
    r"|in corso|(?:os dias de )?hoje|o (?:presente )?momento|o presente"
    r"|(?:os )?dias atuais|ad oggi|à date|saat ini|teraz|günümüz(?:e kadar)?|halen|devam ediyor(?:um)?|nå"
    r"|(?:по )?настоящее время|(?:по )?н\.\s?в\.|сейчас|(?:по )?сегодня|теперішній час|дотепер|до сьогодні"
    r"|prezent|jelenleg|nykyinen"
    r"|maintenant|aujourd hui|à ce jour|gegenwärtig|derzeit|dato|avui|l'actualitat|nu|nutid|nuvarande|pågående"
    r"|tills vidare|act(?:e|u)?\."
    r"|dosud|doposud|současnost[i]?|nyní|dnes|súčasnosť|obecni?e|(?:chwili )?obecn(?:ej|a)|dziś|dzisiaj"
    r"|cursando|presente data"
    r"|현재|재직중?|atual(?:mente|idade)?|heden|sekarang)"
)
_UP_TO = (
    r"(?:[,;]\s?)?to(?:\s?:)?|until|till|through|thru"
    r"|bis|tot|t/m|t\.o\.m\.?|hasta|(?:hasta )?(?:el|la)|à|au?|jusqu'(?:à|en|au)|al|aos?|at[ée]"
    r"|fins(?: a)?|fino a[dl]?|do|do konce"
    r"|(?:,\s?)?(?:término|fim|saída|fin|fine|ende):?"
)
RANGE = re.compile(
    rf"[(\[]?\s{{0,3}}({DATE})(?:起,?)?(?:\s{{0,4}}(?:[-~—/]{{1,6}}|\?{{1,3}}|_(?=\d)|至|到|{_UP_TO}|→|>|(?<= {{3}}))\s{{0,4}}"
    rf"({DATE}|(?:(?:to|at[ée]|hasta|bis|do|tot)\s)?[(\[]?(?:{UP_TO_NOW}|still)(?![A-Za-z]))(?:止(?=[\s)\]]|$))?\s{{0,3}}[)\]]?"
    rf"|\s{{0,3}}({UP_TO_NOW}(?![A-Za-z])))",
    re.IGNORECASE,
)
SINCE = re.compile(
    rf"(?:自\s?(?={DATE}起?[,\s]{{0,2}}(?:至今)?(?:一直|便|就)?(?:在|于|就职|任职|入职|加入|供职|担任|任|进入))"
    rf"|(?:自|(?<!{LETTER})(?:since|from|starting(?: in| from)?|beginning(?: in)?"
    rf"|ab|seit|depuis(?: le)?|desde(?: el)?|dal(?: mese di)?|des de|sedan"
    rf"|siden|sinds|od|(?:(?<=[-|,;(\t] )|(?<=[(\t]))(?:started|began|commenced|joined)(?: in| on)?))\s+)(?P<since>{DATE})"
    rf"|(?P<open>{DATE})\s*(?:-{{1,3}}|~|起(?:,\s?(?:现|仍)?在[职岗任])?|入职|→)(?:\s?(?:\.{{2,3}}|…)(?=[\s)\]]|$))?(?:[\s?)\]]*$|\s*(?:\?\s*)?[)\]:]|\.(?!\d))|(?P<plus>{DATE})\+(?=[\s)]|$)"
    rf"|^\s*(?:[-*·•]\s)?(?P<first>{DATE})(?:\s?[-~]{{1,3}}(?:\s?(?:\.{{2,3}}|…))?(?:\s{{2,}}|\t)(?=\S)|\s?起\s+(?=\S)|(?:-{{1,3}}|[+~])\s(?=[A-Z\u4e00-\u9fff])|[-~]{{1,3}},\s{{0,8}}(?=[A-Z\u4e00-\u9fff]))",
    re.IGNORECASE,
)
# Half a range leans on the other: Jun-Aug 2019, 2017-19 (no month is the nineteenth), 2026.01-04, 10 - 12 2004, 07/08 2004.
_OF_REPUBLIC = r"(?:[6-9]\d|1[01]\d)\s?[年./]\s?(?:1[0-2]|0?[1-9])(?!\d)"  # 97.9~101.6, 112年3月-迄今
_LEANING = re.compile(
    rf"(?<!{LETTER})({MONTH})\s{{0,2}}[-~]\s{{0,2}}({MONTH},?\s{{0,2}}((?:19|20)\d{{2}}))"
    r"|((?:19|20)\d{2})\s?[-~]\s?(1[3-9]|2\d)(?![\d/-]|\.\d)"
    r"|((?:19|20)\d{2})(?:\s?[./年]\s?|, )(0?[1-9]|1[0-2])月?\s?[-~至]\s?(0?[1-9]|1[0-2])月?(?![\d./年-])"
    rf"|(?:至今|现在|目前|今|(?<!{LETTER})(?:present|current|now))\s?(?:[-~]{{1,2}}|至|到)\s?({DATE})"
    rf"|(?<![\d./])({_OF_REPUBLIC})月?\s?[-~至]\s?({_OF_REPUBLIC}|至今|迄今|现在|今)月?(?![\d./])"
    rf"|((?:19|20)\d{{2}}),?\s({MONTH})\s{{0,2}}(?:[-~]|to)\s{{0,2}}({MONTH})(?!\s?'?\d)"
    r"|(?<![\d./-])(0[1-9]|1[0-2])(?:\s?-\s?(?=\d\d(?: |\s?[./]))|/(?=\d\d ))(0[1-9]|1[0-2])\s?[./]?\s?((?:19|20)\d{2})(?![\d/])",
    re.IGNORECASE,
)
_YEARS_OF_SEASON = re.compile(  # Summers of 2019, 2020, and 2021
    rf"(?<!{LETTER})(?:{SEASONS})s?(?: of)?,? (?P<years>(?:19|20)\d\d(?:(?:,? (?:and|&) |, ?|/)(?:19|20)\d\d){{1,6}})(?![\w/-])",
    re.IGNORECASE,
)
_AND_AGAIN = re.compile(r"\s{0,3}(?:[,;&/]|(?:and|und|et|y|e|en)\b)\s{0,3}", re.IGNORECASE)  # 2012-2014, 2016-now
_MONTH_TO_NOW = re.compile(  # September-Present, of whichever year
    rf"(?<!{LETTER})(?={LETTER}{{3,12}}+\.?\s{{0,2}}(?:[-~]|to\b)){MONTH}\s{{0,2}}(?:[-~]|to)\s{{0,2}}"
    r"(?:the )?(?:present|now|current|date|today|till date)(?![A-Za-z])",
    re.IGNORECASE,
)
_MONTH_OF_SEASON = {"春": 3, "夏": 7, "秋": 9, "冬": 12}
_DATE = re.compile(DATE, re.IGNORECASE)
_DIGITS = re.compile(r"\d\d")  # every date has two of them in a row
_ANY_DIGIT = re.compile(r"\d")
_SMALL_LETTERS, _MONTH_OR_DAY = re.compile(r"[a-zà-ž]+"), re.compile(r"\d{1,2}")
_TO = re.compile("[-~至到]| to ")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_SHORT_YEAR = re.compile(r"(?:'|[/|]|\s|(?<=[A-Za-z])-|(?<=[A-Za-z]))(\d{2})$")  # Mar/16, Mar-16, Mar16
_SHORT_YEAR_FIRST = re.compile(
    r"^(1[3-9]|2\d|[0-2]\d(?=\s?年))\s?[/.年]\s?(\d{1,2})\s?月?$"
)  # 17/9: no month is the seventeenth
_REPUBLIC = re.compile(r"^(?:民国\s?(\d{2,3})|(1[01]\d))\s?[年./]\s?(\d{0,2})")  # 112.10 is October 2023
_YEARS_BEFORE_REPUBLIC = 1911
_UNITS = (
    r"(?:年|[个個]月|yrs?|years?|mos?|months?|ans?|années?|mois|Jahre?n?|Monate?n?|años?|mes(?:es)?"
    r"|wks?|weeks?|sema(?:ines?|nas?)|settiman[ae]|Wochen?)"
)
DURATION = re.compile(
    rf"[(（\[]\s*(?:共[计計]?|合[计計]|[历歷]时|总计)?\s*\d+(?:[.,]\d)?\s*{_UNITS}[^)）\]]{{0,16}}[)）\]]|\b\d+\s*(?:yrs?"
    r"|years?|Jahre?n?|ann?[ée]es?|años?|anos?|anni|jaar)\b(?:\s*(?:und|et|y|e|en)?\s*\d+\s*(?:mos?|months?|Monate?n?"
    r"|mois|meses|mesi|maanden)\b)?|\b\d+\s*mos?\b|·\s*\d+\s*(?:年|个月)[\d\s个月年]*",
    re.IGNORECASE,
)
_EMPTY_BRACKET = re.compile(r"\(\t+\)")  # (since 2019), once its date is blank
_OPEN_FIRST = re.compile(rf"\W{{0,3}}({DATE}) - (?=[A-ZÀ-Þ])")
ALONE = re.compile(
    rf"[\s(\[]*(?:{DATE}|{UP_TO_NOW})[\s)\].,]*"
)  # of a line in small letters: nine times of ten it is none
_END_BELOW = re.compile(rf"(?:(?P<until>to|until|till)\s)?{DATE}(?=[.,;)]|\s|$)", re.IGNORECASE)
LINK = r"(?:d[eo]l?|el|la|hasta|até|al?|à|au|jusqu'(?:à|en|au)|bis|tot|do|fino a[dl]?|fins|i|y|e|et|und|og|och)"
OF_DATES = re.compile(
    rf"(?:(?>presente data(?!{LETTER})|{UP_TO_NOW}(?!{LETTER})|{MONTH}|(?:19|20)\d{{2}}|{LINK}(?!{LETTER})|[-~–—])[\s.,]*+)++"
)  # of a line in small letters; a dot behind a month is never tried twice
_MONTH_OR_YEAR = re.compile(rf"(?<!{LETTER}){MONTH}|(?:19|20)\d{{2}}", re.IGNORECASE)
MONTHS_OF_YEAR = 12
MIN_LISTED = 3  # months and years, of which a list has more than a range
_ENDS_NOW = re.compile(rf"{UP_TO_NOW}$")  # of dates in small letters

MAX_BROKEN = 24  # of the end of a line
_UNTIL = frozenset({"to", "until", "till"})
MAX_ALONE = 60  # a day in words, and "until now" in any language
MAX_NOW = 24  # "until now" alone
_REACH_OF_MONTH = 24  # a month begins no further in front of its first digit
_REACH_OF_RANGE = 4  # nor a range in front of its first date: a bracket and spaces


@dataclass(frozen=True, slots=True)
class Period:
    """Start and end as year and a fraction; :data:`NOW` is the end of what still goes on."""

    start: float
    end: float


@lru_cache(maxsize=1024)  # what holds no date holds no range, in whatever words
def first_date(line: str) -> int:
    """Return where the first date of a folded line begins, -1 without one."""
    digit = _ANY_DIGIT.search(line) if _DIGITS.search(line) else None
    found = _DATE.search(line, max(0, digit.start() - _REACH_OF_MONTH)) if digit else None
    return found.start() if found else -1


@lru_cache(maxsize=1024)  # jobs, studies, numbers and places ask for it
def range_in(line: str) -> re.Match[str] | None:
    """Return the first range of dates in a folded line, as :data:`RANGE` finds it."""
    begins = first_date(line)
    return RANGE.search(line, max(0, begins - _REACH_OF_RANGE)) if begins >= 0 else None


def ranges_in(line: str) -> Iterator[re.Match[str]]:
    """Yield the ranges of dates in a folded line, as :data:`RANGE` finds them one behind the other."""
    found = range_in(line)
    while found:
        yield found
        found = RANGE.search(line, found.end()) if _DIGITS.search(line, found.end()) else None


def _may_be_open(line: str) -> bool:
    return first_date(line) >= 0 and has_open_sign(line)


def _since_in(line: str) -> re.Match[str] | None:
    return SINCE.search(line) if _may_be_open(line) else None


def _leaning_in(line: str) -> re.Match[str] | None:
    return _LEANING.search(line) if has_lean_sign(line) else None


def _seasons_in(line: str) -> re.Match[str] | None:
    """Return the seasons of several years that a folded line names."""
    return _YEARS_OF_SEASON.search(line) if len(_YEAR.findall(line)) > 1 and not range_in(line) else None


def _of_seasons(line: str) -> Period | None:
    seasons = _seasons_in(line)
    years = [moment(year) for year in _YEAR.findall(seasons.group("years"))] if seasons else []
    return Period(min(years), max(years)) if years else None


@lru_cache(maxsize=1024)
def _listed_in(line: str) -> Period | None:
    """Return first and last of a line that lists months and nothing else: ``Juillet, décembre 2018 et avril-juin 2019``."""
    if "," not in line or not line.rstrip(" .)")[-4:].isdigit() or not OF_DATES.fullmatch(line.strip(" ().").lower()):
        return None
    moments: list[float] = []
    months: list[str] = []
    for told in _MONTH_OR_YEAR.findall(line):
        if not told[:1].isdigit():
            months.append(told)
            continue
        moments += [moment(f"{month} {told}") for month in months] or [moment(told)]
        months = []
    return Period(min(moments), max(moments)) if len(moments) >= MIN_LISTED else None


@lru_cache(maxsize=1024)  # blocks of jobs are looked for more than once a document
def period_in(line: str, *, below: str = "", max_since: int = 110) -> Period | None:
    """Return the period that a folded line names; ``below`` is the next line, where a narrow column breaks the range."""
    if not _DIGITS.search(line):
        may_go_on = "-" in line or "~" in line or "to" in line.lower()
        return Period(NOW - 1, NOW) if may_go_on and _MONTH_TO_NOW.search(line) else None
    if listed := _listed_in(line) or _of_seasons(line):
        return listed
    broken = SINCE.search(line) if below and _may_be_open(line) and ALONE.fullmatch(below.lower()) else None
    if broken and broken.lastgroup == "open":
        line = f"{line.rstrip()} {below.strip()}"
    match = range_in(_with_end_below(line, below) if below else line)
    if match:
        periods = [_period_of(match)]
        while (again := _AND_AGAIN.match(line, match.end())) and (match := RANGE.match(line, again.end())):
            periods.append(_period_of(match))
        return max(periods, key=lambda period: period.end)
    if leaning := _leaning_in(line):
        return _leaning_period(leaning)
    since = _since_in(line)
    is_shut = since is not None and since.group().rstrip()[-1:] in {")", "]"}  # (2023-)
    is_last = since is not None and not line[since.end() :].strip(" .)")
    if since and since.lastgroup and (len(line) <= max_since or since.lastgroup == "first" or is_last or is_shut):
        return Period(moment(since.group(since.lastgroup)), NOW)
    return None


def _with_end_below(line: str, below: str) -> str:
    """Return a line that the margin breaks within a range, with its end: ``from May 2018 to`` / ``June 2019. There I``."""
    words = line[-MAX_BROKEN:].split()
    is_open = bool(words) and words[-1] in _UNTIL and words[-2:-1] != [] and words[-2][-1:].isdigit()
    if not (is_open or (words and words[-1][-1:].isdigit() and below.split(" ", 1)[0] in _UNTIL)):
        return line
    end = _END_BELOW.match(below)
    return f"{line.rstrip()} {end.group()}" if end and is_open is (end["until"] is None) else line


def _period_of(match: re.Match[str]) -> Period:
    start, end = match.group(1), match.group(2) or match.group(3)
    is_now = _ENDS_NOW.search(end.lower()) is not None
    first, last = moment(start), NOW if is_now else moment(end)
    return Period(min(first, last), max(first, last))  # some write the end first


def open_in(line: str) -> Period | None:
    """Return the period that ``05/2018 - Professor`` begins; between ranges only, for others set a dash behind one date."""
    match = _OPEN_FIRST.match(line)
    is_range = match is not None and (whole := range_in(line)) is not None and whole.start() < match.end()
    return Period(moment(match.group(1)), NOW) if match and not is_range else None  # 2019 - March 2022 has ended


def _leaning_period(match: re.Match[str]) -> Period:
    month, end, year, first, last, same_year, from_month, to_month, since, republic, republic_end, *of_year = (
        match.groups()
    )
    if any(of_year):  # 2015 August - December, 10 - 12 2004
        in_year, begun, ended = of_year[:3] if of_year[0] else (of_year[5], of_year[3], of_year[4])
        return Period(moment(f"{begun} {in_year}"), moment(f"{ended} {in_year}"))
    if since:
        return Period(moment(since), NOW)  # some write the end first: 至今-2021.06
    if republic:
        is_now = not republic_end[:1].isdigit()
        return Period(_of_republic(republic), NOW if is_now else _of_republic(republic_end))
    if month:
        return Period(moment(f"{month} {year}"), moment(end))
    if same_year:
        return Period(moment(f"{same_year}.{from_month}"), moment(f"{same_year}.{to_month}"))
    return Period(moment(first), moment(first[:2] + last))


def _of_republic(text: str) -> float:
    year, month = (int(number) for number in re.findall(r"\d+", text))
    return _YEARS_BEFORE_REPUBLIC + year + min(month, 12) / 13


@lru_cache(maxsize=1024)  # each line is asked as a header, as a dated one and as an entry's first
def dates_end(line: str) -> int:
    """Return where the first period of a folded line ends, 0 without one."""
    if not _DIGITS.search(line):
        return 0
    found = range_in(line) or _seasons_in(line) or _since_in(line)
    return found.end() if found else 0


def date_in(line: str) -> Period | None:
    """Return the one date that a folded line names as a period of no length (an internship of one summer)."""
    match = _DATE.search(line, first_date(line)) if _DIGITS.search(line) and first_date(line) >= 0 else None
    return Period(moment(match.group()), moment(match.group())) if match else None


@lru_cache(maxsize=1024)
def is_date_alone(line: str) -> bool:
    """Tell a line that holds one date, or "present", and nothing else."""
    bare = line.strip()
    most = MAX_ALONE if _DIGITS.search(bare) else MAX_NOW
    return len(bare) <= MAX_ALONE and len(bare.strip(" \t()[].,")) <= most and ALONE.fullmatch(bare.lower()) is not None


def moment(text: str) -> float:
    """Return a date as year and a fraction, to compare ends of jobs."""
    if republic := _REPUBLIC.match(text):
        year_of, month_of = int(republic.group(1) or republic.group(2)), int(republic.group(3) or 0)
        return _YEARS_BEFORE_REPUBLIC + year_of + min(month_of, 12) / 13
    year = _YEAR.search(text)
    short = _SHORT_YEAR.search(text)
    if year is None and (first := _SHORT_YEAR_FIRST.search(text)):
        return _century(int(first.group(1))) + int(first.group(2)) / 13
    if year is None and short is None:
        return 0.0
    value = int(year.group()) if year else _century(int(short.group(1)) if short else 0)
    rest = text.replace(year.group(), " ", 1) if year else text[: short.start()] if short else ""
    words = [word for word in _SMALL_LETTERS.findall(rest.lower()) if word in _NUMBER_OF_MONTH]
    numbers = _MONTH_OR_DAY.findall(rest)
    is_day_first = len(numbers) > 1 and year is not None and year.start() > 0  # 11/10/2018 is in October
    is_day_first = is_day_first and int(numbers[1]) <= MONTHS_OF_YEAR  # 10/15/2018 as well
    numbers = numbers or [_MONTH_OF_SEASON[mark] for mark in rest if mark in _MONTH_OF_SEASON]
    month = _NUMBER_OF_MONTH[words[0]] if words else int(numbers[is_day_first]) if numbers else 0
    return value + min(month, 12) / 13


def _century(year: int) -> int:
    return 2000 + year if year < 50 else 1900 + year


@lru_cache(maxsize=1024)  # lines of jobs are taken apart more than once
def without_periods(shown: str, folded: str) -> str:
    """Blank the periods of a line; they are found in the folded text and stand at the same place in the shown one."""
    if not _DIGITS.search(folded):
        shown = _MONTH_TO_NOW.sub(lambda told: "\t" * len(told.group()), shown) if _TO.search(folded) else shown
        return DURATION.sub("\t", shown) if _ANY_DIGIT.search(shown) else shown
    if _listed_in(folded):
        return "\t" * len(shown)
    since = SINCE.finditer(folded) if _may_be_open(folded) else ()
    leaning = _LEANING.finditer(folded) if has_lean_sign(folded) else ()
    seasons = _YEARS_OF_SEASON.finditer(folded) if _seasons_in(folded) else ()
    for match in chain(ranges_in(folded), seasons, since, leaning):
        end = match.end() - (
            shown[match.end() - 1] == ")" and _is_open(shown[: match.start()]) and "(" not in match.group()
        )
        shown = shown[: match.start()] + "\t" * (end - match.start()) + shown[end:]
    shown = _EMPTY_BRACKET.sub(lambda empty: "\t" * len(empty.group()), shown) if "(" in shown else shown
    return DURATION.sub("\t", shown)


def _is_open(text: str) -> bool:
    """Tell a bracket that begins in front of the dates and ends with them: ``Larch Hotels (Penang, 2022–now)``."""
    at = text.rfind("(")
    return at > text.rfind(")") and any(map(str.isalpha, text[at:]))


def without_dates(shown: str, folded: str) -> str:
    """Blank the dates at the ends of a line or its cells; one in the middle may belong to a name (Expo 2020 Dubai)."""
    if not _DIGITS.search(folded):
        return shown
    for match in _DATE.finditer(folded):
        before, behind = shown[: match.start()].rstrip(" ("), shown[match.end() :].lstrip(" )")
        if not before or not behind or before[-1] in "\t|,·-" or behind[0] in "\t|,·-":
            shown = shown[: match.start()] + "\t" * (match.end() - match.start()) + shown[match.end() :]
    return shown
