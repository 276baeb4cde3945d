"""The menu of a page, whose words stand before the person and are none of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.heading_table import section_table
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.readers.fields.sheet import Sheet

_ENTRIES = frozenset({
    "family", "main page", "videos", "testimonials",
    "home", "about", "about me", "about us", "bio", "blog", "contact", "contact me", "contact us", "contacts", "cv",
    "diary", "download", "faq", "gallery", "hire me", "index", "links", "main", "media", "menu", "my resume",
    "my work", "news", "newsletter", "photos", "portfolio", "project", "projects", "resume", "résumé", "services",
    "skip to content", "skip to main content", "social", "toggle navigation", "transcript", "work", "works", "writing",
})  # fmt: skip
MIN_ENTRIES = 3
MAX_MENU_LINE = 120


def without_menu(sheet: Sheet, lines: Sequence[int]) -> list[int]:
    """Return the lines without the entries of a menu: three or more words of menus, of which one is a page's own, in one run."""
    kept: list[int] = []
    run: list[int] = []
    for number in [*lines, -1]:
        if number >= 0 and _is_entry(sheet.folded[number]):
            run.append(number)
            continue
        is_menu = len(run) >= MIN_ENTRIES and any(sheet.folded[i].strip().lower() in _ENTRIES for i in run)
        kept += [] if is_menu else run
        run = []
        if number >= 0:
            kept.append(number)
    return kept


def lines_over_menu(shown: Sequence[str]) -> int:
    """Return how many lines at the top a menu in one line ends, above which at most one word stands: *Acting*, *Home CV News*."""
    for number, line in enumerate(shown[:2]):
        words = [word.lower().strip("()|•·>,/-") for word in line.split()]
        entries = [word for word in words if word in _ENTRIES or word in section_table()]
        if (
            words
            and words[0] in _ENTRIES
            and len(entries) >= MIN_ENTRIES
            and len(entries) * 2 >= len(words)
            and len(line) <= MAX_MENU_LINE
        ):
            return number + 1
        if len(words) > 1:
            return 0
    return 0


def end_of_menu(folded: Sequence[str]) -> int:
    """Return how many lines at the top are the menu of a page: three or more in a run, of which one heads no resume's section."""
    run = next((i for i, line in enumerate(folded) if not _is_entry(line)), len(folded))
    words = [line.strip(" |•·>-").lower() for line in folded[:run]]
    is_page = any(word in _ENTRIES and fold(word).replace(" ", "") not in section_table() for word in words)
    return run if run >= MIN_ENTRIES and is_page else 0


def without_entries(line: str) -> str:
    """Return a line without the menu that stands behind or before the name in it: ``Ana Moor Home About Contact``."""
    words = line.split()
    if len(words) <= MIN_ENTRIES or len(line) > MAX_MENU_LINE:
        return line
    entries = _ENTRIES | {"skills", "education", "experience", "publications", "research", "teaching", "hobbies"}
    end = len(words)
    while end and words[end - 1].strip("|•·>-").lower() in entries | {""}:
        end -= 1
    start = 0
    while start < end and words[start].strip("|•·>-").lower() in entries | {""}:
        start += 1
    return " ".join(words[start:end]) if len(words) - (end - start) >= MIN_ENTRIES and start < end else line


def _is_entry(folded: str) -> bool:
    word = folded.strip(" |•·>-").lower()
    return word in _ENTRIES or fold(word).replace(" ", "") in section_table()
