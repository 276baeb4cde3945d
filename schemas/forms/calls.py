"""Forms for what was said: calls, interviews, replies, and the calls to take back."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from schemas.forms.base import ITS_ZONE, Form, accepting_values, candidate_field, choices, decider_field
from schemas.words import CallOutcome, Channel, InterviewStep

if TYPE_CHECKING:
    OutcomeChoice = StrEnum
    InterviewChoice = StrEnum
    ReplyChannelChoice = StrEnum
else:
    OutcomeChoice = choices("OutcomeChoice", CallOutcome)
    InterviewChoice = choices("InterviewChoice", InterviewStep)
    ReplyChannelChoice = choices(
        "ReplyChannelChoice", Channel, (Channel.SMS, Channel.EMAIL, Channel.WECHAT, Channel.OTHER)
    )


class CallForm(Form):
    """A call that was made, on any phone."""

    candidate: str = candidate_field()
    outcome: Annotated[OutcomeChoice, accepting_values(CallOutcome)] = Field(
        title="结果 / Outcome",
        description="这次通话怎么样？ / How did the call end?",
        examples=[CallOutcome.NO_ANSWER.both],
    )
    callback_at: datetime | None = Field(
        None,
        title="约定回电时间 / Promised call back",
        description=f"对方约好的时间，到点前会提醒 / when they asked for; a reminder comes before it · {ITS_ZONE}",
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
        description=f"不填就是现在 / empty means now · {ITS_ZONE}",
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

    candidate: str = candidate_field()
    reason: str = Field(
        title="理由 / Why",
        description="写在时间线里 / stands in the timeline",
        examples=["记错人了"],
        min_length=1,
    )
    at: datetime | None = Field(
        None,
        title="通话时间 / When it was made",
        description=f"不填就是最后记录的一通 / empty means the one logged last · {ITS_ZONE}",
        examples=["2026-11-23T10:05:00+08:00"],
    )
    recruiter: str = decider_field()


class InterviewForm(Form):
    """One step of an interview."""

    candidate: str = Field(
        title="候选人 / Candidate",
        description="姓名、手机号（全号或后四位）、邮箱或编号 / name, phone, mail, or id",
        examples=["张伟"],
        min_length=1,
    )
    step: Annotated[InterviewChoice, accepting_values(InterviewStep)] = Field(
        title="进展 / What happened",
        description="约定、面试、录用或未录用 / booked, held, hired or not",
        examples=[InterviewStep.BOOKED.both],
    )
    starts_at: datetime | None = Field(
        None,
        title="面试时间 / Interview at",
        description=f"约定面试时必填 / needed when it is booked · {ITS_ZONE}",
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
    channel: Annotated[ReplyChannelChoice, accepting_values(Channel)] = Field(
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


class RingForm(Form):
    """Whom to ring, and from which phone."""

    candidate: str = candidate_field()
    recruiter_phone: str = Field(
        title="您的电话 / Your own phone",
        description="先响这一部，接起后再接通候选人 / rings first; pick up, and the candidate's rings",
        examples=["+8613800138000"],
        min_length=7,
    )
