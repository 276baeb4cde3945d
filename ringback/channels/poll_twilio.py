"""Asking Twilio for what its webhooks did not bring: SMS that came in, how ours fared, how calls went.

Everything found here has the key that the webhook of it would have had, so it is stored once whichever comes first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

from twilio.base.exceptions import TwilioException  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from ringback.channels.inbound import Received, UnreadableError, call_status, listed_sms, listed_status
from ringback.channels.sms_twilio import TwilioHttp, as_channel_error, open_client
from ringback.channels.transport import Transport
from ringback.errors import ChannelError, RetryableError
from ringback.settings import Settings

PAGE_SIZE = 200
MOST_LISTED = 5_000
T = TypeVar("T")


class TwilioPoll:
    """What a Twilio account has to tell when it is asked."""

    def __init__(self, client: Client, http: TwilioHttp, transport: Transport, number: str | None) -> None:
        self._client, self._http, self._transport, self._number = client, http, transport, number

    @classmethod
    def of(cls, settings: Settings) -> TwilioPoll:
        """Return the account of the settings; without a number of our own all its numbers are looked at."""
        number = None if settings.twilio_messaging_service_sid else settings.twilio_from
        return cls(*open_client(settings), number)

    def received_since(self, at: datetime, *, now: datetime) -> list[Received]:
        """Return the SMS that came in since ``at``, oldest first; one that cannot be read does not hide the others.

        Raises:
            ChannelError: the list could not be read to its end.
        """
        to = {"to": self._number} if self._number else {}
        listed = _asked(
            lambda: list(
                self._client.messages.stream(date_sent_after=at, page_size=PAGE_SIZE, limit=MOST_LISTED, **to)
            ),
            self._http,
        )
        found = []
        for each in listed:
            if not str(each.direction or "").startswith("inbound"):
                continue
            sent_at = _instant(each.date_sent) or _instant(each.date_created) or now
            try:
                found.append(
                    listed_sms(
                        str(each.sid),
                        str(each.from_ or ""),
                        str(each.to or ""),
                        str(each.body or ""),
                        min(sent_at, now),
                    )
                )
            except UnreadableError:
                continue
        return sorted(found, key=lambda received: str(received.payload["at"]))

    def status_of(self, sid: str, message_id: str, *, now: datetime) -> Received | None:
        """Return how one of our SMS fares; None if Twilio says nothing that can be read."""
        sent = _asked(lambda: self._client.messages(sid).fetch(), self._http)
        at = _instant(sent.date_updated) or now
        try:
            code = str(sent.error_code or "")
            return listed_status(sid, str(sent.status or "").lower(), code, to=str(sent.to or ""), at=min(at, now),
                                 message_id=message_id)  # fmt: skip
        except UnreadableError:
            return None

    def calls_under(self, sid: str, candidate_id: str, *, now: datetime) -> list[Received]:
        """Return how the candidate's leg of a click-to-call went, as far as it has ended."""
        legs = _asked(lambda: list(self._client.calls.stream(parent_call_sid=sid, limit=10)), self._http)
        found = []
        for leg in legs:
            said = {
                "CallSid": str(leg.sid),
                "ParentCallSid": sid,
                "CallStatus": str(leg.status or ""),
                "AnsweredBy": str(leg.answered_by or ""),
                "CallDuration": str(leg.duration or ""),
            }
            ended_at = _instant(leg.end_time) or _instant(leg.start_time) or now
            try:
                found.append(call_status(said, now=min(ended_at, now), candidate_id=candidate_id))
            except UnreadableError:
                continue
        return found

    def close(self) -> None:
        """Close the connections to Twilio."""
        self._transport.close()


def _asked(ask: Callable[[], T], http: TwilioHttp) -> T:
    try:
        return ask()
    except ChannelError:
        raise
    except TwilioException as error:
        raise as_channel_error(error, http.retry_after_seconds) from error
    except Exception as error:
        raise RetryableError(f"Twilio's answer cannot be read: {type(error).__name__}", code="garbled") from error


def _instant(value: Any) -> datetime | None:
    """Return an aware instant; the client leaves a date that it cannot read as it came."""
    return value if isinstance(value, datetime) and value.tzinfo is not None else None
