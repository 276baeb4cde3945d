"""ZIP archives: members are read into memory one by one within bounds; nothing is ever written under a member's name."""

from __future__ import annotations

import zipfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.document import Container, Member
from ringback.readers.refusals import Refused, explain
from ringback.readers.zipbounds import check_declared, read_bounded
from ringback.readers.zipnames import UTF8_FLAG, open_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ringback.readers.limits import ReaderLimits
    from schemas.records import Unreadable

_JUNK = re.compile(r"(?:^|/)(?:__MACOSX/|\._|~\$|\.~lock|Thumbs\.db$|desktop\.ini$|\.DS_Store$)", re.IGNORECASE)
_OUTSIDE = re.compile(r"^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\x00")


def read_archive(source: bytes | Path, limits: ReaderLimits) -> Container:
    """Open an archive of files; a path is read in place, so that large archives never stand in memory whole.

    Raises:
        Refused: ``bomb``, ``truncated`` or ``empty``.
    """
    try:
        archive = open_zip(source)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Refused("truncated", "ZIP directory") from error
    check_declared(archive, limits, max_bytes=limits.max_unpacked_bytes)
    infos = [info for info in archive.infolist() if not (info.is_dir() or _JUNK.search(member_name(info)))]
    if not infos:
        raise Refused("empty", "archive without files")
    return Container(format="zip", members=_members(archive, infos, limits))


def _members(
    archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], limits: ReaderLimits
) -> Iterator[Member | Unreadable]:
    room = limits.max_unpacked_bytes
    with archive:
        for info in infos:
            name = member_name(info)
            if _OUTSIDE.search(name) or _OUTSIDE.search(info.orig_filename):
                yield explain("traversal", member=name)
                continue
            if info.file_size > limits.max_file_bytes:
                yield explain("too_large", member=name)
                continue
            try:
                data = read_bounded(archive, info, limits, max_bytes=min(room, limits.max_file_bytes))
            except Refused as refused:
                yield explain(refused.code, detail=refused.detail, member=name)
                continue
            room -= len(data)
            yield Member(name=name, data=data)


def member_name(info: zipfile.ZipInfo) -> str:
    """Return a member's name for people: Chinese Windows writes GBK without saying so."""
    if info.flag_bits & UTF8_FLAG and not any("\u2500" <= sign <= "\u259f" for sign in info.filename):
        return info.filename  # with frames in it, it is Chinese that a program misread before it wrote UTF-8
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    for codec in ("utf-8", "gb18030"):
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return info.filename


def base_name(name: str) -> str:
    """Return the last part of a member's name."""
    return PurePosixPath(name.replace("\\", "/")).name
