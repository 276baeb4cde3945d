"""Public holidays where a person is: IANA zone -> country -> calendar.

The zone's country is read from ``zone.tab`` of the tz database, aliases (``PRC``, ``US/Eastern``) through its links; the
calendars are those of the ``holidays`` package, which knows China's moved working days. A zone without a country
(``UTC``, ``Etc/*``) and a country without a calendar have no holidays.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from ringback.rules.quiet import no_holidays

if TYPE_CHECKING:
    from ringback.rules.quiet import IsHoliday

SATURDAY = 5
ONE_DAY = timedelta(days=1)


@lru_cache(maxsize=1)
def _countries() -> Mapping[str, str]:
    """Return ISO country codes by zone name, aliases included."""
    folder = resources.files("tzdata").joinpath("zoneinfo")
    rows = folder.joinpath("zone.tab").read_text(encoding="utf-8").splitlines()
    country_of = {row.split("\t")[2]: row.split("\t")[0] for row in rows if row and not row.startswith("#")}
    for row in folder.joinpath("tzdata.zi").read_text(encoding="utf-8").splitlines():
        kind, _, names = row.partition(" ")
        if kind == "L":
            target, alias = names.split()
            if target in country_of:
                country_of.setdefault(alias, country_of[target])
    return country_of


def country_of_zone(timezone: str) -> str | None:
    """Return the ISO 3166 code of the country that an IANA zone lies in; None if it lies in none."""
    return _countries().get(timezone)


@lru_cache(maxsize=512)
def holiday_calendar(timezone: str) -> IsHoliday:
    """Return the predicate "is this local date a public holiday there?"; the same one for every call with this zone.

    A weekend that lies between holidays counts as one: calendars do not list it, but the country is on holiday (the
    National Day week, Easter).
    """
    import holidays  # noqa: PLC0415 (a quarter of a second; only where somebody is about to be contacted)

    country = country_of_zone(timezone)
    if country is None or country not in holidays.list_supported_countries():
        return no_holidays
    calendar: Any = holidays.country_holidays(country)

    @lru_cache(maxsize=2048)
    def is_holiday(day: date) -> bool:
        if day in calendar or day.weekday() < SATURDAY:
            return day in calendar
        return _beside(calendar, day, -ONE_DAY) and _beside(calendar, day, ONE_DAY)

    return is_holiday


def _beside(calendar: Any, day: date, step: timedelta) -> bool:
    """Tell whether the first day in this direction that is not an ordinary weekend day is a holiday."""
    day += step
    while day.weekday() >= SATURDAY and day not in calendar:
        day += step
    return day in calendar
