"""Departments: the part of a house that stands beside the house itself is not the employer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.kinds import is_group
from ringback.readers.fields.jobs.slots import is_before_state
from ringback.readers.fields.jobs.titles import employer_score, title_score

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

MIN_HOUSE = 0.7
MIN_TOLD = 2
MAX_ROWS_APART = 2
_PART = re.compile(
    r"(?:the )?(?:[Dd]epartment|Dept\.?|Division|Section|Chair|Directorate|Branch|Research Group|Group) (?:of|for)\b"
    r"|(?:Lehrstuhl|Professur|Abteilung|Abt\.|Fachbereich|Fachgebiet|Fachgruppe|Fakultät|Arbeitsgruppe|Arbeitsbereich"
    r"|Referat|Dezernat)\b"
    r"|(?:Département|UFR|[ÉE]quipe|Service|Direction|Faculté|Unité|Chaire) (?:de|du|des|d['’])"
    r"|(?:Departamento|Facultad|Faculdade|Grupo|Dirección|Direção|Diretoria|Unidad|Unidade|Área|Cátedra|Servicio"
    r"|Serviço|Gerencia) (?:de|del|da|do)\b"
    r"|(?:Dipartimento|Facoltà|Gruppo|Servizio|Ufficio|Sezione|Unità|Reparto|Direzione) (?:di|del|della|delle|dei)\b"
    r"|(?:[A-Z][\w&-]* |and |of |& ){0,7}(?:Department|Dept\.?|Division|Research Group)$"
)
_DEPARTMENT = re.compile(r"(?:the )?(?:Department|Dept\.?) (?:of|for)\b")
_TOLD_IN_SMALL = re.compile(r"(?=.*\s[a-z]{3,})[A-Za-z0-9][A-Za-z0-9\s.,%&+/-]+")  # a family business with forty staff
_HAN_NAME = re.compile("[\u4e00-\u9fff]{2,10}")
_NAMED = re.compile(r"[A-ZÀ-Þ]\S")
_IN_SHORT = re.compile(r"(?=\S*[A-Z]\S*[A-Z])[A-Z]\S{2,9}$")
_RESEARCH_GROUP = re.compile(r"\b(?:Research|Working|Research and Development) Group$")
_GROUP = re.compile(r"(?:[A-Z][\w&'’-]* ){1,4}(?:Group|Team|Unit|Practice|Branch|Section|Desk|Office)")
_GROUP_OF = re.compile(r"(?:[A-Z][\w&'’-]* ){1,5}(?:Group|Lab|Team)")
_OF_RESEARCH = re.compile(r"\b(?:Post-?doc\w*|Ph\.?D|Doctoral|Research\w*|Fellow|Scientist)\b", re.IGNORECASE)
_OF_HIGHER = re.compile(  # what may stand alone, and is a part beside a university or a hospital
    r"(?:Institut|Seminar|Zentrum|Labor|Klinik) für\b|AG [A-Z]|(?:Institute|School|College|Faculty|Center|Centre|Laboratory"
    r"|Lab|Office) (?:of|for)\b"
    r"|(?:Institut|Laboratoire|Centre|[ÉE]cole doctorale) (?:de|du|des|d['’])"
    r"|(?:Instituto|Laboratorio|Laboratório|Escuela|Escola|Centro|Programa) (?:de|del|da|do)\b"
    r"|(?:Istituto|Laboratorio|Centro|Scuola) (?:di|del|della)\b"
)
_HIGHER = re.compile(
    r"(?:Univer[sz]\w+|\w*[Uu]niversit\w+|Hochschule|Fachhochschule|Polit[eé]\w+|Polyte\w+|[Cc]harité|\w*[Kk]linikum"
    r"|Hospital|H[ôo]pital|CHU"
    r"|ETH|EPFL|TU|RWTH|LMU|MIT|UCL|CNRS|CSIC|CNR|Max[ -]Planck\w*|Institute of Technology)\b"
)
_FORCE = re.compile(
    r"\b(?:Army|Navy|Air Force|Marine Corps|Marines|Coast Guard|National Guard|Armed Forces|Defen[cs]e Forces?)\b"
)
_UNIT_OF_FORCE = re.compile(  # 1st Battalion, 5th Infantry, USS Larch
    r"\b(?:Battalion|Bn|Regiment|Brigade|Squadron|Platoon|Battery|Infantry|Cavalry|Artillery|Fleet|Airborne|Armored|Armoured)\b"
    r"|^\d{1,3}(?:st|nd|rd|th|d) [A-Z]|^(?:USS|HMS|HMAS) [A-Z]"
)
_BRANCH = re.compile(r"\b(?:Cent(?:re|er)|Campus|Branch|Office|Division|Region|Station|Site|Unit)$")
_OF_BRANCHES = re.compile(
    r"\b(?:Service|Agency|Administration|Authority|Board|Bureau|Council|Commission|Corps|Society|University|Trust)$"
)


def with_parts_aside(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark the departments among the atoms of a header: ``Institut für Physik, Universität Zürich``."""
    atoms = _with_rest_of_department(_with_name_in_latin_aside(_with_remarks_aside(atoms)))
    atoms = _with_house_beside_department(_with_branches_aside(_with_one_house(atoms)))
    atoms = _with_groups_aside(atoms)
    houses = [atom for atom in atoms if _is_house(atom)]
    if not houses:
        return list(atoms)
    groups = {id(atom) for before, atom in pairwise(atoms) if _is_group_behind(before, atom, houses)}
    forces = any(_FORCE.search(house.text) and not _UNIT_OF_FORCE.search(house.text) for house in houses)
    units = {id(atom) for atom in atoms if forces and not title_score(atom.text) and _UNIT_OF_FORCE.search(atom.text)}
    parts = groups | units | {id(atom) for atom in atoms if _is_part(atom, houses)}
    return [replace(atom, role="aside") if id(atom) in parts else atom for atom in atoms]


