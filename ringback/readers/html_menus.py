"""The menu of a web page: links by which a site is walked through, which say nothing of the person."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.html_unseen import lowered

_ITEM = re.compile(  # <li><a href="#work">Work</a></li>
    r"<li\b[^<>]*>\s*<a\b(?>[^<>]*?href\s*=\s*[\"']?(?![a-z]+:|//))[^<>]*>[^<]{1,24}</a>\s*</li>", re.IGNORECASE
)
_LINK = re.compile(r"<a\b[^<>]*>\s*([^<>]{2,20})</a>", re.IGNORECASE)
_TITLE = re.compile(r"<h[1-6]\b[^<>]*>\s*(?:(?:main|site) )?(?:navigation|menu)\s*</h[1-6]>", re.IGNORECASE)
_WORDS = frozenset({
    "about", "about me", "blog", "contact", "contact me", "contacts", "cv", "curriculum vitae", "education", "experience",
    "gallery", "hobbies", "home", "interests", "main", "main page", "menu", "navigation", "news", "portfolio", "profile",
    "projects", "publications", "research", "resume", "résumé", "services", "skills", "teaching", "vita", "vitae", "work",
})  # fmt: skip
"""What the links of a menu are called, and no person is."""


def without_navigation(text: str) -> str:
    """Return a page without the items of its menu; a link that may be whose page it is stays."""
    small = lowered(text)
    opens = small.find("<nav")
    closes = small.find("</nav", opens)
    if opens < 0 or closes < 0:
        return text
    menu = _LINK.sub(_unless_brand, _TITLE.sub("", _ITEM.sub("", text[opens:closes])))
    return text[:opens] + menu + text[closes:]


def _unless_brand(link: re.Match[str]) -> str:
    return "" if link.group(1).strip().lower() in _WORDS else link.group()
