"""Where a candidate may move, as data: (status, event) -> status.

A pair that stands in :data:`MOVES` moves; a pair in :data:`STAYS` is expected and changes nothing; every other pair is
refused with a sentence, because a person has made a mistake or two of them have worked at once. A test walks every pair.
"""

from __future__ import annotations

from collections.abc import Mapping

from schemas.words import CallOutcome, Disposition, Event, InterviewStep, Status

_OPEN = (Status.NEW, Status.FOLLOW_UP, Status.CONTACTED)
_ENDED = (Status.HIRED, Status.NOT_HIRED, Status.LOST)

MOVES: Mapping[tuple[Status, Event], Status] = {
    # nobody answered yet
    (Status.NEW, Event.NO_ANSWER): Status.FOLLOW_UP,
    (Status.NEW, Event.WRONG_NUMBER): Status.FOLLOW_UP,
    (Status.NEW, Event.MESSAGE_SENT): Status.FOLLOW_UP,
    # somebody answered: a talk, or a wish to talk later
    **{(status, Event.ANSWERED): Status.CONTACTED for status in (Status.NEW, Status.FOLLOW_UP)},
    **{(status, Event.REPLIED): Status.CONTACTED for status in (Status.NEW, Status.FOLLOW_UP)},
    **{(status, Event.CALL_LATER): Status.FOLLOW_UP for status in (Status.NEW,)},
    # the interview
    **{(status, Event.BOOKED): Status.INTERVIEW_BOOKED for status in _OPEN},
    (Status.INTERVIEW_BOOKED, Event.NO_SHOW): Status.FOLLOW_UP,
    **{(status, Event.HIRED): Status.HIRED for status in (Status.INTERVIEW_BOOKED, Status.CONTACTED)},
    **{(status, Event.NOT_HIRED): Status.NOT_HIRED for status in (Status.INTERVIEW_BOOKED, Status.CONTACTED)},
    # the end of a follow-up
    **{(status, Event.DECLINED): Status.NOT_HIRED for status in (*_OPEN, Status.INTERVIEW_BOOKED, Status.LOST)},
    **{(status, Event.OPTED_OUT): Status.NOT_HIRED for status in (*_OPEN, Status.INTERVIEW_BOOKED, Status.LOST)},
    **{(status, Event.GIVEN_UP): Status.LOST for status in (Status.NEW, Status.FOLLOW_UP)},
    # people come back; the door stays open
    **{(Status.LOST, event): Status.CONTACTED for event in (Event.ANSWERED, Event.REPLIED)},
    (Status.LOST, Event.CALL_LATER): Status.FOLLOW_UP,
    (Status.LOST, Event.BOOKED): Status.INTERVIEW_BOOKED,
    (Status.NOT_HIRED, Event.REPLIED): Status.CONTACTED,
    (Status.NOT_HIRED, Event.ANSWERED): Status.CONTACTED,
    (Status.NOT_HIRED, Event.BOOKED): Status.INTERVIEW_BOOKED,
    **{(status, Event.REOPENED): Status.FOLLOW_UP for status in _ENDED},
}

STAYS: frozenset[tuple[Status, Event]] = frozenset(
    [
        # another try, another message, another talk: the same standing
        *[(Status.FOLLOW_UP, e) for e in (Event.NO_ANSWER, Event.WRONG_NUMBER, Event.MESSAGE_SENT, Event.CALL_LATER)],
        *[(Status.FOLLOW_UP, e) for e in (Event.REOPENED,)],
        *[
            (Status.CONTACTED, e)
            for e in (
                Event.NO_ANSWER,
                Event.WRONG_NUMBER,
                Event.MESSAGE_SENT,
                Event.ANSWERED,
                Event.REPLIED,
                Event.CALL_LATER,
            )
        ],
        # calls and mails around a booked interview do not unbook it; booking again is another appointment
        *[
            (Status.INTERVIEW_BOOKED, e)
            for e in (
                Event.NO_ANSWER,
                Event.WRONG_NUMBER,
                Event.MESSAGE_SENT,
                Event.ANSWERED,
                Event.REPLIED,
                Event.CALL_LATER,
                Event.BOOKED,
                Event.HELD,
            )
        ],
        # late echoes of what was under way when the follow-up ended
        *[(status, e) for status in _ENDED for e in (Event.NO_ANSWER, Event.WRONG_NUMBER, Event.MESSAGE_SENT)],
        *[
            (Status.HIRED, e)
            for e in (Event.REPLIED, Event.ANSWERED, Event.CALL_LATER, Event.HIRED, Event.HELD, Event.OPTED_OUT)
        ],
        *[
            (Status.NOT_HIRED, e)
            for e in (Event.DECLINED, Event.OPTED_OUT, Event.NOT_HIRED, Event.CALL_LATER, Event.HELD)
        ],
        *[(Status.LOST, e) for e in (Event.GIVEN_UP,)],
    ]
)

