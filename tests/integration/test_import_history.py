"""Old call logs and behaviour: dirty rows, any order, words of other systems, a report row for each input row."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from ringback.actions.followup import log_call
from ringback.actions.import_candidates import import_candidates
from ringback.actions.import_history import HistorySummary, import_attempts, import_events
from ringback.errors import UsageError
from ringback.workspace import Workspace
from schemas.tables import (
    Attempt,
    BehaviourEvent,
    CallSlot,
    CallWindow,
    Candidate,
    ContactPoint,
    OutboxMessage,
    Reminder,
    StatusChange,
)
from schemas.words import (
    CallOutcome,
    ContactState,
    Disposition,
    Event,
    MessageState,
    ReminderKind,
    ReminderState,
    Status,
)
from tests.standins.homes import on_both, rows, workspaces

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
Row = dict[str, Any]


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def written(ws: Workspace, name: str, lines: Sequence[Row | str]) -> Path:
    path = ws.settings.home / name
    texts = [one if isinstance(one, str) else json.dumps(one) for one in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def with_people(ws: Workspace, now: datetime, n: int = 3, **more: Any) -> None:
    lines = [
        {"record_id": f"R{i}", "name": f"候选人{i}", "phones": [f"+8613900006{i:03}"], "role_family": "sales"} | more
        for i in range(1, n + 1)
    ]
    assert import_candidates(ws, written(ws, "people.jsonl", lines), now=now - 90 * DAY).stored == n


def attempts(
    ws: Workspace, lines: Sequence[Row | str], now: datetime, name: str = "calls.jsonl", **more: Any
) -> HistorySummary:
    return import_attempts(ws, written(ws, name, lines), now=now, **more)


def tried(record: str, at: datetime, disposition: str | None = "NO_ANSWER", **more: Any) -> Row:
    return {"record_id": record, "started_at_utc": at.isoformat(), "disposition": disposition} | more


def standing(ws: Workspace) -> list[tuple[Any, ...]]:
    people = {c.candidate_id: (c.name, c.status, c.is_do_not_contact) for c in rows(ws, Candidate)}
    contacts = [(people[p.candidate_id], p.state) for p in rows(ws, ContactPoint)]
    moves = [(people[m.candidate_id], m.from_status, m.to_status, m.at) for m in rows(ws, StatusChange)]
    return [sorted(people.values()), sorted(contacts), sorted(moves)]


def report_of(summary: HistorySummary) -> list[Row]:
    with Path(summary.report).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@on_both
def test_each_row_is_stored_known_or_refused_and_has_its_line_in_the_report(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    at = now - 10 * DAY
    lines: list[Row | str] = [
        tried("R1", at, event_id="a"),
        tried("R1", at, event_id="a"),
        tried("R1", at, event_id="b"),  # the same call under another id: kept, counted once by the learning
        tried("R2", at, None),
        tried("R2", at, ""),
        tried("nobody", at),
        {"started_at_utc": at.isoformat()},
        tried("R3", at, "CONNECTED"),
        tried("R3", at, "PIGEON"),
        tried("R3", now + DAY),
        {"record_id": "R3", "started_at_utc": "last tuesday"},
        tried("R3", at, channel="telegraph", event_id="wire"),
        "{not json",
        "[1, 2]",
        tried("R3", at, "no_answer", event_id="x" * 300, agent_id="a" * 300, note="\x00🙂", duration_sec="NaN"),
        tried("R3", at, event_id="\ud800 half", duration_sec="-5"),
        {"record_id": "R3", "started_at_utc": "0001-01-01T00:00:00+08:00"},
    ]
    summary = attempts(ws, lines, now)
    report = report_of(summary)
    assert [line["row"] for line in report] == [str(n) for n in range(1, len(lines) + 1)]
    assert [line["outcome"] for line in report] == [
        *("stored", "known", "stored", "stored", "known", "refused", "refused", "stored", "refused", "refused"),
        *("refused", "refused", "refused", "refused", "stored", "stored", "refused"),
    ]
    assert (summary.rows, summary.stored, summary.known, summary.refused) == (17, 6, 2, 9)
    codes = {line["code"] for line in report if line["outcome"] == "refused"}
    assert codes == {"unknown_record", "no_record", "unknown_disposition", "invalid_row"}
    assert all(line["message"] for line in report if line["outcome"] == "refused")
    assert (report[11]["id"], report[11]["message"][:32]) == ("wire", "channel 'telegraph' is not known")
    assert len(rows(ws, Attempt)) == 6
    assert all(a.duration_seconds is None for a in rows(ws, Attempt))


def test_an_unknown_word_is_refused_with_the_line_to_write_into_the_mapping(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    line = tried("R1", now - DAY, "没人接")
    [refused] = report_of(attempts(ws, [line], now))
    assert "dispositions: {没人接: NO_ANSWER}" in refused["message"]
    mapped = attempts(ws, [line], now, mapping={"dispositions": {"没人接": "NO_ANSWER"}})
    assert mapped.stored == 1


def test_a_mapping_renames_columns_of_a_spreadsheet_saved_in_gbk(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    path = ws.settings.home / "calls.csv"
    path.write_bytes("编号;开始时间;结果\nR1;2026-11-01T02:00:00Z;接通\n".encode("gb18030"))
    mapping = {"record_id": "编号", "started_at_utc": "开始时间", "disposition": "结果"}
    assert import_attempts(ws, path, now=now, mapping=mapping).stored == 1
    assert [a.disposition for a in rows(ws, Attempt)] == [Disposition.ANSWERED]


@on_both
def test_rows_in_any_order_and_in_any_number_of_files_give_the_same_standing(
    ws: Workspace, now: datetime, tmp_path: Path
) -> None:
    words = [
        "NO_ANSWER",
        "ANSWERED",
        "WRONG_NUMBER",
        "BUSY",
        "REPLIED",
        "OPTED_OUT",
        "NOT_INTERESTED",
        "SENT",
        "",
        "CALL_LATER",
    ]
    dice = random.Random(7)  # noqa: S311
    lines = [
        tried(
            f"R{dice.randint(1, 6)}",
            now - dice.randint(1, 80) * DAY - n * HOUR / 60,
            dice.choice(words),
            event_id=f"e{n}",
        )
        for n in range(40)
    ]
    with_people(ws, now, 6)
    attempts(ws, lines, now)
    for seed in (1, 2):
        [other] = list_of_one(tmp_path / str(seed))
        with_people(other, now, 6)
        shuffled = random.Random(seed).sample(lines, len(lines))  # noqa: S311
        for part in (shuffled[:13], shuffled[13:14], shuffled[14:]):
            attempts(other, part, now)
        attempts(other, lines, now)
        other_standing = standing(other)
        other.engine.dispose()
        use(ws)
        assert other_standing == standing(ws)


def list_of_one(folder: Path) -> list[Workspace]:
    """Open another empty home beside the one of the test."""
    from tests.standins.homes import open_home  # noqa: PLC0415 (only here)

    return [open_home(folder / "home")]


def use(ws: Workspace) -> None:
    """Let this process decrypt with the keys of ``ws`` again."""
    from schemas.columns import use_cipher  # noqa: PLC0415 (only here)

    use_cipher(ws.vault)


def test_a_wish_to_be_left_alone_is_honoured_whatever_came_after_it(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    attempts(ws, [tried("R1", now - 5 * DAY, "OPTED_OUT"), tried("R1", now - 2 * DAY, "ANSWERED")], now)
    assert [c.is_do_not_contact for c in rows(ws, Candidate)] == [True]
    assert {p.state for p in rows(ws, ContactPoint)} == {ContactState.OPTED_OUT}


def test_what_a_record_says_of_its_status_is_where_its_history_begins(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1, status="hired")
    attempts(ws, [tried("R1", now - 5 * DAY)], now)
    attempts(ws, [tried("R1", now - 4 * DAY)], now, "more.jsonl")
    assert [c.status for c in rows(ws, Candidate)] == [Status.HIRED]


def test_what_a_person_has_recorded_here_outweighs_an_old_log_and_keeps_its_history(
    ws: Workspace, now: datetime
) -> None:
    with_people(ws, now, 1)
    attempts(ws, [tried("R1", now - 9 * DAY)], now)
    log_call(ws, candidate="候选人1", outcome=CallOutcome.ANSWERED, now=now)
    attempts(ws, [tried("R1", now - 8 * DAY, "NOT_INTERESTED")], now, "more.jsonl")
    assert [c.status for c in rows(ws, Candidate)] == [Status.CONTACTED]
    moves = [m.to_status for m in rows(ws, StatusChange, StatusChange.at)]
    assert moves == [Status.FOLLOW_UP, Status.CONTACTED]


@on_both
def test_what_a_log_says_later_than_the_last_move_here_counts(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 2)
    for who in ("候选人1", "候选人2"):
        log_call(ws, candidate=who, outcome=CallOutcome.NO_ANSWER, now=now - 3 * DAY)
    attempts(ws, [tried("R1", now - DAY, "NOT_INTERESTED"), tried("R2", now - 4 * DAY, "NOT_INTERESTED")], now)
    assert {c.name: c.status for c in rows(ws, Candidate)} == {"候选人1": Status.NOT_HIRED, "候选人2": Status.FOLLOW_UP}
    assert {m.state for m in rows(ws, OutboxMessage)} == {MessageState.CANCELLED, MessageState.PLANNED}
    attempts(ws, [tried("R1", now - 2 * DAY, "ANSWERED")], now, "more.jsonl")  # the order of files makes no difference
    moves = [m.to_status for m in rows(ws, StatusChange, StatusChange.at) if m.candidate_id == who_is(ws, "候选人1")]
    assert moves == [Status.FOLLOW_UP, Status.CONTACTED, Status.NOT_HIRED]


@on_both
def test_who_was_given_up_is_in_contact_if_a_log_that_came_after_it_says_that_they_answered(
    ws: Workspace, now: datetime
) -> None:
    with_people(ws, now, 2)
    given_up = [
        {"candidate_id": c.candidate_id, "from_status": Status.NEW, "to_status": Status.LOST, "event": Event.GIVEN_UP,
         "at": now - HOUR, "actor": "policy", "detail": {}}
        for c in rows(ws, Candidate)
    ]  # fmt: skip
    with ws.writing() as session:
        session.execute(insert(StatusChange), given_up)
        session.execute(update(Candidate).values(status=Status.LOST))
    log = [tried("R1", now - DAY, "ANSWERED"), tried("R2", now - DAY, "NO_ANSWER")]
    for _ in range(2):
        attempts(ws, log, now)
        assert {c.name: c.status for c in rows(ws, Candidate)} == {"候选人1": Status.CONTACTED, "候选人2": Status.LOST}


@on_both
@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("NOT_INTERESTED", set()),
        ("OPTED_OUT", set()),
        ("BOOKED", set()),
        ("ANSWERED", {ReminderKind.CALL_BACK}),
        ("NO_ANSWER", {ReminderKind.CALL, ReminderKind.CALL_BACK}),
    ],
)
def test_who_declines_or_answers_in_a_log_is_not_reminded_of_a_call(
    ws: Workspace, now: datetime, word: str, left: set[ReminderKind]
) -> None:
    with_people(ws, now, 1)
    [one] = rows(ws, Candidate)
    promised = now + HOUR
    with ws.writing() as session:
        for kind in (ReminderKind.CALL, ReminderKind.CALL_BACK):
            session.add(
                Reminder(dedupe_key=kind.value, candidate_id=one.candidate_id, kind=kind, state=ReminderState.OPEN,
                         due_at=promised, remind_at=promised, reason="", created_at=now - DAY)
            )  # fmt: skip
        session.execute(update(Candidate).values(promised_at=promised, next_call_at=promised))
    attempts(ws, [tried("R1", now - 30 * DAY, word)], now)
    assert {r.kind for r in rows(ws, Reminder) if r.state is ReminderState.OPEN} == left
    assert [(c.promised_at, c.next_call_at) for c in rows(ws, Candidate)] == [(promised if left else None,) * 2]


def test_nobody_signs_as_imports_do(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    with pytest.raises(UsageError, match="your own name"):
        log_call(ws, candidate="候选人1", outcome=CallOutcome.BOOKED, now=now, actor="import")
    assert not rows(ws, Attempt)


def who_is(ws: Workspace, name: str) -> str:
    return next(c.candidate_id for c in rows(ws, Candidate) if c.name == name)


@on_both
def test_of_two_events_with_one_id_the_first_stays_and_flags_are_read_in_many_spellings(
    ws: Workspace, now: datetime
) -> None:
    with_people(ws, now)
    at = (now - DAY).isoformat()
    lines = [
        {"event_id": "e1", "record_id": "R1", "at_utc": at, "event": "jd_view", "machine": "1.0"},
        {"event_id": "e1", "record_id": "R2", "at_utc": at, "event": "mail_open", "machine": 0},
        {"event_id": "e2", "record_id": "R2", "at_utc": at, "event": "mail_open", "machine": "是"},
        {"event_id": "e3", "record_id": "R3", "at_utc": at, "event": "mail_open", "machine": ""},
        {"event_id": "e4", "record_id": "R3", "at_utc": at, "event": "mail_click", "machine": "perhaps"},
    ]
    done = import_events(ws, written(ws, "events.jsonl", lines), now=now)
    assert (done.stored, done.known, done.refused) == (3, 1, 1)
    assert {(e.event_id, e.event, e.is_machine) for e in rows(ws, BehaviourEvent)} == {
        ("e1", "jd_view", True),
        ("e2", "mail_open", True),
        ("e3", "mail_open", False),
    }
    assert "machine 'perhaps' is neither 0 nor 1" in Path(done.report).read_text(encoding="utf-8-sig")


@on_both
def test_behaviour_comes_in_once_with_machines_marked(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    at = (now - DAY).isoformat()
    lines: list[Row | str] = [
        {"record_id": "R1", "at_utc": at, "event": "JD_view"},
        {"record_id": "R1", "at_utc": at, "event": "jd_view "},
        {"record_id": "R1", "at_utc": at, "event": "mail_open", "machine": 1},
        {"record_id": "R1", "at_utc": at, "event": "mail_open", "machine": "0", "event_id": "o2"},
        {"record_id": "R1", "at_utc": "", "event": "mail_open"},
        {"record_id": "R1", "at_utc": at, "event": "e" * 60},
        {"record_id": "R9", "at_utc": at, "event": "mail_open"},
    ]
    summary = import_events(ws, written(ws, "events.jsonl", lines), now=now)
    assert [line["message"][:12] for line in report_of(summary) if line["outcome"] == "refused"] == [
        "at_utc '' is",
        "event 'eeeee",
        "no record or",
    ]
    again = import_events(ws, written(ws, "events.jsonl", lines), now=now)
    assert (again.stored, again.refused) == (0, 3)
    stored = rows(ws, BehaviourEvent, BehaviourEvent.id)
    assert [(e.event, e.is_machine) for e in stored] == [("jd_view", False), ("mail_open", True), ("mail_open", False)]


def test_a_row_of_the_future_is_refused_with_a_reason_in_either_log(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    times = [(now + timedelta(minutes=minutes)).isoformat() for minutes in (2, 30, 60 * 24 * 400)]
    seen = [{"record_id": "R1", "at_utc": at, "event": "jd_view"} for at in times]
    done = import_events(ws, written(ws, "events.jsonl", seen), now=now)
    assert (done.stored, done.refused) == (1, 2)  # two minutes ahead is a clock that goes fast
    assert all("in the future; correct its date" in line["message"] for line in report_of(done)[1:])
    assert len(rows(ws, BehaviourEvent)) == 1
    calls = [{"record_id": "R1", "started_at_utc": at, "disposition": "NO_ANSWER"} for at in times]
    done = import_attempts(ws, written(ws, "calls.jsonl", calls), now=now, times="utc")
    assert (done.stored, done.refused) == (1, 2)
    assert all("in the future; correct its date" in line["message"] for line in report_of(done)[1:])


@on_both
def test_another_call_under_an_id_that_is_in_is_told_and_the_same_again_is_not(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    at = now - 10 * DAY
    lines: list[Row | str] = [
        tried("R1", at, event_id="a"),
        tried("R1", at, event_id="a", note="the same again"),
        tried("R2", at, event_id="a"),
        tried("R1", at + HOUR, "ANSWERED", event_id="a"),
    ]
    first = report_of(attempts(ws, lines, now, times="utc"))
    assert [(line["outcome"], line["code"]) for line in first] == [
        ("stored", ""),
        ("known", ""),
        ("known", "note"),
        ("known", "note"),
    ]
    assert f"has another person's NO_ANSWER of {at:%Y-%m-%d %H:%M} UTC already" in first[2]["message"]
    assert "has this person's NO_ANSWER" in first[3]["message"]
    again = report_of(attempts(ws, lines, now, times="utc"))  # now it is the database that knows them
    assert [line["code"] for line in again] == ["", "", "note", "note"]
    seen = [{"event_id": "v", "record_id": who, "at_utc": at.isoformat(), "event": "jd_view"} for who in ("R1", "R2")]
    told = report_of(import_events(ws, written(ws, "events.jsonl", seen), now=now))
    assert [line["code"] for line in told] == ["", "note"]
    assert "another person's jd_view" in told[1]["message"]


@on_both
def test_a_number_is_wrong_since_it_was_first_said_to_be(ws: Workspace, now: datetime) -> None:
    """What is said again later must not make it good again for whoever looks at the time between."""
    with_people(ws, now, 2)
    lines: list[Row | str] = [
        tried("R1", now - 20 * DAY, "WRONG_NUMBER"),
        tried("R2", now - 20 * DAY, "WRONG_NUMBER"),
        tried("R2", now - 10 * DAY, "ANSWERED"),
    ]
    attempts(ws, lines, now, name="old.jsonl", times="utc")
    attempts(ws, [tried(who, now - DAY, "WRONG_NUMBER") for who in ("R1", "R2")], now, name="new.jsonl", times="utc")
    points = {one.candidate_id: one for one in rows(ws, ContactPoint)}
    assert points[who_is(ws, "候选人1")].updated_at == now - 20 * DAY
    assert points[who_is(ws, "候选人2")].updated_at == now - DAY
    assert {one.state for one in points.values()} == {ContactState.WRONG_NUMBER}


def test_an_empty_date_in_another_systems_writing_is_no_time(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    empty = ["1970-01-01T00:00:00Z", "1899-12-30", "0001-01-01T00:00:00+08:00", "1999-12-31T23:59:59Z"]
    lines: list[Row | str] = [{"record_id": "R1", "started_at_utc": at, "disposition": "ANSWERED"} for at in empty]
    done = attempts(ws, [*lines, tried("R1", datetime(2000, 1, 1, tzinfo=now.tzinfo))], now)
    assert (done.stored, done.refused) == (1, 4)
    seen = [{"record_id": "R1", "at_utc": at, "event": "jd_view"} for at in empty]
    done = import_events(ws, written(ws, "events.jsonl", seen), now=now)
    assert (done.stored, done.refused) == (0, 4)
    assert "1970-01-01 stands for an empty date" in report_of(done)[0]["message"]


def test_the_words_of_telephone_systems_for_channel_and_direction_are_understood(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    pairs = [
        ("Phone", "Outbound"),
        ("电话", "呼入"),
        ("SMS", "incoming"),
        ("E-mail", ""),
        ("fax", "out"),
        ("call", "up"),
    ]
    lines: list[Row | str] = [
        tried("R1", now - n * DAY, channel=channel, direction=direction)
        for n, (channel, direction) in enumerate(pairs, 1)
    ]
    done = attempts(ws, lines, now)
    assert [line["message"][:27] for line in report_of(done)[-2:]] == [
        "channel 'fax' is not known;",
        "direction 'up' is not known",
    ]
    assert [(one.channel.value, one.direction.value) for one in rows(ws, Attempt, Attempt.started_at.desc())] == [
        ("call", "out"),
        ("call", "in"),
        ("sms", "in"),
        ("email", "out"),
    ]


def test_the_id_of_a_record_is_found_under_candidate_id_too(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    line = tried("R1", now - DAY)
    line["candidate_id"] = line.pop("record_id")
    assert attempts(ws, [line], now).stored == 1


def test_behaviour_is_counted_however_its_word_is_put_together(ws: Workspace, now: datetime) -> None:
    with_people(ws, now, 1)
    words = ("JD View", "jd-view", " mail  open ")
    seen = [{"event_id": w, "record_id": "R1", "at_utc": (now - DAY).isoformat(), "event": w} for w in words]
    import_events(ws, written(ws, "events.jsonl", seen), now=now)
    assert [one.event for one in rows(ws, BehaviourEvent, BehaviourEvent.id)] == ["jd_view", "jd_view", "mail_open"]


@pytest.mark.parametrize("name", ["nothing.csv", "calls.pdf"])
def test_a_file_that_cannot_be_imported_is_wrong_use(ws: Workspace, now: datetime, name: str) -> None:
    if name.endswith("pdf"):
        (ws.settings.home / name).write_bytes(b"%PDF")
    with pytest.raises(UsageError, match=name):
        import_attempts(ws, ws.settings.home / name, now=now)


def test_an_empty_file_is_an_empty_import(ws: Workspace, now: datetime) -> None:
    path = ws.settings.home / "calls.csv"
    path.write_text("", encoding="utf-8")
    assert import_attempts(ws, path, now=now).rows == 0


def shifted(ws: Workspace, now: datetime, n: int = 300) -> list[Row]:
    """Calls between 9 and 19 o'clock in Shanghai, written as if that were UTC."""
    start = (now - 60 * DAY).replace(hour=0, minute=0, second=0, microsecond=0)
    return [tried(f"R{i % 3 + 1}", start + i // 10 * DAY + (9 + i % 10) * HOUR, event_id=f"s{i}") for i in range(n)]


@on_both
def test_local_times_that_were_labelled_utc_are_taken_as_what_they_are(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    assert attempts(ws, shifted(ws, now), now).times == "local"
    hours = {one.started_at.hour for one in rows(ws, Attempt)}
    assert hours == set(range(1, 11))  # 9 to 18 in Shanghai


@on_both
def test_a_log_is_utc_if_it_says_so_or_its_hours_do_not_tell(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    assert attempts(ws, shifted(ws, now), now, times="utc").times == "utc"
    assert {one.started_at.hour for one in rows(ws, Attempt)} == set(range(9, 19))
    few = [tried("R1", now - 5 * DAY, event_id="few")]
    assert attempts(ws, few, now).times == "utc"


@on_both
def test_a_call_in_a_window_that_was_drawn_at_random_counts_as_one_whoever_made_it(
    ws: Workspace, now: datetime
) -> None:
    with_people(ws, now)
    ids = [one.candidate_id for one in rows(ws, Candidate)]
    with ws.writing() as session:
        for number, candidate_id in enumerate(sorted(ids)):
            session.add(
                CallWindow(
                    candidate_id=candidate_id, rank=1, p_answer=0.2, p_low=0.1, p_high=0.3, is_random=number > 0,
                    propensity=0.01,
                    slot=CallSlot(
                        slot_id=number, starts_at=now - 5 * HOUR, ends_at=now - 4 * HOUR, starts_at_local="", n_calls=9,
                        reason="", as_of=now - DAY,
                    ),
                )
            )  # fmt: skip
    first, second, third = sorted(ids)
    lines = [
        {"candidate_id": who, "started_at_utc": (now - ago).isoformat(), "disposition": "NO_ANSWER"}
        for who, ago in ((first, 4.5 * HOUR), (second, 4.5 * HOUR), (third, 3 * HOUR))
    ]
    attempts(ws, lines, now)
    told = {one.candidate_id: (one.was_random_window, one.window_propensity) for one in rows(ws, Attempt)}
    assert told == {first: (False, 0.01), second: (True, 0.01), third: (False, None)}


def test_columns_of_a_log_that_are_not_known_are_named_once(ws: Workspace, now: datetime) -> None:
    with_people(ws, now)
    lines = [tried("R1", now - 5 * DAY, agent="ann", mood="good"), tried("R2", now - 5 * DAY, mood="bad")]
    done = attempts(ws, lines, now)
    assert done.unknown_columns == {"agent": "agent_id", "mood": None}
    assert "Columns that are not known: agent (agent_id?), mood. " in done.note
    assert [line["outcome"] for line in report_of(done)] == ["stored", "stored"]  # a line for each row, and no other
    assert attempts(ws, [tried("R1", now - DAY)], now, "more.jsonl").unknown_columns == {}


def test_of_names_without_end_the_first_thousand_are_kept_and_those_that_are_known(
    ws: Workspace, now: datetime
) -> None:
    with_people(ws, now)
    strange = [{**tried("R1", now - 5 * DAY), **{f"k{i}_{j}": 1 for j in range(60)}} for i in range(20)]
    lines = [{**line, "event_id": f"e{i}"} for i, line in enumerate(strange)]
    done = attempts(ws, [*lines, {**tried("R2", now - 4 * DAY), "note": "rang twice"}], now)
    assert (done.stored, len(done.unknown_columns), done.has_more_columns) == (21, 1000, True)
    assert " and more than 970 more." in done.note
