"""Whose a number is: asked for somebody else, or given for whatever one may be rung."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ringback.readers.document import Reading

JOBS = "\n\nEXPERIENCE\nTide Clerk, Larch Bank\t2019 - Present\nGood: team spirit, tills\n\nEDUCATION\nMoor School\n"


def test_an_answer_belongs_to_whom_its_question_asks_for(read: Callable[..., Reading]) -> None:
    asked = "What is your full name?\nNora Pellwick\nWhat is your phone number?\n07700 900123\nEmergency contact phone?\n07700 900456\n"
    (found,) = read((asked + "Where do you live?\nHull, UK" + JOBS).encode(), "x.txt").resumes
    assert found.phones == ("+447700900123",)


def test_one_may_be_rung_for_help(read: Callable[..., Reading]) -> None:
    page = "Nora Pellwick\nHull, UK\nContact me for help with your tides: 07700 900123"
    (found,) = read((page + JOBS).encode(), "x.txt").resumes
    assert found.phones == ("+447700900123",)
    assert found.skills == ()
