"""Each flow on a good day and on a bad one, under a real Prefect server."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from prefect.client.schemas.objects import State
from sqlalchemy import select

from flows.add_contact import add_contact
from flows.dismiss import dismiss
from flows.dispatch import dispatch
from flows.erase_candidate import erase_candidate
from flows.ingest import ingest
from flows.learn_call_times import learn_call_times
from flows.log_call import log_call
from flows.merge_candidates import merge_candidates
from flows.nightly import nightly
from flows.plan_followup import plan_followup
from flows.preview_messages import preview_messages
from flows.readmit import readmit
from flows.reconcile import reconcile
from flows.record_interview import record_interview
from flows.remind import remind
from flows.reopen_candidate import reopen_candidate
from flows.replies import replies
from flows.review_duplicate import review_duplicate
from flows.review_duplicates import review_duplicates
from flows.review_experiments import review_experiments
from flows.ring_candidate import ring_candidate
from flows.score_candidates import score_candidates
from flows.settle_message import settle_message
from flows.show_candidate import show_candidate
from flows.split_candidate import split_candidate
from flows.void_call import void_call
from ringback.actions import history as histories
from ringback.actions.export import export_rows
from ringback.actions.ingest import ingest_drop
from ringback.actions.outreach import plan_message
from ringback.errors import AmbiguousError, NotFoundError, SetupError, UsageError
from ringback.rules.calendars import SATURDAY, holiday_calendar
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from schemas.forms import (
    CallForm,
    CandidateForm,
    ContactForm,
    DismissForm,
    DuplicateForm,
    EraseForm,
    InterviewForm,
    MergeForm,
    PreviewForm,
    ReadmitForm,
    ReopenForm,
    ReplyForm,
    RingForm,
    SettleForm,
    SplitForm,
    VoidCallForm,
)
from schemas.tables import Candidate, OutboxMessage
from schemas.words import CallOutcome, Channel, MessageState

pytestmark = pytest.mark.prefect
INBOX = Path(__file__).parents[2] / "demo" / "inbox"
Artifact = Callable[[str], Any]


def rows(ws: Workspace, what: str) -> list[dict[str, Any]]:
    return list(export_rows(ws, what, reveal=True))


def told(state: State[Any]) -> str:
    assert state.is_completed(), state.message
    return state.message or ""


def somebody(ws: Workspace, **wanted: str) -> dict[str, Any]:
    """Return a candidate with a phone and these values."""
    return next(c for c in rows(ws, "candidates") if c["phones"] and all(c[k] == v for k, v in wanted.items()))


def next_workday_morning(ws: Workspace) -> datetime:
    """Return a moment at which people may be rung, whatever hour and day it is where the tests run."""
    zone = ZoneInfo(ws.settings.timezone)
    is_holiday = holiday_calendar(ws.settings.timezone)
    day = datetime.now(zone).date() + timedelta(days=1)
    while day.weekday() >= SATURDAY or is_holiday(day):
        day += timedelta(days=1)
    return datetime.combine(day, time(9, 30), zone)


def test_ingest_takes_files_in_and_says_what_it_did(dropped: Workspace, artifact: Artifact) -> None:
    message = told(ingest(return_state=True))
    people = rows(dropped, "candidates")
    assert f"{len(people)} new candidates" in message
    assert len(people) >= 10
    assert not [path for path in dropped.drop.rglob("*") if path.is_file()]
    page = artifact("intake")
    assert "boss" in page
    assert "`encrypted`" in page
    waiting = [row for row in rows(dropped, "quarantine") if row["state"] == "open"]
    page = artifact("quarantine")
    assert {"encrypted", "truncated", "empty"} <= {row["code"] for row in waiting}
    assert all(f"#{row['quarantine_id']} · " in page and row["hint"][:20] in page for row in waiting)


def test_ingest_gives_the_same_pool_as_the_command_line(dropped: Workspace, tmp_path: Path) -> None:
    other = open_workspace(Settings(home=tmp_path / "other", settle_seconds=0))
    for path in dropped.drop.rglob("*"):
        if path.is_file():
            target = other.drop / path.relative_to(dropped.drop)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    told(ingest(return_state=True))
    ingest_drop(other, clock=lambda: datetime.now(UTC))

    def pool(ws: Workspace) -> list[Any]:
        ids = {s["record_id"]: s["candidate_id"] for s in rows(ws, "sources")}
        groups = {c: sorted(r for r, owner in ids.items() if owner == c) for c in ids.values()}
        return sorted((groups[c["candidate_id"]], c["name"], c["phones"], c["emails"]) for c in rows(ws, "candidates"))

    assert pool(dropped) == pool(other)
    assert [r["code"] for r in rows(dropped, "quarantine")] == [r["code"] for r in rows(other, "quarantine")]


def test_ingest_with_nothing_to_do_is_a_completed_run(flow_ws: Workspace) -> None:
    assert "0 files read" in told(ingest(return_state=True))


def test_ingest_of_an_unknown_source_fails_with_the_names_of_those_there_are(dropped: Workspace) -> None:
    with pytest.raises(UsageError, match="boss, zhaopin"):
        ingest("zhoapin")


def test_a_flow_without_its_keyset_fails_clearly(pool: Workspace) -> None:
    from tasks import steps  # noqa: PLC0415

    steps._opened.cache_clear()
    pool.settings.keys_path.unlink()
    with pytest.raises(SetupError, match="keyset file"):
        ingest()


def test_a_night_scores_and_plans_and_a_second_one_doubles_nothing(pool: Workspace, artifact: Artifact) -> None:
    told(nightly(return_state=True))
    n = len(rows(pool, "candidates"))
    assert len(rows(pool, "scores")) == n
    assert "夜间计划" in artifact("nightly")
    assert "UTC" not in artifact("nightly").splitlines()[0]
    assert "**销售 / Sales**" in artifact("call-times")
    assert len(json.loads(artifact("answer-rates"))) == len(rows(pool, "rates")) > 0
    planned = rows(pool, "outbox")
    assert "0 messages planned" in told(nightly(return_state=True))
    assert rows(pool, "outbox") == planned


def test_a_night_reads_the_history_once(pool: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(name: str, query: Any) -> Any:
        return lambda *given, **known: (asked.append(name), query(*given, **known))[1]

    for name in ("attempts_frame", "everybody_frame"):
        monkeypatch.setattr(histories, name, counted(name, getattr(histories, name)))
    told(nightly(return_state=True))
    assert sorted(asked) == ["attempts_frame", "everybody_frame"]


def test_the_parts_of_the_night_run_alone(pool: Workspace) -> None:
    assert "0 calls" in told(learn_call_times(return_state=True))
    assert "candidates scored" in told(score_candidates(return_state=True))
    assert "call reminders" in told(plan_followup(return_state=True))


def test_experiments_start_with_the_night_and_a_bad_file_is_told(pool: Workspace, artifact: Artifact) -> None:
    assert "0 experiments reviewed" in told(review_experiments(return_state=True))
    folder = pool.settings.home / "experiments"
    folder.mkdir()
    arm = '[[arms]]\nname = "{0}"\nshare = 0.5\n{1}\n'
    text = (
        'name = "hours"\nbase_rate = 0.25\nlift = 0.1\n'
        + arm.format("now", "")
        + arm.format("late", "call_between = [17, 20]")
    )
    (folder / "hours.toml").write_text(text, encoding="utf-8")
    (folder / "bad.toml").write_text(text.replace("0.5", "0.4"), encoding="utf-8")
    assert "1 experiment reviewed" in told(nightly(return_state=True))
    page = artifact("experiments")
    assert "bad.toml" in page
    assert "进行中" in page
    assert {row["arm"] for row in rows(pool, "assignments")} == {"now", "late"}


def test_a_night_on_an_empty_pool_completes(flow_ws: Workspace) -> None:
    assert "0 candidates scored" in told(nightly(return_state=True))


def test_a_logged_call_moves_the_status_and_sets_the_next_one(pool: Workspace, artifact: Artifact) -> None:
    person = somebody(pool)
    form = CallForm(candidate=person["candidate_id"], outcome="no_answer")
    message = told(log_call(form, return_state=True))
    assert "待跟进" in message
    after = next(c for c in rows(pool, "candidates") if c["candidate_id"] == person["candidate_id"])
    assert after["status"] == "follow_up"
    assert after["next_call_at"]
    assert [a["disposition"] for a in rows(pool, "attempts") if a["channel"] == "call"] == ["NO_ANSWER"]
    [message] = rows(pool, "outbox")
    is_due = datetime.fromisoformat(message["due_at"]) <= datetime.now(UTC)  # quiet hours may put it off
    assert message["state"] == ("accepted" if is_due else "planned")
    assert "# 今天的跟进" in artifact("today")


def test_a_preview_has_the_words_and_no_address(pool: Workspace, artifact: Artifact) -> None:
    person = next(c for c in rows(pool, "candidates") if c["phones"] and c["emails"])
    form = PreviewForm(candidate=person["candidate_id"], template="missed_call", channel="sms")
    assert "1 条消息" in told(preview_messages(form, return_state=True))
    page = artifact("preview")
    assert "missed_call" in page
    assert person["phones"][0] not in page
    assert "条消息" in told(preview_messages(return_state=True))  # no form at all: everything that waits
    with pytest.raises(UsageError, match="needs a candidate"):
        preview_messages(PreviewForm(template="missed_call"))


def test_a_call_by_form_rings_by_day_and_says_at_night_from_when(
    pool: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    morning = next_workday_morning(pool)
    form = RingForm(candidate=somebody(pool)["candidate_id"], recruiter_phone="+8613800138000")
    monkeypatch.setattr("tasks.outreach.now", lambda: morning + timedelta(hours=13))
    refused = ring_candidate(form, return_state=True)
    assert refused.is_failed()
    assert "Again from" in (refused.message or "")
    monkeypatch.setattr("tasks.outreach.now", lambda: morning)
    assert "nothing rings" in told(ring_candidate(form, return_state=True))
    with pytest.raises(NotFoundError):
        ring_candidate(RingForm(candidate="没有这个人", recruiter_phone="+8613800138000"))


def test_an_unclear_message_is_listed_and_settled(pool: Workspace, artifact: Artifact) -> None:
    assert "0 条待核实" in told(settle_message(return_state=True))
    with pool.writing() as session:
        plan_message(session, pool, candidate_id=somebody(pool)["candidate_id"], source_record_id=None, channel=Channel.SMS,
                     template="missed_call", dedupe_key="k", due_at=datetime.now(UTC), now=datetime.now(UTC))  # fmt: skip
        message = session.scalars(select(OutboxMessage)).one()
        message.state, message.error_code, message.n_tries = MessageState.DEAD, "in_doubt", 1
        message_id, marker = message.message_id, message.marker
    assert "1 条待核实" in told(settle_message(SettleForm(), return_state=True))
    assert marker in artifact("unclear")
    with pytest.raises(UsageError, match="Say what you found"):
        settle_message(SettleForm(message=message_id[:8]))
    assert "0 条待核实" in told(settle_message(SettleForm(message=message_id[:8], verdict="sent"), return_state=True))
    assert [row["state"] for row in rows(pool, "outbox")] == ["accepted"]


def test_a_form_takes_the_label_that_the_page_shows(pool: Workspace) -> None:
    form = CallForm(candidate=somebody(pool)["phones"][0], outcome="接通 / Answered")
    assert "已联系" in told(log_call(form, return_state=True))


def test_a_call_to_nobody_fails_with_the_next_step(flow_ws: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    form = CallForm(candidate="没有这个人", outcome="no_answer")
    with pytest.raises(NotFoundError, match="last four digits"):
        log_call(form)
    state = log_call(form, return_state=True)
    assert state.is_failed()
    assert (state.message or "").startswith("No candidate fits '没有这个人'. Give the id")
    assert "Traceback" not in caplog.text


def test_a_choice_is_taken_by_its_label_or_its_code_and_a_wrong_one_names_all() -> None:
    chosen = {
        CallForm(candidate="x", outcome=said).chosen for said in ("no_answer", "NO_ANSWER", "无人接听 / No answer")
    }
    assert chosen == {CallOutcome.NO_ANSWER}
    with pytest.raises(ValueError, match=r"'maybe' is none of answered .* opted_out"):
        CallForm(candidate="x", outcome="maybe")


def test_whole_phone_numbers_are_not_in_the_artifact(pool: Workspace, artifact: Artifact) -> None:
    morning = next_workday_morning(pool)
    told(nightly(as_of=morning, return_state=True))
    told(remind(as_of=morning, return_state=True))
    page = artifact("today")
    phones = [phone for c in rows(pool, "candidates") for phone in c["phones"]]
    assert any(phone[-4:] in page for phone in phones)
    assert not any(phone in page for phone in phones)


def test_dispatch_sends_what_is_due_once_and_says_so(pool: Workspace, artifact: Artifact) -> None:
    told(nightly(return_state=True))
    last_due = max(datetime.fromisoformat(m["due_at"]) for m in rows(pool, "outbox") if m["state"] == "planned")
    told(dispatch(as_of=last_due + timedelta(minutes=1), return_state=True))
    sent = [m for m in rows(pool, "outbox") if m["state"] == "accepted"]
    assert sent
    assert "已受理" in artifact("outreach")
    assert any(person["name"] and person["name"] in artifact("outreach") for person in rows(pool, "candidates"))
    written = (pool.outbox / "console.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(written) == len(sent)
    told(dispatch(as_of=last_due + timedelta(minutes=2), return_state=True))
    assert len((pool.outbox / "console.jsonl").read_text(encoding="utf-8").splitlines()) == len(sent)


def test_dispatch_and_reconcile_with_nothing_to_do_complete(flow_ws: Workspace) -> None:
    assert "nothing is due" in told(dispatch(return_state=True))
    assert "nothing is due" in told(reconcile(return_state=True))


def test_a_promised_call_back_is_reminded_of_once(pool: Workspace, artifact: Artifact) -> None:
    soon = datetime.now(UTC) + timedelta(minutes=5)  # the reminder comes ten minutes before
    as_typed = soon.astimezone(ZoneInfo(pool.settings.timezone)).replace(tzinfo=None)  # without a zone: office time
    form = CallForm(candidate=somebody(pool)["candidate_id"], outcome="call_later", callback_at=as_typed)
    told(log_call(form, return_state=True))
    assert told(remind(return_state=True)).startswith("1 项到点")
    assert told(remind(return_state=True)).startswith("0 项到点")
    assert "按约回电" in json.loads(artifact("reminders-now"))[0]["要做 / to do"]


def test_a_reply_by_hand_stops_the_rest_and_reminds_to_book(pool: Workspace, artifact: Artifact) -> None:
    told(nightly(return_state=True))
    person = somebody(pool)
    form = ReplyForm(candidate=person["candidate_id"], channel="wechat", text="可以聊聊，请问薪资？")
    assert "已联系" in told(replies(form, return_state=True))
    told(
        remind(as_of=datetime.now(UTC) + timedelta(hours=5), return_state=True)
    )  # due after four hours: not today, late
    assert "安排面试" in artifact("today")
    waiting = [m for m in rows(pool, "outbox") if m["candidate_id"] == person["candidate_id"]]
    assert all(m["state"] == "cancelled" for m in waiting)


def test_replies_with_nothing_to_apply_complete(flow_ws: Workspace) -> None:
    assert told(replies(return_state=True)).startswith("0 条回复")


def test_an_interview_is_booked_and_decided(pool: Workspace) -> None:
    who = somebody(pool)["candidate_id"]
    at = datetime.now(UTC) + timedelta(days=1)
    assert "已约面试" in told(
        record_interview(InterviewForm(candidate=who, step="booked", starts_at=at), return_state=True)
    )
    assert "录用" in told(record_interview(InterviewForm(candidate=who, step="hired"), return_state=True))


def test_a_result_before_any_talk_is_refused_with_a_sentence(pool: Workspace) -> None:
    with pytest.raises(UsageError, match="cannot be recorded"):
        record_interview(InterviewForm(candidate=somebody(pool)["candidate_id"], step="hired"))


def test_a_resume_without_contact_is_readmitted_with_a_phone(flow_ws: Workspace) -> None:
    folder = flow_ws.drop / "direct"
    folder.mkdir()
    text = "个人简历\n姓名：谭无联\n求职意向：出纳\n工作经历\n2019.03-2024.05 海宁示例贸易有限公司 出纳\n教育背景\n2015.09-2019.06 示例大学 会计 本科\n"
    (folder / "谭无联.txt").write_text(text, encoding="utf-8")
    told(ingest(return_state=True))
    (held,) = rows(flow_ws, "quarantine")
    assert held["code"] == "no_contact"
    form = ReadmitForm(ids=[held["quarantine_id"]], phone="138 0013 8000")
    assert told(readmit(form, return_state=True)) == "重新接收 1/1 份 / 1 of 1 taken in again"
    assert somebody(flow_ws)["phones"] == ["+8613800138000"]


def test_what_nobody_needs_is_dismissed_and_leaves_the_list(flow_ws: Workspace, artifact: Artifact) -> None:
    folder = flow_ws.drop / "direct"
    folder.mkdir()
    (folder / "发票.txt").write_text("增值税发票\n金额 壹佰元整\n", encoding="utf-8")
    told(ingest(return_state=True))
    (held,) = rows(flow_ws, "quarantine")
    assert str(held["quarantine_id"]) in artifact("quarantine")
    assert (
        told(dismiss(DismissForm(ids=[held["quarantine_id"]]), return_state=True))
        == "已从清单去掉 1 份 / 1 off the list"
    )
    assert "没有待处理 / nothing waits" in artifact("quarantine")
    with pytest.raises(UsageError, match="off the list"):
        dismiss(DismissForm())


def test_readmitting_nothing_is_refused_with_the_next_step(flow_ws: Workspace) -> None:
    with pytest.raises(UsageError, match="needs_ocr"):
        readmit(ReadmitForm())


def test_doubtful_pairs_are_listed_and_judging_a_missing_one_is_refused(pool: Workspace) -> None:
    assert "待判断" in told(review_duplicates(return_state=True))
    with pytest.raises(UsageError):
        review_duplicate(DuplicateForm(record_id_a="no", record_id_b="such", verdict="same"))


def test_two_candidates_become_one_come_apart_and_are_erased(pool: Workspace, artifact: Artifact) -> None:
    one, other = [c["candidate_id"] for c in rows(pool, "candidates")][:2]
    n_before = len(rows(pool, "candidates"))
    message = told(
        merge_candidates(MergeForm(candidate=one, other=other, note="asked", is_confirmed=True), return_state=True)
    )
    assert "one person now" in message
    assert len(rows(pool, "candidates")) == n_before - 1
    page = artifact("candidate")
    assert "合并 / merged with" in page
    assert "asked" in page
    moved = next(r["record_id"] for r in rows(pool, "sources") if r["record_id"] in page)
    assert "two people now" in told(
        split_candidate(SplitForm(candidate=one, record_ids=[moved], recruiter="李雷"), return_state=True)
    )
    assert len(rows(pool, "candidates")) == n_before
    assert one in told(show_candidate(CandidateForm(candidate=one), return_state=True))
    assert "Nothing was changed; confirm it" in told(erase_candidate(EraseForm(candidate=one), return_state=True))
    assert "records erased" in told(erase_candidate(EraseForm(candidate=one, is_confirmed=True), return_state=True))
    assert len(rows(pool, "candidates")) == n_before - 1


def test_an_ambiguous_name_lists_who_it_may_be(pool: Workspace) -> None:
    first, second = [c for c in rows(pool, "candidates") if c["name"]][:2]
    with pool.writing() as session:
        session.get_one(Candidate, second["candidate_id"]).name = first["name"]
    with pytest.raises(AmbiguousError, match=f"{first['candidate_id']}.*Give the id"):
        log_call(CallForm(candidate=first["name"], outcome="no_answer"))


def test_a_known_file_dropped_again_leaves_the_drop_folder_at_once(dropped: Workspace) -> None:
    told(ingest(return_state=True))
    shutil.copytree(INBOX / "boss", dropped.drop / "boss", dirs_exist_ok=True)
    assert "0 files read" in told(ingest(return_state=True))
    assert not [path for path in dropped.drop.rglob("*") if path.is_file()]


def test_the_right_number_is_entered_by_a_form(pool: Workspace, artifact: Artifact) -> None:
    who = next(c for c in rows(pool, "candidates") if c["phones"] and c["status"] == "new")["candidate_id"]
    told(log_call(CallForm(candidate=who, outcome="not_them"), return_state=True))
    said = told(add_contact(ContactForm(candidate=who, phone="138 0013 8077", recruiter="李雷"), return_state=True))
    assert "8077" in said
    assert "138001" not in said
    assert "known already" in told(add_contact(ContactForm(candidate=who, phone="138 0013 8077"), return_state=True))
    assert artifact("today")


def test_a_call_logged_for_the_wrong_person_is_taken_back_by_a_form(pool: Workspace, artifact: Artifact) -> None:
    who = somebody(pool)["candidate_id"]
    told(log_call(CallForm(candidate=who, outcome="not_interested"), return_state=True))
    form = VoidCallForm(candidate=who, reason="记错人了", recruiter="李雷")
    said = told(void_call(form, return_state=True))
    assert "已撤回 / taken back" in said
    assert "未录用 → 未联系" in said
    assert artifact("today")
    assert [a for a in rows(pool, "attempts") if a["channel"] == "call"] == []
    assert "nothing was changed" in told(void_call(form, return_state=True))


def test_who_was_not_hired_comes_back_into_the_pool_by_a_form(pool: Workspace, artifact: Artifact) -> None:
    who = somebody(pool)["candidate_id"]
    told(log_call(CallForm(candidate=who, outcome="not_interested"), return_state=True))
    said = told(reopen_candidate(ReopenForm(candidate=who, recruiter="李雷"), return_state=True))
    assert "未录用 → 待跟进" in said
    assert "下次 / next call" in said
    assert artifact("today")
    assert "nothing was changed" in told(reopen_candidate(ReopenForm(candidate=who), return_state=True))
