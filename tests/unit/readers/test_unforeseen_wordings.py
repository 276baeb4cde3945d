"""Forms, letters and rows in wordings that no list of labels foresees: what stands beside them tells what they are."""

from __future__ import annotations

import pytest

from ringback.readers.boards import read_file_name, read_subject
from ringback.readers.columns import fields_of_header
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.handles import read_wechat
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.headings import section_of_heading
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.person import read_years
from ringback.readers.fields.places.place_words import home_of
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet, make_sheet
from ringback.readers.fields.slashed_rows import with_slashed_cells
from ringback.readers.fields.studies.degrees import degrees_in
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.jsonplain import with_parts
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text

REST = "\n\nExperience\nFlorist\nOrtwin Partners\n2016 - 2019\n- Kept the shop\n\nEducation\nBA, Northgill University, 2015\n"
HAN_REST = "\n工作经历\n2020.03-至今 青禾软件有限公司 测试工程师\n教育经历\n2012-2016 青禾大学 本科"


def sheet_of_text(text: str, name: str = "x.md") -> Sheet:
    return make_sheet(document_of_text(text, ReaderLimits()), read_file_name(name, source=None))


def wishes(text: str) -> tuple[str | None, ...]:
    found = read_wishes(sheet_of_text(text))
    return tuple(one.value if one else None for one in (found.title, found.city, found.salary))


@pytest.mark.parametrize(
    ("line", "wished"),
    [
        ("意向：测试工程师（烟台，12000-15000元/月）", ("测试工程师", "烟台", "12000-15000元/月")),
        ("想找：测试工程师 去哪：烟台 多少：9000以上", ("测试工程师", "烟台", "9000以上")),
        ("求职意向\n测试工程师、烟台、年薪 25-30 万", ("测试工程师", "烟台", "年薪 25-30 万")),
        ("求职意向\n测试工程师 / 7-9K·13薪 / 烟台", ("测试工程师", "烟台", "7-9K·13薪")),
        ("應徵職位：测试工程师\n要求薪金：依公司規定", ("测试工程师", None, "依公司規定")),
        ("我想应聘测试工程师。薪资方面希望8千-1万，最好能在烟台上班。", ("测试工程师", "烟台", "8千-1万")),
    ],
)
def test_a_wish_with_its_place_and_pay(line: str, wished: tuple[str | None, ...]) -> None:
    assert wishes(f"卢晓东\n13800138000\n{line}{HAN_REST}") == wished


def test_where_a_sentence_asks_for_work_nobody_lives() -> None:
    text = f"Nora Larch\nLooking for work as a Baker in or near Leeds.{REST}\nHome: Derby  Phone: 07700 900123  nora@post.example"
    found = read_city(sheet_of_text(text))
    assert (found and found.value, wishes(text)[:2]) == ("Derby", ("Baker", "Leeds"))
    assert wishes(f"Nora Larch\nnora@post.example\nLooking for a role as a Baker in Finance{REST}")[1] is None


