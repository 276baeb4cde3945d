"""Sets of characters as numbers: bit ``n`` stands for the character ``n``, and one bit for all those beyond 16 bits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

_sre: Any = import_module("_sre")
_ops: Any = import_module("re._constants")

N_PLANE = 0x10000
BEYOND = 1 << N_PLANE
ALL = (BEYOND << 1) - 1
_LAST = 0x10FFFF
_LETTER_OF_CLASS = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
_BLOCK = 256  # characters; the engine keeps a set as blocks of so many bits
_ABOVE_FIRST_BLOCK = (1 << (N_PLANE - _BLOCK)) - 1


def span(low: int, high: int) -> int:
    """Return the set of the characters from one to another, both within."""
    within = ((1 << (min(high, N_PLANE - 1) - low + 1)) - 1) << low if low < N_PLANE else 0
    return within | (BEYOND if high >= N_PLANE else 0)


@cache
def _class(name: str, *, is_ascii: bool) -> int:
    r"""Return what ``\d``, ``\s``, ``\w`` or their opposite stands for, as the engine itself tells it."""
    every = "".join(map(chr, range(N_PLANE)))
    runs = re.finditer(rf"\{_LETTER_OF_CLASS[name.rsplit('_', 1)[1]]}+", every, re.ASCII if is_ascii else re.UNICODE)
    within = sum(span(run.start(), run.end() - 1) for run in runs)
    return (ALL & ~within | BEYOND) if "_NOT_" in name else within | BEYOND


@cache
def _same_letters() -> dict[int, frozenset[int]]:
    """Return, for each character of the first plane that has a case, what equals it where case does not matter."""
    same: dict[int, set[int]] = {}
    for code, low in enumerate(map(_sre.unicode_tolower, range(N_PLANE))):
        if code != low:
            same.setdefault(low, {low}).add(code)
    extra = import_module("re._casefix")._EXTRA_CASES  # noqa: SLF001
    for low, others in extra.items():
        whole = same.get(low, {low}).union(*(same.get(other, {other}) for other in others))
        for one in (low, *others):
            same[one] = whole
    return {code: frozenset(codes) for codes in same.values() for code in codes}


def _other_cases(low: int, high: int) -> int:
    table = _same_letters()
    codes = range(low, high + 1) if high - low < len(table) else (code for code in table if low <= code <= high)
    found = 0
    for other in {other for code in codes for other in table.get(code, ()) if not low <= other <= high}:
        found |= 1 << other
    return found


def letters_of_class(items: Iterable[tuple[Any, Any]], flags: int) -> int:
    """Return what a class in square brackets matches; of what lies beyond the plane nothing is told apart."""
    if flags & re.IGNORECASE and flags & re.ASCII:
        return ALL  # nobody asks so
    found, is_negated = 0, False
    for op, value in items:
        if op is _ops.NEGATE:
            is_negated = True
        elif op is _ops.CATEGORY:
            found |= _class(str(value), is_ascii=bool(flags & re.ASCII))
        elif op in {_ops.LITERAL, _ops.RANGE}:
            ends = value if op is _ops.RANGE else (value, value)
            found |= span(*ends) | (_other_cases(*ends) if flags & re.IGNORECASE else 0)
        else:
            return ALL
    return (ALL & ~found) | BEYOND if is_negated else found


@cache
def engine_code(letters: int) -> Sequence[int]:
    """Return a set as the engine reads it in front of a pattern."""
    plane = letters & (BEYOND - 1)
    above = plane >> _BLOCK
    if above in {0, _ABOVE_FIRST_BLOCK}:
        code = [int(_ops.CHARSET), *_words((plane & ((1 << _BLOCK) - 1)).to_bytes(_BLOCK // 8, "little"))]
        code += [int(_ops.RANGE), _BLOCK, N_PLANE - 1] if above else []
    else:
        data, size = plane.to_bytes(N_PLANE // 8, "little"), _BLOCK // 8
        blocks = [data[at : at + size] for at in range(0, len(data), size)]
        number = {block: at for at, block in enumerate(dict.fromkeys(blocks))}
        code = [int(_ops.BIGCHARSET), len(number), *_words(bytes(map(number.__getitem__, blocks)))]
        for block in number:
            code += _words(block)
    beyond = [int(_ops.RANGE), N_PLANE, _LAST] if letters & BEYOND else []
    return [*code, *beyond, int(_ops.FAILURE)]


def _words(data: bytes) -> list[int]:
    return memoryview(data).cast("I").tolist()
