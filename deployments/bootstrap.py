"""Bring a Prefect server in line with this project: work pool, deployments, limits, and the automation against zombies.

Run it as often as you like, on any machine that reaches the server: ``python -m deployments.bootstrap``. It needs
``PREFECT_API_URL``; the working directory must be the project's, since ``prefect.yaml`` is read from there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.client.schemas.objects import StateType
from prefect.events.actions import ChangeFlowRunState
from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
from prefect.events.schemas.events import ResourceSpecification
from prefect.exceptions import ObjectAlreadyExists

PROJECT = Path(__file__).resolve().parent.parent
POOL = "ringback"
ZOMBIES = "crash-zombie-flow-runs"
SILENCE = timedelta(seconds=540)  # three times the default heartbeat of 180 s


def main() -> None:
    """Bring the server at ``PREFECT_API_URL`` in line; safe to repeat."""
    with get_client(sync_client=True) as client:
        ensure_pool(client)
        ensure_zombie_automation(client)
    deploy_all()


def ensure_pool(client: SyncPrefectClient) -> None:
    """Make the process work pool, unless it is there."""
    try:
        client.create_work_pool(WorkPoolCreate(name=POOL, type="process", description="Ringback: flows as processes"))
    except ObjectAlreadyExists:
        return


def ensure_zombie_automation(client: SyncPrefectClient) -> None:
    """Make the automation that marks runs as crashed whose process died with its worker.

    Without it such a run stays "running" for ever and holds the only slot of its deployment, so that every later run
    would be cancelled.
    """
    if client.read_automations_by_name(ZOMBIES):
        return
    ended = [f"prefect.flow-run.{state}" for state in ("Completed", "Failed", "Cancelled", "Crashed")]
    client.create_automation(
        AutomationCore(
            name=ZOMBIES,
            description="A run without a heartbeat for nine minutes is dead: free its slot.",
            trigger=EventTrigger(
                after={"prefect.flow-run.heartbeat"},
                expect={"prefect.flow-run.heartbeat", *ended},
                match=ResourceSpecification({"prefect.resource.id": ["prefect.flow-run.*"]}),
                for_each={"prefect.resource.id"},
                posture=Posture.Proactive,
                threshold=1,
                within=SILENCE,
            ),
            actions=[ChangeFlowRunState(state=StateType.CRASHED, message="no heartbeat: its process is gone")],
        )
    )


def deploy_all() -> None:
    """Create or update every deployment of ``prefect.yaml``.

    Raises:
        SystemExit: a deployment was refused; Prefect's own words are shown.
    """
    command = [sys.executable, "-m", "prefect", "--no-prompt", "deploy", "--all"]
    environment = {**os.environ, "PWD": str(PROJECT)}  # prefect.yaml stores it as the flows' working directory
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 (our own command)
    if done.returncode:
        sys.exit(f"prefect deploy --all failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


if __name__ == "__main__":
    main()
