"""The year of birth: labelled, said in words, or beside the gender in the first lines; in either calendar of Taiwan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.months import MONTHS
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.periods import range_in
from ringback.readers.fields.person import CARD_LINES, GENDERS
from ringback.readers.fields.person_card import lines_of_card
from ringback.readers.fields.wordlists import one_of

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_WORD_OF_MONTH = one_of(" ".join(MONTHS).split())
_YEAR = re.compile(r"(?<!\d)(19[3-9]\d|20[01]\d)(?!\d)")
_BIRTH_NUMBER = re.compile(r"(?<!\d)(19[3-9]\d|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?(?!\d)")
_REPUBLIC = re.compile(r"(?:民国|R\.?O\.?C\.?)\s*(\d{2,3})\s*(?:年|[./-])", re.IGNORECASE)
_REPUBLIC_YEAR_FIRST = re.compile(r"(?<!\d)(\d{2,3})\s*(?:年|[./-])\s*\d{1,2}")
_TWO_DIGITS = re.compile(
    r"^\D{0,3}(?<!\d)([4-9]\d|0\d)\s*(?:年\s*\d{1,2}\s*月?|[./-]\s?(?:0?[1-9]|1[0-2])(?!\d)(?:[./-]\d{1,2})?(?!\d)|年生?$)"
)
_DAY_MONTH_SHORT = re.compile(r"^\D{0,12}\d{1,2}[./-](?:\d{1,2}|[A-Za-z]{3})[./-]'?([4-9]\d|0\d)(?!\d)")
_YEAR_MONTH = re.compile(
    r"^(19[4-9]\d|200\d)(?:年|[./-])(?:0?[1-9]|1[0-2])(?:月|[./-](?:0?[1-9]|[12]\d"
    r"|3[01])日?)?(?:月?(?:0?[1-9]|[12]\d|3[01])日)?(?:生|出生)?$"
)
_DAY_ALONE = re.compile(r"\d{1,2}-[A-Z][a-z]{2}-(19[4-9]\d|200\d)")
_DAY, _MONTH = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
_DAY_OF_BIRTH = re.compile(
    rf"\W{{0,4}}(?:\d{{1,2}}(?:er|st|nd|rd|th|\.|º|°)?[ -](?:de |of )?"
    rf"(?:{_WORD_OF_MONTH})\.?,?[ -](?:del? )?(19[4-9]\d|200[0-7])"
    rf"|(?:{_WORD_OF_MONTH})\.? \d{{1,2}}(?:st|nd|rd|th)?,? (19[4-9]\d|200[0-7])"
    rf"|{_DAY}(?:\. ?| ?/ ?){_MONTH}(?:\. ?| ?/ ?)(19[4-9]\d|200[0-7])|{_DAY}-{_MONTH}-(19[4-9]\d|200[0-7])"
    rf"|(19[4-9]\d|200[0-7])([./-]){_MONTH}\6{_DAY})"
    r"(?: ?[(,] ?\d\d (?:ans|años|anos|anni|Jahre|jaar)\)?|,? (?:in|à|a|en|em) [^\W\d_][\w .,()-]{2,40})?\W{0,3}",
    re.IGNORECASE,
)  # 05/10/1999 under the name, 16. 9. 1990, 1. August 1981, 11 Ottobre 1968, September 16, 1990
_BEHIND_COMMA = re.compile(r"[A-ZÀ-Þ][\w'’ -]{2,24}, ?(?=\d{1,2}[./]\d{1,2}[./]19\d\d$)")  # Danish, 14.03.1971
_DAY_AND_TOWN = re.compile(  # 02.11.1998, Moorau Lindau, Norland jo@fernpost.net; 16. 9. 1990, Moorau
    rf"\W{{0,4}}{_DAY}(?:(?:\. ?|/){_MONTH}(?:\. ?|/)| (?i:{_WORD_OF_MONTH})\.?,? )(19[4-9]\d|200[0-7]), [A-ZÀ-Þ][^\W\d_]{{2,}}"
    r"(?:.*@| ?[A-ZÀ-Þ]?\w*$|/[A-ZÀ-Þ]\w+$|, [A-ZÀ-Þ]\w+$)"
)
_PICTURE = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]\ufe0f?(?=\\d)")  # 🎂1993年5月12日
_CALENDAR = re.compile(  # ▦ 1999 Aug., ▦ August 5th, 1987, of a sheet of a calendar before a date alone
    rf"▦ ?(?:(19[4-9]\d|200[0-7])[ ,.-]{{1,3}}(?:{_WORD_OF_MONTH})\b|(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{_WORD_OF_MONTH})\.?,?"
    r" (?:\d{1,2}(?:st|nd|rd|th)?,? )?(19[4-9]\d|200[0-7])(?!\d))(?! ?[-–—])",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s*[|\t•]\s*|\s{3,}|\s+[·–-]\s+|\s+(?=[\U0001f300-\U0001faff])")  # a picture opens a cell
_DAY_HIDDEN = re.compile(r"(19[4-9]\d|200\d)[./-](?:0?[1-9]|1[0-2])[./-][Xx*]{2}")  # 1984-08-XX
_DIGIT = re.compile(r"\d")
_DAY_BEGUN = re.compile(r"\W*\d{1,2}\s?(?:st|nd|rd|th)?\W*", re.IGNORECASE)
_DAY_OVER_LINES = re.compile(
    rf"\W*\d{{1,2}}\s*(?:st|nd|rd|th)?\W*(?:of\s+)?(?:{_WORD_OF_MONTH})\W{{0,3}}(19[3-9]\d|20[01]\d)(?!\d)",
    re.IGNORECASE,
)  # 7 / th / December, 1994, where the letters behind the day stand higher
_OF_JOB = re.compile(r"至今|present|\d\s*-\s*(?:19|20)\d\d[年.]", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"^(19[5-9]\d|200\d)(?:年|0[1-9]|1[0-2])?$")
_YEAR_OF_BIRTH = re.compile(r"19[4-9]\d|200\d")
_BORN = re.compile(
    r"(?:生于|出生于|出生日期|出生年月"
    r"|\bd[./-]?o[./-]?b\b|\b(?:date|year|day)(?: ?[,/&] ?| (?:and |or )?)(?:place )?of birth|birth ?(?:date|day"
    r"|year)(?: ?(?:/|&|and) ?place)?"
    r"|\bborn(?:\s+to\s[^.;\d\n]{2,90}?(?=\s(?:in|on)\s))?(?:\s+(?:in|on))?(?:\s+the(?=\s+\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]))?|née?(?:\(e\))?\s+(?:le|en|à)|geboren(?:\s+am)?|\bgeb\.|geburts\w{0,12}(?:/-?\w{2,6})?"
    r"|nacid[oa]\s+e[ln]|\bnascid[oa]\s+(?:em|a|no dia)|\bnat[oa]\s+(?:a|il|in)"
    r"|\b(?:date|data|fecha|año|an(?:no|ée)|jour)(?: et lieu| e luogo| y lugar| e local)? d[ei] (?:naissance|nascita"
    r"|nacimiento|nascimento|naixement)"
    r"|\bgeboorte(?:datum|jaar|dag)|\bgeb\.? ?datum|\bf[öø]d(?:d|t|els\w{1,8})|\burodzon[ay]|\bdata urodzenia"
    r"|\b(?:datum )?narozen[íaý]?)"
    r"[^\w\n]{0,6}(?:\d{1,2}(?:er|\.|st|nd|rd"
    r"|th)?(?:\s+of\b)?[\s./-]{1,3}(?:\d{1,2}[\s./-]{1,3})?)?[^\d\n]{0,24}(?:\d{1,2}[^\d\n]{1,12})?(19[4-9]\d|200\d)(?!\d)"
    r"|(19[4-9]\d|200\d)\s{0,4}(?:年?(?:\s{0,4}\d{1,2}\s{0,4}月)?(?:\s{0,4}\d{1,2}\s{0,4}日)?\s{0,4}(?:出\s?)?生(?![产活物])|年次)"
    r"|(?<![\d-])(19[4-9]\d|200[0-7]) (?:in|à|en|em|a|ad|i) (?-i:[A-ZÀ-Þ])[^\d\n,;|]{2,40} (?:geboren|née?"
    r"|nacid[oa]|nascid[oa]|nat[oa]|født|född)\b",
    re.IGNORECASE,
)  # 1971 in Moorau geboren
_BORN_SHORT = re.compile(
    r"(?<!\d)([4-9]\d|0\d)\s*(?:年(?:\s*\d{1,2}\s*月)?(?:\s*\d{1,2}\s*日)?\s*出?生(?![产活物])|[./]\d{1,2}(?:[./]\d{1,2})?\s?出生)"
)
_GAPS_IN_DATE = re.compile(r"(?<=\d) (?=[年月日])|(?<=年) (?=\d{1,2} ?月)")  # 1994 年 11 月
_BESIDE_YEARS = re.compile(
    r"(?:^|[\s|,·-])(19[5-9]\d|200\d)年?\s?[/|,、·]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?年(?:多|以上)?(?:工作|从业|开发|相关)?经[验历]",
    re.MULTILINE,
)  # 1989年/3年工作经验
_OF_YEAR_SHORT = re.compile(r"(?<!\d)([6-9]\d|0\d)年的(?=[,.;\s]|$|男|女|小伙|姑娘)")  # 95年的,女
_YEAR_SHORT_ALONE = re.compile(r"([6-9]\d|0[0-5])年生?")  # 张令 本科 94年
_OF_DEGREE = re.compile(r"大专|本科|硕士|博士|研究生|学历|中专|高中")
_AGE_WITH_DATE = re.compile(r"(?:\d{2}|[二三四五六]?十[一二三四五六七八九]?)\s*岁\s*[(（]\s*(19[4-9]\d|200\d)")
_DATE_BEHIND = r"(?:[./年-]?(?:0?[1-9]|1[0-2])(?:[./月-]?(?:[12]\d|3[01]|0?[1-9])日?|月)?|年)?\s?(?:出?生)?"
_WITH_GENDER_IN_BRACKETS = re.compile(  # 林青 (199101男), 林青(男,1991年1月)
    rf"\(\s*(?:[男女][\s,、/|·]{{0,3}}(19[4-9]\d|200[0-7]){_DATE_BEHIND}|(19[4-9]\d|200[0-7]){_DATE_BEHIND}[\s,、/|·]{{0,3}}[男女])"
    r"\s*\)"
)
_ID_CARD = re.compile(r"(?<!\d)[1-9]\d{5}((?:19[4-9]|200)\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_NAME_IN_FRONT = re.compile(r"\s*[A-Za-z|/·(]")
_OF_YEAR = re.compile(r"(?<!\d)(\d{2,3})\s*年次")  # 民國76年次
_BORN_SIGN = re.compile(
    r"(?:^|[\s|,])(?:°\s?|\*)\d{1,2}[./]\d{1,2}[./](19[4-9]\d|200\d)(?!\d)", re.MULTILINE
)  # *12.06.1991
_NAME_GENDER_YEAR = re.compile(
    "\\W{0,4}[\u4e00-\u9fff]{2,4}\\s?[/|,·]\\s?(?:[男女]\\s?[/|,·]\\s?(?=\\d{4}(?!\\d))|(?=\\d{4}[./年]\\d{1,2}月?\\s?[/"
    "|,·]))(19[5-9]\\d|200\\d)"
)
_YEAR_UNDER_NAME = re.compile(r"(19[6-9]\d|200[0-6])(?:年| ?[-–~—])?")  # 1997-, of a profile in a list
_BORN_AND_WHERE = re.compile(  # b. 1978, New Zealand; b. Salem 1978; of an artist's page: (geb. 1978 in Bern)
    r"(?:^|[(|,·]\s?)(?:[bB]|[Gg]eb)\.\s?(?:(?:in )?[A-ZÀ-Þ][\w'’ -]{2,24}, )?(19[4-9]\d|200[0-7])(?=[\s,;.)|·]|$)"
    r"|^b\.\s(?:in )?(?!Sc|Tech|Com|Ed|Eng|Arch|Pharm)[A-ZÀ-Þ][\w'’ -]{2,24} (19[4-9]\d|200[0-7])$"
)
_BORN_OPENS = re.compile(r"\W{0,3}b\.\s?(19[4-9]\d|200[0-7])(?:,| in) [A-ZÀ-Þ][^\W\d_]{2}")  # b. 1978, New Zealand
_I_WAS_BORN = re.compile(  # over the lines of a paragraph
    r"\bI(?:'m| am| was) born (?:on|in)\b[^.;]{0,40}?\b(19[4-9]\d|200\d)\b", re.IGNORECASE
)
_GENDER_AND_DATE = re.compile(
    r"(?:^|[\s|,/])(?:[男女]|female|male|nam|nữ)\s*[|,/·-]\s*\d{1,2}[./-]\d{1,2}[./-](19[5-9]\d|200\d)(?!\d)"
    r"|(?:^|[\s|,/:])[男女][生士性]?\s*[|,/·—–-]{1,2}\s*(19[5-9]\d|200\d)[./年-]\d{1,2}(?!\d)",
    re.IGNORECASE,
)
_TAIWAN = re.compile(r"民国|台[北中南湾]|新北|高雄|桃园|(?<!\d)09\d{2}-?\d{3}-?\d{3}(?!\d)")
_HAN_DIGITS = {mark: str(n) for n, mark in enumerate("〇一二三四五六七八九")} | {
    "零": "0",
    "○": "0",
    "O": "0",
    "o": "0",
}
_HAN_YEAR = re.compile("(?<![\u4e00-\u9fff〇○])([一二]?[〇零○Oo一二三四五六七八九]{2,3})\\s*年")
_BORN_IN_WORDS = re.compile(
    "(?:生于|出生于)[\\s:]*([一二]?[〇零○Oo一二三四五六七八九]{2,3})年|([一二]?[〇零○Oo一二三四五六七八九]{2,3})年[^,.;|\\s]{0,8}?出?生(?![产活物])"
)
_COLUMNS = frozenset({"year", "month", "day"})
_OF_BIRTH = re.compile(r"\b(?:birth|birthday|born)\b", re.IGNORECASE)
_BIRTHPLACE = re.compile(r"birthplace", re.IGNORECASE)
_OF_LIFE = frozenset({"experience", "projects", "education", "awards", "certificates", "training"})
REPUBLIC_BEGAN = 1911
FIRST_OF_THIS_CENTURY = 10  # nobody born after 2009 looks for work yet
MAX_HEAD_LINE = 160
MAX_OWN_FACTS = 12
MAX_DAY_ALONE = 40
MAX_UNDER_NAME, SURE_NAME = 12, 0.8
SUMMARY_LINES = 12


def read_birth_year(sheet: Sheet) -> Found[int] | None:
    """Return the printed year of birth; an age alone gives none, because the date it refers to is not known."""
    return (
        _labelled(sheet)
        or _said(sheet)
        or _in_head(sheet)
        or _among_facts(sheet)
        or _beside_name(sheet)
        or _in_id_card(sheet)
    )


def _among_facts(sheet: Sheet) -> Found[int] | None:
    """Read a whole day alone under a heading for personal data, and a day in three columns under a heading for birth."""
    for number in sheet.lines_in("basic")[:MAX_OWN_FACTS]:
        line = sheet.folded[number]
        if len(line) <= MAX_DAY_ALONE and (year := _day_of_birth(line)):
            return Found(year, "layout", 0.8, line.strip())
    for number, line in enumerate(sheet.folded[:-1]):
        lowered = line.lower()
        if "year" not in lowered:
            continue  # as nearly all lines
        columns = lowered.replace("|", " ").split()
        if len(columns) == len(_COLUMNS) and set(columns) == _COLUMNS and _OF_BIRTH.search(sheet.folded[number - 1]):
            values = sheet.folded[number + 1].replace("|", " ").split()
            if len(values) == len(columns) and _YEAR_OF_BIRTH.fullmatch(value := values[columns.index("year")]):
                return Found(int(value), "layout", 0.9, sheet.folded[number + 1].strip())
    return None


def _labelled(sheet: Sheet) -> Found[int] | None:
    for label in sheet.labelled("birth", "age"):
        match = _YEAR.search(label.value) or _BIRTH_NUMBER.search(label.value)
        year = int(match.group(1)) if match else _short_year(sheet, label.value, label.label, label.field)
        year = year or (_year_below(sheet, sheet.line_of(label), label.value) if label.field == "birth" else None)
        year = year or (_year_in_words(label.value) if label.field == "birth" else None)
        if year:
            return Found(year, "label", 0.97, f"{label.label}: {label.value}")
    for label in sheet.labelled("not_city"):  # Place of birth: Larchmoor, Norland | 1986
        told = _YEAR.search(label.value) if _OF_BIRTH.search(label.label) or _BIRTHPLACE.search(label.label) else None
        if told and not any(map(str.isdigit, label.value.replace(told.group(), ""))):
            return Found(int(told.group()), "label", 0.9, f"{label.label}: {label.value}")
    return None


def _year_below(sheet: Sheet, number: int, value: str) -> int | None:
    """Return the year of a date that goes on in the next lines, the ending of its day on one of its own."""
    if not _DAY_BEGUN.fullmatch(value):
        return None
    whole = _DAY_OVER_LINES.match(" ".join([value, *sheet.folded[number + 1 : number + 4]]))
    return int(whole.group(1)) if whole else None


def _short_year(sheet: Sheet, value: str, label: str, field: str) -> int | None:
    """Read a year of two or three digits: by the calendar of Taiwan where the resume is from there, else of the last century."""
    folded = value.replace("國", "国")
    match = _REPUBLIC.search(folded)
    if not match and ("民国" in folded or "民国" in label or "民國" in label or _is_of_taiwan(sheet)):
        match = _REPUBLIC_YEAR_FIRST.search(folded)
    if match:
        return int(match.group(1)) + REPUBLIC_BEGAN
    is_birth = field == "birth" or _YEAR_SHORT_ALONE.fullmatch(folded.strip())  # 年龄：93年
    match = (_TWO_DIGITS.search(folded) or _DAY_MONTH_SHORT.search(folded)) if is_birth else None
    return _of_two_digits(match.group(1)) if match else None


def _year_in_words(text: str) -> int | None:
    """Read 一九九〇年 and 八八年."""
    match = _HAN_YEAR.search(text)
    digits = "".join(_HAN_DIGITS[mark] for mark in match.group(1)) if match else ""
    if len(digits) == len("八八"):
        return _of_two_digits(digits)
    return int(digits) if _YEAR.fullmatch(digits) else None


def _of_two_digits(digits: str) -> int:
    return int(digits) + (2000 if int(digits) < FIRST_OF_THIS_CENTURY else 1900)


def _is_of_taiwan(sheet: Sheet) -> bool:
    return sheet.is_chinese and any(_TAIWAN.search(sheet.folded[i]) for i in sheet.head)


def _said(sheet: Sheet) -> Found[int] | None:
    own = (*sheet.head, *sheet.lines_in("summary")[:2], *sheet.lines_in("basic")[:MAX_OWN_FACTS])
    head = "\n".join(sheet.folded[i] for i in dict.fromkeys(own))
    match = (
        _AGE_WITH_DATE.search(head)
        or _BORN.search(head)
        or _BORN_SIGN.search(head)
        or _WITH_GENDER_IN_BRACKETS.search(head)
        if _YEAR_OF_BIRTH.search(head)
        else None
    )
    if match:
        year = next(group for group in match.groups() if group)
        return Found(int(year), "pattern", 0.92, match.group())
    told = _I_WAS_BORN.search(" ".join(sheet.folded[i] for i in sheet.lines_in("summary")[:SUMMARY_LINES]))
    if told:
        return Found(int(told.group(1)), "pattern", 0.9, told.group())
    match = _OF_YEAR.search(head) or (_REPUBLIC.search(head) if "生" in head else None)
    if match:
        return Found(int(match.group(1)) + REPUBLIC_BEGAN, "pattern", 0.85, match.group())
    told = _BORN_IN_WORDS.search(head)
    year = _year_in_words(f"{next(filter(None, told.groups()))}年") if told else None
    if year:
        return Found(year, "pattern", 0.85, told.group() if told else "")
    match = _BORN_SHORT.search(head) or _OF_YEAR_SHORT.search(head)
    return Found(_of_two_digits(match.group(1)), "pattern", 0.85, match.group()) if match else None


def _in_head(sheet: Sheet) -> Found[int] | None:
    own = (*sheet.head[:12], *sheet.lines_in("basic")[:MAX_OWN_FACTS], *lines_of_card(sheet)[:CARD_LINES])
    for number in dict.fromkeys(own):
        line = _PICTURE.sub(" ", sheet.folded[number])
        if len(line) > MAX_HEAD_LINE or not _DIGIT.search(line) or _OF_JOB.search(line):
            continue
        if alone := _DAY_ALONE.fullmatch(line) or _DAY_HIDDEN.match(line):
            return Found(int(alone.group(1)), "layout", 0.8, line.strip())
        if year := _day_of_birth(line):
            return Found(year, "layout", 0.8, line.strip())
        line = _GAPS_IN_DATE.sub("", line) if "年" in line else line
        pieces = re.split(r"[\s|·,/;:\t()]+", line)
        beside = _GENDER_AND_DATE.search(line) or _BORN_AND_WHERE.search(line)
        beside = beside or (_BESIDE_YEARS.search(line) if "年" in line and "经" in line else None)
        if beside:
            return Found(int(next(filter(None, beside.groups()))), "layout", 0.85, line.strip())
        says_gender = any(piece.lower() in GENDERS and not piece.isascii() for piece in pieces)
        if not says_gender and (range_in(line) or sheet.sections[number] in _OF_LIFE):
            continue  # 青禾公司 | 会计 | 2012-08 至 2016-02; a project and its month beside the contacts
        for piece in [*re.split(r"[\s|·,;\t()]+", line), *(pieces if says_gender else [])]:
            match = _YEAR_MONTH.match(piece) or (_YEAR_ALONE.match(piece) if says_gender else None)
            if match:
                return Found(int(match.group(1)), "layout", 0.85, line.strip())
            short = _YEAR_SHORT_ALONE.fullmatch(piece) if says_gender or _OF_DEGREE.search(line) else None
            if short:
                return Found(_of_two_digits(short.group(1)), "layout", 0.8, line.strip())
    return None


def _day_of_birth(line: str) -> int | None:
    """Return the year of a whole day alone in a cell of contacts, or with its town: nobody dates a letter so long ago."""
    if begun := _DAY_AND_TOWN.match(line):
        return int(begun.group(1))
    if "@" in line and (calendar := _CALENDAR.search(line)):
        return int(next(filter(None, calendar.groups())))
    for cell in _CELL.split(line):
        if any(map(str.isdigit, cell)) and (day := _DAY_OF_BIRTH.fullmatch(_BEHIND_COMMA.sub("", cell.strip()))):
            return int(next(filter(None, day.groups())))
    return None


def _beside_name(sheet: Sheet) -> Found[int] | None:
    """Read 李文/男/1995 wherever the person introduces himself, under 关于我 or at the end as well.

    *b. 1978, Norland* counts near the top only.
    """
    for number, line in enumerate(sheet.folded):
        match = _NAME_GENDER_YEAR.match(line) if not line.isascii() and len(line) <= MAX_HEAD_LINE else None
        match = match or (_BORN_OPENS.match(line) if number < MAX_UNDER_NAME else None)
        if match and sheet.sections[number] != "references":
            return Found(int(match.group(1)), "layout", 0.85, line.strip())
    return _under_name(sheet)


def _under_name(sheet: Sheet) -> Found[int] | None:
    """Read a year alone under a Chinese name, with nothing below that it may be the first year of."""
    for number in range(1, min(MAX_UNDER_NAME, len(sheet.folded) - 1)):
        year = _YEAR_UNDER_NAME.fullmatch(sheet.folded[number].strip())
        if not year or sheet.sections[number] not in {"top", "basic", "summary"}:
            continue
        is_named = han_score(_NAME_IN_FRONT.split(sheet.folded[number - 1].strip())[0]) >= SURE_NAME
        if is_named and not _DIGIT.search(sheet.folded[number + 1]):
            return Found(int(year.group(1)), "layout", 0.8, sheet.folded[number].strip())
    return None


def _in_id_card(sheet: Sheet) -> Found[int] | None:
    for label in sheet.labelled("not_number"):
        card = _ID_CARD.search(label.value)
        if card and "证" in label.label and "证书" not in label.label:
            return Found(int(card.group(1)), "rule", 0.9, label.label)
    return None
