"""Make the frozen name-frequency table from the Sinonym package (Apache-2.0; counts of names in public ORCID records).

    pip download --no-deps sinonym==0.5.1 && unzip sinonym-0.5.1-*.whl
    python -m ringback.identity.training.name_table sinonym/data ringback/identity/data/names.json

The table is a constant of the model: a new one is a new model version, and every pair is judged again.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin

VERSION = "orcid-2026-11"
SURNAME_CEILING = 1000.0
"""Common surnames stand among the given names too (authors who write the surname last): ppm above this is theirs."""

BY_HAND = {
    "wong": ["wang", "huang"],  # 王 and 黄 in Cantonese
    "woo": ["hu", "wu"],  # 胡 and 吴
    "lu": ["lu"],  # 吕 is spelt Lu, Lv or Lyu; all are folded to lu
    "lyu": ["lu"],
    "lv": ["lu"],
    "lue": ["lu"],
    "lui": ["lu", "lei"],
    "lee": ["li"],
    "chang": ["zhang", "chang"],
    "cheung": ["zhang"],
    "chan": ["chen"],
    "hsu": ["xu"],
    "ng": ["wu", "huang"],
    "ho": ["he"],
    "tang": ["tang", "deng"],
    "lam": ["lin"],
    "chow": ["zhou"],
    "chou": ["zhou"],
    "chiu": ["zhao", "qiu"],
    "yip": ["ye"],
    "szeto": ["situ"],
}
"""Spellings with more than one reading, which a table of likeliest readings loses."""


def make(folder: Path) -> dict[str, object]:
    """Return the table: shares of surnames and of given-name characters, and the readings of surname spellings."""
    surnames = {row["surname"]: float(row["ppm"]) for row in _rows(folder / "familyname_orcid.csv")}
    given = {row["character"]: float(row["ppm"]) for row in _rows(folder / "givenname_orcid.csv")}
    given = {
        character: min(ppm, SURNAME_CEILING) if surnames.get(character, 0) > SURNAME_CEILING * 10 else ppm
        for character, ppm in given.items()
    }
    readings: dict[str, set[str]] = defaultdict(set)
    for row in _rows(folder / "surname_romanizations.csv"):
        readings[row["spelling"]].add(row["mandarin_target"].replace("v", "u"))
    for spelling, targets in BY_HAND.items():
        readings[spelling].update(targets)
    return {
        "version": VERSION,
        "surnames": _shares(surnames),
        "given": _shares(given),
        "spellings": {spelling: sorted(targets) for spelling, targets in sorted(readings.items())},
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def _shares(ppm: dict[str, float]) -> dict[str, float]:
    total = sum(ppm.values())
    return {key: float(f"{value / total:.3g}") for key, value in sorted(ppm.items(), key=lambda kv: -kv[1])}


def syllables() -> list[str]:
    """Return every reading that pypinyin gives a character, without tone, ``ü`` as ``u``, without interjections."""
    found = set()
    for code in range(0x4E00, 0x9FA6):
        reading = lazy_pinyin(chr(code), style=Style.NORMAL)[0]
        if reading.isascii() and reading.isalpha():
            found.add(reading.replace("v", "u"))
    return sorted(found - {"n", "ng", "m", "hm", "hng"})


if __name__ == "__main__":
    table = make(Path(sys.argv[1]))
    Path(sys.argv[2]).with_name("syllables.txt").write_text("\n".join(syllables()) + "\n", encoding="utf-8")
    Path(sys.argv[2]).write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
