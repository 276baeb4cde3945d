"""What the person looks for: desired title, city and salary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.broken_wishes import whole_han_title, whole_title
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.residence import BARE_PLACES, is_among_wishes
from ringback.readers.fields.places.towns import city_in
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.wish_sentences import (
    MAX_TOLD_LINES,
    NAME_OF_FORM,
    city_in_sentence,
    is_post_of_beginner,
    is_trade,
    post_hoped_for,
    salary_in_sentence,
    tells_hopes,
    wish_in_sentence,
)
from ringback.readers.fields.wish_terms import NEGOTIABLE, SALARY, SPLIT, city_of_word, pay_and_town, terms_in
from ringback.readers.fields.wish_titles import (
    MAX_VALUE,
    SURE_TITLE,
    score_of_either,
    title_among_wishes,
    title_of,
)
from ringback.readers.no_answers import is_open_wish
from ringback.readers.normalise import is_latin, simplified

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

_UNDER_NAME = re.compile(  # 采购经理（期望）; 采购经理 求职中 | 无锡
    r"^([^\s|·,，:：()（）]{2,20})\s*(?:(?:正在)?(?:求职中|找工作中|求职)\s*(?:[|·,，]|$))"
)
_BEHIND_NAME = re.compile(  # 张伟（应聘平面设计）
    "[\u4e00-\u9fff·]{2,4}\\s?[(（](?:应聘|應聘|求职|求職|应征|應徵|意向|目标|目標)[:： ]?([^()（）\\d]{2,16})[)）]"
)
_WISHED_PIECE = re.compile(  # 尚文博  电气工程师（求职）
    r"(?:^|[\s|·,，])([^\s|·,，:：()（）]{2,20})\s*[(（](?:期望|意向|求职|应聘|期望职位|期望岗位|求职意向|目标职位)[)）]"
)
_AMONG = re.compile(r"\s*[,，、;；|]\s*(?![A-Z]{2}\b)|\s+/\s+")
_AMONG_LATIN = re.compile(r"\s+/\s+|\s*[;|]\s*|\s+or\s+")
_WEAK_LABELS = frozenset(
    {
        "Target",
        "TARGET",
        "target",
        "Goal",
        "GOAL",
        "Aim",
        "AIM",
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
        "方向",
        "技术方向",
    }
)
_OF_OPENING = frozenset(
    {"工作地点", "工作地区", "工作城市", "工作地", "工作区域", "应聘地点", "应聘地区", "应聘城市"}
)  # where an export of a board says of which opening it is, and then 期望工作地区
_OF_ROW = frozenset({"desired_title", "desired_city", "desired_salary", "phones", "emails", "name"})
_REFERENCE = re.compile(
    r"^(?i:Re|Ref|Subject|Regarding|(?:Job )?Application|Position|Vacancy|Role)\s?[:.–-]\s*"
    r"(?i:(?:(?:my|job)\s+)?application\s+(?:for|as)\s+)?(?i:(?:the|an?)\s+)?"
    r"(?i:(?:position|role|post|job|vacancy)\s+(?:of|as|for)\s+(?:an?\s+)?)?"
    r"([A-Z][\w&/ -]{2,50}?)(?:\s+(?:position|role|vacancy|post|job))?(?:\s*[(,;|–-].{0,40})?$"
)
_GOAL = re.compile(  # Goal<tab>Finance Business Partner; in front of a sentence the word is no label
    r"(?i:(?:my |career )?(?:goal|aim)|next (?:job|role|post))(?:\s?:\s|\t|\s+–\s+| (?=[A-Z]))(?:(?i:role|position|job)\t)?"
    r"([A-Z][^.;:!?\t]{2,50})"
)
_APPLICATION, _AS_POST = re.compile(r"(?:job )?application", re.IGNORECASE), re.compile(r"as (?:an? )?([A-Z].{2,50})")
_OF_LIFE = frozenset({"experience", "projects", "education"})
_CANDIDATE = re.compile(r"candidate|applicant|候选人|人选|应聘者|求职者", re.IGNORECASE)
_OPENING = re.compile(r"role|position|job(?: title)?|post|职位|岗位|职位名称|岗位名称", re.IGNORECASE)
_NUMBER_OF_OPENING = re.compile(r"^#?(?:[A-Z]{1,4}-?)?\d{3,}\s*[-–—:|/]\s*(?=\D)")  # 20417 - Store Manager
_NOTE_BEHIND = re.compile(r"\s*[(（][^()（）:：]{1,8}[:：][^()（）]{1,40}[)）]$")  # 店员（客户：某集团）
_BARE_PAY = frozenset(
    {
        "底薪",
        "薪资",
        "薪水",
        "薪酬",
        "工资",
        "待遇",
        "月薪",
        "年薪",
        "薪资待遇",
        "工资待遇",
        "薪酬待遇",
        "Salary",
        "Pay",
        "salary",
        "pay",
    }
)  # among the wishes, what is hoped for
_ASKS_ABOVE = re.compile(
    r"(?:[Ss]eeking|[Ll]ooking for|[Ii]nterested in|[Tt]o (?:obtain|secure|find|get)|[Ww]ant(?:ing)?)\b"
    r".{0,60}\b(?:an?|as|the|of) [A-Z]"
)
NEAR_CANDIDATE = 2
_DIRECTIONS, _OF_STUDIES, NEAR_STUDIES = (
    frozenset({"方向", "技术方向"}),
    re.compile("\\W{0,4}(?:学历|学位|(?:毕业)?(?:学校|院校)|专业)(?![\u4e00-\u9fff])"),
    2,
)
_SALUTATION = re.compile(r"^(?:Dear|To whom|Hello|Hi)\b", re.IGNORECASE)
MAX_TO_SALUTATION = 4
MAX_SALARY_CHARS = 40
MAX_ALONE = 24
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
    for label in _asked(sheet):
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
    city, salary = city or city_in_sentence(sheet), salary or salary_in_sentence(sheet)
    origin: Evidence | None = sheet.evidence
    while origin:
        if title is None and origin.title:
            title = Found(origin.title, origin.how, 0.7, origin.text)
        if city is None and origin.board and origin.city and city_in(origin.city):
            city = Found(city_in(origin.city) or origin.city, origin.how, 0.6, origin.text)
        origin = origin.inner
    return Wishes(title, city, salary)


def _asked(sheet: Sheet) -> Iterator[Label]:
    """Yield the labels of wishes; *Open to work* over where somebody lives is none."""
    labels = sheet.labelled("desired_title")
    return (label for label in labels if not (label.is_below and label.label.lower().startswith("open ")))


def _title(sheet: Sheet) -> Found[str] | None:
    among = (
        label
        for label in sheet.labelled("title")
        if sheet.sections[label.line] == "wishes"
        or is_trade(sheet, label)
        or _is_put_forward(sheet, label)
        or is_post_of_beginner(sheet, label)
    )
    hope: Found[str] | None = None  # gives way to a post
    for printed in (*_asked(sheet), *among):
        label = replace(printed, value=_NOTE_BEHIND.sub("", _NUMBER_OF_OPENING.sub("", printed.value)))
        if NAME_OF_FORM.search(simplified(label.value)):
            continue
        value = label.value
        found = title_of((whole_title if is_latin(value) else whole_han_title)(sheet, label), is_latin=is_latin(value))
        is_weak = label.label in _WEAK_LABELS and _is_busy(sheet, label.line, found or "")
        if found and not is_weak and not _is_subject(sheet, label, found):
            wish = Found(found, "label", 0.95, f"{label.label}: {label.value}")
            if not tells_hopes(found):
                return wish
            post = post_hoped_for(found)
            hope = hope or (replace(wish, value=post) if post else None)
    return hope


def _is_put_forward(sheet: Sheet, label: Label) -> bool:
    """Tell the opening that an agency or an office presents somebody for: Role, right below or above *Candidate*."""
    if sheet.sections[label.line] in _OF_LIFE or not _OPENING.fullmatch(label.label):
        return False
    near = range(label.line - NEAR_CANDIDATE, label.line + NEAR_CANDIDATE + 1)
    return any(one.field == "name" and one.line in near and _CANDIDATE.match(one.label) for one in sheet.labels)


def _is_subject(sheet: Sheet, label: Label, found: str) -> bool:
    """Tell 方向：… right beside school or degree, the subject of somebody's studies, from the post that is looked for."""
    if label.label not in _DIRECTIONS or title_score(found) == 1.0:
        return False
    near = sheet.folded[max(0, label.line - NEAR_STUDIES) : label.line + NEAR_STUDIES + 1]
    return any(map(_OF_STUDIES.match, near))


