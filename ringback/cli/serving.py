"""The command that listens: serve."""

from __future__ import annotations

from typing import Annotated

import typer

from ringback.cli.console import opened, say


def serving_commands(app: typer.Typer) -> None:
    """Add the commands to ``app``."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8300,
    urls: Annotated[
        bool, typer.Option("--urls", help="Only print the addresses to enter at Twilio and SendGrid.")
    ] = False,
) -> None:
    """Listen for what providers report and for candidates who open their link; Ctrl-C ends it."""
    from ringback.desk import serve as desk  # noqa: PLC0415

    workspace = opened(is_beginning=not urls)
    for place, address in desk.addresses(workspace):
        say(f"{place}\n    {address}")
    if not workspace.settings.public_url:
        say("RINGBACK_PUBLIC_URL is not set: messages carry no link, and providers do not know where to report.")
    if not urls:
        say(f"listening on http://{host}:{port}")
        desk.serve(workspace, host=host, port=port)
