"""Skills as the resume lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.memory import once_a_sheet

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MAX_SKILLS = 60
MAX_SKILL_CHARS = 32
MAX_WORDS = 4
_SPLIT = re.compile(r"\s*[,，、;；|/·•\t]\s*|\s{2,}|\s+-\s+")
_LEAD = re.compile(
    r"^(?:[·\-*•>\d.()、\s]|(?:熟练(?:掌握|使用|运用)?|精通|熟悉|掌握|了解|会使用|能够使用|擅长|具备"
    r"|良好的|proficient in|familiar with|experienced? (?:in|with)|knowledge of|expert in)\s*)+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:等(?:办公软件|软件|工具|技能|技术)?|[。.;；:：])+$")


@once_a_sheet
def read_skills(sheet: Sheet) -> tuple[str, ...]:
    """Return skills in order of print, without repeats; sentences are left out."""
    found: dict[str, str] = {}
    rows = [sheet.shown[i] for i in sheet.lines_in("skills")[:40]]
    rows += [label.value for label in sheet.labelled("skills") if sheet.sections[label.line] != "skills"]
    for row in rows:
        for item in skills_of_text(row):
            found.setdefault(item.lower(), item)
    return tuple(found.values())[:MAX_SKILLS]


def skills_of_text(text: str) -> list[str]:
    """Split one line or cell into skills."""
    head, colon, rest = text.partition("：") if "：" in text else text.partition(":")
    body = rest if colon and len(head) <= MAX_SKILL_CHARS and "/" not in head else text
    items: list[str] = []
    for piece in _SPLIT.split(body):
        bare = _TAIL.sub("", _LEAD.sub("", piece.strip())).strip(" ()（）[]")
        is_short = len(bare) <= MAX_SKILL_CHARS and len(bare.split()) <= MAX_WORDS
        if bare and is_short and not re.fullmatch(r"[\W\d_]+", bare) and len(re.findall("[\u4e00-\u9fff]", bare)) <= 12:
            items.append(bare)
    return items
