"""Contacts as they may be shown: enough to recognise, not enough to use."""

from __future__ import annotations

_KEEP_HEAD, _KEEP_TAIL = 3, 2


def masked_contact(value: str) -> str:
    """Return a phone, mail address or id with its middle hidden: ``+86138****5678``, ``zha***@qq.com``."""
    user, at, host = value.partition("@")
    if at:
        return f"{user[:_KEEP_HEAD]}***@{host}"
    if value.lstrip("+").isdigit():
        return f"{value[:-8]}****{value[-4:]}" if len(value) > 8 else f"{value[:1]}****"  # noqa: PLR2004 (digits)
    return f"{value[:_KEEP_HEAD]}***{value[-_KEEP_TAIL:]}"
