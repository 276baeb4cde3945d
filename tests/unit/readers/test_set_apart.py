"""What only small signs set apart or put together: cells that a style sheet makes, letters for labels, ranks and their fields."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.atoms import atoms_of
from ringback.readers.fields.periods import NOW, period_in
from ringback.readers.html_flex import WORDS, rows_of_styles
from schemas.records import Reading

JOBS = "<h2>Experience</h2><p>Tide Clerk, Fern Ltd, 2019 - 2024</p>"
FLEX = {
    "in the element": '<div style="display:flex;justify-content:space-between"><span>{}</span><span>{}</span></div>',
    "in a class": '<style>.row, .line{{ display: flex }}</style><div class="line wide"><span>{}</span><span>{}</span></div>',
    "in a known class": '<div class="d-flex"><style>p{{flex:1}}</style><span>{}</span><span>{}</span></div>',
    "links": '<p style="display: flex; gap: 1em"><a href="#">{}</a><a href="#">{}</a></p>',
}


@pytest.mark.parametrize("shape", FLEX)
def test_what_stands_side_by_side_is_cells(read: Callable[..., Reading], shape: str) -> None:
    """Nothing but the style sheet parts a town from the address behind it."""
    head = FLEX[shape].format("Leeds", "mara@fernpost.net")
    (found,) = read(f"<html><body><h1>Mara Velding</h1>{head}{JOBS}</body></html>", "x.html").resumes
    assert (found.emails, found.city) == (("mara@fernpost.net",), "Leeds")


@pytest.mark.parametrize(
    "opens",
    ['<p style="display:flex;flex-direction:column">', "<style>.a{display:flex}</style><p>", '<p class="flexible">'],
)
def test_other_elements_stay_together(read: Callable[..., Reading], opens: str) -> None:
    page = f"<html><body><h1>Mara Velding</h1>{opens}mara<b>@</b>fernpost.net</p>{JOBS}</body></html>"
    (found,) = read(page, "x.html").resumes
    assert found.emails == ("mara@fernpost.net",)


@pytest.mark.parametrize("line", ["Dec-21-Ongoing", "(Dec-21-Present) | Clerk", "Dec-21 - now"])
def test_short_years_before_a_word(line: str) -> None:
    period = period_in(line)
    assert period is not None
    assert period.end == NOW


@pytest.mark.parametrize(
    ("contacts", "city"),
    [
        ("T: +44 7911 123456\nE: mara@fernpost.net\nA: Norwich", "Norwich"),
        ("Tel 07911 123456\nL: Leeds", "Leeds"),
        ("Halifax, NS, tel. +1-902-525-6976, mara@fernpost.net", "Halifax, NS"),
        ("Leeds, mobile: +44 7911 123456, mara@fernpost.net", "Leeds"),
        ("T: +44 7911 123456\nE: mara@fernpost.net\nL: linkedin.com/in/mara-velding", None),
    ],
)
def test_town_beside_letters_and_numbers(read: Callable[..., Reading], contacts: str, city: str | None) -> None:
    text = f"Mara Velding\n{contacts}\n\nExperience\nTide Clerk, Fern Ltd, 2019 - 2024\n"
    assert read(text).resumes[0].city == city


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        ("Manager, Operations\tFern Ltd", ["Manager, Operations", "Fern Ltd"]),
        ("Senior Director, Human Resources, Fern Ltd", ["Senior Director, Human Resources", "Fern Ltd"]),
        ("Manager, Fern Ltd", ["Manager", "Fern Ltd"]),
        ("Tide Manager, Sales", ["Tide Manager", "Sales"]),
        ("Manager, Leeds", ["Manager", "Leeds"]),
    ],
)
def test_ranks_keep_their_field(line: str, texts: list[str]) -> None:
    assert [atom.text for atom in atoms_of(line, row=0)] == texts


def test_rank_in_a_column(read: Callable[..., Reading]) -> None:
    text = "Mara Velding\nmara@fernpost.net\nExperience\nCompany\tRole\tWhen\nFern Ltd\tManager, Operations\t2019 - Present\nLarch Ltd\tClerk\t2015 - 2019"
    assert read(text).resumes[0].current_title == "Manager, Operations"


HEAD = "林晓月\n13912345678\nxiaoyue@fernpost.cn\n"


@pytest.mark.parametrize(
    "dates",
    [("2020.01-至今", "2016.6-2018.5"), ("（20年1月~至今）", "（16年6月~18年5月）"), ("2020/1-至今", "2016/6-2018/5")],
)
def test_slashes_without_spaces_part_cells(read: Callable[..., Reading], dates: tuple[str, str]) -> None:
    """No word gives the house away; what the rows have alike does."""
    text = f"{HEAD}工作经历\n栖光互动/主治医师/{dates[0]}\n• 协助\n丰年合作社/厨师长/{dates[1]}\n主导"
    (found,) = read(text).resumes
    assert (found.current_title, found.current_employer) == ("主治医师", "栖光互动")


def test_posts_between_slashes_stay_together(read: Callable[..., Reading]) -> None:
    text = f"{HEAD}工作经历\n2020.01-至今 青禾软件有限公司 运营/策划\n2016.6-2018.5 云岫食品有限公司 出纳"
    assert read(text).resumes[0].current_title == "运营/策划"


@pytest.mark.parametrize("house", ["云岫第三中学", "鹿鸣幼儿园", "云岫物业"])
def test_house_before_its_size(read: Callable[..., Reading], house: str) -> None:
    text = f"{HEAD}工作经历\n2020.12~目前 品控主管\n{house} | 长沙 | 500-999人\n• 协助\n2018.12~2020.11 律师助理\n丰年电子厂 | 500-999人"
    assert read(text).resumes[0].current_employer == house


@pytest.mark.parametrize(
    ("said", "school"),
    [
        ("2015年毕业于University of Larchmoor自动化专业，本科学历", "University of Larchmoor"),
        ("2013.9-2015.6 University of Larchmoor 金融 硕士", "University of Larchmoor"),
        ("就读于Larchmoor University，主修会计，硕士", "Larchmoor University"),
        ("2013.9-2015.6 青禾大学 金融 硕士", "青禾大学"),
    ],
)
def test_schools_in_latin_letters_among_chinese(read: Callable[..., Reading], said: str, school: str) -> None:
    text = f"{HEAD}工作经历\n2020.1-至今 青禾软件有限公司 文员\n教育经历\n{said}"
    assert read(text).resumes[0].school == school


def test_own_post_is_not_whose_number_it_is(read: Callable[..., Reading]) -> None:
    """A teacher who leads a form says so beside the name; of a pupil's resume the form's teacher is somebody else."""
    jobs = "工作经历\n2020.10 - 至今 云岫第三中学 班主任\n教育经历\n2010-2014 青禾大学 英语 本科"
    own = f"林晓月\t班主任\n电话 139-1879-1187\t邮箱 xiaoyue@fernpost.cn\n{jobs}"
    others = f"林晓月\n手机 13912345678\n班主任 王老师 13987654321\n{jobs}"
    assert read(own).resumes[0].phones == ("+8613918791187",)
    assert read(others).resumes[0].phones == ("+8613912345678",)


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("应聘岗位\tHRBP", None),
        ("求职意向 Sales Manager", None),
        ("求职意向 Career Objective", "wishes"),
        ("工作经历 Experience", "experience"),
    ],
)
def test_wish_beside_its_label_is_no_heading(line: str, section: str | None) -> None:
    assert section_of_heading(line) == section


@pytest.mark.parametrize("stem", ["拉勾_测试工程师_林晓月", "拉勾-林晓月-测试工程师"])
def test_name_and_post_in_either_order(stem: str) -> None:
    found = read_file_name(f"{stem}.pdf", source=None)
    assert (found.name, found.title) == ("林晓月", "测试工程师")


@pytest.mark.parametrize("post", ["Recruiter", "Account Manager", "Consultant", "Supervisor", "HR", "Advisor"])
@pytest.mark.parametrize("sign", ["\n", "\t"])
def test_own_post_is_no_label_of_others(read: Callable[..., Reading], post: str, sign: str) -> None:
    """Forms ask so for referees and agencies; under the name it is the candidate's post."""
    jobs = "Experience\nClerk, Fern Ltd, 2020 - Present\nEducation\nBA English, Larch University, 2010"
    (found,) = read(f"Mara Velding{sign}{post}\n+44 7911 123456\nmara@fernpost.net\n{jobs}").resumes
    assert (found.phones, found.emails) == (("+447911123456",), ("mara@fernpost.net",))


