"""What is looked for, where a sentence says it: *To obtain a … position*, 我希望应聘…一职."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.towns import latin_city
from ringback.readers.fields.sections import TOP
from ringback.readers.fields.studies.studies_beside_jobs import studies_beside_jobs
from ringback.readers.fields.wish_terms import NEGOTIABLE, SALARY
from ringback.readers.fields.wish_told import SURE_TITLE, told_title
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import fold, simplified, squeeze

if TYPE_CHECKING:
    from ringback.readers.fields.labels import Label
    from ringback.readers.fields.sheet import Sheet

_POST_FIRST = re.compile(
    r"^(?:[Aa]n?\s+)?(?!To\b|Seeking|Looking)([A-Z][\w&/ -]{2,50}?)\s+(?:position|role|job|opportunity|post)\b"
)
_VERB = re.compile(r"\b(?:seeking|looking|searching|wanting|hoping|willing|to|who|have|has)\b", re.IGNORECASE)
_HAN_OBJECTIVE = re.compile(
    r"(?:(?:求职|应聘|意向)(?:方向|意向|目标|岗位|职位)(?:是|为)|应聘|应征|竞聘|(?:(?:本人|我|现|欲|拟)|(?:^|(?<=[,，。;；!！]))\s?)求职(?!意[向愿]|目标|[信者状登期方]|[岗职]位)|(?<=[,，])找(?=[^,，。;；]{2,12}工作)|招聘的|申请|谋求|寻求|求聘|(?:希望|想|期望|能)求得|谋得|觅得|希望从事|希望担任|(?:希望|想|期望|立志)(?:能够?)?(?:成为|做)(?:一[名位个])?|想从事|想找|希望(?:能|可以)?找到?|想做|想当|希望做|愿意?从事|欲从事|(?:希望|想|愿意?|期望|能够?)[^,，。.;；]{1,14}?(?:从事|担任)|想[^,，。.;；]{1,14}?找一?[个份])(?:贵公司|贵单位|贵[司校院园店厂所行社部方处]|[你您]们?公司)?的?\s*(?:一?份)?"
    r"(?:岗位是|职位是)?(?P<title>[^,，。;；、\s:：]{2,20}?)(?:一职|的?(?:职位|岗位|工作|职务|活儿?|差事)|(?=[,，。;；、\s]|[)）]?$))"
)
_HAN_VACANCY = re.compile(  # 在贵公司网站上看到财务经理一职的招聘信息
    r"(?:(?:看到|得知|获悉|了解到|获知|关注到|听说|欣闻)(?:贵公司|贵单位|贵[司校院园店厂所行])?(?:正?在|现|近[期日])?(?:招聘|诚聘|招募|急聘|急招|招)?"
    r"|(?<=见)贵(?:公司|单位|[司校院园店厂所行])(?:正?在|现|近[期日])?(?:招聘|诚聘|招募|急聘|急招|招))的?"
    r"(?P<title>[^,，。;；、\s:：]{2,20}?)(?:一职|的?(?:职位|岗位|招聘)|(?=[,，](?:.{0,6}(?:应聘|了解|咨询|感兴趣|投|自荐|申请|试)|特?此?$)))"
)
_HAN_TARGET = re.compile(  # 目标职缺为 AI 工程师或研究相关职位
    r"(?:目标|意向)(?:职缺|职位|岗位)(?:为|是)\s*(?P<title>[A-Za-z/+#]{0,8}\s?[\u4e00-\u9fff]{2,10}?)(?=或|与|和|等|相关|[,，。;；]|$)"
)
_SAYS_WISH = re.compile("聘|目标|希望|期望|立志|想|寻求|谋求|应征|求职|欲从事|找|招")
_SEEKS = re.compile(
    r"\b(?:apply|applying|application|writ(?:e|ing) (?:to you )?(?:about|regarding|concerning|in|with)"
    r"|(?:candidates?|profile|cv|resume) for (?:your|our)"
    r"|(?:saw|seen|read|found|noticed) (?:your|the|an?) (?:\w+ )?(?:ad|advert\w*|posting|vacancy|opening)"
    r"|looking for|seeking|interested in|open to|available for|in search of|searching for|my goal"
    r"|recherche|candidature|bewerbung|busco|en busca|procuro|em busca|cerco|in cerca|zoek|op zoek|pour (?:un|le) poste)\b",
    re.IGNORECASE,
)
_SEEKS_ABROAD = re.compile(
    r"\b(?:recherche|candidature|bewerbung|busco|en busca|procuro|em busca|cerco|in cerca|zoek|pour (?:un|le) poste)\b",
    re.IGNORECASE,
)
NAME_OF_FORM = re.compile(r"(?:(?:登记|申请|信息|报名)[表卡单书]?|简历[表书]?|履历表?)\s*$")
_MAY_SAY_PLACE = re.compile("地|城市|希望|想|愿|打算|计划|期望|优先|最好|都可|均可")  # a word of each of them
_HAN_PLACE_WISHED = re.compile(
    r"(?:工作)?地点(?:希望|最好|优先)?(?:在|为|是|:)?\s?([\u4e00-\u9fff]{2,4}?)市?(?:优先|(?=[,。;.\s]|$))"
    r"|(?:期望|意向|目标|求职|希望|理想|首选|想去)的?(?:就业|工作)?(?:城市|地区|地点|地)(?:在|为|是|:)?\s?([\u4e00-\u9fff]{2,4}?)市?(?=[,。;.、/|\s]|$)"
    r"|(?:希望|想|愿意?|打算|计划|期望)(?:能|留|回|去|来|到)?在?([\u4e00-\u9fff]{2,4}?)市?(?:工作|发展|就业|求职|找工作|上班)"
    r"|(?<![\u4e00-\u9fff])([\u4e00-\u9fff]{2,4}?)市?(?:区|地区|范围内?)?(?:优先|[都均]可)"
    r"|(?:最好|优先|只?想|就想|希望)(?:能|是|选择)?在([\u4e00-\u9fff]{2,4}?)市?(?:[或和、,。;.]|周边|附近|一带|本地|市区|上班|工作|发展|就业|$)"
    r"|(?:希望|期望|想)[^。;；]{0,24}?[Bb]ase\s?[在:]?\s?([\u4e00-\u9fff]{2,4}?)市?(?=[,。;.、/|\s]|$)"
    r"|(?:工作)?地点:?\s?([\u4e00-\u9fff]{2,4}?)市?(?:[或和、/]|或者)[\u4e00-\u9fff]{2,4}(?:均可|都可|皆可|都行|优先)"
)
_PLACE_ASKED = re.compile(
    r"\b(?:in or (?:near|around)|(?:based|located|anywhere) in|in the (?:area|region) of|in|near|around)"
    r" ((?:[A-ZÀ-Þ][^\W\d_]+(?:[ -]|, ?)?){1,4})(?:\d{4,6})?(?:\W*$|[.;,] (?=[A-Z]))"
)
_BEFORE_PAY = re.compile(
    "[\u4e00-\u9fff]{0,6}[,，、]\\s?(?=\\d[\\d.,-]*\\s?[千万kKwW元]|\\d{4,5}(?:以上|左右|起|-)|面议)"
)
_HAN_PAY_WISHED = re.compile(  # 薪资方面希望8千-1万
    "(?:期望|希望|要求)(?=\\d[\\d.]{0,5}\\s?[千万kK]|\\d{4,5}\\s?[-~元])|(?:期望|希望|要求|理想)的?(?:薪[资水酬]|月薪|年薪|待遇|工资)[^,，。;；\\d]{0,6}(?=\\d|面议|年薪|月薪)"
    "|(?:薪[资水酬]|月薪|年薪|待遇|工资)(?:方面|要求|上)?[^,，。;；\\d]{0,4}(?:希望|期望|要求|想要|不低于)[^,，。;；\\d年月]{0,4}(?=\\d|面议|年薪|月薪)"
)
MIN_TITLE = 0.6
MAX_TOLD_LINES, MAX_SHORT_WISH = 30, 6
MIN_FULL_CHARS, _ENDS = 28, frozenset("。；;.!！?？")  # of a line that a margin broke
MIN_OF_COLUMN, MAX_RAGGED = 10, 3  # letters
_OPEN_SENTENCE = re.compile("[,，、][^。;；:：!！?？]*[\u4e00-\u9fff]$")
_ARTICLE = re.compile(r"^(?:an?|the|any)\s+", re.IGNORECASE)
_KIND_BEHIND = re.compile(
    r"\s+(?:role|position|job|post|vacancy|opportunity)s?\b(?:\s*[,;(–-].*)?$|\s*\([^()]*\)$", re.IGNORECASE
)


_BARE_POSTS = frozenset({"岗位", "職位", "职位", "崗位", "岗位名称", "职位名称"})
_OF_JOB = frozenset({"employer", "current_employer", "current_title", "years"})
_HOPES = re.compile(
    "成为|成為|能够|能夠|发挥|發揮|努力|实现|實現|不断|不斷|创造|創造|一生|学以致用|學以致用|进步|進步|平台上|机会|機會|独当一面|獨當一面|尽我所能"
    "|一[名个位個].*的|所[长學学]|价值|價值"
)
_CLAUSE = re.compile(r"[,，。;；(（]")
_POST_IN = re.compile(
    "(?:成[为為]|[做当當]|的|一[名个位個])([^,，。;；的\\s]{2,12}?)(?:[岗崗職职]位|工作|一[職职])?(?=$|[,，。;；])"
)
_LEAD = re.compile(
    r"^(?:(?:I am |I'm )?(?:[Ss]eeking|[Ll]ooking for|[Aa]pplying for|[Ii]nterested in)|[Tt]o (?:obtain|secure|find|get))"
    r" (?:an?|the) (?:(?:position|role|job|post) (?:as|of) (?:an? |the )?)?"
    r"|^(?:an? |my |the )?(?:(?:first|new|next|suitable|challenging|full[- ]time|part[- ]time|entry[- ]level|permanent) )?"
    r"(?:position|role|job|post) as (?:an? |the )?"
)


def without_lead(value: str) -> str:
    """Return ``Seeking a Data Engineer role.`` without the words in front, where a short title is left."""
    lead = _LEAD.match(value)
    rest = value[lead.end() :].rstrip(" .") if lead else value
    is_title = len(rest.split()) <= MAX_SHORT_WISH and title_score(plain_title(rest)) == 1.0
    return rest if is_title else value


def plain_title(value: str) -> str:
    """Return ``an Office Manager role, part-time considered`` without what is not the title, if a title is left."""
    plain = _KIND_BEHIND.sub("", _ARTICLE.sub("", value))
    return plain if title_score(plain) == 1.0 else value


def is_trade(sheet: Sheet, label: Label) -> bool:
    """Tell the trade that a worker asks for at the top (工种：厨师) from that of a job."""
    return label.label == "工种" and sheet.sections[label.line] in {TOP, "basic"}


def is_post_of_beginner(sheet: Sheet, label: Label) -> bool:
    """Tell 岗位：… among the facts of somebody who tells no job and no house, and so asks for that post."""
    if (
        squeeze(label.label) not in _BARE_POSTS
        or sheet.sections[label.line] not in {TOP, "basic"}
        or not sheet.is_chinese
    ):
        return False
    has_house = any(one.field in _OF_JOB for one in sheet.labels)
    studied = studies_beside_jobs(sheet)
    return not has_house and all(i in studied for i in sheet.lines_in("experience"))


def tells_hopes(wish: str) -> bool:
    """Tell a sentence on somebody's hopes from a post: 三年内成为独当一面的程序员."""
    return _HOPES.search(wish) is not None


