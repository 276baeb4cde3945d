"""A header line of a job, cut at every sign that may part two things: each atom keeps the sign in front of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise, zip_longest

from ringback.readers.fields.addresses import is_town, place_of
from ringback.readers.fields.labels import field_of
from ringback.readers.fields.periods import is_date_alone
from ringback.readers.fields.sections import section_table
from ringback.readers.fields.titles import (
    employer_score,
    ends_as_title,
    is_noise,
    is_work_field,
    split_employer_title,
    title_score,
)
from ringback.readers.fields.wordlists import surnames
from ringback.readers.normalise import fold

MIN_KNOWN = 0.6
MAX_RANK_CHARS = 3  # Engineer II
MAX_ATOMS = 12  # of one line; longer rows are no headers
_HAN = "\u4e00-\u9fff"
_SEPARATOR = re.compile(
    r"(?P<cell>[ ]*\t[\t ]*|\s{2,}|\s*[|·]\s*|(?<=[a-z]{3})\.\s+(?=[A-Z][a-z]+\s?:)|\s*(?:-{3,}|\.{4,}|_{3,})\s*)"
    rf"|(?P<dash>\s+[-~>]+\s+|(?<=[{_HAN})])-+(?=[{_HAN}A-Za-z(])|(?<=[A-Za-z])-+(?=[{_HAN}]))"
    rf"|(?P<at>\s*@\s*|\s+(?:at|chez|bei|presso)\s+(?=\S)|\s+à (?:la |l['’]\s?)(?=\S)|\s+在\s*)"
    r"|(?P<for>\s+(?:for|with)\s+)|(?P<in>\s+in\s+(?=[A-Z]))"
    r"|(?P<slash>\s+/\s*|\s*/\s+)"
    r"|(?P<colon>\s*:\s*)"
    rf"|(?P<comma>(?<=[a-z]{{4}})\.\s+(?=[A-Z])|\s*,\s+(?!(?:Inc|Ltd|LLC|Co|Corp|L\.)\b)|(?<=[{_HAN})]),|,(?=[{_HAN}])|\s*;\s*)"
    r"|(?P<bracket>\s*[(\[](?P<inner>[^()\[\]]{2,60})[)\]])"
    rf"|(?P<space>(?<=[{_HAN})])\s(?=\S)|(?<=\S)\s(?=[A-Za-z+#]{{0,8}}[{_HAN}]))"
)
_EDGES = " \t,;:|·-–—/、，；：.。()（）[]【】<>*#_~"
_LEAD = re.compile(
    r"^\s*(?:[●■◆▪►▶★☆◇□○•*>▌#=+✓➢❖-]+\s*|\(?\d{1,2}[.、)]\s*(?=\D)|[一二三四五六七八九十][.、)]\s*|[①-⑳]\s*|第[一二三四五六七八九十]份工作\s*:?\s*)+"
)
_ENDS_IN_DOT = re.compile(r"(?:Ltd|Inc|Co|Corp|Bhd|Pty|Pvt|Bros|Ltda|Sr|Jr|(?:\b[A-Za-z]\.\s?)+[A-Za-z]|e\.V)\.\s*$")
_BRACKETS_BEHIND = re.compile(r"^(.{2,}?)\s*[(（\[]([^()（）\[\]]{2,60})[)）\]]$")
_FIRM_REMARK = re.compile(
    r"\d人|人以上|上市|国企|央企|外企|民企|民营|外资|合资|独资|500强|五百强|规模|融资|[A-D]轮"
    r"|employees|NYSE|NASDAQ|formerly|previously|acquired|subsidiary|part of|\bvia\b|股份制|事业单位",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?:full|part)[- ]?time|contract(?:or)?|permanent|temporary|temp|remote|hybrid|internship|on-?site"
    r"|volunteer|seasonal|全职|兼职|实习|外包|在职|离职|个人项目|个人作品|独立开发|课程设计|毕业设计|开源项目",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:\b(?:of|in|at|de|du|di|and|von|the)|&)$", re.IGNORECASE)
_LABEL_INSIDE = re.compile("([\u4e00-\u9fff]{2,6})[-:：]\\s*(.{2,})")  # (职位-店长)
_WEAK_FIRM = re.compile(
    f"[{_HAN}]{{2,8}}(?:中心|酒店|厂|学校|餐厅|门店|分公司|分行|支行|办事处|事业部|大区|校区|工作室|研究所)"
)
_OWN_BOSS = frozenset({"freelance", "freelancer", "self-employed", "self employed", "自由职业"})
_RANKED = re.compile(
    r"([A-Z][\w&.'-]+(?: [A-Z][\w&.'-]+)?) ((?:Senior|Sr\.?|Junior|Jr\.?|Principal|Staff|Chief|Deputy) .+)"
)
_SENTENCE = re.compile(r"(?:I|I'm|We|My|Our)\s")
_OF_PERSON = re.compile("[\u4e00-\u9fff](?:经理|总|主管|主任|老师|先生|女士|小姐|总监|部长|店长|工)")
_DEPARTMENT = re.compile(
    rf"[{_HAN}A-Za-z]{{0,8}}(?:运营|研发|销售|市场|财务|人力(?:资源)?|人事|客服|技术|产品|数据|行政|供应链|采购|质量|品质|生产|工程|设计|品牌|营销|商务|信息|培训"
    rf"|风控|法务|审计|物流|仓储|综合|业务|客户|项目|管理)[{_HAN}]{{0,4}}(?:中心|部门?|组|室|科|处|事业群|事业部|BU|线|团队)"
    rf"|[\w.]{{2,12}}\s?[{_HAN}]{{0,6}}组"
    rf"|(?=.{{2,12}}$)[{_HAN}A-Za-z0-9]+(?:部门?|事业部|事业群|本部)"
    r"|(?:[A-Z][\w&-]* ){0,4}(?:Department|Dept\.?|Division|Team)"
)


@dataclass(frozen=True, slots=True)
class Atom:
    """What stands between two separators: ``start`` and ``end`` in its line with the brackets, ``gap`` the sign in front.

    ``row`` is the line relative to the dates. ``role`` is ``title`` or ``employer`` where a label says so, ``aside`` for
    places, departments, kinds of contract and the like, else empty.
    """

    text: str
    start: int
    end: int
    gap: str
    row: int
    role: str = ""


def atoms_of(shown: str, *, row: int, columns: Sequence[tuple[int, str]] = ()) -> list[Atom]:
    """Cut a header line (periods blanked) into its atoms; ``columns`` are the ends and roles of the cells of a table row."""
    folded = fold(shown)
    lead = _LEAD.match(folded)
    found: list[Atom] = []
    label, is_label_new = "", False
    for start, end, gap, is_colon in _pieces(folded, lead.end() if lead else 0):
        text = bare(shown[start:end])
        if len(text) < 2 or not any(mark.isalpha() for mark in text):  # noqa: PLR2004
            continue
        inner = _LABEL_INSIDE.match(text) if gap == "bracket" else None
        if inner and (field := field_of(inner.group(1))):
            found.append(Atom(inner.group(2), start, end, gap, row, _role(inner.group(2), field)))
            continue
        field = field_of(fold(text)) if is_colon else None
        if field:
            label, is_label_new = field, True
            continue
        if gap in {"cell", "line"} and not is_label_new:
            label = ""
        is_label_new = False
        column = next((role for until, role in columns if start < until), "")
        found += [
            Atom(
                part,
                at,
                until,
                (gap if found else "line") if number == 0 else "seam",
                row,
                column if column not in {"", "both"} else _role(part, label),
            )
            for number, (part, at, until) in enumerate(_at_seam(text, shown, start, end, is_both=column == "both"))
        ]
        if len(found) >= MAX_ATOMS:
            break
    found = [
        replace(atom, role="aside")
        if atom.text.isascii() and after and after.gap == "space" and after.role == "aside"
        else atom
        for atom, after in zip_longest(found, found[1:])
    ]  # Node.js 架构组 is one department
    found = _without_towns(_with_weak_seams(found, shown), shown)
    if row != 0 and any(_FIRM_REMARK.search(atom.text) and atom.gap != "bracket" for atom in found):
        return [
            atom if title_score(atom.text) else replace(atom, role="aside") for atom in found
        ]  # 电子商务 | 100-499人
    return found


def _with_weak_seams(atoms: list[Atom], shown: str) -> list[Atom]:
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


def _without_towns(atoms: list[Atom], shown: str) -> list[Atom]:
    """Cut a town that only a space parts from the firm: ``Tencent Inc. Shenzhen, China``."""
    for number, (atom, following) in enumerate(pairwise(atoms)):
        if following.gap != "comma" or following.role != "aside" or atom.role:
            continue
        head, town = _town_at_end(atom.text)
        if town and not _OPEN_END.search(head):
            atoms[number] = replace(atom, text=bare(head), end=atom.start + shown[atom.start : atom.end].rfind(town))
    return atoms


def _pieces(folded: str, begin: int) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (start, end, gap in front, whether a colon follows) of what stands between the separators."""
    gap = "line"
    for match in _SEPARATOR.finditer(folded, begin):
        kind = match.lastgroup or ""
        kind = "bracket" if match.group("inner") is not None else kind
        if kind == "colon" and folded[match.end() : match.end() + 2] == "//":
            continue
        if match.start() > begin:
            yield begin, match.start(), gap, kind == "colon" or (kind == "dash" and match.group() == "-")
            gap = kind
        elif kind != "space" or gap == "line":
            gap = kind if gap not in {"line", "cell"} else gap
        begin = match.end()
        if kind == "bracket":
            inner = match.start() + len(match.group()) - len(match.group().lstrip())
            yield inner, match.end(), "bracket", False
            gap = "glue"
    if begin < len(folded):
        yield begin, len(folded), gap, False


