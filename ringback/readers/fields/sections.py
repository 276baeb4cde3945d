"""Headings of sections, and which section a line stands in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ringback.readers.fields.heading_table import bare_letters, section_misspelt, section_of_own, section_table
from ringback.readers.fields.heading_trades import section_of_trade
from ringback.readers.fields.heading_words import HAN_TAILS, LATIN_WORDS, STUDY_FIRST, WORK_FIRST
from ringback.readers.fields.jobs.tables import fields_of_head
from ringback.readers.fields.jobs.titles import employer_score, title_score

TOP = "top"
MAX_HEADING_CHARS = 42
MAX_HEADING_WORDS = 6
MIN_WORD = 3

_SIGNS = re.compile(r"[^\w/]+|_+")
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}\s?(?=[、.,·丶])|\d{1,2} -(?= [^\W\d_]{4})"
    r"|\d{1,2}\s?[/|·]\s?(?=[\u4e00-\u9fff])|\d{1,2}(?:\.\d{1,2}(?= ))?(?=[.、,) ])"
    r"|[ivx]{1,4}\.|[ivx]{1,4}[,\s](?=[\u4e00-\u9fff])|[a-h][.,)]\s?(?=[\u4e00-\u9fff])|(?!\d{1,2}[年个月份段次届级岁名人家多余]"
    r"|\d{1,2}项(?!目))\d{1,2}(?=[\u4e00-\u9fff])|[❶-❿]"
    r"|[(\[](?:\d{1,2}|[一二三四五六七八九十]{1,2})[)\]]|第[一二三四五六七八九十\d]{1,2}(?:部分|章|节|篇|项)\s?:?|part\s?\.?\d{1,2})",
    re.IGNORECASE,
)  # 二、, 02 /, II., (二), 【4】, 第二部分
_NUMBER_APART = re.compile(r"^\d{1,2}(?:\.\d{1,2})?\.?\s{1,4}(?=[^\W\d_]{4})")  # 2<tab>Education, as TeX counts
AT_FIRM = re.compile(r"\s(?:chez|bei(?: de[rm])?|at|presso)\s((?:[A-ZÀ-Þ][\w&.-]*\s?){1,4})$")
_EXPERIENCE = re.compile(r"(?:exp[ée]rien|esperien|\w*erfahrung|werkervaring|work exp)", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:&|/|,|\+|\band\b)\s*", re.IGNORECASE)
_DECORATION = re.compile(
    r"^[=\-~*#<>【】\[\]|·■◆●▌▍§_/]+\s*(?=[^\s\d])|(?<=[^\s=])\s*[=~*#_]+$|(?<=[\u4e00-\u9fff])\s*[\-|\]]+$"
)
_HEADING_NOTE = re.compile(
    r"(?<=[\u4e00-\u9fff])\s*\([(\[\s]{0,6}(?:[\u4e00-\u9fff,]{2,14}|\d{1,2}\+?\s?[年段份项家个]"
    r"|(?:总|共|约|累计|合计|近)[\u4e00-\u9fff]{0,4}\s?\d{1,2}(?:\.\d)?\s?[\u4e00-\u9fff\d ]{1,8})[)\]\s]{0,6}\)$"
    r"|\s*\(\d{1,2}\+? (?:years?|yrs?)\)$",
    re.IGNORECASE,
)  # 工作经历（由近及远）
_IN_WORDS = (
    (re.compile(r"^where i(?:'ve| have)? (?:been )?work", re.IGNORECASE), "experience"),
    (re.compile(r"^where i(?:'ve| have)? (?:studied|learn)", re.IGNORECASE), "education"),
    (re.compile(r"^what i(?:'m| am)? (?:know|can|good|do)\b", re.IGNORECASE), "skills"),
)
_AND = re.compile("[和与及]")
_OPEN_SENTENCE = re.compile(
    r"(?:,|&|\b(?:and|or|of|in|for|the|an?|to|with|by|from|on|at|as|my|our|their|his|her|its|your|all|both|own|new|good|strong"
    r"|excellent|various|relevant|\w+['’]s?))$"
)
_OF_REFEREES = re.compile(
    r"(?:备注|附|其[他它]|说明)\s?[(（](?:证明|推荐|介绍|见证)人(?:信息|资料|及电话|及联系方式)?[)）]"
)  # 备注（证明人）
_OF_STUDENTS = re.compile("学生|校园|校内|社会|社团|课外|在校|志愿")
_WORKS = re.compile("(?:工作|实习|就业|任职|从业|兼职)(?:情况|经验|经历)?")
_DIGIT = re.compile(r"\d")
_UNPAID_POST = re.compile(r"volunteer: ?\S", re.IGNORECASE)
_DATED_TO = re.compile(r"(?:19|20)\d{2}\s?[-–—]\s?\S+$")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[a-zà-ÿ]+")
_DEGREE_IN_HEADING = re.compile(
    r"\b(?:B\.?A|B\.?Sc?|M\.?A|M\.?Sc?|Ph\.?D|MBA|Bachelor|Master)\b.*[,–-].*\b(?:University|College|Institute|School)\b"
    r"|^(?:[A-Z]\.\s?){2,4}\s*(?:in|of)\b"  # M.P.S. in Professional Studies
    r"|\b(?:University|College|Institute)\b.*[,–-].*\b(?:B\.?A|B\.?Sc?|M\.?A|M\.?Sc?|Ph\.?D|MBA|Bachelor|Master)\b",
    re.IGNORECASE,
)  # B.A. Asian Studies, University at Buffalo: an entry set large
_TITLE_OF_LETTER = re.compile(
    "(?:个人|自我|本人)(?:基本)?(?:情况)?(?:介绍|简介|说明)|自荐"
)  # above a resume told as a story
GOES_ON = re.compile(  # Licenciatura em / Informática
    r"^(?!.*:).*\w (?:em|de|do|da|dos|das|en|del|di|della|für|der|des|du|van|voor|w|av|of)$"
)
_REFEREES = re.compile(r"(?:\d{1,2}[.)]?\s*)?(?:[A-Z][a-z]*\s+)?(?:[a-z]+\s+)?(?:[Rr]eferees|[Rr]eferences)")
_ON_REQUEST = re.compile(r"\b(?:up)?on (?:your )?request\b", re.IGNORECASE)
_DEGREE_ABOVE = frozenset({"学历"})  # the label of a degree, and in larger print a heading
_ALSO_SKILLS = frozenset(
    {
        "leadership",
        "research",
        "tools",
        "training",
        "strengths",
        "expertise",
        "coursework",
        "technologies",
        "activities",
    }
)
_TITLE_OF_DOCUMENT = re.compile(r"\w\s+(?:cv|resume|curriculum vitae)$", re.IGNORECASE)  # Jo Lee - Academic CV
_SHORT_VALUE = re.compile(
    r"\d{1,2}(?:\.\d)?\s*\+?\s*(?:年|years?|yrs?)(?:以上|工作经验|经验)?|(?:统招|全日制)?(?:大专|本科|硕士|博士|高中|中专|研究生)(?:学历)?",
    re.IGNORECASE,
)
_LOOKS_STUDIED = re.compile(
    r"^\S{2,16}(?:大学|学院|中学|学校)\b|(?:大学|学院|学校).{0,60}(?:\d{4}|学士|硕士|本科|系)|\d{4}.{0,60}(?:大学|学院|学校)"
)
_ROW = re.compile(r"(?:19|20)\d{2}.{0,12}(?:19|20)\d{2}|(?:19|20)\d{2}.{0,8}今|大学|学院|公司")
_ON_REQUEST = re.compile(
    r"\b(?:available|furnished|provided|supplied|given)\b.{0,12}\b(?:up)?on request\b", re.IGNORECASE
)
MAX_NUMBERED = 10  # of 二、学历 between any marks
_LABEL_OF_JOB = re.compile("\\W{0,3}[\u4e00-\u9fff]{2,6} ?: ?\\S")
_GRID = re.compile("\\s*(?:起[止始]|在校|学习|工作)?(?:时间|日期|年月)\t[\u4e00-\u9fff]{2,6}\t")
MIN_ROW_HEADING = 4
_OF_INTERNSHIPS = re.compile(r"\W{0,3}(?:实习|兼职|工作)\W{0,2}")  # over dates; beside a post it is a kind of work
_CAREER = re.compile(r"\W{0,3}(?:个人|工作)?履历\W{0,2}")
_YEAR = re.compile(r"\W{0,3}(?:19|20)\d{2}")
_OF_PROJECT = re.compile(r"\W{0,3}(?:技术栈|编程语言|(?:technologies|tools|toolkit)\b)", re.IGNORECASE)
_MAY_HOLD_CONTENT = frozenset(
    {"skills", "summary", "awards", "certificates", "languages", "projects", "other", "training"}
)

_SENTENCE_INSIDE = re.compile(r"[a-z]{2}\. [A-Z]")  # BS in Law. Coursework included:


def section_of_heading(line: str, *, stands_out: bool = False) -> str | None:
    """Return the section that a line opens, or None when it is not a heading.

    ``stands_out`` says that the print is larger than its surroundings, which lets wordings pass that no list knows.
    """
    bare = line.strip()
    if "\t" in bare and _names_columns(bare):
        return None
    if bare.endswith((")", "）")) and _OF_REFEREES.fullmatch(bare):
        return "references"
    if stands_out:
        bare = _NUMBER_APART.sub("", bare)
    at = AT_FIRM.search(bare) if stands_out or _EXPERIENCE.match(bare) else None
    if at:  # Expériences professionnelles chez Ericsson
        kind = _section_of(bare[: at.start()], stands_out=True)
        return kind if kind == "experience" else None
    return _section_of(bare, stands_out=stands_out)


def _names_columns(line: str) -> bool:
    """Tell the head of a table of schools or jobs, whose other cells may be words for sections: ``INSTITUTION<tab>AWARD``."""
    return any({"school", "employer"} & fields_of_head(cell.strip().lower()) for cell in line.split("\t"))


def _section_of(bare: str, *, stands_out: bool) -> str | None:
    if not (bare[:1].isalnum() and bare[-1:].isalnum()):
        bare = _HEADING_NOTE.sub("", _DECORATION.sub("", bare))
    if not bare or len(bare) > MAX_HEADING_CHARS or _TITLE_OF_DOCUMENT.search(bare):
        return None
    core = _SIGNS.sub("", _NUMBER.sub("", bare)).lower()
    table = section_table()
    kind = (
        "education"
        if stands_out and core in _DEGREE_ABOVE
        else table.get(core) or table.get(bare_letters(core)) or section_of_own(bare) or section_misspelt(bare, core)
    )
    if kind:
        return kind if core not in _ALSO_SKILLS or stands_out or bare.isupper() or bare.endswith(":") else None
    han, latin = "".join(_HAN.findall(core)), "".join(_LATIN.findall(core))
    if han and latin:
        return (
            table.get(han) or (_section_of_han(han) if table.get(latin) else None)
            if (table.get(han) or table.get(latin))
            and (table.get(latin) or len(latin) >= MIN_WORD)
            and not re.search(r"[:：].+\w", bare)
            else None
        )
    if ":" in bare.rstrip(": ") or _DIGIT.search(core):
        return None
    if han:
        is_split = re.search(r"[|｜\t,，]|\S\s\S", _NUMBER.sub("", bare).lstrip("、., "))
        return None if is_split else _section_of_han(han) if core == han else _section_of_han_joint(core, han)
    return _section_of_joint(bare) or _section_in_words(bare) or _section_of_latin(bare, stands_out=stands_out)


def _section_in_words(bare: str) -> str | None:
    """Read ``Where I have worked``."""
    is_short = len(bare.split()) <= MAX_HEADING_WORDS
    return next((kind for pattern, kind in _IN_WORDS if is_short and pattern.match(bare)), None)


def _section_of_joint(bare: str) -> str | None:
    """Read ``Education & Qualifications``: several headings joined in one, each of them known."""
    parts = [_SIGNS.sub("", part).lower() for part in _JOINT.split(bare.rstrip(":")) if part.strip()]
    if len(parts) < 2 or not bare[0].isupper():  # noqa: PLR2004
        return None
    kinds = [section_table().get(part) for part in parts]
    if kinds[0] == "projects" and kinds[-1] == "experience":
        return "experience"  # Research and Professional Experience
    return kinds[0] if all(kinds) else None


def _section_of_han_joint(core: str, han: str) -> str | None:
    """Read 教育/工作经历: the last part decides, and lends its ending to the others; 实习/项目经历 holds jobs as well."""
    if core.replace("/", "") != han:
        return None
    kinds = [_section_of_han(part + tail) for part in core.split("/") for tail in ("", core[-2:])]
    return "experience" if "experience" in kinds else next(filter(None, reversed(kinds)), None)


def _section_of_han(han: str) -> str | None:
    if len(han) > 10:  # noqa: PLR2004 - longer ones are sentences
        return None
    first, *rest = _AND.split(han)
    kind = section_table().get(first) if rest else None  # 个人经历和担任职位
    kind = kind or next((kind for pattern, kind in HAN_TAILS if pattern.search(han)), None)
    is_of_work = rest and _WORKS.fullmatch(rest[-1]) and (kind == "projects" or _OF_STUDENTS.match(first))
    return "experience" if is_of_work else kind  # 实践与工作, 学生工作与实习


def _section_of_latin(bare: str, *, stands_out: bool) -> str | None:
    words = bare.rstrip(":").split()
    if bare.isupper() and len(words) < MIN_WORD:
        bare = bare.rstrip(".")  # EDUCATION BACKGROUND.
    is_loud = bare.isupper() or stands_out or bool(_REFEREES.fullmatch(bare))
    if len(words) > MAX_HEADING_WORDS or bare.endswith((".", ",", ";")) or _SENTENCE_INSIDE.search(bare):
        return None
    if of_trade := section_of_trade(bare, is_loud=is_loud):
        return of_trade
    if not (is_loud or bare.endswith(":")):
        return None
    return "experience" if WORK_FIRST.match(bare) else _section_by_words(bare)


def _section_by_words(bare: str) -> str | None:
    if title_score(bare) >= 0.8 and not STUDY_FIRST.match(bare):  # noqa: PLR2004 - "Project Manager" is no section about projects
        return None
    if _DEGREE_IN_HEADING.search(bare):
        return None
    lowered = bare.lower()
    return next((kind for pattern, kind in LATIN_WORDS if pattern.search(lowered)), None)


def sections_of(folded: Sequence[str], stands_out: Sequence[bool]) -> tuple[list[str], list[bool]]:
    """Return for each line its section, and whether it is a heading and nothing else."""
    current = TOP
    sections: list[str] = []
    headings: list[bool] = []
    for number, (line, is_large) in enumerate(zip(folded, stands_out, strict=True)):
        kind = section_of_heading(line, stands_out=is_large)
        if number == 0 and kind == "summary" and _TITLE_OF_LETTER.search(line):
            kind = "basic"
        if (
            kind is None
            and len(line) <= MAX_NUMBERED
            and "".join(_HAN.findall(_NUMBER.sub("", line))) in {"学历", "教育"}
            and _LOOKS_STUDIED.search(folded[number + 1] if number + 1 < len(folded) else "")
        ):
            kind = "education"
        below = folded[number + 1] if number + 1 < len(folded) else ""
        kind = kind or _heading_of_jobs(line, below, current, is_large=is_large)
        kind = kind or _heading_of_two_lines(folded[number - 1] if number else "", line, below)
        if kind and (_is_label_of(below) or (number and _goes_on(folded[number - 1], line))):
            kind = None
        is_heading = kind is not None
        if kind is None:
            kind = _kind_in_line(folded, number, current)
        if kind:
            current = kind
        sections.append(current)
        current = _after(current, line)
        headings.append(is_heading)
        current = _below(line, current)
    return sections, headings


def _goes_on(above: str, line: str) -> bool:
    """Tell the rest of the line above: ``learned about each client's needs and`` / ``preferences``."""
    is_rest = line[:1].islower() and len(above) > MAX_HEADING_CHARS and _OPEN_SENTENCE.search(above) is not None
    return is_rest or GOES_ON.search(above) is not None


