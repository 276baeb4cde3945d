"""What hangs on a person survives merge and un-merge; the stricter state wins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from ringback.actions.duplicates import erase_records, merge_candidates, review_duplicate, split_candidate
from ringback.actions.import_candidates import store_rows
from ringback.actions.pool.standing import FURTHEST
from ringback.actions.resolve import resolve_pending
from ringback.actions.reviews import count_open_reviews, open_reviews
from ringback.actions.standing import move_status, opt_out
from ringback.errors import NotFoundError, UsageError
from ringback.identity.imported import RowMapping
from ringback.reports.duplicates import review_rows, side_by_side
from ringback.store.queries.facts import candidate_facts
from ringback.workspace import Workspace
from schemas.tables import (
    Attempt,
    Candidate,
    Consent,
    ContactPoint,
    MatchDecision,
    Membership,
    ResolutionEvent,
    SourceRecord,
)
from schemas.words import Channel, ContactState, Direction, Disposition, DuplicateVerdict, Event, Status

NOW = datetime(2026, 11, 1, tzinfo=UTC)
ANNA = {
    "record_id": "a",
    "name": "张伟民",
    "phones": ["13800138001"],
    "emails": ["zwm@qq.com"],
    "city": "上海",
    "school": "复旦大学",
    "consent": "yes",
}
BERT = {"record_id": "b", "name": "张伟民", "phones": ["13900139001"], "city": "上海"}
LINA = {
    "record_id": "d",
    "name": "李娜",
    "phones": ["13800138001"],
    "emails": ["lina88@qq.com"],
    "city": "上海",
    "school": "复旦大学",
}
LINK = {"record_id": "c", "name": "张伟民", "phones": ["13900139001"], "emails": ["zwm@qq.com"]}


def add(ws: Workspace, *rows: dict[str, Any]) -> None:
    list(store_rows(ws, iter(enumerate(rows)), mapping=RowMapping(), now=NOW))
    resolve_pending(ws, now=NOW)


def owner_of(ws: Workspace, record_id: str) -> str:
    with ws.reading() as session:
        found = session.scalar(
            select(Membership.candidate_id)
            .join(SourceRecord, SourceRecord.id == Membership.source_record_id)
            .where(SourceRecord.record_id == record_id)
        )
    assert found is not None
    return found


def call(ws: Workspace, candidate_id: str, event_id: str, *, record: str | None = None) -> None:
    with ws.writing() as session:
        record_id = session.scalar(select(SourceRecord.id).where(SourceRecord.record_id == record)) if record else None
        point = session.scalar(
            select(ContactPoint.id).where(ContactPoint.candidate_id == candidate_id, ContactPoint.kind == "phone")
        )
        session.add(
            Attempt(
                event_id=event_id, candidate_id=candidate_id, source_record_id=record_id, contact_point_id=point,
                channel=Channel.CALL, direction=Direction.OUT, started_at=NOW, disposition=Disposition.NO_ANSWER,
                agent_id=None, duration_seconds=None, template_id=None, note="rang", window_propensity=None, recorded_at=NOW,
            )
        )  # fmt: skip


def attempts(ws: Workspace) -> dict[str, str]:
    with ws.reading() as session:
        return dict(session.execute(select(Attempt.event_id, Attempt.candidate_id)).tuples().all())


def set_candidate(ws: Workspace, candidate_id: str, **values: Any) -> None:
    with ws.writing() as session:
        session.execute(update(Candidate).where(Candidate.candidate_id == candidate_id).values(**values))


def states(ws: Workspace, candidate_id: str) -> dict[str, ContactState]:
    with ws.reading() as session:
        query = select(ContactPoint.value, ContactPoint.state).where(ContactPoint.candidate_id == candidate_id)
        return dict(session.execute(query).tuples().all())


def test_a_new_record_that_links_two_people_brings_everything_together(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    assert one != other
    call(ws, one, "e1")
    call(ws, other, "e2", record="b")
    call(ws, other, "e3")
    set_candidate(ws, other, is_do_not_contact=True, status=Status.CONTACTED)
    with ws.writing() as session:
        session.execute(
            update(ContactPoint).where(ContactPoint.candidate_id == other).values(state=ContactState.WRONG_NUMBER)
        )
    add(ws, LINK)
    person = owner_of(ws, "c")
    assert owner_of(ws, "a") == owner_of(ws, "b") == person
    ended = other if person == one else one
    assert set(attempts(ws).values()) == {person}
    assert states(ws, person)["+8613900139001"] is ContactState.WRONG_NUMBER
    assert states(ws, ended) == {}
    with ws.reading() as session:
        row = session.get_one(Candidate, person)
        assert (row.status, row.is_do_not_contact) == (Status.CONTACTED, True)
        assert session.get_one(Candidate, ended).merged_into == person
        kinds = session.execute(select(ResolutionEvent.kind, ResolutionEvent.other_candidate_id)).all()
        assert ("merged", ended) in [tuple(kind) for kind in kinds]
        dangling = session.scalar(
            select(func.count())
            .select_from(Attempt)
            .join(ContactPoint, ContactPoint.id == Attempt.contact_point_id)
            .where(ContactPoint.candidate_id != Attempt.candidate_id)
        )
        assert dangling == 0


def test_unmerging_gives_each_their_own_back(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    call(ws, one, "e1")
    call(ws, other, "e2", record="b")
    call(ws, other, "e3")
    merged = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW)
    assert merged.is_one_person
    assert set(attempts(ws).values()) == {merged.candidate_id_a}
    call(ws, merged.candidate_id_a, "e4", record="b")
    parted = split_candidate(
        ws, candidate_id=merged.candidate_id_a, record_ids=["b"], actor="ann", now=NOW + timedelta(hours=1)
    )
    assert {parted.candidate_id_a, parted.candidate_id_b} == {one, other}
    assert attempts(ws) == {"e1": one, "e2": other, "e3": other, "e4": other}
    assert set(states(ws, one)) == {"+8613800138001", "zwm@qq.com"}
    assert set(states(ws, other)) == {"+8613900139001"}
    with ws.reading() as session:
        assert session.get_one(Candidate, other).merged_into is None
    add(ws, LINK)
    assert owner_of(ws, "a") != owner_of(ws, "b")


def standing_of(ws: Workspace, *candidate_ids: str) -> list[Any]:
    with ws.reading() as session:
        people = [session.get_one(Candidate, candidate_id) for candidate_id in candidate_ids]
        return [
            (p.status, p.owner, p.is_do_not_contact, p.replied_at, p.promised_at, p.next_call_at, p.merged_into)
            for p in people
        ]


def test_unmerging_restores_the_standing_of_both_exactly(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    for lead, ended in ((one, other), (other, one)):  # either of them may lead
        set_candidate(ws, lead, status=Status.FOLLOW_UP, owner="ann", next_call_at=NOW, is_do_not_contact=False)
        set_candidate(ws, ended, status=Status.INTERVIEW_BOOKED, owner="bob", is_do_not_contact=True, replied_at=NOW)
        before = standing_of(ws, one, other)
        person = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW).candidate_id_a
        assert standing_of(ws, person)[0][:3:2] == (Status.INTERVIEW_BOOKED, True)
        review_duplicate(
            ws, record_id_a="a", record_id_b="b", verdict=DuplicateVerdict.REVOKE, note=None, actor="ann", now=NOW
        )
        assert standing_of(ws, one, other) == before
        merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW)
        split_candidate(ws, candidate_id=person, record_ids=["b"], actor="ann", now=NOW)
        assert standing_of(ws, one, other) == before


def test_of_three_made_one_each_can_leave_again(ws: Workspace) -> None:
    third = {"record_id": "t", "name": "张伟民", "phones": ["13700137001"]}
    add(ws, ANNA, BERT, third)
    ids = {record: owner_of(ws, record) for record in ("a", "b", "t")}
    for (record, status), owner in zip(
        {"a": Status.FOLLOW_UP, "b": Status.CONTACTED, "t": Status.HIRED}.items(), ("ann", "bob", "tom"), strict=True
    ):
        set_candidate(ws, ids[record], status=status, owner=owner)
    before = standing_of(ws, *ids.values())
    lead = min(ids, key=lambda record: _uid(ws, record))
    first, second = (record for record in ids if record != lead)
    for record in (first, second):
        merge_candidates(ws, candidate_id=ids[lead], other_candidate_id=ids[record], actor="ann", now=NOW)
    split_candidate(ws, candidate_id=ids[lead], record_ids=[first], actor="ann", now=NOW)
    expected = max((before[list(ids).index(r)][0] for r in (lead, second)), key=list(FURTHEST).index)
    assert standing_of(ws, ids[lead])[0][0] is expected
    split_candidate(ws, candidate_id=ids[lead], record_ids=[second], actor="ann", now=NOW)
    assert standing_of(ws, *ids.values()) == before


def test_what_happened_meanwhile_stays_and_a_stop_counts_for_both(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    set_candidate(ws, other, is_do_not_contact=True, status=Status.FOLLOW_UP)
    set_candidate(ws, one, is_do_not_contact=True, status=Status.FOLLOW_UP)
    person = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW).candidate_id_a
    with ws.writing() as session:
        alive = session.get_one(Candidate, person)
        move_status(session, alive, Event.REPLIED, at=NOW, actor="ann")
        opt_out(session, alive, at=NOW, reason="stop")
    split_candidate(ws, candidate_id=person, record_ids=["b"], actor="ann", now=NOW)
    assert standing_of(ws, person)[0][0] is Status.CONTACTED
    with ws.reading() as session:
        assert session.get_one(Candidate, one).is_do_not_contact
        assert session.get_one(Candidate, other).is_do_not_contact
    for candidate_id in (one, other):
        assert set(states(ws, candidate_id).values()) == {ContactState.OPTED_OUT}


def test_a_stop_on_the_merged_person_outlasts_the_merge(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    person = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW).candidate_id_a
    with ws.writing() as session:
        opt_out(session, session.get_one(Candidate, person), at=NOW, reason="stop")
    split_candidate(ws, candidate_id=person, record_ids=["b"], actor="ann", now=NOW)
    assert standing_of(ws, person)[0][2]
    for candidate_id in (one, other):
        assert set(states(ws, candidate_id).values()) == {ContactState.OPTED_OUT}


def test_what_a_later_record_says_counts_for_the_person_it_joins(ws: Workspace) -> None:
    add(ws, ANNA)
    add(ws, LINK | {"phones": ["13800138001"], "do_not_contact": "yes", "status": "contacted", "owner": "bob"})
    person = owner_of(ws, "a")
    assert owner_of(ws, "c") == person
    assert standing_of(ws, person)[0][:3] == (Status.CONTACTED, "bob", True)


def test_an_address_added_by_hand_goes_where_its_person_goes(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    with ws.writing() as session:
        session.add(
            ContactPoint(candidate_id=other, kind="email", value="x@y.cn", blind=ws.vault.blind("email", "x@y.cn"), tail_blind=None,
                         state=ContactState.GOOD, rank=9, first_seen_at=NOW, updated_at=NOW)
        )  # fmt: skip
    merged = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW)
    assert states(ws, merged.candidate_id_a)["x@y.cn"] is ContactState.GOOD


def consent_of(ws: Workspace, candidate_id: str) -> bool | None:
    with ws.reading() as session:
        return candidate_facts(session, [candidate_id])[candidate_id].has_consent


def test_of_two_records_the_stricter_consent_counts_until_they_part(ws: Workspace) -> None:
    add(ws, ANNA, BERT | {"consent": "no"})
    one, other = owner_of(ws, "a"), owner_of(ws, "b")
    assert (consent_of(ws, one), consent_of(ws, other)) == (True, False)
    merged = merge_candidates(ws, candidate_id=one, other_candidate_id=other, actor="ann", now=NOW).candidate_id_a
    assert consent_of(ws, merged) is False
    split_candidate(ws, candidate_id=merged, record_ids=["b"], actor="ann", now=NOW)
    assert (consent_of(ws, one), consent_of(ws, other)) == (True, False)


def test_the_latest_word_of_a_record_is_its_consent(ws: Workspace) -> None:
    add(ws, ANNA)
    one = owner_of(ws, "a")
    with ws.reading() as session:
        first = session.scalars(select(Consent)).one()
        assert (first.candidate_id, first.is_given, first.source_record_id is not None) == (one, True, True)
    for word in ("yes", "no", "yes"):
        add(ws, ANNA | {"consent": word})
        assert consent_of(ws, one) is (word == "yes")
    with ws.reading() as session:
        words = session.scalars(select(Consent.is_given).order_by(Consent.id)).all()
    assert words == [True, False, True]


def test_a_review_is_shown_side_by_side_without_usable_contacts(ws: Workspace) -> None:
    add(ws, ANNA, LINA)
    row = open_reviews(ws)[0]
    assert {row.a.record_id, row.b.record_id} == {"a", "d"}
    [table] = review_rows([row])
    assert "13800138001" not in str(table)
    assert "zwm@qq.com" not in str(table)
    assert "手机号相同" in row.summary_zh
    assert "different names" in row.summary_en
    assert "家人" in row.why_open_zh
    assert {table["record_id_a"], table["record_id_b"]} == {"a", "d"}
    assert table["像不像 / how alike"].startswith("不太像")
    block = {line["项目 / field"]: (line["记录 A / record A"], line["对比 / compared"]) for line in side_by_side([row])}
    assert block["电话 / phone"] == ("+86138****8001", "✓ 相同 / same")
    assert block["邮箱 / e-mail"][1] == "✗ 不同 / differs"
    assert block["姓名 / name"][1] == "✗ 不同 / differs"
    assert block["学校 / school"] == ("复旦大学", "✓ 相同 / same")
    assert block["编号 / id"][0] == row.a.record_id
    assert count_open_reviews(ws) == 1


def test_a_judged_pair_leaves_the_queue_and_a_revoked_one_comes_back(ws: Workspace) -> None:
    add(ws, ANNA, LINA)
    say = {"record_id_a": "a", "record_id_b": "d", "actor": "ann", "note": "asked her"}
    decided = review_duplicate(ws, verdict=DuplicateVerdict.DIFFERENT, now=NOW, **say)
    assert not decided.is_one_person
    assert open_reviews(ws) == []
    assert review_duplicate(ws, verdict=DuplicateVerdict.SAME, now=NOW, **say).is_one_person
    review_duplicate(ws, verdict=DuplicateVerdict.REVOKE, now=NOW, **say)
    assert len(open_reviews(ws)) == 1
    with pytest.raises(UsageError, match="nothing to take back"):
        review_duplicate(ws, verdict=DuplicateVerdict.REVOKE, now=NOW, **say)
    with pytest.raises(NotFoundError, match="no record zzz"):
        review_duplicate(ws, record_id_a="a", record_id_b="zzz", verdict=DuplicateVerdict.SAME, actor="ann", now=NOW)
    with ws.reading() as session:
        notes = session.scalars(select(MatchDecision.note)).all()
        assert set(notes) == {"asked her"}


def test_wrong_requests_are_refused_with_the_next_step(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    one = owner_of(ws, "a")
    for call_it in (
        lambda: split_candidate(ws, candidate_id=one, record_ids=["a"], actor="x", now=NOW),
        lambda: split_candidate(ws, candidate_id=one, record_ids=["b"], actor="x", now=NOW),
        lambda: merge_candidates(ws, candidate_id=one, other_candidate_id=one, actor="x", now=NOW),
        lambda: merge_candidates(ws, candidate_id=one, other_candidate_id="nobody", actor="x", now=NOW),
        lambda: review_duplicate(
            ws, record_id_a="a", record_id_b="a", verdict=DuplicateVerdict.SAME, actor="x", now=NOW
        ),
    ):
        with pytest.raises(UsageError):
            call_it()


def test_erasing_a_persons_last_record_leaves_no_trace_of_them(ws: Workspace) -> None:
    add(ws, ANNA, BERT)
    other = owner_of(ws, "b")
    call(ws, other, "e2", record="b")
    call(ws, other, "e3")
    assert erase_records(ws, record_ids=["b"], actor="ann", now=NOW) == 1
    assert erase_records(ws, record_ids=["b"], actor="ann", now=NOW) == 0
    assert attempts(ws) == {}
    with ws.reading() as session:
        assert session.get(Candidate, other) is None
        record = session.scalars(select(SourceRecord).where(SourceRecord.record_id == "b")).one()
        assert (record.name, record.profile, record.text, record.erased_at) == (None, {}, None, NOW)
        assert (
            session.scalar(select(func.count()).select_from(ContactPoint).where(ContactPoint.candidate_id == other))
            == 0
        )


def test_erasing_the_leading_record_keeps_the_person(ws: Workspace) -> None:
    add(ws, ANNA, LINK)
    person = owner_of(ws, "a")
    leads = min(("a", "c"), key=lambda record: _uid(ws, record))
    stays = "c" if leads == "a" else "a"
    call(ws, person, "e1")
    set_candidate(ws, person, is_do_not_contact=True)
    erase_records(ws, record_ids=[leads], actor="ann", now=NOW)
    now_called = owner_of(ws, stays)
    assert now_called != person
    assert attempts(ws) == {"e1": now_called}
    with ws.reading() as session:
        assert session.get_one(Candidate, person).merged_into == now_called
        assert session.get_one(Candidate, now_called).is_do_not_contact


def _uid(ws: Workspace, record_id: str) -> str:
    with ws.reading() as session:
        return session.scalars(select(SourceRecord.uid).where(SourceRecord.record_id == record_id)).one()
