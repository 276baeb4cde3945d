"""Gender and years of experience: from labels, or from the line that begins 女 | 25岁 | 5年工作经验."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.person_card import lines_of_card
from ringback.readers.fields.studies.degrees import ticked

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_MEN = "男 男性 先生 male man m männlich homme masculin hombre masculino homem maschile uomo"
_WOMEN = "女 女性 女士 小姐 female woman f weiblich femme féminin mujer femenino mulher femminile donna"
GENDERS = dict.fromkeys(_MEN.split(), "male") | dict.fromkeys(_WOMEN.split(), "female")
_ABOUT_PERSON = re.compile("^\\W*(?:个人|基本|本人|我的)(?:基本)?(?:资料|信息|资讯|概况|情况|简况|简介)\\s?:")
_PIECES = re.compile(r"[\s|·,/;\t()]+")
_NUMBER_OF_YEARS = re.compile(r"(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:多|余)?\s*(?:年|years?\b|yrs?\b)", re.IGNORECASE)
_HEAD_YEARS = re.compile(
    r"(?:^|[\s|·,/;\t(])(\d{1,2}(?:\.\d)?)\s*\+?\s*年(?:以上)?(?:工作|从业|相关|行业"
    r"|实际)?(?:工作)?(?:经验|经历|工龄|年限)?(?=$|[\s|·,/;\t)])"
    r"|(?:^|[\s|·,/;\t(])(?:工作|从业|工龄|经验)\s?(\d{1,2}(?:\.\d)?)\s*\+?\s*年(?=$|[\s|·,/;\t)])"
    r"|[|·]\s*(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:[Yy]ears?|[Yy]rs?)(?:['’]?\s+exp\w*)?\.?\s*(?=$|[|·])"
)
_SENTENCE_YEARS = re.compile(
    r"(?:具有|拥有|有|近|超过|共|累计)?\s*(?<![\d.\-])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:多"
    r"|余)?年(?:以上)?(?:[^,.;\d]{0,12}?(?:工作|从业|行业|开发|管理|销售|运营)经[验历]|[^,.;\d项]{1,12}经验)"
    r"|(?<![\d.\-])(\d{1,2}(?:\.\d)?)\s*\+?\s*(?:years?|yrs?)'?(?:\s+of)?(?:\s+[\w-]+){0,4}\s+experience"
    r"|experience\s+of\s+(\d{1,2})\s*\+?\s*years"
    r"|(?<![\d.\-])(\d{1,2})\s*\+?\s*YoE\b"
    r"|(?<![\d.\-])(\d{1,2})\s*\+?\s*(?:años|anos|ans|jahre|anni)\s+(?:de |d['’]|di )?(?:experi|expéri|berufserf|esper)",
    re.IGNORECASE,
)
_IN_TRADE = re.compile(  # 干机械加工18年了, 从事会计工作10年
    r"(?:从事|做|干)(?!过)[^,.;\d\s]{1,12}?(?:已有?|近|超过|有|达|快)?(\d{1,2})\s*(?:多|余)?年(?![级度前后底初末内以]|\d)"
)
_WORKED = re.compile(r"工作了?(\d{1,2})\s*(?:多|余)?年(?![级度前后底初末内以月]|\d)")
_YEARS_IN = re.compile(
    r"(?:\b(?:with|over|than|have|and)\s+|[,.:;–-]\s+|^)(\d{1,2})\s*\+?\s*years?'?\s+(?:in|as|within|working)\b",
    re.IGNORECASE,
)
_COUNTED = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
_NUMBER_WORDS = {word: number for number, word in enumerate(_COUNTED.split(), start=1)} | {"twenty": 20, "thirty": 30}
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(_NUMBER_WORDS)})\b(?=\+?\s+years?\b)", re.IGNORECASE)
_GLUED_GENDER = re.compile(r"(?<![\u4e00-\u9fff])性\s*别\s*是?\s*([男女])(?![\u4e00-\u9fff/、])")  # no colon, no gap
_SAID = re.compile(
    r"(?:^|[|,;·\t•] ?)(?:sesso|sexo|sexe|género|gênero|geschlecht|geslacht|kön|kjønn|køn) ([a-zäéí]{1,10})\b"
)  # Sesso Maschile |
_OF_ONESELF = re.compile(  # 我叫张三，男，1990年3月出生
    "(?:^[\u4e00-\u9fff·]{2,4}|(?:我叫|我是|本人|姓名)[:是叫]?[\u4e00-\u9fff·]{0,8})"
    "[,、 ]{1,2}(?:性别)?([男女])(?:性|生)?(?=[,、。. ;])"
)
_UNITS_OF_YEARS = ("year", "yr", "yoe", "年", "años", "anos", "ans", "jahre", "anni")
MAX_YEARS = 55
CARD_LINES = 6
MIN_SENTENCE = 30


def read_gender(sheet: Sheet) -> Found[str] | None:
    """Return ``male`` or ``female`` if the resume says so."""
    for label in sheet.labelled("gender"):
        word = _PIECES.split(ticked(label.value).strip().lower())[0]
        gender = GENDERS.get(word) or GENDERS.get(word[:1]) if word else None
        if gender:
            return Found(gender, "label", 0.98, f"{label.label}: {label.value}")
    for number in dict.fromkeys((*sheet.head[:15], *lines_of_card(sheet)[:CARD_LINES])):
        line = sheet.folded[number]
        if len(line) > 90:
            continue
        for piece in _PIECES.split(_ABOUT_PERSON.sub("", line.lower())):
            if (
                len(piece) > 0
                and piece in GENDERS
                and (not piece.isascii() or piece in {"male", "female"})
                and piece not in {"先生", "女士", "小姐"}
            ):
                return Found(GENDERS[piece], "layout", 0.9, line.strip())
    if told := _gender_told(sheet):
        return told
    if sheet.evidence.gender in GENDERS:
        return Found(GENDERS[sheet.evidence.gender or ""], sheet.evidence.how, 0.8, sheet.evidence.text)
    return None


def _gender_told(sheet: Sheet) -> Found[str] | None:
    """Return the gender of a sentence, or of a label that nothing parts from it."""
    said = next((found for i in sheet.head if (found := _SAID.search(sheet.folded[i].lower()))), None)
    if said and said.group(1) in GENDERS:
        return Found(GENDERS[said.group(1)], "pattern", 0.9, said.group())
    told = next((found for i in sheet.head if (found := _OF_ONESELF.search(sheet.folded[i]))), None)
    if told:
        return Found(GENDERS[told.group(1)], "pattern", 0.85, told.group())
    glued = next((found for i in sheet.head if (found := _GLUED_GENDER.search(sheet.folded[i]))), None)
    return Found(GENDERS[glued.group(1)], "layout", 0.9, glued.group()) if glued else None


def read_years(sheet: Sheet) -> Found[float] | None:
    """Return years of experience as the document states them, on the document's own date; never computed from today."""
    for label in sheet.labelled("years"):
        value = label.value.strip()
        match = _NUMBER_OF_YEARS.search(value[:24]) or re.fullmatch(r"(\d{1,2}(?:\.\d)?)\+?", value)
        if match and not re.match(r"\d{4}", value) and (float(match.group(1)) <= MAX_YEARS):
            return Found(float(match.group(1)), "label", 0.95, f"{label.label}: {value}")
    for number in sheet.head[:12]:
        line = sheet.folded[number]
        match = _HEAD_YEARS.search(line)
        years = float(next(filter(None, match.groups()))) if match else MAX_YEARS + 1.0
        if years <= MAX_YEARS and len(line) < 120:
            return Found(years, "layout", 0.88, line.strip())
    said = _years_said(sheet) or _years_in_heading(sheet)
    if said:
        return said
    if sheet.evidence.years:
        return Found(float(sheet.evidence.years), sheet.evidence.how, 0.8, sheet.evidence.text)
    return None


