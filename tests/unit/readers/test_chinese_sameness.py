"""WeChat that is the number too, years of birth, headings of several parts, posts with remarks, lists of what was done."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_title
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.place_words import is_town
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.limits import ReaderLimits
from ringback.readers.pdf_levels import cut_at_levels
from ringback.readers.text import document_of_text
from schemas.policy import RoleTaxonomy

STUDIES = "教育背景\n2008.09-2012.06 江海大学 市场营销 本科\n"


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("contacts", "wechat"),
    [
        ("电话：13900001111 微信：同", "13900001111"),
        ("微信即手机号\n手机：13900001111", "13900001111"),
        ("电话：13900001111（微信号相同）", "13900001111"),
        ("微信即电话：13900001111", "13900001111"),
        ("手机号与微信一致\n手机：13900001111", "13900001111"),
        ("电话(V)：13900001111", "13900001111"),
        ("微信/電話：+886 912 345 678", "+886912345678"),
        ("QQ、微信：384512201、qinghe_zhou", "qinghe_zhou"),
        ("电话：13900001111\n微信同事群管理", None),
    ],
)
def test_wechat(contacts: str, wechat: str | None) -> None:
    text = f"周青禾\n{contacts}\n{STUDIES}"
    found = read_wechat(sheet_of_text(text))
    assert (found.value if found else None) == wechat


@pytest.mark.parametrize(
    ("fact", "year"),
    [
        ("🎂1993年5月12日", 1993),
        ("诞生：1993年5月12日", 1993),
        ("出生月份：1993年5月", 1993),
        ("年龄：93年", 1993),
        ("我是一名93年的女生", 1993),
        ("年龄：31", None),
    ],
)
def test_years_of_birth(fact: str, year: int | None) -> None:
    found = read_birth_year(sheet_of_text(f"周青禾\n电话：13900001111\n{fact}\n{STUDIES}"))
    assert (found.value if found else None) == year


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("实习/社会工作", "experience"),
        ("实习与社会工作", "experience"),
        ("实习、社会实践", "experience"),
        ("学生工作/实习", "experience"),
        ("竞赛/实习", "experience"),
        ("社团与志愿", "projects"),
        ("项目背景", "projects"),
        ("研发与管理", None),
        ("销售、客服", None),
        ("学习、工作、生活", None),
    ],
)
def test_headings_of_parts(line: str, section: str | None) -> None:
    assert section_of_heading(line) == section


JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "what was done, told as a list behind its label": (
        (
            "2020.03-至今 青禾贸易有限公司\n主要工作内容：客户接待、库存盘点、员工排班等\n"
            "2018.01-2020.02 江海超市\n主要工作内容：收银、理货等"
        ),
        None,
        "青禾贸易有限公司",
    ),
    "the post over such a list": (
        "2020.03-至今\n青禾贸易有限公司 - 店长\n主要工作内容：客户接待、库存盘点、员工排班等",
        "店长",
        "青禾贸易有限公司",
    ),
    "a grade behind its label": (
        "2021.04-至今\n极光智驾\n职级：P7\n职位：算法负责人\n2018.07-2021.03\n江海视觉\n职级：P5\n职位：算法工程师",
        "算法负责人",
        "极光智驾",
    ),
    "a promotion in brackets": ("青禾贸易有限公司\n店长（试用期后转正）\n2020.03 - 至今", "店长", "青禾贸易有限公司"),
    "how many one leads": ("2020.03-至今：青禾贸易有限公司\n高级店长（管理 3 家门店）", "高级店长", "青禾贸易有限公司"),
    "since when, told in a sentence": (
        "自2020年3月起就职于青禾贸易有限公司，任店长一职，负责门店日常管理工作。\n2018年至2020年在江海超市做收银员。",
        "店长",
        "青禾贸易有限公司",
    ),
    "years behind the post of a sentence": (
        "目前在青禾贸易有限公司担任店长（2020年至今），之前在江海超市做过收银员（2018-2020）。",
        "店长",
        "青禾贸易有限公司",
    ),
    "the house over a row of labels": (
        "❖ 青禾贸易有限公司\n职务：店长；在职时间：2020年3月-至今；证明人：王先生\n❖ 江海超市\n职务：收银员；在职时间：2018年1月-2020年2月",
        "店长",
        "青禾贸易有限公司",
    ),
}


@pytest.mark.parametrize("case", JOBS)
def test_jobs(case: str) -> None:
    told, title, employer = JOBS[case]
    job = read_job(sheet_of_text(f"周青禾\n电话：13900001111\n\n工作经历\n{told}\n\n{STUDIES}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_dates_behind_a_labelled_house() -> None:
    job = read_job(
        sheet_of_text(
            f"周青禾\n任职公司\n极光智驾，2021.04 至今\n任职岗位：算法负责人\n江海视觉，2018.07 至 2021.03\n任职岗位：算法工程师\n{STUDIES}"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("算法负责人", "极光智驾")


def test_technicians_who_test(taxonomy: RoleTaxonomy) -> None:
    assert family_of_title("测试技术员", taxonomy) == "technology"
    assert family_of_title("生产技术员", taxonomy) == "manufacturing"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("方向/Xiang Fang\n13900001111", "方向"),
        ("方向\nXiang Fang\n13900001111", "方向"),
        ("周青禾·女·31岁·江海\n13900001111", "周青禾"),
        ("周青禾13900001111", "周青禾"),
        ("2024届毕业生 周青禾\n13900001111", "周青禾"),
        ("江海大学 周青禾\n13900001111", "周青禾"),
    ],
)
def test_names(head: str, name: str) -> None:
    found, _ = read_name(sheet_of_text(f"{head}\n\n工作经历\n2019.03-2022.08 青禾贸易有限公司 店长\n\n{STUDIES}"), ())
    assert found is not None
    assert found.value == name


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("期望成为一名运营专员。", "运营专员"),
        ("職涯目標：營運專員", "營運專員"),
        ("意向岗位类型：运营专员", "运营专员"),
    ],
)
def test_wishes(told: str, title: str) -> None:
    found = read_wishes(sheet_of_text(f"周青禾\n电话：13900001111\n{told}\n{STUDIES}")).title
    assert (found and found.value) == title


def test_both_degrees_in_one_word() -> None:
    study = read_education(sheet_of_text("周青禾\n电话：13900001111\n教育背景\n本硕：江海大学 市场营销 2015-2022"))
    assert study.degree is not None
    assert study.degree.value.level == "master"


def test_a_field_in_capitals_before_its_post() -> None:
    job = read_job(
        sheet_of_text(
            f"周青禾\n实习经历\n青禾科技股份有限公司 | HPC 算法  2024.09 - 2024.12\n- 模型部署\n江海基因科技有限公司 | NLP 算法  2024.06 - 2024.09\n- 文本特征\n{STUDIES}"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("HPC 算法", "青禾科技股份有限公司")


def test_letters_before_a_dash_are_no_town() -> None:
    assert not is_town("O-RAN")
    assert is_town("'s-Hertogenbosch")


OTHER = "2018.07-2021.02 江海会计师事务所 审计员\n- 年报审计"
GOING_ON: list[tuple[str, str, str]] = [
    (f"2021.6~ 青禾口腔门诊部 牙科护士\n{OTHER}", "牙科护士", "青禾口腔门诊部"),
    (
        "青禾口腔门诊部\n牙科护士 ｜ 2021.6 – 至今 ｜ 3 人小组负责人\n江海社区卫生服务中心\n护士 ｜ 2018.7 – 2021.5",
        "牙科护士",
        "青禾口腔门诊部",
    ),
    (f"2021 年 8 月至今在青禾科技先后担任产品专员、产品经理、高级产品经理。\n{OTHER}", "高级产品经理", "青禾科技"),
    (f"{OTHER}\n20210301-至今 青禾证券 高级经理\n- 上市项目", "高级经理", "青禾证券"),
    (f"{OTHER}\n2021年3月到目前为止 青禾证券 高级经理\n- 上市项目", "高级经理", "青禾证券"),
]


@pytest.mark.parametrize(("told", "title", "employer"), GOING_ON)
def test_what_goes_on(told: str, title: str, employer: str) -> None:
    job = read_job(sheet_of_text(f"周青禾\n电话：13900001111\n\n工作经历\n{told}\n\n{STUDIES}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_numbered_headings() -> None:
    assert section_of_heading("工作经历一") == "experience"
    assert section_of_heading("项目经验2") == "projects"
    jobs = "工作经历一\n青禾口腔门诊部\n牙科护士\n2021.6-至今\n工作经历二\n江海社区卫生服务中心\n护士\n2018.7-2021.5"
    job = read_job(sheet_of_text(f"周青禾\n电话：13900001111\n\n{jobs}\n\n{STUDIES}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("牙科护士", "青禾口腔门诊部")


def test_a_heading_in_the_margin_beside_the_first_post() -> None:
    jobs = (
        "學歷\n機械工程學系碩士, 2018\n國立江海大學\n經歷\t軟體工程師（實習）\n青禾資訊股份有限公司\nAug 2018 – 現在 · 臺北市（臺灣）\n"
        "醫學影像處理相關\n專利工程師（實習）\n元禾智權事務所\nJan 2018 – Aug 2018 · 新北市（臺灣）\n專利檢索\n"
        "暑期實習\n江海精密機械有限公司\nJul 2017 – Aug 2017 · 新北市（臺灣）\n機台測試 & 組裝"
    )
    job = read_job(sheet_of_text(f"周青禾\nqinghe@mailbox.example\n{jobs}"))
    assert job.title is not None
    assert job.title.value.startswith("軟體工程師")
    assert job.employer is not None
    assert job.employer.value == "青禾資訊股份有限公司"


def test_what_was_worked_on_is_no_post() -> None:
    jobs = "工作经历\n青禾医疗科技有限公司 （ 2016年10月 ~ 2018年1月15日 ）\n云诊室医生端V3项目\n全新设计的医生端，本人负责架构设计。"
    job = read_job(sheet_of_text(f"周青禾\n电话：13900001111\n{jobs}\n{STUDIES}"))
    assert (job.title, job.employer and job.employer.value) == (None, "青禾医疗科技有限公司")


def test_a_number_of_noughts_is_none() -> None:
    assert not read_phones(sheet_of_text(f"周青禾\n+86 000-0000-0000 | qinghe@mailbox.example\n{STUDIES}"))


def test_studies_in_the_margin_beside_the_first_school() -> None:
    text = (
        "周青禾\n电话：13900001111\n工作经历\t运营专员\n青禾贸易有限公司\n2019年3月 – 现在 · 上海\n活动策划\n"
        "学历\t江海大学\n市场营销，本科\n2011年9月 – 2015年6月"
    )
    study = read_education(sheet_of_text(text))
    assert study.degree is not None
    assert study.degree.value.level == "bachelor"


def test_a_handle_among_the_cells_of_contacts() -> None:
    found = read_wechat(sheet_of_text(f"周青禾\n13900001111\tqinghe@mailbox.example\tqinghe_88\t江海\n{STUDIES}"))
    assert (found and found.value) == "qinghe_88"
    assert read_wechat(sheet_of_text(f"周青禾\n13900001111\tqinghe_88\t江海\n{STUDIES}")) is None


def test_what_was_done_behind_the_post() -> None:
    job = read_job(
        sheet_of_text(f"周青禾\n工作经历\n2019年3月至今，青禾贸易有限公司，运营专员，负责活动策划；\n{STUDIES}")
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("运营专员", "青禾贸易有限公司")


def test_lines_that_come_out_as_one() -> None:
    levels = [700.0, 680.0, 680.0]
    assert cut_at_levels("女19", levels, size=12) == [(0, "女"), (1, "19")]
    assert cut_at_levels("女19", [700.0, 697.0, 697.0], size=12) == [(0, "女19")]


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ("青禾书店 · 店长 · 2021年6月入职\n江海书城 · 营业员 · 2018年7月—2021年5月", "店长"),
        ("青禾书店\n历任营业员、店长\n2018.7-至今", "店长"),
        ("青禾书店\n歷任出納、會計、財務主管\n2018.7-至今", "財務主管"),
    ],
)
def test_posts_begun_and_held_one_after_the_other(entries: str, title: str) -> None:
    job = read_job(sheet_of_text(f"周青禾\n电话：13900001111\n工作经历\n{entries}\n{STUDIES}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, "青禾书店")
