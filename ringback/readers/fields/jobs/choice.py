"""Which atoms of a job's header are the title and which the employer: the pair with the most evidence wins.

Evidence is what the words are (:mod:`titles`), the signs between them, how far they stand from the dates, and where the other
jobs of the same resume have their titles: people set all their jobs alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.atoms import Atom
from ringback.readers.fields.jobs.besides import with_others_aside, without_persons
from ringback.readers.fields.jobs.by_place import are_known, halves_by_place
from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.kinds import is_group
from ringback.readers.fields.jobs.no_houses import is_short_name
from ringback.readers.fields.jobs.parts import with_parts_aside
from ringback.readers.fields.jobs.remarks import (
    is_behind_name,
    is_post_again,
    is_remark_in_small,
    is_remark_on_firm,
    is_site_of_name,
    is_taught,
)
from ringback.readers.fields.jobs.slots import (
    Slots,
    by_slot,
    is_before_state,
    mark_firm_beside_place,
    mark_firm_by_votes,
    mark_firm_in_front,
    mark_firm_with_remark,
    slots_of,
)
from ringback.readers.fields.jobs.spans import Halves, Span, text_over
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.jobs.worth import MIXED, employer_worth, is_membership, title_worth
from ringback.readers.normalise import is_latin

MAX_SPAN = 4
N_BEST = 7
_HAN = re.compile("[\u4e00-\u9fff]")
_PART_IN_FRONT = re.compile("[\u4e00-\u9fff](?:室|院|部|中心|组|科|处|所|团队|车间)$")
_PART_INSIDE = 0.5
_STATE = re.compile(r"[A-Z]{2,3}")
_SUBJECT = re.compile(
    r"\b(?:Studies|Education|Sciences?|Research|Policy|History|Humanities|Arts?|Health|Affairs|Law|Medicine|Nursing"
    r"|Languages?|Literature|Economics"
    r"|Philosophy|Mathematics|Physics|Chemistry|Biology|Engineering|Management|Design|Theology|Music|\w{3,}ology)$"
)  # what one is a fellow in or for
# What it costs to read over a sign: (inside a title, inside an employer). None: these never belong together.
_OVER: Mapping[str, tuple[float, float] | None] = {
    "space": (0.05, 0.05), "bracket": (0.04, 0.04), "glue": (0.0, 0.0), "seam": (0.5, 0.5), "slash": (0.1, 0.15),
    "comma": (0.22, 0.15), "dash": (0.22, 0.25), "for": (0.1, 0.05), "in": (0.0, 0.05), "at": (0.6, 0.4), "colon": (0.5, 0.5),
    "cell": None, "line": None,
}  # fmt: skip
_LEFT_OVER = {"comma": 0.1, "bracket": 0.1, "space": 0.15, "dash": 0.15}
_PLAIN_LEFT_OVER, _KNOWN_LEFT_OVER, _FAR_LEFT_OVER, _SURE = 0.2, 0.35, 0.03, 0.7
_AT, _OF_BRACKET, _OF_COLON = 0.4, 0.05, 0.15
_LABELLED = 2.0
_UNKNOWN_BELOW = 0.3  # under the dates stands what was done, sooner than a title that no word gives away
_LATIN_AMONG_HAN = 0.3  # 云启加速器成员 NORTHWIND: a name, no title
_REMARK_ON_FIRM = 0.5  # 青禾科技（教育工作室）
_IN_SMALL = 0.8
_SAID_AGAIN = 0.1
_BESIDE_PART = frozenset({"space", "dash", "slash"})
_LOOSE = frozenset({"comma", "dash", "slash"})
_FIELD, _UNKNOWN_FIRST, _FIRM_INSIDE = 0.05, 0.15, 0.5
_TAUGHT, _BEHIND_NAME, _SITE_OF_NAME = 0.6, 0.6, 0.6
_FIELD_FIRST = 0.3  # Fellow in Curation for Medieval Studies, North Valley University
_SECOND_NAME = 0.1
_WORK_IN = 0.3
_SLOT_WEIGHT = 0.5
_HAN_FIRM_FIRST = 0.05  # 公司 before 职位 is the custom
_TWO_HOUSES = 0.6
MIN_ALONE = 0.3
MIN_OF_DASHES, MIN_HOUSE = 3, 0.6  # names that dashes part


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen phrases; ``is_known`` says that words, not only places, speak for both.

    ``are_alike`` says of which the other jobs of the resume have theirs in the same place.
    """

    title: str | None
    employer: str | None
    is_known: bool
    are_alike: tuple[bool, bool]


