"""Degree words and their levels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ringback.readers import patterns as re
from ringback.readers.fields.studies.degrees_by_case import told_by_case
from ringback.readers.fields.studies.degrees_misspelt import bachelors_misspelt, means_bachelor
from ringback.readers.fields.studies.graduate_institutes import institutes_in
from ringback.readers.fields.wordlists import one_of, rows_by_key, words_by_key

LEVELS = ("doctor", "master", "bachelor", "college", "high_school", "other")

_BEHIND_DATES = re.compile(r"\s*(?:\d{1,2}[/.])?(?:19|20)\d\d(?:\s?[-–—]\s?(?:\d{1,2}[/.])?(?:19|20)\d\d)?\s*\t\s*")
_HOUSE_BEHIND = re.compile(r"\.?,?\s+(?:University(?:,| of) Baroda|Ramaiah|Swaminathan)\b")  # named after somebody
INITIALS_OF_HOUSE = re.compile(
    r"M\.?[SA]\.? (?:University|College|Institute)(?! of | at )\b"
)  # MS University, Larchpur
_MS_PRODUCT = re.compile(
    r"[\s-]*(?:off?ice?|wor[dk]s?|exc?ell?|ex[sz]el|exce\b|pow|acc?ess?|outlook|project|teams|sql|visio|dos|windows|visual|dynamics|azure|paint"
    r"|suite|publisher)",
    re.IGNORECASE,
)
_PROMOTED = re.compile(
    r"\b(?:Promotion(?= (?:in|an|bei|zum|zur|über|am|im) |[^|;]{2,60}?\(Dr\.)|Promotionsstudi(?:um|engang)"
    r"|Habilitation(?! \w*(?:center|centre|unit))"
    r"|Promotion(?=\W{1,4}(?:der |in )?(?:\w+(?:ik|ie|schaft(?:en)?|kunde|wesen|medizin|recht|geschichte|bau|philologie)"
    r"|Medizin"
    r"|Jura|Chemie|Recht)\b|[^|;]{2,60}?(?:\bcum laude\b|\bUniversität\b|\bDr\.|\bFakultät\b)))"
)  # German for a doctorate; English sells by it
_POST = re.compile(r"\bpost[- –]$", re.IGNORECASE)
_BEFORE_DEGREE = re.compile(r"\bpre[- –]$", re.IGNORECASE)  # a pre-PhD programme
_SCHOOL_OF_MASTERS = re.compile(
    r"(?:['’]?s)?\s+(?:Junior|Public|High|Senior|International|Model|Memorial|English|Convent|PU|Degree|Residential)\b"
    r"(?:\s*$|\s*\t|\s+(?:(?:High|Secondary|Medium|Residential) )?(?:College|School|Academy))"
)  # Masters Junior College
_DIPLOMAS = ("diploma", "dimploma", "deploma", "dipolma", "diplomma", "dilpoma")
_HIGH_SCHOOL_BEFORE = re.compile(r"\b(?:high|secondary) ?school\s+$", re.IGNORECASE)  # Highschool Dipolma
_DATED = re.compile(r"\b(?:19|20)\d{2}\b")
_AT_SCHOOL = re.compile(r"\b(?:Universi|École|Ecole|Institut|College|Hochschule|Politecnico)")
_EMPTY_BOX = re.compile("[□☐◻○]")
_OF_LANGUAGE = re.compile(
    r"\b(?:upper|lower|pre)[- ]intermediate|\blanguages?\b|\benglish\b|\bproficien|\b[ABC][12]\b|\blevel\b",
    re.IGNORECASE,
)
_STEMS, _WORDS = (
    "|".join(sorted(words, key=len, reverse=True)) for _, words in sorted(words_by_key("permits.tsv").items())
)
_PERMIT = re.compile(
    rf"\b(?:(?:{_STEMS})\w*|class [a-z0-9]{{1,3}}|{_WORDS})\s+$", re.IGNORECASE
)  # English for a permit; French for a degree
_SCHOOL_OF_TEACHERS = re.compile(r"(?:istituto|scuola|liceo|maturità|diploma)\s+$", re.IGNORECASE)
_OF_PERMIT = re.compile(
    r"\s*+(?::\s*+(?:yes|full|clean|valid|none|car|class)\b|(?:no|number|class|category|holder|plate|key)\b)",
    re.IGNORECASE,
)
_TICKED = re.compile("[☑☒■√✓✔●◉]([^□☐◻○☑☒■√✓✔●◉]+)")
_CELL_OF_LEVEL = re.compile(
    r"(?:^|\t)[ ]*(?:U\.?G\.?|(P\.?G\.?))[ ]*(?:\([^()\t]{1,30}\)|[-–][ ]*[A-Z][\w. &]{1,30})?[ ]*\t"
)  # U.G(EEE)<tab>Millmoor College
_CELL_OF_GRADUATION = re.compile(
    r"(?:^|\t)\s*((post[- ]?)?graduation)\s*(?:\([^()\t]*\)\s*)?\t|\t[^\t]*\t\s*((post[- ]?)?graduation)\s*$",
    re.IGNORECASE,
)
_LEVELS_OF_STUDENTS = {"undergraduates": "bachelor", "postgraduates": "master"}  # over a row of studies
_STARTS_OF_SHORT = re.compile(r"Degree|[GA]\.?N\.?M|DMLT|PCL|S\.?L\.?C|SEE|\+ ?2")
_CELL_IN_SHORT = re.compile(
    r"(?:^|\t)\W{0,3}(?:(?P<bachelor>Degree(?!\s*\t\s*(?:(?:University|Institut\w*|College|School|Board|Names?|of|and|the)\b[\s/&,.-]*)+(?:\t|$))"
    r"(?=\s*\t[^\t]*\b(?:Univ|Institut|Colleg|Kolej|Polite)|\s?: (?=.*\bUniv)))"
    r"|(?P<college>GNM|G\.N\.M|ANM|DMLT|PCL)|(?P<high_school>S\.?L\.?C|SEE|H\.?S\.?L\.?C|H\.?S\.?S\.?L\.?C|\+ ?2))\.?"
    r"(?=\s*(?:\t|$|[-–—:(|,])|\s+(?:in|from|at)\s)"
)  # in a cell of a table of studies, or in front of the school; elsewhere they are other words
_BACHELOR_IN_SHORT = re.compile(
    r"(?:(?<![^\s,|/(])|(?<=^\d)|(?<=[历位度]:))大学(?:毕业)?(?=$|[\s,|/():])"  # 東海大學 會計學系 大學
    r"|(?<![^\s,|/(:·-])(?:大本|统本|普本|全本|自本)(?=(?:学历|毕业|在读)?(?:$|[\s,|/():;·-]))"
)  # between any signs; 北大本科 and 大本营 are other words
_POST_OF_ASSOCIATE = re.compile(
    r"\s+(?:producer|professor|director|editor|manager|engineer|consultant|attorney|lawyer|pastor|dean|curator|artist"
    r"|designer|analyst|developer|scientist|researcher|dentist|veterinarian|buyer|planner|member|fellow)s?\b",
    re.IGNORECASE,
)  # who stands beside a producer
_OF_GRADE = re.compile(r"\b(?:del|al|el|fin de|obtención de)\s+$", re.IGNORECASE)  # fecha de obtención del grado
_SCHOOL_IN_SHORT = re.compile(r" [A-ZÄÖÜ][\wäöüß-]+(?:\s*$|\t|,)")  # BBS Moorau: a school of several trades
_NUMBER_OF_STUDENT = re.compile(r"\.? ?(?:number|num|no|nr|id|card|#)\b", re.IGNORECASE)
_OTHER_BEHIND = {
    "associate": _POST_OF_ASSOCIATE,
    "bbs": _SCHOOL_IN_SHORT,
    "matric": _NUMBER_OF_STUDENT,
    **dict.fromkeys(("master", "masters", "master's"), _SCHOOL_OF_MASTERS),
}
_MASTER_OF_TRADE = re.compile(
    r"\b(?:scrum|web|yard|station|harbou?r|property|quarter|post|brew|build|ballet|concert|reiki|yoga|chess"
    r"|coordinator research) $",
    re.IGNORECASE,
)  # Professional Scrum Master I
_CERTIFIED = re.compile(r"\bcertified $", re.IGNORECASE)  # Oracle Certified Associate
_COURSES_OF_MASTERS = re.compile(r"['’]?s? (?:level )?(?:courses|classes|lectures)\b", re.IGNORECASE)
_COURSE_OF_MASTERS = re.compile(r"['’]?s? course\b", re.IGNORECASE)
_TAKEN = re.compile(r"\b(?:passed|attend(?:ed|ing)|took|taken|taking|audited|taught|teaching) $", re.IGNORECASE)
_NONE_BEHIND = {"magistrale": _SCHOOL_OF_TEACHERS, "grado": _OF_GRADE}
_BEHIND_SCHOOL = re.compile(r"\b(?:University|College|Institute|School|Academy)\b[^\t]*\t\s*$")
_SIGN_BEHIND_SCHOOL = re.compile(r"\b(?:University|College|Institute|School|Academy)\b[^,\t]{0,40} [•·|] $")
_SCHOOL_IN_FRONT = re.compile(r"\b(?:Universi\w+|College|Institute|School|Academy)\b[^,\t]*,\s*$")
_YEAR_ALONE = re.compile(r",? \(?(?:19|20)\d\d\)?\.?\s*")  # Northmoor University, MA 2014: no town in front
_SUBJECT_IN_BRACKET = re.compile(
    r"\.?\s*\((?!(?:Magna|Summa|Cum|Remote|Hybrid|Online|On-?site|Full|Part|Present|Expected|Distance|GPA)\b)[A-Z][a-z]{3,}[^()\d]*\)"
)
_NAMES_SCHOOL = frozenset({"小学", "初中", "高中"})
_ONLY_CREDITS = re.compile("学分|课程(?:研修|进修)?班|预科|进修班|(?:研究)?生?导师")  # 硕士学分, 硕士生导师: no degree
_NAME_IN_FRONT = re.compile("[\u4e00-\u9fff]{2}(?<![历度化平位是为读毕])$")  # 青禾中心小学: no degree, but 文化小学
SECONDARY = re.compile(r"(?:[A-Z][\w.'’-]+ ){1,4}(?:Senior )?(?:High|Secondary|Grammar) School")
_SECONDARY_IN_FRONT = re.compile(
    rf"{SECONDARY.pattern}(?:\s*[,(|]\s*[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*\)?){{0,2}}[\s,:|–—-]*$"
)  # Columbia High School, Decatur GA - Diploma


@dataclass(frozen=True, slots=True)
class Degree:
    """A degree as printed, and its level."""

    level: str
    text: str


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Return (Chinese pattern, Latin pattern, word -> level); longer words first, so that 大学本科 is not read as 大学."""
    levels = {word: level for level, words in rows_by_key("degrees.tsv").items() for word in words}
    for word, level in list(levels.items()):
        if not word.isascii() and word[0].isascii():
            levels.setdefault(_without_accents(word), level)  # Ingenieria en Sistemas
    ordered = sorted(levels, key=len, reverse=True)
    han = "|".join(re.escape(word) for word in ordered if not word.isascii())
    latin = one_of(
        (word for word in ordered if word[0].isascii()),
        lambda rest: re.sub(r"\\\.(?=[a-z]{3})", "[.-]", re.escape(rest).replace(r"\ ", r"\s+")),
    )
    return (
        re.compile(han),
        re.compile(rf"(?<![a-z0-9.&À-ɏ\u0300-\u036f])(?:{latin})(?![a-z&À-ɏ\u0300-\u036f]|\.[a-z])\.?"),
        levels,
    )


