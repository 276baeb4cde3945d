"""A recruiter learns the right number: it is rung first, found, joined by later resumes, and leaves with its person."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ringback.actions.followup import log_call
from ringback.actions.import_candidates import store_rows
from ringback.actions.new_contact import ContactAdded, add_contact
from ringback.actions.people import erase, split, story_of
from ringback.actions.reopen import reopen
from ringback.actions.resolve import rebuild_pool, resolve_pending
from ringback.actions.standing import callable_phone
from ringback.errors import NotFoundError, UsageError
from ringback.identity.imported_columns import RowMapping
from ringback.reports.followup import contact_added_sentence
from ringback.store.queries.find import find_people
from ringback.workspace import Workspace
from schemas.tables import AuditEntry, Candidate, ContactPoint, Reminder, SourceRecord
from schemas.words import CallOutcome, ContactKind, ContactState, ReminderKind, ReminderState, Status
from tests.standins.homes import on_both, rows, workspaces

LI = {
    "record_id": "li", "name": "李雪梅", "phones": ["13900139001"], "emails": ["li@example.com"], "title": "销售经理",
    "employer": "远山科技", "role_family": "sales", "resume_date": "2026-11-23",
}  # fmt: skip
NEW, NEW_E164 = "138 0013 8077", "+8613800138077"
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def come_in(ws: Workspace, *people: dict[str, Any], days: int = 0) -> None:
    now = NOW + timedelta(days=days)
    list(store_rows(ws, iter(enumerate(people)), mapping=RowMapping(), now=now))
    resolve_pending(ws, now=now)


def add(ws: Workspace, who: str = "李雪梅", minutes: int = 5, **more: Any) -> ContactAdded:
    return add_contact(ws, candidate=who, actor="ann", now=NOW + minutes * MINUTE, **more)


def rung(ws: Workspace, candidate_id: str) -> str | None:
    with ws.reading() as session:
        phone = callable_phone(session, candidate_id)
        return phone.value if phone else None


def live(ws: Workspace) -> set[ReminderKind]:
    return {r.kind for r in rows(ws, Reminder) if r.state in (ReminderState.OPEN, ReminderState.FIRED)}


@on_both
def test_the_right_number_after_a_wrong_one_is_rung_next(ws: Workspace) -> None:
    come_in(ws, LI)
    log_call(ws, candidate="李雪梅", outcome=CallOutcome.NOT_THEM, now=NOW)
    assert live(ws) == {ReminderKind.VERIFY_NUMBER}
    done = add(ws, phones=[NEW])
    assert done.next_call_at
    assert done.next_call_at > NOW
    assert live(ws) == {ReminderKind.CALL}
    assert rung(ws, done.candidate_id) == NEW_E164
    with ws.reading() as session:
        assert [f.candidate.name for f in find_people(session, ws.vault, "8077")] == ["李雪梅"]
    [person] = rows(ws, Candidate)
    assert (person.title, person.employer, person.role_family, person.status) == (
        "销售经理", "远山科技", "sales", Status.FOLLOW_UP,
    )  # fmt: skip
    assert [(e.actor, e.subject) for e in rows(ws, AuditEntry)] == [("ann", person.candidate_id)]
    said = contact_added_sentence(done, timezone="Asia/Shanghai")
    assert "8077" in said
    assert NEW_E164 not in said


@on_both
def test_it_comes_before_a_good_one_also_of_a_resume_of_the_same_day_and_stays_there(ws: Workspace) -> None:
    come_in(ws, LI | {"phones": ["+12125550123"], "resume_date": "2026-11-24"})
    before = story_of(ws, "李雪梅")
    done = add(ws, phones=["+14155550199"], emails=["New@Example.com "])
    assert done.next_call_reason is None  # they could be rung, and will be as planned
    assert rung(ws, before.candidate_id) == "+14155550199"
    assert [p.value for p in story_of(ws, "李雪梅").contacts if p.kind is ContactKind.EMAIL] == [
        "new@example.com", "li@example.com",
    ]  # fmt: skip
    rebuild_pool(ws, now=NOW + timedelta(days=1))
    assert rung(ws, before.candidate_id) == "+14155550199"


@on_both
def test_a_mail_alone_leaves_their_clock_and_their_number(ws: Workspace) -> None:
    come_in(ws, LI | {"phones": ["+12125550123"]})
    [before] = rows(ws, Candidate)
    add(ws, emails=["new@example.com"])
    [after] = rows(ws, Candidate)
    assert after.timezone == before.timezone == "America/New_York"
    assert rung(ws, after.candidate_id) == "+12125550123"


def test_when_they_are_rung_next_is_said_though_it_was_settled_before(ws: Workspace) -> None:
    come_in(ws, LI)
    log_call(ws, candidate="李雪梅", outcome=CallOutcome.CALL_LATER, now=NOW, callback_at=NOW + timedelta(hours=26))
    added = add(ws, emails=["new@example.com"])
    assert contact_added_sentence(added, timezone="Asia/Shanghai").endswith(
        "next call as before: 2026-11-24 14:00 (Asia/Shanghai)"
    )


@on_both
def test_told_twice_it_is_one_and_a_number_that_was_thought_wrong_is_right_again(ws: Workspace) -> None:
    come_in(ws, LI)
    add(ws, phones=[NEW])
    assert add(ws, minutes=6, phones=[NEW]).is_repeat
    assert len(rows(ws, SourceRecord)) == 2
    for minute in (7, 8):
        log_call(ws, candidate="李雪梅", outcome=CallOutcome.WRONG_NUMBER, now=NOW + minute * MINUTE)
    assert live(ws) == {ReminderKind.VERIFY_NUMBER}
    again = add(ws, minutes=9, phones=["13900139001"])
    assert not again.is_repeat
    assert rung(ws, again.candidate_id) == "+8613900139001"
    assert live(ws) == {ReminderKind.CALL}
    assert len(rows(ws, SourceRecord)) == 2


@on_both
def test_a_later_resume_with_the_new_number_finds_its_person(ws: Workspace) -> None:
    come_in(ws, LI)
    who = add(ws, phones=[NEW]).candidate_id
    later = {"record_id": "later", "name": "李雪梅", "phones": [NEW], "title": "销售总监", "resume_date": "2026-12-24"}
    come_in(ws, later, days=40)
    [person] = rows(ws, Candidate)
    assert (person.candidate_id, person.title) == (who, "销售总监")


@on_both
def test_who_had_this_number_and_name_is_the_same_person(ws: Workspace) -> None:
    come_in(ws, LI, {"record_id": "other", "name": "李雪梅", "phones": [NEW], "employer": "北川物流"})
    assert len(rows(ws, Candidate)) == 2
    first, second = sorted(r.record_id for r in rows(ws, SourceRecord))
    done = add(ws, first, phones=[NEW])
    assert story_of(ws, second).candidate_id == done.candidate_id
    assert len(story_of(ws, first).records) == 3


@on_both
def test_it_leaves_with_its_person_or_alone(ws: Workspace) -> None:
    come_in(ws, LI)
    who = add(ws, phones=[NEW]).candidate_id
    entered = next(r.record_id for r in story_of(ws, who).records if r.source == "recruiter")
    parted = split(ws, candidate=who, record_ids=[entered], actor="ann", now=NOW + 9 * MINUTE)
    assert parted.candidate_id_b != who
    assert rung(ws, who) == "+8613900139001"
    add(ws, who, minutes=10, emails=["again@example.com"])
    erase(ws, candidate=who, is_confirmed=True, actor="ann", now=NOW + 11 * MINUTE)
    assert {p.value for p in rows(ws, ContactPoint)} == {NEW_E164}
    come_in(ws, LI | {"record_id": "li-again"})
    assert add(ws, "li-again", minutes=12, emails=["again@example.com"]).candidate_id


@on_both
def test_nobody_is_rung_who_is_not_to_be_rung(ws: Workspace) -> None:
    come_in(ws, LI, {"record_id": "wu", "name": "吴大海", "phones": ["13700137001"]})
    log_call(ws, candidate="吴大海", outcome=CallOutcome.OPTED_OUT, now=NOW)
    with pytest.raises(UsageError, match="left alone"):
        add(ws, "吴大海", phones=[NEW])
    with pytest.raises(UsageError, match="left alone"):
        add(ws, phones=["13700137001"])
    assert len(rows(ws, SourceRecord)) == 2
    for minute, outcome in ((1, CallOutcome.WRONG_NUMBER), (2, CallOutcome.NOT_INTERESTED)):
        log_call(ws, candidate="李雪梅", outcome=outcome, now=NOW + minute * MINUTE)
    assert add(ws, phones=[NEW]).next_call_at is None
    assert reopen(ws, candidate="李雪梅", now=NOW + 20 * MINUTE).next_call_at


def test_what_is_no_number_or_address_or_nobodys_is_refused(ws: Workspace) -> None:
    come_in(ws, LI)
    for wrong in ({}, {"phones": ["12"]}, {"emails": ["li at example.com"]}):
        with pytest.raises(UsageError):
            add(ws, **wrong)
    with pytest.raises(NotFoundError):
        add(ws, "王小二", phones=[NEW])
    assert [p.state for p in rows(ws, ContactPoint)] == [ContactState.UNVERIFIED] * 2


@on_both
def test_a_number_that_others_have_too_is_said(ws: Workspace) -> None:
    come_in(ws, LI, {"record_id": "wu", "name": "吴大海", "phones": ["13700137001"], "title": "会计"})
    first = add(ws, phones=[NEW])
    assert first.also_of == ()
    second = add(ws, "吴大海", minutes=6, phones=[NEW])
    assert second.joined_id is None
    assert second.also_of == (first.candidate_id,)
    assert first.candidate_id in contact_added_sentence(second, timezone="Asia/Shanghai")
