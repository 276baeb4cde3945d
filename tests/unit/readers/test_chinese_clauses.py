"""Chinese resumes of people who write in sentences: clauses are no houses and posts; pages with menus and feet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from schemas.records import Reading

JOBS = [
    ("工作经历\n2018-2019课余时间外出做工，可以有所长进.\n2017-2018年报名了江海龙舟赛的志愿者.", (None, None)),
    ("我的经历\n2018.7-2019.4\n备考\n与目标擦肩而过失之交臂后，放弃调剂", (None, None)),
    ("我的经历\n2019.6-2019.9\n不愿放弃画画，依然想在设计上努力，决定学习前端", (None, None)),
    (
        "工作经历\n江海冷链科技有限公司（2017年11月 ~ 至今）\n仓配部门，实习并转正，Java 开发工程师。\n项目经历\n仓配系统",
        ("Java 开发工程师", "江海冷链科技有限公司"),
    ),
    (
        "工作经历\n晨光人寿保险股份有限公司\t云州，江海\n江海拓展部，实习\t2015/10~2015/11\n参加培训，组织学习。",
        ("实习", "晨光人寿保险股份有限公司"),
    ),
    (
        "项目与工作经验\nK7检索部 2016.06 ~ 至今\n数据分析师（实习）\n利用计算平台，提取正文并分词",
        ("数据分析师", "K7检索部"),
    ),
    ("工作经历\n2019.6-至今\n青禾大学博士后", ("博士后", "青禾大学")),
    ("工作经历\n2020.03-至今 青禾大学 凝聚态物理方向博后", ("凝聚态物理方向博后", "青禾大学")),
]


@pytest.mark.parametrize(("text", "wanted"), JOBS)
def test_clauses_and_rows(text: str, wanted: tuple[str | None, str | None], sheet_of: Callable[..., Sheet]) -> None:
    job = read_job(sheet_of(f"林知夏\n{text}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == wanted


def test_a_school_without_a_post_is_no_employer_of_its_pupil(read: Callable[..., Reading]) -> None:
    text = "林知夏\n电话：13800138000\n关于我\n毕业于江海软件职业技术学院\n我的经历\n09/2016\n江海软件职业技术学院\n信息管理\n06/2019\n江海软件职业技术学院\n普通话二级"
    resume = read(text).resumes[0]
    assert resume.school == "江海软件职业技术学院"
    assert resume.current_employer is None


def test_a_level_below_a_name_and_its_dates_is_studied_there(sheet_of: Callable[..., Sheet]) -> None:
    text = "林知夏\n我的经历\n09/2017 - 现在\n晨光科技\n技术部/前端工程师\n09/2012 - 06/2015\n青禾电脑\n大学专科"
    education = read_education(sheet_of(text))
    assert education.degree
    assert education.degree.value.level == "college"


def test_a_town_in_a_sentence_below_a_menu(sheet_of: Callable[..., Sheet]) -> None:
    menu = "关于我\n我的作品\n博客\n求职意向\n关于我\n"
    found = read_city(sheet_of(f"林知夏\n{menu}我叫林知夏，31岁，坐标临汾，是一名会计。\n求职意向\n网页制作"))
    assert found
    assert found.value == "临汾"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("林知夏\n电话: +13800138000\n现居住于江苏苏州", ("+8613800138000",)),
        ("林知夏\n联系我\n13800138000\n© Larch | 京ICP备16004270号", ("+8613800138000",)),
        ("林知夏\n联系我\n13800138000\n沪公网安备31010402001234号", ("+8613800138000",)),
    ],
)
def test_numbers_with_a_bare_plus_and_those_of_pages(
    text: str, wanted: tuple[str, ...], sheet_of: Callable[..., Sheet]
) -> None:
    assert tuple(found.value for found in read_phones(sheet_of(text))) == wanted


def test_a_test_of_english_is_no_school(sheet_of: Callable[..., Sheet]) -> None:
    education = read_education(sheet_of("姓名 | 林知夏\n英语 | College English Test 4\n学历 | 全日制硕士"))
    assert education.school is None


@pytest.mark.parametrize("line", ["基本信息：男生—1993/11/20—172cm", "女生-1993/11/20-165cm", "男——1993.11"])
def test_a_birth_behind_the_gender_and_a_dash(line: str, sheet_of: Callable[..., Sheet]) -> None:
    found = read_birth_year(sheet_of(f"林知夏\n电话：13800138000\n{line}"))
    assert found
    assert found.value == 1993


def test_whom_a_student_teaches_is_no_degree_of_his(sheet_of: Callable[..., Sheet]) -> None:
    education = read_education(sheet_of("学校: 青禾大学\n姓名:林知夏\n可教科目：物理\n可教授的区域：小学初中高中"))
    assert education.school
    assert education.degree is None
