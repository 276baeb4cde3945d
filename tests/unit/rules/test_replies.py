"""What people write back, in both languages, and what it is taken for."""

import pytest

from ringback.rules.replies import ReplyMeaning, meaning_of_reply

SAID = {
    ReplyMeaning.STOP: [
        "STOP", "stop.", "Unsubscribe", "退订", "ＴＤ", "T", "别再联系我", "请不要再给我打电话了", "请勿打扰", "不要再发短信",
        "删除我的简历", "please stop texting me", "Don't call me again", "do not contact me", "remove me from your list",
        "Opt out", "leave me alone", "自动回复：请勿再联系",
    ],
    ReplyMeaning.REFUSAL: [
        "不感兴趣", "谢谢，暂时不考虑", "已经入职了", "我已找到新工作", "没有兴趣", "Not interested, sorry", "no thanks", "I'm not looking right now",
    ],
    ReplyMeaning.AUTO_REPLY: ["自动回复：我在休假中", "I am out of office until Monday", "Automatic reply: Job offer"],
    ReplyMeaning.REPLY: [
        "可以，下午三点打给我", "好的", "你好，请问薪资多少？", "Yes, please call me at 6", "I'd love to talk", "stopped by your office yesterday",
        "感兴趣，发我JD", "T恤公司吗？", "The end of the month works", "我想取消之前的面试时间，改到周五",
    ],
}  # fmt: skip


@pytest.mark.parametrize(("meaning", "text"), [(meaning, text) for meaning, texts in SAID.items() for text in texts])
def test_a_message_is_taken_for_what_it_means(meaning: ReplyMeaning, text: str) -> None:
    assert meaning_of_reply(text) is meaning


def test_a_mail_marked_automatic_is_no_reply() -> None:
    assert meaning_of_reply("Thank you for your mail", is_marked_automatic=True) is ReplyMeaning.AUTO_REPLY


def test_an_empty_message_is_a_reply() -> None:
    assert meaning_of_reply("") is ReplyMeaning.REPLY
