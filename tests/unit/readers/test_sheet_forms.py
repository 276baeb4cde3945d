"""Forms in sheets: labels and values of one person in cells are one resume, and a form left blank names nobody."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

import openpyxl
import pytest

from schemas.records import Reading

Rows = Sequence[Sequence[object]]


def workbook(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


JOBS = [
    ["工作经历"],
    ["起止时间", "工作单位", "职务", "证明人", "联系电话"],
    ["2018.3-至今", "青禾客服中心", "客服代表", "王姐", 13911112222],
    ["2015.7-2018.2", "晨光超市", "收银员", "李姐", 13911113333],
]
FORMS: dict[str, Rows] = {
    "values two cells off": [
        ["求职者信息登记"],
        ["姓名", None, "张小梅", None, "性别", None, "女"],
        ["电话", None, 13800138000, None, "现住址", None, "青岛市李沧区"],
        ["应聘岗位", None, "客服专员", None, "学历", None, "大专"],
        *JOBS,
    ],
    "colons in the cells of labels": [
        [None, "个人简历表"],
        ["姓  名：", "张小梅", None, "性  别：", "女"],
        ["联系电话：", 13800138000, None, "现住址：", "青岛"],
        ["应聘岗位：", "客服专员", None, "学  历：", "大专"],
        *JOBS,
    ],
    "values below their labels": [
        ["人员信息表"],
        ["姓名", "性别", "出生年月", "学历", "照片"],
        ["张小梅", "女", "1992.03", "大专"],
        ["手机", "现住址", "邮箱", "政治面貌"],
        [13800138000, "青岛市李沧区", "zxm@post.example", "群众"],
        ["应聘职位", "期望薪资", "期望地点", "到岗时间"],
        ["客服专员", "6000", "青岛", "随时"],
        ["工作经历"],
        ["时间", "单位", "职务"],
        ["2018.3-至今", "青禾客服中心", "客服代表"],
    ],
}


@pytest.mark.parametrize("shape", FORMS)
def test_a_form_is_one_resume(read: Callable[..., Reading], shape: str) -> None:
    (resume,) = read(workbook(FORMS[shape]), "form.xlsx").resumes
    assert (resume.name, resume.phones, resume.city) == ("张小梅", ("+8613800138000",), "青岛")
    assert (resume.desired_title, resume.current_employer) == ("客服专员", "青禾客服中心")


@pytest.mark.parametrize(
    "rows",
    [
        [["应聘登记表"], ["姓名", None, "性别"], ["姓名", "关系", "年龄", "文化程度", "电话"], ["父亲"], ["母亲"]],
        [
            ["应聘登记表"],
            ["姓名：", None, "性别："],
            ["电话：", None, "地址："],
            ["姓名", "关系", "文化程度", "单位", "电话"],
        ],
    ],
)
def test_a_form_left_blank_names_nobody(read: Callable[..., Reading], rows: Rows) -> None:
    assert [one.name for one in read(workbook(rows), "blank.xlsx").resumes] in ([], [None])


def test_notes_over_a_list_make_it_no_form(read: Callable[..., Reading]) -> None:
    rows = [
        ["招聘联系人：王经理", "电话：13800001111"],
        ["姓名", "联系电话", "应聘岗位", "离职原因"],
        ["张小梅", 13800138000, "客服", "搬家"],
        ["李大伟", 13900139000, "司机", "个人"],
    ]
    assert [one.name for one in read(workbook(rows), "list.xlsx").resumes] == ["张小梅", "李大伟"]


def test_marks_in_a_form_of_an_interviewer_name_nobody(read: Callable[..., Reading]) -> None:
    rows = "<tr><td>应聘者</td><td></td><td>应聘岗位</td><td></td></tr><tr><td>谈吐</td><td>1 2 3 4 5</td><td>反应</td><td>1 2 3</td></tr>"
    found = read(f"<html><body><h2>面谈打分表</h2><table>{rows}</table></body></html>", "x.html")
    assert all(resume.name is None for resume in found.resumes)