def _heading_of_jobs(line: str, below: str, current: str, *, is_large: bool) -> str | None:
    """Read 实习 over dates, and 履历 below other sections: at the top it is the title of the document."""
    is_career, is_dated = _CAREER.fullmatch(line) is not None, _YEAR.match(below) is not None
    if is_career and is_dated:
        return "experience"
    if current in {TOP, "experience"}:
        return None
    return "experience" if (is_dated and _OF_INTERNSHIPS.fullmatch(line)) or (is_large and is_career) else None


def _kind_in_line(folded: Sequence[str], number: int, current: str) -> str | None:
    """Return the section that a line opens which holds content as well; a label inside a job opens none."""
    line = folded[number]
    kind = _heading_in_line(line) or (_heading_of_row(line) if current not in {TOP, "basic"} else None)
    opens_none = (
        (kind == "basic" and current == "references")  # how the referee is reached
        or (kind == "summary" and number == 0)  # the title of the document and the name behind it
        or (kind == "skills" and current in {"experience", "projects"} and _OF_PROJECT.match(line))
        or (kind == "projects" and current == "experience" and _is_among_labels(folded, number))
        or (
            current == "experience" and number > 0 and _UNPAID_POST.match(line) and _DATED_TO.search(folded[number - 1])
        )
    )
    return None if opens_none else kind


