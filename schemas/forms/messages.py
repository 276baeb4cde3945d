"""Forms for what is sent: a look before it leaves, and what nobody knows whether it left."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from schemas.forms.base import Form, accepting_values, choice_of, choices, decider_field
from schemas.words import Channel, SendVerdict

if TYPE_CHECKING:
    MessageChannelChoice = StrEnum
    SendVerdictChoice = StrEnum
else:
    MessageChannelChoice = choices("MessageChannelChoice", Channel, (Channel.SMS, Channel.EMAIL))
    SendVerdictChoice = choices("SendVerdictChoice", SendVerdict)


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
    channel: Annotated[MessageChannelChoice, accepting_values(Channel)] = Field(
        choice_of(MessageChannelChoice, Channel.SMS),
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
    verdict: Annotated[SendVerdictChoice, accepting_values(SendVerdict)] = Field(
        choice_of(SendVerdictChoice, SendVerdict.UNKNOWN),
        title="核实结果 / What you found",
        description="在服务商后台按标记查找 / look the marker up in the provider's own console",
    )
    recruiter: str = decider_field()

    @property
    def chosen(self) -> SendVerdict:
        """The verdict as the word that is stored."""
        return SendVerdict[self.verdict.name]
