"""Candidates as rows: the profile derived from the member records, and a follow-up state that survives merge and split."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ringback.actions.pool.parting import part_standings
from ringback.actions.pool.rows import delete_of_words, insert_rows, rows_of, rows_of_words, update_rows
from ringback.actions.pool.standing import Standing, as_json, from_json, merged
from ringback.identity.golden import Golden, Member, golden_profile
from ringback.identity.records import candidate_id_of
from ringback.identity.roles import family_names
from schemas.columns import EncryptedJSON, UTCDateTime
from schemas.tables import Candidate, CandidateSkill, SourceRecord
from schemas.words import Status

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Neighbourhood, Person
    from ringback.workspace import Workspace

_MEMBERS = """
    SELECT r.id, r.uid, r.source, r.received_at, r.document_on, r.timezone, r.role_family, r.profile
    FROM {batch} b CROSS JOIN source_record r WHERE r.id = b.id
"""
_GOLDEN = (
    "name", "name_pinyin", "role_family", "source", "city", "title", "desired_title", "employer", "school", "highest_degree",
    "language", "timezone",
)  # fmt: skip
_STANDING = ("status", "owner", "is_do_not_contact", "replied_at", "promised_at", "next_call_at")

_STATUSES = {status.value: status for status in Status}


@dataclass(frozen=True, slots=True)
class StoredCandidate:
    """A candidate row as it lay before this pass. ``alone`` is its standing before others ended in it, None if nobody did."""

    candidate_id: str
    standing: Standing
    merged_into: str | None
    alone: Standing | None


@dataclass
class Profiles:
    """What is known of the changed people: their golden profiles and the candidate rows that their members ever had.

    ``own`` and ``alone`` are the standings of candidates whom others leave or join now, ``new_records`` the members that
    had no place before.
    """

    golden: dict[str, Golden] = field(default_factory=dict)
    stored: dict[str, StoredCandidate] = field(default_factory=dict)
    redirects: dict[str, str] = field(default_factory=dict)
    ended: dict[str, str] = field(default_factory=dict)
    ending_in: dict[str, list[str]] = field(default_factory=dict)
    own: dict[str, Standing] = field(default_factory=dict)
    alone: dict[str, Standing | None] = field(default_factory=dict)
    new_records: dict[str, list[int]] = field(default_factory=dict)

    def redirect(self, leads_to: Mapping[str, str]) -> None:
        """Note where stored candidates lead now; ``ended`` are those that were live until now, ``ending_in`` turns it round."""
        self.redirects = {old: leads_to[old] for old in self.stored if leads_to.get(old, old) != old}
        self.ended = {old: new for old, new in self.redirects.items() if self.stored[old].merged_into is None}
        for old in sorted(self.ended):
            self.ending_in.setdefault(self.ended[old], []).append(old)


def derive_profiles(
    session: Session, workspace: Workspace, around: Neighbourhood, people: Sequence[Person], members: dict[int, Member]
) -> Profiles:
    """Return the golden profile of each person; ``members`` is filled with the records that had to be loaded."""
    _load_members(session, {i for p in people for i in p.record_ids} - members.keys(), members)
    families = family_names(workspace.policy.roles.families)
    profiles = Profiles()
    for person in people:
        golden = golden_profile(
            [members[i] for i in person.record_ids],
            office_timezone=workspace.settings.timezone,
        )
        golden.columns["role_family"] = (
            families.family_of(golden.columns["role_family"])
            or families.family_of_title(golden.columns["title"])
            or workspace.policy.roles.fallback
        )
        profiles.golden[person.candidate_id] = golden
        profiles.new_records[person.candidate_id] = [i for i in person.record_ids if i not in around.member_of]
    leads_to = _leads_to(around, people)
    profiles.stored = _stored_candidates(session, leads_to.keys() | profiles.golden.keys())
    profiles.redirect(leads_to)
    part_standings(session, people, profiles)
    return profiles


def _leads_to(around: Neighbourhood, people: Sequence[Person]) -> dict[str, str]:
    """Return, for every id that a member record could have led, the person it leads to now.

    A candidate whose leading record was erased leads to the person who has the eldest of its other records.
    """
    several = [p for p in people if p.former or len(p.record_ids) > 1]
    leads_to = {candidate_id_of(around.uids[i]): p.candidate_id for p in several for i in p.record_ids}
    for person in sorted(several, key=lambda p: (around.received[p.lead_id], around.uids[p.lead_id])):
        for old in person.former:
            leads_to.setdefault(old, person.candidate_id)  # a set difference would walk through all ids for each person
    return leads_to


def store_candidates(
    session: Session, people: Sequence[Person], profiles: Profiles, members: Mapping[int, Member], *, now: datetime
) -> None:
    """Insert new candidates, renew the profile of known ones, and let ended ones lead to where their first record is."""
    fresh = [p for p in people if p.candidate_id not in profiles.stored]
    known = [p for p in people if p.candidate_id in profiles.stored]
    insert_rows(
        session,
        Candidate,
        ("candidate_id", *_GOLDEN, *_STANDING, "created_at", "updated_at"),
        (
            (
                p.candidate_id,
                *_golden_values(profiles, p),
                *_standing_values(_first_standing(p, profiles, members)),
                now,
                now,
            )
            for p in fresh
        ),
    )
    _renew(session, known, profiles, members, now)
    redirects = [(new, now, old) for old, new in profiles.redirects.items()]
    update_rows(session, Candidate, ("merged_into", "updated_at"), ("candidate_id",), redirects)
    _part_ended(session, profiles)


def _part_ended(session: Session, profiles: Profiles) -> None:
    """Renew the standing of ended candidates from whom others parted."""
    rows = (
        (*_standing_values(profiles.own[old]), _alone_as_json(profiles, old), old)
        for old in sorted(profiles.own.keys() & profiles.redirects.keys())
    )
    update_rows(session, Candidate, (*_STANDING, "standing_alone"), ("candidate_id",), rows)


def _alone_as_json(profiles: Profiles, candidate_id: str) -> dict[str, Any] | None:
    alone = profiles.alone.get(candidate_id, profiles.stored[candidate_id].alone)
    return as_json(alone) if alone else None


def _renew(
    session: Session, known: Sequence[Person], profiles: Profiles, members: Mapping[int, Member], now: datetime
) -> None:
    rows = (
        (
            *_golden_values(profiles, person),
            *_standing_values(renewed_standing(person, profiles, members)),
            _alone_as_json(profiles, person.candidate_id),
            None,
            now,
            person.candidate_id,
        )
        for person in known
    )
    columns = (*_GOLDEN, *_STANDING, "standing_alone", "merged_into", "updated_at")
    update_rows(session, Candidate, columns, ("candidate_id",), rows)


def renewed_standing(person: Person, profiles: Profiles, members: Mapping[int, Member]) -> Standing:
    """Return the standing of a known candidate: its own, that of all who end in it now, and what new records say."""
    own = profiles.own.get(person.candidate_id, profiles.stored[person.candidate_id].standing)
    ending = profiles.ending_in.get(person.candidate_id, ())
    new = profiles.new_records[person.candidate_id]
    said = [_said_by(new, members)] if new else []
    return merged([own, *(profiles.stored[old].standing for old in ending), *said])


def _first_standing(person: Person, profiles: Profiles, members: Mapping[int, Member]) -> Standing:
    """Return how a new candidate starts: as its records say, or as the candidates that it takes over stood."""
    former = sorted(old for old in person.former if old in profiles.stored)
    if former:
        new = profiles.new_records[person.candidate_id]
        said = [_said_by(new, members)] if new else []
        return merged([*(profiles.stored[old].standing for old in former), *said])
    return _said_by(person.record_ids, members)


def _said_by(record_ids: Iterable[int], members: Mapping[int, Member]) -> Standing:
    """Return how a candidate stands by what records say of them (an import's status, owner and do-not-contact)."""
    ordered = sorted(record_ids, key=lambda i: members[i].recency)
    extras = [members[i].profile.get("extra") or {} for i in ordered]
    statuses = [_STATUSES[extra["status"]] for extra in extras if extra.get("status") in _STATUSES]
    return Standing(
        status=statuses[-1] if statuses else Status.NEW,
        owner=next((extra["owner"] for extra in reversed(extras) if extra.get("owner")), None),
        is_do_not_contact=any(extra.get("is_do_not_contact") for extra in extras),
        replied_at=None,
        promised_at=None,
        next_call_at=None,
    )


def store_skills(session: Session, people: Sequence[Person], profiles: Profiles) -> None:
    """Replace the skills of these people."""
    stale = [p.candidate_id for p in people if p.candidate_id in profiles.stored] + list(profiles.redirects)
    delete_of_words(session, "DELETE FROM candidate_skill WHERE candidate_id IN (SELECT id FROM {batch} b)", stale)
    rows = ((p.candidate_id, skill) for p in people for skill in profiles.golden[p.candidate_id].skills)
    insert_rows(session, CandidateSkill, ("candidate_id", "skill"), rows)


def _golden_values(profiles: Profiles, person: Person) -> tuple[Any, ...]:
    golden = profiles.golden[person.candidate_id].columns
    return tuple(golden[column] for column in _GOLDEN)


def _standing_values(standing: Standing) -> tuple[Any, ...]:
    return tuple(getattr(standing, column) for column in _STANDING)


def _load_members(session: Session, record_ids: Collection[int], members: dict[int, Member]) -> None:
    types = {
        "id": SourceRecord.id.type, "uid": SourceRecord.uid.type, "source": SourceRecord.source.type,
        "received_at": UTCDateTime(), "document_on": SourceRecord.document_on.type, "timezone": SourceRecord.timezone.type,
        "role_family": SourceRecord.role_family.type, "profile": EncryptedJSON("source_record.profile"),
    }  # fmt: skip
    for row in rows_of(session, _MEMBERS, record_ids, **types):
        members[row[0]] = Member(*row[1:])


def _stored_candidates(session: Session, candidate_ids: Collection[str]) -> dict[str, StoredCandidate]:
    columns = [getattr(Candidate, name) for name in _STANDING]
    sql = (
        f"SELECT c.candidate_id, c.merged_into, c.standing_alone, {', '.join(f'c.{name}' for name in _STANDING)}"  # noqa: S608 (names)
        " FROM {batch} b CROSS JOIN candidate c WHERE c.candidate_id = b.id"
    )
    types = {name: column.type for name, column in zip(_STANDING, columns, strict=True)}
    found = rows_of_words(session, sql, candidate_ids, standing_alone=Candidate.standing_alone.type, **types)
    return {
        row.candidate_id: StoredCandidate(
            row.candidate_id,
            Standing(*row[3:]),
            row.merged_into,
            from_json(row.standing_alone) if row.standing_alone else None,
        )
        for row in found
    }
