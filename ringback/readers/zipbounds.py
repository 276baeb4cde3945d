"""Bounds for everything that is a ZIP inside: office documents and archives alike."""

from __future__ import annotations

import zipfile
import zlib
from typing import TYPE_CHECKING

from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits

CHUNK = 256 * 1024
ENCRYPTED_FLAG = 0x1


def check_declared(archive: zipfile.ZipFile, limits: ReaderLimits, *, max_bytes: int) -> None:
    """Refuse an archive that says of itself that it is a bomb, before anything is unpacked.

    Raises:
        Refused: ``bomb`` for too many parts, too many bytes or too high a ratio.
    """
    infos = archive.infolist()
    if len(infos) > limits.max_members:
        raise Refused("bomb", f"{len(infos)} parts")
    total = sum(info.file_size for info in infos)
    if total > max_bytes:
        raise Refused("bomb", f"{total // 1_000_000} MB unpacked")
    packed = max(1, sum(info.compress_size for info in infos))
    if total > limits.ratio_free_bytes * 8 and total / packed > limits.max_ratio:
        raise Refused("bomb", f"{total // packed} times its packed size")


def read_bounded(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limits: ReaderLimits, *, max_bytes: int) -> bytes:
    """Unpack one part into memory, counting what really comes out (declared sizes can lie).

    Raises:
        Refused: ``bomb``, ``encrypted`` or ``truncated``.
    """
    if info.flag_bits & ENCRYPTED_FLAG:
        raise Refused("encrypted")
    ceiling = min(max_bytes, max(limits.ratio_free_bytes * 8, int(info.compress_size * limits.max_ratio)))
    chunks: list[bytes] = []
    n_bytes = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(CHUNK):
                n_bytes += len(chunk)
                if n_bytes > ceiling:
                    raise Refused("bomb", f"more than {ceiling // 1_000_000} MB unpacked")
                chunks.append(chunk)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Refused("truncated", "damaged part") from error
    except (NotImplementedError, RuntimeError) as error:
        raise Refused("unsupported", "packing method") from error
    return b"".join(chunks)