def test_a_note_behind_the_label_of_a_cell_ends_the_value_before_it() -> None:
    sheet = sheet_of_text("Town / City\tDerby\tTel. (mobile)\t07700 900123\nEmail\tnora@post.example" + REST)
    found = read_city(sheet)
    assert found
    assert found.value == "Derby"


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("Present and previous employment (most recent first)", "experience"),
        ("Employment record, newest first", "experience"),
        ("Education (starting with the most recent)", "education"),
        ("STUDY RECORD", "education"),
        ("工作经历(由近及远)", "experience"),
        ("数控技术(研究生)", None),
    ],
)
def test_notes_behind_headings(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


def test_a_table_of_jobs_ends_the_emergency_contact() -> None:
    form = (
        "Application for employment\nForename\tNora\tSurname\tLarch\nEmail\tnora@post.example\n"
        "Emergency contact\tPat Fern (sister)\tTheir tel.\t020 7946 0319\nWhere you have worked\n"
        "Employer\tJob title\tFrom\tTo\nGullwing, Derby\tFreight Forwarder\t05/2020\tpresent\nOakum, Derby\tGlazier\t10/2015\t05/2020"
    )
    job = read_job(sheet_of_text(form))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Freight Forwarder", "Gullwing")


def test_labels_with_numbers() -> None:
    text = (
        "Nora Larch\nnora@post.example\nPROFESSIONAL DETAILS\nCompany 1: Gullwing\nDesignation: Piano Tuner\nTenure: Jun 2020 to Sep 2025\n"
        "Company 2: Yardarm\nDesignation: Forklift Driver\nTenure: Jul 2015 to May 2020\nQUALIFICATION\nBBA from Northgill University in 2014"
    )
    job = read_job(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Piano Tuner", "Gullwing")


def test_arrows_part_house_and_post_school_and_degree() -> None:
    text = "Nora Larch\nnora@post.example\nExperience\nGullwing → Sales Executive\nNovember 2022 until now\n\nEducation\nNorthgill University → BBA, Nutrition\n2011 until 2014"
    job, school = read_job(sheet_of_text(text)), read_education(sheet_of_text(text)).school
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Sales Executive", "Gullwing")
    assert school
    assert school.value == "Northgill University"


def test_a_greeting_at_a_house_of_mail_is_an_own_address() -> None:
    found = read_emails(sheet_of_text(f"Nora Larch, Duluth, MN 55802\nhello0000000@gmail.com; 218-555-0102{REST}"))
    assert [one.value for one in found] == ["hello0000000@gmail.com"]


def test_a_name_before_its_town_stands_above_no_contacts() -> None:
    found, _ = read_name(
        sheet_of_text(f"Nora Larch, Duluth, MN 55802\nkettle935@post.example{REST}"), ["kettle935@post.example"]
    )
    assert found
    assert found.value == "Nora Larch"


def test_a_file_name_without_the_stops_of_initials_speaks_for_a_name() -> None:
    lines = "NJ\nTALK TO ME\n07700 900123\nkettle9@post.example\nI KNOW\nFirst Aid\nNora J. Larch\nPiano Tuner" + REST
    found, _ = read_name(sheet_of_text(lines, "Nora_J._Larch-11.doc"), ["kettle9@post.example"])
    assert found
    assert found.value == "Nora J. Larch"


def test_a_quarter_behind_its_label_is_no_name() -> None:
    found, _ = read_name(
        sheet_of_text(f"周冠廷\n地區：元朗\n電郵：kevin@post.example{HAN_REST}"), ["kevin@post.example"]
    )
    assert found
    assert found.value == "周冠廷"


def test_a_name_over_what_is_looked_for() -> None:
    text = f"联系我\n电话\n182 2462 3362\n邮箱\nmen0761@post.example\n坐标\n泉州\n会用的\nERP\n许夏\n想找：测试工程师 去哪：惠州{HAN_REST}"
    found, _ = read_name(sheet_of_text(text), ["men0761@post.example"])
    assert found
    assert found.value == "许夏"


@pytest.mark.parametrize(
    "subject", ["Store Manager - Nora Larch", "Nora Larch - Store Manager", "Fwd: Nora Larch | Store Manager"]
)
def test_subjects_of_post_and_name(subject: str) -> None:
    assert read_subject(subject, "nora@post.example").title == "Store Manager"


def test_a_column_called_as_behind_the_employers() -> None:
    assert fields_of_header(["Applicant", "Now working at", "As", "Wants to be"]) == (
        "name",
        "current_employer",
        "current_title",
        "desired_title",
    )


@pytest.mark.parametrize(
    ("line", "handle"),
    [("1850 000 8382（微信同号）", "18500008382"), ("电话\t13800138000\nV 信\txiaolarch0\n54", "xiaolarch054")],
)
def test_handles_in_odd_groups(line: str, handle: str) -> None:
    found = read_wechat(sheet_of_text(f"卢晓东\n{line}{HAN_REST}"))
    assert found
    assert found.value == handle


def test_a_town_with_its_land_and_a_school_named_after_somebody() -> None:
    assert [home_of("Freiburg im Breisgau"), home_of("Marketing im Verkauf")] == ["DE", None]
    assert [one.level for one in degrees_in("BBA from M.S. University of Baroda")] == ["bachelor"]
    assert [one.level for one in degrees_in("M.S. University of Larchmont")] == ["master"]


@pytest.mark.parametrize(
    ("head", "number"),
    [
        ("Location: Hastings 4122\nContact: (027) 555-0103, kettle@post.example", "+64275550103"),
        ("Phone (027) 555-0116 / Mail kettle@post.example / Home Invercargill", "+64275550116"),
        ("Phone 06 5550 0188 / Mail kettle@post.example / Home Zwolle", "+31655500188"),
    ],
)
def test_numbers_of_the_country_that_has_them(head: str, number: str) -> None:
    sheet = sheet_of_text(f"Nora Larch\n{head}{REST}")
    assert [one.value for one in read_phones(sheet)] == [number]


def test_the_number_of_a_family_is_not_the_candidates() -> None:
    text = f"报名表\n姓名\t卢晓东\n手机号码\t13800138000{HAN_REST}\n家庭主要成员 配偶\t季海燕\t个体经营\t联系电话 13900139000"
    assert [one.value for one in read_phones(sheet_of_text(text))] == ["+8613800138000"]


@pytest.mark.parametrize(
    ("head", "town"),
    [
        ("Phone (027) 555-0116 / Mail kettle@post.example / Home Invercargill", "Invercargill"),
        ("55 Coldharbour Road\nPietermaritzburg\n8 September 2025\nkettle@post.example", "Pietermaritzburg"),
        ("Keeper of Clocks in Perth, Scotland\nkettle@post.example", "Perth"),
    ],
)
def test_homes_told_shortly(head: str, town: str) -> None:
    found = read_city(sheet_of_text(f"Nora Larch\n{head}{REST}"))
    assert found
    assert found.value == town


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("What I am after", "wishes"),
        ("WANTED", "wishes"),
        ("My next role", "wishes"),
        ("What I am good at", "skills"),
        ("What I am", None),
    ],
)
def test_headings_of_wishes_in_words(heading: str, section: str | None) -> None:
    assert section_of_heading(heading) == section


