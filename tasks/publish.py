"""Leaving artifacts: what a person sees of a run in the Prefect UI."""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from prefect.artifacts import (
    create_markdown_artifact,
    create_progress_artifact,
    create_table_artifact,
    update_progress_artifact,
)

from ringback.workspace import Workspace


def publish_markdown(key: str, markdown: str, description: str) -> None:
    """Leave a markdown artifact; versions under one key make its history page."""
    create_markdown_artifact(markdown=markdown, key=key, description=description)


def publish_table(key: str, rows: list[dict[str, Any]], description: str) -> None:
    """Leave a table artifact that can be searched; an empty one shows that there was nothing."""
    create_table_artifact(table=rows or [{"—": "没有 / nothing"}], key=key, description=description)


class ProgressBar:
    """A progress artifact that is updated at most once for every hundredth, so that it costs little."""

    def __init__(self, key: str, description: str) -> None:
        self._id = cast("UUID", create_progress_artifact(progress=0.0, key=key, description=description))
        self._shown = 0.0

    def __call__(self, done: int, total: int) -> None:
        """Show ``done`` of ``total``."""
        percent = 100.0 * done / max(1, total)
        if percent - self._shown >= 1 or done == total:
            self._shown = percent
            update_progress_artifact(self._id, progress=percent)


def shows_contacts(workspace: Workspace) -> bool:
    """Tell whether artifacts may show whole phone numbers."""
    return workspace.settings.artifact_contacts == "full"
