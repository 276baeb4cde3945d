"""Commands that bring data in and out: import, export."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from ringback.cli.console import AS_OF_HELP, JSON_HELP, Bar, instant, note, opened, say, say_json, utc_now

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.actions.import_history import HistorySummary

import_app = typer.Typer(no_args_is_help=True)
WHAT_HELP = (
    "candidates, sources, reviews, attempts, windows, scores, rates, causes, outbox, experiments, assignments or"
    " quarantine."
)
FORMAT_HELP = "jsonl, csv or parquet; default: what the name of --out ends in, else jsonl."
MAPPING_HELP = "YAML file that names their columns (and dispositions) in our words."
TIMES_HELP = (
    "What clock the times are: utc, local (the candidates' own), or auto (UTC, unless the hours show otherwise)."
)
REPORT_HELP = "Write what became of each input row to this CSV file."

InputFile = Annotated[Path, typer.Argument(help="CSV, JSON Lines or XLSX.")]
MappingFile = Annotated[Path | None, typer.Option(help=MAPPING_HELP)]
ReportFile = Annotated[Path | None, typer.Option(help=REPORT_HELP)]
T = TypeVar("T")


def export_app(
    what: Annotated[str, typer.Argument(help=WHAT_HELP)],
    fmt: Annotated[str | None, typer.Option("--format", help=FORMAT_HELP)] = None,
    out: Annotated[Path | None, typer.Option(help="File to write; default: stdout.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", help=AS_OF_HELP)] = None,
    reveal: Annotated[bool, typer.Option("--reveal", help="Do not mask contact data.")] = False,
) -> None:
    """Everything out, with documented columns."""
    from ringback.actions.export import export, format_of, why_empty  # noqa: PLC0415
    from ringback.reports.counting import counted  # noqa: PLC0415

    workspace = opened()
    moment = instant(as_of, timezone=workspace.settings.timezone, option="--as-of")
    n = export(workspace, what, fmt=format_of(fmt, out), out=out, as_of=moment, reveal=reveal)
    note(counted(n, "row") + (f" in {out}" if out else ""))
    if not n and (reason := why_empty(workspace, what, as_of=moment)):
        note(reason)


@import_app.command("candidates")
def import_candidates(
    file: InputFile,
    mapping: MappingFile = None,
    report: ReportFile = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Bring candidates in; the same record_id again is the same record."""
    from ringback.actions.import_candidates import import_candidates as bring_in  # noqa: PLC0415

    summary = _bring_in(bring_in, file, mapping=mapping, report=report)
    _show(summary, as_json=as_json)


@import_app.command("attempts")
def import_attempts(
    file: InputFile,
    mapping: MappingFile = None,
    report: ReportFile = None,
    times: Annotated[str, typer.Option(help=TIMES_HELP)] = "auto",
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Bring a log of calls and messages in; the same event_id again is the same attempt."""
    from ringback.actions.import_history import import_attempts as bring_in  # noqa: PLC0415
    from ringback.actions.import_times import TIMES  # noqa: PLC0415
    from ringback.errors import UsageError  # noqa: PLC0415

    if times not in TIMES:
        raise UsageError(f"There is no clock {times!r}; choose {', '.join(TIMES)}.")
    summary = _bring_in(bring_in, file, mapping=mapping, report=report, times=times)
    if times == "auto" and summary.times == "local":
        note(
            "warning: read as UTC most of these calls stand at night, as they are written nearly all fall into call hours:"
            " the times were taken as the candidates' local ones. If they are UTC, import with --times utc."
        )
    _show_history(summary, as_json=as_json)


@import_app.command("events")
def import_events(
    file: InputFile,
    mapping: MappingFile = None,
    report: ReportFile = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Bring behaviour in: JD views, opens, clicks, replies."""
    from ringback.actions.import_history import import_events as bring_in  # noqa: PLC0415

    summary = _bring_in(bring_in, file, mapping=mapping, report=report)
    _show_history(summary, as_json=as_json)


def _bring_in(action: Callable[..., T], file: Path, *, mapping: Path | None, report: Path | None, **more: str) -> T:
    """Run one import on the pool, which may begin with it, and return its summary."""
    return action(
        opened(is_beginning=True),
        file,
        mapping=_mapping(mapping),
        now=utc_now(),
        progress=Bar("importing"),
        report=report,
        **more,
    )


def _show_history(summary: HistorySummary, *, as_json: bool) -> None:
    """Print what an import did; a log of which no row could be taken was not imported, so the command ends as not done."""
    _show(summary, as_json=as_json)
    if summary.is_refused:
        note(f"ringback: none of the {summary.rows} rows could be taken. {summary.hint}")
        raise typer.Exit(1)


def _mapping(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    import yaml  # noqa: PLC0415

    from ringback.errors import UsageError  # noqa: PLC0415

    try:
        mapping = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise UsageError(f"The mapping {path} cannot be read: {error}") from error
    if not isinstance(mapping, dict):
        raise UsageError(f"The mapping {path} must be a table of names, like: phones: 手机号")
    return mapping


def _show(summary: Any, *, as_json: bool) -> None:
    from dataclasses import asdict  # noqa: PLC0415

    values = asdict(summary)
    if as_json:
        say_json(values)
    else:
        for said_apart in ("hint", "unknown_columns", "has_more_columns"):  # in sentences
            values.pop(said_apart, None)
        say("; ".join(f"{name.removeprefix('n_').replace('_', ' ')} {value}" for name, value in values.items()))
    if summary.note:
        note(summary.note)
