"""One resume from file to hire, with the clock passed in: the straight walk of the design."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from ringback.actions.export import export_rows
from ringback.actions.followup import log_call
from ringback.actions.ingest import ingest_drop
from ringback.actions.interviews import record_interview
from ringback.actions.learn import nightly
from ringback.actions.outreach import dispatch_due
from ringback.actions.reminders import fire_due, list_today
from ringback.actions.replies import apply_inbound
from ringback.rules.cadence import band_of
from ringback.workspace import Workspace
from schemas.tables import WebhookEvent
from schemas.words import CallOutcome, InterviewStep, MessageState, ReminderKind, Status
from tests.standins.homes import on_both, person, workspaces

SHANGHAI = ZoneInfo("Asia/Shanghai")
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)
RESUME = """个人简历
姓名：孟知夏
性别：女
手机：13900001111
邮箱：zhixia.meng@example.com
现居城市：苏州
求职意向：区域销售经理
工作经历
2021.03 - 至今 苏州柏笙渡商贸有限公司 区域销售经理
负责华东区渠道销售与大客户维护，连续三年完成销售目标。
2018.07 - 2021.02 无锡棠砚里贸易有限公司 销售代表
教育背景
2014.09 - 2018.06 江南大学 市场营销 本科
技能：渠道管理、客户谈判、Excel
"""


@pytest.fixture
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    yield from workspaces(request, tmp_path)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """Return an instant of November 2026 by the office's clock; the 23rd is a Monday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SHANGHAI).astimezone(UTC)


def exported(ws: Workspace, what: str) -> list[dict[str, Any]]:
    return list(export_rows(ws, what, reveal=True))


