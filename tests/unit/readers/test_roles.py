"""The role family of who has no title that tells it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.fields.found import Found
from ringback.readers.fields.jobs.roles import family_of_title, read_role_family
from ringback.readers.fields.sheet import Sheet
from ringback.readers.limits import ReaderLimits
from schemas.policy import RoleTaxonomy

SAID_ROLES: list[tuple[str, str | None]] = [
    ("Jo Lee\nSkills\nHTML, CSS, JavaScript", "technology"),
    ("Jo Lee\nExperience\nProfessor, Brightwave College\n2020 - Present\nTeaches Python, JavaScript, SQL and Docker", "other"),
    ("Jo Lee\nJournalist and writer in the fields of medicine\nExperience\nWrote for papers", "other"),
    ("Jo Lee\nExperience\nProfessor, Brightwave College\n2020 - Present\nTeaches history", "other"),
    ("Jo Lee\nExperience\nSoftware Engineer, Brightwave\n2020 - Present\nQuickBooks, GAAP, auditing, taxation, bookkeeping", "technology"),
    ("Jo Lee\nExperience\nHousekeeper, Brightwave Hotel\n2020 - Present\nSkills\nHTML, CSS, Java", "service"),
    ("张伟\n个人简介\n熟悉编程，做过爬虫和数据库，常用 Linux 与 Git", "technology"),
    ("张伟\n个人简介\n喜欢读书，常去图书馆", None),
    ("张伟\n期望职位：语文老师\n个人简介\n喜欢读书", "other"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "family"), SAID_ROLES)
def test_role_family_of_what_is_said(
    sheet_of: Callable[..., Sheet], taxonomy: RoleTaxonomy, text: str, family: str | None
) -> None:
    resume = resume_of_document(sheet_of(text).document, read_file_name("x.txt", source=None), taxonomy, ReaderLimits())
    assert resume.role_family == family


def test_role_family_needs_no_family_for_the_rest(sheet_of: Callable[..., Sheet], taxonomy: RoleTaxonomy) -> None:
    document = sheet_of("张伟\n期望职位：语文老师").document
    own = {"sales": taxonomy["sales"]}
    assert resume_of_document(document, read_file_name("x.txt", source=None), own, ReaderLimits()).role_family is None


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Platform Operations Engineer", "technology"),
        ("铣床工", "manufacturing"),
        ("Chief People Officer", "hr"),
        ("Commercial Director", "sales"),
        ("Platform Lead", "technology"),
        ("餐饮总监", "service"),
        ("客房经理", "service"),
        ("健身教练", "service"),
        ("客户代表", "sales"),
        ("叉车工", "logistics"),
        ("IT技术支持", "technology"),
        ("Chief Operating Officer", "operations"),
        ("Senior Civil Engineer", "other"),
        ("Curriculum Developer", "other"),
        ("Associate Professor of Software Engineering", None),
        ("Postdoctoral Research Associate", "other"),
        ("Attending Physician", "other"),
        ("Tax Attorney", "other"),
        ("Production Editor", "other"),
        ("Machine Learning Research Scientist", "technology"),
        ("Media Buyer", "marketing"),
        ("Infrastructure Architect", "technology"),
        ("Purchasing Assistant", "operations"),
        ("Senior Buyer", "operations"),
        ("Insurance Agent", "sales"),
        ("sale Assistant", "sales"),
        ("Sale Executive", "sales"),
        ("Salesgirl", "sales"),
        ("Plumbing Supervisor", "manufacturing"),
        ("Kayak Tour Guide", "service"),
        ("Front Office Manager", "service"),
        ("CNC Programmer", "manufacturing"),
        ("综合柜员", "finance"),
        ("支行副行长", "finance"),
        ("理財專員", "finance"),
    ],
)
def test_longer_titles_settle_what_one_word_leaves_open(title: str, family: str, taxonomy: RoleTaxonomy) -> None:
    assert family_of_title(title, taxonomy) == family


def test_who_builds_what_an_office_works_with(taxonomy: RoleTaxonomy) -> None:
    assert family_of_title("人力资源管理应用工程师", taxonomy) == "technology"
    assert family_of_title("人力资源经理", taxonomy) == "hr"


@pytest.mark.parametrize(
    "permit", ["Driver's License", "Clean driving licence", "Full UK Driving Licence", "Führerschein B", "驾驶证"]
)
def test_leave_to_drive_a_car_is_no_trade(taxonomy: RoleTaxonomy, permit: str) -> None:
    assert read_role_family([], [permit], [], taxonomy) is None


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Test Lead", "technology"),
        ("Analytics Manager", "technology"),
        ("Jefe de contabilidad", "finance"),
        ("Teamleiter Lager", "logistics"),
        ("Google Analytics and SEO", "marketing"),
    ],
)
def test_titles_whose_words_are_of_several_trades(taxonomy: RoleTaxonomy, title: str, family: str) -> None:
    assert family_of_title(title, taxonomy) == family


@pytest.mark.parametrize(
    ("title", "line", "skills", "family"),
    [
        ("Project Manager", "Data Engineer", "", "technology"),
        ("Programme Manager", "", "Python, SQL, Docker, Linux", "technology"),
        ("Project Manager", "", "Taxation, Auditing, Bookkeeping, GAAP", "finance"),
        ("Web Project Manager", "", "", "technology"),
        ("Marketing Project Manager", "", "", "marketing"),
        ("Project Manager", "", "Word, Excel", "operations"),
        ("项目经理", "", "Java, Spring, MySQL, Docker", "technology"),
    ],
)
def test_who_leads_projects_is_of_the_trade_that_the_rest_tells(
    taxonomy: RoleTaxonomy, title: str, line: str, skills: str, family: str
) -> None:
    titles = [Found(one, "layout", 0.9) for one in (title, line) if one]
    found = read_role_family(titles, [one for one in skills.split(", ") if one], [], taxonomy)
    assert found is not None
    assert found.value == family
