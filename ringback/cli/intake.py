"""Commands around files: ingest, read, quarantine, readmit, dismiss."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from ringback.cli.console import JSON_HELP, Bar, note, opened, say, say_json, utc_now


def intake_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("ingest")(ingest)
    app.command("read")(read)
    app.command("quarantine")(quarantine)
    app.command("readmit")(readmit)
    app.command("dismiss")(dismiss)


def ingest(
    drop: Annotated[Path | None, typer.Option(help="Drop folder; default: drop in RINGBACK_HOME.")] = None,
    source: Annotated[str | None, typer.Option(help="One source only: the name of its folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Take in what lies in the drop folders, now."""
    from ringback.actions.ingest import ingest_drop  # noqa: PLC0415
    from ringback.reports.intake import intake_sentence  # noqa: PLC0415

    summary = ingest_drop(opened(is_beginning=True), clock=utc_now, drop=drop, source=source, progress=Bar("reading"))
    if as_json:
        say_json(summary.as_dict())
        return
    say(f"{_ended(intake_sentence(summary))} {summary.seconds:.1f} s")
    for row in summary.refused:
        part = f" [{row['part']}]" if row["part"] else ""
        say(f"  {row['path']}{part}: {row['code']} - {_ended(row['message'])} {row['hint']}")


def read(
    files: Annotated[
        list[Path], typer.Argument(help="Files to read; a folder stands for those in it.", metavar="FILE...")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object a resume, each on a line.")] = False,
) -> None:
    """Read files and show what is found in them; nothing is stored. If none could be read, the exit code is 1."""
    from shutil import get_terminal_size  # noqa: PLC0415

    from ringback.actions.read import format_table, parse_files  # noqa: PLC0415
    from ringback.actions.readers import reader_limits  # noqa: PLC0415
    from ringback.errors import RingbackError  # noqa: PLC0415
    from ringback.settings import load_policy, load_settings  # noqa: PLC0415

    settings = load_settings()
    policy = load_policy(settings.policy)
    rows = parse_files(
        files, taxonomy=policy.roles.families, limits=reader_limits(policy.reading), n_workers=settings.readers
    )
    width = get_terminal_size((120, 24)).columns
    n_rows = n_bad = 0
    for row in rows:
        n_rows += 1
        n_bad += "code" in row
        if as_json:
            say_json(row)
        else:
            say(format_table([row], width=width))
    if n_bad == n_rows:
        raise RingbackError(
            f"Nothing could be read: {n_bad} of {n_rows}; each line above says why and what to do."
            if n_rows
            else "Nothing could be read: there is no file in what was named. Name files, or a folder with files in it."
        )
    if n_bad:
        note(f"{n_bad} could not be read.")


def _listed_id(text: str) -> int:
    """Return an id as it is typed or copied from the list: ``5`` or ``#5``.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return int(text.removeprefix("#"))
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no id; ringback quarantine lists them, such as 5 or #5.") from None


def _ended(sentence: str) -> str:
    """Return a sentence with its stop, once."""
    return sentence if sentence.endswith((".", "。", "!", "?", "！", "？", ")")) else f"{sentence}."


def quarantine(
    code: Annotated[str | None, typer.Option(help="One reason only, such as needs_ocr.")] = None,
    source: Annotated[str | None, typer.Option(help="One source only: the name of its folder.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object an entry, each on a line.")] = False,
) -> None:
    """List what was put aside and waits for a person: why, and what to do about it."""
    from ringback.readers.refusals import known_code  # noqa: PLC0415
    from ringback.reports.intake import quarantine_lines  # noqa: PLC0415
    from ringback.store.queries.quarantine import open_rows  # noqa: PLC0415

    workspace = opened()
    with workspace.reading() as session:
        rows = open_rows(session, code=known_code(code) if code else None, source=source)
    if as_json:
        for row in rows:
            say_json(row)
        return
    for line in quarantine_lines(rows, timezone=workspace.settings.timezone, is_all=code is not None):
        say(line)
    _note_if_none(rows, code, source)


def readmit(
    ids: Annotated[
        list[int] | None,
        typer.Argument(help="Ids that ringback quarantine lists.", metavar="[ID]...", parser=_listed_id),
    ] = None,
    code: Annotated[str | None, typer.Option(help="All that wait with this code, such as needs_ocr.")] = None,
    source: Annotated[str | None, typer.Option(help="Of one source only.")] = None,
    phone: Annotated[list[str] | None, typer.Option(help="Add a phone to a held resume (one id).")] = None,
    email: Annotated[list[str] | None, typer.Option(help="Add a mail to a held resume (one id).")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Take mended files and rows out of quarantine and in again: a file is mended where it waits, in quarantine/<source>/."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.ingest import ingest_drop  # noqa: PLC0415
    from ringback.actions.read_again import read_again  # noqa: PLC0415
    from ringback.actions.readmit import readmit as readmit_chosen  # noqa: PLC0415
    from ringback.reports.intake import readmitted_lines  # noqa: PLC0415

    workspace = opened()
    results = readmit_chosen(
        workspace, now=utc_now(), ids=ids or (), code=code, source=source, phones=phone or (), emails=email or ()
    )
    summary = ingest_drop(workspace, clock=utc_now)
    results = read_again(workspace, results)
    if as_json:
        say_json({"readmitted": [asdict(one) for one in results], "ingest": summary.as_dict()})
        return
    for line in readmitted_lines(results, summary):
        say(line)
    if not results:
        note("没有可重新接收的 / nothing that waits was chosen.")
    _note_if_none(results, code, source)


def dismiss(
    ids: Annotated[
        list[int] | None,
        typer.Argument(help="Ids that ringback quarantine lists.", metavar="[ID]...", parser=_listed_id),
    ] = None,
    code: Annotated[str | None, typer.Option(help="All that wait with this code, such as not_a_resume.")] = None,
    source: Annotated[str | None, typer.Option(help="Of one source only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Take files and rows that nobody needs off the quarantine list; nothing is deleted."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.dismiss import dismiss as dismiss_chosen  # noqa: PLC0415

    results = dismiss_chosen(opened(), now=utc_now(), ids=ids or (), code=code, source=source)
    if as_json:
        say_json({"dismissed": [asdict(one) for one in results]})
        return
    for one in results:
        say(f"{one.quarantine_id} {one.path}: {one.outcome} - {one.message}")
    n = sum(one.outcome == "dismissed" for one in results)
    say(f"已去掉 {n} 项 / {n} dismissed")
    _note_if_none(results, code, source)


def _note_if_none(rows: Sequence[object], code: str | None, source: str | None) -> None:
    """Say that a code or source chose nothing: it may be mistyped."""
    if not rows and (code or source):
        chosen = " and ".join(filter(None, (code, source)))
        note(f"That is with {chosen} only; `ringback quarantine` lists all that wait.")
