"""The last step of reading any format: only values that every database and every JSON can keep are handed out.

An escape of JSON or YAML, a cell or the name of an archive's member may hold what is no character of any text: PostgreSQL
takes no NUL, nothing takes half of a surrogate pair, and no JSON takes a number that is none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from ringback.readers import patterns as re
from schemas.records import ParsedResume, Provenance, Unreadable

MAX_DEPTH = 60
_FIELDS = tuple(field.name for field in fields(ParsedResume))
_NO_CHARACTER = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def keepable_text(text: str) -> str:
    """Return text without control characters other than white space, and without halves of characters."""
    return _NO_CHARACTER.sub("", text)


def keepable(outcome: ParsedResume | Unreadable) -> ParsedResume | Unreadable:
    """Return what was read without anything that cannot be stored; a value of which nothing stays is absent."""
    if isinstance(outcome, Unreadable):
        resume = keepable(outcome.resume) if outcome.resume else None
        texts = {name: keepable_text(getattr(outcome, name)) for name in ("message", "hint")}
        member = keepable_text(outcome.member) if outcome.member else outcome.member
        return replace(outcome, **texts, member=member, resume=resume if isinstance(resume, ParsedResume) else None)
    if _is_plain(outcome):
        return outcome  # as nearly every one
    changed: dict[str, Any] = {}
    for name in _FIELDS:
        value = getattr(outcome, name)
        if not value:
            continue
        kept = _kept(value)
        if kept is not value and kept != value:
            changed[name] = kept if kept or not isinstance(value, str) or name in {"text", "format"} else None
    return replace(outcome, **changed) if changed else outcome


def _is_plain(resume: ParsedResume) -> bool:
    """Tell a resume of which nothing can be odd, by one look at all its texts; False where only the slow way tells."""
    texts: list[str] = []
    for name in _FIELDS:
        value = getattr(resume, name)
        if not value or value is True:
            continue
        if isinstance(value, str):
            texts.append(value)
        elif name == "provenance":
            texts += [origin.evidence for origin in value]
        elif isinstance(value, tuple):
            if "" in value:
                return False
            texts += value
        elif not isinstance(value, (int, date)) and not (isinstance(value, float) and math.isfinite(value)):
            return False  # what a row says besides: anything that a file can hold
    return _NO_CHARACTER.search("\t".join(texts)) is None


def _kept(value: Any, depth: int = 0) -> Any:
    if isinstance(value, str):
        return keepable_text(value).strip() if _NO_CHARACTER.search(value) else value
    if isinstance(value, tuple):
        return tuple(kept for item in value if (kept := _kept(item)) != "")
    if isinstance(value, Provenance):
        is_odd = _NO_CHARACTER.search(value.evidence) is not None
        return replace(value, evidence=keepable_text(value.evidence)) if is_odd else value
    if depth > MAX_DEPTH or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, Mapping):
        return {keepable_text(str(key)): _kept(item, depth + 1) for key, item in value.items()}
    return [_kept(item, depth + 1) for item in value] if isinstance(value, list) else value
