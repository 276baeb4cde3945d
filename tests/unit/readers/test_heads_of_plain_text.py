"""Who somebody is and how he is reached, as heads of plain pages print it: masked, unlabelled, in the words of forms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.jobs.titles import title_score
from ringback.readers.fields.names.shapes import latin_score
from schemas.records import Reading

Read = Callable[..., Reading]
TAIL = "\n\nExperience\n2019 - present\tClerk, Larch Ltd\n\nEducation\n2015\tBA, Fern University\n"


@pytest.mark.parametrize(
    "name",
    ["AHMAD FARIS HAKIM BIN MOHD LARCH", "Nur Aina Syafiqah Binti Mohd Larch", "Siti Larch bte Ahmad Fern Moor"],
)
def test_a_name_that_tells_the_father_may_have_seven_words(name: str, read: Read) -> None:
    head = f"{'=' * 60}\n{name}\nEngineering Graduate | Crane Certified\nPump Repair | Harbour Cranes | Lock Gates\n{'=' * 60}"
    (found,) = read(f"{head}\nfaris@fernpost.net{TAIL}").resumes
    assert (found.name, latin_score(name)) == (name, 0.9)


@pytest.mark.parametrize(
    "masked", ["m********7@fernpost.net [PROTECTED]", "ma***7@fernpost.net", "***velding@fernpost.net"]
)
def test_the_end_of_a_masked_address_is_none(masked: str, read: Read) -> None:
    (found,) = read(f"Mara Velding\nEmail: {masked}\nPhone: +44 7700 900123{TAIL}").resumes
    assert found.emails == ()


def test_stars_around_an_address_hide_nothing(read: Read) -> None:
    (found,) = read(f"# Mara Velding\n\n**mara@fernpost.net**\n\n*+44 7700 900123*{TAIL}", "x.md").resumes
    assert found.emails == ("mara@fernpost.net",)


@pytest.mark.parametrize("label", ["Name", "Nombre", "Nombres", "Nom", "Nome", "Naam", "Navn", "Imię"])
def test_a_label_without_its_colon_is_no_part_of_the_name(label: str, read: Read) -> None:
    (found,) = read(f"{label} Mara Elena Velding\nmara@fernpost.net{TAIL}").resumes
    assert found.name == "Mara Elena Velding"


def test_who_says_my_name_is_in_capitals_is_believed(read: Read) -> None:
    said = "About Myself\n“Measure twice, cut once.” - Old saying\n\nMy Name is Tarun Velding. I'm an enthusiast who loves to learn."
    school = "Senior School Certificate (XII)\nKendriya Vidhyalaya\n\n2010-2011\n"
    (found,) = read(f"{said}{TAIL}\n{school}\ntarun@fernpost.net").resumes
    assert found.name == "Tarun Velding"


def test_a_zero_in_front_of_the_code_of_a_country_is_left_out(read: Read) -> None:
    (found,) = read(f"Mara Velding\n12 Jalan Fern, Ipoh, Perak, Malaysia\nPhone : +06 010-5550124{TAIL}").resumes
    assert found.phones == ("+60105550124",)


@pytest.mark.parametrize(
    "site", ["https://www.velding.example/", "https://www.linkedin.com/in/velding/", "www.velding.example/mara/"]
)
def test_a_number_below_a_site_is_no_part_of_its_address(site: str, read: Read) -> None:
    (found,) = read(f"M. Seth Velding\nmara@fernpost.net\n{site}\n020 7946 0123\n\nLondon{TAIL}").resumes
    assert found.phones == ("+442079460123",)


@pytest.mark.parametrize(
    "born", ["b. Los Angeles 1986", "b. 1986, Los Angeles", "b. Los Angeles, 1986", "b. in Oslo 1986"]
)
def test_an_artist_is_born_somewhere_some_year(born: str, read: Read) -> None:
    (found,) = read(f"MARA VELDING\n{born}\nLives and works in Oslo\nmara@fernpost.net{TAIL}").resumes
    assert found.birth_year == 1986


@pytest.mark.parametrize(
    "degree", ["B. Tech 1998", "B. Com 1999, Fern University", "B. Sc Nursing 2001", "b. Com 1999"]
)
def test_the_year_of_a_degree_under_the_name_is_no_birth(degree: str, read: Read) -> None:
    (found,) = read(f"MARA VELDING\n{degree}\nmara@fernpost.net{TAIL}").resumes
    assert found.birth_year is None


@pytest.mark.parametrize("programme", ["Grande École Program", "Programme Grande École", "Grande Ecole Programme"])
def test_a_programme_of_a_kind_of_schools_is_none(programme: str, read: Read) -> None:
    row = f"• Master’s in management - {programme} | Fern School of Business, France | 2023-2025"
    (found,) = read(f"Mara Velding\nmara@fernpost.net\nEducation\n{row}\n\nSkills\nPlanning, Excel").resumes
    assert (found.school, found.highest_degree) == ("Fern School of Business", "master")


def test_a_post_of_eight_words_is_one() -> None:
    assert title_score("Harbour Drainage & Embankment Engineering Ph.D. Summer Intern") == 1.0


@pytest.mark.parametrize("hours", ["(10 a.m. – 4 p.m. Moscow time)", "(9 - 17 h)", "(after 6 pm)", "(from 9:00 am)"])
def test_hours_behind_a_number_are_no_part_of_it(hours: str, read: Read) -> None:
    (found,) = read(
        f"Mara Velding\nTbilisi, Georgia\nPhone: +995 555 01 23 45 {hours}\nmara@fernpost.net{TAIL}"
    ).resumes
    assert found.phones == ("+995555012345",)


@pytest.mark.parametrize("label", ["Identity Number", "Identity No", "Identity Card Number"])
def test_the_number_of_a_paper_of_identity_is_none_to_dial(label: str, read: Read) -> None:
    head = f"Mara Velding\nPhone:\n0705 555 012\nNationality:\nKenyan\n{label}:\n29755501\nmara@fernpost.net"
    (found,) = read(f"{head}{TAIL}").resumes
    assert found.phones == ("+254705555012",)


@pytest.mark.parametrize("superior", ["Jefe inmediato: Jonás Fern.", "Jefa: Nora Moor", "Supervisor: Jonas Fern"])
@pytest.mark.parametrize("label", ["Tel", "Celular", "Phone"])
def test_the_number_of_a_superior_is_not_the_candidates(superior: str, label: str, read: Read) -> None:
    head = "MARA VELDING LARCH\nmara@fernpost.net\nManizales, Colombia\n300 555 0123\n\nEXPERIENCIA LABORAL\n"
    job = f"Larch Group\nCargo: Consultora técnica junior\n{superior}\n{label}: 311 555 0192\nEnero 2019 - actualidad\n"
    (found,) = read(head + job).resumes
    assert found.phones == ("+573005550123",)
