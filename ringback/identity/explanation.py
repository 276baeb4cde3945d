"""Why two records are one person, why not, and what would change it: sentences for a recruiter, bits for an engineer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ringback.identity.model import PRIOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from schemas.words import Language

SENTENCES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("name", "exact"): ("姓名相同", "same name"),
    ("name", "reading"): ("姓名读音相同（一方为拼音）", "same name, one in letters"),
    ("name", "homophone"): ("姓名同音不同字", "names sound alike, characters differ"),
    ("name", "english"): ("同姓，一方只有英文名", "same surname, one with an English given name"),
    ("name", "surname"): ("同姓，一方姓名不完整", "same surname, one name incomplete"),
    ("name", "unknown"): ("一方没有姓名", "one has no name"),
    ("name", "same_surname"): ("同姓不同名", "same surname, different given names"),
    ("name", "different"): ("姓名不同", "different names"),
    ("phone", "one_name"): ("手机号相同", "same phone"),
    ("phone", "family"): ("手机号相同，但这个号码出现过别人的姓名", "same phone, which other names bear too"),
    ("phone", "generic"): ("手机号相同，但很多人都用这个号码", "same phone, but many people bear it"),
    ("phone", "one_digit_off"): ("手机号只差一位", "phones differ in one digit"),
    ("phone", "masked_alike"): ("隐藏的手机号与对方吻合", "the hidden phone fits the other"),
    ("phone", "differs"): ("手机号不同", "different phones"),
    ("email", "one_name"): ("邮箱相同", "same e-mail"),
    ("email", "family"): ("邮箱相同，但这个邮箱出现过别人的姓名", "same e-mail, which other names bear too"),
    ("email", "generic"): ("邮箱相同，但很多人都用这个邮箱", "same e-mail, but many people bear it"),
    ("email", "one_letter_off"): ("邮箱只差一个字符", "e-mails differ in one letter"),
    ("email", "same_user"): ("邮箱用户名相同，域名不同", "same e-mail user at another host"),
    ("email", "differs"): ("邮箱不同", "different e-mails"),
    ("wechat", "one_name"): ("微信相同", "same WeChat"),
    ("wechat", "family"): ("微信相同，但出现过别人的姓名", "same WeChat, which other names bear too"),
    ("wechat", "generic"): ("微信相同，但很多人都用", "same WeChat, but many people bear it"),
    ("linkedin", "one_name"): ("LinkedIn 相同", "same LinkedIn profile"),
    ("linkedin", "family"): ("LinkedIn 相同，但出现过别人的姓名", "same LinkedIn profile, which other names bear too"),
    ("linkedin", "generic"): ("LinkedIn 相同，但很多人都用", "same LinkedIn profile, but many people bear it"),
    ("birth_year", "same"): ("出生年份相同", "same year of birth"),
    ("birth_year", "one_off"): ("出生年份差一年", "years of birth one apart"),
    ("birth_year", "differs"): ("出生年份不同", "different years of birth"),
    ("sex", "differs"): ("性别不同", "different sex"),
    ("school", "same"): ("学校相同", "same school"),
    ("school", "differs"): ("学校不同", "different schools"),
    ("employer", "same"): ("公司相同", "same employer"),
    ("employer", "contained"): ("公司名称一方包含另一方", "one employer's name contains the other"),
    ("city", "same"): ("城市相同", "same city"),
    ("city", "differs"): ("城市不同", "different cities"),
    ("text", "very_alike"): ("简历正文几乎相同", "nearly the same resume text"),
    ("text", "alike"): ("简历正文很相似", "similar resume text"),
    ("file", "same"): ("同一份文件", "the same file"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One bar of the waterfall: ``bits`` above zero speak for one person."""

    field: str
    level: str
    bits: float
    zh: str
    en: str


def why(evidence: Mapping[str, Any]) -> tuple[Reason, ...]:
    """Return the reasons of a stored pair, the weightiest first; the prior is left out."""
    reasons = [
        Reason(field, level, float(bits), *SENTENCES.get((field, level), (level, level)))
        for field, (level, bits) in evidence.items()
        if field != "refused"
    ]
    return tuple(sorted(reasons, key=lambda reason: (-abs(reason.bits), reason.field)))


def sentence(evidence: Mapping[str, Any], language: Language = "zh") -> str:
    """Return the reasons as one line: what speaks for one person, then what speaks against."""
    reasons = why(evidence)
    for_it = [getattr(r, language) for r in reasons if r.bits > 0]
    against = [getattr(r, language) for r in reasons if r.bits <= 0]
    if language == "zh":
        return "；".join(part for part in ("支持：" + "、".join(for_it), "反对：" + "、".join(against)) if part[3:])
    return "; ".join(
        part for part in ("for: " + ", ".join(for_it), "against: " + ", ".join(against)) if part.split(": ")[1]
    )


_LIKENESS = (
    (8.0, ("很像", "very alike")),
    (4.0, ("比较像", "alike")),
    (0.0, ("有可能", "possible")),
    (-math.inf, ("不太像", "unlikely")),
)


def likeness(weight: float, language: Language = "zh") -> str:
    """Return in words how likely two records are one person; the bits are for engineers."""
    zh, en = next(words for least, words in _LIKENESS if weight >= least)
    return zh if language == "zh" else en


def waterfall(evidence: Mapping[str, Any], weight: float) -> list[tuple[str, float]]:
    """Return the bars from the prior to the weight: (label, bits), which add up to the weight."""
    bars = [("prior", PRIOR), *((f"{r.field}: {r.level}", r.bits) for r in why(evidence))]
    return [*bars, ("weight", weight)]
