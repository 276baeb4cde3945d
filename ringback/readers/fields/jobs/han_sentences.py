"""Jobs told in Chinese sentences: 2019年入职青禾教育任教师; 前端开发工程师，目前就职于青禾网络."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.titles_behind_houses import split_employer_title
from ringback.readers.normalise import simplified

HAN_END = "(?=[,，。;；、\\s]|\\.(?=[\u4e00-\u9fff])|至今|$)"
_HAN_WORKS = re.compile(
    r"(?:(?:就职|任职|供职|效力|服务|受聘)于|(?:加入|加盟|进入|入职|来到|调入|调到|调至|调任|跳槽到|跳槽至|转到|转至|分配到|分配至|应聘到|受聘到|任教于|任职在)了?|(?:一直|目前|现)?在{1,2}"
    r"|(?:^|\s)(?=\S{2,40}(?:担任|出任))(?!\S{1,16}?(?:进入|加入|入职))(?!\S{0,8}(?:任职|就职|供职|受聘|服务|工作)于)(?![\d.年月/~至到今–-]+(?:担任|出任|在)))\s*"
    r"(?P<firm>[A-Z][\w&.-]{0,15}(?: (?:of |and |the )?[A-Z][A-Za-z&.-]{1,15}){1,4}(?=\s?[(（]\w{2,12}[)）]|[\s,，担任])"
    r"|(?![)）\]】])[^,，。;；\s]{2,40}?)\s*(?:[(（][A-Za-z]{2,12}[)）]\s*)?"
    r"(?:(?:[A-Z][\w&./-]{0,15}\s){1,4})?(?:[,，]\s*)?"
    r"(?:处?(?:内)?(?:工作|上班|实习|任教|任职|就职|供职)\s*(?:[,，]\s*)?)?(?:(?:所在|所属)(?:的)?部门[为是:：]?[^,，。;；\s]{2,10}?(?:部|科|处|室|组|中心)\s*(?:[,，]\s*)?)?"
    r"(?:现|先后?|起初|最初)?"
    r"(?:(?:担任|出任|历任|(?<![主责信胜重委离])任职?(?!公司|[务何意期职于]|教(?![务研导学练授师]))|从事|做|(?<![典相应适充])当)(?:了|的是)?(?:\s*(?:职务|岗位|职位))?|(?:职务|岗位|职位)(?=[为是:：]))(?:\s*[为是:：])?\s*"
    rf"(?P<title>[A-Z][\w&.-]{{0,15}}(?: [A-Z][A-Za-z&.-]{{1,15}}){{1,3}}"
    r"|(?:[A-Z][\w+#.&-]{1,11} (?=[\u4e00-\u9fff]))?"
    rf"[^,，。;；、\s(（]{{2,24}}?(?:[(（][^()（）]{{2,12}}[)）])?)(?:一职|职务|岗位|职位|工作)?{HAN_END}"
)
_POST_THEN_HOUSE = re.compile(
    "(?P<title>[^,，。:：;；、\\s]{2,20})[,，]\\s*(?:目前|现在?|当前)?(?:正)?(?:就职|任职|供职|受聘|服务|工作)于\\s?"
    "(?P<firm>[^,，。;；、\\s(（]{2,30})"
)  # 前端开发工程师，目前就职于青禾网络
_HOLDS = re.compile(  # 2020年12月起，任青禾家具厂应收会计。
    r"(?<=[年月起来今日,，、])\s?(?:现|曾|先后|历|一直)?(?:担任|出任|任)(?![职期务何意]|教(?![务研导学练授师]))\s?"
    rf"(?P<whole>[^,，。;；、\s]{{5,36}}?)(?:一职|职务)?{HAN_END}"
)
_ONE_BY_ONE = re.compile("先后|历任|歷任|依次|陆续|陸續")
_REST_OF_LIST = re.compile(
    "(?:[、,，和及与]\\s?([^、,，。;；\\s和及与]{2,16}))+(?=[。;；.\\s]|等|$)"
)  # 先后担任出纳、会计、主管: the last
_YEARS_BEHIND = re.compile(r"\s?[(（][^()（）]*(?:19|20)\d\d[^()（）]*[)）]$")  # 店长（2020年至今）
_FOR_YEARS = re.compile(
    "(?<=[\u4e00-\u9fff]{2})(?:近|约)?[\\d一二两三四五六七八九十]{1,2}个?(?:年|月)[多半余]?$"
)  # 语文老师三年
_AT_FRONT = re.compile(r"^(?:[:：]\s*在?|(?:(?:我|本人)(?:目前|现在|现|正)?|目前|现在|现)在(?!线))")
_NO_HOUSE = re.compile(  # 目前在公司主要被赋予的任务: a clause; which company it does not say
    "^(?:(?:一|这|该|本|某|原|前|现|我|我们|同一|另一|几|多|两)?[个家所间]?(?:公司|單位|单位|企業|企业|部門|部门|團隊|团队|學校|学校|工作|職場|职场|業界|业界|期間|期间)(?:[里裡内內中时時]|期间|期間)?)"
    "(?:$|主要|[被把从從的负負])|(?:主要|负责|負責|被[\u4e00-\u9fff]{1,3})的?$"
)
_HAN_JOINED = re.compile(r"(?:加入|加盟|进入|入职)了?\s*(?P<firm>[^,，。;；\s]{2,30})(?=[,，])")


@dataclass(frozen=True, slots=True)
class Told:
    """A job that a text tells from one character to another; the post is empty where it names none."""

    at: int
    until: int
    title: str
    firm: str


def told_in_han(text: str) -> Iterator[Told]:
    """Yield the jobs that a Chinese text tells, post and house each."""
    plain = simplified(text)
    for match in _HAN_WORKS.finditer(plain):
        title, firm = (text[slice(*match.span(name))] for name in ("title", "firm"))
        if _ONE_BY_ONE.search(match.group()) and (rest := _REST_OF_LIST.match(text, match.end())):
            title = rest.group(1)
        firm, title = _AT_FRONT.sub("", firm), _FOR_YEARS.sub("", _YEARS_BEHIND.sub("", title))
        is_known = title_score(title) > 0 or (employer_score(firm) > 0 and not re.search(r"[做当]\S*$", match.group()))
        if is_known and not _NO_HOUSE.search(firm):
            yield Told(match.start(), match.end(), title, firm)
    for match in _HOLDS.finditer(plain):
        firm, title = split_employer_title(match.group("whole")) or ("", "")
        if title_score(title) > 0 and not _NO_HOUSE.search(firm):
            at = match.start("whole")
            title_at = at + len(match.group("whole")) - len(title)
            yield Told(match.start(), match.end(), text[title_at : title_at + len(title)], text[at : at + len(firm)])
    for match in _POST_THEN_HOUSE.finditer(plain):
        title, firm = (text[slice(*match.span(name))] for name in ("title", "firm"))
        if title_score(title) == 1.0 and not _NO_HOUSE.search(firm):
            yield Told(match.start(), match.end(), title, firm)


def joinings(text: str) -> Iterator[Told]:
    """Yield the firms that a story says were joined, without a title: 加入云启科技，从出纳做起."""
    for match in _HAN_JOINED.finditer(simplified(text)):
        if "任" not in match.group("firm"):
            yield Told(match.start(), match.end(), "", text[slice(*match.span("firm"))])
