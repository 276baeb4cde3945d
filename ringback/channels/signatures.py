"""Is a request really theirs: signatures over the raw body, checked by the providers' own helpers.

Sources: https://www.twilio.com/docs/usage/security#validating-requests,
https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from sendgrid.helpers.eventwebhook import EventWebhook
from starlette.datastructures import FormData
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from ringback.rules.clocks import CLOCKS_DIFFER

SIGNATURE_AGE = timedelta(hours=25)  # SendGrid repeats for 24 hours


def is_twilios(auth_token: str, urls: Iterable[str], form: FormData, signature: str) -> bool:
    """Tell whether Twilio signed this form for one of the addresses under which we may be known."""
    validator = RequestValidator(auth_token)
    return any(validator.validate(url, form, signature) for url in urls)


def is_sendgrids(public_key: str, body: bytes, signature: str, timestamp: str, *, now: datetime) -> bool:
    """Tell whether SendGrid signed this body, not longer ago than it repeats a request."""
    if not re.fullmatch(r"\d{1,12}", timestamp, re.ASCII):
        return False
    age = now - datetime.fromtimestamp(int(timestamp), UTC)
    if not -CLOCKS_DIFFER <= age <= SIGNATURE_AGE:
        return False
    try:
        # the helper joins timestamp and text and encodes as UTF-8, so the body must survive the way there and back
        return bool(EventWebhook(public_key).verify_signature(body.decode("utf-8"), signature, timestamp))
    except (ValueError, binascii.Error):
        return False


def keys_in(settings: Sequence[str | None]) -> list[str]:
    """Return public keys as the helper wants them: without PEM's first and last line."""
    return [re.sub(r"-----[A-Z ]+-----|\s", "", key) for key in settings if key]
