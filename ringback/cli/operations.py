"""Commands for whoever runs the installation: doctor, db upgrade, db rebuild-pool, keys rotate."""

from __future__ import annotations

from typing import Annotated

import typer

from ringback.cli.console import JSON_HELP, Bar, opened, say, say_json, utc_now

db_app = typer.Typer(no_args_is_help=True)
keys_app = typer.Typer(no_args_is_help=True)


def operation_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("doctor")(doctor)


def doctor(as_json: Annotated[bool, typer.Option("--json", help=JSON_HELP)] = False) -> None:
    """Check settings, policy, database, keyset, folders and what waits for a person."""
    from dataclasses import asdict  # noqa: PLC0415

    from ringback.actions.doctor import examine  # noqa: PLC0415

    findings = examine()
    if as_json:
        say_json({"findings": [asdict(one) for one in findings]})
    else:
        for one in findings:
            say(f"{'ok  ' if one.is_ok else 'BAD '} {one.what}: {one.found}")
    if not all(one.is_ok for one in findings):
        raise typer.Exit(1)


@db_app.command("upgrade")
def upgrade() -> None:
    """Bring the database to the schema of this program."""
    from ringback.settings import load_settings  # noqa: PLC0415
    from ringback.store.engine import make_engine  # noqa: PLC0415
    from ringback.store.schema import upgrade as bring_up  # noqa: PLC0415

    settings = load_settings()
    settings.home.mkdir(parents=True, exist_ok=True)
    say(f"the database is at revision {bring_up(make_engine(settings.url))}")


@db_app.command("rebuild-pool")
def rebuild(
    everybody: Annotated[
        bool, typer.Option("--all", help="Every record, not only those judged by another version.")
    ] = False,
) -> None:
    """Judge again which records are one person, after an upgrade that brought another identity model.

    Decisions of people and ids stand. Stopped and begun again, it goes on where it was.
    """
    from ringback.actions.resolve import rebuild_pool  # noqa: PLC0415

    done = rebuild_pool(opened(), now=utc_now(), only_outdated=not everybody, progress=Bar("judging"))
    if not done.n_records:
        say("every record was judged by this version of the model; nothing to do")
        return
    say(
        f"{done.n_records} records judged again: {done.n_candidates_new} people new, {done.n_candidates_updated} changed, "
        f"{done.n_reviews} pairs to look at (ringback reviews)"
    )


@keys_app.command("rotate")
def rotate() -> None:
    """Add a new primary encryption key; what old keys sealed stays readable."""
    from ringback.store.vault import rotate_keyset  # noqa: PLC0415

    workspace = opened()
    vault = rotate_keyset(workspace.settings.keys_path)
    say(
        f"{workspace.settings.keys_path}: new primary key; the keyset is still {vault.fingerprint}. Keep a copy of the file."
    )
