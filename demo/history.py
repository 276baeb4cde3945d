"""Telling the product of four weeks of invented calls: the older ones as an imported log, the newest ones call by call."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ringback.actions.followup import log_call
from ringback.actions.import_history import import_attempts
from ringback.actions.replies import record_reply
from ringback.errors import RingbackError
from ringback.rules.calendars import holiday_calendar
from ringback.rules.quiet import next_open_at
from ringback.rules.status import DISPOSITION_OF_OUTCOME
from ringback.store.queries.find import find_candidates
from ringback.workspace import Workspace
from schemas.words import CallOutcome, Channel

CALLS = Path(__file__).with_name("calls.jsonl")
LOGGED_BY_HAND_DAYS = 3


def log_history(workspace: Workspace, *, now: datetime) -> str:
    """Import the older calls and log the newest ones and the replies; return what was done in one sentence.

    Every line has an event id of its own, so a second call changes nothing.
    """
    lines = [json.loads(line) for line in CALLS.read_text(encoding="utf-8").splitlines()]
    people = _people(workspace, lines)
    old = [
        n for n, line in enumerate(lines) if line["at_days_ago"] > LOGGED_BY_HAND_DAYS and line["direction"] == "out"
    ]
    summary = import_attempts(workspace, _log_file(workspace, lines, old, people, now), now=now)
    n_logged, refused = 0, []
    for n, line in enumerate(lines):
        if n in old or line["person_id"] not in people:
            continue
        try:
            _log(workspace, line, people[line["person_id"]], f"demo-{n}", now)
            n_logged += 1
        except RingbackError as error:
            refused.append(str(error))
    told = f"{summary.stored} calls imported ({summary.known} known), {n_logged} calls and replies logged"
    return told + (f"; refused: {refused}" if refused else "")


def now_for_messages(workspace: Workspace) -> datetime:
    """Return the next moment at which the office's candidates may be written to, so that the demo shows sending at any hour."""
    zone = workspace.settings.timezone
    return next_open_at(
        datetime.now(UTC), timezone=zone, hours=workspace.policy.message_hours, is_holiday=holiday_calendar(zone)
    )


def _people(workspace: Workspace, lines: list[dict[str, Any]]) -> dict[str, str]:
    """Return the candidate of each invented person, found by phone or mail as a recruiter would."""
    found: dict[str, str] = {}
    with workspace.reading() as session:
        for line in lines:
            for wanted in (line["phone"], line["email"]):
                fitting = find_candidates(session, workspace.vault, wanted or "")
                named = [c for c in fitting if c.name == line["name"]] or fitting
                if len(named) == 1:
                    found.setdefault(line["person_id"], named[0].candidate_id)
    return found


def _log_file(
    workspace: Workspace, lines: list[dict[str, Any]], chosen: list[int], people: dict[str, str], now: datetime
) -> Path:
    path = workspace.settings.home / "imports" / "demo-calls.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        for n in chosen:
            row = {
                "event_id": f"demo-{n}",
                "candidate_id": people.get(lines[n]["person_id"], lines[n]["person_id"]),
                "channel": lines[n]["channel"],
                "direction": lines[n]["direction"],
                "started_at_utc": _at(workspace, lines[n], now).isoformat(),
                "disposition": DISPOSITION_OF_OUTCOME[CallOutcome(lines[n]["outcome"])].value,
                "agent_id": "demo",
                "note": lines[n]["note"],
            }
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path


def _log(workspace: Workspace, line: dict[str, Any], candidate_id: str, event_id: str, now: datetime) -> None:
    at = _at(workspace, line, now)
    if line["direction"] == "in":
        record_reply(
            workspace,
            candidate=candidate_id,
            channel=Channel(line["channel"]),
            text=line["note"] or "好的",
            now=now,
            at=at,
            event_id=event_id,
        )
        return
    callback = None
    if line["callback_hour"] is not None:
        tomorrow = now.astimezone(ZoneInfo(workspace.settings.timezone)) + timedelta(days=1)
        callback = tomorrow.replace(hour=line["callback_hour"], minute=0, second=0, microsecond=0)
    log_call(
        workspace,
        candidate=candidate_id,
        outcome=CallOutcome(line["outcome"]),
        now=now,
        at=at,
        note=line["note"] or None,
        callback_at=callback,
        actor="demo",
        event_id=event_id,
    )


def _at(workspace: Workspace, line: dict[str, Any], now: datetime) -> datetime:
    day = now.astimezone(ZoneInfo(workspace.settings.timezone)) - timedelta(days=line["at_days_ago"])
    local = day.replace(hour=line["local_hour"], minute=line["local_minute"], second=0, microsecond=0)
    return min(local.astimezone(UTC), now)
