"""Asking SendGrid for what its signed events did not bring: who must not be written to any more, and how mails fared.

The suppression lists belong to every account; email activity is an extra, and is asked sparingly: SendGrid allows few
requests a minute there.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from python_http_client.exceptions import HTTPError

from ringback.channels.email_sendgrid import NOT_OFFERED, SendGridSender
from ringback.channels.inbound import SENDGRID, STATUS, Received
from ringback.errors import PermanentError, RetryableError
from ringback.settings import Settings

LISTS: Mapping[str, str] = {"unsubscribes": "unsubscribe", "spam_reports": "spamreport", "bounces": "bounce"}
"""SendGrid's lists of closed addresses, and the event that puts an address there."""

PAGE_SIZE = 500
MOST_PAGES = 20


class SendGridPoll:
    """What a SendGrid account has to tell when it is asked."""

    def __init__(self, sender: SendGridSender) -> None:
        self._sender = sender

    @classmethod
    def of(cls, settings: Settings) -> SendGridPoll:
        """Return the account of the settings."""
        return cls(SendGridSender.of(settings))

    def closed_since(self, at: datetime, *, now: datetime) -> list[Received]:
        """Return the addresses that were closed since ``at``: unsubscribed, complained, bounced.

        Raises:
            RetryableError: a list could not be read to its end.
            PermanentError: the key may not read them.
        """
        found: list[Received] = []
        for name, event in LISTS.items():
            for page in range(MOST_PAGES):
                rows = self._page(name, at, page)
                found += [_closed(row, event, now) for row in rows if isinstance(row.get("email"), str)]
                if len(rows) < PAGE_SIZE:
                    break
        return found

    def status_of(self, marker: str, to: str, message_id: str, *, now: datetime) -> Received | None:
        """Return whether one of our mails was delivered, by the email activity; None if it says neither.

        Raises:
            RetryableError: it could not be asked now.
            PermanentError: email activity is not part of this account.
        """
        sent = self._sender.activity_of(marker, to)
        if sent is None or sent.get("status") != "delivered":
            return None
        provider_id = str(sent.get("msg_id", "")).split(".")[0]
        payload = {
            "provider_id": provider_id[:100] or None,
            "message_id": message_id,
            "marker": marker,
            "status": "delivered",
            "reason": "",
            "to": to[:320],
            "machine": False,
            "at": _moment(sent.get("last_event_time"), now).isoformat(),
        }
        return Received(SENDGRID, STATUS, f"activity:{message_id}:delivered", payload)

    def close(self) -> None:
        """Close the connections to SendGrid."""
        self._sender.close()

    def _page(self, name: str, at: datetime, page: int) -> list[dict[str, Any]]:
        query = {"start_time": int(at.timestamp()), "limit": PAGE_SIZE, "offset": page * PAGE_SIZE}
        try:
            rows = json.loads(self._sender.api.client.suppression._(name).get(query_params=query).body)
        except HTTPError as error:
            kind = PermanentError if error.status_code in NOT_OFFERED else RetryableError
            raise kind(f"SendGrid's list of {name} could not be read (HTTP {error.status_code})") from error
        except (ValueError, TypeError) as error:
            raise RetryableError(f"SendGrid's list of {name} could not be read") from error
        if not isinstance(rows, list):
            raise RetryableError(f"SendGrid's list of {name} could not be read")
        return [row for row in rows if isinstance(row, dict)]


def _closed(row: Mapping[str, Any], event: str, now: datetime) -> Received:
    address = str(row["email"])[:320]
    at = _moment(row.get("created"), now)
    payload = {
        "provider_id": None,
        "message_id": None,
        "marker": None,
        "status": event,
        "reason": str(row.get("reason") or "")[:500],
        "to": address,
        "machine": False,
        "at": at.isoformat(),
    }
    return Received(SENDGRID, STATUS, f"listed:{event}:{at:%Y%m%d%H%M%S}:{address}"[:200], payload)


def _moment(value: Any, now: datetime) -> datetime:
    """Return an instant given in seconds or as text, never later than now."""
    try:
        at = datetime.fromtimestamp(value, UTC) if isinstance(value, int | float) else datetime.fromisoformat(value)
    except (TypeError, ValueError, OverflowError, OSError):
        return now
    return min(now, at.astimezone(UTC)) if at.tzinfo else now
