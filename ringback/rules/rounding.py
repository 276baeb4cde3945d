"""Whole numbers that still add up."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor


def rounded_parts(parts: Sequence[float]) -> list[int]:
    """Return ``parts`` as whole numbers that add up to their rounded sum; none is off by one or more.

    Those with the largest remainders go up (Hamilton's method), of equal ones the first.
    """
    whole = [floor(part) for part in parts]
    missing = round(sum(parts)) - sum(whole)
    by_remainder = sorted(range(len(whole)), key=lambda place: whole[place] - parts[place])
    for place in by_remainder[:missing]:
        whole[place] += 1
    return whole