def post_hoped_for(wish: str) -> str | None:
    """Return the post within a sentence on hopes: 成为一名优秀的架构师; 销售，能够出差; None where it names none."""
    first = _CLAUSE.split(wish)[0].strip()
    posts = ([] if tells_hopes(first) else [first]) + [match.group(1) for match in _POST_IN.finditer(wish)]
    sure = (post for post in posts if title_score(post) >= MIN_TITLE)
    return next(sure, wish if title_score(wish) else None)


def told_objective(value: str) -> str | None:
    """Return what a sentence says somebody wants to be: 本人希望从事人事行政类工作."""
    matches = [match for match in _HAN_OBJECTIVE.finditer(simplified(value)) if not NAME_OF_FORM.search(match["title"])]
    sure = (match for match in matches if title_score(match["title"]) > 0)
    match = next(sure, matches[0] if matches else None)
    return value[slice(*match.span("title"))] if match else None


def wish_in_sentence(sheet: Sheet) -> Found[str] | None:
    """Take the title out of an English objective: ``To obtain a warehouse supervisor position with a growing company``."""
    told = [i for i in sheet.lines_in(TOP)[:MAX_TOLD_LINES] if _SEEKS.search(sheet.folded[i])]
    wished = [label.value for label in sheet.labelled("desired_title")]
    wished += [sheet.shown[i] for i in sheet.lines_in("wishes")[:3]]
    if not sheet.is_chinese and (among := sheet.lines_in("wishes")[:4]):
        wished.append(" ".join(sheet.shown[i] for i in among))  # a margin may break the sentence
    others = [sheet.shown[i] for i in (*sheet.lines_in("summary")[:3], *told)]
    for value in _told_wishes(sheet):
        matches = (match for pattern in (_HAN_VACANCY, _HAN_OBJECTIVE) for match in pattern.finditer(simplified(value)))
        spans = [match.span("title") for match in matches if _is_wish(match.group("title"))]
        spans += [match.span("title") for match in _HAN_TARGET.finditer(fold(value)) if _is_wish(match.group("title"))]
        wish = next((value[start:end] for start, end in spans), None)
        if wish:
            return Found(wish, "pattern", 0.75, value)
    for values, among_wishes in ((wished, True), (others, False)):
        for value in values:
            title = told_title(value, among_wishes=among_wishes or _SEEKS_ABROAD.search(value) is not None)
            if title := title or _post_first(value):
                return Found(title, "pattern", 0.75, value)
    return None


