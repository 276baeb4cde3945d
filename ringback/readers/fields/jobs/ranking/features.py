"""What is known of a phrase that may be the post: numbers only, and no word of the page."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.prose import is_prose
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.worth import employer_worth, title_worth
from ringback.readers.fields.periods import NOW
from ringback.readers.fields.sections import TOP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase

NONE = -9.0  # nothing is known
FEATURES = (
    "title_worth", "title_score", "employer_worth", "employer_score", "is_aside", "is_behind_at",
    "n_chars", "n_words", "n_line_chars", "n_atoms", "first", "n_joined",
    "is_prose", "n_below_heading", "is_below_heading", "is_in_head", "is_in_experience", "is_in_top",
    "is_dated", "is_before_date",
    "job_offset", "job_rank", "job_ended_before", "job_years", "n_jobs", "n_open_jobs",
    "share_with_place", "share_posts_there", "share_houses_there",
    "best_title_around", "best_title_worth_around", "best_employer_beside",
    "title_worth_in_front", "title_score_in_front", "employer_worth_in_front", "best_title_above", "best_employer_above",
)  # fmt: skip
MAX_RANK, MAX_JOBS, MAX_LINES, GOES_ON, MAX_SLOT_ROW = 8, 12, 40, 50.0, 2
KNOWN_POST, KNOWN_HOUSE = 0.8, 0.6
_YEAR = re.compile(r"(?:19|20)\d\d")


def features_of(page: Page, phrase: Phrase) -> list[float]:
    """Return the numbers of :data:`FEATURES` for one phrase."""
    return [
        *map(
            float,
            (*_of_words(page, phrase), *_of_line(page, phrase), *_of_job(page, phrase), *_of_others(page, phrase)),
        )
    ]


def _of_words(page: Page, phrase: Phrase) -> Iterator[float]:
    text, atoms = phrase.text, page.atoms(phrase.line)
    yield from (title_worth(text), title_score(text), employer_worth(text), employer_score(text))
    yield from (atoms[phrase.first].role == "aside", atoms[phrase.first].gap == "at")
    yield from (len(text), len(text.split()), len(page.sheet.shown[phrase.line]))
    yield from (len(atoms), phrase.first, phrase.last - phrase.first)


def _of_line(page: Page, phrase: Phrase) -> Iterator[float]:
    sheet, at = page.sheet, phrase.line
    yield is_prose(sheet, at)
    yield min(page.below_heading[at], MAX_LINES)
    yield at > 0 and sheet.headings[at - 1]
    yield at in page.head
    yield sheet.sections[at] == "experience"
    yield sheet.sections[at] == TOP
    is_dated = page.is_dated(at)
    yield is_dated
    year = _YEAR.search(sheet.shown[at]) if is_dated else None
    yield 0 <= sheet.shown[at].find(phrase.text) < year.start() if year else NONE


def _of_job(page: Page, phrase: Phrase) -> Iterator[float]:
    near, entries = page.nearest.get(phrase.line), page.entries
    n_open = page.n_open
    if near is None:
        yield from (NONE, NONE, NONE, NONE, min(len(entries), MAX_JOBS), n_open, NONE, NONE, NONE)
        return
    number, offset = near
    period, latest = entries[number].period, page.latest_end
    yield from (offset, min(page.ranks[number], MAX_RANK))
    yield min(latest, period.end + GOES_ON) - period.end
    yield GOES_ON if period.end == NOW else period.end - period.start
    yield from (min(len(entries), MAX_JOBS), n_open)
    yield from _of_place(page, number, offset, phrase.first)


def _of_place(page: Page, number: int, offset: int, first: int) -> Iterator[float]:
    """Yield how many of the other jobs have something in the same place, and how much of that is a post or a house."""
    others = [entry.line + offset for i, entry in enumerate(page.entries[:MAX_JOBS]) if i != number]
    if not others or abs(offset) > MAX_SLOT_ROW:
        yield from (NONE, NONE, NONE)
        return
    rows = (
        page.atoms(line) if 0 <= line < len(page.sheet.shown) and not page.sheet.headings[line] else ()
        for line in others
    )
    there = [atoms[first].text for atoms in rows if first < len(atoms)]
    yield len(there) / len(others)
    yield fmean(title_score(text) >= KNOWN_POST for text in there) if there else NONE
    yield fmean(employer_score(text) >= KNOWN_HOUSE for text in there) if there else NONE


def _of_others(page: Page, phrase: Phrase) -> Iterator[float]:
    here, above, below = (page.atoms(phrase.line + step) for step in (0, -1, 1))
    beside = [atom for i, atom in enumerate(here) if not phrase.first <= i <= phrase.last]
    around = [*beside, *above, *below]
    yield from (_best(title_score, around), _best(title_worth, around), _best(employer_score, beside))
    front = here[phrase.first - 1].text if phrase.first else None
    scores = (title_worth, title_score, employer_worth)
    yield from (score(front) if front is not None else NONE for score in scores)
    yield from (_best(title_score, above), _best(employer_score, above))


def _best(score: Callable[[str], float], atoms: Iterable[Atom]) -> float:
    return max((score(atom.text) for atom in atoms), default=NONE)
