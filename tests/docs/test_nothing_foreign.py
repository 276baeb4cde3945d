"""Requirements name no package index, and pages speak of the product only: no machine's paths, no secrets."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

FOREIGN = re.compile(r"/work/|/root/|/home/(?!ringback)\w+|/tmp/tmp\w|localhost:\d{5}|127\.0\.0\.1:(?!4200)\d{4,5}")
SECRET = re.compile(r"\bAC[0-9a-f]{32}\b|\bSG\.[\w-]{16,}\.|-----BEGIN")
INDEX = re.compile(r"https?://|--(?:extra-)?index-url|--find-links|--trusted-host|\bpypi\.|\bmirror", re.IGNORECASE)


def test_requirements_name_no_index(project: Path) -> None:
    found = {
        (path.name, line.strip())
        for path in (project / "requirements").iterdir()
        for line in path.read_text(encoding="utf-8").splitlines()
        if INDEX.search(line)
    }
    assert found == set()


def test_locks_are_complete_and_hashed(project: Path) -> None:
    for name in ("run.txt", "dev.txt", "ocr.txt"):
        lines = (project / "requirements" / name).read_text(encoding="utf-8").splitlines()
        packages = [line for line in lines if re.match(r"[A-Za-z0-9]", line)]
        assert packages
        assert [line for line in packages if not re.match(r"[\w.\[\],-]+==[\w.!+-]+(?: ; .*?)? \\$", line)] == [], name
        assert sum("--hash=sha256:" in line for line in lines) >= len(packages), name


def test_pages_name_no_machine_and_hold_no_secret(project: Path, pages: list[Any]) -> None:
    paths = [page.path for page in pages] + [
        project / "prefect.yaml",
        project / "Makefile",
        project / ".pre-commit-config.yaml",
    ]
    paths += [
        path
        for path in (project / "deployments").rglob("*")
        if path.is_file() and path.suffix in {"", ".yaml", ".service", ".md"}
    ]
    found = {
        (path.name, match.group())
        for path in paths
        for pattern in (FOREIGN, SECRET)
        for match in pattern.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_no_remote_hooks(project: Path) -> None:
    document = yaml.safe_load((project / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    assert [repo["repo"] for repo in document["repos"]] == ["local"]
    assert all(hook["language"] == "system" for repo in document["repos"] for hook in repo["hooks"])
