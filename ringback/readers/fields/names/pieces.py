"""Which parts of a printed line could be a name, and which lines make one name together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.behind import without_pronouns, without_trade
from ringback.readers.fields.names.cleaning import HAN, clean
from ringback.readers.fields.names.glued_posts import name_beside_post
from ringback.readers.fields.names.in_front_of_posts import name_in_front_of_post
from ringback.readers.fields.names.shapes import careless_score, latin_score, plain_letters
from ringback.readers.fields.names.two_scripts import in_both_scripts
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import surnames
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

SURE = 0.6
_GENERATION = re.compile(r",? [JS]r\.?$")
MIN_WITH_TITLE, MAX_WITH_TITLE = 4, 7
SURE_TITLE = 0.8
MAX_NAME = 44
MIN_UPRIGHT, MAX_UPRIGHT = 3, 4  # two lines are joined below
_PARTICLE = r"(?:van|von|der|den|de|del|della|da|dos|di|la|bin|binti|ibn|el|al|ter)"
_TWO_LINES = re.compile(
    r"(?:(?:[A-ZÀ-Þ]\. ?){1,3}|(?:Md|Ma|Mohd|Mst|Sk)\.? [A-ZÀ-Þ][\w'’-]+"
    rf"|[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-Þ](?:[^\W\d_]+|\.)){{0,2}}(?: {_PARTICLE}){{0,2}})\n(?:[A-ZÀ-Þ]\. )?"
    rf"(?:(?:{_PARTICLE} ){{1,2}}|[ae]l-)?[A-ZÀ-ÞĀ-Ž][\w'’-]+(?: [A-ZÀ-Þ]\w+)?(?:,? [JS]r\.?)?"
)
_OPEN_END = re.compile(  # Laura R. / Bright, J. R. / Bright, Maarten van der / Velding, Md. Tariq / Alam
    rf"(?:^|\s)[A-ZÀ-Þ]\.?$|\s{_PARTICLE}$|^(?:Md|Ma|Mohd|Mst|Sk)\.? \S+$"
)
_TWO_SCRIPTS = re.compile(
    "[A-Z][A-Za-z'.,-]+(?: [A-Z][A-Za-z'.,-]*){0,3}\\s*[(（]?([\u4e00-\u9fff]{2,4})[)）]?"
)  # GAO MIN 高敏
_PIECES = re.compile(
    r"\s*(?:[|;；，,\t•】◎◆◇■●○▪★☆※❖]|\s·\s|(?<!\s[aA])(?<!\s[sSdD](?=/[oO]\b))/)\s*|\s{2,}|\s+[-–—]{1,2}\s+|\s+[>»›](?:\s?[>»›]){0,3}\s+|\s*[:：]\s*"
    r"|(?<=[\u4e00-\u9fff])[-–—_]{1,2}(?=[\u4e00-\u9fffA-Z])"
)
_PARENT_LINE = re.compile(r"\s*[SsDdWwCc]\s?/\s?[oO]\b")  # S/O Muhammad Aslam Khan
_BEHIND_TITLE = re.compile(
    "((?:20\\d\\d)?[A-Za-z+#.]{0,10}[\u4e00-\u9fff]{2,10})\\s+([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,8}[·•][\u4e00-\u9fff]{2,8})"
)  # 酒店总经理 卢晓东
_IN_BRACKETS = re.compile("(?:简历|履历|簡歷|履歷)表?\\s*[(（]([\u4e00-\u9fff]{2,4})[)）]$")  # 个人简历（卢晓东）
_OF_STUDIES = ("专业", "專業", "毕业生", "畢業生", "应届生", "應屆生", "大学", "大學", "学院", "學院")
_BEFORE_FACTS = re.compile(
    "([\u4e00-\u9fff]{2,4})(?:[·•‧](?:[男女][·•‧]|\\d\\d岁)|(?=1[3-9]\\d{9}(?!\\d)))"
)  # 卢晓东·女·31岁
_DOT_BEFORE_TITLE = re.compile(  # 卢晓东·产品经理, 卢晓东 / 平面设计
    "([\u4e00-\u9fff]{2,4})(?:[·•‧]|\\s?[/|]\\s?|\\s[·•‧]\\s)([\u4e00-\u9fffA-Za-z]{2,16})"
)
_SEX_BEHIND = re.compile("[(（][男女][)）]$")
_UPRIGHT_SIGN = re.compile(r"\s*[|•]\s*")
_DASH = re.compile(r"\s+[-–—]{1,2}\s+")
_SENTENCE = re.compile(r"^([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,2}) (?:is|was) (?:an?|the)\b")
_OF_A_HOUSE = re.compile(  # Harbor Light is a nonprofit
    r"^\W*(?:\S+ ){0,7}?(?:company|agency|firm|non-?profit|organi[sz]ation|start-?up|platform|app|website|charity|foundation"
    r"|studio|team|band|magazine|project|tool|library|community|group|shop|store|brand|collective|journal|school|college)\b",
    re.IGNORECASE,
)
MAX_LINE = 140
_BEFORE_CONTACT = re.compile(
    r"([^@\d|,;:\t]{4,44}?)\s++(?:[\w.+-]{1,64}@\w|[(+]?\d[\d ().-]{7})"
)  # Jo Lee jo@lee.example
_TITLE_BEHIND = re.compile(r"([A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){0,2})\s+[-–—]\s+\S")
MAX_NAME_WORDS, MAX_HALF = 4, 2
MAX_NAME_LINES = 6  # a narrow column breaks a name into so many
MAX_FIRST_PART = 4  # words of a part beside one of a single word
MIN_TRADES = 2
MAX_ABOVE_NAME = 1  # the day of the last change
REACH = 150  # lines of page 1: a long side bar stands before the name
_LATIN_BEHIND = re.compile(
    "([\u4e00-\u9fff]{2,4})\\s*[(（][A-Za-z][A-Za-z\\s,.()'-]{2,40}[)）]"
)  # 莊某某（Ming-Ju (Luke) …）
_GLUED = re.compile("([\u4e00-\u9fff]{2,4})[A-Z][a-z]{2,11}(?![A-Za-z])")  # 施蓓Becky Shi
_PARTED = re.compile(
    "([\u4e00-\u9fff]{1,2})\\s+([\u4e00-\u9fff]{1,2})(?:\\s*[(（]?([A-Za-z][A-Za-z ,.'-]{2,40})[)）]?)?"
)  # 欧阳 静怡 Jenny Ouyang
TITLE_LINE = re.compile(
    r"简历|履历|\b(?:resume|résumé|cv|curr?[ií]culum v[ií]t(?:ae?|æ)|bio-?data|lebenslauf|hoja de vida|curr[ií]culo|ansioluettelo"
    r"|(?:szakmai )?önéletrajz|[žz]ivotopis|[żz]yciorys|özgeçmiş|levensloop|meritförteckning|(?:daftar )?riwayat hidup"
    r"|sơ yếu lý lịch|elulookirjeldus|ferilskrá|gyvenimo aprašymas)\b",
    re.IGNORECASE,
)

_TITLE_ALONE = re.compile(
    r"(?:(?:my|the|our|professional|personal|academic|online|full|short|executive|detailed|updated|current|teaching|medical"
    r"|nursing|acting|artist|creative|sample) ){0,2}(?:resume|r[eé]sum[eé]|cv|c\.v\."
    r"|c[iu]r{1,2}[iu]c[ui]l?lum v[ií]tae?|vita|bio-?data)"
    r"(?: ?[/(|&-] ?(?:resume|cv|c[iu]r{1,2}[iu]c[ui]l?lum vitae|bio)\)?)?(?: (?:19|20)\d\d)?"
    r"|(?:short )?bio(?:graphy)? ?(?:/|\||&|and) ?(?:resume|cv|c[iu]r{1,2}[iu]c[ui]l?lum vitae)",
    re.IGNORECASE,
)
_TITLE_BEHIND_POST = re.compile(r"([a-z][a-z/ -]{2,30}?) (?:resume|r[eé]sum[eé]|cv|curriculum vitae)", re.IGNORECASE)
_OWN_PAGE = re.compile(
    r"([A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){1,3}?)(?:['’]s?)?\s*[-–—|:,]?\s*"
    r"(?:(?:[Pp]ersonal|[Pp]rofessional|[Cc]areer|[Oo]nline|[Dd]igital|[Cc]reative|[Dd]esign|[Ww]eb|[Aa]rt)\s+)?"
    r"(?:[Pp]ortfolio|PORTFOLIO|[Ww]eb ?site|[Hh]ome ?[Pp]age|[Ww]eb ?[Pp]age|[Ss]ite)(?: [Pp]age| [Ww]ebsite)?"
)


def calls_it_resume(text: str) -> bool:
    """Tell a line with a word for a resume, in characters of either kind: ``簡歷``."""
    return TITLE_LINE.search(fold(text)) is not None


def is_title_alone(folded: str) -> bool:
    """Tell a line that calls the document a resume and names nobody: ``My Resume``, ``Head Gardener CV``."""
    bare = folded.strip(" :-–—\"'")
    post = _TITLE_BEHIND_POST.fullmatch(bare)
    is_alone = TITLE_LINE.fullmatch(bare) is not None or _TITLE_ALONE.fullmatch(bare) is not None
    return is_alone or (post is not None and title_score(post.group(1)) == 1.0)


def owner_of_page(title: str) -> str | None:
    """Return whose page a title says it is: ``Ana Moor's Portfolio``."""
    owned = _OWN_PAGE.fullmatch(title.strip())
    return re.sub(r"['’]s?$", "", clean(owned.group(1))) if owned else None


