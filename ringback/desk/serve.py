"""Serving the application with uvicorn, and the addresses to enter at the providers."""

from __future__ import annotations

from collections.abc import Sequence

import uvicorn

from ringback.channels import links
from ringback.desk.app import make_app
from ringback.workspace import Workspace

MOST_AT_ONCE = 500
KEEP_ALIVE_SECONDS = 15
STOP_SECONDS = 10
MOST_HEADER_BYTES = 32 * 1024


def serve(workspace: Workspace, *, host: str, port: int) -> None:
    """Serve until stopped. ``X-Forwarded-Proto`` is believed from loopback only; uvicorn's FORWARDED_ALLOW_IPS adds proxies."""
    uvicorn.run(
        make_app(workspace),
        host=host,
        port=port,
        access_log=False,  # candidates' links are secrets
        log_config=None,
        server_header=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
        h11_max_incomplete_event_size=MOST_HEADER_BYTES,
    )


def addresses(workspace: Workspace) -> Sequence[tuple[str, str]]:
    """Return what to enter where at the providers; empty without RINGBACK_PUBLIC_URL."""
    public = (workspace.settings.public_url or "").rstrip("/")
    if not public:
        return []
    return [
        ("Twilio, number or Messaging Service, A MESSAGE COMES IN (HTTP POST)", f"{public}{links.SMS_PATH}"),
        ("SendGrid, Mail Settings, Event Webhook (signed)", f"{public}{links.EVENTS_PATH}"),
        ("SendGrid, Inbound Parse, without a security policy (secret)", links.parse_url(workspace.vault, public)),
        ("SendGrid, Inbound Parse, signed by a security policy", f"{public}{links.PARSE_PATH}"),
    ]
