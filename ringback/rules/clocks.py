"""How far ahead of ours a clock may be: phones, servers and outside logs never agree to the second."""

from __future__ import annotations

from datetime import datetime, timedelta

FORESIGHT = timedelta(minutes=5)
"""What is further ahead has not happened yet; less is a clock that goes fast, or a minute that was rounded up."""


def is_yet_to_come(at: datetime, *, now: datetime) -> bool:
    """Tell whether something said to have happened at ``at`` cannot have happened yet."""
    return at > now + FORESIGHT


def is_over(at: datetime, *, now: datetime) -> bool:
    """Tell whether something that is to come at ``at`` is over already."""
    return at < now - FORESIGHT
