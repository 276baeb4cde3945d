"""What stands behind a name in its line, and contacts in the hands of people who write them their own way."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.fields.names.cleaning import clean
from ringback.readers.fields.names.shapes import latin_score
from schemas.records import ParsedResume, Reading

LIFE = (
    "\n\nEducation\nPh.D. Botany, University of Leeds, 2015\n\nExperience\nLecturer, University of Kent, 2016 - present\n"
    "Taught plants and more.\n"
)
LEBEN = (
    "\n\n教育经历\n2012.09-2016.06 武汉大学 计算机科学与技术 本科\n\n工作经历\n2016.07-至今 海南云岭科技有限公司 软件工程师\n"
    "负责后端开发\n"
)
MENU = '<nav><a href="/a/">About</a> <a href="/b/">Articles</a> <a href="/c/">Books</a> <a href="/v/">Vita</a></nav>'
STUDIES = (
    "<h2>Education</h2><dl><dt>Leeds College</dt><dd>PhD Botany, 2012.</dd></dl>"
    "<h2>Experience</h2><dl><dt>Moorgroep</dt><dd>Senior researcher, 2022-present.</dd></dl>"
)


@pytest.fixture
def first(read: Callable[..., Reading]) -> Callable[..., ParsedResume]:
    def one(text: str, name: str = "x.txt") -> ParsedResume:
        return read(text, name).resumes[0]

    return one


@pytest.mark.parametrize("word", ["Vita", "Curriculum", "Resume", "Bio", "Short Bio", "Biography", "About", "CV"])
def test_a_page_heading_is_no_name_and_no_part_of_one(first: Callable[..., ParsedResume], word: str) -> None:
    beside_menu = f'<header><a href="/">Oda Merwick</a>{MENU}</header><h1>{word}</h1>'
    below_owner = f'<header><h1><a href="/">Oda Merwick</a></h1></header><article><h1>{word}</h1>'
    for head in (beside_menu, below_owner):
        page = f"<html><head><title>{word}</title></head><body>{head}{STUDIES}</body></html>"
        assert first(page, "x.html").name == "Oda Merwick"
    assert first(f"Oda Merwick {word}\noda@post.example{LIFE}").name == "Oda Merwick"


def test_vita_is_a_given_name_too() -> None:
    assert clean("Vita Merwick") == "Vita Merwick"


@pytest.mark.parametrize(
    "behind",
    [
        "she/her",
        "(she/her)",
        "he/him/his",
        "they/them",
        "She/Her/Hers",
        "| she/her",
        "- he/him",
        "[she/they]",
        "he / him",
    ],
)
def test_pronouns_are_no_part_of_a_name(first: Callable[..., ParsedResume], behind: str) -> None:
    head = f"Oda Merwick {behind}\n\n12 Larch Avenue, Springfield, IL 62701\nemail: larch@post.example"
    assert first(head + LIFE).name == "Oda Merwick"


@pytest.mark.parametrize(
    "degrees",
    [
        "BSc MIMA", "BSc (Hons) MIMA", "MA, MSc, FCA", "BA (Hons) MCIPD", "BSc(Hons) PhD FRSB", "MSci MInstP",
        "MChem PhD AMRSC", "BA Hons", "MSc CGeol FGS",
    ],
)  # fmt: skip
def test_a_row_of_degrees_is_no_part_of_a_name(degrees: str) -> None:
    assert clean(f"Oda Merwick {degrees}") == "Oda Merwick"


@pytest.mark.parametrize(
    "name",
    ["Jack MA", "Oda McMoor", "Oda Merwick MacLarch", "ODA MERWICK MARLOW", "ODA PAZ BASSETT", "ODA PAZ MSELLEM, PhD"],
)
def test_a_surname_that_looks_like_a_degree_stays(name: str) -> None:
    assert clean(name) == name.removesuffix(", PhD")


@pytest.mark.parametrize("name", ["Oda tör Merwick", "oda merwick", "Oda d'Anvers", "Oda Moor dit Larch"])
def test_a_name_said_is_believed_however_it_is_written(first: Callable[..., ParsedResume], name: str) -> None:
    told = f"Greetings\n---------\n\nMy name is {name}. I am a gardener and inventor. My mission is trees."
    assert first(told + LIFE).name == name


def test_initials_and_a_surname() -> None:
    assert latin_score("Q.X Lou") > 0.8
    assert latin_score("Oda 't Hooft") > 0.8
    assert latin_score("M.S Chemistry") == 0
    assert latin_score("B.E Mechanical") == 0


@pytest.mark.parametrize(
    "address", ["moor_lux#post#com | Ken-Moor", "moor.lux[at]post.example", "moor(at)post(dot)com"]
)
def test_a_spoiled_address_below_a_name(first: Callable[..., ParsedResume], address: str) -> None:
    assert first(f"陶可\n{address}\n武汉大学 | 遥感 • 博士 | 武汉{LEBEN}").name == "陶可"


@pytest.mark.parametrize(
    ("printed", "dialled"),
    [
        ("0031 - 612345678, 0049 - 15123456789", ("+31612345678", "+4915123456789")),
        ("0044 - 7911123456", ("+447911123456",)),
        ("00 49 - 151 23456789", ("+4915123456789",)),
        ("+31 - 612345678, +49 - 15123456789", ("+31612345678", "+4915123456789")),
        ("0049 – 151 – 23456789", ("+4915123456789",)),
        ("+49 - 151 - 23456789", ("+4915123456789",)),
    ],
)  # fmt: skip
def test_a_code_of_a_country_before_a_dash(
    first: Callable[..., ParsedResume], printed: str, dialled: tuple[str, ...]
) -> None:
    head = f"Oda Merwick\nTELEPHONE: {printed}\nE-MAIL: om@post.example"
    assert first(head + LIFE).phones == dialled


@pytest.mark.parametrize(
    "row",
    [
        "GPA：3.68\tQQ：2800123456\t13800138000", "QQ：2800123456  13800138000", "QQ: 2800123456 | 13800138000",
        "🐧 2800123456  📱 13800138000", "QQ 2800123456 / 手机 13800138000", "QQ：2800123456   +86 13800138000",
    ],
)  # fmt: skip
def test_a_mobile_number_beside_qq(first: Callable[..., ParsedResume], row: str) -> None:
    assert first(f"李松林 - 后端开发\n男 硕士\tlsl@post.example\n{row}{LEBEN}").phones == ("+8613800138000",)


@pytest.mark.parametrize(
    ("row", "handle"),
    [
        ("电话 / 微信：(+86) 159 0000 1234 · songlin.moor@post.example", "15900001234"),
        ("手机/微信：+86 159-0000-1234 | songlin@post.example", "15900001234"),
        ("远程   1999-05   微信 @moor_han88", "moor_han88"),
        ("微信：@moor_han88", "moor_han88"),
        ("WeChat: @moor_han88 | lou@post.example", "moor_han88"),
        ("微信ID @moorhan", "moorhan"),
    ],
)  # fmt: skip
def test_wechat_beside_a_number_and_behind_its_sign(first: Callable[..., ParsedResume], row: str, handle: str) -> None:
    assert first(f"李松林\n后端开发工程师\n{row}{LEBEN}").wechat == handle


@pytest.mark.parametrize(
    ("row", "town"),
    [
        ("硕士  1985-07-21  瑞典\t•\t隆德(Lund)", "隆德"), ("瑞典 • 隆德（Lund）", "隆德"),
        ("瑞典 • 隆勒克(Lunlek)", "隆勒克"), ("法国 • 里昂(Lyon)", "里昂"), ("日本 · 东京", "东京"), ("英国•利兹", "利兹"),
    ],
)  # fmt: skip
def test_a_town_behind_its_country_and_a_sign(first: Callable[..., ParsedResume], row: str, town: str) -> None:
    assert first(f"李松林\n☎ +46 70 123 45 67 lsl@post.example\n{row}\n有扎实的基础{LEBEN}").city == town


def test_a_school_behind_its_country_is_no_town(first: Callable[..., ParsedResume]) -> None:
    assert first(f"李松林\n☎ +46 70 123 45 67 lsl@post.example\n瑞典 • 隆德大学(Lund University){LEBEN}").city is None


@pytest.mark.parametrize(
    "head", ["{}\tLeeds, UK\nMidwife\tpost@fern.example", "{}, Midwife\nLeeds, UK\npost@fern.example"]
)
@pytest.mark.parametrize("name", ["Oda Merwick", "ODA PAZ MERWICK", "Oda A. Merwick"])
def test_a_town_or_a_post_behind_a_name_is_no_part_of_it(
    first: Callable[..., ParsedResume], head: str, name: str
) -> None:
    assert first(head.format(name) + LIFE).name == name


def test_a_given_name_behind_the_surname_may_be_a_post_too() -> None:
    assert latin_score("Parry, Dean") > 0
    assert latin_score("Oda Merwick, Midwife") == 0
