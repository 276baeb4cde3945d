"""Whether the columns of an outside log look like the ones that are wanted, and what to say if they do not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches

PERSON = ("record_id", "candidate_id")
NEEDED_OF_ATTEMPTS = (PERSON, ("started_at_utc",))
NEEDED_OF_EVENTS = (PERSON, ("at_utc",), ("event",))
"""Without one of each of these no row can be taken."""

MOST_SHOWN = 30


def columns_hint(found: Sequence[str], *, needed: Sequence[Sequence[str]], known: Collection[str]) -> str | None:
    """Return which columns were found, which are wanted, and how to name them; None if all that is needed is there."""
    missing = [group for group in needed if not set(group) & set(found)]
    if not missing:
        return None
    unknown = [name for name in found if name not in known]
    shown = ", ".join(found[:MOST_SHOWN]) + (" ..." if len(found) > MOST_SHOWN else "") or "none"
    wanted = ", ".join(" or ".join(group) for group in needed)
    lines = "; ".join(f"{group[0]}: {_likeliest(group, unknown)}" for group in missing)
    return (
        f"The columns look unlike. Found: {shown}. Wanted: {wanted}; known besides:"
        f" {', '.join(sorted(set(known) - {name for group in needed for name in group}))}."
        f" Name theirs in a file for --mapping, a line each, such as: {lines}"
    )


def _likeliest(group: Sequence[str], unknown: Sequence[str]) -> str:
    """Return the column that may be meant, by its spelling; three dots if none comes near."""
    folded = {name.casefold().replace(" ", "_"): name for name in unknown}
    near = [match for name in group for match in get_close_matches(name, folded, n=1)]
    return folded[near[0]] if near else "..."
