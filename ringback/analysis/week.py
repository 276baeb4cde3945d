"""The parts of a week: weekdays and weekends, each cut into the bands of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ringback.analysis.shrinkage import Ints
    from schemas.policy import Band, Policy

WEEKDAYS: Final = 7
FIRST_WEEKEND_DAY: Final = 5
DAYTYPE: Final = (("weekdays", "工作日"), ("weekends", "周末"))
DAYTYPES: Final = len(DAYTYPE)

BAND_ZH: Final = {"morning": "上午", "noon": "中午", "afternoon": "下午", "early evening": "傍晚", "evening": "晚间"}
"""Chinese names of the shipped bands; a band of another name is shown by that name."""


def part_of_slot(policy: Policy) -> Ints:
    """Return (7, hours) the part of day of each weekday and call hour: bands of weekdays first, then those of weekends."""
    hours = np.arange(policy.call_hours.first_hour, policy.call_hours.last_hour)
    band = np.array([band_index(int(hour), policy.bands) for hour in hours])
    weekend = (np.arange(WEEKDAYS) >= FIRST_WEEKEND_DAY).astype(np.int64)
    return np.asarray(weekend[:, None] * len(policy.bands) + band[None, :])


def band_index(hour: int, bands: Sequence[Band]) -> int:
    """Return which band holds this local hour; hours outside the call hours belong to the nearest band."""
    inside = [place for place, band in enumerate(bands) if band.first_hour <= hour < band.last_hour]
    return inside[0] if inside else (0 if hour < bands[0].first_hour else len(bands) - 1)


def part_label(part: int, bands: Sequence[Band]) -> tuple[str, str]:
    """Return the English and the Chinese name of a part of day: ``weekdays 17-19``, ``工作日傍晚（17-19 点）``."""
    english, chinese = DAYTYPE[part // len(bands)]
    band = bands[part % len(bands)]
    hours = f"{band.first_hour}-{band.last_hour}"
    return f"{english} {hours} ({band.name})", f"{chinese}{BAND_ZH.get(band.name, band.name)}（{hours} 点）"