def _without_accents(word: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))


def latin_words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the Latin words for degrees stand in a folded text.

    They are looked for in small letters: the search passes over words of another first letter at once then.
    """
    _, latin, _ = _patterns()
    spelt = [match.span() for match in latin.finditer(text.replace("İ", "I").lower())]
    starts = {start for start, _ in spelt}
    slips = [span for span in bachelors_misspelt(text) if span[0] not in starts]
    yield from sorted([*spelt, *slips]) if slips else spelt


def degrees_in(text: str, shown: str | None = None) -> list[Degree]:
    """Return the degrees that a folded text names, in order, spelled as in ``shown`` (of the same length)."""
    return list(_degrees(text, shown if shown is not None and len(shown) == len(text) else text))


def _told_by_students(text: str, printed: str) -> Iterator[tuple[int, Degree]]:
    """Yield the degrees that are told by who studies for them and where: 資管所, 大學日間部, a row under ``Undergraduates``."""
    if not text.isascii():
        yield from ((at, Degree(level, printed[at:end])) for at, end, level in institutes_in(text, printed))
    if level := _LEVELS_OF_STUDENTS.get(text.strip(" :").lower()):
        yield 0, Degree(level, text.strip(" :"))


@lru_cache(maxsize=1024)  # several rules ask about the same lines
def _degrees(text: str, printed: str) -> tuple[Degree, ...]:
    han, _, levels = _patterns()
    found = [
        (
            match.start(),
            Degree(
                _level_of(match.group(), levels, printed[match.start() : match.end()]),
                printed[match.start() : match.end()],
            ),
        )
        for match in (() if text.isascii() else han.finditer(text))
        if not (match.group() in _NAMES_SCHOOL and _NAME_IN_FRONT.search(text[: match.start()]))
        and not _ONLY_CREDITS.match(text, match.end())
    ]
    found += ((start, Degree(level, word)) for start, level, word in told_by_case(text))
    if "大学" in text or "本" in text:
        found += [(match.start(), Degree("bachelor", match.group())) for match in _BACHELOR_IN_SHORT.finditer(text)]
    found += _told_by_students(text, printed)
    if "raduat" in text and (cell := _CELL_OF_GRADUATION.search(text)):
        group, is_post = (1, cell.group(2)) if cell.group(1) else (3, cell.group(4))
        found.append((cell.start(group), Degree("master" if is_post else "bachelor", cell.group(group))))
    if "G" in text and "\t" in text and (cell := _CELL_OF_LEVEL.search(text)):
        found.append((cell.start(), Degree("master" if cell.group(1) else "bachelor", cell.group().strip())))
    if _STARTS_OF_SHORT.search(text) and (cell := _CELL_IN_SHORT.search(text)):
        found.append((cell.start(cell.lastgroup or 0), Degree(str(cell.lastgroup), cell.group(cell.lastgroup or 0))))
    if "romotion" in text or "abilitation" in text:
        found += [(match.start(), Degree("doctor", match.group())) for match in _PROMOTED.finditer(text)]
    for start, end in latin_words(text):
        printed_word, behind = text[start:end], text[end:]
        word = re.sub(r"\s+", " ", printed_word.lower())
        level = levels.get(word) or levels.get(word.rstrip(".")) or levels.get(word.replace("-", "."))
        level = level or ("bachelor" if means_bachelor(word) else None)
        if level == "college" and word.startswith(_DIPLOMAS):
            is_of_school = (
                _HIGH_SCHOOL_BEFORE.search(text[:start])
                or SECONDARY.search(behind)
                or _SECONDARY_IN_FRONT.search(text[:start])
            )
            level = "high_school" if is_of_school else level
        is_other = _BEFORE_DEGREE.search(text[:start]) or _is_of_trade(word, text[:start], behind)
        if is_other or _is_other_word(word, text, start, end):
            continue
        is_pronoun = level == "bachelor" and printed_word in {"ba", "be", "b.e", "bs", "Be"}
        if level and not is_pronoun and not (level == "master" and _is_no_master(text[:start], printed_word, behind)):
            found.append((start, Degree(level, _as_printed(printed_word, behind))))
    return tuple(degree for _, degree in sorted(found, key=lambda item: item[0]))


def _level_of(word: str, levels: dict[str, str], printed: str) -> str:
    """Return the level of a Chinese word; 高職 in traditional characters is a school for youths in Taiwan."""
    return "high_school" if word == "高职" and printed == "高職" else levels[word]


def _is_other_word(word: str, text: str, start: int, end: int) -> bool:
    """Tell words that only look like a degree: post-doctoral, upper intermediate English, an Istituto Magistrale."""
    if word.startswith("doctoral"):
        return _POST.search(text[:start]) is not None  # who has the degree already
    if word in _OTHER_BEHIND:
        return _OTHER_BEHIND[word].match(text[end:]) is not None
    if word == "intermediate":
        return _OF_LANGUAGE.search(text) is not None
    if word in _NONE_BEHIND:
        return _NONE_BEHIND[word].search(text[:start]) is not None
    if word == "licence":
        return _PERMIT.search(text[:start]) is not None or _OF_PERMIT.match(text[end:]) is not None
    return False


def _is_of_trade(word: str, before: str, behind: str) -> bool:
    """Tell who masters a trade, a certificate of a maker, and the courses of a programme: ``5 master's courses``."""
    if word == "associate":
        return _CERTIFIED.search(before) is not None
    if not word.startswith("master"):
        return False
    is_trade = word == "master" and _MASTER_OF_TRADE.search(before) is not None
    is_one = _COURSE_OF_MASTERS.match(behind) is not None and _TAKEN.search(before) is not None
    return is_trade or is_one or _COURSES_OF_MASTERS.match(behind) is not None


