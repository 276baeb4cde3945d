"""The candidates for the name: each source that speaks for one adds to its score."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ringback.readers.fields.names.cleaning import HAN, is_placeholder, masked
from ringback.readers.fields.names.shapes import (
    agrees_with_email,
    han_score,
    latin_score,
)
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

WEIGHT_EMAIL = 1.5
GENERATION_BEHIND = re.compile(r",? (?:I{2,3}|IV|[JS][Rr])\.?$")
SURE_PRINT, SURE_HAN, AHEAD = 1.9, 0.8, 0.01
_OF_NOBODY = frozenset(
    {"me", "hi", "hello", "contact", "mail", "email", "info", "i", "cv", "resume", "work", "job", "jobs"}
)


@dataclass(slots=True)
class Candidate:
    """A value that may be the name; ``reasons`` holds what each source gave it."""

    value: str
    score: float = 0.0
    reasons: dict[str, float] = field(default_factory=dict)
    evidence: str = ""

    def add(self, how: str, points: float, evidence: str) -> None:
        """Count each source once, at its best."""
        gain = points - self.reasons.get(how, 0.0)
        if gain > 0:
            self.reasons[how] = points
            self.score += gain
            if not self.evidence or points == max(self.reasons.values()):
                self.evidence = evidence


def candidate_for(candidates: dict[str, Candidate], value: str) -> Candidate:
    """Return the candidate of this value, whatever its spaces and case; a new one joins the others.

    Latin words that are parted somewhere are no word of an address: ``AnaMoor`` in front of *Ana Moor*.
    """
    key = re.sub(r"[\s·.•]", "", fold(value)).lower()
    one = candidates.setdefault(key, Candidate(value))
    if " " not in one.value and " " in value and not HAN.search(value):
        one.value = value
    return one


def shape_score(text: str, *, is_given: bool = False) -> float:
    """Return how much a cleaned text is a name, in either script."""
    if is_placeholder(text):
        return 0.0
    if masked(text):
        return 0.95
    return han_score(text, is_given=is_given) if HAN.search(text) else latin_score(text, is_given=is_given)


def give_parts_to_whole(candidates: dict[str, Candidate]) -> None:
    """Let what speaks for a surname or a given name (``MacLeod CV.docx``, *Nora's Resume*) speak for the whole one printed."""
    for part in list(candidates.values()):
        if " " in part.value or HAN.search(part.value):
            continue
        word = part.value.lower()
        whole = max(
            (
                one
                for one in candidates.values()
                if word in one.value.lower().split() and one is not part and "layout" in one.reasons
            ),
            key=lambda one: one.score,
            default=None,
        )
        if whole and (whole.reasons["layout"] > part.reasons.get("layout", 0.0) or _owns(part, whole)):
            for how, points in part.reasons.items():
                whole.add(how, points, whole.evidence)
            part.score = 0.0


def give_to_generation(candidates: dict[str, Candidate]) -> None:
    """Let what speaks for ``Walter Pym`` speak for ``Walter Pym Jr`` where the page prints that: pieces end at the comma."""
    for whole in list(candidates.values()):
        bare = GENERATION_BEHIND.sub("", whole.value)
        part = candidates.get(re.sub(r"[\s·.•]", "", fold(bare)).lower()) if bare != whole.value else None
        for how, points in part.reasons.items() if part else ():
            whole.add(how, points, whole.evidence)
        if part:
            part.score = 0.0


def is_first_alone(one: Candidate) -> bool:
    """Tell a first name that a greeting tells and nothing surer: *Hi, I'm Nora*."""
    return " " not in one.value and "pattern" in one.reasons and one.reasons.keys() <= {"pattern", "layout"}


def give_first_to_whole(candidates: dict[str, Candidate]) -> None:
    """Let the first name that a greeting tells speak for the whole one of the title or the foot: *Hi, I'm Nora*, © Nora Moor."""
    for part in [one for one in candidates.values() if " " not in one.value and is_first_alone(one)]:
        word = part.value.lower()
        whole = next(
            (one for one in candidates.values() if one.value.lower().split()[0] == word and one is not part), None
        )
        if whole:
            whole.add("pattern", part.score, whole.evidence)
            part.score = 0.0


def _owns(given: Candidate, whole: Candidate) -> bool:
    """Tell a given name that only owns the page (*Nora's Resume*) from a name of one word."""
    first = given.value.lower()
    return first == whole.value.lower().split()[0] and f"{first}'s " in given.evidence.lower().replace("’", "'")


def give_to_chinese(candidates: dict[str, Candidate], shown: Sequence[str]) -> None:
    """Let what speaks for a Latin name speak for the Chinese one of the same person.

    The two stand in one line (``卢晓东 (Ethan)``) or one over the other, or the Chinese one is printed better and the address
    agrees with the other.
    """
    chinese = max(
        (one for one in candidates.values() if HAN.search(one.value)),
        key=lambda one: one.reasons.get("layout", 0.0),
        default=None,
    )
    for one in candidates.values() if chinese else ():
        if chinese and not HAN.search(one.value) and one.value in chinese.evidence:
            for how in one.reasons.keys() - {"layout"}:
                chinese.add(how, one.reasons[how], chinese.evidence)
        if chinese and not HAN.search(one.value) and _stand_together(chinese, one, shown):
            chinese.add("layout", one.reasons["layout"] + AHEAD, chinese.evidence)
        is_told = "rule" in one.reasons and not HAN.search(one.value)
        if chinese and is_told and 0 < one.reasons.get("layout", 0.0) <= chinese.reasons.get("layout", 0.0):
            chinese.add("rule", one.reasons["rule"], chinese.evidence)


def _stand_together(chinese: Candidate, latin: Candidate, shown: Sequence[str]) -> bool:
    """Tell a Chinese name right over or under the same person's in Latin letters, each a line of its own."""
    is_sure = chinese.reasons.get("layout", 0.0) >= SURE_PRINT and han_score(chinese.value) >= SURE_HAN
    if not is_sure or "layout" not in latin.reasons:
        return False
    at, other = (
        next((i for i, line in enumerate(shown) if line.strip() == one.evidence.strip() == one.value), -2)
        for one in (chinese, latin)
    )
    return abs(at - other) == 1 and min(at, other) >= 0


def telling_part(address: str) -> str:
    """Return what an address may say of a name: its local part, or the domain of ``me@lastname.com``."""
    local, _, domain = address.partition("@")
    return domain.split(".")[0] if local in _OF_NOBODY else local


def agree(candidates: dict[str, Candidate], emails: Sequence[str]) -> None:
    """Let an e-mail address speak for the candidate whose name it holds."""
    locals_ = [telling_part(address) for address in emails]
    for candidate in candidates.values():
        agreeing = next((local for local in locals_ if agrees_with_email(candidate.value, local)), None)
        if agreeing:
            candidate.add("rule", WEIGHT_EMAIL, candidate.evidence or agreeing)
