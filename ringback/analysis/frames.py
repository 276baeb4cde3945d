"""The columns of every frame that enters or leaves this floor, and the check at the door.

A table maps a column to its kind: ``str``, ``instant`` (aware UTC), ``local`` (naive wall time in the candidate's zone),
``date``, ``float``, ``int`` or ``bool``. Columns of an ``_OPTIONAL`` table may be absent and then get the value named there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

from ringback.places import as_texts, places

if TYPE_CHECKING:
    from numpy.typing import NDArray

BLOCK_ROWS: Final = 16_384

IsQuiet = Callable[[str, date], bool]
"""``is_quiet(zone, day)``: may nobody in this IANA zone be rung on this local day?"""

CALLS: Final[Mapping[str, str]] = {
    "candidate_id": "str",
    "role_family": "str",
    "source": "str",
    "timezone": "str",
    "called_at": "instant",
    "disposition": "str",
    "duration_seconds": "float",
    "agent_id": "str",
    "was_random": "bool",
}
CALLS_OPTIONAL: Final[Mapping[str, Any]] = {
    "duration_seconds": float("nan"),
    "agent_id": None,
    "was_random": False,
}

EVENTS: Final[Mapping[str, str]] = {"candidate_id": "str", "at": "instant", "event": "str", "machine": "bool"}

CANDIDATES: Final[Mapping[str, str]] = {
    "candidate_id": "str",
    "role_family": "str",
    "source": "str",
    "timezone": "str",
    "status": "str",
    "created_at": "instant",
    "has_phone": "bool",
    "promised_at": "instant",
    "wish_first_hour": "float",
    "wish_last_hour": "float",
    "call_first_hour": "float",
    "call_last_hour": "float",
    "not_before_at": "instant",
    "phone_since": "instant",
    "last_reply_at": "instant",
    "reopened_at": "instant",
    "has_dead_mail": "bool",
}
CANDIDATES_OPTIONAL: Final[Mapping[str, Any]] = {
    "created_at": pd.NaT,
    "has_phone": True,
    "promised_at": pd.NaT,
    "wish_first_hour": float("nan"),
    "wish_last_hour": float("nan"),
    "call_first_hour": float("nan"),
    "call_last_hour": float("nan"),
    "not_before_at": pd.NaT,
    "phone_since": pd.NaT,
    "last_reply_at": pd.NaT,
    "reopened_at": pd.NaT,
    "has_dead_mail": False,
}
"""``wish_*_hour``: the person's own wish, local hours, end excluded; ``call_*_hour``: the hours of their sequence, which
a wish outranks. ``not_before_at``: the cadence waits until then (a
message was sent first). ``phone_since``: the present number is known since then, so an older wrong number is history.
``reopened_at``: they were taken back into the pool then, and their tries count anew."""

RATES: Final[tuple[str, ...]] = (
    "role_family",
    "weekday",
    "hour",
    "n_calls",
    "n_answered",
    "n_calls_part",
    "rate",
    "low",
    "high",
    "borrowed_from",
    "note",
    "note_zh",
)
DIFFERENCES: Final[tuple[str, ...]] = (
    "role_family",
    "best_part",
    "best_part_zh",
    "best_rate",
    "median_rate",
    "p_usable",
    "is_usable",
    "n_calls",
    "verdict",
    "verdict_zh",
)
WINDOWS: Final[tuple[str, ...]] = (
    "candidate_id",
    "rank",
    "starts_at",
    "ends_at",
    "starts_at_local",
    "p_answer",
    "p_low",
    "p_high",
    "n_calls",
    "is_random",
    "propensity",
    "reason",
    "reason_zh",
)
SCORES: Final[tuple[str, ...]] = (
    "candidate_id",
    "p_lost",
    "p_wrong",
    "p_reachable",
    "p_miss",
    "n_calls",
    "n_misses",
    "reasons",
    "reasons_zh",
)
PRIORITIES: Final[tuple[str, ...]] = ("candidate_id", "priority", "tries_left", "reason", "reason_zh")
CAUSES: Final[tuple[str, ...]] = ("candidate_id", "cause", "sentence", "sentence_zh", "evidence")
GROUP_CAUSES: Final[tuple[str, ...]] = ("group_by", "group", "cause", "count", "low", "high", "n_missed", "share")

_PANDAS_KINDS: Final[Mapping[str, Callable[[pd.Series[Any]], Any]]] = {
    "str": lambda s: pd.api.types.is_string_dtype(s) or isinstance(s.dtype, pd.CategoricalDtype) or s.isna().all(),
    "instant": lambda s: isinstance(s.dtype, pd.DatetimeTZDtype) and str(s.dtype.tz) == "UTC",
    "float": pd.api.types.is_numeric_dtype,
    "bool": pd.api.types.is_bool_dtype,
}


class FrameError(ValueError):
    """A frame at the door lacks a column or has one of the wrong type; the message names frame, column and expected type."""


def check_frame(
    frame: pd.DataFrame, columns: Mapping[str, str], optional: Mapping[str, Any], *, name: str
) -> pd.DataFrame:
    """Return ``frame`` with exactly ``columns``, absent optional ones filled; extra columns are left out.

    Raises :class:`FrameError` naming the frame, the column and what was expected. An instant that is absent in all rows
    may come as an untyped empty column; a bool may not be missing in a row.
    """
    absent = [column for column in columns if column not in frame.columns and column not in optional]
    if absent:
        raise FrameError(f"frame {name!r} has no column {', '.join(absent)}; it needs {', '.join(columns)}")
    checked = {column: _column(frame, column, kind, optional, name=name) for column, kind in columns.items()}
    return pd.DataFrame(checked, index=frame.index, copy=False).reset_index(drop=True)


def check_as_of(as_of: datetime) -> pd.Timestamp:
    """Return ``as_of`` as a UTC timestamp; raise :class:`FrameError` if it has no zone."""
    if as_of.tzinfo is None:
        raise FrameError(f"as_of {as_of!r} has no zone: instants are aware UTC")
    return pd.Timestamp(as_of.astimezone(UTC))


def only(frame: pd.DataFrame, kept: NDArray[np.bool_]) -> pd.DataFrame:
    """Return the rows that are kept, numbered anew; where all are, nothing is copied."""
    return frame.reset_index(drop=True) if kept.all() else frame[kept].reset_index(drop=True)


def places_of(wanted: pd.Series[Any], ids: pd.Series[Any]) -> NDArray[np.int64]:
    """Return where each of ``wanted`` stands in ``ids``; -1 for strangers.

    Most frames of one night hold the same people in the same order, which costs nothing to see.
    """
    return np.arange(len(ids)) if are_same(wanted, ids) else places(wanted, ids)


def are_same(some: pd.Series[Any], others: pd.Series[Any]) -> bool:
    """Tell whether two columns hold the same texts in the same order."""
    if len(some) != len(others):
        return False
    return some.array is others.array or bool(as_texts(some).equals(as_texts(others)))


def distinct(key: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where each different key first stands, and which of them each row has; a hash table, no sorting."""
    codes, values = pd.factorize(key)
    first = np.zeros(len(values), dtype=np.int64)
    first[codes[::-1]] = np.arange(len(key))[::-1]
    return first, codes


