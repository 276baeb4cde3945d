"""Whether the columns of an outside file look like the ones that are wanted, and what to say of those that do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

PERSON = ("record_id", "candidate_id")
NEEDED_OF_ATTEMPTS = (PERSON, ("started_at_utc",))
NEEDED_OF_EVENTS = (PERSON, ("at_utc",), ("event",))
"""Without one of each of these no row can be taken."""

LONGEST_SHOWN = 60  # letters of a name
MOST_SHOWN = 30
MAX_UNKNOWN = 1_000
"""The most names of columns that are kept of a file; a spreadsheet of people has dozens."""


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


def nearest_columns(unknown: Sequence[str], known: Mapping[str, str]) -> dict[str, str | None]:
    """Return for each unknown column which of ours may be meant by its spelling, None if no name comes near.

    ``known`` gives our column for each name that is understood.
    """
    near = {name: get_close_matches(name.strip().casefold().replace(" ", "_"), known, n=1) for name in unknown}
    return {name: known[match[0]] if match else None for name, match in near.items()}


def unknown_sentence(nearest: Mapping[str, str | None], *, what_becomes: str, has_more: bool = False) -> str:
    """Return which columns are not known, what may be meant, what becomes of them, and what to do; empty if there is none.

    With ``has_more`` the file has more of them than were looked at.
    """
    if not nearest:
        return ""
    nearest = {_shown(name): meant for name, meant in nearest.items()}
    shown = [name if meant is None else f"{name} ({meant}?)" for name, meant in list(nearest.items())[:MOST_SHOWN]]
    n_more = len(nearest) - MOST_SHOWN
    more = f" and {'more than ' if has_more else ''}{n_more} more" if n_more > 0 else ""
    return (
        f"Columns that are not known: {', '.join(shown)}{more}. {what_becomes} To use one, name it in a file for --mapping,"
        f" a line each, such as: {_example(nearest)}"
    )


def _shown(name: str) -> str:
    """Return the name of a column without signs that a terminal obeys, cut where it is a text."""
    return "".join(mark if mark.isprintable() else "\ufffd" for mark in name[:LONGEST_SHOWN])


def _example(nearest: Mapping[str, str | None]) -> str:
    return next((f"{meant}: {name}" for name, meant in nearest.items() if meant), f"...: {next(iter(nearest))}")
