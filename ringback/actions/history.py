"""The history that the analysis learns from, as it was at an instant: calls, behaviour, people and the sequences they follow."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from ringback.actions.spent import Spent
from ringback.analysis.calls import CleanCalls, clean_calls
from ringback.analysis.frames import places_of
from ringback.store.queries.experiments import Arms, arms_at
from ringback.store.queries.frames import (
    attempts_frame,
    calls_of,
    events_frame,
    first_messages_frame,
    planned_first,
)
from ringback.store.queries.lines import with_fixed_lines_only
from ringback.store.queries.people_frames import candidates_frame, everybody_frame
from ringback.workspace import Workspace
from schemas.policy import Policy, Sequence
from schemas.words import Channel, Status


@dataclass(frozen=True, slots=True)
class History:
    """Clean calls with a digest of the raw log, behaviour events, and the living candidates."""

    calls: CleanCalls
    digest: str
    events: pd.DataFrame
    candidates: pd.DataFrame


def read_history(workspace: Workspace, spent: Spent | None = None, *, as_of: datetime) -> History:
    """Return everything up to ``as_of``; nothing later is looked at. ``spent`` takes the time."""
    spent = spent or Spent()
    with spent.on("reading"), workspace.reading() as session:
        everybody, attempts = everybody_frame(session, as_of=as_of), attempts_frame(session, as_of=as_of)
        people = candidates_frame(session, everybody, attempts, as_of=as_of)
        events = events_frame(session, attempts, as_of=as_of)
        raw = calls_of(attempts, everybody)
        del everybody, attempts  # hundreds of megabytes in a pool of a million
        first = first_messages_frame(session, as_of=as_of)
        planned = planned_first(session, as_of=as_of)
        arms = arms_at(session, workspace.policy, as_of=as_of)
    with spent.on("computing"):
        calls, digest = clean_calls(raw, as_of=as_of, hours=workspace.policy.call_hours), _digest(raw)
        del raw
        people = _with_first_contact(workspace, people, calls, first, planned, arms, as_of=as_of)
    return History(calls=calls, digest=digest, events=events, candidates=people)


def _with_first_contact(
    workspace: Workspace,
    people: pd.DataFrame,
    calls: CleanCalls,
    first: pd.DataFrame,
    planned: pd.DataFrame,
    arms: Arms,
    *,
    as_of: datetime,
) -> pd.DataFrame:
    """Return ``people`` with what the sequence of each says of the first call: not before when, and within which hours."""
    followed, sequences = _followed(people, arms, workspace.policy)
    sent_at = first["sent_at"].reindex(places_of(people["candidate_id"], first["candidate_id"])).set_axis(people.index)
    channels = np.array([sequence.message_before_call for sequence in sequences], dtype=object)
    untouched = _untouched(people, calls, planned)
    for channel, has_address in ((Channel.SMS, "has_number"), (Channel.EMAIL, "has_mail")):
        # this night plans their first message: it leaves now at the earliest
        is_written_to = (channels == channel.value)[followed] & untouched & people[has_address].to_numpy()
        if channel is Channel.SMS:
            is_written_to &= ~_can_only_be_rung(workspace, people, is_written_to)
        sent_at = sent_at.mask(is_written_to, pd.Timestamp(as_of))
    waits = np.array([sequence.hours_before_call for sequence in sequences], dtype=float)
    spans = np.array([sequence.call_between or (np.nan, np.nan) for sequence in sequences], dtype=float).reshape(-1, 2)
    return people.assign(
        not_before_at=sent_at + pd.to_timedelta(waits[followed], unit="h"),
        call_first_hour=spans[followed, 0],
        call_last_hour=spans[followed, 1],
    )


def _can_only_be_rung(workspace: Workspace, people: pd.DataFrame, asked: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tell who of the ``asked`` has fixed lines and no mail: nothing is sent to them, so nothing is waited for."""
    ids = people["candidate_id"]
    with workspace.reading() as session:
        deaf = with_fixed_lines_only(session, ids[asked & ~people["has_mail"].to_numpy()].tolist())
    return np.asarray(ids.isin(deaf))


def _digest(frame: pd.DataFrame) -> str:
    """Return a SHA-256 of all values: two fits with the same digest were made from the same log in the same order."""
    digest = hashlib.sha256()
    for buffer in chain.from_iterable(pa.array(frame[name]).buffers() for name in frame.columns):
        digest.update(b"-" if buffer is None else memoryview(buffer))
    return digest.hexdigest()


def _untouched(people: pd.DataFrame, calls: CleanCalls, planned: pd.DataFrame) -> NDArray[np.bool_]:
    """Tell whom nobody has tried, who has not written, and for whom nothing was planned."""
    is_new = (people["status"] == Status.NEW.value).to_numpy() & ~people["has_inbound"].to_numpy()
    ids = people["candidate_id"]
    for tried in (calls.places_in(ids), places_of(planned["candidate_id"], ids)):
        is_new[tried[tried >= 0]] = False
    return np.asarray(is_new)


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