@on_both
def test_one_resume_walks_from_the_drop_folder_to_the_hire(ws: Workspace) -> None:  # noqa: PLR0915 (one long walk)
    # Monday morning: the file is dropped and taken in
    path = ws.drop / "zhaopin" / "孟知夏_区域销售经理.txt"
    path.parent.mkdir(parents=True)
    path.write_text(RESUME, encoding="utf-8")
    summary = ingest_drop(ws, clock=lambda: at(23, 9, 30))
    assert (summary.files_read, summary.candidates_new) == (1, 1)
    assert not path.exists()
    [row] = exported(ws, "candidates")
    who = row["candidate_id"]
    assert (row["name"], row["status"], row["role_family"]) == ("孟知夏", Status.NEW, "sales")
    assert (row["phones"], row["emails"]) == (["+8613900001111"], ["zhixia.meng@example.com"])

    # Monday night: for sales an SMS comes first, the call a day after it
    night = nightly(ws, as_of=at(23, 23))
    assert (night.plan.n_messages_planned, night.plan.n_reminders_new) == (1, 0)
    [message] = exported(ws, "outbox")
    assert (message["channel"], message["template"], message["state"]) == ("sms", "first_contact", "planned")
    assert message["due_at"] == "2026-11-24T01:00:00Z"  # nine in the morning

    # nothing leaves at night, and in the morning it does, once
    assert dispatch_due(ws, now=lambda: at(23, 23, 5)).n_started == 0
    assert dispatch_due(ws, now=lambda: at(24, 9, 1), drain=True).counts == {MessageState.ACCEPTED: 1}
    assert dispatch_due(ws, now=lambda: at(24, 9, 10), drain=True).n_started == 0
    sent = (ws.outbox / "console.jsonl").read_text(encoding="utf-8")
    assert sent.count(message["marker"]) >= 1
    assert len(sent.splitlines()) == 1

    assert person(ws, who).status.zh == "待跟进"

    # Tuesday night: no reply, so a call is planned, not before a day has passed since the SMS
    night = nightly(ws, as_of=at(24, 23))
    assert (night.plan.n_messages_planned, night.plan.n_reminders_new) == (0, 1)
    [window, *_] = exported(ws, "windows")
    starts_at = datetime.fromisoformat(window["starts_at"])
    assert starts_at >= at(25, 9)
    assert list_today(ws, now=at(25, 8))[0].due_at == starts_at

    # the reminder fires before the window, once; nobody answers
    early = starts_at - timedelta(minutes=ws.policy.reminders.lead_minutes)
    assert fire_due(ws, now=early - MINUTE) == []
    [task] = fire_due(ws, now=early)
    assert (task.kind, task.candidate_id, task.phone) == (ReminderKind.CALL, who, "+8613900001111")
    assert fire_due(ws, now=starts_at) == []
    rung_at = starts_at + 5 * MINUTE
    logged = log_call(ws, candidate="13900001111", outcome=CallOutcome.NO_ANSWER, now=rung_at)
    assert logged.status.zh == "待跟进"
    assert list_today(ws, now=rung_at) == []

    # the next call lies in another part of the day, and the message for a missed call is on its way
    assert logged.next_call_at is not None
    bands = [band_of(one, timezone="Asia/Shanghai", bands=ws.policy.bands) for one in (rung_at, logged.next_call_at)]
    assert None not in bands
    assert bands[0] != bands[1]
    assert (logged.message_channel, logged.message_template) == ("sms", "missed_call")
    assert logged.message_due_at is not None
    assert dispatch_due(ws, now=lambda: logged.message_due_at, drain=True).counts == {MessageState.ACCEPTED: 1}

    # the next night leaves the message alone and plans the call again, in another band
    nightly(ws, as_of=at(rung_at.astimezone(SHANGHAI).day, 23))
    assert len(exported(ws, "outbox")) == 2
    replanned = datetime.fromisoformat(exported(ws, "windows")[0]["starts_at"])
    assert band_of(replanned, timezone="Asia/Shanghai", bands=ws.policy.bands) != bands[0]

    # the reply comes in: in contact, everything that waits is off, the interview is to be booked
    replied_at = rung_at + 20 * HOUR
    with ws.writing() as session:
        payload = {"channel": "sms", "from": "+8613900001111", "at": replied_at.isoformat(), "text": "您好，下午方便聊"}
        session.add(
            WebhookEvent(provider="twilio", kind="inbound", dedupe_key="SM1", received_at=replied_at, payload=payload)
        )
    [reply] = apply_inbound(ws, now=replied_at)
    assert reply.status.zh == "已联系"
    [task] = list_today(ws, now=replied_at)
    assert task.kind is ReminderKind.BOOK_INTERVIEW
    assert person(ws, who).next_call_at is None
    assert dispatch_due(ws, now=lambda: replied_at + HOUR, drain=True).n_started == 0

    # the interview, and the hire
    interview_at = replied_at + 48 * HOUR
    booked = record_interview(
        ws, candidate=who, step=InterviewStep.BOOKED, now=replied_at + HOUR, starts_at=interview_at
    )
    assert booked.status.zh == "已约面试"
    assert list_today(ws, now=replied_at + HOUR) == []
    record_interview(ws, candidate=who, step=InterviewStep.HELD, now=interview_at + HOUR)
    assert (
        record_interview(ws, candidate=who, step=InterviewStep.HIRED, now=interview_at + 2 * HOUR).status.zh == "录用"
    )

    # and the nights after it leave them in peace
    later = nightly(ws, as_of=interview_at + 10 * HOUR)
    assert (later.plan.n_messages_planned, later.plan.n_reminders_new, later.plan.n_given_up) == (0, 0, 0)
    assert [row["status"] for row in exported(ws, "candidates")] == ["hired"]
    assert [(a["channel"], a["direction"], a["disposition"]) for a in exported(ws, "attempts")] == [
        ("sms", "out", "SENT"),
        ("call", "out", "NO_ANSWER"),
        ("sms", "out", "SENT"),
        ("sms", "in", "REPLIED"),
    ]
    assert {m["state"] for m in exported(ws, "outbox")} == {"accepted"}
    assert exported(ws, "windows") == []
    [source] = exported(ws, "sources")
    assert (source["candidate_id"], source["source"], source["path"]) == (
        who,
        "zhaopin",
        "zhaopin/孟知夏_区域销售经理.txt",
    )
