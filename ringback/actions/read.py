"""Read files without storing anything: what ``ringback read`` prints, as rows for machines and as a table for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ringback.readers.pool import ReaderPool, ReadJob

if TYPE_CHECKING:
    from ringback.readers.limits import ReaderLimits
    from schemas.policy import RoleTaxonomy
    from schemas.records import ParsedResume, Provenance, Reading, Unreadable

COLUMNS = (
    "name", "phones", "emails", "wechat", "linkedin", "gender", "birth_year", "city", "current_title", "current_employer",
    "highest_degree", "highest_degree_text", "school", "years_experience", "desired_title", "desired_city", "desired_salary",
    "role_family", "skills", "language", "format", "pages", "warnings",
)  # fmt: skip
"""The columns of a parsed resume in the outside interface, in its order."""

LABELS: Mapping[str, str] = {
    "name": "姓名 / Name", "phones": "电话 / Phones", "emails": "邮箱 / E-mails", "wechat": "微信 / WeChat",
    "linkedin": "LinkedIn",
    "gender": "性别 / Gender", "birth_year": "出生年 / Born", "city": "城市 / City", "current_title": "目前职位 / Title",
    "current_employer": "目前公司 / Employer", "highest_degree": "学历 / Degree", "school": "学校 / School",
    "years_experience": "工作年限 / Years", "desired_title": "期望职位 / Wants", "desired_city": "期望城市 / Wants to work in",
    "desired_salary": "期望薪资 / Wants to earn", "role_family": "岗位类别 / Role family", "skills": "技能 / Skills",
    "language": "语言 / Language", "format": "格式 / Format", "pages": "页数 / Pages", "warnings": "提示 / Warnings",
}  # fmt: skip
SOURCES: Mapping[str, str] = {
    "label": "标签 label", "layout": "版式 layout", "file_name": "文件名 file name", "mail_subject": "邮件主题 subject",
    "pattern": "格式特征 pattern", "column": "列 column", "rule": "规则 rule", "metadata": "文件属性 metadata",
}  # fmt: skip
FEW_FILES = 3  # below this a second process costs more than it brings


def parse_files(
    paths: Iterable[Path],
    *,
    taxonomy: RoleTaxonomy,
    limits: ReaderLimits,
    n_workers: int = 2,
    source: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Yield one row a resume and one a refusal, in the order of ``paths``; nothing is stored.

    A resume's row has :data:`COLUMNS`, ``path``, ``member``, ``is_name_masked``, ``p_resume`` and ``provenance``; a refusal's
    row has ``path, member, code, message, hint``, and ``p_resume`` if it was read all the same. A folder stands for the
    files in it, and its name for their source.
    """
    files = [file for path in paths for file in _files_of(path)]
    jobs = (ReadJob(file, source=source or file.parent.name, key=number) for number, file in enumerate(files))
    finished: dict[int, Reading] = {}
    due = 0
    with ReaderPool(n_workers if len(files) > FEW_FILES else 1, limits, taxonomy) as pool:
        for job, reading in pool.read(jobs):
            finished[job.key] = reading
            while due in finished:
                yield from rows_of(finished.pop(due))
                due += 1


def _files_of(path: Path) -> list[Path]:
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.is_file() and not file.name.startswith((".", "~$")))
    return [path]


def rows_of(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield the rows of one file: its resumes, then its refusals."""
    for resume in reading.resumes:
        yield _row_of_resume(resume, reading.path)
    for problem in reading.problems:
        yield _row_of_problem(problem, reading.path)


def _row_of_resume(resume: ParsedResume, path: Path) -> dict[str, Any]:
    row: dict[str, Any] = {"path": str(path), "member": resume.member}
    for column in COLUMNS:
        value = getattr(resume, column)
        row[column] = list(value) if isinstance(value, tuple) else value
    years = resume.years_experience
    row["years_experience"] = int(years) if years is not None and years == int(years) else years
    row["is_name_masked"] = resume.is_name_masked
    row["p_resume"] = resume.p_resume
    row["document_on"] = resume.document_on.isoformat() if resume.document_on else None
    row["board"] = resume.board
    row["provenance"] = [_origin(one) for one in resume.provenance]
    return row


def _origin(one: Provenance) -> dict[str, Any]:
    return {"field": one.field, "how": one.how, "confidence": one.confidence, "evidence": one.evidence}


def _row_of_problem(problem: Unreadable, path: Path) -> dict[str, Any]:
    return {
        "path": str(path),
        "member": problem.member,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        **({"p_resume": problem.resume.p_resume} if problem.resume else {}),
    }


def format_table(rows: Sequence[Mapping[str, Any]], *, width: int = 120) -> str:
    """Return rows of :func:`parse_files` as text for people: each field with its value and where it came from."""
    from rich.console import Console  # noqa: PLC0415 - scripts that take JSON need not wait for it
    from rich.table import Table  # noqa: PLC0415

    page = StringIO()
    console = Console(file=page, width=width, highlight=False)
    for row in rows:
        place = f"{row['path']} > {row['member']}" if row.get("member") else str(row["path"])
        if "code" in row:
            console.print(
                f"[bold]{_plain(place)}[/bold]\n  {row['code']}: {_plain(row['message'])}\n  {_plain(row['hint'])}\n"
            )
            continue
        table = Table(title=_plain(place), title_justify="left", show_edge=False, pad_edge=False)
        for heading in ("字段 / Field", "值 / Value", "来源 / Source", "把握 / Sure"):
            table.add_column(heading, overflow="fold")
        for column, label in LABELS.items():
            value = row.get(column)
            if value not in (None, [], ""):
                table.add_row(label, _plain(_shown(column, value, row)), *_source(column, row))
        console.print(table)
        console.print()
    return page.getvalue()


def _shown(column: str, value: Any, row: Mapping[str, Any]) -> str:
    if column == "highest_degree" and row.get("highest_degree_text"):
        return f"{value} ({row['highest_degree_text']})"
    if column == "name" and row.get("is_name_masked"):
        return f"{value} (masked by the board / 已脱敏)"
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)


def _source(column: str, row: Mapping[str, Any]) -> tuple[str, str]:
    origins = [one for one in row["provenance"] if one["field"] == column]
    if not origins:
        return "", ""
    return SOURCES.get(origins[0]["how"], origins[0]["how"]), f"{min(one['confidence'] for one in origins):.0%}"


def _plain(text: str) -> str:
    return text.replace("[", r"\[")
