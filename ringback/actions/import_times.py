"""Is the clock of a call log what its column says? Local times that were labelled UTC are told by the hours they fall on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Literal, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from ringback.analysis.calls import MOST_INSIDE, suspect_shift
from schemas.policy import HoursPolicy
from schemas.tables import CallSlot, CallWindow
from schemas.words import Channel, Direction

Times = Literal["auto", "utc", "local"]
TIMES: tuple[Times, ...] = ("auto", "utc", "local")
LOOK_ROWS = 20_000
MIN_CALLS = 200
"""With fewer calls the hours of a log say too little of its clock."""


class _Window(NamedTuple):
    """The window that stood first in a candidate's plan."""

    starts_at: datetime
    ends_at: datetime
    is_random: bool
    propensity: float | None


def is_written_locally(calls: Sequence[tuple[datetime, str]], hours: HoursPolicy) -> bool:
    """Tell whether these times (as UTC, with the candidate's zone) are certainly the candidates' own clock.

    That is so when by their label many lie at night, and nearly all fall into call hours as they are written.
    """
    if len(calls) < MIN_CALLS:
        return False
    written = np.bincount([at.hour for at, _ in calls], minlength=24)
    local = np.bincount([at.astimezone(ZoneInfo(zone)).hour for at, zone in calls], minlength=24)
    night, _ = suspect_shift(local, hours)
    inside = written[hours.first_hour : hours.last_hour].sum() >= MOST_INSIDE * len(calls)
    return bool(inside and night > suspect_shift(written, hours)[0] and suspect_shift(local, hours)[1] is not None)


def from_local(at: datetime, zone: str) -> datetime:
    """Return the instant of a local time that was labelled UTC."""
    return at.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def with_windows(session: Session, attempts: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Say of each attempt whether it was made in the window that the plan put first, and whether that was a random one."""
    planned = _planned(session, [one["candidate_id"] for one in attempts])
    told = []
    for one in attempts:
        window = planned.get(one["candidate_id"])
        is_call = one["channel"] is Channel.CALL and one["direction"] is Direction.OUT
        kept = is_call and window is not None and window.starts_at <= one["started_at"] < window.ends_at
        told.append(
            one
            | {
                "was_random_window": bool(kept and window and window.is_random),
                "window_propensity": window.propensity if kept and window else None,
            }
        )
    return told


def _planned(session: Session, candidates: Sequence[str]) -> dict[str, _Window]:
    """Return the first window of each of these candidates in the plan that stands now."""
    query = (
        select(
            CallWindow.candidate_id, CallSlot.starts_at, CallSlot.ends_at, CallWindow.is_random, CallWindow.propensity
        )
        .join(CallSlot, CallSlot.slot_id == CallWindow.slot_id)
        .where(CallWindow.rank == 1, CallWindow.candidate_id.in_(sorted(set(candidates))))
    )
    return {row[0]: _Window(*row[1:]) for row in session.execute(query)}
