"""The arguments of LaTeX commands: groups in braces, with options in between that are passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from collections.abc import Mapping

MAX_ARGUMENTS = 12
MAX_OPTION_CHARS = 300
OPTION = re.compile(rf"\s*\[[^\[\]]{{0,{MAX_OPTION_CHARS}}}\]|\s*<[\w,-]{{0,20}}>")
GAP = re.compile(r"[ \t]*\n?[ \t]*")


def arguments_at(
    text: str, closing: Mapping[int, int], at: int, most: int = MAX_ARGUMENTS, *, may_break: bool = True
) -> tuple[list[tuple[int, int]], int]:
    """Return the groups in braces right behind ``at`` and where they end; options are passed over.

    ``closing`` tells where each brace of the text closes, see :func:`pairs`.
    """
    found: list[tuple[int, int]] = []
    while len(found) < most or not most:
        option = OPTION.match(text, at)
        if option and (found or option.group()[0] in "[<"):
            at = option.end()
            continue
        gap = GAP.match(text, at) if may_break else None
        start = gap.end() if gap else at
        if not most or text[start : start + 1] != "{" or start not in closing:
            return found, at
        found.append((start + 1, closing[start]))
        at = closing[start] + 1
    return found, at


def pairs(text: str) -> dict[int, int]:
    """Return where each brace closes, in one pass."""
    closing: dict[int, int] = {}
    opened: list[int] = []
    for match in re.finditer(r"\\.|[{}]", text, re.DOTALL):
        if match.group() == "{":
            opened.append(match.start())
        elif match.group() == "}" and opened:
            closing[opened.pop()] = match.start()
    return closing
