"""Whose page it is: names in titles, below menus, over contacts, under headings of nobody's table."""

from __future__ import annotations

import pytest

from ringback.readers.assemble import resume_of_document
from ringback.readers.boards import read_file_name
from ringback.readers.document import Document, Line
from ringback.readers.fields.names.cleaning import clean
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.policy import RoleTaxonomy

MENU = "".join(f"<li><a>{word}</a></li>" for word in ("Home", "About", "Skills", "Contact", "Resume", "Transcript"))
SCHOOL = "<h2>Education</h2><p>Larchfield College</p><p>A.S. Bookkeeping, 2021</p>"
JOB = "<h2>Experience</h2><p>Retail Clerk, Ortwin Stores, 2019 - 2022</p>"

PAGES = {
    "only in the title, vita of": (
        f"<title>Vita of Adela Pintwick</title><h1>VITA</h1>{JOB}{SCHOOL}",
        "Adela Pintwick",
    ),
    "only in the title, beside Vitae": (
        f"<title>Adela Pintwick • Vitae</title><h1>Curriculum Vitae</h1>{JOB}{SCHOOL}",
        "Adela Pintwick",
    ),
    "only in the title of an application": (
        f"<title>Bewerbung von Adela Pintwick</title><h1>Lebenslauf</h1>{JOB}{SCHOOL}",
        "Adela Pintwick",
    ),
    "behind von, below the word": (
        f"<title>Bewerbung Adela Pintwick</title><h1>Vita</h1><p>von Adela Pintwick</p>{JOB}{SCHOOL}",
        "Adela Pintwick",
    ),
    "below a menu and a motto": (
        (
            f"<title>Resume | The Walnut Grove</title><h1>The Walnut Grove</h1><p>walnutgrove.example | Works</p><ul>{MENU}</ul>"
            "<h2>Resume</h2><address><b>Adela Pintwick</b><br>Email: grove.works@post.example<br>Phone: (941) 555-0132</address>"
            f"<h2>Objective</h2><p>Looking for a post in accounts.</p>{SCHOOL}"
        ),
        "Adela Pintwick",
    ),
    "a logo, plays in italics": (
        (
            "<title>Tobin Hesseltine - Theatre Résumé</title><div><div>T</div><div>Tobin <span>Hesseltine</span></div></div>"
            f"<ul>{MENU}</ul><h2>Stage</h2><p>Jesus Christ Superstar</p><p>Sound Designer</p><p>Phoenix Players, 2019</p>{SCHOOL}"
        ),
        "Tobin Hesseltine",
    ),
    "the title owns the page": (
        f"<title>Aleko Sandroff's Career Portfolio</title><span>Aleko Sandroff's Career Portfolio</span>{JOB}{SCHOOL}",
        "Aleko Sandroff",
    ),
    "the whole name below the first": (
        (
            "<title>Resume</title><h1>Nadira's Resume</h1><ul><li><a><h2>Projects</h2></a></li><li><a><h2>Resume</h2></a></li><li><a><h2>About</h2></a></li></ul>"
            f"<h2><b>Nadira Kay Westerlund</b></h2><h3>Email: westernk@post.example</h3>{SCHOOL}{JOB}"
        ),
        "Nadira Kay Westerlund",
    ),
    "told of": (
        (
            "<title>Vita</title><center><b>Vita</b></center><p>Gregor Eugen Allmark was born to Gordon and Doris Allmark on"
            f" October 30, 1968 in Austin, Texas.</p>{SCHOOL}{JOB}"
        ),
        "Gregor Eugen Allmark",
    ),
    "who says so below a heading like a career": (
        f"<title>Home</title><h1>About Me</h1><h2>My Journey</h2><p>I'm Nora Pellwick, I love numbers and order.</p>{JOB}{SCHOOL}",
        "Nora Pellwick",
    ),
    "the portfolio of somebody on the first line": (
        f"<h1>Nora Pellwick Portfolio</h1><h2>Professional Summary</h2><p>Five years with forklifts.</p>{JOB}{SCHOOL}",
        "Nora Pellwick",
    ),
    "a surname that is a firm": (
        f"<h1>Teaching</h1><p>Resume</p><h2>Nora Martin Shein</h2><p>Robotics Instructor</p>{JOB}{SCHOOL}",
        "Nora Martin Shein",
    ),
    "a school of priests": (
        (
            "<h1>Curriculum Vitae</h1><h2>Education</h2><p>MDiv</p><p>Northgill Theological Seminary (Larchfield, California): Theology, 1999</p><p>BA</p>"
            f"<p>Pitwick College (Claremont, California): Religion, 1994</p>{JOB}"
        ),
        None,
    ),
    "a logo above a menu and a motto": (
        (
            f"<div class='brand'>Priya Venkatesan</div><ul>{MENU}</ul><h1>Spaces people love</h1>"
            f"<p>Ten years of gardens.</p>{JOB}{SCHOOL}"
        ),
        "Priya Venkatesan",
    ),
    "before a menu in the same line": (
        f"<title>Resume</title><div><a>Tobin Wren</a> <a>Home</a> <a>About</a> <a>Contact</a></div><h1>Pastry Chef</h1>{JOB}{SCHOOL}",
        "Tobin Wren",
    ),
    "a greeting in the heading": (
        f"<h1>👋 Hello, I’m <span>Sipho Dlamini</span>.</h1><p>Florist</p>{JOB}{SCHOOL}",
        "Sipho Dlamini",
    ),
    "about somebody": (
        f"<title>About</title><h1>About Thandeka Moyo</h1><p>I like long walks.</p>{JOB}{SCHOOL}",
        "Thandeka Moyo",
    ),
    "meet somebody": (
        f"<title>Studio</title><h2>Meet Bram Oosterhuis</h2><p>I like long walks.</p>{JOB}{SCHOOL}",
        "Bram Oosterhuis",
    ),
    "welcome to somebody's": (
        f"<h1>Welcome to Hollis Quade's website</h1><p>I like long walks.</p>{JOB}{SCHOOL}",
        "Hollis Quade",
    ),
    "the home page of": (f"<h1>Home Page of Zeynep Aydin</h1><p>I like long walks.</p>{JOB}{SCHOOL}", "Zeynep Aydin"),
    "the title of the site behind that of the page": (
        f"<title>CV</title><h1>Curriculum vitae - Dietlind Heimke's Homepage</h1><p>Teaching</p>{JOB}{SCHOOL}",
        "Dietlind Heimke",
    ),
    "in front of the sign of copyright": (
        f"<h1>Resume</h1>{JOB}{SCHOOL}<footer>Ikenna Obasi &copy; 2023</footer>",
        "Ikenna Obasi",
    ),
    "told of with small words": (
        f"<h1>About me</h1><p>Anneke van der Berg is a civil engineer.</p>{JOB}{SCHOOL}",
        "Anneke van der Berg",
    ),
    "told of from where he was born": (
        f"<h1>Biography</h1><p>Born in Otley, Nora Pellwick has been painting since 2009.</p>{JOB}{SCHOOL}",
        "Nora Pellwick",
    ),
    "told of with the post behind": (
        f"<h1>Bio</h1><p>Priya Venkatesan, Photographer, joined Ortwin in 2019.</p>{JOB}{SCHOOL}",
        "Priya Venkatesan",
    ),
    "told of by the degree": (
        f"<h1>Bio</h1><p>Nora Pellwick received her B.A. from Northgill University.</p>{JOB}{SCHOOL}",
        "Nora Pellwick",
    ),
    "I, somebody": (f"<h1>Who am I?</h1><p>I, Sipho Dlamini, am a florist.</p>{JOB}{SCHOOL}", "Sipho Dlamini"),
    "a dash behind the name": (
        f"<h1>Hey there!</h1><p>I’m Nora Pellwick — a florist who loves old houses.</p>{JOB}{SCHOOL}",
        "Nora Pellwick",
    ),
    "somebody here": (f"<h1>Hello world</h1><p>Wanjiru Kamau here. I build gardens.</p>{JOB}{SCHOOL}", "Wanjiru Kamau"),
    "call me": (f"<h1>Hello</h1><p>You can call me Duc Tran.</p>{JOB}{SCHOOL}", "Duc Tran"),
    "the first name alone": (f"<h1>Hi, I'm Priya!</h1><p>I love gardens.</p>{JOB}{SCHOOL}", "Priya"),
    "the first name, the whole one at the foot": (
        f"<h1>Hi, I'm Ikenna</h1><p>I love gardens.</p>{JOB}{SCHOOL}<footer>© 2023 Ikenna Obasi</footer>",
        "Ikenna Obasi",
    ),
    "below a welcome": (f"<h1>Welcome to my portfolio</h1><h2>Sipho Dlamini</h2>{JOB}{SCHOOL}", "Sipho Dlamini"),
    "below a title and its of": (
        f"<h1>Curriculum Vitae</h1><p>of</p><h2>Priya Venkatesan</h2>{JOB}{SCHOOL}",
        "Priya Venkatesan",
    ),
    "a chef": (f"<h1>Chef Ikenna Obasi</h1><p>fx@post.example</p>{JOB}{SCHOOL}", "Ikenna Obasi"),
    "a first name and a new sentence": (f"<p>Hi, my name is Ioan. I'm a florist.</p>{JOB}{SCHOOL}", "Ioan"),
    "below a menu whose words head sections": (
        f"<div>Main Page</div><div>Interests</div><div>Resume</div><h4>HOLLIS QUADE</br>Tulsa, OK 74104</h4>{JOB}{SCHOOL}",
        "HOLLIS QUADE",
    ),
    "below a menu of nothing but sections": (
        f"<ul><li>About</li><li>Experience</li><li>Education</li><li>Skills</li></ul><b>Hollis Quade</b><br>Tulsa, OK 74104{JOB}{SCHOOL}<h2>Skills</h2><p>Budgets</p>",
        "Hollis Quade",
    ),
    "below a menu in divisions": (
        f"<nav><div><a href='/'>Main Page</a></div><div><a href='/i'>Interests</a></div></nav><b>Hollis Quade</b><br>Tulsa, OK 74104{JOB}{SCHOOL}",
        "Hollis Quade",
    ),
    "the services of a house": (f"<h1>Our Services</h1>{JOB}{SCHOOL}", None),
    "told of a house": (
        f"<h1>About us</h1><p>Harbor Light is a small nonprofit for young people.</p>{JOB}{SCHOOL}",
        None,
    ),
    "of nobody": (
        (
            f"<title>Resume</title><h1>Resume</h1><ul>{MENU}</ul><h1>Experience</h1><h1>Ortwin Security (March 2013 - May 2022)</h1>"
            f"<h2>Site Manager</h2><p>Feb 2021 - May 2022</p>{SCHOOL}<footer>© 2024 My Portfolio</footer>"
        ),
        None,
    ),
}


