"""Every setting and every policy key is documented with its shipped value, and nothing that is gone."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from deployments.server import SERVER_SETTINGS
from ringback.settings import DEFAULT_POLICY, Settings, load_policy
from schemas.policy import Policy

Reader = Callable[[str], Any]
Rows = Callable[[str], list[list[str]]]
Codes = Callable[[str], list[str]]

NO_SETTINGS = {"RINGBACK_DEBUG", "RINGBACK_TEST_POSTGRES", "RINGBACK_DB_PASSWORD", "RINGBACK_DROP"}
"""Variables on the pages that are not settings: for fault-finding, for tests, for the compose file."""

NAMED_TABLES = {"roles.families": "family", "sequences": "family", "imports.dispositions": "their word"}


def as_shown(value: Any) -> str:
    return "none" if value is None else f"`{value}`"


def keys_of(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    """Yield the dotted name of every value of the policy; ``[]`` for entries of lists, ``<...>`` for free names."""
    for name, field in model.model_fields.items():
        path = f"{prefix}{name}"
        inner = _model_in(field.annotation)
        if path in NAMED_TABLES:
            free = f"{path}.<{NAMED_TABLES[path]}>"
            yield from keys_of(inner, f"{free}.") if inner else [free]
        elif inner:
            is_list = get_origin(field.annotation) is tuple
            yield from keys_of(inner, f"{path}[]." if is_list else f"{path}.")
        else:
            yield path


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def value_at(table: dict[str, Any], path: str) -> Any:
    for part in path.split("."):
        table = table[part]
    return table


def test_every_setting_is_documented_with_its_default(page: Reader, rows: Rows) -> None:
    table = {row[0].strip("`"): row[1] for row in rows(page("docs/settings.md").text) if row[0].startswith("`")}
    assert table == {
        f"RINGBACK_{name.upper()}": as_shown(field.default) for name, field in Settings.model_fields.items()
    }


def test_no_page_names_a_setting_that_is_gone(pages: list[Any], project: Path) -> None:
    known = {f"RINGBACK_{name.upper()}" for name in Settings.model_fields} | NO_SETTINGS
    files = [page.path for page in pages] + [
        path
        for folder in ("deployments", ".")
        for path in (project / folder).glob("*")
        if path.is_file() and path.suffix != ".py"
    ]
    files += sorted((project / "deployments/systemd").iterdir())
    unknown = {
        (path.name, name)
        for path in files
        for name in re.findall(r"RINGBACK_[A-Z_]*[A-Z]", path.read_text(encoding="utf-8"))
        if name not in known
    }
    assert unknown == set()


def test_every_policy_key_is_documented_and_nothing_that_is_gone(page: Reader, codes: Codes) -> None:
    assert sorted(codes(page("docs/policy.md").text)) == sorted(keys_of(Policy))


def test_policy_page_shows_the_shipped_values(page: Reader, rows: Rows) -> None:
    shipped = tomllib.loads(DEFAULT_POLICY.read_text(encoding="utf-8"))
    for row in rows(page("docs/policy.md").text):
        if row[0].startswith("`") and row[1].startswith("`"):
            assert json.loads(row[1].strip("`")) == value_at(shipped, row[0].strip("`")), row[0]


def test_policy_example_is_a_usable_policy(page: Reader, tmp_path: Path) -> None:
    example = next(block for block in page("docs/policy.md").code_blocks if "[messages]" in block)
    (tmp_path / "policy.toml").write_text(example, encoding="utf-8")
    assert load_policy(tmp_path / "policy.toml").caps.messages_per_week == 2


def test_server_settings_stand_wherever_a_server_is_described(project: Path, page: Reader) -> None:
    places = {
        "docs/operations.md": page("docs/operations.md").text,
        "deployments/compose.yaml": (project / "deployments/compose.yaml").read_text(encoding="utf-8"),
        "deployments/systemd/ringback-server.service": (
            project / "deployments/systemd/ringback-server.service"
        ).read_text(encoding="utf-8"),
    }
    wanted = {(name, value) for name, value in SERVER_SETTINGS.items() if name.startswith("PREFECT_")}
    for place, text in places.items():
        said = {
            (name, value.strip('"'))
            for name, value in re.findall(r'(PREFECT_SERVER_[A-Z0-9_]+)(?:=|: )("?[\w.]+"?)', text)
        }
        assert wanted - said == set(), place