def choose(
    lines: Mapping[int, str],
    atoms: Sequence[Atom],
    *,
    others: Sequence[Sequence[Atom]] = (),
    far_rows: Mapping[int, float],
    fields: Sequence[Atom] = (),
) -> Choice:
    """Return title and employer of a job. ``lines`` are the header lines by row, ``far_rows`` what a row counts against.

    ``others`` are the atoms of other jobs, which tell where posts and houses stand, ``fields`` those that they tell to be no
    house.
    """
    jobs = (atoms, *others)
    atoms = with_others_aside(with_parts_aside(without_persons(atoms)))
    spans = _spans(lines, atoms, slots_of(others), far_rows)
    titles = sorted(spans, key=lambda span: -span.title)[:N_BEST]
    firms = sorted(spans, key=lambda span: -span.employer)[:N_BEST]
    best: Halves = (None, None)
    score = 0.0
    for title, firm in product(titles, firms):
        if title.first <= firm.last and firm.first <= title.last:
            continue
        worth = title.title + firm.employer + _joint(atoms, title, firm) - _left_over(atoms, title, firm)
        worth -= _TWO_HOUSES * _are_houses(title, firm)
        if worth > score:
            best, score = (title, firm), worth
    for span in spans:
        if span.title >= MIN_ALONE and span.title - _left_over(atoms, span, None) > score:
            best, score = (span, None), span.title - _left_over(atoms, span, None)
        if span.employer >= MIN_ALONE and span.employer - _left_over(atoms, span, None) > score:
            best, score = (None, span), span.employer - _left_over(atoms, span, None)
    best, are_alike = halves_by_place(lines, atoms, best, jobs, fields)
    post, house = (span.text if span else None for span in best)
    house = _from_first_of_dashes(lines, atoms, best[1]) if best[1] and not are_alike[1] else house
    house = None if house and is_membership(house) else house
    return Choice(post, house, is_known=are_known(best), are_alike=are_alike)


def _from_first_of_dashes(lines: Mapping[int, str], atoms: Sequence[Atom], house: Span) -> str:
    """Return a house that no word gives away with what dashes part from it in front: ``Larch – Pumps - Fern Plant``."""
    first = house.first
    while (
        first and atoms[first].gap == "dash" and atoms[first - 1].row == atoms[first].row and not atoms[first - 1].role
    ):
        first -= 1
    n_names = house.last + 1 - first + sum(atom.gap == "dash" for atom in atoms[house.last + 1 : house.last + 2])
    is_listed = first < house.first and n_names >= MIN_OF_DASHES and employer_score(house.text) < MIN_HOUSE
    is_else = any(title_score(atom.text) or is_work_field(atom.text) for atom in atoms[first : house.first])
    return text_over(lines, atoms, first, house.last) if is_listed and not is_else else house.text


def _are_houses(title: Span, firm: Span) -> bool:
    """Tell a house and the greater one that it belongs to: ``Larch Digital Library, Office of the Provost``."""
    is_said_firm = min(employer_score(title.text), employer_score(firm.text)) >= _SURE
    return is_said_firm and not title_score(title.text)


