"""Chinese resumes whose rows say more than one thing, or whose lines break in the middle: whole values or none."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.person import read_gender
from ringback.readers.fields.places.addresses import place_of
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.sniff import sniff
from ringback.readers.text import document_of_text

SUPERVISED = (
    "教育经历\n青禾商学院, 2019 - 2024\n博士，管理学\n{}\nErik Alder\nProfessor, Chair in Ventures\nLarch College"
    "\nerik.alder@larch.example, +44 20 7946 0123\nMaja Birk\nm.birk@larch.example"
)


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


def job(text: str) -> tuple[str | None, str | None]:
    found = read_job(sheet_of_text(text))
    return found.title and found.title.value, found.employer and found.employer.value


def school(text: str) -> str | None:
    found = read_education(sheet_of_text(text)).school
    return found.value if found else None


@pytest.mark.parametrize(
    "heading",
    [
        "导师",
        "導師",
        "指导教师",
        "博士导师信息",
        "Supervisors",
        "Thesis committee",
        "PhD Advisors",
        "Directeurs de thèse",
    ],
)
def test_whoever_guides_a_thesis_is_not_the_candidate(heading: str) -> None:
    sheet = sheet_of_text("林晓\nlin@post.example\n" + SUPERVISED.format(heading))
    assert [found.value for found in read_emails(sheet)] == ["lin@post.example"]
    assert read_phones(sheet) == []


def test_a_supervisor_by_trade_keeps_his_own_number() -> None:
    sheet = sheet_of_text(
        "Jo Holm\njo@larch.example\nSupervisor\nTel: (202) 555-0143\njo.holm@post.example\nExperience\nBaker, Moor Bakery, 2019 - 2024"
    )
    assert [found.value for found in read_phones(sheet)] == ["+12025550143"]
    assert [found.value for found in read_emails(sheet)] == ["jo@larch.example", "jo.holm@post.example"]


@pytest.mark.parametrize("label", ["學好: ", "學號：", "学hao: ", "學籍號: "])
def test_the_number_of_a_student_dials_nobody(label: str) -> None:
    assert read_phones(sheet_of_text(f"林小竹\n{label}113011140\nlin@post.example\n台中市，台灣")) == []


@pytest.mark.parametrize("line", ["A台中市，台灣", "L台中市", "台中市，台灣"])
def test_the_letter_of_an_icon_is_no_part_of_a_town(line: str) -> None:
    found = read_city(sheet_of_text(f"林小竹\nlin@post.example\n{line}\n個人簡介:\n我叫林小竹"))
    assert found
    assert found.value in {"台中市", "台中"}


@pytest.mark.parametrize(("text", "town"), [("BOSS MODE ON", None), ("SIGN IN", None), ("TORONTO ON", "TORONTO, ON")])
def test_a_state_that_is_a_word_needs_a_town_that_is_known(text: str, town: str | None) -> None:
    assert place_of(text).town == town


@pytest.mark.parametrize(
    ("line", "gender"), [("个人资料：男 | 21岁 | 本科 | 未婚", "male"), ("基本情况: 女 / 26岁", "female")]
)
def test_facts_stand_behind_a_label_for_all_of_them(line: str, gender: str) -> None:
    found = read_gender(sheet_of_text(f"基本信息\n{line}\n13800138000"))
    assert found
    assert found.value == gender


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("林久安 Joanne Lin\n1997-\n應屆畢業生/接案設計師", 1997),
        ("林久安\n1997年\n設計師", 1997),
        ("林久安\n2003-\n2007\n設計師", None),
        ("青禾公司\n2003-\n設計師", None),
    ],
)
def test_a_year_alone_under_the_name_is_of_birth(text: str, year: int | None) -> None:
    found = read_birth_year(sheet_of_text(text))
    assert (found.value if found else None) == year


def test_a_wish_ends_with_its_sentence() -> None:
    title = read_wishes(sheet_of_text("林迈\n求职意向：产品经理。热爱洞察用户需求，擅长拆解方案。\n北京")).title
    assert title
    assert title.value == "产品经理"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("2016-2020 宁波大学（浙江宁波） 机械工程 本科", "宁波大学"),
        ("2016-2020 南京大学（江苏南京） 物理 本科", "南京大学"),
        ("2016-2020 香港中文大学（深圳） 金融 硕士", "香港中文大学（深圳）"),
        ("2016-2020 东北大学（秦皇岛分校） 自动化 本科", "东北大学（秦皇岛分校）"),
        ("理学博士\n中国科学院青禾物理所\n2015 - 2018\n理学学士\n北川大学\n2011 - 2015", "中国科学院青禾物理所"),
        ("北川大学\n理学博士\n2015 - 2018\n中国科学院青禾物理所\n2018 - 2020", "北川大学"),
        ("法国LMB商学院（LMB Lyon），法国·里昂 2016-2018\n理学硕士", "法国LMB商学院"),
    ],
)
def test_where_a_school_lies_is_no_part_of_its_name(line: str, name: str) -> None:
    assert school(f"张伟\n教育背景\n{line}") == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("國立鳳新高中畢業 正就讀國立台東大學應用數學系", "國立台東大學"),
        ("北川第一中学毕业，现就读于青禾大学数学系", "青禾大学"),
        ("北川高级中学", "北川高级中学"),
        ("我现是青禾科技学院的学生", "青禾科技学院"),
        ("2016-2019 正德职业技术学院 大专", "正德职业技术学院"),
        ("2016-2019 现代职业技术学院 大专", "现代职业技术学院"),
    ],
)
def test_the_university_goes_before_the_school_it_follows(line: str, name: str) -> None:
    assert school(f"张伟\n學歷\n{line}\n經歷\n無") == name


def test_the_last_word_of_a_sentence_opens_no_section() -> None:
    text = (
        "陈令\n个人简介\n主要负责信用卡业务模型验证、监控，以及内评模型开发优化、部署、持续维护\n工作\n年龄 : 27\n地址 : 广东，广州\n"
        "求职 : 数据分析\n专业技能\nSAS Python\n工作经验\n2019.03-至今 青禾银行 数据分析师"
    )
    found = read_city(sheet_of_text(text))
    assert found
    assert found.value == "广州"
    assert job(text) == ("数据分析师", "青禾银行")


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        # one head for the post and its time
        (
            "姓名\t张诚\n工作经历\n服務單位\t職稱及服務時間\t\t主要工作\n青禾科技股份有限公司\t工程師(RD) 2014/08 ~ 2016/08\t\t擔任MCU產品研發工程師，設計流程",
            "工程師",
            "青禾科技股份有限公司",
        ),
        # commas between post, house, town and what was done there
        (
            (
                "李晓\n实习经历\n2013.6.18–\n至今\n数据分析, 青禾游戏, 中国北京, 移动广告平台的反作弊分析, 微博数据抓取，微\n博主题分析\n2010.6– 2010.9\n"
                "Java 工程师, 晨光有限公司, 中国杭州, 设计并实现了一个监控通知系统,\n包括页面抓取"
            ),
            "数据分析",
            "青禾游戏",
        ),
        # a post over its house among degrees that stand over theirs
        (
            (
                "梁煜\n教育背景\n博士 - 心理学\n青禾师范大学 | 2022 年 - 至今\n学士 - 应用心理学\n晨光大学 | 2013 年 - 2017 年\n科研助理\n北川大学 脑科学研究中心"
                " | 2021 年 - 2022 年\n研究兴趣\n群际关系"
            ),
            "科研助理",
            "北川大学",
        ),
        # the choice of a page above the jobs
        (
            (
                "林令\n实习经历\n互联网\t金融\n2025.09 - 2026.02\n美团 · 商业增值部 · 商业化数据产品\n负责竞品拆解、商家调研、产品设计。\n2025.05 - 2025.09\n"
                "OPPO · 印度区 GTM 部 · 用户数据产品\n负责市场调研。"
            ),
            "商业化数据产品",
            "美团",
        ),
    ],
)
def test_a_job_is_told_whole(text: str, title: str, employer: str) -> None:
    assert job(text) == (title, employer)


@pytest.mark.parametrize(
    "text",
    [
        "林樺\n個人簡介\n目前在公司主要被賦予的任務是生產系統平台，串接系統和機台的資訊。主要負責後端。",
        "林樺\n個人簡介\n目前在一家公司負責的責任是系統平台，主要負責後端。",
        "林樺\n個人經歷\n時間規劃\n投入成果\n負面情緒\n技術心得\n人工智慧\n想說的話\n個人簡介\n我是林樺",
        # the post below its house, and offices of students
        "林樺\n教育经历\n青禾大学, 2019 - 2024\n博士，管理学\n学生会主席\n青禾大学 | 2021年 - 2022年",
    ],
)
def test_what_tells_no_job_gives_none(text: str) -> None:
    assert job(text) == (None, None)


def test_who_calls_himself_one_of_a_trade_is_called_by_the_trade() -> None:
    assert job("陈家\n个人简介\n我叫陈家，你好\n是一名web前端\n教育背景\n青禾学院 本科")[0] == "web前端"


@pytest.mark.parametrize(
    ("lines", "title"),
    [(("Web Front-End", "Developer"), "Web Front-End Developer"), (("Kiris Ting", "Developer"), "Developer")],
)
def test_a_headline_that_a_narrow_column_breaks_is_one(lines: tuple[str, str], title: str) -> None:
    rows = ("柳煜", "Kiris", *lines, "189-0000-0000", "技能", "熟悉前端")
    found = read_job(
        make_sheet(Document("pdf", tuple(Line(row, size=10.5) for row in rows)), read_file_name("x.pdf", source=None))
    )
    assert found.title
    assert found.title.value == title


def test_the_house_among_the_facts_goes_before_items_without_dates() -> None:
    text = "陈令\n任职单位 : 青禾银行信用卡中心\n任职部门 : 风险管理部\n工作经验\n内评模型开发：23年内评申请评分卡模型\n以及24年分池模型的开发"
    assert job(text) == (None, "青禾银行信用卡中心")


def test_a_list_of_three_posts_is_one_wish() -> None:
    title = read_wishes(
        sheet_of_text("楊綸\n目標職位：資深 FAE / 應用工程師 / Field Application Engineer\n工作經歷")
    ).title
    assert title
    assert title.value == "資深 FAE / 應用工程師 / Field Application Engineer"


def test_a_school_among_the_items_of_a_life_is_no_house() -> None:
    text = "蕭成\n經歷\n國立青禾大學電機學系\n青禾大學熱舞社多媒體組\nLarchhouse.in 影音直播實習生\n編寫網路節目的內容"
    assert job(text) == ("影音直播實習生", "Larchhouse.in")
    assert school(text) == "國立青禾大學"


def test_degrees_of_two_schools_are_told_below_a_menu() -> None:
    text = "李嘉\n奖项\n我于 2016 年本科毕业于青禾大学，并于 2019 年硕士毕业于晨光大学。 攻读硕士期间，我主要研究迁移学习。\n发表"
    found = read_education(sheet_of_text(text))
    assert found.degree
    assert found.degree.value.level == "master"
    assert found.school
    assert found.school.value == "晨光大学"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("简历模板\n张三\n13800138000\n工作经历\n2019 - 2024 青禾有限公司 会计", None),
        ("Resume template\nJohn Doe\n(202) 555-0143\nExperience\nBaker, Moor Bakery, 2019 - 2024", None),
        ("李四\n13800138000\n工作经历\n2019 - 2024 青禾有限公司 会计", "李四"),
        ("个人简历\n陈令\n13800138000\n工作经历\n2019 - 2024 青禾有限公司 简历模板设计师", "陈令"),
    ],
)
def test_who_fills_in_a_pattern_is_nobody(text: str, name: str | None) -> None:
    found, _ = read_name(sheet_of_text(text), [])
    assert (found.value if found else None) == name


def test_a_page_may_begin_with_its_title() -> None:
    assert sniff(b"<title>Jo Holm</title>\n<h1>Jo Holm</h1><p>jo.holm@post.example</p>") == "html"
    assert sniff("<title>林晓</title>\n林晓<br>\n简历<br>".encode()) == "html"
