"""When a merge is undone, the leading candidate gets back the standing that it had before."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from ringback.actions.pool.standing import Standing, from_json, parted
from schemas.tables import ContactPoint, ResolutionEvent
from schemas.words import ContactState

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from ringback.actions.pool.clusters import Person
    from ringback.actions.pool.profiles import Profiles


def part_standings(session: Session, people: Sequence[Person], profiles: Profiles) -> None:
    """Write into ``profiles.own`` the standing of every candidate from whom another parts now.

    A candidate that ended keeps its row as it was, so the one that comes alive again needs nothing. Merges that were written
    down without the standing of the leading candidate (by an earlier version) are left as they are.
    """
    led: dict[str, set[str]] = defaultdict(set)
    for old, row in profiles.stored.items():
        if row.merged_into is not None:
            led[row.merged_into].add(old)
    for person in people:
        mine = led.get(person.candidate_id, set())
        leaving = {old for old in mine if profiles.redirects.get(old) != person.candidate_id}
        if leaving and person.candidate_id in profiles.stored:
            profiles.own[person.candidate_id] = _parted(session, person.candidate_id, mine, leaving, profiles)


def _parted(
    session: Session, candidate_id: str, led: Collection[str], leaving: Collection[str], profiles: Profiles
) -> Standing:
    current = profiles.stored[candidate_id].standing
    merges = _merges(session, candidate_id, led)
    first = next((place for place, (other, _) in enumerate(merges) if other in leaving), None)
    if first is None:
        return current
    since = dict.fromkeys(other for other, _ in merges[first:])
    result = parted(
        current,
        before=from_json(merges[first][1]),
        brought=[profiles.stored[other].standing for other in since],
        staying=[profiles.stored[other].standing for other in since if other not in leaving],
    )
    if current.is_do_not_contact and not result.is_do_not_contact and _has_opted_out(session, candidate_id, profiles):
        return replace(result, is_do_not_contact=True)
    return result


def _merges(session: Session, candidate_id: str, led: Collection[str]) -> list[tuple[str, dict[str, Any]]]:
    """Return the latest merge of each of these candidates into this one, the eldest first."""
    query = (
        select(ResolutionEvent.other_candidate_id, ResolutionEvent.cause)
        .where(ResolutionEvent.candidate_id == candidate_id, ResolutionEvent.kind == "merged")
        .order_by(ResolutionEvent.id.desc())
    )
    latest: dict[str, dict[str, Any]] = {}
    for other, cause in session.execute(query).tuples():
        if other in led and other not in latest and cause.get("before"):
            latest[other] = cause["before"]
    return list(reversed(latest.items()))


def _has_opted_out(session: Session, candidate_id: str, profiles: Profiles) -> bool:
    """Tell whether an address that stays is closed: a stop that came while the two were one counts for both."""
    own = {value for _, value in profiles.golden[candidate_id].contacts}
    query = select(ContactPoint.value).where(
        ContactPoint.candidate_id == candidate_id, ContactPoint.state == ContactState.OPTED_OUT
    )
    return any(value in own for value in session.scalars(query))