def _over_first_two(sheet: Sheet, sizes: list[float]) -> str | None:
    """Return the name that fills the first two lines, as they call it: ``Resume of Ana`` / ``Moor``."""
    if len(sheet.shown) < 2:
        return None
    whole = " ".join(sheet.shown[:2])
    if ended := _TITLE_BEHIND.match(sheet.shown[1]):
        front = f"{sheet.shown[0]} {ended.group(1)}"  # Andrew / J. Whitcomb — Solicitor
        is_open = not _is_whole(sheet, front)  # Nora Paz Larch / Igrejinha – RS
        if is_open and sheet.sizes[0] == sheet.sizes[1] >= max(sizes, default=1.0) and latin_score(front) > SURE:
            return front
    if len(set(sheet.sizes[:2])) > 1 or is_town(sheet.shown[1]) or all(map(is_title_alone, sheet.folded[:2])):
        return None
    is_two = _TWO_LINES.fullmatch("\n".join(sheet.shown[:2])) and not _is_title_over_name(sheet)
    is_name = is_two and latin_score(whole) > SURE and not any(sheet.headings[:2]) and not _is_whole(sheet, whole)
    return whole if is_name or _is_titled_over_two(sheet, sizes) else None


def joined_large_lines(sheet: Sheet, sizes: list[float]) -> dict[int, str]:
    """Join a name that large print broke over two lines."""
    first = _over_first_two(sheet, sizes)
    joined = {0: first} if first else {}
    if not sizes:
        return joined
    joined |= _around_contact(sheet, sizes[0])
    for number in range(min(len(sheet.shown) - 1, REACH)):
        upright = _upright(sheet, number, sizes[0])
        if upright:
            joined[number] = upright
            continue
        if len(whole := _in_one_print(sheet, number, sizes[0])) > 1:
            joined[number] = " ".join(whole) if number else f"{whole[0][0].upper()}{' '.join(whole)[1:]}"
            continue
        here, below = sheet.shown[number], sheet.shown[number + 1]
        same = sheet.sizes[number] == sheet.sizes[number + 1] >= sizes[0]
        if not same or sheet.headings[number + 1] or len(here) + len(below) > 40:
            continue
        if (
            HAN.search(here)
            and ("·" in here or len(here) == 1 or here.endswith("·"))
            and re.fullmatch("[\u4e00-\u9fff·]{1,8}", below)
        ):
            joined[number] = here + below
    return joined


