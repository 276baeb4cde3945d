"""Jobs set as an outline: what the line of the dates leaves open stands in the first items of the list below it.

``* 2024 - present: Assistant Professor`` / ``* Tokyo Institute of Technology``: the firm is an item of its own, or the post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.atoms import Atom, atoms_of
from ringback.readers.fields.jobs.kinds import surely_no_house
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.jobs.no_jobs import is_activity
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.jobs.titles import activity_at_end, employer_score, title_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

MAX_ITEMS = 2  # the third item is a description
MAX_ITEM_CHARS, MAX_ITEM_WORDS, MAX_HAN_CHARS = 80, 10, 24
ITEM = re.compile(r"^\s*(?:[*•·‣▪●○◦⋄◇◆■▶➢❖✦✧★☆◈▸▹➤–—-]|\d{1,2}[.、)])\s*(?=\S)")
_PICTURES = re.compile("^(?:[\U0001f1e6-\U0001faff\u2600-\u27bf][\ufe0f\u200d]*\\s*)+")  # * 🏠 Northwind Clinics
_HAN = re.compile("[\u4e00-\u9fff]")
_SIGN_OF_ITEM = re.compile(r"\s*[•·‣▪●○*–-]\s")
MAX_OUTLINE = 12  # lines from a post up to the item that holds it
_SURE_FIRM = _SURE_POST = 0.8
MAX_TOLD_CHARS = 60
MAX_NAME_WORDS = 6
_TOLD_IN_LATIN = re.compile(
    r"(?:As|In my (?:(?:current|present|recent|last) )?(?:position|role|job|post|capacity|work) (?:as|of))"
    r" (?:an? |the |our |their )?([A-Z][\w/&'’-]*(?: [A-Z&][\w/&'’-]*| of| and| for(?= [A-Z])| in(?= [A-Z])){0,5})"
    r"(?: (?:for|at|in|of|on) [^,.;]{2,60})?, I\b"
    r"|(?:Currently )?(?:[Ss]erv(?:e|es|ing|ed)|[Aa]ct(?:ing|ed|s)?|[Ww]ork(?:s|ing|ed)?) as (?:an? |the )?"
    r"((?:[\w&/'’-]+ ){0,5}?[\w'’-]+)(?=[,.;]| (?:to|for|in|at|on|with|under|responsible|where)\b)"
    r"|As (?:an? |the |our |their )?([a-z][\w/&'’-]*(?: [a-z&][\w/&'’-]*){0,4}?),? I [a-z]"
)  # As a Case Manager, I met clients; Served as tide adviser to
_TOLD = re.compile(
    "^[*·-]?\\s*(?:(?:我|本人)?(?:主要|现|目前)?在(?:公司|部门|该公司|团队|项目组)[\u4e00-\u9fff]{0,4})?(?:主要|现|目前)?(?:担任|任职|出任)(?:了|为)?"
    "([\u4e00-\u9fffA-Za-z+#/. ]{2,16}?)(?:的)?(?:岗位|职位|职务|一职|工作|角色)?(?=[,.;，。；、]|$)"
)


_POST_FIRST = re.compile(
    "\\s*[*·-]?\\s*(?:作为|担任|任)?([\u4e00-\u9fffA-Za-z+#/]{2,16})[,，]\\s?(?:主要|日常|平时)?(?:的)?(?:工作|负责|职责|任务|从事)"
)  # 运维工程师，主要工作是…


_OPENS = re.compile(  # what a word or a sign ends
    r"\W{0,3}([A-Z][\w/&'’-]*(?: (?!(?:an?|the|our|all|my|of|in|at|for|with|to|from|on|by|who|which)\b)[\w/&'’-]+){0,4})"
    r"(?:\. (?=[A-Z])|\.$|[,;(]| (?:in|at|for|with|on|under) (?=\S))"
)
_ROLE = re.compile(
    "\\W{0,3}(?:项目|担任|所任|工作|岗位|本人)?角色\\s?:\\s?([\u4e00-\u9fffA-Za-z+#/. ]{2,16})[,，.。;；]?\\s*$"
)  # in a project of the job
MAX_POST_WORDS = 8
_OF_TEAM = re.compile("负责人|[组队][长员]|成员|核心|主力|参与")  # in a project; posts are called otherwise


def item_of(line: str) -> str | None:
    """Return the text of an item of a list that may name something; None for other lines and for descriptions."""
    mark = ITEM.match(line)
    text = _PICTURES.sub("", line[mark.end() :].strip()) if mark else ""
    limit = MAX_HAN_CHARS if _HAN.search(text) else MAX_ITEM_CHARS
    if not text or len(text) > limit or len(text.split()) > MAX_ITEM_WORDS or ":" in fold(text):
        return None
    return None if is_text(_capital(fold(text))) or is_activity(text) else text


def mark_of(shown: str) -> str:
    """Return the mark that a line begins with as an item, empty for other lines."""
    mark = _SIGN_OF_ITEM.match(shown)
    return mark.group().strip() if mark else ""


def is_outer_item(sheet: Sheet, entry: Entry, below: int) -> bool:
    """Tell the next item of the mark that stands over the posts, which have another: ``• Larch Ltd`` under ``– Clerk (2021)``."""
    mark, own = mark_of(sheet.shown[entry.line]), mark_of(sheet.shown[below])
    over = range(max(0, entry.line - MAX_OUTLINE), entry.line)
    return bool(mark and own) and mark != own and any(mark_of(sheet.shown[i]) == own for i in over)


def _capital(text: str) -> str:
    return re.sub(r"^the (?=[A-Z])", "The ", text)


def names_job(line: str) -> bool:
    """Tell whether an item names a post or a firm by its own words."""
    text = item_of(line)
    if text is None:
        return False
    is_known = any(
        title_score(atom.text) == 1.0 or employer_score(atom.text) >= _SURE_FIRM for atom in atoms_of(text, row=0)
    )
    return is_known or school_in(fold(text), text) is not None


def post_in_items(sheet: Sheet, entry: Entry, end: int) -> Found[str] | None:
    """Return the post that an item below the dates is, in the lines before ``end``."""
    for line, atoms in _items(sheet, entry, end):
        is_post = title_score(atoms[0].text) == 1.0 and activity_at_end(fold(atoms[0].text)) is None
        if is_post and employer_score(atoms[0].text) < _SURE_FIRM:
            return Found(atoms[0].text, "layout", 0.7, line)
    return None


def post_told_above(sheet: Sheet, over: int, entry: Entry) -> Found[str] | None:
    """Return the post that is all of an item over the sentence that tells house and dates: ``- Teacher of music.``."""
    line = sheet.shown[over] if over >= 0 else ""
    mark = ITEM.match(line)
    if mark is None or sheet.headings[over] or sheet.sections[over] != sheet.sections[entry.line]:
        return None
    post = line[mark.end() :].strip(" .>-")
    is_post = 0 < len(post.split()) <= MAX_POST_WORDS and title_score(post) == 1.0 and len(atoms_of(post, row=0)) == 1
    return Found(post, "layout", 0.6, line) if is_post else None


def post_told_below(sheet: Sheet, entry: Entry, end: int) -> Found[str] | None:
    """Return the post that the first lines of the description tell: 在公司担任Web前端开发的岗位，…."""
    for number in range(entry.last + 1, min(entry.last + 1 + MAX_ITEMS, end, len(sheet.shown))):
        if sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            return None
        line = sheet.folded[number]
        told = _POST_FIRST.match(line) or _TOLD.search(line, 0, MAX_TOLD_CHARS) or _TOLD_IN_LATIN.match(line)
        role = None if told else _ROLE.match(line)
        told = told or (role if role and not _OF_TEAM.search(role.group(1)) else None)
        if told and title_score(told[told.lastindex or 0]) >= _SURE_POST:
            begin, end_of_post = told.span(told.lastindex or 0)
            return Found(sheet.shown[number][begin:end_of_post], "layout", 0.6, sheet.shown[number])
        is_first = number == entry.last + 1 and any(map(str.isalpha, bare_line(sheet, entry.line)))
        if is_first and (post := _post_that_opens(sheet.shown[number])):
            return Found(post, "layout", 0.6, sheet.shown[number])
    return None


def _post_that_opens(line: str) -> str | None:
    """Return the post with which a description begins: ``Post-doc in the Tide team``, ``Lead Developer. Larch is a firm``.

    Who writes *Lead a team of four* tells what was done.
    """
    opens = _OPENS.match(line)
    post = opens.group(1) if opens else ""
    first, _, rest = post.partition(" ")
    is_deed = bool(rest) and rest[0].islower() and title_score(first) > 0
    is_post = not (is_deed or post.endswith("ship")) and title_score(post) == 1.0 and employer_score(post) < _SURE_FIRM
    return post if is_post and activity_at_end(fold(post)) is None else None


def house_told_below(sheet: Sheet, entry: Entry, end: int) -> Found[str] | None:
    """Return the house at which the first sentence below the post says that somebody works: ``At Larch Tides, we keep …``."""
    for number in range(entry.last + 1, min(entry.last + 1 + MAX_ITEMS, end, len(sheet.shown))):
        if sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            return None
        if told := _AT_HOUSE.match(sheet.folded[number]):
            house = sheet.shown[number][slice(*told.span(1))]
            return None if surely_no_house(house, frozenset()) else Found(house, "layout", 0.5, sheet.shown[number])
    return None


def firm_in_items(sheet: Sheet, entry: Entry, end: int) -> Found[str] | None:
    """Return the firm or school that the first item below the dates is, in the lines before ``end``."""
    is_own = entry.last + 2 < end  # right above the next dates stands the next house
    for line, atoms in _items(sheet, entry, end):
        name = re.sub(r"^the (?=[A-Z])", "", atoms[0].text)
        is_firm = employer_score(name) >= _SURE_FIRM or school_in(fold(name), name) is not None
        is_firm = is_firm or (is_own and _is_name_with_place(atoms))
        if is_firm and title_score(name) < 1.0:
            return Found(name, "layout", 0.7, line)
    return None


_AT_HOUSE = re.compile(
    r"\W{0,3}(?:(?:Currently|Presently|Now|While|Working|Here),? )?[Aa]t (?:the )?"
    r"(?!(?:First|Present|Work|Home|This|That|My|Our|University|School|College|Night|Times?|Christmas|Easter)\b)"
    r"([A-Z][\w&.'’-]*(?: (?:[A-Z&][\w&.'’-]*|of|and|for|the)){0,5})(?: \([^()]{2,30}\))?,? (?:I|I['’][a-z]+|we|my|our) [a-z]"
)


def _is_name_with_place(atoms: Sequence[Atom]) -> bool:
    """Tell a name with its place behind it, be it known for a firm or not: ``* New Mount Vernon UMC, Winston Salem, NC``.

    A dash parts it only from a town that its state or country follows: ``* Larchwell - Richmond, Virginia``.
    """
    first, *behind = atoms
    is_name = (
        not first.role
        and first.text[0].isupper()
        and not is_town(first.text)
        and len(first.text.split()) <= MAX_NAME_WORDS
    )
    gaps = [atom.gap for atom in behind]
    is_parted = gaps[:2] == ["dash", "comma"] or gaps[:1] == ["comma"]
    known = behind[1:] if gaps[:1] == ["dash"] and behind[0].text.istitle() else behind
    is_placed = is_parted and all(atom.role == "aside" or is_town(atom.text) for atom in known)
    return is_name and is_placed and all(gap == "comma" for gap in gaps[1:])


def _items(sheet: Sheet, entry: Entry, end: int) -> Iterator[tuple[str, Sequence[Atom]]]:
    """Yield the first items below the dates with their atoms; the first line that is none ends them."""
    for number in range(entry.last + 1, min(entry.last + 1 + MAX_ITEMS, end, len(sheet.shown))):
        text = item_of(sheet.shown[number])
        if text is None or sheet.headings[number] or sheet.sections[number] != sheet.sections[entry.line]:
            return
        if is_outer_item(sheet, entry, number):
            return
        if atoms := atoms_of(text, row=0):
            yield sheet.shown[number], atoms
