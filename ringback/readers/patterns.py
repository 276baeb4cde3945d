r"""Regular expressions as :mod:`re` has them, quicker where nothing is found: ``from ringback.readers import patterns as re``.

The readers ask each line for hundreds of patterns, and hardly one stands there. The engine skips what cannot begin a match
only where a pattern begins with a letter or a class whose case matters; ``\b(?:street|road)`` it tries at every letter.
:func:`compile` tells it of the same pattern which letters a match can begin with, behind all that takes no room (``\b``, what
must not stand in front) and in both cases where case does not matter. What is found stays the same.

It uses what stands beside the public interface of :mod:`re` in the engines of :data:`_KNOWN`; elsewhere it is that of :mod:`re`.
"""

from __future__ import annotations

import re
from functools import cache, reduce
from importlib import import_module
from operator import or_
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    Match,
    Pattern,
    escape,
)
from typing import TYPE_CHECKING, Any

from ringback.readers.letter_sets import ALL, engine_code, letters_of_class

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]

_sre: Any = import_module("_sre")
_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")
_ops: Any = import_module("re._constants")

_KNOWN = frozenset({20220615})  # the engine of Python 3.11
_REPEATS = frozenset({_ops.MAX_REPEAT, _ops.MIN_REPEAT, _ops.POSSESSIVE_REPEAT})
_ONE_LETTER = frozenset({_ops.LITERAL, _ops.NOT_LITERAL, _ops.IN})
_WEIGHED = re.IGNORECASE | re.ASCII
_ODD = re.LOCALE | re.DEBUG | re.TEMPLATE

Items = list[tuple[Any, Any]]


@cache
def compile(pattern: str, flags: int = 0) -> re.Pattern[str]:  # noqa: A001 - the name that it has in re
    """Return a pattern that finds what ``re.compile(pattern, flags)`` finds.

    Raises:
        re.error: as :func:`re.compile`.
    """
    if _sre.MAGIC not in _KNOWN or not isinstance(pattern, str) or flags & _ODD:
        return re.compile(pattern, flags)
    parsed = _parser.parse(pattern, int(flags))
    told, n_groups, names = parsed.state.flags, parsed.state.groups, parsed.state.groupdict
    code = _with_first(_compiler._code(parsed, 0), parsed.data, told)  # noqa: SLF001
    by_number = {number: name for name, number in names.items()}
    quick: re.Pattern[str] = _sre.compile(
        pattern, told, code, n_groups - 1, names, tuple(map(by_number.get, range(n_groups)))
    )
    return quick


def search(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """Do what :func:`re.search` does; a pattern is looked up in fewer steps than there, as in the functions below."""
    return compile(pattern, flags).search(string)


def match(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """Do what :func:`re.match` does."""
    return compile(pattern, flags).match(string)


def fullmatch(pattern: str, string: str, flags: int = 0) -> Match[str] | None:
    """Do what :func:`re.fullmatch` does."""
    return compile(pattern, flags).fullmatch(string)


def split(pattern: str, string: str, maxsplit: int = 0, flags: int = 0) -> list[str | Any]:
    """Do what :func:`re.split` does."""
    return compile(pattern, flags).split(string, maxsplit)


def findall(pattern: str, string: str, flags: int = 0) -> list[Any]:
    """Do what :func:`re.findall` does."""
    return compile(pattern, flags).findall(string)


def finditer(pattern: str, string: str, flags: int = 0) -> Iterator[Match[str]]:
    """Do what :func:`re.finditer` does."""
    return compile(pattern, flags).finditer(string)


def sub(pattern: str, repl: str | Callable[[Match[str]], str], string: str, count: int = 0, flags: int = 0) -> str:
    """Do what :func:`re.sub` does."""
    return compile(pattern, flags).sub(repl, string, count)


def _with_first(code: list[int], items: Items, flags: int) -> list[int]:
    """Add the letters that a match can begin with to a pattern that takes room and says nothing of them yet."""
    head, length, mask, shortest = code[:4]
    if head != _ops.INFO or mask or not shortest:
        return code
    letters, is_empty = _first(items, flags)
    if is_empty or letters == ALL:
        return code
    added = engine_code(letters)
    return [head, length + len(added), int(_ops.SRE_INFO_CHARSET), *code[3:5], *added, *code[1 + length :]]


def _first(items: Items, flags: int) -> tuple[int, bool]:
    """Return the letters that a match begins with at most, and whether it may be empty."""
    found, most = 0, ALL
    for op, value in items:
        letters, is_empty = _first_of_one(op, value, flags)
        if op is _ops.ASSERT and value[0] > 0 and not found:
            ahead, is_open = _first(value[1].data, flags)
            most &= ALL if is_open else ahead
        found |= letters
        if not is_empty:
            return found & most, False
    return found & most, True


def _first_of_one(op: Any, value: Any, flags: int) -> tuple[int, bool]:
    if op in _ONE_LETTER:
        return _letters_of_one(op, tuple(value) if op is _ops.IN else value, flags & _WEIGHED), False
    if op in _REPEATS:
        letters, is_empty = _first(value[2].data, flags)
        return letters, is_empty or value[0] == 0
    if op is _ops.SUBPATTERN:
        return _first(value[3].data, _compiler._combine_flags(flags, *value[1:3]))  # noqa: SLF001
    if op is _ops.BRANCH:
        parts = [_first(part.data, flags) for part in value[1]]
        return reduce(or_, (letters for letters, _ in parts)), any(is_empty for _, is_empty in parts)
    is_nothing = op in {_ops.ASSERT, _ops.ASSERT_NOT, _ops.AT}
    return (0, True) if is_nothing else (ALL, False)


@cache
def _letters_of_one(op: Any, value: Any, flags: int) -> int:
    only = value if op is _ops.IN else [(_ops.LITERAL, value)]
    return letters_of_class([(_ops.NEGATE, None), *only] if op is _ops.NOT_LITERAL else only, flags)
