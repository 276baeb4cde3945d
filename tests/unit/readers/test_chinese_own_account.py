"""Work on one's own account, firms named in two scripts, headings in narrow cells, schools that a sentence tells."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.letters_apart import with_upright_words
from ringback.readers.fields.printed_rows import PrintedRow
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


BEFORE = "\n2016.3 - 2019.5 青禾科技有限公司 技术合伙人\n- 负责研发"
JOBS: list[tuple[str, str | None, str | None]] = [
    # who works on his own account has a post and no house, and what he did before is not his present job
    (f"王若川\n工作经历\n2019.5 - 至今 / 独立开发\n- 做了三款小程序{BEFORE}", "独立开发", None),
    (f"王若川\n工作经历\n2019.5 - 至今  自由职业{BEFORE}", "自由职业", None),
    (f"王若川\n工作经历\n2019.5 - 至今  个体经营\n- 服装店{BEFORE}", "个体经营", None),
    (f"林佳蓉\n工作經歷\n2019.5 - 至今  自由接案{BEFORE}", "自由接案", None),
    ("林佳蓉\n工作經歷\n自由工作者\n2019.5 - 至今\n- 品牌識別\n青禾科技 行銷經理\n2016.3 - 2019.5", "自由工作者", None),
    (f"林佳蓉\n工作經歷\n2019.5 - 至今 自由接案者 / 平面設計{BEFORE}", "平面設計", "自由接案者"),
    ("王若川\n工作经历\n2021.03-至今 自由职业者 | 平面设计师\n- 品牌", "平面设计师", "自由职业者"),
    # a firm that no word gives away, beside brackets that hold nothing or its Latin name
    ("王若川\n工作经历\n2015.5至今 美国青禾()", None, "美国青禾"),
    (
        "林佳蓉\nFull-Stack Web Developer\nlin@mailbox.example\n工作經歷\n青禾優 (Solstice Inc.) Jan, 2017 - Present\n開發遊戲功能，使用 Ruby on Rails 及 Rspec 開發後端 API，前端使用 React 開發\n學歷\n江海大學 資訊系",
        "Full-Stack Web Developer",
        "青禾優",
    ),
    # the group behind its division, where the house has the row of the dates
    (
        "王若川\n工作经历\n青禾 2022年7月 – 2025年5月\n全栈软件工程师\nRetail Services Division - Digital Product Group Engineering",
        "全栈软件工程师",
        "青禾",
    ),
    ("王若川\n工作经历\n2025年软件杯大赛-智能推荐系统\n负责算法设计与模型训练", None, None),
    ("林佳蓉\n工作經歷\n青禾書店 店員（工讀） 2021.09 - 至今", "店員", "青禾書店"),
    ("林佳蓉\n簡介\n我是林佳蓉，畢業於江海科大資工所，現職為青禾電子股份有限公司韌體工程師。", "韌體工程師", "青禾電子股份有限公司"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("text", "level", "school"),
    [
        ("王若川\n自我介绍\n我毕业于江海大学，喜欢写程序。", None, "江海大学"),
        ("王若川\n个人简介\n高中就读于江海一中，本科毕业于江海师范大学。", "bachelor", "江海师范大学"),
        ("林佳蓉\n自傳\n我畢業於江海大學統計研究所，喜歡寫程式。", "master", "江海大學"),
        ("林佳蓉\n關於我\n江海大學資管系畢業", None, "江海大學"),
        ("林佳蓉\n簡介\n畢業於江海科大資工所，在找工作。", "master", "江海科大"),
        ("王若川\n个人简介\n我的学生考上了江海大学，我很高兴。", None, None),
        ("王若川\n个人简介\n希望毕业于江海大学的同学联系我", None, None),
        ("王若川\n个人简介\n在江海大学附属中学就读期间获奖", None, None),
    ],
)
def test_schools_in_sentences(text: str, level: str | None, school: str | None) -> None:
    education = read_education(sheet_of_text(text))
    read = education.degree and education.degree.value.level, education.school and education.school.value
    assert read == (level, school)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("王若川\n电话：13800000000\n方向：算法开发工程师\n教育经历\n江海大学 本科", "算法开发工程师"),
        ("王若川\n电话：13800000000\n教育经历\n江海大学 硕士 方向：算法设计", None),
    ],
)
def test_a_direction_is_a_wish(text: str, title: str | None) -> None:
    wish = read_wishes(sheet_of_text(text)).title
    assert (wish and wish.value) == title


def test_headings_in_narrow_cells() -> None:
    printed = ["项", "目经历", "2019-至今", "个", "人评价", "2020", "教育", "经历", "王小敏", "女"]
    rows = [row.text for row in with_upright_words(PrintedRow(text, 0.0, 0, False) for text in printed)]
    assert rows == ["项目经历", "2019-至今", "个人评价", "2020", "教育经历", "王小敏", "女"]
