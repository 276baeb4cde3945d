"""One spelling for phones, mail addresses and LinkedIn profiles of imported rows."""

from __future__ import annotations

import json
import re
from typing import Any

import phonenumbers

HOME_REGION = "CN"
_NOISE = re.compile(r"[\s\-()（）.·_]+")
_MOBILE = re.compile(r"^(?:(?:\+|00)?86)?(1[3-9]\d{9})$")
_MASKED = re.compile(r"^(?:\+?86)?1\d{2}[*xX×＊]{4}\d{4}$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s.]+$")
_TYPED_USERS = frozenset(
    {"test", "none", "null", "noemail", "noreply", "no-reply", "unknown", "xxx", "123456", "111111", "000000"}
)
_SHOWCASE = "+8613800138000"
"""China Mobile's own number, which forms show as their example."""

_SEPARATORS = re.compile(r"[;；,，、/|\n]+")


def as_list(value: Any) -> list[str]:
    """Return the values of a cell: a list, a JSON list, or texts separated by ``;`` ``,`` ``、`` or ``/``."""
    if value is None or value == "":
        return []
    if isinstance(value, list | tuple):
        return [str(item).strip() for item in value if item not in (None, "")]
    text = str(value).strip()
    if text.startswith("["):
        try:
            return as_list(json.loads(text))
        except ValueError:
            text = text.strip("[]")
    return [part.strip().strip("'\"") for part in _SEPARATORS.split(text) if part.strip()]


def to_e164(text: str) -> str | None:
    """Return a phone in E.164, read as Chinese where it carries no country; None if it is no number that can be rung."""
    bare = _NOISE.sub("", text)
    mobile = _MOBILE.match(bare)
    if mobile:
        return f"+86{mobile[1]}"
    candidates = (bare, f"+{bare}") if bare.isdigit() else (f"+{bare[2:]}" if bare.startswith("00") else bare,)
    for candidate in candidates:
        try:
            number = phonenumbers.parse(candidate, HOME_REGION)
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_possible_number(number) and (phonenumbers.is_valid_number(number) or bare.startswith("+")):
            return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return None


def is_placeholder_phone(phone_e164: str) -> bool:
    """Tell whether this is a number that people type to get past a form: 13800138000, 13888888888, 13800000000.

    Some such numbers have an owner, who is then told by everything else; the rest belong to nobody in particular.
    """
    return phone_e164 == _SHOWCASE or len(set(phone_e164[-8:])) == 1


def is_placeholder_email(email: str) -> bool:
    """Tell whether this address is typed to get past a form: test@qq.com, 123456@163.com."""
    return email.partition("@")[0] in _TYPED_USERS


def is_masked_phone(text: str) -> bool:
    """Tell whether this is a number that a board shows in part: 138****1234."""
    return _MASKED.match(_NOISE.sub("", text)) is not None


def to_email(text: str) -> str | None:
    """Return a mail address in lower case; None if it is none."""
    bare = text.strip().lower().removeprefix("mailto:")
    return bare if _EMAIL.match(bare) else None