def _is_busy(sheet: Sheet, line: int, title: str) -> bool:
    """Tell 目标：… of a project from what is looked for."""
    return max(map(score_of_either, SPLIT.split(title))) == 0 or sheet.sections[line] in _OF_LIFE


def _of_top(sheet: Sheet) -> Found[str] | None:
    """Take the title out of a line under the name that says it is looked for, or of what a letter is about."""
    for number in sheet.lines_in(TOP, "basic")[:MAX_TOLD_LINES]:
        goal = _GOAL.fullmatch(sheet.shown[number].strip())
        if goal and title_score(goal.group(1)) >= SURE_TITLE:
            post = title_of(goal.group(1), is_latin=True) or goal.group(1)
            return Found(post, "layout", 0.8, sheet.shown[number])
    lines = sheet.lines_in(TOP)[:MAX_TOLD_LINES]
    for number in lines:
        line = sheet.shown[number].strip()
        match = _UNDER_NAME.match(line) or _WISHED_PIECE.search(line) or _BEHIND_NAME.match(line)
        near = sheet.shown[max(0, number - MAX_TO_SALUTATION) : number + MAX_TO_SALUTATION]
        if match is None and number and _APPLICATION.fullmatch(sheet.shown[number - 1].strip()):
            match = _AS_POST.fullmatch(line)
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
        if label.line in within and not _is_in_row_of_wishes(sheet, label.line):
            continue
        among = _AMONG_LATIN if is_latin(label.value) else _AMONG
        first = among.split(label.value)[0]
        city = city_in(first)
        if city and not is_open_wish(city):
            return Found(city, "label", 0.95, f"{label.label}: {label.value}")
    for label in sheet.labelled("desired_salary"):
        if both := pay_and_town(label.value[:MAX_VALUE]):
            return Found(both[1], "label", 0.85, f"{label.label}: {label.value}")
    return None


