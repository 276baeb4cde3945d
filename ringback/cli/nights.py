"""Commands that run by themselves: nightly (and its parts), dispatch, reconcile."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from ringback.cli.console import AS_OF_HELP, JSON_HELP, instant, note, opened, say, say_json, utc_now

if TYPE_CHECKING:
    from ringback.actions.outreach import DispatchSummary
    from ringback.workspace import Workspace

FAR_AHEAD = timedelta(days=1)
"""An instant beyond it is more likely a slip in the date than a plan for tomorrow."""


def night_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("nightly")(nightly)
    app.command("dispatch")(dispatch)
    app.command("reconcile")(reconcile)


def nightly(
    as_of: Annotated[str | None, typer.Option("--as-of", help=AS_OF_HELP)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Learn the hours, score everybody, plan tomorrow."""
    from ringback.actions.export import stored_night  # noqa: PLC0415
    from ringback.actions.learn import nightly as run_night  # noqa: PLC0415
    from ringback.reports.learning import nightly_sentence  # noqa: PLC0415

    workspace = opened(is_beginning=True)
    moment = instant(as_of, timezone=workspace.settings.timezone, option="--as-of") or utc_now()
    later = stored_night(workspace)
    if later is not None and moment < later:
        stood = f"{later:%Y-%m-%d %H:%M} UTC"
        note(
            f"warning: what stood here was of {stood}; this earlier night takes its place until the next `ringback nightly`"
        )
    if moment > utc_now() + FAR_AHEAD:
        note(
            f"warning: {moment:%Y-%m-%d} is yet to come: calls are planned for then, and who would be given up by then is given"
            " up now. The next `ringback nightly` plans for today again; `ringback reopen` takes somebody back."
        )
    summary = run_night(workspace, as_of=moment)
    for warning in (*summary.rates.warnings, *summary.rates.alarms, *summary.experiments.problems):
        note(f"warning: {warning}")
    for sign in summary.rates.signs:
        note(f"note: {sign}")
    say_json(summary.as_dict()) if as_json else say(nightly_sentence(summary))


def dispatch(
    as_of: Annotated[str | None, typer.Option("--as-of", help=AS_OF_HELP)] = None,
    drain: Annotated[bool, typer.Option("--drain", help="Work until nothing is due or in doubt.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Begin at most so many sends.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Send what is due and may be sent; say why not of the rest."""
    from ringback.actions.outreach import dispatch_due  # noqa: PLC0415

    workspace = opened(is_beginning=True)
    moment = instant(as_of, timezone=workspace.settings.timezone, option="--as-of")
    clock = (lambda: moment) if moment is not None else utc_now
    _show(dispatch_due(workspace, now=clock, drain=drain, limit=limit), workspace, as_json=as_json)


def reconcile(
    drain: Annotated[bool, typer.Option("--drain", help="Stay until nothing is in doubt.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Ask the providers about messages whose sending is in doubt; sends nothing."""
    from ringback.actions.outreach import reconcile as look  # noqa: PLC0415

    workspace = opened(is_beginning=True)
    _show(look(workspace, now=utc_now, drain=drain), workspace, as_json=as_json)


def _show(summary: DispatchSummary, workspace: Workspace, *, as_json: bool) -> None:
    from ringback.reports.outreach import dispatch_lines, dispatch_sentence, outreach_rows  # noqa: PLC0415

    del workspace
    for alarm in summary.alarms:
        note(f"alarm: {alarm}")
    if as_json:
        counts = {state.value: n for state, n in summary.counts.items()}
        say_json({"states": counts, "started": summary.n_started, "alarms": summary.alarms,
                  "seconds": round(summary.seconds, 3), "messages": outreach_rows(summary)})  # fmt: skip
        return
    for line in dispatch_lines(summary):
        say(line)
    say(dispatch_sentence(summary))
