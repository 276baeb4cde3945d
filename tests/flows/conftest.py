"""One Prefect server for all flow tests, and a home folder for each."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from prefect.client.orchestration import get_client
from prefect.client.schemas.filters import ArtifactFilter, ArtifactFilterKey
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, PREFECT_LOGGING_TO_API_ENABLED, temporary_settings
from prefect.testing.utilities import prefect_test_harness

from ringback.actions.ingest import ingest_drop
from ringback.settings import Settings
from ringback.workspace import Workspace, open_workspace
from tasks import steps

INBOX = Path(__file__).parents[2] / "demo" / "inbox"


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Give a server; without heartbeats, which cost each flow a second and show nothing here."""
    with (
        prefect_test_harness(server_startup_timeout=180),
        temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None, PREFECT_LOGGING_TO_API_ENABLED: False}),
    ):
        yield


@pytest.fixture
def flow_ws(prefect_server: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """Give the workspace that the tasks of this test open, as an installation would: through the environment."""
    monkeypatch.setenv("RINGBACK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RINGBACK_SETTLE_SECONDS", "0")
    workspace = steps.workspace()
    yield workspace
    workspace.engine.dispose()


@pytest.fixture
def dropped(flow_ws: Workspace) -> Workspace:
    """Give a workspace with a handful of resumes of two boards in its drop folders, one of them unreadable."""
    for source in ("zhaopin", "boss"):
        shutil.copytree(INBOX / source, flow_ws.drop / source)
    return flow_ws


@pytest.fixture(scope="session")
def ingested_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a home folder in which two boards were taken in; tests work on copies of it."""
    home = tmp_path_factory.mktemp("ingested") / "home"
    workspace = open_workspace(Settings(home=home, settle_seconds=0))
    for source in ("zhaopin", "boss"):
        shutil.copytree(INBOX / source, workspace.drop / source)
    ingest_drop(workspace, clock=lambda: datetime.now(UTC))
    workspace.engine.dispose()
    return home


@pytest.fixture
def pool(ingested_home: Path, flow_ws: Workspace) -> Workspace:
    """Give a workspace with a small pool."""
    flow_ws.engine.dispose()
    shutil.rmtree(flow_ws.settings.home)
    shutil.copytree(ingested_home, flow_ws.settings.home)
    steps._opened.cache_clear()
    return steps.workspace()


@pytest.fixture
def artifact(prefect_server: None) -> Callable[[str], Any]:
    """Give a look-up of the newest artifact under a key."""

    def newest(key: str) -> Any:
        async def read() -> Any:
            async with get_client() as client:
                found = await client.read_artifacts(artifact_filter=ArtifactFilter(key=ArtifactFilterKey(any_=[key])))
                return max(found, key=lambda one: one.created).data if found else None

        return asyncio.run(read())

    return newest
