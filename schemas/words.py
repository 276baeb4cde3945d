"""Every word the product uses for a state, with its label in Chinese and English.

Members are stored in the database by value (English, lower case) and shown by :meth:`Word.label`. A label lives here and
nowhere else, so a form, an artifact and a message always call the same thing by the same name.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

Language = Literal["zh", "en"]


class Word(StrEnum):
    """A stored value with a Chinese and an English label: ``NEW = "new", "未联系", "Not contacted"``."""

    zh: str
    en: str

    def __new__(cls, value: str, zh: str = "", en: str = "") -> Self:
        """Make a member; looking one up by its value needs no labels."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.zh = zh
        member.en = en
        return member

    def label(self, language: Language = "zh") -> str:
        """Return what a person reads for this value."""
        return self.zh if language == "zh" else self.en

    @property
    def both(self) -> str:
        """Return the two labels as one: ``未联系 / Not contacted``."""
        return f"{self.zh} / {self.en}"


class Status(Word):
    """Where a candidate stands; moves are in ``ringback.rules.status``."""

    NEW = "new", "未联系", "Not contacted"
    FOLLOW_UP = "follow_up", "待跟进", "To follow up"
    CONTACTED = "contacted", "已联系", "In contact"
    INTERVIEW_BOOKED = "interview_booked", "已约面试", "Interview booked"
    HIRED = "hired", "录用", "Hired"
    NOT_HIRED = "not_hired", "未录用", "Not hired"
    LOST = "lost", "失联", "Lost contact"


class Event(Word):
    """What can happen to a candidate; the columns of the status table."""

    NO_ANSWER = "no_answer", "无人接听", "No answer"
    WRONG_NUMBER = "wrong_number", "号码错误", "Wrong number"
    ANSWERED = "answered", "接通", "Answered"
    CALL_LATER = "call_later", "稍后再打", "Asked for a call back"
    MESSAGE_SENT = "message_sent", "已发消息", "Message sent"
    REPLIED = "replied", "已回复", "Replied"
    BOOKED = "booked", "约定面试", "Interview booked"
    HELD = "held", "已面试", "Interview held"
    NO_SHOW = "no_show", "未到场", "Did not come to the interview"
    HIRED = "hired", "录用", "Hired"
    NOT_HIRED = "not_hired", "未录用", "Not hired"
    DECLINED = "declined", "不感兴趣", "Declined"
    OPTED_OUT = "opted_out", "退订", "Opted out"
    GIVEN_UP = "given_up", "标记失联", "Given up by policy"
    REOPENED = "reopened", "重新启用", "Back to the pool"
    TAKEN_BACK = "taken_back", "撤回误记", "A wrongly logged call taken back"


class Channel(Word):
    """How somebody is reached, or reaches us."""

    CALL = "call", "电话", "Call"
    SMS = "sms", "短信", "SMS"
    EMAIL = "email", "邮件", "E-mail"
    WECHAT = "wechat", "微信", "WeChat"
    OTHER = "other", "其他", "Other"


class Direction(Word):
    """Who began an attempt."""

    OUT = "out", "呼出", "Outgoing"
    IN = "in", "呼入", "Incoming"


class Disposition(Word):
    """How one attempt ended: the words of call logs (upper case, as INTERFACES of outside logs have them)."""

    ANSWERED = "ANSWERED", "接通", "Answered"
    BOOKED = "BOOKED", "约定面试", "Booked an interview"
    NO_ANSWER = "NO_ANSWER", "无人接听", "No answer"
    BUSY = "BUSY", "占线", "Busy"
    POWER_OFF = "POWER_OFF", "关机", "Switched off"
    REJECTED = "REJECTED", "拒接", "Rejected the call"
    WRONG_NUMBER = "WRONG_NUMBER", "空号或不是本人", "Wrong number"
    VOICEMAIL = "VOICEMAIL", "语音信箱", "Voicemail"
    CALL_LATER = "CALL_LATER", "稍后再打", "Call later"
    NOT_INTERESTED = "NOT_INTERESTED", "不感兴趣", "Not interested"
    DELIVERED = "DELIVERED", "已送达", "Delivered"
    REPLIED = "REPLIED", "已回复", "Replied"
    FAILED = "FAILED", "发送失败", "Failed"
    SENT = "SENT", "已发送", "Sent"
    BOUNCED = "BOUNCED", "退信", "Bounced"
    OPTED_OUT = "OPTED_OUT", "退订", "Opted out"
    UNKNOWN = "UNKNOWN", "未记录", "Not recorded"