def _with_remarks_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark what small letters tell in brackets of the name that begins a line: ``Northwind (family-run business, 40 staff)``."""
    told = {
        id(remark)
        for name, remark in pairwise(atoms)
        if remark.gap == "bracket"
        and (name.row, name.gap, name.role, remark.role) == (remark.row, "line", "", "")
        and _TOLD_IN_SMALL.fullmatch(remark.text)
        and title_score(name.text) < MIN_HOUSE
        and title_score(remark.text) < 1.0
        and employer_score(remark.text) < 1.0
    }
    return [replace(atom, role="aside") if id(atom) in told else atom for atom in atoms] if told else atoms


def _with_name_in_latin_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the Chinese name of a firm in front of the Latin one in brackets, which no word gives away: 青禾優 (Solstice Inc.)."""
    roles: dict[int, str] = {}
    for name, latin in pairwise(atoms):
        is_pair = latin.gap == "bracket" and name.row == latin.row and not (name.role or latin.role)
        is_pair = is_pair and _HAN_NAME.fullmatch(name.text) is not None and latin.text.isascii()
        if is_pair and not title_score(name.text) and employer_score(latin.text) == 1.0:
            roles |= {id(name): "employer", id(latin): "aside"}
    return [replace(atom, role=roles.get(id(atom), atom.role)) for atom in atoms] if roles else atoms


