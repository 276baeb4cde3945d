"""What a person is asked about a pair that was not decided without them, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from schemas.words import PairOutcome

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTACTS = ("phone", "email", "wechat", "linkedin")

QUESTIONS: Mapping[str, tuple[str, str]] = {
    "answers": ("已有的判断互相矛盾：同一人吗？", "earlier answers contradict: one person?"),
    "overruled": ("两人判断不同，现按后一个：对吗？", "two answers differ, the later holds: is it right?"),
    "names_clash": ("这两份相符，其他记录姓名矛盾：同一人吗？", "these agree, other names clash: one person?"),
    "births_clash": ("这两份相符，其他记录生年矛盾：同一人吗？", "these agree, other births clash: one person?"),
    "guard": ("这两份相符，其他记录对不上：同一人吗？", "these agree, other records do not: one person?"),
    "file": ("同一份文件，两个姓名：同一人吗？", "one file, two names: one person?"),
    "conflict": (
        "联系方式相同，姓名不同：改名、家人还是换了主人？",
        "same contact, other name: renamed, a relative, a new owner?",
    ),
    "given": ("联系方式相同，同姓不同名：家人还是改名？", "same contact, other given name: a relative, or renamed?"),
    "homophone": (
        "联系方式相同，姓名同音不同字：写错还是家人？",
        "same contact, names sound alike: a slip, or a relative?",
    ),
    "homophone_alone": (
        "无共同联系方式，姓名同音不同字：同一人吗？",
        "no shared contact, names sound alike: one person?",
    ),
    "part": (
        "联系方式相同，一方姓名不全：本人还是家人？",
        "same contact, one name incomplete: the person, or a relative?",
    ),
    "part_alone": ("无共同联系方式，一方姓名不全：同一人吗？", "no shared contact, a name incomplete: one person?"),
    "english": (
        "联系方式相同，一方只有英文名：本人还是家人？",
        "same contact, one English name only: the person, or a relative?",
    ),
    "english_alone": ("无共同联系方式，一方只有英文名：同一人吗？", "no shared contact, one English name: one person?"),
    "unnamed": ("联系方式相同，一方没有姓名：同一人吗？", "same contact, one has no name: one person?"),
    "unnamed_alone": ("经历相近，一方没有姓名：同一人吗？", "like history, one has no name: one person?"),
    "contact": ("姓名和联系方式相同，其他不同：同一人吗？", "same name and contact, not the rest: one person?"),
    "public": (
        "姓名相同，联系方式不作准：同一人还是重名？",
        "same name, contacts tell nothing: one person, or a namesake?",
    ),
    "moved": ("姓名相同，联系方式不同：换了号码还是重名？", "same name, other contacts: a new number, or a namesake?"),
    "namesake": (
        "姓名相同，无共同联系方式：同一人还是重名？",
        "same name, no shared contact: one person, or a namesake?",
    ),
}
"""Why the pair was not decided without a person, then what is asked: short, as they stand in the two columns of a table."""

_PARTIAL = {"surname": "part", "english": "english", "homophone": "homophone", "unknown": "unnamed"}


def question_of(
    evidence: Mapping[str, Any], outcome: PairOutcome, *, clash: str | None = None, is_public: bool = False
) -> str:
    """Return the key of the question that a pair in review puts to a person.

    ``clash`` says what of the two people's other records conflicts (``names`` or ``births``); ``is_public`` that one of them
    has only contacts that many people use, or that were made up.
    """
    level = {field: found[0] for field, found in evidence.items() if isinstance(found, list | tuple)}
    has_contact = any(level.get(field) in ("one_name", "family") for field in CONTACTS)
    name = level.get("name")
    if outcome is PairOutcome.MERGE:
        return f"{clash}_clash" if clash else "guard"
    if name in ("same_surname", "different"):
        return "file" if "file" in level else "given" if name == "same_surname" else "conflict"
    if name in _PARTIAL:
        return _PARTIAL[name] if has_contact else f"{_PARTIAL[name]}_alone"
    if has_contact:
        return "contact"
    if is_public or any(level.get(field) == "generic" for field in CONTACTS):
        return "public"
    return "moved" if any(level.get(field) == "differs" for field in CONTACTS) else "namesake"
