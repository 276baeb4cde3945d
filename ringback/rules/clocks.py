"""How far apart clocks may be: phones, servers and outside logs never agree to the second. The one place that says so."""

from __future__ import annotations

from datetime import datetime, timedelta

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
