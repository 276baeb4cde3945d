"""JSON Resume (jsonresume.org, schema 1.0.0), and plain JSON objects or lists of them with columns as keys."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from ringback.readers import patterns as re
from ringback.readers.columns import fields_of_header
from ringback.readers.document import Content, People, Record
from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.label_words import field_of_column
from ringback.readers.fields.names.introductions import name_told
from ringback.readers.fields.periods import NOW, moment
from ringback.readers.fields.places.towns import city_in
from ringback.readers.fields.studies.degrees import LEVELS, degrees_in, highest
from ringback.readers.json_by_hand import load_json
from ringback.readers.json_careers import of_lists
from ringback.readers.json_in_scripts import load_script
from ringback.readers.json_printed import has_career, printed
from ringback.readers.jsonplain import (
    OF_SCHEMA,
    answered,
    contacts_of,
    is_declared_otherwise,
    list_of_people,
    with_parts,
    with_values,
)
from ringback.readers.normalise import fold
from ringback.readers.refusals import Refused, explain
from ringback.readers.stated_likeness import p_stated
from ringback.readers.text import decode
from ringback.readers.yamlplain import load_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ringback.readers.limits import ReaderLimits
    from schemas.records import Unreadable

_DASHES_AROUND = re.compile(r"^-{2,}\s*|\s*-{2,}$")  # the marks of a template, left around the value
MAX_DEPTH = 200
MAX_ASKED = 20  # rows of a list, to tell whether it is one of people
_NOBODY = "JSON without a person"
_TOWN = re.compile(r"city|town|municipal|localit|ciudad|cidade|citt|ville\b|ort\b|stadt|城市|县市", re.IGNORECASE)
_HOUSE_NUMBER = re.compile(r"\d")
_WORK = ("work", "experience", "jobs", "employment")
_POST = ("position", "title", "role", "jobTitle")
_FIRM = ("name", "company", "employer", "organization")
_DEGREE = ("studyType", "degree", "qualification")
_NAMES = frozenset({"name", "first_name"})
_END = ("endDate", "end", "to", "until", "end_date", "dateEnd", "date_end")
_SCHOOL = ("institution", "school", "university", "college")


def read_json(data: bytes, limits: ReaderLimits) -> Content:
    """Read JSON as one resume or as a list of people.

    Raises:
        Refused: ``truncated`` when it is not JSON, ``unsupported`` when it holds nothing about a person.
    """
    try:
        loaded = answered(load_json(decode(data)))
    except ValueError as error:
        raise Refused("truncated", "JSON") from error
    if isinstance(loaded, list):
        return _people(loaded, limits)
    if not isinstance(loaded, dict) or is_declared_otherwise(loaded):
        raise Refused("not_a_resume", _NOBODY)
    record = _weighed(loaded)
    if record and record.p_resume >= limits.p_resume_min:
        return replace(record, printed=printed(loaded, record.format))
    if people := list_of_people(loaded):
        return _people(people, limits)
    if has_career(in_print := printed(loaded, "json")):
        return in_print
    if record is None:
        raise Refused("not_a_resume", _NOBODY)
    return record


def record_of_yaml(text: str, limits: ReaderLimits) -> Record | None:
    """Return the person that YAML is about; None where the text is no YAML, or states no job and no school of anybody.

    Raises:
        Refused: ``not_a_resume`` where it is YAML about something else: the settings of a program, a house, openings.
    """
    loaded = answered(load_yaml(text)) if ":" in text else None
    if not loaded:
        return None
    record = _weighed(loaded, may_be_unnamed=True)
    if is_declared_otherwise(loaded) or (record and record.p_resume < limits.p_resume_min):
        raise Refused("not_a_resume", _NOBODY)
    if record is None or not (record.values.get("name") if _is_of_schema(loaded) else of_lists(with_parts(loaded))):
        return None
    told = None if record.values.keys() & _NAMES else name_told(record.text or "")
    values = {"name": told, **record.values} if told else record.values
    return replace(record, format="yaml", values=values, printed=printed(loaded, "yaml"))


def record_of_script(text: str, limits: ReaderLimits) -> Record | None:
    """Return the person whom the objects of a script are about; None where they are about anything else."""
    loaded = answered(load_script(text))
    record = _weighed(loaded) if loaded and not is_declared_otherwise(loaded) else None
    return (
        replace(record, printed=printed(loaded, "json")) if record and record.p_resume >= limits.p_resume_min else None
    )


def _is_of_schema(stated: Mapping[str, Any]) -> bool:
    return isinstance(stated.get("basics"), dict)


def _weighed(stated: Mapping[str, Any], *, may_be_unnamed: bool = False) -> Record | None:
    """Return who an object is about, and how likely that is somebody; None where it states neither a name nor contacts."""
    is_of_schema = _is_of_schema(stated)
    record = _json_resume(stated) if is_of_schema else _record(stated, None, may_be_unnamed=may_be_unnamed)
    if not isinstance(record, Record):
        return None
    listed = record.values.keys() & {"current_employer", "school"} if is_of_schema else of_lists(with_parts(stated))
    return replace(record, p_resume=p_stated(stated, record.values, has_career=bool(listed)))


def _people(rows: list[Any], limits: ReaderLimits) -> People:
    """Return the people of a list.

    Raises:
        Refused: ``not_a_resume`` where its first rows are about nobody: openings, tickets, orders.
    """
    first = [record for row in rows[:MAX_ASKED] if isinstance(row, dict) and (record := _weighed(row))]
    if first and not any(record.p_resume >= limits.p_resume_min for record in first):
        raise Refused("not_a_resume", _NOBODY)
    return People(format="json", records=_records(rows, limits))


def _records(rows: list[Any], limits: ReaderLimits) -> Iterator[Record | Unreadable]:
    for number, row in enumerate(rows[: limits.max_rows], 1):
        member = f"row {number}"
        if isinstance(row, dict) and isinstance(row.get("basics"), dict):
            inner = _json_resume(row)
            yield Record(format=inner.format, values=inner.values, member=member, text=inner.text)
        else:
            yield _record(row, member) if isinstance(row, dict) else explain("invalid_row", member=member)


def _record(row: Mapping[str, Any], member: str | None, *, may_be_unnamed: bool = False) -> Record | Unreadable:
    """Return what a row states of a person; one without a name needs jobs and schools, as the page of a site holds them."""
    values: dict[str, str] = {}
    extra: dict[str, Any] = {}
    places: dict[str, str] = {}
    parts = with_parts(row)
    for key, value in with_values(parts).items():
        is_list_of_objects = bool(_objects(value))
        field = None if is_list_of_objects else _field_of(str(key))
        text = _flat(value)
        if field == "city":
            places[str(key)] = text
        if field and text and field not in values:
            values[field] = text
        elif text:
            extra[str(key)] = value
    if "city" in values:
        values["city"] = _town_of(places)
    values = contacts_of(row, parts) | values
    listed = of_lists(parts)
    is_told = may_be_unnamed and listed.keys() >= {"current_employer", "school"}
    if not is_told and not values.keys() & {"name", "first_name", "phones", "emails"}:
        return explain("invalid_row", member=member)
    is_of_list = "current_employer" in listed and "current_employer" not in values
    if "current_title" in listed and (is_of_list or not title_score(values.get("current_title", ""))):
        values.pop("current_title", None)  # title: CV, or what somebody is beside the post that goes with the house
    values = listed | values
    if " " not in values.get("name", " ") and "last_name" in values and "first_name" not in values:
        values["name"] = f"{values['name']} {values['last_name']}"  # name and surnames
    elif " " not in values.get("name", " ") and values.get("first_name", values["name"]) not in values["name"]:
        values["name"] = f"{values['first_name']} {values['name']}"  # prénom and nom
    return Record(format="json", values=values, member=member, extra=extra, text=_flat(row, "\n"))


def _town_of(places: Mapping[str, str]) -> str:
    """Return which of several places is the town: what is called so, else what names one, else what is no street."""
    told = {key: text for key, text in places.items() if text}
    called = [text for key, text in told.items() if _TOWN.search(key)]
    named = [text for text in told.values() if city_in(text)]
    return next(iter((*called, *named, *(text for text in told.values() if not _HOUSE_NUMBER.search(text)))), "")


@lru_cache(maxsize=1024)  # every record of a list has the same keys
def _field_of(key: str) -> str | None:
    return field_of_column(key) or OF_SCHEMA.get(key.lower()) or fields_of_header([key])[0]


def _flat(value: Any, joiner: str = "; ", depth: int = 0) -> str:
    if value is None or depth > MAX_DEPTH:
        return ""
    if isinstance(value, dict):
        return joiner.join(filter(None, (_flat(item, joiner, depth + 1) for item in value.values())))
    if isinstance(value, list):
        return joiner.join(filter(None, (_flat(item, joiner, depth + 1) for item in value)))
    return _DASHES_AROUND.sub("", str(value).strip())


def _objects(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _json_resume(resume: Mapping[str, Any]) -> Record:
    basics = resume["basics"]
    if not any(key in resume for key in (*_WORK, "education")):  # sections: {experience: {items: [...]}}
        resume = {**with_parts({key: value for key, value in resume.items() if key != "basics"}), "basics": basics}
    place = basics.get("location")
    profiles = {str(item.get("network", "")).lower(): item for item in _objects(basics.get("profiles"))}
    work = _objects(_first(resume, _WORK))
    current = _latest_job(work)
    schools = _objects(resume.get("education"))
    values = {
        "name": basics.get("name"),
        "phones": _dialled(_flat(basics.get("phone")), place),
        "emails": basics.get("email"),
        "city": _place(place) if isinstance(place, dict) else place,
        "linkedin": (profiles.get("linkedin") or {}).get("url") or (profiles.get("linkedin") or {}).get("username"),
        "wechat": (profiles.get("wechat") or profiles.get("微信") or {}).get("username"),
        "current_title": _first(current, _POST) or basics.get("label"),
        "current_employer": _first(current, _FIRM),
        "label": basics.get("label"),  # what the person is, not what is looked for
        "education": "\n".join(
            _flat([_first(item, _DEGREE), item.get("area"), _first(item, _SCHOOL)], " ") for item in schools
        ),
        "degree": "; ".join(filter(None, (_flat(_first(item, _DEGREE)) for item in schools)))
        or _first(basics, _DEGREE),
        "school": _flat(_first(_of_highest_degree(schools), _SCHOOL)),
        "skills": "; ".join(filter(None, (_flat(item.get("name")) for item in _objects(resume.get("skills"))))),
    }
    kept = {field: text for field, value in values.items() if (text := _flat(value))}
    return Record(format="json_resume", values=kept, text=_flat(resume, "\n"))


def _first(item: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    """Return the first member that is told; many keep the frame of the schema and call what is in it their own way."""
    return next((item[key] for key in keys if item.get(key)), None)


def _latest_job(work: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the job that goes on or ended last, the first of equals; lists run in either direction."""

    def end(job: dict[str, Any]) -> float:
        written = _flat(_first(job, _END))
        return moment(written) or NOW

    return max(work, key=end, default={})


def _of_highest_degree(schools: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the item with the highest degree, the first of equals; lists run in either direction."""

    def rank(item: dict[str, Any]) -> int:
        degree = highest(degrees_in(fold(_flat(_first(item, _DEGREE)))))
        return LEVELS.index(degree.level) if degree else len(LEVELS)

    return min(schools, key=rank, default={})


def _place(place: Mapping[str, Any]) -> str:
    town = ", ".join(filter(None, (_flat(place.get(key)) for key in ("city", "region"))))
    return town or ", ".join(_flat(place.get("address")).splitlines())


def _dialled(phone: str, place: Any) -> str:
    """Put the prefix of the country that the location states in front of a number, where its plan has the number."""
    code = _flat(place.get("countryCode")).upper() if isinstance(place, dict) else ""
    if not phone or phone.lstrip("( ").startswith(("+", "00")) or code not in phonenumbers.SUPPORTED_REGIONS:
        return phone
    with contextlib.suppress(NumberParseException):
        number = phonenumbers.parse(phone, code)
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return phone
