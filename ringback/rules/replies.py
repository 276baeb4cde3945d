"""What an inbound message means: stop, not interested, an automatic answer, or a person writing back."""

from __future__ import annotations

import re
import unicodedata

from schemas.words import Word


class ReplyMeaning(Word):
    """The meaning of an inbound message, strictest first."""

    STOP = "stop", "退订", "Stop"
    REFUSAL = "refusal", "不感兴趣", "Not interested"
    AUTO_REPLY = "auto_reply", "自动回复", "Automatic answer"
    START = "start", "恢复联系", "Contact again"
    REPLY = "reply", "回复", "Reply"


# The carriers' keywords count only as the whole message; people also write it in a sentence.
STOP_WORDS = frozenset(
    [
        "stop",
        "stopall",
        "unsubscribe",
        "cancel",
        "end",
        "quit",
        "revoke",
        "optout",
        "opt-out",
        "t",
        "td",
        "退订",
        "退",
        "取消订阅",
        "拒收",
        "回t退订",
        "停止",
    ]
)
START_WORDS = frozenset(["start", "unstop", "恢复", "恢复订阅", "恢复接收"])
"""Words that take a STOP back; YES is none of them, it answers a question."""
STOP_PHRASES = (
    re.compile(r"(别|不要|请勿|勿|莫)(再)?(给我)?(联系|打扰|打电话|发(短信|消息|邮件|信息)?|骚扰|来电)"),
    re.compile(r"(删除|移除|去掉)(我的)?(简历|信息|资料|号码)|从.{0,6}(名单|列表).{0,4}(删|移)"),
    re.compile(
        r"\b(stop|don'?t|do not|quit|never)\s+"
        r"(texting|calling|emailing|messaging|contact(ing)?|text|call|email|message)\b"
    ),
    re.compile(
        r"\b(remove|delete|take)\s+(me|my (number|data|details|resume|cv))\b|\bunsubscribe me\b|\bopt(ing)?[ -]?(me )?out\b"
    ),
    re.compile(r"\bleave me alone\b|\bno more (texts|calls|emails|messages)\b"),
)
REFUSAL_PHRASES = (
    re.compile(
        r"(不|没|沒)(太)?(感)?(兴趣|興趣)|没有兴趣|(不|暂不|暂时不)(考虑|找工作|看机会|需要)"
        r"|已(经)?(入职|找到(了)?(新)?工作)|不合适"
    ),
    re.compile(
        r"\bnot (really )?interested\b|\bno(,)? thank(s| you)\b|\bnot looking\b"
        r"|\bfound (a|another) (job|position|role)\b|\bpass on this\b"
    ),
)
AUTO_PHRASES = (
    re.compile(r"自动回复|自動回復|外出|休假中|不在办公室"),
    re.compile(
        r"\b(out of (the )?office|automatic reply|auto[- ]?reply|on (annual |parental )?leave|away from my desk)\b"
    ),
)


def meaning_of_reply(text: str, *, is_marked_automatic: bool = False) -> ReplyMeaning:
    """Return what an inbound message means.

    ``is_marked_automatic``: the mail's own headers say so (Auto-Submitted, Precedence). A wish to be left alone wins over
    everything, also inside an automatic answer: silence costs us less than one message too many.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).lower().split())
    word = plain.strip(" .。!！,，\"'“”")
    if word in STOP_WORDS or any(phrase.search(plain) for phrase in STOP_PHRASES):
        return ReplyMeaning.STOP
    if word in START_WORDS:
        return ReplyMeaning.START
    if is_marked_automatic or any(phrase.search(plain) for phrase in AUTO_PHRASES):
        return ReplyMeaning.AUTO_REPLY
    if any(phrase.search(plain) for phrase in REFUSAL_PHRASES):
        return ReplyMeaning.REFUSAL
    return ReplyMeaning.REPLY