def _with_rest_of_department(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the group behind its division in a row of their own, where the house has the row of the dates.

    ``Northwind`` / ``Engineer`` / ``Retail Services Division - Digital Product Group``
    """
    is_named = any(
        atom.row == 0 and not atom.role and not title_score(atom.text) and not is_before_state(atoms, number)
        for number, atom in enumerate(atoms)
    )
    rest = {
        id(atom)
        for before, atom in pairwise(atoms)
        if is_named
        and before.row == atom.row != 0
        and before.role == "aside"
        and atom.gap in {"dash", "comma"}
        and _PART.fullmatch(before.text)
        and title_score(atom.text) != 1.0
    }
    return [replace(atom, role="aside") if id(atom) in rest else atom for atom in atoms] if rest else atoms


def _with_groups_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the research groups, and what is written in short in front of them, over a house in a line of its own.

    ``IRTM, Tern Research Group`` / ``LarchSupérieure (Rennes, France)``
    """
    groups = [number for number, atom in enumerate(atoms) if not atom.role and _RESEARCH_GROUP.search(atom.text)]
    marked: set[int] = set()
    for number in groups:
        row = atoms[number].row
        below = [atom for atom in atoms if atom.row == row + 1]
        if below and not below[0].role and _NAMED.match(below[0].text) and not title_score(below[0].text):
            marked |= {i for i in range(number + 1) if atoms[i].row == row and not title_score(atoms[i].text)}
    marked |= {i + 1 for i, three in enumerate(zip(atoms, atoms[1:], atoms[2:], strict=False)) if _is_in_group(*three)}
    marked |= {i + 1 for i, three in enumerate(zip(atoms, atoms[1:], atoms[2:], strict=False)) if _is_lab(*three)}
    return [replace(atom, role="aside") if i in marked else atom for i, atom in enumerate(atoms)] if marked else atoms


def _is_lab(post: Atom, group: Atom, house: Atom) -> bool:
    """Tell the group of who does research before the house in short: ``Postdoctoral Fellow, Applied Tides Group, NOMAD``."""
    is_row = post.row == group.row == house.row and group.gap == house.gap == "comma" and not (group.role or house.role)
    is_research = is_row and title_score(post.text) == 1.0 and _OF_RESEARCH.search(post.text) is not None
    is_group = is_research and group.text.endswith((" Group", " Lab", " Team")) and _GROUP_OF.fullmatch(group.text)
    return bool(is_group) and _IN_SHORT.match(house.text) is not None and not title_score(house.text)


def _is_in_group(post: Atom, group: Atom, house: Atom) -> bool:
    """Tell the group between a post and *at* its house: ``Research associate in the Larch laboratory at the Tide Centre``."""
    is_row = (
        post.row == group.row == house.row and (group.gap, house.gap) == ("in", "at") and not (group.role or house.role)
    )
    return is_row and title_score(post.text) == 1.0 and is_group(group.text)


def _with_branches_aside(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the branch that a dash parts from its house, and the house: ``Forest Service — Northmoor Centre``."""
    roles: dict[int, str] = {}
    for house, branch in pairwise(atoms):
        is_pair = house.row == branch.row and branch.gap == "dash" and not (house.role or branch.role)
        is_house = is_pair and _OF_BRANCHES.search(house.text) is not None and title_score(house.text) < MIN_HOUSE
        if is_house and _BRANCH.search(branch.text):
            roles |= {id(house): "employer", id(branch): "aside"}
    return [replace(atom, role=roles.get(id(atom), atom.role)) for atom in atoms] if roles else atoms


def _with_house_beside_department(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Mark the house that no word tells and its department: ``Northmoor S&T, Department of Mining, Rolla``.

    Behind the department stands the house where it is written in short: ``Department of Tides, NoMaD, Rolla``.
    """
    roles: dict[int, str] = {}
    for first, second in pairwise(atoms):
        is_pair = first.row == second.row and second.gap == "comma" and not (first.role or second.role)
        for house, part, form in ((first, second, _NAMED), (second, first, _IN_SHORT)):
            if is_pair and _DEPARTMENT.match(part.text) and form.match(house.text) and not title_score(house.text):
                roles |= {id(house): "employer", id(part): "aside"}
    return [replace(atom, role=roles.get(id(atom), atom.role)) for atom in atoms] if roles else atoms


def _is_group_behind(before: Atom, atom: Atom, houses: Sequence[Atom]) -> bool:
    """Tell the group of a house that stands behind the post, where the house has a line of its own: Paralegal, Tax Group.

    ``Senior Researcher in Tide Dynamics Group`` / ``Northmoor Institute, Lindale``
    """
    is_behind = (
        atom.gap in {"comma", "in"} and atom.row == before.row and title_score(before.text) == 1.0 and not atom.role
    )
    is_group = is_behind and _GROUP.fullmatch(atom.text) is not None
    return is_group and any(house.row != atom.row and abs(house.row - atom.row) <= MAX_ROWS_APART for house in houses)


def _with_one_house(atoms: Sequence[Atom]) -> Sequence[Atom]:
    """Leave one employer in a column of employers: ``Faculty of Mathematics, Tides and Winds (University of Southmoor)``."""
    told = [atom for atom in atoms if atom.role == "employer"]
    higher = [atom for atom in told if _HIGHER.search(atom.text) and not _OF_HIGHER.match(atom.text)]
    if len(told) < MIN_TOLD or len(higher) != 1:
        return atoms
    return [replace(atom, role="aside") if atom in told and atom is not higher[0] else atom for atom in atoms]


def _is_house(atom: Atom) -> bool:
    is_named = not atom.role and employer_score(atom.text) >= MIN_HOUSE and not title_score(atom.text)
    return (
        is_named
        and not _PART.match(atom.text)
        and (_HIGHER.search(atom.text) is not None or not _OF_HIGHER.match(atom.text))
    )


def _is_part(atom: Atom, houses: Sequence[Atom]) -> bool:
    if atom.role or any(atom is house for house in houses) or title_score(atom.text) == 1.0:
        return False
    near = [house for house in houses if abs(house.row - atom.row) <= MAX_ROWS_APART]
    if _PART.match(atom.text):
        return bool(near)
    return _OF_HIGHER.match(atom.text) is not None and any(_HIGHER.search(house.text) for house in near)
