"""Windows without any learning: every open part of the coming days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from ringback.rules.bands import flat_windows, why_no_hour
from ringback.rules.quiet import no_holidays
from ringback.settings import load_policy
from schemas.records import Window

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)  # Monday, 12:00 in Shanghai
POLICY = load_policy()


def windows(
    now: datetime = NOON, *, timezone: str = "Asia/Shanghai", days: int = 2, holiday: date | None = None
) -> list[Window]:
    return flat_windows(
        now=now,
        timezone=timezone,
        bands=POLICY.bands,
        hours=POLICY.call_hours,
        is_holiday=no_holidays if holiday is None else lambda day: day == holiday,
        days=days,
        rate=0.25,
        reason="why",
    )


def test_each_open_part_of_the_day_is_one_window_in_order_of_time() -> None:
    found = windows()
    assert len(found) == 4 + 5 + 5  # this morning is over
    assert [w.starts_at for w in found] == sorted(w.starts_at for w in found)
    assert (found[0].starts_at, found[0].ends_at) == (NOON, NOON + timedelta(hours=2))
    assert {(w.p_answer, w.p_low, w.p_high, w.n_calls, w.reason) for w in found} == {(0.25, 0.0, 1.0, 0, "why")}


def test_a_part_that_has_begun_starts_now() -> None:
    now = NOON + timedelta(minutes=30)
    assert windows(now)[0].starts_at == now


def test_holidays_are_left_out() -> None:
    days = {w.starts_at.astimezone(ZoneInfo("Asia/Shanghai")).date() for w in windows(holiday=date(2026, 11, 24))}
    assert days == {date(2026, 11, 23), date(2026, 11, 25)}


def test_hours_are_local_also_across_a_clock_change() -> None:
    before = datetime(2026, 10, 31, 4, 0, tzinfo=UTC)  # clocks go back in New York on 1 November
    hours = {
        w.starts_at.astimezone(ZoneInfo("America/New_York")).hour for w in windows(before, timezone="America/New_York")
    }
    assert hours == {9, 12, 14, 17, 19}


def test_every_window_lies_ahead_and_within_legal_hours() -> None:
    for window in windows(datetime(2026, 11, 23, 22, 30, tzinfo=UTC), timezone="Asia/Kathmandu", days=5):
        local = window.starts_at.astimezone(ZoneInfo("Asia/Kathmandu"))
        assert POLICY.call_hours.first_hour <= local.hour < POLICY.call_hours.last_hour
        assert window.ends_at > window.starts_at >= datetime(2026, 11, 23, 22, 30, tzinfo=UTC)


def test_who_has_no_window_is_told_of_the_night_and_not_of_the_calls() -> None:
    new, over = why_no_hour(is_scored=False), why_no_hour(is_scored=True)
    assert "no night has chosen hours for them yet" in new
    assert "none of the hours that the night chose is left" in over
    assert "calls" not in new + over  # however many there are, nobody has looked at them for this person
