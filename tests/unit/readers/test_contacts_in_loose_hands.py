"""Contacts in loose hands: towns in small letters and without commas, places of birth and of jobs, numbers beside others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.one_line import with_line_breaks
from schemas.records import Reading

JOBS = (
    "\n\nEXPERIENCE\nStaff Nurse, Larchfield Hospital, 2019 - 2021\nNurse, Holm Hospital, 2015 - 2019\n\n"
    "EDUCATION\nBSc Nursing, Larchmere University, 2015\n"
)


@pytest.mark.parametrize(
    ("head", "city"),
    [
        ("Address: Brgy. San Larch Sto. Tomas Batangas\n0966 228 9123", "Sto. Tomas"),
        ("Purok 3, Brgy. Larch, Sta. Rosa City, Laguna\n0966 228 9123", "Sta. Rosa City"),
        ("7,Holm street, Larchoro,new-town, ikorodu, lagos\ntl@post.example", "Lagos"),
        ("15 Holm crescent, brampton L6W 3Z9\ntl@post.example", "Brampton"),
        ("Address: Larchgatan 22, örebro\ntl@post.example", "Örebro"),
        ("Holm street, knitting, reading and lagging\ntl@post.example", None),
        ("SECUNDERABAD, 12-Hyderabad\ntl@post.example", "Hyderabad"),
        ("Address: 61c/1F OM LARCH NAGAR PRAYAGRAJ\ntl@post.example", "Prayagraj"),
        ("Address: 12 RUE DE NICE\ntl@post.example", None),
        ("Address: Sikirholm, Gazarlarch, Munshimoor.\ntl@post.example", "Munshimoor"),
        ("1F., No.29, Larch Rd. Zhonghe Dist., New Taipei City 23561 Taiwan (R.O.C.)\ntl@post.example", "New Taipei City"),
        ("PLACE AND DATE OF BIRTH:  Yerevan, Armenia | 10 May 1988\ntl@post.example", None),
        ("Place and date of birth\nYerevan, Armenia, 10 May 1988\nNationality\nArmenian\ntl@post.example", None),
        ("Date of birth: 10 May 1988 | Yerevan, Armenia\ntl@post.example", "Yerevan"),
    ],
)  # fmt: skip
def test_towns_of_the_head(read: Callable[..., Reading], head: str, city: str | None) -> None:
    assert read(f"Tamsin Pellwick\n{head}{JOBS}").resumes[0].city == city


def test_both_nationalities_are_no_home(read: Callable[..., Reading]) -> None:
    page = (
        r"\documentclass{mycv}\begin{document}\name{Tamsin Pellwick}\detail{Email}{tamsin@post.example}"
        "\n\\detail{Dual Nationality}{Australia, United Kingdom}\n\\section{Experience}\n"
        r"\event{2020-2021}{Larch Ltd}{Sales Manager}{Sold things.}\end{document}"
    )
    assert read(page, "x.tex").resumes[0].city is None


def test_the_place_of_a_job_below_its_skills_is_no_home(read: Callable[..., Reading]) -> None:
    page = "resume:\n  experience:\n" + "".join(
        f"    - company: {house}\n      position: Network Engineer\n      type: Full-time\n      dates: {dates}\n"
        "      location: Louisville, Kentucky, United States\n      work_environment: On-site\n"
        "      skills: [Routing, Switching, +3 skills]\n\n"
        for house, dates in (("Larch Health", "Oct 2021 - Present"), ("Holm Care", "Jul 2020 - May 2021"))
    )
    assert read(page, "x.yml").resumes[0].city is None


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ("Contact\nPublications\nb. 1978, New Zealand, currently living in Glasgow.", 1978),
        ("Contact\nPublications\na. 1977 Larch Prize\nb. 1978 Holm Prize", None),
        ("Date of Barth :07-05-1996", 1996),
        ("Place of birth: Larchmoor, Norland | 1986", 1986),
        ("Place of birth: 12 Larch Street, Moor 1986", None),
    ],
)
def test_years_of_birth(read: Callable[..., Reading], lines: str, year: int | None) -> None:
    assert read(f"Tamsin Pellwick\n{lines}{JOBS}").resumes[0].birth_year == year


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        (f"Priyanka Larchwala\nSECUNDERABAD, 12-Hyderabad\n(939) 234-1123\n{JOBS}", ("+919392341123",)),
        (f"Priyanka Larchwala\n12 Larch Street, Carolina, Puerto Rico\n(939) 234-1123\n{JOBS}", ("+19392341123",)),
        (
            (
                f"Jimmy Larch\njl@post.example{JOBS}1F., No.29, Larch Rd., New Taipei City 23561 Taiwan (R.O.C.) 0912345678"
                " | Tel: (02) 2712-1234\n"
            ),
            ("+886912345678", "+886227121234"),
        ),
        (
            (
                f"Jimmy Larch\njl@post.example\nTel: (02) 2712-1234\nTaipei, Taiwan{JOBS}"
                "Supervisor: Ann Holm, New Taipei City 23561 Taiwan 0912345678\n"
            ),
            ("+886227121234",),
        ),
        (
            (
                "Chan Larch Ling\nTel. No. : 91236547\n\nSchool Attended\n2008-2014 聖拉奇書院 Larch Secondary School\n"
                "WORK\nClerk, Holm Ltd, 2015-2018\n"
            ),
            ("+85291236547",),
        ),
        (
            (
                "ORRIN PELLWICK\nPhone:0769123456\norrin@post.example\n\nEDUCATION\nLarchmere secondary school\n"
                "University of daresalaam, 2016\n"
            ),
            ("+255769123456",),
        ),
        (
            (
                "PELLWICK TAMSIN\n\nMY SCHOOLS\nLARCH SEMINARY UCE 2012\nLARCH COLLEGE UACE 2014\n"
                "whats up: 0774284123 OR 0741654123\n"
            ),
            ("+256774284123", "+256741654123"),
        ),
    ],
)
def test_numbers_at_home(read: Callable[..., Reading], text: str, phones: tuple[str, ...]) -> None:
    assert read(text).resumes[0].phones == phones


def test_the_address_of_a_school_beside_a_certificate_is_the_schools(read: Callable[..., Reading]) -> None:
    page = (
        "<html><body><h1>Orrin Larchwala</h1><h3>Web Designer</h3><p>Email: orrin@post.example</p>"
        "<h3>Education</h3><h4>B.Sc in Computer Science</h4><p>2017-2021</p><p>Larchmere University of Technology</p>"
        "<h4>Higher Secondary Certificate</h4><p>2015-2016</p><p>LARCH SCHOOL & COLLEGE</p>"
        "<p>Email: larchcoll@larchcoll.example</p></body></html>"
    )
    assert read(page, "x.html").resumes[0].emails == ("orrin@post.example",)


@pytest.mark.parametrize(
    ("title", "heading", "name"),
    [
        ("orrin pellwick_cv", "orrin pellwick", "orrin pellwick"),
        ("modern template_cv", "work and play", None),
    ],
)
def test_a_name_in_small_letters_of_a_title_and_no_land_with_its_town(
    read: Callable[..., Reading], title: str, heading: str, name: str | None
) -> None:
    page = (
        f"<html><head><title>{title}</title></head><body><h2>CONTACTS</h2><p>+375 33 639 21 23</p>"
        f"<p>crossing30@post.example</p><p>Belarus, Minsk</p><h2>MY SKILLS</h2><ul><li>html</li></ul><h1>{heading}</h1>"
        "<p>42 years old</p><h2>work experience</h2><p>Over ten years I have worked in the house as a procurement agent.</p>"
        "<h2>my education</h2><p>Larchmere University of Management</p><p>1999 - 2005</p></body></html>"
    )
    assert read(page, "x.html").resumes[0].name == name


def test_a_resume_in_one_line_gets_its_line_breaks_back(read: Callable[..., Reading]) -> None:
    page = (
        "Navjot Larchwala 15 holm crescent, brampton L6W 3Z9 Mobile : (226) 932-7123 Email id: nl@post.example CAREER OBJECTIVES: "
        "As a person, I am responsible and hard working, and I look for a post in a house that lets me grow. PERSONAL ABILITIES: "
        "Good with customers, quick to learn, able to work for a long time. EDUCATION: Diploma in Business, Larchfield College 2017 "
        "EXPERIENCE: Cashier at Holm Foods 2018-2020"
    )
    one = read(page).resumes[0]
    assert (one.name, one.city, one.school) == ("Navjot Larchwala", "Brampton", "Larchfield College")


@pytest.mark.parametrize(
    "text",
    [
        "A letter in one line, which tells of NASA: its rockets, of the BBC: its news, and of much else. " * 5,
        "Ana Moor\nEDUCATION: Larch College EXPERIENCE: none",
    ],
)
def test_other_text_keeps_its_lines(text: str) -> None:
    found = with_line_breaks(text.splitlines())
    assert found is None or found[0].startswith("A letter in one line")


@pytest.mark.parametrize(
    ("contacts", "city"),
    [
        ("+216 51 015 123\ntl@post.example\nTunis,Larchdo", "Tunis"),
        ("Tel: 677 912 123\nBuea, South West Region\ntl@post.example", "Buea"),
        ("Tel: 677 912 123\nSales Team, South West Region\ntl@post.example", None),
        ("+216 51 015 123\ntl@post.example\nCooking,Larchdo", None),
        ("+233 24 412 3123\ntl@post.example\nAccra, Larchstone park", "Accra"),
        ("+233 24 412 3123\ntl@post.example\nAccra, Larchstone parking", None),
        ("H# 45, Larch Colony, Lahore Cantt\n0300 1234123\ntl@post.example", "Lahore"),
        ("Larch Trace, San Fernando, Trinidad & Tobago\n868-755-1123\ntl@post.example", "San Fernando"),
        ("Contact Address:\nlarchtila, Moorgram.\ntl@post.example", "Moorgram"),
    ],
)
def test_towns_beside_quarters_of_no_list(read: Callable[..., Reading], contacts: str, city: str | None) -> None:
    assert read(f"Tamsin Pellwick\nTailor\n{contacts}{JOBS}").resumes[0].city == city


def test_referees_under_a_misspelt_heading(read: Callable[..., Reading]) -> None:
    page = f"TAMSIN PELLWICK{JOBS}\nREFRENCES\nMr. Anthony Larch\nFounder of Holm Nigeria\n+2347048194123\n"
    assert read(page).resumes[0].phones == ()


@pytest.mark.parametrize(
    ("languages", "phones"), [("English, Tagalog", ("+639167577123",)), ("English, Yoruba", ("+2349167577123",))]
)
def test_a_number_of_who_speaks_a_language_of_one_country(
    read: Callable[..., Reading], languages: str, phones: tuple[str, ...]
) -> None:
    page = f"TAMSIN PELLWICK\n09167577123\n\nLANGUAGES\n{languages}\n\nEDUCATION\nLarch Academy, 2019\n"
    assert read(page).resumes[0].phones == phones


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("tl@larch.edu.ghwww.pellwick.example", "tl@larch.edu.gh"),
        ("tl@post.comwww.pellwick.example/about", "tl@post.com"),
        ("tl@www.pellwick.com", "tl@www.pellwick.com"),
    ],
)
def test_a_site_glued_to_an_address(read: Callable[..., Reading], line: str, address: str) -> None:
    assert read(f"Tamsin Pellwick\nTailor\n{line}{JOBS}").resumes[0].emails == (address,)


@pytest.mark.parametrize(
    ("lines", "year"),
    [
        ("I am a tailor and the eldest of three. I\nwas born on November 7, 1998. I can\nsew.", 1998),
        ("I am a tailor and the mother of three. My son\nwas born on November 7, 1998. I can\nsew.", None),
    ],
)
def test_a_birth_told_over_two_lines(read: Callable[..., Reading], lines: str, year: int | None) -> None:
    page = f"Tamsin Pellwick\ntl@post.example\n\nPROFILE\nI sew.\nI mend.\n{lines}{JOBS}"
    assert read(page).resumes[0].birth_year == year
