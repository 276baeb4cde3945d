"""Names that the page itself need not print: those of a board, of the file, of the document's properties and title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.file_names import names_in_file_name
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.behind import without_trade
from ringback.readers.fields.names.candidates import Candidate, candidate_for, shape_score
from ringback.readers.fields.names.cleaning import HAN, clean, is_placeholder
from ringback.readers.fields.names.introductions import PAGE_OF
from ringback.readers.fields.names.pieces import calls_it_resume, is_title_alone, name_pieces, owner_of_page
from ringback.readers.fields.names.shapes import agrees_with_email, careless_score, han_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import fold, show, squeeze

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.boards.evidence import Evidence
    from ringback.readers.fields.sheet import Sheet

THRESHOLD = 1.9
WEIGHT_BOARD = 3.0
MAYBE_NAME = 0.5  # Dean Cook may be one
WEIGHT_FILE = 1.2
WEIGHT_METADATA = 0.6
HEAD_LINES, MIN_BROKEN = 15, 2  # words of a name that needs no second line
WEIGHT_OWN_TITLE = 1.0
_PAGES = frozenset({"html", "txt", "md"})
WEIGHT_TITLED_FILE = 0.95  # 简历-鲁志深-测试开发: a surname and the word are enough
_OF_TEMPLATE = re.compile(r"模[板版]|范[文本]|样[本例表]|空白|template|sample|example", re.IGNORECASE)
_OWN_IN_CHINESE = re.compile(r"个人(?:主页|网站|网页|站点|空间|介绍|名片|作品集)|作品集|求职|自荐|[個个]人[網网頁页]")
_AT_SIGNS = re.compile(r"[|｜/_·•]|[-–—]+")
_CALLED_VITA = re.compile(
    r"\bvitae?\b|^bewerbung\b", re.IGNORECASE
)  # of a title: in print they are words of other things
SURE_HAN = 0.8
SURE_TITLE, SURE_POST = 0.6, 0.8
FOOT_LINES, SURE_FOOT = 8, 0.8
_ADDRESS = re.compile(r"([\w.+-]{2,64})@\w[\w-]*\.\w")
_AT_CONTACTS = re.compile(r"\s*[,，|•·;\t]\s*|\s+[-–—]\s+|\s+(?=\+?\d|\S+@)")
_COPYRIGHT = re.compile(
    r"(?:©|\([cC]\)\s|\b[Cc]opyright\b)[^A-Za-z]*(?:[Cc]opyright\b[^A-Za-z]*)?(?:by )?"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3})(?=[.,|•·\s]*(?:$|All [Rr]ights|CV\b))",
)
_BEFORE_COPYRIGHT = re.compile(
    r"^([A-Z][\w'’-]+(?: [A-Z][\w'’.-]*){1,3}),?\s*(?:©|\([cC]\)|\b[Cc]opyright\b)\s*(?:19|20)\d\d"
)
_IN_BOTH_SCRIPTS = re.compile("[\u4e00-\u9fff]{2,6} ([A-Z][a-z]+(?: [A-Z][a-z]+){1,2})")
_JUNK_AUTHORS = re.compile(
    r"^(?:admin|administrator|user|users|微软|windows|microsoft|lenovo|dell|hp|pc|china|wps|office|python-docx|unknown|未知"
    r"|author|owner|acer|asus|sky|free|apple|mac|home|guest)",
    re.IGNORECASE,
)


def from_board(evidence: Evidence, candidates: dict[str, Candidate]) -> None:
    """Take the name that the board gives."""
    value = clean(evidence.name) if evidence.name else ""
    if not value or is_placeholder(value):
        return
    score = shape_score(value, is_given=True)
    is_post = value.isascii() and title_score(value) == 1.0 and shape_score(value) < MAYBE_NAME  # Indeed_Sales_Manager
    if score > 0 and not is_post:
        named = _printed_with_more(value, candidates) or candidate_for(candidates, value)
        named.add(evidence.how, WEIGHT_BOARD * score, evidence.text)


def _printed_with_more(value: str, candidates: dict[str, Candidate]) -> Candidate | None:
    """Return the printed name that has the words of a Latin one and an initial or a second name between them."""
    words = value.lower().split()
    whole = [one for one in candidates.values() if one.reasons.keys() & {"label", "layout"}] if len(words) > 1 else []
    return next((one for one in whole if _has_between(one.value.lower().split(), words)), None)


def _has_between(whole: list[str], words: list[str]) -> bool:
    is_longer = len(words) < len(whole) <= len(words) + 2
    return is_longer and whole[0] == words[0] and whole[-1] == words[-1] and set(words) <= set(whole)


def from_file_name(sheet: Sheet, evidence: Evidence, candidates: dict[str, Candidate], *, is_blank: bool) -> None:
    """Take names out of a file name that no board wrote; alone they count only beside the word resume, never for a blank form."""
    if evidence.board and evidence.name:
        return
    text = evidence.text
    is_titled = calls_it_resume(text.replace("_", " ")) and not _OF_TEMPLATE.search(text)
    body = _plain(sheet.text)
    for value in names_in_file_name(text):
        score = shape_score(value)
        if score <= 0:
            continue
        is_printed = _plain(value) in body
        if is_printed:
            candidate_for(candidates, value).add(evidence.how, WEIGHT_FILE * score + 0.9, text)
        elif not is_blank and score >= 0.8 and _says_more_of(sheet, text, value):
            candidate_for(candidates, value).add(evidence.how, WEIGHT_FILE * score + 1.0, text)
        elif is_titled and not is_blank and score > 0.5:
            candidate_for(candidates, value).add(evidence.how, WEIGHT_FILE * score + WEIGHT_TITLED_FILE, text)
        else:
            candidate_for(candidates, value).add(evidence.how, WEIGHT_FILE * score * 0.5, text)


def _plain(text: str) -> str:
    """Return the letters of a text without spaces and the full stops of initials."""
    return squeeze(fold(text)).lower().replace(".", "")


def _says_more_of(sheet: Sheet, file_name: str, name: str) -> bool:
    """Tell whether a file name also holds a number or a post that the resume prints: ``张三-物流主管-138….docx``."""
    body = re.sub(r"[\s-]+", "", sheet.text)
    tokens = re.findall("[\u4e00-\u9fff]{3,12}|\\d{7,}", fold(file_name).replace(fold(name), " "))
    return any(token in body and (token.isdigit() or title_score(token) >= SURE_TITLE) for token in tokens)


def _names_in_title(title: str) -> Iterator[tuple[str, bool]]:
    """Yield (name, whether the title says whose page it is): ``Ana Moor | Resume``, ``Ana Moor's Portfolio``."""
    if owner := owner_of_page(title):
        yield owner, True
    folded = fold(title)
    if len(folded) == len(title) and (of_him := PAGE_OF.match(folded)):  # 卢晓东的個人網站
        yield title[slice(*of_him.span(of_him.lastindex or 1))], True
    is_resume = calls_it_resume(title) or _CALLED_VITA.search(title) is not None or _is_page_of_chinese(title)
    for piece, _, _ in name_pieces(title):
        bare = without_trade(piece)
        yield bare, is_resume or bare != piece


