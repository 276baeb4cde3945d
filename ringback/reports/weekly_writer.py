"""The weekly report's words in one language, and what each picture owes its reader."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from ringback.actions.report import WeeklyReport
from ringback.analysis.charts import Caption
from ringback.reports.weekly_words import WORDS
from schemas.policy import RoleFamily
from schemas.words import Language

MIN_CALLS = 200


class Writer:
    """Says things in one language."""

    def __init__(self, report: WeeklyReport, families: Mapping[str, RoleFamily], language: Language, zone: str) -> None:
        self.report = report
        self.language = language
        self.zone = ZoneInfo(zone)
        self.roles = {name: getattr(family, language) for name, family in families.items()}

    def say(self, key: str, **values: object) -> str:
        """Return one of the report's words, filled in."""
        return WORDS[key][self.language != "zh"].format(**values)

    def since(self) -> str:
        """Return the day of the first call."""
        start = self.report.since
        return f"{start.astimezone(self.zone):%Y-%m-%d}" if start else self.say("no_calls")

    def caption(self, counted: str, left_out: str, since: str | None = None) -> Caption:
        """Return what a picture owes its reader."""
        return Caption(counted, since or self.since(), left_out)

    def calls_caption(self) -> Caption:
        """Return the caption of everything that counts calls."""
        told = self.report.calls
        n = f"{int(self.report.rates['n_calls'].sum()):,}"
        rest = {
            "duplicates": told.n_duplicates,
            "unknown": told.n_unknown,
            "wrong": told.n_wrong,
            "outside": told.n_outside,
        }
        left_out = self.say("left_out_calls", **rest)
        return self.caption(self.say("counted_calls", n=n), left_out)
