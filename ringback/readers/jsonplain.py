"""JSON about one person in nobody's schema: parts within parts, and lists of jobs and schools under any name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ringback.readers.columns import fields_of_header
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.label_words import field_of_column, raw_field_of_column
from ringback.readers.fields.periods import NOW, moment, period_in
from ringback.readers.fields.studies.degrees import LEVELS, degrees_in, highest
from ringback.readers.no_answers import is_no_answer, is_no_name
from ringback.readers.normalise import fold

MAX_ANSWERED = 20
_NAMES = frozenset({"name", "first_name", "last_name", "firstname", "lastname", "姓名"})
MAX_PARTS = 3  # resume > person > contact
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
        "结束",
        "结束时间",
        "离职时间",
        "结束日期",
    }
)
_HALVES = frozenset({"first_name", "last_name"})
_FIRMS, _SCHOOLS = frozenset({"current_employer"}), frozenset({"school"})
_OTHER_KEYS: Mapping[str, str] = {
    "org": "current_employer", "job": "current_title", "institute": "school", "studytype": "degree", "program": "degree",
    "programme": "degree", "qualification": "degree",
}  # fmt: skip
"""Names of members that are no labels in print."""
_WISHED: Mapping[str, str] = {
    "title": "期望职位", "current_title": "期望职位", "city": "期望城市", "not_salary": "期望薪资",
}  # fmt: skip
"""What a member is called that says elsewhere what somebody has, by its label."""
MIN_TOLD = 2  # when it ended and its name: a bare list of names tells no more
_NAMED_BY: Mapping[str, str] = {"education": "school", "experience": "current_employer"}
"""What the items of a section are the names of where nothing in them is called so."""
_PLACES = frozenset({"place", "where", "at"})
_OF_OTHERS = re.compile(
    r"supervis|manager|boss|parent|father|mother|spouse|wife|husband|guardian|emergency|employer|company|firm|agency|recruiter",
    re.IGNORECASE,
)
_NAMES = frozenset({"name", "first_name", "last_name", "english_name"})
_WHO = _NAMES | {"phones", "emails", "wechat", "linkedin"}
_OF_PERSON = frozenset({None, "basic", "summary", "top"})
_ADDRESS = re.compile(r"(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)")
_NUMBER = re.compile(r"(?:tel:)?[+(]*\d[\d\s().-]{5,20}\d")
_OF_PHONE = re.compile(r"phone|mobile|\btel\b|手机|手機|电话|電話", re.IGNORECASE)
_OF_PAPERS = frozenset(
    [
        "dependencies",
        "devdependencies",
        "peerdependencies",
        "requiredev",
        "openapi",
        "swagger",
        "invoicenumber",
        "invoiceno",
        "invoiceid",
        "invoicedate",
        "billto",
    ]
)
_PAIRS_OF_PAPERS = (frozenset({"on", "jobs"}), frozenset({"requirements", "responsibilities"}))
_KINDS_OF_PAPERS = frozenset(
    {"JobPosting", "Organization", "Corporation", "LocalBusiness", "Invoice", "Order", "Product"}
)
_VALUE = "value"
_NAMED = "name"  # {"company": {"name": …}}


def answered(value: Any, *, may_be_name: bool = False, depth: int = 0) -> Any:
    """Return what JSON holds without the texts that answer nothing: N/A, none, 暂无. Somebody may be called Null, no house is."""
    if isinstance(value, str):
        return None if (is_no_name if may_be_name else is_no_answer)(value) else value
    if depth > MAX_ANSWERED:
        return value
    if isinstance(value, list):
        return [answered(item, depth=depth + 1) for item in value]
    if isinstance(value, dict):
        return {
            key: answered(item, may_be_name=str(key).lower() in _NAMES, depth=depth + 1) for key, item in value.items()
        }
    return value


def with_parts(row: Mapping[str, Any], depth: int = 0) -> dict[str, Any]:
    """Return an object with the members of the objects inside it beside its own; what stands further out goes first."""
    found = {key: value for key, value in row.items() if not isinstance(value, dict)}
    for key, value in row.items():
        if isinstance(value, dict) and len(value) > 1 and all(isinstance(item, dict) for item in value.values()):
            found[key] = list(value.values())  # education: {bachelor: …, master: …}
        elif isinstance(value, dict) and _kind_of(key) in _NAMED_BY and isinstance(value.get(_NAMED), str):
            found[key] = [value]  # education: {name: …, degree: …}
        elif isinstance(value, dict) and depth < MAX_PARTS:
            parts = _without_others(str(key), with_parts(value, depth + 1), found)
            for inside, inner in (_as_wishes(parts) if _is_of_wishes(key) else parts).items():
                found.setdefault(inside, inner)
    return found


def _without_others(key: str, parts: Mapping[str, Any], around: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out what an object says of somebody else: all of a referee, name and contacts of a house or of another person."""
    if raw_field_of_column(key) == "not_own" or _kind_of(key) == "references":
        return {}
    if not _OF_OTHERS.search(key) and not _is_named_apart(key, parts, around):
        return parts
    return {inside: value for inside, value in parts.items() if fields_of_header([str(inside)])[0] not in _WHO}


