"""What somebody was before, told behind what he is: ``Founder of Northwind and ex-developer at Larch``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.marks import bare

_FORMER = re.compile(
    r"(?:[,;|·•(/&]|(?<=\s)[-–—]|\b(?:and|but|who was)\b)\s*(?:(?:an?|the|also|was|before that|prior to that),?\s+){0,4}"
    r"(?:ex\b[- ]?(?=\S)|former(?:ly)?\b|previous(?:ly)?\b|prev\.\s|past\b|earlier\b|until recently\b)[^.;]*",
    re.IGNORECASE,
)
OF_OWN = (  # of which house, behind what one is of a whole house only
    r"(?:(?:[Tt]he|[Aa]n?|[Pp]roud|[Ss]ole|[Cc]urrent) )*"
    r"(?P<title>(?:(?:[Cc]o-?\s?)?[Ff]ounder|FOUNDER|[Oo]wner|[Pp]roprietor|CEO|[Pp]resident|[Cc]hair(?:man|woman|person)?)"
    r"(?:,? (?:and |& )?(?:[A-Z][\w/-]+|[Mm]anaging [Dd]irector|[Cc]o-?[Oo]wner|[Oo]wner)){0,3}) of (?:the )?"
    r"(?P<firm>[A-Z][\w.'’&-]*(?: (?:[A-Z&][\w.'’&-]*|of|and|the|for|de|du|la)){0,7}?)"
    r"(?=\s+(?:from|since|where|in)\b|[.;(,|\t]|$)"
)
_OF_OWN = re.compile(OF_OWN)


def with_former_blank(text: str) -> str:
    """Return sentences with the posts that they say were held before as blank cells; every other sign keeps its place."""
    told = _FORMER.sub(lambda former: "\t" * len(former.group()) if former.start() else former.group(), text)
    return told.replace(" \t", "\t\t")


def without_former(text: str) -> str:
    """Return a line or a sentence without the posts that it says were held before; the line itself where it begins with one."""
    found = _FORMER.search(text)
    front = text[: found.start()].rstrip() if found else ""
    return front + text[found.end() :] if found and front else text


def of_own_house(text: str) -> tuple[str, str] | None:
    """Return post and house of who founded, owns or heads a whole house: ``Co-founder & CEO of Northwind``."""
    own = _OF_OWN.match(text.strip())
    return (own.group("title"), bare(own.group("firm"))) if own else None
