"""JSON about one person in nobody's schema: parts within parts, and lists of jobs and schools under any name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import unescape
from typing import Any

from ringback.readers.columns import fields_of_header
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.label_words import field_of_column, raw_field_of_column
from ringback.readers.no_answers import is_no_answer, is_no_name
from ringback.readers.normalise import fold
from ringback.readers.stated_likeness import is_of_oneself

MAX_ANSWERED = 20
_TAG = re.compile(r"</?(?:a|b|i|u|p|em|strong|span|br|h\d|li|ul|div|font|small|mark|sup)\b[^<>]{0,300}>", re.IGNORECASE)
"""Marks of a page in what it is filled with."""
_OF_THINGS = re.compile(
    r"(?:\w{0,12}[ _-]?)?(?:projects?|achievements?|awards?|certific\w+|publications?|papers?|thesis|hobb(?:y|ies)"
    r"|interests?|trainings?"
    r"|courses?|workshops?|activit(?:y|ies))\d{0,2}$",
    re.IGNORECASE,
)  # what somebody has made or won: its title is no post
_WHAT = frozenset({"title", "current_title", "name", "employer", "current_employer"})
_NAMES = frozenset({"name", "first_name", "last_name", "firstname", "lastname", "姓名"})
MAX_PARTS = 6  # resume > person > contact > telephone
_CONTACTS = frozenset({"phones", "emails"})
_WHOLE_NAMES = ("raw", "full", "fullname", "formatted", "display", "displayname")
_FIRST_NAMES = ("first", "given", "firstname", "givenname")
_PARTS_OF_NAME = (_FIRST_NAMES, ("middle", "middlename"), ("last", "family", "surname", "lastname", "familyname"))
_NUMBERED = ("number", "contact", "address", "phone", "email")
"""What the text of an item in a list of contacts is called, besides its value."""
_TITLES = frozenset({"name", "current_title"})
_HALVES = frozenset({"first_name", "last_name"})
OF_SCHEMA: Mapping[str, str] = {
    "worksfor": "current_employer", "alumniof": "school", "addresslocality": "city", "jobtitle": "current_title",
    "geolocation": "city", "geolocationname": "city", "locationname": "city",
    "municipality": "city", "surnames": "last_name", "contactmails": "emails",
}  # fmt: skip
"""What schema.org and other schemas call the facts of a person."""
_WISHED: Mapping[str, str] = {
    "title": "期望职位", "current_title": "期望职位", "city": "期望城市", "not_salary": "期望薪资",
}  # fmt: skip
"""What a member is called that says elsewhere what somebody has, by its label."""
NAMED_BY: Mapping[str, str] = {"education": "school", "experience": "current_employer"}
"""What the items of a section are the names of where nothing in them is called so."""
_WISHES = re.compile(r"(?:job )?(?:expect|desire|prefer|intention|wish|target)", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"supervis|manager|boss|parent|father|mother|spouse|wife|husband|guardian|emergency|employer|company|firm|agency|recruiter",
    re.IGNORECASE,
)
_NAMES = frozenset({"name", "first_name", "last_name", "english_name"})
_WHO = _NAMES | {"phones", "emails", "wechat", "linkedin"}
_OF_PERSON = frozenset({None, "basic", "summary", "top"})
_ADDRESS = re.compile(r"(?:mailto:)?([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+)")
_NUMBER = re.compile(r"(?:tel:)?[+(]*\d[\d\s().-]{5,20}\d")
_BESIDE_WORK = re.compile(r"volunteer|teaching", re.IGNORECASE)
_OF_PHONE = re.compile(r"phone|mobile|\btel\b|手机|手機|电话|電話", re.IGNORECASE)
_KINDS_OF_PAPERS = frozenset(
    {"JobPosting", "Organization", "Corporation", "LocalBusiness", "Invoice", "Order", "Product"}
)
_VALUE = "value"
NAMED = "name"  # {"company": {"name": …}}


def answered(value: Any, *, may_be_name: bool = False, depth: int = 0) -> Any:
    """Return what JSON holds without the texts that answer nothing: N/A, none, 暂无. Somebody may be called Null, no house is."""
    if isinstance(value, str):
        told = unescape(_TAG.sub(" ", value)).strip() if _TAG.search(value) else value
        return None if (is_no_name if may_be_name else is_no_answer)(told) else told
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
        if isinstance(value, dict) and len(value) > 1 and kind_of(key) in NAMED_BY and _are_items(value):
            found[key] = list(value.values())  # education: {bachelor: …, master: …}
        elif isinstance(value, dict) and kind_of(key) in NAMED_BY and _is_item(value):
            found[key] = [value]  # education: {name: …, degree: …}
        elif isinstance(value, dict) and letters_of(key) in OF_SCHEMA and isinstance(value.get(NAMED), str):
            found[key] = value[NAMED]
        elif isinstance(value, dict) and (told := _told_in(str(key), value)):
            found[key] = told
        elif isinstance(value, dict) and depth < MAX_PARTS:
            parts = _without_others(str(key), with_parts(_with_lists_named(key, value), depth + 1), found)
            for inside, inner in (_as_wishes(parts) if _is_of_wishes(key) else parts).items():
                if inside not in found or _is_flag(found[inside]):
                    found[inside] = inner
    return found


def _are_items(part: Mapping[str, Any]) -> bool:
    """Tell jobs or schools by names of their own from an object that holds the sections of a resume."""
    return all(isinstance(item, dict) for item in part.values()) and not any(kind_of(key) in NAMED_BY for key in part)


def _is_item(part: Mapping[str, Any]) -> bool:
    return isinstance(part.get(NAMED), str) and not any(map(_is_list_of_objects, part.values()))


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _told_in(key: str, part: Mapping[str, Any]) -> str | None:
    """Return the text of an object that has one: ``Email: {Contact: …}``, ``name: {raw: …, first: …, last: …}``."""
    texts = {letters_of(inside): text for inside, text in part.items() if isinstance(text, str) and text.strip()}
    field = field_of_column(key)
    if field == "name" and (not texts.keys().isdisjoint((*_WHOLE_NAMES, *_FIRST_NAMES))):
        whole = next((texts[one] for one in _WHOLE_NAMES if one in texts), None)
        return whole or " ".join(
            filter(None, (next((texts[one] for one in ones if one in texts), "") for ones in _PARTS_OF_NAME))
        )
    is_alone = len(texts) == len(part) == 1 and (field in _CONTACTS or field_of_column(str(*part)) not in _CONTACTS)
    return next(iter(texts.values())) if field and is_alone else None


def _is_flag(value: Any) -> bool:
    """Tell what only says whether a page shows a section: ``education: true`` in its side bar."""
    return str(value).strip().lower() in {"true", "false"}


def _with_lists_named(key: str, part: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an object whose only list bears the object's name: ``education: {title: Education, info: [...]}``."""
    lists = [name for name, value in part.items() if _is_list_of_objects(value)]
    if len(lists) != 1 or key in part or not kind_of(key):
        return part
    if kind_of(lists[0]) and letters_of(lists[0]) != "history":
        return part
    return {key if name == lists[0] else name: value for name, value in part.items()}


