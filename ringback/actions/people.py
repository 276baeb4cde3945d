"""What a person may do with one candidate: look at everything that happened, merge, take apart, erase.

Candidates are named as everywhere: id, name, phone, mail. See ``ringback.actions.duplicates`` for what is stored,
and ``ringback.actions.erasure`` for what is not any more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.actions import duplicates
from ringback.actions.duplicates import Decided
from ringback.actions.erasure import erase_records
from ringback.actions.forgetting import forget_copies, forget_originals
from ringback.actions.standing import contact_points
from ringback.errors import UsageError
from ringback.identity.repeats import Identity, share_nothing
from ringback.store.queries.consents import consents_of
from ringback.store.queries.find import the_candidate, the_person
from ringback.store.queries.timeline import Entry, RecordLine, records_of, timeline
from ringback.workspace import Workspace
from schemas.tables import Candidate, Membership, SourceRecord
from schemas.words import ContactKind, ContactState, Status


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One way to reach somebody, whole, and what is known of it."""

    kind: ContactKind
    value: str
    state: ContactState


@dataclass(frozen=True, slots=True)
class Story:
    """One person: the records that make them, how they are reached, and everything that happened, newest first.

    ``formerly`` is the name or id that was asked for, if a merge ended it; ``is_consent_refused`` is so if any of the
    records refuses.
    """

    candidate_id: str
    name: str | None
    status: Status
    is_do_not_contact: bool
    is_consent_refused: bool
    formerly: str | None
    records: list[RecordLine]
    entries: list[Entry]
    contacts: list[ContactLine]
    title: str | None = None
    desired_title: str | None = None


@dataclass(frozen=True, slots=True)
class Erased:
    """What an erasure took: how many records, the originals deleted, and those kept because others' rows are in them.

    ``is_preview``: it was not confirmed, so nothing was erased; ``n_records`` of their ``n_theirs`` would be.
    """

    n_records: int
    files_deleted: list[str]
    files_kept: list[str]
    candidate_id: str = ""
    name: str | None = None
    n_theirs: int = 0
    is_preview: bool = False


def story_of(workspace: Workspace, candidate: str) -> Story:
    """Return one candidate with its records and its timeline.

    Raises:
        NotFoundError, AmbiguousError: ``candidate`` fits nobody, or several.
    """
    with workspace.reading() as session:
        found = the_person(session, workspace.vault, candidate, is_only_shown=True)
        row = found.candidate
        return Story(
            row.candidate_id,
            row.name,
            row.status,
            row.is_do_not_contact,
            consents_of(session, [row.candidate_id]).get(row.candidate_id) is False,
            found.formerly,
            records_of(session, row.candidate_id),
            timeline(session, row.candidate_id),
            [
                ContactLine(point.kind, point.value, point.state)
                for kind in ContactKind
                for point in contact_points(session, row.candidate_id, kind)
            ],
            row.title,
            row.desired_title,
        )


def merge(
    workspace: Workspace,
    *,
    candidate: str,
    other: str,
    note: str | None = None,
    is_confirmed: bool = False,
    actor: str,
    now: datetime,
) -> Decided:
    """Make two candidates one person, for ever; nothing of either history is lost.

    Two who share no name, phone, address or id are only merged when it is confirmed: a slip of the finger names somebody else.

    Raises:
        NotFoundError, AmbiguousError: one of them fits nobody, or several.
        UsageError: both are one person already, or they share nothing and it is not confirmed.
    """
    one, two = (_id_of(workspace, named) for named in (candidate, other))
    if not is_confirmed and one != two:
        _refuse_strangers(workspace, one, two)
    return duplicates.merge_candidates(
        workspace,
        candidate_id=one,
        other_candidate_id=two,
        note=note,
        actor=actor,
        now=now,
    )


