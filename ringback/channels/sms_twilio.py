"""SMS through Twilio's official client, over a transport that knows whether a request has left.

The client is used without retries. Its own HTTP layer is replaced: it has no time limit by default, hides ``Retry-After``
from its exceptions, and cannot tell a refused connection from a lost answer.
"""

from __future__ import annotations

import base64
import threading
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from twilio.base.exceptions import TwilioException, TwilioRestException  # type: ignore[import-untyped]
from twilio.http import HttpClient  # type: ignore[import-untyped]
from twilio.http.response import Response  # type: ignore[import-untyped]
from twilio.rest import Client  # type: ignore[import-untyped]

from ringback.channels.base import Accepted, OutgoingMessage, no_fence
from ringback.channels.outcomes import error_for
from ringback.channels.transport import Transport, retry_after_seconds
from ringback.errors import ChannelError, InDoubtError, RetryableError
from ringback.settings import Settings

PROVIDER = "twilio"
PAGE_SIZE = 100
MOST_LISTED = 5_000  # one person never got so many; a longer list is not read to its end and proves nothing
SID_LENGTH = 34


class TwilioHttp(HttpClient):  # type: ignore[misc]  # the package is not typed
    """What Twilio's client sends its requests with."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(logger=None, is_async=False, timeout=None)
        self._transport = transport
        self._local = threading.local()

    def set_fence(self, fence: Callable[[], None]) -> None:
        """Ask ``fence`` before the next request of this thread leaves."""
        self._local.fence = fence

    @property
    def retry_after_seconds(self) -> float | None:
        """How long the last answer to this thread asks to wait."""
        seconds: float | None = getattr(self._local, "retry_after_seconds", None)
        return seconds

    def request(
        self,
        method: str,
        url: str,
        params: dict[str, Any] | None = None,
        data: dict[str, Any] | None = None,
        headers: dict[str, str] | None = None,
        auth: tuple[str, str] | None = None,
        timeout: float | None = None,
        allow_redirects: bool = False,  # noqa: FBT001, FBT002
    ) -> Response:
        """Send one request of the client and return the answer."""
        del timeout, allow_redirects
        sent_headers = dict(headers or {})
        if auth is not None:
            sent_headers["Authorization"] = _basic(*auth)
        wanted = {name: value for name, value in (params or {}).items() if value is not None}
        fence = getattr(self._local, "fence", no_fence)
        self._local.fence = no_fence
        answer = self._transport.request(
            method.upper(),
            f"{url}{'&' if '?' in url else '?'}{urlencode(wanted, doseq=True)}" if wanted else url,
            headers=sent_headers,
            body=urlencode(data, doseq=True).encode() if data else None,
            fence=fence,
        )
        self._local.retry_after_seconds = retry_after_seconds(answer.headers)
        return Response(answer.status, answer.body.decode("utf-8", "replace"), dict(answer.headers.items()))


def open_client(settings: Settings) -> tuple[Client, TwilioHttp, Transport]:
    """Return Twilio's client as the settings describe it, with the parts that we hold on to."""
    assert settings.twilio_account_sid is not None  # noqa: S101 (the factory has checked)
    assert settings.twilio_auth_token is not None  # noqa: S101
    transport = Transport(settings.provider_timeout_seconds)
    http = TwilioHttp(transport)
    client = Client(settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value(), http_client=http)
    if settings.twilio_base_url:
        client.api.base_url = settings.twilio_base_url.rstrip("/")
    return client, http, transport


class TwilioSender:
    """Sends SMS from a number or through a Messaging Service."""

    provider = PROVIDER
    settle_seconds: float | None = None

    def __init__(self, client: Client, http: TwilioHttp, transport: Transport, origin: dict[str, str]) -> None:
        self.name = f"{PROVIDER}:{next(iter(origin.values()))}"
        self._client, self._http, self._transport, self._origin = client, http, transport, origin

    @classmethod
    def of(cls, settings: Settings) -> TwilioSender:
        """Return the sender that the settings describe; a Messaging Service wins over a number."""
        if settings.twilio_messaging_service_sid:
            origin = {"messaging_service_sid": settings.twilio_messaging_service_sid}
        else:
            origin = {"from_": settings.twilio_from or ""}
        return cls(*open_client(settings), origin)

    def send(self, message: OutgoingMessage) -> Accepted:
        """Create the message at Twilio, once."""
        self._http.set_fence(message.fence)
        extra = {"status_callback": message.status_url} if message.status_url else {}
        try:
            created = self._client.messages.create(to=message.to, body=message.body, **self._origin, **extra)
            sid = created.sid
        except ChannelError:
            raise
        except TwilioException as error:
            raise as_channel_error(error, self._http.retry_after_seconds) from error
        except Exception as error:  # an answer of 2xx that is no message: it may well have been taken
            raise InDoubtError(f"Twilio's answer cannot be read: {type(error).__name__}", code="garbled") from error
        if not isinstance(sid, str) or len(sid) != SID_LENGTH:
            raise InDoubtError("Twilio's answer has no message SID", code="garbled")
        return Accepted(sid)

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        """Search everything that was sent to this number for the marker.

        The list is filtered by ``To`` only: with a date filter Twilio leaves out what is still queued, whose
        ``date_sent`` is null, and the message would be sent again.
        """
        n = 0
        try:
            for sent in self._client.messages.stream(to=message.to, page_size=PAGE_SIZE, limit=MOST_LISTED):
                n += 1
                if message.marker in (sent.body or ""):
                    return Accepted(str(sent.sid))
        except ChannelError:
            raise
        except Exception as error:
            raise RetryableError(f"Twilio's list could not be read: {error}") from error
        if n >= MOST_LISTED:
            raise RetryableError(f"Twilio's list for this number has more than {MOST_LISTED} messages")
        return None

    def close(self) -> None:
        """Close the connections to Twilio."""
        self._transport.close()


def as_channel_error(error: TwilioException, retry_after: float | None) -> ChannelError:
    """Return what an exception of Twilio's client means for the message."""
    status = getattr(error, "status", None)
    if not isinstance(status, int):
        return InDoubtError(f"Twilio's client failed: {error}", code="client")
    code = getattr(error, "code", None)
    known = None if code is None or code == status else str(code)
    text = str(getattr(error, "msg", "") or getattr(error, "detail", "") or error)
    is_rest = isinstance(error, TwilioRestException)
    return error_for(
        PROVIDER,
        text.removeprefix("Unable to create record: ") if is_rest else text,
        http_status=status,
        code=known,
        retry_after_seconds=retry_after,
    )


def _basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()
