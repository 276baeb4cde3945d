"""How ``ringback --help`` lists the commands: by what a person wants to do, each with its whole sentence."""

from __future__ import annotations

from typing import Any, Final

from typer.core import TyperGroup

SECTIONS: Final = {
    "Every day": ("ingest", "today", "log-call", "log-reply", "void-call", "find", "timeline", "ring"),
    "What was put aside": ("quarantine", "readmit", "dismiss", "read"),
    "Interviews and reminders": ("record-interview", "remind"),
    "One pool of people": ("reviews", "review", "merge", "split", "add-contact", "reopen", "erase"),
    "Messages": ("preview", "dispatch", "replies", "reconcile", "settle"),
    "Learning": ("nightly", "report", "models", "experiments"),
    "In and out": ("import", "export"),
    "Running it": ("doctor", "serve", "db", "keys"),
}
"""Heading to its commands, in the order in which they are shown; every command stands under one heading."""

WHOLE_SENTENCE: Final = 300


class SectionedHelp(TyperGroup):
    """A group of commands whose help puts them under the headings of ``SECTIONS``."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 (the context is part of the signature)
        """Write the commands below their headings; a sentence that is too long for a line is wrapped, not cut."""
        column = max(map(len, self.commands))
        for heading, names in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl(
                    [(name.ljust(column), self.commands[name].get_short_help_str(WHOLE_SENTENCE)) for name in names]
                )
