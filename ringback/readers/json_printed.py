"""JSON and YAML as they would stand in print, a line a fact below headings: what no key tells is read there."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from ringback.readers import patterns as re
from ringback.readers.document import Document, Line
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.label_words import raw_field_of_column
from ringback.readers.jsonplain import is_of_another
from ringback.readers.stated_likeness import dates_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

MAX_LINES, MAX_CHARS, MAX_DEPTH = 600, 400, 12
CAREER = frozenset({"experience", "education"})
MAX_FACT = 90  # letters; what is longer tells what was done
_ABOVE = ("title", "label", "heading", "header", "type", "icon", "key", "field", "kind", "section", "sectiontitle")
_BESIDE = (
    "value",
    "text",
    "content",
    "contact",
    "details",
    "detail",
    "data",
    "items",
    "entries",
    "list",
    "contents",
    "body",
)
_BEGINS_OR_ENDS = re.compile(
    r"(?:(?:is ?)?current|start|end|from$|to$|begin|finish|until|till|since|date ?(?:from|to)|starts? at|ends? at"
    r"|开始|结束|起始|截止|入职|离职)",
    re.IGNORECASE,
)
_OF_SCHEMA = re.compile(r"[ _-]+(?:models?|lists?|data|items?|section|details|info|array|entries)$", re.IGNORECASE)
_SIGN = re.compile(r"(?:fa[sbrl]?[- ]|icon[- ]|bi[- ]|mdi[- ])+|[- ](?:alt|square|o|solid|fill)\b", re.IGNORECASE)
_OF_SIGN = {"envelope": "Email", "at": "Email", "map marker": "Address", "location dot": "Address", "location": "Address",
            "mobile": "Phone", "phone": "Phone"}  # fmt: skip
"""What the pictures beside contacts mean (Font Awesome's names)."""


def printed(stated: Mapping[str, Any], form: str) -> Document:
    """Return an object as a document of ``form``: what is inside an object stands below its key as a heading."""
    return Document(format=form, lines=tuple(islice(_lines(stated, 0), MAX_LINES)))


def has_career(document: Document) -> bool:
    """Tell print with a section of jobs and one of studies: what people write of themselves, whatever the keys are."""
    return {section_of_heading(line.text, stands_out=True) for line in document.lines if line.is_heading} >= CAREER


def _lines(part: Mapping[str, Any], depth: int) -> Iterator[Line]:
    """Yield the facts of an object before the sections in it: a heading would take what follows for its own."""
    told = [(str(key), value) for key, value in part.items() if not is_of_another(str(key), value, part)]
    for key, value in told:
        if not isinstance(value, dict | list):
            yield from _fact(words_of(key), value)
    if depth < MAX_DEPTH:
        inner = [(key, value) for key, value in told if isinstance(value, dict | list) and value]
        for key, value in sorted(inner, key=_is_section):
            yield from _section_lines(words_of(key), value, depth + 1)


def _is_section(member: tuple[str, Any]) -> bool:
    key, value = member
    return isinstance(value, list) or _section(words_of(key)) not in {None, "basic"}


def _section(words: str) -> str | None:
    return section_of_heading(words, stands_out=True) if words else None


def _fact(words: str, value: Any) -> Iterator[Line]:
    text = _text(value)
    if text:
        yield Line(f"{words}: {text}" if words and len(text) <= MAX_CHARS else text)


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool | dict | list):
        return ""
    return " ".join(str(value).split())


def _section_lines(words: str, value: Mapping[str, Any] | list[Any], depth: int) -> Iterator[Line]:
    section = _section(_without_schema(words))
    if isinstance(value, list):
        if section is None and all(not isinstance(one, dict | list) for one in value):
            yield from _fact(words, ", ".join(filter(None, map(_text, value))))
            return
        if section or not all(isinstance(one, dict) and _titled(one) for one in value):
            yield Line(_without_schema(words).capitalize(), is_heading=True)
        for item in value:
            yield from _item(item, depth)
    elif section in CAREER:
        yield Line(_without_schema(words).capitalize(), is_heading=True)
        if all(isinstance(one, dict) for one in value.values()):
            for key, item in value.items():
                yield Line(str(key))
                yield from _item(item, depth)
        else:
            yield from _item(value, depth)
    else:
        if section:
            yield Line(words.capitalize(), is_heading=True)
        yield from _lines(value, depth)


def _without_schema(words: str) -> str:
    """Return a key without what only programs call it: ``ExperienceModel``, ``education_list``."""
    bare = _OF_SCHEMA.sub("", words)
    return bare if _section(bare) else words


def _item(item: Any, depth: int) -> Iterator[Line]:
    """Yield one job or school a line a fact with its dates behind; a titled item is a section or a contact of its own."""
    if not isinstance(item, dict):
        text = _text(item)
        if text:
            yield Line(text if len(text) <= MAX_FACT else f"- {text}")
        return
    if told := _titled(item):
        label, value = told
        if isinstance(value, dict | list):
            yield from _section_lines(words_of(label), value, depth + 1)
        else:
            yield from _fact(_of_sign(label), value)
        return
    yield from _entry(item, depth)


def _titled(item: Mapping[str, Any]) -> tuple[str, Any] | None:
    """Return the label and the value of an item of both: ``{icon: fa-phone, text: …}``, ``{title: Experience, items: [...]}``."""
    known = {"".join(filter(str.isalnum, str(key).lower())): value for key, value in item.items()}
    label = next((known[key] for key in _ABOVE if isinstance(known.get(key), str) and known[key].strip()), None)
    value = next((known[key] for key in _BESIDE if known.get(key)), None)
    if label is None or value is None:
        return None
    words = words_of(label)
    if isinstance(value, dict | list):
        return (label, value) if _section(words) else None
    return (label, value) if raw_field_of_column(_of_sign(label)) else None


def _of_sign(label: str) -> str:
    bare = _SIGN.sub("", words_of(label)).strip().lower()
    return _OF_SIGN.get(bare, words_of(label))


def _entry(item: Mapping[str, Any], depth: int) -> Iterator[Line]:
    dates = dates_of(item)
    below: list[Line] = []
    for key, value in item.items():
        words = words_of(key)
        if isinstance(value, list):
            below += [Line(f"- {text}") for one in value if (text := _text(one))]
            below += [
                line for one in value if isinstance(one, dict) and depth < MAX_DEPTH for line in _entry(one, depth + 1)
            ]
        elif isinstance(value, dict):
            below += _entry(value, depth + 1) if depth < MAX_DEPTH else []
        elif (text := _text(value)) and not (dates and _BEGINS_OR_ENDS.match(words)):
            if len(text) > MAX_FACT:
                below.append(Line(f"- {text}"))
            else:
                yield Line(text)
    if dates:
        yield Line(dates)
    yield from below
