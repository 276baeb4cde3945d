"""Commands on what was learned: the weekly report, and the register of models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from ringback.cli.console import AS_OF_HELP, JSON_HELP, instant, opened, say, say_json, utc_now

if TYPE_CHECKING:
    from schemas.words import Language

models_app = typer.Typer(no_args_is_help=True)
KIND_HELP = "answer_rates or lost_contact."
BY_HELP = "Who decided; stands in the record."
REASON_HELP = "Why; stands in the record."


def report(
    as_of: Annotated[str | None, typer.Option("--as-of", help=AS_OF_HELP)] = None,
    language: Annotated[str, typer.Option(help="zh or en.")] = "zh",
    out: Annotated[Path | None, typer.Option(help="File to write; default: reports/ in the home folder.")] = None,
) -> None:
    """Write the weekly report as one HTML file that can be mailed and printed."""
    from ringback.actions.report import weekly_report  # noqa: PLC0415
    from ringback.errors import UsageError  # noqa: PLC0415
    from ringback.reports.weekly import weekly_sentence  # noqa: PLC0415
    from ringback.reports.weekly_file import write_weekly  # noqa: PLC0415

    if language not in ("zh", "en"):
        raise UsageError(f"There is no report in {language!r}; choose zh or en.")
    workspace = opened()
    moment = instant(as_of, timezone=workspace.settings.timezone, option="--as-of") or utc_now()
    made = weekly_report(workspace, as_of=moment)
    say(f"{weekly_sentence(made)}: {write_weekly(workspace, made, language=cast('Language', language), out=out)}")


@models_app.command("list")
def list_models(
    kind: Annotated[str | None, typer.Option(help=KIND_HELP)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """List the versions of the models with their metrics, newest first."""
    from ringback.actions.models import list_models as versions  # noqa: PLC0415
    from ringback.reports.models import model_lines, model_rows  # noqa: PLC0415

    with opened().reading() as session:
        rows = model_rows(versions(session, kind), with_metrics=as_json)
    if as_json:
        say_json({"models": rows})
    else:
        for line in model_lines(rows):
            say(line)
        if not rows:
            say("没有模型，夜间学习后才有 / no model yet: nights make them")


@models_app.command("promote")
def promote(
    kind: Annotated[str, typer.Argument(help=KIND_HELP)],
    version: Annotated[
        str | None, typer.Option(help="A version to pin; default: the newest, and nights go on.")
    ] = None,
    by: Annotated[str, typer.Option(help=BY_HELP)] = "operator",
    reason: Annotated[str, typer.Option(help=REASON_HELP)] = "",
) -> None:
    """Make a version live: the newest one, or an older one that nights then keep to."""
    from ringback.actions.models import promote_model  # noqa: PLC0415

    say(
        f"{promote_model(opened(), kind, now=utc_now(), actor=by, version=version, reason=reason)} is live from the next night on"
    )


@models_app.command("rollback")
def rollback(
    kind: Annotated[str, typer.Argument(help=KIND_HELP)],
    by: Annotated[str, typer.Option(help=BY_HELP)] = "operator",
    reason: Annotated[str, typer.Option(help=REASON_HELP)] = "",
) -> None:
    """Make the version before the live one live again; nights keep to it until somebody promotes."""
    from ringback.actions.models import rollback_model  # noqa: PLC0415

    say(f"{rollback_model(opened(), kind, now=utc_now(), actor=by, reason=reason)} is live from the next night on")
