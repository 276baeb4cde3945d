"""What is said of a log whose columns are not ours."""

from __future__ import annotations

from ringback.rules.log_columns import NEEDED_OF_ATTEMPTS, columns_hint, nearest_columns, unknown_sentence

KNOWN = {"record_id", "candidate_id", "started_at_utc", "disposition", "note"}


def hint(*found: str) -> str | None:
    return columns_hint(found, needed=NEEDED_OF_ATTEMPTS, known=KNOWN)


def test_columns_that_are_there_need_no_hint() -> None:
    assert hint("record_id", "started_at_utc", "unknown") is None
    assert hint("candidate_id", "started_at_utc") is None


def test_the_hint_names_what_was_found_what_is_wanted_and_a_line_for_each() -> None:
    said = hint("Record ID", "开始时间", "结果") or ""
    assert "Found: Record ID, 开始时间, 结果." in said
    assert "Wanted: record_id or candidate_id, started_at_utc" in said
    assert "disposition, note" in said
    assert "record_id: Record ID; started_at_utc: ..." in said


def test_only_what_is_missing_is_asked_for() -> None:
    said = hint("candidate_id", "started_at", "note") or ""
    assert said.endswith("such as: started_at_utc: started_at")


def test_a_file_without_a_header_is_said_to_have_none() -> None:
    assert "Found: none." in (hint() or "")


def test_unknown_columns_are_named_once_with_ours_that_may_be_meant() -> None:
    known = {"emails": "emails", "phone": "phones", "手机号码": "phones"}
    nearest = nearest_columns(["Emial", "手机号码2", "favourite colour"], known)
    assert nearest == {"Emial": "emails", "手机号码2": "phones", "favourite colour": None}
    said = unknown_sentence(nearest, what_becomes="They are left out.")
    assert said.startswith(
        "Columns that are not known: Emial (emails?), 手机号码2 (phones?), favourite colour. They are"
    )
    assert said.endswith("such as: emails: Emial")
    assert unknown_sentence({}, what_becomes="") == ""
    assert unknown_sentence({"x": None}, what_becomes="").endswith("such as: ...: x")
    many = dict.fromkeys(map(str, range(35)))
    assert " and 5 more." in unknown_sentence(many, what_becomes="")
    assert " and more than 5 more." in unknown_sentence(many, what_becomes="", has_more=True)


def test_the_name_of_a_column_moves_no_terminal_and_is_cut() -> None:
    told = unknown_sentence({"Pay\x1b[31m": None, "c" * 500: None}, what_becomes="")
    assert told.isprintable()
    assert "c" * 61 not in told
