"""The door of the readers: any file in, resumes and reasons out. It never raises for bad input."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ringback.readers.archive import base_name, read_archive
from ringback.readers.assemble import resume_of_document, resume_of_record
from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.boards.evidence import Evidence
from ringback.readers.chats import without_turns_of_others
from ringback.readers.document import Container, Document, Letter, Member, People, Record
from ringback.readers.faults import log_fault
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.formats import read_content
from ringback.readers.forwards import letters_within
from ringback.readers.keepable import keepable
from ringback.readers.normalise import show
from ringback.readers.refusals import Refused, explain
from ringback.readers.senders import with_sender
from ringback.readers.sniff import ZIP_MAGIC, kind_of_package
from ringback.readers.zipnames import open_zip
from schemas.records import ParsedResume, Reading, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

    from ringback.readers.limits import ReaderLimits
    from schemas.policy import RoleTaxonomy

Outcome = ParsedResume | Unreadable
MOST_PARTS_TOLD = 20  # parts of a container that are all refused alike, each listed by itself if a person may take it


def _silent() -> None:
    """Nobody waits for signs of life."""


@dataclass(frozen=True, slots=True)
class _Walk:
    """What stays the same on the way down through containers."""

    source: str | None
    taxonomy: RoleTaxonomy
    limits: ReaderLimits
    on_progress: Callable[[], None]


def read_file(
    path: Path,
    *,
    source: str | None,
    taxonomy: RoleTaxonomy,
    limits: ReaderLimits,
    display_name: str | None = None,
    on_progress: Callable[[], None] = _silent,
) -> Reading:
    """Read one file: resumes found, and a reason for every part that could not be read.

    ``source`` is the drop folder's name; ``display_name`` the name the file was dropped under when ``path`` is another
    (names carry evidence). ``on_progress`` is called before each member of a container. The file is never written to.
    A container yields several resumes, each with its ``member`` (``row 7``, ``inner.pdf``, ``a.zip/b.pdf``). A mail with an
    attached resume is one resume. A resume without phone and e-mail is a resume; holding it back is the caller's part.
    """
    started = time.perf_counter()
    walk = _Walk(source, taxonomy, limits, on_progress)
    try:
        outcomes: list[Outcome] = [keepable(one) for one in _read_path(path, display_name or path.name, walk)]
    except Refused as refused:
        outcomes = [keepable(_explained(refused, member=None))]
    except OSError as error:
        outcomes = [explain("unreachable", detail=error.strerror or "the machine says no reason")]
    outcomes = outcomes or [explain("empty")]  # a list of nobody: []
    resumes = tuple(outcome for outcome in outcomes if isinstance(outcome, ParsedResume))
    problems = tuple(outcome for outcome in outcomes if isinstance(outcome, Unreadable))
    if not resumes:
        problems = _as_one(problems)
    return Reading(path=path, resumes=resumes, problems=problems, seconds=time.perf_counter() - started)


def _explained(refused: Refused, *, member: str | None) -> Unreadable:
    if refused.code == "truncated" and refused.__cause__:
        log_fault(refused.code, refused.__cause__)
    return explain(refused.code, detail=refused.detail, member=member)


def _as_one(problems: tuple[Unreadable, ...]) -> tuple[Unreadable, ...]:
    """Say once of the whole file what is true of every part of it; of a few parts that were read, a person may take each."""
    codes = {problem.code for problem in problems}
    is_each = len(problems) <= MOST_PARTS_TOLD and any(problem.resume for problem in problems)
    if len(problems) > 1 and len(codes) == 1 and not is_each:
        return (replace(problems[0], member=None, resume=None),)
    return problems


def _read_path(path: Path, name: str, walk: _Walk) -> Iterator[Outcome]:
    limits = walk.limits
    n_bytes = path.stat().st_size
    if n_bytes == 0:
        raise Refused("empty")
    if n_bytes > limits.max_file_bytes:
        if n_bytes > limits.max_archive_bytes or not _is_plain_archive(path):
            raise Refused("too_large", f"{n_bytes // 1_000_000} MB")
        yield from _read_container(read_archive(path, limits), walk, depth=1, prefix="")
        return
    yield from _read_bytes(path.read_bytes(), name, walk, depth=1, member=None)


def _is_plain_archive(path: Path) -> bool:
    with path.open("rb") as stream:
        if stream.read(4) != ZIP_MAGIC:
            return False
    try:
        with open_zip(path) as archive:
            return kind_of_package(set(archive.namelist())) == "zip"
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise Refused("truncated", "ZIP directory") from error


def _read_bytes(
    data: bytes, name: str, walk: _Walk, *, depth: int, member: str | None, behind: Evidence | None = None
) -> Iterator[Outcome]:
    """Read one file or member; whatever a parser throws at damaged input is this member's problem, not the batch's."""
    walk.on_progress()
    try:
        content = read_content(data, walk.limits)
        evidence = read_file_name(base_name(name), source=walk.source)
        if behind:
            evidence = behind.behind(evidence)
        if isinstance(content, Document):
            yield _resume(content, evidence, walk, member=member)
        elif isinstance(content, Record):
            resume = resume_of_record(content, evidence, walk.taxonomy, walk.limits, member=member)
            yield _if_likely(resume, walk, member=member)
        elif isinstance(content, People):
            yield from _read_people(content, evidence, walk, prefix=f"{member}/" if member else "")
        elif isinstance(content, Letter):
            yield from _read_letter(content, evidence, walk, depth=depth, member=member)
        else:
            yield from _read_container(content, walk, depth=depth, prefix=f"{member}/" if member else "")
    except Refused as refused:
        yield _explained(refused, member=member)
    except MemoryError:
        yield explain("too_large", detail="it takes more memory than a reader may have", member=member)
    except RecursionError as error:
        log_fault("truncated", error)
        yield explain("truncated", detail="parts within parts without end", member=member)
    except Exception as error:  # noqa: BLE001 - parsers of twenty formats throw anything at damaged input
        log_fault("truncated", error)
        yield explain("truncated", detail="what is inside does not fit together", member=member)


def _resume(document: Document, evidence: Evidence, walk: _Walk, *, member: str | None) -> Outcome:
    if not any(show(line.text).strip() for line in document.lines):
        return explain("empty", detail="signs that nobody sees", member=member)
    try:
        own = without_turns_of_others(document)
        resume = resume_of_document(own, evidence, walk.taxonomy, walk.limits, member=member)
    except (Refused, MemoryError, RecursionError):
        raise
    except Exception as error:  # noqa: BLE001 - the file was readable: the fault is ours, and the batch goes on
        log_fault("reader_died", error)
        return explain("reader_died", detail="it could be opened, its text not be worked out", member=member)
    return _if_likely(resume, walk, member=member)


def _if_likely(resume: ParsedResume, walk: _Walk, *, member: str | None) -> Outcome:
    if resume.p_resume < walk.limits.p_resume_min:
        return replace(explain("not_a_resume", member=member), resume=resume)
    return resume


def _read_people(people: People, evidence: Evidence, walk: _Walk, *, prefix: str) -> Iterator[Outcome]:
    for number, record in enumerate(people.records):
        if number % 200 == 0:
            walk.on_progress()
        if isinstance(record, Unreadable):
            yield replace(record, member=f"{prefix}{record.member}")
        else:
            yield resume_of_record(record, evidence, walk.taxonomy, walk.limits, member=f"{prefix}{record.member}")


def _read_container(container: Container, walk: _Walk, *, depth: int, prefix: str) -> Iterator[Outcome]:
    if depth > walk.limits.max_depth:
        raise Refused("bomb", f"archives within archives, more than {walk.limits.max_depth} deep")
    for part in container.members:
        if isinstance(part, Unreadable):
            yield replace(part, member=f"{prefix}{part.member}")
        elif isinstance(part, Member):
            yield from _read_bytes(part.data, part.name, walk, depth=depth + 1, member=f"{prefix}{part.name}")


def _read_letter(letter: Letter, own: Evidence, walk: _Walk, *, depth: int, member: str | None) -> Iterator[Outcome]:
    """Read a mail: an attached resume is the resume and its subject is evidence; without one the mail's own text is read."""
    if depth > walk.limits.max_depth:
        raise Refused("bomb", "mails within mails")
    subject = _with_wish(read_subject(letter.subject, letter.sender), letter, walk)
    prefix = f"{member}/" if member else ""
    outcomes: list[Outcome] = []
    for part in letter.attachments:
        if isinstance(part, Unreadable):
            outcomes.append(replace(part, member=f"{prefix}{part.member}"))
        else:
            outcomes += _read_bytes(
                part.data, part.name, walk, depth=depth + 1, member=f"{prefix}{part.name}", behind=subject
            )
    if any(isinstance(outcome, ParsedResume) for outcome in outcomes):
        # Covering letters, certificates and signatures beside a resume need nobody's attention.
        yield from (
            one
            for one in outcomes
            if not (isinstance(one, Unreadable) and one.code in {"not_a_resume", "unsupported", "needs_ocr", "empty"})
        )
        return
    if letter.body.lines:
        body = _resume_in_letter(
            letter.body, own.behind(subject) if own.board else subject.behind(own), walk, member=member
        )
        if isinstance(body, ParsedResume):
            yield with_sender(body, letter.sender, letter.subject)
            return
        if not outcomes:
            yield body
            return
    yield from outcomes or [explain("not_a_resume", member=member)]


def _with_wish(subject: Evidence, letter: Letter, walk: _Walk) -> Evidence:
    """Add the post that the letter around an attached resume applies for, where the subject names none."""
    if subject.title or not letter.attachments or not letter.body.lines:
        return subject
    wish = read_wishes(make_sheet(letter.body, Evidence(), default_region=walk.limits.default_region)).title
    return replace(subject, board=subject.board or "direct", title=wish.value) if wish else subject


def _resume_in_letter(body: Document, evidence: Evidence, walk: _Walk, *, member: str | None) -> Outcome:
    """Read the letter within a mail that is most a resume; who passes it on signs with contacts of his own."""
    letters = letters_within(body)
    read = [_resume(letter, evidence, walk, member=member) for letter in letters]
    resumes = [outcome for outcome in read if isinstance(outcome, ParsedResume)]
    if len(letters) > 1 and not resumes:
        return _resume(body, evidence, walk, member=member)
    return max(resumes, key=lambda resume: (resume.p_resume, len(resume.text))) if resumes else read[0]
