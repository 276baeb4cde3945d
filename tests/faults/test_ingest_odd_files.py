"""What people really drop: odd names, odd trees, half-written files, the same file again, and places that cannot be written."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ringback.actions import ingest as steps
from ringback.actions.ingest import IngestSummary, ingest_drop
from ringback.actions.intake import claim_files
from ringback.actions.readers import open_readers
from ringback.actions.resolve import resolve_pending
from ringback.actions.settling import reason_path, settle_files
from ringback.actions.storing import store_verdicts
from ringback.errors import RingbackError, UsageError
from ringback.store.files import digest_of, move_file
from ringback.workspace import Workspace
from schemas.words import FileState
from tests.standins.homes import files, open_home, resting_digests, ringback, workspaces

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
RESUME = """姓名：{name}
手机：{phone}
求职意向：销售经理
工作经历 2020.01 - 至今 苏州弥岚商贸有限公司 销售经理
教育背景 2014.09 - 2018.06 江南大学 本科
"""


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def resume(n: int = 0) -> str:
    return RESUME.format(name="孟知夏", phone=f"139000041{n:02}")


def drop(ws: Workspace, name: str | bytes, text: str | bytes = b"", source: str = "zhaopin") -> Path:
    folder = ws.drop / source
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / os.fsdecode(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def ingest(ws: Workspace) -> IngestSummary:
    return ingest_drop(ws, clock=lambda: NOW)


def left(ws: Workspace) -> list[str]:
    return sorted(path.relative_to(ws.drop).as_posix() for path in ws.drop.rglob("*") if not path.is_dir())


ODD_NAMES = [
    "长" * 80 + ".txt",
    "a" * 251 + ".txt",
    "简历\n第二行.txt",
    'it\'s "quoted"; DROP TABLE x.txt',
    "🙂🙃.txt",
    " leading and trailing .txt ",
    "ends with dot.",
    "no_suffix",
    "-rf.txt",
    "%s%d{name}.txt",
    "反斜杠\\名.txt",
]


def test_any_name_is_taken_and_any_name_is_put_aside(ws: Workspace) -> None:
    for n, name in enumerate(ODD_NAMES):
        drop(ws, name, resume(n))
        drop(ws, name, f"just a shopping list, number {n}: milk, bread, eggs", source="boss")
    summary = ingest(ws)
    assert summary.files_read == len(ODD_NAMES)
    assert summary.files_quarantined == len(ODD_NAMES)
    assert left(ws) == []
    assert len(set(resting_digests(ws))) == 2 * len(ODD_NAMES)
    for row in files(ws):
        if row.state is FileState.QUARANTINED:
            assert reason_path(ws.settings.home / (row.stored_path or "")).is_file()


@pytest.mark.parametrize(
    "name", ["简历.txt".encode("gb18030"), ("简历" * 55 + ".txt").encode("gb18030"), b"\xff\xfe\xfd.txt"]
)
def test_names_in_the_bytes_of_chinese_windows_are_made_readable(ws: Workspace, name: bytes) -> None:
    path = drop(ws, "ok.txt", resume())
    path.rename(os.fsdecode(os.fsencode(path.parent) + b"/" + name))
    assert ingest(ws).files_read == 1
    [row] = files(ws)
    assert row.path.startswith("zhaopin/")
    assert row.path.endswith(".txt")


def test_a_folder_in_the_bytes_of_chinese_windows_is_walked(ws: Workspace) -> None:
    folder = os.fsencode(ws.drop) + "/zhaopin/十一月".encode("gb18030")
    os.makedirs(folder)  # noqa: PTH103 (bytes)
    Path(os.fsdecode(folder + b"/a.txt")).write_text(resume(), encoding="utf-8")
    assert ingest(ws).files_read == 1


def test_deep_trees_are_walked(ws: Workspace) -> None:
    drop(ws, "/".join(["d"] * 200) + "/a.txt", resume())
    drop(ws, "/".join(["e"] * 200) + "/b.txt", "nothing of a resume in here at all")
    summary = ingest(ws)
    assert (summary.files_read, summary.files_quarantined) == (1, 1)


def test_links_are_not_followed(ws: Workspace, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text(resume(), encoding="utf-8")
    folder = ws.drop / "zhaopin"
    folder.mkdir()
    (folder / "loop").symlink_to(folder)
    (folder / "linked.txt").symlink_to(outside)
    (folder / "dangling.txt").symlink_to(tmp_path / "nowhere")
    assert ingest(ws).files_seen == 0
    assert outside.exists()


def test_a_pipe_is_not_a_file(ws: Workspace) -> None:
    (ws.drop / "zhaopin").mkdir()
    os.mkfifo(ws.drop / "zhaopin" / "pipe.txt")
    assert ingest(ws).files_seen == 0


def test_a_folder_may_be_called_like_a_file(ws: Workspace) -> None:
    drop(ws, "简历.pdf/inside.txt", resume())
    assert ingest(ws).files_read == 1


def test_in_quarantine_a_file_gives_way_to_a_folder_of_its_name_and_the_other_way_round(ws: Workspace) -> None:
    drop(ws, "a.txt/inside.txt", "no resume, only a line about the weather")
    ingest(ws)
    (ws.drop / "zhaopin" / "a.txt").rmdir()
    drop(ws, "a.txt", "another line about the weather")
    assert ingest(ws).files_quarantined == 1
    drop(ws, "b.txt", "a third line about the weather")
    ingest(ws)
    drop(ws, "b.txt/inside.txt", "a fourth line about the weather")
    assert ingest(ws).files_quarantined == 1
    assert len(set(resting_digests(ws))) == 4


def test_a_file_called_like_a_reason_does_not_lose_to_it(ws: Workspace) -> None:
    drop(ws, "a.pdf.reason.json", '{"code": "empty"}')
    ingest(ws)
    drop(ws, "a.pdf", b"%PDF-1.4 broken")
    ingest(ws)
    kept = {digest_of(path) for path in ws.quarantine.rglob("*") if path.is_file()}
    assert {row.sha256 for row in files(ws)} <= kept
    assert all(ws.settings.home.joinpath(row.stored_path or "").is_file() for row in files(ws))


def test_names_that_are_still_being_written_are_left_alone(ws: Workspace) -> None:
    names = [".hidden.txt", "~$open.docx", "a.txt.part", "b.tmp", "c.pdf.crdownload", "D.PART", ".git/config.txt"]
    for name in names:
        drop(ws, name, resume())
    assert ingest(ws).files_seen == 0
    assert len(left(ws)) == len(names)


def test_a_file_that_still_grows_waits_for_the_next_pass(tmp_path: Path) -> None:
    ws = open_home(tmp_path / "home", settle_seconds=0.6)
    path = drop(ws, "a.txt", resume())
    assert (ingest(ws).files_seen, ingest(ws).files_waiting) == (0, 1)
    time.sleep(0.7)
    os.utime(path, (1, 1))  # copying tools set the time back: what counts is when it last changed
    assert ingest(ws).files_waiting == 1
    time.sleep(0.7)
    assert ingest(ws).files_read == 1
    ws.engine.dispose()


def test_a_clock_that_is_ahead_on_a_file_server_does_not_keep_a_file_waiting_for_ever(tmp_path: Path) -> None:
    ws = open_home(tmp_path / "home", settle_seconds=0.3)
    path = drop(ws, "a.txt", resume())
    os.utime(path, (time.time() + 86400,) * 2)
    time.sleep(0.4)
    assert ingest(ws).files_read == 1
    ws.engine.dispose()


def test_the_same_bytes_in_three_folders_are_one_record(ws: Workspace) -> None:
    for source in ("zhaopin", "boss", "referral"):
        drop(ws, "a.txt", resume(), source=source)
    summary = ingest(ws)
    assert (summary.files_read, summary.files_known, summary.candidates_new) == (1, 2, 1)
    assert left(ws) == []
    assert len(resting_digests(ws)) == 1


def test_empty_files_are_each_put_aside_under_their_own_name(ws: Workspace) -> None:
    for name in ("a.pdf", "b.pdf", "c/a.pdf"):
        drop(ws, name)
    assert ingest(ws).files_quarantined == 3
    assert sorted(path.name for path in ws.quarantine.rglob("*.pdf")) == ["a.pdf", "a.pdf", "b.pdf"]
    drop(ws, "a.pdf")
    assert ingest(ws).files_known == 1
    assert left(ws) == []


def test_a_known_file_dropped_again_leaves_the_drop_folder_again(ws: Workspace) -> None:
    drop(ws, "a.txt", resume())
    ingest(ws)
    for _ in range(2):
        drop(ws, "a.txt", resume())
        assert ingest(ws).files_known == 1
        assert left(ws) == []
    assert len(resting_digests(ws)) == 1


def test_a_quarantined_file_dropped_again_stays_one_file_in_quarantine(ws: Workspace) -> None:
    drop(ws, "a.txt", "only a few words")
    ingest(ws)
    drop(ws, "again.txt", "only a few words", source="boss")
    summary = ingest(ws)
    assert (summary.files_known, summary.files_quarantined) == (1, 0)
    assert left(ws) == []
    assert len(resting_digests(ws)) == 1


def test_a_kept_copy_that_somebody_deleted_is_replaced_by_the_next_one(ws: Workspace) -> None:
    drop(ws, "a.txt", resume())
    ingest(ws)
    [kept] = [path for path in ws.archive.rglob("*") if path.is_file()]
    kept.unlink()
    drop(ws, "b.txt", resume())
    assert ingest(ws).files_known == 1
    assert kept.is_file()


def begin(ws: Workspace) -> tuple[list[steps.ClaimedFile], list[steps.Reading]]:
    """Claim and read what lies there, as a pass does before it judges and stores."""
    claim = claim_files(ws, now=NOW)
    with open_readers(ws) as readers:
        return list(claim.files), steps.read_files(readers, claim.files)


def test_a_file_replaced_while_it_is_read_is_taken_as_what_it_is_afterwards(ws: Workspace) -> None:
    path = drop(ws, "a.txt", resume(1))
    claimed, readings = begin(ws)
    path.write_text(resume(2), encoding="utf-8")
    assert steps.validate_readings(ws, claimed, readings, now=NOW) == []
    summary = ingest(ws)
    assert (summary.files_read, summary.candidates_new) == (1, 1)
    assert [row.state for row in files(ws)] == [FileState.ARCHIVED]
    assert left(ws) == []


def test_a_file_taken_away_while_it_is_read_leaves_no_trace(ws: Workspace) -> None:
    path = drop(ws, "a.txt", resume())
    claimed, readings = begin(ws)
    path.unlink()
    assert steps.validate_readings(ws, claimed, readings, now=NOW) == []
    ingest(ws)
    assert files(ws) == []


def test_a_file_replaced_between_storing_and_archiving_is_a_new_file(ws: Workspace) -> None:
    path = drop(ws, "a.txt", resume(1))
    claimed, readings = begin(ws)
    store_verdicts(ws, steps.validate_readings(ws, claimed, readings, now=NOW), now=NOW)
    path.write_text(resume(2), encoding="utf-8")
    settle_files(ws, now=NOW)
    assert left(ws) == ["zhaopin/a.txt"]
    summary = ingest(ws)
    assert (summary.files_read, len(files(ws))) == (1, 2)
    assert left(ws) == []


def test_a_pass_that_died_before_archiving_is_finished_by_the_next(ws: Workspace) -> None:
    drop(ws, "a.txt", resume())
    drop(ws, "b.txt", "no resume")
    claimed, readings = begin(ws)
    verdicts = steps.validate_readings(ws, claimed, readings, now=NOW)
    assert store_verdicts(ws, verdicts, now=NOW) == 1
    assert store_verdicts(ws, verdicts, now=NOW) == 0
    summary = ingest(ws)
    assert (summary.files_seen, summary.candidates_new) == (0, 1)
    assert sorted(row.state for row in files(ws)) == [FileState.ARCHIVED, FileState.QUARANTINED]
    assert resolve_pending(ws, now=NOW).n_records == 0


def test_a_claim_that_died_is_taken_up_at_the_place_where_the_file_is_now(ws: Workspace) -> None:
    path = drop(ws, "a.txt", resume())
    claim_files(ws, now=NOW)
    path.rename(path.with_name("moved.txt"))
    assert ingest(ws).files_read == 1
    assert [(row.path, row.state) for row in files(ws)] == [("zhaopin/moved.txt", FileState.ARCHIVED)]


def test_moving_across_file_systems_leaves_one_whole_file(tmp_path: Path) -> None:
    shared_memory = Path("/dev/shm")  # noqa: S108 (another file system, where there is one)
    if not shared_memory.is_dir() or shared_memory.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("there is no second file system")
    origin = shared_memory / f"ringback-{os.getpid()}"
    origin.write_bytes(b"x" * 100_000)
    move_file(origin, tmp_path / "target")
    assert not origin.exists()
    assert [path.stat().st_size for path in tmp_path.iterdir()] == [100_000]


def test_where_quarantine_cannot_be_written_a_sentence_says_so_and_the_next_pass_goes_on(ws: Workspace) -> None:
    drop(ws, "a.txt", "no resume")
    drop(ws, "b.txt", resume(), source="boss")
    (ws.quarantine / "zhaopin").write_text("a file where a folder should be", encoding="utf-8")
    with pytest.raises(RingbackError, match=r"a\.txt cannot be moved"):
        ingest(ws)
    done = ringback(ws.settings.home, "ingest")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "cannot be moved" in done.stderr
    (ws.quarantine / "zhaopin").unlink()
    ingest(ws)
    assert left(ws) == []
    assert len(resting_digests(ws)) == 2


@pytest.mark.parametrize("source", ["nowhere", "../drop", "a/b", "."])
def test_a_source_that_is_no_drop_folder_is_wrong_use(ws: Workspace, source: str) -> None:
    with pytest.raises(UsageError, match="sources in"):
        ingest_drop(ws, clock=lambda: NOW, source=source)


def test_one_source_alone_leaves_the_others(ws: Workspace) -> None:
    drop(ws, "a.txt", resume(1))
    drop(ws, "b.txt", resume(2), source="boss")
    assert ingest_drop(ws, clock=lambda: NOW, source="boss").files_read == 1
    assert left(ws) == ["zhaopin/a.txt"]


def test_another_drop_folder_is_taken_from_and_archived_here(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "share" / "liepin").mkdir(parents=True)
    (tmp_path / "share" / "liepin" / "a.txt").write_text(resume(), encoding="utf-8")
    assert ingest_drop(ws, clock=lambda: NOW, drop=tmp_path / "share").files_read == 1
    assert [row.source for row in files(ws)] == ["liepin"]
    assert len(resting_digests(ws)) == 1


def test_the_reason_says_what_to_do(ws: Workspace) -> None:
    drop(ws, "a.pdf")
    ingest(ws)
    reason = json.loads(reason_path(ws.quarantine / "zhaopin" / "a.pdf").read_text(encoding="utf-8"))
    assert reason["code"] == "empty"
    assert all(reason[key] for key in ("message", "hint", "source", "path"))
