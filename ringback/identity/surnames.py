"""Chinese surnames: how they are read, how they are spelt abroad, and how common they and given names are.

The numbers come from ``data/names.json``, frozen with the model: a live count would let the order of arrival decide.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ringback.identity.script import pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable

COMPOUND = frozenset(
    """
    欧阳 司马 上官 诸葛 司徒 东方 独孤 南宫 万俟 闻人 夏侯 赫连 皇甫 尉迟 公羊 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 公孙
    仲孙 轩辕 令狐 钟离 宇文 长孙 慕容 鲜于 闾丘 司空 端木 拓跋 百里 呼延 东郭 西门 南门 第五 公西 羊舌 微生 左丘 谷梁 段干
    """.split()  # noqa: SIM905 (a list is easier to read so)
)
READINGS: dict[str, str] = {
    "单": "shan", "解": "xie", "仇": "qiu", "查": "zha", "曾": "zeng", "区": "ou", "朴": "piao", "翟": "zhai",
    "盖": "ge gai", "乐": "yue le", "覃": "qin tan", "冼": "xian", "缪": "miao mou", "员": "yun", "逄": "pang",
    "繁": "po", "召": "shao", "种": "chong", "秘": "bi", "折": "she", "薄": "bo", "那": "na", "阚": "kan",
    "牟": "mou mu", "纪": "ji", "谌": "chen shen", "晁": "chao", "郗": "xi chi", "任": "ren", "宁": "ning",
    "曲": "qu", "石": "shi", "车": "che", "祭": "zhai", "黑": "he", "尉迟": "yuchi", "万俟": "moqi",
    "长孙": "zhangsun", "单于": "chanyu", "澹台": "tantai", "令狐": "linghu", "洗": "xian", "黄": "huang",
    "华": "hua", "过": "guo", "燕": "yan", "应": "ying", "於": "yu", "哈": "ha", "盛": "sheng", "臧": "zang",
    "鲜于": "xianyu",
}  # fmt: skip
"""Surnames that are not read as the character usually is (单 is Shan, not Dan), the likeliest reading first."""

SINGLE_GIVEN_SHARE = 0.18
"""About one Chinese given name in five is one character; the rest are two (household register, 2010s)."""

RAREST_BITS = 20.0
"""No name counts for more than this: 2^-20 is about one in a million, where the table stops knowing."""

FOREIGN_BITS = 17.0
"""What agreeing on a whole foreign name is worth: full names outside the table, taken as one in 130 000."""


@cache
def _table() -> dict[str, Any]:
    source = files("ringback.identity").joinpath("data", "names.json")
    table: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return table


def table_version() -> str:
    """Return the version of the frequency table."""
    version: str = _table()["version"]
    return version


@lru_cache(maxsize=10_000)
def readings_of_surname(hanzi: str) -> tuple[str, ...]:
    """Return the pinyin of a surname as it is read in names; families of one surname may read it differently (覃)."""
    return tuple(READINGS.get(hanzi, pinyin(hanzi)).split())


@cache
def shares_by_reading() -> dict[str, float]:
    """Return how common each surname reading is, over all characters that share it."""
    shares: dict[str, float] = defaultdict(float)
    for hanzi, share in _table()["surnames"].items():
        for reading in readings_of_surname(hanzi):
            shares[reading] += share
    for hanzi in COMPOUND:
        shares[readings_of_surname(hanzi)[0]] += 1e-5
    return dict(shares)


@cache
def _given_by_syllable() -> dict[str, float]:
    shares: dict[str, float] = defaultdict(float)
    for hanzi, share in _table()["given"].items():
        shares[pinyin(hanzi)] += share
    return dict(shares)


@lru_cache(maxsize=5_000)
def readings_of_spelling(spelling: str) -> tuple[str, ...]:
    """Return the readings that a Latin surname may stand for, commonest first; empty if it is no Chinese surname.

    ``wong`` is 王 or 黄, ``hu`` is only ``hu``; ``lyu`` and ``lv`` are ``lu`` because ``ü`` is folded.
    """
    known = shares_by_reading()
    plain = spelling.replace("v", "u").replace("lyu", "lu")
    found = set(_table()["spellings"].get(spelling, ()))
    if plain in known:
        found.add(plain)
    return tuple(sorted(found, key=lambda reading: (-known.get(reading, 0.0), reading)))


def rarity_of_hanzi(surname: str, given: str) -> float:
    """Return the bits of surprise in this exact name, at most :data:`RAREST_BITS`."""
    table = _table()
    share = table["surnames"].get(surname, 1e-6) * _given_share([table["given"].get(c, 2e-5) for c in given])
    return min(RAREST_BITS, -math.log2(max(share, 1e-12)))


def rarity_of_reading(surname: str, n_syllables: int, given_syllables: list[str]) -> float:
    """Return the bits of surprise in a name known by its reading only, at most :data:`RAREST_BITS`."""
    parts = [_given_by_syllable().get(syllable, 2e-4) for syllable in given_syllables] or [1e-3] * max(1, n_syllables)
    share = shares_by_reading().get(surname, 1e-5) * _given_share(parts)
    return min(RAREST_BITS, -math.log2(max(share, 1e-12)))


def rarity_of_surname(readings: Iterable[str]) -> float:
    """Return the bits of the commonest of these surnames: 3.5 for Wang, 9 for Tan."""
    known = shares_by_reading()
    return -math.log2(max((known.get(reading, 1e-5) for reading in readings), default=1.0))


def rarity_of_english(surname: str) -> float:
    """Return the bits of a Chinese surname with an English given name; one given name in 128, about as common as Kevin."""
    return min(RAREST_BITS, -math.log2(shares_by_reading().get(surname, 1e-5)) + 7.0)


def _given_share(parts: list[float]) -> float:
    of_length = SINGLE_GIVEN_SHARE if len(parts) == 1 else 1 - SINGLE_GIVEN_SHARE
    return math.prod(parts) * of_length
