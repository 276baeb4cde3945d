"""From a document or a record to a ParsedResume: every field reader is asked once, and each value keeps its origin."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ringback.readers.boards.evidence import Evidence
from ringback.readers.dates import date_in_name, date_printed
from ringback.readers.document import Document, Line, Record
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import EMAIL, read_emails
from ringback.readers.fields.contacts.handles import read_linkedin, read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.headlines import calling
from ringback.readers.fields.jobs.posts_told import posts_told
from ringback.readers.fields.jobs.roles import family_of_alias, read_role_family
from ringback.readers.fields.jobs.sentences import firm_of_today
from ringback.readers.fields.labels import Label
from ringback.readers.fields.language import read_language
from ringback.readers.fields.names.candidates import shape_score
from ringback.readers.fields.names.cleaning import clean, is_placeholder, masked
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.person import read_gender, read_years
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.places.towns import city_in, names_no_town
from ringback.readers.fields.sheet import Sheet, make_sheet, sheet_of_values
from ringback.readers.fields.skills import read_skills, skills_of_text
from ringback.readers.fields.staff_cards import staff_card
from ringback.readers.fields.studies.degrees import Degree, degrees_in, highest
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.keepable import keepable_text
from ringback.readers.likeness import p_resume
from ringback.readers.normalise import fold, show
from schemas.records import ParsedResume, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ringback.readers.limits import ReaderLimits
    from schemas.policy import RoleTaxonomy

MAX_TEXT = 100_000
MAX_SHORT_DEGREE = 3
_IN_PRINT = ("name", "city", "current_title", "current_employer", "school")
"""What is sought in the print of a record that does not tell it by its keys."""
_OF_PATTERN = re.compile(r"\+861\d{2}0{8}")
_ADDRESS_OF_PATTERN = re.compile(r"(?:123456(?:7(?:89?)?)?|12345|0{4,}|x{3,}|abc|example|your[\w.]*)@")
"""A number and an address that a form shows how to write one by."""
_BOTH_OF_STUDIES = re.compile(r"\s*[/|｜·]\s*")


def resume_of_document(
    document: Document, evidence: Evidence, taxonomy: RoleTaxonomy, limits: ReaderLimits, *, member: str | None = None
) -> ParsedResume:
    """Read every field of a document; ``p_resume`` says whether it is a resume at all."""
    sheet = make_sheet(document, evidence, default_region=limits.default_region)
    emails, phones = read_emails(sheet), read_phones(sheet)
    name, is_masked = read_name(sheet, [email.value for email in emails])
    if name is None and all(_ADDRESS_OF_PATTERN.match(email.value) for email in emails):
        emails, phones = [], [phone for phone in phones if not _OF_PATTERN.fullmatch(phone.value)]
    education = read_education(sheet)
    skills = read_skills(sheet)
    single = _without_own_name({"name": name, "school": education.school, **_single_fields(sheet, skills, taxonomy)})
    if sheet.is_chinese:
        is_told = education.degree is not None or "education" in sheet.sections
        single = _without_own_school(single if is_told else _without_school_of_today(single))
    degree = education.degree
    provenance = _origins(single, phones, emails)
    provenance += [degree.origin("highest_degree")] if degree else []
    provenance += [Provenance("skills", "layout", 0.7, ", ".join(skills)[:80])] if skills else []
    text = "\n".join(sheet.shown)
    card = staff_card(sheet)
    likely = p_resume(
        sheet,
        n_contacts=len(phones) + len(emails),
        has_name=name is not None,
        is_card=card is not None and name is not None and name.value == card.name,
    )
    return ParsedResume(
        **_values(single),
        phones=tuple(found.value for found in phones),
        emails=tuple(found.value for found in emails),
        highest_degree=degree.value.level if degree else None,
        highest_degree_text=degree.value.text if degree else None,
        skills=skills,
        language=read_language(text),
        format=document.format,
        pages=document.pages,
        warnings=document.warnings,
        member=member,
        is_name_masked=is_masked,
        p_resume=round(likely, 4),
        document_on=date_printed(sheet.text) or date_in_name(evidence.text) or document.written_on,
        board=evidence.board or (evidence.inner.board if evidence.inner else None),
        text=text[:MAX_TEXT],
        provenance=tuple(provenance),
    )


def _single_fields(sheet: Sheet, skills: tuple[str, ...], taxonomy: RoleTaxonomy) -> dict[str, Found[Any] | None]:
    job = read_job(sheet)
    wishes = read_wishes(sheet)
    return {
        "wechat": read_wechat(sheet),
        "linkedin": read_linkedin(sheet),
        "gender": read_gender(sheet),
        "birth_year": read_birth_year(sheet),
        "city": read_city(sheet),
        "current_title": job.title,
        "current_employer": job.employer,
        "years_experience": read_years(sheet),
        "desired_title": wishes.title,
        "desired_city": wishes.city,
        "desired_salary": wishes.salary,
        "role_family": read_role_family(
            [wishes.title, job.title, _board_title(sheet.evidence), calling(sheet)],
            skills,
            sheet.folded,
            taxonomy,
            posts_told(sheet),
        ),
    }


def _without_own_school(single: dict[str, Found[Any] | None]) -> dict[str, Found[Any] | None]:
    """Take no school for an employer whose pupil somebody was, where no post there is told."""
    house, school = single["current_employer"], single["school"]
    is_studied = house is not None and school is not None and house.value == school.value
    return {**single, "current_employer": None} if is_studied and single["current_title"] is None else single


def _without_school_of_today(single: dict[str, Found[Any] | None]) -> dict[str, Found[Any] | None]:
    """Take no house where somebody says that he works now for the school that he went to: 现任职于青禾大学物理系."""
    house, school = single["current_employer"], single["school"]
    if house is None or school is None or school.how != "layout" or not house.value.startswith(school.value):
        return single
    said = firm_of_today([house.evidence])
    return {**single, "school": None} if said and said.value == house.value else single


def _without_own_name(single: dict[str, Found[Any] | None]) -> dict[str, Found[Any] | None]:
    """Leave out a post and an employer that are the person's own name: *Singer*, or print set apart between the jobs."""
    name = single["name"]
    halves = {field: single[field] for field in ("current_title", "current_employer")}
    own = {field for field, half in halves.items() if name and half and _is_same(name.value, half.value)}
    return {field: None if field in own else found for field, found in single.items()}


