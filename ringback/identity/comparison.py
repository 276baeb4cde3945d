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
    from collections.abc import Callable, Iterator, Mapping

    from ringback.identity.features import Features
    from ringback.identity.names import Name

Level = tuple[str, str, float]
"""Field, level and bits: one bar of the explanation."""

CONFLICTS = frozenset({"same_surname", "different"})
FULL_AGREEMENTS = frozenset({"exact", "reading"})
_TRUST_LEVEL: dict[int, str] = {KeyTrust.ONE_NAME: "one_name", KeyTrust.FAMILY: "family"}
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

    @property
    def is_same_file(self) -> bool:
        """Whether both records came from one file, which stands right behind the names."""
        return len(self.levels) > 1 and self.levels[1][0] == "file"


def compare(a: Features, b: Features, shared: Mapping[int, int]) -> Comparison:
    """Compare two records; ``shared`` holds, by kind, the best trust among the live keys that both bear."""
    has_identifier = bool(shared) and not IDENTIFIERS.isdisjoint(shared)
    levels = tuple(_levels(a, b, shared, has_identifier=has_identifier))
    return Comparison(round(PRIOR + sum([bits for _, _, bits in levels]), 3), levels, has_identifier)


def _levels(a: Features, b: Features, shared: Mapping[int, int], *, has_identifier: bool) -> list[Level]:
    """Return the levels field by field. A list, and no call for a field that has none: a pool has tens of pairs a record."""
    levels = [compare_names(a.name, b.name)]
    for kind, field, otherwise in _SHARED_FIELDS:
        trust = shared.get(kind) if shared else None
        level = otherwise(a, b) if trust is None else "same" if kind == KeyKind.FILE else _TRUST_LEVEL[trust]
        if level is not None:
            levels.append((field, level, WEIGHTS[field, level]))
    if a.birth_year and b.birth_year:
        apart = abs(a.birth_year - b.birth_year)
        levels.append(_level("birth_year", "same" if apart == 0 else "one_off" if apart == 1 else "differs"))
    if a.sex and b.sex and a.sex != b.sex:
        levels.append(_level("sex", "differs"))
    levels += _context_levels(a, b, has_identifier=has_identifier)
    return levels


def _level(field: str, level: str) -> Level:
    return field, level, WEIGHTS[field, level]


def _context_levels(a: Features, b: Features, *, has_identifier: bool) -> Iterator[Level]:
    """Compare what surrounds a person; a difference of school or city only counts where no contact is shared."""
    if a.schools and b.schools:
        if _overlap(a.schools, b.schools):
            yield _level("school", "same")
        elif not has_identifier:
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
    is_same_surname = _overlap(a.surnames, b.surnames)
    if not (a.keys and b.keys):
        if not (a.surnames and b.surnames):
            return "unknown", 0.0
        return ("surname", _surname_rarity(a, b)) if is_same_surname else ("different", 0.0)
    if _overlap(a.keys, b.keys):
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
    if _overlap(a.phones, b.phones):
        return "generic"  # shared, and yet not among the live keys
    if (a.masked_phones and _is_masked_alike(a, b)) or (b.masked_phones and _is_masked_alike(b, a)):
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
    if _overlap(a.emails, b.emails):
        return "generic"
    split = [(x.rpartition("@"), y.rpartition("@")) for x in a.emails for y in b.emails]
    long = [(x, y) for x, y in split if min(len(x[0]), len(y[0])) >= _SHORTEST_USER]
    if any(x[2] == y[2] and _is_slip(x[0], y[0]) for x, y in long):
        return "one_letter_off"
    return "same_user" if any(x[0] == y[0] for x, y in long) else "differs"


def _is_slip(a: str, b: str) -> bool:
    """Tell a typing slip from another mailbox: zhangwei1 and zhangwei2 are two people, zhangwei1 and zhagnwei1 one."""
    return OSA.distance(a, b, score_cutoff=1) <= 1 and [c for c in a if c.isdigit()] == [c for c in b if c.isdigit()]


def _overlap(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Tell whether two short tuples share a value; a set of each pair's would cost more than looking."""
    for value in a:  # noqa: SIM110 (any() costs twice as much, and pairs are compared by the hundred thousand)
        if value in b:
            return True
    return False


def _equal_or_none(a: str, b: str) -> str | None:
    return "generic" if a and a == b else None


def _employers(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    if not a or not b:
        return None
    if _overlap(a, b):
        return "same"
    for x in a:
        for y in b:
            short, long = (x, y) if len(x) < len(y) else (y, x)
            if len(short) >= _SHORTEST_CONTAINED and (long.startswith(short) or long.endswith(short)):
                return "contained"
    return None


_SHARED_FIELDS: tuple[tuple[KeyKind, str, Callable[[Features, Features], str | None]], ...] = (
    (KeyKind.FILE, "file", lambda _a, _b: None),
    (KeyKind.PHONE, "phone", _phones),
    (KeyKind.EMAIL, "email", _emails),
    (KeyKind.WECHAT, "wechat", lambda a, b: _equal_or_none(a.wechat, b.wechat)),
    (KeyKind.LINKEDIN, "linkedin", lambda a, b: _equal_or_none(a.linkedin, b.linkedin)),
)
"""The fields that a key may stand for: by the trust in it where it is shared, else by what the values say."""
