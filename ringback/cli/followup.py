"""Commands of a recruiter's day: today, find, log-call, void-call, log-reply, record-interview, remind, replies, reviews."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ringback.cli.console import JSON_HELP, coming_instant, instant, note, opened, say, say_json, utc_now
from schemas.words import CallOutcome, Channel, DuplicateVerdict, InterviewStep

if TYPE_CHECKING:
    from ringback.actions.outreach import DispatchLine
    from ringback.workspace import Workspace

SHORT_ID = 13  # characters of an id that a table shows: enough for every command, and it fits a terminal
CANDIDATE_HELP = "Id, name, phone (full or last four digits) or mail."


def followup_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("today")(today)
    app.command("find")(find)
    app.command("log-call")(log_call)
    app.command("void-call")(void_call)
    app.command("log-reply")(log_reply)
    app.command("record-interview")(record_interview)
    app.command("remind")(remind)
    app.command("replies")(replies)
    app.command("reviews")(reviews)
    app.command("review")(review)


def today(
    reveal: Annotated[bool, typer.Option("--reveal", help="Show whole phone numbers.")] = False,
    is_next: Annotated[bool, typer.Option("--next", help="Show the list of the next day that has one.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Show today's list: who to ring, when and why, in order."""
    from ringback.actions.reminders import list_today, next_after_today, unplanned  # noqa: PLC0415
    from ringback.reports.today import clock_note, head_of_next, nothing_today, today_lines, today_rows  # noqa: PLC0415

    workspace = opened()
    office, roles = workspace.settings.timezone, workspace.policy.roles.labels
    now = utc_now()
    later = next_after_today(workspace, now=now)
    day = later if is_next else now
    tasks = list_today(workspace, now=day) if day else []
    if as_json:
        rows = today_rows(tasks, office=office, roles=roles, is_revealed=reveal)
        say_json({"tasks": [{"candidate_id": t.candidate_id, **row} for t, row in zip(tasks, rows, strict=True)]})
        return
    if day is None or not tasks:
        say(nothing_today(later, office, n_new=unplanned(workspace)) + (" (ringback today --next)" if later else ""))
        return
    say(head_of_next(tasks, day=day, now=now, office=office) if is_next else f"今天 {len(tasks)} 项 / to do today")
    if clocks := clock_note(tasks, office):
        say(clocks)
    for line in today_lines(tasks, office=office, roles=roles, is_revealed=reveal):
        say(line)


