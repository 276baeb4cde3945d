"""What a person does with one candidate: look at the story, merge, take apart, erase."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from ringback.actions.duplicates import review_duplicate
from ringback.actions.followup import log_call
from ringback.actions.import_candidates import store_rows
from ringback.actions.ingest import ingest_drop
from ringback.actions.people import erase, merge, split, story_of
from ringback.actions.resolve import resolve_pending
from ringback.actions.void_call import void_call
from ringback.channels.base import OutgoingMessage, Ring
from ringback.channels.console import ConsoleCaller, ConsoleFile, ConsoleSender
from ringback.errors import NotFoundError, UsageError
from ringback.identity.imported_columns import RowMapping
from ringback.reports.people import entry_lines, erased_sentence, headline, split_sentence, story_markdown
from ringback.rules.status import DISPOSITION_OF_OUTCOME
from ringback.store.queries.timeline import Entry
from ringback.workspace import Workspace
from schemas.tables import (
    Attempt,
    AuditEntry,
    Candidate,
    ContactPoint,
    IntakeFile,
    MatchDecision,
    OutboxMessage,
    SourceRecord,
)
from schemas.words import (
    CallOutcome,
    Channel,
    Direction,
    Disposition,
    DuplicateVerdict,
    Happened,
    MessageState,
    Refusal,
    Status,
)

NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ZHANG = {"record_id": "a", "name": "张伟民", "phones": ["13800138001"], "consent": "yes"}
WANG = {"record_id": "b", "name": "王芳", "phones": ["13900139001"]}


def two_people(ws: Workspace) -> None:
    list(store_rows(ws, iter(enumerate((ZHANG, WANG))), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    log_call(ws, candidate="王芳", outcome=CallOutcome.NO_ANSWER, now=NOW, note="rang long", actor="ann")


def test_a_part_of_a_name_shows_a_story_and_erases_nobody(ws: Workspace) -> None:
    two_people(ws)
    assert story_of(ws, "伟民").name == "张伟民"
    with pytest.raises(NotFoundError, match="张伟民"):
        erase(ws, candidate="伟民", is_confirmed=True, actor="ann", now=NOW)
    assert story_of(ws, "张伟民").name == "张伟民"


def test_the_story_tells_calls_status_consent_and_the_merge(ws: Workspace) -> None:
    two_people(ws)
    decided = merge(
        ws, candidate="张伟民", other="13900139001", note="she said so", is_confirmed=True, actor="ann", now=NOW
    )
    story = story_of(ws, decided.candidate_id_a)
    assert {record.record_id for record in story.records} == {"a", "b"}
    with ws.reading() as session:
        ended = session.scalars(select(Candidate.candidate_id).where(Candidate.merged_into.is_not(None))).one()
    assert story_of(ws, ended[:8]).candidate_id == story.candidate_id  # the beginning of an id that ended leads on too
    kinds = [entry.kind for entry in story.entries]
    for kind in (
        Happened.RESUME,
        Happened.CALL,
        Happened.STATUS,
        Happened.CONSENT,
        Happened.IDENTITY,
        Happened.DECISION,
    ):
        assert kind in kinds
    page = story_markdown(story, timezone="Asia/Shanghai")
    assert headline(story).removesuffix(f" · {story.candidate_id}") in page
    assert f"`{story.candidate_id}`" in page
    assert "13800138001" not in page
    assert "手机 / Phone +86…8001" in page
    assert "+8613800138001" in story_markdown(story, timezone="Asia/Shanghai", is_revealed=True)
    for words in (
        f"({ended[:8]})",
        "无人接听",
        "rang long",
        "同意联系",
        "合并 / merged with",
        "she said so",
        "2026-11-23 12:00",
    ):
        assert words in page
    told = Entry(NOW, Happened.INTERVIEW, "约定 / Booked", is_for=datetime(2026, 11, 25, 2, 30, tzinfo=UTC))
    [line] = entry_lines(replace(story, entries=[told]), timezone="Asia/Shanghai")
    assert line.endswith("约定 / Booked · 2026-11-25 10:30")
    assert [entry.at for entry in story.entries] == sorted((e.at for e in story.entries), reverse=True)
    parted = split(ws, candidate=story.candidate_id, record_ids=["b"], actor="ann", now=NOW)
    assert not parted.is_one_person
    after = story_markdown(story_of(ws, "13900139001"), timezone="Asia/Shanghai")
    assert "rang long" in after
    assert "拆分 / parted from" in after
    assert "rang long" not in story_markdown(story_of(ws, "13800138001"), timezone="Asia/Shanghai")


def test_who_was_merged_away_is_found_by_name_id_and_record_and_so_is_refused_consent(ws: Workspace) -> None:
    two_people(ws)
    ids = {name: story_of(ws, name).candidate_id for name in ("张伟民", "王芳")}
    lead = merge(ws, candidate="张伟民", other="王芳", is_confirmed=True, actor="ann", now=NOW).candidate_id_a
    [ended] = set(ids.values()) - {lead}
    shown = story_of(ws, lead).name
    [gone] = {"张伟民", "王芳"} - {shown}  # the profile of the two bears one of the names
    for wanted in (gone, gone[:1]):
        story = story_of(ws, wanted)
        assert (story.candidate_id, story.formerly) == (lead, gone)
        assert headline(story).startswith(f"{gone} 已并入 / is part of: {shown}")
    for wanted in (ended, ended[:8]):
        story = story_of(ws, wanted)
        assert story.candidate_id == lead
        assert story.formerly in (gone, ended)
    assert story_of(ws, shown or "").formerly is None
    assert {story_of(ws, record).candidate_id for record in ("a", "b")} == {lead}
    assert story_of(ws, lead).formerly is None
    assert "refused" not in headline(story_of(ws, lead))
    list(store_rows(ws, iter([(1, WANG | {"consent": "no"})]), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    assert "不同意联系 / consent refused" in headline(story_of(ws, lead))
    split(ws, candidate="王芳", record_ids=["b"], actor="ann", now=NOW)
    assert story_of(ws, "王芳").formerly is None
    with pytest.raises(NotFoundError, match="No candidate fits"):
        story_of(ws, "no-such-record")


def test_a_split_that_takes_away_what_held_the_others_says_so(ws: Workspace) -> None:
    two_people(ws)
    list(
        store_rows(
            ws,
            iter([(2, {"record_id": "c", "name": "李娜", "phones": ["13700137001"]})]),
            mapping=RowMapping(),
            now=NOW,
        )
    )
    resolve_pending(ws, now=NOW)
    alone = {story_of(ws, phone).candidate_id: record for phone, record in (("13800138001", "a"), ("13900139001", "b"))}
    lead = merge(
        ws, candidate="13800138001", other="13900139001", is_confirmed=True, actor="ann", now=NOW
    ).candidate_id_a
    whole = merge(ws, candidate=lead, other="13700137001", is_confirmed=True, actor="ann", now=NOW).candidate_id_a
    parted = split(ws, candidate=whole, record_ids=[alone[lead]], actor="ann", now=NOW)
    assert "these records are 3 people now" in split_sentence(parted)
    assert len({story_of(ws, phone).candidate_id for phone in ("13800138001", "13900139001", "13700137001")}) == 3


@pytest.mark.parametrize(
    ("before", "mistake", "stands"),
    [
        (CallOutcome.WRONG_NUMBER, CallOutcome.NO_ANSWER, Status.FOLLOW_UP),
        (CallOutcome.ANSWERED, CallOutcome.NO_ANSWER, Status.CONTACTED),
        (CallOutcome.NO_ANSWER, CallOutcome.ANSWERED, Status.FOLLOW_UP),
        (CallOutcome.NOT_INTERESTED, CallOutcome.ANSWERED, Status.NOT_HIRED),
        (None, CallOutcome.ANSWERED, Status.FOLLOW_UP),
    ],
)
def test_a_call_of_before_the_merge_is_taken_back_and_what_the_other_candidate_had_come_to_stands(
    ws: Workspace, before: CallOutcome | None, mistake: CallOutcome, stands: Status
) -> None:
    two_people(ws)  # 王芳 did not answer
    if before is not None:
        log_call(ws, candidate="王芳", outcome=before, now=NOW + timedelta(minutes=1))
    log_call(ws, candidate="张伟民", outcome=mistake, now=NOW + timedelta(minutes=2))
    lead = merge(
        ws, candidate="张伟民", other="王芳", is_confirmed=True, actor="ann", now=NOW + timedelta(minutes=3)
    ).candidate_id_a
    done = void_call(ws, candidate=lead, reason="somebody else", now=NOW + timedelta(minutes=4))
    assert (done.disposition, done.status) == (DISPOSITION_OF_OUTCOME[mistake], stands)


def test_a_call_of_after_the_merge_is_taken_back_from_where_the_one_person_stood(ws: Workspace) -> None:
    two_people(ws)
    log_call(ws, candidate="王芳", outcome=CallOutcome.ANSWERED, now=NOW + timedelta(minutes=1))
    lead = merge(
        ws, candidate="张伟民", other="王芳", is_confirmed=True, actor="ann", now=NOW + timedelta(minutes=2)
    ).candidate_id_a
    log_call(ws, candidate=lead, outcome=CallOutcome.NOT_INTERESTED, now=NOW + timedelta(minutes=3))
    log_call(ws, candidate=lead, outcome=CallOutcome.BOOKED, now=NOW + timedelta(minutes=4))
    assert void_call(ws, candidate=lead, reason="not theirs", now=NOW + timedelta(minutes=5)).status is Status.NOT_HIRED


def test_two_who_share_nothing_are_only_merged_when_somebody_says_so(ws: Workspace) -> None:
    two_people(ws)
    with pytest.raises(UsageError, match=r"share no name, phone, mail or id.*--yes"):
        merge(ws, candidate="张伟民", other="王芳", actor="ann", now=NOW)
    assert len({story_of(ws, name).candidate_id for name in ("张伟民", "王芳")}) == 2
    assert merge(ws, candidate="张伟民", other="王芳", is_confirmed=True, actor="ann", now=NOW).is_one_person


def test_two_of_one_name_are_merged_at_once(ws: Workspace) -> None:
    rows = [ZHANG, {"record_id": "z", "name": "Zhang Weimin", "phones": ["13700137001"], "employer": "Elsewhere"}]
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    assert merge(ws, candidate="13800138001", other="13700137001", actor="ann", now=NOW).is_one_person


def test_a_merge_that_makes_no_sense_is_refused(ws: Workspace) -> None:
    two_people(ws)
    with pytest.raises(UsageError, match="one person already"):
        merge(ws, candidate="张伟民", other="13800138001", is_confirmed=True, actor="ann", now=NOW)
    with pytest.raises(NotFoundError, match="No candidate fits"):
        merge(ws, candidate="张伟民", other="李四", is_confirmed=True, actor="ann", now=NOW)


def test_an_erased_candidate_leaves_no_trace_not_even_the_original(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    for name, phone in (("欧阳静怡", "13800138011"), ("司马文博", "13800138012")):
        path = ws.drop / "boss" / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"姓名：{name}\n电话：{phone}\n现居：上海\n工作经历\n2019-至今 海岳公司 会计\n教育经历\n复旦大学 本科\n"
        )
    ingest_drop(ws, clock=lambda: NOW)
    with ws.reading() as session:
        assert session.scalar(select(func.count()).select_from(Candidate)) == 2
    log_call(ws, candidate="欧阳静怡", outcome=CallOutcome.NO_ANSWER, now=NOW)
    shown = erase(ws, candidate="欧阳静怡", is_confirmed=False, actor="ann", now=NOW)
    assert (shown.is_preview, shown.n_records, shown.n_theirs) == (True, 1, 1)
    assert "would erase 1 of the 1 records of 欧阳静怡" in erased_sentence(shown)
    assert story_of(ws, "欧阳静怡").candidate_id == shown.candidate_id
    with pytest.raises(UsageError, match="Not a record of this candidate: no-such"):
        erase(ws, candidate="欧阳静怡", record_ids=["no-such"], is_confirmed=True, actor="ann", now=NOW)
    erased = erase(ws, candidate="欧阳静怡", is_confirmed=True, actor="ann", now=NOW)
    assert (erased.n_records, len(erased.files_deleted), erased.files_kept) == (1, 1, [])
    everything = [path for path in ws.settings.home.rglob("*") if path.is_file()]
    assert not [path for path in everything if "欧阳静怡" in path.name or holds(path, "13800138011")]
    assert [path for path in everything if holds(path, "13800138012")]  # the other one's original is still there
    with ws.reading() as session:
        assert session.scalars(select(Candidate.name)).all() == ["司马文博"]
        assert session.scalar(select(func.count()).select_from(Attempt)) == 0
        assert session.scalar(select(func.count()).select_from(IntakeFile)) == 1
        assert session.scalar(select(func.count()).select_from(SourceRecord)) == 1
    with pytest.raises(NotFoundError):
        story_of(ws, "欧阳静怡")


def test_an_erased_file_that_is_dropped_again_is_a_new_one_and_can_be_erased_again(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    content = (
        "姓名：欧阳静怡\n电话：13800138011\n现居：上海\n工作经历\n2019-至今 海岳公司 会计\n教育经历\n复旦大学 本科\n"
    )
    for n in (1, 2):
        path = ws.drop / "boss" / f"欧阳静怡{n}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content)
        done = ingest_drop(ws, clock=lambda: NOW)
        assert (done.candidates_new, done.files_known) == (1, 0)  # not by the way: it is counted as somebody new
        log_call(ws, candidate="欧阳静怡", outcome=CallOutcome.OPTED_OUT, now=NOW)
        erase(ws, candidate="欧阳静怡", is_confirmed=True, actor="ann", now=NOW)
        everything = [path for path in ws.settings.home.rglob("*") if path.is_file()]
        assert not [path for path in everything if "欧阳静怡" in path.name or holds(path, "13800138011")]
        with ws.reading() as session:
            assert session.scalar(select(func.count()).select_from(IntakeFile)) == 0


def test_erasing_takes_ids_notes_and_what_was_written_to_them(ws: Workspace) -> None:
    rows = [ZHANG | {"record_id": "13800138001"}, WANG]
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    review_duplicate(
        ws, record_id_a="13800138001", record_id_b="b", verdict=DuplicateVerdict.DIFFERENT, note="zhang told me",
        actor="ann", now=NOW,
    )  # fmt: skip
    numbers = {"张伟民": "+8613800138001", "王芳": "+8613900139001"}
    sender, caller = ConsoleSender(ConsoleFile(ws.outbox), "console:sms"), ConsoleCaller(ConsoleFile(ws.outbox))
    written = {}
    for name, number in numbers.items():
        log_call(ws, candidate=name, outcome=CallOutcome.NO_ANSWER, now=NOW)
        with ws.reading() as session:
            query = select(OutboxMessage).join(Candidate, Candidate.candidate_id == OutboxMessage.candidate_id)
            row = session.scalars(query.where(Candidate.name == name)).one()
            text = f"{name}，您好\n\n请回电"
            written[name] = OutgoingMessage(row.message_id, 1, Channel.SMS, number, text, row.marker)
        sender.send(written[name])
        caller.ring(Ring("+8613700137001", number))
    erase(ws, candidate="张伟民", is_confirmed=True, actor="ann", now=NOW)
    with ws.reading() as session:
        assert session.scalar(select(func.count()).select_from(MatchDecision)) == 0
        assert not [one for one in session.scalars(select(SourceRecord.record_id)) if "138" in one and len(one) < 32]
        assert not [s for s in session.scalars(select(AuditEntry.subject)) if s and "13800138001" in s]
    for name in ("console.jsonl", "console.txt"):
        text = (ws.outbox / name).read_text("utf-8")
        assert "13800138001" not in text
        assert "张伟民" not in text
        assert "13900139001" in text
    for message in written.values():  # that they were accepted stays known
        assert ConsoleSender(ConsoleFile(ws.outbox), "console:sms").look_up(message) is not None
    again, _ = store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW)
    assert (again.outcome, again.code) == ("refused", "erased")


def test_erasing_one_record_leaves_nothing_of_it_on_the_person(ws: Workspace) -> None:
    old = {"record_id": "t1", "name": "林冲", "phones": ["13800138001"], "received_at_utc": "2026-01-01T00:00:00Z"}
    new = {
        "record_id": "t2", "name": "Lin Chong", "phones": ["13800138001", "13900139009"], "emails": ["lin@example.com"],
        "current_employer": "梁山泊集团", "city": "济南", "received_at_utc": "2026-06-01T00:00:00Z",
    }  # fmt: skip
    list(store_rows(ws, iter(enumerate((old, new))), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    assert len(story_of(ws, "林冲").records) == 2
    log_call(ws, candidate="lin@example.com", outcome=CallOutcome.NO_ANSWER, now=NOW)
    with ws.writing() as session:
        for message in session.scalars(select(OutboxMessage)):
            message.state = MessageState.CANCELLED
    erase(ws, candidate="林冲", record_ids=["t2"], is_confirmed=True, actor="ann", now=NOW)
    with ws.reading() as session:
        [person] = session.scalars(select(Candidate).where(Candidate.merged_into.is_(None)))
        assert (person.name, person.employer, person.city) == ("林冲", None, None)
        values = session.scalars(select(ContactPoint.value)).all()
        assert values == ["+8613800138001"]
        ended = session.scalars(select(Candidate.name).where(Candidate.merged_into.is_not(None))).all()
        assert set(ended) <= {None}
    for lost in ("梁山泊集团", "lin@example.com"):
        with pytest.raises(NotFoundError):
            story_of(ws, lost)


def test_an_import_does_not_bring_an_erased_record_back_nor_forget_who_asked_to_be_left_alone(ws: Workspace) -> None:
    row = {"record_id": "x", "name": "欧阳静怡", "phones": ["13800138021"], "do_not_contact": "yes"}
    list(store_rows(ws, iter(enumerate((row,))), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    erase(ws, candidate="欧阳静怡", is_confirmed=True, actor="ann", now=NOW)
    again, anew = store_rows(
        ws, iter(enumerate((row, row | {"record_id": "y", "do_not_contact": "no"}))), mapping=RowMapping(), now=NOW
    )
    assert (again.outcome, again.code, anew.outcome) == ("refused", "erased", "stored")
    resolve_pending(ws, now=NOW)
    result = log_call(ws, candidate="13800138021", outcome=CallOutcome.NO_ANSWER, now=NOW)
    assert result.message_refusal is Refusal.OPTED_OUT


def test_erasing_goes_on_where_others_were_reached_by_the_same_address(ws: Workspace) -> None:
    two_people(ws)
    lead = merge(ws, candidate="张伟民", other="13900139001", is_confirmed=True, actor="ann", now=NOW).candidate_id_a
    with ws.writing() as session:
        point = next(p.id for p in session.scalars(select(ContactPoint)) if p.value == "+8613900139001")
        session.add(
            Attempt(
                event_id="by-the-other-number", candidate_id=lead, source_record_id=None, contact_point_id=point,
                channel=Channel.CALL, direction=Direction.OUT, started_at=NOW, disposition=Disposition.NO_ANSWER,
                agent_id=None, duration_seconds=None, template_id=None, note=None, window_propensity=None, recorded_at=NOW,
            )
        )  # fmt: skip
    split(ws, candidate=lead, record_ids=["b"], actor="ann", now=NOW)
    for number in ("13800138001", "13900139001"):
        assert erase(ws, candidate=number, is_confirmed=True, actor="ann", now=NOW).n_records == 1


def test_a_corrected_number_comes_before_the_old_one(ws: Workspace) -> None:
    row = {"record_id": "x", "name": "欧阳静怡", "phones": ["13800138021"]}
    for number in ("13800138021", "13800138022"):
        list(store_rows(ws, iter(enumerate((row | {"phones": [number]},))), mapping=RowMapping(), now=NOW))
        resolve_pending(ws, now=NOW)
    with ws.reading() as session:
        phones = session.scalars(select(ContactPoint.value).order_by(ContactPoint.rank)).all()
    assert phones == ["+8613800138022", "+8613800138021"]


def test_what_was_done_under_a_number_while_two_were_one_goes_with_the_number(ws: Workspace) -> None:
    list(store_rows(ws, iter(enumerate((ZHANG, WANG))), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)
    numbers = {"a": "+8613800138001", "b": "+8613900139001"}
    lead = merge(
        ws, candidate="13800138001", other="13900139001", is_confirmed=True, actor="ann", now=NOW
    ).candidate_id_a
    with ws.writing() as session:
        points = {point.value: point.id for point in session.scalars(select(ContactPoint))}
        record = session.scalar(select(SourceRecord.id).order_by(SourceRecord.id).limit(1))
        for name, number in numbers.items():
            session.add(
                Attempt(
                    event_id=f"to-{name}", candidate_id=lead, source_record_id=record, contact_point_id=points[number],
                    channel=Channel.CALL, direction=Direction.OUT, started_at=NOW, disposition=Disposition.NO_ANSWER,
                    agent_id=None, duration_seconds=None, template_id=None, note=f"rang {name}", window_propensity=None,
                    recorded_at=NOW,
                )
            )  # fmt: skip
    assert {"rang a", "rang b"} <= notes_of(ws, lead)
    split(ws, candidate=lead, record_ids=["b"], actor="ann", now=NOW)
    assert {name: notes_of(ws, number) for name, number in numbers.items()} == {"a": {"rang a"}, "b": {"rang b"}}
    merge(ws, candidate=numbers["a"], other=numbers["b"], is_confirmed=True, actor="ann", now=NOW)
    assert notes_of(ws, numbers["a"]) == {"rang a", "rang b"}


def notes_of(ws: Workspace, candidate: str) -> set[str | None]:
    return {entry.note for entry in story_of(ws, candidate).entries if entry.kind is Happened.CALL}


def test_a_stop_while_two_were_one_counts_for_both_afterwards(ws: Workspace) -> None:
    two_people(ws)
    lead = merge(ws, candidate="张伟民", other="13900139001", is_confirmed=True, actor="ann", now=NOW).candidate_id_a
    log_call(ws, candidate=lead, outcome=CallOutcome.OPTED_OUT, now=NOW)
    split(ws, candidate=lead, record_ids=["b"], actor="ann", now=NOW)
    for number in ("13800138001", "13900139001"):
        assert story_of(ws, number).is_do_not_contact


def test_who_is_being_written_to_is_not_erased_before_the_end_is_known(ws: Workspace) -> None:
    two_people(ws)
    with ws.writing() as session:
        message = session.scalars(select(OutboxMessage)).one()
        message.state = MessageState.IN_DOUBT
    with pytest.raises(UsageError, match="1 messages to these people"):
        erase(ws, candidate="王芳", is_confirmed=True, actor="ann", now=NOW)
    assert story_of(ws, "王芳").records
    with ws.writing() as session:
        session.scalars(select(OutboxMessage)).one().state = MessageState.HELD
    assert erase(ws, candidate="王芳", is_confirmed=True, actor="ann", now=NOW).n_records == 1


def holds(path: Path, text: str) -> bool:
    return text.encode() in path.read_bytes()


def test_of_a_list_only_the_persons_row_goes_and_the_file_is_named(sqlite_ws: Workspace) -> None:
    ws = sqlite_ws
    path = ws.drop / "agency" / "list.csv"
    path.parent.mkdir(parents=True)
    path.write_text("姓名,手机,城市\n欧阳静怡,13800138011,上海\n司马文博,13800138012,北京\n")
    ingest_drop(ws, clock=lambda: NOW)
    first = erase(ws, candidate="欧阳静怡", is_confirmed=True, actor="ann", now=NOW)
    assert (first.n_records, first.files_deleted, len(first.files_kept)) == (1, [], 1)
    second = erase(ws, candidate="司马文博", is_confirmed=True, actor="ann", now=NOW)
    assert (second.n_records, second.files_deleted) == (1, first.files_kept)
