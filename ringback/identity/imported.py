"""One row of an old pool, as a parsed resume or a refusal. Pure: the row, the mapping, the office's zone."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ringback.identity.contact_values import as_list, is_masked_phone, to_e164, to_email
from ringback.identity.imported_columns import RowMapping, sort_columns
from ringback.identity.names import bare_name
from ringback.identity.script import has_hanzi
from schemas.records import ParsedResume
from schemas.words import Degree, Status

if TYPE_CHECKING:
    from collections.abc import Mapping


_YES = frozenset({"1", "true", "yes", "y", "given", "granted", "是", "同意", "已同意"})
_NO = frozenset({"0", "false", "no", "n", "refused", "withdrawn", "revoked", "否", "不同意", "拒绝", "已撤回"})
_ZONES_BY_OFFSET = {480: "Asia/Shanghai", 540: "Asia/Tokyo", 330: "Asia/Kolkata", 345: "Asia/Kathmandu", 270: "Asia/Kabul",
                    210: "Asia/Tehran", 390: "Asia/Yangon", 570: "Australia/Darwin", 0: "Etc/UTC"}  # fmt: skip
_DEGREES = {"博士": "doctor", "硕士": "master", "研究生": "master", "本科": "bachelor", "学士": "bachelor", "大专": "college",
            "专科": "college", "高中": "high_school", "中专": "high_school", "phd": "doctor"}  # fmt: skip
_LONGEST_ID = 300
_BIRTHS = range(1901, 2100)


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A row that can be stored. ``notes`` name what was not understood, and was kept aside instead of guessed."""

    record_id: str
    source: str
    parsed: ParsedResume
    received_at: datetime | None
    timezone: str | None
    row_hash: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """Why a row was not stored."""

    record_id: str | None
    code: str
    message: str


def read_row(row: Mapping[str, Any], mapping: RowMapping) -> ImportedRow | RefusedRow:
    """Return the row as a resume; refused only if it holds nothing that makes a person (no id, name or contact)."""
    known, unknown = sort_columns(row, mapping)
    row_hash = _hash_of(row)
    notes: list[str] = []
    phones, masked, bad = _phones(known.get("phones"))
    emails = [to_email(value) for value in as_list(known.get("emails"))]
    notes += [f"phone not understood: {len(bad)}"] if bad else []
    notes += ["mail address not understood"] if None in emails else []
    name = _text(known.get("name"), 200)
    name = bare_name(name) if name else None
    record_id = _text(known.get("record_id"), _LONGEST_ID + 1)
    if not (record_id or name or phones or any(emails)):
        return RefusedRow(None, "empty", "no record_id, name, phone or mail: this row names nobody")
    if record_id and len(record_id) > _LONGEST_ID:
        return RefusedRow(record_id[:50], "invalid_row", f"record_id is longer than {_LONGEST_ID} characters")
    extra = unknown | _extra(known, mapping, notes, row_hash=row_hash)
    extra |= {"masked_phones": masked} if masked else {}
    extra |= {"bad_phones": bad} if bad else {}
    parsed = ParsedResume(
        name=name,
        phones=tuple(dict.fromkeys(phones)),
        emails=tuple(dict.fromkeys(email for email in emails if email)),
        is_name_masked=bool(name and "*" in name),
        text=str(known.get("text") or ""),
        document_on=_date(known.get("resume_date"), notes),
        extra=extra,
        format="import",
        **_plain_fields(known, notes),
    )
    source = _text(known.get("source"), 100) or mapping.source or "import"
    at = _instant(known.get("applied_at_utc"), notes)
    return ImportedRow(record_id or f"row:{row_hash}", source, parsed, at, _zone(known, notes), row_hash, tuple(notes))


def _plain_fields(known: Mapping[str, Any], notes: list[str]) -> dict[str, Any]:
    text = known.get("text") or known.get("name") or ""
    degree = _text(known.get("degree"), 40)
    return {
        "wechat": _text(known.get("wechat"), 100),
        "linkedin": _text(known.get("linkedin"), 300),
        "gender": _text(known.get("gender"), 20),
        "birth_year": _birth_year(known.get("birth_year"), notes),
        "city": _text(known.get("city"), 100),
        "current_title": _text(known.get("title"), 200),
        "desired_title": _text(known.get("desired_title"), 200),
        "current_employer": _text(known.get("employer"), 300),
        "school": _text(known.get("school"), 200),
        "highest_degree": _degree(degree),
        "highest_degree_text": degree,
        "role_family": _text(known.get("role_family"), 60),
        "skills": tuple(as_list(known.get("skills"))),
        "language": "zh" if has_hanzi(str(text)) else "en" if text else None,
    }


