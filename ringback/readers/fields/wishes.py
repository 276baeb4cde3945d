"""What the person looks for: desired title, city and salary."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ringback.readers.fields.broken_wishes import whole_title
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import employer_score, is_placeholder, title_score
from ringback.readers.fields.places.residence import BARE_PLACES, is_among_wishes
from ringback.readers.fields.places.towns import city_in
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wish_sentences import (
    MAX_TOLD_LINES,
    NAME_OF_FORM,
    city_in_sentence,
    is_trade,
    plain_title,
    told_objective,
    wish_in_sentence,
    without_lead,
)
from ringback.readers.fields.wish_terms import NEGOTIABLE, SALARY, SPLIT, city_of_word, terms_in
from ringback.readers.fields.wish_told import is_told, told_title
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.fields.sheet import Sheet

_TRAILING = re.compile(r"\s*(?:[(（](?:全职|兼职|实习)[)）]|[,，]?\s*(?:全职|full[- ]time))\s*$", re.IGNORECASE)
_UNSET = re.compile(
    r"^(?:不限|无|暂无|保密|待定|(?:全|兼|正|專|专)[職职](?:工作)?|实习|實習|长期|長期|n/?a|none|tbd|-+|/)$",
    re.IGNORECASE,
)
_TO_FILL_IN = re.compile(r"请(?:选择|填写|输入).*|[\[【<《][^\[\]【】<>《》]*[\]】>》]")  # 请选择, [意向岗位]
_NUMBERED = re.compile("1[.、)）:： ]{0,2}([^\\d\\s,，;；、]{2,20})[\\s,，;；、]+2[.、)）:： ]{0,2}(?=[^\\d\\s])")
_PREFERRED = re.compile(
    "[,，;；]\\s?[\u4e00-\u9fff、/]{2,16}(?:优先|均可|都可|都行|皆可|附近)$"
)  # 仓库主管，广州番禺、南沙优先
_TOLD = re.compile("(?:本人|我)?(?:希望|想|愿|期望|能|欲|意)")  # 希望在物流行业从事仓储管理工作
_BOXED = re.compile(r"[\[【「『]\s*([^\[\]【】「」『』]{2,40}?)\s*[\]】」』]")
_TERMS = re.compile(  # what is asked for beside the post: pay to be agreed, the day to begin
    r"^(?:(?:薪资|薪水|月薪|工资|待遇)?(?:面议|面谈|可议|可谈)|随时(?:到岗|上岗|入职)?|[^\s,，、]{0,6}(?:到岗|到职|入职|上岗)"
    r"|(?:salary )?negotiable)(?![\u4e00-\u9fffa-z])",
    re.IGNORECASE,
)
_WITH_FIRM = re.compile(  # Store Manager with a growing company
    r"^(?:[Aa]n?\s+)?([A-Z][\w&/. -]{2,50}?)\s+(?:with|at|in|for)\s+an?\s+(?:[\w-]+,?\s+(?:and\s+)?){0,4}"
    r"(?:company|firm|organi[sz]ation|business|team|employer|environment|group|corporation|enterprise|start-?up"
    r"|contractor|manufacturer"
    r"|practice|clinic|hospital|school|agency|shop|store|hotel|restaurant|office|facility|department|setting|provider"
    r"|studio|bank)\b"
)
_UNDER_NAME = re.compile(  # 采购经理（期望）; 采购经理 求职中 | 无锡
    r"^([^\s|·,，:：()（）]{2,20})\s*(?:(?:正在)?(?:求职中|找工作中|求职)\s*(?:[|·,，]|$))"
)
_BEHIND_NAME = re.compile(  # 张伟（应聘平面设计）
    "[\u4e00-\u9fff·]{2,4}\\s?[(（](?:应聘|應聘|求职|求職|应征|應徵|意向|目标|目標)[:： ]?([^()（）\\d]{2,16})[)）]"
)
_WISHED_PIECE = re.compile(  # 尚文博  电气工程师（求职）
    r"(?:^|[\s|·,，])([^\s|·,，:：()（）]{2,20})\s*[(（](?:期望|意向|求职|应聘|期望职位|期望岗位|求职意向|目标职位)[)）]"
)
_IS_SENTENCE = re.compile(
    r"(?:To|Seeking|Looking|Searching|I|My|We|Obtain|Secure|Work|Aiming|Wish|Want)\b(?=.* (?:an?|the|my|as|in|for|with) )"
)
_AMONG = re.compile(r"\s*[,，、;；|]\s*(?![A-Z]{2}\b)|\s+/\s+")
_AMONG_LATIN = re.compile(r"\s+/\s+|\s*[;|]\s*|\s+or\s+")
_IN_TWO = re.compile(r"([A-Za-z][A-Za-z&./ -]*)[(（]?([\u4e00-\u9fff]{2,12})[)）]?")
_WEAK_LABELS = frozenset(
    {
        "Target",
        "TARGET",
        "target",
        "Objectif",
        "Obiettivo",
        "Objetivo",
        "Mansione",
        "Vaga",
        "目标",
        "申请",
        "求职",
        "竞聘",
        "期望",
        "意向",
        "职能",
    }
)
_OF_OPENING = frozenset(
    {"工作地点", "工作地区", "工作城市", "工作地", "工作区域", "应聘地点", "应聘地区", "应聘城市"}
)  # where an export of a board says of which opening it is, and then 期望工作地区
_REFERENCE = re.compile(
    r"^(?:Re|Ref|Subject|Regarding)\s?[:.]\s*(?:(?:my\s+)?application\s+for\s+)?(?:the\s+)?(?:(?:position|role|post)\s+of\s+)?"
    r"([A-Z][\w&/ -]{2,50}?)(?:\s+(?:position|role|vacancy|post|job))?(?:\s*[(,;|–-].{0,40})?$"
)
_SALUTATION = re.compile(r"^(?:Dear|To whom|Hello|Hi)\b", re.IGNORECASE)
MAX_TO_SALUTATION = 4
_PAY_IN_BRACKETS = re.compile(
    r"\s*[(（](?:[^()（）]*\d+\s*[kK万元][^()（）]*|(?:薪资)?面议"
    r"|[^()（）]{0,12}(?:到岗|到职|入职|上岗|在职|离职|应届|可实习)[^()（）]{0,12})[)）]$"
)  # (10k), (在职，两周内到岗)
MAX_TITLE_CHARS = 40
MAX_VALUE = 120
MAX_SALARY_CHARS = 40
MAX_ALONE = 24
SURE_TITLE = 0.6
_NO_TITLE = re.compile(
    r"\d|[:：。，,;；!！?？@“”\"]|希望|寻求|工作|公司|行业|全职|兼职|实习|不限|本人|愿意|能够"
    r"|\b(?:to|i|my|we|company|career|job|role|work|seeking|looking)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is looked for; each may be absent."""

    title: Found[str] | None
    city: Found[str] | None
    salary: Found[str] | None


