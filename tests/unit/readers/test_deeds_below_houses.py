"""What was done, told by a bare verb right below the house of a job, is neither a house nor a part of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.deeds import is_deed
from schemas.records import ParsedResume, Reading


def first(reading: Reading) -> ParsedResume:
    assert len(reading.resumes) == 1
    return reading.resumes[0]


@pytest.mark.parametrize("house", ["Brightline", "Larch Foods", "Moor & Sons"])
@pytest.mark.parametrize("place", [" – Atlanta, GA", " | Atlanta, GA", ", Atlanta, GA", " – Lagos, Nigeria"])
@pytest.mark.parametrize("deed", ["Demonstrate proposed design solutions", "Streamline daily stock counts"])
def test_verbs_below_houses(read: Callable[..., Reading], house: str, place: str, deed: str) -> None:
    jobs = f"Shift Supervisor, 08/2020 to Current\n{house}{place}\n{deed}\nCashier, 01/2015 to 07/2020\nFern Market{place}\n{deed}\n"
    resume = first(read(f"Kara Velding\nkara@post.example | (302) 555-0142\n\nWORK HISTORY\n{jobs}"))
    assert (resume.current_title, resume.current_employer) == ("Shift Supervisor", house)


@pytest.mark.parametrize(
    "line", ["Took 2nd Place at Larch University for a model of the harbour", "Calibrate gauges of all lines"]
)
def test_deeds(line: str) -> None:
    assert is_deed(line)


@pytest.mark.parametrize(
    "line", ["Present Company", "Learn Academy", "Transport Manager", "Third Place Bakery", "Reach Ltd"]
)
def test_no_deeds(line: str) -> None:
    assert not is_deed(line)
