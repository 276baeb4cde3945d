"""The forms that the Prefect UI draws for a run by hand, one model a form.

Titles, help and examples are what a recruiter reads. Choices are shown with both labels; the stored value is accepted too.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from schemas.words import CallOutcome, Channel, DuplicateVerdict, InterviewStep, SendVerdict, Word


def _choices(name: str, words: type[Word], only: tuple[Word, ...] = ()) -> Any:
    """Return an enum of the labels of ``words``, so that a drop-down shows them."""
    return StrEnum(name, {str(word.name): word.both for word in words if not only or word in only})


def _choice_of(choices: Any, word: Word) -> Any:
    """Return the choice that stands for ``word``, as the default of a form."""
    return choices[word.name]


def _accepting_values(words: type[Word]) -> BeforeValidator:
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


if TYPE_CHECKING:
    OutcomeChoice = StrEnum
    InterviewChoice = StrEnum
    VerdictChoice = StrEnum
    ReplyChannelChoice = StrEnum
    MessageChannelChoice = StrEnum
    SendVerdictChoice = StrEnum
else:
    OutcomeChoice = _choices("OutcomeChoice", CallOutcome)
    InterviewChoice = _choices("InterviewChoice", InterviewStep)
    VerdictChoice = _choices("VerdictChoice", DuplicateVerdict)
    MessageChannelChoice = _choices("MessageChannelChoice", Channel, (Channel.SMS, Channel.EMAIL))
    SendVerdictChoice = _choices("SendVerdictChoice", SendVerdict)
    ReplyChannelChoice = _choices(
        "ReplyChannelChoice", Channel, (Channel.SMS, Channel.EMAIL, Channel.WECHAT, Channel.OTHER)
    )


class Form(BaseModel):
    """A form: unknown fields are refused, so that a typing mistake is seen."""

    model_config = ConfigDict(extra="forbid")


def _candidate_field() -> Any:
    return Field(
        title="候选人 / Candidate",
        description="姓名、拼音、手机号（全号或后四位）、邮箱或编号 / name, full phone or its last four digits, mail, or id",
        examples=["张伟", "138 0013 8000", "8000"],
        min_length=1,
    )


def _why_field() -> Any:
    return Field(
        "", title="理由 / Why", description="为什么这样判断 / why you think so", examples=["同一学校、同一前公司"]
    )


def _decider_field() -> Any:
    return Field("recruiter", title="招聘顾问 / Recruiter", description="谁决定的 / who decides", examples=["李雷"])


class CallForm(Form):
    """A call that was made, on any phone."""

    candidate: str = _candidate_field()
    outcome: Annotated[OutcomeChoice, _accepting_values(CallOutcome)] = Field(
        title="结果 / Outcome",
        description="这次通话怎么样？ / How did the call end?",
        examples=[CallOutcome.NO_ANSWER.both],
    )
    callback_at: datetime | None = Field(
        None,
        title="约定回电时间 / Promised call back",
        description="对方约好的时间，到点前会提醒 / when they asked for (office time); a reminder comes before it",
        examples=["2026-11-23T15:00:00+08:00"],
    )
    note: str = Field(
        "",
        title="备注 / Note",
        description="写给下一个打电话的人 / for whoever rings next",
        examples=["下午三点后方便"],
    )
    at: datetime | None = Field(
        None,
        title="通话时间 / When",
        description="不填就是现在 / empty means now",
        examples=["2026-11-23T10:05:00+08:00"],
    )
    recruiter: str = Field(
        "recruiter", title="招聘顾问 / Recruiter", description="谁打的 / who rang", examples=["李雷"]
    )

    @property
    def chosen(self) -> CallOutcome:
        """The outcome as the word that is stored."""
        return CallOutcome[self.outcome.name]


class VoidCallForm(Form):
    """A call that was logged wrongly: for the wrong person, with the wrong outcome, or that never was."""

    candidate: str = _candidate_field()
    reason: str = Field(
        title="理由 / Why",
        description="写在时间线里 / stands in the timeline",
        examples=["记错人了"],
        min_length=1,
    )
    at: datetime | None = Field(
        None,
        title="通话时间 / When it was made",
        description="不填就是最后记录的一通 / empty means the one logged last",
        examples=["2026-11-23T10:05:00+08:00"],
    )
    recruiter: str = _decider_field()


class InterviewForm(Form):
    """One step of an interview."""

    candidate: str = Field(
        title="候选人 / Candidate",
        description="姓名、手机号（全号或后四位）、邮箱或编号 / name, phone, mail, or id",
        examples=["张伟"],
        min_length=1,
    )
    step: Annotated[InterviewChoice, _accepting_values(InterviewStep)] = Field(
        title="进展 / What happened",
        description="约定、面试、录用或未录用 / booked, held, hired or not",
        examples=[InterviewStep.BOOKED.both],
    )
    starts_at: datetime | None = Field(
        None,
        title="面试时间 / Interview at",
        description="约定面试时必填 / needed when it is booked",
        examples=["2026-11-25T10:00:00+08:00"],
    )
    note: str = Field(
        "", title="备注 / Note", description="给同事看的说明 / for colleagues", examples=["二面，带作品集"]
    )
    recruiter: str = Field(
        "recruiter", title="招聘顾问 / Recruiter", description="谁记录的 / who records it", examples=["李雷"]
    )

    @property
    def chosen(self) -> InterviewStep:
        """The step as the word that is stored."""
        return InterviewStep[self.step.name]


class ReplyForm(Form):
    """Something a candidate wrote or said to us outside the channels that Ringback listens to."""

    candidate: str = Field(
        title="候选人 / Candidate",
        description="姓名、手机号、邮箱或编号 / name, phone, mail, or id",
        examples=["8000"],
        min_length=1,
    )
    channel: Annotated[ReplyChannelChoice, _accepting_values(Channel)] = Field(
        title="渠道 / Channel", description="在哪里回复的 / where they answered", examples=[Channel.SMS.both]
    )
    text: str = Field(
        title="内容 / Text",
        description="原话；“退订”“不感兴趣”会自动识别 / their words; a wish to be left alone is recognised",
        examples=["可以，明天下午三点打给我"],
    )

    @property
    def chosen(self) -> Channel:
        """The channel as the word that is stored."""
        return Channel[self.channel.name]


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
    verdict: Annotated[VerdictChoice, _accepting_values(DuplicateVerdict)] = Field(
        title="判断 / Verdict",
        description="以后每次都照此处理，可以撤销 / honoured for ever, can be taken back",
        examples=[DuplicateVerdict.SAME.both],
    )
    note: str = _why_field()
    recruiter: str = _decider_field()

    @property
    def chosen(self) -> DuplicateVerdict:
        """The verdict as the word that is stored."""
        return DuplicateVerdict[self.verdict.name]


class CandidateForm(Form):
    """Which candidate to look at."""

    candidate: str = _candidate_field()


class ContactForm(Form):
    """A new number or mail address of a candidate."""

    candidate: str = _candidate_field()
    phone: str = Field(
        "",
        title="新号码 / New number",
        description="国外号码请带国家代码 / with the country's code, if it is not Chinese",
        examples=["+86 138 0013 8000"],
    )
    email: str = Field(
        "", title="新邮箱 / New mail address", description="可留空 / may stay empty", examples=["li@example.com"]
    )
    recruiter: str = _decider_field()


class ReopenForm(Form):
    """A candidate whose follow-up had ended and begins anew."""

    candidate: str = _candidate_field()
    recruiter: str = _decider_field()


class MergeForm(Form):
    """Two candidates who are one person."""

    candidate: str = _candidate_field()
    other: str = Field(
        title="另一位 / The other one",
        description="用同样的方式填写；和上面是同一个人 / named in the same way; the same person as above",
        examples=["8001"],
        min_length=1,
    )
    note: str = _why_field()
    is_confirmed: bool = Field(
        False,
        title="没有共同点也合并 / Merge them although they share nothing",
        description="姓名、电话、邮箱都不同时才需要 / needed only if no name, phone, mail or id is the same",
    )
    recruiter: str = _decider_field()


class SplitForm(Form):
    """Records that were taken for one person and are not."""

    candidate: str = _candidate_field()
    record_ids: list[str] = Field(
        title="不属于此人的记录 / Records of somebody else",
        description="编号见 show-candidate 的“简历记录” / the ids that show-candidate lists",
        examples=[["a1b2"]],
        min_length=1,
    )
    note: str = _why_field()
    recruiter: str = _decider_field()


class EraseForm(Form):
    """A candidate who is to be forgotten."""

    candidate: str = _candidate_field()
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
    recruiter: str = _decider_field()


class PreviewForm(Form):
    """Which messages to look at before they leave."""

    candidate: str = Field(
        "",
        title="候选人 / Candidate",
        description="不填就是所有等待发送的消息 / empty: every message that waits",
        examples=["8000"],
    )
    template: str = Field(
        "",
        title="模板 / Template",
        description="填了就看这个模板对该候选人会怎么写 / what this template would say to the candidate now",
        examples=["first_contact"],
    )
    channel: Annotated[MessageChannelChoice, _accepting_values(Channel)] = Field(
        _choice_of(MessageChannelChoice, Channel.SMS),
        title="渠道 / Channel",
        description="只在填了模板时有用 / of the template",
    )
    limit: int = Field(
        20, ge=1, le=200, title="最多几条 / At most", description="最先要发的在前 / the first to leave first"
    )

    @property
    def chosen(self) -> Channel:
        """The channel as the word that is stored."""
        return Channel[self.channel.name]


class SettleForm(Form):
    """What a person found out about a message that may or may not have been sent."""

    message: str = Field(
        "",
        title="消息编号 / Message",
        description="编号的开头就够；不填就列出所有待核实的 / the beginning of its id; empty lists those that wait",
        examples=["3f2a91c0"],
    )
    verdict: Annotated[SendVerdictChoice, _accepting_values(SendVerdict)] = Field(
        _choice_of(SendVerdictChoice, SendVerdict.UNKNOWN),
        title="核实结果 / What you found",
        description="在服务商后台按标记查找 / look the marker up in the provider's own console",
    )
    recruiter: str = _decider_field()

    @property
    def chosen(self) -> SendVerdict:
        """The verdict as the word that is stored."""
        return SendVerdict[self.verdict.name]


class RingForm(Form):
    """Whom to ring, and from which phone."""

    candidate: str = _candidate_field()
    recruiter_phone: str = Field(
        title="您的电话 / Your own phone",
        description="先响这一部，接起后再接通候选人 / rings first; pick up, and the candidate's rings",
        examples=["+8613800138000"],
        min_length=7,
    )
