"""A page that lists its own sections in front of them."""

from __future__ import annotations

from collections.abc import Callable

from schemas.records import Reading

Read = Callable[..., Reading]
PAGE = """Mara Velding
mara@mailbox.example
{contents}Personal statement
I like open ground and long walks.
Education
BSc Botany
University of Westmoor, 2012
Work
Holloway Parks Ltd, Head Gardener, 2019 - Present
Looked after nine parks.
Wexmoor Nursery, Gardener, 2015 - 2018
Skills
Pruning
"""
CONTENTS = "personal statement\neducation\nwork\nvoluntary\nskills\nYou can download a copy here.\n"


def test_a_list_of_sections_opens_none(read: Read) -> None:
    (found,) = read(PAGE.format(contents=CONTENTS)).resumes
    (bare,) = read(PAGE.format(contents="")).resumes
    assert (found.current_title, found.current_employer) == ("Head Gardener", "Holloway Parks Ltd")
    assert (found.name, found.school, found.skills) == (bare.name, bare.school, bare.skills)


def test_a_heading_that_comes_again_over_more_jobs_opens_both(read: Read) -> None:
    (found,) = read(PAGE.format(contents="Work\nFernpost Gardens, Owner, 2021 - Present\n")).resumes
    assert (found.current_title, found.current_employer) == ("Owner", "Fernpost Gardens")
