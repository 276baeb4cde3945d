"""Policy: every number and list that the rules use, read from TOML and checked at load.

The shipped defaults are ``ringback/policy.toml``, commented line by line. A file named by ``RINGBACK_POLICY`` is laid over
them table by table, so it holds only what differs. No class here has a default: a number stands in one place, the file.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

Probability = Annotated[float, Field(ge=0, le=1)]
Hour = Annotated[int, Field(ge=0, le=24)]


class Section(BaseModel):
    """A table of the policy file: unknown keys are refused, values cannot be changed after the check."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleFamily(Section):
    """One kind of job: its labels, other names for it (``aliases``), and words that titles of this kind contain."""

    zh: str
    en: str
    aliases: tuple[str, ...]
    title_words: tuple[str, ...]


RoleTaxonomy = dict[str, RoleFamily]
"""Role families by their stored name; the order in the file breaks ties."""
