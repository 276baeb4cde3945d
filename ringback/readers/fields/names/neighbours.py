"""What stands beside a name: the title of the document above it, contacts and facts of the person below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.cleaning import HAN, clean
from ringback.readers.fields.names.pieces import TITLE_LINE, is_row_of_trades, is_title_alone

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_OF_LIFE = frozenset({"experience", "education", "projects", "references", "awards", "training"})
_OF = frozenset({"of", "for", "-", "|"})
_FACTS = frozenset({"gender", "birth", "age", "phones", "emails", "contact", "city", "not_city"})
_FORM_TITLE = re.compile("(?:个人|求职|中文|我的)*(?:简历|履历)(?:表|书|资料)?")
FORM_LINES = 4
LAST_BELOW_CONTACT = 3  # a name further down is somebody else's
MAX_ABOVE_NAME = 6  # lines of addresses
_PHONE = re.compile(
    r"\(\d{3}\) ?\d{3}|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|\+\d{1,3}[\s(]|\b[2-9]\d{2}[-. ]\d{3}[-. ]\d{4}\b"
    r"|(?<!\d)09\d{2}[- ]?\d{3}[- ]?\d{3}(?!\d)|(?<!\d)[5679]\d{3}[- ]\d{4}(?!\d)"  # of Taiwan and Hong Kong
)
_POST_CODE = re.compile(r"\b[A-Z]{2},? \d{5}(?:-\d{4})?\b")  # 12 Larch Street, UT 84600
_LINK = (
    "(?:(?:电子|个人|我的)?(?:邮箱|邮件|网站|主页|博客)|github|linkedin|e-?mail|web ?site|home ?page|blog|twitter|知乎|掘金"
    "|领英)"
)
_BETWEEN_LINKS = r"(?:\s{0,3}[|/·•,\t]\s{0,3}|\s{1,3}[-–—]\s{1,3})"
_ROW_OF_LINKS = re.compile(
    rf"(?:^|{_BETWEEN_LINKS}){_LINK}(?:{_BETWEEN_LINKS}{_LINK}){{1,6}}\s{{0,3}}$", re.IGNORECASE
)  # 卢晓东 - 邮箱 - 网站
_OF_PERSON = re.compile(r"(?:^|[\s|/,·:])[男女](?=$|[\s|/,·])|\d{2}岁|出生|(?:19|20)\d{2}年|本科|硕士|大专|博士|经验")


_OF_PICTURE = re.compile(
    r"(?:(?:my|a|the|profile|portrait) ){0,2}(?:photo(?:graph)?|pic(?:ture)?|image|portrait|head ?shot|avatar)\b.{0,80}"
    r"|\S{1,80}\.(?:jpe?g|png|gif|webp|svg)",
    re.IGNORECASE,
)  # what stands for a picture where none is shown: Photo of a woman at her desk
_TELLS = re.compile(
    "([\u4e00-\u9fff]{2,4}?)(?:[,，]?(?:先生|女士|博士|教授|老师|同学))?[,，]?(?:是|系|为|现[任为]|一[名位]|毕业于|就读于|出生于|[男女][,，])"
)


def is_picture(line: str) -> bool:
    """Tell what stands for a picture where none is shown: ``Photo of a woman at her desk``."""
    return _OF_PICTURE.fullmatch(line.strip()) is not None


def is_below_title(sheet: Sheet, number: int) -> bool:
    """Tell a name between 个人简历 and what else is said of the person (男 | 28岁), or right below ``CV`` and a picture."""
    below = sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    if number == 2 and sheet.folded[1] in _OF and is_title_alone(sheet.folded[0]):  # Curriculum Vitae / of / Ana Paz
        return True
    if (
        0 < number <= LAST_BELOW_CONTACT
        and "," not in clean(sheet.shown[number])
        and not HAN.search(sheet.shown[number])
    ):
        above = [line for line in sheet.folded[:number] if not _OF_PICTURE.fullmatch(line.strip())]
        return bool(above) and all(map(is_title_alone, above))
    if number == 0 or HAN.match(sheet.shown[number]) is None:
        return False
    is_titled = TITLE_LINE.search(sheet.folded[number - 1]) is not None
    is_form = _FORM_TITLE.fullmatch(sheet.folded[number - 1].strip()) is not None and _tells_facts(sheet, number + 1)
    return is_titled and (is_form or _OF_PERSON.search(below) is not None)


def _tells_facts(sheet: Sheet, number: int) -> bool:
    """Tell a line from which on a form asks for facts of a person: 个人基本资料, or two of them with their labels."""
    if number < len(sheet.folded) and sheet.headings[number] and sheet.sections[number] == "basic":
        return True
    near = {label.field for label in sheet.labels if number <= label.line < number + FORM_LINES}
    return len(near & _FACTS) > 1


def stands_below_contacts(sheet: Sheet, number: int) -> bool:
    """Tell the last line of a head that begins with its addresses and numbers: what the page says of the person is next."""
    is_last = 0 < number < MAX_ABOVE_NAME and number + 1 < len(sheet.shown) and not sheet.headings[number]
    above = " ".join(sheet.folded[max(0, number - 2) : number]) if is_last else ""
    is_met = "@" in above or _PHONE.search(above) is not None
    return is_met and (sheet.headings[number + 1] or title_score(sheet.shown[number + 1].strip()) == 1.0)


def stands_over_title(sheet: Sheet, number: int) -> bool:
    """Tell the first line of all, where the second one calls the document a curriculum vitae and nothing else."""
    return number == 0 and len(sheet.folded) > 1 and is_title_alone(sheet.folded[1])


def stands_over_post(sheet: Sheet, number: int) -> bool:
    """Tell a Chinese name right over what the person is, or right under a row of trades, where no job is told.

    卢晓东 over 会计主管; 卢晓东 under *Graphic Designer / Illustrator / Brand Visual*.
    """
    above = sheet.shown[number - 1] if number else ""
    below = sheet.shown[number + 1].strip() if number + 1 < len(sheet.shown) else ""
    is_free = sheet.sections[number] not in _OF_LIFE and HAN.match(sheet.shown[number]) is not None
    return is_free and not sheet.headings[number] and (title_score(below) == 1.0 or is_row_of_trades(above))


def is_spoken_of(sheet: Sheet, number: int) -> bool:
    """Tell a Chinese name of which the next line begins to tell: 卢晓东 over 晓东是一名土木工程师."""
    name, below = sheet.folded[number].strip(), sheet.folded[number + 1] if number + 1 < len(sheet.folded) else ""
    told = _TELLS.match(below) if HAN.match(name) else None
    return told is not None and told.group(1) in {name, name[1:]}


def opens_form(sheet: Sheet, number: int) -> bool:
    """Tell the first line under ``Personal data`` at the top of the resume."""
    is_first = 0 < number <= LAST_BELOW_CONTACT and sheet.headings[number - 1]
    return is_first and sheet.sections[number] == "basic"


_SPOILED = re.compile(  # ana.moor#post#example, ana [at] post [dot] example: against machines that gather addresses
    r"\b[\w.-]{3,40}(?:#|\s?[\[({]\s?at\s?[\])}]\s?)[\w-]{2,30}(?:[#.]|\s?[\[({]\s?dot\s?[\])}]\s?)[a-z]{2,}",
    re.IGNORECASE,
)


def contact_follows(sheet: Sheet, number: int) -> bool:
    """Tell whether an address or a number stands on this line or the next three, or words in a row that link to them."""
    if number >= len(sheet.shown):
        return False  # of a page without words
    if any(_ROW_OF_LINKS.search(line) for line in sheet.folded[number : number + 2]):
        return True
    first = max(0, number - 2) if number <= LAST_BELOW_CONTACT and HAN.match(sheet.shown[number]) else number
    near = " ".join(sheet.folded[first : number + 4])
    return "@" in near or any(sign.search(near) for sign in (_PHONE, _POST_CODE, _SPOILED))


_CONTACT_LINE = re.compile(
    r"(?:(?:e-?mail|phone|tel(?:ephone)?|mobile|cell)(?: (?:address|number|no\.?))?\s*[:：.]?\s*)?"
    r"[(<]?(?:[\w.+-]{2,40}@[\w.-]{3,40}|[(+]?\d[\d ().+-]{7,18})",
    re.IGNORECASE,
)


def contact_is_next(sheet: Sheet, number: int) -> bool:
    """Tell a line right over one that opens with an address or a number: the head of the person's own block."""
    below = sheet.folded[number + 1].strip() if number + 1 < len(sheet.folded) else ""
    return _CONTACT_LINE.match(below) is not None
