"""Addresses that leave in messages and come back to us, each signed so that nobody else can make one."""

from __future__ import annotations

import base64
import hmac
from typing import Protocol

STATUS_PATH = "/hooks/twilio/status"
UNSUBSCRIBE_PATH = "/unsubscribe"


class Blinder(Protocol):
    """A keyed hash; the workspace's vault."""

    def blind(self, kind: str, value: str) -> bytes:
        """Return the keyed hash of ``value``, different for each ``kind``."""
        ...


def sign(vault: Blinder, purpose: str, value: str) -> str:
    """Return the signature of ``value`` for one purpose, in characters that need no quoting in a URL."""
    return base64.urlsafe_b64encode(vault.blind(f"link {purpose}", value)).decode().rstrip("=")


def is_signed(vault: Blinder, purpose: str, value: str, signature: str) -> bool:
    """Tell whether ``signature`` is ours, without telling by the time it takes how much of it is right."""
    return hmac.compare_digest(sign(vault, purpose, value).encode(), signature.encode())


def status_url(vault: Blinder, public_url: str | None, message_id: str, n_try: int) -> str | None:
    """Return where the provider reports on this try; coming back with a good signature it proves acceptance."""
    if not public_url:
        return None
    return (
        f"{public_url.rstrip('/')}{STATUS_PATH}/{message_id}/{n_try}/{sign(vault, 'status', f'{message_id}/{n_try}')}"
    )


def unsubscribe_url(vault: Blinder, public_url: str | None, message_id: str) -> str | None:
    """Return the one-click address of a mail (RFC 8058): a POST there opts out, a GET only asks."""
    if not public_url:
        return None
    return f"{public_url.rstrip('/')}{UNSUBSCRIBE_PATH}/{message_id}/{sign(vault, 'unsubscribe', message_id)}"
