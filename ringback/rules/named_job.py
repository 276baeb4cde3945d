"""Which job a message is about (the one wanted, if that is told in a few words, else the one had), and how lists show both."""

from __future__ import annotations

import re

MAX_WISH_CHARACTERS = 30
_SEVERAL = re.compile(r"[、，,;；|/／\n。！？!?()（）\[\]【】]|\s[-–—]\s|\b(?:or|and)\b|或者?")
_NO_JOB = re.compile(
    r"(?:any\b|anything|open\b|flexible|same as|as above|not spec|unspec|negotiable|none|n/?a\b|no pref|other|various"
    r"|all(?: (?:jobs|posts|positions|kinds))?$|tb[ad]\b|(?:full|part)[- ]?time|permanent|contract|temporary"
    r"|intern(?:ship)?$|volunt|suitable|related|relevant|任意|任何|其[他它]|均可|都可|皆可|同上|服从|听从|不限|无|待定"
    r"|面[议谈]|随意|全职|兼职|实习$|不挑|相关|相应|合适|到岗)",
    re.IGNORECASE,
)
_HAN = re.compile("[\u4e00-\u9fff]")
_ENDS_AS_NO_JOB = re.compile(r"(?:均可|都可以?|皆可|不限|优先|相关|方向)$")


def named_job(wish: str | None, held: str | None, language: str) -> str | None:
    """Return the wish if it is one job in a few words; several jobs, a sentence or *any* leave the present post its place.

    So does a Chinese wish of somebody who is written to in English.
    """
    known = (wish or "").strip()
    is_job = 0 < len(known) <= MAX_WISH_CHARACTERS and not (language == "en" and _HAN.search(known))
    is_job = is_job and not (_SEVERAL.search(known) or _NO_JOB.match(known) or _ENDS_AS_NO_JOB.search(known))
    return known if is_job else held


def post_and_wish(held: str | None, wish: str | None) -> str | None:
    """Return the post that somebody has and beside it the job they want, where that is another; None if neither is known.

    ``any`` is no job, and a wish of many words is cut.
    """
    post, wanted = (" ".join((text or "").split()) for text in (held, wish))
    if not wanted or wanted.casefold() == post.casefold() or _NO_JOB.match(wanted):
        return post or None
    short = wanted if len(wanted) <= MAX_WISH_CHARACTERS else wanted[: MAX_WISH_CHARACTERS - 1].rstrip() + "…"
    return f"{post}（想做 / wants: {short}）" if post else f"想做 / wants: {short}"
