"""Names whose surname is what others do or where they work, and posts in the place of a name."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

REST = "\n\nExperience\nWarehouse Clerk, Velling Foods Ltd\t2019 – Present\n- Counted the stock of the dental trade\n"

NAMES: dict[str, tuple[str, str | None]] = {
    "trade_that_no_address_tells": ("Nora Carpenter\nqx7vale@fernpost.net | +44 7700 900123", "Nora Carpenter"),
    "trade_in_spanish": ("ANA HERRERO\nqx7vale@fernpost.net | +44 7700 900123", "ANA HERRERO"),
    "trade_over_a_post": ("Imogen Barber\nQuantity Surveyor · Larch Estates\nVelling, UK", "Imogen Barber"),
    "trade_under_the_title": ("Curriculum Vitae\nOtis Brewer\nqx7vale@fernpost.net", "Otis Brewer"),
    "house": ("Tamsin Church\nqx7vale@fernpost.net | +44 7700 900123", "Tamsin Church"),
    "told_again_in_the_summary": (
        "Lewis Farmer\nqx7vale@fernpost.net\n\nSummary\nLewis Farmer has kept stores for ten years.",
        "Lewis Farmer",
    ),
    "word_that_the_page_says_again": ("Dental Nurse\nqx7vale@fernpost.net | +44 7700 900123", None),
    "rank_in_front_of_a_post": ("Pastry Chef\nqx7vale@fernpost.net | +44 7700 900123", None),
    "post_over_the_name": ("Veterinary Nurse\nMara Velding\nmara.velding@fernpost.net", "Mara Velding"),
    "generation_behind_a_comma": (
        "Walter Velding, Jr\nwvelding@fernpost.net\n\nSummary\nWalter Velding, Jr is a clerk who counts the stock.",
        "Walter Velding Jr",
    ),
    "five_names": (
        "Maria Fernanda Albuquerque de Fern Velding\nCurriculum Vitae",
        "Maria Fernanda Albuquerque de Fern Velding",
    ),
    "initial_at_the_end_of_the_first_line": (
        "Della R.\nVelding\nComputer Science Student,\nBerlin, Germany\ndellavelding11@fernpost.net",
        "Della R. Velding",
    ),
}


@pytest.mark.parametrize(("head", "name"), NAMES.values(), ids=NAMES)
def test_names_are_told_from_posts(read: Callable[..., Reading], head: str, name: str | None) -> None:
    (resume,) = read(head + REST).resumes
    assert resume.name == name


def test_a_name_with_a_trade_is_not_the_post_as_well(read: Callable[..., Reading]) -> None:
    head = "odile.singer@fernpost.net\nOdile Singer\n\nEmployment History\nPI, Engineering Matters, Lisbon\n"
    (resume,) = read(f"{head}JAN 2022 — PRESENT\n- Led a team of four people through the move\n").resumes
    assert (resume.name, resume.current_title) == ("Odile Singer", None)
