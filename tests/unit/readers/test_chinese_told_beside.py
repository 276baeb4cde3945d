"""Chinese resumes: what the title of the page, the other characters, or the line beside tells."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Line
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.html import document_of_html
from ringback.readers.likeness import p_resume
from ringback.readers.limits import ReaderLimits
from ringback.readers.pdf_floats import with_runs_in_place
from ringback.readers.pdf_rows import PlacedLine
from schemas.records import Reading

SCHOOLS = [
    (
        "林小竹\n教育背景\n電機與控制工程研究所 碩士\n2019.09 - 2021.06\n國立青禾大學\n研究方向為無人機\n電機工程學系 學士\n2015.09 - 2019.06\n國立江海大學\n主修電機",
        ("master", "國立青禾大學"),
    ),
    (
        "林小竹\n教育背景\n2012 - 2015  硕士\n中国科学院江海先进技术研究院 计算机图形学\n2008 - 2012  本科\n青禾大学软件学院 软件工程",
        ("master", "中国科学院江海先进技术研究院"),
    ),
    (
        "林小竹\n个人简介\n熟练使用Python。\n青禾大学 计算机科学本科专业在读，大三。\n教育信息\n荣誉计算机科学 Co-op\n青禾大学，加拿大汉密尔顿\n预计毕业时间：2023年4月",
        ("bachelor", "青禾大学"),
    ),
    (
        "林小竹\n教育经历\n青禾技术大学，法国青禾\n工程师文凭，机械工程 · 2023/09 – 2028/07\n江海法国学校，中国上海\n普通高中会考文凭 · 2013/09 – 2023/07",
        ("master", "青禾技术大学"),
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SCHOOLS)
def test_degrees_and_schools(text: str, wanted: tuple[str, str], sheet_of: Callable[..., Sheet]) -> None:
    education = read_education(sheet_of(text))
    assert education.degree
    assert education.school
    assert (education.degree.value.level, education.school.value) == wanted


def test_a_department_whose_university_is_that_of_the_next_entry(sheet_of: Callable[..., Sheet]) -> None:
    text = "林小竹\n教育背景\n青禾商學院 碩士\n2019 - 2021\n國立江海大學\n2015 - 2019\n經濟學系 學士"
    education = read_education(sheet_of(text))
    assert education.school
    assert education.school.value == "青禾商學院"


def test_duties_that_are_a_post(sheet_of: Callable[..., Sheet]) -> None:
    head = "林小竹\n工作经历\n公司: 青禾网（2012年10月 ～ 现在）\n"
    jobs = [
        read_job(sheet_of(f"{head}职责: {duty}\n公司: 江海科技（2010年4月 ～ 2012年6月）\n职责: 测试"))
        for duty in ("iOS 开发", "旺铺模块的维护")
    ]
    assert [(job.title and job.title.value, job.employer and job.employer.value) for job in jobs] == [
        ("iOS 开发", "青禾网"),
        (None, "青禾网"),
    ]


def test_menus_and_headings_hold_no_job(sheet_of: Callable[..., Sheet]) -> None:
    text = "履歷\n學歷、研究領域與獎項\n下載 PDF 履歷\n研究方向\n學歷\n2025 年 2 月至今\n數學博士班\n國立青禾大學"
    job = read_job(sheet_of(text, sizes={0: 24.0, 4: 18.0}))
    assert (job.title, job.employer) == (None, None)


def test_a_town_behind_its_country_fills_its_line(sheet_of: Callable[..., Sheet]) -> None:
    cities = [
        read_city(sheet_of(f"林小竹\n机械工程专业学生。\n{line}\nlin@post.example\n教育经历\n2019-2023 青禾大学 本科"))
        for line in ("法国，拉尔什穆尔", "法国，博士")
    ]
    assert [city and city.value for city in cities] == ["拉尔什穆尔", None]


def test_the_heading_of_a_career_to_come(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of("林小竹\n職涯方向\n機器學習工程師\n希望結合模型與產品。\n學歷\n國立青禾大學 碩士")
    title = read_wishes(sheet).title
    assert title
    assert title.value == "機器學習工程師"


BODY = (
    "<h1>履歷</h1><h2>學歷</h2><p>2025 年 2 月至今</p><h3>數學博士班</h3><p>國立青禾大學</p>"
    "<h2>經歷</h2><p>2021 - 2023 青禾科技 助理</p>"
)


@pytest.mark.parametrize("title", ["履歷｜林小竹", "林小竹｜履歷", "簡歷 - 林小竹"])
def test_titles_in_traditional_characters_name_whose_page_it_is(title: str, read: Callable[..., Reading]) -> None:
    (resume,) = read(f"<title>{title}</title>{BODY}", "x.html").resumes
    assert resume.name == "林小竹"


def test_files_called_in_traditional_characters(read: Callable[..., Reading]) -> None:
    text = "工作經歷\n2019 - 2021 青禾科技股份有限公司 業務經理\n學歷\n國立青禾大學 碩士"
    (resume,) = read(text, "林小竹履歷2024.txt").resumes
    assert resume.name == "林小竹"


def sheet_of_page(page: str) -> Sheet:
    return make_sheet(document_of_html(page, ReaderLimits()), read_file_name("a.html", source=None))


def test_what_only_the_title_calls_a_resume() -> None:
    body = (
        "<h1>歡迎光臨</h1><p>網頁前端工程師</p><h2>關於我</h2><p>我的職涯起步於行銷美編，後來學會架站。</p><h2>技能</h2><p>HTML</p>"
        "<h2>個人專案</h2><p>以 React 為框架的資訊網站</p>"
    )
    titles = ("作品 - 個人履歷", "作品")
    sheets = [sheet_of_page(f"<title>{title}</title>{body}") for title in titles]
    told, untold = (p_resume(sheet, n_contacts=0, has_name=False) for sheet in sheets)
    assert told > untold


def test_a_link_called_wechat_over_a_name(read: Callable[..., Reading]) -> None:
    lines = ("林小竹", "lin@post.example", "教育经历", "2019-2023 青禾大学 本科", "GitHub", "微信")
    reading = [read("\n".join([*lines, end]), "x.txt").resumes[0].wechat for end in ("Adele-Mo Lin", "Adele-Mo")]
    assert reading == [None, "Adele-Mo"]


CARD = (
    "关于教育动态发表会议服务荣誉媒体简历\n完整简历 (PDF)\n教育 · 工作经历 · 论文\n下载简历\n© 2026 林小竹\n最后更新 · 2026 年 4 月"
    "\n上一页\n中\n返回\n林小竹\nXiaozhu Lin\n自动驾驶\n安全系统工程师\n任职于 Larch Research Labs\nlin@post.example"
    "\n+1 (407) 555-0142\n美国加利福尼亚州 圣何塞\n青禾大学 博士 (2024)"
)


def test_the_card_of_a_person_below_the_menu_of_the_page(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of(CARD, sizes={9: 22.5})
    job, city = read_job(sheet), read_city(sheet)
    assert job.title
    assert job.employer
    assert city
    assert (job.title.value, job.employer.value, city.value) == ("安全系统工程师", "Larch Research Labs", "圣何塞")


def test_a_section_of_research_and_studies(sheet_of: Callable[..., Sheet]) -> None:
    text = (
        "林小竹\n研究经历与教育背景\n2024 至今\n博士后研究员\n青禾大学\n与林教授合作，研究潮汐。\n2021–2024\n博士后研究员\n江海大学"
        "\n研究随机热力学。\n2016–2021\n量子物理博士\n青禾计算科学研究中心\n导师为林教授，研究有限时间热机。"
        "\n2012–2016\n物理学学士、数学双学位\n江海大学\n获得双学位。\n教学经历\n2019\n群论\n研究生课程"
        "\n保持联系\nlin@post.example\n荷兰，莱顿"
    )
    sheet = sheet_of(text, sizes={0: 24.0, 1: 18.0, 19: 18.0, 23: 18.0})
    job, education = read_job(sheet), read_education(sheet)
    assert job.title
    assert job.employer
    assert education.degree
    assert education.school
    assert (job.title.value, job.employer.value) == ("博士后研究员", "青禾大学")
    assert (education.degree.value.level, education.school.value) == ("doctor", "青禾计算科学研究中心")


def test_a_member_of_a_group_is_no_house(sheet_of: Callable[..., Sheet]) -> None:
    text = "林小竹\n经历\nT1de 安全团队，成员，2022 年 12 月至今\n负责竞赛题目。\n青禾科技股份有限公司，安全服务工程师，2022 年 6 月 - 2022 年 9 月"
    job = read_job(sheet_of(text))
    assert job.employer
    assert job.employer.value != "成员"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("林小竹\n实习\n青禾科学院软件研究所 TIDE 实验室\nGNU 小队\n参与维护工具链。", (None, "青禾科学院软件研究所")),
        (
            "林小竹\n科研经历\n青禾大学 CAD 国家重点实验室，访问学生，2022 年 6 月至今\n合作导师：林教授",
            ("访问学生", "青禾大学"),
        ),
        (
            "林小竹\n工作单位\n青禾大学\n通信学院\n学术服务\n担任 Tides、Applied Tides 等期刊审稿人。",
            (None, "青禾大学"),
        ),
    ],
)
def test_groups_visits_and_services_of_scholars(
    text: str, wanted: tuple[str | None, str], sheet_of: Callable[..., Sheet]
) -> None:
    job = read_job(sheet_of(text, sizes={0: 24.0, 1: 18.0}))
    assert (job.title and job.title.value, job.employer and job.employer.value) == wanted


def test_an_address_in_words_behind_a_chinese_label(read: Callable[..., Reading]) -> None:
    lines = ("林小竹", "工作经历", "2019-2023 青禾科技有限公司 工程师", "教育经历", "2015-2019 青禾大学 本科")
    for label in ("电子邮件\t", "电子邮件 ", "邮箱："):
        (resume,) = read("\n".join([lines[0], f"{label}xiao_lin at post.example.cn", *lines[1:]]), "x.txt").resumes
        assert resume.emails == ("xiao_lin@post.example.cn",)


def test_months_behind_the_slash_of_fractions(sheet_of: Callable[..., Sheet]) -> None:
    text = "林小竹\n工作经历\n2019⁄01-现在，青禾大学新闻学院，主任\n2014⁄11-2017/12，青禾大学新闻学院，助理研究员"
    job = read_job(sheet_of(text))
    assert job.title
    assert job.title.value == "主任"


def test_a_name_beside_its_latin_spelling_in_the_title(read: Callable[..., Reading]) -> None:
    page = (
        "<title>林小竹 | Xiao-Zhu Lin</title><nav><a>Xiao-Zhu Lin</a></nav><h1>Search</h1><h1>林小竹</h1><p>Jan 1, 2020</p>"
        "<h1>联系方式</h1><p>xzlin04@post.example</p><h1>教育经历</h1><p>2010/09-2014/10，青禾大学，博士</p>"
        "<h1>工作经历</h1><p>2019/01-现在，青禾大学新闻学院，主任</p>"
    )
    (resume,) = read(page, "x.html").resumes
    assert resume.name == "林小竹"


def test_what_floats_is_painted_before_the_name_and_the_other_jobs() -> None:
    def at_place(text: str, baseline: float, left: float, right: float) -> PlacedLine:
        return PlacedLine(Line(text, size=10), baseline, left, right)

    floats = [
        at_place("工作经历", 700, 60, 120),
        at_place("青禾科技 工程师 2017 - 2019", 698, 140, 360),
        at_place("个人项目", 500, 60, 120),
        at_place("行情模块", 498, 140, 200),
        at_place("展览网站", 498, 300, 360),
    ]
    flow = [
        at_place("林小竹", 760, 60, 150),
        at_place("江海科技 工程师 2015 - 2017", 660, 140, 360),
        at_place("云帆科技 工程师 2013 - 2015", 620, 140, 360),
    ]
    texts = [one.line.text for one in with_runs_in_place([*floats, *flow])]
    assert texts == [one.line.text for one in (flow[0], *floats[:2], *flow[1:], *floats[2:])]
    beside = [*flow[:2], at_place("云帆科技 工程师 2013 - 2015", 499, 140, 360)]
    assert with_runs_in_place([*floats, *beside]) == [*floats, *beside]
