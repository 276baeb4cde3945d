"""The command line: the same actions that the flows wrap, without Prefect.

A command prints its result on stdout and its log on stderr. Exit codes: 0 done, 1 could not, 2 wrong use. Everything that
costs time to import (SQLAlchemy, pandas, readers) is imported by the command that needs it, so that ``--help`` is quick.
"""

from __future__ import annotations

import io
import os
import sys

import typer

from ringback.cli.data import export_app, import_app
from ringback.cli.experiments import experiments_app
from ringback.cli.followup import followup_commands
from ringback.cli.intake import intake_commands
from ringback.cli.learning import models_app, report
from ringback.cli.nights import night_commands
from ringback.cli.operations import db_app, keys_app, operation_commands
from ringback.cli.outreach import outreach_commands
from ringback.cli.people import people_commands
from ringback.cli.sections import SectionedHelp
from ringback.cli.serving import serving_commands

app = typer.Typer(
    name="ringback",
    cls=SectionedHelp,
    help="Makes candidates who do not pick up reachable again: resumes in, one pool of people, best hours, follow-up.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
intake_commands(app)
followup_commands(app)
people_commands(app)
night_commands(app)
outreach_commands(app)
app.command("export", help="Everything out, with documented columns.")(export_app)
app.add_typer(import_app, name="import", help="Bring old candidates, call logs and behaviour in.")
app.command("report")(report)
app.add_typer(models_app, name="models", help="The register of models.")
app.add_typer(experiments_app, name="experiments", help="What works: arms, outcomes, verdicts.")
operation_commands(app)
serving_commands(app)
app.add_typer(db_app, name="db", help="The database's schema.")
app.add_typer(keys_app, name="keys", help="The encryption keyset.")


def run() -> None:
    """Run the command line; faults become one sentence on stderr and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file name in another encoding must not end the command
    try:
        app()
    except Exception as error:  # noqa: BLE001 (the outermost door: no traceback reaches a recruiter)
        sys.exit(_exit_code(error))


def _exit_code(error: Exception) -> int:
    from ringback.errors import RingbackError, UsageError  # noqa: PLC0415

    if os.environ.get("RINGBACK_DEBUG"):
        raise error
    if isinstance(error, RingbackError):
        print(f"ringback: {error}", file=sys.stderr)  # noqa: T201 (the command line prints)
        return 2 if isinstance(error, UsageError) else 1
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    print(_unforeseen(error), file=sys.stderr)  # noqa: T201
    return 1


def _unforeseen(error: Exception) -> str:
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    if isinstance(error, DBAPIError):
        reason = str(error.orig).strip().splitlines()[0] if error.orig else str(error)
        return f"ringback: the database does not do what it should ({reason}). Is it running? See: ringback doctor"
    return (
        f"ringback: an unforeseen fault ({type(error).__name__}: {error}). Nothing half-done is lost; run it again."
        " RINGBACK_DEBUG=1 shows where it happened."
    )