def _post_first(value: str) -> str | None:
    """Return the title of ``Welder position with a growing firm``."""
    first = _POST_FIRST.match(value)
    is_title = first is not None and not _VERB.search(first.group(1)) and title_score(first.group(1)) >= SURE_TITLE
    return first.group(1) if first and is_title else None


def city_in_sentence(sheet: Sheet) -> Found[str] | None:
    """Return where a sentence wants to work: 工作地点长沙优先, 希望在杭州发展."""
    for number in sheet.lines_in(TOP, "summary", "wishes", "basic")[:MAX_TOLD_LINES]:
        line = sheet.folded[number]
        for match in _HAN_PLACE_WISHED.finditer(line) if _MAY_SAY_PLACE.search(line) else ():
            town = next(filter(None, match.groups()))
            if town in chinese_cities():
                return Found(town, "pattern", 0.75, match.group())
        asked = place_asked_in(sheet.shown[number])
        if asked := asked or (_town_asked(sheet.shown[number], 0) if sheet.sections[number] == "wishes" else None):
            return Found(asked, "pattern", 0.7, sheet.shown[number])
    return None


def place_asked_in(line: str) -> str | None:
    """Return the known town where a sentence asks for work: *Looking for work as a Baker in or near Leeds.*."""
    asks = _SEEKS.search(line)
    return _town_asked(line, asks.end()) if asks else None


