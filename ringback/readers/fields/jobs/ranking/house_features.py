"""What is known of a phrase that may be the house, beside what is known of it as a post: numbers only, no word of the page."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.kinds import hardly_a_house, surely_no_house
from ringback.readers.fields.jobs.ranking.features import FEATURES, MAX_LINES, MAX_RANK, NONE
from ringback.readers.fields.jobs.worth import employer_worth
from ringback.readers.fields.names.shapes import latin_score
from ringback.readers.fields.periods import NOW, date_in, period_in
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ringback.readers.fields.jobs.ranking.phrases import Page, Phrase

HOUSE_FEATURES = (
    *FEATURES,
    "is_school", "name_likeness", "is_no_house", "is_hardly_a_house", "share_capitals", "n_digits", "n_on_page", "nth_on_page",
    "n_above", "line", "best_house_worth_around", "is_school_around", "is_known_post",
    "dated_rank", "dated_offset", "dated_behind", "dated_years", "experience_rank",
    "post_rows", "post_atoms", "weight_as_post", "best_weight_as_post", "is_in_post", "is_in_job_of_post",
)  # fmt: skip
MAX_ROWS, MAX_SAID, MAX_NEAR, MAX_LINE, GOES_ON = 8, 6, 6, 60, 50.0


class Dates:
    """All dated lines of a page, of jobs or not, and how late each is."""

    def __init__(self, page: Page) -> None:
        """Take the dates of every line that is dated."""
        lines = page.sheet.folded
        told = ((at, period_in(line) or date_in(line)) for at, line in enumerate(lines) if page.is_dated(at))
        self.spans = [(at, period.start, period.end) for at, period in told if period]
        self.latest = max((end for _, _, end in self.spans), default=NONE)
        self.ranks = _ranks(self.spans)
        inside = [span for span in self.spans if page.sheet.sections[span[0]] == "experience"]
        self.ranks_inside = _ranks(inside)

    def near(self, line: int) -> tuple[int, float, float] | None:
        """Return the dated line nearest to a line; that above before that below."""
        found = [(abs(line - span[0]) + 0.1 * (line < span[0]), span) for span in self.spans]
        away, span = min(found, default=(MAX_NEAR + 1, None))
        return span if away <= MAX_NEAR else None


def _ranks(spans: Sequence[tuple[int, float, float]]) -> Mapping[int, int]:
    return {span[0]: rank for rank, span in enumerate(sorted(spans, key=lambda one: (-one[2], -one[1], one[0])))}


class Houses:
    """The phrases of a page as houses, beside what each weighs as a post."""

    def __init__(self, page: Page, phrases: Sequence[Phrase], posts: Sequence[float]) -> None:
        """Take what each phrase weighs as a post."""
        self.page, self.phrases, self.posts = page, phrases, posts
        self.best = max(range(len(phrases)), key=posts.__getitem__)
        self.text = "\n".join(page.sheet.folded).casefold()
        self.seen: Counter[str] = Counter()

    @cached_property
    def dates(self) -> Dates:
        """All dated lines of the page."""
        return Dates(self.page)

    def numbers(self, numbers: Sequence[Sequence[float]]) -> list[list[float]]:
        """Return the numbers of :data:`HOUSE_FEATURES` for each phrase, given those of it as a post."""
        return [
            [*known, *map(float, (*self._of_words(phrase), *self._of_dates(phrase), *self._beside_post(number)))]
            for number, (phrase, known) in enumerate(zip(self.phrases, numbers, strict=True))
        ]

    def _of_words(self, phrase: Phrase) -> Iterator[float]:
        text, folded = phrase.text, fold(phrase.text)
        yield school_in(folded, text) is not None
        yield latin_score(text) if text.isascii() else 0
        yield surely_no_house(text, frozenset()) is not None
        yield hardly_a_house(text) is not None
        words = text.split()
        yield sum(word[0].isupper() for word in words) / len(words) if words else NONE
        yield sum(map(str.isdigit, text))
        small = folded.casefold()
        yield min(self.text.count(small), MAX_SAID) if len(small) > 2 else 0
        yield self.seen[small]
        self.seen[small] += 1
        at = phrase.line
        yield len(self.page.atoms(at - 1))
        yield min(at, MAX_LINE)
        around = [
            atom.text
            for step in (-1, 0, 1)
            for number, atom in enumerate(self.page.atoms(at + step))
            if step or not phrase.first <= number <= phrase.last
        ]
        yield max(map(employer_worth, around), default=NONE)
        yield any(school_in(fold(other), other) for other in around)
        yield self.page.atoms(at)[phrase.first].role == "title"

    def _of_dates(self, phrase: Phrase) -> Iterator[float]:
        near, dates = self.dates.near(phrase.line), self.dates
        if near is None:
            yield from (NONE,) * 5
            return
        line, start, end = near
        yield min(dates.ranks[line], MAX_RANK)
        yield phrase.line - line
        yield min(dates.latest, end + GOES_ON) - end
        yield GOES_ON if end == NOW else end - start
        yield min(dates.ranks_inside.get(line, MAX_LINES), MAX_LINES)

    def _beside_post(self, number: int) -> Iterator[float]:
        phrase, post = self.phrases[number], self.phrases[self.best]
        rows = max(-MAX_ROWS, min(MAX_ROWS, phrase.line - post.line))
        yield rows
        is_behind = phrase.first > post.last
        yield NONE if rows else (phrase.first - post.last if is_behind else phrase.first - post.first)
        yield self.posts[number]
        yield self.posts[self.best]
        yield not rows and not (is_behind or post.first > phrase.last)
        jobs = [near[0] if (near := self.page.nearest.get(one.line)) else None for one in (phrase, post)]
        yield jobs[0] == jobs[1]
