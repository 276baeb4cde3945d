"""Resumes in the schemas of other programs: their parts are called otherwise, and what is told is the same."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
EMAIL, PHONE = "mara@mailbox.example", "+442079460958"
NEW, OLD = ("Holloway Dairy", "Shift Lead"), ("Wexmoor Foods", "Storeman")
SHAPES: dict[str, Any] = {
    "histories": {
        "name": "Mara Velding", "contact": {"email": EMAIL, "phone": PHONE},
        "employment": {"summary": "x", "history": [
            {"employer": OLD[0], "position": OLD[1], "start": "2015-02", "end": "2019-03"},
            {"employer": NEW[0], "position": NEW[1], "start": "2019-04"}]},
        "education": {"level": "bachelor", "history": [{"institution": "University of Westmoor", "title": "BSc, Food"}]},
    },
    "sections": {
        "basics": {"name": "Mara Velding", "email": EMAIL, "phone": PHONE},
        "sections": {"summary": {"name": "Summary", "content": "x"},
            "experience": {"name": "Experience", "items": [
                {"company": NEW[0], "position": NEW[1], "date": "Apr 2019 - Present"},
                {"company": OLD[0], "position": OLD[1], "date": "Feb 2015 - Mar 2019"}]},
            "education": {"name": "Education", "items": [{"institution": "University of Westmoor", "studyType": "BSc, Food"}]}},
    },
    "roles": {
        "aboutMe": {"profile": {"name": "Mara", "surnames": "Velding", "contact": {"contactMails": [EMAIL],
            "phoneNumbers": [{"countryCode": "44", "number": "2079460958"}]}}},
        "experience": {"jobs": [
            {"organization": {"name": NEW[0]}, "roles": [{"name": NEW[1], "startDate": "2019-04-01"}]},
            {"organization": {"name": OLD[0]}, "roles": [{"name": OLD[1], "startDate": "2015-02-01", "finishDate": "2019-03-01"}]}]},
        "studies": [{"degree": "BSc, Food", "institution": {"name": "University of Westmoor"}}],
    },
    "parsed": {"data": {
        "name": {"raw": "Mara Velding", "first": "Mara", "last": "Velding"}, "emails": [EMAIL], "phoneNumbers": [PHONE],
        "workExperience": [
            {"jobTitle": NEW[1], "organization": NEW[0], "dates": {"startDate": "2019-04-01", "endDate": None}},
            {"jobTitle": OLD[1], "organization": OLD[0], "dates": {"startDate": "2015-02-01", "endDate": "2019-03-01"}}],
        "education": [{"organization": "University of Westmoor", "accreditation": {"education": "BSc, Food"}}]}},
    "labels": {"Passport": {"Learner": {
        "Identification": {"PersonName": {"FirstName": "Mara", "Surname": "Velding"},
            "ContactInfo": {"Email": {"Contact": EMAIL}, "Telephone": [{"Contact": PHONE}]}},
        "WorkExperience": [{"Position": {"Label": NEW[1]}, "Employer": {"Name": NEW[0]}},
            {"Position": {"Label": OLD[1]}, "Employer": {"Name": OLD[0]}}],
        "Education": [{"Title": "BSc, Food", "Organisation": {"Name": "University of Westmoor"}}]}}},
    "names": {"code": 0, "data": {"name": "Mara Velding", "email": EMAIL, "mobile": PHONE,
        "workList": [{"companyName": NEW[0], "positionName": NEW[1], "beginDate": "2019-04", "endDate": "present"}],
        "eduList": [{"schoolName": "University of Westmoor", "degreeName": "BSc, Food", "endDate": "2014"}]}},
}  # fmt: skip


@pytest.mark.parametrize("stated", SHAPES.values(), ids=SHAPES)
def test_schemas_of_other_programs(read: Read, stated: Any) -> None:
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert (found.name, found.emails, found.phones) == ("Mara Velding", (EMAIL,), (PHONE,))
    assert (found.current_employer, found.current_title) == NEW
    assert (found.school, found.highest_degree) == ("University of Westmoor", "bachelor")


def test_a_number_in_an_object_about_a_house_is_no_house(read: Read) -> None:
    stated = {"name": "Mara Velding", "email": EMAIL, "employer": {"phone": PHONE}, "title": "Baker"}
    (found,) = read(json.dumps(stated), "x.json").resumes
    assert (found.current_employer, found.phones) == (None, ())


def test_a_job_that_ended_is_not_the_one_without_dates(read: Read) -> None:
    jobs = [
        {"company": OLD[0], "title": OLD[1], "start": "2015-02", "end": "2019-03"},
        {"company": "Larch", "title": "Baker"},
    ]
    (found,) = read(json.dumps({"name": "Mara Velding", "email": EMAIL, "jobs": jobs}), "x.json").resumes
    assert found.current_employer == OLD[0]
