"""What of a record can identify a person, normalised once and kept (encrypted) beside the record.

Features are a pure function of the profile and the model version. They are stored because a new record is compared with
a dozen older ones, and taking names and employers apart costs more than comparing them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from ringback.identity.contact_values import is_placeholder_email, is_placeholder_phone
from ringback.identity.keys import KeyKind
from ringback.identity.names import NAMELESS, Name, parse_name
from ringback.identity.places import city_core, employer_core
from ringback.identity.schools import school_core

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

_MOBILE = re.compile(r"^(?:\+?86)?(1[3-9]\d{9})$")
_MASKED_PHONE = re.compile(r"^(?:\+?86)?(1\d{2})[*xX×]{4}(\d{4})$")
_SLUG = re.compile(r"(?:linkedin\.com/)?(?:in|pub)/([^/?#\s]+)")
_YEARS = range(1930, 2020)
_WITHOUT_SEX = 11
"""Fields of a record that was packed by the first model."""

_MALE, _FEMALE = frozenset({"male", "m", "男", "男性"}), frozenset({"female", "f", "女", "女性"})
_MALE_TITLE, _FEMALE_TITLE = (
    re.compile(r"先生|\bmr\b", re.IGNORECASE),
    re.compile(r"女士|小姐|\bmr?s\b|\bmiss\b", re.IGNORECASE),
)


class Features(NamedTuple):
    """One record as the comparison sees it. Empty text and empty tuples mean "not known"."""

    name: Name = NAMELESS
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    wechat: str = ""
    linkedin: str = ""
    birth_year: int | None = None
    city: str = ""
    employers: tuple[str, ...] = ()
    schools: tuple[str, ...] = ()
    file_hash: str = ""
    masked_phones: tuple[str, ...] = ()
    signature: bytes | None = None
    sex: str = ""


def features_of(profile: Mapping[str, Any], signature: bytes | None = None) -> Features:
    """Return the features of a stored profile. A WeChat id that is a mobile number counts as a phone."""
    extra = profile.get("extra") or {}
    wechat = str(profile.get("wechat") or "").strip().lower()
    mobile = _MOBILE.match(wechat)
    phones = [phone for phone in map(str, profile.get("phones") or ()) if not is_placeholder_phone(phone)]
    if mobile:
        phones.append(f"+86{mobile[1]}")
    return Features(
        name=parse_name(profile.get("name")),
        phones=tuple(dict.fromkeys(phones)),
        emails=tuple(dict.fromkeys(_emails(profile.get("emails") or ()))),
        wechat="" if mobile else wechat,
        linkedin=_linkedin_slug(profile.get("linkedin")),
        birth_year=_birth_year(profile.get("birth_year")),
        city=city_core(profile.get("city")),
        employers=_cores(employer_core(profile.get("current_employer"))),
        schools=_cores(school_core(profile.get("school"))),
        file_hash=str(extra.get("file_hash") or ""),
        masked_phones=_masked(extra.get("masked_phones") or ()),
        signature=signature,
        sex=_sex(profile),
    )


def pack(features: Features) -> list[Any]:
    """Return the features as JSON, without the signature (which has its own column); :func:`unpack` undoes it."""
    name = features.name
    return [
        [name.hanzi, name.keys, name.surnames, name.english, name.rarity, name.reading_rarity],
        features.phones,
        features.emails,
        features.wechat,
        features.linkedin,
        features.birth_year,
        features.city,
        features.employers,
        features.schools,
        features.file_hash,
        features.masked_phones,
        features.sex,
    ]


def unpack(packed: Sequence[Any], signature: bytes | None) -> Features:
    """Return what :func:`pack` packed, joined with its signature."""
    hanzi, keys, surnames, english, rarity, reading_rarity = packed[0]
    return Features(
        Name(hanzi, tuple(keys), tuple(surnames), english, rarity, reading_rarity),
        tuple(packed[1]),
        tuple(packed[2]),
        packed[3],
        packed[4],
        packed[5],
        packed[6],
        tuple(packed[7]),
        tuple(packed[8]),
        packed[9],
        tuple(packed[10]),
        signature,
        packed[11] if len(packed) > _WITHOUT_SEX else "",
    )


def contact_values(profile: Mapping[str, Any]) -> Iterator[tuple[str, str, KeyKind, str]]:
    """Give every contact of a profile: its field, the value as stored, and kind and value of the key by which it is shared."""
    for phone in map(str, profile.get("phones") or ()):
        yield "phones", phone, KeyKind.PHONE, phone
    for email in map(str, profile.get("emails") or ()):
        yield "emails", email, KeyKind.EMAIL, email.strip().lower()
    if wechat := str(profile.get("wechat") or ""):
        mobile = _MOBILE.match(wechat.strip().lower())
        key = (KeyKind.PHONE, f"+86{mobile[1]}") if mobile else (KeyKind.WECHAT, wechat.strip().lower())
        yield "wechat", wechat, *key
    if linkedin := str(profile.get("linkedin") or ""):
        yield "linkedin", linkedin, KeyKind.LINKEDIN, _linkedin_slug(linkedin)


def _emails(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        email = str(value).strip().lower()
        if not is_placeholder_email(email):
            yield email


def _sex(profile: Mapping[str, Any]) -> str:
    """Return ``m`` or ``f`` as the record says it, by its own field or by how the person is addressed; empty if it does not."""
    said, name = str(profile.get("gender") or "").strip().lower(), str(profile.get("name") or "")
    if said in _MALE or _MALE_TITLE.search(name):
        return "m"
    return "f" if said in _FEMALE or _FEMALE_TITLE.search(name) else ""


def _cores(core: str) -> tuple[str, ...]:
    return (core,) if core else ()


def _birth_year(value: Any) -> int | None:
    return value if isinstance(value, int) and value in _YEARS else None


def _linkedin_slug(value: Any) -> str:
    if not value:
        return ""
    text = str(value).strip().lower().rstrip("/")
    found = _SLUG.search(text)
    return found[1] if found else text.rsplit("/", 1)[-1]


def _masked(values: Sequence[Any]) -> tuple[str, ...]:
    found = (_MASKED_PHONE.match(str(value).replace(" ", "").replace("-", "")) for value in values)
    return tuple(f"{match[1]}{match[2]}" for match in found if match)
