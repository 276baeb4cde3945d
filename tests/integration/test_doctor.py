"""The doctor says what is well, what is not, and what to do; it never raises."""

from __future__ import annotations

from pathlib import Path

import pytest

from ringback.actions.doctor import Finding, examine
from ringback.errors import SetupError
from ringback.settings import load_policy
from tests.standins.homes import open_home


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("RINGBACK_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def bad() -> list[Finding]:
    return [finding for finding in examine() if not finding.is_ok]


def test_a_new_installation_is_well(home: Path) -> None:
    assert bad() == []
    assert home.is_dir()


def test_where_nobody_began_a_pool_none_is_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RINGBACK_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert [finding.what for finding in bad()] == ["database and keyset"]
    assert "There is no pool at" in bad()[0].found
    assert list(tmp_path.iterdir()) == []


def test_a_setting_that_is_not_usable_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RINGBACK_TIMEZONE", "Middle/Earth")
    [finding] = bad()
    assert "RINGBACK_TIMEZONE" in finding.found
    assert not home.exists()


@pytest.mark.parametrize("content", ["not toml [", "[cadence]\ncall_later_minutes = -1\n", "[nonsense]\nx = 1\n"])
def test_a_policy_that_is_not_usable_is_named(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    path = tmp_path / "policy.toml"
    path.write_text(content, encoding="utf-8")
    monkeypatch.setenv("RINGBACK_POLICY", str(path))
    del home
    assert {"policy"} <= {finding.what for finding in bad()}


def test_a_policy_as_editors_save_it_is_read_and_another_encoding_is_named(tmp_path: Path) -> None:
    path = tmp_path / "policy.toml"
    path.write_text("\ufeff[reading]\nbatch_files = 7\n", encoding="utf-8")
    assert load_policy(path).reading.batch_files == 7
    path.write_bytes("# 先打电话\n".encode("gb18030"))
    with pytest.raises(SetupError, match="not UTF-8; save it as UTF-8 text"):
        load_policy(path)


def test_a_keyset_of_another_database_is_found(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in (home, tmp_path / "other"):
        open_home(folder).engine.dispose()
    monkeypatch.setenv("RINGBACK_KEYS", str(tmp_path / "other" / "keys.json"))
    assert any("not the one" in finding.found for finding in bad())


def test_a_file_beside_the_boards_folders_is_named_with_what_to_do(home: Path) -> None:
    open_home(home).engine.dispose()
    (home / "drop" / "李雷.pdf").write_bytes(b"%PDF")
    [finding] = bad()
    assert "李雷.pdf" in finding.found
    assert "Move each into the folder" in finding.found


def test_a_keyset_that_others_can_read_is_found(home: Path) -> None:
    open_home(home).engine.dispose()
    (home / "keys.json").chmod(0o644)
    assert [finding.what for finding in bad()] == ["keyset file"]


@pytest.mark.parametrize(
    "url", ["mysql://x/y", "nonsense", "postgresql://nobody@127.0.0.1:1/none", "sqlite:////no/such/folder/x.db"]
)
def test_a_database_that_is_not_there_is_found(home: Path, monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("RINGBACK_DATABASE_URL", url)
    del home
    assert [finding.what for finding in bad()] == ["database and keyset"]


def test_a_home_that_is_a_file_is_found(home: Path) -> None:
    home.write_text("a file", encoding="utf-8")
    assert [finding.what for finding in bad()] == ["database and keyset"]
