"""What other pools call our columns and our states: the names we know, and what a mapping file says."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ringback.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = (
    "record_id", "name", "phones", "emails", "wechat", "linkedin", "city", "employer", "school", "birth_year", "title",
    "role_family", "source", "resume_date", "applied_at_utc", "utc_offset_min", "timezone", "file_hash", "text", "status",
    "owner", "consent", "skills", "degree", "gender", "desired_title", "do_not_contact",
)  # fmt: skip
ALIASES = {
    "id": "record_id", "编号": "record_id", "候选人编号": "record_id", "姓名": "name", "名字": "name", "phone": "phones",
    "mobile": "phones", "电话": "phones", "手机": "phones", "手机号": "phones", "手机号码": "phones", "联系电话": "phones",
    "email": "emails", "e-mail": "emails", "邮箱": "emails", "电子邮箱": "emails", "微信": "wechat", "微信号": "wechat",
    "城市": "city", "现居城市": "city", "所在城市": "city", "居住地": "city", "公司": "employer", "现公司": "employer",
    "目前公司": "employer", "company": "employer", "current_employer": "employer", "学校": "school", "毕业院校": "school",
    "毕业学校": "school", "出生年份": "birth_year", "出生年": "birth_year", "职位": "title", "岗位": "title",
    "current_title": "title", "当前职位": "title", "目前职位": "title", "现职位": "title", "现任职位": "title",
    "应聘职位": "desired_title", "应聘岗位": "desired_title", "期望职位": "desired_title", "期望岗位": "desired_title",
    "求职意向": "desired_title", "意向职位": "desired_title", "意向岗位": "desired_title", "岗位类别": "role_family",
    "来源": "source", "渠道": "source", "简历日期": "resume_date", "投递时间": "applied_at_utc", "状态": "status",
    "负责人": "owner", "技能": "skills", "学历": "degree", "highest_degree": "degree", "性别": "gender", "正文": "text",
    "简历内容": "text", "同意": "consent",
}  # fmt: skip
"""What other pools call our columns; a mapping file overrules it."""


@dataclass(frozen=True, slots=True)
class RowMapping:
    """Another system's words: its columns by name, and its words for our states. Empty: our own names and the aliases."""

    columns: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)
    source: str | None = None

    @classmethod
    def of(cls, mapping: Mapping[str, Any] | None) -> RowMapping:
        """Read a mapping file: ``columns`` (their name: ours), ``status`` (their word: ours), ``source``; or columns only."""
        given = dict(mapping or {})
        if not given.keys() & {"columns", "status", "source"}:
            return cls(columns=_theirs_to_ours(given))
        return cls(
            columns=_theirs_to_ours(given.get("columns") or {}),
            status={str(k): str(v) for k, v in (given.get("status") or {}).items()},
            source=given.get("source"),
        )


def _theirs_to_ours(given: Mapping[str, Any]) -> dict[str, str]:
    """Return our column for each of theirs; a mapping may be written in either direction."""
    pairs = {str(k): str(v) for k, v in given.items()}
    strangers = sorted(f"{k}: {v}" for k, v in pairs.items() if k not in COLUMNS and v not in COLUMNS)
    if strangers:
        raise UsageError(
            f"The mapping names no column of ours in {'; '.join(strangers)}. Ours are: {', '.join(sorted(COLUMNS))}."
        )
    return {
        (v if k in COLUMNS and v not in COLUMNS else k): (k if k in COLUMNS and v not in COLUMNS else v)
        for k, v in pairs.items()
    }


def sort_columns(row: Mapping[str, Any], mapping: RowMapping) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what stands in the row under our names, and what we have no column for under theirs; empty cells left out."""
    known: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for name, value in row.items():
        if value is None or value == "" or value != value:  # noqa: PLR0124 (NaN is not itself)
            continue
        ours = mapping.columns.get(name) or _our_name(name)
        (known if ours in COLUMNS else unknown)[ours] = value
    return known, {
        name: value if isinstance(value, str | int | float | bool | list) else str(value)
        for name, value in unknown.items()
    }


def is_known_column(name: str, mapping: RowMapping) -> bool:
    """Tell whether a column has a place of ours."""
    return (mapping.columns.get(name) or _our_name(name)) in COLUMNS


@lru_cache(maxsize=1_000)
def _our_name(name: str) -> str:
    low = name.strip().lower()
    return low if low in COLUMNS else ALIASES.get(low, name)
