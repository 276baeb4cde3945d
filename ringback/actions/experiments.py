"""Experiments end to end: files are checked and started, candidates get their arm, reviews judge, winners enter the policy.

An arm is given before anybody is touched and never changes. What ended is never reviewed again; a review of the same moment
replaces its own read-outs.
"""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
from pydantic import ValidationError
from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from ringback.actions.experiment_records import Judged, write_readout
from ringback.actions.promotions import promote_arm, stands_in_policy
from ringback.analysis.calls import OUTCOMES
from ringback.analysis.experiments import assign_arm, planned_size, read_experiment
from ringback.analysis.looks import count_arms, exposures, is_end
from ringback.errors import NotFoundError, SetupError
from ringback.rules.wording import load_templates
from ringback.store.parts import in_parts
from ringback.store.queries.experiments import (
    assignments_frame,
    contacts_frame,
    last_look,
    running,
    untouched,
)
from ringback.workspace import Workspace
from schemas.experiments import ExperimentDefinition
from schemas.policy import Policy
from schemas.tables import Experiment, ExperimentAssignment, ExperimentReadout
from schemas.words import Channel

CHUNK = 5000
ANSWERED = tuple(word for word, outcome in OUTCOMES.items() if outcome.is_answered)


@dataclass(frozen=True, slots=True)
class Checked:
    """One experiment file: its definition and the size it needs, or what is wrong with it."""

    file: str
    definition: ExperimentDefinition | None
    n_per_arm: int
    problem: str | None

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        known = self.definition.model_dump(mode="json") if self.definition else None
        return {"file": self.file, "n_per_arm": self.n_per_arm, "problem": self.problem, "definition": known}


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One experiment as a review found it. ``promoted`` says that the winner went into the policy."""

    experiment: str
    role_family: str | None
    verdict: str
    verdict_zh: str
    winner: str | None
    is_ended: bool
    promoted: bool
    look: int
    n_per_arm: int
    n_assigned: int
    n_waiting: int
    srm_p: float
    arms: tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class ReviewSummary:
    """What a review of all experiments did."""

    n_started: int = 0
    n_assigned: int = 0
    experiments: tuple[Reviewed, ...] = ()
    problems: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Return plain values for JSON."""
        return asdict(self)


def folder_of(workspace: Workspace) -> Path:
    """Return where experiment files live."""
    return workspace.settings.home / "experiments"


def check_definitions(workspace: Workspace) -> list[Checked]:
    """Read every experiment file, by name; a file that cannot be used says why and stops nothing else."""
    checked = [_checked(path, workspace.policy) for path in sorted(folder_of(workspace).glob("*.toml"))]
    seen: dict[str, str] = {}
    for place, one in enumerate(checked):
        if one.definition is None:
            continue
        if one.definition.name in seen:
            problem = f"{one.file}: the name {one.definition.name!r} is taken by {seen[one.definition.name]}"
            checked[place] = Checked(one.file, None, 0, problem)
        seen.setdefault(one.definition.name, one.file)
    return checked


