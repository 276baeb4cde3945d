"""Mail through SendGrid's official client, over a transport that knows whether a request has left.

The client opens a connection a mail and keeps request headers between calls, so there is one a thread and its HTTP layer is
replaced. Custom arguments carry our marker and message id and nothing about the person: SendGrid stores them in the clear.
"""

from __future__ import annotations

import html
import json
import logging
import re
import threading
from collections.abc import Callable
from email.message import Message
from typing import Any

from python_http_client.client import Client as HttpClient
from python_http_client.client import Response
from python_http_client.exceptions import HTTPError
from sendgrid import SendGridAPIClient
from sendgrid.helpers.mail import CustomArg, Header, Mail

from ringback.channels.base import Accepted, OutgoingMessage, no_fence
from ringback.channels.outcomes import error_for
from ringback.channels.transport import Answer, Transport, retry_after_seconds
from ringback.errors import ChannelError, InDoubtError, PermanentError, RetryableError
from ringback.settings import Settings

PROVIDER = "sendgrid"
ACCEPTED = 202
CHECKED_ONLY = 200
REFUSED = 400
NOT_OFFERED = frozenset({401, 403, 404, 405, 501})
SHOWN_CHARACTERS = 300
MOST_LISTED = 1000  # SendGrid shows no more of one query
LINK = re.compile(r"https?://[^\s<>\"]+")

logging.getLogger("python_http_client").setLevel(logging.INFO)  # at DEBUG it prints the API key and the mail


class SendGridSender:
    """Sends mail from one verified address."""

    provider = PROVIDER
    settle_seconds: float | None = None

    def __init__(self, api_key: str, sender: str, *, base_url: str | None, timeout_seconds: float) -> None:
        self.name = f"{PROVIDER}:{sender}"
        self._api_key, self._from = api_key, sender
        self._host = (base_url or "https://api.sendgrid.com").rstrip("/")
        self._transport = Transport(timeout_seconds)
        self._local = threading.local()

    @classmethod
    def of(cls, settings: Settings) -> SendGridSender:
        """Return the sender that the settings describe."""
        assert settings.sendgrid_api_key is not None  # noqa: S101 (the factory has checked)
        assert settings.sendgrid_from is not None  # noqa: S101
        return cls(
            settings.sendgrid_api_key.get_secret_value(),
            settings.sendgrid_from,
            base_url=settings.sendgrid_base_url,
            timeout_seconds=settings.provider_timeout_seconds,
        )

    def send(self, message: OutgoingMessage) -> Accepted:
        """Hand the mail to SendGrid, once."""
        api = self.api
        api.client.fence = message.fence
        try:
            response = api.send(self._mail(message))
        except HTTPError as error:
            raise _as_channel_error(error) from error
        if response.status_code == CHECKED_ONLY:
            raise PermanentError("SendGrid has checked the mail and not sent it: the account is in sandbox mode")
        provider_id = response.headers.get("X-Message-Id")
        is_whole = provider_id or {"content-length", "transfer-encoding"} & {name.lower() for name in response.headers}
        if response.status_code != ACCEPTED or not is_whole:
            raise InDoubtError("SendGrid's answer is not whole", code="garbled")
        return Accepted(provider_id or "")

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        """Search the account's email activity for the marker.

        Email activity is an extra of the account; without it only SendGrid's signed events can prove acceptance. That the
        search by marker gives nothing is believed only if the search by address gives no mail that could be this one.
        """
        sent = self.activity_of(message.marker, message.to)
        return None if sent is None else Accepted(str(sent.get("msg_id", "")).split(".")[0])

    def activity_of(self, marker: str, to: str) -> dict[str, Any] | None:
        """Return what the email activity shows of one mail; None if it certainly shows no such mail."""
        found = self._activity(f"(unique_args['marker']=\"{marker}\")")
        theirs = [sent for sent in found if _is_to(sent, to)]
        if theirs and len(theirs) == len(found):
            return theirs[0]
        for sent in theirs or self._activity(f'to_email="{to}"'):
            if _is_to(sent, to) and self._marker_of(str(sent.get("msg_id", ""))) == marker:
                return sent
        return None

    def _activity(self, query: str) -> list[dict[str, Any]]:
        """Return the mails that a query of the email activity gives; none for a query that it does not understand."""
        try:
            response = self.api.client.messages.get(query_params={"query": query, "limit": MOST_LISTED})
        except HTTPError as error:
            if error.status_code == REFUSED:
                return []
            raise _unreadable(error) from error
        found = _parsed(response.body).get("messages")
        if not isinstance(found, list) or not all(isinstance(sent, dict) for sent in found):
            raise RetryableError("SendGrid's activity could not be read")
        if len(found) >= MOST_LISTED:
            raise RetryableError(f"SendGrid's activity shows {MOST_LISTED} mails and more")
        return found

    def _marker_of(self, mail_id: str) -> str | None:
        """Return the marker of a mail that the activity shows; None if it has none."""
        try:
            response = self.api.client.messages._(mail_id).get()
        except HTTPError as error:
            raise RetryableError(f"SendGrid does not show what mail it has (HTTP {error.status_code})") from error
        arguments = _parsed(response.body).get("unique_args") or {}
        if isinstance(arguments, str):
            arguments = _parsed(arguments)
        return str(arguments.get("marker")) if isinstance(arguments, dict) else None

    def close(self) -> None:
        """Close the connections to SendGrid."""
        self._transport.close()

    @property
    def api(self) -> SendGridAPIClient:
        """The official client of this thread, on our transport."""
        api = getattr(self._local, "api", None)
        if api is None:
            api = SendGridAPIClient(self._api_key, host=self._host)
            api.client = _Kept(self._transport, host=self._host, request_headers=api._default_headers, version=3)  # noqa: SLF001
            self._local.api = api
        return api

    def _mail(self, message: OutgoingMessage) -> Mail:
        mail = Mail(
            from_email=self._from,
            to_emails=message.to,
            subject=message.subject,
            plain_text_content=message.body,
            html_content=as_html(message.body, message.language),
        )
        mail.add_custom_arg(CustomArg("marker", message.marker))
        mail.add_custom_arg(CustomArg("message_id", message.message_id))
        mail.add_custom_arg(CustomArg("try", str(message.n_try)))
        if message.unsubscribe_url:
            mail.add_header(Header("List-Unsubscribe", f"<{message.unsubscribe_url}>"))
            mail.add_header(Header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))
        return mail