def _without_others(key: str, parts: Mapping[str, Any], around: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out what an object says of somebody else: all of a referee, name and contacts of a house or of another person."""
    if is_of_referees(key):
        return {}
    is_of_another = _OF_OTHERS.search(key) is not None or _is_named_apart(key, parts, around)
    if _OF_THINGS.match(key):
        parts = {one: value for one, value in parts.items() if field_of_column(str(one)) not in _WHAT}
    if not is_of_another:
        return parts
    return {inside: value for inside, value in parts.items() if fields_of_header([str(inside)])[0] not in _WHO}


def is_of_referees(key: str) -> bool:
    """Tell what a key calls somebody else's: a referee, a next of kin, their numbers."""
    return raw_field_of_column(key) == "not_own" or kind_of(key) == "references"


def is_of_another(key: str, value: Any, around: Mapping[str, Any]) -> bool:
    """Tell a member that is about somebody else than the object around it: by its key, or by a name of its own."""
    if is_of_referees(key) or _OF_OTHERS.search(key):
        return not kind_of(key) or is_of_referees(key)
    return isinstance(value, dict) and _is_named_apart(key, value, around)


def _is_named_apart(key: str, parts: Mapping[str, Any], around: Mapping[str, Any]) -> bool:
    """Tell an object whose name has no word of the name around it; but contact and phone are the person's."""
    if kind_of(key) in _OF_PERSON - {None} or _OF_PHONE.search(key) or fields_of_header([key])[0] in _WHO:
        return False
    own, other = _names_in(around), _names_in(parts)
    return bool(own and other and not own & other)


def _names_in(row: Mapping[str, Any]) -> set[str]:
    names = (value for key, value in row.items() if isinstance(value, str) and field_of_column(str(key)) in _NAMES)
    return {word for name in names for word in re.findall(r"[^\W\d_]+", fold(name).lower())}


def is_declared_otherwise(stated: Mapping[str, Any]) -> bool:
    """Tell an object that declares to be something else: a house, an invoice, an opening (schema.org)."""
    return str(stated.get("@type", "")) in _KINDS_OF_PAPERS


def with_values(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an object with the values of its lists of them: ``phone_numbers: [{"value": …, "type": "mobile"}]``."""
    found: dict[str, Any] = {}
    for key, value in ((key, _with_value(key, value)) for key, value in row.items()):
        if isinstance(value, list) and value and all(isinstance(one, dict) and one.get(_VALUE) for one in value):
            kept = [str(one[_VALUE]) for one in value]
            contacts = _contacts_in(kept)
            if len(contacts) > 1 or field_of_column(str(key)) not in _CONTACTS:
                found |= {field: "; ".join(told) for field, told in contacts.items() if field not in row}
            profile = next((one for one in kept if "linkedin.com/" in one.lower()), None)
            found["linkedin" if profile and "linkedin" not in row else key] = profile or kept
        else:
            found[key] = value
    return found


def _with_value(key: str, items: Any) -> Any:
    """Return a list of contacts with what each is under *value*: ``Telephone: [{Contact: …}]``."""
    if not _is_list_of_objects(items) or field_of_column(str(key)) not in _CONTACTS:
        return items
    return [{_VALUE: _number_of(one), **one} for one in items]


def _number_of(item: Mapping[str, Any]) -> str | None:
    texts = {letters_of(key): value for key, value in item.items() if isinstance(value, str)}
    number = next((texts[key] for key in _NUMBERED if key in texts), None)
    code = texts.get("countrycode", "").lstrip("+")
    return f"+{code}{number}" if number and code.isdigit() and not number.startswith("+") else number


def _contacts_in(values: list[str]) -> dict[str, list[str]]:
    """Return addresses and numbers out of values of both kinds: ``contacts: [{"type": "email", "value": …}, …]``."""
    told: dict[str, list[str]] = {}
    for value in values:
        if address := _ADDRESS.fullmatch(value.strip()):
            told.setdefault("emails", []).append(address.group(1))
        elif _NUMBER.fullmatch(value.strip()):
            told.setdefault("phones", []).append(value.strip())
    return told


def contacts_of(row: Mapping[str, Any], parts: Mapping[str, Any] | None = None) -> dict[str, str]:
    """Return address and number that stand in objects under no key of their own: ``fa-phone: {icon: …, text: …}``.

    ``parts`` is what :func:`with_parts` makes of the row, if that is known already.
    """
    found: dict[str, str] = {}
    for key, value in _leaves(row, with_parts(row) if parts is None else parts):
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
            kind_of(name) not in _OF_PERSON
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
    is_named_so = section_of_heading(words, stands_out=True) == "wishes" or field_of_column(words) == "desired_title"
    return is_named_so or _WISHES.match(words) is not None


def _as_wishes(parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the members of an object about wishes under keys that say so: {"求职意向": {"职位": …, "城市": …, "薪资": …}}."""
    return {_WISHED.get(raw_field_of_column(str(key)) or "", key): value for key, value in parts.items()}


def list_of_people(answer: Mapping[str, Any], depth: int = 0) -> list[Any] | None:
    """Return the list of people in what a program exported or answered ({"total": 2, "data": {"list": [...]}}), None without one.

    A list is one of people where each object has a name and an address or a number; an object that names a person holds none.
    Who wrote an article or made a program has an address beside his name too, under a title of its own.
    """
    for key, value in answer.items():
        if is_elsewhere(key) or raw_field_of_column(key) == "not_own":  # whom one may ask about the person
            continue
        inside = list_of_people(value, depth + 1) if isinstance(value, dict) and depth < MAX_PARTS else None
        if inside or (isinstance(value, list) and value and all(map(_is_person, value))):
            return inside or (value if _are_asked_for(key, value, answer) else None)
    return None


def _are_asked_for(key: str, people: list[Any], answer: Mapping[str, Any]) -> bool:
    """Tell a list of people from those whom something else names: it is called so, gives their numbers or stands alone."""
    is_titled = any(
        isinstance(value, str) and (" " in value.strip() or field_of_column(name) in _TITLES)
        for name, value in answer.items()
    )
    return not is_titled or is_of_oneself(key) or all("phones" in contacts_of(one) for one in people)


def _is_person(item: Any) -> bool:
    if not isinstance(item, dict):
        return False
    if isinstance(item.get("basics"), dict):
        return True
    fields = {field_of_column(str(key)) for key, value in with_parts(item).items() if value}
    return ("name" in fields or fields >= _HALVES) and bool(fields & {"phones", "emails"})


@lru_cache(maxsize=1024)
def is_elsewhere(key: str) -> bool:
    """Tell the lists that are about neither jobs nor schools (awards, projects, volunteering); they are asked last."""
    return kind_of(key) not in {None, "experience", "education"} or _BESIDE_WORK.search(key) is not None


@lru_cache(maxsize=256)  # every record of a list has the same keys
def kind_of(key: str) -> str | None:
    """Return the section that the key of a list or an object is called like."""
    return section_of_heading(re.sub(r"(?<=[a-z])(?=[A-Z])|[_-]+", " ", str(key)), stands_out=True)


def letters_of(key: str) -> str:
    """Return the letters and digits of a key, in lower case: ``start_date`` and ``startDate`` are one."""
    return "".join(mark for mark in str(key).lower() if mark.isalnum())
