"""What hangs on a person survives merge and un-merge; the stricter state wins."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from ringback.actions.duplicates import merge_candidates, review_duplicate, split_candidate
from ringback.actions.erasure import erase_records
from ringback.actions.export import export_rows
from ringback.actions.import_candidates import store_rows
from ringback.actions.people import story_of
from ringback.actions.pool.standing import FURTHEST
from ringback.actions.resolve import resolve_pending
from ringback.actions.reviews import count_open_reviews, open_reviews
from ringback.actions.standing import move_status, opt_out
from ringback.errors import NotFoundError, UsageError
from ringback.identity.imported_columns import RowMapping
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
from schemas.words import Channel, ContactState, Direction, Disposition, DuplicateVerdict, Event, Happened, Status

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


def call(
    ws: Workspace, candidate_id: str, event_id: str, *, record: str | None = None, number: str | None = None
) -> None:
    with ws.writing() as session:
        record_id = session.scalar(select(SourceRecord.id).where(SourceRecord.record_id == record)) if record else None
        query = select(ContactPoint).where(ContactPoint.candidate_id == candidate_id, ContactPoint.kind == "phone")
        point = next((p.id for p in session.scalars(query) if number in (None, p.value)), None)
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
    call(ws, merged.candidate_id_a, "e4", record="a", number="+8613900139001")  # whose number it was decides
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
    assert block["电话 / phone"] == ("138****8001 2人用/2 people", "✓ 相同 / same")
    assert block["邮箱 / e-mail"][1] == "✗ 不同 / differs"
    assert block["姓名 / name"][1] == "✗ 不同 / differs"
    assert block["学校 / school"] == ("复旦大学", "✓ 相同 / same")
    assert block["编号 / id"][0] == row.a.record_id
    assert count_open_reviews(ws) == 1


def test_a_pair_is_exported_as_of_the_time_when_both_its_records_were_there(ws: Workspace) -> None:
    add(ws, ANNA, LINA)
    assert len(list(export_rows(ws, "reviews", as_of=NOW))) == 1
    assert list(export_rows(ws, "reviews", as_of=NOW - timedelta(seconds=1))) == []


def shown_of(ws: Workspace) -> dict[str, tuple[str, str, str]]:
    """Return the first pair in review by its fields: A, how they compare, B."""
    return {
        line["项目 / field"]: (line["记录 A / record A"], line["对比 / compared"], line["记录 B / record B"])
        for line in side_by_side(open_reviews(ws, limit=1))
    }


def test_contacts_that_tell_nothing_are_marked_as_such_in_a_review(ws: Workspace) -> None:
    agency = [
        {"record_id": f"x{n}", "name": name, "phones": ["13612340000"], "emails": ["cv@hunter.cn"]}
        for n, name in enumerate(("王建国", "李娜", "陈晓明", "赵丽颖"))
    ]
    one = {
        "record_id": "p",
        "name": "欧阳静怡",
        "phones": ["13700137001"],
        "linkedin": "https://www.linkedin.com/in/ouyang-jy",
    }
    same = {"school": "电子科大", "birth_year": 1990, "city": "成都"}
    add(
        ws,
        *agency,
        one | same,
        {"record_id": "q", "name": "欧阳静怡", "phones": ["13612340000"], "school": "电子科技大学"},
    )
    [row] = open_reviews(ws)
    assert "不作准" in row.why_open_zh
    shown = shown_of(ws)
    assert shown["电话 / phone"][1] == "· 不作准 / tells nothing"
    assert "136****0000 公用/shared" in shown["电话 / phone"]
    assert "in/ouy***jy" in shown["LinkedIn"]
    assert shown["学校 / school"][1] == "✓ 相同 / same"
    made_up = {"record_id": "r", "name": "司马文博", "phones": ["13800138000"], **same}
    add(ws, made_up, made_up | {"record_id": "s", "city": "重庆", "emails": ["test@qq.com"]})
    text = str([side_by_side(open_reviews(ws))])
    assert "乱填/made up" in text


def test_a_join_that_was_refused_shows_the_records_that_clash(ws: Workspace) -> None:
    first = {"record_id": "1", "name": "刘林浩", "phones": ["13800138001"], "birth_year": 1984}
    letters = {
        "record_id": "2",
        "name": "Liu Linhao",
        "phones": ["13800138001", "13900139001"],
        "emails": ["llh84@qq.com"],
    }
    third = {
        "record_id": "3",
        "name": "刘琳昊",
        "phones": ["13900139001"],
        "emails": ["llh84@qq.com"],
        "birth_year": 1984,
    }
    add(ws, first, letters, third)
    assert len({owner_of(ws, one) for one in "123"}) == 2
    shown = shown_of(ws)
    assert shown["请判断"] == ("这两份相符，其他记录姓名矛盾", "很像", "同一人吗？")
    assert {shown["其编号 / its id"][0], shown["其编号 / its id"][2]} == {"1", "3"}
    assert {cell.split()[0] for cell in (shown["矛盾 / clash"][0], shown["矛盾 / clash"][2])} == {"刘林浩", "刘琳昊"}


def test_answers_that_contradict_each_other_wait_for_a_person(ws: Workspace) -> None:
    """A is not B, B is C, and now A is C: the newest answer holds, and what it broke is asked about until it is settled."""
    people = [{"record_id": one, "name": f"王建{one}", "phones": [f"1380013800{n}"]} for n, one in enumerate("abc", 1)]
    add(ws, *people)

    def say(one: str, other: str, verdict: DuplicateVerdict, by: str, minute: int) -> str:
        at = NOW + timedelta(minutes=minute)
        return review_duplicate(ws, record_id_a=one, record_id_b=other, verdict=verdict, actor=by, now=at).note

    assert say("a", "b", DuplicateVerdict.DIFFERENT, "ann", 1) == ""
    assert say("b", "c", DuplicateVerdict.SAME, "bob", 2) == ""
    assert open_reviews(ws) == []
    note = say("a", "c", DuplicateVerdict.SAME, "eve", 3)
    assert "bob" in note
    assert "no longer holds" in note
    assert owner_of(ws, "a") == owner_of(ws, "c") != owner_of(ws, "b")
    assert count_open_reviews(ws) == 1
    [row] = open_reviews(ws)
    assert {row.a.record_id, row.b.record_id} == {"b", "c"}
    shown = shown_of(ws)
    assert shown["请判断"][0] == "已有的判断互相矛盾"
    assert shown["由 1 / by"][:2] == ("bob", "✗ 已不算 / overruled")
    assert shown["由 2 / by"][:2] == ("ann", "✓ 现按此 / holds")
    told = [entry for entry in story_of(ws, owner_of(ws, "c")).entries if entry.kind is Happened.DECISION]
    assert any("不再有效 / does not hold" in entry.what and entry.by == "bob" for entry in told)
    say("b", "c", DuplicateVerdict.DIFFERENT, "ann", 4)
    assert [one.why_open_zh for one in open_reviews(ws)] == ["两人判断不同，现按后一个：对吗？"]  # ann against bob
    say("b", "c", DuplicateVerdict.DIFFERENT, "bob", 5)
    assert count_open_reviews(ws) == 0


def test_two_recruiters_who_differ_on_a_pair_are_told_which_answer_holds(ws: Workspace) -> None:
    add(ws, ANNA, LINA)
    pair = {"record_id_a": "a", "record_id_b": "d"}
    review_duplicate(ws, verdict=DuplicateVerdict.DIFFERENT, actor="ann", now=NOW, **pair)
    later = NOW + timedelta(hours=1)
    decided = review_duplicate(ws, verdict=DuplicateVerdict.SAME, actor="bob", now=later, **pair)
    assert decided.is_one_person
    assert "ann" in decided.note
    [row] = open_reviews(ws)
    assert row.why_open_en == "two answers differ, the later holds: is it right?"
    told = [entry.what for entry in story_of(ws, decided.candidate_id_a).entries if entry.kind is Happened.DECISION]
    assert any("被 bob 的判断取代 / replaced by bob's answer" in what for what in told)
    again = review_duplicate(ws, verdict=DuplicateVerdict.SAME, actor="ann", now=later + timedelta(hours=1), **pair)
    assert again.note == ""
    assert open_reviews(ws) == []


def test_a_merge_by_hand_over_somebody_elses_answer_waits_for_a_second_look(ws: Workspace) -> None:
    add(ws, ANNA, LINA)
    review_duplicate(ws, record_id_a="a", record_id_b="d", verdict=DuplicateVerdict.DIFFERENT, actor="ann", now=NOW)
    one, other = owner_of(ws, "a"), owner_of(ws, "d")
    decided = merge_candidates(
        ws, candidate_id=one, other_candidate_id=other, actor="bob", now=NOW + timedelta(hours=1)
    )
    assert decided.is_one_person
    assert "ann" in decided.note
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
        record = session.scalars(select(SourceRecord).where(SourceRecord.erased_at.is_not(None))).one()
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