def _at_seam(text: str, shown: str, start: int, end: int, *, is_both: bool) -> list[tuple[str, int, int]]:
    halves = text.split("/") if is_both else []
    seam = (halves[0], halves[1]) if len(halves) == 2 else None  # noqa: PLR2004
    seam = seam or split_employer_title(text) or _firm_beside_title(text)
    at = shown.find(seam[1], start) if seam else -1
    if seam is None or at < 0:
        return [(text, start, end)]
    return [(seam[0], start, at), (seam[1], at, end)]


def _town_at_end(text: str) -> tuple[str, str]:
    """Part ``Celtra New York``; one word alone is taken for a town only behind what is known as a firm."""
    words = text.split()
    for n_words in (3, 2, 1):
        head, town = " ".join(words[:-n_words]), " ".join(words[-n_words:])
        if head and is_town(town) and (n_words > 1 or employer_score(head) > MIN_KNOWN):
            return head, town
    return text, ""


def _firm_beside_title(text: str) -> tuple[str, str] | None:
    """Split ``HRBP IBM`` and ``IBM HRBP``: two words, of which one is known as a title and the other as a firm."""
    first, _, second = text.partition(" ")
    if " " in second or not (first.isupper() and second.isupper()):
        return None
    for title, firm in ((first, second), (second, first)):
        is_title, is_firm = title_score(title) == 1.0, employer_score(firm) > MIN_KNOWN
        if is_title and is_firm and not title_score(firm) and not employer_score(title):
            return first, second
    return None


