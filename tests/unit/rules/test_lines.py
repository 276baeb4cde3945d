"""Which numbers take no SMS, by the numbering plans."""

from __future__ import annotations

import pytest

from ringback.rules.lines import is_fixed_line


@pytest.mark.parametrize(
    "phone", ["+862088886666", "+861066668888", "+8675512345678", "+85221234567", "+442071234567", "+4930123456"]
)
def test_a_fixed_line_of_any_country_is_one(phone: str) -> None:
    assert is_fixed_line(phone)


@pytest.mark.parametrize(
    ("phone", "why"),
    [
        ("+8613900001111", "a mobile"),
        ("+8617012345678", "a mobile of a virtual carrier"),
        ("+85291234567", "a mobile abroad"),
        ("+447911123456", "a mobile abroad"),
        ("+12125551234", "fixed and mobile share their numbers"),
        ("+9991234567", "a country that no plan knows"),
        ("139", "no number"),
    ],
)
def test_where_an_sms_may_arrive_nothing_is_held_against_it(phone: str, why: str) -> None:
    assert not is_fixed_line(phone), why
