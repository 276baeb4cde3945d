"""What SendGrid sends to us: events on our mails, and mails that came in."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.message import Message
from email.parser import HeaderParser
from email.utils import parseaddr
from typing import Any

from ringback.channels.inbound import BEHAVIOUR, INBOUND, MOST_TEXT, SENDGRID, STATUS, Received, UnreadableError

BEHAVIOUR_OF = {"open": "mail_open", "click": "mail_click"}


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
