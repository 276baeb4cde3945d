"""What a row of an outside log says: an attempt or a piece of behaviour of one candidate, or why it cannot be taken."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, NamedTuple

from ringback.actions.import_rows import Row
from ringback.actions.import_times import from_local
from ringback.rules.clocks import is_yet_to_come
from schemas.words import Channel, Direction, Disposition

LONGEST_WORD = 100  # of the columns for ids and names that others made
LONGEST_EVENT = 40
ATTEMPT_COLUMNS = frozenset(
    {"event_id", "record_id", "candidate_id", "channel", "direction", "started_at_utc", "agent_id", "disposition",
     "duration_sec", "template_id", "note"}
)  # fmt: skip
EVENT_COLUMNS = frozenset({"event_id", "record_id", "candidate_id", "at_utc", "event", "machine"})
MACHINE_WORDS = {
    **dict.fromkeys(("1", "1.0", "true", "yes", "y", "t", "是", "bot", "machine", "机器"), True),
    **dict.fromkeys(("", "0", "0.0", "false", "no", "n", "f", "否", "human", "人"), False),
}
"""How logs say whether a machine did it; spreadsheets write 1.0 in a column with gaps."""
CHANNEL_WORDS = {
    **{word: channel for channel in Channel for word in (channel.value, channel.zh, channel.en.lower())},
    **dict.fromkeys(("phone", "phone call", "telephone", "voice", "voice call", "手机", "通话"), Channel.CALL),
    **dict.fromkeys(("text", "text message", "message"), Channel.SMS),
    **dict.fromkeys(("mail", "邮箱", "电子邮件"), Channel.EMAIL),
}
DIRECTION_WORDS = {
    **{word: direction for direction in Direction for word in (direction.value, direction.zh, direction.en.lower())},
    **dict.fromkeys(("outbound", "outgoing call", "主叫", "去电", "外呼", "拨出"), Direction.OUT),
    **dict.fromkeys(("inbound", "incoming call", "被叫", "来电"), Direction.IN),
}
"""How telephone systems write the two; theirs that mean nothing certain are refused."""
OLDEST = datetime(2000, 1, 1, tzinfo=UTC)
"""What is older is an empty date in some system's writing (1970, 1900, 0001)."""


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """Why a row is not taken: a code, and a sentence that says what to do."""

    code: str
    message: str


class Place(NamedTuple):
    """A candidate, the record that history hangs on, and the candidate's zone."""

    candidate_id: str
    record: int | None
    timezone: str


Parse = Callable[[Row, Place], dict[str, Any] | RefusedLine]


def attempt_parser(words: Mapping[str, str], now: datetime, *, is_local: bool) -> Parse:
    """Return what reads an attempt; ``words`` gives our disposition for each of theirs, times are UTC or the candidate's own."""
    spoken = {word.upper(): ours for word, ours in words.items()}

    def parse(row: Row, place: Place) -> dict[str, Any] | RefusedLine:
        at = instant_of(row.get("started_at_utc"))
        if at is None:
            return RefusedLine(
                "invalid_row", f"started_at_utc {row.get('started_at_utc')!r} is no time like 2026-11-22T06:05:00Z"
            )
        if is_local:
            at = from_local(at, place.timezone)
        if refused := _of_no_time("started_at_utc", at, now):
            return refused
        word = (text_of(row.get("disposition")) or Disposition.UNKNOWN.value).upper()
        word = spoken.get(word, word)
        if word not in Disposition.__members__:
            return RefusedLine(
                "unknown_disposition", f"{word!r} is not known; map it: dispositions: {{{word}: NO_ANSWER}}"
            )
        channel, direction = channel_of(row.get("channel")), direction_of(row.get("direction"))
        if channel is None or direction is None:
            name, known = ("channel", list(Channel)) if channel is None else ("direction", list(Direction))
            return RefusedLine(
                "invalid_row", f"{name} {text_of(row.get(name))!r} is not known; write one of: {', '.join(known)}"
            )
        agent = _short(text_of(row.get("agent_id")))
        identity = (place.candidate_id, channel, direction, at.isoformat(), word, agent or "")
        return {
            "event_id": _event_id("attempt", row.get("event_id"), identity),
            "candidate_id": place.candidate_id,
            "source_record_id": place.record,
            "channel": channel,
            "direction": direction,
            "started_at": at,
            "disposition": Disposition(word),
            "agent_id": agent,
            "duration_seconds": _seconds(row.get("duration_sec")),
            "template_id": _short(text_of(row.get("template_id"))),
            "note": text_of(row.get("note")),
        }

    return parse


