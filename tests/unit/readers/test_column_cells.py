"""Columns that no word names are told by their cells."""

from __future__ import annotations

from ringback.readers.column_cells import with_columns_by_cells

ROWS = [
    ["Tamsin Oakley", "tamsin@oakley.example", "BSc Nursing", "Fernhill Foods", "Mo Reyes"],
    ["Piers Lund", "piers@lund.example", "Diploma in Law", "Fernhill Toys", "Mo Reyes"],
]
BARE = (None, None, None, "current_employer", None)


def test_names_degrees_and_addresses_are_told_by_their_cells() -> None:
    header = ["Human", "Box", "Papers", "Firm", "Desk"]
    assert with_columns_by_cells(header, ROWS, BARE) == ("name", "emails", "degree", "current_employer", None)


def test_columns_of_others_and_single_rows_tell_nothing() -> None:
    header = ["Referee", "Recruiter mail", "Papers", "Firm", "Desk"]
    assert with_columns_by_cells(header, ROWS, BARE) == (None, None, "degree", "current_employer", None)
    assert with_columns_by_cells(header, ROWS[:1], BARE) == BARE
    assert with_columns_by_cells(["Client", "", "", "", ""], ROWS, BARE)[0] is None
    named = ("first_name", None, None, None, None)
    assert with_columns_by_cells(["First", "", "", "", ""], ROWS, named)[4] is None
