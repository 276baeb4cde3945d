"""The examinations of schools, as letters: how far up they stand, which country alone holds them, and what is no school."""

from __future__ import annotations

from typing import NamedTuple


class Examination(NamedTuple):
    """One examination, or several written alike, as a pattern for the whole word.

    ``level`` is that of the school that leads to it, where a word in front of a school's name may tell it; ``country`` the
    one that alone holds it; ``stands_alone`` where a row of studies prints it without a school, in capitals.
    """

    written: str
    level: str | None = None
    country: str | None = None
    stands_alone: bool = False


PRIMARY, SECONDARY = "primary", "secondary"
EXAMINATIONS = (
    Examination(r"UNEB|UACE|UCE\b(?s:.{1,200})\bUA?CE", country="UG"),
    Examination("UPSR|PSLE", PRIMARY),
    Examination("PLE", PRIMARY, stands_alone=True),
    Examination("KCPE", PRIMARY, "KE", stands_alone=True),
    Examination("SPM|STPM|PMR|PT3|SMA|SMK|SMP|SLC|SEE|SSC|HSC|HSLC|HSSLC|SSLC|SSCE|GCSEs?", SECONDARY),
    Examination(r"U\.?A?\.?C\.?E", SECONDARY),
    Examination("UA?CE|GCE|NABTEB|BECE|ICS|F\\.?S[Cc]|F\\.?S\\.?L\\.?C", stands_alone=True),
    Examination("KCSE", SECONDARY, "KE", stands_alone=True),
    Examination("WAEC|WASSCE", SECONDARY, stands_alone=True),
    Examination("NECO", country="NG", stands_alone=True),
    Examination("NYSC|JAMB", country="NG"),
    Examination("NECTA", country="TZ"),
    Examination("A?CSEE", country="TZ", stands_alone=True),
    Examination("ZIMSEC", country="ZW"),
    Examination("HKDSE|HKCEE|HKALE", country="HK"),
    Examination("BGCSE", country="BW"),
    Examination(
        r"[JP]\.?S\.?C\b(?s:.{1,200})\bS\.?S\.?C|S\.?S\.?C\b(?s:.{1,200})\b[JP]\.?S\.?C",
        country="BD",
    ),
    Examination(r"[JPHS]\.?S\.?C\.?|J\.?D\.?C\.?|[Mm]atric(?:ulation)?|G(?:CSE|SCE)(?:['’]?s)?", stands_alone=True),
)


def examinations_of(level: str) -> str:
    """Return a pattern for the examinations to which the schools of a level lead."""
    return "|".join(one.written for one in EXAMINATIONS if one.level == level)


def examinations_alone() -> str:
    """Return a pattern for what a row of studies prints in the place of a school."""
    return "|".join(one.written for one in EXAMINATIONS if one.stands_alone)


def examinations_by_country() -> dict[str, str]:
    """Return country -> a pattern for the examinations that it alone holds, in the order of the table."""
    countries = dict.fromkeys(one.country for one in EXAMINATIONS if one.country)
    return {
        country: "|".join(rf"\b(?:{one.written})\b" for one in EXAMINATIONS if one.country == country)
        for country in countries
    }
