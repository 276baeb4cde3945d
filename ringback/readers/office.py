"""LibreOffice as the last resort, where it is installed: for word processors that have no reader here.

It runs without a window, without network (in a network namespace of its own where the kernel allows it), with a profile of
its own in which macros, scripts and the loading of linked content are off, in a process group of its own that is killed when
its time is over. It also dies with the process that started it. The result is read as DOCX: its text export drops frames.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import signal
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ringback.readers.docx import read_docx
from ringback.readers.refusals import Refused

if TYPE_CHECKING:
    from ringback.readers.document import Document
    from ringback.readers.limits import ReaderLimits

SECONDS = 20.0  # a start with a new profile takes 2 s; a file may hold a batch for 30 s in all
_STARTED_ANEW = {79, 81}  # a first start sets the profile up and asks to be started again (EXITHELPER in LibreOffice)
_N_STARTS = 3
_PR_SET_PDEATHSIG = 1
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
{items}</oor:items>
"""
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{0}"><prop oor:name="{1}" oor:op="fuse"><value>{2}</value></prop></item>\n'
)
_SETTINGS = (
    ("Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Common/Security/Scripting", "DisablePythonRuntime", "true"),
    ("Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Writer/Content/Update", "Link", "0"),
)


@cache
def _program() -> str | None:
    """Return the program itself rather than its starter script, which would outlive a kill."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if not found:
        return None
    program = Path(found).resolve().with_name("soffice.bin")
    return str(program) if program.is_file() else found


@cache
def _without_network() -> tuple[str, ...]:
    """Return the command that takes the network away; empty where the kernel or the machine's owner does not allow it."""
    tool = shutil.which("unshare")
    if tool is None:
        return ()
    command = (tool, "--map-root-user", "--net", "--")
    tried = subprocess.run([*command, "true"], check=False, capture_output=True, timeout=5)  # noqa: S603 - fixed words
    return command if tried.returncode == 0 else ()


def is_available() -> bool:
    """Tell whether LibreOffice is installed."""
    return _program() is not None


def read_office(data: bytes, limits: ReaderLimits) -> Document:
    """Let LibreOffice turn a document that only it knows into DOCX, and read that.

    Raises:
        Refused: ``unsupported`` where LibreOffice is not installed or makes nothing of it, ``timeout`` after 20 s; as
            :func:`~ringback.readers.docx.read_docx` for the result.
    """
    if not is_available():
        raise Refused("unsupported", "a word processor that needs LibreOffice on this machine")
    with tempfile.TemporaryDirectory(prefix="ringback-office-", ignore_cleanup_errors=True) as folder:
        document = Path(folder, "document")
        document.write_bytes(data)
        _convert(document)
        made = document.with_suffix(".docx")
        if not made.is_file():
            raise Refused("unsupported", "LibreOffice cannot open it")
        if made.stat().st_size > limits.max_file_bytes:
            raise Refused("too_large", "as DOCX")
        return read_docx(made.read_bytes(), limits)


def _convert(document: Path) -> None:
    profile = document.with_name("profile")
    (profile / "user").mkdir(parents=True)
    items = "".join(_ITEM.format(*setting) for setting in _SETTINGS)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE.format(items=items), encoding="utf-8")
    command = (
        *_without_network(),
        str(_program()),
        f"-env:UserInstallation={profile.as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nofirststartwizard"),
        *("--convert-to", "docx", "--outdir", str(document.parent), str(document)),
    )
    for _ in range(_N_STARTS):
        if _run(command, home=document.parent) not in _STARTED_ANEW:
            return


def _run(command: tuple[str, ...], *, home: Path) -> int:
    process = subprocess.Popen(  # noqa: S603 - our own command; the document's name is ours
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=True,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - a reader has one thread
    )
    try:
        return process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise Refused("timeout", "LibreOffice") from error
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _die_with_parent() -> None:
    """Ask Linux to end this process when its parent ends, however that comes about (prctl(2)); elsewhere nothing."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
