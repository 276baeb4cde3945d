"""Forms for what was put aside while resumes were taken in."""

from __future__ import annotations

from pydantic import Field

from schemas.forms.base import Form


class ReadmitForm(Form):
    """What to take out of quarantine."""

    ids: list[int] = Field(
        default_factory=list,
        title="隔离编号 / Quarantine ids",
        description="在“隔离”清单里的编号 / the ids in the quarantine table",
        examples=[[12]],
    )
    code: str = Field(
        "",
        title="或者某一类原因 / Or all of one code",
        description="例如 needs_ocr、encrypted",
        examples=["needs_ocr"],
    )
    phone: str = Field(
        "",
        title="补充手机 / Add a phone",
        description="只能配一个编号 / goes with exactly one id",
        examples=["+86 138 0013 8000"],
    )
    email: str = Field(
        "",
        title="补充邮箱 / Add a mail",
        description="只能配一个编号 / goes with exactly one id",
        examples=["li@example.com"],
    )


class DismissForm(Form):
    """What to take off the quarantine list."""

    ids: list[int] = Field(
        default_factory=list,
        title="隔离编号 / Quarantine ids",
        description="在“隔离”清单里的编号 / the ids in the quarantine table",
        examples=[[5]],
    )
    code: str = Field(
        "",
        title="或者某一类原因 / Or all of one code",
        description="例如 not_a_resume",
        examples=["not_a_resume"],
    )
