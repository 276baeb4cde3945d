"""The post within the text of a wish, beside place and pay."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.blanks import is_placeholder
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.places.towns import city_in
from ringback.readers.fields.wish_sentences import (
    plain_title,
    told_objective,
    without_lead,
)
from ringback.readers.fields.wish_terms import NEGOTIABLE, SALARY, SPLIT, city_of_word
from ringback.readers.fields.wish_told import is_told, told_title
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.no_answers import is_open_wish
from ringback.readers.normalise import is_latin

_TRAILING = re.compile(r"\s*(?:[(（](?:全职|兼职|实习)[)）]|[,，]?\s*(?:全职|full[- ]time))\s*$", re.IGNORECASE)
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
_CLAUSE_BEHIND = re.compile(r"([A-Z][\w&/. -]{2,50}?),? (?:who|that|which) [a-z]")  # Team Leader who listens
_IS_SENTENCE = re.compile(
    r"(?:To|Seeking|Looking|Searching|I|My|We|Obtain|Secure|Work|Aiming|Wish|Want)\b(?=.* (?:an?|the|my|as|in|for|with) )"
)
_IN_TWO = re.compile(r"([A-Za-z][A-Za-z&./ -]*)[(（]?([\u4e00-\u9fff]{2,12})[)）]?")
_PAY_IN_BRACKETS = re.compile(
    r"\s*[(（](?:[^()（）]*\d+\s*[kK万元][^()（）]*|(?:薪资)?面议"
    r"|[^()（）]{0,12}(?:到岗|到职|入职|上岗|在职|离职|应届|可实习)[^()（）]{0,12})[)）]$"
    r"|\s*[,，;；]\s?(?:期望|要求|希望)?(?:月薪|年薪|薪[资水酬]|工资|待遇|底薪)[^,，;；]{0,16}$"
)  # (10k), (在职，两周内到岗), ，月薪9000以上
_CAPITALS_JOINED = re.compile(
    r"[A-Z]{2,4}(?:/[A-Za-z]{2,5})+ [^|\t]+$"
)  # OT/IT security, a piece of which says nothing
MAX_TITLE_CHARS = 40
MAX_POSTS, MAX_LIST_CHARS = 3, 60
_SHORT_FORM = re.compile("(?:[高中初]级|资深|資深) ?[A-Z]{2,5}$")
MAX_VALUE = 120
SURE_TITLE = 0.6
_ASKED_FIRST = re.compile("(?:應徵|应征|應聘|应聘|尋求|寻求)([A-Za-z\u4e00-\u9fff ]{2,14}(?:實習|实习|工讀|兼職|兼职))")
_DEED = re.compile("參與|参与|結合|结合|發揮|发挥|貢獻|贡献|投入|加入|提升|提高|感[謝谢]|[懇恳][請请]|[您你]")


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


_CONTACT_BEHIND = re.compile(  # 审计专员，电话13…，邮箱…
    r"[,，、;；]\s?(?:(?:联系|移动)?(?:电话|手机|方式)|邮箱|电邮|微信|QQ)(?:号码?)?\s?[:：]?\s?[\w+(].*$"
)


def title_of(value: str, *, is_latin: bool) -> str | None:
    """Take the title out of a value that may also hold place and pay, or out of what an objective in Latin letters asks for."""
    if is_latin and is_told(value.strip(" -•")):
        return told_title(value[:MAX_VALUE])
    value = value.lstrip("+-–•*·●> ")  # + 自动化测试工程师, the only item of a list
    is_joined = is_latin and len(value) <= MAX_LIST_CHARS and _CAPITALS_JOINED.match(value) and not SALARY.search(value)
    return value if is_joined or _is_list_of_posts(value) else _title_among_terms(value, is_latin=is_latin)


def _title_among_terms(value: str, *, is_latin: bool) -> str | None:
    """Take the title out of a value that may also hold place and pay; prose of an English objective is none."""
    value = _PAY_IN_BRACKETS.sub("", _TRAILING.sub("", value[:MAX_VALUE]).strip(" ,;|"))
    value = re.split(r"\s+(?=[\u4e00-\u9fff]{2,6}[:：])", value)[0]
    value = value[: preferred.start()] if (preferred := _PREFERRED.search(value)) else value
    value = _CONTACT_BEHIND.sub("", value.partition("。")[0] or value)  # what follows tells why
    value = (told_objective(value) or value) if _TOLD.match(value) else value
    value = _first_of_numbered(_behind_house(value))
    boxed = _BOXED.fullmatch(value)
    value = boxed.group(1) if boxed and title_score(boxed.group(1)) >= SURE_TITLE else value
    value = plain_title(without_lead(value.split("\t")[0])) if is_latin else _before_terms(value)
    for told_on in (_WITH_FIRM, _CLAUSE_BEHIND) if is_latin else ():
        if (post := told_on.match(value)) and title_score(post.group(1)) == 1.0:
            return post.group(1)
    bracket = re.search(r"\s*[(（]([^()（）]{2,12})[)）]$", value)
    if bracket and (city_in(bracket.group(1)) in chinese_cities() or bracket.group(1).isascii()):
        value = value[: bracket.start()]
    value = value.rstrip(")）") if not re.search("[(（]", value) else value  # the bracket around label and value
    if not value or is_open_wish(value) or _TERMS.match(value) or is_placeholder(value) or _TO_FILL_IN.fullmatch(value):
        return None
    is_prose = _IS_SENTENCE.match(value) or len(value.split()) > 7 or title_score(value) == 0
    if is_latin and is_prose and len(value) > 30:
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
            and not is_open_wish(piece)
            and not _TERMS.match(piece)
            and len(piece) <= MAX_TITLE_CHARS
        ):
            return _TRAILING.sub("", piece).strip()
    return None


def _is_list_of_posts(value: str) -> bool:
    """Tell two or three posts with slashes between them, each sure: 资深 FAE / 应用工程师 / Field Application Engineer."""
    posts = re.split(r"\s?/\s?", value)
    is_list = 1 < len(posts) <= MAX_POSTS and MAX_TITLE_CHARS < len(value) <= MAX_LIST_CHARS
    return is_list and all(title_score(post) == 1.0 or _SHORT_FORM.search(post) for post in posts)


def score_of_either(piece: str) -> float:
    """Return how much a piece is a title, where it may be printed in two languages: Supply Chain Director 供应链总监."""
    both = _IN_TWO.fullmatch(piece.strip())
    return max(map(title_score, both.groups())) if both else title_score(piece)


def title_among_wishes(piece: str) -> str | None:
    """Return the post that a piece of a line of wishes is; of what somebody would do there (参与产品设计) none."""
    if asked := _ASKED_FIRST.fullmatch(piece.strip()):
        return asked.group(1)
    if _DEED.match(piece.strip()):
        return None
    return title_of(piece.strip(), is_latin=is_latin(piece)) if score_of_either(piece) >= SURE_TITLE else None
