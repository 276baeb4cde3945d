"""The steps of the flows that a recruiter starts: a call, one taken back, an interview, a reply."""

from __future__ import annotations

from datetime import datetime

from prefect.logging import get_run_logger

from ringback.actions.followup import CallLogged
from ringback.actions.followup import log_call as log
from ringback.actions.interviews import InterviewRecorded
from ringback.actions.interviews import record_interview as record
from ringback.actions.polling import catch_up
from ringback.actions.replies import ReplyRecorded
from ringback.actions.replies import record_reply as record_one
from ringback.actions.void_call import CallVoided
from ringback.actions.void_call import void_call as void
from schemas.words import CallOutcome, Channel, InterviewStep
from tasks.steps import now, on_office_clock, step, workspace


@step()
def log_call(
    *,
    candidate: str,
    outcome: CallOutcome,
    at: datetime | None,
    note: str | None,
    callback_at: datetime | None,
    actor: str,
) -> CallLogged:
    """Write one call down and do what follows from it, in one transaction."""
    result = log(
        workspace(),
        candidate=candidate,
        outcome=outcome,
        now=now(),
        at=on_office_clock(at),
        note=note,
        callback_at=on_office_clock(callback_at),
        actor=actor,
    )
    get_run_logger().info("candidate %s: %s -> %s", result.candidate_id, result.status_before, result.status)
    return result


@step()
def void_call(*, candidate: str, reason: str, at: datetime | None, actor: str) -> CallVoided:
    """Mark one call as void and undo what it led to, in one transaction."""
    result = void(workspace(), candidate=candidate, reason=reason, now=now(), at=on_office_clock(at), actor=actor)
    get_run_logger().info("candidate %s: %s -> %s", result.candidate_id, result.status_before, result.status)
    return result


@step()
def record_interview(
    *, candidate: str, step_taken: InterviewStep, starts_at: datetime | None, note: str | None, actor: str
) -> InterviewRecorded:
    """Write one step of an interview down."""
    result = record(
        workspace(),
        candidate=candidate,
        step=step_taken,
        now=now(),
        starts_at=on_office_clock(starts_at),
        note=note,
        actor=actor,
    )
    get_run_logger().info("candidate %s: %s -> %s", result.candidate_id, result.status_before, result.status)
    return result


@step()
def record_reply(*, candidate: str, channel: Channel, text: str) -> ReplyRecorded:
    """Write down what a candidate told us, and do what follows from it."""
    result = record_one(workspace(), candidate=candidate, channel=channel, text=text, now=now())
    get_run_logger().info("candidate %s: %s, now %s", result.candidate_id, result.meaning, result.status)
    return result


@step()
def apply_replies() -> list[ReplyRecorded]:
    """Ask the providers for what webhooks lost, and apply what came in through the channels."""
    done = catch_up(workspace(), now=now)
    for problem in done.polled.problems:
        get_run_logger().warning("the providers could not be asked for everything: %s", problem)
    get_run_logger().info("%d inbound messages applied, %d other reports; %d found by asking the providers",
                          len(done.replies), done.applied.n_applied, done.polled.n_new)  # fmt: skip
    return done.replies
