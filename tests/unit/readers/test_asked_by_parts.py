"""Labels and questions that no list holds: each is read by its words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.form_dates import with_dates_of_form
from ringback.readers.fields.label_boxes import chosen
from ringback.readers.fields.label_parts import field_by_parts
from ringback.readers.fields.label_parts_han import field_by_parts_han
from ringback.readers.fields.life_in_steps import with_steps
from ringback.readers.fields.printed_rows import PrintedRow
from ringback.readers.fields.skills import skills_of_text
from schemas.records import ParsedResume, Reading

Read = Callable[..., Reading]


def _row(read: Read, text: str) -> ParsedResume:
    return read(text).resumes[0]


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("Who is your current (or last) employer?", "current_employer"),
        ("What is your job title there?", "current_title"),
        ("Name of college or university", "school"),
        ("Highest level of education completed", "degree"),
        ("What is your desired compensation?", "desired_salary"),
        ("Where would you like to work?", "desired_city"),
        ("In which town do you live at present?", "city"),
        ("Technical skills and competences", "skills"),
        ("How many years of relevant experience do you have?", "years"),
        ("Preferred e-mail", "emails"),
        ("Recruiter name", None),
        ("Company email", None),
        ("Current salary", None),
        ("Place of birth", None),
        ("Job requirements", None),
        ("Date applied", None),
    ],
)
def test_english_words_tell_what_is_asked(asked: str, field: str | None) -> None:
    assert field_by_parts(asked) == field


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("11、您在该公司担任什么职务？", "current_title"),
        ("最近一份工作单位", "current_employer"),
        ("最近一份工作岗位", "current_title"),
        ("期望税前年薪", "desired_salary"),
        ("第一志愿工作地", "desired_city"),
        ("15、您擅长哪些技能？", "skills"),
        ("6、您的微信号（选填）", "wechat"),
        ("最高学历毕业院校", "school"),
        ("您有几年工作经验？", "years"),
        ("第二志愿岗位", None),
        ("紧急联系人电话", None),
        ("推荐人姓名", None),
        ("目前薪资", None),
        ("工作职责", None),
    ],
)
def test_chinese_words_tell_what_is_asked(asked: str, field: str | None) -> None:
    assert field_by_parts_han(asked) == field


def test_a_questionnaire_is_read_answer_by_answer(read: Read) -> None:
    asked = (
        ("What is your full legal name?", "Odile Farnham"),
        ("Preferred e-mail", "odile.f@mailbox.example"),
        ("In which city do you live now?", "Denver, CO"),
        ("Which role are you applying for?", "Delivery Driver"),
        ("Where would you like to work?", "Raleigh, NC"),
        ("Who is your current (or last) employer?", "Wexmoor Motors"),
        ("What is your job title there?", "Dispatcher"),
        ("Name of college or university", "Corrmoor College"),
        ("Please list your key skills", "Route planning, Forklift"),
    )
    text = "\n\n".join(f"{n}. {question}\n{answer}" for n, (question, answer) in enumerate(asked, 1))
    row = _row(read, text)
    assert (row.name, row.city, row.desired_title) == ("Odile Farnham", "Denver, CO", "Delivery Driver")
    assert (row.desired_city, row.current_employer, row.current_title) == (
        "Raleigh, NC",
        "Wexmoor Motors",
        "Dispatcher",
    )
    assert (row.school, row.skills) == ("Corrmoor College", ("Route planning", "Forklift"))


def test_a_level_behind_most_skills_is_no_part_of_them(read: Read) -> None:
    row = _row(
        read,
        "Odile Farnham\nodile.f@mailbox.example\nSkills\nRoute planning Expert\nLoad securing Expert\nForklift Advanced\nExperience\nDriver, Wexmoor Motors, 2019 - present\nEducation\nBA, Northgill University, 2015\n",
    )
    assert row.skills == ("Route planning", "Load securing", "Forklift")
    assert skills_of_text("Visual Basic") == ["Visual Basic"]


def test_what_somebody_writes_in_a_chat_is_a_wish(read: Read) -> None:
    row = _row(
        read,
        "林知远，男，1995年5月出生，现住深圳\n电话13900001111\n您好，看到贵司在招培训经理，想了解一下\n期望11千-1.6万/月，base 无锡\n"
        "会的技能：课程开发、授课\n2019.07-至今 厦门某某网络科技有限公司 培训专员\n2015-2019 青禾大学 物流管理 本科\n",
    )
    assert (row.desired_title, row.desired_city, row.desired_salary) == ("培训经理", "无锡", "11千-1.6万/月")
    assert (row.city, row.skills) == ("深圳", ("课程开发", "授课"))


def test_dates_that_a_form_asks_for_apart_are_one() -> None:
    printed = ("From*", "02/2024", "To*", "I currently work here", "From", "Larch House")
    rows = list(with_dates_of_form(PrintedRow(text, 12.0, 1, is_heading=False) for text in printed))
    assert [row.text for row in rows] == ["02/2024 – Present", "From", "Larch House"]
    assert {row[1:] for row in rows} == {(12.0, 1, False)}
    steps = with_steps(
        [
            "2016\t4\tEntered Larch College",
            "2020\t3\tGraduated, MA Economics",
            "2020\t8\tJoined Moor Foods as Clerk",
            "2023\t6\tJoined Vex Ltd as Buyer",
        ]
    )
    assert list(steps.values()) == [
        "2016.04 – 2020.03\tLarch College\tMA Economics",
        "",
        "2020.08 – 2023.06\tMoor Foods\tClerk",
        "2023.06 – Present\tVex Ltd\tBuyer",
    ]


def test_who_signs_for_somebody_else_gives_no_contacts(read: Read) -> None:
    row = _row(
        read,
        "Please find a candidate for your Dispatcher vacancy.\n\nCandidate: Odile Farnham\nLocation: Derby\n"
        "Currently: Clerk at Wexmoor Motors\nQualifications: BA, Northgill University\nSkills: Forklift, Excel\n"
        "Contact: 0117 496 0123 / odile@mailbox.example\n\nKind regards\nMonty Ash | Senior Consultant\nT: 0117 496 0777 | monty@agency.example\n",
    )
    assert row.emails == ("odile@mailbox.example",)
    assert row.phones == ("+441174960123",)
    assert row.desired_title == "Dispatcher"


@pytest.mark.parametrize(
    "end", ["谢谢！\n电话：0117 496 0123", "此致\n敬礼！\n手机 0117 496 0123", "Best wishes\nO.F.\nPhone 0117 496 0123"]
)
def test_thanks_over_ones_own_number_are_nobody_elses(read: Read, end: str) -> None:
    lines = ["Name: Odile Farnham", "Experience", "Clerk, Wexmoor Motors, 2019 - present", "- kept the books", end]
    assert _row(read, "\n".join([*lines, "of@mailbox.example"])).emails == ("of@mailbox.example",)


def test_bare_labels_below_an_empty_wish_are_wishes(read: Read) -> None:
    row = _row(
        read,
        "林知远\n电话\n13900001111\n坐标\n合肥\n意向\n岗位\n售后工程师\n城市\n长沙\n薪资\n12-19万/年\n工作经历\n2021.05-至今 青禾物流有限公司 客服专员\n"
        "教育经历\n2014-2018 青禾大学 本科\n",
    )
    assert (row.desired_title, row.desired_city, row.desired_salary, row.city) == (
        "售后工程师",
        "长沙",
        "12-19万/年",
        "合肥",
    )


def test_programs_behind_what_one_can_do_with_computers_are_skills(read: Read) -> None:
    page = "林知远\n13900001111\n工作经历\n2021.05-至今 青禾物流有限公司 客服专员\n专业技能\n计算机能力：Excel、SPSS、用友\n{}\n英语水平：六级\n"
    assert _row(read, page.format("计算机水平：国家二级")).skills == ("Excel", "SPSS", "用友")


def test_hours_of_several_days_are_no_chat(read: Read) -> None:
    hours = "Free for a talk\nMonday 9:00\nTuesday 10:00\nWednesday 14:30\n"
    head, jobs = "Odile Farnham\nodile@mailbox.example\n", "Experience\nClerk, Wexmoor Motors, 2019 - present\n"
    assert _row(read, head + hours + jobs).name == "Odile Farnham"


def test_a_chat_is_what_the_candidate_wrote(read: Read) -> None:
    row = _row(
        read,
        "[12/10/2026, 10:02:11] Odile Farnham: Good morning, I saw your advert for a Dispatcher\n"
        "[12/10/2026, 10:05:11] Recruiter Kim: Hi Odile, please send your details\n"
        "[12/10/2026, 10:09:40] Odile Farnham: I live in Derby\nPhone 07400 123456\nMail odile@mailbox.example\n"
        "Now I work as Clerk at Wexmoor Motors, since March 2021\nBA History from Northgill University, 2015\n"
        "[12/10/2026, 10:15:02] Recruiter Kim: Thank you! My number is 020 7946 0123\n",
    )
    assert (row.name, row.phones, row.desired_title) == ("Odile Farnham", ("+447400123456",), "Dispatcher")


def test_numbers_of_questions_and_boxes_of_a_form_are_no_values(read: Read) -> None:
    row = _row(
        read,
        "I. PERSONAL INFORMATION\n2. SURNAME\tFARNHAM\t7. SEX\t☐ Male  ☑ Female\nFIRST NAME\tODILE\n"
        "3. DATE OF BIRTH (mm/dd/yyyy)\t11/02/1994\n20. MOBILE NO.\t0917 555 0123\n21. E-MAIL ADDRESS (if any)\todile@mailbox.example\n"
        "SPECIAL SKILLS and HOBBIES\tForklift, Excel\nWORK EXPERIENCE\n2019 - Present\tClerk\tWexmoor Motors\n"
        "EDUCATION\n2015\tBA\tNorthgill University\n",
    )
    assert (row.name or "").lower() in {"odile farnham", "farnham odile"}
    assert (row.gender, row.birth_year, row.skills) == ("female", 1994, ("Forklift", "Excel"))


def test_a_label_that_fills_two_lines_of_its_cell_is_whole(read: Read) -> None:
    row = _row(
        read,
        "姓名\t林知远\t性别\t男\n学历\t本科\t毕业院校\n系及专业\t青禾大学物流管理专业\n手机号码\t13900001111\t应聘岗位\t物流经理\n"
        "工作经历\n2019.07-至今\t云栖食品有限公司\t物流专员\n",
    )
    assert (row.school or "").startswith("青禾大学")


def test_labels_under_their_values(read: Read) -> None:
    row = _row(
        read,
        "林知远\n男\n性别\n30岁\n年龄\n本科\n学历\n武汉\n现居住地\n电话：13900001111\n工作经历\n2019.07-至今\n云栖食品有限公司\n物流专员\n"
        "教育经历\n2015-2019 青禾大学 本科\n",
    )
    assert (row.city, row.gender) == ("武汉", "male")


def test_the_house_of_an_opening_is_not_where_the_applicant_lives(read: Read) -> None:
    row = _row(
        read,
        "Odile Farnham applied to your job posting\n\nDispatcher\nMoorfarm Group · Leeds\n\nOdile Farnham\nClerk at Wexmoor Motors\nChicago, IL\n"
        "odile@mailbox.example\n\nExperience\nClerk\nWexmoor Motors\nMar 2021 - Present\n\nEducation\nNorthgill University\nBA, 2011 - 2015\n",
    )
    assert row.city == "Chicago, IL"


def test_who_is_recommended_is_not_who_recommends(read: Read) -> None:
    row = _row(
        read,
        "内部员工推荐表\n推荐人信息\n推荐人姓名\t赵国华\t推荐人电话\t13800009999\n被推荐人信息\n被推荐人姓名\t林知远\t性别\t男\n"
        "被推荐人手机\t13900001111\t被推荐人邮箱\tlin@mailbox.example\n推荐岗位\t物流经理\t意向城市\t武汉\n毕业院校\t青禾大学\t学历\t本科\n",
    )
    assert (row.name, row.phones, row.emails) == ("林知远", ("+8613900001111",), ("lin@mailbox.example",))
    assert (row.desired_title, row.desired_city) == ("物流经理", "武汉")


def test_what_a_registration_asks_beside_the_person(read: Read) -> None:
    row = _row(
        read,
        "Temporary Worker Registration\nHarbourside Staffing Ltd\nFull name (as on passport)\tOdile Farnham\nKnown as\tOdile\n"
        "Address\t7 Mill Street, Derby\nMobile no.\t07400 123456\nEmail\todile@mailbox.example\nWork wanted\tDispatcher\n"
        "Willing to relocate to\tLeeds\nSkills / tickets\tForklift, HACCP\nBank sort code / account\t20-00-00 / 12345678\n"
        "Current / last employer\tWexmoor Motors\nHighest qualification\tBA\nWhere obtained\tNorthgill University\n",
    )
    assert (row.phones, row.emails) == (("+447400123456",), ("odile@mailbox.example",))
    assert (row.desired_city, row.skills) == ("Leeds", ("Forklift", "HACCP"))


def test_the_title_of_a_form_is_no_wish(read: Read) -> None:
    row = _row(
        read,
        "Application for Employment 職位申請表\nPosition applied for 申請職位\t资金主管\nName in Chinese 中文姓名\t林知远\n"
        "Mobile Phone 手提電話\t9668 1868\nE-mail 電郵\tlin@mailbox.example\nPresent Employer 現時僱主\t青禾物流有限公司\n"
        "Highest Education 最高學歷\t本科\tSchool 院校\t青禾大学\n",
    )
    assert row.desired_title == "资金主管"


def test_a_whole_label_goes_before_its_last_word(read: Read) -> None:
    row = _row(
        read,
        "Job Application Form\nSurname: Farnham\nFirst name: Odile\nEmail: odile@mailbox.example\nVacancy applied for: Dispatcher\n"
        "Name of present/last employer: Wexmoor Motors\nJob title with that employer: Clerk\n"
        "University or college attended: Northgill University\nQualification gained: BA History\n",
    )
    assert (row.current_employer, row.current_title) == ("Wexmoor Motors", "Clerk")


def test_a_recruiter_named_in_front_of_an_address_keeps_it(read: Read) -> None:
    row = _row(
        read,
        "Candidate snapshot\nCandidate\tOdile Farnham\tMobile\t07400 123456\nEmail\todile@mailbox.example\tCurrent location\tDerby\n"
        "Current employer\tWexmoor Motors\tCurrent title\tClerk\nHighest degree\tBA\tInstitution\tNorthgill University\n"
        "Top skills\tForklift\tRecruiter\tNadia Okell (nadia@agency.example)\n",
    )
    assert row.emails == ("odile@mailbox.example",)


@pytest.mark.parametrize("line", ["Goal\tDispatcher", "Next job: Dispatcher", "GOAL\tRole\tDispatcher"])
def test_a_goal_that_is_a_post_is_a_wish(read: Read, line: str) -> None:
    rest = "Odile Farnham\nDerby\nodile@mailbox.example\n{}\nWork\n2019 - 2023 Clerk, Wexmoor Motors\nEducation\nBA, Northgill University\n"
    assert _row(read, rest.format(line)).desired_title == "Dispatcher"
    assert _row(read, rest.format("Goal: Improve the work of a dispatcher")).desired_title is None


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("□会计  ☑出纳  □文员", "出纳"),
        ("[ ] Clerk  [x] Baker", "Baker"),
        ("( ) Diploma  (X) Master", "Master"),
        ("□会计 □出纳", ""),
        ("WEI LING\t8. CIVIL STATUS\t☑ Single ☐ Married", "WEI LING\t8. CIVIL STATUS\t☑ Single ☐ Married"),
        ("■ Baker", "■ Baker"),
        ("Python ■■■□□, Excel ■■□□□", "Python ■■■□□, Excel ■■□□□"),
        ("f(x), printf()", "f(x), printf()"),
        ("Clerk (part-time)", "Clerk (part-time)"),
    ],
)
def test_of_boxes_the_ticked_ones_are_the_value(value: str, kept: str) -> None:
    assert chosen(value) == kept


def test_boxes_and_questions_of_a_card(read: Read) -> None:
    row = _row(
        read,
        "JOB FAIR REGISTRATION CARD\nName: Odile Farnham\nPhone: 07400 123456    Email: odile@mailbox.example\nI live in: Derby\n"
        "Role you are interested in: [ ] Baker  [x] Dispatcher  [ ] Clerk\nHighest education: [ ] PhD  [x] Bachelor\n"
        "School: Northgill University\nEmployer now: Wexmoor Motors\nJob now: Clerk\nWhat are you good at? Forklift, Excel\n",
    )
    assert (row.desired_title, row.highest_degree, row.city) == ("Dispatcher", "bachelor", "Derby")
    row = _row(
        read,
        "问：您的姓名是？\n答：林知远\n问：您的联系电话是多少？\n答：13900001111\n问：您想应聘哪个岗位？\n答：物流经理\n问：您希望在哪里工作？\n答：武汉\n"
        "问：您目前在哪家公司上班？\n答：青禾物流有限公司\n问：您在那里担任什么职务？\n答：客服主管\n问：您的最高学历是？\n答：本科\n"
        "问：您毕业于哪所院校？\n答：青禾大学\n",
    )
    assert (row.current_title, row.current_employer, row.desired_city) == ("客服主管", "青禾物流有限公司", "武汉")
