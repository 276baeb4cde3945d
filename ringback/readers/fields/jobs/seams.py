"""Where a phrase parts into post and firm: at a seam in the words, at a town behind a firm, at the noun that ends a title."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.brands import is_brand
from ringback.readers.fields.jobs.han_titles import TRADE_ALONE
from ringback.readers.fields.jobs.shop_posts import at_shop_post
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, is_work_field, title_score
from ringback.readers.fields.jobs.titles_behind_houses import split_employer_title
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.normalise import fold, is_latin

MIN_KNOWN, SURE_HOUSE, SURE_NAME = 0.6, 0.8, 0.85
MAX_ACRONYM = 4  # IBM HRBP
_SHORT_NOUNS = frozenset({"LEAD", "HEAD", "CHEF", "COOK", "AIDE", "TEMP"})  # TECH LEAD: no letters that stand for words
MAX_BRAND_WORDS = 3
OPEN_END = re.compile(  # Hochschule Lindau is one name
    r"(?:\b(?:of|in|at|de|du|di|and|von|the|la|les|del|della|dei|delle|des|da|dos|das|den|der|zum|zur|zu|van|los|las|san|santa|são|sankt|sint|saint)|\bst\.?|&|hochschule"
    r"|^(?:technische )?universi\w+|^(?:uni|\w{0,12}klinik(?:um)?|stadt"
    r"|gemeinde|ville|mairie|ayuntamiento|comune|prefeitura|hospital|sparkasse|volksbank|\w{3,6}gericht|landkreis|polizei|institut"
    r"|college))$",
    re.IGNORECASE,
)
_FIELD_IN_GERMAN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ung|ungen|wesen|technik|dienst|handel|verkauf|vertrieb|einkauf|logistik|pflege|schaft|kost|waren)"
)  # Bereichsleiter Gebäudereinigung
_FIRM_AS = re.compile(
    r"((?:bei (?:der |dem )?)?[A-ZÀ-Þ][\w&.'-]+(?: (?:[A-ZÀ-Þ][\w&.'-]+|of|and|&)){0,5})"
    r" (?:als (?:eine? )?|as (?:an? |the )|as (?=[A-Z]))([A-ZÀ-Þa-z].{2,50})"
)
_RANKED = re.compile(
    r"([A-Z][\w&.'-]+(?: [A-Z][\w&.'-]+)?) ((?:Senior|Sr\.?|Junior|Jr\.?|Principal|Staff|Chief|Deputy) .+)"
)


_FORM_FIRST = re.compile(
    r"(?<=\w) +((?:(?:Public|Private|Open|Closed|State|Municipal) )?"
    r"(?:Joint[- ]Stock Company|Limited Liability Company|(?:Private|State|Municipal|Unitary) Enterprise)"
    r" [\"“«„'][^\"”»“']{2,40}[\"”»“'])(?=\s*(?:[(,.;\t]|$))",
    re.IGNORECASE,
)
_STAFF = re.compile(
    "([\u4e00-\u9fff]{2,16}?(?:学院|学系|学部|(?<![关体联谱派])系(?![统列数])|研究所|研究院|实验室|教研室|课题组))([\u4e00-\u9fff]{2,8})"
)  # 海洋工程学院副教授
_DEPARTMENT_BEHIND = re.compile(
    r"(.{2,40}?(?:有限公司|有限责任公司|股份公司|集团公司))(?!.*(?:分公司|子公司|分部))[\u4e00-\u9fffA-Za-z]{2,10}(?:部|部门|中心|组|科|处|室|车间|事业群)"
)


_DEPARTMENT_BEHIND_SIGN = re.compile(
    r"([\u4e00-\u9fff][^-–—/·|]{1,30}?)\s?[-–—/·|]{1,2}\s?[\u4e00-\u9fffA-Za-z]{2,8}(?:事业[部群]|部门?|中心|组|科|处|团队|车间)"
)
_DEPARTMENT_IN_FRONT = re.compile(
    "[\u4e00-\u9fffA-Za-z]{2,10}(?:事业[部群]|事業[部群]|部|部[门門]|中心|[组組]|室|科|[处處])\\s?[/／]\\s?"
)
_DEPARTMENT_INSIDE = re.compile(
    r"(?:(?<=公司)(?![\u4e00-\u9fff]{0,6}(?:分公司|子公司|分部))[\u4e00-\u9fff]{2,8}(?:部|部门|中心|组|科|处|室|车间|事业群)"
    r"|(?<=医院|醫院)(?![\u4e00-\u9fff]{0,6}(?:门诊|分)部)[\u4e00-\u9fff]{1,8}(?:科|室|部|病区|病房)"
    r"|(?<=酒店|饭店|宾馆|飯店)[\u4e00-\u9fff]{2,4}部|(?<=集团|集團)[\u4e00-\u9fff]{2,5}(?:部|处|室)"
    r"|(?<=学院|大学|大學|學院)(?!医学|醫學)[\u4e00-\u9fff]{2,4}(?:处|部|處)|(?<=[\u4e00-\u9fff]{2}厂)[\u4e00-\u9fff]{2,4}(?:部|科|室|车间))"
    r"(?=[\s|,，·/]|$)"
)
_HAS_HOUSE = re.compile("公司|[医醫]院|酒店|[饭飯]店|宾馆|集[团團]|[学學]院|大[学學]|厂")
_SAYING = re.compile(
    r"^(?:I am |I['’]m |I was )?(?:(?:currently|presently|now) )?"
    r"(?:(?:working|worked|work|serving|served|employed|engaged|appointed) )?as (?!needed\b|required\b)(?:an? |the )?(?=\w)",
    re.IGNORECASE,
)


def without_departments(line: str) -> str:
    """Blank the departments that are written behind firms in a header line; every sign keeps its place."""
    return _DEPARTMENT_INSIDE.sub(lambda found: " " * len(found.group()), line) if _HAS_HOUSE.search(line) else line


_DEPARTMENT_OF = re.compile(
    r"(?:Department|Dept\.?|Faculty|Division|School|Chair|Section) (?:of|for) [^()]{3,90}? (?:of|at) the"
    r" ((?:[A-Z][\w.'’-]* ){0,3}(?:University|College|Hospital)\b.*)"
)


def without_department(firm: str) -> str:
    """Return the name of a firm without the department that belongs to it.

    青禾科技有限公司研发部, 青禾传媒-内容中心; ``Department of Tides of the University of Northmoor``
    """
    behind = _DEPARTMENT_BEHIND.fullmatch(firm) or _DEPARTMENT_BEHIND_SIGN.fullmatch(firm)
    behind = behind or _DEPARTMENT_OF.fullmatch(firm)
    return behind.group(1) if behind else firm


def without_place_in_front(post: str) -> str:
    """Return a post without the place that a slash parts from it: ``Lindau, CO / Tide Engineer``."""
    place, slash, rest = post.partition(" / ")
    return rest if slash and title_score(rest) == 1.0 and is_town(place.partition(",")[0]) else post


def without_department_in_front(title: str) -> str:
    """Return a post without the department that a slash parts from it: 研发部/前端工程师."""
    front = _DEPARTMENT_IN_FRONT.match(title)
    return title[front.end() :] if front and title_score(title[front.end() :]) == 1.0 else title


def without_trade(title: str) -> str:
    """Return a post without the trade that a slash parts from it: 电工/物业服务."""
    post, _, trade = title.partition("/")
    return post if title_score(post) == 1.0 and TRADE_ALONE.fullmatch(fold(trade)) else title


def _staff_of(text: str) -> tuple[str, str] | None:
    """Split 海洋工程学院副教授 before the post."""
    parted = _STAFF.fullmatch(text)
    return (parted.group(1), parted.group(2)) if parted and title_score(parted.group(2)) == 1.0 else None


def _is_two_posts(text: str) -> bool:
    """Tell two posts of one person, the second at a branch of the house: 项目经理兼分公司总经理助理."""
    first, _, second = text.partition("兼")
    return bool(second) and title_score(first) == 1.0 and title_score(second) == 1.0


def at_seam(text: str, shown: str, start: int, end: int, *, is_both: bool) -> list[tuple[str, int, int]]:
    """Return (part, start, end) of a phrase: both halves where it has a seam, else the whole."""
    if _is_two_posts(text):
        return [(text, start, end)]
    halves = text.split("/") if is_both else []
    seam = (halves[0], halves[1]) if len(halves) == 2 else None
    seam = (
        seam
        or _at_slash(text)
        or _firm_as(text)
        or split_employer_title(text)
        or _firm_beside_title(text)
        or _staff_of(text)
        or at_shop_post(text)
        or at_brand(text)
        or _caps_before_rank(text)
        or _before_form(text)
    )
    at = shown.find(seam[1], start) if seam else -1
    if seam is None or at < 0:
        return [(text, start, end)]
    inner = _staff_of(seam[1])
    if inner and employer_score(seam[0]) >= MIN_KNOWN:  # 青禾大学海洋工程学院副教授
        seam = (seam[0] + inner[0], inner[1])
        at = shown.find(inner[1], at)
    return [(seam[0], start, at), (seam[1], at, end)]


def _at_slash(text: str) -> tuple[str, str] | None:
    """Split ``Software Engineer/Linden Inc.``: a whole post and a firm that its legal form gives away."""
    title, slash, firm = text.partition("/")
    if slash and not is_latin(text):
        return _at_slash_of_han(title, firm)
    is_seam = slash and employer_score(firm) >= MIN_KNOWN and ends_as_title(title)
    return (title, firm) if is_seam and not title_score(firm) and employer_score(title) < 1.0 else None


def _at_slash_of_han(first: str, second: str) -> tuple[str, str] | None:
    """Split 店长/青禾乐购超市 and 青禾乐购超市/店长: one half is a post by its words, and the other a house by its own."""
    for post, house in ((first, second), (second, first)):
        if title_score(post) == 1.0 and employer_score(house) >= SURE_HOUSE and not title_score(house):
            return first, second
    return None


def _firm_as(text: str) -> tuple[str, str] | None:
    """Split ``Freibad Mohnau als Bademeister``: a firm, and what one worked as there."""
    parted = _FIRM_AS.fullmatch(text)
    is_seam = parted is not None and title_score(parted.group(2)) > 0 and not title_score(parted.group(1))
    return (parted.group(1), parted.group(2)) if parted and is_seam else None


def town_at_end(text: str) -> tuple[str, str]:
    """Part ``Celtra New York``; one word alone is taken for a town only behind what is known as a firm."""
    words = text.split()
    for n_words in (3, 2, 1):
        head, town = " ".join(words[:-n_words]), " ".join(words[-n_words:])
        if head and town[-1] != "." and is_town(town) and (n_words > 1 or employer_score(head) > MIN_KNOWN):
            return head, town
    return text, ""


def _firm_beside_title(text: str) -> tuple[str, str] | None:
    """Split ``HRBP IBM`` and ``IBM HRBP``: two words, of which one is known as a title and the other as a firm."""
    first, _, second = text.partition(" ")
    if " " in second or not (first.isupper() and second.isupper()):
        return None
    for title, firm in ((first, second), (second, first)):
        is_title, is_firm = title_score(title) == 1.0, employer_score(firm) > MIN_KNOWN
        is_kind = title == second and (len(title) > MAX_ACRONYM or title in _SHORT_NOUNS)  # KITCHEN MANAGER is one post
        if is_title and is_firm and not is_kind and not title_score(firm) and not employer_score(title):
            return first, second
    return None


def post_before_form(line: str) -> re.Match[str] | None:
    """Return where a post ends and the legal form of its house begins: ``engineer Joint Stock Company "Larch" (Marden)``."""
    form = _FORM_FIRST.search(line) if " " in line and line[-1:] != ":" else None
    return form if form and ends_as_title(line[: form.start()]) else None


def _before_form(text: str) -> tuple[str, str] | None:
    """Split a post from the legal form that opens the name of a house: ``engineer Joint Stock Company "Larch"``."""
    form = post_before_form(text)
    return (text[: form.start()], form.group(1)) if form and form.end() == len(text) else None


def _caps_before_rank(text: str) -> tuple[str, str] | None:
    """Split ``UDEMY Senior Software Engineer``: a house in capitals in front of a rank that is not."""
    ranked = _RANKED.match(text)
    house = ranked.group(1) if ranked else ""
    is_house = len(house) > MAX_ACRONYM - 1 and house.isupper() and not text.isupper() and not is_work_field(house)
    is_post = ranked is not None and title_score(ranked.group(2)) == 1.0 and not title_score(house)
    return (house, ranked.group(2)) if ranked and is_house and is_post else None


def at_brand(text: str) -> tuple[str, str] | None:
    """Split ``Sobeys Meat Department Clerk`` behind a house that everybody knows, which only a space parts from the post."""
    words = text.split()
    for n_words in range(min(MAX_BRAND_WORDS, len(words) - 1), 0, -1):
        house, post = " ".join(words[:n_words]), " ".join(words[n_words:])
        if is_brand(house) and house[0].isupper() and title_score(post) == 1.0:
            return house, post
        post, house = " ".join(words[:-n_words]), " ".join(words[-n_words:])
        if is_brand(house) and house[0].isupper() and title_score(post) == 1.0 and not OPEN_END.search(post):
            return post, house
    return None


_GOES_ON = frozenset({"of", "for", "in", "de", "da", "do", "del", "du", "des", "di", "der", "für"})


def at_title_noun(text: str) -> tuple[str, str] | None:
    """Split ``Technical Writer Flipkart`` behind the noun that ends the title, and ``Infosys Senior Analyst`` before the rank."""
    words = text.split()
    for n_words in range(len(words) - 1, 0, -1):
        title, firm = " ".join(words[:n_words]), " ".join(words[n_words:])
        if (
            ends_as_title(title)
            and not OPEN_END.search(title)
            and firm[0].isupper()
            and words[n_words].lower() not in _GOES_ON  # CHIEF OF STAFF
            and not degrees_in(words[n_words])
            and not title_score(firm)
            and not (" & " in firm and ends_as_title(firm))  # Consultant Dermatologist & Cosmetologist
            and not is_aside(firm)
            and not is_work_field(firm)
            and not (_FIELD_IN_GERMAN.fullmatch(firm) and not employer_score(firm))
        ):
            return title, firm
    ranked = _RANKED.match(text)
    if ranked and title_score(ranked.group(2)) == 1.0 and not title_score(ranked.group(1)):
        return ranked.group(1), ranked.group(2)
    return None


_FOUNDED = re.compile(
    "(?:(?:自己|本人|自主|个人|独立|独自|合伙|共同|联合|与?(?:朋友|他人|别人|同学|家人|亲戚|丈夫|妻子|合伙人)(?:一起|共同|合伙|合资)?)+"
    "(?:创业)?)?(?:创办|创立|开办|创建|开设|注册|合办|自办|经营)(?:的|了)?(?:一家)?(?=[\u4e00-\u9fff]{4})"
)
_HOUSE = re.compile("(?:公司|[店厂社馆院所行]|工作室|中心|学校|门市部?|农场|合作社)(?:[(（][^()（）]*[)）])?$")


def without_saying(post: str) -> str:
    """Take off that somebody works as such: ``Currently working as a Tech Trainer``."""
    return _SAYING.sub("", post)


def without_founding(firm: str) -> str:
    """Return the firm that somebody tells with how he came by it: 自己创办的青禾餐饮管理有限公司."""
    match = _FOUNDED.match(firm)
    return firm[match.end() :] if match and _HOUSE.search(firm) else firm


_OWN_IN_FRONT = re.compile(r"(?:self[- ]employed|free-?lancer?|contractor|consultant)\s?:\s(?=[A-Z])", re.IGNORECASE)


def without_own_account(firm: str) -> str:
    """Return the house without the words that he who works there is his own master: ``Self Employed: Northwind Bank``."""
    match = _OWN_IN_FRONT.match(firm)
    return firm[match.end() :] if match else firm


_PERSON_BEHIND = re.compile(
    r"(?<=[\w)]),? \(?(?:with|under) (?:(?:Prof(?:essor)?|Dr)\.? ){0,2}([A-Z][^\d,()]{3,40})\)?$"
)


def without_person(firm: str) -> str:
    """Return the house without whom somebody works with there: ``Larch Laboratory (LL) with Mara Velding``."""
    behind = _PERSON_BEHIND.search(firm)
    return firm[: behind.start()] if behind and latin_score(behind.group(1).strip()) >= SURE_NAME else firm


_ADDRESS_BEHIND = re.compile(
    r"(?<=[a-z]{2})\s?[-–—]\s?(?:(?:[Aa] ?long|[Oo]pp(?:osite|\.)|[Nn]ear|[Oo]ff|[Bb]eside|[Bb]ehind|[Nn]ext to)\b"
    r"|[\w' -]*\b(?:Road|Rd|Street|Avenue|Lane|Highway|Boulevard)\.?$).*$"
    r"|,? (?:located|situated|headquartered)(?: (?:in|at|on|near)\b.*)?$"
)


def without_address(firm: str) -> str:
    """Return the firm without the street that a dash joins to it, or where it lies: ``Northwind Trust-Along Lindale Road``."""
    return _ADDRESS_BEHIND.sub("", firm)


_GLOSS_BEHIND = re.compile(r"([^()]{3,70}?) ?\(([^()]{4,80})\)")


def without_gloss(firm: str) -> str:
    """Return a firm of a legal form without what brackets say of it: ``Northwind, Inc. (Tide Power)``; not of an acronym."""
    told = _GLOSS_BEHIND.fullmatch(firm) if firm.endswith(")") and is_latin(firm) else None
    return told.group(1) if told and employer_score(told.group(1)) == 1.0 and not told.group(2).isupper() else firm