def _town_asked(line: str, begin: int) -> str | None:
    place = _PLACE_ASKED.search(line, begin)
    said = place.group(1).strip(" ,") if place else ""
    return (latin_city(said) or place_of(said).town) if said else None


def salary_in_sentence(sheet: Sheet) -> Found[str] | None:
    """Return the pay that a Chinese sentence asks for: 薪资方面希望8千-1万."""
    for number in sheet.lines_in(TOP, "summary", "wishes", "basic")[:MAX_TOLD_LINES] if sheet.is_chinese else ():
        line = sheet.folded[number]
        asks = _HAN_PAY_WISHED.search(line)
        if asks is None and (wish := _HAN_OBJECTIVE.search(simplified(line))):
            asks = _BEFORE_PAY.match(line, wish.end())  # 想找一份电工的工作，9000以上
        pay = (SALARY.match(line, asks.end()) or NEGOTIABLE.match(line, asks.end())) if asks else None
        if pay:
            return Found(pay.group().strip(), "pattern", 0.75, line)
    return None


def _is_wish(title: str) -> bool:
    """Tell 应聘会计 from 应聘人员登记."""
    return title_score(title) > 0 and not NAME_OF_FORM.search(title)


def _is_of_column(above: str, line: str) -> bool:
    """Tell a line of a sentence that a narrow column broke: as long as the one above, which it goes on with."""
    is_set = len(line) >= MIN_OF_COLUMN and abs(len(line) - len(above)) <= MAX_RAGGED
    return is_set and _OPEN_SENTENCE.search(above) is not None


def _told_wishes(sheet: Sheet) -> list[str]:
    """Return the lines in which a Chinese resume may say in a sentence what is looked for: 我希望应聘招聘主管一职."""
    numbers = sheet.lines_in(TOP, "summary", "wishes", "basic")[:MAX_TOLD_LINES]
    lines = [sheet.shown[i] for i in numbers]
    broken = [
        first + second
        for above, (first, second) in zip(["", *lines], pairwise(lines), strict=False)
        if sheet.is_chinese
        and first[-1:] not in _ENDS
        and (len(first) >= MIN_FULL_CHARS or _is_of_column(above, first))
    ]  # … 贵司招聘启事得 / 知招数据分析负责人，特此应聘
    return [line for line in (*lines, *broken) if _SAYS_WISH.search(fold(line))]
