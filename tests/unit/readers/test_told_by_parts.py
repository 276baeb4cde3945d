"""What only its parts tell: labels of wishes, headings of several words, levels behind skills, brackets that dates share."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage

import pytest

from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.columns import fields_of_header
from ringback.readers.document import Document, Line
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.label_words import field_of, field_of_column
from ringback.readers.fields.periods import without_periods
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.fields.skills import read_skills, skills_of_text
from ringback.readers.normalise import fold
from ringback.readers.senders import with_sender
from schemas.records import ParsedResume, Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Expected Remuneration", "desired_salary"),
        ("Remuneration sought", "desired_salary"),
        ("Salary required", "desired_salary"),
        ("Location preferred", "desired_city"),
        ("Desired place of work", "desired_city"),
        ("Job title desired", "desired_title"),
        ("Required skills", None),
        ("Job requirements", None),
        ("Position requirements", None),
        ("Proposed title", None),
        ("Salary requirements", "desired_salary"),
        ("Current location", "city"),
    ],
)
def test_labels_of_wishes_by_their_parts(label: str, field: str | None) -> None:
    assert field_of(label) == field


@pytest.mark.parametrize(
    ("head", "field"),
    [("应聘职位所在地", "desired_city"), ("期望工作所在城市", "desired_city"), ("期望薪酬范围", "desired_salary")],
)
def test_columns_of_wishes_by_their_parts(head: str, field: str) -> None:
    assert field_of_column(head) == field


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("IT and Other Skills", "skills"),
        ("Computer & Technical Skills", "skills"),
        ("技能评价", "skills"),
        ("技能标签", "skills"),
        ("技能/语言", "skills"),
        ("Top-Kenntnisse", "skills"),
        ("Aim", "wishes"),
        ("Red and White Tiles", None),
    ],
)
def test_headings_by_their_parts(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("Forklift (4 years)", ["Forklift"]),
        ("5S (Less than 1 year)", ["5S"]),
        ("Excel：熟练 | 36个月", ["Excel"]),
        ("3ds Max 掌握", ["3ds Max"]),
        ("1. Python, 8D", ["Python", "8D"]),
        ("Sage - advanced", ["Sage"]),
        ("Advanced Excel", ["Advanced Excel"]),
        ("Visual Basic, Java", ["Visual Basic", "Java"]),
        ("Office: Word, Excel", ["Word", "Excel"]),
    ],
)
def test_levels_and_years_are_no_part_of_a_skill(line: str, skills: list[str]) -> None:
    assert skills_of_text(line) == skills


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Larch Hotels (Penang, 2019–2022)", "Larch Hotels (Penang,)"),
        ("Larch Hotels (2019–2022)", "Larch Hotels"),
        ("Larch (Asia) Hotels 2019–2022", "Larch (Asia) Hotels"),
    ],
)
def test_a_bracket_that_dates_share_is_closed(line: str, rest: str) -> None:
    assert without_periods(line, fold(line)).replace("\t", "").strip() == rest


PAGE = """Reach me
☎ 612 345 678
✉ ana.holm@post.example
⌂ Valencia
Strengths
Rostering
Upselling
Degree
BA, Economics
University of Eastvale
2016

