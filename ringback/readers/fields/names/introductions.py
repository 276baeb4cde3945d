"""Names that a sentence gives (我叫…, *My name is …*) and names that sign a letter."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.glued_posts import name_beside_post
from ringback.readers.fields.names.menus import without_menu
from ringback.readers.fields.names.pieces import tells_of_house
from ringback.readers.fields.names.shapes import careless_han_score, careless_score, han_score, latin_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import surnames
from ringback.readers.normalise import fold, squeeze

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_SAID_IN_CHINESE = re.compile(
    r"(?:我(?:的(?:名字|姓名))?叫做?|我的(?:名字|姓名)是|我是(?:\d{6,10}\s?)?|本人(?:姓名|叫|是)?|(?<![\u4e00-\u9fff])姓名[是叫为]|(?:中文名字?|真名|本名|大名|全名)[是叫为]|[真本]名|敝人|鄙人)\s?:?\s?"
    r"([\u4e00-\u9fff·]{2,12}?)(?=[,.;:(!\s]|$|今年|[男女][,.]|来自|毕业于|现居)"
)
_IS_CALLED = re.compile("我叫|我的(?:名字|姓名)|本人(?:姓名|叫)|姓名|中文名|[真本大全]名")
PAGE_OF = re.compile(
    "^(?:欢迎(?:来到|访问|光临|浏览|查看)?)?([\u4e00-\u9fff·]{2,4}?)的(?:个人|学术|求职|专业|工作|技术|中文){0,2}(?:主页|网站|网页|博客|空间|首页|小站|站点|名片|作品集)"
    "|^(?:您好|你好|大家好)?[,!。 ]{0,2}(?:欢迎(?:您|你|大家)?(?:来到|访问|光临|浏览|查看|阅读|观看|点击|进入)?"
    "|感谢(?:您|你|大家)?(?:查看|阅读|浏览|观看)|(?:这里?|以下)是)"
    "([\u4e00-\u9fff·]{2,4}?)的(?:个人|在线|求职|专业|工作|中文|电子){0,2}(?:简历|履历)"
)  # 欢迎来到卢晓东的个人主页
_POST_AND_NAME = re.compile(  # 我是来自湖南的小学教师卢晓东
    "(?:我|本人)是(?:来自|一[名位个])[\u4e00-\u9fff]{0,16}?的?([\u4e00-\u9fff]{4,10})(?=[,.;!\\s]|$)"
)
_TOLD_OF_HIM = re.compile(  # 卢晓东，青禾大学研究员，山东人
    "^([\u4e00-\u9fff·]{2,4}),\\s?(?=[男女][,.]|[\u4e00-\u9fff]{0,8}[博硕]士[,.]|\\S{1,3}族[,.]|[\u4e00-\u9fff]{2,4}人[,.]|(?:19|20)\\d\\d年"
    "|[\u4e00-\u9fff]{2,16}(?:大学|学院|研究院|研究所|医院|公司|集团|中学|小学)[\u4e00-\u9fff]{0,14}(?:教授|研究员|讲师|[医律药教]师|工程师|院长|主任|校长|经理|博士|硕士))"
)
_SAID_IN_ENGLISH = re.compile(
    r"(?:\b[Mm]y (?:[Ff]ull )?[Nn]ame(?: [Ii]s|'s)|\bI am(?: called)?|\bI'm|\b[Tt]his is|\b[Mm]e llamo|\b[Ss]oy"
    r"|\b[Ss]ou(?: [oa])?|\b[Mm]i chiamo|\b[Ss]ono|\b[Ii]k ben|\b[Ii]ch bin|\b[Jj]e m'appelle"
    r"|\b[Ii]ch hei(?:ß|ss)e|\b[Mm]ijn naam is|\b[Mm]ein Name ist|\b[Ii]k heet|\b[Mm]on nom est|\b[Mm]i nombre es"
    r""
    r"|\b[Mm]e chamo|\b[Cc]hamo-me"
    r"|\b[Mm]eu nome é|\b[Ii]l mio nome è|\b[Nn]azywam się|\b[Jj]ag heter|\b[Jj]eg hedder|\b[Jj]eg heter|\b[Jj]menuji se)\s+"
    r"((?:[A-ZÀ-Þ]\.|[A-ZÀ-Þ][\w'’-]*)(?:\s(?:[A-ZÀ-Þ]\.|[JS]r\.|St\.|[A-ZÀ-Þ][\w'’-]*|[dl]['’][A-ZÀ-Þ][\w'’-]*|de|da|van|von|bin|al|el)){0,3})(?=[,.;!:(]|\s*$|\s[-–—]|\s(?:and|from"
    r"|but|a|an|the)\b)"
)
_SAID_IN_SMALL = re.compile(  # My name is Ana tör Moor: whoever says so is believed, however it is written
    r"\b[Mm]y (?:[Ff]ull )?[Nn]ame(?: [Ii]s|'s) ([A-Za-zÀ-ɏ][\w'’-]{1,15}(?: [A-Za-zÀ-ɏ'’][\w'’-]{1,15}){1,3})(?=[.!,;]|\s*$)"
)
_FIRST_NAME = re.compile(
    r"(?:\b[Mm]y [Nn]ame(?: [Ii]s|'s|’s)|^\W*(?:[Hh]i|[Hh]ello|[Hh]ey)(?: there)?[,!.]? (?:I'm|I’m|I am|I`m))"
    r" ([A-ZÀ-Þ][a-zà-ÿ'-]{2,14})(?=\s*(?:[.!,]|$|👋))"
)
SCORE_OF_FIRST = 0.8
_NAME = (
    r"(?:(?:Dr|Mrs?|Ms|Prof|Professor|Chef)\.? )?[A-ZÀ-Þ][\w'’-]+"
    r"(?: (?:[A-ZÀ-Þ][\w'’.-]*|(?:de|da|di|del|van|von|der|den|bin|al|el|la)(?= ))){1,4}"
)
_NAMED_ASIDE = re.compile(rf"\bI, ({_NAME}), am\b|\b[Cc]all me ({_NAME})(?=[,.;!]|\s*$)|^({_NAME}) here[.!,]")
_OF_LIVES = (
    r"(?:(?:is|was) (?:an?|the|currently|one)\b|(?:has (?:been|worked)|works?|serves) (?:as )?(?:an?|the|currently)\b"
    r"|was (?:born|raised|educated|appointed)|grew up|(?:received|earned|holds|obtained|completed) (?:his|her|their|an?|the)\b"
    r"|has (?:been|worked|over|more than|taught|exhibited|published|performed)\b|graduated|joined|teaches|studied|trained"
    r"|lives (?:in|and)|works (?:as|at|in|with|for|on)\b|brings|speciali[sz]es)"
)
_SAID_OF_HIM = re.compile(  # Ryan E. Reed is a librarian; Ana Paz, RN, has worked as …; Jo Lee, Cellist, joined …
    rf"^(?:Born (?:and raised )?in [A-Z][^.]{{2,40}}?, )?({_NAME})(?:, [A-Z][\w.]{{1,5}}){{0,2}}(?: \([^()]{{1,30}}\))?"
    rf"(?:, [^,.]{{4,60}},|,)? {_OF_LIVES}"
)
_RESUME_OF = re.compile(  # Lesen Sie den Lebenslauf von Jo Lee.
    r"\b(?:[Rr](?:e|é)sum(?:e|é)|CV|[Cc]urriculum(?: [Vv]itae)?|[Vv]itae?|[Ll]ebenslauf|[Hh]oja de [Vv]ida|[Cc]urr[íi]culo)"
    r" (?:of|for|von|de|di|do|da|van) ((?:[A-ZÀ-Þ][\w'’-]+\.? ?(?:(?:de|da|van|von|bin|al|el) )?){2,4})(?=[.,;!:(]|\s*$)"
)
MAX_LINES_OF_HIM = 6
MAX_GIVEN, FIRST_LINES = 2, 3  # letters of a given name; where the whole one stands
_FAREWELL = re.compile(
    r"^(?:此致|敬礼|此致敬礼|敬上|谨上|yours (?:sincerely|faithfully|truly)|(?:kind|best|warm)? ?regards|sincerely(?: yours)?"
    r"|respectfully)\W*$",
    re.IGNORECASE,
)
_DECLARED = re.compile(  # above who signs it: I hereby declare that …; Place: Leeds; Date: 1 March 2024; Signature
    r"^\W*(?:i,?\s(?:do\s)?(?:hereby|solemnly)\s|(?:place|date|signature|signed)\b\s*[:.\-–_]|(?:signature|signed)$"
    r"|declaration\W*$|.{0,80}\b(?:is|are)\s(?:true|correct)\b)",
    re.IGNORECASE,
)
_SIGNED_BESIDE = re.compile(r"^(?:place|date)\b\s*[:.\-–_].*?(?:\t|\s{2,})(\S.*)$", re.IGNORECASE)
_NO_SIGNATURE = re.compile(  # what stands in its place: Yours Faithfully, Candidate Signature, Thank You, God Bless
    r"\b(?:yours?|faithfully|sincerely|truly|thanks?|regards|wishes|respectfully|signatures?|signed|signatory|candidate"
    r"|applicant|authori[sz]ed|name|bless|health|date|declaration)\b",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\(\s*([^()]{3,40}?)\s*\)\.?")
MAX_LINES_AHEAD, MAX_LINES_BEHIND = 30, 8
MIN_SCORE = 0.8
_BUSY = frozenset({"experience", "projects", "references", "education"})


def names_said(sheet: Sheet) -> Iterator[tuple[str, float, str]]:
    """Yield (name, how much it is one, the line) for names in sentences at the beginning, and below a farewell."""
    first = without_menu(sheet, [i for i in range(min(MAX_LINES_AHEAD, len(sheet.folded))) if not sheet.headings[i]])
    early = frozenset(first[:MAX_LINES_OF_HIM])
    for number in range(min(MAX_LINES_AHEAD, len(sheet.folded))):
        if sheet.sections[number] in _BUSY and number >= MAX_LINES_OF_HIM:
            continue
        for pattern, rate in ((_SAID_IN_CHINESE, han_score), (_SAID_IN_ENGLISH, latin_score)):
            for match in pattern.finditer(sheet.folded[number]):
                value = clean(sheet.shown[number][match.start(1) : match.end(1)])
                score = rate(value) if value else 0.0
                if score < MIN_SCORE and _IS_CALLED.match(match.group()) and careless_han_score(value):
                    score = MIN_SCORE  # of a minority: 我叫次仁央宗, 藏族
                if score >= MIN_SCORE:
                    yield _with_surname(sheet, value), score, match.group()
        of_him = PAGE_OF.match(sheet.folded[number]) or _TOLD_OF_HIM.match(sheet.folded[number])
        if of_him and han_score(value := clean(of_him[of_him.lastindex or 1])) >= MIN_SCORE:
            yield value, han_score(value), of_him.group()
        post = _POST_AND_NAME.search(sheet.folded[number])
        if post and (value := name_beside_post(sheet.shown[number][slice(*post.span(1))])):
            yield value, han_score(value), post.group()
        yield from _said_aside(sheet.shown[number])
        if number in early:
            yield from _said_of_him(sheet.shown[number])
    yield from _signatures(sheet)


def _with_surname(sheet: Sheet, given: str) -> str:
    """Return the name of the first lines that a given name said below ends: 柳青禾 / 我是青禾, …."""
    if given.isascii() or len(given) > MAX_GIVEN:
        return given
    for line in sheet.shown[:FIRST_LINES]:
        whole = squeeze(line)
        surname = fold(whole.removesuffix(given)) if whole.endswith(given) else ""
        if surname in surnames()[0] or surname in surnames()[1]:
            return whole
    return given


def name_told(text: str) -> str | None:
    """Return the name of who says it in a text of no resume's lines: *Hello, I'm Nora Pellwick, a clerk*."""
    for match in _SAID_IN_ENGLISH.finditer(text.replace("\u2019", "'")):
        value = clean(match.group(1))
        if " " in value and latin_score(value) >= MIN_SCORE:
            return value
    return None


def _said_aside(line: str) -> Iterator[tuple[str, float, str]]:
    """Yield the name of who says it by the way: *I, Ana Paz, am …*, *Call me Jo Lee*."""
    first = _FIRST_NAME.search(line)
    if first and latin_score(first.group(1)) > 0:
        yield first.group(1), SCORE_OF_FIRST, first.group()
    small = _SAID_IN_SMALL.search(line)
    if small and latin_score(small.group(1)) < MIN_SCORE and careless_score(small.group(1)):
        yield small.group(1), MIN_SCORE, small.group()
    aside = _NAMED_ASIDE.search(line)
    value = clean(next(filter(None, aside.groups()))) if aside else ""
    if aside and latin_score(value) >= MIN_SCORE:
        yield value, latin_score(value), aside.group()


def _said_of_him(line: str) -> Iterator[tuple[str, float, str]]:
    """Yield the name of whom a first sentence tells, unless it tells of a house."""
    line = " ".join(line.split())
    told = _SAID_OF_HIM.match(line)
    if told and tells_of_house(line[told.end() :]):
        return
    told = told or _RESUME_OF.search(line)
    if told and latin_score(value := clean(told.group(1))) >= MIN_SCORE:
        yield value, latin_score(value), told.group()


def _signatures(sheet: Sheet) -> Iterator[tuple[str, float, str]]:
    for number in range(max(1, len(sheet.folded) - MAX_LINES_BEHIND), len(sheet.folded)):
        above = sheet.folded[max(0, number - 2) : number]
        is_signed = any(map(_FAREWELL.match, above)) or any(map(_DECLARED.match, above))
        beside = _SIGNED_BESIDE.match(sheet.shown[number])  # Place: Leeds<tab>(Nora Moor)
        if not is_signed and not beside:
            continue
        signed = (beside.group(1) if beside else sheet.shown[number]).strip()
        bracketed = _IN_BRACKETS.fullmatch(signed)
        value = clean(bracketed.group(1) if bracketed else signed)
        score = max(han_score(value), latin_score(value)) if value and not is_town(value) else 0.0
        if score >= MIN_SCORE and not _NO_SIGNATURE.search(value):
            yield value, score, sheet.shown[number]
