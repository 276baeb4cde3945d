"""The signature of who writes about somebody else: an agent, a friend who recommends, who passes a resume on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.names.shapes import han_score, latin_score

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

_SIGNS_OFF = re.compile(
    r"^\W*(?:(?:(?:with )?(?:kind|best|warm|many|kindest|warmest)(?:est)? )?(?:regards|wishes)|many thanks"
    r"|thanks(?: and regards)?"
    r"|yours(?: (?:sincerely|faithfully|truly))?|sincerely(?: yours)?|cheers"
    r"|此致|顺颂商祺|祝好|谢谢|祝[^,。;]{1,6})\W*$",
    re.IGNORECASE,
)
_NAMES = frozenset({"name", "first_name", "last_name", "english_name"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_BEHIND_NAME = re.compile(r"\s*[|,，、:：(（\t•·]\s*|\s+[-–—]\s+")
SURE_NAME = 0.8
LINES_OF_SIGNATURE = 8
NEAR = 2


def lines_of_signature(sheet: Sheet) -> set[int]:
    """Return the lines below a sign-off where somebody else signs than the person that a label above names."""
    named = [label for label in sheet.labels if label.field in _NAMES and label.value]
    if not named:
        return set()
    own = {word.lower() for label in named for word in _WORD.findall(label.value)}
    first = min(label.line for label in named)
    for number in range(first + 1, len(sheet.folded)):
        if not _SIGNS_OFF.match(sheet.folded[number]):
            continue
        below = [
            i for i in range(number + 1, min(number + 1 + LINES_OF_SIGNATURE, len(sheet.folded))) if sheet.folded[i]
        ]
        signed = {word.lower() for i in below[:NEAR] for word in _WORD.findall(sheet.shown[i])}
        if not signed & own and any(_is_signed(sheet.shown[i]) for i in below[:NEAR]):
            return set(below)
    return set()


def _is_signed(line: str) -> bool:
    """Tell a whole name, alone or before what its bearer is; behind thanks one's own number may stand without any."""
    return any(max(latin_score(one), han_score(one)) >= SURE_NAME for one in _BEHIND_NAME.split(line.strip()))