def _is_among_labels(folded: Sequence[str], number: int) -> bool:
    """Tell one of the labels of a job, each on a line of its own, from a heading that shares its line with content."""
    return number > 0 and all(_LABEL_OF_JOB.match(line) for line in folded[number - 1 : number + 2])


def _below(line: str, section: str) -> str:
    """Return the section of what follows: referees on request are not named, so the foot of the page is the candidate's."""
    return "other" if section == "references" and _ON_REQUEST.search(line) else section


def _after(section: str, line: str) -> str:
    """Return the section that goes on below a line: referees named on request are none, what follows is one's own."""
    return "other" if section == "references" and _ON_REQUEST.search(line) else section


def _is_label_of(below: str) -> bool:
    """Tell 工作经验： above ``8年``, or ``Education:`` above 本科, from the titles of those sections."""
    return bool(_SHORT_VALUE.fullmatch(below.strip()))


def _heading_of_two_lines(above: str, line: str, below: str) -> str | None:
    """Read ``Education and`` above ``training``: what a narrow column breaks; both lines belong to the heading."""
    for first, second in ((line, below), (above, line)):
        if not first.rstrip().lower().endswith(("and", "&", ",")):
            continue
        if len(first) + len(second) <= MAX_HEADING_CHARS and re.search(r"(?:\band|&|,)$", first.strip().lower()):
            return section_table().get(_SIGNS.sub("", f"{first} {second}").lower())
    return None


