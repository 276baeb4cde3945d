"""Of which country a number is, by its code or by how only one country writes its mobile numbers."""

from __future__ import annotations

import phonenumbers
from phonenumbers import NumberParseException

from ringback.readers import patterns as re

_SHAPES = tuple(
    (re.compile(shape), region)
    for shape, region in (
        (r"0(?:70|8[01]|9[01])\d{8}", "NG"),
        (r"010-[2-9]\d{3}-\d{4}", "KR"),
        (r"07[1-9]\d{8}|0(?:1[1-9]|2\d)\d{7,8}", "GB"),
        (r"01[5-7]\d-\d{6,8}|01[5-7]\d{9}", "DE"),
        (r"0[67](?:-\d\d){4}", "FR"),
        (r"01(?!632960)[3-9]\d{8}", "BD"),
        (r"04\d{8}", "AU"),
        (r"[2-9]\d\d-[2-9]\d\d-\d{4}", "US"),
        (r"[6-9]\d{9}|0?[6-9]\d{4}-\d{5}", "IN"),
        (r"09\d{9}", "PH"),
        (r"03\d{9}", "PK"),
        (r"01[0-46-9]\d{7,8}", "MY"),
        (r"027\d{7}", "NZ"),  # 021 is Cape Town, Jakarta and Tehran too, 022 Milan and Cairo, 028 Manila
        (r"06-\d{8}", "NL"),  # 06-6123-4567 is of Osaka, 06-52-123-456 of Hungary
        (r"08\d{9,10}", "ID"),
        (r"08[35679]\d{7}", "IE"),
        (r"05\d{9}", "TR"),
        (r"89\d{9}", "RU"),
        (r"9[1236]\d{7}", "PT"),
        (r"[1-9][1-9]-9-?\d{4}-?\d{4}", "BR"),
        (r"[56]\d{3}-\d{4}", "HK"),
        (r"8\d{3}-\d{4}", "SG"),
    )
)
"""How mobile numbers look at home where no other country's look the same; the plan of the country has the last word."""


def country_of_number(number: str) -> str | None:
    """Return the country of a valid international number."""
    try:
        parsed = phonenumbers.parse(number, None)
    except NumberParseException:
        return None
    return phonenumbers.region_code_for_number(parsed) if phonenumbers.is_valid_number(parsed) else None


def regions_of_shape(raw: str) -> list[str]:
    """Return the countries whose numbers look like this one, the likeliest first."""
    grouped = re.sub(r"\D+", "-", raw).strip("-")
    digits = grouped.replace("-", "")
    return [region for shape, region in _SHAPES if shape.fullmatch(digits) or shape.fullmatch(grouped)]


def country_of_code(number: str) -> str | None:
    """Return the country whose code an international number begins with, valid or not; the first of those that share one."""
    try:
        code = phonenumbers.parse(number, None).country_code
    except NumberParseException:
        return None
    return phonenumbers.region_code_for_country_code(code or 0)
