"""Whole numbers that still add up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ringback.rules.rounding import rounded_parts


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], []),
        ([0.0, 0.0], [0, 0]),
        ([33.4, 33.3, 33.3], [34, 33, 33]),
        ([10.5, 20.5, 69.0], [11, 20, 69]),
        ([0.4, 0.4, 0.4, 2.8], [1, 0, 0, 3]),  # each for itself they would be 0, 0, 0 and 3 of 4
        ([1.0, 2.0], [1, 2]),
    ],
)
def test_the_largest_remainders_go_up(parts: list[float], whole: list[int]) -> None:
    assert rounded_parts(parts) == whole


@given(st.lists(st.floats(0, 10_000), max_size=8))
def test_they_add_up_and_none_is_off_by_one(parts: list[float]) -> None:
    whole = rounded_parts(parts)
    assert sum(whole) == round(sum(parts))
    assert all(abs(n - part) <= 1 for n, part in zip(whole, parts, strict=True))
