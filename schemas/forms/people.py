"""Forms for who somebody is: one candidate or two, a new address, a new beginning, an end."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from schemas.forms.base import Form, accepting_values, candidate_field, choices, decider_field, why_field
from schemas.words import DuplicateVerdict

if TYPE_CHECKING:
    VerdictChoice = StrEnum
else:
    VerdictChoice = choices("VerdictChoice", DuplicateVerdict)


class CandidateForm(Form):
    """Which candidate to look at."""

    candidate: str = candidate_field()


class ContactForm(Form):
    """A new number or mail address of a candidate."""

    candidate: str = candidate_field()
    phone: str = Field(
        "",
        title="新号码 / New number",
        description="国外号码请带国家代码 / with the country's code, if it is not Chinese",
        examples=["+86 138 0013 8000"],
    )
    email: str = Field(
        "", title="新邮箱 / New mail address", description="可留空 / may stay empty", examples=["li@example.com"]
    )
    recruiter: str = decider_field()


class ReopenForm(Form):
    """A candidate whose follow-up had ended and begins anew."""

    candidate: str = candidate_field()
    recruiter: str = decider_field()


class DuplicateForm(Form):
    """What a person says of two records that may be the same candidate."""

    record_id_a: str = Field(
        title="记录一 / Record A",
        description="duplicates 里“编号”行的 A / the id under A",
        examples=["a1b2"],
        min_length=1,
    )
    record_id_b: str = Field(
        title="记录二 / Record B",
        description="duplicates 里“编号”行的 B / the id under B",
        examples=["c3d4"],
        min_length=1,
    )
    verdict: Annotated[VerdictChoice, accepting_values(DuplicateVerdict)] = Field(
        title="判断 / Verdict",
        description="以后每次都照此处理，可以撤销 / honoured for ever, can be taken back",
        examples=[DuplicateVerdict.SAME.both],
    )
    note: str = why_field()
    recruiter: str = decider_field()

    @property
    def chosen(self) -> DuplicateVerdict:
        """The verdict as the word that is stored."""
        return DuplicateVerdict[self.verdict.name]


class MergeForm(Form):
    """Two candidates who are one person."""

    candidate: str = candidate_field()
    other: str = Field(
        title="另一位 / The other one",
        description="用同样的方式填写；和上面是同一个人 / named in the same way; the same person as above",
        examples=["8001"],
        min_length=1,
    )
    note: str = why_field()
    is_confirmed: bool = Field(
        False,
        title="没有共同点也合并 / Merge them although they share nothing",
        description="姓名、电话、邮箱都不同时才需要 / needed only if no name, phone, mail or id is the same",
    )
    recruiter: str = decider_field()


class SplitForm(Form):
    """Records that were taken for one person and are not."""

    candidate: str = candidate_field()
    record_ids: list[str] = Field(
        title="不属于此人的记录 / Records of somebody else",
        description="编号见 show-candidate 的“简历记录” / the ids that show-candidate lists",
        examples=[["a1b2"]],
        min_length=1,
    )
    note: str = why_field()
    recruiter: str = decider_field()


class EraseForm(Form):
    """A candidate who is to be forgotten."""

    candidate: str = candidate_field()
    record_ids: list[str] = Field(
        default_factory=list,
        title="只删除这些记录 / Only these records",
        description="不填就是此人的全部记录 / empty means all of theirs",
        examples=[["a1b2"]],
    )
    is_confirmed: bool = Field(
        False,
        title="我确认：删除后无法恢复 / I confirm: this cannot be undone",
        description="不勾选就什么也不做 / nothing happens without it",
    )
    recruiter: str = decider_field()
