"""How far apart clocks may be: phones, servers and outside logs never agree to the second. The one place that says so."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

CLOCKS_DIFFER = timedelta(minutes=5)
"""What is further ahead has not happened yet; less is a clock that goes fast, or a minute that was rounded up."""


def is_yet_to_come(at: datetime, *, now: datetime) -> bool:
    """Tell whether something said to have happened at ``at`` cannot have happened yet."""
    return at > now + CLOCKS_DIFFER


def is_over(at: datetime, *, now: datetime) -> bool:
    """Tell whether something that is to come at ``at`` is over already."""
    return at < now - CLOCKS_DIFFER


def is_certainly_after(at: datetime, other: datetime) -> bool:
    """Tell whether something came after something else whose time another clock tells."""
    return at > other + CLOCKS_DIFFER


def on_the_clock(at: datetime, timezone: str) -> str:
    """Return an instant as somebody in ``timezone`` would have typed it."""
    return f"{at.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M} ({timezone})"


_HOUR = re.compile(r"([01]?\d|2[0-3])[:：]([0-5]\d)", re.ASCII)


def coming_hour(text: str, *, timezone: str, now: datetime) -> datetime | None:
    """Return the next instant (aware UTC) at which clocks in ``timezone`` show this hour; None if it is no bare hour.

    ``18:00`` is today's, or tomorrow's once it is over. An hour that the clocks leave out in spring is the one after it.
    """
    written = _HOUR.fullmatch(text.strip())
    if written is None:
        return None
    zone = ZoneInfo(timezone)
    today = now.astimezone(zone).date()
    hour = time(int(written[1]), int(written[2]), tzinfo=zone)
    days = (datetime.combine(today + timedelta(days=n), hour).astimezone(UTC) for n in (0, 1))
    return next((at for at in days if at > now), None)
