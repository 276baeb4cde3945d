"""The history that the analysis learns from, as it was at an instant: calls, behaviour, people and the sequences they follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from ringback.analysis.calls import CleanCalls, clean_calls
from ringback.store.queries.experiments import Arms, arms_at
from ringback.store.queries.frames import (
    calls_frame,
    candidates_frame,
    events_frame,
    first_messages_frame,
    unwritten_frame,
)
from ringback.workspace import Workspace
from schemas.policy import Policy, Sequence
from schemas.words import Channel


@dataclass(frozen=True, slots=True)
class History:
    """Clean calls with the raw log, behaviour events, and the living candidates."""

    calls: CleanCalls
    raw_calls: pd.DataFrame
    events: pd.DataFrame
    candidates: pd.DataFrame


def read_history(workspace: Workspace, *, as_of: datetime) -> History:
    """Return everything up to ``as_of``; nothing later is looked at."""
    with workspace.reading() as session:
        raw = calls_frame(session, as_of=as_of)
        events = events_frame(session, as_of=as_of)
        people = candidates_frame(session, as_of=as_of)
        first = first_messages_frame(session, as_of=as_of)
        unwritten = unwritten_frame(session, as_of=as_of).set_index("candidate_id")
        arms = arms_at(session, workspace.policy, as_of=as_of)
    followed, sequences = _followed(people, arms, workspace.policy)
    sent = people["candidate_id"].map(first.set_index("candidate_id")["sent_at"]) if len(first) else pd.NaT
    sent_at = pd.Series(sent, index=people.index, dtype="datetime64[us, UTC]")
    channels = np.array([sequence.message_before_call for sequence in sequences], dtype=object)
    for channel in (Channel.SMS, Channel.EMAIL):  # this night plans their first message: it leaves now at the earliest
        waiting = unwritten.index[unwritten[channel.value].astype(bool)]
        is_written_to = (channels == channel.value)[followed] & people["candidate_id"].isin(waiting)
        sent_at = sent_at.mask(is_written_to, pd.Timestamp(as_of))
    waits = np.array([sequence.hours_before_call for sequence in sequences], dtype=float)
    spans = np.array([sequence.call_between or (np.nan, np.nan) for sequence in sequences], dtype=float).reshape(-1, 2)
    people = people.assign(
        not_before_at=sent_at + pd.to_timedelta(waits[followed], unit="h"),
        call_first_hour=spans[followed, 0],
        call_last_hour=spans[followed, 1],
    )
    calls = clean_calls(raw, as_of=as_of, hours=workspace.policy.call_hours)
    return History(calls=calls, raw_calls=raw, events=events, candidates=people)


def _followed(people: pd.DataFrame, arms: Arms, policy: Policy) -> tuple[NDArray[np.int64], list[Sequence]]:
    """Return which sequence each candidate follows (a place in the list), and the list: families first, then arms."""
    codes, families = pd.factorize(people["role_family"])
    sequences = [policy.sequence_for(family) for family in families]
    followed = np.asarray(codes, dtype=np.int64)
    at = pd.Index(people["candidate_id"]).get_indexer(pd.Index(list(arms.of), dtype="str"))
    place_of: dict[tuple[str, str, str], int] = {}
    for place, arm in zip(at, arms.of.values(), strict=True):
        if place < 0:
            continue
        key = (*arm, str(families[codes[place]]))
        if key not in place_of:
            place_of[key] = len(sequences)
            sequences.append(arms.sequences[key] if key in arms.sequences else policy.sequence_for(key[2]))
        followed[place] = place_of[key]
    return followed, sequences
