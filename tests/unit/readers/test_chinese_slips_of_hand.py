"""Chinese resumes with signs where nobody expects them: links, initials before a number, a masked middle, a date in a label."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]

HEAD = "# 卢晓东\n电话 13700000123 邮箱 lu@post.example\n\n## 工作经历\n\n"
FOOT = "\n\n## 教育经历\n2012.09-2016.06 青禾大学 物理 本科\n"


@pytest.mark.parametrize(
    ("line", "post", "house"),
    [
        ("就职于[@青禾网络](https://a.example)，Android开发工程师", "Android开发工程师", "青禾网络"),
        ("就职于 青禾网络云岭研发中心，Android开发工程师", "Android开发工程师", "青禾网络云岭研发中心"),
        ("任职于 @青禾食品，采购主管", "采购主管", "青禾食品"),
    ],
)
def test_a_house_behind_a_verb_and_a_sign(read: Read, line: str, post: str, house: str) -> None:
    (found,) = read(f"{HEAD}### 2021.03 - 至今\n{line}\n\n- 做了许多事\n{FOOT}", "a.md").resumes
    assert (found.current_title, found.current_employer) == (post, house)


def test_what_stands_in_quotes_before_a_post_is_no_house(read: Read) -> None:
    jobs = "2022.03-现在 **『自由职业』的 Web 开发**\n\n- 写网页\n\n2019.07-2022.02 **前端工程师** - 青禾网络有限公司\n\n- 写页面"
    (found,) = read(HEAD + jobs + FOOT, "a.md").resumes
    assert (found.current_title, found.current_employer) == ("Web 开发", None)


@pytest.mark.parametrize("label", ["公司名称", "单位"])
@pytest.mark.parametrize("dates", ["2018.06-2020.03", "2018/06 - 至今"])
def test_dates_behind_a_labelled_house(read: Read, label: str, dates: str) -> None:
    text = f"卢晓东\n电话：13700000123\n工作经历\n{label}: 青禾新能源有限公司    {dates}\n职位: 质量工程师\n工作内容: 来料检验\n{label}: 云岭机电有限公司    2015.06-2018.05\n职位: 检验员\n"
    (found,) = read(text, "a.txt").resumes
    assert (found.current_title, found.current_employer) == ("质量工程师", "青禾新能源有限公司")


def test_a_house_with_a_latin_name_is_no_label(read: Read) -> None:
    entry = "\\cventry{2014.1--2014.7}{Larchwell公司}{云岭}{}{}{在Larchwell公司系统部门实习半年，主要从事 Linux 平台的优化，熟练了使用该平台上的相关工具}"
    text = f"\\documentclass{{article}}\\begin{{document}}\\name{{卢晓东}}\\section{{实习经历}}{entry}\\section{{教育背景}}\\cventry{{2013.9--现在}}{{硕士}}{{青禾大学}}{{}}{{}}{{}}\\end{{document}}"
    (found,) = read(text, "a.tex").resumes
    assert (found.current_title, found.current_employer) == (None, "Larchwell公司")


@pytest.mark.parametrize("number", ["lxd-13700000123", "A-13700000123", "13700000123"])
def test_initials_in_front_of_a_number(read: Read, number: str) -> None:
    (found,) = read(
        f"姓名：卢晓东\n手机：{number}\n工作经历\n2019.07-至今 青禾网络有限公司 前端工程师", "a.txt"
    ).resumes
    assert found.phones == ("+8613700000123",)


def test_letters_in_front_of_a_number_that_nobody_dials(read: Read) -> None:
    (found,) = read(
        "姓名：卢晓东\n邮箱：lu@post.example\n订单 NO-13700000123\n工作经历\n2019.07-至今 青禾网络有限公司 前端工程师",
        "a.txt",
    ).resumes
    assert found.phones == ()


@pytest.mark.parametrize("name", ["林O倫", "林○倫", "林x倫"])
def test_a_name_masked_in_the_middle(read: Read, name: str) -> None:
    (found,) = read(
        f"姓名：{name}\n手機：0912-345-678\n工作經歷\n2019.07-至今 青禾網路股份有限公司 前端工程師", "a.txt"
    ).resumes
    assert (found.name, found.is_name_masked) == (name, True)


@pytest.mark.parametrize("name", ["郭XX", "某某某", "XXX", "O型血"])
def test_patterns_of_names_are_none(read: Read, name: str) -> None:
    text = f"姓名：{name}\n手機：0912-345-678\n電郵：kuo@post.example\n工作經歷\n2019.07-至今 青禾網路股份有限公司 前端工程師\n學歷\n2014.09-2018.06 青禾大學 學士"
    (found,) = read(text, "a.txt").resumes
    assert found.name is None


def test_a_birth_below_many_contacts(read: Read) -> None:
    links = "".join(f"<p>link {n}</p>" for n in range(16))
    text = f"<h1>卢晓东</h1>{links}<p>13700000123</p><h2>个人信息</h2><ul><li>男，1996/12，汉族</li></ul><h2>工作经历</h2><p>2019.07-至今 青禾网络有限公司 前端工程师</p>"
    (found,) = read(f"<html><body>{text}</body></html>", "a.html").resumes
    assert found.birth_year == 1996
