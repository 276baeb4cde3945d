"""Messages between the pool and its children: a length, then a pickle. Both ends are this package, never a stranger."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_HEADER = struct.Struct("<I")


def pack(message: Any) -> bytes:
    """Return a message with its length in front."""
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _HEADER.pack(len(body)) + body


def receive(stream: IO[bytes]) -> Any | None:
    """Read one message, waiting for it; None at the end of the stream."""
    header = stream.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    return pickle.loads(stream.read(length))  # noqa: S301 - written by our own parent process


class Inbox:
    """Puts messages together from the pieces that a non-blocking read gives."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def feed(self, piece: bytes) -> list[Any]:
        """Add a piece and return the messages that are whole now."""
        self._buffer += piece
        messages: list[Any] = []
        while len(self._buffer) >= _HEADER.size:
            (length,) = _HEADER.unpack_from(self._buffer)
            end = _HEADER.size + length
            if len(self._buffer) < end:
                break
            messages.append(pickle.loads(bytes(self._buffer[_HEADER.size : end])))  # noqa: S301 - written by our own child
            del self._buffer[:end]
        return messages
