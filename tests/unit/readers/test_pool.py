"""The pool goes on whatever a file does to its reader."""

from __future__ import annotations

import os
import re
import sys
import threading
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from ringback.readers.limits import MIB, ReaderLimits
from ringback.readers.pool import ReaderPool, ReadJob
from schemas.policy import RoleTaxonomy

MISBEHAVING = (sys.executable, str(Path(__file__).with_name("misbehaving_worker.py")))
LIMITS = replace(ReaderLimits(), wall_seconds=4.0, cpu_seconds=1, memory_bytes=600 * MIB, ocr_memory_bytes=600 * MIB)
# a busy machine may need seconds to start a child and to hand out the pages: where time is not what is tested it ends nothing
PATIENT = replace(LIMITS, wall_seconds=60.0, cpu_seconds=30)


@pytest.fixture
def good(tmp_path: Path, resume_text: str) -> list[Path]:
    paths = []
    for number in range(12):
        path = tmp_path / f"good{number}.txt"
        path.write_text(resume_text.replace("13812345678", f"138{number:08d}"), encoding="utf-8")
        paths.append(path)
    return paths


def order(folder: Path, what: str) -> Path:
    path = folder / f"{what}.order"
    path.write_text(what, encoding="utf-8")
    return path


OTHERS: set[int] = set()
"""Children that other tests of this process have left: not of this pool."""


@pytest.fixture(autouse=True)
def _others() -> None:
    OTHERS.clear()
    OTHERS.update(child.pid for child in psutil.Process().children(recursive=True))


def children() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if child.pid not in OTHERS]


@pytest.mark.parametrize(
    ("what", "code"), [("die", "reader_died"), ("exit", "reader_died"), ("hang", "timeout"), ("burn", "timeout")]
)
def test_one_bad_file_costs_only_itself(
    tmp_path: Path, good: list[Path], taxonomy: RoleTaxonomy, what: str, code: str
) -> None:
    files = [*good[:5], order(tmp_path, what), *good[5:]]
    with ReaderPool(2, LIMITS, taxonomy, command=MISBEHAVING) as pool:
        results = {job.path: reading for job, reading in pool.read(ReadJob(file) for file in files)}
    assert len(results) == len(files)
    assert [one.code for one in results[files[5]].problems] == [code]
    assert all(len(results[file].resumes) == 1 for file in good)


def test_memory_is_bounded(tmp_path: Path, good: list[Path], taxonomy: RoleTaxonomy) -> None:
    files = [order(tmp_path, "eat"), *good[:3]]
    with ReaderPool(1, PATIENT, taxonomy, command=MISBEHAVING) as pool:
        results = {job.path: reading for job, reading in pool.read(ReadJob(file) for file in files)}
    assert [one.code for one in results[files[0]].problems] == ["reader_died"]
    assert all(results[file].resumes for file in good[:3])


def test_what_libraries_print_does_no_harm(
    tmp_path: Path, good: list[Path], taxonomy: RoleTaxonomy, capfd: pytest.CaptureFixture[str]
) -> None:
    with ReaderPool(1, PATIENT, taxonomy, command=MISBEHAVING) as pool:
        results = list(pool.read(ReadJob(file) for file in [order(tmp_path, "print"), *good[:2]]))
    assert Counter(bool(reading.resumes) for _, reading in results) == {True: 2, False: 1}
    assert capfd.readouterr() == ("", "")


def test_a_child_logs_what_kind_of_error_it_met_and_where_and_no_word_of_the_document(
    tmp_path: Path, taxonomy: RoleTaxonomy, capfd: pytest.CaptureFixture[str]
) -> None:
    damaged = tmp_path / "Mara Velding.xlsx"
    with zipfile.ZipFile(damaged, "w") as archive:
        for name in ("[Content_Types].xml", "xl/workbook.xml"):
            archive.writestr(name, "<mara@fernpost.example")
    with ReaderPool(1, PATIENT, taxonomy) as pool:
        ((_, reading),) = pool.read([ReadJob(damaged)])
    assert [one.code for one in reading.problems] == ["truncated"]
    (line,) = capfd.readouterr().err.splitlines()
    assert re.search(r" WARNING truncated: \w+Error at \w+\.py:\d+", line)
    assert "Mara" not in line
    assert "mara" not in line


def test_jobs_come_back_with_their_key_and_children_are_used_again(good: list[Path], taxonomy: RoleTaxonomy) -> None:
    with ReaderPool(2, PATIENT, taxonomy) as pool:
        first = sorted(job.key for job, _ in pool.read(ReadJob(file, key=number) for number, file in enumerate(good)))
        pids = {child.pid for child in children()}
        second = list(pool.read([ReadJob(good[0], display_name="王小明的简历.txt")]))
        assert {child.pid for child in children()} == pids
        assert list(pool.read([])) == []
    assert first == list(range(len(good)))
    assert len(second) == 1
    assert not children()


def test_giving_up_early_leaves_no_children_at_work(good: list[Path], taxonomy: RoleTaxonomy) -> None:
    def interrupted() -> Iterator[ReadJob]:
        for number, file in enumerate(good * 20):
            if number == 60:
                raise KeyboardInterrupt
            yield ReadJob(file)

    pool = ReaderPool(2, LIMITS, taxonomy)
    with pytest.raises(KeyboardInterrupt), pool:
        for _ in pool.read(interrupted()):
            pass
    assert not children()
    with ReaderPool(2, LIMITS, taxonomy) as again:
        for _, reading in again.read(ReadJob(file) for file in good * 5):
            assert reading.resumes
            break
        assert len(list(again.read(ReadJob(file) for file in good))) == len(good)


def test_large_answers_and_a_slow_caller_do_not_jam_the_pipes(
    tmp_path: Path, resume_text: str, taxonomy: RoleTaxonomy
) -> None:
    files = []
    for number in range(12):
        path = tmp_path / f"long{number}.csv"
        path.write_text(
            "姓名,手机,邮箱\n" + "\n".join(f"赵{n},138{n:08d},a{n}@example.com" for n in range(400)), encoding="utf-8"
        )
        files.append(path)
    n_rows = 0
    with ReaderPool(2, replace(LIMITS, wall_seconds=20, cpu_seconds=20), taxonomy) as pool:
        for _, reading in pool.read(ReadJob(file) for file in files):
            time.sleep(0.05)
            n_rows += len(reading.resumes)
    assert n_rows == 12 * 400


def test_pool_works_in_a_thread_and_keeps_secrets_from_children(
    good: list[Path], taxonomy: RoleTaxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RINGBACK_KEYS", "/secret")
    seen: list[int] = []
    environments: list[dict[str, str]] = []

    def work() -> None:
        with ReaderPool(2, PATIENT, taxonomy) as pool:
            for _, reading in pool.read(ReadJob(file) for file in good):
                seen.append(len(reading.resumes))
                environments.extend(child.environ() for child in children())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(30)
    assert seen == [1] * len(good)
    assert all("RINGBACK_KEYS" not in environment for environment in environments)
    assert os.environ["RINGBACK_KEYS"] == "/secret"


def test_nothing_is_imported_from_the_folder_one_stands_in(
    tmp_path: Path, good: list[Path], taxonomy: RoleTaxonomy, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "was run"
    for name in ("json", "ringback"):
        (tmp_path / f"{name}.py").write_text(f"open({str(mark)!r}, 'w').close()\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with ReaderPool(1, PATIENT, taxonomy) as pool:
        readings = [reading for _, reading in pool.read([ReadJob(good[0])])]
    assert [len(reading.resumes) for reading in readings] == [1]
    assert not mark.exists()
