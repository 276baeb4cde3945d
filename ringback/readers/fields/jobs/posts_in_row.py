"""Several posts at one house in one line, each with its period, the house at the end.

``Lecturer, 2016-2019; Reader, 2019-present; Larch Institute``
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import Period, date_in, period_in, without_periods
from ringback.readers.normalise import fold

if TYPE_CHECKING:
    from ringback.readers.fields.jobs.sentences import Halves

MIN_POSTS = 2
SURE_POST = 0.8
_EDGES = " \t,.:()[]-–—|"


def posts_in_row(line: str) -> tuple[Period, Halves] | None:
    """Return the post of the latest end, its period and the house behind all of them; None for other lines."""
    if line.count(";") < MIN_POSTS:
        return None
    *told, house = (part.strip(_EDGES) for part in line.split(";"))
    posts = [(period_in(fold(part)), without_periods(part, fold(part)).strip(_EDGES)) for part in told]
    if not house or date_in(fold(house)) or title_score(house) >= SURE_POST:
        return None
    dated = [(period, post) for period, post in posts if period and title_score(post) >= SURE_POST]
    if len(dated) < len(posts):
        return None
    period, post = max(dated, key=lambda one: one[0].end)
    return period, (Found(post, "layout", 0.7, line), Found(house, "layout", 0.7, line))
