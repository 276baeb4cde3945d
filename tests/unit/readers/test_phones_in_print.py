"""One number in the ways that people print it: the code of its country with a plus apart, or without one. Invented numbers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

IN_PRINT: dict[str, tuple[str, str]] = {
    "behind_a_house_and_its_post_code": (
        "Address: Larch street 4-146 220007 Minsk, Belarus\nPhone: +375290000055",
        "+375290000055",
    ),
    "one_apart_in_north_america": ("Austin, TX\nPhone: (1) 512 555 0147", "+15125550147"),
    "one_apart_over_seven_digits": ("Austin, TX\nPhone: 1 512 5550147", "+15125550147"),
    "chinese_mobile_in_north_america": ("Austin, TX\nPhone: 139 0000 7777", "+8613900007777"),
    "turkish_mobile_grouped_as_in_north_america": ("Address\nMoorli, İzmir\nTurkey\n(505) 282 7600", "+905052827600"),
    "mexican_grouped_as_in_north_america": ("Puebla, Mexico\n(222) 555-0147", "+522225550147"),
    "north_american_of_somebody_in_india": ("Pune, India\n(415) 555-2671", "+14155552671"),
    "zero_in_front_of_the_code_of_china": (
        "Hong Kong | ana@moor.example | 086 13900007777 | Homepage",
        "+8613900007777",
    ),
    "plus_apart": ("Dortmund, Germany\nPhone: + 49 1525 0002739", "+4915250002739"),
    "plus_apart_far_from_home": ("Dortmund, Germany\nMobile + 98 919 778 7000", "+989197787000"),
    "code_without_plus_at_home": ("Dortmund, Germany\nPhone: 49 1525 0002739", "+4915250002739"),
    "code_without_plus_and_no_home": ("Phone: 90 505 282 76 00", "+905052827600"),
    "zero_that_no_number_begins_with": ("Prague, Czechia\nPhone: 736 153 300 | 0905000111", "+420736153300"),
    "slash_behind_two_digits": ("Lyon, France\nTél. 06/20346000", "+33620346000"),
    "mobile_of_korea": ("010-4726-1583", "+821047261583"),
    "post_box_beside_it": ("Address: Box 17023-00517, Nairobi, Kenya\nPhone: +254 712 345678", "+254712345678"),
}
NO_NUMBERS = {
    "pages_of_a_paper": "Dortmund, Germany",
    "pages_of_a_paper_and_no_home": "A quiet place",
}
PAPERS = "\nPublications\nA. Moor, Tides and waves; Moor Letters 41 (8),\n5235-5247\nAwards\nBest of the house in 2017 (2018.01)"


def test_two_landlines_of_taiwan_in_one_cell(read: Callable[..., Reading]) -> None:
    text = "林曉禾\n職稱\t特聘教授\n學歷\t青禾大學博士\n專長\n大氣化學、大氣環境模擬\n電話 TEL\t02-2755-0147 02-2755-0132 ext 65500\n傳真 FAX\nE-mail\tlin@qinghe.example"
    (resume,) = read(text).resumes
    assert [phone.partition(";")[0] for phone in resume.phones] == ["+886227550147", "+886227550132"]


@pytest.mark.parametrize("case", IN_PRINT)
def test_number_in_print(case: str, read: Callable[..., Reading]) -> None:
    printed, number = IN_PRINT[case]
    (found,) = read(
        f"Ana Moor\n{printed}\nExperience\n2019 - 2020\tNurse, Moor Ltd\nSkills\nPlanning, C++ 17 2019"
    ).resumes
    assert found.phones == (number,)


@pytest.mark.parametrize("case", NO_NUMBERS)
def test_pages_and_months_are_no_numbers(case: str, read: Callable[..., Reading]) -> None:
    (found,) = read(
        f"Ana Moor\nana.moor@fernpost.net\n{NO_NUMBERS[case]}\nExperience\n2019 - 2020\tNurse, Moor Ltd\n"
        f"Skills\nPlanning, reports{PAPERS}"
    ).resumes
    assert found.phones == ()


def test_the_month_in_brackets_of_a_chinese_university(read: Callable[..., Reading]) -> None:
    (found,) = read(
        "Ana Moor\nana.moor@fernpost.net\nEducation\nPh.D. Candidate, Peking University, Beijing\t2019 - 2020\n"
        f"Skills\nPlanning, reports{PAPERS}"
    ).resumes
    assert found.phones == ()