def _is_in_row_of_wishes(sheet: Sheet, line: int) -> bool:
    """Tell the person's own row, wherever it stands: 电话：… 求职意向：… 期望城市：…."""
    beside = {label.field for label in sheet.labels if label.line == line}
    return len(beside & _OF_ROW) > 1 and "desired_city" in beside


def _salary(sheet: Sheet) -> Found[str] | None:
    told = (
        label for label in sheet.labelled("not_salary") if label.label in _BARE_PAY and is_among_wishes(sheet, label)
    )
    for label in (*sheet.labelled("desired_salary"), *told):
        value = label.value[:MAX_VALUE].strip(" ;；|")
        if is_open_wish(value):
            continue
        if both := pay_and_town(value):
            return Found(both[0], "label", 0.95, f"{label.label}: {label.value}")
        if len(value) <= MAX_SALARY_CHARS and (re.search(r"\d", value) or NEGOTIABLE.search(value)):
            return Found(re.split(r"\t|\s*\|\s*|\s{2,}", value)[0], "label", 0.95, f"{label.label}: {label.value}")
        match = SALARY.search(value) or NEGOTIABLE.search(value)
        if match:
            return Found(match.group(), "label", 0.9, f"{label.label}: {label.value}")
    return None


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
        is_second = number - 1 in lines and is_latin(line)
        if len(line) > 80 or (is_second and (line[:1].islower() or _ends_sentence_above(sheet, number))):
            continue  # prose, or what a margin left of it
        for piece in filter(None, SPLIT.split(line)):
            if salary is None and (SALARY.fullmatch(piece.strip()) or NEGOTIABLE.fullmatch(piece.strip())):
                salary = Found(piece.strip(), "layout", 0.8, line)
            elif city is None and city_of_word(piece):
                city = Found(city_of_word(piece) or piece, "layout", 0.8, line)
            elif title is None and (wish := title_among_wishes(piece)):
                title = Found(wish, "layout", 0.8, line)
                terms = list(terms_in(piece))
                place = next(filter(None, map(city_of_word, terms)), None)
                pay = next(filter(SALARY.fullmatch, terms), None)
                city = city or (Found(place, "layout", 0.8, line) if place else None)
                salary = salary or (Found(pay, "layout", 0.8, line) if pay else None)
            elif city is None and (place := next(filter(None, map(city_of_word, terms_in(piece))), None)):
                city = Found(place, "layout", 0.8, line)  # 采油工/安全管理（大庆、盘锦）
    return Wishes(title or _alone(sheet, lines), city, salary)


def _ends_sentence_above(sheet: Sheet, number: int) -> bool:
    """Tell the end of a sentence that asks for a post on the line above: Seeking a position as a Purchasing / Manager."""
    above = sheet.shown[number - 1].strip()
    return sheet.shown[number].rstrip().endswith(".") and above[-1:].isalpha() and _ASKS_ABOVE.search(above) is not None


def _alone(sheet: Sheet, lines: list[int]) -> Found[str] | None:
    """Take the first short piece below a heading for wishes, whose words tell nothing: 船舶轮机员（二管轮）."""
    line = sheet.shown[lines[0]].strip() if lines else ""
    piece = SPLIT.split(line)[0]
    is_short = len(line) <= MAX_ALONE and not _NO_TITLE.search(line) and not city_of_word(piece)
    title = title_of(piece, is_latin=is_latin(piece)) if piece and is_short else None
    return Found(title, "layout", 0.6, sheet.shown[lines[0]]) if title else None
