"""The office that somebody says he holds: 现任青禾县农业农村局党组书记、局长; 現職：青禾大學副教授."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.headers import Header
from ringback.readers.fields.jobs.heads import chosen
from ringback.readers.fields.jobs.sentences import Halves
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 40
MAX_OFFICE_CHARS = 60
MIN_TITLE, MIN_FIRM = 0.8, 0.5
_HOLDS = re.compile(
    r"(?:^|[,，。.;；\s])(?:现任(?:职[于在]?)?|现职(?:[是为])?|现为|(?:现在|目前)是|目前任|目前担任|现担任)\s*[:：]?\s*(?P<office>[^。;；]{4,80})"
)
_OFFICES = re.compile("(?:现任?|目前|行政|学术)?(?:职务|职位|任职|职称)")
_WHOLE = re.compile("[-•·* ]*(?P<office>.+)")
_INTRODUCED = re.compile(  # 我是卢晓东，青禾大学副教授；卢晓东，博士，青禾大学副教授
    "^(?:我是)?(?P<name>[\u4e00-\u9fff·]{2,4})[,，]\\s?(?:(?:[男女]|博士|\\S{1,3}族|[\u4e00-\u9fff]{2,4}人|(?:中共|共产)?党员|(?:19|20)\\d{2}年[\\d月日]{0,6}(?:出?生)?)[,，]\\s?){0,5}(?P<office>[^。.;；]{4,80})"
)
_SAYS = re.compile(  # 我是青禾大学潮汐研究所的研究员
    "^\\W{0,3}(?:(?:大家好|你好|您好|欢迎)[^我]{0,12})?(?:我|本人)[是为]\\s?(?:一[名位个])?(?P<office>[^。.;；]{2,40}?的[^。.;；]{2,40})"
)
_NO_OFFICE = re.compile("应聘|求职|希望|(?<!理)想|申请|毕业|就读|从事|来自|攻读")
_SAID_AT = re.compile("(?:目前|现)在[^,，]{2,20}(?:担任|任职|就职|从事|工作)")
_WISHED = re.compile("应聘|求职|希望|(?<!理)想|申请|贵(?:公司|单位|司|集团|企业|[校院行店厂园])")
_BESIDES = re.compile("学会|协会|分会|委员会|联合会|编委|理事|委员|代表|评审|兼职|客座")  # held beside a post
_STUDIES = re.compile("师从|在读|年级|(?:研究生|本科生|博士生|硕士生)(?!导师)")
_POSTS = re.compile("[、,，]")
_ONE_OF = re.compile("^\\s?[一1][名位个個]")
_REMARK = re.compile("\\s?[(（][^()（）]{1,16}[)）]$")
_AND_BESIDES = re.compile(
    r"(?:[,，、]\s*|(?<!\s)\s+)?(?:兼任|兼|并任|同时(?:担任|兼任|任)).*$|[,，、]\s*(?:曾|[历歷原]任|此前|之前|先[后後]).*$"
)


def present_office(sheet: Sheet) -> Halves:
    """Return post and firm of the first office that is said to be held now, none among those of societies."""
    for number in [i for i in range(len(sheet.folded)) if sheet.sections[i] not in {"references", "projects"}][
        :MAX_LINES
    ]:
        line = sheet.folded[number]
        introduced = says = None
        if sheet.sections[number] in {TOP, "summary", "basic"}:
            says = _SAYS.match(line)
            introduced = None if says else _INTRODUCED.match(line)
        headed = _WHOLE.match(line) if _is_under_office(sheet, number) else None
        if "现" not in line and "目前" not in line and not (introduced or says or headed):
            continue
        for told in [*_HOLDS.finditer(line), *filter(None, (introduced, says, headed))]:
            office = _AND_BESIDES.sub("", sheet.shown[number][slice(*told.span("office"))])
            office = _without_of("、".join(takewhile(_is_post, _POSTS.split(office))))
            if told is introduced and _NO_OFFICE.search(fold(office)):
                continue
            if told is says and (_WISHED.search(fold(office)) or _SAID_AT.search(line)):
                continue  # 我是林晓月，想应聘贵公司的店长; 我是晓月，有一定的经验，目前在青禾证券担任分析师
            if told is introduced and not han_score(told.group("name")):
                continue  # 协调能力，能将老技术转成产品
            if not office or len(office) > MAX_OFFICE_CHARS:
                continue
            title, firm = chosen(Header({0: office}, atoms_of(office, row=0), {}), [], sheet.shown[number])
            if title and firm and _are_known(title.value) and _is_firm(firm.value):
                return title, firm
    return None, None


def _without_of(office: str) -> str:
    """Return house and post without the word that joins them: 青禾大学海洋学院的研究员."""
    house, of, posts = office.rpartition("的")
    first, *others = (_REMARK.sub("", post) for post in _POSTS.split(_ONE_OF.sub("", posts)))
    if not of or title_score(first) != 1.0 or not _is_firm(house):
        return office
    return f"{house} {'、'.join([first, *takewhile(title_score, others)])}"


def _are_known(posts: str) -> bool:
    """Tell a known post, or several of one person: 教授、副所长."""
    return all(
        title_score(post) >= MIN_TITLE for post in (_POSTS.split(posts) if title_score(posts) == 0 else (posts,))
    )


def _is_under_office(sheet: Sheet, number: int) -> bool:
    """Tell the line below a word for offices in larger print: 职务 / 青禾大学能源研究所 教授、副所长."""
    is_larger = number > 0 and sheet.sizes[number - 1] > sheet.sizes[number]
    return is_larger and _OFFICES.fullmatch(sheet.folded[number - 1].strip(" :")) is not None


def _is_post(office: str) -> bool:
    told = fold(office)
    return _BESIDES.search(told) is None and _STUDIES.search(told) is None


def _is_firm(name: str) -> bool:
    return employer_score(name) >= MIN_FIRM or school_in(fold(name), name) is not None
