"""Columns and rows that go on elsewhere: on the next page, over a bar between two dates, behind whom to ask about a job."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from ringback.readers import pdf_broken_dates
from ringback.readers.document import Line
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.sheet import Sheet
from ringback.readers.pdf_broken_dates import with_columns_of_dates
from ringback.readers.pdf_marginals import with_notes_apart
from ringback.readers.pdf_margins import with_titles_in_front
from ringback.readers.pdf_pages import Column, columns_of, in_columns
from ringback.readers.pdf_rows import PlacedLine
from schemas.records import Reading

HEAD = "Mara Velding\nmara@fernpost.net | +44 7700 900123\n\n"
Row = tuple[str, float, float]

MAIN: tuple[Row, ...] = (
    ("Mara Velding", 760, 40),
    ("Experience", 700, 40),
    ("2019 - 2021", 680, 40),
    ("Baker, Marden Mill", 660, 40),
    ("Baked bread", 640, 50),
    ("Cleaned ovens", 620, 50),
)
SIDE: tuple[Row, ...] = (
    ("Contact", 720, 400),
    ("mara@fernpost.net", 700, 400),
    ("Skills", 680, 400),
    ("Bread", 660, 400),
    ("Cakes", 640, 400),
)
NEXT: tuple[Row, ...] = (("2015 - 2019", 780, 40), ("Cook, Larch Inn", 760, 40))
LATER: tuple[Row, ...] = (("Education", 700, 40), ("BSc Baking, Northmoor University, 2014", 680, 40))
NEXT_SIDE: tuple[Row, ...] = (
    ("Pastry", 780, 400),
    ("Languages", 760, 400),
    ("Welsh", 740, 400),
    ("Norse", 720, 400),
)


def placed(*rows: Row) -> list[PlacedLine]:
    return [PlacedLine(Line(text, size=10), base, left, left + 5.0 * len(text)) for text, base, left in rows]


def page(*rows: Row) -> list[Column]:
    lines = placed(*rows)
    return columns_of(lines, [one.line for one in lines])


def texts(*pages: tuple[Row, ...]) -> list[str]:
    return [line.text for line in in_columns(page(*rows) for rows in pages)]


def words(*parts: tuple[Row, ...]) -> list[str]:
    return [row[0] for part in parts for row in part]


def test_a_job_goes_on_in_its_column_on_the_next_page() -> None:
    assert texts((*MAIN, *SIDE), (*NEXT, *LATER)) == words(MAIN, NEXT, SIDE, LATER)


def test_both_columns_go_on_on_the_next_page() -> None:
    pages = (*MAIN, *SIDE), (*NEXT, *LATER, *NEXT_SIDE)
    assert texts(*pages) == words(MAIN, NEXT, SIDE, NEXT_SIDE[:1], LATER, NEXT_SIDE[1:])


def test_a_side_column_painted_first_does_not_go_on_over_the_whole_page() -> None:
    side = tuple((text, base, left - 360) for text, base, left in SIDE)
    main = tuple((text, base, left + 200) for text, base, left in MAIN)
    below = (("Cooked soup for forty guests every day and twice on Sundays, and bread besides it", 780.0, 40.0),)
    assert texts((*side, *main), (*below, *LATER)) == words(side, main, below, LATER)


def test_a_page_of_one_column_stays_as_it_is() -> None:
    assert texts((*MAIN, *LATER[:1]), (*NEXT, *LATER)) == words(MAIN, LATER[:1], NEXT, LATER)


@pytest.mark.parametrize(
    ("over", "under", "period"),
    [
        ("Present", "Sept. 2019", "Sept. 2019 – Present"),
        ("Currently", "2019", "2019 – Currently"),
        ("2019", "2021", "2019 – 2021"),
    ],
)
def test_dates_with_a_bar_between_them_are_one_period(over: str, under: str, period: str) -> None:
    column = placed((over, 700, 40), ("|", 690, 42), (under, 680, 40), ("Baker", 698, 120))
    assert [one.line.text for one in with_columns_of_dates(column)] == [period, "Baker"]


def test_bars_painted_last_are_found_by_where_they_stand() -> None:
    dates = ("Present", 700, 40), ("2019", 680, 50)
    page = placed(*dates, ("Baker", 698, 120), ("2019", 600, 50), ("2015", 580, 50), ("|", 590, 62), ("|", 690, 62))
    assert [one.line.text for one in with_columns_of_dates(page)] == ["2019 – Present", "Baker", "2019 – 2015"]


def test_a_bar_between_other_words_stays() -> None:
    column = placed(("Baker", 700, 40), ("|", 690, 42), ("2019", 680, 40), ("|", 600, 42), ("2018", 590, 300))
    assert [one.line.text for one in with_columns_of_dates(column)] == ["Baker", "|", "2019", "|", "2018"]


@pytest.mark.parametrize(
    "page_of",
    [
        lambda n: [("2019", -12.0 * i, 40.0) for i in range(n)],
        lambda n: [("2019" if i % 2 else "|", -12.0 * i, 40.0) for i in range(n)],
        lambda n: [*(("|", -12.0 * i, 400.0) for i in range(n)), *(("2019", -12.0 * i, 40.0) for i in range(n))],
        lambda n: [("|" if i % 2 else "Baked bread", -12.0 * i, 40.0) for i in range(n)],
    ],
    ids=["dates", "dates_and_bars", "dates_beside_bars", "text_and_bars"],
)
def test_twice_the_lines_take_twice_the_looks_for_dates_with_a_bar(
    page_of: Callable[[int], list[Row]], monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: Counter[str] = Counter()

    def counted(name: str) -> None:
        asked = getattr(pdf_broken_dates, name)

        def look(*lines: object) -> object:
            looks[name] += 1
            return asked(*lines)

        monkeypatch.setattr(pdf_broken_dates, name, look)

    counted("is_date_alone")
    counted("_is_between")
    n_looks = []
    for n in (300, 600):
        looks.clear()
        list(with_columns_of_dates(placed(*page_of(n))))
        n_looks.append(looks.total())
    assert n_looks[1] <= 2.2 * n_looks[0] + 2
    assert looks["is_date_alone"] <= 2 * 2 * 600


def test_entries_that_a_browser_paints_behind_the_side_column_stand_below_their_title() -> None:
    entry = ("Head of Baking", 680, 110), ("Marden Mill", 666, 110), ("Baked bread", 652, 110), ("2019 - now", 680, 40)
    side = ("mara@fernpost.net", 700, 400), ("Larch Road 4", 681, 400), ("Skills", 660, 400), ("Bread", 640, 400)
    page = placed(("Experience", 700, 30), *side, *entry)
    order = [one.line.text for one in with_titles_in_front(page)]
    assert order == [*words(side), "Experience", "2019 - now", "Head of Baking", "Marden Mill", "Baked bread"]


def test_the_second_word_of_a_title_in_the_margin_stays_with_the_first() -> None:
    rows = ("COMPUTER", 700, 30), ("EXPERTISE", 688, 30), ("Bread of all kinds and tarts", 688, 150)
    below = ("RESEARCH", 664, 30), ("EXPERIENCE", 652, 30), ("Baker, Marden Mill", 652, 150)
    page = placed(*rows, *below)
    assert [one.line.text for one in with_titles_in_front(page)] == words(rows, below)


def test_a_house_in_the_outer_margin_has_a_line_of_its_own() -> None:
    told = "Larch is a mill by the river, and part of a large group"
    rows = (
        ("2019–2021\tBaker, Lindau", 700, 150),
        (f"Larch Internet\t{told}", 686, 50),
        ("Ltd.\tof mills in the town.", 672, 90),
    )
    page = placed(*rows, ("Baked bread every day", 658, 150))
    texts = [one.line.text for one in with_notes_apart(page)]
    assert texts == [
        "2019–2021\tBaker, Lindau",
        "Larch Internet Ltd.",
        told,
        "of mills in the town.",
        "Baked bread every day",
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("Skills\tBread, cakes, tarts and whatever else an oven bakes", 686, 50),
        ("Tools\tovens", 686, 50),
        ("•\tBread, cakes, tarts and whatever else an oven bakes", 686, 50),
        ("Languages spoken:\tWelsh, Norse and a little Latin as well", 686, 50),
        ("Larch Mill\tA mill by the river, and part of a large group", 686, 150),
    ],
)
def test_a_label_or_a_cell_is_no_note_in_the_margin(row: Row) -> None:
    page = placed(("2019–2021\tBaker, Lindau", 700, 150), row)
    assert list(with_notes_apart(page)) == page


def test_what_stands_below_a_place_and_its_year_is_no_note_in_the_margin() -> None:
    job = ("Baker\t2017 - present", 650, 50), ("Larch Mill - Moor House\tLindau", 636, 50)
    page = placed(("MMB, Lindau, 2019", 678, 150), *job)
    assert list(with_notes_apart(page)) == page


JOBS: dict[str, tuple[str, str, str]] = {
    "since_above_its_date_and_an_address_over_two_lines": (
        (
            "Professional Experience\nSince\nMay 2018\nPrincipal Tide Scientist at Larchtide, Lindau (Spain), https://www.\n"
            "larchtide.example/\nApr. 2016 – Apr. 2018\nTide Lead at Fernwave, Lindau (Spain)"
        ),
        "Principal Tide Scientist",
        "Larchtide",
    ),
    "whom_to_ask_stands_below_each_job": (
        (
            "Employment\nClerk, Fernhub Stores, 2010 - 2014\nReference: Orla Pennimoor, Head of Stores\n"
            "Store Keeper, Larchen Ltd, 2014 - present\nReference: Ada Quillmoor, Director\n"
        ),
        "Store Keeper",
        "Larchen Ltd",
    ),
    "the_end_of_a_broken_word_is_no_heading": (
        (
            "Experience\nCargo Clerk\nTide Center, Larchen Ltd\n2022 – 2024\tPhoenix, AZ\n"
            "• Hire, supervise and train a staff of three to six student work-\nstudies\n• Wrote to them\n"
            "Moor Guard\nLarch Reserve\n2010 – 2021\tPhoenix, AZ\n• Kept the moor"
        ),
        "Cargo Clerk",
        "Tide Center, Larchen Ltd",
    ),
    "house_with_a_small_first_letter_below_its_post": (
        "Experience\n06/2019 – Present\nData Developer/Junior Data Engineer, Tel Aviv\neLarch Internet Ltd.\n- wrote queries",
        "Data Developer/Junior Data Engineer",
        "eLarch Internet Ltd.",
    ),
    "house_behind_its_department_over_a_town_that_no_list_knows": (
        (
            "EXPERIENCE\nTechnical Leader\nComputer Science Department, Pennimoor College\n"
            "Aug. 2020 – May 2022\tLarchmoorville, PA\n• Helped students\n"
            "Store Clerk\nFernhub Inc.\nMay 2018 – Aug. 2019\tPittsburgh, PA\n• Sold things"
        ),
        "Technical Leader",
        "Pennimoor College",
    ),
}


@pytest.mark.parametrize(("text", "title", "employer"), JOBS.values(), ids=JOBS)
def test_the_job_that_goes_on(read: Callable[..., Reading], text: str, title: str, employer: str) -> None:
    (resume,) = read(HEAD + text).resumes
    assert (resume.current_title, resume.current_employer) == (title, employer)


def test_a_house_beside_its_town_is_set_smaller_than_its_post(sheet_of: Callable[..., Sheet]) -> None:
    text = (
        "Mara Velding\nWORK EXPERIENCE\nRolling Review Clerk\tJanuary 2025 - Present\nLarch Moor\tSalt Lake City, Utah\n"
        "Counted boats in the bay every day and wrote them down\nwith care\nSkills\nCounting of boats"
    )
    job = read_job(sheet_of(text, sizes={0: 18.0, 1: 13.5, 2: 10.5, 3: 9.8, 4: 9.0, 5: 9.0, 6: 13.5, 7: 9.0}))
    assert job.employer is not None
    assert job.employer.value == "Larch Moor"


def test_studies_called_by_the_word_of_a_section_are_set_as_the_others(sheet_of: Callable[..., Sheet]) -> None:
    text = (
        "Mara Velding\nEducation\n2022 – 2020\nProfessional Development\nTraining on the job.\n"
        "2019 – 2017\nMaster of Science, Tides\nNorthmoor University\nSkills\nCounting"
    )
    sizes = {0: 20.0, 1: 15.0, 2: 8.0, 3: 11.5, 4: 9.0, 5: 8.0, 6: 11.5, 7: 9.0, 8: 15.0, 9: 9.0}
    sheet = sheet_of(text, sizes=sizes)
    assert list(sheet.sections[2:8]) == ["education"] * 6


def test_an_engineering_doctorate_is_no_part_of_a_name(read: Callable[..., Reading]) -> None:
    (resume,) = read(
        "Mara Velding EngD\nmara@fernpost.net\nExperience\nTide Engineer, Larchen Ltd, 2019 - present"
    ).resumes
    assert resume.name == "Mara Velding"


def test_a_letter_of_several_to_an_editor_is_no_resume(read: Callable[..., Reading]) -> None:
    text = (
        "12 May 2025\nEditor Orla Pennimoor\nJournal of Tides\nDear Editor,\n"
        "We are pleased to submit our revised manuscript, Tides of the Moor.\n"
        "We thank the reviewers for their comments, and we have changed the text with care.\n"
        "Thank you for considering our paper.\nSincerely,\nMara Velding\nTide Centre, Northmoor University\n"
        "mara@northmoor.example\n(on behalf of all authors)"
    )
    (problem,) = read(text).problems
    assert problem.code == "not_a_resume"