class CallOutcome(Word):
    """What a recruiter presses after a call; a form field, and the digit keys of the desk in this order."""

    ANSWERED = "answered", "接通", "Answered"
    NO_ANSWER = "no_answer", "无人接听", "No answer"
    BUSY = "busy", "忙 / 拒接", "Busy or rejected"
    WRONG_NUMBER = "wrong_number", "空号 / 停机", "Number not in service"
    NOT_THEM = "not_them", "不是本人", "Somebody else's number"
    BOOKED = "booked", "约定面试", "Interview booked"
    NOT_INTERESTED = "not_interested", "不感兴趣", "Not interested"
    CALL_LATER = "call_later", "稍后再打", "Call back later"
    POWER_OFF = "power_off", "关机", "Switched off"
    VOICEMAIL = "voicemail", "语音信箱", "Voicemail"
    OPTED_OUT = "opted_out", "请勿再联系", "Asked not to be contacted"


class InterviewStep(Word):
    """What ``record-interview`` can record."""

    BOOKED = "booked", "约定面试", "Interview booked"
    HELD = "held", "已面试", "Interview held"
    NO_SHOW = "no_show", "未到场", "Did not come"
    HIRED = "hired", "录用", "Hired"
    NOT_HIRED = "not_hired", "未录用", "Not hired"


class ContactKind(Word):
    """What kind of address a contact point is."""

    PHONE = "phone", "手机", "Phone"
    EMAIL = "email", "邮箱", "E-mail"
    WECHAT = "wechat", "微信", "WeChat"
    LINKEDIN = "linkedin", "LinkedIn", "LinkedIn"


class ContactState(Word):
    """What is known of one address; the order is how strict a state is (a merge keeps the stricter)."""

    UNVERIFIED = "unverified", "未核实", "Not verified"
    GOOD = "good", "有效", "Good"
    BOUNCED = "bounced", "退信", "Bounced"
    WRONG_NUMBER = "wrong_number", "号码错误", "Wrong number"
    OPTED_OUT = "opted_out", "已退订", "Opted out"


class FileState(Word):
    """Where one dropped file is; it is always in exactly one of these."""

    CLAIMED = "claimed", "已登记", "Claimed"
    STORED = "stored", "已入库，待归档", "Stored, to be archived"
    ARCHIVED = "archived", "已归档", "Archived"
    REFUSED = "refused", "待移入隔离区", "Refused, to be moved"
    QUARANTINED = "quarantined", "隔离待处理", "In quarantine"
    KNOWN = "known", "已有相同文件", "Same bytes known already"
    READMITTED = "readmitted", "已取出重读", "Taken out of quarantine to be read again"


class QuarantineState(Word):
    """What became of a quarantined file or row."""

    OPEN = "open", "待处理", "Waiting for a person"
    READMITTED = "readmitted", "已修复并重新接收", "Mended and taken in"
    DISMISSED = "dismissed", "已忽略", "Dismissed"


WAITS_FOR_NOBODY = frozenset({"duplicate_row"})
"""Codes of what is put aside and asks nothing of anybody: the same row stands in the pool already."""


class ReminderKind(Word):
    """What a reminder asks the recruiter to do."""

    CALL = "call", "打电话", "Call"
    CALL_BACK = "call_back", "按约回电", "Promised call back"
    BOOK_INTERVIEW = "book_interview", "安排面试", "Book the interview"
    VERIFY_NUMBER = "verify_number", "核实号码", "Check the number"
    RECORD_INTERVIEW = "record_interview", "记录面试", "Record the interview"


class ReminderState(Word):
    """The life of a reminder: it fires at most once and ends when somebody acted."""

    OPEN = "open", "待提醒", "To come"
    FIRED = "fired", "已提醒", "Reminded"
    DONE = "done", "已处理", "Done"
    CANCELLED = "cancelled", "已取消", "Cancelled"
    EXPIRED = "expired", "已过期", "Expired"


class MessageState(Word):
    """The life of an intended message in the outbox."""

    PLANNED = "planned", "已计划", "Planned"
    DUE = "due", "到时待发", "Due"
    CLAIMED = "claimed", "已领取", "Claimed"
    SENDING = "sending", "发送中", "Being sent"
    ACCEPTED = "accepted", "已受理", "Accepted by the provider"
    DELIVERED = "delivered", "已送达", "Delivered"
    UNDELIVERED = "undelivered", "未送达", "Not delivered"
    HELD = "held", "暂缓", "Held"
    CANCELLED = "cancelled", "已取消", "Cancelled"
    IN_DOUBT = "in_doubt", "结果未知", "In doubt"
    DEAD = "dead", "无法发送", "Cannot be sent"


