"""Doubtful pairs, so that a recruiter can judge each from its row: the question, what agrees, what differs, who the two are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ringback.actions.duplicates import ReviewRow, ReviewSide
from ringback.identity.explanation import likeness

_LABELS = {
    "name": "姓名", "phones": "电话", "emails": "邮箱", "wechat": "微信", "linkedin": "LinkedIn", "birth_year": "出生年份",
    "school": "学校", "current_employer": "公司", "current_title": "职位", "city": "城市",
}  # fmt: skip
_FIELDS_OF_EVIDENCE = {
    "name": "name", "phone": "phones", "email": "emails", "wechat": "wechat", "linkedin": "linkedin", "birth_year": "birth_year",
    "school": "school", "employer": "current_employer", "city": "city",
}  # fmt: skip
_NO_FIELD = {"text": "简历正文相似 / like resume text", "file": "同一份文件 / the same file"}


def review_rows(pairs: Sequence[ReviewRow]) -> list[dict[str, Any]]:
    """Return the pairs as rows of one table, the likeliest first; every row has the same columns.

    Contacts are masked. The two ids that the form asks for come last.
    """
    return [_row(pair) for pair in pairs]


def _row(pair: ReviewRow) -> dict[str, Any]:
    agreeing, differing = _agreeing(pair), list(_differing(pair))
    one_sided = [field for field in _LABELS if bool(pair.a.fields[field]) != bool(pair.b.fields[field])]
    return {
        "像不像 / how alike": f"{likeness(pair.weight)} / {likeness(pair.weight, 'en')}",
        "请判断 / the question": f"{pair.why_open_zh} / {pair.why_open_en}",
        "记录 A / record A": _who(pair.a),
        "记录 B / record B": _who(pair.b),
        "相同 / the same": "；".join([*(_both(pair, field) for field in agreeing), *_beyond_fields(pair)]) or "-",
        "不同 / different": "；".join(_both(pair, field) for field in differing) or "-",
        "只有一方有 / on one side only": "；".join(_one_sided(pair, field) for field in one_sided) or "-",
        "record_id_a": pair.a.record_id,
        "record_id_b": pair.b.record_id,
    }


def _agreeing(pair: ReviewRow) -> list[str]:
    """Return the shown fields that speak for one person, the weightiest first."""
    found = [_FIELDS_OF_EVIDENCE[r.field] for r in pair.reasons if r.bits > 0 and r.field in _FIELDS_OF_EVIDENCE]
    return [field for field in found if pair.a.fields[field] and pair.b.fields[field]]


def _differing(pair: ReviewRow) -> Iterator[str]:
    agreeing = _agreeing(pair)
    for field in _LABELS:
        a, b = pair.a.fields[field], pair.b.fields[field]
        if a and b and field not in agreeing and (a != b or field in ("phones", "emails", "wechat", "linkedin")):
            yield field


def _beyond_fields(pair: ReviewRow) -> list[str]:
    return [_NO_FIELD[r.field] for r in pair.reasons if r.field in _NO_FIELD and r.bits > 0]


def _both(pair: ReviewRow, field: str) -> str:
    a, b = pair.a.fields[field], pair.b.fields[field]
    return f"{_LABELS[field]} {a}" if a == b else f"{_LABELS[field]} {a} ｜ {b}"


def _one_sided(pair: ReviewRow, field: str) -> str:
    side, value = ("A", pair.a.fields[field]) if pair.a.fields[field] else ("B", pair.b.fields[field])
    return f"{side} {_LABELS[field]} {value}"


def _who(side: ReviewSide) -> str:
    """Return who a record speaks of in one line: name, job and town, and where and when the resume came from."""
    job = " @ ".join(part for part in (side.fields["current_title"], side.fields["current_employer"]) if part)
    told = [
        side.fields["name"] or "姓名不详 / no name",
        job,
        side.fields["city"],
        f"{side.source} {side.seen_on:%Y-%m}",
    ]
    return " · ".join(part for part in told if part)
