"""The front matter of a page: what a site generator reads before the text, and what of it a reader would see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ringback.readers import patterns as re

MAX_ABOUT = 24  # characters of a word about a page
MAX_LINES, MAX_SURE_LINES = 300, 30
MIN_SHARE = 0.6  # of keys, in a long one
_RULE = "---"
_PAIR = re.compile(r"^(\s*)([A-Za-z_]{2,20}):\s*(.*)$")
_KEY = re.compile(r"^\s*(?:-\s+)?[A-Za-z_][\w-]{0,30}:(?:\s|$)")
_PARENT = re.compile(r"^(\s*(?:-\s+)?)([A-Za-z_]{2,20}):\s*$")
_NAME = re.compile(r"^(\s+)name:\s+(\S.*)$")
_SWITCH = re.compile(
    r"[\"']?(?:true|false|yes|no|null|~|/[\w./-]*)?[\"']?\s*(?:#.*)?", re.IGNORECASE
)  # show_title: false, alt_permalink: /zh/
_PATH_ITEM = re.compile(r"^\s*-\s*(?:/\S*|\S+\.html)?\s*$")  # where else the page is found
_CONTACT = re.compile(r"\S+@\S+|(?<![\w-])[+(]?\d[\d ().-]{7,}\d")  # of who made the site
_OF_SITE = frozenset(
    {
        "layout",
        "permalink",
        "date",
        "tags",
        "categories",
        "category",
        "description",
        "author",
        "theme",
        "lang",
        "aliases",
        "align",
        "author_profile",
        "comments",
        "css",
        "draft",
        "excerpt",
        "header",
        "image",
        "img",
        "lng_pair",
        "nav",
        "page_id",
        "profile",
        "redirect_from",
        "sidebar",
        "toc",
        "url",
        "writeup",
        "announcements",
        "enabled",
        "image_circular",
        "lang_alternate",
        "latest_posts",
        "limit",
        "more_info",
        "navigation_data",
        "news",
        "ref",
        "scrollable",
        "selected_papers",
        "social",
    }
)


def end_of_front(lines: Sequence[str]) -> int | None:
    """Return the number of the line that closes the front matter, None where a text has none."""
    if not lines or lines[0].strip() != _RULE:
        return None
    end = next((i for i, line in enumerate(lines[1:MAX_LINES], 1) if line.strip() == _RULE), None)
    if end is None or not any(_KEY.match(line) for line in lines[1:end]):
        return None
    told = [line for line in lines[1:end] if line.strip()]
    n_keys = sum(_KEY.match(line) is not None for line in told)
    return end if end < MAX_SURE_LINES or n_keys >= MIN_SHARE * len(told) else None


def told_in_front(lines: Sequence[str]) -> tuple[str | None, str | None]:
    """Return (the title that a site gives the page, else a short word about it; its author); None each where none is told."""
    end = end_of_front(lines)
    pairs = map(_PAIR.match, lines[1:end] if end else ())
    told = {pair.group(2).lower(): pair.group(3).strip("\"' ") for pair in pairs if pair and not pair.group(1)}
    about = next(filter(None, (told.get(key) for key in ("excerpt", "description"))), "")
    return told.get("title") or (about if len(about) <= MAX_ABOUT else "") or None, told.get("author") or None


def without_front(lines: list[str]) -> list[str]:
    """Leave out what only the site generator reads: ``layout: base``; a title is kept without its name."""
    end = end_of_front(lines)
    if end is None:
        return lines
    kept, foot = [], []
    for line in _with_names([line for line in lines[1:end] if not line.lstrip().startswith("#")]):
        pair = _PAIR.match(line)
        key = pair.group(2).lower() if pair else ""
        if _PATH_ITEM.match(line):
            continue
        if pair and key in {"title", "subtitle"} and not pair.group(1):
            kept.append(pair.group(3).strip("\"' "))
        elif pair and key == "footer":
            foot.append(
                _CONTACT.sub(" ", pair.group(3)).strip("\"' ")
            )  # whose rights the page is, printed below its text
        elif key not in _OF_SITE and not (pair and pair.group(3) and _SWITCH.fullmatch(pair.group(3))):
            kept.append(line)
    return kept + lines[end + 1 :] + foot


def _with_names(lines: Sequence[str]) -> Iterator[str]:
    """Put a name back beside what it is the name of: ``organization:`` above ``name: Northwind``."""
    parent: re.Match[str] | None = None
    for line in lines:
        name = _NAME.match(line) if parent else None
        if parent and name and len(name.group(1)) > len(parent.group(1)):
            yield f"{parent.group(1)}{parent.group(2)}: {name.group(2)}"
        else:
            if parent:
                yield parent.group()
            if following := _PARENT.match(line):
                parent = following
                continue
            yield line
        parent = None
    if parent:
        yield parent.group()
