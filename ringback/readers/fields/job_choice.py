"""Which atoms of a job's header are the title and which the employer: the pair with the most evidence wins.

Evidence is what the words are (:mod:`titles`), the signs between them, how far they stand from the dates, and where the other
jobs of the same resume have their titles: people set all their jobs alike.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, product

from ringback.readers.fields.job_asides import may_be_place
from ringback.readers.fields.job_atoms import Atom, bare
from ringback.readers.fields.titles import activity_at_end, employer_score, ends_as_title, is_work_field, title_score

MAX_SPAN = 4
N_BEST = 7
N_OF_DEPARTMENT = 3
MAX_GUESSED_WORDS = 8  # longer ones are sentences
_HAN = re.compile("[\u4e00-\u9fff]")
_OF_DEED = re.compile("^(?:对|为|在|与|基于|负责|参与|从)|的")  # told, not named
_DEED = re.compile(
    r"(?:[A-Z][a-z]+(?:ing|ed)|Led|Built|Help|Explain|Provide|Conduct|Implement|Assist|Support|Manage|Develop|Design|Create"
    r"|Write|Maintain)(?: [\w'’/&,.-]+){3,}"
)  # Working closely with business units
_SUBJECT = re.compile(
    r"\b(?:Studies|Education|Sciences?|Research|Policy|History|Humanities|Arts?|Health|Affairs|Law|Medicine|Nursing|Languages?|Literature|Economics"
    r"|Philosophy|Mathematics|Physics|Chemistry|Biology|Engineering|Management|Design|Theology|Music|\w{3,}ology)$"
)  # what one is a fellow in or for
_SITE = re.compile(r"[a-z][a-z0-9-]{1,30}\.(?:com|io|ai|net|org|co|dev|app|me|tech|cn)")  # a firm called as its site
_PRODUCT = re.compile("(?:项目|系统|平台)$")  # what was worked on
_OF_PRODUCT = re.compile("[\u4e00-\u9fff](?:项目|系统|平台|研发|开发|实现)$")
_SUFFIX_ALONE = re.compile(r"(?:股份|责任|有限|公司|集团|分|总|子)+|(?:Inc|Ltd|LLC|Co|Corp|Group|Limited)\.?")
# What it costs to read over a sign: (inside a title, inside an employer). None: these never belong together.
_OVER: Mapping[str, tuple[float, float] | None] = {
    "space": (0.05, 0.05), "bracket": (0.04, 0.04), "glue": (0.0, 0.0), "seam": (0.5, 0.5), "slash": (0.1, 0.15),
    "comma": (0.22, 0.15), "dash": (0.22, 0.25), "for": (0.1, 0.05), "in": (0.0, 0.05), "at": (0.6, 0.4), "colon": (0.5, 0.5),
    "cell": None, "line": None,
}  # fmt: skip
_LEFT_OVER = {"comma": 0.1, "bracket": 0.1, "space": 0.15, "dash": 0.15}
_PLAIN_LEFT_OVER, _KNOWN_LEFT_OVER, _FAR_LEFT_OVER, _SURE = 0.2, 0.35, 0.03, 0.7
_UNKNOWN_TITLE, _UNKNOWN_HAN_TITLE, _UNKNOWN_EMPLOYER = 0.05, -0.1, 0.2
_AT, _OF_BRACKET, _OF_COLON = 0.4, 0.05, 0.15
_LABELLED = 2.0
_ACTIVITY = 0.25  # what one does: less of a title than what one is, and the longer the less
MAX_ACTIVITY_CHARS = 6
MIN_UNKNOWN_HAN = 3  # titles of two signs are few, and all in the list: 贝壳找房·如视 is a name
_UNKNOWN_BELOW = 0.3  # under the dates stands what was done, sooner than a title that no word gives away
_LATIN_AMONG_HAN = 0.3  # 云启加速器成员 NORTHWIND: a name, no title
_PLATFORM = -0.05  # 云启商城平台 is a product, or where somebody works on it
_REMARK_ON_FIRM = 0.5  # 青禾科技（教育工作室）
_MIXED = 1.0  # a title inside an employer, or the reverse
_OF_TITLE = (0.5, 0.9)  # Software Developer has a word that firms have, and is none
_MIN_FIRM = 0.6
_LOOSE = frozenset({"comma", "dash", "slash"})
_FIELD, _UNKNOWN_FIRST, _FIRM_INSIDE = 0.05, 0.15, 0.5
_FIELD_FIRST = 0.3  # Fellow in Curation for Medieval Studies, North Valley University
_SLOT_WEIGHT, _DOUBT = 0.5, 2  # one other job tells a third of what many tell
_HAN_FIRM_FIRST = 0.05  # 公司 before 职位 is the custom
MIN_ALONE = 0.3


@dataclass(frozen=True, slots=True)
class Span:
    """Neighbouring atoms ``first`` to ``last`` read as one phrase, and how well it would do as title or employer."""

    first: int
    last: int
    text: str
    title: float
    employer: float


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen phrases; ``is_known`` says that words, not only places, speak for both."""

    title: str | None
    employer: str | None
    is_known: bool


