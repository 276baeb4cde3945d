"""JSON in keys of its own, and objects in scripts: what no key tells is read as it would stand in print."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import ParsedResume, Reading

NAME, EMAIL, PHONE = "Mara Velding", "mara@pike.example", "+44 20 7946 0958"
TITLE, HOUSE, SCHOOL, DEGREE = "Nurse Manager", "Fernwick Hospital", "Larch University", "Bachelor of Nursing"
ABOUT = {"name": NAME, "email": EMAIL, "phone": PHONE, "location": "Leeds, UK"}
JOBS = [
    {"company": HOUSE, "position": TITLE, "years": "2018-current"},
    {"company": "Pike Clinic", "position": "Nurse", "years": "2015-2018"},
]
STUDIES = [{"school": SCHOOL, "degree": DEGREE}]

SHAPES: dict[str, dict[str, Any]] = {
    "models": {
        "ContactModel": {"Name": NAME, "Email": EMAIL, "Location": "Leeds, UK", "Phone": PHONE},
        "ExperienceModel": [
            {"Header": TITLE, "SubHeader": f"{HOUSE} |  2020 - PRESENT", "CompanyName": "", "Points": ["Led a ward"]},
            {"Header": "Nurse", "SubHeader": "Pike Clinic |  2017 - 2020", "CompanyName": "", "Points": ["Cared"]},
        ],
        "EducationModel": {"SchoolName": SCHOOL, "Degree": DEGREE},
    },
    "sections with titles": {
        "name": NAME,
        "sections": [
            {"title": "Contact", "items": [{"label": "Email", "value": EMAIL}, {"label": "Phone", "value": PHONE}]},
            {"title": "Address", "items": [{"label": "Location", "value": "Leeds, UK"}]},
            {"title": "Experience", "items": [{"heading": TITLE, "subheading": HOUSE, "date": "2019 - Present"}]},
            {"title": "Education", "items": [{"heading": DEGREE, "subheading": SCHOOL, "date": "2015"}]},
        ],
    },
    "pictures as labels": {
        "name": NAME,
        "contacts": [
            {"icon": "fa-envelope", "text": EMAIL},
            {"icon": "fas fa-phone", "text": PHONE},
            {"icon": "fa-map-marker-alt", "text": "Leeds, UK"},
        ],
        "jobs": [{"when": "2019 - now", "what": TITLE, "where": HOUSE}],
        "education": [{"when": "2011-2015", "what": DEGREE, "where": SCHOOL}],
    },
    "lines": {
        **ABOUT,
        "experience": [f"{TITLE} at {HOUSE} (2019 - Present)", "Nurse at Pike Clinic (2015 - 2019)"],
        "education": [f"{DEGREE}, {SCHOOL}, 2015"],
    },
    "houses as keys": {
        **ABOUT,
        "experience": {HOUSE: {"title": TITLE, "dates": "2019 - Present"}, "Pike Clinic": {"title": "Nurse"}},
        "education": {SCHOOL: {"degree": DEGREE, "year": 2015}},
    },
    "a post beside the jobs": {**ABOUT, "position": "Junior Dancer", "jobs": JOBS[::-1], "education": STUDIES},
    "a street before the town": {
        **ABOUT,
        "location": {"address": "4/466E Larch Lane", "pincode": 63, "city": "Leeds"},
        "jobs": JOBS,
        "education": f"{DEGREE}, {SCHOOL}",
    },
    "lines of an address": {
        **{key: value for key, value in ABOUT.items() if key != "location"},
        "address": {"address1": "12 Bank Colony", "address2": "Leeds"},
        "jobs": JOBS,
        "education": STUDIES,
    },
    "months and years apart": {
        **ABOUT,
        "jobs": [
            {"Company": "Pike Clinic", "Role": "Nurse", "StartYear": "2015", "EndMonth": "May", "EndYear": "2018"},
            {"Company": HOUSE, "Role": TITLE, "StartYear": "2018", "EndMonth": "", "EndYear": "Present"},
        ],
        "education": STUDIES,
    },
    "marks of a page": {
        **ABOUT,
        "name": f"<b>{NAME}</b>",
        "jobs": [
            {"company": f"<a href='https://f.example'>{HOUSE}</a>", "position": TITLE, "date": "2018 &ndash; now"}
        ],
        "education": STUDIES,
    },
}
SCRIPTS = {
    "one object": f"// my resume\nconst resume = {json.dumps({**ABOUT, 'work': JOBS, 'education': STUDIES}, indent=1)};\n",
    "single quotes": f"let myResume={{\n  name: '{NAME}',\n  contact: {{email: '{EMAIL}', phone: '{PHONE}', city: 'Leeds'}},\n"
    f"  work: [{{title: '{TITLE}', company: '{HOUSE}', from: '2019', to: 'Present'}},],\n"
    f"  education: [{{degree: '{DEGREE}', school: '{SCHOOL}'}},],\n}}\nconsole.log(myResume);\n",
    "objects apart": f"import icon from './icon.svg';\n\nexport const about = {json.dumps(ABOUT)};\n"
    f"export const experience: Job[] = {json.dumps(JOBS)};\n\nexport const education = {json.dumps(STUDIES)};\n",
}


def _told(resume: ParsedResume) -> tuple[Any, ...]:
    return (
        resume.name,
        resume.emails,
        resume.phones,
        resume.city,
        resume.current_title,
        resume.current_employer,
        resume.school,
        resume.highest_degree,
    )


WHOLE = (NAME, (EMAIL,), ("+442079460958",), "Leeds", TITLE, HOUSE, SCHOOL, "bachelor")


@pytest.mark.parametrize("shape", SHAPES)
def test_keys_of_ones_own(read: Callable[..., Reading], shape: str) -> None:
    (found,) = read(json.dumps(SHAPES[shape]).encode(), "r.json").resumes
    assert _told(found) == WHOLE


@pytest.mark.parametrize("script", SCRIPTS)
def test_objects_of_a_script(read: Callable[..., Reading], script: str) -> None:
    (found,) = read(SCRIPTS[script].encode(), "r.txt").resumes
    assert _told(found) == WHOLE


def test_who_names_himself_nowhere_is_read_by_his_sections(read: Callable[..., Reading]) -> None:
    unnamed = json.loads(json.dumps(SHAPES["models"]))
    del unnamed["ContactModel"]["Name"]
    (found,) = read(json.dumps(unnamed).encode(), "r.json").resumes
    assert _told(found) == (None, *WHOLE[1:])


def test_the_contacts_of_others_stay_theirs_in_print(read: Callable[..., Reading]) -> None:
    told = {"name": NAME, "jobs": JOBS, "manager": {"name": "Jo Pike", "email": "jo@pike.example", "phone": PHONE}}
    (found,) = read(json.dumps(told).encode(), "r.json").resumes
    assert (found.name, found.emails, found.phones) == (NAME, (), ())


@pytest.mark.parametrize(
    "program",
    [
        "const config = {\n  name: 'larch-shop',\n  version: '1.0.0',\n  author: 'Mara Velding',\n};\nmodule.exports = config;\n",
        "export const menu = [\n  {title: 'Home', path: '/'},\n  {title: 'Experience', path: '/work'},\n];\n",
        "let open = [\n  {title: 'Nurse', company: 'Fernwick Hospital', salary: 30000},\n];\n",
        "const broken = {\n name: 'Mara Velding',\n",
    ],
)
def test_a_program_is_nobody(read: Callable[..., Reading], program: str) -> None:
    reading = read(program.encode(), "r.txt")
    assert not reading.resumes
    assert [bad.code for bad in reading.problems] == ["not_a_resume"]
