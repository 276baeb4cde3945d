"""What Prefect adds to taking resumes in: the flow against the same actions without it, on the same files, in one run.

``python bench/ingest.py [N]`` drops N files (default 2 000; PDF and text in turn, each of another invented person) into two
fresh homes and prints seconds, files a second and the ratio. The Prefect server runs all the while for both, so that neither
has the machine more to itself; a small pass before warms both up.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))
TITLES = ("销售经理", "软件工程师", "财务主管", "仓库主管", "客服专员", "招聘经理", "质量工程师", "市场经理")


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
            timed_actions(root / "warm", 40)
            plain = timed_actions(root / "actions", n)
            under = timed_flow(root / "flow", n)
    print(f"{n} files: without Prefect {plain:.1f} s ({n / plain:.0f} files/s), under Prefect {under:.1f} s")
    print(f"ratio flow / actions: {under / plain:.3f}")


def drop_files(home: Path, n: int) -> None:
    """Drop N resumes, each of another invented person: PDF and text in turn."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    folder = home / "drop" / "direct"
    folder.mkdir(parents=True)
    for i in range(n):
        lines = resume(i)
        if i % 2:
            (folder / f"resume-{i}.txt").write_text("\n".join(lines), encoding="utf-8")
            continue
        page = Canvas(str(folder / f"resume-{i}.pdf"))
        for row, line in enumerate(lines):
            page.setFont("STSong-Light", 18 if row == 0 else 10)
            page.drawString(60, 790 - 20 * row, line)
        page.save()


def resume(i: int) -> list[str]:
    """Return the lines of an invented resume; no two numbers give the same person."""
    title = TITLES[i % len(TITLES)]
    work = [
        line
        for year in range(2014, 2026, 3)
        for line in (
            f"{year}.03-{year + 3}.02  杭州示例{i}-{year}有限公司  {title}",
            f"负责{title}相关工作，第{i}组，带领{year % 7 + 3}人团队完成年度目标，编号{i * 7919 % 100003}。",
        )
    ]
    return [
        f"{'王李张刘陈杨赵黄'[i % 8]}{chr(0x5B50 + i % 400)}{chr(0x6587 + i // 400)}",
        f"女 | 手机：+861{3900000000 + i * 7} | 邮箱：person{i}@example.com | 现居住地：杭州",
        f"求职意向：{title}",
        "工作经历",
        *work,
        "教育背景",
        "2010.09-2014.06  示例大学  本科",
    ]


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
