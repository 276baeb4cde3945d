"""When a merge is undone, everybody gets back the standing that was theirs, and nobody loses what the others brought.

A candidate that ended keeps its row as it was. One that leads others keeps beside its standing the one that it had
``alone``, before the first of them came. So who is left can be told from who was there, through merges of merges too.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from ringback.actions.pool.rows import rows_of_words
from ringback.actions.pool.standing import Standing, merged, parted
from schemas.tables import ContactPoint
from schemas.words import ContactState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Person
    from ringback.actions.pool.profiles import Profiles


_MERGES = """
    SELECT e.other_candidate_id, e.candidate_id FROM {batch} b CROSS JOIN resolution_event e
    WHERE e.candidate_id = b.id AND e.kind = 'merged' ORDER BY e.id
"""


def part_standings(session: Session, people: Sequence[Person], profiles: Profiles) -> None:
    """Write into ``profiles.own`` and ``profiles.alone`` the standings of candidates, ended ones too, whom others leave or join.

    Those who end only now are not among them: their standing is added when the row is written.
    """
    ended = {old for old, row in profiles.stored.items() if row.merged_into is not None}
    if not ended and not profiles.ending_in:
        return
    tree = _Tree(profiles, _parents(session, profiles, ended))
    led: dict[str, set[str]] = defaultdict(set)
    for old in ended & profiles.redirects.keys():
        led[profiles.redirects[old]].add(old)
    for key in [person.candidate_id for person in people if person.candidate_id in profiles.stored]:
        mine = led.get(key, set())
        beneath = set(tree.beneath(key))
        own = tree.standing(key, mine)
        if beneath - mine or key in ended:
            own = _with_stop(session, key, own, profiles)
        if not beneath & mine:
            profiles.alone[key] = own if mine or key in profiles.ending_in else None
        adopted = [tree.standing(old, mine) for old in sorted(mine - beneath) if tree.parents[old] not in mine]
        profiles.own[key] = merged([own, *adopted])
        for old in mine:  # somebody may have left who had ended in one that stays
            _part_ended(tree, old, mine, profiles)


def _part_ended(tree: _Tree, old: str, staying: Collection[str], profiles: Profiles) -> None:
    beneath = set(tree.beneath(old))
    if beneath <= set(staying):
        return
    profiles.own[old] = tree.standing(old, staying)
    if not beneath & set(staying):
        profiles.alone[old] = None


@dataclass
class _Tree:
    """Who ended in whom, merge by merge; ``parents`` is of the ended candidates alone."""

    profiles: Profiles
    parents: dict[str, str]

    def __post_init__(self) -> None:
        self._children: dict[str, list[str]] = defaultdict(list)
        for old, lead in self.parents.items():  # in the order of the merges
            self._children[lead].append(old)

    def beneath(self, key: str) -> Iterator[str]:
        """Yield everybody who ended in this candidate, or in one who did."""
        for child in self._children[key]:
            yield child
            yield from self.beneath(child)

    def standing(self, key: str, staying: Collection[str]) -> Standing:
        """Return the standing of this candidate with only the ``staying`` of those beneath it."""
        row = self.profiles.stored[key]
        children = self._children[key]
        if not children or row.alone is None:
            return row.standing
        then = merged([row.alone, *(self.profiles.stored[child].standing for child in children)])
        now = merged([row.alone, *self._brought(key, staying)])
        return parted(row.standing, then=then, now=now)

    def _brought(self, key: str, staying: Collection[str]) -> Iterator[Standing]:
        for child in self._children[key]:
            if child in staying:
                yield self.standing(child, staying)
            else:
                yield from self._brought(child, staying)


def _parents(session: Session, profiles: Profiles, ended: Collection[str]) -> dict[str, str]:
    """Return in whom each ended candidate ended: by its latest merge if that one ended with it, else whom it leads to."""
    roots = {old: row.merged_into or old for old, row in profiles.stored.items()}
    latest: dict[str, str] = {}
    for old, lead in rows_of_words(session, _MERGES, {*ended, *(roots[old] for old in ended)} if ended else ()):
        if old is not None and old in ended:
            latest.pop(old, None)
            latest[old] = lead
    parents = {old: lead for old, lead in latest.items() if roots.get(lead) == roots[old] and lead != old}
    return parents | {old: roots[old] for old in sorted(ended - parents.keys())}


def _with_stop(session: Session, candidate_id: str, own: Standing, profiles: Profiles) -> Standing:
    """A stop that came while several were one counts for each: an address that stays closed closes the person."""
    led_by = profiles.stored[candidate_id].merged_into or candidate_id
    lead = profiles.stored.get(led_by)
    if own.is_do_not_contact or lead is None or not lead.standing.is_do_not_contact:
        return own
    values = {value for _, value in profiles.golden[candidate_id].contacts}
    query = select(ContactPoint.value).where(
        ContactPoint.candidate_id == led_by, ContactPoint.state == ContactState.OPTED_OUT
    )
    is_closed = any(value in values for value in session.scalars(query))
    return replace(own, is_do_not_contact=True) if is_closed else own
