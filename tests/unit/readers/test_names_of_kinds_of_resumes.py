"""Pages that are called a resume of some kind name nobody by that; who has the rights of a page is named without the full stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

BODY = (
    "<p>m.v@mailbox.example</p><h2>Experience</h2><h3>Nurse Manager</h3><p>Fernwick Hospital, Leeds</p><p>2019 - Present</p>"
    "<h2>Education</h2><p>Bachelor of Nursing, Larch University, 2015</p>"
)


def _page(heading: str, foot: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head><title>Resume</title></head><body><h1>{heading}</h1>{BODY}{foot}</body></html>".encode()


@pytest.mark.parametrize("kind", ["Online Resume", "One Page CV", "Interactive Resume", "Teaching CV", "Modern Resume"])
def test_a_kind_of_resume_is_nobody(read: Callable[..., Reading], kind: str) -> None:
    (found,) = read(_page(kind), "r.html").resumes
    assert found.name is None


@pytest.mark.parametrize("name", ["Mara Long", "Basil Modern", "Ivo Short"])
def test_a_surname_may_be_such_a_word(read: Callable[..., Reading], name: str) -> None:
    (found,) = read(_page(f"{name} Resume"), "r.html").resumes
    assert found.name == name


@pytest.mark.parametrize("foot", ["&copy; 2024 Mara Velding. All rights reserved.", "Copyright © Mara Velding."])
def test_the_owner_at_the_foot(read: Callable[..., Reading], foot: str) -> None:
    (found,) = read(_page("Resume", f"<footer>{foot}</footer>"), "r.html").resumes
    assert found.name == "Mara Velding"
