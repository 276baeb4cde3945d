"""The same record id a second time: is it the same person once more, or somebody else under one id?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ringback.identity.comparison import CONFLICTS, FULL_AGREEMENTS, compare_names
from ringback.identity.names import parse_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from schemas.records import ParsedResume


@dataclass(frozen=True, slots=True)
class Identity:
    """What of a row tells who it is: the name as written, and every phone, address and id."""

    name: str | None
    contacts: frozenset[str]

    @classmethod
    def of_row(cls, parsed: ParsedResume) -> Identity:
        """Return what a row tells that has just been read."""
        ids = (parsed.wechat, parsed.linkedin)
        return cls(parsed.name, frozenset((*parsed.phones, *parsed.emails, *(one for one in ids if one))))

    @classmethod
    def of_profile(cls, profile: Mapping[str, Any]) -> Identity:
        """Return what a stored record tells."""
        ids = (profile.get("wechat"), profile.get("linkedin"))
        contacts = (*(profile.get("phones") or ()), *(profile.get("emails") or ()), *(one for one in ids if one))
        return cls(profile.get("name"), frozenset(map(str, contacts)))


def is_somebody_else(one: Identity, other: Identity) -> bool:
    """Tell whether two rows under one id speak of two people: the names conflict, or both have contacts and share none."""
    if compare_names(parse_name(one.name), parse_name(other.name))[1] in CONFLICTS:
        return True
    return bool(one.contacts and other.contacts) and one.contacts.isdisjoint(other.contacts)


def share_nothing(ones: Sequence[Identity], others: Sequence[Identity]) -> bool:
    """Tell whether no record of one person has a name (in any spelling of it), phone, address or id of a record of the other."""
    contacts, theirs = (frozenset[str]().union(*(each.contacts for each in side)) for side in (ones, others))
    if not contacts.isdisjoint(theirs):
        return False
    names, their_names = ({each.name for each in side if each.name} for side in (ones, others))
    return not any(
        compare_names(parse_name(a), parse_name(b))[1] in FULL_AGREEMENTS for a in names for b in their_names
    )