def event_parser(now: datetime) -> Parse:
    """Return what reads a piece of behaviour: a JD view, an open, a click, a reply."""
    return lambda row, place: _event_of(row, place, now)


def _event_of(row: Row, place: Place, now: datetime) -> dict[str, Any] | RefusedLine:
    at, word = instant_of(row.get("at_utc")), event_word(row.get("event"))
    if at is None:
        return RefusedLine("invalid_row", f"at_utc {row.get('at_utc')!r} is no time like 2026-11-22T06:05:00Z")
    if refused := _of_no_time("at_utc", at, now):
        return refused
    if not 0 < len(word) <= LONGEST_EVENT:
        return RefusedLine("invalid_row", f"event {row.get('event')!r} is no word of 1 to {LONGEST_EVENT} letters")
    machine = (text_of(row.get("machine")) or "").lower()
    if machine not in MACHINE_WORDS:
        return RefusedLine("invalid_row", f"machine {row.get('machine')!r} is neither 0 nor 1")
    return {
        "event_id": _event_id("event", row.get("event_id"), (place.candidate_id, word, at.isoformat())),
        "candidate_id": place.candidate_id,
        "source_record_id": place.record,
        "at": at,
        "event": word,
        "is_machine": MACHINE_WORDS[machine],
    }


def event_word(value: Any) -> str:
    """Return the name of a piece of behaviour as it is counted: ``JD View`` and ``jd-view`` are ``jd_view``."""
    return "_".join((text_of(value) or "").lower().replace("-", " ").split())


def channel_of(value: Any) -> Channel | None:
    """Return the channel that a cell names, a call if it is empty; None if the word is not known."""
    return CHANNEL_WORDS.get((text_of(value) or Channel.CALL.value).lower())


def direction_of(value: Any) -> Direction | None:
    """Return the direction that a cell names, outgoing if it is empty; None if the word is not known."""
    return DIRECTION_WORDS.get((text_of(value) or Direction.OUT.value).lower())


def _of_no_time(column: str, at: datetime, now: datetime) -> RefusedLine | None:
    """Return why nothing can have happened then; None if it can."""
    if at < OLDEST:
        return RefusedLine(
            "invalid_row",
            f"{column} {at.isoformat()[:10]} stands for an empty date, as it seems; write the true one, or leave the row out",
        )
    if not is_yet_to_come(at, now=now):
        return None
    return RefusedLine(
        "invalid_row",
        f"{column} {at:%Y-%m-%d %H:%M} UTC lies in the future; correct its date or zone and import the file again"
        " (what is in is not doubled)",
    )


def renamed_columns(mapping: Mapping[str, Any] | None, ours: Collection[str]) -> dict[str, str]:
    """Return our name for each of their columns; a mapping may be written in either direction."""
    given = texts_of((mapping or {}).get("columns") or mapping)
    return {
        (theirs if theirs not in ours else name): (name if theirs not in ours else theirs)
        for name, theirs in given.items()
    }


def _digest(kind: str, identity: Sequence[str]) -> str:
    return f"{kind}-{hashlib.blake2b('|'.join(identity).encode(), digest_size=12).hexdigest()}"


def text_of(value: Any) -> str | None:
    """Return a cell as text that every database takes (no NUL, no half of a surrogate pair); None for an empty one."""
    text = "" if value is None else str(value).replace("\x00", "").encode("utf-8", "replace").decode().strip()
    return text or None


def _short(text: str | None) -> str | None:
    return text[:LONGEST_WORD] if text else None


def _event_id(kind: str, written: Any, identity: Sequence[str]) -> str:
    """Return their id of an event, a digest of it if it is too long for a column, or one of what makes the event."""
    text = text_of(written)
    if text is None:
        return _digest(kind, identity)
    return text if len(text) <= LONGEST_WORD else _digest(kind, (text,))


def texts_of(table: Any) -> dict[str, str]:
    """Return the entries of a mapping file's table that name something by text."""
    return {str(k): str(v) for k, v in (table or {}).items() if isinstance(v, str)}


def _seconds(value: Any) -> float | None:
    """Return how long a call was; None for what is no length."""
    try:
        number = float(text_of(value) or "nan")
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def instant_of(value: Any) -> datetime | None:
    """Return an aware UTC instant; a time without a zone is UTC, as the column's name says."""
    if isinstance(value, datetime):
        moment = value
    else:
        text = text_of(value)
        try:
            moment = datetime.fromisoformat(text) if text else None  # type: ignore[assignment]
        except ValueError:
            return None
    if moment is None:
        return None
    try:
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except OverflowError:  # the first or last day of the calendar, in another zone
        return None