def _is_no_master(before: str, printed: str, behind: str) -> bool:
    """Tell a state (Boston, MA), a maker of programs (MS Office) and words of other languages from a Master's degree."""
    word = printed.rstrip(".")
    is_dated = (
        _DATED.search(behind) is not None or _DATED.search(before) is not None or _AT_SCHOOL.search(behind) is not None
    )
    is_named = word == "M.S" and _HOUSE_BEHIND.match(behind) is not None
    is_named = is_named or INITIALS_OF_HOUSE.match(f"{printed}{behind}") is not None
    if is_named or (word == "Master" and not is_dated and re.match(r"\s+(?:[A-Z]{2,}|and|the|your)\b", behind)):
        return True  # Master HTML and CSS
    if word.lower() not in {"ms", "ma", "me", "m.e"}:
        return False
    if not word.isupper() or (word == "MS" and _MS_PRODUCT.match(behind)):
        return True
    if word == "MS" and re.search(r"schule\b", before):
        return True  # Mittelschule | MS Gallneukirchen
    is_cell = (_BEHIND_SCHOOL.search(before) and re.match(r"\s*\t\s*(?:19|20)\d\d", behind)) or (
        not behind and _SIGN_BEHIND_SCHOOL.search(before)
    )  # Northmoor College<tab>MA<tab>2014, and Northmoor College • MA
    is_cell = is_cell or _BEHIND_DATES.fullmatch(before)
    is_of_school = _SCHOOL_IN_FRONT.search(before) and _SUBJECT_IN_BRACKET.match(
        behind
    )  # Larch University, MA (Statistics)
    is_of_school = is_of_school or (_SCHOOL_IN_FRONT.search(before) and _YEAR_ALONE.fullmatch(behind))
    if is_cell or is_of_school or re.match(r"\.?\s+(?:in|of)\s|\.?\s*\(Hons", behind):
        return False  # MA in Computer Science
    return word == "MA" and (
        re.search(r"[a-z],\s*$", before) is not None or re.match(r"\s*(?:$|\d{5}|[|\t])", behind) is not None
    )


def _as_printed(printed: str, behind: str) -> str:
    """Keep "Degree" and "'s" with the word: the text is what a person would read."""
    following = re.match(r"(?:['’]?s)?(?:\s+degree)?", behind, re.IGNORECASE)
    word = re.sub(r"\s(?:en|em)$", "", printed.rstrip("."))  # Grado en ...
    return word + (following.group() if following else "")


def highest(degrees: list[Degree]) -> Degree | None:
    """Return the highest of degrees, the first of equals."""
    return min(degrees, key=lambda degree: LEVELS.index(degree.level), default=None)


def ticked(value: str) -> str:
    """Return the ticked ones of a row of boxes (□初中 ☑高中 □大专), nothing when all are empty; other values as they are."""
    n_empty = len(_EMPTY_BOX.findall(value))
    if n_empty == 0 or (n_empty == 1 and not _TICKED.search(value)):  # one alone is the sign of a list
        return value
    return " ".join(option.strip(" \t,;|/、") for option in _TICKED.findall(value))
