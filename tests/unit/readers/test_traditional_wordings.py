"""Wordings of Taiwan's job boards and their neighbours: who teaches stands for the degree, what goes on is said in many ways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.headlines import calling
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.periods import NOW, Period, moment, period_in
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from schemas.policy import RoleTaxonomy

HEAD = "林小竹\nlin@post.example\n"

JOBS: list[tuple[str, tuple[str | None, str | None]]] = [
    (
        (
            "工作經歷\n公司：\t青禾縣政府文化局\n職位：展覽專員\n日期：2019年 - 現仍在職\n佈展與導覽\n進修"
            "\n我曾於2020年3月到2021年2月期間，靠自學從看不懂五線譜，\n一路練到通過鋼琴檢定。"
        ),
        ("展覽專員", "青禾縣政府文化局"),
    ),
    (
        (
            "關於我\n我做過設計也教過書，熟悉木工與\n協調能力，能將老技術轉成產品，盼望以文化點亮社區。"
            "\n工作經歷\nLarch Holdings｜CTO\nDec 2024 - Nov 2025\n設計與建置平台\nMoor Technology｜CTO\nOct 2020 - Nov 2024"
        ),
        ("CTO", "Larch Holdings"),
    ),
    (
        (
            "工作經歷\n個人接案｜行銷顧問\n短影音與展場導覽系統\n2025/5 ~ 現在\n客戶有旅館／民宿等行業"
            "\n青禾生技\n行銷專案經理\n2024/5 ~ 2025/4\n自然搜尋佔據前五名"
        ),
        ("行銷顧問", "個人接案"),
    ),
    ("經歷\n現任：青禾國小教師 (2015-迄今)\n曾任：小樹國小代理教師 (2012-2015)", ("教師", "青禾國小")),
    (
        "經歷\n現任職於青禾科技股份有限公司，擔任軟體工程師，負責後端開發。",
        ("軟體工程師", "青禾科技股份有限公司"),
    ),
    ("工作經驗\n青禾咖啡（兼職）\n外場服務人員\n2022/7～現今\n點餐", ("外場服務人員", "青禾咖啡")),
    ("工作经历\n青禾科技有限公司/研发部/前端工程师\n2021.03-至今\n负责开发", ("前端工程师", "青禾科技有限公司")),
    ("工作经历\n2015.09-至今 青禾中学 语文教师\n担任班主任，年级组长\n教学", ("语文教师", "青禾中学")),
    (
        "学历\n中国科学院大学 计算机 本科 2021-2025\n学生工作\n2022.09-2023.06  中国科学院大学登山协会宣传部部长\n组织活动",
        (None, None),
    ),
    ("現職：青禾文創股份有限公司 行銷企劃\n經歷：小樹設計 設計師", ("行銷企劃", "青禾文創股份有限公司")),
    ("自傳\n大學畢業後進入青禾會計師事務所擔任查帳員，至今已三年。", ("查帳員", "青禾會計師事務所")),
    ("工作經歷\n青禾補習班 數學老師 2020年9月至今（共4年）", ("數學老師", "青禾補習班")),
    ("關於我\n我叫林小竹，是一名web前端\n2022年7月畢業，在家待業中\n技能\nHTML、CSS", (None, None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "job"), JOBS)
def test_present_job(sheet_of: Callable[..., Sheet], text: str, job: tuple[str | None, str | None]) -> None:
    found = read_job(sheet_of(HEAD + text))
    assert (found.title and found.title.value, found.employer and found.employer.value) == job


STUDIES: list[tuple[str, tuple[str | None, str | None]]] = [
    ("學歷\n青禾大學資管所 (2019年9月~至今)\n小樹大學資管系 (2015年9月~2019年6月)", ("master", "青禾大學")),
    ("學歷\n國立青禾大學\n電機所\n2010 - 2012\n國立小樹大學\n電機系\n2006 - 2010", ("master", "國立青禾大學")),
    ("學歷\n國立青禾大學 機械工程研究所 畢業 2010/9 - 2012/6", ("master", "國立青禾大學")),
    ("教育程度：研究所\n畢業學校：國立青禾大學", ("master", "國立青禾大學")),
    ("教育程度：碩士在學\n學校：青禾大學統計所", ("master", "青禾大學")),
    ("學歷\n研究所：小樹大學\n大學：青禾大學\n高中：青禾高中", ("master", "小樹大學")),
    ("學歷\n大學：國立青禾大學 應用數學系", ("bachelor", "國立青禾大學")),
    (
        "學歷\n碩士 國立青禾大學 資訊管理所 110/9~112/6 畢業\n大學 小樹科技大學 資管系 106/9~110/6 畢業",
        ("master", "國立青禾大學"),
    ),
    ("自傳\n我是青禾大學生命科技系研究所畢業，曾參與計畫。", ("master", "青禾大學")),
    ("學歷\n青禾大學 | 資訊應用學系\n2022/9 - 2026/6\n大學日間部就讀中", ("bachelor", "青禾大學")),
    ("學歷\n國立青禾大學 應用數學系 大三在學中", ("bachelor", "國立青禾大學")),
    ("教育背景\nUndergraduates\n青禾理工大学 Larch University of Technology\n2015-2019", ("bachelor", "青禾理工大学")),
    ("教育背景\n新加坡青禾理工 (NTU)  硕士  2020-2021\n青禾大学 本科 2016-2020", ("master", "新加坡青禾理工")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "studies"), STUDIES)
def test_degree_and_school(sheet_of: Callable[..., Sheet], text: str, studies: tuple[str | None, str | None]) -> None:
    found = read_education(sheet_of(HEAD + text))
    assert (found.degree and found.degree.value.level, found.school and found.school.value) == studies


@pytest.mark.parametrize(
    "text",
    [
        "經歷\n青禾聯合會計師事務所 查帳員 2019-2021\n學歷\n青禾大學 會計系 2015-2019",
        "學歷\n青禾大學 會計系 2015-2019\n青禾市衛生所 志工",
        "學歷\n青禾大學 物理系 2015-2019\n工業技術研究院 材料所 實習",
    ],
)
def test_offices_and_institutes_that_employ_confer_no_degree(sheet_of: Callable[..., Sheet], text: str) -> None:
    assert read_education(sheet_of(HEAD + text)).degree is None


@pytest.mark.parametrize("wish", ["我希望能在大學畢業之前，得到更多經驗。", "期許自己在大學畢業後成為工程師。"])
def test_words_in_front_of_a_kind_of_school_are_no_name(sheet_of: Callable[..., Sheet], wish: str) -> None:
    assert read_education(sheet_of(f"{HEAD}自傳\n{wish}")).school is None


def test_degree_alone_under_a_heading_in_larger_print(sheet_of: Callable[..., Sheet]) -> None:
    sheet = sheet_of(f"{HEAD}技能\nJava\n学历\n本科学历\n语言能力\n英语", sizes={2: 14.0, 4: 14.0, 6: 14.0})
    found = read_education(sheet).degree
    assert found
    assert found.value.level == "bachelor"


@pytest.mark.parametrize(
    ("dates", "period"),
    [
        ("2019年 - 现仍在职", Period(2019.0, NOW)),
        ("2022/7 ~ 现今", Period(moment("2022/7"), NOW)),
        ("2021Q1 - 现在", Period(moment("2021.1"), NOW)),
        ("2018Q3 - 2020Q4", Period(moment("2018.3"), moment("2020.4"))),
        ("2021.03_2024.10", Period(moment("2021.03"), moment("2024.10"))),
    ],
)
def test_dates(dates: str, period: Period) -> None:
    assert period_in(dates) == period


def test_trade_of_who_names_two_posts_under_his_name(sheet_of: Callable[..., Sheet], taxonomy: RoleTaxonomy) -> None:
    found = calling(sheet_of("林小竹\n研發工程師、製程工程師\nlin@post.example"))
    assert found
    assert found.value == "研發工程師"
    assert family_of_title("製程工程師", taxonomy) == "manufacturing"
