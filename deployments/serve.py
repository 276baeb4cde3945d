"""All flows in one process, without work pool and worker: the simplest way on one machine with a server of its own.

``python -m deployments.serve`` needs ``PREFECT_API_URL``. Schedules, parameters and limits come from ``prefect.yaml``; when it
ends, its deployments are paused. Use ``make up`` or workers where two machines share the load.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import yaml
from prefect import serve
from prefect.deployments.runner import RunnerDeployment
from prefect.events import DeploymentEventTrigger

from deployments.bootstrap import PROJECT

LIMIT = 4


def main() -> None:
    """Serve every deployment of ``prefect.yaml`` until stopped."""
    document = yaml.safe_load((PROJECT / "prefect.yaml").read_text(encoding="utf-8"))
    serve(*(_deployment(block) for block in document["deployments"]), limit=LIMIT)


def _deployment(block: dict[str, Any]) -> RunnerDeployment:
    module, _, name = block["entrypoint"].rpartition(".")
    flow = getattr(import_module(module), name)
    deployment: RunnerDeployment = flow.to_deployment(
        name=block["name"],
        version=block["version"],
        description=block["description"],
        tags=block["tags"],
        parameters=block.get("parameters") or {},
        schedules=block.get("schedules"),
        concurrency_limit=block["concurrency_limit"]["limit"],
        triggers=[DeploymentEventTrigger.model_validate(trigger) for trigger in block.get("triggers", [])],
    )
    return deployment


if __name__ == "__main__":
    main()
