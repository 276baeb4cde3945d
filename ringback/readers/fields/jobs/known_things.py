"""Tools and subjects: what somebody works with or on is no post and employs nobody: ``Python, Java``, ``Computer Vision``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.besides import cells_of
from ringback.readers.fields.memory import once_a_sheet
from ringback.readers.fields.skills import read_skills, skills_of_text
from ringback.readers.fields.wordlists import rows_by_key

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.headers import Header
    from ringback.readers.fields.sheet import Sheet

_BETWEEN = re.compile(r"\s*(?:[,;|]|\s/\s|\s&\s|\s\+\s|\band\b)\s*")
_LISTED = re.compile(r"\s*[+/&]\s*")
_ISSUE = re.compile(r"(?<=[a-z#+])[ -]v?\d{1,2}(?:\.[\dx]{1,2}){0,2}$")  # Angular 12, Python 3.11


@cache
def _things() -> dict[str, frozenset[str]]:
    return {key: frozenset(cells) for key, cells in rows_by_key("known_things.tsv").items()}


@lru_cache(maxsize=2048)
def are_tools(text: str) -> bool:
    """Tell a phrase that names nothing but tools, one or several: ``React, Node.js and MySQL``; Shell alone is a firm."""
    parts = [part for part in _BETWEEN.split(text.lower().strip(" .()")) if part]
    return bool(parts) and all(_is_tool(part, is_listed=len(parts) > 1) for part in parts)


def _is_tool(part: str, *, is_listed: bool) -> bool:
    bare = _ISSUE.sub("", part)
    things = _things()
    if part in things["tool"] or bare in things["tool"] or (is_listed and bare in things["listed"]):
        return True
    return "/" in part and all(_is_tool(one, is_listed=True) for one in part.split("/"))


@lru_cache(maxsize=2048)
def is_subject(text: str) -> bool:
    """Tell a field of study or of research, and nothing else: ``Computer Vision``, not ``Computer Science Department``."""
    return text.lower().strip(" .()") in _things()["subject"]


def with_tools_aside(atoms: Sequence[Atom]) -> list[Atom]:
    """Mark what names nothing but tools in a line: a post is held with them; ``Programmer (C#, SQL)`` keeps its bracket."""
    return [
        replace(atom, role="aside") if not atom.role and atom.gap != "bracket" and are_tools(atom.text) else atom
        for atom in atoms
    ]


def without_tools(sheet: Sheet, header: Header) -> Header:
    """Put aside a cell that lists what was worked with: ``Tide Engineer | Python, Java + React``, all skills of the resume."""
    skills = _listed_skills(sheet)
    tools: set[int] = set()
    for whole in cells_of(header.atoms):
        cell = [atom for atom in whole if atom.role != "aside"]
        named = [piece.lower() for atom in cell for piece in _LISTED.split(atom.text)]
        if len(named) > 1 and skills.issuperset(named):
            tools |= {id(atom) for atom in cell}
    atoms = [replace(atom, role="aside") if id(atom) in tools else atom for atom in header.atoms]
    return replace(header, atoms=atoms) if tools and len(tools) < len(atoms) else header


@once_a_sheet
def _listed_skills(sheet: Sheet) -> frozenset[str]:
    """Return the skills in small letters, with what stands below ``Languages: C++, Java`` as if it were spoken."""
    spoken = [skill for i in sheet.lines_in("languages") for skill in skills_of_text(sheet.shown[i])]
    return frozenset(skill.lower() for skill in (*read_skills(sheet), *spoken))
