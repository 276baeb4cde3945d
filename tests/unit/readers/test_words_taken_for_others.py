"""Words that look like signs of something else: a degree, a job that goes on, a house, an address."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.jobs.shop_posts import at_shop_post
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.normalise import fold


def test_a_research_master_is_a_degree_and_who_coordinates_one_has_none() -> None:
    assert degrees_in(fold("Research Master in Cognitive Neuroscience"))
    assert not degrees_in(fold("Programme coordinator research master Linguistics"))


@pytest.mark.parametrize(
    ("line", "is_now"),
    [
        ("2019 - On Board", True),
        ("03/2018 - On-Board Diagnostics Engineer", False),
    ],
)
def test_on_board_is_up_to_now_where_nothing_follows(line: str, is_now: bool) -> None:  # noqa: FBT001
    period = period_in(fold(line))
    assert (period is not None and period.end == NOW) is is_now


@pytest.mark.parametrize("post", ["Baker and Chef", "Pastor and Teacher", "Carer and Cleaner", "Regional Sales Vp"])
def test_two_trades_and_ranks_in_small_letters_are_posts(post: str) -> None:
    assert title_score(post) == 1.0


def test_what_somebody_knows_is_no_shop() -> None:
    assert at_shop_post("Python兼职") is None
    assert at_shop_post("POS收銀員") is None
    assert at_shop_post("麥當勞服務員") == ("麥當勞", "服務員")


@pytest.mark.parametrize("line", ["ph.d at northmoor.edu", "b.sc at northmoor.edu"])
def test_a_degree_at_a_school_is_no_address(sheet_of: Callable[..., Sheet], line: str) -> None:
    assert not read_emails(sheet_of(f"Mara Velding\n{line}\n+44 7700 900123"))
