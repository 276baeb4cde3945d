"""Calls of a day that has begun: a plan that is made while people are being rung leaves them, and their windows, as they are.

A night run by hand at noon draws anew, on another date and without the hours that are over. Who is about to be rung would be
put off, and a call made at the old hour would count in the audit as if no plan had chosen it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.rules.cadence import is_settled
from ringback.store.parts import in_parts
from ringback.workspace import Workspace
from schemas.tables import CallSlot, CallWindow, Candidate, Reminder
from schemas.words import ReminderKind, ReminderState

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
LIVE = (ReminderState.OPEN, ReminderState.FIRED)
OF_WINDOW = ("candidate_id", "p_answer", "p_low", "p_high", "is_random", "propensity")
OF_SLOT = ("starts_at", "ends_at", "starts_at_local", "n_calls", "reason")
COLUMNS = (*OF_WINDOW, *OF_SLOT)
SHARED_TEXTS = ("starts_at_local", "reason")


def settled_calls(session: Session, workspace: Workspace, *, as_of: datetime) -> dict[str, datetime]:
    """Return when the planned calls are due (aware UTC) that a plan made at ``as_of`` leaves alone, by candidate."""
    hours = workspace.policy.call_hours
    query = (
        select(Reminder.candidate_id, Reminder.due_at, Reminder.state, Candidate.timezone)
        .join(Candidate, Candidate.candidate_id == Reminder.candidate_id)
        .where(Reminder.kind == ReminderKind.CALL, Reminder.state.in_(LIVE), Candidate.promised_at.is_(None))
        .where(Reminder.due_at > as_of - AN_HOUR, Reminder.due_at < as_of + A_DAY)  # the rule asks for no others
        .order_by(Reminder.id.desc())  # of several the one made first stays
    )
    return {
        candidate_id: due_at
        for candidate_id, due_at, state, timezone in session.execute(query)
        if is_settled(due_at, is_told=state is ReminderState.FIRED, as_of=as_of, timezone=timezone, hours=hours)
    }


def windows_of_settled(session: Session, workspace: Workspace, *, as_of: datetime) -> pd.DataFrame:
    """Return the windows of the standing plan that the settled calls lie in (columns COLUMNS); of two the better one."""
    due = settled_calls(session, workspace, as_of=as_of)
    query = (
        select(*(getattr(CallWindow, name) for name in OF_WINDOW), *(getattr(CallSlot, name) for name in OF_SLOT))
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .order_by(CallWindow.candidate_id, CallWindow.rank)
    )
    found = [
        tuple(row)
        for some in in_parts(sorted(due))
        for row in session.execute(query.where(CallWindow.candidate_id.in_(some)))
        if row.starts_at <= due[row.candidate_id] < row.ends_at
    ]
    return pd.DataFrame(found, columns=COLUMNS).drop_duplicates("candidate_id")


def with_settled(windows: pd.DataFrame, settled: pd.DataFrame) -> pd.DataFrame:
    """Return ``windows`` (columns COLUMNS and ``rank``) in which the settled one stands first, before those chosen now.

    Who has no window any more keeps none. ``propensity`` and ``is_random`` speak of the first window alone.
    """
    kept = settled[settled["candidate_id"].isin(windows["candidate_id"])]
    if kept.empty:
        return windows
    is_theirs = windows["candidate_id"].isin(kept["candidate_id"])
    known = windows.assign(**{name: _with_texts(windows[name], kept[name]) for name in SHARED_TEXTS})
    first = kept.assign(rank=0)[list(known.columns)].astype(known.dtypes)
    ranked = pd.concat([first, known[is_theirs]]).drop_duplicates(["candidate_id", "starts_at"])
    ranked = ranked.sort_values(["candidate_id", "rank"])
    rank = ranked.groupby("candidate_id", observed=True).cumcount() + 1
    ranked = ranked.assign(
        rank=rank.astype(known["rank"].dtype),
        is_random=ranked["is_random"] & (rank == 1),
        propensity=ranked["propensity"].where(rank == 1),
    )
    whole: pd.DataFrame = pd.concat([known[~is_theirs], ranked[rank <= known["rank"].max()]], ignore_index=True)
    return whole


def _with_texts(column: pd.Series[Any], more: pd.Series[Any]) -> pd.Series[Any]:
    """Return a categorical column that may hold these texts too."""
    return column.cat.add_categories(sorted(set(more) - set(column.cat.categories)))
