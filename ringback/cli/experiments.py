"""Commands on experiments: check their files, list and review them, promote, take back, stop; judge counts from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ringback.cli.console import AS_OF_HELP, JSON_HELP, instant, note, opened, say, say_json, utc_now

if TYPE_CHECKING:
    import pandas as pd

experiments_app = typer.Typer(no_args_is_help=True)
NAME_HELP = "Name of the experiment."
BY_HELP = "Who decided; stands in the record."


@experiments_app.command("check")
def check(as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False) -> None:
    """Check every experiment file and show how many candidates an arm needs; exit code 1 if one cannot be used."""
    from ringback.actions.experiments import check_definitions, folder_of  # noqa: PLC0415
    from ringback.reports.experiments import definition_sentence  # noqa: PLC0415

    workspace = opened()
    checked = check_definitions(workspace)
    if as_json:
        say_json({"experiments": [one.as_dict() for one in checked]})
    else:
        for one in checked:
            say(f"BAD  {one.problem}" if one.problem else f"ok   {definition_sentence(one)}")
        if not checked:
            say(f"no experiment files in {folder_of(workspace)}")
    if any(one.problem for one in checked):
        raise typer.Exit(1)


@experiments_app.command("list")
def list_all(as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False) -> None:
    """List experiments that run or ran, and what they brought into the policy."""
    from ringback.reports.experiments import experiment_rows, promotion_rows  # noqa: PLC0415
    from ringback.reports.terminal import print_rows  # noqa: PLC0415

    with opened().reading() as session:
        rows, promoted = experiment_rows(session), promotion_rows(session)
    if as_json:
        say_json({"experiments": rows, "promotions": promoted})
        return
    print_rows(rows, title="experiments", unbroken=("experiment",))
    print_rows(promoted, title="in the policy, now or before", unbroken=("experiment",))


@experiments_app.command("review")
def review(
    as_of: Annotated[str | None, typer.Option("--as-of", help=AS_OF_HELP)] = None,
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Start what is due, give arms, count outcomes and judge; a winner enters the policy. Part of every night."""
    from ringback.actions.experiments import review_experiments  # noqa: PLC0415
    from ringback.reports.experiments import review_sentence, reviewed_sentence  # noqa: PLC0415

    workspace = opened()
    moment = instant(as_of, timezone=workspace.settings.timezone, option="--as-of") or utc_now()
    summary = review_experiments(workspace, as_of=moment)
    for problem in summary.problems:
        note(f"warning: {problem}")
    if as_json:
        say_json(summary.as_dict())
        return
    say(review_sentence(summary))
    for one in summary.experiments:
        say(reviewed_sentence(one))


@experiments_app.command("judge")
def judge(
    file: Annotated[Path, typer.Argument(help="CSV: night, arm, n, successes so far; optional run, guardrail counts.")],
    planned: Annotated[int, typer.Option(min=1, help="Planned candidates an arm.")],
    as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False,
) -> None:
    """Judge nightly counts from elsewhere by the same rules: one verdict a run, as a nightly review would have given."""
    import pandas as pd  # noqa: PLC0415

    from ringback.errors import UsageError  # noqa: PLC0415

    try:
        counts = pd.read_csv(file)
        if missing := [name for name in ("night", "arm", "n", "successes") if name not in counts]:
            raise UsageError(f"{file} cannot be judged: it has no column {', '.join(missing)}.")
        for name in set(counts.columns) - {"run", "arm"}:
            counts[name] = pd.to_numeric(counts[name])
        verdicts = _judged(counts, planned)
    except (OSError, ValueError) as error:
        raise UsageError(f"{file} cannot be judged: {error}. It needs the columns night, arm, n, successes.") from error
    if as_json:
        say_json({"runs": verdicts})
        return
    for row in verdicts:
        say(f"run {row['run']}: {row['verdict']} (night {row['night']}, look {row['look']})")


def _judged(counts: pd.DataFrame, planned: int) -> list[dict[str, Any]]:
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.analysis.looks import judge_nights  # noqa: PLC0415

    verdicts = []
    runs = counts.groupby("run", sort=False) if "run" in counts else [("1", counts)]
    for run, rows in runs:
        night, read = judge_nights(rows, n_planned=planned)
        arms = [asdict(arm) for arm in read.arms]
        verdicts.append({"run": str(run), "night": night, "verdict": read.verdict, "winner": read.winner,
                         "look": read.look, "arms": arms})  # fmt: skip
    return verdicts


@experiments_app.command("promote")
def promote(
    name: Annotated[str, typer.Argument(help=NAME_HELP)],
    arm: Annotated[str | None, typer.Option(help="Another arm than the winner: a person's choice.")] = None,
    by: Annotated[str, typer.Option(help=BY_HELP)] = "operator",
) -> None:
    """Bring the winner of an ended experiment into the policy."""
    from ringback.actions.promotions import promote_experiment  # noqa: PLC0415

    row = promote_experiment(opened(), name, now=utc_now(), actor=by, arm=arm)
    say(
        f"{name}: arm {row.arm} stands in the policy of {row.role_family or 'every role family'} from the next start on"
    )


@experiments_app.command("rollback")
def rollback(
    name: Annotated[str, typer.Argument(help=NAME_HELP)], by: Annotated[str, typer.Option(help=BY_HELP)] = "operator"
) -> None:
    """Take what an experiment brought out of the policy; the record stays."""
    from ringback.actions.promotions import rollback_promotion  # noqa: PLC0415

    rollback_promotion(opened(), name, now=utc_now(), actor=by)
    say(f"{name}: out of the policy from the next start on")


@experiments_app.command("stop")
def stop(
    name: Annotated[str, typer.Argument(help=NAME_HELP)], by: Annotated[str, typer.Option(help=BY_HELP)] = "operator"
) -> None:
    """End a running experiment by hand, without a winner."""
    from ringback.actions.experiments import stop_experiment  # noqa: PLC0415

    stop_experiment(opened(), name, now=utc_now(), actor=by)
    say(f"{name}: ended without a winner")
