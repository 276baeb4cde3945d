"""What providers send to us, as records: here what Twilio says, in ``inbound_mail`` what SendGrid says.

Whether it is really theirs is asked before (``signatures``). Every reader gives the same few records; the same event by
webhook and by poll has the same key, so it is stored once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import FormData

TWILIO, SENDGRID = "twilio", "sendgrid"
INBOUND, STATUS, CALL, BEHAVIOUR = "inbound", "status", "call", "behaviour"
MOST_FIELDS = 200
MOST_TEXT = 20_000
SID = re.compile(r"[A-Za-z]{2}[A-Za-z0-9]{8,60}")


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
