"""Atoms that belong together, put together again: partners of a firm, names with a dot, titles cut at a seam."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.asides import is_aside
from ringback.readers.fields.jobs.marks import bare
from ringback.readers.fields.jobs.seams import OPEN_END, town_at_end
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.places.abroad import place_abroad
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.wordlists import chinese_cities
from ringback.readers.normalise import is_latin

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

_HAN = "\u4e00-\u9fff"
_ONE_AFTER_OTHER = re.compile(r"(?:[历歷]任|先[后後](?:担任|擔任|任)|依次(?:担任|擔任|任))\s*(?=\S)")
_LAST_OF_LIST = re.compile(r"(?:and|&) [A-Z]")
_JOINED = re.compile(r"(?:^|\s)(?:and|&)\s")
MAX_FIELD_WORDS, SURE_POST, SURE_HOUSE = 3, 0.8, 0.6
_PARTNER = re.compile(r"[A-Z][A-Za-z][\w'’-]*")
_PARTNERS = re.compile(
    r"[A-Z][\w'’-]+ (?:&|and) [A-Z][\w'’-]+"
    r"(?:,? (?:L\.?L\.?[PC]\.?|P\.?L?\.?L?\.?C\.?|P\.?A\.?|Ltd\.?|Inc\.?|Solicitors|Law Group))?"
)
MAX_NAME_WORDS = 2
MAX_MORE_LETTERS = 3  # UNESP: a syllable for a word
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ&-]{1,7}")
_FIELD = re.compile(r"[A-Z][A-Z+#/]{0,5}")
_OF_WORK = (  # what names no house
    r"(?:AI|IT|UI|UX|UI/UX|QA|HR|iOS|IOS|Android|3D|C\+\+|PHP|Java|Web|SAP|ERP|BI|GIS|AR|VR|IC|FPGA|NLP|SEO|SEM|CAD|PLC|CNC|EHS"
    r"|R&D|RD|ML|LLM|MIS|MES|DevOps|SRE|Unity|FAE|SQE|CAE"
    r"|Ruby|Python|Golang|Rust|Node(?:\.js)?|Vue|React|Kotlin|Swift|Scala|Flutter|Linux|Hadoop|Spark|\.NET|Qt|C)"
)
_FIELD_ALONE = re.compile(rf"{_OF_WORK}(?: {_OF_WORK})?")  # AI R&D
_HOUSE = re.compile(  # Center for Global Change Science is one name
    r"\b(?:Cent(?:er|re)|Institute|Laboratory|Lab|Department|Ministry|Foundation|Association|School|Council|Agency|Office"
    r"|Society|Network|Organi[sz]ation|Alliance|Coalition|Academy|College|Fund|Union|Bureau|Commission|Board|Hospital"
    r"|Partnership|Initiative|Committee|Trust|Museum|Programme|Habitat|Teach|Ministries)$"
)
_STREET_BEHIND = re.compile(r"(?<=[a-z.]),? (?=\d{1,5} [A-Z])")  # Northwind Diner 51 Shore Rd
_STATE = re.compile(r"[A-Z]{2}(?: \d{5}(?:-\d{4})?)?")
_TOWN_GLUED = re.compile(
    f"([{_HAN}]{{2,20}}(?:公司|科技|集团|网络|信息|银行|医院|大学|研究院|事务所|酒店|传媒|文化|软件|中国))"
    f"([{_HAN}]{{2,3}})"
)
_REST_OF_COMPANY = re.compile(
    f"[{_HAN}]{{0,12}}(?:有限|责任|股份|集团|合伙)[{_HAN}]{{0,4}}公司(?:[{_HAN}]{{2,6}}分公司)?"
)
_LEGAL_FORM = re.compile(
    r"(?:Co(?:mpany)?\.?,? ?)?(?:(?:Pvt|Pte|Pty|Private)\.?,? )?"
    r"(?:Ltd|Limited|L\.?L\.?C|Inc|LLP|GmbH|Corp|Sdn\.? Bhd|Bhd|PLC)\.?",
    re.IGNORECASE,
)  # no name by itself
_WEAK_FIRM = re.compile(
    f"[{_HAN}]{{2,8}}(?:中心|酒店|厂|学校|餐厅|门店|分公司|分行|支行|办事处|事业部|大区|校区|工作室|研究所)"
)


_KIND = re.compile(  # of which a name stands in front; 云帆科技 has one of its own
    "(?:(?:科技|网[络絡路]|信息|資訊|软件|軟體|[数數]据|智能|智慧|文化|[传傳]媒|[设設]计|設計|技[术術]|[国國][际際]|教育|生物|人工智能){0,2}"
    "(?:[实實][验驗]室|研究[院所]|研究中心|工作室|[课課][题題][组組]|[事师師]务所|事務所|(?:股份)?(?:有限)?(?:责任|責任)?公司|集[团團]|[医醫]院|[银銀]行"
    "|[学學]院|大[学學]|基金[会會]|俱[乐樂]部|酒店|餐[厅廳]|咖啡[馆店]?|[诊診]所)|科技)"
)
_UNIVERSITY = frozenset({"University", "The University", "State University"})
_TOWN = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: [A-ZÀ-Þ][\w'’-]+)?")


def with_bracket_inside(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a firm back together whose name holds a place in brackets: 青禾（中国）建材有限公司, ``LARCH FOODS (HK) CO LTD``."""
    found: list[Atom] = []
    for atom in atoms:
        front, inside = found[-2:] if len(found) > 1 else (None, None)
        is_rest = atom.gap == "glue" and inside is not None and inside.gap == "bracket" and inside.role == "aside"
        is_form = atom.text.startswith(("有限", "股份有限"))  # no firm by itself
        is_named = front is not None and not is_latin(front.text) and (is_form or not title_score(front.text))
        is_company = is_named and _REST_OF_COMPANY.fullmatch(atom.text)
        if front and is_rest and (is_company or _LEGAL_FORM.fullmatch(atom.text)):
            found[-2:] = [
                replace(
                    front,
                    text=bare(shown[front.start : atom.end]),
                    end=atom.end,
                    role=(atom.role or front.role).removeprefix("aside"),
                )
            ]
        else:
            found.append(atom)
    return found


