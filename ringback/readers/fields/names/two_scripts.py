"""One person, two scripts: what speaks for the Latin name speaks for the Chinese one of the same family."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ringback.readers import patterns as re
from ringback.readers.fields.names.candidates import AHEAD, SURE_HAN, Candidate, candidate_for
from ringback.readers.fields.names.cleaning import HAN
from ringback.readers.fields.names.shapes import han_score, pinyin_of
from ringback.readers.fields.wordlists import data_lines
from ringback.readers.normalise import fold

_PRINTED = frozenset({"layout", "pattern"})
_LATIN = "[A-Za-z][A-Za-z ,.'’-]{2,40}"
_BETWEEN = r"\s*(?:[/|,，、·-]\s*)?"
_BOTH = re.compile(  # 卢晓东 / LU Hsiao-Tung, Eric Lu 卢晓东
    f"([\u4e00-\u9fff]{{2,4}}){_BETWEEN}({_LATIN})|({_LATIN}?){_BETWEEN}([\u4e00-\u9fff]{{2,4}})"
)
NEAR_TOP = 8
_NO_LETTER = re.compile(r"[^a-z]")


@cache
def _spellings() -> dict[str, frozenset[str]]:
    """Return surname -> how it is spelled in Taiwan, Hong Kong and further south, besides pinyin."""
    rows = (line.split("\t") for line in data_lines("surname_spellings.tsv"))
    return {surname: frozenset(spelled.split()) for surname, spelled in rows}


def is_surname_spelled(word: str) -> bool:
    """Tell a Chinese surname in Latin letters: Tang, HSU."""
    return any(word.lower() in spelled for spelled in _spellings().values())


def is_of_family(latin: str, chinese: str) -> bool:
    """Tell whether a Latin name has the surname of a Chinese one, first or last: *Grace Yeh*, *TSOU Tien-Ju*."""
    words = [_NO_LETTER.sub("", word) for word in latin.lower().split()]
    if len(words) < 2 or len(chinese) < 2:
        return False
    folded = fold(chinese)
    spelled = {pinyin_of(chinese)[0]} | _spellings().get(folded[:2], frozenset())
    spelled |= frozenset() if len(pinyin_of(chinese)[1]) < 1 else _spellings().get(folded[0], frozenset())
    return not spelled.isdisjoint((words[0], words[-1]))


def in_both_scripts(line: str) -> str:
    """Return the Chinese name of a line that is nothing but it and the same one in Latin letters; else nothing."""
    both = _BOTH.fullmatch(line)
    if not both:
        return ""
    chinese, latin = both[1] or both[4], both[2] or both[3]
    return chinese if is_of_family(latin, chinese) else ""


def give_family_to_chinese(candidates: dict[str, Candidate], shown: Sequence[str], title: str = "") -> None:
    """Let the Chinese name of a Chinese resume be ahead of the same person's in Latin letters, wherever the two stand.

    Beside each other or one over the other they are two names, whatever word the Chinese one is too: 方向 / Xiang Fang. So
    they are in the title of the page: 卢晓东 | Xiaodong Lu.
    """
    both = in_both_scripts(title.strip())
    named = [one.score for one in candidates.values() if both and _is_printed(one) and one.value in title]
    if named:
        candidate_for(candidates, both).add("metadata", max(named) + AHEAD, title)
    for number, line in enumerate(shown[:NEAR_TOP]):
        for told in (line.strip(), " ".join(shown[number : number + 2]).strip()):
            both = in_both_scripts(told)
            named = [one.score for one in candidates.values() if both and _is_printed(one) and one.value in told]
            if named and han_score(both) < SURE_HAN:
                candidate_for(candidates, both).add("layout", max(named), told)
    latin = [one for one in candidates.values() if not HAN.search(one.value) and _is_printed(one)]
    chinese = [
        one
        for one in candidates.values()
        if HAN.search(one.value) and _is_printed(one) and han_score(one.value) >= SURE_HAN
    ]
    for one in chinese if latin else ():
        for other in latin:
            if is_of_family(other.value, one.value):
                for how, points in other.reasons.items():
                    one.add(how, points + AHEAD, one.evidence)


def _is_printed(one: Candidate) -> bool:
    return bool(one.reasons.keys() & _PRINTED)
