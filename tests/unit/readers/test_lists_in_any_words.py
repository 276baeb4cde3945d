"""Lists of people whose columns, rows or keys are named in any words, and documents that are such a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from ringback.readers.columns import fields_of_header
from ringback.readers.document import Document, Line, People, Record
from ringback.readers.document_lists import list_in_document
from ringback.readers.header_groups import fields_under_groups
from ringback.readers.parted_columns import part_columns
from ringback.readers.sheet_people import forms_of_people
from ringback.readers.transposed import transposed
from schemas.records import ParsedResume, Reading

Read = Callable[..., Reading]


def _row(read: Read, text: str) -> ParsedResume:
    return read(text).resumes[0]


def test_heads_of_columns_are_read_by_their_words() -> None:
    assert fields_of_header(["应聘者", "最近一份工作单位", "最近一份工作岗位", "期望税前年薪"]) == (
        "name",
        "current_employer",
        "current_title",
        "desired_salary",
    )
    assert fields_of_header(["Candidate name", "Most recent organisation", "Core competencies", "Salary wanted"]) == (
        "name",
        "current_employer",
        "skills",
        "desired_salary",
    )


def test_a_group_of_heads_tells_what_is_wished_and_whose_a_number_is() -> None:
    groups = ["", "基本信息", "", "现职情况", "", "求职意愿", "", "", "紧急联系人", ""]
    heads = ["序号", "姓名", "手机", "单位", "职务", "岗位", "地点", "薪资", "姓名", "电话"]
    assert fields_under_groups(groups, heads) == (
        None,
        "name",
        "phones",
        "current_employer",
        "current_title",
        "desired_title",
        "desired_city",
        "desired_salary",
        None,
        None,
    )
    title = ["Staff list", *[""] * 9]
    assert fields_under_groups(title, heads) == fields_of_header(heads)


def test_heads_that_ask_for_two_things_are_parted() -> None:
    header, rows = part_columns(
        ["人选", "现单位/职务", "学历/院校"],
        [
            ["林知远", "青禾物流有限公司/物流经理", "本科/青禾大学"],
            ["周若谷", "云栖食品有限公司/叉车工", "中专/云栖学校"],
        ],
    ) or ([], [])
    assert header == ["人选", "现单位", "现职务", "学历", "院校"]
    assert rows[1] == ["周若谷", "云栖食品有限公司", "叉车工", "中专", "云栖学校"]
    assert part_columns(["Name", "City/Town"], [["Odile Farnham", "Derby"]]) is None


def test_a_document_that_is_one_table_of_people_is_a_list() -> None:
    rows = (
        "October shortlist",
        "Name\tPhone\tEmail\tRole sought",
        "Odile Farnham\t0117 496 0123\todile@mailbox.example\tDispatcher",
        "Piers Holm\t0117 496 0456\tpiers@mailbox.example\tWelder",
    )
    document = Document(format="docx", lines=tuple(map(Line, rows)))
    people = list_in_document(document)
    assert isinstance(people, People)
    assert [record.values["desired_title"] for record in people.records if isinstance(record, Record)] == [
        "Dispatcher",
        "Welder",
    ]
    assert list_in_document(replace(document, lines=(*document.lines, Line("Prepared by ann@agency.example")))) is None


def test_a_list_with_a_person_a_column_is_turned() -> None:
    rows = [
        ["对比项", "候选人1", "候选人2"],
        ["姓名", "林知远", "周若谷"],
        ["手机", "13900001111", "13900002222"],
        ["应聘职位", "物流经理", "叉车工"],
        ["毕业院校", "青禾大学", "云栖学校"],
    ]
    assert (transposed(rows) or [])[1] == ["候选人1", "林知远", "13900001111", "物流经理", "青禾大学"]
    assert transposed([row[:2] for row in rows]) is None


def test_a_json_export_lists_values_of_addresses(read: Read) -> None:
    people = read(
        '[{"first_name": "Odile", "last_name": "Farnham", "phone_numbers": [{"value": "+44 7400 123456", "type": "mobile"}],'
        ' "email_addresses": [{"value": "odile@mailbox.example", "type": "personal"}],'
        ' "social_media_addresses": [{"value": "https://www.linkedin.com/in/odile-f-1"}],'
        ' "employments": [{"company_name": "Wexmoor Motors", "title": "Clerk", "end_date": null}],'
        ' "educations": [{"school_name": "Northgill University", "degree": "BA History"}]}]',
        "people.json",
    ).resumes
    assert [(one.name, one.phones, one.emails) for one in people] == [
        ("Odile Farnham", ("+447400123456",), ("odile@mailbox.example",))
    ]
    assert (people[0].current_employer, people[0].school) == ("Wexmoor Motors", "Northgill University")


def test_heads_that_are_sentences() -> None:
    heads = ["Where are you working at the moment?", "As what?", "Things you are good at", "Cities you would consider"]
    assert fields_of_header(heads) == ("current_employer", "current_title", "skills", "desired_city")
    assert fields_of_header(["想找什么岗位", "现在在哪家公司", "做什么岗位", "从业几年了"]) == (
        "desired_title",
        "current_employer",
        "current_title",
        "years",
    )


def test_rows_of_labels_over_rows_of_answers(read: Read) -> None:
    row = _row(
        read,
        "Job Application Form\nSurname\tFirst name(s)\nFarnham\tOdile\nTown of residence\tMobile telephone\nDerby\t07400 123456\n"
        "Name of present/last employer\tJob title with that employer\nWexmoor Motors\tClerk\n"
        "University or college attended\tQualification gained\nNorthgill University\tBA History\n",
    )
    assert (row.name, row.city, row.phones) == ("Odile Farnham", "Derby", ("+447400123456",))
    assert (row.current_employer, row.current_title, row.school) == ("Wexmoor Motors", "Clerk", "Northgill University")


def test_a_workbook_with_a_form_on_each_sheet_is_several_people() -> None:
    def card(name: str, phone: str) -> list[list[str]]:
        return [["人才信息卡"], ["姓名", name, "电话", phone], ["目标岗位", "店长", "最近公司", "青禾物流有限公司"]]

    sheets = [("林知远", card("林知远", "13900001111")), ("周若谷", card("周若谷", "13900002222"))]
    assert [member.name for member in forms_of_people(sheets)] == ["林知远", "周若谷"]
    assert forms_of_people([sheets[0], ("备注", [["说明", "内部资料"]])]) == []
    dated = [(title, [*rows, ["2019-09 - 2021-03", "2019-2021"]]) for title, rows in sheets]
    assert len(forms_of_people(dated)) == 2  # the same years are no number of both
