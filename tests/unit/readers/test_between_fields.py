"""What reports, applicant records, public applications and narrow pages print between the fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_subject
from ringback.readers.document import Line, row_lines
from ringback.readers.fields.birth import read_birth_year
from ringback.readers.fields.contacts.emails import read_emails
from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.fields.studies.education import read_education
from ringback.readers.fields.wishes import read_wishes
from ringback.readers.pdf_broken_dates import with_dates_whole
from ringback.readers.pdf_dates_behind import with_dates_behind
from ringback.readers.pdf_floats import with_floats_in_place, with_late_rows_in_place
from ringback.readers.pdf_margins import with_titles_in_front
from ringback.readers.pdf_rows import PlacedLine

MakeSheet = Callable[..., Sheet]


def test_rows_of_a_report_name_the_candidate_not_the_consultant(sheet_of: MakeSheet) -> None:
    sheet = sheet_of(
        "青峦猎头 · 顾问：柏一鸣 · 13800138000 · bo@qingluan.example\n候选人推荐报告\n候选人 乐思远\t出生年份 1991\n"
        "手机\t139 0013 9000 邮箱\tle@post.example\n现居地 佛山\t目前年薪 26万"
    )
    name, _ = read_name(sheet, [])
    assert name
    assert name.value == "乐思远"
    assert [found.value for found in read_phones(sheet)] == ["+8613900139000"]
    assert [found.value for found in read_emails(sheet)] == ["le@post.example"]


def test_a_name_printed_twice_is_one(sheet_of: MakeSheet) -> None:
    name, _ = read_name(sheet_of("Ana Holm\nAna Holm\nana@post.example"), ["ana@post.example"])
    assert name
    assert name.value == "Ana Holm"


@pytest.mark.parametrize(
    ("jobs", "title", "employer"),
    [
        ("Head Baker // Larch // 2019 - 2024\nBaker // Moor // 2015 - 2019", "Head Baker", "Larch"),
        (
            (
                "Larch School\n28 Elm Way, Bath\n06/2023 - Present\nHours per week: 40\nSalary: $79,000 per annum\nDeputy Head\n- Taught botany\n"
                "Moor School\n01/2021 - 05/2023\nHours per week: 40\nTeacher"
            ),
            "Deputy Head",
            "Larch School",
        ),
        (
            "Larch Works\nPenang · 6 yrs\n● Maintenance Electrician\n2024–\nWired\n● Electrician\n2020–2024\nWired",
            "Maintenance Electrician",
            "Larch Works",
        ),
        (
            "Between 2021 and 2026 I was HR Advisor at Larch Foods, Bath. Handled grievances.",
            "HR Advisor",
            "Larch Foods",
        ),
        (
            (
                "From August 2021 until June 2024 I worked for Larch Water as\nCustomer Support Specialist. Wrote the macros that the team\n"
                "still uses."
            ),
            "Customer Support Specialist",
            "Larch Water",
        ),
        (
            (
                "I am currently employed by Larch Clubs as Operations Manager, a post I have held since July\n2025. Wrote rotas.\n"
                "From July 2020 until June 2025 I worked for Moor Events as Operations Executive."
            ),
            "Operations Manager",
            "Larch Clubs",
        ),
        (
            "时间\t单位名称\t岗位\t离职原因\n21年9月-现在\t青禾电子有限公司\t行政主管\n18年4月-21年8月\t青禾律师事务所\t前台\t个人发展",
            "行政主管",
            "青禾电子有限公司",
        ),
    ],
)
def test_headers_of_jobs(sheet_of: MakeSheet, jobs: str, title: str, employer: str) -> None:
    job = read_job(sheet_of(f"Ana Holm\nExperience\n{jobs}"))
    assert (job.title and job.title.value, job.employer and job.employer.value) == (title, employer)


def test_the_title_of_a_section_beside_its_first_job_is_no_post(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of(
            "乐思远\n联系方式\t13800138000\n任职经历\t质量主管 // 青禾五金有限公司 // 2022/9~2025/9\n编写规程\n质检员 // 远山五金有限公司 // 2017/2~2022/8"
        )
    )
    assert (job.title and job.title.value, job.employer and job.employer.value) == ("质量主管", "青禾五金有限公司")


def test_cells_of_two_lines_stay_in_the_row_of_a_career() -> None:
    def cell(*texts: str) -> list[Line]:
        return [Line(text) for text in texts]

    row = [cell("2020–", "2023"), cell("Larch Works", "Bath"), cell("Welder"), cell("welded", "cut")]
    assert [line.text for line in row_lines(row)] == ["2020– 2023\tLarch Works, Bath\tWelder", "welded", "cut"]
    head = [cell("Ana Holm", "Welder"), cell(""), cell("+44 20 7946 0018")]
    assert [line.text for line in row_lines(head)][:2] == ["Ana Holm", "Welder"]


def test_the_first_year_of_a_job_is_no_birth(sheet_of: MakeSheet) -> None:
    assert read_birth_year(sheet_of("乐思远\n13800138000\n青禾事务所 | 会计 | 2012-08 至 2016-02")) is None


@pytest.mark.parametrize(
    ("rows", "employer"),
    [
        (
            "2022-06 至 至今\t青禾电气有限公司\t设备主管\t无\n工作经历\n2017-06 至 2022-05\t远山纸业有限公司\t电工\t个人原因",
            "青禾电气有限公司",
        ),
        (
            "工作经历\n2022-06 至 至今\t青禾电气有限公司\t设备主管\t无\n2017-06 至 2022-05\t远山纸业有限公司\t电工\t个人原因",
            "青禾电气有限公司",
        ),
    ],
)
def test_the_title_of_a_table_may_stand_among_its_rows(sheet_of: MakeSheet, rows: str, employer: str) -> None:
    head = "姓名\t乐思远\t性别\t男\n联系电话\t13800138000\t住址\t兰州市\n"
    job = read_job(sheet_of(f"{head}起止时间\t工作单位\t担任职务\t离职原因\n{rows}"))
    assert job.employer
    assert job.employer.value == employer


def test_a_month_is_no_town(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("Profile · Generated 12 Nov 2026\nAna Holm\nDunedin, New Zealand\nana@post.example   021 848 0097")
    city = read_city(sheet)
    assert city
    assert city.value == "Dunedin"
    assert [found.value for found in read_phones(sheet)] == ["+64218480097"]


def test_the_number_of_a_record_is_no_phone(sheet_of: MakeSheet) -> None:
    assert [found.value for found in read_phones(sheet_of("代碼：63372181795285\n莊若萱\n手機：0912000111"))] == [
        "+886912000111"
    ]


def test_what_was_done_is_no_house(sheet_of: MakeSheet) -> None:
    job = read_job(
        sheet_of("Ana Holm\nExperience\nEastvale Live\nNews Editor\n2024 - present\nBroke the bus depot story")
    )
    assert job.employer
    assert job.employer.value == "Eastvale Live"


def test_a_form_asks_for_the_post_with_its_house(sheet_of: MakeSheet) -> None:
    job = read_job(sheet_of("姓名\t乐思远\n现任职务\t合肥青禾电子有限公司客服经理\n联系电话\t13800138000"))
    assert job.title
    assert job.title.value == "客服经理"


@pytest.mark.parametrize(
    ("text", "school", "level"),
    [
        (
            "Experience\nWelder, Larch Works, 2016 - 2020\nTRAINING\nBA (Hons) Botany (Northmoor University, 2016)",
            "Northmoor University",
            "bachelor",
        ),
        (
            "Education\nCourse\tInstitute / University\tYear of passing %\nBSc Botany\tNorthmoor University\t2019\t85",
            "Northmoor University",
            "bachelor",
        ),
        (
            "Experience\nWelder, Larch Works, 2016 - 2020\nLearning\nBA Botany, Northmoor University, 2016",
            "Northmoor University",
            "bachelor",
        ),
        (
            "Education\n2016-2018 Northmoor Polytechnic Diploma in Journalism\n2012-2016 High School Diploma",
            "Northmoor Polytechnic",
            "college",
        ),
    ],
)
def test_degrees_under_other_headings(sheet_of: MakeSheet, text: str, school: str, level: str) -> None:
    found = read_education(sheet_of(f"Ana Holm\nana@post.example\n{text}"))
    assert (found.school and found.school.value, found.degree and found.degree.value.level) == (school, level)


def test_dates_that_float_at_the_right_stand_behind_their_posts() -> None:
    def at(text: str, baseline: float, left: float) -> PlacedLine:
        return PlacedLine(Line(text, size=10), baseline, left, left + 100)

    page = [
        at("2021 – Present", 600, 480),
        at("2017 – 2021", 560, 480),
        at("Ana Holm", 760, 30),
        at("Larch Works | Welder", 600, 30),
        at("welded", 580, 30),
        at("Moor Works | Fitter", 560, 30),
    ]
    texts = [one.line.text for one in with_floats_in_place(page)]
    assert texts == [
        "Ana Holm",
        "Larch Works | Welder\t2021 – Present",
        "welded",
        "Moor Works | Fitter\t2017 – 2021",
    ]
    column = [at("2021 – Present", 600, 480), at("BSc Botany", 580, 480), *page[2:]]
    assert with_floats_in_place(column) == column


def test_houses_that_float_at_the_right_of_a_column_stand_behind_their_dates() -> None:
    def at(text: str, baseline: float, left: float) -> PlacedLine:
        return PlacedLine(Line(text, size=10), baseline, left, left + 80)

    page = [
        at("Ana Holm", 760, 30),
        at("Larch College", 600, 200),
        at("Moor School", 540, 200),
        at("Education", 640, 30),
        at("BSc Botany", 620, 30),
        at("2014", 600, 30),
        at("with plants", 580, 30),
        at("A-levels", 560, 30),
        at("2011", 540, 30),
        at("Larch Works", 600, 480),
        at("Moor Works", 540, 480),
        at("Experience", 640, 310),
        at("2017 - present", 600, 310),
        at("2014 - 2017", 540, 310),
    ]
    texts = [one.line.text for one in with_floats_in_place(page)]
    assert texts == [
        *["Ana Holm", "Education", "BSc Botany", "2014\tLarch College", "with plants", "A-levels", "2011\tMoor School"],
        *["Experience", "2017 - present\tLarch Works", "2014 - 2017\tMoor Works"],
    ]
    no_dates = [
        at("Larch", 600, 200),
        at("Moor", 540, 200),
        at("Skills", 640, 30),
        at("Excel", 600, 30),
        at("Word", 540, 30),
    ]
    assert with_floats_in_place(no_dates) == no_dates


def at_place(text: str, baseline: float, left: float, *, width: float = 80, size: float = 10) -> PlacedLine:
    return PlacedLine(Line(text, size=size), baseline, left, left + width)


def test_dates_that_float_in_a_column_stand_in_it_whatever_was_painted_before() -> None:
    page = [
        at_place("Ana Holm", 760, 30),
        at_place("Welder", 706, 30),
        at_place("2017 - present", 706, 500),
        at_place("2014 - 2017", 646, 500),
        at_place("Experience", 740, 220),
        at_place("Larch Works", 711, 220, size=12),
        at_place("Moor Works", 651, 220, size=12),
    ]
    assert with_dates_behind(page) == page  # not behind the trade in the side bar
    texts = [one.line.text for one in with_floats_in_place(page)]
    assert texts == ["Ana Holm", "Welder", "Experience", "Larch Works\t2017 - present", "Moor Works\t2014 - 2017"]


def test_a_timeline_painted_behind_all_that_flows_fills_the_hole_in_it() -> None:
    flow = [("Ana Holm", 760, 30), ("Experience", 730, 30), ("Education", 400, 30), ("BSc Botany", 380, 30)]
    entries = [("2019 - present", 700, 320), ("Welder", 680, 320), ("2015 - 2019", 600, 30), ("Fitter", 580, 30)]
    page = [at_place(*one) for one in (*flow, *entries)]
    texts = [one.line.text for one in with_late_rows_in_place(page)]
    assert texts == [one[0] for one in (*flow[:2], *entries, *flow[2:])]
    beside = [*page[:3], at_place("made boats", 640, 30), *page[3:]]
    assert [one.line.text for one in with_late_rows_in_place(beside)][-4:] == [one[0] for one in entries]


def test_a_heading_in_the_margin_lower_than_its_text() -> None:
    page = [
        at_place("Ana Holm", 760, 30),
        at_place("Experience", 646, 30, size=14),
        at_place("2017 - present", 663, 500),
        at_place("2014 - 2017", 590, 500),
        at_place("Welder", 663, 130),
        at_place("Larch Works", 651, 130),
        at_place("Fitter", 590, 130),
        at_place("Moor Works", 578, 130),
    ]
    texts = [one.line.text for one in with_floats_in_place(with_titles_in_front(page))]
    assert texts == [
        *["Ana Holm", "Experience", "Welder\t2017 - present", "Larch Works"],
        *["Fitter\t2014 - 2017", "Moor Works"],
    ]
    painted_between = [page[0], page[4], page[1], *page[5:]]
    texts = [one.line.text for one in with_titles_in_front(painted_between)]
    assert texts == ["Ana Holm", "Experience", "Welder", "Larch Works", "Fitter", "Moor Works"]


def test_dates_broken_by_their_cell_stand_behind_the_cell_in_front_of_them() -> None:
    row = [
        at_place("Larch Works", 600, 40),
        at_place("Moorau", 588, 40),
        at_place("Welder", 600, 180),
        at_place("made boats of all kinds", 578, 200, width=200),
        at_place("Dec 2019", 600, 520, width=40),
        at_place("–", 588, 520, width=5),
        at_place("Present", 576, 520, width=40),
    ]
    texts = [one.line.text for one in with_dates_behind(list(with_dates_whole(row)))]
    assert texts == ["Larch Works", "Moorau", "Welder\tDec 2019 – Present", "made boats of all kinds"]
    column = [at_place("2019", 600, 520), at_place("2018", 588, 520), at_place("Larch", 600, 40)]
    assert list(with_dates_whole(column)) == column


def test_rows_that_float_come_back_past_a_long_line() -> None:
    long = PlacedLine(Line("I " + "sell " * 40, size=10))
    page = [
        PlacedLine(Line(text, size=10), baseline, 30, 230) if baseline else long
        for text, baseline in [("Larch\t2019 - Present", 600), ("", 0), ("of it.", 700), ("Work", 640), ("Clerk", 585)]
    ]
    texts = [one.line.text for one in with_floats_in_place(page)]
    assert texts == [long.line.text, "of it.", "Work", "Larch\t2019 - Present", "Clerk"]


def test_words_of_a_post_are_no_labels(sheet_of: MakeSheet) -> None:
    sheet = sheet_of("乐思远\n负责 微信 运营\t2019-2020\n电话销售\t2021-2022")
    assert not list(sheet.labelled("wechat"))
    assert not list(sheet.labelled("phones"))


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("Ana Holm\nT 9219 4406\nE ana@holm.example\nA Singapore", "Singapore"),
        ("Ana Holm\nT +44 20 7946 0018\nA Norwich NR2 3AB", "Norwich"),
        ("莊若萱\n+886 912 000 111 | a@post.example | 彰化縣", "彰化縣"),
        ("您好：\n我叫莊若萱，住在彰化縣，想應徵貴公司的會計。", "彰化縣"),
    ],
)
def test_towns_of_contacts(sheet_of: MakeSheet, text: str, city: str) -> None:
    found = read_city(sheet_of(text))
    assert found
    assert found.value == city


def test_a_letter_alone_is_no_label(sheet_of: MakeSheet) -> None:
    assert not list(sheet_of("Ana Holm\nA Singapore\nWelder").labelled("city"))


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("Ana Holm\nCork, Ireland • +353 86 133\n0790 • ana@holm.example", ["+353861330790"]),
        ("莊若萱\n行動電話：0912 000\n111E-mail：a@post.example\n台中市", ["+886912000111"]),
    ],
)
def test_numbers_that_a_row_of_contacts_breaks(sheet_of: MakeSheet, text: str, phones: list[str]) -> None:
    assert [found.value for found in read_phones(sheet_of(text))] == phones


@pytest.mark.parametrize(
    ("text", "emails"),
    [
        ("尤然\nyouran@post.cn", ["youran@post.cn"]),
        ("尤芮\nyourui@post.cn", ["yourui@post.cn"]),
        ("Ana\nyour.name@post.org", []),
        ("Ana\nyouremail@post.org", []),
        ("Ana\nyou@example.com", []),
        ("Ana Holm\nContact\nhello@anaholm.example.co\nm", ["hello@anaholm.example.com"]),
    ],
)
def test_addresses_of_people_called_you_and_broken_ones(sheet_of: MakeSheet, text: str, emails: list[str]) -> None:
    assert [found.value for found in read_emails(sheet_of(text))] == emails


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Consultant: Mo Reyes\nCandidate: Ana Holm\nRole: Sous Chef\nLocation: Cork", "Sous Chef"),
        ("Candidate name\tAna Holm\nRequisition\t49255 - Store Manager", "Store Manager"),
        ("Ana Holm\nObjective\nHoping to join your team as Site Engineer.", "Site Engineer"),
        ("Ana Holm\nRole: Sous Chef\nLocation: Cork", None),
    ],
)
def test_openings_that_somebody_is_presented_for(sheet_of: MakeSheet, text: str, title: str | None) -> None:
    found = read_wishes(sheet_of(text)).title
    assert (found and found.value) == title


def test_the_opening_that_a_mail_answers() -> None:
    assert read_subject("Re: your Associate Solicitor vacancy", "a@b.example").title == "Associate Solicitor"
    assert read_subject("應徵護理督導－莊若萱", "a@b.example").title == "護理督導"
    assert read_subject("Re: your call on Monday", "a@b.example").title is None


def test_a_day_between_diamonds_is_that_of_birth(sheet_of: Callable[..., Sheet]) -> None:
    found = read_birth_year(sheet_of("Ana Moor\nParis, France ⋄ 21/01/1998 ⋄ ana@fernpost.net ⋄ Site Web\nFORMATION"))
    assert found is not None
    assert found.value == 1998


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("16. 9. 1990", 1990),
        ("16 / 9 / 1990", 1990),
        ("16-09-1990", 1990),
        ("September 16, 1990", 1990),
        ("16th September 1990", 1990),
        ("16. 9. 1990, Moorau", 1990),
        ("🎧 https://git.example/moor 📅 1990/09/16", 1990),
        ("1. 9. 2024", None),
        ("2021-08-15", None),
    ],
)
def test_a_day_alone_under_the_name(line: str, year: int | None, sheet_of: Callable[..., Sheet]) -> None:
    found = read_birth_year(sheet_of(f"Ana Moor\n{line}\nana@fernpost.net\nExperience\n2019 - 2020 Nurse, Moor Ltd"))
    assert (found.value if found else None) == year
