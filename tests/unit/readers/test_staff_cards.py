"""The card of one person on a page of staff is read, though it tells no dates; what speaks of several people or for a firm is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]

CARDS = {
    "labels.txt": (
        "专家介绍\n\n姓名:卢晓东\n\n介绍:业务副院长，骨科主任医师，我院骨科带头人，青禾市医学会会员。",
        "卢晓东",
        "业务副院长",
    ),
    "ranks.txt": (
        "教师介绍\n林小禾\n博士，副教授，硕士生导师，专业负责人。主持和参加各类科研项目五项，发表论文二十余篇。\n版权所有 © 2024 青禾大学",
        "林小禾",
        "副教授",
    ),
    "works.txt": (
        "讲师团队\n这里汇聚着各行业的老兵\n苏晚晴\n一 运营总监\n曾任职于青禾网络、云杉科技等公司，擅长活动策划和用户增长，有丰富的经验。",
        "苏晚晴",
        "运营总监",
    ),
    "office.txt": (
        "云杉资本管理团队介绍\nCFO  卢晓东:\n毕业于青禾大学会计专业，有着丰富的财务工作经验，对企业规划有着深刻的见解。",
        "卢晓东",
        "CFO",
    ),
}

NO_CARDS = {
    "two.txt": (
        "教师介绍\n林小禾\n博士，副教授，硕士生导师。主持和参加各类科研项目五项，发表论文二十余篇。\n"
        "卢晓东\n博士，教授，博士生导师。主持和参加各类科研项目九项，发表论文四十余篇。"
    ),
    "list.txt": "师资队伍\n林小禾 副教授\n卢晓东 教授\n苏晚晴 讲师\n学院现有教师二十人，承担本科课程四十门。",
    "news.txt": "卢晓东\n毕业于青禾大学会计专业，本报记者昨日在云杉市采访了他，他讲述了创业的故事和艰辛。",
    "notice.txt": "任免通知\n卢晓东\n任云杉科技有限公司财务总监，免去其原财务经理职务，自发文之日起执行，任命即日生效。",
    "firm.txt": "公司简介\n云杉科技有限公司成立于2010年，现有员工三百人。\n董事长 卢晓东\n公司地址：青禾市友谊路1号，欢迎各界朋友莅临指导。",
    "job.txt": "招聘岗位：会计\n联系人\n卢晓东\n毕业于财会专业者优先，任职要求：有两年工作经验，熟悉办公软件，岗位职责：记账。",
    "hero.txt": "讣告\n卢晓东\n教授，博士生导师，青禾大学原校长，因病于昨日逝世，享年九十岁，告别仪式另行通知。",
}


@pytest.mark.parametrize("file_name", CARDS)
def test_card_of_one_person_is_read(read: Read, file_name: str) -> None:
    text, name, title = CARDS[file_name]
    (resume,) = read(text, file_name).resumes
    assert (resume.name, (resume.current_title or "").removeprefix("一 ")) == (name, title)


@pytest.mark.parametrize("file_name", NO_CARDS)
def test_what_is_no_card_of_one_person_is_put_aside(read: Read, file_name: str) -> None:
    assert [problem.code for problem in read(NO_CARDS[file_name], file_name).problems] == ["not_a_resume"]


def test_post_in_front_of_the_paragraph_below_the_name(read: Read) -> None:
    text = "首页\n林小禾\n副教授，工学博士，硕士生导师，毕业于青禾大学计算机应用技术专业。主要研究方向：图像检索。邮箱：lin@qinghe.example"
    (resume,) = read(text).resumes
    assert (resume.name, resume.current_title) == ("林小禾", "副教授")


def test_help_line_of_the_house_is_not_the_lecturers(read: Read) -> None:
    text, name, _ = CARDS["works.txt"]
    (resume,) = read(f"青禾学堂\n24小时咨询电话\n13800138000\n{text}").resumes
    assert (resume.name, resume.phones) == (name, ())


def test_menu_in_front_of_a_table_of_one_person(read: Read) -> None:
    menu = "簡史\nHistory\n教育目標\nGoals\n研究領域\nResearch\n職員\nStaff\n"
    text = "林曉禾 Hsiao-Ho Lin\t林曉禾\n職稱 Position\t特聘教授 Distinguished Professor\n學歷 Degree\t青禾大學博士\nE-mail\tlin@qinghe.example"
    (resume,) = read(menu + text).resumes
    assert (resume.name or "").startswith("林曉禾")