def _is_to(sent: dict[str, Any], address: str) -> bool:
    return str(sent.get("to_email", "")).lower() == address.lower()


def _parsed(body: str | bytes) -> dict[str, Any]:
    try:
        parsed = json.loads(body)
    except (ValueError, TypeError) as error:
        raise RetryableError("SendGrid's activity could not be read") from error
    return parsed if isinstance(parsed, dict) else {}


def _unreadable(error: HTTPError) -> ChannelError:
    if error.status_code in NOT_OFFERED:
        return PermanentError("email activity is not part of this SendGrid account")
    return RetryableError(f"SendGrid's activity could not be read (HTTP {error.status_code})")


def as_html(text: str, language: str) -> str:
    """Return a plain text as an HTML page of paragraphs, with its links clickable and everything else escaped."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", text.strip()):
        parts, end = [], 0
        for link in LINK.finditer(block):
            address = html.escape(link.group(), quote=True)
            parts += [html.escape(block[end : link.start()]), f'<a href="{address}">{address}</a>']
            end = link.end()
        parts.append(html.escape(block[end:]))
        paragraphs.append("<p>" + "".join(parts).replace("\n", "<br>\n") + "</p>")
    body = "\n".join(paragraphs)
    lang = "zh-CN" if language == "zh" else "en"
    return f'<!doctype html>\n<html lang="{lang}"><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>\n'


class _Kept(HttpClient):  # type: ignore[misc]  # the package is not typed
    """SendGrid's HTTP client on our transport."""

    def __init__(self, transport: Transport, *, fence: Callable[[], None] = no_fence, **options: Any) -> None:
        super().__init__(**options)
        self.transport, self.fence = transport, fence

    def _build_client(self, name: str | None = None) -> _Kept:
        built = _Kept(
            self.transport,
            fence=self.fence,
            host=self.host,
            version=self._version,
            request_headers=self.request_headers,
            url_path=[*self._url_path, name] if name else self._url_path,
        )
        self.fence = no_fence
        return built

    def __getattr__(self, name: str) -> Any:
        return self._method(name.upper()) if name in self.methods else super().__getattr__(name)

    def _method(self, method: str) -> Callable[..., Response]:
        """Return what makes the request at the end of a chain of names.

        The package makes a new opener of ``urllib`` with ten handlers for each request, and reads the environment for
        proxies: half of what a mail costs here, for something that this transport does not use.
        """

        def request(request_body: Any = None, query_params: dict[str, Any] | None = None, **_: Any) -> Response:
            body = None if request_body is None else json.dumps(request_body).encode()
            headers = (
                self.request_headers if body is None else {"Content-Type": "application/json", **self.request_headers}
            )
            answer = self.transport.request(
                method, self._build_url(query_params), headers=headers, body=body, fence=self.fence
            )
            if not answer.status < REFUSED:
                raise HTTPError(answer.status, "", answer.body, answer.headers)
            return Response(_Answered(answer))

        return request


class _Answered:
    """An answer in the form that SendGrid's client reads."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def getcode(self) -> int:
        return self._answer.status

    def read(self) -> bytes:
        return self._answer.body

    def info(self) -> Message:
        return self._answer.headers


def _as_channel_error(error: HTTPError) -> ChannelError:
    """Return what a refusing answer means for the mail; SendGrid names the field that it minds."""
    text, field = "", ""
    try:
        first = json.loads(error.body)["errors"][0]
        text, field = str(first.get("message", "")), str(first.get("field", ""))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):
        text = bytes(error.body or b"").decode("utf-8", "replace")
    is_recipient = error.status_code == REFUSED and re.fullmatch(r"personalizations\.\d+\.to(\.\d+(\.email)?)?", field)
    return error_for(
        PROVIDER,
        f"{field + ': ' if field else ''}{text[:SHOWN_CHARACTERS]}",
        http_status=error.status_code,
        code="to_email" if is_recipient else None,
        retry_after_seconds=retry_after_seconds(error.headers),
    )
