"""Doubtful pairs, so that a recruiter can judge each without asking: the question, and the two records side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ringback.actions.reviews import ReviewRow, ReviewSide
from ringback.identity.explanation import likeness

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
_SAME, _NEAR, _DIFFERENT, _ONE_SIDED = "✓ 相同 / same", "≈ 相近 / alike", "✗ 不同 / differs", "· 一方 / one side"
_WIDEST = 24
"""Characters of a value: the table does not wrap its lines, and both records must be seen at once."""


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
        question = ("请判断 / judge", pair.why_open_zh, pair.why_open_en, _likeness(pair))
        ids = ("编号 / id", pair.a.record_id, pair.b.record_id, "→ review-duplicate")
        rows += [
            {
                "对 / pair": f"{number}",
                "项目 / field": line[0],
                "对比 / compared": line[3],
                "记录 A / record A": line[1],
                "记录 B / record B": line[2],
            }
            for line in (question, ids, *_lines(pair))
        ]
    return rows


def _lines(pair: ReviewRow) -> Iterator[tuple[str, str, str, str]]:
    """Give (field, value of A, value of B, how they compare), the fields that neither has left out."""
    level = {_FIELDS_OF_EVIDENCE[r.field]: r.level for r in pair.reasons if r.field in _FIELDS_OF_EVIDENCE}
    agreeing = {_FIELDS_OF_EVIDENCE[r.field] for r in pair.reasons if r.field in _FIELDS_OF_EVIDENCE and r.bits > 0}
    for field, label in _LABELS.items():
        a, b = pair.a.fields[field], pair.b.fields[field]
        if a or b:
            compared = _compared(a, b, is_agreeing=field in agreeing, is_shared=_is_shared(level.get(field)))
            yield label, _cut(a), _cut(b), compared
    for reason in pair.reasons:
        if reason.field in _WITHOUT_FIELD:
            yield _WITHOUT_FIELD[reason.field], "…", "…", _SAME if reason.level == "same" else _NEAR
    yield "来源 / from", _origin(pair.a), _origin(pair.b), ""


def _likeness(pair: ReviewRow) -> str:
    return f"{likeness(pair.weight)} / {likeness(pair.weight, 'en')}"


def _is_shared(level: str | None) -> bool:
    """Tell whether the two have one value in common, whatever else stands beside it."""
    return level in ("exact", "same", "one_name", "family", "generic")


def _compared(a: str | None, b: str | None, *, is_agreeing: bool, is_shared: bool) -> str:
    if not (a and b):
        return _ONE_SIDED
    if is_shared:
        return _SAME
    return _NEAR if is_agreeing else _DIFFERENT if a != b else _SAME if "*" not in a else _DIFFERENT


def _cut(value: str | None) -> str:
    text = value or "—"
    return text if len(text) <= _WIDEST else f"{text[: _WIDEST - 1]}…"


def _origin(side: ReviewSide) -> str:
    return f"{side.source} {side.seen_on:%Y-%m}"
