"""From the records of one person to one profile: a pure function of the set, whatever the order they came in."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from ringback.identity.names import parse_name
from ringback.identity.script import has_hanzi, pinyin
from ringback.identity.surnames import readings_of_surname
from schemas.words import ContactKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST = {"name": 200, "title": 200, "employer": 300, "school": 200, "city": 100, "skill": 100}


_CONTACT_FIELDS = (
    (ContactKind.PHONE, "phones"),
    (ContactKind.EMAIL, "emails"),
    (ContactKind.WECHAT, "wechat"),
    (ContactKind.LINKEDIN, "linkedin"),
)


class Member(NamedTuple):
    """One record of a person, as much of it as the profile needs."""

    uid: str
    source: str
    received_at: datetime
    document_on: date | None
    timezone: str | None
    role_family: str | None
    profile: dict[str, Any]

    @property
    def recency(self) -> tuple[date, str]:
        """Latest document last; the day of receipt stands in for a missing date, the uid breaks ties."""
        return self.document_on or self.received_at.astimezone(UTC).date(), self.uid

    @property
    def seniority(self) -> tuple[datetime, str]:
        """First received first; the first member gives the person their id."""
        return self.received_at, self.uid


@dataclass(frozen=True, slots=True)
class Golden:
    """The derived profile of a person. ``contacts`` are (kind, value), the latest first within a kind."""

    columns: dict[str, Any]
    contacts: tuple[tuple[ContactKind, str], ...] = ()
    skills: tuple[str, ...] = field(default=())


def golden_profile(members: Sequence[Member], *, office_timezone: str) -> Golden:
    """Return each field from the latest record that has it; a full name beats a masked one, Chinese beats letters.

    ``source`` is that of the first record: where this person came from. The role family is the raw word, None without one.
    """
    latest = sorted(members, key=lambda member: member.recency, reverse=True)
    profiles = [member.profile for member in latest]
    name = _best_name(profiles)
    columns = {
        "name": name,
        "name_pinyin": name_letters(name),
        "role_family": next((m.role_family for m in latest if m.role_family), None),
        "source": min(members, key=lambda member: member.seniority).source,
        "city": _first(profiles, "city", "desired_city", limit="city"),
        "title": _first(profiles, "current_title", "desired_title", limit="title"),
        "desired_title": _first(profiles, "desired_title", limit="title"),
        "employer": _first(profiles, "current_employer", limit="employer"),
        "school": _first(profiles, "school", limit="school"),
        "highest_degree": _first(profiles, "highest_degree"),
        "language": _first(profiles, "language"),
        "timezone": next((m.timezone for m in latest if m.timezone), office_timezone),
    }
    return Golden(columns, tuple(_contacts(profiles)), tuple(_skills(profiles)))


def name_letters(name: str | None) -> str | None:
    """Return a name as it is typed on a keyboard: ``zhang wei``; letters stay as they are, lower case."""
    if not name:
        return None
    parsed = parse_name(name)
    if parsed.hanzi is None or not parsed.keys:
        return (pinyin(name) if has_hanzi(name) else name).lower()[:300]
    surname = next(s for s in (parsed.hanzi[:2], parsed.hanzi[:1]) if readings_of_surname(s) == parsed.surnames)
    return f"{parsed.surnames[0]} {pinyin(parsed.hanzi[len(surname) :])}"[:300]


def _best_name(profiles: Iterable[dict[str, Any]]) -> str | None:
    named = [(rank, str(p["name"])) for rank, p in enumerate(profiles) if p.get("name")]
    if not named:
        return None
    return min(named, key=lambda n: (not parse_name(n[1]).is_full, parse_name(n[1]).hanzi is None, n[0]))[1][:200]


def _first(profiles: Iterable[dict[str, Any]], *fields: str, limit: str | None = None) -> str | None:
    """Return the first value; an earlier field of any record beats a later field, which is only a stand-in."""
    found = next((p[f] for f in fields for p in profiles if p.get(f)), None)
    return None if found is None else str(found)[: _LONGEST.get(limit or "", 20)]


def _contacts(profiles: Sequence[dict[str, Any]]) -> Iterable[tuple[ContactKind, str]]:
    for kind, field_name in _CONTACT_FIELDS:
        values = [value for p in profiles for value in _listed(p.get(field_name))]
        yield from ((kind, value) for value in dict.fromkeys(values))


def _listed(value: Any) -> list[str]:
    if not value:
        return []
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]


def _skills(profiles: Sequence[dict[str, Any]]) -> list[str]:
    found = (str(skill).strip()[: _LONGEST["skill"]] for p in profiles for skill in p.get("skills") or ())
    return sorted({skill for skill in found if skill})
