"""Headings of a lower rank than the entries of a section: they part an entry, and open no section of their own."""

from __future__ import annotations

from collections.abc import Sequence

_PARTS = frozenset({"other", "summary", "skills", "awards"})  # 其他, 技术: what a job may be parted into


def keep_under_entries(sections: list[str], headings: list[bool], sizes: Sequence[float]) -> None:
    """Give lines back to the section about jobs that a heading inside a job took away.

    ``## 工作经历``, ``### 青禾科技``, ``#### 其他``: the last is smaller than the line that names the firm, which is smaller than
    the heading of the section.
    """
    opened = entry = 0.0
    is_kept = False
    for number, kind in enumerate(sections):
        if headings[number]:
            is_part = kind in _PARTS and 0 < sizes[number] < entry < opened
            if not is_part:
                opened, entry = (sizes[number], 0.0) if kind == "experience" else (0.0, 0.0)
            headings[number] = not is_part
            is_kept = is_part
        elif opened and 0 < sizes[number] < opened:
            entry = max(entry, sizes[number])
        if is_kept:
            sections[number] = "experience"