def _role(text: str, label: str) -> str:
    if label in {"title", "current_title", "employer", "current_employer"}:
        return label.removeprefix("current_")
    if label or is_aside(text):
        return "aside"
    return ""


@lru_cache(maxsize=2048)
def is_aside(text: str) -> bool:
    """Tell what is neither title nor employer: a place, a department, a kind of contract, a remark on the firm, a person."""
    if text.lower() in _OWN_BOSS:
        return False  # what stands in the place of a firm
    if _SENTENCE.match(text):
        return True
    if _is_heading(text) or is_date_alone(fold(text)) or (field_of(fold(text)) and title_score(text) < 1):
        return True
    is_remark = _FIRM_REMARK.search(text) is not None and employer_score(text) < 1
    if is_noise(text) or _KIND.fullmatch(text) or is_remark or _DEPARTMENT.fullmatch(text):
        return True
    if _OF_PERSON.fullmatch(text) and text[0] in surnames()[0]:
        return True  # 王经理 is somebody to ask
    place = place_of(text)
    is_known = (
        "," in text or place.town is None or is_town(place.town.split(",")[0]) or re.search(r"\d", text) is not None
    )
    return place.is_certain and is_known and employer_score(text) < 1 and title_score(text) < 1


def _is_heading(text: str) -> bool:
    """Tell the words of a heading; capitals alone make none here (RESEARCH IN MOTION is a firm)."""
    return "".join(mark for mark in fold(text).lower() if mark.isalnum()) in section_table()


@lru_cache(maxsize=2048)
def may_be_place(text: str) -> bool:
    """Tell a name that a town has; firms are called so too."""
    return is_town(text)


def with_soft_seam(atoms: list[Atom], lines: Mapping[int, str]) -> list[Atom]:
    """Part title and firm that only a space parts, where nothing else could be the other: ``Technical Writer Flipkart``."""
    plain = [number for number, atom in enumerate(atoms) if not atom.role]
    if len(plain) != 1 or not atoms[plain[0]].text.isascii():
        return atoms
    atom = atoms[plain[0]]
    halves = _at_title_noun(atom.text)
    at = lines[atom.row].find(halves[1], atom.start) if halves else -1
    if halves is None or at < 0:
        return atoms
    parted = [replace(atom, text=halves[0], end=at), replace(atom, text=halves[1], start=at, gap="seam")]
    return [*atoms[: plain[0]], *parted, *atoms[plain[0] + 1 :]]


def _at_title_noun(text: str) -> tuple[str, str] | None:
    words = text.split()
    for n_words in range(len(words) - 1, 0, -1):
        title, firm = " ".join(words[:n_words]), " ".join(words[n_words:])
        if (
            ends_as_title(title)
            and firm[0].isupper()
            and not title_score(firm)
            and not is_aside(firm)
            and not is_work_field(firm)
        ):
            return title, firm
    ranked = _RANKED.match(text)
    if ranked and title_score(ranked.group(2)) == 1.0 and not title_score(ranked.group(1)):
        return ranked.group(1), ranked.group(2)
    return None


def bare(text: str) -> str:
    """Return a piece without the marks around it; a closing bracket that was opened inside stays."""
    stripped = text.strip(" \t,;:|·-–—/、，；：*#_~>")
    if _ENDS_IN_DOT.search(stripped):
        return stripped
    if stripped[-1:] in {")", "）"} and stripped[:1] not in {"(", "（"}:
        return stripped
    return text.strip(_EDGES)


def bare_value(text: str) -> str:
    """Return the value of a label without the marks around it and without the remarks in brackets behind it."""
    value = bare(text)
    while (behind := _BRACKETS_BEHIND.match(value)) and is_aside(behind.group(2).strip()):
        value = bare(behind.group(1))
    return value
