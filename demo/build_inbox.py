"""Write the inputs of ``make demo``: ``inbox/``, ``truth.jsonl`` and ``expected.json``.

Run ``python demo/build_inbox.py`` with the development requirements. The same sources give the same bytes, so a run that
changes nothing leaves nothing to commit.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from inbox_plan import DroppedFile, Entry, plan_inbox
from people import HERE, Resume

INBOX = HERE / "inbox"


def write_files(files: Sequence[DroppedFile]) -> None:
    """Make ``inbox/`` hold exactly ``files``; what lay there before is gone."""
    shutil.rmtree(INBOX, ignore_errors=True)
    for file in files:
        path = INBOX / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)


def tell_truth(files: Sequence[DroppedFile]) -> Iterator[dict[str, Any]]:
    """Yield one line a resume or bad file: where it is, who it is, what should become of it."""
    for file in files:
        for entry in file.entries:
            yield {"path": file.path, "member": entry.member, **_outcome(entry), **_person(file, entry)}


def _outcome(entry: Entry) -> dict[str, str | None]:
    expect = "read" if entry.reason is None else "quarantine"
    return {"expect": expect, "reason": entry.reason, "case": entry.case}


def _person(file: DroppedFile, entry: Entry) -> dict[str, Any]:
    """Return what the document prints of the person; nothing for a bad file."""
    if entry.resume is None:
        return {}
    resume, person = entry.resume, entry.resume.person
    return {
        "person_id": person.person_id,
        "name": person.name,
        "phones": _phones(file, entry.resume),
        "emails": [resume.email] if resume.email else [],
        "role_family": person.role_family,
        "current_title": resume.job.title,
        "current_employer": resume.job.employer,
        "city": person.city,
    }


def _phones(file: DroppedFile, resume: Resume) -> list[str]:
    """Return the printed numbers; the CSV list withholds one person's."""
    is_withheld = file.path.endswith(".csv") and resume.person.person_id == "P29"
    return [resume.phone] if resume.phone and not is_withheld else []


def count_expected(files: Sequence[DroppedFile], truth: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """Return what one full pass over the inbox should report.

    ``n_resumes`` counts documents and rows that become a record of the pool: the second copy of the same bytes is a known
    file and adds none. ``n_quarantined_rows`` are resumes that were read and are held until somebody mends them.
    """
    read = [line for line in truth if line["expect"] == "read"]
    held = [line for line in truth if line["expect"] == "quarantine"]
    n_known_files = len(files) - len({file.content for file in files})
    return {
        "n_files": len(files),
        "n_resumes": len(read) - n_known_files,
        "n_people": len({line["person_id"] for line in read}),
        "n_known_files": n_known_files,
        "n_quarantined_files": sum("person_id" not in line for line in held),
        "n_quarantined_rows": sum("person_id" in line for line in held),
    }


def build() -> dict[str, int]:
    """Write everything and return the expected counts."""
    files = plan_inbox()
    truth = list(tell_truth(files))
    expected = count_expected(files, truth)
    write_files(files)
    lines = (json.dumps(line, ensure_ascii=False) + "\n" for line in truth)
    (HERE / "truth.jsonl").write_text("".join(lines), encoding="utf-8")
    (HERE / "expected.json").write_text(json.dumps(expected, indent=2) + "\n", encoding="utf-8")
    return expected


if __name__ == "__main__":
    print(json.dumps(build(), indent=2))
