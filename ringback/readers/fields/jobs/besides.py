"""What assistants and teachers name beside post and house: the person they work for, the course they teach."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.subjects import is_school_subject
from ringback.readers.fields.jobs.titles import employer_score, is_work_field, title_score
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.jobs.atoms import Atom

SURE_NAME, SURE_HOUSE = 0.85, 0.7
MIN_THEME_WORDS, MIN_SUBTITLE_WORDS, LAST_WORDS = 9, 6, 3
_SERVES = re.compile(
    r"\b(?:assistant|associate|clerk|secretary|intern|extern|fellow|scholar|postdoc\w*)\b", re.IGNORECASE
)
_TEACHES = re.compile(
    r"\b(?:teach\w*|TA|instructor|lecturer|tutor|grader|professor|course assistant|assistant instructor)\b",
    re.IGNORECASE,
)
N_OF_PAIR = 2
_BETWEEN_HALVES = frozenset({"dash", "cell", "at"})
_PARTED = frozenset({"dash", "cell", "comma"})
_STATE = re.compile(r"[A-Z]{2,3}")
_TOWN = re.compile(r"[A-Z][a-z.'’]+(?:[ -][A-Z][a-z.'’]+){0,2}")
_DOTTED = re.compile(r"[A-Z][\w-]{2,}\.[a-z]{2,}")  # Velk.farm
_SITE = re.compile(r"(?:https?://)?(?:www\.)?([\w-]{3,})(?:\.[a-z]{2,})+(?:/[\w/.-]*)?", re.IGNORECASE)
_LETTERS_ONLY = re.compile(r"[\W_]+")
_OWN_BOSS = re.compile(r"(?:independent contractor|sole trader)", re.IGNORECASE)
_OWN_ACCOUNT = re.compile(
    "(?:自由|独立|个人)(?:职业|工作|接案|撰稿|开发|创作|从业|设计|译)者?|接案者?|SOHO|(?:自主|自行|自己|个人)(?:创业|经营)|个体(?:经营|户)"
)
_SCHEME = re.compile(
    r"(?:N\.?Y\.?S\.?C|SIWES|SWEP|NDDC|N-Power|I\.?T|OJT|WIL|YTS|JTP|Americorps|Peace Corps|Erasmus\+?)\.?"
    r"|(?:national )?youth (?:service|corps)(?: (?:scheme|corps|programme|program|year))?|national service|corps? member|corper"
    r"|(?:(?:industrial|student|summer|teaching|field|clinical) )?(?:internship|attachment|placement|practicum|training)"
    r"|apprenticeship|(?:[A-Z&]{2,8} )?(?:local(?: union)?|union)(?: no\.?)? ?#?\d{1,4}"
    r"|on[- ]the[- ]job training|work[- ](?:study|experience|placement|shadowing)|co-?op(?:erative)?|sandwich (?:year|placement)"
    r"|casual|locum|relief|fixed[- ]term|zero[- ]hours?|acting|interim|probation(?:ary)?|secondment"
    r"|seconded|ad[- ]hoc|per diem|prn|on[- ]call|freelance|voluntary|unpaid|stipendiary|student (?:job|worker)"
    "|[工][读讀]|[约約][聘雇]|定期[契约約]{0,2}",
    re.IGNORECASE,
)
_BRANCH = re.compile("[\u4e00-\u9fff]{2,10}(?:店|专柜|校区|院区|分部|分院|分校|营业部|营业厅|园区)")
_ADDRESSED = re.compile(
    r"(?:Prof(?:essor|s)?\b\.?|Drs?\.|Mr\.|Mrs\.|Ms\.|(?:Chief )?(?:Judge|Justice)|(?:The )?Hon(?:orable)?\b\.?|Senator"
    r"|Congress(?:man|woman)|Rep\.) [A-Z]"
)
_APART = frozenset({"bracket", "dash", "comma", "cell", "line", "slash"})  # Lecturer in Economics is one phrase
_SAID_OF_HOUSE = re.compile(
    r"\w{2} (?:company|start-?up|consultancy|institution|platform|agency|organi[sz]ation|provider|firm|maker|manufacturer|app"
    r"|tool|service|API|SDK|SaaS)(?: (?:for|with|that|which|in|[a-z]+ing)\b|$)"
)  # in small letters, as no name of a house is
_WHOLE_UNIVERSITY = re.compile(r"^University (?:at|of) |\bUniversity$")
_SEAT = re.compile(r"(?:The )?(?:[A-Z]\w+ )?University of(?: [A-Z]\w+){1,2}(?: System)?")
_REGION = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’-]+ ){1,3}(?:County|Province|Region|District|Oblast|Prefecture|Governorate|Voivodeship|Canton|State)"
    r"|(?:County|Province|Region|Canton|State|Community) of(?: the)?(?: [A-ZÀ-Þ][\w'’-]+){1,3}"
)
_TITLE_OF_COURSE = re.compile(  # Grader for Intro to Tides
    r"(?:Intro(?:duction|ductory)?\.? (?:to )?|Principles of |Fundamentals of |Foundations of |Elements of )[A-Z]"
)
_COURSE = re.compile(r"[A-Z]{2,5}[ -]?\d{2,4}[A-Z]?\b|(?:[A-Z][a-z]{2,5}|[A-Z]{2,5}) ?\d{2,4}[A-Z]{0,2}")


def with_others_aside(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark persons and courses among the atoms of a header: ``Teaching Assistant<tab>FRS 161: Earth, Crops and Culture``."""
    if any(_TEACHES.search(atom.text) for atom in atoms):
        atoms = _without_courses(atoms) if any(map(_is_course, atoms)) else atoms
        atoms = [replace(atom, role="aside") if _is_subject(atom) else atom for atom in atoms]
    atoms = _without_place_of_dates(_without_schemes(_without_sites(_without_seats(_without_regions(atoms)))))
    atoms = _without_remarks(_without_branches(_without_own_boss(without_small_towns(atoms))))
    return _without_purpose(_without_themes(_without_fields(atoms)))


