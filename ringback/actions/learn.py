"""The nightly learning: answer rates, lost contact, priority, causes, windows; each part runs alone as well.

The history is read as it was at ``as_of``; nothing later is looked at. Results replace the previous ones in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import text
from sqlalchemy.orm import Session

from ringback.actions.experiments import ReviewSummary, review_experiments
from ringback.actions.history import History, read_calls, read_history
from ringback.actions.models import LOST_KIND, RATES_KIND, Pin, pinned, register
from ringback.actions.plan import PlanSummary, plan_followup
from ringback.analysis.calls import CleanCalls
from ringback.analysis.capacity import Capacity
from ringback.analysis.causes import candidate_causes
from ringback.analysis.drift import DriftReport, check_drift
from ringback.analysis.forecast import spread_rates
from ringback.analysis.frames import places_of
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost
from ringback.analysis.moved import Move, move_calls
from ringback.analysis.priority import priorities
from ringback.analysis.rates import LearnedRates, learn_rates
from ringback.analysis.windows import best_windows
from ringback.rules.calendars import holiday_calendar
from ringback.store.replace import replace_rows
from ringback.workspace import Workspace
from schemas.policy import Policy
from schemas.tables import AnswerRate, CallWindow, CauseRow, LostScore


@dataclass(frozen=True, slots=True)
class RatesSummary:
    """What the answer rates rest on.

    ``alarms`` say what has moved in the last two weeks; then ``half_life_days`` may be shorter than the policy's, calls
    before a move of the day count ``moved_hours`` later, and ``is_spread`` says that calls are spread over the day until
    the table can be trusted again.
    """

    n_calls: int
    n_duplicates: int
    warnings: tuple[str, ...]
    differences: tuple[dict[str, Any], ...]
    alarms: tuple[str, ...] = ()
    half_life_days: float = 0.0
    moved_hours: float = 0.0
    is_spread: bool = False


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


def nightly(workspace: Workspace, *, as_of: datetime) -> NightlySummary:
    """Learn, score and plan as it would have been at ``as_of``."""
    started = time.monotonic()
    experiments = review_experiments(workspace, as_of=as_of)
    night = read_night(workspace, as_of=as_of)
    summary = NightlySummary(
        as_of=as_of,
        experiments=experiments,
        rates=learn_call_times(workspace, as_of=as_of, night=night),
        scores=score_candidates(workspace, as_of=as_of, night=night),
        plan=plan_followup(workspace, as_of=as_of),
    )
    return replace(summary, seconds=round(time.monotonic() - started, 3))


@dataclass(frozen=True, slots=True)
class Night:
    """The history up to one instant, the rates learned from it, and the versions that a person has pinned."""

    history: History
    now: LearnedNow
    pin_lost: Pin | None


def read_night(workspace: Workspace, *, as_of: datetime) -> Night:
    """Read the history once, and learn the rates that all steps of the night share."""
    history = read_history(workspace, as_of=as_of)
    with workspace.reading() as session:
        pin_rates, pin_lost = pinned(session, RATES_KIND), pinned(session, LOST_KIND)
    return Night(history, learn_now(history.calls, pin_rates, as_of=as_of, policy=workspace.policy), pin_lost)


def learn_call_times(workspace: Workspace, *, as_of: datetime, night: Night | None = None) -> RatesSummary:
    """Learn how often calls are answered by role family, weekday and hour, and replace the table of rates.

    The last two weeks are first held against what was known before them; what has moved shortens the memory. ``night`` is what
    :func:`read_night` gave, for callers who go on with it.
    """
    if night is None:
        with workspace.reading() as session:
            log, pin = read_calls(session, as_of=as_of, policy=workspace.policy), pinned(session, RATES_KIND)
        calls, digest, now = log.calls, log.digest, learn_now(log.calls, pin, as_of=as_of, policy=workspace.policy)
    else:
        calls, digest, now = night.history.calls, night.history.digest, night.now
    learned, drift = now.learned, now.drift
    columns = ["role_family", "weekday", "hour", "n_calls", "n_answered", "rate", "low", "high", "note"]
    table = learned.rates.assign(note=_both(learned.rates["note_zh"], learned.rates["note"]))[columns]
    params = {
        "policy": workspace.policy.version,
        "half_life_days": drift.half_life_days,
        "trusted": drift.trust_table,
        "move": None if drift.move is None else drift.move.as_json(),
    }
    with workspace.writing() as session:
        replace_rows(session, AnswerRate, table, as_of=as_of)
        metrics = {"n_calls": calls.report.n_rows, "drift": drift.as_metrics()}
        register(session, RATES_KIND, as_of, digest, params=params, metrics=metrics)
    return RatesSummary(
        n_calls=calls.report.n_rows,
        n_duplicates=calls.report.n_duplicates,
        warnings=tuple(calls.report.warnings),
        differences=tuple({str(k): v for k, v in row.items()} for row in learned.differences.to_dict("records")),
        alarms=tuple(f"{zh} / {en}" for zh, en in zip(drift.alarms_zh, drift.alarms, strict=True)),
        half_life_days=drift.half_life_days,
        moved_hours=0.0 if drift.move is None else drift.move.by,
        is_spread=not drift.trust_table,
    )


@dataclass(frozen=True, slots=True)
class LearnedNow:
    """The rates as of now, the drift check they follow, and the rates to plan with (spread while the table is not trusted)."""

    learned: LearnedRates
    drift: DriftReport
    planning: pd.DataFrame


def learn_now(calls: CleanCalls, pin: Pin | None, *, as_of: datetime, policy: Policy) -> LearnedNow:
    """Return the rates with the memory that the drift check asks for; a pinned version learns as it did then."""
    families = policy.roles.families
    drift = check_drift(calls, as_of=as_of, policy=policy)
    if pin is not None:
        calls = CleanCalls(calls.frame[calls.frame["called_at"] <= pin.as_of].reset_index(drop=True), calls.report)
        half_life = float(pin.params.get("half_life_days", policy.learning.half_life_days))
        trusted, move = bool(pin.params.get("trusted", True)), Move.from_json(pin.params.get("move"))
        drift = replace(drift, half_life_days=half_life, trust_table=trusted, move=move)
    moved, half_life = move_calls(calls, drift.move), drift.half_life_days
    learned = learn_rates(moved, as_of=as_of, policy=policy, families=families, half_life_days=half_life)
    return LearnedNow(learned, drift, learned.rates if drift.trust_table else spread_rates(learned.rates))


def score_candidates(workspace: Workspace, *, as_of: datetime, night: Night | None = None) -> ScoresSummary:
    """Score everybody in the pool and choose their next windows; replaces scores, causes and windows."""
    night = read_night(workspace, as_of=as_of) if night is None else night
    history, now, pin_lost = night.history, night.now, night.pin_lost
    policy, people, calls, events = workspace.policy, history.candidates, history.calls, history.events
    rates, dead_share = now.learned.rates, now.learned.dead_share
    fitted = fit_lost_model(people, calls, events, rates, as_of=as_of, policy=policy, dead_share=dead_share)
    model = fitted if pin_lost is None else LostModel.from_json(pin_lost.params)
    scores = score_lost(model, people, calls, events, rates, as_of=as_of, policy=policy)
    windows = best_windows(
        people,
        calls,
        now.planning,
        scores,
        as_of=as_of,
        policy=policy,
        is_quiet=_is_quiet(workspace),
        dead_share=dead_share,
        capacity=Capacity(policy.priority.calls_per_hour, policy.priority.today_list_size),
    )
    order = priorities(people, calls, scores, windows, as_of=as_of, policy=policy)
    causes = candidate_causes(people, calls, rates, scores, as_of=as_of, policy=policy)
    version = f"{LOST_KIND}-{as_of:%Y%m%dT%H%M}" if pin_lost is None else pin_lost.version
    _save(workspace, model, scores, order, windows, causes, version=version, as_of=as_of)
    with workspace.writing() as session:
        register(session, LOST_KIND, as_of, history.digest, params=fitted.as_json(), metrics=fitted.metrics)
    return ScoresSummary(
        n_candidates=len(scores),
        n_windows=len(windows),
        model=version,
        is_learned=model.is_learned,
        mean_p_lost=None if scores.empty else round(float(scores["p_lost"].mean()), 4),
    )


def _is_quiet(workspace: Workspace) -> Callable[[str, date], bool]:
    hours = workspace.policy.call_hours

    def is_quiet(zone: str, day: date) -> bool:
        return day.weekday() in hours.quiet_weekdays or (hours.is_holiday_quiet and holiday_calendar(zone)(day))

    return is_quiet


def _save(
    workspace: Workspace,
    model: LostModel,
    scores: pd.DataFrame,
    order: pd.DataFrame,
    windows: pd.DataFrame,
    causes: pd.DataFrame,
    *,
    version: str,
    as_of: datetime,
) -> None:
    at = places_of(scores["candidate_id"], order["candidate_id"])
    table = scores[["candidate_id", "p_lost", "p_wrong"]].assign(
        priority=order["priority"].to_numpy()[at],
        tries_left=order["tries_left"].to_numpy()[at],
        reasons=pd.Series(_joined(scores, model), index=scores.index, dtype=object),
    )
    told = windows.assign(reason=_both(windows["reason_zh"], windows["reason"])).drop(columns=["reason_zh"])
    silent = causes.assign(sentence=_both(causes["sentence_zh"], causes["sentence"])).drop(columns=["sentence_zh"])
    with workspace.writing() as session:
        replace_rows(session, LostScore, table, as_of=as_of, model=version)
        replace_rows(session, CallWindow, told.assign(starts_at_local=_written(told["starts_at_local"])), as_of=as_of)
        replace_rows(session, CauseRow, silent, as_of=as_of)
        _copy_to_candidates(session)


def _joined(scores: pd.DataFrame, model: LostModel) -> list[list[str]]:
    """Return the reasons of each score, Chinese and English side by side; a score that nothing moved says what it is."""
    average = "同类候选人的平均水平 / the average of candidates like this one"
    prior = f"{model.badge_zh} / {model.badge}" if model.badge else average
    joined: dict[
        tuple[int, int], list[str]
    ] = {}  # equal situations share their lists of sentences, so they share these too
    told = []
    for one_zh, one_en in zip(scores["reasons_zh"], scores["reasons"], strict=True):
        key = (id(one_zh), id(one_en))
        if key not in joined:
            joined[key] = [f"{zh} / {en}" for zh, en in zip(one_zh, one_en, strict=True)] or [prior]
        told.append(joined[key])
    return told


def _both(zh: pd.Series[Any], en: pd.Series[Any]) -> pd.Series[Any]:
    """Return two columns of sentences as one, categorical; missing stays missing. Each different pair is joined once."""
    (codes_zh, texts_zh), (codes_en, texts_en) = pd.factorize(zh), pd.factorize(en)
    codes, pairs = pd.factorize(np.where(codes_en < 0, -1, codes_zh * len(texts_en) + codes_en))
    texts = [
        None if pair < 0 else f"{texts_zh[pair // len(texts_en)]} / {texts_en[pair % len(texts_en)]}" for pair in pairs
    ]
    return _shared(codes, texts, en.index)


def _written(local: pd.Series[Any]) -> pd.Series[Any]:
    """Return naive local times as text, categorical, each different one written once."""
    codes, times = pd.factorize(local)
    return _shared(codes, [str(time) for time in times], local.index)


def _shared(codes: NDArray[Any], texts: Sequence[str | None], index: pd.Index[Any]) -> pd.Series[Any]:
    """Return ``texts[codes]`` without a text a row; different codes may stand for one text, None for a missing one."""
    places, known = pd.factorize(np.array([*texts], dtype=object))
    table = np.append(places, -1)  # code -1 stays missing
    return pd.Series(pd.Categorical.from_codes(table[codes], categories=pd.Index(known, dtype="str")), index=index)


def _copy_to_candidates(session: Session) -> None:
    """Bring the newest score and first window beside each candidate, where lists and search read them."""
    session.execute(
        text(
            "UPDATE candidate SET p_lost = score.p_lost, priority = score.priority, tries_left = score.tries_left,"
            " next_call_at = CASE WHEN candidate.promised_at IS NULL AND call_window.starts_at IS NOT NULL"
            " THEN call_window.starts_at ELSE candidate.next_call_at END"
            " FROM score LEFT JOIN call_window ON call_window.candidate_id = score.candidate_id AND call_window.rank = 1"
            " WHERE score.candidate_id = candidate.candidate_id"
        )
    )