def test_a_wish_below_such_a_heading() -> None:
    assert wishes(f"Nora Larch\nkettle@post.example\n\nWANTED\n\nA job as Baker around Derby.{REST}")[:2] == (
        "Baker",
        "Derby",
    )


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("My CV for the Moonraker job", "Moonraker"),
        ("Store Manager application", "Store Manager"),
        ("Your order application", None),
    ],
)
def test_subjects_that_say_what_is_applied_for(subject: str, title: str | None) -> None:
    assert read_subject(subject, "nora@post.example").title == title


def test_rows_between_slashes_that_are_cut_alike() -> None:
    text = (
        "Nora Larch\nkettle@post.example\n\nWORK\n\n2022-2025 / Barista / Anvil Yard / Zwolle\n2017-2022 / Lorry Driver / Eight Bells / Ennis\n\n"
        "STUDIES\n\n2009-2011 / MA / Mathematics / University of Northgill\n2005-2008 / BSc / Logistics / Larch University"
    )
    job, education = read_job(sheet_of_text(text)), read_education(sheet_of_text(text))
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("Barista", "Anvil Yard")
    assert education.degree
    assert education.degree.value.level == "master"
    assert with_slashed_cells(["Research / teaching / service", "2009-2011 / MA / Larch"]) == [
        "Research / teaching / service",
        "2009-2011 / MA / Larch",
    ]


def test_wishes_within_an_object_are_no_present_post() -> None:
    parts = with_parts({"姓名": "卢晓东", "求职意向": {"职位": "电工", "城市": "烟台", "薪资": "面议"}})
    assert parts == {"姓名": "卢晓东", "期望职位": "电工", "期望城市": "烟台", "期望薪资": "面议"}


def test_labels_and_headings_in_capitals_before_their_values() -> None:
    sheet = sheet_of_text(
        f"PERSONAL INFORMATION Nora Larch\nDerby\nkettle@post.example\nJOB APPLIED FOR Piano Tuner{REST}"
    )
    found, _ = read_name(sheet, ["kettle@post.example"])
    title = read_wishes(sheet).title
    assert (found and found.value, title and title.value) == ("Nora Larch", "Piano Tuner")


def test_a_handle_alone_below_the_address_and_pay_behind_a_wish() -> None:
    found = read_wechat(sheet_of_text(f"卢晓东\n联系方式\n18900003981\nlarch5981@post.example\nlarchan641{HAN_REST}"))
    assert found
    assert found.value == "larchan641"
    assert wishes(f"本人卢晓东，现住烟台，想找一份电工的工作，9000以上。\n电话13800138000{HAN_REST}")[2] == "9000以上"


def test_years_in_a_heading_and_years_that_are_no_school() -> None:
    text = "Nora Larch\nkettle@post.example\n\nWORK EXPERIENCE (12 YEARS):\nFlorist\nOrtwin Partners\n2016 - 2019\n\nEDUCATION\nBA, Northgill University, 2015"
    years = read_years(sheet_of_text(text))
    assert years
    assert years.value == 12
    school = read_education(
        sheet_of_text("卢晓东\n大学\n8年经验\n13800138000\n教育经历\n青禾工程大学\n毕业时间：2017年6月")
    ).school
    assert school
    assert school.value == "青禾工程大学"


def test_what_somebody_does_now_is_told_above_his_contacts() -> None:
    text = "Tern Recruitment Ltd\nCandidate: Nora Larch\nCurrently: Tailor at Tidewater Bay Hospital\nContact: +91 75550-00714, kettle@post.example"
    assert [one.value for one in read_phones(sheet_of_text(text + REST))] == ["+917555000714"]


def test_questions_of_a_form_are_labels() -> None:
    text = (
        "Full name: Nora Larch\nWhere do you live? Derby\nBest number: 07700 900123\nWhat is your email?\nkettle@post.example\n"
        f"Which job are you applying for? Piano Tuner\nWhat pay do you expect? negotiable{REST}"
    )
    city = read_city(sheet_of_text(text))
    assert (wishes(text), city and city.value) == (("Piano Tuner", None, "negotiable"), "Derby")
    assert wishes(f"我的名字：卢晓东\n我想做：电工\n我想要的工资：9000以上{HAN_REST}")[2] == "9000以上"