@pytest.mark.parametrize(("page", "name"), PAGES.values(), ids=PAGES.keys())
def test_whose_page_it_is(page: str, name: str | None, taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    evidence = read_file_name("resume.html", source=None)
    assert resume_of_document(document_of_html(page, limits), evidence, taxonomy, limits).name == name


def test_name_and_surname_are_one(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    text = "name: Andrea\nsurname: Gonzaga Santoro\nposition: Research Assistant\n\n# Experience\n\nClerk, Ortwin Stores, 2019 - 2022"
    resume = resume_of_document(document_of_text(text, limits), read_file_name("cv.md", source=None), taxonomy, limits)
    assert resume.name == "Andrea Gonzaga Santoro"


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("12 Larch Street, Leeds LS6 3AB\nxt77@post.example\n\nXIUYING TAN", "Xiuying Tan"),
        ("My Resume\nAlan Vermeulen", "Alan Vermeulen"),
        ("Curriculum Vitae (CV)\nAlan Vermeulen", "Alan Vermeulen"),
        ("maría josé ortega\naccountant\nmx77@post.example\n0113 496 0000", "María José Ortega"),
    ],
)
def test_a_name_below_its_contacts_or_in_small_letters(
    head: str, name: str, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    text = (
        f"{head}\n\nExperience\n\nClerk, Ortwin Stores, 2019 - 2022\n\nEducation\n\nNorthgill University, 2015 - 2019"
    )
    resume = resume_of_document(document_of_text(text, limits), read_file_name("cv.txt", source=None), taxonomy, limits)
    assert (resume.name or "").casefold() == name.casefold()


@pytest.mark.parametrize(
    "heading",
    [
        "Case Studies",
        "Client Stories",
        "Wedding Photography",
        "Quick Facts",
        "Social Links",
        "Interior Design",
        "Patient Care",
        "Working Papers",
        "Read More",
        "Sign Up",
        "Wells Fargo",
        "Fine Art",
        "Family Law",
        "Garden Rooms",
        "Bright Horizons",
        "Book Chapters",
    ],
)
def test_headings_and_houses_are_nobody(heading: str, taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    page = f"<h1>Resume</h1><h2>{heading}</h2>{JOB}{SCHOOL}"
    evidence = read_file_name("resume.html", source=None)
    assert resume_of_document(document_of_html(page, limits), evidence, taxonomy, limits).name is None


CLEANED = {
    "S.LARCHAMMAL, M.Com., B.Ed.,": "S.LARCHAMMAL",
    "P.Larchan, B.E (Mech)": "P.Larchan",
    "Nora Pellwick M.Sc., B.Ed.": "Nora Pellwick",
    "Dr.R.Larchan": "R.Larchan",
    "D.R. Larchan": "D.R. Larchan",
    "Nora B. Edson": "Nora B. Edson",
}


@pytest.mark.parametrize(("printed", "name"), CLEANED.items())
def test_degrees_with_points_are_no_names(printed: str, name: str) -> None:
    assert clean(printed) == name


def test_letters_behind_a_name_below_the_title(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    lines = [
        "CURRICULUM VITAE",
        "S.LARCHAMMAL, M.Com., B.Ed.,",
        "W/o. R.Larchan,",
        "2/45, North Street,",
        "Lindau – 630001.",
        "Cell : 98421 00000",
    ]
    text = "\n".join([*lines, "OBJECTIVE", "To work.", "EDUCATION", "M.Com., Larch College, 2008"])
    resume = resume_of_document(document_of_text(text, limits), read_file_name("x.txt", source=None), taxonomy, limits)
    assert resume.name == "S.LARCHAMMAL"


@pytest.mark.parametrize(
    ("title", "name"), [("Nora Pellwick | Translator", "Nora Pellwick"), ("Harbor Light | Spring Catalogue", None)]
)
def test_the_title_of_a_page_names_who_is_something(
    title: str, name: str | None, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    page = f"<html><head><title>{title}</title></head><body><p>I translate papers.</p><h2>Experience</h2><p>Translator, Larch Works, 2012 - 2020</p>{SCHOOL}"
    resume = resume_of_document(document_of_html(page, limits), read_file_name("x.html", source=None), taxonomy, limits)
    assert resume.name == name


IN_LARGE_PRINT = {
    "three lines": (["Nora Maria", "Pellwick", "Larchmont"], "Nora Maria Pellwick Larchmont"),
    "a part of three words": (["Nora María Paz", "Pellwick"], "Nora María Paz Pellwick"),
    "a particle last": (["NORA JUNIOR PAZ DA", "SILVA"], "NORA JUNIOR PAZ DA SILVA"),
    "letters behind a surname": (["NORA", "PELLWICK-LARCH, CPA, MBA"], "NORA PELLWICK-LARCH"),
    "a first name over three words": (["Nora", "Pellwick de Larch"], "Nora Pellwick de Larch"),
    "a heading beside": (["Nora Pellwick\tContact"], "Nora Pellwick"),
    "a slip and a heading beside": (["nora Maria Pellwick Larch\tContact"], "nora Maria Pellwick Larch"),
    "over a town and a dash": (["Nora Pellwick", "Igrejinha – RS"], "Nora Pellwick"),
    "a heading in Spanish": (["Perfil laboral"], None),
    "a nickname between": (["Subodhan", "(Subu)", "Larchpalan"], "Subodhan Larchpalan"),
    "a surname in small letters": (["Nora", "pellwick"], "Nora Pellwick"),
    "a first name in small letters": (["nora Maria", "Pellwick", "Larch"], "Nora Maria Pellwick Larch"),
    "one line in which one word is small": (["nora Maria Pellwick Larch"], "Nora Maria Pellwick Larch"),
    "one word over a number": (["Subodhanya"], "Subodhanya"),
    "a post below": (["Nora", "Pellwick", "Software Engineer"], "Nora Pellwick"),
    "said in French": (["Je suis Nora Pellwick"], "Nora Pellwick"),
    "a greeting beside": (["Nora Pellwick\tHi, I'm"], "Nora Pellwick"),
    "a word of pages": (["Portfolio"], None),
    "a motto in small letters": (["making good things last"], None),
}


@pytest.mark.parametrize(("lines", "name"), IN_LARGE_PRINT.values(), ids=IN_LARGE_PRINT)
def test_names_in_the_largest_print(
    lines: list[str], name: str | None, taxonomy: RoleTaxonomy, limits: ReaderLimits
) -> None:
    below = [
        "12 Larch Street",
        "98450 12345",
        "Objective",
        "To work and to learn.",
        "Education",
        "Larchfield College, 2021",
    ]
    shown = (*(Line(text, size=22.0) for text in lines), *(Line(text, size=10.0) for text in below))
    resume = resume_of_document(
        Document(format="pdf", lines=shown), read_file_name("x.pdf", source=None), taxonomy, limits
    )
    assert (resume.name or "").lower() == (name or "").lower()


def test_a_whole_name_on_the_first_line_is_better_than_a_suburb(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    lines = [
        "NORA LARCH",
        "Full-Stack Web Developer",
        "Larch Glen, Soweto, Gauteng, SA",
        "+27 63 063 0000",
        "HTML",
        "CSS",
    ]
    text = "\n".join([*lines, "Education", "Northmoor University, 2012 - 2016"])
    resume = resume_of_document(document_of_text(text, limits), read_file_name("x.txt", source=None), taxonomy, limits)
    assert resume.name == "NORA LARCH"


def test_a_name_below_a_long_side_bar(taxonomy: RoleTaxonomy, limits: ReaderLimits) -> None:
    bar = ["Contact", "+27 63 063 0000", "Skills", *(f"Tool {number}" for number in range(70))]
    lines = (
        *(Line(text, size=9.0, page=1) for text in bar),
        *(Line(text, size=30.0, page=1) for text in ("Nora", "pellwick")),
        *(Line(text, size=10.0, page=1) for text in ("Education", "Northmoor University, 2012 - 2016")),
    )
    resume = resume_of_document(
        Document(format="pdf", lines=lines), read_file_name("x.pdf", source=None), taxonomy, limits
    )
    assert resume.name == "Nora pellwick"


@pytest.mark.parametrize("dates", ["2019.3 - 至今", "2022年7月 – 2025年5月"])
def test_a_firm_with_its_dates_in_a_heading_is_nobody(taxonomy: RoleTaxonomy, limits: ReaderLimits, dates: str) -> None:
    page = (
        "<html><head><title>卢晓萌的个人简历</title></head><body><p>邮箱 xm@post.example</p><h2>工作经历</h2>"
        f"<h3>高昇 {dates}</h3><p>高级工程师</p><ul><li>负责交易系统的开发</li></ul><h2>教育背景</h2><p>复旦大学 本科 2012-2016</p>"
    )
    document = document_of_html(page, limits)
    assert resume_of_document(document, read_file_name("x.html", source=None), taxonomy, limits).name == "卢晓萌"
