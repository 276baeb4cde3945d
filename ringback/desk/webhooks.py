"""Where Twilio and SendGrid report: verified on the raw body, stored once, answered at once, applied later.

A request that is not theirs gets 403 and writes nothing; one that cannot be read gets 400, 408, 413 or 415; when the database
does not take it in time, 503, and they come again.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.twiml.messaging_response import MessagingResponse  # type: ignore[import-untyped]

from ringback.channels import inbound, inbound_mail, links, signatures
from ringback.channels.inbound import Received, UnreadableError
from ringback.desk.inbox import Full, Inbox
from ringback.desk.requests import Refused, body_of, parts_of
from ringback.workspace import Workspace

FORM = "application/x-www-form-urlencoded"
MOST_TWILIO_BYTES = 64 * 1024
MOST_EVENTS_BYTES = 4 * 1024 * 1024
MOST_MAIL_BYTES = 32 * 1024 * 1024  # SendGrid hands over mails of up to 30 MB
STORE_SECONDS = 10.0  # Twilio waits for 15
LOG = logging.getLogger(__name__)
T = TypeVar("T")
Handler = Callable[[Request], Awaitable[Response]]


class Webhooks:
    """The endpoints, on one workspace."""

    def __init__(self, workspace: Workspace, inbox: Inbox, now: Callable[[], datetime]) -> None:
        self._ws, self._inbox, self._now = workspace, inbox, now
        settings = workspace.settings
        token = settings.twilio_auth_token
        self._token = token.get_secret_value() if token else None
        self._public = (settings.public_url or "").rstrip("/")
        self._event_keys = signatures.keys_in([settings.sendgrid_event_public_key])
        self._mail_keys = signatures.keys_in([settings.sendgrid_parse_public_key, settings.sendgrid_event_public_key])

    def routes(self) -> list[Route]:
        """Return what is served; the addresses of messages are made by :mod:`ringback.channels.links`."""
        return [
            Route(path, _answered(handler), methods=["POST"])
            for path, handler in (
                (links.SMS_PATH, self.inbound_sms),
                (links.STATUS_PATH, self.sms_status),
                (links.STATUS_PATH + "/{message_id}/{n_try}/{signature}", self.sms_status),
                (links.CALL_PATH + "/{candidate_id}/{call_id}/{signature}", self.call_status),
                (links.EVENTS_PATH, self.mail_events),
                (links.PARSE_PATH, self.inbound_mail),
                (links.PARSE_PATH + "/{signature}", self.inbound_mail),
            )
        ]

    async def inbound_sms(self, request: Request) -> Response:
        """An SMS that came in; the answer is TwiML without a message: Twilio itself confirms a STOP."""
        form = await self._twilios(request)
        await self._store([_read(lambda: inbound.inbound_sms(form, now=self._now()))])
        return Response(str(MessagingResponse()), media_type="application/xml")

    async def sms_status(self, request: Request) -> Response:
        """A delivery report; the address says which message and try it is about."""
        at = request.path_params
        if at:
            self._check_link("status", f"{at['message_id']}/{at['n_try']}", at["signature"])
        form = await self._twilios(request)
        message_id = at.get("message_id")
        await self._store([_read(lambda: inbound.sms_status(form, now=self._now(), message_id=message_id))])
        return Response(status_code=204)

    async def call_status(self, request: Request) -> Response:
        """How a call goes, and whether a machine has taken it."""
        at = request.path_params
        self._check_link("call", f"{at['candidate_id']}/{at['call_id']}", at["signature"])
        form = await self._twilios(request)
        candidate_id = at["candidate_id"]
        await self._store([_read(lambda: inbound.call_status(form, now=self._now(), candidate_id=candidate_id))])
        return Response(status_code=204)

    async def mail_events(self, request: Request) -> Response:
        """What SendGrid has to say about our mails, in batches."""
        body = await body_of(request, most_bytes=MOST_EVENTS_BYTES, content_type="application/json")
        self._check_sendgrid(request, body, self._event_keys)
        await self._store(_read(lambda: inbound_mail.mail_events(body, now=self._now())))
        return Response(status_code=204)

    async def inbound_mail(self, request: Request) -> Response:
        """A mail that came in, taken apart by Inbound Parse; proved by its signature or by the secret in the address."""
        body = await body_of(request, most_bytes=MOST_MAIL_BYTES, content_type="multipart/form-data")
        if "signature" in request.path_params:
            self._check_link("parse", "mail", request.path_params["signature"])
        else:
            self._check_sendgrid(request, body, self._mail_keys)
        parts = parts_of(request.headers["content-type"], body)
        await self._store([_read(lambda: inbound_mail.inbound_mail(_decoded(parts), now=self._now()))])
        return Response(status_code=204)

    async def _twilios(self, request: Request) -> Any:
        body = await body_of(request, most_bytes=MOST_TWILIO_BYTES, content_type=FORM)
        signature = request.headers.get("x-twilio-signature", "")
        if not self._token or not signature:
            raise Refused(403, "not signed by Twilio")
        form = _read(lambda: inbound.form_of(body))
        query = f"?{request.url.query}" if request.url.query else ""
        urls = [f"{self._public}{request.scope['path']}{query}"] if self._public else []
        if not signatures.is_twilios(self._token, [*urls, str(request.url)], form, signature):
            raise Refused(403, "not signed by Twilio")
        return form

    def _check_sendgrid(self, request: Request, body: bytes, keys: Sequence[str]) -> None:
        signature = request.headers.get("x-twilio-email-event-webhook-signature", "")
        timestamp = request.headers.get("x-twilio-email-event-webhook-timestamp", "")
        if not any(signatures.is_sendgrids(key, body, signature, timestamp, now=self._now()) for key in keys):
            raise Refused(403, "not signed by SendGrid")

    def _check_link(self, purpose: str, value: str, signature: str) -> None:
        if not links.is_signed(self._ws.vault, purpose, value, signature):
            raise Refused(403, "not an address of ours")

    async def _store(self, received: Sequence[Received]) -> None:
        try:
            await self._inbox.put(received, seconds=STORE_SECONDS)
        except (Full, TimeoutError) as error:
            raise Refused(503, "try again") from error


def _read(read: Callable[[], T]) -> T:
    try:
        return read()
    except UnreadableError as error:
        raise Refused(400, str(error)) from error


def _decoded(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the fields as text: each in the character set that SendGrid says it is in."""
    try:
        said = json.loads(parts.get("charsets", b"{}"))
    except (ValueError, RecursionError):
        said = {}
    sets = said if isinstance(said, dict) else {}
    return {name: _text(value, sets.get(name)) for name, value in parts.items()}


def _text(value: bytes, charset: object) -> str:
    for name in (charset, "utf-8", "gb18030"):
        try:
            return value.decode(str(name))
        except (LookupError, UnicodeError, ValueError):
            continue
    return value.decode("utf-8", "replace")


def _answered(handler: Handler) -> Handler:
    async def answer(request: Request) -> Response:
        try:
            return await handler(request)
        except Refused as refused:
            LOG.warning("%s %s refused with %d: %s", request.method, _place(request), refused.status, refused.reason)
            headers = {"Retry-After": "5"} if refused.status == 503 else {}  # noqa: PLR2004
            return Response(refused.reason, refused.status, headers, media_type="text/plain")
        except Exception:
            LOG.exception("%s could not be stored", _place(request))
            return Response("try again", 503, {"Retry-After": "5"}, media_type="text/plain")

    return answer


def _place(request: Request) -> str:
    """Return the beginning of the path: the rest is secret, or somebody's garbage."""
    return "/".join(request.scope["path"].split("/")[:4])


def utc_now() -> datetime:
    """Return the present instant, aware UTC."""
    return datetime.now(UTC)