def _in_one_print(sheet: Sheet, number: int, size: float) -> list[str]:
    """Return the lines in the largest print that make one name from here on: ``Nora Maria`` / ``Pellwick`` / ``Larch``."""
    lines: list[str] = []
    found: list[str] = []
    is_sole = number == 0 or sheet.sizes.count(sheet.sizes[number]) == MAX_HALF
    for at in range(number, min(number + MAX_NAME_LINES, len(sheet.shown))):
        line = sheet.shown[at]
        is_post = len(lines) > 1 and title_score(line) >= SURE_TITLE
        is_print = sheet.sizes[number] == sheet.sizes[at] >= size and not (at > number and sheet.headings[at])
        if is_post or not is_print or HAN.search(line):
            break
        lines.append(line)
        whole = clean(" ".join(lines))
        whole = whole if number else f"{whole[:1].upper()}{whole[1:]}"
        longest = max(len(clean(line).split()) for line in lines)
        has_lone = " " not in line or (len(lines) == MAX_HALF and " " not in lines[0])
        is_short = longest <= MAX_HALF or (longest <= MAX_FIRST_PART and has_lone)
        if len(lines) > 1 and is_short and latin_score(whole) > SURE:
            found = list(lines)
        elif is_sole and len(lines) == MAX_HALF and longest == 1 and careless_score(whole):
            found = list(lines)  # Nora / pellwick
    return found


