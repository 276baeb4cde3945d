"""What providers send to us: is it really theirs, and what does it say.

Signatures are checked over the raw body by the providers' own helpers. Every reader here gives the same few records; the
same event by webhook and by poll has the same key, so it is stored once.

Sources: https://www.twilio.com/docs/usage/security#validating-requests,
https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features
"""

from __future__ import annotations

import binascii
import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any
from urllib.parse import parse_qsl

from sendgrid.helpers.eventwebhook import EventWebhook
from starlette.datastructures import FormData
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from ringback.rules.clocks import CLOCKS_DIFFER

TWILIO, SENDGRID = "twilio", "sendgrid"
INBOUND, STATUS, CALL, BEHAVIOUR = "inbound", "status", "call", "behaviour"
SIGNATURE_AGE = timedelta(hours=25)  # SendGrid repeats for 24 hours
MOST_FIELDS = 200
MOST_TEXT = 20_000
SID = re.compile(r"[A-Za-z]{2}[A-Za-z0-9]{8,60}")
BEHAVIOUR_OF = {"open": "mail_open", "click": "mail_click"}


class UnreadableError(ValueError):
    """A request that is theirs by its signature, or needs none, cannot be read; the text says why."""


@dataclass(frozen=True, slots=True)
class Received:
    """One thing that a provider told us. ``key`` is the same however often and by whatever way it comes."""

    provider: str
    kind: str
    key: str
    payload: dict[str, Any]


def form_of(body: bytes) -> FormData:
    """Return the fields of a urlencoded body, blank ones kept: the signature is made over them too.

    Raises:
        UnreadableError: not ASCII, or too many fields.
    """
    try:
        fields = parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=MOST_FIELDS)
        return FormData([(name, value) for name, value in fields])
    except ValueError as error:
        raise UnreadableError(f"the form cannot be read: {type(error).__name__}") from error


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


def inbound_sms(form: Mapping[str, Any], *, now: datetime) -> Received:
    """Read an SMS that came in. Twilio's webhook has no time of its own: ``now`` stands for it.

    Raises:
        UnreadableError: no SID, or no sender.
    """
    sid = sid_of(form, "MessageSid", "SmsSid", "SmsMessageSid")
    text = str(form.get("Body") or "")
    kind = str(form.get("OptOutType") or "").upper()
    if kind in ("STOP", "START"):  # a word of the account's own list: Twilio says what it took it for
        text = kind
    return listed_sms(sid, str(form.get("From") or ""), str(form.get("To") or ""), text, now)


def listed_sms(sid: str, sender: str, to: str, text: str, at: datetime) -> Received:
    """Return the same for an SMS that was found in Twilio's list."""
    if not sender.strip():
        raise UnreadableError("the message has no sender")
    payload = {
        "channel": "sms",
        "from": sender[:100],
        "to": to[:100],
        "text": text[:MOST_TEXT],
        "at": at.isoformat(),
        "provider_id": sid,
        "auto_reply": False,
    }
    return Received(TWILIO, INBOUND, f"sms:{sid}", payload)


def sms_status(form: Mapping[str, Any], *, now: datetime, message_id: str | None = None) -> Received:
    """Read a delivery report. ``message_id``: ours, from the signed address.

    Raises:
        UnreadableError: no SID, or no status.
    """
    sid = sid_of(form, "MessageSid", "SmsSid")
    status = str(form.get("MessageStatus") or form.get("SmsStatus") or "").lower()
    return listed_status(sid, status, str(form.get("ErrorCode") or ""), to=str(form.get("To") or ""), at=now,
                         message_id=message_id)  # fmt: skip


def listed_status(
    sid: str, status: str, code: str, *, to: str, at: datetime, message_id: str | None = None
) -> Received:
    """Return the same for a status that was found in Twilio's list."""
    if not re.fullmatch(r"[a-z-]{2,30}", status):
        raise UnreadableError("the report has no status")
    code = code if re.fullmatch(r"\d{4,6}", code, re.ASCII) else ""
    payload = {
        "provider_id": sid,
        "message_id": message_id,
        "status": status,
        "code": code or None,
        "to": to[:100],
        "at": at.isoformat(),
    }
    return Received(TWILIO, STATUS, f"status:{sid}:{status}", payload)


def call_status(form: Mapping[str, Any], *, now: datetime, candidate_id: str) -> Received:
    """Read how a call goes, or whether a machine took it.

    Raises:
        UnreadableError: no SID, or neither a status nor an answer of the detection.
    """
    sid = sid_of(form, "CallSid")
    status = str(form.get("CallStatus") or "").lower()
    answered_by = str(form.get("AnsweredBy") or "").lower()
    if not re.fullmatch(r"[a-z-]{2,30}", status) and not answered_by:
        raise UnreadableError("the report has no status")
    if not re.fullmatch(r"[a-z_]{0,30}", answered_by):
        raise UnreadableError("the detection's answer is not a word")
    seconds = str(form.get("CallDuration") or "")
    payload = {
        "candidate_id": candidate_id,
        "provider_id": sid,
        "parent_id": str(form.get("ParentCallSid") or "")[:64] or None,
        "status": status,
        "answered_by": answered_by or None,
        "seconds": int(seconds) if re.fullmatch(r"\d{1,6}", seconds, re.ASCII) else None,
        "at": now.isoformat(),
    }
    return Received(TWILIO, CALL, f"call:{sid}:{status}:{answered_by}"[:200], payload)


