"""Two records, level by level. Symmetric, and blind to everything but the two records and the trust in shared keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA

from ringback.identity.keys import IDENTIFIERS, KeyKind, KeyTrust
from ringback.identity.model import ALIKE, PRIOR, VERY_ALIKE, WEIGHTS
from ringback.identity.names import is_counted_as_english
from ringback.identity.surnames import rarity_of_english, rarity_of_surname
from ringback.identity.text import similarity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ringback.identity.features import Features
    from ringback.identity.names import Name

Level = tuple[str, str, float]
"""Field, level and bits: one bar of the explanation."""

CONFLICTS = frozenset({"same_surname", "different"})
FULL_AGREEMENTS = frozenset({"exact", "reading"})
_TRUST_LEVEL = {KeyTrust.ONE_NAME: "one_name", KeyTrust.FAMILY: "family"}
_SHORTEST_USER = 5
_SHORTEST_CONTAINED = 4


class Comparison(NamedTuple):
    """What speaks for and against one person: the sum in bits, prior included, and its parts."""

    weight: float
    levels: tuple[Level, ...]
    has_identifier: bool

    @property
    def name_level(self) -> str:
        """The level of the names; every comparison has one."""
        return self.levels[0][1]


def compare(a: Features, b: Features, shared: Mapping[int, int]) -> Comparison:
    """Compare two records; ``shared`` holds, by kind, the best trust among the live keys that both bear."""
    levels = tuple(_levels(a, b, shared))
    weight = round(PRIOR + sum(bits for _, _, bits in levels), 3)
    return Comparison(weight, levels, has_identifier=any(kind in IDENTIFIERS for kind in shared))


def _levels(a: Features, b: Features, shared: Mapping[int, int]) -> Iterator[Level]:
    yield compare_names(a.name, b.name)
    if KeyKind.FILE in shared:
        yield _level("file", "same")
    yield from _contact_level("phone", shared.get(KeyKind.PHONE), _phones(a, b))
    yield from _contact_level("email", shared.get(KeyKind.EMAIL), _emails(a, b))
    yield from _contact_level("wechat", shared.get(KeyKind.WECHAT), _equal_or_none(a.wechat, b.wechat))
    yield from _contact_level("linkedin", shared.get(KeyKind.LINKEDIN), _equal_or_none(a.linkedin, b.linkedin))
    yield from _context_levels(a, b, has_identifier=not IDENTIFIERS.isdisjoint(shared))


def _level(field: str, level: str) -> Level:
    return field, level, WEIGHTS[field, level]


def _contact_level(field: str, trust: int | None, otherwise: str | None) -> Iterator[Level]:
    level = otherwise if trust is None else _TRUST_LEVEL[KeyTrust(trust)]
    if level is not None:
        yield _level(field, level)


def _context_levels(a: Features, b: Features, *, has_identifier: bool) -> Iterator[Level]:
    """Compare what surrounds a person; a difference of school or city only counts where no contact is shared."""
    if a.birth_year and b.birth_year:
        apart = abs(a.birth_year - b.birth_year)
        yield _level("birth_year", "same" if apart == 0 else "one_off" if apart == 1 else "differs")
    if a.sex and b.sex and a.sex != b.sex:
        yield _level("sex", "differs")
    if not set(a.schools).isdisjoint(b.schools):
        yield _level("school", "same")
    elif a.schools and b.schools and not has_identifier:
        yield _level("school", "differs")
    employer = _employers(a.employers, b.employers)
    if employer:
        yield _level("employer", employer)
    if a.city and a.city == b.city:
        yield _level("city", "same")
    elif a.city and b.city and not has_identifier:
        yield _level("city", "differs")
    alike = similarity(a.signature, b.signature)
    if alike is not None and alike >= ALIKE:
        yield _level("text", "very_alike" if alike >= VERY_ALIKE else "alike")


def is_soft(a: Features, b: Features) -> bool:
    """Tell whether two records that merge share no contact, or agree on a part of the name only."""
    shares_contact = (
        not set(a.phones).isdisjoint(b.phones)
        or not set(a.emails).isdisjoint(b.emails)
        or (a.wechat != "" and a.wechat == b.wechat)
        or (a.linkedin != "" and a.linkedin == b.linkedin)
    )
    return not shares_contact or compare_names(a.name, b.name)[1] not in FULL_AGREEMENTS


def compare_names(a: Name, b: Name) -> Level:
    """Return the level of two names; ``same_surname`` and ``different`` are conflicts, ``unknown`` says nothing."""
    level, rarity = _name_level(a, b)
    return "name", level, round(WEIGHTS["name", level] + rarity, 3)


def _name_level(a: Name, b: Name) -> tuple[str, float]:
    if a.hanzi and a.hanzi == b.hanzi:
        return "exact", a.rarity
    is_same_surname = not set(a.surnames).isdisjoint(b.surnames)
    if not (a.keys and b.keys):
        if not (a.surnames and b.surnames):
            return "unknown", 0.0
        return ("surname", _surname_rarity(a, b)) if is_same_surname else ("different", 0.0)
    if not set(a.keys).isdisjoint(b.keys):
        return "homophone" if a.hanzi and b.hanzi else "reading", min(a.reading_rarity, b.reading_rarity)
    if not is_same_surname:
        return "different", 0.0
    return _english_level(a, b)


def _english_level(a: Name, b: Name) -> tuple[str, float]:
    """Judge two full names of one surname: an English given name may hide the Chinese one, if it is not another English one.

    It hides nothing where the Chinese one is written beside it: Jialin (Amy) Xu is not 徐佳慧.
    """
    if (a.hanzi and b.hanzi) or not (is_counted_as_english(a) or is_counted_as_english(b)):
        return "same_surname", 0.0
    if a.english and b.english:
        if a.english != b.english:
            return "same_surname", 0.0
        return "reading", min(rarity_of_english(surname) for surname in set(a.surnames) & set(b.surnames))
    return "english", _surname_rarity(a, b)


def _surname_rarity(a: Name, b: Name) -> float:
    return rarity_of_surname(set(a.surnames) & set(b.surnames))


def _phones(a: Features, b: Features) -> str | None:
    if not set(a.phones).isdisjoint(b.phones):
        return "generic"  # shared, and yet not among the live keys
    if _is_masked_alike(a, b) or _is_masked_alike(b, a):
        return "masked_alike"
    if not (a.phones and b.phones):
        return None
    near = any(len(x) == len(y) and OSA.distance(x, y, score_cutoff=1) <= 1 for x in a.phones for y in b.phones)
    return "one_digit_off" if near else "differs"


def _is_masked_alike(masked: Features, plain: Features) -> bool:
    ends = {f"{phone[3:6]}{phone[-4:]}" for phone in plain.phones} | set(plain.masked_phones)
    return not ends.isdisjoint(masked.masked_phones)


def _emails(a: Features, b: Features) -> str | None:
    if not (a.emails and b.emails):
        return None
    if not set(a.emails).isdisjoint(b.emails):
        return "generic"
    split = [(x.rpartition("@"), y.rpartition("@")) for x in a.emails for y in b.emails]
    long = [(x, y) for x, y in split if min(len(x[0]), len(y[0])) >= _SHORTEST_USER]
    if any(x[2] == y[2] and _is_slip(x[0], y[0]) for x, y in long):
        return "one_letter_off"
    return "same_user" if any(x[0] == y[0] for x, y in long) else "differs"


def _is_slip(a: str, b: str) -> bool:
    """Tell a typing slip from another mailbox: zhangwei1 and zhangwei2 are two people, zhangwei1 and zhagnwei1 one."""
    return OSA.distance(a, b, score_cutoff=1) <= 1 and [c for c in a if c.isdigit()] == [c for c in b if c.isdigit()]


def _equal_or_none(a: str, b: str) -> str | None:
    return "generic" if a and a == b else None


def _employers(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    if not a or not b:
        return None
    if not set(a).isdisjoint(b):
        return "same"
    return "contained" if any(_begins_or_ends(x, y) or _begins_or_ends(y, x) for x in a for y in b) else None


def _begins_or_ends(short: str, long: str) -> bool:
    return len(short) >= _SHORTEST_CONTAINED and (long.startswith(short) or long.endswith(short))