def _is_titled_over_two(sheet: Sheet, sizes: list[float]) -> bool:
    """Tell a name in the largest print over two lines, one of which calls it a resume: ``Resume of Ana`` / ``Moor``."""
    first, second = sheet.shown[0], sheet.shown[1]
    is_titled = calls_it_resume(first) != calls_it_resume(second)
    halves = [clean(first), clean(second)] if is_titled and sheet.sizes[0] >= max(sizes, default=1.0) else []
    return (
        bool(halves)
        and all(0 < len(half.split()) <= MAX_HALF for half in halves)
        and latin_score(" ".join(halves)) > SURE
    )


def _around_contact(sheet: Sheet, size: float) -> dict[int, str]:
    """Join a name in the largest print whose two lines a contact parts, which stands beside them on the page."""
    for first in range(min(MAX_ABOVE_NAME + 1, len(sheet.shown) - 2)):
        is_largest = sheet.sizes[first] == sheet.sizes[first + 2] >= size > sheet.sizes[first + 1]
        whole = f"{sheet.shown[first]} {sheet.shown[first + 2]}"
        is_contact = is_largest and re.search(r"\d[\d ().-]{6}|@", sheet.folded[first + 1])
        if is_contact and len(whole.split()) <= MAX_NAME_WORDS and latin_score(whole) > SURE:
            return {first: whole}
    return {}


def _is_title_over_name(sheet: Sheet) -> bool:
    """Tell a word in capitals above a whole name that is not, in whatever language it calls the document so."""
    first, second = sheet.shown[0], sheet.shown[1]
    is_surname = any(first.lower() in sheet.folded[i].lower() for i in sheet.head[:12] if "@" in sheet.folded[i])
    is_word = first.isupper() and " " not in first and not is_surname
    return is_word and not second.isupper() and latin_score(second) > SURE


def _is_whole(sheet: Sheet, whole: str) -> bool:
    """Tell a first line that is a whole name, or no part of one: the second line joins it only where an address says so."""
    if calls_it_resume(whole):
        return True
    first, second = sheet.shown[0], sheet.shown[1]
    last = plain_letters(_GENERATION.sub("", second).split()[-1].lower())
    return (
        len(first.split()) > 1
        and latin_score(first) > SURE
        and not _OPEN_END.search(first)
        and not any(last in word for i in sheet.head[:12] for word in sheet.folded[i].lower().split() if "@" in word)
    )


def _in_front_of_title(text: str) -> Iterator[str]:
    """Yield the words that only a space parts from a title: ``TIMOTHY REYES SOFTWARE ENGINEER``."""
    words = text.split()
    if (
        not MIN_WITH_TITLE <= len(words) <= MAX_WITH_TITLE
        or not text[0].isupper()
        or not text.replace(" ", "").isalpha()
    ):
        return
    for n_words in (2, 3):
        if title_score(" ".join(words[n_words:])) >= SURE_TITLE:
            yield clean(" ".join(words[:n_words]))


def _upright(sheet: Sheet, number: int, size: float) -> str | None:
    """Return a Chinese name printed one character a line."""
    if len(sheet.shown[number]) != 1 or sheet.sizes[number] < size:
        return None
    end = number
    while end < len(sheet.shown) and len(sheet.shown[end]) == 1 and sheet.sizes[end] == sheet.sizes[number]:
        end += 1
    word = "".join(sheet.shown[number:end])
    return word if MIN_UPRIGHT <= len(word) <= MAX_UPRIGHT and HAN.match(word) else None