def sid_of(form: Mapping[str, Any], *names: str) -> str:
    """Return the SID that one of these fields has."""
    for name in names:
        value = form.get(name)
        if isinstance(value, str) and SID.fullmatch(value):
            return value
    raise UnreadableError(f"no {names[0]}")


def mail_events(body: bytes, *, now: datetime) -> list[Received]:
    """Read a batch of SendGrid's events; those that we do not know are left out.

    Raises:
        UnreadableError: not a JSON list of objects.
    """
    try:
        events = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("the body is not JSON") from error
    if not isinstance(events, list) or not all(isinstance(event, dict) for event in events):
        raise UnreadableError("the body is not a list of events")
    return [read for event in events if (read := _mail_event(event, now)) is not None]


def _mail_event(event: Mapping[str, Any], now: datetime) -> Received | None:
    said = {name: value for name, value in event.items() if isinstance(value, str | int | float | bool)}
    name = said.get("event")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z_]{2,40}", name):
        return None
    mail = _text(said.get("sg_message_id")) or _text(said.get("smtp-id"))
    identity = json.dumps([mail, name, *(str(said.get(part, "")) for part in ("timestamp", "email", "url"))])
    payload = {
        "provider_id": _text(said.get("sg_message_id")).split(".")[0][:100] or None,
        "message_id": _text(said.get("message_id"))[:36] or None,
        "marker": _text(said.get("marker"))[:40] or None,
        "status": name,
        "reason": " ".join(_text(said.get(part)) for part in ("reason", "type", "status"))[:500],
        "to": _text(said.get("email"))[:320],
        "machine": said.get("sg_machine_open") in (True, "true", 1),
        "at": _moment(said.get("timestamp"), now).isoformat(),
    }
    key = f"mail:{hashlib.blake2b(identity.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"
    return Received(SENDGRID, BEHAVIOUR if name in BEHAVIOUR_OF else STATUS, key, payload)


def inbound_mail(fields: Mapping[str, str], *, now: datetime) -> Received:
    """Read a mail that Inbound Parse has taken apart.

    Raises:
        UnreadableError: no sender.
    """
    headers = HeaderParser().parsestr(fields.get("headers", ""))
    sender = parseaddr(fields.get("from", "") or str(headers.get("From", "")))[1] or _envelope_sender(fields)
    if "@" not in sender:
        raise UnreadableError("the mail has no sender")
    text = fields.get("text") or _plain(fields.get("html", ""))
    subject = fields.get("subject", "")
    own = _own_words(text)
    identity = str(headers.get("Message-ID") or "").strip() or "|".join(
        (sender, subject, text, fields.get("headers", ""))
    )
    payload = {
        "channel": "email",
        "from": sender[:320],
        "to": fields.get("to", "")[:500],
        # a mail with nothing of its own but a subject says it there ("Unsubscribe")
        "text": (own or subject)[:MOST_TEXT],
        "subject": subject[:500],
        "at": now.isoformat(),
        "provider_id": hashlib.blake2b(identity.encode("utf-8", "replace"), digest_size=16).hexdigest(),
        "auto_reply": is_automatic(headers, subject),
    }
    return Received(SENDGRID, INBOUND, f"mail:{payload['provider_id']}", payload)


def is_automatic(headers: Message, subject: str) -> bool:
    """Tell whether a program wrote a mail (RFC 3834, and what programs used before it)."""
    said = str(headers.get("Auto-Submitted", "no")).split(";")[0].strip().lower()
    precedence = str(headers.get("Precedence", "")).strip().lower()
    marks = ("X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress-Reply", "X-Autoresponder")
    return (
        said not in ("", "no")
        or precedence in ("bulk", "junk", "list", "auto_reply")
        or any(headers.get(mark) for mark in marks)
        or re.match(r"\s*(auto(matic)?[ :-]|out of (the )?office|自动回复|自動回復|自动答复)", subject, re.IGNORECASE)
        is not None
    )


def _own_words(text: str) -> str:
    """Return a mail's text without what it quotes: our own "unsubscribe" must not read as theirs."""
    kept: list[str] = []
    for line in text.splitlines():
        if re.match(
            r"\s*(On .{5,200} wrote:|-{2,} ?(Original Message|原始邮件)|在.{4,100}写道[：:]|发件人[：:]|From: )", line
        ):
            break
        if not line.lstrip().startswith(">"):
            kept.append(line)
    return "\n".join(kept).strip()


def _plain(page: str) -> str:
    return re.sub(r"<[^>]{0,2000}>", " ", page[: 4 * MOST_TEXT])


def _envelope_sender(fields: Mapping[str, str]) -> str:
    try:
        sender = json.loads(fields.get("envelope", "{}")).get("from", "")
    except (ValueError, AttributeError, RecursionError):
        return ""
    return sender if isinstance(sender, str) else ""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _moment(value: Any, now: datetime) -> datetime:
    """Return when it happened; never later than now, however the sender's clock goes."""
    try:
        return min(now, datetime.fromtimestamp(float(value), UTC))
    except (TypeError, ValueError, OverflowError, OSError):
        return now


def mail_date(text: str, fallback: datetime) -> datetime:
    """Return the instant of an RFC 2822 date."""
    try:
        return parsedate_to_datetime(text).astimezone(UTC)
    except (TypeError, ValueError):
        return fallback


def keys_in(settings: Sequence[str | None]) -> list[str]:
    """Return public keys as the helper wants them: without PEM's first and last line."""
    return [re.sub(r"-----[A-Z ]+-----|\s", "", key) for key in settings if key]
