"""What kind of line a number is, by the numbering plan of its country."""

from __future__ import annotations

import re
from functools import lru_cache

import phonenumbers

_CHINESE_MOBILE = re.compile(r"\+861[3-9]\d{9}", re.ASCII)  # most numbers, and known without looking into the plans


@lru_cache(maxsize=4096)
def is_fixed_line(phone_e164: str) -> bool:
    """Tell whether the plan gives this number to fixed lines alone, which take no SMS.

    False where a plan does not part fixed from mobile (North America), and of what no plan knows: there an SMS may arrive.
    """
    if _CHINESE_MOBILE.fullmatch(phone_e164):
        return False
    try:
        number = phonenumbers.parse(phone_e164)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.number_type(number) == phonenumbers.PhoneNumberType.FIXED_LINE