def blocks(n: int) -> Iterator[slice]:
    """Yield the places 0 to ``n`` in blocks whose columns the processor keeps at hand, where a long sum is made of many."""
    for start in range(0, n, BLOCK_ROWS):
        yield slice(start, min(start + BLOCK_ROWS, n))


def shared_texts(where: NDArray[Any], texts: Sequence[str | None]) -> pd.Series[Any]:
    """Return ``texts[where]`` as a categorical column: each different text is held once, however many rows share it.

    Different places may hold one text, None and place -1 are missing.
    """
    codes, found = pd.factorize(np.array([*texts], dtype=object))
    table = np.append(codes, -1).astype(np.int32)
    return pd.Series(pd.Categorical.from_codes(table[where], categories=pd.Index(found, dtype="str")))


def codes_of(values: pd.Series[Any], names: Sequence[str]) -> NDArray[np.int64]:
    """Return where each value stands in ``names``; -1 for other or absent values."""
    codes, found = pd.factorize(values)
    places = pd.Index(list(names), dtype="object").get_indexer(pd.Index(found, dtype="object"))
    return np.append(places, -1)[codes].astype(np.int64)


def _column(frame: pd.DataFrame, column: str, kind: str, optional: Mapping[str, Any], *, name: str) -> pd.Series[Any]:
    if column not in frame.columns:
        return _filled(optional[column], kind, frame.index)
    values = frame[column]
    if kind == "instant" and values.isna().all() and not isinstance(values.dtype, pd.DatetimeTZDtype):
        return _filled(pd.NaT, kind, frame.index)
    if not _PANDAS_KINDS[kind](values):
        expected = "datetime64 with zone UTC" if kind == "instant" else kind
        raise FrameError(f"frame {name!r}, column {column!r}: expected {expected}, found {values.dtype}")
    return values


def _filled(value: object, kind: str, index: pd.Index[Any]) -> pd.Series[Any]:
    dtype = {"str": "str", "instant": "datetime64[us, UTC]", "float": "float64", "bool": "bool"}[kind]
    return pd.Series(value, index=index, dtype=dtype)


def micros(instants: pd.Series[Any], absent: int | NDArray[np.int64]) -> NDArray[np.int64]:
    """Return instants as microseconds since 1970, ``absent`` where there is none."""
    values = instants.astype("datetime64[us, UTC]")
    return np.where(values.isna(), absent, values.astype("int64").to_numpy())
