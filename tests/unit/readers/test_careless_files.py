"""Files that were made without care: pages without marks, contacts left as the template has them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from schemas.records import Reading

Read = Callable[..., Reading]

PAGE = "<!DOCTYPE html>\n<html><head><title>My Resume</title></head>\n<body>\n{}\n</body></html>"
TYPED = (
    "Name: Dara C. Holm\nSite: https://moor.example/dara/\n\nEducation\n\nElementary: Larch Hill School\n"
    "High School: Larch Hill School\nCollege: University of Northmoor\n\nSkills\nWrites letters and keeps the books."
)
UNFILLED = (
    "DARA HOLM\nBaker | Bread & Rolls\n[City, Country] | [Phone] | [Email] | [LinkedIn URL]\n\nPROFESSIONAL SUMMARY\n"
    "Baker who kneads, bakes and sells bread, and who teaches others to bake.\n\nPROFESSIONAL EXPERIENCE\n"
    "Baker | Moorbrot | Feb 2025 – Present\n- Bakes bread for four shops of the town.\n\n"
    "Pastry Cook | Larch House | Jul 2023 – Jan 2025\n- Made cakes for guests of the house, and for weddings.\n"
)
LISTED = ("Ana Holm", "Dara Moor", "Jo Larch", "Kim Munk")
LIST = "[Name]|[Phone]|[Email]\n" + "".join(
    f"{who}|+44 7700 90011{i}|v{i}@post.example\n" for i, who in enumerate(LISTED)
)


@pytest.mark.parametrize("text", [TYPED, TYPED.replace("moor.example", "<b>moor.example</b>")])
def test_lines_of_a_page_without_marks(read: Read, text: str) -> None:
    (found,) = read(PAGE.format(text), "dara.html").resumes
    assert (found.name, found.school) == ("Dara C. Holm", "University of Northmoor")


def test_marks_set_the_lines_of_a_page(read: Read) -> None:
    text = (
        "<h1>Dara\nHolm</h1><p>dara@post.example</p><h2>Education</h2><p>University of\nNorthmoor, BA Botany, 2019</p>"
    )
    (found,) = read(PAGE.format(text + "<h2>Skills</h2><p>Baking</p>"), "d.html").resumes
    assert (found.name, found.school) == ("Dara Holm", "University of Northmoor")


def test_contacts_of_a_template_head_no_list(read: Read) -> None:
    (found,) = read(UNFILLED, "dara.txt").resumes
    assert (found.name, found.current_title, found.current_employer) == ("DARA HOLM", "Baker", "Moorbrot")


def test_a_list_whose_columns_stand_in_brackets(read: Read) -> None:
    assert [one.name for one in read(LIST, "list.csv").resumes] == list(LISTED)