def _is_page_of_chinese(title: str) -> bool:
    """Tell a Chinese title that says whose page it is, or what somebody is: 卢晓东 - 个人主页, 卢晓东 | 销售经理."""
    pieces = [piece.strip() for piece in _AT_SIGNS.split(title)]
    is_post = any(title_score(piece) == 1.0 for piece in pieces[1:])
    return _OWN_IN_CHINESE.search(title) is not None or (is_post and han_score(pieces[0]) >= SURE_HAN)


def from_title(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take the name out of a title that calls the document a resume, where the page itself prints none."""
    title = show(sheet.document.title or "")
    if _OF_TEMPLATE.search(title):
        return
    posts = [part for part in re.split(r"\s*[|–—·•]\s*|\s-\s", title)[1:] if title_score(part) >= SURE_POST]
    if (owner := _written_small(sheet, title)) is not None:
        candidate_for(candidates, owner).add("metadata", THRESHOLD + SURE_HAN, title)
    for piece, is_own in _names_in_title(title):
        score = shape_score(piece)
        is_told = " " in piece and title.startswith(piece) and bool(posts)  # Nora Pellwick | Translator
        is_place = piece not in title.split(" | ") and is_town(piece)  # Sun Valley Design | Resume
        if score >= SURE_HAN and not is_place and (is_own or is_told or _is_linked(sheet, piece)):
            candidate_for(candidates, piece).add("metadata", THRESHOLD + score / 10, title)


def _written_small(sheet: Sheet, title: str) -> str | None:
    """Return the name in small letters that a title gives the owner of a resume, and a line repeats: ``ana moor_cv``."""
    plain = title.replace("_", " ")
    bare = clean(plain)
    is_told = bare != plain.strip() and calls_it_resume(plain) and bare.islower() and " " in bare
    return bare if is_told and careless_score(bare) and any(line.strip() == bare for line in sheet.shown) else None


def from_author(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take who is told to have written a page that is called a resume and names nobody: ``title: CV``, ``author: Nora Moor``.

    A word processor tells whose it is, or who made the pattern; a page tells its author where it is written for him.
    """
    author = clean(sheet.document.author or "")
    calls = (fold(show(sheet.document.title or "")), *sheet.folded[:1])
    is_page = sheet.document.format in _PAGES and any(map(is_title_alone, calls))
    if is_page and not _JUNK_AUTHORS.match(author) and shape_score(author) >= SURE_HAN:
        candidate_for(candidates, author).add("metadata", THRESHOLD, sheet.document.author or "")


def _is_linked(sheet: Sheet, name: str) -> bool:
    """Tell a name whose words the page's own links hold in one piece: ``linkedin.com/in/ana-moor``, ``mailto:ana.moor@…``."""
    letters = re.sub(r"[^a-z]", "", name.lower())
    is_whole = len(name.split()) > 1 and name.isascii()
    return is_whole and any(letters in re.sub(r"[^a-z/@]", "", link.lower()) for link in sheet.document.links)


def from_foot(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Take the name behind the sign of copyright at the foot of a page that prints none else: ``© 2023 Nora Pellwick``.

    So is the one in front of his own address there: ``Nora Pellwick, Leeds, nora.pellwick@post.example``.
    """
    for number in range(max(0, len(sheet.shown) - FOOT_LINES), len(sheet.shown)):
        line = sheet.shown[number]
        if sheet.sections[number] != "references" and (owner := _before_own_address(line)):
            candidate_for(candidates, owner).add("layout", THRESHOLD, line)
        match = _COPYRIGHT.search(line) or _BEFORE_COPYRIGHT.match(line)
        if match and shape_score(match.group(1)) >= SURE_FOOT:
            candidate_for(candidates, clean(match.group(1))).add("layout", THRESHOLD, line)
        twice = _IN_BOTH_SCRIPTS.fullmatch(line)
        if twice and shape_score(twice.group(1)) >= SURE_FOOT:
            candidate_for(candidates, twice.group(1)).add("layout", THRESHOLD, line)


def _before_own_address(line: str) -> str | None:
    """Return the name that a line begins with and an address in it spells."""
    address = _ADDRESS.search(line)
    if address is None:
        return None
    name = clean(_AT_CONTACTS.split(line, maxsplit=1)[0])
    is_name = shape_score(name) >= SURE_FOOT and agrees_with_email(name, address.group(1).lower())
    return name if is_name else None


def from_metadata(sheet: Sheet, candidates: dict[str, Candidate]) -> None:
    """Let author and title of the document speak for a name that is printed."""
    for text in (sheet.document.author, sheet.document.title):
        if not text or _JUNK_AUTHORS.match(text):
            continue
        for value, is_own in [(clean(text), False), *_names_in_title(show(text))]:
            key = re.sub(r"[\s·.•]", "", fold(value)).lower()
            if key not in candidates and (halves := _over_two_lines(sheet, value)):
                whole = candidate_for(candidates, value)
                whole.add("layout", THRESHOLD, value)
                for half in map(clean, halves):
                    part = candidate_for(candidates, half)
                    for how, points in part.reasons.items():
                        whole.add(how, points, value)
                    part.score = 0.0
            if key in candidates:
                candidates[key].add("metadata", WEIGHT_OWN_TITLE if is_own else WEIGHT_METADATA, text)


def _over_two_lines(sheet: Sheet, name: str) -> tuple[str, str] | None:
    """Return the two lines of the head over which the print breaks a name: ``Ana Maria Moor`` / ``Velding Larch``; else None."""
    for i in (
        range(min(HEAD_LINES, len(sheet.shown) - 1)) if len(name.split()) > MIN_BROKEN and not HAN.search(name) else ()
    ):
        first, second = sheet.shown[i : i + 2]
        is_alike = 0 < sheet.sizes[i] == sheet.sizes[i + 1] and f"{first} {second}".lower() == name.lower()
        if is_alike and min(shape_score(first), shape_score(second)) > 0:
            return first, second
    return None
