"""In which time zone a candidate lives: by the number, the town where a country has several zones, else the office's."""

from __future__ import annotations

from functools import lru_cache

import phonenumbers
from phonenumbers import timezone as phone_timezone

_UNKNOWN_ZONE = "Etc/Unknown"
_MOST_LIVE_IN = {
    1: "America/New_York",
    7: "Europe/Moscow",
    34: "Europe/Madrid",
    39: "Europe/Rome",
    44: "Europe/London",
    47: "Europe/Oslo",
    61: "Australia/Sydney",
    64: "Pacific/Auckland",
    243: "Africa/Kinshasa",
    262: "Indian/Reunion",
    351: "Europe/Lisbon",
    353: "Europe/Dublin",
    358: "Europe/Helsinki",
    593: "America/Guayaquil",
    599: "America/Curacao",
    686: "Pacific/Tarawa",
    689: "Pacific/Tahiti",
    976: "Asia/Ulaanbaatar",
}
"""Calling code -> the zone of most people there, for numbers that may lie in several zones, as all mobile ones of these do."""
_KAZAKHSTAN = "Asia/Almaty"  # shares its calling code with Russia


def zone_of(phones: tuple[str, ...], office_timezone: str, city: str | None = None) -> str:
    """Return the IANA zone of the first phone (E.164) that tells one; the office's where none does.

    A number may lie in several zones: then that of ``city`` counts, where one of them is named after it, else the office's
    where it is among them, else the zone in which most people of the country live. A number from abroad never gets the
    office's: a message would leave in the middle of their night.
    """
    town = (city or "").partition(",")[0].strip().replace(" ", "_").lower()
    for phone in phones:
        zone = _zone_of_number(phone, town, office_timezone)
        if zone is not None:
            return zone
    return office_timezone


def _zone_of_number(phone_e164: str, town: str, office: str) -> str | None:
    if phone_e164.startswith("+861"):  # Chinese mobiles: the commonest case by far, and one zone
        return "Asia/Shanghai"
    zones, most = _zones_by_prefix(phone_e164)
    named = next((zone for zone in zones if zone.rpartition("/")[2].lower() == town), None) if town else None
    return named or (zones[0] if len(zones) == 1 else office if office in zones else most)


@lru_cache(maxsize=10_000)
def _zones_by_prefix(phone_e164: str) -> tuple[tuple[str, ...], str | None]:
    """Return the zones in which a number may lie, and that of most people where they are several or unknown."""
    try:
        number = phonenumbers.parse(phone_e164)
    except phonenumbers.NumberParseException:
        return (), None
    zones = tuple(zone for zone in phone_timezone.time_zones_for_number(number) if zone != _UNKNOWN_ZONE)
    if len(zones) == 1 or not phonenumbers.is_possible_number(number):
        return zones, None
    if phonenumbers.region_code_for_number(number) == "KZ":
        return zones, _KAZAKHSTAN
    return zones, _MOST_LIVE_IN.get(number.country_code or 0) or _sole_zone(number.country_code or 0)


@lru_cache(maxsize=256)
def _sole_zone(code: int) -> str | None:
    """Return the zone of a country that has one only, for its numbers that no plan knows yet."""
    example = phonenumbers.example_number(phonenumbers.region_code_for_country_code(code))
    zones = phone_timezone.time_zones_for_number(example) if example else ()
    return zones[0] if len(zones) == 1 and zones[0] != _UNKNOWN_ZONE else None
