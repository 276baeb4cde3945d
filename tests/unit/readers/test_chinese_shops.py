"""Shops and their posts in one word, projects written behind a house, offices among students, careers under several headings."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text


def sheet_of_text(text: str) -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name("x.md", source=None))


@pytest.mark.parametrize(
    ("printed", "parts"),
    [
        ("麥當勞服務員", ["麥當勞", "服務員"]),
        ("Larchmart計時人員", ["Larchmart", "計時人員"]),
        ("晨光便利商店店員", ["晨光便利商店", "店員"]),
        ("青禾超市兼职收银员", ["青禾超市", "兼职收银员"]),
        ("便利商店店員", ["便利商店店員"]),
        ("超商店員", ["超商店員"]),
        ("连锁超市收银员", ["连锁超市收银员"]),
        ("KTV服务员", ["KTV服务员"]),
        ("iOS开发工程师", ["iOS开发工程师"]),
    ],
)
def test_posts_of_shops(printed: str, parts: list[str]) -> None:
    assert [atom.text for atom in atoms_of(printed, row=0)] == parts


JOBS: list[tuple[str, str | None, str | None]] = [
    ("林佳蓉\n工作經驗\nLarchmart計時人員（110/3～110/8）", "計時人員", "Larchmart"),
    ("林佳蓉\n工作經歷\n青禾保證基金 銀行業務網站系統 (2024-2025)\n工作內容\n晨光軟體 進銷存系統 (2007-2008)", None, "青禾保證基金"),
    # jobs under one heading are not set as those under another
    (
        "林佳蓉\n社會經歷\n校內研習\n科展工作人員\n教育類志工\n研習社社長 2017/6-2018/1\n工作經歷\n2020/11-: 專案助理\n江海大學 創業中心\n協助計畫\n2022/6-: 系統工程師\n晨光資訊股份有限公司\n資料庫維護",
        "系統工程師",
        "晨光資訊股份有限公司",
    ),
    ("王若川\n工作经历\n2020-至今\t青禾物业管理有限公司\n电工/物业服务\n1.负责商场的线路", "电工", "青禾物业管理有限公司"),
    # studies under a heading that says experience too
    (
        "林佳蓉\n求學經驗 (Experience)\n江科大\t2025/09 – 迄今\n技術學院 | 高雄\n學習金融知識\n學歷 (Education)\n金融專班 就讀中\t2025/09 – 迄今",
        None,
        None,
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "title", "employer"), JOBS)
def test_latest_jobs(text: str, title: str | None, employer: str | None) -> None:
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_offices_among_students_name_no_employer() -> None:
    life = "王若川\n經歷\n曾擔任附中31屆學生會活動長\n曾擔任校慶活動負責人\n現為2023晨光音樂祭財務長\n附中學生會寒訓（總召）"
    assert read_job(sheet_of_text(life)).employer is None


def test_an_address_behind_the_sign_of_a_house() -> None:
    city = read_city(sheet_of_text("林佳蓉\nlin@mailbox.example\n🏠 彰化縣鹿港鎮青禾巷35號\n學歷\n江海大學"))
    assert city
    assert city.value == "彰化縣"


def test_a_school_left_and_a_kind_that_is_no_name() -> None:
    left = read_education(sheet_of_text("林佳蓉\n經歷\n畢業於江海高級中學\n曾擔任學生會活動長")).school
    assert left
    assert left.value == "江海高級中學"
    assert read_education(sheet_of_text("林佳蓉\n學歷\n技術學院 | 高雄 2025/09 – 迄今")).school is None


def test_a_graduate_behind_what_he_did() -> None:
    degree = read_education(
        sheet_of_text("王若川\n个人评价\n我是一名刚完成数控加工实训项目的大专毕业生，对制造充满兴趣。")
    ).degree
    assert degree
    assert degree.value.level == "college"


def test_a_masked_address_behind_a_link_is_none() -> None:
    sheet = sheet_of_text("王若川\n邮箱：[31xxxx4402@qq.com](mailto:31xxxx4402@qq.com)")
    assert read_emails(sheet) == []
