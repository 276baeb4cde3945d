"""A form saved from a browser: what was typed and chosen stands in attributes of its fields, not in the text of the page."""

from __future__ import annotations

from html import escape, unescape

from ringback.readers import patterns as re
from ringback.readers.html_unseen import replaced

MIN_TYPED = 3  # a page with a box to search in is no form
_INPUT = re.compile(r"<input\b([^>]*)>", re.IGNORECASE)
_SELECT = re.compile(r"<select\b[^>]*>((?:[^<]|<(?!/?select\b))*+)</select\s*>", re.IGNORECASE)
_OPTION = re.compile(r"<option\b([^<>]*)>([^<]*)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s\"'>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_CHOSEN = frozenset({"checked", "selected"})
_UNSEEN = "hidden"
_TYPED = frozenset({"text", "email", "tel", "url", "number", "date", "month", "datetime-local"})
_TICKED = frozenset({"checkbox", "radio"})


def with_answers(text: str) -> str:
    """Return a page with the answers of its fields as text: typed ones, the chosen options, ticked boxes as ☑."""
    if "<input" not in text and "<INPUT" not in text:
        return text
    if sum(_typed(_attributes(found[1])) != "" for found in _INPUT.finditer(text)) < MIN_TYPED:
        return text
    return replaced(_INPUT, _answer, replaced(_SELECT, _choice, text))


def _attributes(written: str) -> dict[str, str]:
    """Return attributes by their whole names: ``data-type`` and ``aria-checked`` say nothing of the answer."""
    found: dict[str, str] = {}
    for told in _ATTRIBUTE.finditer(written):
        found.setdefault(told[1].lower(), unescape(next(filter(None, told.groups()[1:]), "")).strip())
    return found


def _kind(attributes: dict[str, str]) -> str:
    return attributes.get("type", "").lower() or "text"


def _typed(attributes: dict[str, str]) -> str:
    is_seen = _kind(attributes) in _TYPED and _UNSEEN not in attributes
    return attributes.get("value", "") if is_seen else ""


def _answer(field: re.Match[str]) -> str:
    attributes = _attributes(field[1])
    if _kind(attributes) in _TICKED:
        return " ☑ " if attributes.keys() & _CHOSEN else " ☐ "
    return f"<span> {escape(_typed(attributes))} </span>" if _kind(attributes) in _TYPED else ""


def _choice(field: re.Match[str]) -> str:
    chosen = [option[2].strip() for option in _OPTION.finditer(field[1]) if _attributes(option[1]).keys() & _CHOSEN]
    return f"<span> {', '.join(chosen)} </span>"