def with_weak_seams(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a title back together whose front half only looks like a firm: 云启 配送中心|主任, where 云启 is the firm."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        has_firm = len(found) > 1 and any(not one.role for one in found[:-1])
        if before and atom.gap == "seam" and has_firm and _WEAK_FIRM.fullmatch(before.text):
            whole = bare(shown[before.start : atom.end])
            found[-1] = replace(before, text=whole, end=atom.end, role="")
        else:
            found.append(atom)
    return found


def with_partners(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put the names of a partnership back together: ``Shreve, Crump & Low``."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        is_one = before is not None and atom.gap == "comma" and _PARTNERS.fullmatch(atom.text) is not None
        if (
            before
            and is_one
            and _PARTNER.fullmatch(before.text)
            and not title_score(before.text)
            and not title_score(atom.text)
            and not any(map(is_work_field, (before.text, *_JOINED.split(atom.text))))
        ):
            found[-1] = replace(before, text=bare(shown[before.start : atom.end]), end=atom.end, role="")
            while len(found) > 1 and found[-1].gap == "comma" and _is_partner(found[-2].text):
                last, first = found.pop(), found.pop()  # Moor, Fern, Larch & Low
                found.append(replace(first, text=bare(shown[first.start : last.end]), end=last.end, role=""))
        else:
            found.append(atom)
    return found


def _is_partner(text: str) -> bool:
    return _PARTNER.fullmatch(text) is not None and not title_score(text)


def with_town_of_university(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a university and its town back together, which *at* joins: ``University at Larchmont``."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        if before and atom.gap == "at" and before.text in _UNIVERSITY and _TOWN.fullmatch(atom.text):
            found[-1] = replace(before, text=bare(shown[before.start : atom.end]), end=atom.end, role="")
        else:
            found.append(atom)
    return found


def with_kind(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a Latin name and the word for its kind back together, which only a space parts: Northmoor-NLP 实验室."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        is_one = before is not None and atom.gap == "space" and {before.role, atom.role} <= {"", "aside"}
        is_name = is_one and before is not None and is_latin(before.text) and not title_score(before.text)
        if before and is_name and _KIND.fullmatch(atom.text):
            found[-1] = replace(before, text=bare(shown[before.start : atom.end]), end=atom.end, role="")
        else:
            found.append(atom)
    return found


def with_field_in_front(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put letters of a field and the Chinese post behind a space together: AI 工程师, behind a house others: 青禾 | HPC 算法."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if len(found) > 1 else None
        is_field = before is not None and not before.role and _FIELD.fullmatch(before.text) is not None
        is_post = atom.gap == "space" and not atom.role and title_score(atom.text) == 1.0 and not is_latin(atom.text)
        is_behind_house = is_field and any(not one.role and not is_latin(one.text) for one in found[:-1])
        is_first = len(found) == 1 and _FIELD_ALONE.fullmatch(found[0].text) is not None
        before = found[0] if is_first else before if is_behind_house else None
        if before and is_post and not before.role:
            found[-1] = replace(before, text=bare(shown[before.start : atom.end]), end=atom.end)
        else:
            found.append(atom)
    return found


def with_purpose(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a house and what it is for back together: ``Laboratory for Tidal Statistics``, ``Foundation for the Arts``."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        is_one = before is not None and atom.gap == "for" and {before.role, atom.role} <= {"", "aside"}
        if before and is_one and not title_score(before.text) and _is_named_for(before, atom):
            whole = bare(shown[before.start : atom.end])
            found[-1] = replace(before, text=whole, end=atom.end, role="aside" if is_aside(whole) else "")
        else:
            found.append(atom)
    return found


def _is_named_for(before: Atom, atom: Atom) -> bool:
    """Tell a house by its kind, or a name alone in its line or cell: ``Code for Larchmont``."""
    if _HOUSE.search(before.text):
        return True
    is_name = before.gap in {"line", "cell"} and not before.role and before.text[0].isupper() and atom.text[0].isupper()
    return is_name and len(before.text.split()) <= MAX_NAME_WORDS and before.text[-3:] not in {"ing", "ion", "hip"}


def with_second_name(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a name and what it is called besides together: ``Ruderhaus (Lindwerk Event GmbH)``; an acronym says nothing more."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        is_one = before is not None and not (before.role or atom.role) and _is_called(before, atom)
        if before and is_one:
            whole = bare(shown[before.start : atom.end])
            is_more = whole.endswith(")") and not _ACRONYM.fullmatch(atom.text)
            found[-1] = replace(before, text=whole if is_more else before.text, end=atom.end)
        else:
            found.append(atom)
    return found


def _is_called(before: Atom, atom: Atom) -> bool:
    if atom.gap not in {"dash", "bracket"} or title_score(before.text) or title_score(atom.text):
        return False
    if atom.gap == "dash" and _ACRONYM.fullmatch(atom.text):
        firsts = "".join(word[0] for word in before.text.split())
        return len(atom.text) > 1 and len(firsts) > 1 and _holds_in_order(before.text, atom.text, firsts)
    is_legal = (
        atom.gap == "bracket"
        and not _ACRONYM.fullmatch(atom.text)
        and before.gap == "line"
        and employer_score(atom.text) == 1.0
    )
    return is_legal and employer_score(before.text) < 1.0 and before.text[0].isupper()


def _holds_in_order(name: str, acronym: str, firsts: str) -> bool:
    """Tell an acronym of a name: it begins as the name does, and its letters stand in it in that order."""
    letters = iter(name.lower())
    is_within = all(mark in letters for mark in acronym.lower())
    return acronym[0] == firsts[0].upper() and is_within and len(acronym) <= len(firsts) + MAX_MORE_LETTERS


def with_last_of_list(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a list of posts back together: ``Translator, Subtitler, and Quality Control Specialist``."""
    found: list[Atom] = []
    for atom in atoms:
        found.append(atom)
        if atom.gap != "comma" or not _LAST_OF_LIST.match(atom.text) or not title_score(atom.text):
            continue
        first = len(found) - 1
        while first and found[first].gap == "comma" and _is_post(found[first - 1]):
            first -= 1
        whole = bare(shown[found[first].start : atom.end])
        if title_score(whole):
            found[first:] = [replace(found[first], text=whole, end=atom.end)]
        elif title_score(found[first].text):  # too long a list is told by its first
            found[first + 1 :] = [replace(one, role="aside") for one in found[first + 1 :]]
    return found


def with_listed_fields(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a post and what it is for together, listed to the last: ``Director, Research, Training, and Evaluation``."""
    found: list[Atom] = []
    for atom in atoms:
        found.append(atom)
        if atom.gap != "comma" or not _JOINED.search(atom.text):
            continue
        first = len(found) - 1
        while first and found[first].gap == "comma" and _may_be_field(found[first].text):
            first -= 1
        post, inner = found[first], [one.text for one in found[first + 1 : -1]]
        last = [part for part in _JOINED.split(atom.text) if part]
        is_list = len(inner) + len(last) > 1 and not post.role and title_score(post.text) >= SURE_POST
        is_told = any(map(is_work_field, [*inner, *last] if len(last) == 1 else last))
        is_told = is_told and (len(last) == 1 or all(map(is_work_field, inner)))  # Analyst, Tidewater, Sales and Tax
        whole = bare(shown[post.start : atom.end])
        if is_list and is_told and title_score(whole):
            found[first:] = [replace(post, text=whole, end=atom.end)]
    return found


def _may_be_field(text: str) -> bool:
    """Tell words for what is done from a post, a house and a town."""
    words = _JOINED.sub(" ", text).split()
    is_short = 0 < len(words) <= MAX_FIELD_WORDS and words[0][0].isupper()
    return is_short and title_score(text) < SURE_POST and employer_score(text) < SURE_HOUSE and not is_town(text)


def with_last_of_career(atoms: list[Atom], _shown: str) -> list[Atom]:
    """Leave the last of the posts held one after the other: 历任出纳、会计、财务主管."""
    for at, atom in enumerate(atoms):
        held = _ONE_AFTER_OTHER.match(atom.text) if atom.text[0] in "历歷先依" else None
        if not held:
            continue
        until = at + 1
        while until < len(atoms) and atoms[until].gap == "comma" and title_score(atoms[until].text) == 1.0:
            until += 1
        posts = [replace(atom, text=atom.text[held.end() :], start=atom.start + held.end()), *atoms[at + 1 : until]]
        earlier = [replace(post, role="aside") for post in posts[:-1]]
        return [*atoms[:at], *earlier, posts[-1], *atoms[until:]]
    return atoms


def with_post_behind_arrow(atoms: list[Atom], shown: str) -> list[Atom]:
    """Leave the later of two posts that an arrow parts: ``Tide Clerk → Tide Manager``."""
    earlier = {
        id(atom)
        for atom, after in pairwise(atoms)
        if any(sign in shown[atom.end : after.start] for sign in "→➔➜⇒")
        and title_score(atom.text) == title_score(after.text) == 1.0
    }
    return [replace(atom, role="aside") if id(atom) in earlier else atom for atom in atoms]


def _is_post(atom: Atom) -> bool:
    return not atom.role and employer_score(atom.text) <= title_score(atom.text)


def with_dots(atoms: list[Atom], shown: str) -> list[Atom]:
    """Put a name with a dot inside back together, where no word makes either half a post or a firm: 贝壳找房·如视."""
    found: list[Atom] = []
    for atom in atoms:
        before = found[-1] if found else None
        is_one = before is not None and shown[before.end : atom.start] == "·" and not (before.role or atom.role)
        if (
            before
            and is_one
            and not any(map(title_score, (before.text, atom.text)))
            and not employer_score(before.text)
        ):
            found[-1] = replace(before, text=bare(shown[before.start : atom.end]), end=atom.end)
        else:
            found.append(atom)
    return found


def _is_abroad(text: str) -> bool:
    """Tell a country with a town of it behind a firm: 荷兰阿姆斯特丹, 中国上海."""
    found = place_abroad(text, is_place=False)
    return (found is not None and found[0] is not None and text.endswith(found[0])) or text.removeprefix(
        "中国"
    ) in chinese_cities()


def without_towns(atoms: list[Atom], shown: str) -> list[Atom]:
    """Cut a town that only a space or nothing parts from the firm: ``Tencent Inc. Shenzhen, China``, 晨光科技北京."""
    for number, atom in enumerate(atoms):
        glued = _TOWN_GLUED.fullmatch(atom.text) if not atom.role else None
        if glued and glued.group(2) in chinese_cities():
            atoms[number] = replace(atom, text=glued.group(1), end=atom.start + len(glued.group(1)))
            continue
        head, space, tail = atom.text.rpartition(" ")
        if space and not atom.role and not tail.isascii() and _is_abroad(tail) and not title_score(atom.text):
            atoms[number] = replace(atom, text=bare(head), end=atom.start + len(head))
    for number, atom in enumerate(atoms):
        street = _STREET_BEHIND.search(atom.text) if not atom.role else None
        if street and is_aside(atom.text[street.end() :]):
            atoms[number] = replace(atom, text=bare(atom.text[: street.start()]), end=atom.start + street.start())
    return _without_towns_of_regions(atoms, shown)


def _lies_in(town: str, region: str) -> bool:
    """Tell a town in front of its region written out; a house may be called as a town, but hardly as one of that region."""
    if not is_town(town) or title_score(town) or employer_score(town):
        return False
    place = place_of(f"{town}, {region}")
    return place.is_certain and place.town == town


def _without_towns_of_regions(atoms: list[Atom], shown: str) -> list[Atom]:
    """Cut a town that stands before its region: ``Larch Mill Franklin, TN``."""
    for number, (atom, following) in enumerate(pairwise(atoms)):
        if following.gap != "comma" or following.role != "aside" or atom.role:
            continue
        is_behind = atom.gap == "comma" and (following.text[-1].isdigit() or not title_score(atoms[number - 1].text))
        if _STATE.fullmatch(following.text) and (is_behind or is_town(atom.text)):
            atoms[number] = replace(atom, role="aside")  # Franklin, TN: firms are called Franklin too
            continue
        if atom.gap == "comma" and _lies_in(atom.text, following.text):
            atoms[number] = replace(atom, role="aside")  # Lot Attendant, Salem, Oregon
            continue
        head, town = town_at_end(atom.text)
        if town and not any(map(str.isalpha, head)):
            atoms[number] = replace(atom, role="aside")  # the sign of a map before it
        elif town and not OPEN_END.search(head):
            atoms[number] = replace(atom, text=bare(head), end=atom.start + shown[atom.start : atom.end].rfind(town))
    return atoms
