"""The candidate's own page: what it offers, what follows from a choice, and what a stranger gets; over real HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from html import unescape
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from ringback.actions.outreach import Intent, plan_messages_bulk
from ringback.channels import links
from ringback.workspace import Workspace
from schemas.tables import Attempt, BehaviourEvent, Interview, OutboxMessage, Reminder, Suppression
from schemas.words import Channel, Disposition, MessageState, ReminderKind, Status
from tests.desk.conftest import PUBLIC, Door
from tests.standins.homes import add_person, on_both, person, rows

PHONE = {"User-Agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"}


def sent(ws: Workspace, candidate_id: str = "person-1", *, at: datetime | None = None, **columns: str) -> str:
    """Plan a message to a person and return the path of the link in it."""
    at = at or datetime.now(UTC)
    add_person(ws, candidate_id, at=at, **columns)
    intent = Intent(candidate_id, Channel.EMAIL, "missed_call", f"key-{candidate_id}", at, None)
    with ws.writing() as session:
        plan_messages_bulk(session, ws, [intent], now=at)
        message_id = session.scalars(
            select(OutboxMessage.message_id).where(OutboxMessage.candidate_id == candidate_id)
        ).one()
    url = links.door_url(ws.vault, PUBLIC, message_id)
    assert url
    return url.removeprefix(PUBLIC)


def offered(page: str, choice: str) -> list[str]:
    form = re.search(rf'value="{choice}">(.*?)</form>', page, re.DOTALL)
    return [unescape(at) for at in re.findall(r'<option value="([^"]+)"', form.group(1))] if form else []


@on_both
def test_opening_the_link_shows_choices_and_changes_nothing(door: Door) -> None:
    path = sent(door.ws)
    for _ in range(3):
        answer = door.client.get(path, headers=PHONE)
    assert answer.status_code == 200
    assert len(offered(answer.text, "ring")) > 20
    assert offered(answer.text, "interview")
    assert "no-referrer" in answer.headers["referrer-policy"]
    assert person(door.ws).status is Status.NEW
    assert [(b.event, b.is_machine) for b in rows(door.ws, BehaviourEvent)] == [("form_view", False)]
    assert rows(door.ws, Attempt) == []


def test_a_program_that_fetches_links_is_no_person(door: Door) -> None:
    door.client.get(sent(door.ws), headers={"User-Agent": "Slackbot-LinkExpanding 1.0"})
    assert [b.is_machine for b in rows(door.ws, BehaviourEvent)] == [True]


def test_a_page_in_english_has_their_hours_and_no_chinese(door: Door) -> None:
    """Their own resume has a Chinese title, the office is in Shanghai, and they live twelve hours away."""
    zone = ZoneInfo("America/New_York")
    path = sent(door.ws, timezone=str(zone), language="en", name="Ann Lee", title="高级销售经理")
    page = door.client.get(path, headers=PHONE).text
    assert not re.search("[\u4e00-\u9fff]", re.sub("<style>.*?</style>", "", page, flags=re.DOTALL))
    starts = [datetime.fromisoformat(at).astimezone(zone) for at in offered(page, "interview")]
    assert starts
    assert {at.hour for at in starts} <= {20, 21, 22}, "10:00 in Shanghai; 14:00 and 16:00 there are their night"
    form = page[page.index('value="interview"') :]
    for day, options in re.findall(r'<optgroup label="([^"]+)">(.*?)</optgroup>', form, re.DOTALL):
        assert all(label.startswith(day) for label in re.findall(r">([^<]+)</option>", options))


def test_the_job_is_called_as_its_description_is_headed(door: Door) -> None:
    jobs = door.ws.settings.home / "jobs"
    jobs.mkdir()
    (jobs / "sales.en.txt").write_text("# Key Account Manager\n\nYou will ...\n", encoding="utf-8")
    path = sent(door.ws, language="en", name="Ann Lee", title="高级销售经理")
    assert "about Key Account Manager" in door.client.get(path, headers=PHONE).text


@on_both
def test_ring_me_then_is_a_promise(door: Door) -> None:
    path = sent(door.ws)
    at = offered(door.client.get(path).text, "ring")[4]
    for _ in range(2):
        answer = door.client.post(path, data={"choice": "ring", "at": at})
        assert answer.status_code == 200
    now = person(door.ws)
    assert now.promised_at == now.next_call_at == datetime.fromisoformat(at)
    assert now.status is Status.CONTACTED
    assert [(r.kind, r.due_at) for r in rows(door.ws, Reminder)] == [
        (ReminderKind.CALL_BACK, datetime.fromisoformat(at))
    ]
    assert [m.state for m in rows(door.ws, OutboxMessage)] == [MessageState.CANCELLED]
    assert [a.disposition for a in rows(door.ws, Attempt)] == [Disposition.REPLIED]


@on_both
def test_an_interview_is_booked_once_and_for_one(door: Door) -> None:
    first, second = sent(door.ws), sent(door.ws, "person-2")
    at = offered(door.client.get(first).text, "interview")[0]
    assert door.client.post(first, data={"choice": "interview", "at": at}).status_code == 200
    late = door.client.post(second, data={"choice": "interview", "at": at})
    assert late.status_code == 409
    assert "另选一个" in late.text
    assert [(i.candidate_id, i.starts_at) for i in rows(door.ws, Interview)] == [
        ("person-1", datetime.fromisoformat(at))
    ]
    assert person(door.ws).status is Status.INTERVIEW_BOOKED
    assert at not in offered(door.client.get(second).text, "interview")


def test_write_instead_and_not_now(door: Door) -> None:
    path = sent(door.ws)
    door.client.post(path, data={"choice": "write"})
    assert [r.kind for r in rows(door.ws, Reminder)] == [ReminderKind.BOOK_INTERVIEW]
    assert person(door.ws).next_call_at is None
    door.client.post(path, data={"choice": "not_now"})
    promised = person(door.ws).promised_at
    assert promised
    assert timedelta(days=29) < promised - datetime.now(UTC) < timedelta(days=31)


@on_both
def test_forget_me_closes_everything(door: Door) -> None:
    path = sent(door.ws)
    page = door.client.post(path, data={"choice": "stop"}).text
    assert "不会再联系您" in page
    assert person(door.ws).is_do_not_contact
    assert len(rows(door.ws, Suppression)) == 2
    assert [m.state for m in rows(door.ws, OutboxMessage)] == [MessageState.CANCELLED]
    again = door.client.post(path, data={"choice": "write"})
    assert "不会再联系您" in again.text
    assert person(door.ws).is_do_not_contact


@pytest.mark.parametrize("at", ["2020-01-01T10:00+00:00", "2020-01-01T10:00", "tomorrow", ""])
def test_only_offered_times_can_be_chosen(door: Door, at: str) -> None:
    path = sent(door.ws)
    assert door.client.post(path, data={"choice": "ring", "at": at}).status_code in (400, 409)
    assert rows(door.ws, Attempt) == []


def test_links_that_are_not_ours_or_have_ended(door: Door) -> None:
    path = sent(door.ws)
    wrong = path[:-1] + ("A" if path[-1] != "A" else "B")
    for bad in (wrong, links.DOOR_PATH + "/x", links.DOOR_PATH + "/" + "é" * 34, f"{wrong}/job"):
        assert door.client.get(bad).status_code == 404
        assert door.client.post(bad, data={"choice": "stop"}).status_code in (404, 405)
    old = sent(door.ws, "person-2", at=datetime.now(UTC) - timedelta(days=31))
    assert door.client.get(old).status_code == 404
    assert door.client.post(old, data={"choice": "stop"}).status_code == 404
    assert not person(door.ws).is_do_not_contact


def test_the_job_is_shown_and_looking_is_behaviour(door: Door) -> None:
    path = sent(door.ws)
    assert door.client.get(f"{path}/job").status_code == 404
    folder = door.ws.settings.home / "jobs"
    folder.mkdir()
    (folder / f"{person(door.ws).role_family}.txt").write_text("五险一金 <b>&", encoding="utf-8")
    assert "五险一金 &lt;b&gt;&amp;" in door.client.get(f"{path}/job", headers=PHONE).text
    assert [b.event for b in rows(door.ws, BehaviourEvent)] == ["jd_view"]


@on_both
def test_unsubscribing_asks_first_and_takes_the_one_click_post(door: Door) -> None:
    sent(door.ws)
    message = rows(door.ws, OutboxMessage)[0]
    url = links.unsubscribe_url(door.ws.vault, PUBLIC, message.message_id)
    assert url
    path = url.removeprefix(PUBLIC)
    assert door.client.get(path).status_code == 200
    assert not person(door.ws).is_do_not_contact
    for _ in range(2):
        assert door.client.post(path, data={"List-Unsubscribe": "One-Click"}).status_code == 200
    assert person(door.ws).is_do_not_contact
    assert door.client.post(path[:-4] + "abcd", data={"List-Unsubscribe": "One-Click"}).status_code == 404
