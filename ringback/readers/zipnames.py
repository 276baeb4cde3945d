"""Archives whose names are not what their flags say: opened all the same, since names are for people only."""

from __future__ import annotations

import io
import struct
import zipfile
from bisect import bisect_left
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UTF8_FLAG = 0x800
_HEADER = b"PK\x03\x04"
_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_END_SIZE = 22
_LONGEST_COMMENT = 0xFFFF
_IS_ZIP64 = 0xFFFFFFFF
_FLAGS_IN_ENTRY, _FLAGS_IN_HEADER = 9, 7  # the upper byte of the flags
_ENTRY_FIELDS = struct.Struct("<28x3H8xL")  # lengths of name, extra and comment; where the data of the entry begins
_ENTRY_SIZE = 46


def open_zip(source: bytes | Path) -> zipfile.ZipFile:
    """Open an archive; names that are said to be UTF-8 and are not are taken for bytes without a declared encoding.

    Raises:
        zipfile.BadZipFile, OSError, ValueError, NotImplementedError: as :class:`zipfile.ZipFile`, the first also where an
            archive is cut off behind the end of an archive within it.
    """
    try:
        return _whole(zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source))
    except UnicodeDecodeError:
        stream = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        try:
            return zipfile.ZipFile(_Patched(stream))
        except BaseException:
            stream.close()
            raise


def _whole(archive: zipfile.ZipFile) -> zipfile.ZipFile:
    """Return an archive whose directory counts from where it begins; the last directory of one cut off is that of a part."""
    stream, first = archive.fp, next(iter(archive.infolist()), None)
    if stream is None or first is None or not first.header_offset:
        return archive
    stream.seek(0)
    begins = stream.read(len(_HEADER))
    stream.seek(archive.start_dir)
    entry = stream.read(_ENTRY_SIZE)
    if (
        begins != _HEADER
        or len(entry) < _ENTRY_SIZE
        or _ENTRY_FIELDS.unpack(entry)[-1] in {first.header_offset, _IS_ZIP64}
    ):
        return archive
    archive.close()
    raise zipfile.BadZipFile("the archive around another one is cut off")


class _Patched(io.RawIOBase):
    """A stream whose entries no longer claim UTF-8; large archives need not stand in memory for that."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._claims = sorted(_claims(stream))

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int = -1) -> bytes:
        """Read, with the claims cleared."""
        at = self._stream.tell()
        data = bytearray(self._stream.read(size))
        for place in self._claims[bisect_left(self._claims, at) : bisect_left(self._claims, at + len(data))]:
            data[place - at] &= ~(UTF8_FLAG >> 8) & 0xFF
        return bytes(data)

    def close(self) -> None:
        self._stream.close()
        super().close()


def _claims(stream: IO[bytes]) -> Iterator[int]:
    """Yield where the bytes stand that hold the UTF-8 flag: twice for each entry, in the directory and before its data."""
    length = stream.seek(0, io.SEEK_END)
    stream.seek(max(0, length - _END_SIZE - _LONGEST_COMMENT))
    tail = stream.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise zipfile.BadZipFile("no end record")
    size, offset = struct.unpack_from("<2L", tail, at + 12)
    start = length - len(tail) + at - size
    if _IS_ZIP64 in {size, offset} or start < offset:
        raise zipfile.BadZipFile("names in an unknown encoding")
    stream.seek(start)
    directory = stream.read(size)
    stream.seek(0)
    place = 0
    while place + _ENTRY_SIZE <= len(directory) and directory[place : place + 4] == _ENTRY:
        *lengths, header = _ENTRY_FIELDS.unpack_from(directory, place)
        yield start + place + _FLAGS_IN_ENTRY
        yield start - offset + header + _FLAGS_IN_HEADER
        place += _ENTRY_SIZE + sum(lengths)
