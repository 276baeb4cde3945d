"""What lies in the drop folders: which files count, whether they have arrived, and what their bytes are."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from ringback.errors import UsageError
from ringback.store.files import digest_of
from ringback.workspace import Workspace

IGNORED_PREFIXES = (".", "~$")
IGNORED_SUFFIXES = (".part", ".tmp", ".crdownload")
LONGEST_NAME_BYTES = 230  # a file name may have 255 bytes, and the reason file adds to it
SHORT_NAME = 40


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file that lies still in a drop folder; ``shown`` is its path relative to the drop folder."""

    path: Path
    shown: str
    source: str
    sha256: str
    size_bytes: int


def source_folder(workspace: Workspace, drop: Path | None, source: str | None) -> Path:
    """Return the folder to look into.

    Raises:
        UsageError: the drop folder or the source's folder does not exist.
    """
    root = drop or workspace.drop
    folder = root / source if source else root
    if source and Path(source).name != source:
        raise UsageError(f"Source {source!r} is not the name of a drop folder; sources in {root}: {_names(root)}.")
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}; sources in {root}: {_names(root)}. Make it, or check the name.")
    return folder


def _names(root: Path) -> str:
    found = sorted(path.name for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    return ", ".join(found) or "none yet"


def files_below(folder: Path, root: Path, source: str | None) -> Iterator[Path]:
    """Yield regular files below the sources' folders; a file directly in the drop folder belongs to no source: skipped."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(_readable(Path(parent), name) for name in folders if not name.startswith(IGNORED_PREFIXES))
        if source is None and Path(parent) == root:
            continue
        for name in names:
            path = Path(parent) / name
            if not _is_ignored(name) and path.is_file() and not path.is_symlink():
                yield Path(parent) / _readable(Path(parent), name)


def astray(root: Path) -> list[str]:
    """Return the names of what lies directly in the drop folder: it belongs to no source, so nobody reads it."""
    files = (path.name for path in root.iterdir() if path.is_file() and not _is_ignored(path.name))
    return sorted(os.fsencode(name).decode("utf-8", "replace") for name in files)


def _readable(parent: Path, name: str) -> str:
    """Return the name, renamed on disk first if it is not valid UTF-8 (archives unpacked from Chinese Windows are GBK)."""
    raw = os.fsencode(name)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        better = _shortened(raw.decode("gb18030", "replace").replace("\ufffd", "_"))
        while (parent / better).exists():
            better = _shortened(f"_{better}")
        (parent / name).rename(parent / better)
        return better
    return name


def _shortened(name: str) -> str:
    """Return a name that a file system takes: 汉字 have two bytes in GBK and three in UTF-8."""
    path = PurePath(name)
    room = LONGEST_NAME_BYTES - len(path.suffix.encode())
    return path.stem.encode()[:room].decode("utf-8", "ignore") + path.suffix if room > 0 else name[:SHORT_NAME]


def _is_ignored(name: str) -> bool:
    return name.startswith(IGNORED_PREFIXES) or name.lower().endswith(IGNORED_SUFFIXES)


def stands_still(path: Path, settle_seconds: float, *, is_put_back: bool = False) -> bool:
    """Tell whether size and mtime have stood still long enough.

    The change time counts as well, since copying tools set the mtime back, but for what ``is_put_back`` out of quarantine: a
    move changes it. Times in the future (a wrong clock on a file server) say nothing and are left out.
    """
    if settle_seconds <= 0:
        return True
    try:
        stat = path.stat()
    except OSError:
        return False
    wall = time.time()
    moments = (stat.st_mtime,) if is_put_back else (stat.st_mtime, stat.st_ctime)
    past = [moment for moment in moments if moment <= wall]
    return not past or wall - max(past) >= settle_seconds


def look_at(path: Path, root: Path) -> SeenFile | None:
    """Return digest and size of a file, or None if it changed or vanished meanwhile."""
    try:
        before = path.stat()
        digest = digest_of(path)
        after = path.stat()
    except OSError:
        return None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        return None
    shown = path.relative_to(root).as_posix()
    return SeenFile(path, shown, shown.split("/", 1)[0], digest, after.st_size)
