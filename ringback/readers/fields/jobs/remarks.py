"""What in the header of a job is said of a post or of a house, and is neither: what somebody teaches, a remark in brackets."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.worth import employer_worth, is_site

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.atoms import Atom

_SURE, _MIN_FIRM = 0.7, 0.6
_WITH_ARTICLE = re.compile(r"An? (?:[\w'’&-]+ ){2,}")
_TEACHES = re.compile(
    r"\b(?:lecturer|professor|fellow|instructor|teacher|tutor|reader|chair|postdoc\w*|researcher|student|docent|registrar|resident|physician"
    r"|dozentin?|teaching assistant|profess\w+)\b",
    re.IGNORECASE,
)


def is_remark_on_firm(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what stands in brackets behind a firm that its own words give away, or behind a slash as a second post."""
    if not number or atoms[number].row != atoms[number - 1].row:
        return False
    atom, before = atoms[number], atoms[number - 1].text
    if atom.gap == "slash":
        return title_score(before) >= _SURE and employer_score(atom.text) < _MIN_FIRM
    if atom.gap == "bracket" and title_score(before) == 1.0 and (least := _worth_of_name(atoms, number - 1)):
        return employer_score(atom.text) < least  # 青禾环卫 驾驶员（洒水车）
    return atom.gap == "bracket" and employer_score(before) >= _SURE and not title_score(before)


def is_remark_in_small(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what small letters say of a post or a name: ``Vendeuse (rayon et caisse)``, ``Larchard, magasin de lingerie``.

    So does what begins with an article: ``Larchard, A Northmoor based house of lace``.
    """
    atom = atoms[number]
    is_small = atom.text[0].islower() or _WITH_ARTICLE.match(atom.text) is not None
    if not number or atom.row != atoms[number - 1].row or not is_small or " " not in atom.text:
        return False
    before = atoms[number - 1]
    if atom.gap == "bracket":
        return title_score(before.text) >= _SURE
    return atom.gap == "comma" and before.text[0].isupper() and not before.role and title_score(before.text) < _SURE


def is_post_again(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what brackets say again, in another tongue as often, of a whole post: ``Bridge Keeper (Brückenwärter)``."""
    atom, before = atoms[number], atoms[number - 1]
    is_behind = number > 0 and atom.gap == "bracket" and atom.row == before.row and not (atom.role or before.role)
    return is_behind and " " in before.text and title_score(before.text) == title_score(atom.text) == 1.0


def _worth_of_name(atoms: Sequence[Atom], number: int) -> float:
    """Return how sure a firm in brackets behind a post must be, where another name may be the firm; 0 where none may.

    That is what stands before the post in its line, or a firm by its words in a line over it: ``Larch Air Lines, Lindale`` /
    ``IT Manager (Retail Application)``.
    """
    front = atoms[number - 1] if number else None
    if front is not None and front.row == atoms[number].row and not front.role and not title_score(front.text):
        return _MIN_FIRM
    over = [atom.text for atom in atoms[:number] if atom.row < atoms[number].row and not atom.role]
    return float(any(employer_score(text) >= _MIN_FIRM and not title_score(text) for text in over))


def is_taught(atoms: Sequence[Atom], number: int) -> bool:
    """Tell what somebody teaches or studies from where: ``Lecturer in Disease Ecology``."""
    atom = atoms[number]
    is_in = number > 0 and atom.gap in {"in", "colon"} and atom.row == atoms[number - 1].row
    return is_in and _TEACHES.search(atoms[number - 1].text) is not None and not employer_score(atom.text)


def is_site_of_name(atoms: Sequence[Atom], number: int) -> bool:
    """Tell the site at the end of a line from the house in front of it: ``Apprentice, Larch Mechanical, Ely, larch.example``."""
    if not number or not is_site(atoms[number].text):
        return False
    front = [one for one in atoms[:number] if one.row == atoms[number].row and not one.role]
    return any(not title_score(one.text) and employer_worth(one.text) > 0 for one in front)


def is_behind_name(atoms: Sequence[Atom], number: int) -> bool:
    """Tell the remark behind a colon from the name in front of it, which no word gives away: ``Invermoor: banking and trade``."""
    atom, before = atoms[number], atoms[number - 1]
    is_behind = number > 0 and atom.gap == "colon" and atom.row == before.row and not (atom.role or before.role)
    return is_behind and not title_score(before.text) and before.text[0].isupper()
