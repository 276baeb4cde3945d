"""The nightly learning: answer rates, lost contact, priority, causes, windows; each part runs alone as well.

The history is read as it was at ``as_of``; nothing later is looked at. Results replace the previous ones in one transaction.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from ringback.actions.experiments import ReviewSummary, review_experiments
from ringback.actions.plan import PlanSummary, plan_followup
from ringback.analysis.calls import CleanCalls, clean_calls
from ringback.analysis.causes import candidate_causes
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost
from ringback.analysis.priority import priorities
from ringback.analysis.rates import learn_rates
from ringback.analysis.windows import best_windows
from ringback.rules.calendars import holiday_calendar
from ringback.store.queries.experiments import Arms, arms_at
from ringback.store.queries.frames import (
    calls_frame,
    candidates_frame,
    events_frame,
    first_messages_frame,
    unwritten_frame,
)
from ringback.store.replace import replace_rows
from ringback.workspace import Workspace
from schemas.policy import Policy, Sequence
from schemas.tables import AnswerRate, CallWindow, CauseRow, LostScore, ModelVersion
from schemas.words import Channel

RATES_KIND = "answer_rates"
LOST_KIND = "lost_contact"


@dataclass(frozen=True, slots=True)
class RatesSummary:
    """What the answer rates rest on."""

    n_calls: int
    n_duplicates: int
    warnings: tuple[str, ...]
    differences: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ScoresSummary:
    """How the pool was scored."""

    n_candidates: int
    n_windows: int
    model: str
    is_learned: bool
    mean_p_lost: float | None


@dataclass(frozen=True, slots=True)
class NightlySummary:
    """One night; the keys of ``ringback nightly --json``."""

    as_of: datetime
    rates: RatesSummary
    scores: ScoresSummary
    plan: PlanSummary
    experiments: ReviewSummary = field(default_factory=ReviewSummary)
    seconds: float = 0.0

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self) | {"as_of": self.as_of.isoformat()}


@dataclass(frozen=True, slots=True)
class _History:
    calls: CleanCalls
    raw_calls: pd.DataFrame
    events: pd.DataFrame
    candidates: pd.DataFrame


def nightly(workspace: Workspace, *, as_of: datetime) -> NightlySummary:
    """Learn, score and plan as it would have been at ``as_of``."""
    started = time.monotonic()
    experiments = review_experiments(workspace, as_of=as_of)
    summary = NightlySummary(
        as_of=as_of,
        experiments=experiments,
        rates=learn_call_times(workspace, as_of=as_of),
        scores=score_candidates(workspace, as_of=as_of),
        plan=plan_followup(workspace, as_of=as_of),
    )
    return replace(summary, seconds=round(time.monotonic() - started, 3))


def learn_call_times(workspace: Workspace, *, as_of: datetime) -> RatesSummary:
    """Learn how often calls are answered by role family, weekday and hour, and replace the table of rates."""
    with workspace.reading() as session:
        raw = calls_frame(session, as_of=as_of)
    calls = clean_calls(raw, as_of=as_of, hours=workspace.policy.call_hours)
    learned = learn_rates(calls, as_of=as_of, policy=workspace.policy, families=workspace.policy.roles.families)
    columns = ["role_family", "weekday", "hour", "n_calls", "n_answered", "rate", "low", "high", "note"]
    table = learned.rates.assign(note=_both(learned.rates["note_zh"], learned.rates["note"]))[columns]
    with workspace.writing() as session:
        replace_rows(session, AnswerRate, table, as_of=as_of)
        _register(
            session, RATES_KIND, as_of, raw, params={"policy": workspace.policy.version}, metrics={"n_calls": len(raw)}
        )
    return RatesSummary(
        n_calls=calls.report.n_rows,
        n_duplicates=calls.report.n_duplicates,
        warnings=tuple(calls.report.warnings),
        differences=tuple({str(k): v for k, v in row.items()} for row in learned.differences.to_dict("records")),
    )


def score_candidates(workspace: Workspace, *, as_of: datetime) -> ScoresSummary:
    """Score everybody in the pool and choose their next windows; replaces scores, causes and windows."""
    history = _history(workspace, as_of)
    policy, people, calls, events = workspace.policy, history.candidates, history.calls, history.events
    learned = learn_rates(calls, as_of=as_of, policy=policy, families=policy.roles.families)
    rates, dead_share = learned.rates, learned.dead_share
    model = fit_lost_model(people, calls, events, rates, as_of=as_of, policy=policy, dead_share=dead_share)
    scores = score_lost(model, people, calls, events, rates, as_of=as_of, policy=policy)
    windows = best_windows(
        people,
        calls,
        rates,
        scores,
        as_of=as_of,
        policy=policy,
        is_quiet=_is_quiet(workspace),
        dead_share=dead_share,
        calls_per_hour=_calls_per_hour(policy),
    )
    order = priorities(people, calls, scores, windows, as_of=as_of, policy=policy)
    causes = candidate_causes(people, calls, rates, scores, as_of=as_of, policy=policy)
    version = _save(workspace, history, model, scores, order, windows, causes, as_of)
    return ScoresSummary(
        n_candidates=len(scores),
        n_windows=len(windows),
        model=version,
        is_learned=model.is_learned,
        mean_p_lost=None if scores.empty else round(float(scores["p_lost"].mean()), 4),
    )


def _history(workspace: Workspace, as_of: datetime) -> _History:
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
    return _History(calls=calls, raw_calls=raw, events=events, candidates=people)


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


def _is_quiet(workspace: Workspace) -> Callable[[str, date], bool]:
    hours = workspace.policy.call_hours

    def is_quiet(zone: str, day: date) -> bool:
        return day.weekday() in hours.quiet_weekdays or (hours.is_holiday_quiet and holiday_calendar(zone)(day))

    return is_quiet


def _calls_per_hour(policy: Policy) -> float:
    """Return how many calls an hour the recruiters can make: the length of their list over the open hours of a day."""
    return policy.priority.today_list_size / (policy.call_hours.last_hour - policy.call_hours.first_hour)


def _save(
    workspace: Workspace,
    history: _History,
    model: LostModel,
    scores: pd.DataFrame,
    order: pd.DataFrame,
    windows: pd.DataFrame,
    causes: pd.DataFrame,
    as_of: datetime,
) -> str:
    ranked = scores.merge(order[["candidate_id", "priority", "tries_left"]], on="candidate_id", how="left")
    version = f"{LOST_KIND}-{as_of:%Y%m%dT%H%M}"
    table = ranked[["candidate_id", "p_lost", "p_wrong", "priority", "tries_left"]].assign(
        reasons=pd.Series(_joined(ranked, model), index=ranked.index, dtype=object)
    )
    told = windows.assign(reason=_both(windows["reason_zh"], windows["reason"])).drop(columns=["reason_zh"])
    silent = causes.assign(sentence=_both(causes["sentence_zh"], causes["sentence"])).drop(columns=["sentence_zh"])
    with workspace.writing() as session:
        replace_rows(session, LostScore, table, as_of=as_of, model=version)
        replace_rows(session, CallWindow, told.assign(starts_at_local=told["starts_at_local"].astype(str)), as_of=as_of)
        replace_rows(session, CauseRow, silent, as_of=as_of)
        _register(
            session, LOST_KIND, as_of, history.raw_calls, params=model.as_json(), metrics=model.metrics, version=version
        )
        _copy_to_candidates(session)
    return version


def _joined(scores: pd.DataFrame, model: LostModel) -> list[list[str]]:
    """Return the reasons of each score, Chinese and English side by side; a score that nothing moved says what it is."""
    average = "同类候选人的平均水平 / the average of candidates like this one"
    prior = f"{model.badge_zh} / {model.badge}" if model.badge else average
    pairs = zip(scores["reasons_zh"], scores["reasons"], strict=True)
    return [[f"{zh} / {en}" for zh, en in zip(one_zh, one_en, strict=True)] or [prior] for one_zh, one_en in pairs]


def _both(zh: pd.Series[Any], en: pd.Series[Any]) -> pd.Series[Any]:
    """Return two columns of sentences as one; missing stays missing."""
    return (zh.astype("str") + " / " + en.astype("str")).where(en.notna())


def _copy_to_candidates(session: Session) -> None:
    """Bring the newest score and first window beside each candidate, where lists and search read them."""
    session.execute(
        text(
            "UPDATE candidate SET p_lost = score.p_lost, priority = score.priority, tries_left = score.tries_left"
            " FROM score WHERE score.candidate_id = candidate.candidate_id"
        )
    )
    session.execute(
        text(
            "UPDATE candidate SET next_call_at = call_window.starts_at FROM call_window"
            " WHERE call_window.candidate_id = candidate.candidate_id AND call_window.rank = 1"
            " AND candidate.promised_at IS NULL"
        )
    )


def _register(
    session: Session,
    kind: str,
    as_of: datetime,
    data: pd.DataFrame,
    *,
    params: dict[str, Any],
    metrics: dict[str, Any],
    version: str | None = None,
) -> None:
    """Write a model version down and make it the live one of its kind; the one before stays for rollback."""
    digest = hashlib.sha256(pd.util.hash_pandas_object(data, index=False).to_numpy().tobytes()).hexdigest()
    name = version or f"{kind}-{as_of:%Y%m%dT%H%M}"
    session.execute(
        update(ModelVersion)
        .where(ModelVersion.kind == kind, ModelVersion.standing == "live")
        .values(standing="retired")
    )
    row = session.scalar(select(ModelVersion).where(ModelVersion.kind == kind, ModelVersion.version == name))
    if row is None:
        row = ModelVersion(kind=kind, version=name, as_of=as_of, standing="live", trained_at=as_of, data_hash=digest,
                           params=params, metrics=metrics)  # fmt: skip
        session.add(row)
    row.standing, row.data_hash, row.params, row.metrics = "live", digest, params, metrics
