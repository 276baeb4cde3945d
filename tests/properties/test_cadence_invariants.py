"""Whatever the history, the next call is ahead, allowed, and in another band while one is open."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ringback.rules.bands import flat_windows
from ringback.rules.cadence import band_of, calls_since_answer, earliest_next_call, next_call_at, tier_for, tries_left
from ringback.rules.quiet import no_holidays
from ringback.settings import load_policy
from schemas.records import Attempt, Window
from schemas.words import Channel, Direction, Disposition

POLICY = load_policy()
NOW = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
ZONES = ["Asia/Shanghai", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham", "UTC"]

zones = st.sampled_from(ZONES)
probabilities = st.none() | st.floats(0, 1)
past = st.integers(0, 40 * 24 * 60).map(lambda minutes: NOW - timedelta(minutes=minutes))
attempts = st.builds(
    Attempt,
    at=past,
    channel=st.sampled_from(Channel),
    direction=st.sampled_from(Direction),
    disposition=st.sampled_from(Disposition),
)
histories = st.lists(attempts, max_size=12)
ahead = st.integers(-6 * 60, 9 * 24 * 60).map(lambda minutes: NOW + timedelta(minutes=minutes))
windows = st.builds(
    lambda start, minutes: Window(start, start + timedelta(minutes=minutes), 0.3, 0.2, 0.4, 10, "why"),
    ahead,
    st.integers(1, 360),
)


@given(histories, probabilities)
def test_tries_left_is_between_zero_and_the_limit(history: list[Attempt], p_lost: float | None) -> None:
    left = tries_left(history, p_lost=p_lost, policy=POLICY.cadence)
    assert 0 <= left <= tier_for(p_lost, POLICY.cadence).max_tries


@given(histories, probabilities)
def test_one_more_unanswered_call_never_gives_a_try_back(history: list[Attempt], p_lost: float | None) -> None:
    more = [*history, Attempt(NOW, Channel.CALL, Direction.OUT, Disposition.NO_ANSWER)]
    before, after = (tries_left(one, p_lost=p_lost, policy=POLICY.cadence) for one in (history, more))
    assert before - 1 <= after <= before


@given(histories, st.randoms(use_true_random=False))
def test_the_order_in_which_a_history_is_given_does_not_matter(history: list[Attempt], dice: object) -> None:
    unique = list({one.at: one for one in history}.values())
    shuffled = list(unique)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert calls_since_answer(shuffled) == calls_since_answer(unique)


@settings(max_examples=300)
@given(histories, st.lists(windows, max_size=8), zones, probabilities)
def test_the_next_call_is_ahead_allowed_and_in_another_band_while_one_is_open(
    history: list[Attempt], offered: list[Window], timezone: str, p_lost: float | None
) -> None:
    bands, cadence = POLICY.bands, POLICY.cadence
    at = next_call_at(history, offered, now=NOW, timezone=timezone, p_lost=p_lost, bands=bands, policy=cadence)
    floor = max(NOW, earliest_next_call(history, timezone=timezone, p_lost=p_lost, policy=cadence) or NOW)
    open_at = [max(floor, one.starts_at) for one in offered if one.ends_at > floor]
    if tries_left(history, p_lost=p_lost, policy=cadence) == 0 or not open_at:
        assert at is None
        return
    assert at is not None
    assert at >= NOW
    assert at >= floor
    assert at in open_at
    tries = calls_since_answer(history)
    if tries:
        failed = band_of(tries[-1].at, timezone=timezone, bands=bands)
        if any(band_of(one, timezone=timezone, bands=bands) != failed for one in open_at):
            assert band_of(at, timezone=timezone, bands=bands) != failed


@settings(max_examples=150)
@given(ahead, zones, st.integers(0, 9))
def test_windows_without_learning_are_open_ordered_and_each_in_one_band(
    now: datetime, timezone: str, days: int
) -> None:
    found = flat_windows(
        now=now,
        timezone=timezone,
        bands=POLICY.bands,
        hours=POLICY.call_hours,
        is_holiday=no_holidays,
        days=days,
        rate=0.25,
        reason="",
    )
    assert [one.starts_at for one in found] == sorted(one.starts_at for one in found)
    for one in found:
        last = one.ends_at - timedelta(seconds=1)
        band = band_of(one.starts_at, timezone=timezone, bands=POLICY.bands)
        assert now <= one.starts_at < one.ends_at
        assert band is not None
        assert band_of(last, timezone=timezone, bands=POLICY.bands) == band