def _is_same(one: str, other: str) -> bool:
    return fold(one).casefold() == fold(other).casefold()


def _origins(
    single: Mapping[str, Found[Any] | None], phones: list[Found[str]], emails: list[Found[str]]
) -> list[Provenance]:
    origins = [found.origin(field) for field, found in single.items() if found]
    return [*origins, *(found.origin("phones") for found in phones), *(found.origin("emails") for found in emails)]


def _values(single: Mapping[str, Found[Any] | None]) -> dict[str, Any]:
    return {field: found.value if found and found.value != "" else None for field, found in single.items()}


def _board_title(evidence: Evidence) -> Found[str] | None:
    one: Evidence | None = evidence
    while one:
        if one.title:
            return Found(one.title, one.how, 0.7, one.text)
        one = one.inner
    return None


def resume_of_record(
    record: Record, evidence: Evidence, taxonomy: RoleTaxonomy, limits: ReaderLimits, *, member: str | None = None
) -> ParsedResume:
    """Read a row of a list or a JSON Resume: its values are labelled, the same field readers interpret them."""
    record = _keepable(record)
    labels = [Label(field, value, 0, field) for field, value in record.values.items()]
    sheet = _sheet_of_values(record, labels, limits)
    values = record.values
    name = _column_name(values)
    printed = values.get("degree", "") or values.get("education", "")
    degree = highest(degrees_in(fold(printed), printed)) or _short_degree(printed)
    skills = tuple(dict.fromkeys(skills_of_text(values.get("skills", ""))))
    single = {"name": name, **_columns(record, sheet, skills, taxonomy)}
    phones = [Found(found.value, "column", 0.97, found.evidence) for found in read_phones(sheet)]
    emails = [
        Found(address.lower(), "column", 0.97, address)
        for address in dict.fromkeys(EMAIL.findall(show(values.get("emails", ""))))
    ]
    if record.printed and not (phones and emails and degree and all(single[field] for field in _IN_PRINT)):
        sheet = make_sheet(record.printed, evidence, default_region=limits.default_region)
        phones, emails = phones or read_phones(sheet), emails or read_emails(sheet)
        studies = read_education(sheet)
        degree = degree or (studies.degree.value if studies.degree else None)
        single = _with_print(single, sheet, studies.school, [email.value for email in emails])
    provenance = _origins(single, phones, emails)
    provenance += [Provenance("highest_degree", "column", 0.97, degree.text)] if degree else []
    return ParsedResume(
        **_values(single),
        phones=tuple(found.value for found in phones),
        emails=tuple(found.value for found in emails),
        highest_degree=degree.level if degree else None,
        highest_degree_text=degree.text if degree else None,
        skills=skills,
        language=read_language(record.text),
        format=record.format,
        member=member,
        is_name_masked=bool(name and masked(name.value)),
        p_resume=round(record.p_resume, 4),
        board=evidence.board,
        document_on=date_in_name(evidence.text),
        text=record.text[:MAX_TEXT],
        provenance=tuple(provenance),
        extra=dict(record.extra),
    )


