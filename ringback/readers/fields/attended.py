"""What somebody attended, listed under a heading of jobs: workshops, conferences, schools in summer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.lines import has_post
from ringback.readers.fields.periods import period_in

MIN_EVENTS, MIN_YEARS = 3, 2
_EVENT = re.compile(
    r"\b(?:Workshop|Webinar|Seminar|Symposium|Conference|Colloquium|Hackathon|(?:Summer|Winter|Spring|Autumn) School)s?\b"
    r"(?! [A-Z])"  # Workshop Assistant
)


def put_events_aside(sections: list[str], headings: list[bool], folded: Sequence[str]) -> None:
    """Take a list of what somebody attended for training, though its heading reads like one of jobs: *Academic Experience*."""
    bounds = [*(i for i, is_heading in enumerate(headings) if is_heading), len(folded)]
    for begins, ends in pairwise(bounds):
        rows = range(begins + 1, ends)
        if (
            sections[begins] != "experience"
            or len(rows) < MIN_EVENTS
            or not any(_is_event(folded[i]) for i in rows[:2])
        ):
            continue
        others = [i for i in rows if not _is_event(folded[i])]
        n_events = len(rows) - len(others)
        if n_events >= MIN_EVENTS and n_events > 2 * len(others) and not any(has_post(folded[i]) for i in others):
            sections[begins:ends] = ["training"] * (ends - begins)


def _is_event(line: str) -> bool:
    """Tell an event from a workshop where somebody worked: that lasted for years."""
    if not _EVENT.search(line):
        return False
    period = period_in(line)
    return period is None or period.end - period.start < MIN_YEARS
