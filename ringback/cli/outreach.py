"""Commands about messages and calls: preview, settle, ring."""

from __future__ import annotations

from typing import Annotated

import typer

from ringback.cli.console import JSON_HELP, opened, say, say_json, utc_now
from schemas.words import Channel

CANDIDATE_HELP = "Id (also of a record), name, phone (full or last four digits) or mail."


def outreach_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("preview")(preview)
    app.command("settle")(settle)
    app.command("ring")(ring)


def preview(
    candidate: Annotated[str | None, typer.Option(help=CANDIDATE_HELP)] = None,
    template: Annotated[str | None, typer.Option(help="What this template would say to the candidate now.")] = None,
    channel: Annotated[Channel, typer.Option(help="Channel of the template.", case_sensitive=False)] = Channel.SMS,
    limit: Annotated[int, typer.Option(min=1, help="At most so many messages.")] = 20,
    reveal: Annotated[bool, typer.Option("--reveal", help="Show whole numbers and addresses.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Show what would leave: the words, to whom, at which hour, in how many segments, or why not."""
    from ringback.actions.outreach_preview import preview as preview_of  # noqa: PLC0415
    from ringback.reports.preview import preview_lines, preview_rows  # noqa: PLC0415

    found = preview_of(opened(), candidate=candidate, template=template, channel=channel, limit=limit, now=utc_now())
    if as_json:
        say_json({"messages": preview_rows(found, is_revealed=reveal)})
        return
    for line in preview_lines(found, is_revealed=reveal):
        say(line)


def settle(
    message: Annotated[str | None, typer.Argument(help="Id of the message, or its beginning; none lists them.")] = None,
    was_sent: Annotated[
        bool | None, typer.Option("--was-sent/--was-not-sent", help="What the provider's own console shows.")
    ] = None,
    agent: Annotated[str, typer.Option(help="Who looked.")] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """List messages of which nobody knows whether they were sent, or record what a person found out about one."""
    from ringback.actions.outreach_settle import list_unclear, settle_by_person  # noqa: PLC0415
    from ringback.errors import UsageError  # noqa: PLC0415
    from ringback.reports.preview import unclear_rows  # noqa: PLC0415
    from ringback.reports.terminal import print_rows  # noqa: PLC0415

    workspace = opened()
    if message is None:
        rows = unclear_rows(list_unclear(workspace), timezone=workspace.settings.timezone)
        if as_json:
            say_json({"messages": rows})
        elif rows:
            print_rows(rows, title=f"待核实 / to be looked up at the provider by the marker: {len(rows)}")
        else:
            say("没有结果未知的消息 / no message waits for a decision")
        return
    if was_sent is None:
        raise UsageError("Say what you found: --was-sent or --was-not-sent.")
    settled = settle_by_person(workspace, message, was_sent=was_sent, now=utc_now(), actor=agent)
    state = "accepted" if was_sent else "due"
    say_json({"message_id": settled, "state": state}) if as_json else say(f"{settled}: {state}")


def ring(
    candidate: Annotated[str, typer.Option(help=CANDIDATE_HELP)],
    recruiter: Annotated[str, typer.Option(help="Your own phone: it rings first.")],
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Connect your phone with a candidate's; how the call went is logged by itself."""
    from ringback.actions.calls import start_call  # noqa: PLC0415
    from ringback.reports.preview import call_sentence  # noqa: PLC0415

    started = start_call(opened(), candidate=candidate, recruiter=recruiter, now=utc_now())
    if as_json:
        say_json({"candidate_id": started.candidate_id, "provider_id": started.provider_id,
                  "is_reported": started.is_reported})  # fmt: skip
        return
    say(call_sentence(started))
