"""The phrases of a page that may be the post: what stands between two signs, or two such pieces, where jobs are told."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ringback.readers.fields.jobs.atoms import Atom, atoms_of
from ringback.readers.fields.jobs.job_sections import where_jobs_stand
from ringback.readers.fields.jobs.lines import bare_line
from ringback.readers.fields.periods import NOW, date_in, period_in

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from ringback.readers.fields.jobs.entry_dates import Entry
    from ringback.readers.fields.sheet import Sheet

N_LATEST = 3  # jobs whose lines are looked at
MAX_AWAY = 6  # lines from the dates of a job to one of its own
MAX_HEAD_LINE, MAX_BELOW_HEADING = 15, 4
MAX_LINE_CHARS, MAX_ATOMS, MAX_PHRASE_CHARS = 170, 9, 90
_AROUND = " \t,;:|-–—·()[]"


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase: atoms ``first`` to ``last`` of a line."""

    text: str
    line: int
    first: int
    last: int


class Page:
    """The lines of a sheet as seen from its jobs."""

    def __init__(self, sheet: Sheet) -> None:
        """Take the jobs as the rules found them: of the dates, not of the words, much is sure even where they err."""
        self.sheet = sheet
        self.entries: Sequence[Entry] = where_jobs_stand(sheet)[1]
        self.head = frozenset(sheet.head)
        order = sorted(
            range(len(self.entries)), key=lambda i: (-self.entries[i].period.end, -self.entries[i].period.start, i)
        )
        self.ranks = {number: rank for rank, number in enumerate(order)}
        self._atoms: dict[int, Sequence[Atom]] = {}
        self._dated: dict[int, bool] = {}

    @cached_property
    def n_open(self) -> int:
        """How many jobs go on."""
        return sum(entry.period.end == NOW for entry in self.entries)

    @cached_property
    def latest_end(self) -> float:
        """When the job that ended last did so; only asked where there are jobs."""
        return max(entry.period.end for entry in self.entries)

    @cached_property
    def below_heading(self) -> Sequence[int]:
        """How many lines each line stands below the last heading."""
        found, last = [], -1
        for number, is_heading in enumerate(self.sheet.headings):
            last = number if is_heading else last
            found.append(number - last)
        return found

    @cached_property
    def nearest(self) -> Mapping[int, tuple[int, int]]:
        """The job that a line is nearest to with no heading between, and how far below its dates it stands."""
        return nearest_of(self.sheet, [(entry.line, entry.last) for entry in self.entries])

    def atoms(self, number: int) -> Sequence[Atom]:
        """Return the atoms of a line; of a long one only where it is dated, for it tells a story."""
        if number not in self._atoms:
            self._atoms[number] = self._atoms_at(number) if 0 <= number < len(self.sheet.shown) else ()
        return self._atoms[number]

    def _atoms_at(self, number: int) -> Sequence[Atom]:
        bare = bare_line(self.sheet, number) if self.sheet.folded[number].strip() else ""
        if len(bare.strip()) > MAX_LINE_CHARS and not self.is_dated(number):
            return ()
        return atoms_of(bare[:MAX_LINE_CHARS], row=0)[:MAX_ATOMS]

    def is_dated(self, number: int) -> bool:
        """Tell a line with a period or a date in it."""
        if number not in self._dated:
            line = self.sheet.folded[number]
            self._dated[number] = period_in(line) is not None or date_in(line) is not None
        return self._dated[number]

    def phrases(self, also: Container[int] = ()) -> list[Phrase]:
        """Return what may be the post, line by line, and what else stands in the lines that are ``also`` asked."""
        asked = (number for number in range(len(self.sheet.shown)) if number in also or self._is_asked(number))
        return [phrase for number in asked for phrase in self._of(number)]

    def _is_asked(self, number: int) -> bool:
        near = self.nearest.get(number)
        if near is not None and self.ranks[near[0]] < N_LATEST:
            return True
        if number in self.head and number < MAX_HEAD_LINE:
            return True
        return self.sheet.sections[number] == "experience" and self.below_heading[number] <= MAX_BELOW_HEADING

    def _of(self, number: int) -> list[Phrase]:
        atoms = self.atoms(number)
        if not atoms:
            return []
        line = bare_line(self.sheet, number)
        found = [Phrase(atom.text, number, i, i) for i, atom in enumerate(atoms)]
        for i in range(len(atoms) - 1):
            text = line[atoms[i].start : atoms[i + 1].end].strip(_AROUND)
            if text and "\t" not in text and len(text) <= MAX_PHRASE_CHARS:
                found.append(Phrase(text, number, i, i + 1))
        return [phrase for phrase in found if phrase.text.count("(") == phrase.text.count(")")]


def nearest_of(sheet: Sheet, dated: Sequence[tuple[int, int]]) -> Mapping[int, tuple[int, int]]:
    """Return for a line the dates that it is nearest to with no heading between, and how far below them it stands."""
    found: dict[int, list[tuple[float, int, int]]] = defaultdict(list)
    for number, lines in enumerate(dated):
        for dates in {*lines}:
            for step in (1, -1):
                for away in range(MAX_AWAY + 1):
                    at = dates + step * away
                    if not 0 <= at < len(sheet.shown):
                        break
                    found[at].append((away + 0.1 * (step < 0), number, step * away))
                    if away and sheet.headings[at]:
                        break
    return {at: min(all_near)[1:] for at, all_near in found.items()}
