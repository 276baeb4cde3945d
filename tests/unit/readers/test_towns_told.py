"""Towns in sentences, beside what a line says besides, and those of a job, where nobody is said to live."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from ringback.readers.boards import read_file_name
from ringback.readers.document import Document
from ringback.readers.fields.places.residence import read_city
from ringback.readers.fields.sheet import make_sheet
from ringback.readers.html import document_of_html
from ringback.readers.limits import ReaderLimits
from ringback.readers.text import document_of_text
from schemas.records import Reading

REST = "\n\nExperience\n\nFlorist, Ortwin Partners, 2019 - Present\n- Kept the shop\n\nEducation\n\nNorthgill University, 2011 - 2015\n"

TOLD = {
    "Leeds-based florist with ten years of practice.": "Leeds",
    "I'm a Portland, Oregon-based florist.": "Portland",
    "I work for a London-based agency.": None,
    "I live and work in Leeds with my dog.": "Leeds",
    "Maren Oakley lives and works in Otley, Yorkshire.": "Otley",
    "She lives with her husband in Bristol.": "Bristol",
    "She resides in Accra with her two sons.": "Accra",
    "They live in northwest Austin and have three children.": "Austin",
    "I live just outside Boston, MA.": "Boston, MA",
    "I live in the Boston area.": "Boston",
    "She calls Denver home and teaches on weekends.": "Denver",
    "I now call Denver, Colorado home.": "Denver",
    "My home is in Chicago.": "Chicago",
    "I work out of Chicago as a florist.": "Chicago",
    "I recently moved to Toronto.": "Toronto",
    "My parents live in Perth.": None,
    "People who live in Perth know her work.": None,
    "I have lived in Perth, Osaka and Lima.": None,
    "I was born in Perth, Australia and studied in London.": None,
    "Clients in London, Paris and New York.": None,
    "I am a florist in Denver, Colorado.": "Denver",
    "I am working at Otley General Hospital in Leeds, England.": "Leeds",
    "I am a florist with clients in Denver, Colorado.": None,
    "Currently in Nairobi, Kenya.": "Nairobi",
    "Attorney in Leeds, UK": "Leeds",
    "Denver, CO & Austin, TX": "Denver, CO",
    "Registered Nurse\nCo. Cork, Ireland\nmaren@example.com": None,
    "Location: Greater Chicago Area | maren@example.com": "Chicago",
    "Belfast, N. Ireland\nmaren@example.com": "Belfast",
    "Wellington, Aotearoa New Zealand\nmaren@example.com": "Wellington",
    "GREENSBORO NORTH CAROLINA UNITED STATES\nmaren@example.com": "Greensboro",
    "Toronto Ontario Canada\nmaren@example.com": "Toronto",
}


@pytest.mark.parametrize(("line", "city"), TOLD.items(), ids=TOLD.keys())
def test_town_told(line: str, city: str | None) -> None:
    assert city_of(document_of_text(f"Maren Oakley\n\n{line}{REST}", ReaderLimits())) == city


AT_WORK = {
    "behind the firm": "Florist, Ortwin Partners, Leeds, UK, 2019 - Present",
    "in another column": "Ortwin Partners                     Denver, CO\nFlorist                    Jan 2019 - Present",
    "in brackets": "Florist, Ortwin Partners (Leeds, UK), 2019 - Present",
    "a large town alone": "Florist, Ortwin Partners, Berlin, 2019 - Present",
    "a town as a cell": "Florist | Osaka\nOrtwin Partners, 2019 - Present",
    "below a heading of both": "Ortwin Partners, Lima / Velling House, Quito\n2019 - Present: Florist",
}


@pytest.mark.parametrize("job", AT_WORK.values(), ids=AT_WORK.keys())
def test_the_town_of_the_present_job_is_no_home(job: str) -> None:
    text = f"Maren Oakley\nmaren@example.com\n\nExperience\n\n{job}\n- Kept the shop\n\nEducation\n\nNorthgill University, Hull, UK, 2011 - 2015\n"
    assert city_of(document_of_text(text, ReaderLimits())) is None


def test_the_state_and_its_code_stand_below_the_town() -> None:
    text = f"Maren Oakley\n410 Birch St Apt 2\nTulsa\nOklahoma 74104\nmaren@example.com{REST}"
    assert city_of(document_of_text(text, ReaderLimits())) == "Tulsa"


def test_a_congress_is_no_home() -> None:
    talks = "".join(
        f"<p>20{n} Congress on Water</p><p>{town}</p>"
        for n, town in ((19, "Dornbirn, Austria"), (18, "Grenoble, France"))
    )
    page = f"<h1>Maren Oakley</h1><h1>Curriculum Vitae</h1><h2>Conference and seminar talks</h2>{talks}"
    assert city_of(document_of_html(page, ReaderLimits())) is None


def city_of(document: object) -> str | None:
    assert isinstance(document, Document)
    found = read_city(make_sheet(document, read_file_name("x.md", source=None)))
    return found.value if found else None


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("老家湖南，目前住常州。做过三年出纳", "常州"),
        ("暂住贵阳", "贵阳"),
        ("目前住房公积金已缴", None),
        ("地址：荃灣楊屋道8號12樓", "香港"),
        ("地址：將軍澳寶康路3號", "香港"),
        ("居住地：元朗", "香港"),
        ("地址：东莞市沙田镇港口大道", "东莞"),
    ],
)
def test_towns_of_han(line: str, city: str | None) -> None:
    text = f"张伟\n{line}\n电话：13800000000\n教育背景\n江海大学 2015-2019"
    assert city_of(document_of_text(text, ReaderLimits())) == city


@pytest.mark.parametrize(
    ("head", "city"),
    [
        ("Mission\nTo look after people in their homes.", None),
        ("MISSION\nTo look after people in their homes.\nVISION\nTo grow.", None),
        ("Mission, TX", "Mission, TX"),
    ],
)
def test_a_mission_is_a_town_only_with_its_state(head: str, city: str | None, read: Callable[..., Reading]) -> None:
    (resume,) = read(
        f"Ana Moor\nNurse\nana.moor@fernpost.net\n{head}\nExperience\n2019 - present\tNurse, Moor Ltd\nSkills\nPlanning"
    ).resumes
    assert resume.city == city


@pytest.mark.parametrize(
    ("text", "city"),
    [
        ("蘇怡君\n苗栗市 | 0912345678 | yijun@fernpost.net\n\n經歷\n晴川科技 2021.7~至今\n工程師\n", "苗栗"),
        ("女 | 30岁(1996/07/13) | 现居住于湖北-武汉市 | 8年工作经验\n\n求职意向\n职　能：会计\n", "武汉"),
        ("女 | 30岁(1996/07/13) | 现居住芜湖 | 8年工作经验\n\n求职意向\n职　能：会计\n地　点：宜昌\n", "芜湖"),
        ("Maren Oakley\n\nDesired job title: HR Director   Location: Hull\n\nMobile: 07700 900412  Email ID: maren@fernpost.net\n", None),
        ("Hi,\n\nI saw your advert for a florist.\n\nYou can reach me on 07700 900412.\n\nBest,\nMaren Oakley\n", None),
    ],
)  # fmt: skip
def test_towns_beside_contacts_and_wishes(text: str, city: str | None) -> None:
    assert city_of(document_of_text(text, ReaderLimits())) == city


@pytest.mark.parametrize(
    ("line", "city"),
    [("Toa Baja, PR | maren@example.com", "Toa Baja"), ("Vega Alta, PR 00692", "Vega Alta"), ("Marketing, PR", None)],
)
def test_two_letters_of_puerto_rico(line: str, city: str | None) -> None:
    assert city_of(document_of_text(f"Maren Oakley\n{line}{REST}", ReaderLimits())) == city


@pytest.mark.parametrize(
    ("line", "city"),
    [
        ("Security Tools: Fernwall | Cisco | Palo Alto", None),
        ("Platforms: Windows, Leeds, Linux", None),
        ("Main clients: Otley, Leeds", None),
        ("Leeds, UK | Languages: English", "Leeds"),
        ("Contact: maren@example.com | Palo Alto, CA", "Palo Alto, CA"),
    ],
)
def test_a_maker_among_tools_is_no_home(line: str, city: str | None) -> None:
    assert city_of(document_of_text(f"Maren Oakley\n{line}{REST}", ReaderLimits())) == city


def test_a_house_behind_its_sign_is_no_address() -> None:
    jobs = "Experience\n\nFlorist @ Ortwin Partners\n2019 - Present\n\nAchievements\n\n2014: Studied the tides with others of the trade, @ Larch Institute"
    text = f"Resume\n\n{jobs},\nBarcelona\n2012: Won the Larch Prize\n"
    assert city_of(document_of_text(text, ReaderLimits())) is None
