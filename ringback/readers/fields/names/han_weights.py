"""How much oftener characters stand in Chinese names than in words: what tells 苌建华 from 资料卡 without a list of either."""

from __future__ import annotations

from functools import cache

from ringback.readers.fields.wordlists import data_lines, surnames

_UNKNOWN_GIVEN, _UNKNOWN_FAMILY = 2.0, -1.0  # characters that no word has
_NO_SURNAME = -3.0  # beside what the character weighs in a given name
_LISTED, _OF_TWO = -1.0, 6.0  # surnames that the counts lack, and those of two characters


@cache
def _weights() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {"given": {}, "family": {}}
    for line in data_lines("han_name_weights.tsv"):
        kind, weight, marks = line.split("\t")
        found[kind].update(dict.fromkeys(marks, float(weight)))
    return found


def _of_surname(mark: str) -> float:
    known = _weights()["family"].get(mark)
    if known is not None:
        return known
    plain = _weights()["given"].get(mark, _UNKNOWN_FAMILY - _NO_SURNAME)
    return plain + (_LISTED if mark in surnames()[0] else _NO_SURNAME)


def name_weight(folded: str) -> float:
    """Return the logarithm of how much likelier a text of two to four characters is a name than a word; words are below 0."""
    given = _weights()["given"]
    n_family = 2 if folded[:2] in surnames()[1] and len(folded) > 2 else 1
    family = _OF_TWO if n_family > 1 else _of_surname(folded[0])
    return family + sum(given.get(mark, _UNKNOWN_GIVEN) for mark in folded[n_family:])
