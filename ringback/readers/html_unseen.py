"""What a browser shows nothing of: the head of a page, its comments, scripts and styles; and tags that nothing ends.

A tag is over at the next ``>``. Where there is none any more, a pattern that looks for it walks to the end of the page from
each ``<`` once again: what follows the last ``>`` is kept away from such patterns, which find nothing in it anyway.
"""

from __future__ import annotations

from collections.abc import Callable

from ringback.readers import patterns as re

_DROPPED_START = re.compile(r"<!--|<(script|style|template|noscript|svg)\b|<\?|<!", re.IGNORECASE)
_HEAD = re.compile(r"<head\b", re.IGNORECASE)
_AFTER_HEAD = re.compile(r"</head|<body", re.IGNORECASE)
_OF_HEAD = re.compile(  # what may stand in a head; at anything else the browser begins with the body
    r"\s+|<!--(?s:.*?)-->|<[!?][^>]*>|<(title|script|style|noscript|template|xml)\b[^>]*>(?s:.*?)</\1[^>]*>"
    r"|<(?:meta|link|base)\b(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>"
    r"|</(?:meta|link|base|title|script|style|noscript|template)\s*>",
    re.IGNORECASE,
)
_LEFT_OPEN = re.compile(r"<(?:title|script|style|noscript|template|xml|meta|link|base|!--)|[^<]*>", re.IGNORECASE)
_OPENS = re.compile("<(?=[A-Za-z/])")


def lowered(text: str) -> str:
    """Return a page in small letters, each where it stands: of a capital I with a dot, Unicode makes two signs."""
    small = text.lower()
    return small if len(small) == len(text) else text.replace("İ", "I").lower()


def without_unseen(text: str) -> str:
    """Leave out the head of a page, its comments, scripts and styles; tags that nothing ends are text."""
    return with_open_tags_shown(_without_hidden(_without_head(text)))


def with_open_tags_shown(text: str) -> str:
    """Return a page whose last, unfinished tags are no tags any more: they are shown as they stand."""
    end = end_of_tags(text)
    return text[:end] + _OPENS.sub("&lt;", text[end:])


def end_of_tags(text: str) -> int:
    """Return where the last tag of a text may end at the latest; behind it no tag is finished."""
    return text.rfind(">") + 1


def replaced(pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str], text: str) -> str:
    """Replace what a pattern of whole tags finds."""
    end = end_of_tags(text)
    return pattern.sub(by, text[:end]) + text[end:]


def parted(pattern: re.Pattern[str], text: str, most: int = 0) -> list[str]:
    """Cut a text at what a pattern of whole tags finds, ``most`` times if that is not 0."""
    end = end_of_tags(text)
    parts = pattern.split(text[:end], most)
    parts[-1] += text[end:]
    return parts


def _without_head(text: str) -> str:
    """Leave out the head of a page as a browser does: at the first element that no head holds, the body has begun."""
    head = _HEAD.search(text)
    end = text.find(">", head.end()) if head else -1
    after = _AFTER_HEAD.search(text, end) if head and end >= 0 else None
    if not head or not after:
        return text
    begin = end + 1
    while begin < after.start() and (part := _OF_HEAD.match(text, begin, after.start())):
        begin = part.end()
    is_shown = begin < after.start() and not _LEFT_OPEN.match(text, begin)
    return text[: head.start()] + text[begin if is_shown else after.start() :]


def _without_hidden(text: str) -> str:
    """Drop comments, scripts, styles and declarations, in one pass whatever is left open."""
    kept: list[str] = []
    position = start = 0
    last = end_of_tags(text)
    small = lowered(text)
    while opening := _DROPPED_START.search(text, start):
        tag = opening.group(1)
        if tag and opening.end() >= last:
            start = opening.end()  # an unfinished tag opens nothing
            continue
        kept.append(text[position : opening.start()])
        closing = f"</{tag.lower()}" if tag else "-->" if opening.group() == "<!--" else ">"
        end = small.find(closing, text.find(">", opening.end()) + 1 if tag else opening.end())
        if end < 0:
            return " ".join(kept)
        position = end + len(closing)
        if tag:
            position = max(position, small.find(">", end) + 1)
        start = position
    kept.append(text[position:])
    return " ".join(kept)
