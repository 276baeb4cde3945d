"""What a reviewer must know beside the two records: whose the contacts are, and what else the two people bring with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from ringback.actions.pool.keys import Key, hashed_key
from ringback.identity.clustering import Clash, clash_between
from ringback.identity.contact_values import is_placeholder_email, is_placeholder_phone
from ringback.identity.features import contact_values, features_of
from ringback.identity.keys import KeyTrust
from ringback.store.parts import in_parts
from schemas.tables import KeyState, Membership, SourceRecord
from schemas.words import ContactUse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from typing import Any

    from sqlalchemy.orm import Session

    from ringback.identity.names import Name
    from ringback.store.vault import Vault

"""Values in one statement; SQLite takes 32 766."""


@dataclass(frozen=True, slots=True)
class Use:
    """Whose a contact is: ``n_names`` people have come with it, as far as names tell."""

    use: ContactUse
    n_names: int = 1

    @property
    def is_public(self) -> bool:
        """Tell whether it says nothing about who somebody is."""
        return self.use in (ContactUse.PUBLIC, ContactUse.MADE_UP)


OWN = Use(ContactUse.OWN)


class Uses:
    """Whose each contact of some records is: one look-up for all of them."""

    def __init__(self, session: Session, vault: Vault, profiles: Sequence[Mapping[str, Any]]) -> None:
        self._vault = vault
        keys = {hashed_key(vault, kind, value) for p in profiles for _, _, kind, value in contact_values(p)}
        self._states = dict(_states(session, keys))

    def of(self, profile: Mapping[str, Any]) -> dict[tuple[str, str], Use]:
        """Return whose the contacts of one record are, by field and value as stored."""
        return {(name, shown): self._use(kind, value) for name, shown, kind, value in contact_values(profile)}

    def _use(self, kind: int, value: str) -> Use:
        if is_placeholder_phone(value) or is_placeholder_email(value):
            return Use(ContactUse.MADE_UP)
        trust, n_names = self._states.get(hashed_key(self._vault, kind, value), (KeyTrust.ONE_NAME, 1))
        if trust == KeyTrust.GENERIC:
            return Use(ContactUse.PUBLIC, n_names)
        return Use(ContactUse.SEVERAL, n_names) if trust == KeyTrust.FAMILY else OWN


def _states(session: Session, keys: Collection[Key]) -> Iterator[tuple[Key, tuple[int, int]]]:
    by_kind: dict[int, list[int]] = defaultdict(list)
    for kind, value in keys:
        by_kind[kind].append(value)
    for kind, hashes in by_kind.items():
        for some in in_parts(hashes):
            query = select(KeyState.hash, KeyState.state, KeyState.n_names).where(
                KeyState.kind == kind, KeyState.hash.in_(some)
            )
            for value, state, n_names in session.execute(query).tuples():
                yield (kind, value), (state, n_names)


@dataclass
class People:
    """The records of the people in doubt: their uids by candidate, what each is called and when each was born."""

    uids: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    names: dict[str, Name] = field(default_factory=dict)
    births: dict[str, int] = field(default_factory=dict)
    shown: dict[str, tuple[str, str | None, int | None]] = field(default_factory=dict)

    def clash(self, candidate_a: str, candidate_b: str) -> Clash | None:
        """Return which records of the two keep them apart, if any do."""
        return clash_between(self.uids[candidate_a], self.uids[candidate_b], self.names, self.births)


def people_of(session: Session, candidate_ids: Collection[str]) -> People:
    """Return all records of these people."""
    found = People()
    for some in in_parts(sorted(candidate_ids)):
        query = (
            select(Membership.candidate_id, SourceRecord.uid, SourceRecord.record_id, SourceRecord.profile)
            .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
            .where(Membership.candidate_id.in_(some))
        )
        for candidate_id, uid, record_id, profile in session.execute(query).tuples():
            features = features_of(profile)
            found.uids[candidate_id].append(uid)
            found.names[uid] = features.name
            found.births |= {uid: features.birth_year} if features.birth_year else {}
            found.shown[uid] = (record_id, profile.get("name"), features.birth_year)
    return found
