"""Names in the forms that can be compared: characters, readings, spellings, and how rare the whole is.

A masked name (张先生, 张**, Zhang **) or a lone surname is not a name: it keeps its surname and nothing else.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ringback.identity.english import ALSO_PINYIN, ENGLISH_GIVEN
from ringback.identity.script import HANZI_RUN, count_syllables, fold, has_hanzi, latin, pinyin
from ringback.identity.surnames import (
    COMPOUND,
    FOREIGN_BITS,
    rarity_of_english,
    rarity_of_hanzi,
    rarity_of_reading,
    readings_of_spelling,
    readings_of_surname,
)

_HONORIFIC = re.compile(r"(先生|女士|小姐|老师|同学|经理|总监|师傅)$|^(mr|ms|mrs|miss|dr)\.?\s+", re.IGNORECASE)
_MASK = re.compile(r"[*×＊●○□]+|某+|(?<=[\u4e00-\u9fff])x{1,3}(?![a-z])")
_LABEL = re.compile(r"^\s*(?:候选人|应聘者)?(?:姓\s*名|名字|full\s*name|name)?\s*[:：]\s*", re.IGNORECASE)
_FACT = re.compile(
    r"[\s,，/|｜;；、·(（\[【-]+(?:性别\s*[:：]?\s*)?"
    r"(?:男|女|male\b|female\b|先生|女士|小姐|\d{1,2}\s*(?:周?岁|years?\b)|(?:19|20)\d\d\s*年)(?![\u4e00-\u9fff]).*$",
    re.IGNORECASE,
)
"""What stands behind a name in many exports: sex, age, year of birth, how to address them; all that follows goes with it."""

_BRACKETED_HANZI = re.compile(r"[(（\[【][^()（）\[\]【】]*[\u3400-\u4dbf\u4e00-\u9fff][^()（）\[\]【】]*[)）\]】]")
_NEXT_FIELD = re.compile(r"[,，/|｜;；、]")
_LONGEST_SPACED = 4
_MASK_LATIN = re.compile(r"\*|＊|×|\bx{2,}\b|\b[a-z]\.?$")
_LETTERS = re.compile(r"[a-z]+(?:[-'’][a-z]+)*")
_MOST_GIVEN_SYLLABLES = 3


class Name(NamedTuple):
    """One name, taken apart.

    ``hanzi`` is the simplified full name, None where it is only known in letters. ``keys`` are the readings without order
    (``wei zhang`` and ``zhang wei`` are one), likeliest first; empty for a masked name. ``surnames`` are the readings the
    surname may have. ``english`` is a foreign given name. ``rarity`` is in bits: of the exact name, and of its reading.
    """

    hanzi: str | None = None
    keys: tuple[str, ...] = ()
    surnames: tuple[str, ...] = ()
    english: str | None = None
    rarity: float = 0.0
    reading_rarity: float = 0.0

    @property
    def is_full(self) -> bool:
        """Tell whether this names a person rather than a family."""
        return bool(self.keys) or self.english is not None


NAMELESS = Name()


def bare_name(text: str) -> str:
    """Return a name without what forms and exports write around it: 姓名：, （男）, ``,男,28岁``, a remark in brackets."""
    bare = _BRACKETED_HANZI.sub(" ", _FACT.sub("", _LABEL.sub("", text)))
    return " ".join(bare.split()) or text.strip()


@lru_cache(maxsize=100_000)
def parse_name(text: str | None) -> Name:
    """Take a name apart as written: 張偉, 张 伟, Zhang Wei, WEI ZHANG, David Zhang, 张伟 (David), 张先生."""
    if not text:
        return NAMELESS
    folded = fold(bare_name(text))
    bare = _HONORIFIC.sub("", folded).strip()
    is_masked = bare != folded and len(HANZI_RUN.sub("", bare)) == 0 and len(bare) <= 1
    if has_hanzi(bare):
        return _of_hanzi(bare, is_masked=is_masked or _MASK.search(bare) is not None)
    return _of_letters(latin(bare), is_masked=_MASK_LATIN.search(bare) is not None and "*" in bare)


def _of_hanzi(text: str, *, is_masked: bool) -> Name:
    hanzi = _hanzi_of(text.replace("某", ""))
    words = [word for word in _LETTERS.findall(latin(HANZI_RUN.sub(" ", text))) if word != "x"]
    english = words[0] if words and words[0] in ENGLISH_GIVEN else None
    surname = hanzi[:2] if len(hanzi) > 2 and hanzi[:2] in COMPOUND else hanzi[:1]  # noqa: PLR2004
    if not surname:
        return NAMELESS
    if is_masked or len(hanzi) == len(surname):
        return Name(surnames=readings_of_surname(surname), english=english)
    given = hanzi[len(surname) :]
    readings = readings_of_surname(surname)
    given_readings = [pinyin(character) for character in given]
    return Name(
        hanzi=hanzi,
        keys=tuple(_key(reading, "".join(given_readings)) for reading in readings),
        surnames=readings,
        english=english,
        rarity=rarity_of_hanzi(surname, given),
        reading_rarity=rarity_of_reading(readings[0], len(given), given_readings),
    )


def _hanzi_of(text: str) -> str:
    """Return the characters of the name: the first word of its field, and what follows a surname that stands by itself."""
    field = next((part for part in _NEXT_FIELD.split(text) if has_hanzi(part)), text)
    first: str
    first, *rest = HANZI_RUN.findall(field)
    if len(first) > 1 and first not in COMPOUND:
        return first
    for word in rest:
        if len(first) + len(word) > _LONGEST_SPACED:
            break
        first += word
    return first


def _of_letters(text: str, *, is_masked: bool) -> Name:
    head, comma, tail = text.partition(",")
    words = [word.replace("-", "").replace("'", "").replace("’", "") for word in _LETTERS.findall(text)]
    if not words:
        return NAMELESS
    readings: list[Name | None] = []
    if comma and head.strip() and tail.strip():
        words = [w for part in (head, tail) for w in (m.replace("-", "") for m in _LETTERS.findall(part))]
        readings = [_reading(words[0], words[1:])]
    if len(words) == 1:
        readings = _split_glued(words[0])
    elif not any(readings):
        readings = [*_in_any_order(words), *_beside_english(words)]
    found = [reading for reading in readings if reading is not None]
    if is_masked:
        return Name(surnames=tuple(dict.fromkeys(s for f in found for s in f.surnames)) or tuple(words[:1]))
    return _likeliest(found) if found else _foreign(words)


def _in_any_order(words: list[str]) -> list[Name | None]:
    """Read the last word, the first, or the first two (Ou Yang Na) as the surname."""
    if len(words) == 1:
        return []
    readings = [_reading(words[-1], words[:-1]), _reading(words[0], words[1:])]
    return [*readings, _reading(words[0] + words[1], words[2:])] if len(words) > 2 else readings  # noqa: PLR2004


def _beside_english(words: list[str]) -> list[Name | None]:
    """Read a whole Chinese name before or behind an English one: Amy Xu Jialin, Jialin Xu (Amy), where no end is the surname."""
    if len(words) < 3:  # noqa: PLR2004 (English, surname, given name)
        return []
    ends = ((words[0], words[1:]), (words[-1], words[:-1]))
    return [
        reading._replace(english=english)
        for english, chinese in ends
        if english in ENGLISH_GIVEN
        for reading in _in_any_order(chinese)
        if reading is not None and reading.english is None
    ]


def _english_among(given: list[str]) -> str | None:
    """Return the English one of the given names; ``juan`` beside another syllable is 娟."""
    is_spelt_apart = len(given) == 2 and all(count_syllables(word) == 1 for word in given)  # noqa: PLR2004
    return next((w for w in given if w in ENGLISH_GIVEN and not (is_spelt_apart and w in ALSO_PINYIN)), None)


def _reading(surname: str, rest: list[str]) -> Name | None:
    """Return the name if ``surname`` is a Chinese one and ``rest`` its given name; None where it does not read so."""
    readings = readings_of_spelling(surname)
    if not readings or not rest:
        return None
    english = _english_among(rest)
    given = "".join(word for word in rest if word != english).replace("v", "u")
    if not given and english:
        return _of_english(english, readings)
    n_syllables = count_syllables(given)
    if not 0 < n_syllables <= _MOST_GIVEN_SYLLABLES:
        return _of_english(english or rest[0], readings) if english or len(rest) == 1 else None
    return Name(
        keys=tuple(_key(reading, given) for reading in readings),
        surnames=readings,
        english=english,
        reading_rarity=rarity_of_reading(readings[0], n_syllables, _spelt(given)),
    )


def _of_english(english: str, readings: tuple[str, ...]) -> Name:
    """Return David Zhang: comparable with another David Zhang, and by its surname with 张伟."""
    return Name(
        keys=tuple(_key(reading, english) for reading in readings),
        surnames=readings,
        english=english,
        reading_rarity=rarity_of_english(readings[0]),
    )


def _likeliest(found: list[Name]) -> Name:
    """Put several ways to read a name in one, the commonest surname first (the rarest whole name is the surest)."""
    full = sorted((name for name in found if name.keys), key=lambda name: (name.reading_rarity, name.keys))
    if not full:
        return found[0]
    return Name(
        keys=tuple(dict.fromkeys(key for name in full for key in name.keys)),
        surnames=tuple(dict.fromkeys(surname for name in full for surname in name.surnames)),
        english=next((name.english for name in full if name.english), None),
        reading_rarity=full[0].reading_rarity,
    )


def _split_glued(word: str) -> list[Name | None]:
    """Read ``zhangwei`` as surname and given name; a lone surname stays one."""
    found = [_reading(word[:cut], [word[cut:]]) for cut in range(2, len(word) - 1) if count_syllables(word[cut:])]
    kept = [name for name in found if name is not None and name.keys]
    if kept and word not in ENGLISH_GIVEN:
        return list(kept)
    readings = readings_of_spelling(word)
    return [Name(surnames=readings)] if readings and word not in ENGLISH_GIVEN else []


def _foreign(words: list[str]) -> Name:
    if len(words) == 1:
        return Name(english=words[0])
    key = " ".join(sorted(words))
    return Name(keys=(key,), surnames=(words[-1],), english=words[0], reading_rarity=FOREIGN_BITS)


@lru_cache(maxsize=50_000)
def _spelt(given: str) -> list[str]:
    """Return the syllables of a given name, in the fewest parts."""
    for cut in range(1, len(given)):
        if count_syllables(given[:cut]) == 1 and count_syllables(given[cut:]) == 1 and count_syllables(given) == 2:  # noqa: PLR2004
            return [given[:cut], given[cut:]]
    return [given]


def _key(surname: str, given: str) -> str:
    return " ".join(sorted((surname, given)))


def counted_as(name: Name) -> str | None:
    """Return the likeliest reading, by which the bearers of a shared contact are counted; None for a masked name."""
    return name.keys[0] if name.keys else None


def is_counted_as_english(name: Name) -> bool:
    """Tell whether only a foreign given name is known: Kevin Zhang may be 张云家, so the two are counted apart."""
    return (
        name.hanzi is None and name.english is not None and name.english in name.keys[0].split() if name.keys else False
    )