Slots = Mapping[tuple[int, int], float]
"""(row, number of the atom in it) -> how much more the other jobs have a title there than an employer, -1 to 1."""


def choose(lines: Mapping[int, str], atoms: Sequence[Atom], *, slots: Slots, far_rows: Mapping[int, float]) -> Choice:
    """Return title and employer of a job. ``lines`` are the header lines by row, ``far_rows`` what a row counts against."""
    spans = _spans(lines, atoms, slots, far_rows)
    titles = sorted(spans, key=lambda span: -span.title)[:N_BEST]
    firms = sorted(spans, key=lambda span: -span.employer)[:N_BEST]
    best: tuple[Span | None, Span | None] = (None, None)
    score = 0.0
    for title, firm in product(titles, firms):
        if title.first <= firm.last and firm.first <= title.last:
            continue
        worth = title.title + firm.employer + _joint(atoms, title, firm) - _left_over(atoms, title, firm)
        if worth > score:
            best, score = (title, firm), worth
    for span in spans:
        if span.title >= MIN_ALONE and span.title - _left_over(atoms, span, None) > score:
            best, score = (span, None), span.title - _left_over(atoms, span, None)
        if span.employer >= MIN_ALONE and span.employer - _left_over(atoms, span, None) > score:
            best, score = (None, span), span.employer - _left_over(atoms, span, None)
    texts = [span.text if span else None for span in best]
    is_known = bool(texts[0] and texts[1] and title_score(texts[0]) > 0 and employer_score(texts[1]) > 0)
    return Choice(texts[0], texts[1], is_known=is_known)


def slots_of(jobs: Sequence[Sequence[Atom]]) -> Slots:
    """Return where titles stand in a number of jobs."""
    seen: dict[tuple[int, int], list[float]] = {}
    for atoms in jobs:
        for key, atom in _by_slot(atoms):
            seen.setdefault(key, []).append(max(-1.0, min(1.0, _title(atom.text) - _employer(atom.text))))
    return {key: sum(values) / (len(values) + _DOUBT) for key, values in seen.items()}


def _by_slot(atoms: Sequence[Atom]) -> list[tuple[tuple[int, int], Atom]]:
    counts: dict[int, int] = {}
    found = []
    for atom in atoms:
        if atom.role != "aside":
            found.append(((atom.row, counts.get(atom.row, 0)), atom))
            counts[atom.row] = counts.get(atom.row, 0) + 1
    return found


def _spans(lines: Mapping[int, str], atoms: Sequence[Atom], slots: Slots, far_rows: Mapping[int, float]) -> list[Span]:
    place = {id(atom): slots.get(key, 0.0) for key, atom in _by_slot(atoms)}
    _mark_firm_in_front(atoms, place)
    _mark_firm_beside_place(atoms, place)
    is_han = any(_HAN.search(atom.text) for atom in atoms)
    found: list[Span] = []
    for first, atom in enumerate(atoms):
        if atom.role == "aside" and not may_be_place(atom.text):
            continue
        over_title = over_firm = far_rows.get(atom.row, 0.0)
        for last in range(first, min(first + MAX_SPAN, len(atoms))):
            if last > first:
                cost = _cost_over(atom, atoms[last])
                if cost is None:
                    break
                over_title += cost[0]
                over_firm += cost[1]
            if last > first and atoms[last].role == "aside" and atoms[last].gap != "in":
                continue  # 青禾（中国）有限公司 goes on behind the place, 青禾（运营中心） does not
            slot = _SLOT_WEIGHT * place.get(id(atom), 0.0)
            inside = atoms[first : last + 1]
            text = atom.text if last == first else bare(lines[atom.row][atom.start : atoms[last].end])
            title, firm = _of_one(atom) if last == first else _of_many(inside, text)
            firm -= _REMARK_ON_FIRM * _is_remark_on_firm(atoms, first)
            title -= _UNKNOWN_BELOW * (atom.row > 0 and not title_score(text) and slot <= 0)
            title -= _LATIN_AMONG_HAN * (is_han and text.isascii() and not title_score(text))
            found.append(Span(first, last, text, title - over_title + slot, firm - over_firm - slot))
    return found