def _spans(lines: Mapping[int, str], atoms: Sequence[Atom], slots: Slots, far_rows: Mapping[int, float]) -> list[Span]:
    place = {id(atom): slots.get(key, 0.0) for key, atom in by_slot(atoms)}
    mark_firm_in_front(atoms, place)
    mark_firm_beside_place(atoms, place)
    mark_firm_by_votes(atoms, place)
    mark_firm_with_remark(atoms, place)
    is_han = any(_HAN.search(atom.text) for atom in atoms)
    found: list[Span] = []
    for first, atom in enumerate(atoms):
        if atom.role == "aside" and (not may_be_place(atom.text) or _has_state_behind(atoms, first)):
            continue
        over_title = over_firm = far_rows.get(atom.row, 0.0)
        for last in range(first, min(first + MAX_SPAN, len(atoms))):
            if last > first:
                cost = _cost_over(atom, atoms[last], is_town=is_before_state(atoms, last))
                if cost is None:
                    break
                over_title += cost[0]
                over_firm += cost[1]
            is_beside = atoms[last].role == "aside" and (atoms[last].gap != "in" or is_group(atoms[last].text))
            if last > first and is_beside:
                continue  # 青禾（中国）有限公司 goes on behind the place, 青禾（运营中心） does not
            slot = _SLOT_WEIGHT * place.get(id(atom), 0.0)
            slot = min(slot, 0.0) if last > first and _is_part_in_front(atom) else slot
            slot = 0.0 if atom.role == "title" else slot  # the head of the column says it: of several the first
            inside = atoms[first : last + 1]
            text = text_over(lines, atoms, first, last)
            title, firm = _of_one(atom) if last == first else _of_many(inside, text)
            firm -= _REMARK_ON_FIRM * is_remark_on_firm(atoms, first)
            is_small = is_remark_in_small(atoms, first) or (first == last and is_short_name(atoms, first))
            firm -= _IN_SMALL * is_small
            title -= _IN_SMALL * (is_small and not title_score(text))
            firm -= _TAUGHT * is_taught(atoms, first) + _BEHIND_NAME * is_behind_name(atoms, first)
            firm -= _SITE_OF_NAME * is_site_of_name(atoms, first)
            title -= _SAID_AGAIN * (first == last and is_post_again(atoms, first))
            title -= _UNKNOWN_BELOW * (atom.row > 0 and not title_score(text) and slot <= 0)
            title -= _LATIN_AMONG_HAN * (is_han and text.isascii() and not title_score(text))
            found.append(Span(first, last, text, title - over_title + slot, firm - over_firm - slot))
    return found


def _is_part_in_front(atom: Atom) -> bool:
    """Tell a department that no post begins with: 内容中心-编导."""
    return _PART_IN_FRONT.search(atom.text) is not None and not title_score(atom.text)


def _has_state_behind(atoms: Sequence[Atom], number: int) -> bool:
    """Tell the town between a name and the letters of its state: no firm, whatever firms are called."""
    behind = atoms[number + 1] if number + 1 < len(atoms) else None
    is_inside = number > 0 and atoms[number].gap == "comma" and atoms[number - 1].row == atoms[number].row
    is_state = behind is not None and behind.gap == "comma" and behind.role == "aside" and _STATE.fullmatch(behind.text)
    return is_inside and bool(is_state)


def _of_one(atom: Atom) -> tuple[float, float]:
    is_title, is_firm = atom.role == "title", atom.role == "employer"
    return title_worth(atom.text) + _LABELLED * is_title, employer_worth(atom.text) + _LABELLED * is_firm


def _of_many(atoms: Sequence[Atom], text: str) -> tuple[float, float]:
    title = title_worth(atoms[0].text if title_score(atoms[0].text) == 1.0 else text)
    firm = employer_worth(text) + _LABELLED * (atoms[0].role == atoms[-1].role == "employer")
    title -= MIXED * any(employer_score(atom.text) == 1.0 for atom in atoms)
    title -= MIXED * _is_house_in_front(atoms)
    firm -= _FIELD_FIRST * (
        atoms[0].gap in {"for", "in"}
        and _SUBJECT.search(atoms[0].text) is not None
        and not employer_score(atoms[0].text)
    )
    firm -= MIXED * any(title_score(atom.text) == 1.0 > employer_score(atom.text) for atom in atoms)
    if is_work_field(atoms[0].text) and atoms[1].gap == "in" and not employer_score(text):
        return title + _WORK_IN, firm - _WORK_IN  # Software Development in Kotlin: what is done
    return title, firm


def _is_house_in_front(atoms: Sequence[Atom]) -> bool:
    """Tell a part of a house that a comma parts from the post: ``Larch Laboratory, engineer-researcher``."""
    first, last = atoms[0].text, atoms[-1]
    is_post = last.gap == "comma" and title_score(last.text) == 1.0
    return is_post and employer_score(first) >= _SURE and not title_score(first)


