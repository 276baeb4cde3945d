"""What is known of a phrase that may be the house, beside what is known of it as a post: numbers only, no word of the page."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from statistics import fmean
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.job_places import may_be_place
from ringback.readers.fields.jobs.job_sections import where_jobs_stand
from ringback.readers.fields.jobs.ranking.features import (
    FEATURES,
    GOES_ON,
    KNOWN_HOUSE,
    KNOWN_POST,
    MAX_JOBS,
    MAX_LINES,
    MAX_RANK,
    MAX_SLOT_ROW,
    NONE,
)
from ringback.readers.fields.jobs.ranking.phrases import nearest_of
from ringback.readers.fields.jobs.titles import employer_score, title_score
from ringback.readers.fields.jobs.worth import employer_worth
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import NOW, date_in, period_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ringback.readers.fields.jobs.atoms import Atom
    from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase

HOUSE_FEATURES = (
    *FEATURES,
    "is_school", "name_likeness", "share_capitals", "n_on_page", "nth_on_page", "is_known_post",
    "n_above", "line", "share_of_page", "is_heading", "is_line_of_jobs",
    "best_house_worth_around", "is_school_around", "best_house_worth_near", "is_school_near",
    "dated_rank", "dated_offset", "dated_behind", "dated_years", "experience_rank",
    "share_posts_of_dated", "share_houses_of_dated", "share_places_of_dated",
    "post_rows", "post_atoms", "is_in_post", "is_in_job_of_post", "rows_in_job_of_post", "weight_as_post", "best_weight_as_post",
)  # fmt: skip
MAX_ROWS, MAX_ROWS_IN_JOB, MAX_SAID, MAX_LINE, AROUND, NEAR = 8, 3, 6, 60, 1, 3
N_LATEST, N_LATEST_INSIDE = 3, 2  # of all dates, of those below a heading of jobs


class Dates:
    """All dated lines of a page, of jobs or not, and how late each is."""

    def __init__(self, page: Page) -> None:
        """Take the dates of every line that is dated."""
        lines = page.sheet.folded
        told = ((at, period_in(line) or date_in(line)) for at, line in enumerate(lines) if page.is_dated(at))
        self.spans = [(at, period.start, period.end) for at, period in told if period]
        self.latest = max((end for _, _, end in self.spans), default=NONE)
        self.ranks = _ranks(self.spans)
        sections = page.sheet.sections
        self.ranks_inside = _ranks([span for span in self.spans if sections[span[0]] == "experience"])
        self.near = nearest_of(page.sheet, [(at, at) for at, _, _ in self.spans])
        self.of_section: dict[str | None, list[int]] = {}
        for at, _, _ in self.spans:
            self.of_section.setdefault(sections[at], []).append(at)

    def lines_of_latest(self) -> set[int]:
        """Return the lines near the latest dates."""
        return {at for at, (number, _) in self.near.items() if self._is_late(self.spans[number][0])}

    def _is_late(self, line: int) -> bool:
        return self.ranks[line] < N_LATEST or self.ranks_inside.get(line, N_LATEST_INSIDE) < N_LATEST_INSIDE


def _ranks(spans: Sequence[tuple[int, float, float]]) -> Mapping[int, int]:
    return {span[0]: rank for rank, span in enumerate(sorted(spans, key=lambda one: (-one[2], -one[1], one[0])))}


class Houses:
    """The phrases of a page as houses."""

    def __init__(self, page: Page) -> None:
        """Take the dates of all that the page tells."""
        self.page, self.dates = page, Dates(page)
        self._schools: dict[str, bool] = {}

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The phrases near any late date, too: a house may stand among studies or projects."""
        return self.page.phrases(also=self.dates.lines_of_latest())

    @cached_property
    def _text(self) -> str:
        return "\n".join(self.page.sheet.folded).casefold()

    @cached_property
    def _lines_of_jobs(self) -> frozenset[int]:
        return frozenset(where_jobs_stand(self.page.sheet)[0])

    def numbers(self, known: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return what is known of each phrase before any is weighed as a post, behind what is ``known`` of it as one."""
        seen: Counter[str] = Counter()
        return [
            [*some, *map(float, (*self._of_words(phrase, seen), *self._of_line(phrase), *self._of_dates(phrase)))]
            for phrase, some in zip(self.phrases, known, strict=True)
        ]

    def _of_words(self, phrase: Phrase, seen: Counter[str]) -> Iterator[float]:
        text, folded = phrase.text, fold(phrase.text)
        yield self._is_school(text)
        yield latin_score(text) if text.isascii() else 0
        words = text.split()
        yield sum(word[0].isupper() for word in words) / len(words) if words else NONE
        small = folded.casefold()
        yield min(self._text.count(small), MAX_SAID) if len(small) > 2 else 0
        yield seen[small]
        seen[small] += 1
        yield self.page.atoms(phrase.line)[phrase.first].role == "title"

    def _is_school(self, text: str) -> bool:
        if text not in self._schools:
            self._schools[text] = school_in(fold(text), text) is not None
        return self._schools[text]

    def _of_line(self, phrase: Phrase) -> Iterator[float]:
        sheet, at = self.page.sheet, phrase.line
        yield len(self.page.atoms(at - 1))
        yield min(at, MAX_LINE)
        yield at / len(sheet.shown)
        yield sheet.headings[at]
        yield at in self._lines_of_jobs
        for away in (AROUND, NEAR):
            around = [
                atom.text
                for step in range(-away, away + 1)
                for number, atom in enumerate(self.page.atoms(at + step))
                if step or not phrase.first <= number <= phrase.last
            ]
            yield max(map(employer_worth, around), default=NONE)
            yield any(map(self._is_school, around))

    def _of_dates(self, phrase: Phrase) -> Iterator[float]:
        dates = self.dates
        if phrase.line not in dates.near:
            yield from (NONE,) * 8
            return
        number, offset = dates.near[phrase.line]
        line, start, end = dates.spans[number]
        yield min(dates.ranks[line], MAX_RANK)
        yield offset
        yield min(dates.latest, end + GOES_ON) - end
        yield GOES_ON if end == NOW else end - start
        yield min(dates.ranks_inside.get(line, MAX_LINES), MAX_LINES)
        others = [at for at in dates.of_section[self.page.sheet.sections[line]] if at != line][:MAX_JOBS]
        yield from self._of_place(others, offset, phrase.first)

    def _of_place(self, others: Sequence[int], offset: int, first: int) -> Iterator[float]:
        """Yield how much of what stands in the same place at other dates of the section is a post, a house, a place."""
        there = [atom for line in others for atom in self._atoms_there(line + offset)[first : first + 1]]
        if not there or abs(offset) > MAX_SLOT_ROW:
            yield from (NONE,) * 3
            return
        yield fmean(title_score(atom.text) >= KNOWN_POST for atom in there)
        yield fmean(employer_score(atom.text) >= KNOWN_HOUSE or self._is_school(atom.text) for atom in there)
        yield fmean(atom.role == "aside" or may_be_place(atom.text) for atom in there)

    def _atoms_there(self, line: int) -> Sequence[Atom]:
        sheet = self.page.sheet
        return self.page.atoms(line) if 0 <= line < len(sheet.shown) and not sheet.headings[line] else ()


def beside_post(phrase: Phrase, post: Phrase, nearest: Mapping[int, tuple[int, int]]) -> Iterator[float]:
    """Yield where a phrase stands to the one that weighs most as a post; ``nearest`` tells the job of a line."""
    rows = max(-MAX_ROWS, min(MAX_ROWS, phrase.line - post.line))
    yield rows
    is_behind = phrase.first > post.last
    yield NONE if rows else (phrase.first - post.last if is_behind else phrase.first - post.first)
    yield not rows and not (is_behind or post.first > phrase.last)
    here, there = (nearest.get(one.line) for one in (phrase, post))
    is_same_job = (here and here[0]) == (there and there[0])
    yield is_same_job
    if here is None or there is None or not is_same_job:
        yield NONE
    else:
        yield max(-MAX_ROWS_IN_JOB, min(MAX_ROWS_IN_JOB, here[1] - there[1]))


def beside_posts(
    phrases: Sequence[Phrase],
    nearest: Mapping[int, tuple[int, int]],
    numbers: Sequence[Sequence[float]],
    posts: Sequence[float],
) -> list[list[float]]:
    """Return the numbers of each phrase with where it stands to the one that weighs most as a post, and both weights."""
    best = max(range(len(posts)), key=posts.__getitem__)
    return [
        [*some, *map(float, beside_post(phrase, phrases[best], nearest)), weight, posts[best]]
        for some, phrase, weight in zip(numbers, phrases, posts, strict=True)
    ]
