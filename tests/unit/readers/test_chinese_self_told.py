"""What people tell of themselves in passing: what they work as, a post below its house, the way through several schools."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.schools import school_in
from ringback.readers.limits import ReaderLimits
from ringback.readers.normalise import fold
from ringback.readers.text import document_of_text
from schemas.records import Reading


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


JOBS: list[tuple[str, str | None, str | None]] = [
    ("關於我\n您好！我是林佳蓉，目前從事軟體工程師工作。我擁有豐富的經驗。", "軟體工程師", None),
    ("林佳蓉\n關於我\n我是一名國小教師，喜歡孩子。", "國小教師", None),
    ("林佳蓉\n簡歷\n工作經驗：補習班輔導老師(批改、陪讀)", "補習班輔導老師", None),
    ("林佳蓉\n工作經驗：青禾補習班 輔導老師\n電話：0911222333", "輔導老師", "青禾補習班"),
    ("王若川\n工作经验：3年", None, None),
    ("王若川\n工作经历\n2017.06-2017.09   青禾网络科技有限公司\n运维工程师，主要工作是完成官网页面的维护。\n期间学习了服务器操作", "运维工程师", "青禾网络科技有限公司"),
    ("江若川教授\n關於我\n您好，我是江若川。現任職於青禾大學經濟學系，致力於金融市場的研究。", "教授", "青禾大學經濟學系"),
    ("江若川教授\n联系方式\n0531-5550100", None, None),
    ("江若川\n基本信息\n江若川，男，1971年3月生， 博士，青禾农业大学海洋学院教授、博士生导师。江海学会理事。", "教授", "青禾农业大学海洋学院"),
    ("江若川\n博士后研究员\n青禾大学海洋学院潮汐研究中心\n教育经历\n2012.9 - 2016.7 江海大学 海洋学 博士", "博士后研究员", "青禾大学海洋学院潮汐研究中心"),
    ("江若川\n软件工程师\n青禾大学海洋学院\n教育经历\n2012.9 - 2016.7 青禾大学 海洋学 本科", "软件工程师", None),
    ("王若川\n工作经历\n### $\\color{#00FFFF}{青禾集团}$\n2019/10  - 至今\n#### 项目背景", None, "青禾集团"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("line", "school"),
    [
        ("晨光國小＞青禾中學＞江海高中＞江海大學(在學)", "江海大學"),
        ("青禾中学 → 江海大学", "江海大学"),
        ("江海大学 > 青禾学院", "青禾学院"),
        ("当队长期间学校来信一次不漏", None),
    ],
)
def test_the_way_through_schools(line: str, school: str | None) -> None:
    assert school_in(fold(line), line) == school


def test_where_somebody_says_that_he_lives() -> None:
    city = read_city(
        sheet_of_text("自我介紹\n關於我\n大家好!\n我是林佳蓉\n身高是165公分\n生日是六月\n目前居住於台中市大雅區")
    )
    assert city is not None
    assert city.value == "台中"


def test_a_short_introduction_is_a_resume(read: Callable[..., Reading]) -> None:
    told = "關於我\n大家好!\n我是20718345林佳蓉\n身高是165公分。\n目前居住於台中市大雅區\n青禾高中畢業\n就讀江海資管系\n每天需要通勤"
    reading = read(told)
    assert [resume.name for resume in reading.resumes] == ["林佳蓉"]


@pytest.mark.parametrize(
    ("told", "school"),
    [
        ("青禾大學經濟學系 | 專注於金融科技\n關於我\n您好，我是江若川。現任職於青禾大學經濟學系，致力於研究。", None),
        ("青禾大學經濟學系\n關於我\n您好，我是江若川。現任職於晨光銀行，致力於研究。", "青禾大學"),
    ],
)
def test_where_somebody_works_now_is_no_school_of_his(
    read: Callable[..., Reading], told: str, school: str | None
) -> None:
    reading = read(f"江若川教授\n{told}\n電話：0911-222-333\ntide@post.example")
    assert [resume.school for resume in reading.resumes] == [school]