def _is_named_apart(key: str, parts: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    """Tell an object whose name has no word of the name around it; but contact and phone are the person's."""
    if _kind_of(key) in _OF_PERSON - {None} or _OF_PHONE.search(key) or fields_of_header([key])[0] in _WHO:
        return False
    own, other = _names_in(around), _names_in(parts)
    return bool(own and other and not own & other)


def _names_in(row: Mapping[str, Any]) -> set[str]:
    names = (value for key, value in row.items() if isinstance(value, str) and field_of_column(str(key)) in _NAMES)
    return {word for name in names for word in re.findall(r"[^\W\d_]+", fold(name).lower())}


def is_of_no_person(stated: Mapping[str, Any]) -> bool:
    """Tell an object that states something else by its keys: a package, an interface, an invoice, a house, an opening."""
    keys = {_letters(key) for key in stated}
    kind = str(stated.get("@type", ""))
    return bool(keys & _OF_PAPERS) or any(pair <= keys for pair in _PAIRS_OF_PAPERS) or kind in _KINDS_OF_PAPERS


def with_values(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with the values of its lists of them: ``phone_numbers: [{"value": …, "type": "mobile"}]``."""
    found: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, list) and value and all(isinstance(one, dict) and one.get(_VALUE) for one in value):
            kept = [str(one[_VALUE]) for one in value]
            profile = next((one for one in kept if "linkedin.com/" in one.lower()), None)
            found["linkedin" if profile and "linkedin" not in row else key] = profile or kept
        else:
            found[key] = value
    return found


def contacts_of(row: Mapping[str, Any]) -> dict[str, str]:
    """Return address and number that stand in objects under no key of their own: ``fa-phone: {icon: …, text: …}``."""
    found: dict[str, str] = {}
    for key, value in _leaves(row, with_parts(row)):
        if "emails" not in found and (address := _ADDRESS.fullmatch(value.strip())):
            found["emails"] = address.group(1)
        elif "phones" not in found and _OF_PHONE.search(key) and _NUMBER.fullmatch(value.strip()):
            found["phones"] = value.strip()
    return found


def _leaves(
    row: Mapping[str, Any], person: Mapping[str, Any], key: str = "", depth: int = 0
) -> Iterator[tuple[str, str]]:
    """Yield the texts of an object and of those inside it; others have lists, keys that say so, or names of their own."""
    for name, value in row.items():
        if (
            _kind_of(name) not in _OF_PERSON
            or raw_field_of_column(str(name)) == "not_own"
            or _OF_OTHERS.search(str(name))
        ):
            continue
        if isinstance(value, dict) and depth < MAX_PARTS and not _is_named_apart(str(name), value, person):
            yield from _leaves(value, person, f"{key} {name}", depth + 1)
        elif isinstance(value, str):
            yield f"{key} {name}", value


def _is_of_wishes(key: str) -> bool:
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", str(key))
    return section_of_heading(words, stands_out=True) == "wishes" or field_of_column(words) == "desired_title"


def _as_wishes(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of an object about wishes under keys that say so: {"求职意向": {"职位": …, "城市": …, "薪资": …}}."""
    return {_WISHED.get(raw_field_of_column(str(key)) or "", key): value for key, value in parts.items()}


def list_of_people(answer: Mapping[str, Any], depth: int = 0) -> list[Any] | None:
    """Return the list of people in what a program exported or answered ({"total": 2, "data": {"list": [...]}}), None without one.

    A list is one of people where each object has a name and an address or a number; an object that names a person holds none.
    """
    for key, value in answer.items():
        if _is_elsewhere(key) or raw_field_of_column(key) == "not_own":  # whom one may ask about the person
            continue
        inside = list_of_people(value, depth + 1) if isinstance(value, dict) and depth < MAX_PARTS else None
        if inside or (isinstance(value, list) and value and all(map(_is_person, value))):
            return inside or value
    return None


def _is_person(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    if isinstance(item.get("basics"), dict):
        return True
    fields = {field_of_column(str(key)) for key, value in with_parts(item).items() if value}
    return ("name" in fields or fields >= _HALVES) and bool(fields & {"phones", "emails"})


def of_lists(row: Mapping[str, Any]) -> dict[str, str]:
    """Return title and employer of the latest job, and the school of the highest degree, out of lists of objects."""
    values: dict[str, str] = {}
    for key, items in sorted(row.items(), key=lambda pair: _is_elsewhere(pair[0])):
        if not isinstance(items, list):
            continue
        named = _NAMED_BY.get(_kind_of(key) or "")
        known = [_known(item, named) for item in items if isinstance(item, dict)]
        jobs = [item for item in known if _FIRMS & item.keys()]
        schools = [item for item in known if _SCHOOLS & item.keys()]
        if jobs and not schools and "current_employer" not in values:
            job = max(jobs, key=lambda item: float(item["end"]))
            values |= {field: job[field] for field in ("current_title", "current_employer") if field in job}
        elif schools and "school" not in values:
            school = min(schools, key=_rank)
            values |= {field: school[field] for field in ("school", "degree") if field in school}
    return values


def _is_elsewhere(key: str) -> bool:
    """Tell the lists that are about neither jobs nor schools (awards, projects, volunteering); they are asked last."""
    return (
        _kind_of(key) not in {None, "experience", "education"}
        or re.search(r"volunteer|teaching", key, re.IGNORECASE) is not None
    )


def _kind_of(key: str) -> str | None:
    """Return the section that the key of a list or an object is called like."""
    return section_of_heading(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", str(key)), stands_out=True)


def _known(item: Mapping[str, Any], named: str | None) -> dict[str, str]:
    """Return the known members of an item; ``named`` is what its bare name, else its place, is the name of."""
    known = {"end": str(_end(with_parts(item))), **dict(_fields_of(item))}
    if not named or named in known:
        return known
    name = item.get(_NAMED)
    if isinstance(name, str) and name.strip() and len(known) > MIN_TOLD:
        known[named] = name.strip()
    elif place := _place_of(item):
        known[named] = place
        if named in _SCHOOLS and "degree" not in known and "current_title" in known:
            known["degree"] = known.pop("current_title")
    return known


def _place_of(item: Mapping[str, Any]) -> str | None:
    return next(
        (value.strip() for key, value in item.items() if _letters(key) in _PLACES and isinstance(value, str)), None
    )


def _fields_of(item: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for key, value in item.items():
        field = field_of_column(str(key)) or _OTHER_KEYS.get(_letters(key))
        text = value.get(_NAMED) if isinstance(value, dict) else value
        if field and isinstance(text, str) and text.strip():
            yield field, text.strip()


def _letters(key: str) -> str:
    return "".join(mark for mark in str(key).lower() if mark.isalnum())


def _end(item: Mapping[str, Any]) -> float:
    """Return when a job ended; one without an end goes on."""
    for key, value in item.items():
        if _letters(key) in _ENDS:
            return moment(fold(str(value or ""))) or NOW
    periods = [period_in(fold(value)) for value in item.values() if isinstance(value, str)]
    return next((period.end for period in periods if period), 0.0)


def _rank(item: Mapping[str, str]) -> int:
    degree = highest(degrees_in(fold(item.get("degree", ""))))
    return LEVELS.index(degree.level) if degree else len(LEVELS)
