"""A form that says that nothing is answered gives nothing: N/A, none, 暂无, unemployed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from ringback.readers.no_answers import is_no_answer, is_no_name, is_without_work
from schemas.records import Reading

Read = Callable[..., Reading]
ENGLISH = """Name: Mara Velding
Email: mara.velding@mailbox.example
Current employer: {employer}
Current title: {title}
Desired position: Office Manager
School: {school}
"""
CHINESE = """姓名：戚若川
手机：13800138055
目前公司：{employer}
目前职位：{title}
期望职位：会计
毕业院校：{school}
"""


@pytest.mark.parametrize(
    "text",
    [
        "N/A",
        "n.a.",
        "none",
        "NIL",
        "Not applicable",
        "- none -",
        "—",
        "___",
        "无",
        "暫無",
        "没有",
        "不详",
        "未填写",
        "目前暂无",
        "See resume",
        "see attached CV",
        "Please refer to my résumé",
        "as per C.V.",
        "in LinkedIn profile",
        "详见简历",
        "請見附件",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert is_no_answer(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nilsson",
        "Nana",
        "无锡",
        "无锡市",
        "None Such Foods",
        "NA Trading",
        "未来科技",
        "不限",
        "0",
        "CV Raman College",
        "Resume Writer",
        "See Hospital",
        "见习会计",
        "PDF Solutions",
    ],
)
def test_what_only_begins_so(text: str) -> None:
    assert not is_no_answer(text)


@pytest.mark.parametrize(
    "text", ["Unemployed", "currently not working", "待业", "目前待业中", "已离职", "离职状态", "無業"]
)
def test_who_has_no_work(text: str) -> None:
    assert is_without_work(text)


@pytest.mark.parametrize("text", ["Employment Adviser", "在家教育", "求职顾问", "离职管理专员", "Job Coach"])
def test_who_works_with_the_jobless(text: str) -> None:
    assert not is_without_work(text)


@pytest.mark.parametrize(
    ("form", "nothing"),
    [
        (ENGLISH, "none"),
        (ENGLISH, "n/a"),
        (ENGLISH, "-"),
        (ENGLISH, "see resume"),
        (CHINESE, "见简历"),
        (CHINESE, "无"),
        (CHINESE, "暂无"),
    ],
)
def test_a_form_that_answers_nothing_gives_nothing(read: Read, form: str, nothing: str) -> None:
    (resume,) = read(form.format(employer=nothing, title=nothing, school=nothing)).resumes
    assert (resume.current_employer, resume.current_title, resume.school) == (None, None, None)
    assert resume.desired_title in {"Office Manager", "会计"}


@pytest.mark.parametrize(("form", "nothing"), [(ENGLISH, "Unemployed"), (CHINESE, "待业中"), (CHINESE, "离职")])
def test_who_has_no_work_has_no_post(read: Read, form: str, nothing: str) -> None:
    (resume,) = read(form.format(employer=nothing, title=nothing, school="")).resumes
    assert (resume.current_employer, resume.current_title) == (None, None)


def test_a_form_without_an_answer_leaves_the_last_job(read: Read) -> None:
    (resume,) = read(
        ENGLISH.format(employer="n/a", title="unemployed", school="none")
        + "\nExperience\n2019 - 2024  Shift Supervisor, Holloway Foods Ltd\n"
    ).resumes
    assert (resume.current_title, resume.current_employer) == ("Shift Supervisor", "Holloway Foods Ltd")


def test_null_is_a_surname(read: Read) -> None:
    (resume,) = read("First name: Odile\nLast name: Null\nEmail: odile.null@mailbox.example\nSchool: null\n").resumes
    assert (resume.name, resume.school) == ("Odile Null", None)


@pytest.mark.parametrize("text", ["none", "NULL", "Not applicable", "TBD", "同上", "待定"])
def test_what_is_no_name(text: str, read: Read) -> None:
    assert is_no_name(text)
    (resume,) = read(
        f"Name: {text}\nEmail: m.v@mailbox.example\nCurrent title: Accountant\nSchool: Moorgrad College\n".encode()
    ).resumes
    assert resume.name is None


@pytest.mark.parametrize("text", ["Null", "Nil", "Nilay", "Nana Ofori"])
def test_what_may_be_a_name(text: str) -> None:
    assert not is_no_name(text)


@pytest.mark.parametrize("text", ["n/a", "none", "暂无", "TBD", "-"])
@pytest.mark.parametrize("is_framed", [True, False])
def test_json_that_answers_nothing(text: str, read: Read, *, is_framed: bool) -> None:
    person = {"name": "Mara Velding", "email": "m.v@mailbox.example"}
    lives = {
        "work": [{"name": text, "company": text, "position": text, "end": "2020"}],
        "education": [{"institution": text, "school": text, "studyType": text, "end": "2015"}],
    }
    told = {"basics": person | {"label": text, "location": {"city": text}}} if is_framed else person | {"city": text}
    (resume,) = read(json.dumps(told | lives).encode(), "r.json").resumes
    assert resume.name == "Mara Velding"
    assert (resume.city, resume.current_title, resume.current_employer, resume.school) == (None, None, None, None)


def test_json_of_what_only_begins_so(read: Read) -> None:
    told = {"name": "Nil Velding", "email": "n.v@mailbox.example", "city": "Nanning"}
    work = [{"company": "None Such Foods", "position": "Buyer", "end": "2020"}]
    (resume,) = read(json.dumps(told | {"work": work}).encode(), "r.json").resumes
    assert (resume.name, resume.current_employer, resume.city) == ("Nil Velding", "None Such Foods", "Nanning")
