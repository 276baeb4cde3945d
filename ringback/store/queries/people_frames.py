"""People as frames for the analysis floor, as they were at an instant: one row a candidate, a few queries for all.

Column names and types are those of ``ringback.analysis.frames`` (CANDIDATES).
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import and_, case, exists, false, func, select
from sqlalchemy.orm import Session, aliased

from ringback.places import places
from ringback.store.scan import read_frame, scanned
from schemas.tables import (
    Attempt,
    Candidate,
    ContactPoint,
    Membership,
    Reminder,
    SourceRecord,
    StatusChange,
)
from schemas.words import ContactKind, ContactState, Disposition, Event, ReminderKind


def everybody_frame(session: Session, *, as_of: datetime) -> pd.DataFrame:
    """Return one row a candidate, merged ones too, ordered by id.

    ``is_merged``; ``is_out``: they do not want to be contacted, and said so before ``as_of``; ``promised_at`` without
    promises that were made later. ``status`` is the one of now.
    """
    is_out = and_(Candidate.is_do_not_contact.is_(True), ~_is_opted_out_after(as_of))
    is_promised = and_(Candidate.promised_at.is_not(None), ~_is_promised_after(as_of))
    query = select(
        Candidate.candidate_id,
        Candidate.role_family,
        Candidate.source,
        Candidate.timezone,
        Candidate.status,
        Candidate.created_at,
        case((is_promised, Candidate.promised_at)).label("promised_at"),
        case((Candidate.merged_into.is_not(None), 1), else_=0).label("is_merged"),
        case((is_out, 1), else_=0).label("is_out"),
    )
    people = read_frame(
        session, scanned(query, Candidate), instants=("created_at", "promised_at"), flags=("is_merged", "is_out")
    )
    return people.sort_values("candidate_id", ignore_index=True)


def candidates_frame(
    session: Session, everybody: pd.DataFrame, attempts: pd.DataFrame, *, as_of: datetime
) -> pd.DataFrame:
    """Return one row a living candidate known at ``as_of``, with the status they had then, ordered by id.

    ``everybody`` and ``attempts`` are what :func:`everybody_frame` and :func:`attempts_frame` gave. Known since their first
    record was received: for imported people that is when they applied. Beside the columns of
    CANDIDATES stand ``has_number`` and ``has_mail`` (an address of any state) and ``has_inbound``.
    """
    living = ~(everybody["is_merged"] | everybody["is_out"])
    people = everybody.loc[living].drop(columns=["is_merged", "is_out"]).reset_index(drop=True)
    people = people.assign(created_at=_first_received(session, people).fillna(people["created_at"]))
    people = people[people["created_at"] <= as_of].reset_index(drop=True)
    people = people.assign(
        status=_status_at(session, people, as_of=as_of), reopened_at=_reopened_at(session, people, as_of=as_of)
    )
    people = people.assign(**_contacts(session, people, as_of=as_of))
    replies = _replies(attempts)
    at = places(people["candidate_id"], replies["candidate_id"])
    last_reply_at = replies["last_reply_at"].reindex(at).set_axis(people.index)  # no row is called -1
    people = people.assign(last_reply_at=last_reply_at, has_inbound=at >= 0)
    # a record without any phone may still be rung through an outside dialler; one whose phones are all wrong may not
    return people.assign(has_phone=people["has_usable"] | ~people["has_number"]).drop(columns="has_usable")


def _first_received(session: Session, people: pd.DataFrame) -> pd.Series[Any]:
    """Return when the first record of each candidate was received."""
    query = select(Membership.candidate_id, SourceRecord.received_at.label("first_at")).join(
        SourceRecord, SourceRecord.id == Membership.source_record_id
    )
    # by its index SQLite would walk the memberships in the order of candidates, and jump to and fro among the records
    rows = read_frame(session, scanned(query, Membership), instants=("first_at",))
    return _earliest(rows["first_at"], places(rows["candidate_id"], people["candidate_id"]), len(people))


def _earliest(instants: pd.Series[Any], at: Any, n: int) -> pd.Series[Any]:
    """Return the earliest of the instants at each of ``n`` places; NaT where there is none."""
    known = (at >= 0) & instants.notna().to_numpy()
    micros = instants.astype("datetime64[us, UTC]").astype("int64").to_numpy()[known]
    last = np.iinfo(np.int64).max
    earliest = np.full(n, last)
    np.minimum.at(earliest, at[known], micros)
    found = pd.DatetimeIndex(earliest.view("datetime64[us]")).tz_localize("UTC")
    return pd.Series(found).mask(earliest == last)


def _contacts(session: Session, people: pd.DataFrame, *, as_of: datetime) -> dict[str, Any]:
    """Return, by column, what addresses each candidate had at ``as_of``; a state that was set later does not count yet.

    The rows are gathered here: grouping them in the database costs more than twice as much as reading them.
    """
    is_phone, is_mail = ContactPoint.kind == ContactKind.PHONE, ContactPoint.kind == ContactKind.EMAIL
    is_bad = and_(
        ContactPoint.state.in_((ContactState.WRONG_NUMBER, ContactState.OPTED_OUT)), ContactPoint.updated_at <= as_of
    )
    is_dead = and_(is_mail, ContactPoint.state == ContactState.BOUNCED, ContactPoint.updated_at <= as_of)
    flags = {
        "has_number": is_phone,
        "has_usable": and_(is_phone, ~is_bad),
        "has_mail": is_mail,
        "has_dead_mail": is_dead,
    }
    query = select(
        ContactPoint.candidate_id,
        ContactPoint.first_seen_at,
        *(case((condition, 1), else_=0).label(name) for name, condition in flags.items()),
    ).where(ContactPoint.first_seen_at <= as_of)
    rows = read_frame(session, scanned(query, ContactPoint), instants=("first_seen_at",), flags=tuple(flags))
    at = places(rows["candidate_id"], people["candidate_id"])
    columns: dict[str, Any] = {}
    for name in flags:
        has = np.zeros(len(people), dtype=bool)
        has[at[(at >= 0) & rows[name].to_numpy()]] = True
        columns[name] = has
    since = rows["first_seen_at"].where(rows["has_usable"])
    return columns | {"phone_since": _earliest(since, at, len(people))}


def _replies(attempts: pd.DataFrame) -> pd.DataFrame:
    """Return one row a candidate who wrote or rang: when last (what machines answered left out)."""
    inbound = attempts[attempts["is_inbound"]]
    at = inbound["called_at"].where(~inbound["is_automatic"])
    last = at.groupby(inbound["candidate_id"], sort=False).max()
    return pd.DataFrame({"candidate_id": last.index, "last_reply_at": last.to_numpy()}).astype(
        {"candidate_id": "str", "last_reply_at": "datetime64[us, UTC]"}
    )


def _reopened_at(session: Session, people: pd.DataFrame, *, as_of: datetime) -> pd.Series[Any]:
    """Return when each was last taken back into the pool; NaT for those who never were."""
    query = select(StatusChange.candidate_id, func.max(StatusChange.at).label("at")).group_by(StatusChange.candidate_id)
    came_back = query.where(StatusChange.event == Event.REOPENED, StatusChange.at <= as_of)
    rows = read_frame(session, came_back, instants=("at",))
    return _earliest(rows["at"], places(rows["candidate_id"], people["candidate_id"]), len(people))


def _status_at(session: Session, people: pd.DataFrame, *, as_of: datetime) -> pd.Series[Any]:
    """Return the status at an instant: after the last change before it, else before the first change after it."""
    changes = StatusChange.candidate_id, StatusChange.at
    before = read_frame(
        session,
        select(*changes, StatusChange.to_status.label("status"))
        .where(StatusChange.at <= as_of)
        .order_by(StatusChange.id),
        instants=("at",),
    )
    after = read_frame(
        session,
        select(*changes, StatusChange.from_status.label("status"))
        .where(StatusChange.at > as_of)
        .order_by(StatusChange.id.desc()),
        instants=("at",),
    )
    status = people["status"].to_numpy(dtype=object, copy=True)
    for rows, ascending in ((after, False), (before, True)):  # what is written last stays
        ordered = rows.sort_values("at", ascending=ascending, kind="stable")
        at = places(ordered["candidate_id"], people["candidate_id"])
        status[at[at >= 0]] = ordered["status"].to_numpy(dtype=object)[at >= 0]
    return pd.Series(status, index=people.index, dtype="str")


def _is_promised_after(as_of: datetime) -> Any:
    """Tell whether the promise that stands now was made later."""
    return exists().where(
        Reminder.candidate_id == Candidate.candidate_id,
        Reminder.kind == ReminderKind.CALL_BACK,
        Reminder.due_at == Candidate.promised_at,
        Reminder.created_at > as_of,
    )


def _is_opted_out_after(as_of: datetime) -> Any:
    """Tell whether the wish to be left alone came later; one whose time is not known counts as always."""
    wish = aliased(Attempt)
    wishes = select(func.min(wish.started_at)).where(
        wish.candidate_id == Candidate.candidate_id,
        wish.disposition == Disposition.OPTED_OUT,
        wish.voided_at.is_(None),
    )
    return func.coalesce(wishes.scalar_subquery() > as_of, false())
