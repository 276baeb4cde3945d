"""The nightly learning: answer rates, lost contact, priority, causes, windows; each part runs alone as well.

The history is read as it was at ``as_of``; nothing later is looked at. Results replace the previous ones in one transaction.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

import pandas as pd

from ringback.actions.experiments import ReviewSummary, review_experiments
from ringback.actions.history import History, read_history
from ringback.actions.learned import Verdicts, both, return_to_plan, store_verdicts
from ringback.actions.models import LOST_KIND, RATES_KIND, Pin, pinned, register
from ringback.actions.plan import PlanSummary, plan_followup
from ringback.actions.spent import Spent
from ringback.analysis.calls import CleanCalls
from ringback.analysis.capacity import Capacity
from ringback.analysis.causes import candidate_causes
from ringback.analysis.drift import DriftReport, check_drift
from ringback.analysis.forecast import hours_told, spread_rates
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost
from ringback.analysis.moved import Move, move_calls
from ringback.analysis.personal import as_people_differ
from ringback.analysis.priority import priorities
from ringback.analysis.prospects import with_prospects
from ringback.analysis.rates import LearnedRates, learn_rates
from ringback.analysis.windows import best_windows
from ringback.rules.calendars import holiday_calendar
from ringback.store.replace import replace_rows
from ringback.workspace import Workspace
from schemas.policy import Policy
from schemas.tables import AnswerRate


@dataclass(frozen=True, slots=True)
class RatesSummary:
    """What the answer rates rest on; ``seconds`` of reading, computing and writing.

    ``n_calls`` are the calls in the table, as every page counts them: those logged twice, to wrong numbers, without an end and
    outside the call hours are left out, and counted in ``n_duplicates``, ``n_wrong``, ``n_unknown`` and ``n_outside``.
    ``n_recent`` calls of the last two weeks were held against what was known before. ``signs`` say what may have moved in
    them, and nothing follows of that; ``alarms`` what has. Then ``half_life_days`` may be shorter than the policy's, calls
    before a move of the day count ``moved_hours`` later, and ``is_spread`` says that calls are spread over the day until the
    table can be trusted again.
    """

    n_calls: int
    n_duplicates: int
    warnings: tuple[str, ...]
    differences: tuple[dict[str, Any], ...]
    alarms: tuple[str, ...] = ()
    half_life_days: float = 0.0
    moved_hours: float = 0.0
    is_spread: bool = False
    signs: tuple[str, ...] = ()
    n_recent: int = 0
    n_wrong: int = 0
    n_unknown: int = 0
    n_outside: int = 0
    seconds: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ScoresSummary:
    """How the pool was scored; ``seconds`` of reading, computing and writing."""

    n_candidates: int
    n_windows: int
    model: str
    is_learned: bool
    mean_p_lost: float | None
    seconds: dict[str, float] = field(default_factory=dict)


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


@dataclass(slots=True)
class Night:
    """The history up to one instant, the rates learned from it, and the versions that a person has pinned."""

    history: History
    now: LearnedNow
    pin_lost: Pin | None
    spent: Spent
    is_over: bool = False

    def end(self) -> None:
        """Give up the history, whoever still holds the night: hundreds of megabytes in a pool of a million."""
        del self.history
        self.is_over = True


def read_night(workspace: Workspace, *, as_of: datetime) -> Night:
    """Read the history once, and learn the rates that all steps of the night share."""
    spent = Spent()
    history = read_history(workspace, spent, as_of=as_of)
    with workspace.reading() as session:
        pin_rates, pin_lost = pinned(session, RATES_KIND), pinned(session, LOST_KIND)
    with spent.on("computing"):
        now = learn_now(history, pin_rates, as_of=as_of, policy=workspace.policy)
    return Night(history, now, pin_lost, spent)


def learn_call_times(workspace: Workspace, *, as_of: datetime, night: Night | None = None) -> RatesSummary:
    """Learn how often calls are answered by role family, weekday and hour, and replace the table of rates.

    The last two weeks are first held against what was known before them; what has moved shortens the memory. ``night`` is what
    :func:`read_night` gave, for callers who go on with it.
    """
    if night is None or night.is_over:
        night = read_night(workspace, as_of=as_of)
    calls, digest, now, spent = night.history.calls, night.history.digest, night.now, night.spent
    learned, drift = now.learned, now.drift
    columns = ["role_family", "weekday", "hour", "n_calls", "n_answered", "rate", "low", "high", "note"]
    table = learned.rates.assign(note=both(learned.rates["note_zh"], learned.rates["note"]))[columns]
    n_calls, report = int(table["n_calls"].sum()), calls.report
    params = {
        "policy": workspace.policy.version,
        "half_life_days": drift.half_life_days,
        "trusted": drift.trust_table,
        "move": None if drift.move is None else drift.move.as_json(),
    }
    with spent.on("writing"), workspace.writing() as session:
        replace_rows(session, AnswerRate, table, as_of=as_of)
        metrics = {"n_calls": n_calls, "drift": drift.as_metrics()}
        register(session, RATES_KIND, as_of, digest, params=params, metrics=metrics)
    return RatesSummary(
        n_calls=n_calls,
        n_duplicates=report.n_duplicates,
        warnings=tuple(report.warnings),
        differences=tuple({str(k): v for k, v in row.items()} for row in learned.differences.to_dict("records")),
        alarms=tuple(f"{zh} / {en}" for zh, en in zip(drift.alarms_zh, drift.alarms, strict=True)),
        half_life_days=drift.half_life_days,
        moved_hours=0.0 if drift.move is None else drift.move.by,
        is_spread=not drift.trust_table,
        signs=tuple(f"{zh} / {en}" for zh, en in zip(drift.signs_zh, drift.signs, strict=True)),
        n_recent=drift.n_recent,
        n_wrong=report.n_wrong,
        n_unknown=report.n_unknown,
        n_outside=report.n_outside,
        seconds=spent.as_dict(),
    )


@dataclass(frozen=True, slots=True)
class LearnedNow:
    """The rates as of now, the drift check they follow, and the rates to plan with (spread while the table is not trusted)."""

    learned: LearnedRates
    drift: DriftReport
    planning: pd.DataFrame


def learn_now(history: History, pin: Pin | None, *, as_of: datetime, policy: Policy) -> LearnedNow:
    """Return the rates with the memory that the drift check asks for; a pinned version learns as it did then."""
    people, events, families = history.candidates, history.events, policy.roles.families
    calls = with_prospects(history.calls, people, events, as_of=as_of, policy=policy)
    drift = check_drift(calls, as_of=as_of, policy=policy)
    if pin is not None:
        calls = with_prospects(_known_then(history.calls, pin), people, events, as_of=pin.as_of, policy=policy)
        half_life = float(pin.params.get("half_life_days", policy.learning.half_life_days))
        trusted, move = bool(pin.params.get("trusted", True)), Move.from_json(pin.params.get("move"))
        drift = replace(drift, half_life_days=half_life, trust_table=trusted, move=move)
    moved, half_life = move_calls(calls, drift.move), drift.half_life_days
    learned = learn_rates(moved, as_of=as_of, policy=policy, families=families, half_life_days=half_life)
    return LearnedNow(learned, drift, learned.rates if drift.trust_table else spread_rates(learned.rates))


def _known_then(calls: CleanCalls, pin: Pin) -> CleanCalls:
    return CleanCalls(calls.frame[calls.frame["called_at"] <= pin.as_of].reset_index(drop=True), calls.report)


def score_candidates(workspace: Workspace, *, as_of: datetime, night: Night | None = None) -> ScoresSummary:
    """Score everybody in the pool and choose their next windows; replaces scores, causes and windows.

    ``night`` is what :func:`read_night` gave; it ends here, before anything is written. One that has ended (this is a
    second try, because the writing failed) is read anew.
    """
    spent = Spent()
    if night is None or night.is_over:
        night = read_night(workspace, as_of=as_of)
        spent = night.spent
    with spent.on("computing"):
        fitted, verdicts = _judge(workspace, night, as_of=as_of)
    version = f"{LOST_KIND}-{as_of:%Y%m%dT%H%M}" if night.pin_lost is None else night.pin_lost.version
    digest = night.history.digest
    night.end()
    with spent.on("writing"):
        store_verdicts(workspace, verdicts, version=version, as_of=as_of)
        with workspace.writing() as session:
            return_to_plan(session)
            register(session, LOST_KIND, as_of, digest, params=fitted.as_json(), metrics=fitted.metrics)
    scores = verdicts.scores
    return ScoresSummary(
        n_candidates=len(scores),
        n_windows=len(verdicts.windows),
        model=version,
        is_learned=verdicts.model.is_learned,
        mean_p_lost=None if scores.empty else round(float(scores["p_lost"].mean()), 4),
        seconds=spent.as_dict(),
    )


def _judge(workspace: Workspace, night: Night, *, as_of: datetime) -> tuple[LostModel, Verdicts]:
    """Return the model that tonight's history gives, and what the live one (another, if pinned) says of everybody."""
    policy, history = workspace.policy, night.history
    people, calls, events = history.candidates, history.calls, history.events
    learned = night.now.learned
    rates, dead_share = learned.rates, learned.dead_share
    known: dict[str, Any] = {"as_of": as_of, "policy": policy}
    fitted = fit_lost_model(people, calls, events, rates, dead_share=dead_share, **known)
    model = fitted if night.pin_lost is None else LostModel.from_json(night.pin_lost.params)
    scores = score_lost(model, people, calls, events, rates, **known)
    windows = best_windows(
        people,
        calls,
        night.now.planning,
        scores,
        is_quiet=_is_quiet(workspace),
        dead_share=dead_share,
        capacity=Capacity(policy.priority.calls_per_hour, policy.priority.today_list_size),
        differences=learned.differences,
        as_of=as_of,
        policy=as_people_differ(policy, learned.falling_off),
    )
    order = priorities(people, calls, scores, windows, **known)
    causes = candidate_causes(people, calls, hours_told(learned), scores, **known)
    return fitted, Verdicts(model, scores, order, windows, causes)


def _is_quiet(workspace: Workspace) -> Callable[[str, date], bool]:
    hours = workspace.policy.call_hours

    def is_quiet(zone: str, day: date) -> bool:
        return day.weekday() in hours.quiet_weekdays or (hours.is_holiday_quiet and holiday_calendar(zone)(day))

    return is_quiet
