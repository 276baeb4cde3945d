"""What an experiment file may say, checked at load: question, arms, and how many candidates it needs.

One TOML file an experiment in ``experiments/`` of the home folder. The first arm is the present practice; another arm replaces
parts of the role family's sequence: the order of channels (``steps``), what follows unanswered calls (``after_no_answer``),
the hours of calls (``call_between``). A template is changed by naming another one in a step.
"""

from __future__ import annotations

from datetime import datetime
from math import isclose
from typing import Annotated

from pydantic import Field, field_validator, model_validator

from schemas.policy import HourSpan, Section, Sequence, SequenceStep

Name = Annotated[str, Field(pattern="^[a-z0-9][a-z0-9_-]{0,59}$")]


class Arm(Section):
    """One way of doing it; what is None stays as the policy has it."""

    name: Name
    share: float = Field(gt=0, lt=1)
    steps: tuple[SequenceStep, ...] | None = None
    after_no_answer: tuple[SequenceStep, ...] | None = None
    call_between: HourSpan | None = None

    @property
    def changes(self) -> dict[str, object]:
        """What this arm replaces in a sequence, as plain values; empty for the present practice."""
        return self.model_dump(exclude={"name", "share"}, exclude_none=True, mode="json")

    def applied_to(self, sequence: Sequence) -> Sequence:
        """Return the sequence with what this arm replaces."""
        return sequence.changed_by(self.changes)


class ExperimentDefinition(Section):
    """One experiment as its file defines it.

    ``base_rate`` is the expected share of two-way contacts within 72 hours of the first touch, ``lift`` the smallest gain worth
    finding (both absolute); together with ``power`` they fix the number of candidates an arm needs, unless ``n_per_arm`` does.
    """

    name: Name
    question: str = ""
    role_family: str | None = None
    salt: str = "1"
    base_rate: float = Field(gt=0, lt=1)
    lift: float = Field(gt=0, lt=1)
    power: float = Field(0.95, gt=0.5, lt=1)
    n_per_arm: int | None = Field(None, ge=50)
    max_days: int = Field(90, ge=14)
    starts_at: datetime | None = None
    promotes: bool = True
    arms: tuple[Arm, ...] = Field(min_length=2, max_length=6)

    @field_validator("starts_at")
    @classmethod
    def _has_a_zone(cls, value: datetime | None) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("needs a zone, like 2026-12-01T00:00:00+08:00")
        return value

    @model_validator(mode="after")
    def _arms_fit_together(self) -> ExperimentDefinition:
        names = [arm.name for arm in self.arms]
        if len(set(names)) < len(names):
            raise ValueError("two arms have the same name")
        if not isclose(sum(arm.share for arm in self.arms), 1, abs_tol=1e-6):
            raise ValueError(f"the shares of the arms add up to {sum(arm.share for arm in self.arms):g}, not to 1")
        same = [arm.name for arm in self.arms[1:] if arm.changes == self.arms[0].changes]
        if same:
            raise ValueError(f"arm {same[0]!r} does the same as the first arm; say what it changes")
        if self.base_rate + self.lift >= 1:
            raise ValueError("base_rate + lift must stay below 1")
        return self

    @property
    def shares(self) -> dict[str, float]:
        """The arms in order, with their shares."""
        return {arm.name: arm.share for arm in self.arms}

    def arm(self, name: str) -> Arm:
        """Return the arm of this name."""
        return next(arm for arm in self.arms if arm.name == name)
