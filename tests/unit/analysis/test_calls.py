# ruff: noqa: ANN001, ANN201 (fixtures are named in conftest.py)
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from ringback.analysis.calls import OUTCOMES, CleanCalls, clean_calls, suspect_shift
from ringback.analysis.frames import FrameError
from schemas.words import Disposition

AS_OF = pd.Timestamp("2026-08-01", tz="UTC").to_pydatetime()


def log(rows):
    frame = pd.DataFrame(rows, columns=["candidate_id", "called_at", "disposition", "agent_id"])
    return frame.assign(
        called_at=pd.to_datetime(frame["called_at"], utc=True),
        role_family="sales",
        source="zhaopin",
        timezone="Asia/Shanghai",
    )


def clean(rows, policy):
    return clean_calls(log(rows), as_of=AS_OF, hours=policy.call_hours)


def test_every_disposition_has_an_outcome():
    assert set(OUTCOMES) == set(Disposition)


def test_the_same_call_under_two_ids_is_one(policy):
    found = clean(
        [
            ("a", "2026-07-01T02:00:00", "NO_ANSWER", "x"),
            ("a", "2026-07-01T02:00:20", "NO_ANSWER", "x"),
            ("a", "2026-07-01T02:00:30", "NO_ANSWER", "y"),
            ("a", "2026-07-01T05:00:00", "NO_ANSWER", "x"),
        ],
        policy,
    )
    assert found.report.n_duplicates == 1
    assert found.frame["try_number"].tolist() == [1, 2, 3]


def test_an_empty_copy_gives_way_to_the_row_that_says_more(policy):
    found = clean([("a", "2026-07-01T02:00:00", None, "x"), ("a", "2026-07-01T02:00:00", "ANSWERED", "x")], policy)
    assert found.frame["disposition"].tolist() == ["ANSWERED"]


def test_unordered_logs_number_tries_by_time_and_restart_after_an_answer(policy):
    found = clean(
        [
            ("a", "2026-07-04T02:00:00", "NO_ANSWER", "x"),
            ("a", "2026-07-01T02:00:00", "BUSY", "x"),
            ("a", "2026-07-02T02:00:00", "ANSWERED", "x"),
            ("b", "2026-07-02T02:00:00", "WRONG_NUMBER", "x"),
            ("a", "2026-09-01T02:00:00", "ANSWERED", "x"),
        ],
        policy,
    )
    assert found.frame["try_number"].tolist() == [1, 2, 1, 1]
    assert found.frame["is_warm"].tolist() == [False, False, True, False]
    assert (found.report.n_later, found.report.n_wrong) == (1, 1)
    assert found.frame["hour"].tolist() == [10, 10, 10, 10]


def test_unknown_words_are_not_counted_but_reported(policy):
    found = clean([("a", "2026-07-01T02:00:00", "GHOSTED", "x"), ("a", "2026-07-02T02:00:00", None, "x")], policy)
    assert not found.frame["is_counted"].any()
    assert found.report.n_unknown == 2
    assert len(found.report.warnings) == len(found.report.warnings_zh) == 1


def test_local_times_labelled_utc_are_noticed_not_mended(policy):
    rows = [
        (f"c{hour}{k}", f"2026-07-01T{hour:02}:15:00", "NO_ANSWER", "x")
        for hour in (10, 11, 15, 16, 17)
        for k in range(20)
    ]
    found = clean(rows, policy)
    assert found.report.suspected_shift_hours == -8
    assert sorted(found.frame["hour"].unique()) == [0, 1, 18, 19, 23]


def test_a_sound_day_raises_no_suspicion(policy):
    per_hour = np.zeros(24)
    per_hour[9:20] = 10
    assert suspect_shift(per_hour, policy.call_hours) == (0.0, None)


def test_a_frame_without_a_column_names_it(policy):
    with pytest.raises(FrameError, match="'calls' has no column disposition"):
        clean_calls(log([]).drop(columns="disposition"), as_of=AS_OF, hours=policy.call_hours)
    with pytest.raises(FrameError, match="zone"):
        clean_calls(log([]), as_of=AS_OF.replace(tzinfo=None) + timedelta(), hours=policy.call_hours)


def test_an_empty_log_is_fine(policy):
    empty = log([]).astype({"candidate_id": "str", "disposition": "str", "agent_id": "str"})
    assert len(clean_calls(empty, as_of=AS_OF, hours=policy.call_hours).frame) == 0


def test_each_code_finds_its_candidate_in_any_list_of_people(policy):
    calls = clean([(who, "2026-07-01T02:00:00", "BUSY", "x") for who in ("c", "a", "d", "b")], policy)
    left = CleanCalls(calls.frame[calls.frame["candidate_id"] != "d"].reset_index(drop=True), calls.report)
    lists = [pd.Series(people, dtype="str") for people in (["a", "b", "c"], ["a", "x", "c"], ["b"], [])]
    for people in [*lists, *lists, pd.Series(["c", "b", "a"], dtype="str")]:
        place = left.places_in(people)[left.frame["candidate"]]
        expected = [people.tolist().index(who) if who in people.tolist() else -1 for who in left.frame["candidate_id"]]
        assert place.tolist() == expected
    assert len(clean([], policy).places_in(lists[0])) == 0
