"""What people call themselves under their name: a title alone in its line, or at the beginning of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.items import item_of
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.jobs.told_in_latin import KNOWS
from ringback.readers.fields.names.shapes import han_score
from ringback.readers.fields.person_card import lines_of_card
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sections import TOP
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_LINES = 6
NAME_LINES = 2  # the first may be a menu
MAX_TOLD = 20
MIN_TITLE = 0.8
_NO_TITLE = re.compile(
    r"[\d@/:：]|\b(?:is|am|was) |^\W*(?:Submitted|Presented|Prepared|Assigned|Supervised|Guided) (?:[Tt]o|[Bb]y|[Ff]or)\b"
)
_BARS = re.compile(r"\s*[|｜]\s*")
_DEGREES = ("博士", "硕士", "学士", "本科生", "研究生", "博士生", "毕业生")
_LIVES = re.compile(r"[Rr]esidente? (?:em|en|in|a) ")  # Residente em Porto Alegre: no post in medicine
_BEHIND_NAME = re.compile(r"^[\u4e00-\u9fff]{2,4} ?[|｜] ?(?=\S{2,12}$)")  # 苏晚晴｜产品经理
_BEHIND_LATIN_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,3}\s+(?:[|｜•·–—]|-{1,2})\s+(?=[A-ZÀ-Þ])"
)  # Mara Velding | Tide Engineer
_RANKED = re.compile("([\u4e00-\u9fff]{2,4}?) {0,2}(?:(?:客座|特聘|讲座)?(?:[副助]理?)?(?:教授|研究员)|讲师)")
_LAST_WORD = re.compile(
    r"(?:Developer|Engineer|Programmer|Designer|Analyst"
    r"|Manager|Administrator|Consultant|Specialist|Architect)"
)
_FIRST_WORDS = re.compile(  # what such a post begins with, and no name of a person
    r"(?:(?:[A-Za-z]+[-/ ])?(?:Web|Front|Back|Full|Software|Mobile|Android|iOS|Java|Python|Data|Cloud|Game|Product|Project"
    r"|Business|Graphic|Systems?|Network|Database|Machine|Quality|Test|Sales|Marketing|UI|UX|UI/UX|DevOps|Security|Research|Web3)"
    r"(?:[-/ ]?(?:End|Stack|Learning|Science|Design|Development|Assurance|Native|App|Base))?){1,2}",
    re.IGNORECASE,
)
_I_AM = re.compile(
    "(?:(?:我|本人|自己)?(?:现|目前)?(?:[,，]|[是为系]|就是|现为)?一[名位]|(?:[是为系]|我)一个)(?:(?:拥?有|具[有备]|从业|工作)[^,，。;；]{1,16}的|在[^,，。;；]{2,16}(?:工作|任职|就职|上班|实习)的)?"
    "([^,，。;；、的\\s(（]{2,14})(?=[,，。;；、.\\s(（!！]|$)"
)
_WORKS_AS = re.compile(
    "(?:目前|现在|现|当前)(?:正)?(?:从事|担任|任职?|做)(?:一[名位])?([^,，。;；、的\\s(（]{2,14}?)(?:的?工作|一职|职务|职位|岗位)?(?=[,，。;；、.\\s(（!！]|$)"
)  # 目前从事软件工程师工作
_LATIN_I_AM = re.compile(
    r"\b(?:[Mm][Yy] (?:(?:current|present) )?(?:designation|job title|position|post|role|job|profession|occupation) is\s+"
    r"|I(?:(?:['’]m| am)\s+(?:(?:currently|presently|now|also)\s+)?(?:(?i:practi[sc]ing|working|serving|employed)\s+)?"
    r"(?:as\s+|in the (?:position|role|capacity|post) of\s+)?|\s+(?:currently\s+)?work(?:\s+currently)?\s+as\s+))"
    r"(?:an?\s+|the\s+)?"
    r"([A-Za-z][\w /&-]{3,50}?)(?=\s+(?:[Ss]ince|[Ff]rom|with|who|based|in|at|for|of (?:the|an?))\b|[.,;(]|$)"
)
_IS_CALLED = re.compile(  # I'm Nora, a nurse from Lindale; Nora Pellwick is a veterinarian.
    r"(?:\bI(?:['’]m| am)\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'.-]*){0,2},\s+|(?:^|[.!?]\s+)[A-Z][\w'-]+\s+[A-Z][\w'-]+\s+is\s+)an?\s+"
    r"([A-Za-z][\w /&-]{3,50}?)(?=\s+(?:[Ss]ince|[Ff]rom|with|who|based|in|at|for|living)\b|[.,;(]|$)"
)
_ADJECTIVES = frozenset({"expert", "senior", "junior", "lead"})  # I am expert in Perl
_CONTACT = re.compile(
    r"@|\d{3}[\s().-]{0,3}\d{3}|https?:|www\.|\.com\b"
    r"|\b(?:tele)?(?:phone|tel|fax|e-?mail|web(?:site|page)?|homepage|mobile|cell|url)\b\.?\s?:",
    re.IGNORECASE,
)
_WISH = re.compile("成为|希望|想|立志|目标|梦想|作为一[名位个]合格|应聘|做好?一")
_OUT_OF_WORK = re.compile("待业|失业中|无业|赋闲")
_BEHIND = re.compile(
    r"\s+(?:in|with|for|at|of|who|specializing|specialising|based)\s+|[|｜,，、·•。]|\s[-–—]\s", re.IGNORECASE
)


def without_contacts(line: str) -> str:
    """Return a row of the head without the cells where its other column tells contacts: ``Researcher<tab>Phone: …``."""
    cells = line.split("\t")
    own = [cell for cell in cells if not _CONTACT.search(cell)] if len(cells) > 1 else cells
    return "\t".join(own).strip() or line


def headline(sheet: Sheet) -> Found[str] | None:
    """Return the title that stands alone in a line under the name, or behind a bar beside it."""
    for number in sheet.head[:NAME_LINES]:
        if behind := _behind_name(sheet, number) or _behind_han_name(sheet, number):
            return behind
    wished = {
        label.line for label in sheet.labels if label.field == "desired_title"
    }  # 求职意向 | 会计 is no name and a post
    for number in (*sheet.head[1:MAX_LINES], *lines_of_card(sheet)[1:MAX_LINES]):
        if number in wished or _is_one_of_items(sheet, number):
            continue
        line = sheet.shown[number].strip()
        title = _post_between_bars(_BEHIND_NAME.sub("", without_contacts(line)))
        home = _LIVES.match(title)
        if all(map(_is_title, title.split("/"))) and not (home and is_town(title[home.end() :])):
            return Found(_with_begun(sheet, number, title), "layout", 0.6, line)
    return None


def _post_between_bars(line: str) -> str:
    """Return the post that bars part from what else somebody says he is, in Chinese: 青禾大学博士 | 育种工程师."""
    pieces = [] if line.isascii() else _BARS.split(line)
    posts = [piece for piece in pieces if _is_title(piece) and not piece.endswith(_DEGREES)]
    return posts[0] if len(pieces) > 1 and len(posts) < len(pieces) and posts else line


def _is_title(text: str) -> bool:
    """Tell a known post, or one of those that slashes part: ``Founder/CEO``."""
    return title_score(text.strip()) == 1.0 and not _NO_TITLE.search(text)


def _behind_name(sheet: Sheet, first: int) -> Found[str] | None:
    """Return the title behind a bar or dash beside the name, whole where it wraps: ``Mara Velding | Tide`` / ``Engineer``."""
    name = _BEHIND_LATIN_NAME.match(sheet.shown[first])
    title = sheet.shown[first][name.end() :].strip() if name else ""
    if name is None or title_score(name.group().strip(" |｜•·–—-")) or _NO_TITLE.search(title):
        return None
    rest = sheet.shown[first + 1].strip() if first + 1 in sheet.head else ""
    is_broken = bool(rest) and sheet.sizes[first] == sheet.sizes[first + 1] > 0 and not _NO_TITLE.search(rest)
    for whole in (f"{title} {rest}",) * is_broken + (title,):
        if title_score(whole) == 1.0:
            return Found(whole, "layout", 0.6, sheet.shown[first])
    return None


def _behind_han_name(sheet: Sheet, first: int) -> Found[str] | None:
    """Return the rank of a scholar right behind the name by which the rest of the page calls the person too: 卢晓东教授."""
    line = sheet.shown[first].strip()
    ranked = _RANKED.fullmatch(fold(line))
    if ranked is None or len(fold(line)) != len(line) or han_score(name := line[: ranked.end(1)]) < MIN_TITLE:
        return None
    is_named = any(name in shown and not shown.strip().startswith(line) for shown in sheet.shown)
    return Found(line[ranked.end(1) :].strip(), "layout", 0.6, line) if is_named else None


def _is_one_of_items(sheet: Sheet, number: int) -> bool:
    """Tell one item of a list of the posts that somebody held, or of what he knows, from a title alone."""
    beside = [i for i in (number - 1, number + 1) if 0 <= i < len(sheet.shown)]
    return item_of(sheet.shown[number]) is not None and any(item_of(sheet.shown[i]) is not None for i in beside)


def _with_begun(sheet: Sheet, number: int, word: str) -> str:
    """Return a post with the beginning that a narrow column broke off: ``Web Front-End`` / ``Developer``."""
    begun = sheet.shown[number - 1].strip()
    is_begun = number - 1 in sheet.head[1:] and sheet.sizes[number - 1] == sheet.sizes[number]
    is_begun = is_begun and _LAST_WORD.fullmatch(word) is not None and _FIRST_WORDS.fullmatch(begun) is not None
    whole = f"{begun} {word}"
    return whole if is_begun and not title_score(begun) and title_score(whole) == 1.0 else word


def called(sheet: Sheet) -> Found[str] | None:
    """Return what people say they are where they introduce themselves: 我是一名小学教师."""
    for number in [] if is_out_of_work(sheet) else sheet.lines_in(TOP, "basic", "summary", "experience")[:MAX_TOLD]:
        line, shown = sheet.folded[number], sheet.shown[number]
        for told in filter(None, (pattern.search(line) for pattern in (_I_AM, _WORKS_AS, _LATIN_I_AM, _IS_CALLED))):
            said = (shown if len(shown) == len(line) else line)[slice(*told.span(1))]
            title = KNOWS.sub("", said.rstrip(".。")).rstrip()
            title = title.partition(" and ")[0] if title_score(title) < 1.0 else title  # an adjuster and boat builder
            is_wish = _WISH.search(line[: told.start(1)])
            if title_score(title) == 1.0 and not is_wish and title not in _ADJECTIVES:
                return Found(title, "pattern", 0.5, shown)
    return None


_CHOICE = re.compile(r"/\s|\s/")


def is_out_of_work(sheet: Sheet) -> bool:
    """Tell whether somebody says of himself that he has no work now: 目前在家待业中."""
    return any(_OUT_OF_WORK.search(sheet.folded[number]) for number in sheet.lines_in(TOP, "basic", "summary"))


def calling(sheet: Sheet) -> Found[str] | None:
    """Return what a line under the name begins with: ``Journalist and writer in the fields of medicine``."""
    for number in sheet.head[1:MAX_LINES]:
        line = sheet.shown[number].strip()
        first = _BEHIND.split(line)[0].strip()
        halves = _CHOICE.split(first) if "/" in first else [first]
        is_told = not _NO_TITLE.search(first) or (len(halves) > 1 and not any(map(_NO_TITLE.search, halves)))
        if is_told and not _LIVES.match(line) and all(title_score(half.strip()) >= MIN_TITLE for half in halves):
            return Found(first, "layout", 0.5, line)
    return None
