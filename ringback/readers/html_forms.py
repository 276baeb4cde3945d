"""A form saved from a browser: what was typed and chosen stands in attributes of its fields, not in the text of the page."""

from __future__ import annotations

from html import escape, unescape

from ringback.readers import patterns as re
from ringback.readers.html_unseen import replaced

MIN_TYPED = 3  # a page with a box to search in is no form
_INPUT = re.compile(r"<input\b([^>]*)>", re.IGNORECASE)
_SELECT = re.compile(r"<select\b[^>]*>((?:[^<]|<(?!/?select\b))*+)</select\s*>", re.IGNORECASE)
_OPTION = re.compile(r"<option\b([^>]*)>([^<]*)", re.IGNORECASE)
_VALUE = re.compile(r"\bvalue\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_TYPE = re.compile(r"\btype\s*=\s*[\"']?([a-z-]+)", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:checked|selected)\b", re.IGNORECASE)
_TYPED = frozenset({"text", "email", "tel", "url", "number", "date", "month", "datetime-local"})
_TICKED = frozenset({"checkbox", "radio"})


def with_answers(text: str) -> str:
    """Return a page with the answers of its fields as text: typed ones, the chosen options, ticked boxes as ☑."""
    if "<input" not in text and "<INPUT" not in text:
        return text
    typed = [value for found in _INPUT.finditer(text) if _kind(found[1]) in _TYPED and (value := _value(found[1]))]
    if len(typed) < MIN_TYPED:
        return text
    return replaced(_INPUT, _answer, replaced(_SELECT, _choice, text))


def _kind(attributes: str) -> str:
    told = _TYPE.search(attributes)
    return told[1].lower() if told else "text"


def _value(attributes: str) -> str:
    told = _VALUE.search(attributes)
    return unescape(next(filter(None, told.groups()), "")).strip() if told else ""


def _answer(field: re.Match[str]) -> str:
    kind = _kind(field[1])
    if kind in _TICKED:
        return " ☑ " if _CHOSEN.search(_VALUE.sub("", field[1])) else " ☐ "
    return f"<span> {escape(_value(field[1]))} </span>" if kind in _TYPED else ""


def _choice(field: re.Match[str]) -> str:
    chosen = [option[2].strip() for option in _OPTION.finditer(field[1]) if _CHOSEN.search(_VALUE.sub("", option[1]))]
    return f"<span> {', '.join(chosen)} </span>"
