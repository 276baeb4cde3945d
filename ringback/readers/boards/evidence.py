"""The shape of a board, and of what its file names and mail subjects tell."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

_SMALL = r"[^\W\d_A-ZÀ-Þ]"
_WORD_OF_NAME = (  # each letter belongs to one word in one way only: Church, McDonald, OMara, CHURCH, an initial
    r"(?!(?:CV|Resume|Profile|Cover|Letter|Application)(?:$|[ _-]))"
    rf"(?:(?:(?:Ma?c|O)(?=[A-ZÀ-Þ]{_SMALL}))?+[A-ZÀ-Þ]{_SMALL}++|[A-NP-ZÀ-Þ](?=[A-ZÀ-Þ]{_SMALL})|[A-ZÀ-Þ]++(?!{_SMALL}))\.?"
)
LATIN_NAME = rf"(?P<name>{_WORD_OF_NAME}(?:[ _-]?{_WORD_OF_NAME}){{1,3}})"
"""Of two to four words, however the name of a file parts them: TamsinChurch, Tamsin_Church, Tamsin-Church."""
_BETWEEN_WORDS = re.compile(r"(?<=[a-zß-ÿ])(?<!Mc)(?<!\bMac)(?<!_Mac)(?=[A-ZÀ-Þ])|_+")


@dataclass(frozen=True, slots=True)
class Board:
    """One job board: ``name`` as drop folders are called, the domains it writes from, and its patterns.

    Patterns are searched in order in the file name without its suffix, or in the subject without ``Fw:``. Their named
    groups are fields of :class:`Evidence`: ``name title city years gender age degree``.
    """

    name: str
    domains: tuple[str, ...] = ()
    file_names: tuple[re.Pattern[str], ...] = ()
    subjects: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of a person from outside the resume; every field may be absent."""

    how: str = "file_name"
    text: str = ""
    board: str | None = None
    name: str | None = None
    title: str | None = None
    city: str | None = None
    years: str | None = None
    gender: str | None = None
    age: str | None = None
    degree: str | None = None
    inner: Evidence | None = field(default=None)

    @classmethod
    def of(cls, match: re.Match[str], *, board: str, how: str) -> Self:
        """Make evidence of a matched pattern."""
        known = {slot.name for slot in fields(cls)}
        groups: dict[str, Any] = {
            name: value.strip()
            for name, value in match.groupdict().items()
            if name in known and value and value.strip()
        }
        if groups.get("name", "")[:1].isalpha() and groups["name"][0] < "\u0250":
            groups["name"] = _apart(groups["name"])
        return cls(how=how, text=match.string, board=board, **groups)

    def behind(self, nearer: Evidence) -> Evidence:
        """Return ``nearer`` with this one behind it: an attachment's own name before the subject of its mail."""
        return replace(nearer, inner=self)


def _apart(name: str) -> str:
    """Return the words of a Latin name with spaces between them."""
    bare = _BETWEEN_WORDS.sub(" ", name)
    return bare if " " in bare else bare.replace("-", " ")
