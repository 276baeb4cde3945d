"""The halves of a job, asked again where what was chosen is neither a post nor a house."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.headers import Header
from ringback.readers.fields.jobs.heads import chosen
from ringback.readers.fields.jobs.job_places import is_place
from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house, surely_no_post
from ringback.readers.fields.jobs.known_things import without_tools
from ringback.readers.fields.jobs.said_twice import chosen_of_once_said
from ringback.readers.fields.jobs.sentences import Halves
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.skills import read_skills

if TYPE_CHECKING:
    from ringback.readers.fields.found import Found
    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.sheet import Sheet

MAX_LOOKS = 2
SURE_POST, SURE_HOUSE = 0.8, 0.6
_POSTS_TOO = frozenset({"heading", "code"})


def chosen_again(sheet: Sheet, header: Header, others: list[list[Atom]], evidence: str) -> Halves:
    """Return the halves of a header; what is chosen and hardly a half is put aside, and the rest is asked again."""
    if sheet.is_chinese:
        return chosen(header, others, evidence)
    header, halves = chosen_of_once_said(without_tools(sheet, header), lambda one: chosen(one, others, evidence))
    for _ in range(MAX_LOOKS):
        title, firm = halves
        is_no_title = title is not None and is_no_post(sheet, title) and not _is_left_over(header, title, firm)
        is_no_firm = firm is not None and (is_no_house(sheet, firm) or hardly_a_house(firm.value) is not None)
        doubted = [half.value for half, is_none in ((title, is_no_title), (firm, is_no_firm)) if half and is_none]
        if not doubted:
            break
        doubter, header = header, _without(header, doubted)
        other_title, other_firm = chosen(header, others, evidence)
        if is_no_title:
            title = other_title if other_title and title_score(other_title.value) >= SURE_POST else None
        if firm and is_no_firm and _is_better_house(sheet, other_firm, title, least=_least_beside(doubter, firm)):
            firm = other_firm
        elif firm and is_no_house(sheet, firm):
            firm = None
        if (title, firm) == halves:
            break
        halves = title, firm
    return halves


def _is_left_over(header: Header, title: Found[str], firm: Found[str] | None) -> bool:
    """Tell the only other name beside a known house: *PI* is a post where it stands in the place of one."""
    if firm is None or not may_be_post_at(title, firm):
        return False
    others = [atom for atom in header.atoms if atom.role != "aside" and atom.text not in firm.value]
    return len(others) == 1 and others[0].text == title.value and others[0].gap in {"line", "cell"}


def may_be_post_at(title: Found[str], firm: Found[str]) -> bool:
    """Tell what is no post by its look only, beside a house that its words give away."""
    return employer_score(firm.value) >= SURE_HOUSE and surely_no_post(title.value) in _POSTS_TOO


def is_no_house(sheet: Sheet, firm: Found[str]) -> bool:
    """Tell what was taken for a house and surely is none; never in a Chinese resume, whose words are others.

    What is called as a post is, stands where the other jobs name known houses and has its own post beside it is a house.
    """
    kind = None if sheet.is_chinese else surely_no_house(firm.value, _own_skills(sheet))
    return kind is not None and not (kind == "post" and firm.how == "rule")


def is_no_post(sheet: Sheet, title: Found[str]) -> bool:
    """Tell what was taken for a post and surely is none."""
    return not sheet.is_chinese and title.how != "rule" and surely_no_post(title.value) is not None


def sound(sheet: Sheet, told: Halves | None) -> Halves | None:
    """Return a job that a sentence tells, or None where one half of it is none: what somebody is an expert in."""
    title, firm = told or (None, None)
    is_none = (title is not None and is_no_post(sheet, title)) or (firm is not None and is_no_house(sheet, firm))
    return None if is_none else told


def _least_beside(header: Header, firm: Found[str]) -> float:
    """Return how sure a name must be to be the house in place of a doubted one, which may stand as a house does.

    That has a line of its own with its place, ``Northmoor Tide Laboratory, Lindale`` over ``Clerk: Gates Directorate``, or
    *at* in front of its small letters: ``Clerk at fern* labs, Lindale``.
    """
    at = next((number for number, atom in enumerate(header.atoms) if atom.text == firm.value), None)
    if at is None:
        return 0.0
    atom = header.atoms[at]
    is_told = atom.gap == "at" and atom.text[0].islower()
    row = [one for one in header.atoms[at + 1 :] if one.row == atom.row]
    is_alone = atom.gap == "line" and all(one.role == "aside" for one in row)
    is_placed = is_alone and any(is_place(one.text) for one in row)
    return employer_score(firm.value) if is_told or is_placed else 0.0


def _is_better_house(sheet: Sheet, firm: Found[str] | None, title: Found[str] | None, *, least: float) -> bool:
    if firm is None or is_no_house(sheet, firm) or hardly_a_house(firm.value) or employer_score(firm.value) < least:
        return False
    return title is None or firm.value not in title.value


def _without(header: Header, doubted: list[str]) -> Header:
    atoms = [
        replace(atom, role="aside") if not atom.role and any(atom.text in value for value in doubted) else atom
        for atom in header.atoms
    ]
    return replace(header, atoms=atoms)


@once_a_sheet
def _own_skills(sheet: Sheet) -> frozenset[str]:
    """Return the skills that stand nowhere among the jobs, in small letters."""
    told = " ".join(sheet.folded[i] for i in sheet.lines_in("experience")).lower()
    return frozenset(skill.lower() for skill in read_skills(sheet) if skill.lower() not in told)
