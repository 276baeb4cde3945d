"""Symbol fonts and accents of PDFs: read from a page that pdfTeX set (its source lies beside it)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ringback.readers.fields.contacts.phones import read_phones
from ringback.readers.fields.jobs.experience import read_job
from ringback.readers.fields.names.name import read_name
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import Sheet
from ringback.readers.pdf_glyphs import with_accents
from schemas.records import Reading

PAGES = Path(__file__).parents[2] / "data" / "pdf"


def test_icons_before_headings_and_accents_of_tex_are_read(read: Callable[..., Reading]) -> None:
    (found,) = read((PAGES / "tex_accents_and_icons.pdf").read_bytes(), "x.pdf").resumes
    values = (found.name, found.current_title, found.current_employer, found.school, found.phones)
    assert values == (
        "Chloé Brünner",
        "Charge Nurse",
        "Klinikum Aurach GmbH",
        "Universität Heidelberg",
        ("+4915123456789",),
    )


def test_accents_over_small_capitals_find_their_letters(read: Callable[..., Reading]) -> None:
    (found,) = read((PAGES / "tex_small_capitals.pdf").read_bytes(), "x.pdf").resumes
    values = (found.name, found.current_title, found.current_employer, found.school)
    assert values == (
        "Éloïse Peñalver Conceição",
        "Jefa de obra",
        "Construcciones Ebromí S.L.",
        "Universidad de Córdoba",
    )


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("tex_broken_address", "joanna.tidewell-marsh@post.example"),
        ("xetex_soft_hyphens", "joanna.tidewell-marsh@post-mail.example"),
    ],
)
def test_hyphens_of_addresses_and_numbers_in_fonts_of_icons_are_kept(
    page: str, address: str, read: Callable[..., Reading]
) -> None:
    (found,) = read((PAGES / f"{page}.pdf").read_bytes(), "x.pdf").resumes
    assert (found.name, found.phones, found.emails) == ("Joanna Tidewell-Marsh", ("+4915123456789",), (address,))


@pytest.mark.parametrize("engine", ["pdftex", "xetex"])
def test_the_icon_of_wechat_is_its_label(engine: str, read: Callable[..., Reading]) -> None:
    (found,) = read((PAGES / f"icon_of_wechat_{engine}.pdf").read_bytes(), "x.pdf").resumes
    assert (found.wechat, found.phones) == ("linshuyao96", ("+8613812345600",))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Biom´erieux", "Biomérieux"),
        ("M¨uller", "Müller"),
        ("na¨ıve", "naïve"),
        ("Fran¸cois", "François"),
        ("a ` b", "a ` b"),
    ],
)
def test_accents_go_on_the_letter_behind_them(printed: str, meant: str) -> None:
    assert with_accents(printed) == meant


Read = Callable[..., Sheet]


def test_dates_that_a_narrow_column_broke_are_one_date(sheet_of: Read) -> None:
    sheet = sheet_of(
        "Jo Lee\nExperience\nSep.\n2019–Present\nClerk, Brightwave Ltd\nSep 2017–Sep\n2019\nTrainee, Moss Ltd"
    )
    assert [line for line in sheet.shown if "20" in line] == ["Sep. 2019–Present", "Sep 2017–Sep 2019"]


def test_contacts_in_a_side_bar_tell_city_and_country(sheet_of: Read) -> None:
    sheet = sheet_of(
        "Anna Holm\nstructural engineer\nabout\nLeeds\nUnited Kingdom\n07700 900417\nanna@holm.example\nlanguages\nenglish"
    )
    city = read_city(sheet)
    assert city is not None
    assert city.value == "Leeds"
    assert [phone.value for phone in read_phones(sheet)] == ["+447700900417"]


def test_a_state_in_the_line_below_a_town_tells_the_country(sheet_of: Read) -> None:
    sheet = sheet_of("Anna Holm\nSanta Cruz\nCA\n831.423.0119\nanna@holm.example\nEducation\nB.A., Reed College")
    assert [phone.value for phone in read_phones(sheet)] == ["+18314230119"]


def test_a_name_in_large_print_around_a_number_is_one_name(sheet_of: Read) -> None:
    sheet = sheet_of(
        "Tobias\n+46 70 174 06 35\nLindqvist\ntobias@lindqvist.example\nCareer\n2018 – 2020\nRamb Ltd\nEngineer",
        sizes={0: 24.0, 2: 24.0},
    )
    name, is_masked = read_name(sheet, ["tobias@lindqvist.example"])
    assert name is not None
    assert not is_masked
    assert name.value == "Tobias Lindqvist"


def test_a_name_over_two_lines_ends_at_its_title(sheet_of: Read) -> None:
    sheet = sheet_of(
        "Andrew\nJ. Whitcomb — Solicitor\nLeeds – United Kingdom\nandrew.whitcomb@fernpost.example\nEducation\nLLB Law",
        sizes={0: 24.0, 1: 24.0},
    )
    name, _ = read_name(sheet, ["andrew.whitcomb@fernpost.example"])
    assert name is not None
    assert name.value == "Andrew J. Whitcomb"


def test_a_post_in_larger_print_stands_over_its_firm_and_dates(sheet_of: Read) -> None:
    sheet = sheet_of(
        "Hauke Eich\nBerufserfahrung\nMitarbeiter in der Missionsanalyse\nseit 1.2015\tEuropean Moor Operations Centre\n"
        "Entwicklung einer neuen Infrastruktur.\nWissenschaftlicher Mitarbeiter\nseit 11.2013\tUniversität Moor",
        sizes={0: 24.0, 2: 12.0, 5: 12.0},
    )
    job = read_job(sheet)
    assert job.title is not None
    assert job.title.value == "Mitarbeiter in der Missionsanalyse"


@pytest.mark.parametrize(
    ("text", "title", "employer"),
    [
        (
            "Jo Lee\nExperience\nMar 2019–Present\nCharge Nurse, Intensive Care, Oakmere Medical Center, Portland,\nOR\nWrote reports.",
            "Charge Nurse",
            "Oakmere Medical Center",
        ),
        (
            "Jo Lee\nExperiência\tItaumoor Unibanco S.A.\nAnalista Financeiro\tjan/2020 – atual\nAnálises e relatórios.",
            "Analista Financeiro",
            "Itaumoor Unibanco S.A.",
        ),
        (
            "Jo Lee\nCareer\n08/2015 – present\nColumbus, OH\nWhetmoor High School\nMathematics Teacher\nTaught algebra.",
            "Mathematics Teacher",
            "Whetmoor High School",
        ),
    ],
)
def test_jobs_of_tex_layouts(text: str, title: str, employer: str, sheet_of: Read) -> None:
    job = read_job(sheet_of(text))
    assert job.title is not None
    assert job.employer is not None
    assert (job.title.value, job.employer.value) == (title, employer)
