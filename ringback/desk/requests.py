"""Reading a request that anybody on the Internet may have sent: bounded in size and time, and refused in words."""

from __future__ import annotations

import asyncio

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.requests import ClientDisconnect, Request

BODY_SECONDS = 15.0
MOST_PARTS = 200


class Refused(Exception):  # noqa: N818 (a refusal, not a fault)
    """The request is refused with this HTTP status and this reason."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status, self.reason = status, reason


async def body_of(request: Request, *, most_bytes: int, content_type: str) -> bytes:
    """Return the raw body of a request of this content type.

    Raises:
        Refused: another content type (415), too large (413), too slow (408), broken off (400).
    """
    said = request.headers.get("content-type", "").split(";")[0].strip().lower()
    if said != content_type:
        raise Refused(415, f"the content type must be {content_type}")
    length = request.headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length) > most_bytes:
        raise Refused(413, f"more than {most_bytes} bytes")
    parts, n = [], 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                n += len(part)
                if n > most_bytes:
                    raise Refused(413, f"more than {most_bytes} bytes")
                parts.append(part)
    except TimeoutError:
        raise Refused(408, "the body did not come in time") from None
    except ClientDisconnect:
        raise Refused(400, "the request broke off") from None
    return b"".join(parts)


def parts_of(content_type: str, body: bytes) -> dict[str, bytes]:
    """Return the plain fields of a multipart body as bytes; attached files are left out.

    Raises:
        Refused: it is no multipart body (400).
    """
    kind, options = parse_options_header(content_type)
    boundary = options.get(b"boundary")
    if kind != b"multipart/form-data" or not boundary:
        raise Refused(400, "the multipart body has no boundary")
    reader = _Parts()
    try:
        parser = MultipartParser(boundary, reader.callbacks())  # type: ignore[arg-type]
        parser.write(body)
        parser.finalize()
    except (FormParserError, ValueError) as error:
        raise Refused(400, "the multipart body cannot be read") from error
    if reader.is_open:
        raise Refused(400, "the multipart body breaks off")
    return reader.fields


class _Parts:
    """Collects the parts of a multipart body."""

    def __init__(self) -> None:
        self.fields: dict[str, bytes] = {}
        self.is_open = False
        self._name: str | None = None
        self._header, self._value, self._data = b"", b"", bytearray()

    def callbacks(self) -> dict[str, object]:
        return {
            "on_part_begin": self._begin,
            "on_header_field": self._on_header,
            "on_header_value": self._on_value,
            "on_header_end": self._end_header,
            "on_part_data": self._on_data,
            "on_part_end": self._end,
        }

    def _begin(self) -> None:
        self._name, self.is_open = None, True
        self._header, self._value, self._data = b"", b"", bytearray()

    def _on_header(self, data: bytes, start: int, end: int) -> None:
        self._header += data[start:end]

    def _on_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, options = parse_options_header(self._value)
            if b"filename" not in options:
                self._name = options.get(b"name", b"").decode("utf-8", "replace")
        self._header = self._value = b""

    def _on_data(self, data: bytes, start: int, end: int) -> None:
        if self._name is not None:
            self._data += data[start:end]

    def _end(self) -> None:
        self.is_open = False
        if self._name is not None:
            if len(self.fields) >= MOST_PARTS:
                raise ValueError("too many parts")
            self.fields[self._name] = bytes(self._data)
