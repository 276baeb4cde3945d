"""A page of a site that is a form to fill in and little else: how to write to somebody, what to send with an application."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ringback.readers import patterns as re

if TYPE_CHECKING:
    from ringback.readers.fields.sheet import Sheet

MIN_ASKED, MAX_LINE, MAX_BESIDE = 3, 40, 700
_NAMES = frozenset({"name", "first_name", "last_name"})
_ASKED = re.compile(
    r"(?:(?:your|first|last|full|given|family|middle) )?names?|(?:your )?e-?mail(?: address)?"
    r"|(?:your )?(?:mobile|phone|telephone)(?: number)?"
    r"|(?:your )?(?:message|subject|comments?|address|city|state|zip(?: code)?|country|company|website|cover letter)"
    r"|(?:your )?date of birth|(?:desired |expected )?salary|position(?: applied for| applying for)?"
    r"|(?:upload|attach) (?:your |a )?(?:r[eé]sum[eé]|cv|file|documents?|photo)|r[eé]sum[eé](?:/cv)?",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"send(?: (?:us )?(?:a |your )?message| it| now)?|submit(?: (?:form|application|your application))?"
    r"|apply(?: now| here)?|choose (?:a )?files?|no file (?:chosen|selected)|browse|next step"
    r"|upload (?:your |a )?(?:r[eé]sum[eé]|cv|file|documents?)",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"^[\W_]+|[\W_]+$|\((?:required|optional|pdf[^()]*|max[^()]*)\)")


def is_form_to_fill(sheet: Sheet) -> bool:
    """Tell a form that asks for a name, an address and a message, holds no answers, and stands beside little other text."""
    if sheet.is_chinese or any(label.value.strip() for label in sheet.labels if label.field in _NAMES):
        return False
    lines = [_SIGNS.sub("", line).strip() for line in sheet.folded]
    asked = {line.lower() for line in lines if len(line) <= MAX_LINE and _ASKED.fullmatch(line)}
    is_sent = len(asked) >= MIN_ASKED and any(len(line) <= MAX_LINE and _SENT.fullmatch(line) for line in lines)
    return is_sent and sum(len(line) for line in lines if line.lower() not in asked) < MAX_BESIDE