def find(
    wanted: Annotated[
        str, typer.Argument(help="Name, pinyin, phone (full or last four), mail, title, employer or skill.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Find candidates."""
    from ringback.reports.terminal import print_rows  # noqa: PLC0415
    from ringback.rules.named_job import post_and_wish  # noqa: PLC0415
    from ringback.store.queries.find import find_people  # noqa: PLC0415

    workspace = opened()
    with workspace.reading() as session:
        rows = [
            {
                "candidate_id": c.candidate_id,
                "name": c.name,
                "status": c.status.value if as_json else c.status.both,
                "title": c.title if as_json else post_and_wish(c.title, c.desired_title),
                **({"desired_title": c.desired_title} if as_json else {}),
                "employer": c.employer,
                "city": c.city,
                "merged_from": found.formerly,
            }
            for found in find_people(session, workspace.vault, wanted)
            for c in (found.candidate,)
        ]
    if as_json:
        say_json({"candidates": rows})
    elif rows:
        for row in rows:
            if row["merged_from"]:
                say(f"{row['merged_from']} 已并入 / is part of {row['name'] or row['candidate_id']} now")
        shown = [
            {name: value for name, value in row.items() if name != "merged_from"}
            | {"candidate_id": str(row["candidate_id"])[:SHORT_ID]}
            for row in rows
        ]
        print_rows(shown, title=f"{len(rows)} found", unbroken=("candidate_id",))
    else:
        say(f"nobody fits {wanted!r}")


def log_call(
    candidate: Annotated[str, typer.Option(help=CANDIDATE_HELP)],
    outcome: Annotated[CallOutcome, typer.Option(help="How the call ended.", case_sensitive=False)],
    at: Annotated[str | None, typer.Option(help="When it was made; default: now.")] = None,
    note: Annotated[str | None, typer.Option(help="For whoever rings next.")] = None,
    callback: Annotated[
        str | None,
        typer.Option(
            help="When they asked to be rung back, in time to come; office time without a zone; 18:00 is the next."
        ),
    ] = None,
    agent: Annotated[str, typer.Option(help="Who rang.")] = "recruiter",
    is_sending: Annotated[
        bool, typer.Option("--send/--no-send", help="Send the message that follows at once, or leave it to dispatch.")
    ] = True,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Record a call; prints what follows: status, next call, message sent."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.followup import log_call as log  # noqa: PLC0415
    from ringback.reports.followup import call_sentence  # noqa: PLC0415

    workspace = opened()
    zone, now = workspace.settings.timezone, utc_now()
    result = log(
        workspace,
        candidate=candidate,
        outcome=outcome,
        now=now,
        at=instant(at, timezone=zone, option="--at"),
        note=note,
        callback_at=coming_instant(callback, timezone=zone, option="--callback", now=now),
        actor=agent,
    )
    sent = _send(workspace, result.message_id) if is_sending else None
    if as_json:
        say_json(asdict(result) | {"message_state": None if sent is None else sent.state})
    else:
        say(call_sentence(result, sent, timezone=zone))


def _send(workspace: Workspace, message_id: str | None) -> DispatchLine | None:
    """Send what was released; the call is logged already, so what is in the way is a remark and no failure."""
    from ringback.actions.outreach import dispatch_released  # noqa: PLC0415
    from ringback.errors import SetupError  # noqa: PLC0415
    from ringback.rules.wording import TemplateError  # noqa: PLC0415

    try:
        return dispatch_released(workspace, message_id, now=utc_now)
    except (SetupError, TemplateError) as error:
        note(f"the message waits for 'ringback dispatch': {error}")
        return None


def void_call(
    candidate: Annotated[str, typer.Option(help=CANDIDATE_HELP)],
    reason: Annotated[str, typer.Option(help="Why; stands in the timeline.")],
    at: Annotated[str | None, typer.Option(help="When it was made; default: the call logged last.")] = None,
    agent: Annotated[str, typer.Option(help="Who takes it back.")] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Take back a call that was logged wrongly; it stays in the timeline and counts nowhere."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.void_call import void_call as void  # noqa: PLC0415
    from ringback.reports.followup import voided_sentence  # noqa: PLC0415

    workspace = opened()
    zone = workspace.settings.timezone
    made_at = instant(at, timezone=zone, option="--at")
    result = void(workspace, candidate=candidate, reason=reason, now=utc_now(), at=made_at, actor=agent)
    say_json(asdict(result)) if as_json else say(voided_sentence(result, timezone=zone))


def log_reply(
    candidate: Annotated[str, typer.Option(help=CANDIDATE_HELP)],
    text: Annotated[str, typer.Option(help="What they wrote or said.")],
    channel: Annotated[Channel, typer.Option(help="Where.", case_sensitive=False)] = Channel.SMS,
    at: Annotated[str | None, typer.Option(help="When; default: now.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Record a reply; it stops the sequence and reminds you to book the interview."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.replies import record_reply  # noqa: PLC0415
    from ringback.reports.followup import reply_sentence  # noqa: PLC0415

    workspace = opened()
    zone = workspace.settings.timezone
    result = record_reply(
        workspace,
        candidate=candidate,
        channel=channel,
        text=text,
        now=utc_now(),
        at=instant(at, timezone=zone, option="--at"),
    )
    say_json(asdict(result)) if as_json else say(reply_sentence(result, timezone=zone))


def record_interview(
    candidate: Annotated[str, typer.Option(help=CANDIDATE_HELP)],
    step: Annotated[InterviewStep, typer.Option(help="What happened.", case_sensitive=False)],
    at: Annotated[str | None, typer.Option(help="When the interview is; needed when it is booked.")] = None,
    note: Annotated[str | None, typer.Option(help="For colleagues.")] = None,
    agent: Annotated[str, typer.Option(help="Who records it.")] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Record an interview: booked, held, not come, hired, not hired."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.interviews import record_interview as record  # noqa: PLC0415
    from ringback.reports.followup import interview_sentence  # noqa: PLC0415

    workspace = opened()
    zone = workspace.settings.timezone
    starts_at = instant(at, timezone=zone, option="--at")
    result = record(
        workspace, candidate=candidate, step=step, now=utc_now(), starts_at=starts_at, note=note, actor=agent
    )
    say_json(asdict(result)) if as_json else say(interview_sentence(result, timezone=zone))


def remind(as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False) -> None:
    """Fire the reminders whose time has come, each once."""
    from ringback.actions.reminders import fire_due  # noqa: PLC0415
    from ringback.reports.terminal import print_rows  # noqa: PLC0415
    from ringback.reports.today import today_rows  # noqa: PLC0415

    workspace = opened(is_beginning=True)
    fired = fire_due(workspace, now=utc_now())
    rows = today_rows(fired, office=workspace.settings.timezone, roles=workspace.policy.roles.labels)
    if as_json:
        say_json({"fired": [{"candidate_id": t.candidate_id, **row} for t, row in zip(fired, rows, strict=True)]})
    elif rows:
        print_rows(rows, title=f"到点 / due now: {len(rows)}")
    else:
        say("没有到点的提醒 / no reminder is due")


def replies(as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False) -> None:
    """Ask the live providers for what webhooks lost, and apply what came in through the channels."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.polling import catch_up  # noqa: PLC0415
    from ringback.reports.followup import reply_sentence  # noqa: PLC0415

    workspace = opened(is_beginning=True)
    done = catch_up(workspace, now=utc_now, is_asked_for=True)
    for problem in done.polled.problems:
        note(f"not everything could be asked for: {problem}")
    if as_json:
        say_json({"applied": [asdict(one) for one in done.replies], "reports": done.applied.n_applied,
                  "found_by_asking": done.polled.n_new, "problems": done.polled.problems})  # fmt: skip
        return
    for one in done.replies:
        say(reply_sentence(one, timezone=workspace.settings.timezone))
    say(f"{len(done.replies)} applied, {done.applied.n_applied} other reports, {done.polled.n_new} found by asking")


def reviews(
    limit: Annotated[int, typer.Option(min=1, help="At most so many pairs.")] = 50,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """List the pairs of records that may be one person, with their evidence."""
    from ringback.actions.reviews import count_open_reviews, open_reviews  # noqa: PLC0415
    from ringback.reports.duplicates import review_rows  # noqa: PLC0415

    workspace = opened()
    rows = review_rows(open_reviews(workspace, limit=limit))
    if as_json:
        say_json({"reviews": rows})
    elif rows:
        for row in rows:
            say("\n".join(f"{name}: {value}" for name, value in row.items() if value) + "\n")
        n_open = count_open_reviews(workspace)
        say(
            f"{n_open} 对待判断 / pairs wait, {len(rows)} shown;"
            " judge one: ringback review RECORD_A RECORD_B --verdict same|different"
        )
    else:
        say("没有待判断的重复 / no pair waits for a person")


def review(
    record_a: Annotated[str, typer.Argument(help="record_id_a of the list.")],
    record_b: Annotated[str, typer.Argument(help="record_id_b of the list.")],
    verdict: Annotated[DuplicateVerdict, typer.Option(help="What you say of the pair.", case_sensitive=False)],
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    agent: Annotated[str, typer.Option(help="Who decides.")] = "recruiter",
) -> None:
    """Say whether two records are one person; honoured for ever, can be taken back."""
    from ringback.actions.duplicates import review_duplicate  # noqa: PLC0415

    decided = review_duplicate(
        opened(), record_id_a=record_a, record_id_b=record_b, verdict=verdict, note=note, actor=agent, now=utc_now()
    )
    say(f"{verdict.both}: {record_a} / {record_b}" + (f"; {decided.note}" if decided.note else ""))