@pytest.mark.parametrize(
    "head",
    [
        "Larch Recruitment Ltd\nConsultant\n+44 20 7946 0018\nCandidate: Mara Velding\nPhone: +44 7911 123456",
        "Jo Pike\nConsultant\n+44 20 7946 0018\nCandidate: Mara Velding\nPhone: +44 7911 123456",
        "Mara Velding\n+44 7911 123456\nSupervisor: Jo Pike, +44 20 7946 0018",
    ],
)
def test_others_keep_their_numbers(read: Callable[..., Reading], head: str) -> None:
    jobs = "Experience\nClerk, Fern Ltd, 2020 - Present\nEducation\nBA English, Larch University, 2010"
    assert read(f"{head}\n{jobs}").resumes[0].phones == ("+447911123456",)


@pytest.mark.parametrize(
    "stem",
    [
        "【保洁主管_上海 25-30元/时】林晓月 5年",
        "【保洁主管_上海 面议】林晓月 5年",
        "【保洁主管_上海 4000-6000元/月】林晓月(1)",
        "【保洁主管 | 上海 4-6K】林晓月 25年应届生",
    ],
)
def test_what_a_board_pays_by_the_hour(stem: str) -> None:
    """Pay in any unit ends the bracket; years may be missing."""
    found = read_file_name(f"{stem}.pdf", source="boss")
    assert (found.name, found.title, found.city) == ("林晓月", "保洁主管", "上海")


def test_job_is_no_part_of_a_post() -> None:
    found = read_subject("Mara Velding applied to your Store Manager job", "x@linkedin.com")
    assert (found.name, found.title) == ("Mara Velding", "Store Manager")


def test_rules_of_a_style_sheet_and_none() -> None:
    page = "<style>@media print{.a .row{display:flex}} .b,.c {display: inline-flex} .d{flex:1}</style>"
    assert {"row", "b", "c"} <= rows_of_styles(page)
    assert "d" not in rows_of_styles(page)
    began = time.process_time()
    assert rows_of_styles("<style>flex " + "a" * 190_000 + "</style>") == WORDS
    assert time.process_time() - began < 1
