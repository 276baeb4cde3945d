"""Every deployment, flow and schedule is documented, and nothing that is gone."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import yaml

from deployments.bootstrap import POOL, ZOMBIES
from schemas import forms

Reader = Callable[[str], Any]
Rows = Callable[[str], list[list[str]]]
Codes = Callable[[str], list[str]]


def flow_of(entrypoint: str) -> Any:
    module, _, name = entrypoint.rpartition(".")
    return getattr(import_module(module), name)


def test_operations_lists_every_deployment_with_its_flow(
    page: Reader, rows: Rows, prefect_yaml: dict[str, Any]
) -> None:
    table = {
        row[0].strip("`"): row[1].strip("`")
        for row in rows(page("docs/operations.md").section("Deployments"))
        if "`" in row[0]
    }
    assert table == {block["name"]: block["entrypoint"] for block in prefect_yaml["deployments"]}


def test_limits_are_documented(page: Reader, rows: Rows, prefect_yaml: dict[str, Any]) -> None:
    table = {
        row[0].strip("`"): row[3] for row in rows(page("docs/operations.md").section("Deployments")) if "`" in row[0]
    }
    for block in prefect_yaml["deployments"]:
        assert table[block["name"]].startswith(str(block["concurrency_limit"]["limit"])), block["name"]


def test_interfaces_lists_every_deployment_with_its_schedule(
    page: Reader, rows: Rows, prefect_yaml: dict[str, Any]
) -> None:
    section = page("docs/interfaces.md").section("Deployments and their parameters")
    table = {row[0].strip("`"): row[1] for row in rows(section) if row[0].startswith("`")}
    assert set(table) == {block["name"] for block in prefect_yaml["deployments"]}
    for block in prefect_yaml["deployments"]:
        crons = [schedule["cron"] for schedule in block.get("schedules", [])]
        assert re.findall(r"`([^`]+)`", table[block["name"]]) == crons, block["name"]
        assert crons or table[block["name"]] == "by hand", block["name"]


def test_parameters_are_documented(page: Reader, rows: Rows, prefect_yaml: dict[str, Any]) -> None:
    section = page("docs/interfaces.md").section("Deployments and their parameters")
    table = {row[0].strip("`"): row[2] for row in rows(section) if row[0].startswith("`")}
    for block in prefect_yaml["deployments"]:
        parameters = inspect.signature(flow_of(block["entrypoint"]).fn).parameters
        words = set(re.findall(r"[a-z_]+", " ".join(re.findall(r"`([^`]+)`", table[block["name"]]))))
        fields = {
            field
            for parameter in parameters.values()
            for field in _form_fields(parameter.annotation, block["entrypoint"])
        }
        assert words == set(parameters) | fields, block["name"]


def _form_fields(annotation: str, entrypoint: str) -> set[str]:
    """Return the fields of the form that a parameter takes; annotations are text."""
    name = re.search(r"\w+Form", str(annotation))
    assert entrypoint
    return set(getattr(forms, name.group()).model_fields) if name else set()


def test_every_flow_file_is_deployed(project: Path, prefect_yaml: dict[str, Any]) -> None:
    deployed = {block["entrypoint"].split(".")[1] for block in prefect_yaml["deployments"]}
    files = {path.stem for path in (project / "flows").glob("*.py")} - {"__init__", "naming", "words"}
    assert deployed == files


def test_artifacts_are_documented_and_nothing_that_is_gone(project: Path, page: Reader, codes: Codes) -> None:
    published = {
        key
        for path in (project / "tasks").glob("*.py")
        for key in re.findall(
            r"(?:publish_markdown|publish_table|ProgressBar)\(\s*\"([a-z-]+)\"", path.read_text(encoding="utf-8")
        )
    }
    assert set(codes(page("docs/interfaces.md").section("Artifacts"))) == published


def test_forms_stand_in_both_guides(page: Reader, prefect_yaml: dict[str, Any]) -> None:
    forms = [block["name"] for block in prefect_yaml["deployments"] if "form" in block["tags"]]
    assert forms
    for guide in ("docs/recruiter.zh.md", "docs/recruiter.en.md"):
        assert [name for name in forms if name not in page(guide).text] == []


def test_automation_of_the_runbook_is_the_one_that_bootstrap_makes(page: Reader) -> None:
    assert f"`{ZOMBIES}`" in page("deployments/runbook.md").text
    assert f"--pool {POOL}" in page("docs/operations.md").text


def test_container_and_units_start_the_pool_that_the_deployments_use(
    project: Path, prefect_yaml: dict[str, Any]
) -> None:
    pools = {block["work_pool"]["name"] for block in prefect_yaml["deployments"]}
    worker = (project / "deployments/systemd/ringback-worker.service").read_text(encoding="utf-8")
    image = (project / "deployments/Dockerfile").read_text(encoding="utf-8")
    assert len(pools) == 1
    assert f"--pool {pools.copy().pop()} " in worker
    assert f'"--pool", "{pools.pop()}"' in image


def test_compose_file_is_whole(project: Path) -> None:
    document = yaml.safe_load((project / "deployments/compose.yaml").read_text(encoding="utf-8"))
    assert set(document["services"]) == {"postgres", "server", "bootstrap", "worker"}
    for name, service in document["services"].items():
        for other in service.get("depends_on", {}):
            assert other in document["services"], name


def test_image_copies_every_package(project: Path) -> None:
    image = (project / "deployments/Dockerfile").read_text(encoding="utf-8")
    packages = ("schemas", "ringback", "tasks", "flows", "deployments")
    assert [name for name in packages if f"COPY {name}/ {name}/" not in image] == []