EVENT_OF_OUTCOME: Mapping[CallOutcome, Event] = {
    CallOutcome.ANSWERED: Event.ANSWERED,
    CallOutcome.NO_ANSWER: Event.NO_ANSWER,
    CallOutcome.BUSY: Event.NO_ANSWER,
    CallOutcome.POWER_OFF: Event.NO_ANSWER,
    CallOutcome.VOICEMAIL: Event.NO_ANSWER,
    CallOutcome.WRONG_NUMBER: Event.WRONG_NUMBER,
    CallOutcome.NOT_THEM: Event.WRONG_NUMBER,
    CallOutcome.BOOKED: Event.BOOKED,
    CallOutcome.NOT_INTERESTED: Event.DECLINED,
    CallOutcome.CALL_LATER: Event.CALL_LATER,
    CallOutcome.OPTED_OUT: Event.OPTED_OUT,
}

DISPOSITION_OF_OUTCOME: Mapping[CallOutcome, Disposition] = {
    CallOutcome.ANSWERED: Disposition.ANSWERED,
    CallOutcome.NO_ANSWER: Disposition.NO_ANSWER,
    CallOutcome.BUSY: Disposition.BUSY,
    CallOutcome.POWER_OFF: Disposition.POWER_OFF,
    CallOutcome.VOICEMAIL: Disposition.VOICEMAIL,
    CallOutcome.WRONG_NUMBER: Disposition.WRONG_NUMBER,
    CallOutcome.NOT_THEM: Disposition.WRONG_NUMBER,
    CallOutcome.BOOKED: Disposition.BOOKED,
    CallOutcome.NOT_INTERESTED: Disposition.NOT_INTERESTED,
    CallOutcome.CALL_LATER: Disposition.CALL_LATER,
    CallOutcome.OPTED_OUT: Disposition.OPTED_OUT,
}

EVENT_OF_DISPOSITION: Mapping[Disposition, Event] = {
    Disposition.ANSWERED: Event.ANSWERED,
    Disposition.BOOKED: Event.BOOKED,
    Disposition.NO_ANSWER: Event.NO_ANSWER,
    Disposition.BUSY: Event.NO_ANSWER,
    Disposition.POWER_OFF: Event.NO_ANSWER,
    Disposition.REJECTED: Event.NO_ANSWER,
    Disposition.VOICEMAIL: Event.NO_ANSWER,
    Disposition.WRONG_NUMBER: Event.WRONG_NUMBER,
    Disposition.CALL_LATER: Event.CALL_LATER,
    Disposition.NOT_INTERESTED: Event.DECLINED,
    Disposition.REPLIED: Event.REPLIED,
    Disposition.OPTED_OUT: Event.OPTED_OUT,
    Disposition.DELIVERED: Event.MESSAGE_SENT,
    Disposition.SENT: Event.MESSAGE_SENT,
}
"""What an imported log row means; FAILED, BOUNCED and UNKNOWN move nobody."""

EVENT_OF_INTERVIEW: Mapping[InterviewStep, Event] = {
    InterviewStep.BOOKED: Event.BOOKED,
    InterviewStep.HELD: Event.HELD,
    InterviewStep.NO_SHOW: Event.NO_SHOW,
    InterviewStep.HIRED: Event.HIRED,
    InterviewStep.NOT_HIRED: Event.NOT_HIRED,
}


def next_status(status: Status, event: Event) -> Status | None:
    """Return the status after ``event`` (the same one if it stays), or None if the event makes no sense there."""
    moved = MOVES.get((status, event))
    if moved is not None:
        return moved
    return status if (status, event) in STAYS else None


def why_refused(status: Status, event: Event) -> str:
    """Say in one sentence why ``event`` cannot happen to a candidate in ``status``, and what to do instead."""
    return (
        f"“{event.both}” cannot be recorded for a candidate whose status is “{status.both}”."
        " Look at the candidate's timeline: somebody may have recorded something in between."
        " Who was given up or not hired is in contact again once a call that they answered, or a reply, is recorded;"
        " ringback reopen, or the form reopen-candidate, takes them back into the pool."
    )
