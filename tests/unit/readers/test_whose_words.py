"""Words that belong to others, or to the candidate: numbers in lists and letters, posts that forms ask others for, regions like forms of firms."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import employer_score
from schemas.records import Reading

JOBS = "工作经历\n2020.10 - 至今 云岫食品有限公司 店长\n教育经历\n2010-2014 青禾大学 英语 本科"
ENGLISH = "Experience\nTide Clerk, Fern Ltd, 2019 - 2024\nEducation\nBA English, Larch University, 2010"


@pytest.mark.parametrize("said", ["手机①13912345678　手机②13887654321", "电话：⑴139 1234 5678　⑵138 8765 4321"])
def test_a_circled_number_is_no_digit(read: Callable[..., Reading], said: str) -> None:
    (found,) = read(f"林晓月\n{said}\n{JOBS}").resumes
    assert set(found.phones) == {"+8613912345678", "+8613887654321"}


@pytest.mark.parametrize("heading", ["紧急联系方式", "家属信息", "应急联系人"])
@pytest.mark.parametrize("row", ["王国庆（父亲） 电话：13887654321", "王国庆\t父子\t13887654321"])
def test_who_is_called_in_an_emergency(read: Callable[..., Reading], heading: str, row: str) -> None:
    (found,) = read(f"林晓月\n手机：13912345678\n{JOBS}\n{heading}\n{row}").resumes
    assert (found.name, found.phones) == ("林晓月", ("+8613912345678",))


def test_kin_in_brackets_behind_a_name(read: Callable[..., Reading]) -> None:
    """A bracket behind anything else says nothing of whose number follows."""
    assert read(f"林晓月（女） 电话：13912345678\n{JOBS}").resumes[0].phones == ("+8613912345678",)
    others = f"林晓月\n手机：13912345678\n{JOBS}\n附\n王国庆（父亲） 电话：13887654321"
    assert read(others).resumes[0].phones == ("+8613912345678",)


def test_letter_without_lines(read: Callable[..., Reading]) -> None:
    """It greets whom it is written to, and tells of oneself behind."""
    letter = "尊敬的领导：您好！我是林晓月，想应聘贵公司的店长。我的电话是13912345678，邮箱yue@fernpost.cn。"
    (found,) = read(f"{letter}\n{JOBS}").resumes
    assert (found.phones, found.emails, found.desired_title) == (("+8613912345678",), ("yue@fernpost.cn",), "店长")


@pytest.mark.parametrize("said", ["想应聘贵公司的店长", "希望成为贵司的采购"])
def test_whom_one_writes_to_is_no_employer(read: Callable[..., Reading], said: str) -> None:
    (found,) = read(f"您好！我是林晓月，{said}。我的电话是13912345678\n{JOBS}").resumes
    assert found.current_employer == "云岫食品有限公司"


PAGE = "<html><body><table><tr><th>姓名</th><th>性别</th><th>联系电话</th><th>邮箱</th><th>现居地</th></tr>{rows}</table>{rest}</body></html>"
ROW = "<tr><td>{}</td><td>女</td><td>{}</td><td>{}@fernpost.cn</td><td>成都</td></tr>"


def test_a_head_of_one_row_is_no_list(read: Callable[..., Reading]) -> None:
    rest = "<h2>工作经历</h2><p>2020.10 - 至今 云岫食品有限公司 店长</p><h2>教育经历</h2><p>2010-2014 青禾大学 英语 本科</p><p>为人随和，能与各部门配合，服从安排，工作认真负责。</p>"
    (found,) = read(PAGE.format(rows=ROW.format("林晓月", "13912345678", "yue"), rest=rest), "x.html").resumes
    assert (found.name, found.current_title, found.school) == ("林晓月", "店长", "青禾大学")


def test_a_list_stays_one(read: Callable[..., Reading]) -> None:
    rows = ROW.format("林晓月", "13912345678", "yue") + ROW.format("柏承志", "13887654321", "bai")
    assert [one.name for one in read(PAGE.format(rows=rows, rest="<p>十月候选人</p>"), "x.html").resumes] == [
        "林晓月",
        "柏承志",
    ]
    one = PAGE.format(rows=ROW.format("林晓月", "13912345678", "yue"), rest="<p>十月候选人</p>")
    assert read(one, "x.html").resumes[0].member == "row 2"


@pytest.mark.parametrize("post", ["辅导员", "班主任", "顾问"])
def test_post_behind_its_label(read: Callable[..., Reading], post: str) -> None:
    """Forms ask pupils for these; behind a label of posts they answer it."""
    text = f"林晓月\n13912345678\n工作经历\n公司名称\t云岫建筑安装公司\n职位名称\t{post}\n工作时间\t201901 - 目前\n教育经历\n2010-2014 青禾大学 英语 本科"
    assert read(text).resumes[0].current_title == post


@pytest.mark.parametrize(
    ("row", "job"),
    [
        ("2022年09月 到 现在 ABC外语培训中心 客户经理", ("客户经理", "ABC外语培训中心")),
        ("栖光世界 · 政工干事\t【2019.10 - 至今】", ("政工干事", "栖光世界")),
    ],
)
def test_houses_of_teachers_and_posts_of_unions(read: Callable[..., Reading], row: str, job: tuple[str, str]) -> None:
    (found,) = read(f"林晓月\n13912345678\n工作经历\n{row}\n2015年6月 到 2018年8月 丰年集团 厂长").resumes
    assert (found.current_title, found.current_employer) == job


@pytest.mark.parametrize(
    "school", ["University of Larchmoor（本科）\n会计 2012届", "University of Larchmoor (硕士) 2012-2014"]
)
def test_degree_in_chinese_behind_a_school_in_latin_letters(read: Callable[..., Reading], school: str) -> None:
    text = f"林晓月\n13912345678\n工作经历\n2020.1-至今 云岫软件有限公司 文员\n教育经历\n{school}"
    assert read(text).resumes[0].school == "University of Larchmoor"


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Denver, CO", "region"),
        ("Reno NV", "region"),
        ("Adelaide SA", "region"),
        ("Calgary AB", "region"),
        ("Larchmoor SA", "firm"),
        ("Fern & Larch Co", "firm"),
        ("Antwerp NV", "firm"),
    ],
)
def test_regions_like_forms_of_firms(phrase: str, kind: str) -> None:
    assert (employer_score(phrase) > 0) is (kind == "firm")


@pytest.mark.parametrize(
    ("head", "city"), [("MARA VELDING\tLeeds", "Leeds"), ("Mara Velding\tGalway", "Galway"), ("Mara\tVelding", None)]
)
def test_town_in_the_cell_behind_the_name(read: Callable[..., Reading], head: str, city: str | None) -> None:
    assert read(f"{head}\n+44 7911 123456\nmara@fernpost.net\n{ENGLISH}").resumes[0].city == city


def test_archive_cut_off_behind_one_of_its_parts(read: Callable[..., Reading], zip_of: Callable[..., bytes]) -> None:
    """The last directory in it is that of a part, which would be taken for the whole."""
    inner = zip_of({"林晓月.txt": f"林晓月\n手机：13912345678\n{JOBS}".encode()})
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a.zip", inner)
        archive.writestr("b.txt", "柏承志\n手机：13887654321\n" * 40)
    whole = stream.getvalue()
    assert read(whole, "x.zip").resumes
    (problem,) = read(whole[: len(inner) + 200], "x.zip").problems
    assert problem.code == "truncated"


def test_junk_before_an_archive_is_skipped(read: Callable[..., Reading], zip_of: Callable[..., bytes]) -> None:
    inner = zip_of({"林晓月.txt": f"林晓月\n手机：13912345678\n{JOBS}".encode()})
    found = read(b"HTTP/1.1 200 OK\r\n\r\n" + inner, "x.zip")
    assert [one.name for one in found.resumes] == ["林晓月"] or found.problems


def test_names_that_were_taken_for_another_encoding(read: Callable[..., Reading], zip_of: Callable[..., bytes]) -> None:
    name = "应届生/林晓月.txt".encode("gbk").decode("cp437")
    (found,) = read(zip_of({name: f"手机：13912345678\n{JOBS}".encode()}), "x.zip").resumes
    assert found.member == "应届生/林晓月.txt"
    assert (
        read(zip_of({"Müller.txt": f"手机：13912345678\n{JOBS}".encode()}), "x.zip").resumes[0].member == "Müller.txt"
    )


def test_people_whose_names_come_in_halves(read: Callable[..., Reading]) -> None:
    people = [
        {
            "first_name": first,
            "last_name": "Velding",
            "contact": {"email": f"{first}@fernpost.net"},
            "employment": [{"company": "Fern Ltd", "title": "Clerk", "from": "2019-01", "to": None}],
        }
        for first in ("Mara", "Ines")
    ]
    found = read(json.dumps({"applicants": people}), "x.json").resumes
    assert [(one.name, one.current_employer) for one in found] == [
        ("Mara Velding", "Fern Ltd"),
        ("Ines Velding", "Fern Ltd"),
    ]


@pytest.mark.parametrize("told", ["（填写应聘岗位）", "请填写", "在此处填写意向职位"])
def test_what_asks_to_be_filled_in_is_no_answer(read: Callable[..., Reading], told: str) -> None:
    assert read(f"林晓月\n手机：13912345678\n求职意向：{told}\n{JOBS}").resumes[0].desired_title is None
