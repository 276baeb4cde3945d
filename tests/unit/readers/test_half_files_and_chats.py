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


@pytest.mark.parametrize("mail", ["123456@qq.com", "12345678@qq.com", "000000@qq.com"])
def test_a_form_shows_how_to_write_an_address(read: Read, mail: str) -> None:
    text = f"您的姓名\n求职意向：您的意向岗位\n电话：138-0000-0000\n邮箱：{mail}\n教育背景\n2016.09-2020.06　某某大学　市场营销（本科）\n工作经验\n2020.07-至今　某某科技有限公司　销售专员"
    found = read(text, "模板.txt")
    held = [*found.resumes, *(problem.resume for problem in found.problems if problem.resume)]
    assert all(not (one.name or one.phones or one.emails) for one in held)
    (filled,) = read(text.replace("您的姓名", "姓名：卢晓东"), "模板.txt").resumes
    assert (filled.name, filled.phones, filled.emails) == ("卢晓东", ("+8613800000000",), (mail,))


@pytest.mark.parametrize(
    "text",
    [
        "健康体检报告\n姓名：卢晓东 性别：男 年龄：35\n体检日期：2025-08-01\n血压 120/80 mmHg\n结论与建议：定期复查",
        "2025年8月工资条\n姓名：卢晓东 部门：财务部\n基本工资 6000 岗位津贴 800\n实发工资 6600",
    ],
)
def test_papers_about_somebody_are_no_resumes(read: Read, text: str) -> None:
    assert [problem.code for problem in read(text, "文件.txt").problems] == ["not_a_resume"]


def test_who_examines_has_a_resume(read: Read, resume_text: str) -> None:
    (found,) = read(f"{resume_text}\n负责体检报告的审核与工资条的发放\n", "a.txt").resumes
    assert found.name == "林晓月"


@pytest.mark.parametrize("works", ["I am currently working as a Buyer at", "I have been employed as a Buyer by"])
def test_a_mail_that_tells_post_and_studies(read: Read, works: str) -> None:
    body = (
        f"Dear Hiring Manager,\n\nMy name is Ana Holm and I live in Leeds. {works} Larch Dairy, where I have been since "
        "May 2019. Before that I was a Clerk with Fern Foods from 2015 to 2019.\n\nI hold a Bachelor of Science from the "
        "University of Northmoor.\n\nPlease call me on +44 7700 900123.\n\nYours faithfully,\nAna Holm\n"
    )
    mail = f"From: Ana Holm <ana@post.example>\nTo: jobs@firm.example\nSubject: Application\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}"
    (found,) = read(mail, "ana.eml").resumes
    assert (found.name, found.phones) == ("Ana Holm", ("+447700900123",))


@pytest.mark.parametrize(
    ("line", "town"),
    [
        ("女 | 1990.05 | 吉林 | 10年经验 | 本科", "吉林"),
        ("女 | 1990.05 | 吉林长春 | 10年经验 | 本科", "长春"),
        ("女 | 1990.05 | 吉林 | 长春 | 本科", "长春"),
        ("女 | 1990.05 | 籍贯：吉林 | 现居：大连", "大连"),
    ],
)
def test_a_town_called_as_its_province(read: Read, line: str, town: str) -> None:
    (found,) = read(f"卢晓东\n{line}\n13700000123\n工作经历\n2019.03-至今 青禾食品有限公司 采购主管", "a.txt").resumes
    assert found.city == town