def _years_in_heading(sheet: Sheet) -> Found[float] | None:
    """Read ``WORK EXPERIENCE (12 YEARS)``."""
    headings = (
        sheet.folded[i]
        for i, is_heading in enumerate(sheet.headings)
        if is_heading and sheet.sections[i] == "experience"
    )
    told = next(filter(None, map(_YEARS_BEHIND.search, headings)), None)
    return Found(float(told.group(1)), "layout", 0.8, told.string) if told else None


_YEARS_BEHIND = re.compile(r"[(-]\s?(\d{1,2}(?:\.\d)?)\+? (?:years?|yrs?)\)?\s?:?$", re.IGNORECASE)


def _only(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    """Return the match where there is one and no other: who worked three years here and five there says no sum."""
    first, second = [*islice(pattern.finditer(line), 2), None, None][:2]
    return first if second is None else None


def _years_said(sheet: Sheet) -> Found[float] | None:
    """Look for a sentence ("with 8+ years of experience"): in the head and the summary, then in what describes no one job."""
    busy = {"experience", "projects", "education", "references"}
    likely = [*sheet.head, *sheet.lines_in("summary")[:12]]
    others = [i for i, line in enumerate(sheet.folded) if len(line) > MIN_SENTENCE and sheet.sections[i] not in busy]
    for numbers, sure in ((likely, 0.8), (others, 0.7)):
        for number in numbers:
            lowered = sheet.folded[number].lower()
            if not any(map(lowered.__contains__, _UNITS_OF_YEARS)):
                continue
            line = _NUMBER_WORD.sub(lambda word: str(_NUMBER_WORDS[word.group().lower()]), sheet.folded[number])
            match = _SENTENCE_YEARS.search(line)
            if match is None and numbers is likely:
                match = _YEARS_IN.search(line) or _IN_TRADE.search(line) or _only(_WORKED, line)
            years = float(next(group for group in match.groups() if group)) if match else MAX_YEARS + 1.0
            if match and years <= MAX_YEARS:
                return Found(years, "pattern", sure, match.group())
    return None