def read_wishes(sheet: Sheet) -> Wishes:
    """Return desired title, city and salary: from labels, then from the section about wishes, then from the board's name."""
    title, city, salary = _title(sheet), _city(sheet), _salary(sheet)
    for label in sheet.labelled("desired_title"):
        pieces = list(terms_in(label.value[:MAX_VALUE]))
        city = city or next(
            (Found(place, "label", 0.85, label.value) for piece in pieces if (place := city_of_word(piece))), None
        )
        salary = salary or next(
            (
                Found(piece, "label", 0.85, label.value)
                for piece in pieces
                if SALARY.fullmatch(piece) or NEGOTIABLE.fullmatch(piece)
            ),
            None,
        )
    if not (title and city and salary):
        loose = _of_section(sheet)
        title, city, salary = title or loose.title, city or loose.city, salary or loose.salary
    title = title or wish_in_sentence(sheet) or _of_top(sheet)
    city = city or city_in_sentence(sheet)
    origin: Evidence | None = sheet.evidence
    while origin:
        if title is None and origin.board and origin.title:
            title = Found(origin.title, origin.how, 0.7, origin.text)
        if city is None and origin.board and origin.city and city_in(origin.city):
            city = Found(city_in(origin.city) or origin.city, origin.how, 0.6, origin.text)
        origin = origin.inner
    return Wishes(title, city, salary)