class Refusal(Word):
    """Why a contact may not happen now: the values that ``rules.gate`` returns, shown beside the message."""

    OPTED_OUT = "opted_out", "未发送：已退订", "Not sent: opted out"
    DO_NOT_CONTACT = "do_not_contact", "未发送：列为勿联系", "Not sent: do not contact"
    WRONG_NUMBER = "wrong_number", "未发送：号码错误", "Not sent: wrong number"
    BOUNCED = "bounced", "未发送：邮箱退信", "Not sent: address bounced"
    NO_ADDRESS = "no_address", "未发送：没有可用的联系方式", "Not sent: no usable address"
    FIXED_LINE = (
        "fixed_line",
        "未发送：号码是固定电话，收不到短信",
        "Not sent: the number is a fixed line, which takes no SMS",
    )
    QUIET_HOURS = "quiet_hours", "暂缓：对方当地的免打扰时段", "Held: quiet hours where they are"
    QUIET_DAY = "quiet_day", "暂缓：对方当地的节假日或休息日", "Held: holiday or rest day where they are"
    NO_CONSENT = "no_consent", "未发送：未同意联系", "Not sent: no consent to be contacted"
    FREQUENCY_CAP = "frequency_cap", "暂缓：联系过于频繁", "Held: contacted too often"
    ALREADY_REPLIED = "already_replied", "已取消：对方已回复", "Cancelled: they have replied"
    TAKEN_BACK = "taken_back", "已取消：引出它的通话记录已撤回", "Cancelled: the call that it followed was taken back"
    CLOSED = "closed", "已取消：流程已结束", "Cancelled: no longer in follow-up"
    TOO_OLD = "too_old", "已取消：已过时效", "Cancelled: too old to be useful"


class Cause(Word):
    """The likeliest reason why a candidate is silent."""

    ONE_TRY_ONLY = "one_try_only", "只打过一次", "Only one try so far"
    WRONG_NUMBER = "wrong_number", "号码可能有误", "The number may be wrong"
    BAD_HOUR = "bad_hour", "时段不合适", "Rung at hours when few answer"
    DEAD_MAIL = "dead_mail", "邮箱失效", "The mail address is dead"
    LOST_INTEREST = "lost_interest", "可能已无意向", "Probably no longer interested"
    BAD_LUCK = "bad_luck", "没有别的原因，只是没接到", "No other cause: bad luck"


class Degree(Word):
    """The highest degree, in the levels of ``highest_degree``."""

    DOCTOR = "doctor", "博士", "Doctorate"
    MASTER = "master", "硕士", "Master"
    BACHELOR = "bachelor", "本科", "Bachelor"
    COLLEGE = "college", "大专", "College"
    HIGH_SCHOOL = "high_school", "高中 / 中专", "High school"
    OTHER = "other", "其他", "Other"


class DuplicateVerdict(Word):
    """What a person says of a doubtful pair; a form field."""

    SAME = "same", "是同一人", "Same person"
    DIFFERENT = "different", "不是同一人", "Different people"
    REVOKE = "revoke", "撤销之前的判断", "Take the earlier decision back"


class SendVerdict(Word):
    """What a person found out about a message of which no machine knows whether it was sent; a form field."""

    UNKNOWN = "unknown", "还没核实，先列出来", "Not looked up yet: list them"
    SENT = "sent", "服务商那里有，已发出", "The provider has it: it was sent"
    NOT_SENT = "not_sent", "服务商那里没有，没有发出", "The provider does not have it: it was not sent"


class ReviewState(Word):
    """What became of a pair put to a person."""

    OPEN = "open", "待判断", "Waiting for a person"
    MERGED = "merged", "已合并", "Merged"
    KEPT_APART = "kept_apart", "已分开", "Kept apart"


class ContactUse(Word):
    """Whose a phone, an address or an id is, as far as the pool knows."""

    OWN = "own", "本人的", "own"
    SEVERAL = "several", "人用", "people"
    PUBLIC = "public", "公用", "shared"
    MADE_UP = "made_up", "乱填", "made up"


class PairOutcome(Word):
    """What the scorer says of a pair of records."""

    MERGE = "merge", "合并", "Merge"
    REVIEW = "review", "待人工判断", "Review"
    APART = "apart", "不同的人", "Apart"


class Happened(Word):
    """The kinds of entries in a candidate's timeline."""

    RESUME = "resume", "简历", "Resume"
    CALL = "call", "电话", "Call"
    MESSAGE = "message", "消息", "Message"
    STATUS = "status", "状态", "Status"
    INTERVIEW = "interview", "面试", "Interview"
    REMINDER = "reminder", "提醒", "Reminder"
    BEHAVIOUR = "behaviour", "行为", "Behaviour"
    CONSENT = "consent", "同意", "Consent"
    IDENTITY = "identity", "合并与拆分", "Merged or split"
    DECISION = "decision", "人工判断", "A person's word"