def _extra(known: Mapping[str, Any], mapping: RowMapping, notes: list[str], *, row_hash: str) -> dict[str, Any]:
    extra: dict[str, Any] = {"row_hash": row_hash}
    if known.get("file_hash"):
        extra["file_hash"] = str(known["file_hash"]).strip()
    if known.get("owner"):
        extra["owner"] = str(known["owner"]).strip()[:100]
    status = _status(known.get("status"), mapping)
    if status:
        extra["status"] = status.value
    elif known.get("status"):
        notes.append(f"status not known: {known['status']}")
        extra["status_as_written"] = str(known["status"])
    for column, name in (("consent", "is_consent_given"), ("do_not_contact", "is_do_not_contact")):
        said = str(known.get(column, "")).strip().lower()
        if said in _YES | _NO:
            extra[name] = said in _YES
        elif said:
            notes.append(f"{column} not understood: {said[:40]}")
    return extra


def _status(value: Any, mapping: RowMapping) -> Status | None:
    if not value:
        return None
    word = str(mapping.status.get(str(value).strip(), value)).strip()
    return _STATUS_WORDS.get(word.lower().replace(" ", "_"))


_STATUS_WORDS = {
    word: status
    for status in Status
    for word in (status.value, status.zh, status.en.lower().replace(" ", "_"), status.name.lower())
}


def _phones(value: Any) -> tuple[list[str], list[str], list[str]]:
    good: list[str] = []
    masked: list[str] = []
    bad: list[str] = []
    for text in as_list(value):
        phone = to_e164(text)
        if phone:
            good.append(phone)
        else:
            (masked if is_masked_phone(text) else bad).append(text)
    return good, masked, bad


def _text(value: Any, longest: int) -> str | None:
    text = " ".join(str(value).split()) if value is not None else ""
    return text[:longest] or None


def _birth_year(value: Any, notes: list[str]) -> int | None:
    if value in (None, ""):
        return None
    digits = str(value).strip()[:4]
    if digits.isdigit() and int(digits) in _BIRTHS:
        return int(digits)
    notes.append("birth_year not understood")
    return None


def _degree(text: str | None) -> str | None:
    if text is None:
        return None
    low = text.lower()
    if low in set(Degree):
        return low
    return next((level for word, level in _DEGREES.items() if word in low), Degree.OTHER.value)


def _date(value: Any, notes: list[str]) -> date | None:
    if value in (None, ""):
        return None
    text = str(value).strip().replace("/", "-").replace(".", "-")
    try:
        return date.fromisoformat(text[:10] if len(text) >= len("2026-01-01") else f"{text[:7]}-01")
    except ValueError:
        notes.append("resume_date not understood")
        return None


def _instant(value: Any, notes: list[str]) -> datetime | None:
    if value in (None, ""):
        return None
    try:
        at = datetime.fromisoformat(str(value).strip().upper())
    except ValueError:
        notes.append("applied_at_utc not understood")
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _zone(known: Mapping[str, Any], notes: list[str]) -> str | None:
    """Return the zone that the row names; an offset alone becomes the zone that has it all year, or a fixed one."""
    if known.get("timezone"):
        name = str(known["timezone"]).strip()
        if _is_zone(name):
            return name
        notes.append(f"timezone not known: {name[:40]}")
    offset = str(known.get("utc_offset_min", "")).strip().removesuffix(".0")
    zone = _zone_of_offset(offset)
    if offset and zone is None:
        notes.append(f"utc_offset_min not understood: {offset[:40]}")
    return zone


def _zone_of_offset(offset: str) -> str | None:
    try:
        minutes = int(offset)
    except ValueError:
        return None
    if minutes in _ZONES_BY_OFFSET:
        return _ZONES_BY_OFFSET[minutes]
    fixed = f"Etc/GMT{-minutes // 60:+d}"  # the sign is the other way round in these names
    return fixed if minutes % 60 == 0 and _is_zone(fixed) else None


@lru_cache(maxsize=1_000)
def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _hash_of(row: Mapping[str, Any]) -> str:
    plain = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.blake2b(plain.encode(), digest_size=16).hexdigest()
