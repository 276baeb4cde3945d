"""Files that end within themselves, chats in any format, and what only shows how a form is filled in."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from textwrap import wrap

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]

PAGE = (
    "<html><head><title>简历</title></head><body><p>姓名：卢晓东</p><p>手机：13700000123</p><p>邮箱：lu@post.example</p>"
    "<p>工作经历</p><p>2019.03-至今 青禾食品有限公司 采购主管</p><p>教育经历</p><p>2012.09-2016.06 青禾大学 本科</p></body></html>"
)
HEAD = (
    "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b1\n\n--b1\nContent-Type: text/html; charset=utf-8\n"
    "Content-Transfer-Encoding: base64\nContent-Location: x.htm\n\n"
)
CARD = {
    "basics": {"name": "Ana Holm", "email": "ana@post.example", "phone": "+44 7700 900123"},
    "work": [{"name": "Larch Dairy", "position": "Buyer", "startDate": "2019-02"}],
    "education": [{"institution": "University of Northmoor", "studyType": "Bachelor"}],
}
CHAT = (
    "卢晓东 10:21|您好，看到贵司在招采购主管|HR小顾 10:25|请发一下简历，我的电话 13700000999|卢晓东 10:30|姓名：卢晓东|电话：13700000123"
    "|邮箱：lu@post.example|学历：本科，青禾大学|2019年3月至今在青禾食品有限公司任采购主管"
)
FORM = "求职登记表\n姓　　名：{name}\n联系电话：{phone}\n电子邮箱：{mail}\n学历：/\n工作经历\n起止时间　　单位名称　　职务\n教育经历\n起止时间　　学校　　学历"


def _saved(page: str, *, is_closed: bool) -> str:
    lines = "\n".join(wrap(base64.b64encode(page.encode()).decode(), 76))
    return HEAD + lines + ("\n--b1--\n" if is_closed else "")


def test_a_page_that_ends_within_itself_is_half_a_resume(read: Read) -> None:
    half = _saved(PAGE, is_closed=False)
    for cut in (half[: int(len(half) * 0.8)], _saved(PAGE[: len(PAGE) // 2], is_closed=False)):
        assert [problem.code for problem in read(cut, "卢晓东.mht").problems] == ["truncated"]


def test_a_whole_page_may_lack_the_last_boundary(read: Read) -> None:
    for whole in (_saved(PAGE, is_closed=False), _saved(PAGE.replace("</body></html>", ""), is_closed=True)):
        (found,) = read(whole, "卢晓东.mht").resumes
        assert (found.name, found.phones) == ("卢晓东", ("+8613700000123",))


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
@pytest.mark.parametrize("indent", [None, 2])
def test_json_that_ends_within_itself_is_half_a_resume(read: Read, share: float, indent: int | None) -> None:
    for whole in (json.dumps(CARD, indent=indent), json.dumps([CARD], indent=indent)):
        half = whole[: int(len(whole) * share)].rstrip("}]")
        assert [problem.code for problem in read(half, "ana.json").problems] == ["truncated"]
    assert read(json.dumps(CARD, indent=indent), "ana.json").resumes[0].name == "Ana Holm"


def test_brackets_that_open_a_text_are_no_json(read: Read, resume_text: str) -> None:
    for first in ("[[简历]", '["简历"', "{简历"):
        assert read(f"{first}\n{resume_text}", "a.txt").resumes[0].name == "林晓月"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_of_a_chat_only_what_the_candidate_wrote(read: Read, name: str) -> None:
    text = CHAT.replace("|", "\n") if name == "a.txt" else "".join(f"<p>{line}</p>" for line in CHAT.split("|"))
    (found,) = read(text if name == "a.txt" else f"<html><body>{text}</body></html>", name).resumes
    assert (found.name, found.phones, found.current_title) == ("卢晓东", ("+8613700000123",), "采购主管")


def test_hours_of_a_week_are_no_chat(read: Read) -> None:
    text = "姓名：卢晓东\n电话：13700000123\n可面试时间\n周一 10:00\n周二 10:00\n周三 10:00\n邮箱：lu@post.example\n2019.03-至今 青禾食品有限公司 采购主管"
    (found,) = read("".join(f"<p>{line}</p>" for line in text.split("\n")), "a.html").resumes
    assert (found.name, found.phones) == ("卢晓东", ("+8613700000123",))


@pytest.mark.parametrize("mail", ["example@example.com", "/", "xxx@xxx.com"])
def test_a_form_shows_how_to_write_a_number(read: Read, mail: str) -> None:
    found = read(FORM.format(name="李XX", phone="13800000000", mail=mail), "登记表.txt")
    held = [*found.resumes, *(problem.resume for problem in found.problems if problem.resume)]
    assert all(not (one.name or one.phones or one.emails) for one in held)
    filled = read(FORM.format(name="卢晓东", phone="13800000000", mail=mail), "登记表.txt")
    assert [one.phones for one in filled.resumes] == [("+8613800000000",)]