def _cost_over(first: Atom, following: Atom, *, is_town: bool) -> tuple[float, float] | None:
    """Return what it costs a title and an employer to read on over a sign; None when they cannot."""
    cost = _OVER[following.gap]
    if cost is None or following.row != first.row or first.gap == "bracket":
        return None
    is_rest = following.gap == "glue" and following.role == first.role  # 青禾（中国）建材有限公司 in a column of firms
    if following.role and following.gap not in {"bracket", "in"} and not is_rest:
        return None
    is_bilingual = following.gap == "space" and bool(_HAN.search(first.text)) and following.text.isascii()
    if is_bilingual and title_score(first.text) == title_score(following.text) == 1.0:
        return (MIXED, MIXED)  # 外贸经理 Export Sales Manager says it twice
    in_title, in_firm = cost
    if following.gap in _BESIDE_PART and _is_part_in_front(first):
        in_title += _PART_INSIDE  # 中央软件院 高级工程师, 内容中心-编导
    if following.gap == "space" and employer_score(first.text) == 1.0 and _PART_IN_FRONT.search(following.text):
        in_firm += _PART_INSIDE  # 青禾有限公司 中央软件院
    if following.gap == "dash" and not is_town and _is_second_name(first, following):
        return in_title, _SECOND_NAME if first.row == 0 else 0.0  # what is left over costs less in other rows
    if following.gap == "comma" and following.text[0].islower() and " " in following.text:
        in_firm += _IN_SMALL
    if following.gap == "dash" and (_is_town_of_firm(first, following) or _is_name_of_firm(first, following)):
        in_title += _PART_INSIDE
    if following.gap in _LOOSE:
        in_title = _FIELD if is_work_field(following.text) else in_title
        in_title += _FIRM_INSIDE if employer_score(following.text) >= _SURE and not title_score(following.text) else 0.0
        in_firm += 0.0 if employer_score(first.text) else _UNKNOWN_FIRST
    return in_title, in_firm


def _is_town_of_firm(first: Atom, following: Atom) -> bool:
    """Tell the town behind a firm, which no list knows, from the post behind the dash: ``Larch Ltd, Northmoor — Intern``."""
    is_named = first.gap == "comma" and not title_score(first.text) and not is_work_field(first.text)
    return is_named and title_score(following.text) == 1.0


def _is_name_of_firm(first: Atom, following: Atom) -> bool:
    """Tell a name that says nothing of a post in front of a dash and a known post: ``Larchminds – Senior Engineer``."""
    is_name = (
        is_latin(first.text) and first.text[0].isupper() and not (title_score(first.text) or is_work_field(first.text))
    )
    return is_name and title_score(following.text) == 1.0


def _is_second_name(first: Atom, following: Atom) -> bool:
    """Tell the group or the client behind a dash from a post: ``Telmark - HQR Group``, with a post in a line of its own."""
    names = (first.text, following.text)
    is_plain = not any(atom.role for atom in (first, following)) and first.gap == "line" and first.row <= 0
    return is_plain and all(
        is_latin(name)
        and not name.split()[0].islower()
        and not title_score(name)
        and not is_work_field(name)
        and not may_be_place(name)
        for name in names
    )


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
        if any(span and _is_said_again(atoms, span, number) for span in (one, other)):
            continue
        if atom.row == 0 and max(title_score(atom.text), employer_score(atom.text)) >= _SURE:
            cost += _KNOWN_LEFT_OVER
        else:
            is_behind_title = number == one.last + 1 and one.title > one.employer
            here = _PLAIN_LEFT_OVER if is_behind_title else _LEFT_OVER.get(atom.gap, _PLAIN_LEFT_OVER)
            is_known = title_score(atom.text) > 0 or employer_score(atom.text) > 0
            cost += here if atom.row == 0 or is_known or is_behind_title else _FAR_LEFT_OVER
    return cost


def _is_said_again(atoms: Sequence[Atom], span: Span, number: int) -> bool:
    """Tell the English half of a bilingual name, which only a space parts from the Chinese: 青禾银行 Solstice Bank Co., Ltd."""
    behind = atoms[span.last + 1 : number + 1]
    is_known = max(title_score(span.text), employer_score(span.text)) == 1.0
    is_bilingual = bool(behind) and behind[0].gap == "space" and is_known and _HAN.search(span.text) is not None
    return is_bilingual and all(
        atom.text.isascii() and atom.row == behind[0].row and atom.gap in {"space", "bracket", "glue"}
        for atom in behind
    )


def _is_department(atom: Atom) -> bool:
    """Tell the field of work that stands alone in a line or a cell: ``Data & Analytics``."""
    return atom.gap in {"line", "cell"} and is_work_field(atom.text) and not title_score(atom.text)
