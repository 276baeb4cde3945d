"""The documented columns of each export, in their order, and how a value stands in a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "candidates": ("candidate_id", "name", "status", "role_family", "source", "phones", "emails", "city", "title", "employer",
                   "owner", "p_lost", "next_call_at", "created_at", "updated_at", "wechat", "linkedin", "timezone"),
    "sources": ("record_id", "candidate_id", "source", "path", "received_at", "also_seen_in"),
    "reviews": ("record_id_a", "record_id_b", "state", "evidence", "weight"),
    "attempts": ("event_id", "record_id", "channel", "direction", "started_at_utc", "agent_id", "disposition", "duration_sec",
                 "template_id", "note", "candidate_id"),
    "windows": ("candidate_id", "record_id", "rank", "starts_at", "ends_at", "starts_at_local", "p_answer", "p_low", "p_high",
                "n_calls", "reason", "is_random", "propensity"),
    "scores": ("candidate_id", "record_id", "as_of", "p_lost", "reasons", "model", "priority", "tries_left", "p_wrong",
               "p_miss"),
    "rates": ("role_family", "weekday", "hour", "n_calls", "n_answered", "rate", "low", "high", "note", "pooled"),
    "causes": ("candidate_id", "cause", "sentence", "evidence"),
    "outbox": ("message_id", "candidate_id", "channel", "to", "template", "marker", "state", "reason", "planned_at", "due_at",
               "accepted_at", "delivered_at", "provider_id", "n_tries", "error_code"),
    "experiments": ("experiment", "role_family", "arm", "n", "successes", "rate", "low", "high", "p_best", "verdict",
                    "as_of", "look"),
    "assignments": ("experiment", "candidate_id", "record_id", "arm", "assigned_at", "exposed_at"),
    "quarantine": ("path", "source", "code", "message", "hint", "received_at", "state", "member", "quarantine_id"),
}  # fmt: skip


def as_plain(value: Any) -> Any:
    """Return a value as JSON knows it: instants as ISO 8601 with Z, words by value."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value


def as_cell(value: Any) -> Any:
    """Return a value as one CSV cell: lists and objects as JSON."""
    plain = as_plain(value)
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, list | dict) else plain