def _title(sheet: Sheet) -> Found[str] | None:
    among = (
        label for label in sheet.labelled("title") if sheet.sections[label.line] == "wishes" or is_trade(sheet, label)
    )
    for label in (*sheet.labelled("desired_title"), *among):
        if NAME_OF_FORM.search(label.value):
            continue
        value = label.value
        found = _title_of(whole_title(sheet, label) if is_latin(value) else value, is_latin=is_latin(value))
        if found and not (label.label in _WEAK_LABELS and _is_busy(sheet, label.line, found)):
            return Found(found, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _is_busy(sheet: Sheet, line: int, title: str) -> bool:
    """Tell 目标：… of a project from what is looked for."""
    return max(map(_score_of_either, SPLIT.split(title))) == 0 or sheet.sections[line] in {
        "experience",
        "projects",
        "education",
    }


def _before_terms(value: str) -> str:
    """Return what stands in front of pay and place where only spaces or dashes part them: 测试工程师 12-16K 武汉."""
    joined = value.split("-") if " " not in value else []
    if len(joined) > 1 and city_of_word(joined[0]) and title_score("-".join(joined[1:])) > 0:
        return "-".join(joined[1:])  # 上海-仓库主管
    n_joined = next((n for n, word in enumerate(joined) if n and (SALARY.fullmatch(word) or city_of_word(word))), 0)
    if n_joined and title_score(joined[0]) > 0:
        return "-".join(joined[:n_joined])
    words = value.split(" ")
    n_title = next(
        (
            n
            for n, word in enumerate(words)
            if SALARY.fullmatch(word) or NEGOTIABLE.fullmatch(word) or city_of_word(word)
        ),
        0,
    )
    title = " ".join(words[:n_title]).strip(" /,，、;；-")
    return title if title_score(title) > 0 else value


def _first_of_numbered(value: str) -> str:
    """Return the first of several wishes with numbers, and a post without the town in front: 1会计 2出纳, 杭州的会计."""
    if value[:1] == "1" and (numbered := _NUMBERED.match(value)):
        return numbered.group(1)
    town, _, post = value.partition("的")
    return post if post and city_of_word(town) and title_score(post) > 0 else value


def _behind_house(value: str) -> str:
    """Return the post behind the house that somebody wants to work for: 青禾医院 内科医师."""
    house, _, post = value.partition(" ")
    is_pair = title_score(house) == 0 and employer_score(house) >= SURE_TITLE and title_score(post) >= SURE_TITLE
    return post if is_pair and not is_latin(value) else value


def _title_of(value: str, *, is_latin: bool) -> str | None:
    """Take the title out of a value that may also hold place and pay, or out of what an objective in Latin letters asks for."""
    if is_latin and is_told(value.strip(" -•")):
        return told_title(value[:MAX_VALUE])
    return _title_among_terms(value, is_latin=is_latin)


def _title_among_terms(value: str, *, is_latin: bool) -> str | None:
    """Take the title out of a value that may also hold place and pay; prose of an English objective is none."""
    value = _PAY_IN_BRACKETS.sub("", _TRAILING.sub("", value[:MAX_VALUE]).strip(" ,;|"))
    value = re.split(r"\s{2,}(?=[\u4e00-\u9fff]{2,6}[:：])", value)[0]
    value = value[: preferred.start()] if (preferred := _PREFERRED.search(value)) else value
    value = (told_objective(value) or value) if _TOLD.match(value) else value
    value = _first_of_numbered(_behind_house(value))
    boxed = _BOXED.fullmatch(value)
    value = boxed.group(1) if boxed and title_score(boxed.group(1)) >= SURE_TITLE else value
    value = plain_title(without_lead(value.split("\t")[0])) if is_latin else _before_terms(value)
    with_firm = _WITH_FIRM.match(value) if is_latin else None
    if with_firm and title_score(with_firm.group(1)) == 1.0:
        return with_firm.group(1)
    bracket = re.search(r"\s*[(（]([^()（）]{2,12})[)）]$", value)
    if bracket and (city_in(bracket.group(1)) in chinese_cities() or bracket.group(1).isascii()):
        value = value[: bracket.start()]
    value = value.rstrip(")）") if not re.search("[(（]", value) else value  # the bracket around label and value
    if (
        not value
        or any(one.match(value) for one in (_UNSET, _TERMS))
        or is_placeholder(value)
        or _TO_FILL_IN.fullmatch(value)
    ):
        return None
    is_prose = _IS_SENTENCE.match(value) or len(value.split()) > 7 or title_score(value) == 0  # noqa: PLR2004
    if is_latin and is_prose and len(value) > 30:  # noqa: PLR2004
        return None
    if len(value) <= MAX_TITLE_CHARS and not re.search(r"[|·]|\t", value) and not SALARY.search(value):
        first = re.split(r"\s*[;；]\s*", value)[0]
        if not any(city_of_word(piece) for piece in SPLIT.split(first)):
            return first
    for piece in SPLIT.split(value):
        if (
            piece
            and not SALARY.search(piece)
            and city_of_word(piece) is None
            and not _UNSET.match(piece)
            and not _TERMS.match(piece)
            and len(piece) <= MAX_TITLE_CHARS
        ):
            return _TRAILING.sub("", piece).strip()
    return None


def _of_top(sheet: Sheet) -> Found[str] | None:
    """Take the title out of a line under the name that says it is looked for, or of what a letter is about."""
    lines = sheet.lines_in(TOP)[:MAX_TOLD_LINES]
    for number in lines:
        line = sheet.shown[number].strip()
        match = _UNDER_NAME.match(line) or _WISHED_PIECE.search(line) or _BEHIND_NAME.match(line)
        near = sheet.shown[max(0, number - MAX_TO_SALUTATION) : number + MAX_TO_SALUTATION]
        if match is None and any(map(_SALUTATION.match, near)):
            match = _REFERENCE.match(line)
        if match and title_score(match.group(1)) >= (SURE_TITLE if match.re is _BEHIND_NAME else 0.8):
            return Found(match.group(1), "layout", 0.8, line)
    return None


def _city(sheet: Sheet) -> Found[str] | None:
    within = set(sheet.lines_in("experience", "projects"))
    bare = (label for label in sheet.labelled("city") if label.label in BARE_PLACES)
    wished = sorted(sheet.labelled("desired_city"), key=lambda one: one.label in _OF_OPENING)
    for label in (*wished, *(one for one in bare if is_among_wishes(sheet, one))):
        if label.line in within:
            continue
        among = _AMONG_LATIN if is_latin(label.value) else _AMONG
        first = among.split(label.value)[0]
        city = city_in(first)
        if city and not _UNSET.match(city):
            return Found(city, "label", 0.95, f"{label.label}: {label.value}")
    return None


def _salary(sheet: Sheet) -> Found[str] | None:
    for label in sheet.labelled("desired_salary"):
        value = label.value[:MAX_VALUE].strip(" ;；|")
        if _UNSET.match(value):
            continue
        if len(value) <= MAX_SALARY_CHARS and (re.search(r"\d", value) or NEGOTIABLE.search(value)):
            return Found(re.split(r"\t|\s*\|\s*|\s{2,}", value)[0], "label", 0.95, f"{label.label}: {label.value}")
        match = SALARY.search(value) or NEGOTIABLE.search(value)
        if match:
            return Found(match.group(), "label", 0.9, f"{label.label}: {label.value}")
    return None


def _score_of_either(piece: str) -> float:
    """Return how much a piece is a title, where it may be printed in two languages: Supply Chain Director 供应链总监."""
    both = _IN_TWO.fullmatch(piece.strip())
    return max(map(title_score, both.groups())) if both else title_score(piece)


def _line_to_label(sheet: Sheet) -> dict[int, int]:
    """Return line -> how many characters stand in front of its first label."""
    found: dict[int, int] = {}
    for label in sheet.labels:
        at = max(0, sheet.folded[label.line].find(label.label))
        found[label.line] = min(found.get(label.line, at), at)
    return found


def _of_section(sheet: Sheet) -> Wishes:
    """Read an unlabelled line of wishes: ``销售经理 | 上海 | 15-20K``."""
    labelled = _line_to_label(sheet)
    title = city = salary = None
    lines = [i for i in sheet.lines_in("wishes")[:8] if labelled.get(i) != 0]
    for number in lines:
        line = sheet.shown[number][: labelled.get(number)].strip()
        if len(line) > 80 or (line[:1].islower() and number - 1 in lines and is_latin(line)):  # noqa: PLR2004
            continue  # prose, or what a margin left of it
        for piece in filter(None, SPLIT.split(line)):
            if salary is None and (SALARY.fullmatch(piece.strip()) or NEGOTIABLE.fullmatch(piece.strip())):
                salary = Found(piece.strip(), "layout", 0.8, line)
            elif city is None and city_of_word(piece):
                city = Found(city_of_word(piece) or piece, "layout", 0.8, line)
            elif title is None and (wish := _title_among_wishes(piece)):
                title = Found(wish, "layout", 0.8, line)
                terms = list(terms_in(piece))
                place = next(filter(None, map(city_of_word, terms)), None)
                pay = next(filter(SALARY.fullmatch, terms), None)
                city = city or (Found(place, "layout", 0.8, line) if place else None)
                salary = salary or (Found(pay, "layout", 0.8, line) if pay else None)
            elif city is None and (place := next(filter(None, map(city_of_word, terms_in(piece))), None)):
                city = Found(place, "layout", 0.8, line)  # 采油工/安全管理（大庆、盘锦）
    return Wishes(title or _alone(sheet, lines), city, salary)


_ASKED_FIRST = re.compile("(?:應徵|应征|應聘|应聘|尋求|寻求)([A-Za-z\u4e00-\u9fff ]{2,14}(?:實習|实习|工讀|兼職|兼职))")
_DEED = re.compile("參與|参与|結合|结合|發揮|发挥|貢獻|贡献|投入|加入|提升|提高")


def _title_among_wishes(piece: str) -> str | None:
    """Return the post that a piece of a line of wishes is; of what somebody would do there (参与产品设计) none."""
    if asked := _ASKED_FIRST.fullmatch(piece.strip()):
        return asked.group(1)
    if _DEED.match(piece.strip()):
        return None
    return _title_of(piece.strip(), is_latin=is_latin(piece)) if _score_of_either(piece) >= SURE_TITLE else None


def _alone(sheet: Sheet, lines: list[int]) -> Found[str] | None:
    """Take the first short piece below a heading for wishes, whose words tell nothing: 船舶轮机员（二管轮）."""
    line = sheet.shown[lines[0]].strip() if lines else ""
    piece = SPLIT.split(line)[0]
    is_short = len(line) <= MAX_ALONE and not _NO_TITLE.search(line) and not city_of_word(piece)
    title = _title_of(piece, is_latin=is_latin(piece)) if piece and is_short else None
    return Found(title, "layout", 0.6, sheet.shown[lines[0]]) if title else None
