"""When to ring next, and when to stop."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from ringback.rules.cadence import (
    band_of,
    calls_since_answer,
    earliest_next_call,
    is_settled,
    is_sign_of_life,
    next_call_at,
    tier_for,
    tries_left,
)
from ringback.settings import load_policy
from schemas.records import Attempt, Window
from schemas.words import Channel, Direction, Disposition

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # Monday, 12:00 in Shanghai
SHANGHAI = "Asia/Shanghai"
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
POLICY = load_policy()


def tried(
    at: datetime,
    disposition: Disposition = Disposition.NO_ANSWER,
    *,
    channel: Channel = Channel.CALL,
    direction: Direction = Direction.OUT,
) -> Attempt:
    return Attempt(at, channel, direction, disposition)


def window(starts_at: datetime, hours: int = 2) -> Window:
    return Window(starts_at, starts_at + hours * HOUR, 0.3, 0.2, 0.4, 10, "why")


def chosen(
    history: list[Attempt], windows: list[Window], *, now: datetime = NOON, p_lost: float | None = 0.05
) -> datetime | None:
    return next_call_at(
        history, windows, now=now, timezone=SHANGHAI, p_lost=p_lost, bands=POLICY.bands, policy=POLICY.cadence
    )


@pytest.mark.parametrize(("p_lost", "tries"), [(0.0, 8), (0.1, 8), (0.11, 6), (None, 6), (0.8, 6), (0.81, 2), (1.0, 2)])
def test_the_likelier_lost_the_fewer_tries(p_lost: float | None, tries: int) -> None:
    assert tier_for(p_lost, POLICY.cadence).max_tries == tries


@pytest.mark.parametrize(
    ("disposition", "channel", "direction", "is_life"),
    [
        (Disposition.NO_ANSWER, Channel.CALL, Direction.OUT, False),
        (Disposition.VOICEMAIL, Channel.CALL, Direction.OUT, False),
        (Disposition.ANSWERED, Channel.CALL, Direction.OUT, True),
        (Disposition.CALL_LATER, Channel.CALL, Direction.OUT, True),
        (Disposition.DELIVERED, Channel.SMS, Direction.OUT, False),
        (Disposition.REPLIED, Channel.SMS, Direction.IN, True),
        (Disposition.UNKNOWN, Channel.EMAIL, Direction.IN, False),
        (Disposition.UNKNOWN, Channel.CALL, Direction.IN, True),
    ],
)
def test_what_counts_as_a_sign_of_life(
    disposition: Disposition, channel: Channel, direction: Direction, *, is_life: bool
) -> None:
    assert is_sign_of_life(tried(NOON, disposition, channel=channel, direction=direction)) is is_life


def test_only_calls_after_the_last_sign_of_life_are_tries() -> None:
    history = [
        tried(NOON),
        tried(NOON + DAY, Disposition.ANSWERED),
        tried(NOON + 3 * DAY),
        tried(NOON + 2 * DAY, Disposition.SENT, channel=Channel.SMS),
    ]
    assert [one.at for one in calls_since_answer(history)] == [NOON + 3 * DAY]


def test_an_automatic_answer_gives_no_tries_back() -> None:
    history = [tried(NOON), tried(NOON + HOUR, Disposition.UNKNOWN, channel=Channel.EMAIL, direction=Direction.IN)]
    assert tries_left(history, p_lost=0.9, policy=POLICY.cadence) == 1


def test_tries_left_stops_at_zero() -> None:
    assert tries_left([tried(NOON + n * DAY) for n in range(20)], p_lost=0.9, policy=POLICY.cadence) == 0


@pytest.mark.parametrize(
    ("hour", "band"),
    [(8, None), (9, "morning"), (12, "noon"), (14, "afternoon"), (17, "early evening"), (20, "evening"), (21, None)],
)
def test_a_band_is_of_the_candidates_own_clock(hour: int, band: str | None) -> None:
    at = datetime(2026, 11, 23, hour - 8, 59, tzinfo=UTC)
    assert band_of(at, timezone=SHANGHAI, bands=POLICY.bands) == band


def test_the_next_call_waits_for_the_start_of_a_local_day() -> None:
    last = datetime(2026, 11, 23, 12, 30, tzinfo=UTC)  # 20:30 in Shanghai
    earliest = earliest_next_call([tried(last)], timezone=SHANGHAI, p_lost=0.05, policy=POLICY.cadence)
    assert earliest == datetime(2026, 11, 23, 16, 0, tzinfo=UTC)


def test_who_was_never_rung_may_be_rung_now() -> None:
    assert earliest_next_call([], timezone=SHANGHAI, p_lost=None, policy=POLICY.cadence) is None
    assert chosen([], [window(NOON - HOUR)]) == NOON


def test_the_best_window_in_another_band_is_taken_before_the_best_one() -> None:
    same, other = window(NOON + DAY), window(NOON + DAY + 6 * HOUR)
    assert chosen([tried(NOON - HOUR / 2 + HOUR)], [same, other], now=NOON + HOUR) == other.starts_at


def test_the_failed_band_is_taken_again_if_nothing_else_is_open() -> None:
    same = window(NOON + DAY)
    assert chosen([tried(NOON)], [same], now=NOON + HOUR) == same.starts_at


def test_a_window_that_reaches_into_the_failed_band_is_judged_by_when_the_call_would_be() -> None:
    long = window(NOON + DAY - 2 * HOUR, hours=4)  # 10:00 to 14:00; the floor lies at noon, in the failed band
    evening = window(NOON + DAY + 6 * HOUR)
    assert chosen([tried(NOON)], [long, evening], now=NOON + DAY + HOUR / 2) == evening.starts_at


def test_nobody_is_rung_when_the_tries_are_used_up_or_nothing_is_open() -> None:
    assert chosen([tried(NOON), tried(NOON + DAY)], [window(NOON + 5 * DAY)], p_lost=0.95) is None
    assert chosen([], []) is None
    assert chosen([tried(NOON)], [window(NOON)], now=NOON + HOUR) is None


@pytest.mark.parametrize(
    ("due", "at", "is_told", "timezone", "stays"),
    [
        ((23, 10, 0), (23, 10, 40), False, SHANGHAI, True),  # its hour runs: 18:40 there
        ((23, 10, 30), (23, 10, 40), False, SHANGHAI, True),
        ((23, 10, 0), (23, 11, 0), True, SHANGHAI, False),  # 19:00: its hour is over
        ((23, 10, 0), (23, 4, 0), False, SHANGHAI, True),  # noon: the day of the call has begun
        ((23, 10, 0), (22, 20, 30), False, SHANGHAI, False),  # 4:30: the night before it
        ((24, 10, 0), (23, 4, 0), False, SHANGHAI, False),  # tomorrow's call
        ((23, 1, 0), (23, 0, 55), True, SHANGHAI, True),  # told of at five to nine
        ((23, 1, 0), (22, 4, 0), True, SHANGHAI, True),
        ((23, 18, 0), (23, 4, 0), False, "America/Los_Angeles", False),  # their day has not begun
        ((23, 5, 10), (23, 5, 25), False, "Asia/Kolkata", True),  # 10:55 there, and the hour ends at 11:00
        ((23, 5, 10), (23, 5, 30), False, "Asia/Kolkata", False),
    ],
)
def test_a_call_of_a_day_that_has_begun_stays_until_its_hour_is_over(
    *, due: tuple[int, int, int], at: tuple[int, int, int], is_told: bool, timezone: str, stays: bool
) -> None:
    due_at, as_of = (datetime(2026, 11, *each, tzinfo=UTC) for each in (due, at))
    settled = is_settled(due_at, is_told=is_told, as_of=as_of, timezone=timezone, hours=POLICY.call_hours)
    assert settled is stays


@pytest.mark.parametrize(
    ("due", "at", "timezone", "stays"),
    [
        ((3, 8, 14, 0), (3, 8, 13, 0), "America/New_York", True),  # 9:00, four hours after a night without 2:30
        ((3, 8, 14, 0), (3, 8, 12, 59), "America/New_York", False),
        ((11, 1, 14, 0), (11, 1, 13, 59), "America/New_York", False),  # 8:59, after a night with two 1:30
        ((11, 1, 15, 0), (11, 1, 14, 0), "America/New_York", True),
        ((3, 29, 8, 0), (3, 29, 7, 59), "Europe/London", False),  # 8:59 of summer time
        ((3, 29, 8, 0), (3, 29, 8, 59), "Europe/London", True),
        ((3, 29, 8, 0), (3, 29, 9, 0), "Europe/London", False),
        ((3, 29, 3, 15), (3, 29, 4, 14), "Asia/Kathmandu", True),  # 9:00 there, until 10:00
        ((3, 29, 3, 15), (3, 29, 4, 15), "Asia/Kathmandu", False),
    ],
)
def test_the_day_of_a_call_begins_and_its_hour_ends_by_their_clock_when_it_changes(
    due: tuple[int, ...], at: tuple[int, ...], timezone: str, *, stays: bool
) -> None:
    due_at, as_of = (datetime(2026, *each, tzinfo=UTC) for each in (due, at))
    assert is_settled(due_at, is_told=False, as_of=as_of, timezone=timezone, hours=POLICY.call_hours) is stays