def _with_print(
    single: dict[str, Found[Any] | None], sheet: Sheet, school: Found[str] | None, emails: list[str]
) -> dict[str, Found[Any] | None]:
    """Return the fields with what print tells where no column does; post and house are taken from one job."""
    told = dict(single)
    if told["name"] is None:
        told["name"] = read_name(sheet, emails)[0]
    title, house = told["current_title"], told["current_employer"]
    if title is None or house is None:
        job = read_job(sheet)
        is_same = house is None or (job.employer is not None and job.employer.value == house.value)
        told["current_employer"] = house or job.employer
        told["current_title"] = (
            job.title if job.title and job.employer and is_same else title or (job.title if is_same else None)
        )
    told["school"] = told["school"] or school
    told["city"] = told["city"] or read_city(sheet)
    return told


def _short_degree(printed: str) -> Degree | None:
    """Read the letters that elsewhere may be a state or a firm, in a column of degrees: MA, MS."""
    is_short = printed.strip().isupper() and len(printed.strip()) <= MAX_SHORT_DEGREE
    return highest(degrees_in(f"{printed.strip()} in Arts")) if is_short else None


def _keepable(record: Record) -> Record:
    """Return a record whose values are text: a NUL that an escape spells must not stand between the letters of a town."""
    values = {field: keepable_text(value) for field, value in record.values.items()}
    return replace(record, values=values, text=keepable_text(record.text))


def _columns(
    record: Record, sheet: Sheet, skills: tuple[str, ...], taxonomy: RoleTaxonomy
) -> dict[str, Found[Any] | None]:
    values = record.values
    title, wished = _column(values, "current_title"), _column(values, "desired_title")
    family = family_of_alias(values.get("role_family", ""), taxonomy)
    return {
        "wechat": _as_column(read_wechat(sheet)),
        "linkedin": _as_column(read_linkedin(sheet)),
        "gender": _as_column(read_gender(sheet)),
        "birth_year": _as_column(read_birth_year(sheet)),
        "city": _city(values, "city"),
        "current_title": title,
        "current_employer": _column(values, "current_employer"),
        "school": _column(values, "school") or _school_beside_degree(values),
        "years_experience": _as_column(read_years(sheet)),
        "desired_title": wished,
        "desired_city": _city(values, "desired_city"),
        "desired_salary": _column(values, "desired_salary"),
        "role_family": Found(family, "column", 0.99)
        if family
        else read_role_family([wished, _column(values, "label"), title], skills, [record.text], taxonomy),
    }


def _school_beside_degree(values: Mapping[str, str]) -> Found[str] | None:
    """Return the school of a column that holds both: 学历/院校, 本科/青禾大学."""
    parts = _BOTH_OF_STUDIES.split(values.get("degree", ""))
    school = next((part for part in parts if len(parts) > 1 and school_in(fold(part), part)), None)
    return Found(school, "column", 0.9, values["degree"]) if school else None


def _city(values: Mapping[str, str], field: str) -> Found[str] | None:
    written = _column(values, field)
    if written is None or names_no_town(written.value):
        return None
    return Found(city_in(written.value) or written.value, "column", 0.97, written.value)


def _sheet_of_values(record: Record, labels: list[Label], limits: ReaderLimits) -> Sheet:
    """Make a sheet of one line a value, so that labels and places agree with the field readers' view of a document."""
    lines = tuple(Line(value.replace("\n", " ")) for value in record.values.values())
    document = Document(format=record.format, lines=lines)
    return sheet_of_values(document, labels, Evidence(), default_region=limits.default_region)


def _column(values: Mapping[str, str], field: str) -> Found[str] | None:
    value = values.get(field, "").strip()
    return Found(value, "column", 0.97, value) if value else None


def _as_column(found: Found[Any] | None) -> Found[Any] | None:
    return Found(found.value, "column", found.confidence, found.evidence) if found else None


def _column_name(values: Mapping[str, str]) -> Found[str] | None:
    written = (
        values.get("name")
        or values.get("english_name")
        or " ".join(filter(None, (values.get("first_name"), values.get("last_name"))))
    )
    value = clean(written)
    if not value or is_placeholder(value) or re.search(r"\d{5,}|@", value):
        return None
    return Found(value, "column", 0.97 if shape_score(value, is_given=True) else 0.6, written)
