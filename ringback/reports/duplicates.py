"""Doubtful pairs, so that a recruiter can judge each without asking: the question, and the two records side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from ringback.actions.reviews import ReviewRow, ReviewSide
from ringback.identity.explanation import Reason, likeness

_LABELS = {
    "name": "姓名 / name", "phones": "电话 / phone", "emails": "邮箱 / e-mail", "wechat": "微信 / WeChat", "linkedin": "LinkedIn",
    "gender": "性别 / sex", "birth_year": "生年 / born", "school": "学校 / school", "current_employer": "公司 / employer",
    "current_title": "职位 / title", "city": "城市 / city",
}  # fmt: skip
_FIELDS_OF_EVIDENCE = {
    "name": "name", "phone": "phones", "email": "emails", "wechat": "wechat", "linkedin": "linkedin", "sex": "gender",
    "birth_year": "birth_year",
    "school": "school", "employer": "current_employer", "city": "city",
}  # fmt: skip
_WITHOUT_FIELD = {"text": "简历正文 / resume text", "file": "文件 / file"}
_SAME, _DIFFERENT = "✓ 相同 / same", "✗ 不同 / differs"
_ONE_SIDED, _TELLS_NOTHING, _UNLIKE = "· 一方 / one side", "· 不作准 / tells nothing", "· 不同 / not the same"
_NEAR = "≈ 相近 / alike"
_HOW_NEAR = {
    "reading": "≈ 拼音相符 / in letters",
    "homophone": "≈ 同音字 / sounds alike",
    "english": "≈ 英文名 / English name",
    "surname": "≈ 名不全 / incomplete",
    "one_digit_off": "≈ 差一位 / one digit off",
    "masked_alike": "≈ 可见部分同 / fits",
    "one_letter_off": "≈ 差一字符 / one letter",
    "same_user": "≈ 用户名同 / same user",
    "one_off": "≈ 差一年 / one year",
    "contained": "≈ 简称 / short form",
    "generic": _TELLS_NOTHING,
}
_WIDEST = 30
"""Widths of a letter in a cell: the table does not wrap its lines, and both records must be seen at once."""


def review_rows(pairs: Sequence[ReviewRow]) -> list[dict[str, Any]]:
    """Return one row a pair, the likeliest first, for a terminal or a script; contacts are masked."""
    return [
        {
            "record_id_a": pair.a.record_id,
            "record_id_b": pair.b.record_id,
            "像不像 / how alike": _likeness(pair),
            "请判断 / the question": f"{pair.why_open_zh} / {pair.why_open_en}",
            **{line[0]: f"{line[1]} | {line[2]}  {line[3]}" for line in _lines(pair)},
        }
        for pair in pairs
    ]


def side_by_side(pairs: Sequence[ReviewRow]) -> list[dict[str, str]]:
    """Return a block of rows a pair: the question, the two ids for the form, then each field with how the two compare."""
    rows = []
    for number, pair in enumerate(pairs, start=1):
        ids = ("编号 / id", pair.a.record_id, pair.b.record_id, "→ review-duplicate")
        rows += [
            {
                "对 / pair": f"{number}",
                "项目 / field": line[0],
                "记录 A / record A": line[1],
                "对比 / compared": line[3],
                "记录 B / record B": line[2],
            }
            for line in (*_question(pair), ids, *_lines(pair))
        ]
    return rows


def _question(pair: ReviewRow) -> Iterator[tuple[str, str, str, str]]:
    """Give the reason under A and the question under B, in either language."""
    reason, _, question = pair.why_open_zh.partition("：")
    yield "请判断", reason, question, likeness(pair.weight)
    reason, _, question = pair.why_open_en.partition(": ")
    yield "please judge", reason, question, likeness(pair.weight, "en")


def _lines(pair: ReviewRow) -> Iterator[tuple[str, str, str, str]]:
    """Give (field, value of A, value of B, how they compare), the fields that neither has left out."""
    for number, answer in enumerate(pair.answers, start=1):
        yield f"判断 {number} / said", answer.record_id_a, answer.record_id_b, answer.verdict.both
        holds = "✗ 已不算 / overruled" if number == 1 else "✓ 现按此 / holds"
        yield f"由 {number} / by", answer.by, f"{answer.at:%Y-%m-%d %H:%M} UTC", holds
    if pair.clash:
        yield "矛盾 / clash", pair.clash[0].shown, pair.clash[1].shown, _DIFFERENT
        yield "其编号 / its id", pair.clash[0].record_id, pair.clash[1].record_id, ""
    by_field = {_FIELDS_OF_EVIDENCE[r.field]: r for r in pair.reasons if r.field in _FIELDS_OF_EVIDENCE}
    for field, label in _LABELS.items():
        a, b = pair.a.fields[field], pair.b.fields[field]
        if a or b:
            yield label, _cut(a), _cut(b), _compared(pair, field, by_field.get(field))
    for reason in pair.reasons:
        if reason.field in _WITHOUT_FIELD:
            yield _WITHOUT_FIELD[reason.field], "…", "…", _SAME if reason.level == "same" else _NEAR
    yield "来源 / from", _origin(pair.a), _origin(pair.b), ""


def _likeness(pair: ReviewRow) -> str:
    return f"{likeness(pair.weight)} / {likeness(pair.weight, 'en')}"


def _compared(pair: ReviewRow, field: str, reason: Reason | None) -> str:
    """Say how the two compare: what agrees, what speaks against one person, and what differs without saying much."""
    if not (pair.a.fields[field] and pair.b.fields[field]):
        return _ONE_SIDED
    if reason is not None and reason.level in _HOW_NEAR:
        return _HOW_NEAR[reason.level]
    if reason is not None and reason.bits > 0:
        return _SAME
    if field in pair.a.public or field in pair.b.public:
        return _TELLS_NOTHING
    if field not in pair.differing:
        return _SAME
    return _DIFFERENT if reason is not None and reason.bits < 0 else _UNLIKE


def _cut(value: str | None) -> str:
    """Return what fits into a cell; of several contacts as many as fit, and how many more there are."""
    text = value or "—"
    if _width(text) <= _WIDEST:
        return text
    parts = text.split(", ")
    while len(parts) > 1:
        parts.pop()
        short = f"{', '.join(parts)} +{text.count(', ') + 1 - len(parts)}"
        if _width(short) <= _WIDEST:
            return short
    while _width(text) >= _WIDEST:
        text = text[:-1]
    return f"{text}…"


def _width(text: str) -> int:
    """Return how wide a text is in letters; a Chinese character is as wide as two."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _origin(side: ReviewSide) -> str:
    more = f" · {side.n_records} 份/records" if side.n_records > 1 else ""
    return f"{side.source} {side.seen_on:%Y-%m}{more}"
