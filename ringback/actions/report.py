"""Counting the weekly report: everything as it was at ``as_of``, nothing later is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd

from ringback.actions.experiments import ANSWERED
from ringback.actions.history import read_history
from ringback.actions.learn import learn_now
from ringback.actions.models import LOST_KIND, RATES_KIND, add_metrics, pinned
from ringback.analysis.calls import CallReport, CleanCalls
from ringback.analysis.causes import group_causes
from ringback.analysis.drift import DriftReport
from ringback.analysis.fairness import adverse_impact
from ringback.analysis.forecast import hours_told
from ringback.analysis.lost import LostModel, fit_lost_model, score_lost, source_wrong_shares
from ringback.analysis.prospects import with_prospects
from ringback.analysis.rates import learn_rates
from ringback.analysis.recheck import MATURE_DAYS, Recheck, recheck
from ringback.store.queries.exports import rows_of
from ringback.store.queries.weekly import funnel_counts, groups_of_scored, messages_between, newcomers_between
from ringback.workspace import Workspace

WEEK = timedelta(days=7)
OLDER_FROM = 40
"""The age from which the age group counts as older, as in the US Age Discrimination in Employment Act."""
MIN_SOURCE = 20


@dataclass(frozen=True, slots=True)
class WeekCounts:
    """What happened in seven days; ``n_new`` people came in, whatever became of them."""

    n_calls: int
    n_answered: int
    n_wrong: int
    n_sent: int
    n_replies: int
    n_new: int


@dataclass(frozen=True, slots=True)
class WeeklyReport:
    """Everything the report shows, as frames and counts; ``since`` is the first call in the log (None: no calls)."""

    as_of: datetime
    since: datetime | None
    week: WeekCounts
    before: WeekCounts
    calls: CallReport
    rates: pd.DataFrame
    differences: pd.DataFrame
    drift: DriftReport
    funnel: dict[str, int]
    n_silent: int
    causes_by_role: pd.DataFrame
    causes_by_source: pd.DataFrame
    wrong_by_source: pd.DataFrame
    recheck: Recheck
    model: LostModel
    experiments: tuple[dict[str, Any], ...]
    impact: pd.DataFrame
    n_with_groups: int


def weekly_report(workspace: Workspace, *, as_of: datetime) -> WeeklyReport:
    """Count everything; the recheck of matured cases is also written to the register of models."""
    policy, history = workspace.policy, read_history(workspace, as_of=as_of)
    calls, people, events = history.calls, history.candidates, history.events
    with workspace.reading() as session:
        now = learn_now(history, pinned(session, RATES_KIND), as_of=as_of, policy=policy)
        funnel = funnel_counts(session, answered=ANSWERED, as_of=as_of)
        weeks = [{"since": as_of - n * WEEK, "until": as_of - (n - 1) * WEEK} for n in (1, 2)]
        told = [(*messages_between(session, **week), newcomers_between(session, **week)) for week in weeks]
        experiments = tuple(rows_of(session, "experiments", as_of=as_of))
        groups = groups_of_scored(session)
    rates, told_hours = now.learned.rates, hours_told(now.learned)
    model = fit_lost_model(people, calls, events, rates, as_of=as_of, policy=policy, dead_share=now.learned.dead_share)
    scores = score_lost(model, people, calls, events, rates, as_of=as_of, policy=policy)
    causes = {
        name: group_causes(people, calls, told_hours, scores, as_of=as_of, policy=policy, group_by=name)
        for name in ("role_family", "source")
    }
    matured = _recheck(workspace, calls, as_of)
    with workspace.writing() as session:
        add_metrics(session, LOST_KIND, matured.as_metrics())
    frame = calls.frame
    return WeeklyReport(
        as_of=as_of,
        since=None if frame.empty else frame["called_at"].min().to_pydatetime(),
        week=_week(frame, as_of, *told[0]),
        before=_week(frame, as_of - WEEK, *told[1]),
        calls=calls.report,
        rates=rates,
        differences=now.learned.differences,
        drift=now.drift,
        funnel=funnel,
        n_silent=int((scores["n_calls"] > 0).sum()),
        causes_by_role=causes["role_family"],
        causes_by_source=causes["source"],
        wrong_by_source=_wrong_by_source(frame, people, model),
        recheck=matured,
        model=model,
        experiments=experiments,
        impact=_impact(scores, groups, as_of),
        n_with_groups=sum(gender is not None or born is not None for _, gender, born in groups),
    )


def _week(frame: pd.DataFrame, until: datetime, n_sent: int, n_replies: int, n_new: int) -> WeekCounts:
    rows = frame[(frame["called_at"] > until - WEEK) & (frame["called_at"] <= until)]
    return WeekCounts(
        n_calls=int((rows["is_counted"] | rows["is_wrong"]).sum()),
        n_answered=int(rows["is_answered"].sum()),
        n_wrong=int(rows["is_wrong"].sum()),
        n_sent=n_sent,
        n_replies=n_replies,
        n_new=n_new,
    )


def _recheck(workspace: Workspace, calls: CleanCalls, as_of: datetime) -> Recheck:
    """Score everybody as of two weeks ago, from what was known then, and hold that against the calls since."""
    then, policy = as_of - timedelta(days=MATURE_DAYS), workspace.policy
    past = read_history(workspace, as_of=then)
    told = with_prospects(past.calls, past.candidates, past.events, as_of=then, policy=policy)
    learned = learn_rates(told, as_of=then, policy=policy, families=policy.roles.families)
    frames = (past.candidates, past.calls, past.events, learned.rates)
    model = fit_lost_model(*frames, as_of=then, policy=policy, dead_share=learned.dead_share)
    scores = score_lost(model, *frames, as_of=then, policy=policy)
    return recheck(scores, calls, learned.rates, since=then, policy=policy, dead_share=learned.dead_share)


def _wrong_by_source(frame: pd.DataFrame, people: pd.DataFrame, model: LostModel) -> pd.DataFrame:
    """Return, by source, how many people were rung, how many numbers were shown to be wrong, and the share that points to."""
    rung = frame.groupby("candidate_id")["is_wrong"].any()
    own = people[people["candidate_id"].isin(rung.index)]
    table = own.assign(is_wrong=rung.reindex(own["candidate_id"]).to_numpy()).groupby("source")["is_wrong"]
    counts = table.agg(n="size", n_confirmed="sum").reset_index()
    estimated = source_wrong_shares(model).set_index("source")["p_wrong"].to_dict()
    counts = counts[counts["n"] >= MIN_SOURCE]
    return counts.assign(p_wrong=[estimated.get(source, float("nan")) for source in counts["source"]])


def _impact(scores: pd.DataFrame, groups: list[tuple[str, str | None, int | None]], as_of: datetime) -> pd.DataFrame:
    people = pd.DataFrame(groups, columns=["candidate_id", "gender", "born"])
    age = as_of.year - pd.to_numeric(people["born"], errors="coerce")
    older = age.ge(OLDER_FROM).map({True: f"{OLDER_FROM}+", False: f"<{OLDER_FROM}"}).where(age.notna())
    rows = people.assign(age=older).merge(scores[["candidate_id", "p_lost"]], on="candidate_id")
    rows = rows.assign(
        first_half=rows["p_lost"] <= rows["p_lost"].median(),
        not_thought_lost=rows["p_lost"] < 0.5,  # noqa: PLR2004
    )
    return adverse_impact(rows, attributes=("gender", "age"), outcomes=("first_half", "not_thought_lost"))