def _beside_title(text: str) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether it counts as a whole line) where a sentence or only a space parts it from what the person is."""
    sentence = _SENTENCE.match(text) or _BEFORE_CONTACT.match(text)
    if sentence and not tells_of_house(text[sentence.end() :]):
        yield clean(sentence.group(1)), True
    yield from ((name, False) for name in _in_front_of_title(text))
    if name := before_title(text):
        yield name, True
    if text.isascii():
        return
    bracketed = _LATIN_BEHIND.fullmatch(text.strip())
    if bracketed:
        yield bracketed.group(1), True
    if both := in_both_scripts(text.strip()):
        yield both, True
    parted = _PARTED.fullmatch(text.strip())
    if parted and _is_parted_name(fold(parted.group(1)), parted.group(3)):
        yield parted.group(1) + parted.group(2), True
    glued = _GLUED.match(text) or _BEFORE_FACTS.match(text)
    if glued:
        yield glued.group(1), True
    dotted = _DOT_BEFORE_TITLE.fullmatch(text.strip())
    if dotted and title_score(dotted.group(2)) >= SURE_TITLE:
        yield dotted.group(1), True
    behind = _BEHIND_TITLE.fullmatch(text.strip())
    if behind and (title_score(behind.group(1)) >= SURE_TITLE or behind.group(1).endswith(_OF_STUDIES)):
        yield clean(behind.group(2)), True


def before_title(text: str) -> str:
    """Return what stands before a dash and a post, or several behind commas: ``Nora Pellwick -- Registered Nurse``."""
    name, dash, title = _DASH.sub("\t", text.strip(), count=1).partition("\t")
    if dash:
        return clean(name) if title_score(title) >= SURE_TITLE and not title_score(name) else ""
    if "|" in text or "•" in text:
        name, _, title = _UPRIGHT_SIGN.sub("\t", text.strip()).partition("\t")
        return clean(name) if title_score(title) == 1.0 and latin_score(clean(name)) > SURE else ""
    name, *posts = text.split(", ") if "," in text else (text,)
    is_row = len(posts) > 1 and all(title_score(post.strip()) >= SURE_TITLE for post in posts)
    return clean(name) if is_row and latin_score(clean(name)) > SURE else ""


def tells_of_house(rest: str) -> bool:
    """Tell what follows *Harbor Light is a* and no person is: a small nonprofit for young people."""
    return _OF_A_HOUSE.match(rest[:90]) is not None


def _is_parted_name(surname: str, latin: str | None) -> bool:
    """Tell a name with a gap behind the surname: one of two characters, or the name follows in Latin letters."""
    singles, doubles = surnames()
    return surname in doubles or (surname in singles and latin is not None and latin_score(latin) > SURE)


def _until_trades(pieces: list[str], text: str) -> list[str]:
    """Return the pieces of a row in front of its second trade: who lists trades with slashes names himself before them."""
    trades = [] if text.count("/") < MIN_TRADES else _trades(pieces)
    return pieces[: trades[1]] if len(trades) >= MIN_TRADES else pieces


def _trades(pieces: list[str]) -> list[int]:
    return [number for number, piece in enumerate(pieces) if title_score(piece) >= SURE_TITLE]


def is_row_of_trades(text: str) -> bool:
    """Tell ``Graphic Designer / Illustrator / Brand Visual``: three with slashes among them, of which two are posts."""
    return text.count("/") >= MIN_TRADES and len(_trades(text.split("/"))) >= MIN_TRADES


def name_pieces(text: str) -> Iterator[tuple[str, bool, bool]]:
    """Yield (piece, whether it is the whole line, whether the line calls it a resume)."""
    if len(text) > MAX_LINE or _PARENT_LINE.match(text):
        return
    text = _SEX_BEHIND.sub("", without_pronouns(text))
    is_titled = calls_it_resume(text)
    whole = clean(text)
    name = name_in_front_of_post(text.strip()) or whole
    if name and len(name) <= MAX_NAME:
        yield name, True, is_titled and name != text.strip()
    yield from ((name, is_whole, False) for name, is_whole in _beside_title(text))
    if is_titled and (bracketed := _IN_BRACKETS.search(text)):
        yield bracketed.group(1), True, True
    if is_titled and (glued := name_beside_post(whole.replace(" ", ""))):
        yield glued, True, True
    pieces = _until_trades([piece for piece in _PIECES.split(text) if piece and piece.strip()], text)
    for number, piece in enumerate(pieces):
        bare = without_trade(clean(piece)) if is_titled else clean(piece)
        is_last = number == len(pieces) - 1 and "@" in text and HAN.match(bare) is not None
        if bare and bare != whole and (number < 3 or is_last):
            yield bare, False, is_titled and number < 2
        words = piece.split()
        both = None if piece.isascii() else _TWO_SCRIPTS.fullmatch(piece.strip())
        if both:
            yield clean(both.group(1)), True, is_titled
        elif HAN.search(piece) and len(words) > 1 and number == 0:
            first = clean(words[0])
            if first != bare and fold(first) not in surnames()[1]:
                yield first, False, is_titled