Ana Holm
Employment history
Night Auditor
Larch Hotels (Valencia, 2021–now)
Kept the books of two houses in order.
Room Clerk
Moor Inn (Valencia, 2018–2021)
Kept the keys of forty rooms in order.
"""


def test_a_margin_whose_headings_are_as_large_as_its_lines(read: Read) -> None:
    resume = read(PAGE).resumes[0]
    assert resume.skills == ("Rostering", "Upselling")
    assert (resume.school, resume.highest_degree) == ("University of Eastvale", "bachelor")
    assert (resume.current_title, resume.current_employer) == ("Night Auditor", "Larch Hotels")
    assert resume.phones == ("+34612345678",)


def test_the_address_line_of_a_template_is_nobody(read: Read) -> None:
    text = "Your Name Here\nStreet Address, City, ST ZIP\nphone@post.example | (000) 000-0000\nOBJECTIVE\nEXPERIENCE\n[Job Title]\n"
    assert not any(resume.name for resume in read(text).resumes)


@pytest.mark.parametrize(
    ("line", "skills"),
    [
        ("点单 收银 Excel", ["点单", "收银", "Excel"]),
        ("剪辑 ★★★★", ["剪辑"]),
        ("熟练使用 Office", ["Office"]),
        ("熟悉 MySQL 数据库", ["MySQL 数据库"]),
        ("熟悉 Linux 操作系统 ", ["Linux 操作系统"]),
        ("基于 Spring 框架", ["基于 Spring 框架"]),
        ("精通 点单 收银 Excel", ["点单", "收银", "Excel"]),
    ],
)
def test_skills_that_only_spaces_part(line: str, skills: list[str]) -> None:
    assert skills_of_text(line) == skills


def test_a_long_row_of_stars_is_parted_in_one_way_only() -> None:
    """In each of the many ways it would take longer than the world is old."""
    assert skills_of_text("Excel：" + "★" * 500 + "x") == []


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("您的姓名,您的手机号,您的微信号,目前所在城市", ("name", "phones", "wechat", "city")),
        ("人选,手机,人在哪,看的岗位,现单位", ("name", "phones", "city", "desired_title", "current_employer")),
        (
            "Name,Mobile,Now at,Now as,Studied at,Yrs",
            ("name", "phones", "current_employer", "current_title", "school", "years"),
        ),
        (
            "Job Title,Name,Mobile,Curr. Company name,Curr. Company Designation,UG University/institute Name",
            ("desired_title", "name", "phones", "current_employer", "current_title", "school"),
        ),
    ],
)
def test_heads_of_lists_in_other_words(head: str, fields: tuple[str, ...]) -> None:
    assert fields_of_header(head.split(",")) == fields


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Pref. Location", "desired_city"),
        ("Preferred Work Location(s)", "desired_city"),
        ("Gewünschter Arbeitsort", "desired_city"),
        ("Gehaltsvorstellung", "desired_salary"),
        ("Lieu de travail souhaité", "desired_city"),
        ("Sueldo esperado", "desired_salary"),
    ],
)
def test_labels_of_wishes_in_other_languages(label: str, field: str) -> None:
    assert field_of(label) == field


QUOTED = """王姐，这个人麻烦看下。

罗敏
招聘部  手机 13600010002  luomin@brook.example

