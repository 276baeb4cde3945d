"""Weigh anew how much each character speaks for a Chinese name rather than for a word.

    python bench/fitting/name_weights.py DICTIONARY [--write]

DICTIONARY has a word on a line with how often it stands in running text and its kind, ``word 123 n``; kinds that begin with nr
are names of people and left out (the one of jieba, MIT, is written so). How often a character stands in names comes from the
table of the identity model. With --write the weights go to ``ringback/readers/data/han_name_weights.tsv``.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

import ringback

PACKAGE = Path(ringback.__file__).parent
NAMES, WEIGHTS = PACKAGE / "identity" / "data" / "names.json", PACKAGE / "readers" / "data" / "han_name_weights.tsv"
SHORTEST, LONGEST = 2, 4
UNSEEN_WORD, UNSEEN_GIVEN, UNSEEN_FAMILY = 20, 2e-6, 1e-7
HEAD = (
    "# Natural logarithms, rounded, of how much oftener a character stands in names than in words: in given names and as a\n"
    "# surname. From ringback/identity/data/names.json and the counts of the dictionary of jieba 0.42.1 (MIT).\n"
)


def counts_of_words(dictionary: Path) -> Counter[str]:
    """Return how often each character stands in words of two to four that are nobody's name."""
    counts: Counter[str] = Counter()
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, kind = line.split(" ")
        if SHORTEST <= len(word) <= LONGEST and not kind.startswith("nr"):
            for mark in word:
                counts[mark] += int(count)
    return counts


def main() -> None:
    """Write or show the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    table, counts = json.loads(NAMES.read_text(encoding="utf-8")), counts_of_words(asked.dictionary)
    whole = sum(counts.values())
    rows: dict[tuple[str, int], list[str]] = defaultdict(list)

    def weigh(kind: str, mark: str, share: float) -> None:
        rows[kind, round(math.log(share * whole / (counts[mark] + UNSEEN_WORD)))].append(mark)

    for mark in sorted(one for one in {*counts, *table["given"]} if "\u4e00" <= one <= "\u9fff"):
        weigh("given", mark, table["given"].get(mark, UNSEEN_GIVEN))
    for mark, share in sorted(table["surnames"].items()):
        if len(mark) == 1:
            weigh("family", mark, share)
    lines = [f"{kind}\t{weight}\t{''.join(marks)}" for (kind, weight), marks in sorted(rows.items())]
    if asked.write:
        WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "rows", whole, "characters", math.log(UNSEEN_FAMILY / UNSEEN_GIVEN))


if __name__ == "__main__":
    main()
