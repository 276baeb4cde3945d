"""Jobs set as an outline: posts as items of one mark below their house as an item of another; and headers that a full stop ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
HEAD = "Mara Velding\nmara@fernpost.example\n\nExperience\n"

JOBS = {
    "the house over its posts": (
        (
            "• University of Larchmont\nLexington, KY\n– Research Assistant, Tide Department (August 2022 - December 2024)\n"
            "– Teaching Assistant, Tide Department (January 2025 - Present)\n• Missouri Institute of Gates\n"
            "– Research Assistant, Gate Department (January 2022 - July 2022)"
        ),
        "Teaching Assistant",
        "University of Larchmont",
    ),
    "the next house is no item of the post": (
        "• Rowan Alder Partners\n– Tide Analyst (January 2025 - Present)\n• Ortwin University\n– Gate Analyst (January 2022 - July 2022)",
        "Tide Analyst",
        "Rowan Alder Partners",
    ),
    "a stop behind house, town and post": (
        (
            "2019-08–present\nOrtwin, Zürich: Tide Analyst.\n• Counted the gates of the canal, using maps and a boat.\n"
            "2016-04–2019-07\nFern Technologies, Geneva: Gate Developer.\n• One of four developers of the gates."
        ),
        "Tide Analyst",
        "Ortwin",
    ),
    "a dash without room": (
        "Southmoor Golf Club—Clubhouse Waiting Staff.\n2015—Present\nMember of the bar staff at a venue of the county, working on\nlarge events and day-to-day operations.",
        "Clubhouse Waiting Staff",
        "Southmoor Golf Club",
    ),
    "house and country in a bracket": (
        "January 2022 – June 2024\nTide Analyst (Northmoor University, Netherlands)\nCounted tides at the coast.",
        "Tide Analyst",
        "Northmoor University",
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_job_of_an_outline(case: str, read: Read) -> None:
    text, title, employer = JOBS[case]
    [resume] = read(HEAD + text + "\n\nEducation\nBSc Biology, Marden College, 2008\n").resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


@pytest.mark.parametrize(
    "deed", ["Built gates—Opened two of them.", "Tools: Maps and boats.", "Moved the gates: Saved a day a week."]
)
def test_what_was_done_is_no_header(deed: str, read: Read) -> None:
    text = f"Tide Analyst, Ortwin Partners\n2019 - Present\n{deed}\n"
    [resume] = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == ("Tide Analyst", "Ortwin Partners")
