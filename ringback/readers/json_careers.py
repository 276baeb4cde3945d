"""Jobs and schools in lists of objects under any name: the job that goes on or ended last, the school of the highest degree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ringback.readers import patterns as re
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.fields.periods import NOW, moment, period_in
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.studies.degrees import LEVELS, degrees_in, highest
from ringback.readers.jsonplain import NAMED, NAMED_BY, is_elsewhere, kind_of, letters_of, with_parts
from ringback.readers.normalise import fold

_ENDS = frozenset(
    {
        "end",
        "enddate",
        "timeend",
        "ended",
        "finish",
        "to",
        "until",
        "till",
        "dateto",
        "endyear",
        "yearend",
        "yearto",
        "toyear",
        "endsat",
        "endedat",
        "结束",
        "结束时间",
        "离职时间",
        "结束日期",
    }
)
_FIRMS, _SCHOOLS = frozenset({"current_employer"}), frozenset({"school"})
_TOWN = "town"  # where a job was of which no house is named
_OTHER_KEYS: Mapping[str, str] = {
    "org": "current_employer", "job": "current_title", "institute": "school", "studytype": "degree", "program": "degree",
    "programme": "degree", "qualification": "degree", "award": "degree",
}  # fmt: skip
"""Names of members that are no labels in print."""
MIN_TOLD = 2  # when it ended and its name: a bare list of names tells no more
_ROLES = frozenset({"roles", "positions", "titles"})
_NAME_BEHIND = re.compile(r"(?<=[a-z])_?[Nn]ame$")  # degreeName
_BEGINS = re.compile(r"(?:start|begin|from$|from_|since)|开始|入职", re.IGNORECASE)
_PLACES = frozenset({"place", "where", "at"})


def of_lists(row: Mapping[str, Any]) -> dict[str, str]:
    """Return title and employer of the latest job, and the school of the highest degree, out of lists of objects."""
    values: dict[str, str] = {}
    for key, items in sorted(row.items(), key=lambda pair: is_elsewhere(pair[0])):
        if not isinstance(items, list):
            continue
        named = NAMED_BY.get(kind_of(key) or "")
        known = [_known(item, named) for item in items if isinstance(item, dict)]
        jobs = [item for item in known if (_FIRMS | {_TOWN}) & item.keys()]
        schools = [item for item in known if _SCHOOLS & item.keys()]
        if jobs and not schools and "current_employer" not in values:
            job = max(jobs, key=lambda item: float(item["end"]))
            values |= {field: job[field] for field in ("current_title", "current_employer") if field in job}
        elif schools and "school" not in values:
            school = min(schools, key=_rank)
            values |= {field: school[field] for field in ("school", "degree") if field in school}
    return values


def _known(item: Mapping[str, Any], named: str | None) -> dict[str, str]:
    """Return the known members of an item; ``named`` is what its bare name, else its place, is the name of."""
    whole = with_parts(item)
    known = {"end": str(_end(whole)), **dict(_fields_of(whole)), **_of_roles(item), **dict(_fields_of(item))}
    if named in _SCHOOLS and "school" not in known and "current_employer" in known:
        known["school"] = known.pop("current_employer")  # org: a house that teaches
    told = known.get("current_title", "")
    is_degree = bool(degrees_in(fold(told))) and (named in _SCHOOLS or not title_score(told))
    if named in _FIRMS and "school" in known and named not in known and not is_degree:
        known[named] = known.pop("school")  # institution: where somebody works
    if "school" in known and "degree" not in known and is_degree:
        known["degree"] = known.pop("current_title")  # title: PhD, Physics
    if "degree" in known and "school" in known:
        return known
    if not named or named in known:
        return known
    name = item.get(NAMED)
    if isinstance(name, str) and name.strip() and len(known) > MIN_TOLD:
        known[named] = name.strip()
    elif place := _place_of(item):
        known[_TOWN if named in _FIRMS and _is_of_town(place) else named] = place
        if named in _SCHOOLS and "degree" not in known and "current_title" in known:
            known["degree"] = known.pop("current_title")
    return known


def _of_roles(item: Mapping[str, Any]) -> dict[str, str]:
    """Return the latest post of a house that lists what somebody was there: ``roles: [{name: …, startDate: …}]``."""
    listed = next((value for key, value in item.items() if letters_of(key) in _ROLES and isinstance(value, list)), [])
    roles = [one for one in listed if isinstance(one, dict)]
    latest = max(roles, key=lambda one: _end(with_parts(one)), default={})
    title = dict(_fields_of(latest)).get("current_title") or latest.get(NAMED)
    return {"current_title": title.strip()} if isinstance(title, str) and title.strip() else {}


def _place_of(item: Mapping[str, Any]) -> str | None:
    return next(
        (value.strip() for key, value in item.items() if letters_of(key) in _PLACES and isinstance(value, str)), None
    )


def _is_of_town(place: str) -> bool:
    """Tell where the house of a job lies from what it is called: ``place: Leeds, UK``."""
    whole = place_of(place)
    return is_town(place) or (whole.is_certain and whole.town is not None)


def _fields_of(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        field = field_of_column(str(key)) or _OTHER_KEYS.get(letters_of(key))
        field = field or field_of_column(_NAME_BEHIND.sub("", str(key)))
        text = _only_text(value) if isinstance(value, dict) else value
        if field and isinstance(text, str) and text.strip():
            yield field, text.strip()


def _only_text(part: Mapping[str, Any]) -> Any:
    """Return the name that an object tells, or its only text: ``Position: {Label: …}``."""
    return part.get(NAMED) or (next(iter(part.values())) if len(part) == 1 else None)


def _end(item: Mapping[str, Any]) -> float:
    """Return when a job ended; one without an end goes on."""
    for key, value in item.items():
        if letters_of(key) in _ENDS:
            return moment(fold(str(value or ""))) or NOW
    periods = [period_in(fold(value)) for value in item.values() if isinstance(value, str)]
    period = next(filter(None, periods), None)
    if period is None and any(_BEGINS.match(str(key)) for key in item):
        return NOW  # it began and is not said to have ended
    return period.end if period else 0.0


def _rank(item: Mapping[str, str]) -> int:
    degree = highest(degrees_in(fold(item.get("degree", ""))))
    return LEVELS.index(degree.level) if degree else len(LEVELS)