def _heading_of_row(line: str) -> str | None:
    """Find a heading that shares its line with the only row below it: 教育经历：2013.09-2017.06 某某大学."""
    head, colon, rest = line.partition(":")
    if not colon or len(head) > MAX_HEADING_CHARS or not _ROW.search(rest):
        return None
    kind = section_table().get(_SIGNS.sub("", head))
    return kind if kind in {"education", "experience"} and len(head) >= MIN_ROW_HEADING else None


def _heading_in_line(line: str) -> str | None:
    """Find a heading that shares its line with content: the first cell of a row, or ``技能：…``."""
    head, tab, rest = line.partition("\t")
    if tab and rest.strip():
        core = _SIGNS.sub("", head).lower()
        kind = section_table().get(core) or section_table().get(bare_letters(core))
        if kind in {"education", "experience", "projects"} and _GRID.match(rest):
            return kind  # 教育背景<tab>时间<tab>学校名称
        if kind and head.rstrip().endswith(":") and _SHORT_VALUE.fullmatch(rest.strip()):
            return None  # 教育程度：<tab>本科
        is_long = len(head) > 2 or (kind in {"certificates", "awards"} and len(rest.strip()) > MIN_ROW_HEADING)  # noqa: PLR2004
        return kind if kind and kind != "wishes" and is_long and not re.match(r"\s*[\w ]{1,6}\t", rest) else None
    head, colon, rest = line.partition(":")
    if colon and len(head) <= MAX_HEADING_CHARS:
        kind = section_table().get(_SIGNS.sub("", head).lower())
        if kind == "experience" and employer_score(rest.strip()) == 1.0:
            return kind  # 工作经验: 青禾软件有限公司
        return kind if kind in _MAY_HOLD_CONTENT or (kind == "references" and head.isascii()) else None
    return None
