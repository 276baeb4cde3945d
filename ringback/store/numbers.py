"""A phone number as somebody types it into a search, in the spelling that is stored."""

from __future__ import annotations

import phonenumbers

HOME_REGION = "CN"


def as_e164(digits: str) -> str:
    """Return digits (with or without ``+``) in E.164, read as Chinese without a country; unchanged if it is no number."""
    try:
        number = phonenumbers.parse(digits, None if digits.startswith("+") else HOME_REGION)
    except phonenumbers.NumberParseException:
        return digits
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def spellings(digits: str) -> list[str]:
    """Return every E.164 number that these digits may be: as they stand, else as dialled within any country."""
    read = as_e164(digits)
    if digits.startswith("+"):
        return [read]
    national = digits.removeprefix("0")
    return list(dict.fromkeys([read, *(f"+{code}{national}" for code in phonenumbers.COUNTRY_CODE_TO_REGION_CODE)]))
