"""What follows from a call, an interview or a reply, in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from ringback.actions.export import mask_contact
from ringback.actions.followup import CallLogged
from ringback.actions.interviews import InterviewRecorded
from ringback.actions.new_contact import ContactAdded
from ringback.actions.outreach import DispatchLine
from ringback.actions.reopen import Reopened
from ringback.actions.replies import ReplyRecorded
from ringback.actions.void_call import CallVoided
from ringback.reports.today import phone_ending
from schemas.words import CallOutcome, Channel, Event, Refusal, Status

FOLLOWED_BY = {
    CallOutcome.BOOKED: "请用 record-interview 记下面试时间 / give the interview's time with record-interview",
    CallOutcome.OPTED_OUT: "号码和邮箱都已停用，待发消息已取消 / every number and address is closed, nothing waits any more",
    CallOutcome.NOT_INTERESTED: "待发消息已取消 / what still waited is cancelled",
}


def call_sentence(result: CallLogged, sent: DispatchLine | None = None, *, timezone: str) -> str:
    """Return status, next call and message of one logged call; ``sent`` is what came of the message already."""
    if result.is_repeat:
        return f"{_who(result)}: 这通电话已经记过了，只算一次 / this call was logged already and counts once."
    parts = [
        f"{_who(result)}: {result.outcome.both}",
        _moved(result.status_before, result.status),
    ]
    if result.next_call_at:
        when = _on_both_clocks(result.next_call_at, timezone, result.timezone)
        why = f": {result.next_call_reason}" if result.next_call_reason else ""
        parts.append(f"下次 / next call {when}{why}")
    elif result.next_call_reason:
        parts.append(result.next_call_reason)
    if result.outcome in FOLLOWED_BY:
        parts.append(FOLLOWED_BY[result.outcome])
    if result.message_passed_over:
        parts.append(f"{Channel.SMS.zh} {Refusal.FIXED_LINE.both}")
    if result.message_channel and result.message_refusal:
        parts.append(f"{result.message_channel.zh} {result.message_refusal.both}")
    elif result.message_channel and sent is not None:
        what = f"{result.message_channel.zh} / {result.message_channel.en} “{result.message_template}”"
        parts.append(f"{what} {sent.state.both}" + (f" ({sent.reason})" if sent.reason else ""))
    elif result.message_channel and result.message_due_at:
        due = _at(result.message_due_at, timezone)
        parts.append(
            f"已安排{result.message_channel.zh} / {result.message_channel.en} “{result.message_template}” {due}"
        )
    return _joined(parts)


def voided_sentence(result: CallVoided, *, timezone: str) -> str:
    """Return where somebody stands without a call that was taken back, and what cannot be undone."""
    call = f"{_at(result.called_at, timezone)} {result.disposition.both}"
    if result.is_repeat:
        return (
            f"{_who(result)}: {call} 已经撤回过，没有再改动 / was taken back already; nothing was changed."
            " 要撤回更早的一通，请填通话时间 / to take back an earlier call, give its time."
        )
    parts = [
        f"{_who(result)}: 已撤回 / taken back: {call}",
        _moved(result.status_before, result.status),
        *_next_call(result, timezone),
    ]
    counts = (
        (result.n_cancelled, "条待发消息已取消 / messages that waited because of it are cancelled"),
        (result.n_restored, "条因此取消的消息恢复待发 / messages that it had cancelled wait again"),
        (result.n_left, "条消息已经发出，收不回来 / messages have left and cannot be called back"),
    )
    parts += [f"{n} {what}" for n, what in counts if n]
    return _joined([*parts, "如果是结果记错，请重新记录 / if it went otherwise, log it anew"])


def interview_sentence(result: InterviewRecorded, *, timezone: str) -> str:
    """Return where the candidate stands after an interview step."""
    if result.is_repeat:
        return f"{_who(result)}: 已经记录过 / recorded already; nothing was changed."
    when = f" {_at(result.starts_at, timezone)} ({timezone})" if result.starts_at else ""
    return f"{_who(result)}: {result.step.both}{when}; {_moved(result.status_before, result.status)}"


def reply_sentence(result: ReplyRecorded, *, timezone: str) -> str:
    """Return what an inbound message was taken for and what follows."""
    if result.is_repeat:
        return f"{_who(result)}: 已经处理过 / applied already; nothing was changed."
    parts = [
        f"{_who(result)}: {result.channel.both} {result.meaning.both}",
        _moved(result.status_before, result.status),
    ]
    if result.reminder_due_at:
        parts.append(f"请安排面试 / book the interview by {_at(result.reminder_due_at, timezone)}")
    return _joined(parts)


def reopened_sentence(result: Reopened, *, timezone: str) -> str:
    """Return how somebody stands who was taken back into the pool."""
    if result.is_repeat:
        return f"{_who(result)}: 本来就在跟进中 / in follow-up already; nothing was changed."
    parts = [
        f"{_who(result)}: {Event.REOPENED.both}",
        _moved(result.status_before, result.status),
        "呼叫次数重新计算 / tries are counted anew",
    ]
    return _joined([*parts, *_next_call(result, timezone)])


def contact_added_sentence(result: ContactAdded, *, timezone: str) -> str:
    """Return what a new number or address led to; masked, since run messages are read by everybody."""
    shown = [phone_ending(phone) for phone in result.phones] + [mask_contact(email) or "—" for email in result.emails]
    what = ", ".join(shown)
    if result.is_repeat:
        return f"{_who(result)}: {what} 已有，可以使用 / known already and in use; nothing was changed."
    parts = [f"{_who(result)}: {what} 已记下，以后先用 / entered, and used first from now on"]
    if result.joined_id:
        parts.append(f"{result.joined_id} 已并入 / is part of {result.candidate_id}")
    if result.also_of:
        whose = ", ".join(result.also_of)
        parts.append(f"也登记在 / also known of {whose}: 请核对 / make sure whose it is")
    if result.next_call_at and not result.next_call_reason:
        when = _on_both_clocks(result.next_call_at, timezone, result.timezone)
        return _joined([*parts, f"下次仍是 / next call as before: {when}"])
    return _joined([*parts, *_next_call(result, timezone)])


def _joined(parts: Sequence[str]) -> str:
    """Return what was said as one sentence: a reason that is a sentence by itself keeps its stop at the end only."""
    return "; ".join([*(part.removesuffix(".") for part in parts[:-1]), *parts[-1:]])


def _next_call(result: CallLogged | CallVoided | Reopened | ContactAdded, timezone: str) -> list[str]:
    if result.next_call_at and result.next_call_reason:
        when = _on_both_clocks(result.next_call_at, timezone, result.timezone)
        return [f"下次 / next call {when}: {result.next_call_reason}"]
    return [result.next_call_reason] if result.next_call_reason else []


def _moved(before: Status, after: Status) -> str:
    """Return where somebody stands now, and where they came from if that is elsewhere."""
    return f"仍是{after.zh} / still: {after.en}" if before is after else f"{before.zh} → {after.zh} ({after.en})"


def _who(result: CallLogged | CallVoided | InterviewRecorded | ReplyRecorded | Reopened | ContactAdded) -> str:
    return result.name or result.candidate_id[:8]


def _on_both_clocks(moment: datetime, office: str, theirs: str | None) -> str:
    """Return an hour with the zone that it is told in, and on the candidate's clock if that shows another one."""
    told = f"{_at(moment, office)} ({office})"
    if theirs is None or _at(moment, theirs) == _at(moment, office):
        return told
    return f"{told} = 对方当地 / theirs {_at(moment, theirs)} ({theirs})"


def _at(moment: datetime, timezone: str) -> str:
    return f"{moment.astimezone(ZoneInfo(timezone)):%Y-%m-%d %H:%M}"