> 姓名：郝建华
> 电话：13812345678
> 邮箱：haojianhua@post.example
> 应聘：焊工
>
> 工作经历：
> 2022.03—至今  太原凌越科技有限公司  焊工
>
> 教育：2013-2017  昆明理工大学  工商管理  本科
"""


def test_a_quote_that_says_who_somebody_is(read: Read) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "简历", "罗敏 <luomin@brook.example>", "talent@brook.example"
    mail.set_content(QUOTED)
    resume = read(mail.as_bytes(), "x.eml").resumes[0]
    assert (resume.name, resume.phones, resume.emails) == ("郝建华", ("+8613812345678",), ("haojianhua@post.example",))
    assert (resume.school, resume.highest_degree) == ("昆明理工大学", "bachelor")


def test_pay_below_town_and_post_is_wished(read: Read) -> None:
    resume = read("姓名 郝建华\n电话 13812345678\n现居 惠州\n意向岗位 焊工\n城市 泉州\n薪资 6千-1.1万/月\n").resumes[0]
    assert (resume.desired_city, resume.desired_salary, resume.city) == ("泉州", "6千-1.1万/月", "惠州")


def test_a_subject_that_says_from_whom() -> None:
    told = read_subject("Larchjobs: application from Ana Holm for Night Auditor (Leeds)", "desk@larchjobs.example")
    assert told.title == "Night Auditor"


def test_a_format_without_sizes_tells_no_ranks() -> None:
    rows = ["Ana Holm", "ana@post.example", "Leeds", "*Positions held", "Larch Inn, Night Auditor, 2019 - 2022"]
    rows += ["*Academic background", "Greenmount State University, 2018", "*Key skills", "Negotiation, Spend analysis"]
    lines = tuple(Line(row.lstrip("*"), is_heading=row.startswith("*")) for row in rows)
    sheet = make_sheet(Document(format="odt", lines=lines), read_file_name("x.odt", source=None))
    assert read_skills(sheet) == ("Negotiation", "Spend analysis")


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("What is your full name?", "name"),
        ("Your phone number", "phones"),
        ("Where do you live now?", "city"),
        ("Which role are you applying for?", "desired_title"),
        ("What salary do you expect?", "desired_salary"),
        ("Who is your current or last employer?", "current_employer"),
        ("What is your job title there?", "current_title"),
        ("Which school or university did you attend?", "school"),
        ("How many years of experience do you have?", "years"),
        ("1、请输入您的姓名", "name"),
        ("3、您的性别是", "gender"),
        ("4、您现在居住在哪个城市？", "city"),
        ("您想应聘什么岗位？", "desired_title"),
        ("您希望在哪个城市工作？", "desired_city"),
        ("您的期望月薪是多少？", "desired_salary"),
        ("8、您目前（最近）的工作单位", "current_employer"),
        ("您有几年工作经验？", "years"),
        ("毕业于哪所学校？", "school"),
        ("Beworben als", "desired_title"),
        ("Aktueller Arbeitgeber", "current_employer"),
        ("Who referred you?", None),
        ("Emergency contact phone number", None),
        ("您的紧急联系人电话", None),
        ("Why do you want to work here?", None),
    ],
)
def test_questions_at_the_head_of_columns(head: str, field: str | None) -> None:
    assert fields_of_header([head]) == (field,)


def test_the_widest_label_of_a_table(read: Read) -> None:
    text = (
        "Candidate\tAna Holm\nRole\tClerk\nTelephone\t07700 900123\nSalary sought £38,000 per annum\nResidence\tLeeds\n"
    )
    resume = read(text + "\nCareer history\nLarch Inn\nNight Auditor\nMay 2019 - Present\n").resumes[0]
    assert resume.desired_salary == "£38,000 per annum"


def test_labels_behind_a_painted_bar_or_a_dash(read: Read) -> None:
    resume = read(
        "姓名-郝建华\n电话-13812345678\n现公司-千帆商贸有限公司\n现职位-焊工\n\n▍应聘岗位  采购经理\n"
    ).resumes[0]
    assert (resume.current_employer, resume.current_title) == ("千帆商贸有限公司", "焊工")
    assert resume.desired_title == "采购经理"


def test_a_label_in_two_languages_whose_echo_says_less() -> None:
    assert field_of("期望薪资 Salary") == "desired_salary"
    assert field_of("期望城市 City") == "desired_city"


def test_who_begins_a_long_line_with_name_and_gender(read: Read) -> None:
    text = "郝建华，男，29岁，本科，昆明理工大学毕业，8年经验，现在沈阳，在千帆商贸有限公司做焊工，想找质量工程师，沈阳优先，期望8000元，电话13812345678"
    resume = read(text).resumes[0]
    assert (resume.name, resume.gender, resume.phones) == ("郝建华", "male", ("+8613812345678",))


def test_a_mail_about_oneself_beside_a_picture(read: Read) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"], mail["To"] = "Job enquiry", "Ana Holm <ana.holm@post.example>", "jobs@brook.example"
    mail.set_content(
        "Dear Ms Oakes,\n\nI am writing about the Clerk vacancy. At present I am Night Auditor at Larch Hotels, where I have been"
        " since May 2022.\n\nI hold a Bachelor of Commerce from Silverstrand University (2018).\n\nYou can reach me on"
        " 07700 900123.\n\nKind regards,\nAna Holm\nLeeds\n"
    )
    mail.add_attachment(b"\xff\xd8\xff\xe0" + bytes(300), maintype="image", subtype="jpeg", filename="photo.jpg")
    resume = read(mail.as_bytes(), "x.eml").resumes[0]
    assert (resume.name, resume.phones, resume.emails) == ("Ana Holm", ("+447700900123",), ("ana.holm@post.example",))
    assert (resume.current_title, resume.current_employer) == ("Night Auditor", "Larch Hotels")
    assert resume.desired_title == "Clerk"


def test_the_help_line_of_a_page_is_nobodys(read: Read) -> None:
    text = "Recruiter area · Talent search · Help +44 800 000 1234\nAna Holm\nNight Auditor\nLocation: Leeds\nMobile: 07700 900123\n"
    resume = read(text + "\nExperience\nNight Auditor\nLarch Inn\nMay 2019 - Present\n").resumes[0]
    assert resume.phones == ("+447700900123",)


def test_open_to_work_over_where_somebody_lives(read: Read) -> None:
    text = "Ana Holm\nOpen to work\nOttawa, ON, Canada\nana@post.example\n\nExperience\nNight Auditor\nLarch Inn\nMay 2019 - Present\n"
    resume = read(text).resumes[0]
    assert (resume.desired_city, resume.desired_title) == (None, None)


def test_words_for_nothing_in_a_list(read: Read) -> None:
    rows = "姓名,手机,应聘岗位,期望薪资,现公司\n郝建华,13812345678,焊工,无,-\n"
    resume = read(rows, "x.csv").resumes[0]
    assert (resume.desired_title, resume.desired_salary, resume.current_employer) == ("焊工", None, None)


def test_a_column_of_degree_and_school(read: Read) -> None:
    rows = "姓名,手机,学历/院校\n郝建华,13812345678,本科/西安邮电大学\n"
    resume = read(rows, "x.csv").resumes[0]
    assert (resume.school, resume.highest_degree) == ("西安邮电大学", "bachelor")


def test_who_answers_under_his_own_name_is_the_candidate() -> None:
    named = ParsedResume(name="Ana Holm", text="Ana Holm")
    assert with_sender(named, "Ana Holm <a.holm@post.example>", "Re: your advert").emails == ("a.holm@post.example",)
    assert with_sender(named, "Mark Orn <orn@brook.example>", "Re: your advert").emails == ()
