"""A name and a town that only the foot of a page tells, houses behind the label of a name, and columns that ask where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]
JOBS = "\n\n工作经历\n2020.03-至今  杭州云上贸易有限公司  出纳\n负责日常报表\n\n教育经历\n2013.09-2017.06  江南工学院  会计  本科\n"
WORK = "EXPERIENCE\nStaff Nurse, Holloway Foods    Jun 2019 – Present\n- Led a team\n\nEDUCATION\nBSc Nursing, University of Westmoor, 2014\n"


def test_a_name_before_its_own_address_at_the_foot(read: Read) -> None:
    text = WORK + "\nMara Velding, Leeds, +44 7455 432897, mara.velding@mailbox.example\n"
    assert read(text).resumes[0].name == "Mara Velding"
    assert read(text.replace("Mara Velding,", "Tom Holm,")).resumes[0].name is None
    assert read(text.replace("\nMara", "\nREFERENCES\nMara")).resumes[0].name is None


def test_where_somebody_lives_at_the_foot(read: Read) -> None:
    text = "林晓月 13812345678 box77@mailbox.example" + JOBS + "\n现居长春｜求职意向：会计\n"
    assert read(text).resumes[0].city == "长春"


@pytest.mark.parametrize("head", ["Where", "Loc", "Curr. loc"])
def test_columns_that_ask_where(read: Read, head: str) -> None:
    rows = f"Who,Phone,Email,{head}\nMara Velding,+44 7455 432897,m@mailbox.example,Leeds\n"
    assert read(rows, "people.csv").resumes[0].city == "Leeds"


@pytest.mark.parametrize("house", ["月亮学院", "云上公司", "江南大学", "王氏集团"])
def test_a_house_behind_the_label_of_a_name_is_none(read: Read, house: str) -> None:
    assert read(f"姓名：{house}\n手机：13812345678\n{JOBS}").resumes[0].name is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Mara H. Velding", "Mara H. Velding"),
        ("Mara Odile Velding", "Mara Odile Velding"),
        ("Odile Farnham", "Mara Velding"),
    ],
)
def test_a_board_leaves_out_what_stands_between_first_and_last_name(read: Read, printed: str, name: str) -> None:
    text = f"{printed}\nLeeds | +44 7455 432897 | box77@mailbox.example\n\n{WORK}"
    assert read(text, "Naukri_Mara_Velding.txt").resumes[0].name == name


def test_towns_of_australia_with_their_states_are_no_names(read: Read) -> None:
    text = f"ΜΆΡΑ ΒΕΛ\nbox77@mailbox.example\n+61 420 752 197\nAdelaide SA\n\n{WORK}"
    assert read(text).resumes[0].name is None
