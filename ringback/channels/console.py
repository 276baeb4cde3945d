"""The console channel: writes what would be sent, and sends nothing. The default, and the twin of the real channels.

``outbox/console.jsonl`` holds one JSON object a message, ``outbox/console.txt`` the same for reading. A message is in the
file once, whatever happens: writers take turns, each looks whether the marker is already there, and the line is on disk
before the answer. Reading the file back is therefore a complete answer to "was it accepted?".
"""

from __future__ import annotations

import fcntl
import json
import os
import uuid
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import IO, Any

from ringback.channels.base import Accepted, OutgoingMessage, Ring
from ringback.errors import RetryableError
from schemas.words import Channel


class ConsoleFile:
    """The file that all console senders of one installation write to."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "console.jsonl"
        self._readable = folder / "console.txt"
        self._lock = Lock()
        self._offset = 0
        self._ids: dict[str, str] = {}

    def add(self, message: OutgoingMessage) -> Accepted:
        """Write the message unless its marker is there already; return the id it has in the file."""
        with self._lock, self._alone() as file:
            message.fence()
            known = self._catch_up(file).get(message.marker)
            if known is not None:
                return Accepted(known)
            provider_id = f"console-{message.message_id}"
            line = json.dumps(_as_row(message, provider_id), ensure_ascii=False).encode() + b"\n"
            os.write(file, line)
            os.fsync(file)
            with _for_reading(self._readable) as readable:
                readable.write(_as_text(message))
            return Accepted(provider_id)

    def note(self, text: str) -> None:
        """Add a remark to what is for reading."""
        with self._lock, self._alone(), _for_reading(self._readable) as readable:
            readable.write(text)

    def forget(self, message_ids: Collection[str], phones: Collection[str]) -> None:
        """Take what was written to these messages' people, and calls to these phones, out of both files.

        A line keeps its length and its marker: other writers go on reading where they stopped, and nothing is sent twice.
        """
        if not (message_ids or phones) or not self._path.exists():
            return
        wanted, gone = frozenset(message_ids), []
        with self._lock, self._alone(), self._path.open("r+b") as file:
            while line := file.readline():
                row = _row_of(line)
                if row.get("message_id") in wanted:
                    gone.append(_as_text_of(row))
                    file.seek(-len(line), os.SEEK_CUR)
                    file.write(_blanked(row, len(line)))
            os.fsync(file.fileno())
            self._forget_readable(gone, phones)

    def _forget_readable(self, gone: Sequence[str], phones: Collection[str]) -> None:
        if not self._readable.exists():
            return
        text = self._readable.read_text(encoding="utf-8")
        for block in gone:
            text = text.replace(block, "", 1)
        lines = text.splitlines(keepends=True)
        kept = (line for line in lines if not (line.startswith("=== ") and any(phone in line for phone in phones)))
        self._readable.write_text("".join(kept), encoding="utf-8")

    def find(self, marker: str) -> Accepted | None:
        """Return what stands in the file under ``marker``."""
        with self._lock, self._alone() as file:
            provider_id = self._catch_up(file).get(marker)
        return None if provider_id is None else Accepted(provider_id)

    @contextmanager
    def _alone(self) -> Iterator[int]:
        """Give the open file while no other process writes to it."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
        except OSError as error:
            raise RetryableError(
                f"{self._path} cannot be written ({error.strerror}); free space or correct its rights."
            ) from error
        try:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield file
        except OSError as error:
            raise RetryableError(
                f"{self._path} cannot be written ({error.strerror}); free space or correct its rights."
            ) from error
        finally:
            os.close(file)

    def _catch_up(self, file: int) -> dict[str, str]:
        """Read what others wrote since the last look. A line that a dying writer left half-written is ended here."""
        size = os.fstat(file).st_size
        if size < self._offset:  # somebody emptied the file
            self._offset, self._ids = 0, {}
        data = os.pread(file, size - self._offset, self._offset)
        if data and not data.endswith(b"\n"):
            os.write(file, b"\n")
            data += b"\n"
        self._offset += len(data)
        for line in data.splitlines():
            try:
                row = json.loads(line)
                self._ids[row["marker"]] = row["provider_id"]
            except (ValueError, KeyError, TypeError):
                continue  # half a line was never acknowledged
        return self._ids


class ConsoleSender:
    """Sends by writing to the console file."""

    provider = "console"
    settle_seconds: float | None = 0.0

    def __init__(self, file: ConsoleFile, name: str) -> None:
        self.name = name
        self._file = file

    def send(self, message: OutgoingMessage) -> Accepted:
        """Write the message; it is on disk when this returns."""
        return self._file.add(message)

    def look_up(self, message: OutgoingMessage) -> Accepted | None:
        """Return what the file holds under the message's marker."""
        return self._file.find(message.marker)

    def close(self) -> None:
        """Nothing is kept open."""


def _as_row(message: OutgoingMessage, provider_id: str) -> dict[str, Any]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "channel": message.channel.value,
        "to": message.to,
        "subject": message.subject,
        "text": message.body,
        "marker": message.marker,
        "message_id": message.message_id,
        "provider_id": provider_id,
    }


def _as_text(message: OutgoingMessage) -> str:
    head = f"--- {message.channel.both} -> {message.to}"
    subject = f"\n{message.subject}" if message.subject else ""
    return f"{head}{subject}\n{message.body.rstrip()}\n\n"


def _row_of(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError:
        return {}  # half a line of a dying writer
    return row if isinstance(row, dict) else {}


def _as_text_of(row: dict[str, Any]) -> str:
    """Return what stands in the readable file for a row of the other."""
    subject = f"\n{row['subject']}" if row.get("subject") else ""
    return f"--- {Channel(row['channel']).both} -> {row['to']}{subject}\n{row['text'].rstrip()}\n\n"


def _blanked(row: dict[str, Any], length: int) -> bytes:
    """Return a line of the same length with nothing but marker and id."""
    kept = json.dumps({"erased": True, "marker": row["marker"], "provider_id": row["provider_id"]}).encode()
    return kept.ljust(length - 1) + b"\n"


class ConsoleCaller:
    """The twin of click-to-call: writes down who would be connected, and rings nobody."""

    def __init__(self, file: ConsoleFile) -> None:
        self._file = file

    def ring(self, ring: Ring) -> str:
        """Write the call down and return an id for it."""
        call_id = f"console-call-{uuid.uuid4().hex}"
        self._file.note(f"=== call: {ring.recruiter_e164} would be rung, then {ring.candidate_e164}\n\n")
        return call_id

    def close(self) -> None:
        """Nothing is open."""


def _for_reading(path: Path) -> IO[str]:
    """Open the file for reading at its end; it holds addresses, so nobody else of this machine sees it."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="utf-8")
