"""No input crashes or hangs the readers: random bytes, and good files with random damage."""

from __future__ import annotations

import random
import time
import tomllib
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import ringback
from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.document import Document, Line
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import fold, show
from ringback.readers.read import read_file
from schemas.policy import RoleFamily

ROOT = Path(__file__).parents[1] / "data" / "resumes" / "drop"
N_MUTATIONS = 2_100
MAX_SECONDS = 5.0
HEAVY = (".jpg", ".png")  # pictures go to OCR, which has its own time


@cache
def taxonomy() -> dict[str, RoleFamily]:
    policy = tomllib.loads(Path(ringback.__file__).with_name("policy.toml").read_text(encoding="utf-8"))
    return {name: RoleFamily(**family) for name, family in policy["roles"]["families"].items()}


def read(path: Path) -> None:
    started = time.perf_counter()
    reading = read_file(path, source="direct", taxonomy=taxonomy(), limits=ReaderLimits())
    assert reading.resumes or reading.problems
    assert all(problem.message and problem.hint for problem in reading.problems)
    assert time.perf_counter() - started < MAX_SECONDS, path


def damaged(data: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(data)
    kind = dice.randrange(5)
    if kind == 0:  # bits
        for _ in range(dice.choice((1, 4, 32))):
            spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    elif kind == 1:  # cut
        del spoilt[dice.randrange(len(spoilt)) :]
    elif kind == 2:  # a hole
        at = dice.randrange(len(spoilt))
        del spoilt[at : at + dice.choice((1, 16, 512))]
    elif kind == 3:  # noise
        at = dice.randrange(len(spoilt))
        spoilt[at : at + 64] = dice.randbytes(64)
    else:  # a part twice
        at, size = dice.randrange(len(spoilt)), dice.choice((8, 256, 4096))
        spoilt[at:at] = spoilt[at : at + size]
    return bytes(spoilt)


@pytest.mark.parametrize("part", range(4))
def test_damaged_files_never_crash_or_hang(part: int, tmp_path: Path) -> None:
    dice = random.Random(20261122 + part)  # noqa: S311 - the same damage in every run
    files = [
        file for file in sorted(ROOT.rglob("*")) if file.is_file() and file.stat().st_size and file.suffix not in HEAVY
    ]
    files = [file for file in files if "扫描" not in file.name]
    small = [file for file in files if file.stat().st_size < 60_000]
    target = tmp_path / "damaged"
    for number in range(N_MUTATIONS // 4):
        source = dice.choice(files if number % 10 == 0 else small)
        target.write_bytes(damaged(source.read_bytes(), dice))
        read(target)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.binary(min_size=0, max_size=2000),
    magic=st.sampled_from(
        [
            b"",
            b"%PDF-1.4\n",
            b"PK\x03\x04",
            b"{\\rtf1",
            b"<html>",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
            b"MIME-Version: 1.0\n",
            b"{",
        ]
    ),
)
def test_random_bytes_never_crash(tmp_path: Path, data: bytes, magic: bytes) -> None:
    target = tmp_path / "noise"
    target.write_bytes(magic + data)
    read(target)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_folding_keeps_places(text: str) -> None:
    shown = show(text)
    assert len(fold(shown)) == len(shown)


WORDS = st.sampled_from(
    [
        "姓名",
        "：",
        ":",
        "张伟",
        "电话",
        "138",
        "1234",
        "5678",
        "\t",
        "|",
        "·",
        "@",
        "qq.com",
        "2019.1",
        "-",
        "至今",
        "有限公司",
        "经理",
        "本科",
        "大学",
        "Ltd.",
        "(",
        "（",
        ")",
        "Name",
        "Phone",
        "+44",
        "at",
        "[",
        "】",
        "【",
        "\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_shuffled_words_of_resumes_never_crash(words: list[str]) -> None:
    lines = tuple(Line(line) for line in " ".join(words).split("\n"))
    evidence = read_file_name("".join(words[:8]), source=None)
    resume = resume_of_document(Document(format="txt", lines=lines), evidence, taxonomy(), ReaderLimits())
    assert 0 <= resume.p_resume <= 1
    assert all(phone.startswith("+") for phone in resume.phones)
    read_subject("".join(words), "a@zhaopin.com")
