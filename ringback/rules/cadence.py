"""When to ring next, and when to stop: days between tries, tries in all, another part of the day.

The number of tries follows the probability that the candidate is lost (policy ``cadence.tiers``): likely reachable people
are tried up to daily, likely lost ones once or twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from schemas.policy import Band, CadencePolicy, CadenceTier, HoursPolicy
from schemas.records import Attempt, Window
from schemas.words import Channel, Direction, Disposition

ANSWERS = frozenset(
    {
        Disposition.ANSWERED,
        Disposition.BOOKED,
        Disposition.CALL_LATER,
        Disposition.NOT_INTERESTED,
        Disposition.OPTED_OUT,
    }
)
"""Dispositions of a call in which the candidate spoke."""


def tier_for(p_lost: float | None, policy: CadencePolicy) -> CadenceTier:
    """Return the tier of this probability; unknown counts as the middle of the scale."""
    p = 0.5 if p_lost is None else p_lost
    return next(tier for tier in policy.tiers if p <= tier.up_to_p_lost)


def is_sign_of_life(attempt: Attempt) -> bool:
    """Tell whether the candidate spoke or wrote; an automatic answer to a message is none."""
    is_automatic = attempt.channel is not Channel.CALL and attempt.disposition is Disposition.UNKNOWN
    return attempt.disposition in ANSWERS or (attempt.direction is Direction.IN and not is_automatic)


def calls_since_answer(history: Sequence[Attempt]) -> list[Attempt]:
    """Return the outgoing calls after the last sign of life, oldest first: the tries that count against the limit."""
    tries: list[Attempt] = []
    for attempt in sorted(history, key=lambda a: a.at):
        if is_sign_of_life(attempt):
            tries.clear()
        elif attempt.channel is Channel.CALL:
            tries.append(attempt)
    return tries


def tries_left(history: Sequence[Attempt], *, p_lost: float | None, policy: CadencePolicy) -> int:
    """Return how many more calls the policy allows before the candidate is given up; never below zero."""
    return max(0, tier_for(p_lost, policy).max_tries - len(calls_since_answer(history)))


def band_of(at: datetime, *, timezone: str, bands: Sequence[Band]) -> str | None:
    """Return the name of the part of the day, in the candidate's zone, that ``at`` falls into; None outside all."""
    hour = at.astimezone(ZoneInfo(timezone)).hour
    return next((band.name for band in bands if band.first_hour <= hour < band.last_hour), None)


def earliest_next_call(
    history: Sequence[Attempt], *, timezone: str, p_lost: float | None, policy: CadencePolicy
) -> datetime | None:
    """Return the start of the local day, in UTC, from which another call is allowed; None if it is allowed now."""
    tries = calls_since_answer(history)
    if not tries:
        return None
    zone = ZoneInfo(timezone)
    last = tries[-1].at.astimezone(zone)
    day = (last + timedelta(days=tier_for(p_lost, policy).days_between)).date()
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def next_call_at(
    history: Sequence[Attempt],
    windows: Sequence[Window],
    *,
    now: datetime,
    timezone: str,
    p_lost: float | None,
    bands: Sequence[Band],
    policy: CadencePolicy,
) -> datetime | None:
    """Choose when to ring next, in UTC; None once the policy says to stop ringing, or when no window is open.

    ``windows`` come best first and already lie in legal hours. The band of the last unanswered call is taken only if no
    other band has a window: repeats in the same period bring less each time (Kulka & Weeks 1988, Journal of Official
    Statistics 4).
    """
    if tries_left(history, p_lost=p_lost, policy=policy) == 0:
        return None
    floor = max(now, earliest_next_call(history, timezone=timezone, p_lost=p_lost, policy=policy) or now)
    ahead = [window for window in windows if window.ends_at > floor]
    if not ahead:
        return None
    tries = calls_since_answer(history)
    failed = band_of(tries[-1].at, timezone=timezone, bands=bands) if tries else None
    times = [max(floor, window.starts_at) for window in ahead]
    other = [at for at in times if band_of(at, timezone=timezone, bands=bands) != failed]
    return (other or times)[0]


def is_settled(due_at: datetime, *, is_told: bool, as_of: datetime, timezone: str, hours: HoursPolicy) -> bool:
    """Tell whether a planned call stays as it is, whatever a plan made at ``as_of`` would choose.

    It does once the recruiter was told of it (``is_told``) or the call hours of its day have begun where the candidate is
    (``timezone``), until the clock hour that it lies in is over: then nobody made it, and the plan decides anew.
    """
    zone = ZoneInfo(timezone)
    due, local = due_at.astimezone(zone), as_of.astimezone(zone)
    has_begun = local.date() == due.date() and local.hour >= hours.first_hour
    past_the_hour = timedelta(minutes=due.minute, seconds=due.second, microseconds=due.microsecond)
    return (is_told or has_begun) and as_of < due_at - past_the_hour + timedelta(hours=1)
