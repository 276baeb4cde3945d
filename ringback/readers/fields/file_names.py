"""Names inside file names that no board wrote: ``张伟_简历_最新版``, ``JohnSmithResume2023``."""

from __future__ import annotations

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.cleaning import HAN, clean
from ringback.readers.normalise import fold

_FILE_SPLIT = re.compile(r"[-_—–\s()（）\[\]【】+,，、&@~]+")
_FILE_WORDS = re.compile(
    r"(?:的)?(?:个人|求职|应聘|最新|中文|英文)*(?:简历|履历)(?:表|模板)?|(?<![a-z])(?:resume|résumé|cv|curriculum|vitae|final|new|copy|updated?|latest|version|v\d+|draft|profile|doc|pdf|en|cn|zh|eng"
    r"|deedy|openfont|macfonts?|altacv|moderncv|awesome|europass|europecv|rendercv|overleaf|latex|html|index|readme|my)(?![a-z])|\d+",
    re.IGNORECASE,
)

_CODE_IN_FRONT = re.compile(r"^[A-Za-z]{1,2}\d{1,6}(?=\s)")  # of who counts what comes in: r017 Ana Moor


def _without_title(words: list[str]) -> list[str]:
    """Take the post off: ``Ridgeway_QA_Engineer``."""
    at = next((n for n in range(len(words)) if title_score(" ".join(words[n:])) == 1.0), len(words))
    return words[:at]


def _without_words(stem: str) -> str:
    """Put spaces in place of the words beside a name; those of traditional characters are found as the simplified ones."""
    bare = list(stem)
    for match in _FILE_WORDS.finditer(fold(stem)):
        bare[match.start() : match.end()] = " " * len(match.group())
    return "".join(bare)


def names_in_file_name(stem: str) -> list[str]:
    """Return what could be names, cleaned, without the words that people put beside them."""
    stem = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", stem.replace("_", " ").replace(".", " "))
    stem = _CODE_IN_FRONT.sub("", stem)
    bare = _without_words(stem)
    tokens = [token for token in _FILE_SPLIT.split(bare) if token]
    found = [clean(token) for token in tokens if HAN.search(token)]
    latin = [token for token in tokens if not HAN.search(token) and re.fullmatch(r"[A-Za-zÀ-ÿ'’]+", token)]
    latin = _without_title(latin)
    if 2 <= len(latin) <= 4:
        found.append(" ".join(word if not word.islower() else word.capitalize() for word in latin))
    return [name for name in found if name]
