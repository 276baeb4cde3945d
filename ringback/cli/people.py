"""Commands on one person: timeline, add-contact, reopen, merge, split, erase."""

from __future__ import annotations

from typing import Annotated

import typer

from ringback.cli.console import JSON_HELP, opened, say, say_json, utc_now

CANDIDATE_HELP = "Id (also of a record), name, phone (full or last four digits) or mail."
AGENT_HELP = "Who decides."


def people_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("timeline")(timeline)
    app.command("add-contact")(add_contact)
    app.command("reopen")(reopen)
    app.command("merge")(merge)
    app.command("split")(split)
    app.command("erase")(erase)


def timeline(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    reveal: Annotated[bool, typer.Option("--reveal", help="Show whole numbers and addresses.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Show one candidate: contacts, the records, and everything that happened, newest first."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.people import story_of  # noqa: PLC0415
    from ringback.reports.people import (  # noqa: PLC0415
        contact_lines,
        contact_rows,
        entry_lines,
        headline,
        job_lines,
        record_lines,
    )

    workspace = opened()
    story = story_of(workspace, candidate)
    if as_json:
        say_json(asdict(story) | {"contacts": contact_rows(story, is_revealed=reveal)})
        return
    zone = workspace.settings.timezone
    say(headline(story))
    for line in (*job_lines(story), *contact_lines(story, is_revealed=reveal)):
        say(f"  {line}")
    for title, lines in (
        ("简历记录 / records", record_lines(story, timezone=zone, before_id="\n    ")),  # 64 letters: a line of its own
        ("时间线 / timeline", entry_lines(story, timezone=zone)),
    ):
        if lines:
            say(title)
        for line in lines:
            say(f"  {line}")


def add_contact(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    phone: Annotated[list[str] | None, typer.Option(help="The new number; may be repeated.")] = None,
    email: Annotated[list[str] | None, typer.Option(help="The new mail address; may be repeated.")] = None,
    agent: Annotated[str, typer.Option(help="Who found it.")] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Enter a new number or mail address of somebody in the pool."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.new_contact import add_contact as add  # noqa: PLC0415
    from ringback.reports.followup import contact_added_sentence  # noqa: PLC0415

    workspace = opened()
    added = add(workspace, candidate=candidate, phones=phone or (), emails=email or (), actor=agent, now=utc_now())
    say_json(asdict(added)) if as_json else say(contact_added_sentence(added, timezone=workspace.settings.timezone))


def reopen(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    agent: Annotated[str, typer.Option(help=AGENT_HELP)] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Follow somebody up anew who was given up, not hired, or hired."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.reopen import reopen as take_back  # noqa: PLC0415
    from ringback.reports.followup import reopened_sentence  # noqa: PLC0415

    workspace = opened()
    done = take_back(workspace, candidate=candidate, actor=agent, now=utc_now())
    say_json(asdict(done)) if as_json else say(reopened_sentence(done, timezone=workspace.settings.timezone))


def merge(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    other: Annotated[str, typer.Argument(help="The other one, named in the same way.")],
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    yes: Annotated[
        bool, typer.Option("--yes", help="Merge them although they share no name, phone, mail or id.")
    ] = False,
    agent: Annotated[str, typer.Option(help=AGENT_HELP)] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Make two candidates one person; honoured for ever, taken back by split."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.people import merge as merge_two  # noqa: PLC0415
    from ringback.reports.people import merged_sentence  # noqa: PLC0415

    decided = merge_two(
        opened(), candidate=candidate, other=other, note=note, is_confirmed=yes, actor=agent, now=utc_now()
    )
    say_json(asdict(decided)) if as_json else say(merged_sentence(decided))


def split(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    records: Annotated[list[str], typer.Argument(help="Records that are somebody else's; see ringback timeline.")],
    note: Annotated[str | None, typer.Option(help="Why.")] = None,
    agent: Annotated[str, typer.Option(help=AGENT_HELP)] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Make some records of a candidate another person; each side keeps what was its own."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.people import split as part  # noqa: PLC0415
    from ringback.reports.people import split_sentence  # noqa: PLC0415

    decided = part(opened(), candidate=candidate, record_ids=records, note=note, actor=agent, now=utc_now())
    say_json(asdict(decided)) if as_json else say(split_sentence(decided))


def erase(
    candidate: Annotated[str, typer.Argument(help=CANDIDATE_HELP)],
    record: Annotated[list[str] | None, typer.Option(help="Only this record; may be repeated.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Erase; without it only what would go is shown.")] = False,
    agent: Annotated[str, typer.Option(help=AGENT_HELP)] = "recruiter",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Take a candidate out of the pool as if they had never come, originals too; this cannot be undone."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.people import erase as take_out  # noqa: PLC0415
    from ringback.reports.people import erased_sentence  # noqa: PLC0415

    erased = take_out(
        opened(), candidate=candidate, record_ids=record or (), is_confirmed=yes, actor=agent, now=utc_now()
    )
    say_json(asdict(erased)) if as_json else say(erased_sentence(erased))
