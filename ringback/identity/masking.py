"""Contacts as they may be shown: enough to recognise, not enough to use."""

from __future__ import annotations

import re

_KEEP_HEAD, _KEEP_TAIL = 3, 2
_PROFILE = re.compile(r"(?:linkedin\.com/)?(?:in|pub)/([^/?#\s]+)", re.IGNORECASE)


def masked_contact(value: str) -> str:
    """Return a phone, mail address or id with its middle hidden: ``+86138****5678``, ``zha***@qq.com``, ``in/zha***12``."""
    user, at, host = value.partition("@")
    if at:
        return f"{user[: min(_KEEP_HEAD, (len(user) + 1) // 2)]}***@{host}"
    if value.lstrip("+").isdigit():
        return f"{value[:-8]}****{value[-4:]}" if len(value) > 8 else f"{value[:1]}****"  # noqa: PLR2004 (digits)
    profile = _PROFILE.search(value)
    return f"in/{_hidden(profile[1])}" if profile else _hidden(value)


def _hidden(text: str) -> str:
    is_short = len(text) <= _KEEP_HEAD + _KEEP_TAIL
    return f"{text[:1]}***" if is_short else f"{text[:_KEEP_HEAD]}***{text[-_KEEP_TAIL:]}"
