"""What every form is made of: its model, drop-downs of words, and the fields that many of them ask for."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from schemas.words import Word

ITS_ZONE = "时区看右边的框，一开始是 UTC，请选对 / read in the zone of the box beside it, UTC at first: choose yours"
"""What every time of a form says: Prefect's picker has a box for the zone, and sends no time without one."""


class Form(BaseModel):
    """A form: unknown fields are refused, so that a typing mistake is seen."""

    model_config = ConfigDict(extra="forbid")


def choices(name: str, words: type[Word], only: tuple[Word, ...] = ()) -> Any:
    """Return an enum of the labels of ``words``, so that a drop-down shows them."""
    return StrEnum(name, {str(word.name): word.both for word in words if not only or word in only})


def choice_of(offered: Any, word: Word) -> Any:
    """Return the choice among those offered that stands for ``word``, as the default of a form."""
    return offered[word.name]


def accepting_values(words: type[Word]) -> BeforeValidator:
    """Return a validator that turns a stored value (``no_answer``, as commands take it) into its label; a wrong one names all."""
    labels = {str(word.value): word.both for word in words}

    def label_of(value: Any) -> Any:
        if not isinstance(value, str) or value in labels.values():
            return value
        if value.strip().lower() not in labels:
            known = ", ".join(f"{code} ({label})" for code, label in labels.items())
            raise ValueError(f"{value!r} is none of {known}")
        return labels[value.strip().lower()]

    return BeforeValidator(label_of)


def candidate_field() -> Any:
    """Return the field that says whom it is about."""
    return Field(
        title="候选人 / Candidate",
        description="姓名、拼音、手机号（全号或后四位）、邮箱或编号 / name, full phone or its last four digits, mail, or id",
        examples=["张伟", "138 0013 8000", "8000"],
        min_length=1,
    )


def why_field() -> Any:
    """Return the field for the reason of a judgement; it may stay empty."""
    return Field(
        "", title="理由 / Why", description="为什么这样判断 / why you think so", examples=["同一学校、同一前公司"]
    )


def decider_field() -> Any:
    """Return the field that says who decides."""
    return Field("recruiter", title="招聘顾问 / Recruiter", description="谁决定的 / who decides", examples=["李雷"])
