"""Addresses that leave in messages and come back to us, each signed so that nobody else can make one."""

from __future__ import annotations

import base64
import hmac
import uuid
from typing import Protocol

SMS_PATH = "/hooks/twilio/sms"
STATUS_PATH = "/hooks/twilio/status"
CALL_PATH = "/hooks/twilio/call"
EVENTS_PATH = "/hooks/sendgrid/events"
PARSE_PATH = "/hooks/sendgrid/inbound"
DOOR_PATH = "/d"
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


def call_url(vault: Blinder, public_url: str | None, candidate_id: str, call_id: str) -> str | None:
    """Return where the provider reports how one click-to-call goes; ``call_id`` is the caller's own name for it."""
    if not public_url:
        return None
    return f"{public_url.rstrip('/')}{CALL_PATH}/{candidate_id}/{call_id}/{sign(vault, 'call', f'{candidate_id}/{call_id}')}"


def parse_url(vault: Blinder, public_url: str) -> str:
    """Return the secret address for SendGrid's Inbound Parse, which signs only under a security policy."""
    return f"{public_url.rstrip('/')}{PARSE_PATH}/{sign(vault, 'parse', 'mail')}"


UUID_CHARACTERS = 22  # of base64
DOOR_SIGNATURE = 12  # of base64: 72 bits, too many to try, few enough for an SMS


def door_url(vault: Blinder, public_url: str | None, message_id: str) -> str | None:
    """Return the candidate's own short link in a message: about 40 characters after the host."""
    if not public_url:
        return None
    return f"{public_url.rstrip('/')}{DOOR_PATH}/{door_token(vault, message_id)}"


def door_token(vault: Blinder, message_id: str) -> str:
    """Return the token of a link: the message's id, shortened, and the signature."""
    short = base64.urlsafe_b64encode(uuid.UUID(message_id).bytes).decode().rstrip("=")
    return f"{short}{sign(vault, 'door', message_id)[:DOOR_SIGNATURE]}"


def message_of_token(vault: Blinder, token: str) -> str | None:
    """Return the message that a token was made for; None for one that we did not make."""
    if not token.isascii() or len(token) != UUID_CHARACTERS + DOOR_SIGNATURE:
        return None
    try:
        message_id = str(uuid.UUID(bytes=base64.urlsafe_b64decode(f"{token[:UUID_CHARACTERS]}==")))
    except ValueError:
        return None
    return message_id if hmac.compare_digest(door_token(vault, message_id).encode(), token.encode()) else None
