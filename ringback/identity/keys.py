"""The values by which two records may meet, and how far a shared value can be trusted.

A key that several people bear says less: a family's phone, an agency's mailbox, a placeholder. Its state is a function of
all its bearers, so it can change with every record, and every pair that met through it is judged again when it does.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import product
from typing import TYPE_CHECKING

from ringback.identity.text import bands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.identity.features import Features


class KeyKind(IntEnum):
    """What two records share when they share a key; stored as a number, never renumbered."""

    PHONE = 1
    EMAIL = 2
    WECHAT = 3
    LINKEDIN = 4
    FILE = 5
    TEXT = 6
    NAME_BIRTH = 7
    NAME_EMPLOYER = 8
    NAME_SCHOOL = 9
    NAME_CITY = 10
    SURNAME_BIRTH_SCHOOL = 11
    SURNAME_BIRTH_EMPLOYER = 12
    MASKED_PHONE = 13


IDENTIFIERS = frozenset({KeyKind.PHONE, KeyKind.EMAIL, KeyKind.WECHAT, KeyKind.LINKEDIN})
"""Keys that name one person by themselves, until their bearers say otherwise."""


COUNTED = IDENTIFIERS | {KeyKind.FILE}
"""Keys whose names are counted: a file that bears many names is an agency's batch or an empty form, not a person's."""


class KeyTrust(IntEnum):
    """How far a key can be trusted; stored in ``key_state``."""

    ONE_NAME = 0
    FAMILY = 1
    GENERIC = 2


MOST_NAMES_OF_A_FAMILY = 3
MOST_RECORDS = 400
"""A key with more bearers makes no pairs: the phone of a fair stand, a template, 张伟 in Beijing."""


def trust_of(kind: int, *, n_names: int, n_records: int) -> KeyTrust:
    """Return the state of a key from its bearers: how many names (by likeliest reading) and how many records."""
    if n_records > MOST_RECORDS:
        return KeyTrust.GENERIC
    if kind not in COUNTED:
        return KeyTrust.ONE_NAME
    if n_names > MOST_NAMES_OF_A_FAMILY:
        return KeyTrust.GENERIC
    return KeyTrust.FAMILY if n_names > 1 else KeyTrust.ONE_NAME


def keys_of(features: Features) -> list[tuple[KeyKind, str]]:
    """Return every key of a record, without repetition; the values are plain here and hashed before they are stored."""
    return list(dict.fromkeys([*_contact_keys(features), *_context_keys(features), *_text_keys(features)]))


def _contact_keys(features: Features) -> Iterator[tuple[KeyKind, str]]:
    yield from ((KeyKind.PHONE, phone) for phone in features.phones)
    yield from ((KeyKind.EMAIL, email) for email in features.emails)
    if features.wechat:
        yield KeyKind.WECHAT, features.wechat
    if features.linkedin:
        yield KeyKind.LINKEDIN, features.linkedin
    if features.file_hash:
        yield KeyKind.FILE, features.file_hash
    for shown in {*features.masked_phones, *(f"{p[3:6]}{p[-4:]}" for p in features.phones if p.startswith("+861"))}:
        for surname in features.name.surnames:
            yield KeyKind.MASKED_PHONE, f"{shown}|{surname}"


def _context_keys(features: Features) -> Iterator[tuple[KeyKind, str]]:
    birth = str(features.birth_year or "")
    for key in features.name.keys:
        if birth:
            yield KeyKind.NAME_BIRTH, f"{key}|{birth}"
        yield from ((KeyKind.NAME_EMPLOYER, f"{key}|{employer}") for employer in features.employers)
        yield from ((KeyKind.NAME_SCHOOL, f"{key}|{school}") for school in features.schools)
        if features.city:
            yield KeyKind.NAME_CITY, f"{key}|{features.city}"
    if birth:
        for surname, school in product(features.name.surnames, features.schools):
            yield KeyKind.SURNAME_BIRTH_SCHOOL, f"{surname}|{birth}|{school}"
        for surname, employer in product(features.name.surnames, features.employers):
            yield KeyKind.SURNAME_BIRTH_EMPLOYER, f"{surname}|{birth}|{employer}"


def _text_keys(features: Features) -> Iterator[tuple[KeyKind, str]]:
    """Bands meet only within a surname: text alone joins nobody, and job-board templates would join everybody."""
    if features.signature is None:
        return
    for surname, band in product(features.name.surnames[:2], bands_of(features.signature)):
        yield KeyKind.TEXT, f"{surname}|{band}"
