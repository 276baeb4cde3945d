"""What Prefect adds to taking resumes in: the flow against the same actions without it, on the same files, in one run.

``python bench/ingest.py [N]`` drops N files (default 2 000) made from the demonstration's, so that every file has bytes and
contacts of its own, into two fresh homes and prints seconds, files a second and the ratio. The Prefect server runs all
the while for both, so that neither has the machine more to itself.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
TEXTS = ("销售经理", "软件工程师", "财务主管", "仓库主管", "客服专员", "招聘经理", "质量工程师", "市场经理")


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    from deployments.server import running_server

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        with running_server(root) as server:
            os.environ.update(
                PREFECT_API_URL=server.api_url,
                PREFECT_HOME=server.environment["PREFECT_HOME"],
                PREFECT_LOGGING_LEVEL="WARNING",
                RINGBACK_SETTLE_SECONDS="0",
            )
            plain = timed_actions(root / "actions", n)
            under = timed_flow(root / "flow", n)
    print(f"{n} files: without Prefect {plain:.1f} s ({n / plain:.0f} files/s), under Prefect {under:.1f} s")
    print(f"ratio flow / actions: {under / plain:.3f}")


def drop_files(home: Path, n: int) -> None:
    """Drop N text and PDF resumes, each of another invented person; every eighth is a PDF of the demonstration's layouts."""
    folder = home / "drop" / "direct"
    folder.mkdir(parents=True)
    truth = [json.loads(line) for line in (PROJECT / "demo" / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    good = {one["path"] for one in truth if one["expect"] == "read" and one["path"].endswith(".pdf")}
    pdfs = [PROJECT / "demo" / "inbox" / path for path in sorted(good)]
    for i in range(n):
        if i % 8 == 0:
            body = pdfs[i // 8 % len(pdfs)].read_bytes() + f"\n% {i}".encode()  # other bytes, the same document
            (folder / f"resume-{i}.pdf").write_bytes(body)
            continue
        title = TEXTS[i % len(TEXTS)]
        text = (
            f"个人简历\n姓名：{'王李张刘陈杨赵黄'[i % 8]}{chr(0x5B50 + i % 400)}{chr(0x6587 + i // 400)}\n性别：女\n"
            f"手机：+861{3900000000 + i * 7}\n邮箱：person{i}@example.com\n求职意向：{title}\n现居：杭州\n\n"
            f"工作经历\n2019.03-2025.06  杭州示例{i}有限公司  {title}\n负责{title}相关工作，带领团队完成年度目标。\n"
            * 2
            + "\n教育背景\n2011.09-2015.06  示例大学  本科\n"
        )
        (folder / f"resume-{i}.txt").write_text(text, encoding="utf-8")


def timed_actions(home: Path, n: int) -> float:
    """Return the seconds of one pass of the command line's action."""
    from ringback.actions.ingest import ingest_drop
    from ringback.settings import load_settings
    from ringback.workspace import open_workspace

    drop_files(home, n)
    import schemas.expectations  # noqa: F401 (both sides have it loaded: its import is not Prefect's)

    workspace = open_workspace(load_settings(home=home))
    started = time.perf_counter()
    summary = ingest_drop(workspace, clock=lambda: datetime.now(UTC))
    seconds = time.perf_counter() - started
    assert summary.files_read == n, summary  # noqa: S101
    return seconds


def timed_flow(home: Path, n: int) -> float:
    """Return the seconds of one run of the flow."""
    os.environ["RINGBACK_HOME"] = str(home)
    drop_files(home, n)
    from flows.ingest import ingest

    started = time.perf_counter()
    state = ingest(return_state=True)
    seconds = time.perf_counter() - started
    assert state.is_completed(), state.message  # noqa: S101
    return seconds


if __name__ == "__main__":
    main()
