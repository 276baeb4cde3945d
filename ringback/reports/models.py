"""The register of models as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from schemas.tables import ModelVersion

NOT_LEARNED = "尚未学习 / not learned yet"
SHOWN = ("n_calls", "n_candidates", "n_answered", "matured_mean_p", "matured_rate", "matured_calibration_error")


def model_rows(models: Iterable[ModelVersion], *, with_metrics: bool) -> list[dict[str, Any]]:
    """Return a row a version: standing, whether it is pinned, by whom and why, and its figures (all, or what fits a line)."""
    return [
        {
            "kind": row.kind,
            "version": row.version,
            "standing": row.standing + (" (pinned)" if row.is_pinned else ""),
            "badge": NOT_LEARNED if row.params.get("is_learned") is False else None,
            "promoted_by": row.promoted_by,
            "reason": row.reason,
            "metrics": row.metrics if with_metrics else _short(row.metrics),
        }
        for row in models
    ]


def model_lines(rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Tell such rows in lines, the version whole so that it can be copied."""
    for row in rows:
        yield "  ".join(filter(None, (row["version"], row["standing"], row["badge"])))
        if row["promoted_by"]:
            yield f"    {row['promoted_by']}: {row['reason'] or '—'}"
        if row["metrics"]:
            yield f"    {row['metrics']}"


def _short(metrics: dict[str, Any]) -> str:
    return ", ".join(f"{name} {metrics[name]}" for name in SHOWN if metrics.get(name) is not None)
