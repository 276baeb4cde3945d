"""From one parsed resume to the columns of one immutable source record."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from ringback.identity.text import signature_of
from ringback.identity.zones import zone_of
from schemas.records import ParsedResume

if TYPE_CHECKING:
    from datetime import datetime


UID_BYTES = 16
_SEPARATOR = "\x1f"
_PROFILE = tuple(field.name for field in fields(ParsedResume) if field.name not in ("text", "provenance"))


def record_uid(source: str, origin: str, member: str | None) -> str:
    """Return the identity of a record's content: 32 hex digits, the same on every machine and in every order.

    ``origin`` is an import's own record id, or the SHA-256 of a dropped file's bytes. The same bytes are the same record
    from whichever folder they come, so a digest stands alone; an import's id is only unique within its source.
    """
    scope = "" if _is_digest(origin) else source
    parts = _SEPARATOR.join((scope, origin, member or ""))
    return hashlib.blake2b(parts.encode(), digest_size=UID_BYTES).hexdigest()


def candidate_id_of(uid: str) -> str:
    """Return the id of the person who is led by this record: a UUID made from the record's uid.

    A person is led by the member that was received first (uid breaks ties). So an id always means "the person to whom
    that record belongs": it is never given to somebody else, and after a merge it is known where it leads.
    """
    digest = hashlib.blake2b(uid.encode(), digest_size=UID_BYTES, person=b"candidate").digest()
    return str(uuid.UUID(bytes=digest))


def _is_digest(origin: str) -> bool:
    return len(origin) == 64 and all(c in "0123456789abcdef" for c in origin)  # noqa: PLR2004 (SHA-256 in hex)


def source_record_columns(  # noqa: PLR0913 (one argument a column)
    parsed: ParsedResume,
    *,
    source: str,
    record_id: str,
    uid: str,
    path: str | None,
    member: str | None,
    received_at: datetime,
    intake_file_id: int | None,
    office_timezone: str,
) -> dict[str, Any]:
    """Return the values of a ``source_record`` row, not yet resolved; ``profile`` is plain JSON without the text."""
    return {
        "uid": uid,
        "record_id": record_id,
        "intake_file_id": intake_file_id,
        "source": source,
        "path": path,
        "member": member,
        "received_at": received_at,
        "document_on": parsed.document_on,
        "name": parsed.name,
        "is_name_masked": parsed.is_name_masked,
        "role_family": parsed.role_family,
        "timezone": zone_of(parsed.phones, office_timezone, parsed.city),
        "profile": profile_of(parsed),
        "text": parsed.text or None,
        "text_signature": signature_of(parsed.text, parsed.name),
        "resolved_at": None,
        "erased_at": None,
    }


def profile_of(parsed: ParsedResume) -> dict[str, Any]:
    """Return the filled fields of a parsed resume as JSON values; dates as ISO text, tuples as lists."""
    profile: dict[str, Any] = {}
    for field in _PROFILE:
        value = getattr(parsed, field)
        if value is None or value in ((), "", {}, []):
            continue
        if isinstance(value, tuple):
            profile[field] = list(value)
        else:
            profile[field] = value.isoformat() if field == "document_on" else value
    return profile
