"""The preview says what then happens, and what waits for a person can be settled from the command line."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from ringback.actions.outreach import dispatch_due
from ringback.actions.outreach_preview import preview_template, preview_waiting
from ringback.errors import UsageError
from ringback.reports.preview import preview_lines
from ringback.rules.wording import count_segments
from ringback.workspace import Workspace
from schemas.tables import Attempt, Candidate, OutboxMessage
from schemas.words import Channel, MessageState, Refusal
from tests.standins.homes import add_person, open_home, ringback, rows
from tests.standins.pool import NOON, add_candidates, plan


def test_the_words_of_the_preview_are_those_that_leave(ws: Workspace) -> None:
    plan(ws, add_candidates(ws, 2), Channel.SMS)
    plan(ws, add_candidates(ws, 1, first=5), Channel.EMAIL)
    seen = {each.message_id: each for each in preview_waiting(ws, now=NOON)}
    assert all(each.leaves_at == NOON and each.blocked is None for each in seen.values())
    dispatch_due(ws, now=lambda: NOON)
    for row in rows(ws, OutboxMessage):
        shown = seen[row.message_id]
        assert (shown.to, shown.subject, shown.body, shown.n_segments) == (
            row.to,
            row.subject,
            row.body,
            row.n_segments,
        )


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.EMAIL])
def test_a_message_names_the_job_that_somebody_wants_before_the_one_that_is_had(
    ws: Workspace, channel: Channel
) -> None:
    wants, has = add_candidates(ws, 2)
    with ws.writing() as session:
        session.get_one(Candidate, wants).desired_title = "船坞主管"
        for who in (wants, has):
            session.get_one(Candidate, who).title = "潮汐观测员"
    plan(ws, [wants, has], channel)
    shown = {each.message_id: each.body for each in preview_waiting(ws, now=NOON)}
    dispatch_due(ws, now=lambda: NOON)
    sent = {row.candidate_id: row for row in rows(ws, OutboxMessage)}
    assert ("船坞主管" in str(sent[wants].body), "潮汐观测员" in str(sent[wants].body)) == (True, False)
    assert "潮汐观测员" in str(sent[has].body)
    assert {row.message_id: row.body for row in sent.values()} == shown


def test_the_preview_names_the_hour_and_what_blocks(ws: Workspace) -> None:
    (who,) = add_candidates(ws, 1)
    plan(ws, [who], campaign="a")
    plan(ws, [who], campaign="b")
    dispatch_due(ws, now=lambda: NOON, limit=1)
    (capped,) = preview_waiting(ws, now=NOON)
    assert capped.blocked == Refusal.FREQUENCY_CAP.both
    assert capped.leaves_at_local is not None
    assert f"{capped.leaves_at_local:%m-%d %H:%M}" == "11-19 09:00"
    with ws.writing() as session:
        session.get_one(Candidate, who).is_do_not_contact = True
    (stopped,) = preview_waiting(ws, now=NOON, candidate=who)
    assert (stopped.leaves_at, stopped.blocked) == (None, Refusal.DO_NOT_CONTACT.both)
    text = "\n".join(preview_lines([stopped]))
    assert "不发送 / never" in text
    assert "+8613900000000" not in text


def test_a_template_is_shown_for_one_person_and_writes_nothing(sqlite_ws: Workspace) -> None:
    add_person(sqlite_ws, at=NOON)
    night = NOON + timedelta(hours=12)
    shown = preview_template(sqlite_ws, candidate="person-1", channel=Channel.SMS, template="missed_call", now=night)
    assert shown.body
    assert "孟知夏" in shown.body
    assert (shown.n_segments, shown.blocked) == (count_segments(shown.body), Refusal.QUIET_HOURS.both)
    with pytest.raises(UsageError, match="no SMS template"):
        preview_template(sqlite_ws, candidate="person-1", channel=Channel.SMS, template="hello", now=NOON)
    assert rows(sqlite_ws, OutboxMessage) == []


def test_a_parked_message_is_listed_and_settled_by_command(tmp_path: Path) -> None:
    home = tmp_path / "home"
    ws = open_home(home)
    plan(ws, add_candidates(ws, 2))
    with ws.writing() as session:
        for row in session.query(OutboxMessage):
            row.state, row.error_code, row.reason, row.n_tries = MessageState.DEAD, "in_doubt", "unclear", 1
            row.sending_at, row.to = NOON, "+8613900000000"
    first, second = rows(ws, OutboxMessage, OutboxMessage.message_id)
    listed = json.loads(ringback(home, "settle", "--json").stdout)["messages"]
    assert {each["marker"] for each in listed} == {first.marker, second.marker}
    assert ringback(home, "settle", first.message_id).returncode == 2
    assert ringback(home, "settle", first.message_id[:8], "--was-sent", "--agent", "hr").returncode == 0
    assert ringback(home, "settle", second.message_id, "--was-not-sent").returncode == 0
    assert ringback(home, "settle", second.message_id, "--was-sent").returncode == 2
    assert [row.state for row in rows(ws, OutboxMessage, OutboxMessage.message_id)] == [
        MessageState.ACCEPTED,
        MessageState.DUE,
    ]
    assert len(rows(ws, Attempt)) == 1  # what was sent stands on the timeline
    shown = json.loads(ringback(home, "preview", "--json", "--reveal").stdout)["messages"]
    assert [each["message_id"] for each in shown] == [second.message_id]
    assert ringback(home, "preview", "--template", "missed_call").returncode == 2
    ws.engine.dispose()
