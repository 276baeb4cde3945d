"""Which of several things that go on is the job: labels of projects, projects beside posts, open years; and who is named so."""

from __future__ import annotations

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.jobs.roles import family_of_title, read_role_family
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.policy import RoleTaxonomy

HEAD = "周青禾\n手机：13900001111\n"


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


JOBS: dict[str, tuple[str, str | None, str | None]] = {
    "label of a project": (
        (
            "工作经历\n云帆金融 2022.04-至今（3个月）\n职位：高级运维工程师\t工作地点：上海-浦东新区\n所在部门：Lark DevOps\t汇报对象：Team Leader\n"
            "工作内容：\n维护集群\n项目经验\n文档网站\n所在公司：Lark GSP\n职位：开发工程师\n时间：2022.05-2022.06"
        ),
        "高级运维工程师",
        "云帆金融",
    ),
    "label of a project, nothing else": (
        "项目经验\n文档网站\n所在公司：云帆金融\n职位：开发工程师\n时间：2022.05-2022.06",
        None,
        "云帆金融",
    ),
    "project before the post": (
        (
            "研究项目与工作经历\n智慧水务项目开发 | 核心开发者 | 2023年1月 - 至今\n设计并实现核心数据库系统\n"
            "博士研究员 | 北川理工大学 | 2021年9月 - 至今\n开展人工智能测试研究\n"
            "软件工程师 | 晨光科技有限公司 | 2020年6月 - 2020年7月"
        ),
        "博士研究员",
        "北川理工大学",
    ),
    "project of a firm": (
        (
            "工作经历\n港口自动化项目 | 晨光科技有限公司 | 实施工程师 | 2023年1月 - 至今\n现场调试\n"
            "讲师 | 北川理工大学 | 2021年9月 - 至今"
        ),
        "实施工程师",
        "晨光科技有限公司",
    ),
    "scholar": (
        "工作经历\n资深计算生物学者 2020 --\n儿科系, 医学院, 北川大学, Prof. Anna Larch\n博士后 2015 -- 2019\n遗传系, 医学院, 北川大学",
        "资深计算生物学者",
        "北川大学",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_the_job_that_goes_on(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(HEAD + text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("经历 /", "experience"),
        ("工作经历 /", "experience"),
        ("教育背景／", "education"),
        ("技能 /", "skills"),
        ("状态 /", None),
    ],
)
def test_a_heading_with_a_stroke_behind_it(line: str, section: str | None) -> None:
    assert section_of_heading(line.replace("／", "/")) == section


def test_open_years_before_a_comma(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    page = (
        "<html><body><h1>周青禾</h1><p>E-mail / qinghe@post.example</p><h4>學歷 /</h4><p>2007，碩士，北川大學哲學研究所</p>"
        "<h4>經歷 /</h4><p>2019-，霧山藝術實驗場，主持人。 [Link]</p><p>2016-，南角工作室，主持人。</p>"
        "<h4>個展 /</h4><p>2021，「引力」，小藝埕，台北市</p></body></html>"
    )
    document = document_of_html(page, limits)
    resume = resume_of_document(document, read_file_name("x.html", source=None), taxonomy, limits)
    assert (resume.current_title, resume.current_employer) == ("主持人", "霧山藝術實驗場")


@pytest.mark.parametrize("title", ["周青禾的個人網站", "周青禾的個人網頁", "歡迎來到周青禾的個人網站"])
def test_whose_page_it_is_in_traditional_print(taxonomy: RoleTaxonomy, limits: ReaderLimits, title: str) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><h1>個人履歷</h1><ul><li>首頁</li><li>作品集</li></ul>"
        "<h4>學歷：畢業於晨光高中</h4><p>電機與電子群資電類</p></body></html>"
    )
    document = document_of_html(page, limits)
    assert resume_of_document(document, read_file_name("x.html", source=None), taxonomy, limits).name == "周青禾"


@pytest.mark.parametrize(
    "head",
    [
        "简历\n周青禾 - 邮箱 - 网站",
        "周青禾 | Email | GitHub",
        "周青禾\nGitHub | 邮箱 | 博客",
        "周青禾\n邮箱 / 个人主页",
    ],
)
def test_a_name_beside_words_for_links(taxonomy: RoleTaxonomy, limits: ReaderLimits, head: str) -> None:
    text = f"{head}\n教育背景\n北川大学 (2020 ~ 2024)\n计算机科学学士"
    document = document_of_text(text, limits)
    assert resume_of_document(document, read_file_name("x.md", source=None), taxonomy, limits).name == "周青禾"


@pytest.mark.parametrize("title", ["帳務部人員", "帳務專員", "记帐员"])
def test_who_keeps_accounts_in_taiwan(taxonomy: RoleTaxonomy, title: str) -> None:
    assert family_of_title(title, taxonomy) == "finance"


@pytest.mark.parametrize(
    ("said", "family"),
    [
        ("从事iOS开发", "technology"),
        ("目前从事会计相关工作", "finance"),
        ("希望将来从事研究", None),
        ("热爱生活", None),
    ],
)
def test_what_somebody_says_he_does(taxonomy: RoleTaxonomy, said: str, family: str | None) -> None:
    told = read_role_family([], (), [f"我是周青禾，毕业于北川大学，{said}。"], taxonomy)
    assert (told and told.value) == family