def read_definition(path: Path, policy: Policy) -> ExperimentDefinition:
    """Return the definition in a file, checked against the policy and the templates.

    Raises:
        SetupError: the file cannot be used; the message names the file, the key and the reason.
    """
    try:
        definition = ExperimentDefinition.model_validate(tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except OSError as error:
        raise SetupError(f"{path.name} cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise SetupError(f"{path.name} is not UTF-8; save it as UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise SetupError(f"{path.name} is not readable TOML: {error}") from error
    except ValidationError as error:
        faults = error.errors()
        in_arms = any(e["loc"][:1] == ("arms",) and len(e["loc"]) > 1 for e in faults)
        lines = [
            f"{'.'.join(str(p) for p in e['loc']) or 'experiment'}: {e['msg'].removeprefix('Value error, ')}"
            for e in faults
            if not (in_arms and e["loc"] == ("arms",))  # an arm with a fault is counted as missing
        ]
        raise SetupError(f"{path.name} is not usable. {'; '.join(lines)}") from error
    problem = _misfit(definition, policy)
    if problem:
        raise SetupError(f"{path.name} is not usable. {problem}")
    return definition


def size_of(definition: ExperimentDefinition) -> int:
    """Return the planned number of candidates an arm."""
    if definition.n_per_arm is not None:
        return definition.n_per_arm
    return planned_size(definition.base_rate, definition.lift, power=definition.power, n_arms=len(definition.arms))


def start_and_assign(workspace: Workspace, *, as_of: datetime) -> ReviewSummary:
    """Start what is due and give an arm to everybody who may be taken in; a second call does nothing new."""
    checked = check_definitions(workspace)
    problems = [one.problem for one in checked if one.problem]
    n_started = 0
    with workspace.writing() as session:
        for one in checked:
            if one.definition is not None and (one.definition.starts_at or as_of) <= as_of:
                problem = _start(session, one.definition, one.n_per_arm, as_of)
                n_started += problem == ""
                problems += [f"{one.file}: {problem}"] if problem else []
        n_assigned = sum(
            _assign(session, definition, as_of)
            for row, definition in running(session, as_of=as_of)
            if row.ended_at is None
        )
    return ReviewSummary(n_started=n_started, n_assigned=n_assigned, problems=tuple(problems))


def review_experiments(workspace: Workspace, *, as_of: datetime, actor: str = "review") -> ReviewSummary:
    """Start, assign and review every running experiment as of ``as_of``; a winner may enter the policy."""
    begun = start_and_assign(workspace, as_of=as_of)
    with workspace.writing() as session:
        reviewed = [
            _review(session, row, definition, as_of, actor) for row, definition in running(session, as_of=as_of)
        ]
    return ReviewSummary(begun.n_started, begun.n_assigned, tuple(reviewed), begun.problems)


def stop_experiment(workspace: Workspace, name: str, *, now: datetime, actor: str) -> None:
    """End a running experiment by hand, without a winner.

    Raises:
        NotFoundError: no experiment of this name runs.
    """
    with workspace.writing() as session:
        row = session.scalar(select(Experiment).where(Experiment.name == name, Experiment.ended_at.is_(None)))
        if row is None:
            raise NotFoundError(f"No experiment {name!r} is running; see: ringback experiments list")
        row.ended_at, row.verdict = now, f"stopped by {actor}"


def _checked(path: Path, policy: Policy) -> Checked:
    try:
        definition = read_definition(path, policy)
    except SetupError as error:
        return Checked(path.name, None, 0, str(error))
    return Checked(path.name, definition, size_of(definition), None)


def _misfit(definition: ExperimentDefinition, policy: Policy) -> str | None:
    if definition.role_family is not None and definition.role_family not in policy.roles.families:
        return f"role_family: {definition.role_family!r} is not one of {', '.join(policy.roles.families)}"
    templates = load_templates(policy)
    for arm in definition.arms:
        for step in (*(arm.steps or ()), *(arm.after_no_answer or ())):
            if step.template is not None and not templates.has(step.template, Channel(step.channel)):
                return f"arm {arm.name!r}: there is no {step.channel} template {step.template!r} in every language"
        hours = policy.call_hours
        if arm.call_between and (arm.call_between[1] <= hours.first_hour or arm.call_between[0] >= hours.last_hour):
            return f"arm {arm.name!r}: call_between lies outside the call hours {hours.first_hour} to {hours.last_hour}"
    return None


def _start(session: Session, definition: ExperimentDefinition, n_per_arm: int, as_of: datetime) -> str | None:
    """Return "" when it was started now, None when it had been, else why it cannot start."""
    known = session.scalar(select(Experiment).where(Experiment.name == definition.name))
    stored = definition.model_dump(mode="json")
    if known is not None:
        changed = known.definition != stored and known.ended_at is None
        return "it was changed after it started; what started goes on, give the change a new name" if changed else None
    for row, other in running(session, as_of=as_of):
        if row.ended_at is None and (other.role_family is None or definition.role_family in (None, other.role_family)):
            return f"waits until {row.name!r} has ended: one experiment a role family at a time"
    session.add(
        Experiment(
            name=definition.name,
            role_family=definition.role_family,
            definition=stored,
            started_at=as_of,
            n_per_arm=n_per_arm,
        )
    )
    session.flush()
    return ""


def _assign(session: Session, definition: ExperimentDefinition, as_of: datetime) -> int:
    rows = [
        {
            "experiment": definition.name,
            "candidate_id": candidate_id,
            "arm": assign_arm(definition.name, definition.salt, candidate_id, definition.shares),
            "assigned_at": as_of,
            "exposed_at": None,
        }
        for candidate_id in untouched(session, as_of=as_of, role_family=definition.role_family)
    ]
    for some in in_parts(rows, CHUNK):
        session.execute(insert(ExperimentAssignment), some)
    return len(rows)


def _review(
    session: Session,
    row: Experiment,
    definition: ExperimentDefinition,
    as_of: datetime,
    actor: str,
) -> Reviewed:
    people = assignments_frame(session, row.name, as_of=as_of)
    exposed = exposures(people, contacts_frame(session, row.name, answered=ANSWERED, as_of=as_of), as_of=as_of)
    exposed = exposed.assign(role_family=people["role_family"].to_numpy())
    _log_exposures(session, row.name, exposed)
    counts = count_arms(exposed, definition.shares)
    days = (as_of - row.started_at) // timedelta(days=1)
    read = read_experiment(
        counts,
        shares=definition.shares,
        n_planned=row.n_per_arm,
        days_run=days,
        is_over=days >= definition.max_days,
        last_look=last_look(session, row.name, before=as_of),
    )
    session.execute(
        delete(ExperimentReadout).where(ExperimentReadout.experiment == row.name, ExperimentReadout.as_of == as_of)
    )
    n_waiting = int((~exposed["is_mature"]).sum())
    judged = Judged(row.name, row.role_family, read, counts, len(exposed), n_waiting, as_of)
    write_readout(session, judged, exposed, definition.shares)
    ended = is_end(read)
    promoted = ended and read.winner is not None and definition.promotes and not stands_in_policy(session, row.name)
    if ended and row.ended_at is None:
        row.ended_at, row.verdict, row.winner = as_of, read.verdict, read.winner
    if promoted and read.winner is not None:
        reason = f"{read.verdict} at look {read.look}: {judged.sentence(read.winner)}"
        promote_arm(session, definition, read.winner, reason=reason, now=as_of, actor=actor)
    return Reviewed(
        row.name, row.role_family, read.verdict, read.verdict_zh, read.winner, ended, promoted, read.look, row.n_per_arm,
        len(exposed), n_waiting, read.srm_p, tuple(asdict(arm) for arm in read.arms),
    )  # fmt: skip


def _log_exposures(session: Session, experiment: str, exposed: pd.DataFrame) -> None:
    """Write the first touch of everybody who has been touched by now: the exposure log."""
    touched = exposed[exposed["exposed_at"].notna()]
    rows = [
        {"who": candidate, "first": at.to_pydatetime()}
        for candidate, at in zip(touched["candidate_id"], touched["exposed_at"], strict=True)
    ]
    if rows:
        statement = (
            update(ExperimentAssignment.__table__)  # type: ignore[arg-type]
            .where(
                ExperimentAssignment.experiment == experiment,
                ExperimentAssignment.candidate_id == bindparam("who"),
                ExperimentAssignment.exposed_at.is_(None),
            )
            .values(exposed_at=bindparam("first"))
        )
        session.connection().execute(statement, rows)
