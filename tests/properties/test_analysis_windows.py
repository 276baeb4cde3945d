"""What must hold for every zone, hour and log."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ringback.analysis.capacity import hour_prices, split
from ringback.analysis.choice import uniform_dice
from ringback.analysis.experiments import assign_arm
from ringback.analysis.frames import distinct
from ringback.analysis.shrinkage import fit_rate_table
from ringback.analysis.slots import first_allowed, open_slots
from schemas.policy import HoursPolicy

HOURS = HoursPolicy(first_hour=9, last_hour=21, quiet_weekdays=(6,), is_holiday_quiet=True)
ZONES = ("Asia/Shanghai", "Asia/Kolkata", "America/New_York", "Pacific/Auckland", "America/St_Johns", "Europe/London")
FEW_CALLS = 30
INSTANTS = st.datetimes(datetime(2025, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 (the zone follows)


@settings(max_examples=60, deadline=None)
@given(as_of=INSTANTS, quiet=st.sets(st.integers(0, 9), max_size=8), horizon=st.integers(1, 5))
def test_slots_are_legal_whole_local_hours_in_the_future(as_of: datetime, quiet: set[int], horizon: int) -> None:
    closed = {as_of.date() + timedelta(days=ahead) for ahead in quiet}

    def is_quiet(_zone: str, day: date) -> bool:
        return day in closed

    slots = open_slots(ZONES, as_of=as_of, hours=HOURS, horizon_days=horizon, is_quiet=is_quiet)
    for place, zone in enumerate(ZONES):
        starts = slots.starts[place, slots.is_open[place]]
        assert (np.diff(starts) > 0).all()
        assert len(starts) >= 12 * horizon
        for start in starts:
            local = datetime.fromtimestamp(start / 1e6, ZoneInfo(zone))
            assert 9 <= local.hour < 21
            assert local.minute == 0
            assert local.weekday() != 6
            assert local.date() not in closed
            assert local >= as_of


@settings(max_examples=40, deadline=None)
@given(as_of=INSTANTS, hours_later=st.integers(-50, 200))
def test_the_first_allowed_slot_is_never_too_early(as_of: datetime, hours_later: int) -> None:
    slots = open_slots(ZONES, as_of=as_of, hours=HOURS, horizon_days=3, is_quiet=lambda _zone, _day: False)
    not_before = int((as_of + timedelta(hours=hours_later)).timestamp() * 1e6)
    zone = np.arange(len(ZONES))
    first = first_allowed(
        slots, zone, min_day=np.zeros(len(ZONES), dtype=int), not_before=np.full(len(ZONES), not_before)
    )
    for place in zone:
        if first[place] < slots.starts.shape[1]:
            assert slots.starts[place, first[place]] >= not_before
            assert first[place] == 0 or slots.starts[place, first[place] - 1] < not_before


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), n=st.integers(1, 40), limit=st.integers(1, 30))
def test_shares_add_up_and_prices_never_pay_people(seed: int, n: int, limit: int) -> None:
    rng = np.random.default_rng(seed)
    value = rng.random((n, 8))
    value[rng.random((n, 8)) < 0.3] = -np.inf
    clock = np.broadcast_to(np.arange(8), (n, 8))
    price = hour_prices(value, rng.integers(1, 9, n).astype(float), clock, n_hours=8, calls_per_hour=limit)
    shares = split(value, price[clock])
    has_any = np.isfinite(value).any(axis=1)
    assert (price >= 0).all()
    assert np.allclose(shares.sum(axis=1), has_any)
    assert (shares[~np.isfinite(value)] == 0).all()


@settings(max_examples=20, deadline=None)
@example(seed=0, scale=1.125, wrong=0.0)  # twelve calls, no answer
@given(seed=st.integers(0, 2**32 - 1), scale=st.floats(0, 500), wrong=st.floats(0, 3))
def test_a_shrunk_rate_is_a_probability_and_calls_make_it_surer(seed: int, scale: float, wrong: float) -> None:
    rng = np.random.default_rng(seed)
    part = np.repeat([[0, 0, 1, 1]] * 5 + [[2, 2, 3, 3]] * 2, 1, axis=0)
    exposure = np.floor(rng.random(3 * part.size) * scale)
    answered = rng.binomial(exposure.astype(int), 0.3) * wrong  # weights may leave more answers than calls
    table = fit_rate_table(exposure, answered, part, prior_rate=0.25, prior_calls=20)
    nothing = fit_rate_table(0 * exposure, 0 * answered, part, prior_rate=0.25, prior_calls=20)
    assert ((table.rate > 0) & (table.rate < 1)).all()
    assert np.isfinite(table.sd).all()
    # a handful of calls that all surprise may shake what was thought before; from some dozens on, calls only teach
    shaken = 0.1 if exposure.sum() < FEW_CALLS else 0.0
    assert (table.sd.reshape(3, -1).max(axis=1) <= nothing.sd.max() * (1 + shaken) + 1e-6).all()
    assert (np.linalg.eigvalsh(table.part_cov) > -1e-9).all()


@given(st.lists(st.integers(-5, 5), min_size=1))
def test_distinct_finds_first_places(values: list[int]) -> None:
    key = np.array(values)
    first, codes = distinct(key)
    assert (key[first][codes] == key).all()
    assert len(set(key[first].tolist())) == len(first)


@given(st.lists(st.integers(0, 2**64 - 1), min_size=1, max_size=50))
def test_dice_are_uniform_numbers_of_the_hash_alone(hashes: list[int]) -> None:
    rolled = uniform_dice(np.array(hashes, dtype=np.uint64), 3)
    assert ((rolled >= 0) & (rolled <= 1)).all()
    assert (rolled == uniform_dice(np.array(hashes, dtype=np.uint64), 3)).all()


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_arm_is_always_one_of_the_arms(experiment: str, candidate: str) -> None:
    shares = {"a": 0.2, "b": 0.3, "c": 0.5}
    assert assign_arm(experiment, "s", candidate, shares) in shares