def _mark_firm_in_front(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let the first of three cells that end in a title be the firm and the middle one its department: 云启·供应链·采购主管."""
    for row in {atom.row for atom in atoms}:
        cells = [atom for atom in atoms if atom.row == row]
        if len(cells) == N_OF_DEPARTMENT and cells[1].gap == cells[2].gap and cells[1].gap in {"cell", "dash"}:
            first, middle, last = cells
            if title_score(last.text) >= _SURE and not title_score(first.text) and not middle.role:
                place[id(first)] = place.get(id(first), 0.0) - 1.2
                place[id(middle)] = place.get(id(middle), 0.0) + 1.2


def _mark_firm_beside_place(atoms: Sequence[Atom], place: dict[int, float]) -> None:
    """Let the first of two cells that both have a town's name be the firm: ``Paris<tab>Austin, TX``."""
    for atom, following in pairwise(atoms):
        if atom.row == following.row and following.gap == "cell" and not atom.role and may_be_place(atom.text):
            is_place = following.role == "aside" or may_be_place(following.text)
            place[id(atom)] = place.get(id(atom), 0.0) - 0.8 * is_place


def _is_remark_on_firm(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what stands in brackets behind a firm that its own words give away, or behind a slash as a second post."""
    if not number or atoms[number].row != atoms[number - 1].row:
        return False
    atom, before = atoms[number], atoms[number - 1].text
    if atom.gap == "slash":
        return title_score(before) >= _SURE and employer_score(atom.text) < _MIN_FIRM
    return atom.gap == "bracket" and employer_score(before) >= _SURE and not title_score(before)


def _of_one(atom: Atom) -> tuple[float, float]:
    is_title, is_firm = atom.role == "title", atom.role == "employer"
    return _title(atom.text) + _LABELLED * is_title, _employer(atom.text) + _LABELLED * is_firm


def _of_many(atoms: Sequence[Atom], text: str) -> tuple[float, float]:
    title = 1.0 if title_score(atoms[0].text) == 1.0 else _title(text)
    firm = _employer(text)
    title -= _MIXED * any(employer_score(atom.text) == 1.0 for atom in atoms)
    firm -= _FIELD_FIRST * (
        atoms[0].gap in {"for", "in"}
        and _SUBJECT.search(atoms[0].text) is not None
        and not employer_score(atoms[0].text)
    )
    firm -= _MIXED * any(title_score(atom.text) == 1.0 > employer_score(atom.text) for atom in atoms)
    return title, firm


def _cost_over(first: Atom, following: Atom) -> tuple[float, float] | None:
    """Return what it costs a title and an employer to read on over a sign; None when they cannot."""
    cost = _OVER[following.gap]
    if cost is None or following.row != first.row or first.gap == "bracket":
        return None
    if following.role and following.gap not in {"bracket", "in"}:
        return None
    is_bilingual = following.gap == "space" and bool(_HAN.search(first.text)) and following.text.isascii()
    if is_bilingual and title_score(first.text) == title_score(following.text) == 1.0:
        return (_MIXED, _MIXED)  # 外贸经理 Export Sales Manager says it twice
    in_title, in_firm = cost
    if following.gap in _LOOSE:
        in_title = _FIELD if is_work_field(following.text) else in_title
        in_title += _FIRM_INSIDE if employer_score(following.text) >= _SURE and not title_score(following.text) else 0.0
        in_firm += 0.0 if employer_score(first.text) else _UNKNOWN_FIRST
    return in_title, in_firm


def _joint(atoms: Sequence[Atom], title: Span, firm: Span) -> float:
    """Weigh the sign between two neighbours: Title at Employer, Employer (Title), Employer: Title."""
    behind, is_title_first = (firm, True) if title.last + 1 == firm.first else (title, False)
    if not is_title_first and firm.last + 1 != title.first:
        return _HAN_FIRM_FIRST if firm.first < title.first and _HAN.search(firm.text) else 0.0
    gap = atoms[behind.first].gap
    if gap in {"at", "for"}:
        return (_AT if gap == "at" else _AT / 2) * (1 if is_title_first else -1)
    if gap == "colon":
        return _OF_COLON * (-1 if is_title_first else 1)
    if gap == "bracket":
        return _OF_BRACKET
    return _HAN_FIRM_FIRST if not is_title_first and _HAN.search(firm.text) else 0.0


def _left_over(atoms: Sequence[Atom], one: Span, other: Span | None) -> float:
    cost = 0.0
    for number, atom in enumerate(atoms):
        is_used = one.first <= number <= one.last or (other is not None and other.first <= number <= other.last)
        if is_used or atom.role == "aside" or may_be_place(atom.text) or _is_department(atom):
            continue
        if atom.row == 0 and max(title_score(atom.text), employer_score(atom.text)) >= _SURE:
            cost += _KNOWN_LEFT_OVER
        else:
            is_behind_title = number == one.last + 1 and one.title > one.employer
            here = _PLAIN_LEFT_OVER if is_behind_title else _LEFT_OVER.get(atom.gap, _PLAIN_LEFT_OVER)
            is_known = title_score(atom.text) > 0 or employer_score(atom.text) > 0
            cost += here if atom.row == 0 or is_known or is_behind_title else _FAR_LEFT_OVER
    return cost


def _is_department(atom: Atom) -> bool:
    """Tell the field of work that stands alone in a line or a cell: ``Data & Analytics``."""
    return atom.gap in {"line", "cell"} and is_work_field(atom.text) and not title_score(atom.text)


def _ends_in_activity(text: str) -> bool:
    """Tell what is done (数据运营) from the post that is named by the bare word."""
    at = activity_at_end(text)
    return at is not None and _HAN.match(text[at.start() - 1 : at.start()]) is not None


@lru_cache(maxsize=2048)
def _title(text: str) -> float:
    """Return how well a phrase would do as a title: below 0 when it hardly can be one."""
    known, firm = title_score(text), employer_score(text)
    if known > 0:
        known -= _MIXED if _OF_DEED.search(text) else 0.0
        known -= _ACTIVITY * (1 + (len(text) > MAX_ACTIVITY_CHARS)) if _ends_in_activity(text) else 0.0
        return known - (0.6 if firm == 1.0 and known < 1.0 else 0.2 if firm >= 0.7 and known < 0.8 else 0.0)  # noqa: PLR2004
    if firm == 1.0 or not _may_be_name(text) or _OF_DEED.search(text):
        return -0.6
    if _PRODUCT.search(text) or (_HAN.search(text) and len(text) < MIN_UNKNOWN_HAN):
        return -0.6
    unknown = _UNKNOWN_HAN_TITLE if _HAN.search(text) else _UNKNOWN_TITLE  # the endings of Chinese titles are few
    return unknown - firm / 2 - (0.3 if may_be_place(text) else 0.0)


@lru_cache(maxsize=2048)
def _employer(text: str) -> float:
    """Return how well a phrase would do as an employer: below 0 when it hardly can be one."""
    known, title = employer_score(text), title_score(text)
    if 0 < known < _MIN_FIRM and _PRODUCT.search(text) and not text.endswith("平台"):
        return -0.6  # 超市管理系统
    if known > 0 and not _SUFFIX_ALONE.fullmatch(text):
        return known - (_OF_TITLE[ends_as_title(text)] if title == 1.0 and known < 1.0 else 0.0)
    if not _may_be_name(text) or _OF_PRODUCT.search(text):
        return _PLATFORM if text.endswith("平台") else -0.6
    is_known_else = may_be_place(text) or is_work_field(text)
    return _UNKNOWN_EMPLOYER - title * 0.7 - (0.3 if is_known_else else 0.0)


def _may_be_name(text: str) -> bool:
    return not (
        _SUFFIX_ALONE.fullmatch(text)
        or _DEED.fullmatch(text)
        or (text[:1].islower() and not _SITE.fullmatch(text))
        or re.search(r"\d{4,}|[。；;!！]|\b(?:I|my|we|our|am|is|was|are|have|has|were)\b", text)
        or not text
        or len(text.split()) > MAX_GUESSED_WORDS
        or (len(text) > 24 and _HAN.search(text))  # noqa: PLR2004
    )
