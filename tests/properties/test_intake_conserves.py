"""Whatever is dropped, copied, replaced, taken away and interrupted: every file that was claimed and stored is kept once."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.actions.intake import ClaimedFile, claim_files
from ringback.actions.settling import settle_files
from ringback.actions.storing import FileVerdict, store_verdicts
from ringback.settings import Settings
from ringback.store.files import digest_of, has_bytes
from ringback.workspace import Workspace, open_workspace
from schemas.records import ParsedResume, Unreadable
from schemas.words import FileState
from tests.standins.homes import empty_home, files, resting_digests

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
sources = st.sampled_from(["zhaopin", "boss"])
names = st.sampled_from(["a.pdf", "b.pdf", "a.pdf/in.pdf", "a.pdf.reason.json", "长" * 70 + ".pdf", "x/y/a.pdf"])
contents = st.sampled_from([b"", b"good 1", b"good 2", b"good 3", b"bad 1", b"bad 2"])
steps = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), sources, names, contents),
        st.tuples(st.just("take away"), sources, names, st.just(b"")),
        st.tuples(
            st.sampled_from(["dies after claim", "dies after store", "pass"]), st.just(""), st.just(""), st.just(b"")
        ),
    ),
    max_size=14,
)


def judged(file: ClaimedFile) -> FileVerdict | None:
    """Judge by content, as reading would; None if the file is no longer what was claimed."""
    if not has_bytes(file.path, file.sha256):
        return None
    if file.path.read_bytes().startswith(b"good"):
        return FileVerdict(file, (ParsedResume(name="孟知夏", emails=("a@example.com",)),), (), ())
    return FileVerdict(file, (), (), (Unreadable("not_a_resume", "m", "h"),))


def take_in(ws: Workspace, until: str) -> None:
    settle_files(ws, now=NOW)
    claim = claim_files(ws, now=NOW)
    if until == "dies after claim":
        return
    store_verdicts(ws, [verdict for file in claim.files if (verdict := judged(file))], now=NOW)
    if until == "pass":
        settle_files(ws, now=NOW)


def change(ws: Workspace, what: str, path: Path, content: bytes) -> None:
    if what == "take away":
        if path.is_file():
            path.unlink()
        return
    blocked = [part for part in path.parents if part.is_file()] or path.is_dir()
    if not blocked:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    del ws


@settings(max_examples=60, deadline=None)
@given(steps)
def test_nothing_is_lost_and_nothing_is_kept_twice(happened: list[tuple[str, str, str, bytes]]) -> None:
    base = Path(tempfile.mkdtemp())
    shutil.copytree(empty_home(), base / "home")
    ws = open_workspace(Settings(home=base / "home", settle_seconds=0, readers=1))
    try:
        for what, source, name, content in happened:
            if what in ("drop", "take away"):
                change(ws, what, ws.drop / source / name, content)
            else:
                take_in(ws, what)
        present = {digest_of(path) for path in ws.drop.rglob("*") if path.is_file()}
        written = {row.sha256 for row in files(ws) if row.state in (FileState.ARCHIVED, FileState.QUARANTINED)}
        kept = {row.sha256 for row in files(ws) if row.stored_path and row.state is not FileState.KNOWN}
        take_in(ws, "pass")
        take_in(ws, "pass")
        after = resting_digests(ws)
        assert present <= set(after), "a file that lay in the drop folder is nowhere"
        assert kept <= set(after), "a file that was kept is nowhere"
        filled = [digest for digest in after if digest != digest_of_empty()]
        assert len(filled) == len(set(filled)), "the same bytes are kept twice"
        assert not [path for path in ws.drop.rglob("*") if path.is_file()], "something is left in the drop folder"
        states = [row.state for row in files(ws)]
        assert set(states) <= {FileState.ARCHIVED, FileState.QUARANTINED, FileState.KNOWN}
        assert written <= {row.sha256 for row in files(ws)}
    finally:
        ws.engine.dispose()
        shutil.rmtree(base)


def digest_of_empty() -> str:
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
