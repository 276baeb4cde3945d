"""Writing down what a night learned of people: scores, windows and causes, all or none, in the place of the night before.

A million people share some thousand sentences, hours and findings: each different one is written once, and the rows of people
name it by number. Nothing is written beside the candidates themselves: most of what is known of them changes every night.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import exists, update
from sqlalchemy.orm import Session

from ringback.actions.settled_calls import windows_of_settled, with_settled
from ringback.analysis.frames import distinct, places_of, shared_texts
from ringback.analysis.lost import LostModel
from ringback.store.replace import empty, insert_parted, parted
from ringback.workspace import Workspace
from schemas.tables import CallSlot, CallWindow, Candidate, CauseFinding, CauseRow, LostScore, ScoreBasis

OF_PEOPLE = (CallWindow, LostScore, CauseRow)
SHARED = (CallSlot, ScoreBasis, CauseFinding)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a model says of everybody: scores, their order, windows and causes, one frame each."""

    model: LostModel
    scores: pd.DataFrame
    order: pd.DataFrame
    windows: pd.DataFrame
    causes: pd.DataFrame


def store_verdicts(workspace: Workspace, verdicts: Verdicts, *, version: str, as_of: datetime) -> None:
    """Replace scores, windows and causes in one transaction; until it commits the previous night's are whole.

    The window of a call that the plan will leave as it is (``settled_calls.py``) stays the first of its person.
    """
    with workspace.writing() as session:  # one after the other: three copies of a million people are not held at once
        settled = windows_of_settled(session, workspace, as_of=as_of)
        empty(session, (*OF_PEOPLE, *SHARED))
        windows = with_settled(_with_sentences(verdicts.windows, "reason"), settled)
        insert_parted(session, parted(CallWindow, CallSlot, windows), as_of=as_of)
        del windows
        insert_parted(session, parted(LostScore, ScoreBasis, _scores_in_words(verdicts)), as_of=as_of, model=version)
        insert_parted(
            session, parted(CauseRow, CauseFinding, _with_sentences(verdicts.causes, "sentence")), as_of=as_of
        )


def return_to_plan(session: Session) -> None:
    """Let the new windows say when people are rung, and no longer what was set since the last night; promises stay."""
    has_window = exists().where(CallWindow.candidate_id == Candidate.candidate_id, CallWindow.rank == 1)
    session.execute(
        update(Candidate)
        .where(Candidate.next_call_at.is_not(None), Candidate.promised_at.is_(None), has_window)
        .values(next_call_at=None)
        .execution_options(synchronize_session=False)
    )


def both(zh: pd.Series[Any], en: pd.Series[Any]) -> pd.Series[Any]:
    """Return two columns of sentences as one, categorical; missing stays missing. Each different pair is joined once."""
    (codes_zh, some_zh), (codes_en, some_en) = pd.factorize(zh), pd.factorize(en)
    texts_zh, texts_en = some_zh.tolist(), some_en.tolist()
    codes, pairs = pd.factorize(np.where(codes_en < 0, -1, codes_zh * len(texts_en) + codes_en))
    texts = [
        None if pair < 0 else f"{texts_zh[pair // len(texts_en)]} / {texts_en[pair % len(texts_en)]}" for pair in pairs
    ]
    return shared_texts(codes, texts).set_axis(en.index)


def _with_sentences(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the frame with both languages in one column, and local times as text."""
    told = frame.assign(**{name: both(frame[f"{name}_zh"], frame[name])}).drop(columns=f"{name}_zh")
    if "starts_at_local" in told.columns:
        told["starts_at_local"] = _written(told["starts_at_local"])
    return told


def _scores_in_words(verdicts: Verdicts) -> pd.DataFrame:
    scores, order = verdicts.scores, verdicts.order
    at = places_of(scores["candidate_id"], order["candidate_id"])
    return scores[["candidate_id", "p_lost", "p_wrong", "p_miss"]].assign(
        priority=order["priority"].to_numpy()[at],
        tries_left=order["tries_left"].to_numpy()[at],
        reasons=pd.Series(_joined(scores, verdicts.model), index=scores.index, dtype=object),
    )


def _joined(scores: pd.DataFrame, model: LostModel) -> NDArray[np.object_]:
    """Return the reasons of each score, Chinese and English side by side; a score that nothing moved says what it is.

    Equal situations share their lists of sentences, so they share these too.
    """
    average = "同类候选人的平均水平 / the average of candidates like this one"
    prior = f"{model.badge_zh} / {model.badge}" if model.badge else average
    lists = [scores[name].to_numpy() for name in ("reasons_zh", "reasons")]
    (zh, _), (en, some) = (pd.factorize(np.fromiter(map(id, each), np.int64, count=len(each))) for each in lists)
    first, which = distinct(zh * (len(some) + 1) + en)
    joined = np.empty(len(first), dtype=object)
    joined[:] = [
        [f"{zh} / {en}" for zh, en in zip(*(each[row] for each in lists), strict=True)] or [prior]
        for row in first.tolist()
    ]
    return np.asarray(joined[which])


def _written(local: pd.Series[Any]) -> pd.Series[Any]:
    """Return naive local times as text, categorical, each different one written once."""
    codes, times = pd.factorize(local)
    return shared_texts(codes, [str(time) for time in times]).set_axis(local.index)
