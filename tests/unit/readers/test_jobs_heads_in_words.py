"""Jobs below labels and heads of tables in other words and languages; houses in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from schemas.records import Reading

HEAD = "Mara Velding\nLeeds LS1 4AB\nmara@mailbox.example | +44 20 7946 0958\n\n"
WORDS = [
    ("Pengalaman Kerja", "Perusahaan", "Jabatan", "Periode"),
    ("PENGALAMAN KERJA", "Nama Syarikat", "Jawatan", "Tempoh"),
    ("İş Deneyimi", "Şirket", "Pozisyon", "Süre"),
    ("Employment", "Place of Work", "Job Title", "Dates"),
    ("Career", "Worked at", "Worked as", "From - To"),
    ("Work history", "Business Name", "Occupation", "Date"),
]


@pytest.mark.parametrize(("heading", "house", "post", "dates"), WORDS)
def test_a_table_of_jobs(read: Callable[..., Reading], heading: str, house: str, post: str, dates: str) -> None:
    table = f"{house}\t{post}\t{dates}\nFernwick Larch\tStorekeeper\t2019 - 2023\nPike Moor\tCashier\t2015 - 2018\n"
    (found,) = read(f"{HEAD}{heading}\n{table}".encode(), "r.txt").resumes
    assert (found.current_title, found.current_employer) == ("Storekeeper", "Fernwick Larch")


@pytest.mark.parametrize(("heading", "house", "post", "dates"), WORDS[:3])
def test_labels_of_jobs(read: Callable[..., Reading], heading: str, house: str, post: str, dates: str) -> None:
    jobs = f"{house}: PT Larch Sejahtera\n{post}: Staff Gudang\n{dates}: 2019 - 2023\n"
    (found,) = read(f"{HEAD}{heading}\n{jobs}".encode(), "r.txt").resumes
    assert (found.current_title, found.current_employer) == ("Staff Gudang", "PT Larch Sejahtera")


@pytest.mark.parametrize("quoted", ['"Pike Agrovet"', "“Pike Agrovet”"])
def test_a_house_in_quotation_marks(read: Callable[..., Reading], quoted: str) -> None:
    jobs = (
        'Job Experience:\n1. I worked as a cashier at "Joyday Supermarket" from 2014 to 2017.\n'
        f"2. I am working as a Store Keeper at {quoted} from 2018 till now.\n"
    )
    (found,) = read(f"{HEAD}{jobs}".encode(), "r.txt").resumes
    assert (found.current_title, found.current_employer) == ("Store Keeper", "Pike Agrovet")


def test_quotation_marks_within_a_name_stay(read: Callable[..., Reading]) -> None:
    (found,) = read(f'{HEAD}EXPERIENCE\nClerk, Fernwick "Larch" Ltd, 2019 - Present\n'.encode(), "r.txt").resumes
    assert found.current_employer == 'Fernwick "Larch" Ltd'