_FIELD_OF_POST = re.compile(
    r"(?:[A-Z][\w&/-]* ){0,3}(?:Development|Engineering|Operations|Marketing|Sales|Support|Analytics|Management|Design|Research"
    r"|Technology|Nursing|Medicine|Finance|Accounting|Communications|Logistics|Education|Procurement|Planning)"
)


def _without_fields(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the field of a post that a colon parts from its house: ``Larchard, Ely: Systems Engineer, Software Development``."""
    fields = {
        id(atom)
        for before, atom in pairwise(atoms)
        if (before.gap, atom.gap) == ("colon", "comma") and title_score(before.text) == 1.0
        if _FIELD_OF_POST.fullmatch(atom.text)
        if any(one.gap == "line" and one.row == atom.row and _is_plain_name(one) for one in atoms)
    }
    return [replace(atom, role="aside") if id(atom) in fields else atom for atom in atoms] if fields else atoms


def _is_plain_name(atom: Atom) -> bool:
    return not atom.role and atom.text[:1].isupper() and not title_score(atom.text) and not is_work_field(atom.text)


def _without_remarks(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark what a dash tells of a house: ``Velk.farm - Garden Tech Startup``, ``Larch — Insurance company with clients``."""
    is_told = any(title_score(atom.text) == 1.0 and atom.gap == "line" for atom in atoms)
    remarks = {
        id(atom)
        for before, atom in pairwise(atoms)
        if atom.gap == "dash" and before.gap == "line" and before.row == atom.row and not (before.role or atom.role)
        if not title_score(before.text) and title_score(atom.text) < 1.0
        if (_DOTTED.fullmatch(before.text) and employer_score(atom.text) < 1.0)
        or (is_told and _SAID_OF_HOUSE.search(atom.text) and len(before.text.split()) < len(atom.text.split()))
    }
    return [replace(atom, role="aside") if id(atom) in remarks else atom for atom in atoms]


def without_persons(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark whom somebody works for; a professor alone is the post itself: ``Professor Marine Biology | Northmoor College``."""
    addressed = {id(atom) for atom in atoms if not atom.role and _ADDRESSED.match(atom.text)}
    others = [atom for atom in atoms if id(atom) not in addressed]
    is_told = any(title_score(atom.text) == 1.0 for atom in others)
    if not (is_told or any(_SERVES.search(atom.text) for atom in others)):
        return list(atoms)
    persons = addressed | {id(atom) for before, atom in pairwise(atoms) if _is_served(before, atom)}
    persons |= {
        id(atom)
        for before, atom, house in zip(atoms, atoms[1:], atoms[2:], strict=False)
        if _is_led(before, atom, house)
    }
    return [replace(atom, role="aside") if id(atom) in persons else atom for atom in atoms]


def without_small_towns(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark what stands between a name and the letters of its state, be it listed or not: ``Northwind - Lindon, UT``.

    In a cell of its own beside a house the region may be written out: ``Larch Cyber School<tab>Fort Lindon, Georgia``.
    """
    towns = {
        id(atom)
        for before, atom, state in zip(atoms, atoms[1:], atoms[2:], strict=False)
        if before.row == atom.row == state.row
        and not (before.role or atom.role)
        and atom.gap in _PARTED
        and (state.role, state.gap) == ("aside", "comma")
        and (_STATE.fullmatch(state.text) or (_is_beside_house(before, atom) and place_of(state.text).is_certain))
        and _TOWN.fullmatch(atom.text)
        and not (title_score(atom.text) or employer_score(atom.text))
    }
    return [replace(atom, role="aside") if id(atom) in towns else atom for atom in atoms] if towns else atoms


def _is_beside_house(before: Atom, atom: Atom) -> bool:
    return atom.gap == "cell" and before.gap == "line" and not title_score(before.text)


def _without_place_of_dates(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the name alone beside the dates, where post and firm stand in the line above: a place that no list knows.

    ``Barista — The Copper Kettle`` / ``2023 – 2024 · Upper Lindale``
    """
    beside = [atom for atom in atoms if atom.row == 0]
    above = [atom for atom in atoms if atom.row == -1 and atom.role != "aside"]
    if len(beside) != 1 or beside[0].role or len(above) != N_OF_PAIR or not _TOWN.fullmatch(beside[0].text):
        return atoms
    if title_score(beside[0].text) or employer_score(beside[0].text) or above[1].gap not in _BETWEEN_HALVES:
        return atoms
    post, firm = sorted(above, key=lambda atom: -title_score(atom.text))
    is_told = title_score(post.text) == 1.0 and not title_score(firm.text) and not is_work_field(firm.text)
    return [replace(atom, role="aside") if atom is beside[0] else atom for atom in atoms] if is_told else atoms


def is_own_boss(text: str) -> bool:
    """Tell that somebody works on his own account, by the words that stand for a firm then: ``Independent contractor``."""
    return _OWN_BOSS.fullmatch(text) is not None


def is_own_account(text: str) -> bool:
    """Tell the Chinese words for working on one's own account, which stand for the post where none is told: 自由接案."""
    return _OWN_ACCOUNT.fullmatch(fold(text)) is not None


_FREE = re.compile(r"\b(?:freelanc(?:e|er|ing)|self[- ]employed)\b", re.IGNORECASE)


_TRADE_OF_OWN = re.compile(r"(?:freelance|self[- ]employed) (?!at\b|for\b|with\b)[A-Z][\w&/ -]{3,50}", re.IGNORECASE)


def is_own_trade(text: str) -> bool:
    """Tell what somebody does on his own account, which stands where others have their house: ``Freelance Book Design``."""
    return _TRADE_OF_OWN.fullmatch(text) is not None and employer_score(text) < 1.0


_UNPAID = re.compile(
    r"volunteer\b|(?:unpaid|honorary) |(?:[\w-]+ )?(?:board|committee|council) member\b|member of the board\b|trustee\b",
    re.IGNORECASE,
)


def is_free(halves: tuple[Found[str] | None, Found[str] | None]) -> bool:
    """Tell a job on one's own account, or for no pay: ``Freelance Writer``, ``Self-employed``, ``Volunteer Medic``."""
    title = halves[0]
    is_unpaid = title is not None and _UNPAID.match(title.value) is not None
    return is_unpaid or any(half is not None and _FREE.search(half.value) is not None for half in halves)


_TRADES = frozenset(
    [
        "services",
        "service",
        "advertising",
        "media",
        "publishing",
        "internet",
        "banks",
        "banking",
        "financial",
        "education",
        "commerce",
        "software",
        "entertainment",
        "online",
        "e-commerce",
        "technology",
        "pr",
        "press",
    ]
)  # of which a portal's form asks


def is_trade_of_own(title: str, firm: str) -> bool:
    """Tell the trade in which somebody works who has no employer: ``Freelancer``, ``Internet / Online Marketing``."""
    words = re.findall(r"[^\s/,&]+", firm)
    is_trade = all(word.lower() in _TRADES or is_work_field(word) for word in words)
    return _FREE.search(title) is not None and bool(words) and is_trade


def _without_own_boss(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the word for working on one's own account where the post is told too: ``Illustrator`` / ``Sole trader``."""
    own = [atom for atom in atoms if not atom.role and is_own_boss(atom.text)]
    has_post = any(title_score(atom.text) == 1.0 and atom not in own for atom in atoms if atom.role != "aside")
    if own and has_post:
        return [replace(atom, role="aside") if atom in own else atom for atom in atoms]
    return _with_own_account(atoms)


def _with_own_account(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the Chinese words for it, which stand for a house beside the post: 自由职业者 | 平面设计师."""
    own = [atom for atom in atoms if not atom.role and is_own_account(atom.text)]
    rows = {atom.row for atom in atoms if not atom.role and atom not in own and title_score(atom.text) == 1.0}
    return [replace(atom, role="employer") if atom in own and atom.row in rows else atom for atom in atoms]


def _without_schemes(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark what says in brackets under which scheme a post was held: ``Chemistry Teacher (NYSC)``, ``Assistant (placement)``."""
    schemes = {
        id(atom)
        for before, atom in pairwise(atoms)
        if atom.gap == "bracket"
        and before.row == atom.row
        and title_score(before.text)
        and _SCHEME.fullmatch(atom.text)
    }
    return [replace(atom, role="aside") if id(atom) in schemes else atom for atom in atoms] if schemes else atoms


def _without_sites(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the site of a house that is named too: ``Tide Works`` / ``tideworks.example``."""
    named = {_LETTERS_ONLY.sub("", atom.text).lower() for atom in atoms if "." not in atom.text}
    sites = {
        id(atom)
        for atom in atoms
        if "." in atom.text and (site := _SITE.fullmatch(atom.text)) and site.group(1).lower().replace("-", "") in named
    }
    return [replace(atom, role="aside") if id(atom) in sites else atom for atom in atoms] if sites else atoms


def _without_regions(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the region between a town and its country: ``Solna, Stockholm County, Sweden``."""
    regions = {
        id(atom)
        for town, atom, land in zip(atoms, atoms[1:], atoms[2:], strict=False)
        if town.row == land.row and atom.gap == land.gap == "comma" and town.role == land.role == "aside"
        if not atom.role and _REGION.fullmatch(atom.text)
        if place_of(f"{town.text}, {land.text}").is_certain
    }
    return [replace(atom, role="aside") if id(atom) in regions else atom for atom in atoms] if regions else atoms


def _without_seats(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the university to which another belongs: ``University at Larch, The State University of Moorland``."""
    seats = {
        id(atom)
        for before, atom in pairwise(atoms)
        if atom.gap == "comma" and before.row == atom.row and not (before.role or atom.role)
        if _WHOLE_UNIVERSITY.search(before.text) and _SEAT.fullmatch(atom.text)
    }
    return [replace(atom, role="aside") if id(atom) in seats else atom for atom in atoms] if seats else atoms


def _without_branches(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the shop or the site that stands in brackets behind a house, where the post is told too: 晨光珠宝（青禾广场店）."""
    if not any(_BRANCH.fullmatch(atom.text) for atom in atoms) or not any(title_score(atom.text) for atom in atoms):
        return atoms
    branches = {
        id(atom)
        for before, atom in pairwise(atoms)
        if atom.gap == "bracket"
        and before.row == atom.row
        and not (before.role or title_score(before.text))
        and _BRANCH.fullmatch(atom.text)
    }
    return [replace(atom, role="aside") if id(atom) in branches else atom for atom in atoms]


def _without_themes(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark a line over or under the post that is as long as the title of a paper, and names neither post nor house."""
    rows = {atom.row for atom in atoms if atom.row}
    themes = {row for row in rows if _is_theme([atom for atom in atoms if atom.row == row])}
    return [replace(atom, role="aside") if atom.row in themes else atom for atom in atoms] if themes else atoms


def _is_theme(row: Sequence[Atom]) -> bool:
    words = " ".join(atom.text for atom in row if atom.role != "aside").split()
    if any(atom.gap == "colon" and len(atom.text.split()) >= MIN_SUBTITLE_WORDS for atom in row):
        return True
    is_told = any(title_score(atom.text) or employer_score(atom.text) or atom.role == "employer" for atom in row)
    is_told = is_told or employer_score(" ".join(words[-LAST_WORDS:])) > 0  # a long name tells it at its end
    return len(words) >= MIN_THEME_WORDS and not is_told and not any(atom.gap == "cell" for atom in row)


def _is_course(atom: Atom) -> bool:
    match = _COURSE.match(atom.text)
    return match is not None and (atom.text[: match.end()].split(" ")[0].isupper() or atom.gap == "bracket")


def _is_subject(atom: Atom) -> bool:
    """Tell what is taught, and in which years, from where: ``Private Tutor (High School Physics)``."""
    if not atom.role and atom.gap != "line" and _TITLE_OF_COURSE.match(atom.text):
        return True
    return not atom.role and atom.gap in _APART and is_school_subject(atom.text)


def cells_of(atoms: Sequence[Atom]) -> list[list[Atom]]:
    """Return the atoms by the cells of their lines."""
    cells: list[list[Atom]] = []
    for atom in atoms:
        if atom.gap in {"cell", "line"} or not cells:
            cells.append([])
        cells[-1].append(atom)
    return cells


def _without_courses(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark all that shares a cell with the number of a course, unless it is the post or a house."""
    found: list[Atom] = []
    for cell in cells_of(atoms):
        is_of_course = any(map(_is_course, cell))
        found += [
            atom
            if not is_of_course or title_score(atom.text) == 1.0 or employer_score(atom.text) >= 1.0
            else replace(atom, role="aside")
            for atom in cell
        ]
    return found


def _is_led(before: Atom, atom: Atom, house: Atom) -> bool:
    """Tell ``Research Assistant with Mara Velding, Northmoor University``: between a post and a house stands a person."""
    is_between = atom.gap in {"for", "at"} and house.gap == "comma" and before.row == atom.row == house.row
    if not is_between or atom.role or house.role or _SERVES.search(before.text) is None:
        return False
    is_name = len(atom.text.split()) > 1 and latin_score(atom.text) >= SURE_NAME and not employer_score(atom.text)
    return is_name and employer_score(house.text) >= SURE_HOUSE and not title_score(house.text)


def _without_purpose(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark what a post is for, before a house and its town: ``Test engineer for Signal Paths, Larchtron, Grenoble``."""
    found = list(atoms)
    for number, (post, purpose, house, town) in enumerate(zip(atoms, atoms[1:], atoms[2:], atoms[3:], strict=False)):
        is_row = purpose.gap == "for" and house.gap == town.gap == "comma"
        is_free = is_row and not (purpose.role or house.role) and title_score(post.text) == 1.0
        is_told = is_free and town.role == "aside" and not title_score(house.text) and not is_work_field(house.text)
        if is_told and employer_score(purpose.text) < 1.0:
            found[number + 1] = replace(purpose, role="aside")
    return found


def _is_served(before: Atom, atom: Atom) -> bool:
    """Tell ``Research Assistant, Northmoor House for Mara Velding``: who stands behind a house is a person."""
    is_behind = atom.gap == "for" and before.gap in {"comma", "dash"} and not (before.role or atom.role)
    return (
        is_behind
        and title_score(before.text) < 1.0
        and len(atom.text.split()) > 1
        and latin_score(atom.text) >= SURE_NAME
        and not employer_score(atom.text)
    )