def split(
    workspace: Workspace,
    *,
    candidate: str,
    record_ids: Sequence[str],
    note: str | None = None,
    actor: str,
    now: datetime,
) -> Decided:
    """Make some records of a candidate another person, for ever; what hangs on a record goes with it.

    Raises:
        NotFoundError, AmbiguousError: the candidate fits nobody, or several; or a record is not theirs.
        UsageError: no record, or every record, is named.
    """
    return duplicates.split_candidate(
        workspace,
        candidate_id=_id_of(workspace, candidate),
        record_ids=record_ids,
        note=note,
        actor=actor,
        now=now,
    )


def erase(
    workspace: Workspace,
    *,
    candidate: str,
    record_ids: Sequence[str] = (),
    is_confirmed: bool,
    actor: str,
    now: datetime,
) -> Erased:
    """Take a candidate, or only some of its records, out of the pool as if they had never come.

    The archived originals go too, unless they hold other people's rows; dropped again, such a file is a new one. With the whole
    candidate goes what quarantine keeps of them (a phone, address or id of theirs, under no other name). What the console
    channel wrote to them goes. An opt-out stays known by its keyed blind index, so that whoever asked to be left
    alone is not written to should they come in again. Not confirmed, it erases nothing and says what would go.

    Raises:
        NotFoundError, AmbiguousError: the candidate fits nobody, or several.
        UsageError: a record is not one of theirs.
    """
    story = story_of(workspace, _id_of(workspace, candidate))  # a part of a name erases nobody
    theirs = [record.record_id for record in story.records]
    strangers = sorted(set(record_ids) - set(theirs))
    if strangers:
        raise UsageError(f"Not a record of this candidate: {', '.join(strangers)}. Theirs are: {', '.join(theirs)}.")
    chosen = list(record_ids) or theirs
    if not is_confirmed:
        return Erased(len(chosen), [], [], story.candidate_id, story.name, len(theirs), is_preview=True)
    with workspace.reading() as session:
        files = _files_of(session, chosen)
        people = _identities_of(session, chosen) if set(chosen) == set(theirs) else []
    fate: dict[str, list[str]] = {}

    def forget_files(session: Session) -> None:
        copies = forget_copies(session, people, files) if people else set()
        fate["deleted"], fate["kept"] = forget_originals(session, workspace, files | copies)

    n = erase_records(workspace, record_ids=chosen, actor=actor, now=now, also=forget_files)
    deleted, kept = fate.get("deleted", []), fate.get("kept", [])
    return Erased(n, deleted, kept, story.candidate_id, story.name, len(theirs))


def _refuse_strangers(workspace: Workspace, one: str, two: str) -> None:
    with workspace.reading() as session:
        people = [(session.get_one(Candidate, each), _known_of(session, each)) for each in (one, two)]
    if share_nothing(people[0][1], people[1][1]):
        first, second = (f"{person.name or '—'} ({person.candidate_id[:8]})" for person, _ in people)
        raise UsageError(
            f"{first} and {second} share no name, phone, mail or id. If they are one person all the same, say so"
            " (--yes, or the tick of the form). Nothing was changed."
        )


def _known_of(session: Session, candidate_id: str) -> list[Identity]:
    query = (
        select(SourceRecord.profile)
        .join(Membership, Membership.source_record_id == SourceRecord.id)
        .where(Membership.candidate_id == candidate_id)
    )
    return [Identity.of_profile(profile) for profile in session.scalars(query)]


def _id_of(workspace: Workspace, candidate: str) -> str:
    with workspace.reading() as session:
        return the_candidate(session, workspace.vault, candidate).candidate_id


def _files_of(session: Session, record_ids: Sequence[str]) -> set[int]:
    query = select(SourceRecord.intake_file_id).where(
        SourceRecord.record_id.in_(record_ids), SourceRecord.intake_file_id.is_not(None)
    )
    return {file_id for file_id in session.scalars(query) if file_id is not None}


def _identities_of(session: Session, record_ids: Sequence[str]) -> list[Identity]:
    query = select(SourceRecord.profile).where(SourceRecord.record_id.in_(record_ids))
    return [Identity.of_profile(profile) for profile in session.scalars(query)]
