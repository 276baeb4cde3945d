"""Patterns told what a match can begin with find what they find without."""

from __future__ import annotations

import importlib
import json
import pkgutil
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ringback import readers
from ringback.readers import letter_sets, patterns

SAMPLES = Path(__file__).parents[2] / "data" / "resumes"
EVERY = "".join(map(chr, range(letter_sets.N_PLANE)))
LINES = 160
ODD = ["", "K", "ſt", "İi ıI", "ß ẞ SS", "\u0345ι", "ǅ ǆ Ǆ", "µ μ", "📍 Bath", "\ud800", "Ω Ω", "a\nb\n", " \t", "路路"]
WRITTEN = [
    (r"\bstreet|road\b", re.IGNORECASE),
    (r"(?i:k)b|[^k]c", 0),
    (r"(?-i:K)b", re.IGNORECASE),
    (r"[^k]", re.IGNORECASE),
    (r"[^\W\d_]", re.IGNORECASE),
    (r"[^\w]i", re.IGNORECASE),
    (r"[a-z]+?s", re.IGNORECASE),
    (r"(?:a|b?)c", 0),
    (r"(a)?(?(1)b|c)", 0),
    (r"(?:(a)|b)\1?c", re.IGNORECASE),
    (r"x*?(?=[ab])[a-c]", 0),
    (r"(?=a)?b", 0),
    (r"(?:(?=a)|b)[ab]", 0),
    (r"(?!a)\w", 0),
    (r"(?<=a)b|(?<!a)c", 0),
    (r"(?>ab|a)c|a++b", 0),
    (r"[\U0001f4cd\u26b2]", 0),
    (r"[^\U0001f4cd]", 0),
    (r"^\s*a$", re.MULTILINE),
    (r".b", re.DOTALL),
    (r"\D\S\W", re.ASCII),
    (r"[^a]b", re.IGNORECASE | re.ASCII),
    (r"(?P<name>一|二)(?P<more>三)?", 0),
    (r"a*", 0),
]


def _asked() -> list[re.Pattern[str]]:
    """Return the patterns that the modules of the readers hold."""
    modules = [
        importlib.import_module(found.name) for found in pkgutil.walk_packages(readers.__path__, "ringback.readers.")
    ]
    held = [value for module in modules for value in vars(module).values()]
    held += [one for value in held if isinstance(value, tuple | list) for one in value]
    found = [value for value in held if isinstance(value, re.Pattern) and isinstance(value.pattern, str)]
    return list({(one.pattern, one.flags): one for one in found}.values())


ASKED = _asked()


def _lines() -> list[str]:
    """Return lines of invented resumes, and the same with letters changed, doubled and left out."""
    dice = random.Random(7)  # noqa: S311 - no secret
    layouts = (SAMPLES / "layouts.jsonl").read_text(encoding="utf-8").splitlines()
    printed = [line[0] for case in dice.sample(layouts, 40) for line in json.loads(case)["lines"]]
    chosen = dice.sample(printed, LINES)
    alphabet = "".join(printed) + "".join(ODD)
    changed = []
    for line in chosen:
        at = dice.randrange(len(line) + 1)
        changed.append(line[:at] + dice.choice(["", dice.choice(alphabet), line[at : at + 3] * 2]) + line[at + 1 :])
    return [*chosen, *changed, *(line.swapcase() for line in chosen[:20]), *ODD]


def _found(pattern: re.Pattern[str], line: str) -> list[tuple[Any, ...]]:
    return [(match.regs, match.lastgroup) for match in pattern.finditer(line)]


def _units(items: Any, flags: int) -> Iterator[tuple[Any, Any, int]]:
    """Yield what stands for one letter in a pattern, with the flags that hold there."""
    for op, value in items:
        if op in patterns._ONE_LETTER:
            yield op, value, flags
        elif op is patterns._ops.SUBPATTERN:
            yield from _units(value[3], patterns._compiler._combine_flags(flags, value[1], value[2]))
        elif op is patterns._ops.BRANCH:
            for part in value[1]:
                yield from _units(part, flags)
        elif op in patterns._REPEATS:
            yield from _units(value[2], flags)


def test_every_pattern_of_the_readers_finds_the_same() -> None:
    assert len(ASKED) > 900
    lines = _lines()
    for asked in ASKED:
        plain = re.compile(asked.pattern, asked.flags)
        quick = patterns.compile(asked.pattern, asked.flags)
        assert quick.groupindex == plain.groupindex
        assert quick.flags == plain.flags
        for line in lines:
            assert _found(quick, line) == _found(plain, line), (asked.pattern, line)


@pytest.mark.parametrize(("pattern", "flags"), WRITTEN)
def test_odd_patterns_find_the_same(pattern: str, flags: int) -> None:
    plain, quick = re.compile(pattern, flags), patterns.compile(pattern, flags)
    pieces = [
        "",
        "a",
        "b",
        "c",
        "ab",
        "abc",
        "K",
        "kb",
        "Kb",
        "xxA",
        "一三",
        "\n",
        " ",
        "📍",
        "ι",
        "\u0345",
        "ſ",
        "street",
    ]
    for line in [*ODD, *(first + second for first in pieces for second in pieces)]:
        assert _found(quick, line) == _found(plain, line), line
        assert quick.sub("-", line) == plain.sub("-", line)
        assert quick.split(line) == plain.split(line)
        assert bool(quick.fullmatch(line)) is bool(plain.fullmatch(line))
    assert _found(quick, EVERY) == _found(plain, EVERY)


def test_letters_are_those_that_the_engine_takes() -> None:
    seen = {}
    for asked in ASKED:
        parsed = patterns._parser.parse(asked.pattern, asked.flags)
        for op, value, flags in _units(parsed, parsed.state.flags):
            key = op, tuple(value) if isinstance(value, list) else value, flags & patterns._WEIGHED
            seen[key] = op, value, flags
    assert len(seen) > 300
    for key, (op, value, flags) in seen.items():
        state = patterns._parser.State()
        state.flags = flags
        one = patterns._compiler.compile(patterns._parser.SubPattern(state, [(op, value)]))
        taken = bytearray(letter_sets.N_PLANE // 8)
        for letter in map(ord, one.findall(EVERY)):
            taken[letter >> 3] |= 1 << (letter & 7)
        assert patterns._letters_of_one(*key) & (letter_sets.BEYOND - 1) == int.from_bytes(taken, "little"), key


def test_words_at_the_edge_of_a_word_are_not_tried_at_each_letter() -> None:
    code = patterns._compiler._code(patterns._parser.parse(r"\b(?:street|road)\b", re.IGNORECASE), 0)
    parsed = patterns._parser.parse(r"\b(?:street|road)\b", re.IGNORECASE)
    letters, is_empty = patterns._first(parsed.data, parsed.state.flags)
    assert not is_empty
    assert {chr(n) for n in range(letter_sets.N_PLANE) if letters >> n & 1} == set("sSſrR")
    assert len(patterns._with_first(code, parsed.data, parsed.state.flags)) > len(code)


def test_other_engines_get_what_re_compiles(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_KNOWN", frozenset())
    assert patterns.compile(r"\bnobody_asked_for_this\b") is re.compile(r"\bnobody_asked_for_this\b")
