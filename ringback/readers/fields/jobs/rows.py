"""The rows of a job's header as they were meant: wrapped lines put together, sentences told from names."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.prose import is_in_bracket, opens_with_title
from ringback.readers.fields.jobs.running_text import is_text
from ringback.readers.fields.jobs.titles import employer_score, ends_as_title, title_score
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.normalise import fold, is_latin

_OPEN_NAME = re.compile(r"[A-Z]\w+ (?:of|of the|for the)\s*$")  # The University of the / Witwatersrand
_END_OF_FIRM = re.compile(
    r"(?:[A-Z&][\w&-]* ){0,2}(?:Co|Inc|Ltd|LLC|LLP|PLC|plc|Corp|Corporation|Company|Group|Limited|Holdings|GmbH|Pvt|Pty)\.?"
    r"(?: Ltd\.?)?"
)
_LAST_PIECE = re.compile(r"\s[—–|-]\s|\t")
_OPEN_OFFICE = re.compile(
    r"\b(?:working|serving|posted|employed|joined|promoted|appointed|designated) (?:as|to)(?: an?)?$"
)
_HAN_NOUN = re.compile(
    "(?:工程师|工程師|经理|經理|主管|专员|專員|助理|总监|總監|顾问|顧問|负责人|負責人|架构师|架構師|设计师|設計師|代表)(?:[\\s(（]|$)"
)
_HAN_PIECE = re.compile(r"\s?[-–—|/·]\s?|\t|\s{2,}")
_HAN_BEGUN = re.compile(
    "^[\u4e00-\u9fffA-Za-z+#.]{2,10}(?:开发|開發|测试|測試|运维|運維|研发|研發|算法|设计|設計|销售|銷售|项目|項目|产品|產品|技术|技術|运营|運營|区域|大区|客户|客戶|行政|人事|财务|財務)$"
)
MAX_WRAPPED_WORDS = 3
MIN_DEED_WORDS = 5
MIN_FULL_CHARS = 35  # shorter lines are broken by no margin


def tells_deed(text: str) -> bool:
    """Tell a sentence behind the dates: ``2020 - Present Working closely with engineers and clients``."""
    bare = text.strip(" \t|·:–—-")
    first = next(iter(atoms_of(text, row=0)), None)
    return (
        bare.endswith((".", "。"))
        and len(bare.split()) >= MIN_DEED_WORDS
        and is_text(fold(bare))
        and first is not None
        and max(title_score(first.text), employer_score(first.text)) < 0.6
    )


def join_at_commas(texts: dict[int, str]) -> None:
    """Put a line that ends in a comma and the next one together: ``Goldman Sachs, San Francisco,`` / ``California``."""
    for row in sorted(texts):
        is_open = row in texts and row + 1 in texts
        below = texts.get(row + 1, "")
        if is_open and (
            _ends_open(texts[row])
            or is_in_bracket(texts[row], below)
            or _breaks_name(texts[row], below)
            or runs_over(texts[row], below)
            or _breaks_firm(texts[row], below)
            or breaks_post(texts[row], below)
        ):
            gap = "" if _HAN_NOUN.match(below.strip()) else " "
            whole = f"{texts[row].rstrip()}{gap}{texts.pop(row + 1).strip()}"
            del texts[row]
            texts[row + 1 if row + 1 < 0 else row] = whole  # above the dates a header ends where the others end


def _ends_open(text: str) -> bool:
    """Tell a line that ends in a comma or an ampersand, and not one whose comma only parts it from the dates blanked behind."""
    bare = text.rstrip()
    return bare.endswith((",", "，", "&")) and "\t\t" not in text[len(bare) :]


def _breaks_name(text: str, below: str) -> bool:
    return _OPEN_NAME.search(text) is not None and below.lstrip()[:1].isupper()


def _breaks_firm(text: str, below: str) -> bool:
    """Tell a firm that the margin broke behind the post: ``Sales Representative, Westmere Medical`` / ``Supply Co.``."""
    post, comma, begun = text.strip().partition(", ")
    rest = below.strip()
    if not comma or len(text.strip()) < MIN_FULL_CHARS or not _END_OF_FIRM.fullmatch(rest):
        return False
    if is_town(begun) and len(rest.split()) > 1:
        return False  # Stock Planner, Lindale / Westmere Stores Ltd.
    is_begun = is_latin(begun) and title_score(post) == 1.0 and employer_score(begun) < 1.0 and not title_score(begun)
    return is_begun and not title_score(rest) and employer_score(f"{begun} {rest}") == 1.0


def breaks_post(text: str, below: str) -> bool:
    """Tell a post that the margin broke behind the firm: ``Westmere, Lindau — Business Intelligence`` / ``Analyst``."""
    begun, rest = _LAST_PIECE.split(text.strip())[-1], below.strip()
    if _HAN_NOUN.match(rest):
        begun = _HAN_PIECE.split(text.strip())[-1]
        return begun != text.strip() and _HAN_BEGUN.search(begun) is not None
    if len(text.strip()) < MIN_FULL_CHARS or begun == text.strip() or len(rest.split()) > 1 or not ends_as_title(rest):
        return False
    is_begun = is_latin(begun) and 0 < len(begun.split()) <= MAX_WRAPPED_WORDS and not ends_as_title(begun)
    return is_begun and not employer_score(begun) and not is_aside(begun) and title_score(f"{begun} {rest}") == 1.0


def goes_on_in_small(text: str, below: str) -> bool:
    """Tell a header whose remark runs over the margin: ``Northwind | Doctoral candidate – statistics of spring`` / ``tides``."""
    pieces, rest = _LAST_PIECE.split(text.strip()), below.strip()
    is_rest = rest[:1].islower() and len(rest.split()) <= MAX_WRAPPED_WORDS and is_latin(rest)
    is_full = len(text.strip()) >= MIN_FULL_CHARS and len(pieces) > 1
    return is_rest and is_full and any(title_score(piece) == 1.0 for piece in pieces)


def runs_over(line: str, below: str) -> bool:
    """Tell a header and its rest below: ``Docente ayudante, Instituto de Física, Facultad`` / ``de Ingeniería``."""
    bare = line.strip()
    return below[:1].islower() and len(bare) >= MIN_FULL_CHARS and opens_with_title(bare)


_PLACE_AND_NAME = re.compile(r"[A-Z][\w .'’-]{1,30}, [A-Z]{2}\s*\t[^\t]+")  # Lindale, VT<tab>Northwind


def with_wrapped(line: str, below: str) -> str:
    """Put the end of a title back that a narrow cell wrapped: ``Key`` / ``Account Manager``."""
    last = re.split(r"\t|\s{2,}", line.rstrip())[-1].strip()
    if _OPEN_OFFICE.search(last) and title_score(below) == 1.0 and len(below.split()) <= MAX_WRAPPED_WORDS:
        return f"{line.rstrip()} {below.strip()}"
    if (
        not last
        or not is_latin(below)
        or len(below.split()) > MAX_WRAPPED_WORDS
        or ends_as_title(last)
        or is_aside(last.strip(" /|,·"))
    ):
        return line
    if _PLACE_AND_NAME.fullmatch(line.strip()):
        return line  # the house alone beside its place, over the post
    is_title = title_score(below) >= 0.8 or title_score(last) < 1.0
    is_whole = is_title and title_score(f"{last} {below}") == 1.0 and employer_score(last) == 0
    is_cell = last != line.strip()
    return f"{line.rstrip()} {below.strip()}" if is_whole and (is_cell or title_score(last) >= 0.8) else line
